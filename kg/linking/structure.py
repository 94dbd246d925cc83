"""Relations that follow from who and what was linked: a town lies in its district, a part belongs to its system."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from kg.lexicon import reliability
from kg.linking.context import Context
from kg.linking.located import located
from kg.linking.mentions import Target
from kg.model import LinkedMention, Relation
from kg.model.rules import ORGAN, PART

OFFICES = ("section-of-a-body", "team-of-a-body")
"""Word lists of what sections and teams of a body end in."""
BRANCH = "institution/branch-bureau"
"""The concept of a bureau's branch, which is the bureau of its own place."""
SHORTEST_OFFICE, SHORTEST_BODY = 3, 3
"""Characters of the words of a section (法制科), and of the name of the body that it is in."""


def structure(
    stated: Sequence[Relation],
    linked: Sequence[LinkedMention],
    context: Context,
    clean: str,
    department: Target,
) -> list[Relation]:
    """locatedIn where a name states it (上海市宝山区月浦镇, 官庄镇司法所), and partOf between a concept and the system that it
    is a part of when the report says something of both, and between a body's organ and the body (镇党委中心组). The
    evidence is the inner one's mention."""
    first: dict[int, LinkedMention] = {}
    for mention in linked:
        first.setdefault(mention.entity, mention)
    known = {(r.subject, r.predicate, r.object) for r in stated}
    parts = chain(_systems(stated, context), _organs(context, first), _within_names(linked, context))
    said = [
        *(
            (one.within, "locatedIn", one.around, one.evidence, one.rule)
            for one in located(linked, context, clean, department)
        ),
        *((part, "partOf", whole, first[part], rule) for (part, whole), rule in dict.fromkeys(parts)),
    ]
    return [_relation(*one) for one in said if one[:3] not in known]


def _systems(stated: Sequence[Relation], context: Context) -> Iterator[tuple[tuple[int, int], str]]:
    """The concepts that are carried out beside a system which the vocabulary has them be a part of, each with that."""
    active = {r.object for r in stated if r.predicate == "implements" and r.status != "shortcoming"}
    for concept in (c for c in context.vocabulary.of("Programme") if c.broader):
        part = context.registry.find(concept.id)
        for system in concept.wholes if part in active else ():
            whole = context.registry.find(system)
            if part is not None and whole is not None and whole in active:
                yield (part, whole), PART


def _within_names(linked: Sequence[LinkedMention], context: Context) -> Iterator[tuple[tuple[int, int], str]]:
    """The bodies whose names begin with that of another (县人民法院 + 吴家人民法庭), each with the longest such one."""
    before: LinkedMention | None = None
    apart = _with_separate_offices(context)
    for mention in sorted(linked, key=lambda m: (m.begin, m.end)):
        if context.registry.class_of(mention.entity)[0] != "Organization":
            continue
        if before and before.begin == mention.begin and before.entity not in (mention.entity, *apart):
            yield (mention.entity, before.entity), ORGAN
        before = mention


def _organs(context: Context, named: Mapping[int, LinkedMention]) -> Iterator[tuple[tuple[int, int], str]]:
    """The bodies named by another body of the same place and an organ's own word (镇党委 + 中心组), or the words of a section or
    team of it (县公安局 + 草原警察大队), each with that."""
    organs, groups = (context.vocabulary.words(f"boundary/{of}") for of in ("organ", "office-of-a-group"))
    apart = _with_separate_offices(context)
    branch = context.vocabulary.concepts[BRANCH].label
    offices = tuple(
        w for kind in OFFICES for w in context.vocabulary.words(f"boundary/{kind}") if w != branch
    )
    for bodies in context.registry.bodies().values():
        called = {name: at for at in bodies if at in named for name in context.registry.called(at)}
        for name, organ in called.items():
            bodies_named = [called.get(name.removesuffix(w), organ) for w in organs if name.endswith(w)]
            wholes = [called.get(name.removesuffix(w), organ) for w in groups if name.endswith(w)]
            if name.endswith(offices):
                openings = (name[:size] for size in range(len(name) - SHORTEST_OFFICE, SHORTEST_BODY, -1))
                wholes += [called.get(opening, organ) for opening in openings]
            bodies_named += [body for body in wholes if body not in apart]
            yield from (((organ, body), ORGAN) for body in bodies_named if body != organ)


def _with_separate_offices(context: Context) -> frozenset[int]:
    """The entities whose offices are bodies of their own."""
    kinds = context.vocabulary.words("boundary/kind-with-separate-offices")
    return frozenset(
        at
        for bodies in context.registry.bodies().values()
        for at in bodies
        if context.registry.class_of(at)[1] in kinds
    )


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
