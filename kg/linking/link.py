"""From what a text says to who and what is meant: every mention gets an identity, or is plainly unlinked."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon import laws, reliability
from kg.lexicon.divisions import Division, load
from kg.lexicon.matcher import fold
from kg.lexicon.vocabulary import Concept, Vocabulary
from kg.linking.doctrines import spirit
from kg.linking.instruments import Instruments
from kg.linking.keys import NATION, digest, entity_key, slug
from kg.linking.organizations import PREFIX, link_institution
from kg.linking.places import Places
from kg.linking.registry import Registry
from kg.linking.reporter import SELF, reporting_department
from kg.linking.structure import structure
from kg.model import (
    Extraction,
    LinkedMention,
    Mention,
    Observation,
    Outline,
    PlaceName,
    Relation,
    RelationMention,
    Report,
    Text,
)

GOVERNMENTS = ("government", "subdistrict-office", "zone-committee")
OWN = "self"
IN_TOWN = "divisions:village-in@"
"""The rule of a village named with its town."""
REPORTER = ("divisions:self", "divisions:called")
"""Rules of mentions of the reporting division: 我镇, and its name where it is not known which place that is."""
OF_THE_PLACE = frozenset(("implements", "follows", "studies", "publicises"))
"""What a place's own government (its office, its committee) does in these ways, its report says of the place."""
OPENING = 300
"""A department that speaks of itself (我局) within this many characters of a report's first word makes the report."""
ALIAS_REACH = 40
"""How many characters after a title may announce its short form."""
PARTY, SPIRIT = "党的", "精神"
PATTERN = "patterns:"
QUOTATION = re.compile(r"“([^“”]+)”")


def link(
    text: Text,
    outline: Outline,
    said: Extraction,
    home: Division | None,
    vocabulary: Vocabulary,
    called: PlaceName | None = None,
) -> Report:
    """The report with identities.

    ``home`` is the reporting division; without it local bodies are told apart by the report alone, and ``called`` is
    what the report calls its division.
    """
    folded = fold(text.clean)
    fingerprint = digest(folded)
    registry, places = Registry(), Places(home)
    unplaced = f"unplaced-{fingerprint}"
    scope = home.key if home else unplaced
    area = _division(home, registry) if home else _called(called, scope, registry)
    instruments = Instruments(places, registry, unplaced, vocabulary)
    department = reporting_department(outline, text.clean, said.mentions, vocabulary)
    reporter = link_institution(*department, places, registry, scope) if department else area
    body = reporter if department else _unnamed(said, outline, vocabulary, registry, unplaced, scope)
    reporter = reporter if body is None else body
    targets: list[int | None] = []
    named: dict[tuple[str, str, str], int] = {}
    for mention in said.mentions:
        if mention.rule == SELF:
            if body is not None:
                registry.seen_as(body, mention.name)
            targets.append(body)
            continue
        form = text.clean[mention.begin : mention.end]
        at = named.get((form, mention.kind, mention.rule))
        if at is None:
            following = text.clean[mention.end : mention.end + ALIAS_REACH]
            name = _of_department(mention, department, vocabulary)
            at = _entity(name, form, following, places, registry, instruments, vocabulary, unplaced)
            if mention.type != "LegalInstrument":  # whose short forms mean what was named before them
                named[form, mention.kind, mention.rule] = at
        if reporter is None and mention.rule.startswith(REPORTER):
            reporter = at
        targets.append(at)
    linked = [
        LinkedMention(
            begin=m.begin,
            end=m.end,
            entity=at,
            rule=m.rule,
            confidence=m.confidence,
            edition=_edition(m, text.clean),
        )
        for m, at in zip(said.mentions, targets, strict=True)
        if at is not None
    ]
    own = () if department else (registry.find(entity_key("Organization", scope, g)) for g in GOVERNMENTS)
    relations = _relations(said, targets, reporter, frozenset(own))
    relations += structure(relations, linked, registry, vocabulary, places, text.clean)
    observations = tuple(
        Observation(
            indicator=f.indicator,
            concept=f.concept,
            value=f.value,
            unit=f.unit,
            about=None if f.about is None else targets[f.about],
            period=f.period,
            status=f.status,
            approx=f.approx,
            begin=f.begin,
            end=f.end,
            rule=f.rule,
            confidence=f.confidence,
        )
        for f in said.figures
    )
    code = home.code if home else "unplaced"
    return Report(
        key=f"report/{code}-{outline.year or 'undated'}-{fingerprint}",
        text=text,
        outline=outline,
        area=area,
        entities=registry.entities(),
        mentions=tuple(linked),
        relations=tuple(relations),
        observations=observations,
        statements=said.statements,
    )


def _unnamed(
    said: Extraction, outline: Outline, vocabulary: Vocabulary, registry: Registry, unplaced: str, scope: str
) -> int | None:
    """The department that reports when it only calls itself 我局, and that at once: one of this report's own, since nothing
    says which it is."""
    own = next((m for m in said.mentions if m.rule == SELF), None)
    if own is None or own.begin > outline.body_begin + OPENING:
        return None
    kind, key = vocabulary.concepts["kind/department"].label, entity_key("Organization", unplaced, OWN)
    return registry.add(key, "Organization", kind, own.name, "unlinked", None, scope)


def _of_department(
    mention: Mention, department: tuple[Concept, str] | None, vocabulary: Vocabulary
) -> Mention:
    """The mention, with the name of the department that reports before its own Party bodies (党组, 局党组, 委党委)."""
    concept = vocabulary.concepts.get(mention.rule.removeprefix(PREFIX))
    if not department or mention.type != "Organization" or concept is None:
        return mention
    own = next((w for w in vocabulary.words("boundary/own-organ-prefix") if mention.name.startswith(w)), "")
    label = mention.name[len(own) :]
    if label not in concept.labels or concept.kind != vocabulary.concepts["kind/party"].label:
        return mention
    if not own and concept.one("reach") != "local":
        return mention
    return replace(mention, name=department[1] + label)


def _edition(mention: Mention, clean: str) -> str | None:
    if mention.type != "LegalInstrument":
        return None
    return laws.edition(mention.name, clean[mention.end : mention.end + 12])


def _division(division: Division, registry: Registry, form: str | None = None) -> int:
    """The entity of a division, named with its parents."""
    facts = (
        ("code", division.code),
        ("code_year", str(division.year)),
        *((("parent", division.parent),) if division.parent else ()),
    )
    name = load().full_name(division)
    return registry.add(
        f"division/{division.key}", "Division", division.kind, name, "division", form, None, facts
    )


def _called(called: PlaceName | None, scope: str, registry: Registry) -> int | None:
    """The entity of a division of which only the name is known."""
    if called is None:
        return None
    return registry.add(
        entity_key("Division", scope, OWN), "Division", called.kind, called.name, "unlinked", None, scope
    )


def _entity(
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
        concept = vocabulary.concepts[mention.rule.removeprefix(PREFIX)]
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
    return registry.add(key, mention.type, mention.kind, mention.name, linked, form, scope)


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
        if division and mention.rule.startswith(IN_TOWN):
            village = mention.name.rpartition(division.name)[2]
            key = entity_key("Division", division.key, slug(village))
            name = load().full_name(division) + village
            return registry.add(key, "Division", mention.kind, name, "local", form, division.key)
        if division:
            return _division(division, registry, form)
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
    key = entity_key("Division", scope, slug(mention.name))
    name = load().full_name(places.home) + mention.name if places.home else mention.name
    return registry.add(
        key, "Division", mention.kind, name, "local" if places.home else "unlinked", form, scope
    )


def _relations(
    said: Extraction,
    targets: Sequence[int | None],
    reporter: int | None,
    governments: frozenset[int | None],
) -> list[Relation]:
    """The stated relations between entities; each (subject, predicate, object, status) once, the first time."""
    found: dict[tuple[int, str, int, str], Relation] = {}
    for stated in said.relations:
        subject = reporter if stated.subject is None else targets[stated.subject]
        if subject in governments and stated.predicate in OF_THE_PLACE:
            subject = reporter
        object_ = targets[stated.object]
        if subject is None or object_ is None or subject == object_:
            continue
        key = (subject, stated.predicate, object_, stated.status)
        if key not in found:
            found[key] = Relation(
                subject=subject,
                predicate=stated.predicate,
                object=object_,
                status=stated.status,
                begin=stated.begin,
                end=stated.end,
                rule=stated.rule,
                confidence=_confidence(said, stated),
            )
    return list(found.values())


def _confidence(said: Extraction, stated: RelationMention) -> float:
    """That in what is said of the ends, times that in the mentions of the ends; the reporting division needs none."""
    ends = (k for k in (stated.subject, stated.object) if k is not None)
    return reliability.joint(stated.confidence, *(said.mentions[k].confidence for k in ends))
