"""The check of plain relations: each that is achieved stands as a plain triple too, and no other does."""

from collections.abc import Iterator

from kg.graph.findings import Finding, finding
from kg.graph.index import Index
from kg.lexicon.division import trimmed
from kg.model.namespaces import FZ, RDF

_PARTS = tuple(f"{RDF}{name}" for name in ("subject", "predicate", "object"))
_LOCATED, _CODE = f"{FZ}locatedIn", f"{FZ}divisionCode"

Told = tuple[str, ...]
"""Subject, relation and object."""


def plain_relations(index: Index) -> Iterator[Finding]:
    """Achieved claims that are no plain triple, and plain relations that no achieved claim states."""
    told = {
        (subject, predicate, value): None
        for predicate in index.of(f"{FZ}relation")
        for subject, values in index.of(predicate).items()
        for value in values
    }
    statuses: dict[Told, set[str]] = {}
    for claim in index.of(f"{RDF}predicate"):
        said: Told = tuple(index.one(claim, part) for part in _PARTS)
        status = index.one(claim, f"{FZ}status").removeprefix(FZ)
        statuses.setdefault(said, set()).add(status)
        if status == "achieved" and said not in told:
            yield finding("claim-plain", index, claim, *said[1:])
    for said in told:
        stated = statuses.get(said, ())
        if "achieved" not in stated and not _listed(index, *said):
            yield finding("claim-not-plain" if stated else "plain-unclaimed", index, *said)


def _listed(index: Index, subject: str, predicate: str, value: str) -> bool:
    """Whether no report need say so: a division lies in its scope, and in each that its code begins with."""
    if predicate != _LOCATED or f"{FZ}Division" not in index.all(subject, f"{RDF}type"):
        return False
    code, above = index.one(subject, _CODE), index.one(value, _CODE)
    inside = above not in ("", code) and code.startswith(trimmed(above))
    return inside or value in index.all(subject, f"{FZ}scope")
