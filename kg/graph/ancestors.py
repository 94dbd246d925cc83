"""The divisions above those that a report names: the graph has each with all that it lies in, up to its province."""

from functools import lru_cache

from kg.lexicon.divisions import load
from kg.linking import division_entity
from kg.model import Entity


def ancestors(found: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """The divisions that one of ``found`` lies in or is scoped to and that are not of them, in order of key.

    They have no mention: the list of divisions says that they are there, not the report.
    """
    named = {entity.key for entity in found}
    keys = {entity.key.rpartition("/")[2] for entity in found if entity.linked == "division"}
    keys.update(entity.place for entity in found if entity.place)
    missing = {entity.key: entity for key in keys for entity in _with_ancestors(key)}
    return tuple(missing[key] for key in sorted(missing) if key not in named)


@lru_cache(maxsize=50_000)
def _with_ancestors(key: str) -> tuple[Entity, ...]:
    """The division of a key (``2023-310113101000``) and those that it lies in; none when no list has it."""
    year, _, code = key.partition("-")
    division = load().get(code, int(year)) if year.isdigit() and code.isdigit() else None
    if division is None:
        return ()
    return tuple(division_entity(one) for one in (division, *load().ancestors(division)))
