"""Relations that follow from who and what was linked: a town lies in its district, a part belongs to its system."""

from collections.abc import Iterator, Sequence
from itertools import chain

from kg.lexicon import reliability
from kg.lexicon.division import Division
from kg.lexicon.vocabulary import Vocabulary
from kg.linking.places import Places
from kg.linking.registry import Registry
from kg.model import LinkedMention, Relation

PLACED = frozenset(("Programme", "Organization"))


def structure(
    stated: Sequence[Relation],
    linked: Sequence[LinkedMention],
    registry: Registry,
    vocabulary: Vocabulary,
    places: Places,
    clean: str,
) -> list[Relation]:
    """locatedIn where a name states it (上海市宝山区月浦镇, 官庄镇司法所), and partOf between a concept and the system that it
    is a part of when the report says something of both. The evidence is the inner one's mention."""
    first: dict[int, LinkedMention] = {}
    for mention in linked:
        first.setdefault(mention.entity, mention)
    starts = {(m.begin, m.entity) for m in linked}
    found = []
    for inner, outer in zip(places.chain, places.chain[1:], strict=False):
        a, b = registry.find(f"division/{inner.key}"), registry.find(f"division/{outer.key}")
        by_both = (m for m in linked if m.entity == a and (m.begin, b) in starts)
        by_body = (m for m in linked if _states(clean[m.begin : m.end], inner, outer))
        stating = next(chain(by_both, by_body), None)
        if a is not None and b is not None and stating:
            found.append(_relation(a, "locatedIn", b, stating, "structure:division"))
    known = {(r.subject, r.object) for r in (*found, *stated) if r.predicate == "locatedIn"}
    for around, within in _nested(linked, registry):
        if (within.entity, around) not in known:
            known.add((within.entity, around))
            found.append(_relation(within.entity, "locatedIn", around, within, "structure:division"))
    for around, within in _opened_by_a_place(linked, registry, vocabulary, places, clean):
        if (within.entity, around) not in known:
            known.add((within.entity, around))
            found.append(_relation(within.entity, "locatedIn", around, within, "structure:name"))
    active = {r.object for r in stated if r.predicate == "implements" and r.status != "shortcoming"}
    parts = {(r.subject, r.object) for r in stated if r.predicate == "partOf"}
    for concept in (c for c in vocabulary.of("Programme") if c.broader):
        at = registry.find(concept.id)
        for system in concept.wholes:
            whole = registry.find(system)
            if (
                at in active
                and whole in active
                and at is not None
                and whole is not None
                and (at, whole) not in parts
            ):
                found.append(_relation(at, "partOf", whole, first[at], "structure:part"))
    return found


def _nested(linked: Sequence[LinkedMention], registry: Registry) -> Iterator[tuple[int, LinkedMention]]:
    """Each division that another's name begins with (平顺县 + 龙溪镇), the next smaller one, and the longer mention."""
    before: LinkedMention | None = None
    for mention in sorted(linked, key=lambda m: (m.begin, m.end)):
        if not registry.is_division(mention.entity):
            continue
        if before and before.begin == mention.begin and before.entity != mention.entity:
            yield before.entity, mention
        before = mention


def _opened_by_a_place(
    linked: Sequence[LinkedMention],
    registry: Registry,
    vocabulary: Vocabulary,
    places: Places,
    clean: str,
) -> Iterator[tuple[int, LinkedMention]]:
    """Each division that the name of a venue, or of a body of a part of the reporting division, begins with (借母溪乡 +
    民法典主题公园, 官庄镇 + 司法所), or that stands before a quoted one (华川村“板凳会”), and that name's mention."""
    venue = vocabulary.concepts["kind/venue"].label
    if places.home is None:
        return
    own = registry.find(f"division/{places.home.key}")
    opened: dict[int, LinkedMention] = {}
    closed: dict[int, LinkedMention] = {}
    for mention in sorted(linked, key=lambda m: (m.begin, m.end)):
        if registry.is_division(mention.entity):
            opened[mention.begin] = mention
            if clean.startswith("“", mention.end):
                closed[mention.end] = mention
    around = {registry.find(f"division/{place.key}") for place in places.chain}
    for mention in linked:
        type_, kind = registry.class_of(mention.entity)
        quoted = closed.get(mention.begin) or closed.get(mention.begin - 1)
        if quoted and quoted.entity not in around and type_ in PLACED:
            yield quoted.entity, mention
        place = opened.get(mention.begin)
        if place is None or place.end >= mention.end:
            continue
        part = place.entity not in around
        if (type_ == "Programme" and kind == venue and (part or place.entity == own)) or (
            type_ == "Organization" and part
        ):
            yield place.entity, mention


def _states(name: str, inner: Division, outer: Division) -> bool:
    """Whether a body's name holds both places, the outer one first: 海淀区人民政府田村路街道办事处."""
    first = name.find(outer.name)
    return first >= 0 and name.find(inner.name, first + len(outer.name)) >= 0


def _relation(subject: int, predicate: str, object_: int, evidence: LinkedMention, rule: str) -> Relation:
    return Relation(
        subject=subject,
        predicate=predicate,
        object=object_,
        status="achieved",
        begin=evidence.begin,
        end=evidence.end,
        rule=rule,
        confidence=reliability.joint(reliability.of("relations", predicate, rule), evidence.confidence),
    )
