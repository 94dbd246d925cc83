"""Bodies: the institution kind of the vocabulary at its place, or a proper name of the body's own."""

from kg.lexicon.vocabulary import Concept
from kg.linking.keys import NATION, entity_key, slug
from kg.linking.places import Places
from kg.linking.registry import Registry
from kg.model import Mention

PREFIX = "organizations:"


def institution_slug(concept: Concept) -> str:
    """The last part of the concept's identifier: ``justice-office``."""
    return concept.id.rpartition("/")[2]


def link_organization(mention: Mention, concept: Concept, places: Places, registry: Registry, unplaced: str) -> int:
    """The entity of a body. ``unplaced`` is the scope for bodies of a report whose division is not known."""
    reach = concept.one("reach")
    if reach == "national":
        key = entity_key("Organization", NATION, institution_slug(concept))
        return registry.add(key, "Organization", mention.kind, concept.label, "local", mention.name)
    place, rest, stated = places.split(mention.name)
    if concept.one("needsModifier") == "true" and not stated:
        key = entity_key("Organization", NATION, slug(mention.name))
        return registry.add(key, "Organization", mention.kind, mention.name, "unlinked", mention.name)
    left = _leftover(rest, concept)
    scope = place.key if place else unplaced
    core = concept.label if left is not None and not left else rest
    local = institution_slug(concept) if not left else f"{institution_slug(concept)}-{slug(left)}"
    if place is None and not stated:
        name = mention.name
    else:
        name = f"{place.name}{core}" if place else mention.name
    key = entity_key("Organization", scope, local)
    linked = "local" if place else "unlinked"
    return registry.add(key, "Organization", mention.kind, name, linked, mention.name, scope)


def _leftover(rest: str, concept: Concept) -> str | None:
    """What of the name is neither place nor a label of the kind: 律师 of 律师调解工作室; None: no label ends it."""
    for label in sorted(concept.labels, key=len, reverse=True):
        if rest.endswith(label):
            return rest[: -len(label)]
        if label[1:] and rest == label[1:]:
            return ""
    return rest
