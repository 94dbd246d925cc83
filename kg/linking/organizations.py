"""Bodies: the institution kind of the vocabulary at its place, or a proper name of the body's own."""

from typing import NamedTuple

from kg.lexicon import ordinary
from kg.lexicon.concept import Concept
from kg.lexicon.division import Division
from kg.lexicon.levels import SUBDISTRICT, is_zone, level_words
from kg.lexicon.vocabulary import Vocabulary
from kg.linking.branches import branch
from kg.linking.context import Context
from kg.linking.keys import entity_key, slug
from kg.linking.whose import Whose, Why, whose
from kg.model.rules import institution


class Body(NamedTuple):
    """A body's identity."""

    key: str
    name: str
    linked: str
    """``local``, or ``unlinked``."""
    whose: Whose
    """Whose it is, and why."""


def institution_slug(concept: Concept) -> str:
    """The last part of the concept's identifier: ``justice-office``."""
    return concept.id.rpartition("/")[2]


def named_body(rule: str, name: str, vocabulary: Vocabulary) -> tuple[Concept, str]:
    """The kind of a body that was found by ``rule``, and its name without the Party's (中共), which tells nothing."""
    concept = vocabulary.concepts[institution(rule)]
    prefixes = vocabulary.words("boundary/party-prefix")
    prefix = next((word for word in prefixes if name.startswith(word)), "")
    return concept, name if name in concept.labels else name[len(prefix) :]


def link_institution(concept: Concept, words: str, context: Context, form: str | None = None) -> int:
    """The index of the body of this kind that ``words`` name; ``form`` is the surface to record."""
    body = institution_body(concept, words, context)
    return context.registry.add(
        body.key, "Organization", concept.kind, body.name, body.linked, form, body.whose.scope
    )


def institution_body(concept: Concept, words: str, context: Context) -> Body:
    """The body of this kind that ``words`` name."""
    own = whose(concept, words, context)
    found = branch(concept, words, context)
    if found:
        mine = Whose(Why.NAMED, found.seat, found.seat.key, own.rest)
        name = _named(own.place, own.rest) if own.why is Why.NAMED and own.place else words
        return _body(mine, institution_slug(found.field), name, "local")
    if own.why is Why.NATIONAL:
        return _body(own, institution_slug(concept), concept.label, "local")
    if own.why is Why.PROPER:
        return _body(own, slug(words), words, "unlinked")
    left = _leftover(own.rest, concept)
    whole = left == "" and len(own.rest) < len(concept.label)
    core = _of_committee(_unlevelled(concept), own.place, context.vocabulary) if whole else own.rest
    local = institution_slug(concept) if not left else f"{institution_slug(concept)}-{slug(left)}"
    if own.place is None:
        return _body(own, local, words, "unlinked")
    return _body(own, local, _named(own.place, core), "local")


def _body(own: Whose, local: str, name: str, linked: str) -> Body:
    return Body(entity_key("Organization", own.scope, local), name, linked, own)


def _unlevelled(concept: Concept) -> str:
    """The kind's label, without a level word that other labels replace: 县委网信办 beside 市委网信办 is any place's."""
    label = concept.label
    levelled = label[0] in level_words() and any(o != label and o[1:] == label[1:] for o in concept.labels)
    return label[1:] if levelled else label


def _of_committee(label: str, place: Division | None, vocabulary: Vocabulary) -> str:
    """The name of an organ of a Party committee with what the committee of its place is called: 党工委 + 理论学习中心组 in a
    subdistrict or zone, which has no 党委."""
    committee, working = (
        vocabulary.concepts[f"institution/party-{kind}"].label for kind in ("committee", "working-committee")
    )
    sent = place is not None and (place.kind == SUBDISTRICT or is_zone(place))
    return working + label.removeprefix(committee) if sent and label.startswith(committee) else label


def _named(place: Division, core: str) -> str:
    """The place's name and the body's, without what both hold: 金龙街道 + 街道办事处, 琶洲街道 + 街党工委, 月浦镇 + 月浦法庭."""
    if place.short and core.startswith(place.short):
        return core
    if core[:2] in ordinary.words("tail"):
        return place.name + core  # 慈溪市 + 市场监督管理局
    shared = next(
        (
            n
            for n in range(len(core) - 1, 0, -1)
            if place.name.endswith(core[:n]) or place.kind[:n] == core[:n]
        ),
        0,
    )
    return place.name + core[shared:]


def _leftover(rest: str, concept: Concept) -> str:
    """What of the name is neither place nor a label of the kind: 律师 of 律师调解工作室."""
    for label in sorted(concept.labels, key=len, reverse=True):
        if rest.endswith(label):
            return rest[: -len(label)]
        if label[1:] and rest == label[1:]:
            return ""
    return rest
