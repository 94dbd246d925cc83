"""Relations that follow from who and what was linked: a town lies in its district, a part belongs to its system."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise, repeat

from kg.lexicon import reliability
from kg.lexicon.division import Division
from kg.linking.context import Context
from kg.linking.registry import Registry
from kg.model import LinkedMention, Relation
from kg.model.rules import INSIDE_DIVISION, INSIDE_NAME, ORGAN, PART, VILLAGE, VILLAGE_OF_HOME

PLACED = frozenset(("Programme", "Organization"))
OFFICES = ("section-of-a-body", "team-of-a-body")
"""Word lists of what sections and teams of a body end in."""
SHORTEST_OFFICE, SHORTEST_BODY = 3, 3
"""Characters of the words of a section (法制科), and of the name of the body that it is in."""


def structure(
    stated: Sequence[Relation], linked: Sequence[LinkedMention], context: Context, clean: str
) -> list[Relation]:
    """locatedIn where a name states it (上海市宝山区月浦镇, 官庄镇司法所), and partOf between a concept and the system that it
    is a part of when the report says something of both, and between a body's organ and the body (镇党委中心组). The
    evidence is the inner one's mention."""
    first: dict[int, LinkedMention] = {}
    for mention in linked:
        first.setdefault(mention.entity, mention)
    known = {(r.subject, r.object) for r in stated if r.predicate == "partOf"}
    parts = chain(_systems(stated, context), _organs(context, first))
    said = dict.fromkeys((ends, rule) for ends, rule in parts if ends not in known)
    return [
        *_located(stated, linked, context, clean),
        *(_relation(part, "partOf", whole, first[part], rule) for (part, whole), rule in said),
    ]


def _located(
    stated: Sequence[Relation], linked: Sequence[LinkedMention], context: Context, clean: str
) -> list[Relation]:
    """What the names of divisions and bodies say of where they lie."""
    found = list(_in_chain(linked, context, clean))
    known = {(r.subject, r.object) for r in (*found, *stated) if r.predicate == "locatedIn"}
    nested, opened = _nested(linked, context.registry), _opened_by_a_place(linked, context, clean)
    said = chain(
        zip(nested, repeat(INSIDE_DIVISION)),
        zip(opened, repeat(INSIDE_NAME)),
        zip(_villages(linked, context), repeat(VILLAGE_OF_HOME)),
    )
    for (around, within), rule in said:
        if (within.entity, around) not in known:
            known.add((within.entity, around))
            found.append(_relation(within.entity, "locatedIn", around, within, rule))
    return found


def _in_chain(linked: Sequence[LinkedMention], context: Context, clean: str) -> Iterator[Relation]:
    """The reporting division and those that it lies in, each in the next larger where a name states both; a town's county
    need only be named, for who reports is one of its towns."""
    starts = {(m.begin, m.entity) for m in linked}
    for inner, outer in pairwise(context.places.chain):
        a, b = (context.registry.find(f"division/{place.key}") for place in (inner, outer))
        if a is None or b is None:
            continue
        by_both = (m for m in linked if m.entity == a and (m.begin, b) in starts)
        by_body = (m for m in linked if _states(clean[m.begin : m.end], inner, outer))
        named = (m for m in linked if m.entity == b and (inner.level, outer.level) == ("township", "county"))
        stating = next(chain(by_both, by_body, named), None)
        if stating:
            yield _relation(a, "locatedIn", b, stating, INSIDE_DIVISION)


def _systems(stated: Sequence[Relation], context: Context) -> Iterator[tuple[tuple[int, int], str]]:
    """The concepts that are carried out beside a system which the vocabulary has them be a part of, each with that."""
    active = {r.object for r in stated if r.predicate == "implements" and r.status != "shortcoming"}
    for concept in (c for c in context.vocabulary.of("Programme") if c.broader):
        part = context.registry.find(concept.id)
        for system in concept.wholes if part in active else ():
            whole = context.registry.find(system)
            if part is not None and whole is not None and whole in active:
                yield (part, whole), PART


def _organs(context: Context, named: Mapping[int, LinkedMention]) -> Iterator[tuple[tuple[int, int], str]]:
    """The bodies named by another body of the same place and an organ's own word (镇党委 + 中心组), or the words of a section or
    team of it (县公安局 + 草原警察大队), each with that."""
    words = (
        *context.vocabulary.words("boundary/organ"),
        *context.vocabulary.words("boundary/office-of-a-group"),
    )
    offices = tuple(w for kind in OFFICES for w in context.vocabulary.words(f"boundary/{kind}"))
    for bodies in context.registry.bodies().values():
        called = {name: at for at in bodies if at in named for name in context.registry.called(at)}
        for name, organ in called.items():
            bodies_named = [called.get(name.removesuffix(w), organ) for w in words if name.endswith(w)]
            if name.endswith(offices):
                openings = (name[:size] for size in range(len(name) - SHORTEST_OFFICE, SHORTEST_BODY, -1))
                bodies_named += [called.get(opening, organ) for opening in openings]
            yield from (((organ, body), ORGAN) for body in bodies_named if body != organ)


def _nested(linked: Sequence[LinkedMention], registry: Registry) -> Iterator[tuple[int, LinkedMention]]:
    """Each division that another's name begins with (平顺县 + 龙溪镇), the next smaller one, and the longer mention."""
    before: LinkedMention | None = None
    for mention in sorted(linked, key=lambda m: (m.begin, m.end)):
        if not registry.is_division(mention.entity):
            continue
        if before and before.begin == mention.begin and before.entity != mention.entity:
            yield before.entity, mention
        before = mention


def _villages(linked: Sequence[LinkedMention], context: Context) -> Iterator[tuple[int, LinkedMention]]:
    """The town that reports and each village of it that it names."""
    home = context.places.home
    own = context.registry.find(f"division/{home.key}") if home and home.level == "township" else None
    if home is None or own is None:
        return
    for mention in linked:
        scope = context.registry.scope(mention.entity) if mention.rule.startswith(VILLAGE) else None
        if scope and scope.startswith(f"{home.key}/"):
            yield own, mention


def _opened_by_a_place(
    linked: Sequence[LinkedMention], context: Context, clean: str
) -> Iterator[tuple[int, LinkedMention]]:
    """Each division that the name of a venue, or of a body of a part of the reporting division, begins with (借母溪乡 +
    民法典主题公园, 官庄镇 + 司法所), or that stands before a quoted one (华川村“板凳会”), and that name's mention."""
    registry, places = context.registry, context.places
    venue = context.vocabulary.concepts["kind/venue"].label
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
