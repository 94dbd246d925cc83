"""Bodies: the institution kind of the vocabulary at its place, or a proper name of the body's own."""

from typing import NamedTuple

from kg.lexicon import divisions, ordinary
from kg.lexicon.concept import Concept
from kg.lexicon.division import Division
from kg.lexicon.levels import COMMITTEE, SUBDISTRICT, is_zone, level_words
from kg.lexicon.slugs import slug
from kg.lexicon.vocabulary import Vocabulary
from kg.linking.branches import branch
from kg.linking.context import Context
from kg.linking.keys import entity_key
from kg.linking.whose import Whose, Why, whose
from kg.model.report import Authority
from kg.model.rules import institution

BRACKET = "（"
"""Opens what a label leaves open: 村（社区）人民调解委员会."""


class Body(NamedTuple):
    """A body's identity."""

    key: str
    name: str
    linked: Authority
    """``local``, or ``unlinked``."""
    whose: Whose
    """Whose it is, and why."""


def institution_slug(concept: Concept) -> str:
    """The last part of the concept's identifier: ``justice-office``."""
    return concept.id.rpartition("/")[2]


def named_body(rule: str, name: str, vocabulary: Vocabulary) -> tuple[Concept, str]:
    """The kind of a body that was found by ``rule``, and its name without the Party's (中共), which tells nothing: 中共练塘镇
    委员会 is the 练塘镇 + 党委."""
    concept = vocabulary.concepts[institution(rule)]
    if name in concept.labels:
        return concept, name
    prefixes = vocabulary.words("boundary/party-prefix")
    own = name.removeprefix(next((word for word in prefixes if name.startswith(word)), ""))
    lists = ("working-committee-in-full", "committee-in-full") if own != name else ()
    in_full = (word for of in lists for word in vocabulary.words(f"boundary/{of}"))
    word = next((word for word in in_full if own.endswith(word) and not own.endswith(concept.label)), None)
    return concept, own.removesuffix(word) + concept.label if word else own


def link_institution(concept: Concept, words: str, context: Context, form: str | None = None) -> int:
    """The index of the body of this kind that ``words`` name; ``form`` is the surface to record."""
    body = institution_body(concept, words, context)
    return context.registry.add(
        body.key, "Organization", concept.kind, body.name, body.linked, form, body.whose.scope
    )


def institution_body(concept: Concept, words: str, context: Context) -> Body:
    """The body of this kind that ``words`` name."""
    own = whose(concept, words, context)
    if higher := _at_level(concept, own, context.vocabulary):
        concept, own = higher, own._replace(rest=higher.label)
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
    local = institution_slug(concept) if not left else f"{institution_slug(concept)}-{slug(left)}"
    if own.place is None:
        other = _of_level(words, context) if own.why is Why.UNPLACED else ""
        return _body(own, local + other, words, "unlinked")
    if left:
        return _body(own, local, _named(own.place, own.rest), "local")
    core = _of_committee(_in_full(own.rest, own.place, concept), own, context.vocabulary)
    short = own.place.short if concept.one("shortPlace") == "true" else ""
    return _body(own, local, short + core if short else _named(own.place, core), "local")


def _of_level(words: str, context: Context) -> str:
    """What tells a body of a place that is not known from those of other levels, which its name says (省 + 政府 in a county's
    report); empty where it is of the level that reports."""
    level = next((word for word in level_words() if words.startswith(word)), "")
    return f"-{slug(level)}" if level and level_words()[level].name != context.level else ""


def _body(own: Whose, local: str, name: str, linked: Authority) -> Body:
    return Body(entity_key("Organization", own.scope, local), name, linked, own)


def _at_level(concept: Concept, own: Whose, vocabulary: Vocabulary) -> Concept | None:
    """The kind that bodies of this one are of where their place is of its level: 省法院 is the 高级人民法院."""
    if own.place is None or _leftover(own.rest, concept):
        return None
    if all(inner.level == "township" for inner in divisions.load().children(own.place)):
        return None  # a town has no court of its own; 儋州市 has no counties, and a 人民法院
    of_level = vocabulary.having("InstitutionKind", "ofLevel", own.place.level)
    return next((kind for kind in of_level if concept.id in kind.broader), None)


def _in_full(rest: str, place: Division, concept: Concept) -> str:
    """The kind's label that a body's name without its place is short for, without a level: the first that has its characters
    in their order (科技厅 is a 科学技术厅, no 科学技术局). 县委 is of a label that needs it (县委 + 办), and the level inside
    one is not (团县委)."""
    level, spelled = place.name[-1:], _unlevelled(rest, concept)
    committee, is_short = spelled.startswith(COMMITTEE), len(rest) < len(concept.label)
    if committee and is_short and spelled[1:] in concept.labels:
        spelled, committee = spelled[1:], False  # 县委编办 is the 编办
    elif committee and level + spelled in concept.labels:
        spelled, committee = level + spelled, False
    for inner in (place.kind, level):
        without = spelled[:1] + spelled[1:].replace(inner, "", 1)
        spelled = without if without in concept.labels else spelled
    if committee or not is_short:
        return _unlevelled(spelled, concept)
    plain = BRACKET not in spelled
    full = (label for label in concept.labels if _holds(label, spelled) and not (plain and BRACKET in label))
    return _unlevelled(next(full, spelled), concept)


def _unlevelled(label: str, concept: Concept) -> str:
    """A label without a level word that other labels replace: 县委网信办 beside 市委网信办 is any place's."""
    levelled = label[0] in level_words() and any(o != label and o[1:] == label[1:] for o in concept.labels)
    return label[1:] if levelled else label


def _holds(label: str, short: str) -> bool:
    """Whether the characters of ``short`` are all in ``label``, in their order."""
    left = iter(label)
    return all(char in left for char in short)


def _of_committee(label: str, own: Whose, vocabulary: Vocabulary) -> str:
    """The name of an organ of a Party committee with what the committee of its place is called: 党工委 + 理论学习中心组 in a
    subdistrict or zone, which has no 党委."""
    committee, working = (
        vocabulary.concepts[f"institution/party-{kind}"].label for kind in ("committee", "working-committee")
    )
    sent = own.place is not None and (own.place.kind == SUBDISTRICT or is_zone(own.place))
    supplied = label.startswith(committee) and not own.rest.startswith(committee)
    return working + label.removeprefix(committee) if sent and supplied else label


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
