"""How often what a rule finds is right: counted on annotated reports, kept in ``ontology/reliability.tsv``.

``benchmarks/calibrate.py`` makes the file. A rule that it does not know, such as one of the user's own vocabulary, is as
reliable as the rules of its kind together: the shares are pooled from the rule to its pattern, its component, its layer.
"""

from functools import cache, lru_cache
from math import prod
from typing import Literal

from kg import resources
from kg.errors import KgError, raised_as

Layer = Literal["mentions", "relations", "observations", "statements"]
LAYERS: tuple[Layer, ...] = ("mentions", "relations", "observations", "statements")
FILE = "reliability.tsv"
SEPARATOR = " > "
DIGITS = 3
"""After the point; the counts behind the shares do not bear more."""
UNKNOWN = 0.5
"""What is said of a layer of which nothing was counted."""


def path(layer: Layer, type_: str, rule: str) -> tuple[str, ...]:
    """The pools that a rule belongs to, the widest first.

    ``type_``: the class of a mention, the predicate of a relation, the indicator of a figure, the kind of a statement.

    >>> path("mentions", "Programme", "heads:phrase:head/system")
    ('mentions', 'heads', 'Programme', 'phrase', 'head/system')
    >>> path("mentions", "Division", "divisions:named@2023-310113101000")
    ('mentions', 'divisions', 'Division', 'named')
    """
    component, *patterns = rule.partition("@")[0].split(":")
    return (layer, component, type_, *patterns)


@lru_cache(maxsize=65536)
def of(layer: Layer, type_: str, rule: str) -> float:
    """The share, 0 to 1, that is right of what ``rule`` finds; by its narrowest pool that was counted."""
    pools, known = path(layer, type_, rule), shares()
    for size in range(len(pools), 0, -1):
        share = known.get(pools[:size])
        if share is not None:
            return share
    return UNKNOWN


def joint(*parts: float) -> float:
    """The share of what is right only when all its parts are."""
    return round(prod(parts), DIGITS)


@cache
def shares() -> dict[tuple[str, ...], float]:
    """The share of every pool in the file. Raises KgError KG014 when the file is missing or a line is not as it should."""
    file = resources.ontology() / FILE
    found: dict[tuple[str, ...], float] = {}
    with raised_as("KG014", file):
        lines = file.read_text("utf-8").splitlines()[1:]
    for number, line in enumerate(lines, 2):
        pool, _, counts = line.partition("\t")
        try:
            found[tuple(pool.split(SEPARATOR))] = float(counts.partition("\t")[0])
        except ValueError as error:
            raise KgError("KG014", str(file), f"line {number}", why=str(error)) from error
    return found
