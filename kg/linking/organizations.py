"""Bodies: the institution kind of the vocabulary at its place, or a proper name of the body's own."""

from kg.lexicon import ordinary
from kg.lexicon.concept import Concept
from kg.lexicon.division import Division
from kg.lexicon.levels import SUBDISTRICT, level_words
from kg.linking.context import Context
from kg.linking.keys import NATION, entity_key, slug


def institution_slug(concept: Concept) -> str:
    """The last part of the concept's identifier: ``justice-office``."""
    return concept.id.rpartition("/")[2]


def link_institution(concept: Concept, words: str, context: Context, form: str | None = None) -> int:
    """The index of the body of this kind that ``words`` name; ``form`` is the surface to record."""
    places, registry = context.places, context.registry
    proper, national = concept.one("needsModifier") == "true", concept.one("reach") == "national"
    if national and not proper:
        key = entity_key("Organization", NATION, institution_slug(concept))
        return registry.add(key, "Organization", concept.kind, concept.label, "local", form)
    place, rest, stated = places.split(words, concept.labels)
    if proper and (national or not stated):
        # every town has its 中心小学
        scope = NATION if national or places.begins_with_place(words) else context.scope
        key = entity_key("Organization", scope, slug(words))
        return registry.add(key, "Organization", concept.kind, words, "unlinked", form, scope)
    if not stated:
        place = _having(concept, words, context) or place
    left = _leftover(rest, concept)
    core = _unlevelled(concept) if left == "" and len(rest) < len(concept.label) else rest
    local = institution_slug(concept) if not left else f"{institution_slug(concept)}-{slug(left)}"
    scope = place.key if place else context.scope
    key = entity_key("Organization", scope, local)
    name = _named(place, core) if place else words
    return registry.add(
        key, "Organization", concept.kind, name, "local" if place else "unlinked", form, scope
    )


def _having(concept: Concept, words: str, context: Context) -> Division | None:
    """The place above that has a body of this kind where the reporting one has none: in a town's report 政协 is its county's,
    in a subdistrict's 人大 too (人大街道工委 is its own), 行署 its prefecture's, and 依法治区办 that of the level that its name
    tells inside it."""
    home, reach = context.places.home, concept.one("reach")
    if reach == "parent":
        levels = (char for char in words if char in level_words())
        return next((at for char in levels if (at := context.places.at_level(char))), None)
    if reach == "prefecture":
        return next((d for d in context.places.chain if d.level == "prefecture"), None)
    subdistrict = home is not None and home.kind == SUBDISTRICT
    if reach == "county" or (reach == "elected" and subdistrict):
        return next((d for d in context.places.chain if d.level != "township"), None)
    return None


def _unlevelled(concept: Concept) -> str:
    """The kind's label, without a level word that other labels replace: 县委网信办 beside 市委网信办 is any place's."""
    label = concept.label
    levelled = label[0] in level_words() and any(o != label and o[1:] == label[1:] for o in concept.labels)
    return label[1:] if levelled else label


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
