"""The records of the vocabularies: SKOS concepts, and the relations' triggers."""

from typing import get_args

from kg.errors import KgError
from kg.model import EntityType, frozen

CLASSES: dict[str, EntityType] = {name: name for name in get_args(EntityType)}
"""The classes of entities by their names."""


@frozen
class Concept:
    """One SKOS concept of the vocabularies."""

    id: str
    """``scheme/slug``: the IRI without the vocabulary's base."""
    cls: str
    """Local name of its class: ``Programme``."""
    label: str
    """The preferred Chinese label."""
    labels: tuple[str, ...]
    """Every Chinese label, preferred first."""
    kind: str
    """The Chinese label of its kind, or empty."""
    notation: str
    broader: tuple[str, ...]
    """Identifiers of broader concepts."""
    wholes: tuple[str, ...]
    """Identifiers of the systems that it is a part of (ISO 25964 ``broaderPartitive``)."""
    facts: dict[str, tuple[str, ...]]
    """Values of the ``fz:`` properties, by local name: ``reach`` → ``("local",)``; concepts by identifier."""

    def one(self, name: str) -> str:
        """The first value of a ``fz:`` property, or the empty string."""
        values = self.facts.get(name)
        return values[0] if values else ""

    @property
    def entity(self) -> EntityType:
        """The class of the entities that it names: that of ``fz:ofType``, or its own. Raises KgError KG014 when that is none."""
        return entity_class(self.one("ofType") or self.cls, self.id)

    def runs_on(self, text: str, end: int) -> bool:
        """Whether a label that ends at ``end`` is the beginning of another word (司法所长, 律师事务所)."""
        return text.startswith(self.facts.get("notBefore", ()), end)

    def ends_another(self, text: str, begin: int) -> bool:
        """Whether a label that begins at ``begin`` is the end of another word (陈 + 述法律意见)."""
        return text.endswith(self.facts.get("notAfter", ()), 0, begin)


@frozen
class Property:
    """A relation of ``fazhi.ttl`` as the extractor reads it."""

    name: str
    triggers: tuple[str, ...]
    frames: tuple[tuple[str, str], ...]
    """Pairs around the object: ``("以", "为指导")``."""
    domain: tuple[str, ...]
    range: tuple[str, ...]
    implied_by: tuple[str, ...]
    """Classes of which a mention that no verb governs states the relation."""


def entity_class(name: str, concept: str) -> EntityType:
    """The class of entities of that name, which ``concept`` says it has. Raises KgError KG014."""
    if name not in CLASSES:
        raise KgError("KG014", concept, why=f"{name} is no class of entities ({', '.join(CLASSES)})")
    return CLASSES[name]
