"""The entity of one mention: a division, a body, an instrument, a concept of the vocabulary, or a thing of its own."""

import re

from kg.lexicon.division import Division
from kg.lexicon.divisions import load
from kg.lexicon.vocabulary import Vocabulary
from kg.linking.doctrines import PARTY, SPIRIT, spirit
from kg.linking.instruments import Instruments
from kg.linking.keys import NATION, entity_key, slug
from kg.linking.organizations import link_institution
from kg.linking.places import Places
from kg.linking.registry import Registry
from kg.model import Entity, Mention, PlaceName
from kg.model.rules import BODY, PATTERN, REPORTER, VILLAGE_IN, VILLAGE_LISTED

OWN = "self"
"""What a report's own division or department is called in keys, when only the report knows it."""
QUOTATION = re.compile(r"“([^“”]+)”")
BRANDED = ("Programme", "Organization", "Role")
"""Types of what is called by its quotation alone too: “三朵云”综合平台 is 三朵云."""


def division_entity(division: Division) -> Entity:
    """The entity of a division, named with its parents, without a form."""
    gazetteer = load()
    name, today = gazetteer.full_name(division), gazetteer.successor(division)
    return Entity(
        key=f"division/{division.key}",
        type="Division",
        kind=division.kind,
        name=name,
        forms=(),
        linked="division",
        facts=(
            ("code", division.code),
            ("code_year", str(division.year)),
            *((("parent", division.parent),) if division.parent else ()),
            *((("now_called", gazetteer.full_name(today)), ("successor_code", today.code)) if today else ()),
        ),
    )


def add_division(division: Division, registry: Registry, form: str | None = None) -> int:
    """The index of a division's entity."""
    made = division_entity(division)
    return registry.add(made.key, made.type, made.kind, made.name, made.linked, form, made.place, made.facts)


def called_entity(called: PlaceName | None, scope: str, registry: Registry) -> int | None:
    """The entity of a division of which only the name is known."""
    if called is None:
        return None
    return registry.add(
        entity_key("Division", scope, OWN), "Division", called.kind, called.name, "unlinked", None, scope
    )


def entity_of(
    mention: Mention,
    form: str,
    following: str,
    places: Places,
    registry: Registry,
    instruments: Instruments,
    vocabulary: Vocabulary,
    unplaced: str,
) -> int:
    scope = places.home.key if places.home else unplaced
    if mention.type == "Division":
        return _place(mention, form, places, registry, scope)
    if mention.type == "Organization":
        concept = vocabulary.concepts[mention.rule.removeprefix(BODY)]
        prefix = next(
            (w for w in vocabulary.words("boundary/party-prefix") if mention.name.startswith(w)), ""
        )
        name = mention.name if mention.name in concept.labels else mention.name[len(prefix) :]
        return link_institution(concept, name, places, registry, scope, form)
    if mention.type == "LegalInstrument":
        return instruments.link(mention, following)
    if mention.concept:
        concept = vocabulary.concepts[mention.concept]
        return registry.add(
            concept.id, mention.type, concept.kind or mention.kind, concept.label, "vocabulary", form
        )
    known = vocabulary.labelled(mention.type, (mention.name, *_spirits(mention)))
    if known:
        return registry.add(
            known.id, mention.type, known.kind or mention.kind, known.label, "vocabulary", form
        )
    pattern = vocabulary.concepts.get(mention.rule.removeprefix(PATTERN))
    if pattern and pattern.one("reach") == "national":
        name, parts = spirit(mention.name, vocabulary)
        key = entity_key(mention.type, NATION, slug(name))
        facts = tuple(("part", concept) for concept in parts)
        return registry.add(key, mention.type, mention.kind, name, "local", form, NATION, facts)
    key = entity_key(mention.type, scope, slug(_core(form, places)))
    linked = "local" if places.home else "unlinked"
    at = registry.add(key, mention.type, mention.kind, mention.name, linked, form, scope)
    if mention.type in BRANDED and "《" not in form and len(quoted := QUOTATION.findall(form)) == 1:
        registry.seen_as(at, quoted[0])
        if not form.startswith("“") and not form.endswith("”"):
            registry.seen_as(at, form[form.index("“") :])
    return at


def _spirits(mention: Mention) -> tuple[str, ...]:
    """Fuller names of a congress that stands for its spirit: 党的二十大 → 党的二十大精神."""
    if mention.type != "Doctrine":
        return ()
    return tuple(f"{party}{mention.name}{spirit}" for party in ("", PARTY) for spirit in ("", SPIRIT))


def _core(form: str, places: Places) -> str:
    """What makes a name this one: its quotations, when it has any, since heads vary (“融普法”模式, “融普法”工作);
    otherwise the name without the reporting division's, which comes and goes."""
    quoted = QUOTATION.findall(form)
    return "".join(quoted) if quoted else places.without_home(form)


def _place(mention: Mention, form: str, places: Places, registry: Registry, scope: str) -> int:
    """A division of the gazetteer (its key is in the rule), the reporting one, or a village named in its scope."""
    code = mention.rule.partition("@")[2]
    if code:
        year, _, digits = code.partition("-")
        division = load().get(digits, int(year))
        if division and mention.rule.startswith(VILLAGE_IN):
            village = mention.name.rpartition(division.name)[2]
            key = entity_key("Division", division.key, slug(village))
            name = load().full_name(division) + village
            return registry.add(key, "Division", mention.kind, name, "local", form, division.key)
        if division:
            return add_division(division, registry, form)
    if mention.rule.startswith(REPORTER):
        return registry.add(
            entity_key("Division", scope, OWN),
            "Division",
            mention.kind,
            mention.name,
            "unlinked",
            form,
            scope,
        )
    said = mention.name + mention.kind if mention.rule == VILLAGE_LISTED else mention.name
    key = entity_key("Division", scope, slug(said))
    name = load().full_name(places.home) + said if places.home else said
    return registry.add(
        key, "Division", mention.kind, name, "local" if places.home else "unlinked", form, scope
    )
