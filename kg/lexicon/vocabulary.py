"""The vocabularies of ``ontology/`` as records: concepts by class, relations by name."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from kg import resources
from kg.cache import kept
from kg.lexicon.concept import Concept, Property
from kg.lexicon.own import while_same
from kg.lexicon.skos import read
from kg.lexicon.sound import refuse


class Vocabulary:
    """Concepts by identifier and by class; relations by name."""

    def __init__(self, concepts: Iterable[Concept], properties: Iterable[Property]) -> None:
        self.concepts = {concept.id: concept for concept in concepts}
        self.properties = {prop.name: prop for prop in properties}
        self._having: dict[tuple[str, str, str], Sequence[Concept]] = {}
        self._labels: dict[str, dict[str, Concept]] = {}
        self._by_class: dict[str, list[Concept]] = {}
        for concept in self.concepts.values():
            self._by_class.setdefault(concept.cls, []).append(concept)

    def of(self, cls: str) -> Sequence[Concept]:
        """The concepts of one class, in order of identifier."""
        return self._by_class.get(cls, ())

    def having(self, cls: str, name: str, value: str) -> Sequence[Concept]:
        """Those of a class of which a ``fz:`` property says ``value``: ``having("Kind", "bears", "town-name")``."""
        asked = (cls, name, value)
        found = self._having.get(asked)
        if found is None:
            found = tuple(concept for concept in self.of(cls) if value in concept.facts.get(name, ()))
            self._having[asked] = found
        return found

    def labelled(self, cls: str, names: Iterable[str]) -> Concept | None:
        """The concept of a class that bears one of ``names`` as a label, the first name first."""
        index = self._labels.get(cls)
        if index is None:
            index = self._labels[cls] = {label: c for c in self.of(cls) for label in c.labels}
        return next((index[name] for name in names if name in index), None)

    def measure_words(self, *measured: str) -> tuple[str, ...]:
        """The labels of the units that measure one of ``measured``: those of ``events`` are 次, 场."""
        return tuple(
            label for unit in self.of("Unit") if unit.one("measures") in measured for label in unit.labels
        )

    def words(self, concept_id: str) -> tuple[str, ...]:
        """Every label of one concept (a word list such as ``boundary/light-verb``)."""
        return self.concepts[concept_id].labels


def entry_files() -> list[Path]:
    """The shipped files of entries, in order of name."""
    return sorted((resources.ontology() / "vocabulary").glob("*.ttl"))


@while_same(maxsize=4)
def load(extra: tuple[Path, ...] = ()) -> Vocabulary:
    """The shipped vocabularies and the user's own files (Turtle, the same format).

    Raises KgError KG014 when a file is missing or is not Turtle, or when one of the user's has what no build can be made with.
    """
    shipped = [resources.ontology() / "fazhi.ttl", *entry_files()]

    def made() -> dict[str, list[Concept] | list[Property]]:
        found = read([*shipped, *extra])  # tells of Turtle that is none
        refuse(shipped, extra)
        return found

    known = kept("vocabulary", [*shipped, *extra], made)
    return Vocabulary(
        (Concept(**facts) for facts in known["concepts"]),
        (Property(**facts) for facts in known["properties"]),
    )


def load_named(extra: Sequence[str]) -> Vocabulary:
    """``load`` for paths given as strings, as a spaCy configuration holds them."""
    return load(tuple(Path(path) for path in extra))
