"""From what a text says to who and what is meant: every mention gets an identity, or is plainly unlinked."""

import re
from collections.abc import Sequence

from kg.lexicon.divisions import Division, load
from kg.lexicon.vocabulary import Vocabulary
from kg.linking.instruments import Instruments
from kg.lexicon.matcher import fold
from kg.linking.keys import digest, entity_key, slug
from kg.linking.organizations import PREFIX, link_organization
from kg.linking.places import Places
from kg.linking.registry import Registry
from kg.linking.structure import structure
from kg.model import Extraction, LinkedMention, Mention, Observation, Outline, Relation, Report, Text

QUOTATION = re.compile(r"“([^“”]+)”")


def link(text: Text, outline: Outline, said: Extraction, home: Division | None, vocabulary: Vocabulary) -> Report:
    """The report with identities.

    ``home`` is the reporting division; without it local bodies are told apart by the report alone.
    """
    folded = fold(text.clean)
    fingerprint = digest(folded)
    registry, places = Registry(), Places(home)
    unplaced = f"unplaced-{fingerprint}"
    area = _division(home, registry) if home else None
    instruments = Instruments(places, registry, unplaced)
    linked = []
    for mention in said.mentions:
        at = _entity(mention, text.clean, places, registry, instruments, vocabulary, unplaced)
        linked.append(LinkedMention(begin=mention.begin, end=mention.end, entity=at, rule=mention.rule))
    reporter = _reporter(outline, said.mentions, linked, registry, area, places, unplaced, vocabulary)
    relations = _relations(said, linked, reporter)
    relations += structure(relations, linked, registry, vocabulary, places)
    observations = tuple(
        Observation(
            about=None if f.about is None else linked[f.about].entity,
            **f.model_dump(exclude={"about", "rule"}),
        )
        for f in said.figures
    )
    scope = home.key.partition("-")[2] if home else "unplaced"
    return Report(
        key=f"report/{scope}-{outline.year or 'undated'}-{fingerprint}",
        text=text,
        outline=outline,
        area=area,
        entities=registry.entities(),
        mentions=tuple(linked),
        relations=tuple(relations),
        observations=observations,
        statements=said.statements,
    )


def _division(division: Division, registry: Registry, form: str | None = None) -> int:
    """The entity of a division, named with its parents."""
    facts = (("code", division.code), ("code_year", str(division.year)), *((("parent", division.parent),) if division.parent else ()))
    name = load().full_name(division)
    return registry.add(f"division/{division.key}", "Division", division.kind, name, "division", form, None, facts)


def _entity(
    mention: Mention,
    clean: str,
    places: Places,
    registry: Registry,
    instruments: Instruments,
    vocabulary: Vocabulary,
    unplaced: str,
) -> int:
    form = clean[mention.begin : mention.end]
    scope = places.home.key if places.home else unplaced
    if mention.type == "Division":
        return _place(mention, places, registry, scope)
    if mention.type == "Organization":
        concept = vocabulary.concepts[mention.rule.removeprefix(PREFIX)]
        return link_organization(mention, concept, places, registry, scope)
    if mention.type == "LegalInstrument":
        return instruments.link(mention, clean[mention.end : mention.end + 40])
    if mention.concept:
        concept = vocabulary.concepts[mention.concept]
        return registry.add(concept.id, mention.type, mention.kind, concept.label, "vocabulary", form)
    key = entity_key(mention.type, scope, slug(_core(form, places)))
    linked = "local" if places.home else "unlinked"
    return registry.add(key, mention.type, mention.kind, mention.name, linked, form, scope)


def _core(form: str, places: Places) -> str:
    """What makes a name this one: its quotations, when it has any, since heads vary (“融普法”模式, “融普法”工作);
    otherwise the name without the reporting division's, which comes and goes."""
    quoted = QUOTATION.findall(form)
    return "".join(quoted) if quoted else places.without_home(form)


def _place(mention: Mention, places: Places, registry: Registry, scope: str) -> int:
    """A division of the gazetteer (its key is in the rule), the reporting one, or a village named in its scope."""
    code = mention.rule.partition("@")[2]
    if code:
        year, _, digits = code.partition("-")
        division = load().get(digits, int(year))
        if division:
            return _division(division, registry, mention.name)
    key = entity_key("Division", scope, slug(mention.name))
    name = load().full_name(places.home) + mention.name if places.home else mention.name
    return registry.add(key, "Division", mention.kind, name, "local" if places.home else "unlinked", mention.name, scope)


def _reporter(
    outline: Outline,
    mentions: Sequence[Mention],
    linked: Sequence[LinkedMention],
    registry: Registry,
    area: int | None,
    places: Places,
    unplaced: str,
    vocabulary: Vocabulary,
) -> int | None:
    """Who reports: the division, or the department whose report it is."""
    return area


def _relations(said: Extraction, linked: Sequence[LinkedMention], reporter: int | None) -> list[Relation]:
    """The stated relations between entities; each (subject, predicate, object, status) once, the first time."""
    found: dict[tuple[int, str, int, str], Relation] = {}
    for stated in said.relations:
        subject = reporter if stated.subject is None else linked[stated.subject].entity
        object_ = linked[stated.object].entity
        if subject is None or subject == object_:
            continue
        relation = Relation(subject=subject, object=object_, **stated.model_dump(exclude={"subject", "object"}))
        found.setdefault((subject, stated.predicate, object_, stated.status), relation)
    return list(found.values())
