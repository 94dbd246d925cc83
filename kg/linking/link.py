"""From what a text says to who and what is meant: every mention gets an identity, or is plainly unlinked."""

from kg.lexicon import laws
from kg.lexicon.division import Division
from kg.lexicon.matcher import fold
from kg.lexicon.vocabulary import Vocabulary
from kg.linking.claims import linked_relations
from kg.linking.departments import of_department, unnamed_department
from kg.linking.entities import add_division, called_entity, entity_of
from kg.linking.instruments import Instruments
from kg.linking.keys import digest, entity_key
from kg.linking.organizations import link_institution
from kg.linking.places import Places
from kg.linking.registry import Registry
from kg.linking.reporter import reporting_department
from kg.linking.structure import structure
from kg.model import (
    Extraction,
    LinkedMention,
    Mention,
    Observation,
    Outline,
    PlaceName,
    Report,
    Text,
)
from kg.model.rules import DEPARTMENT, REPORTER

GOVERNMENTS = ("government", "subdistrict-office", "zone-committee")
LEADERS = (
    "theory-study-group",
    "party-committee",
    "party-working-committee",
    "party-group",
    "county-party-committee",
    "district-party-committee",
    "city-party-committee",
)
"""The bodies of a place in which those who lead it learn together: what they study, the place studies."""
ALIAS_REACH = 40
"""How many characters after a title may announce its short form."""


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
    area = add_division(home, registry) if home else called_entity(called, scope, registry)
    instruments = Instruments(places, registry, unplaced, vocabulary, _enacted(said))
    department = reporting_department(outline, text.clean, said.mentions, vocabulary)
    reporter = link_institution(*department, places, registry, scope) if department else area
    body = (
        reporter if department else unnamed_department(said, outline, vocabulary, registry, unplaced, scope)
    )
    reporter = reporter if body is None else body
    targets: list[int | None] = []
    named: dict[tuple[str, str, str], int] = {}
    for mention in said.mentions:
        if mention.rule == DEPARTMENT:
            if body is not None:
                registry.seen_as(body, mention.name)
            targets.append(body)
            continue
        form = text.clean[mention.begin : mention.end]
        at = named.get((form, mention.kind, mention.rule))
        if at is None:
            following = text.clean[mention.end : mention.end + ALIAS_REACH]
            name = of_department(mention, department, vocabulary)
            at = entity_of(name, form, following, places, registry, instruments, vocabulary, unplaced)
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
    own, leaders = (
        frozenset(() if department else (registry.find(entity_key("Organization", scope, b)) for b in bodies))
        for bodies in (GOVERNMENTS, LEADERS)
    )
    relations = linked_relations(said, targets, reporter, own, leaders)
    relations += structure(relations, linked, registry, vocabulary, places, text.clean)
    observations = tuple(
        Observation(
            indicator=f.indicator,
            concept=f.concept,
            value=f.value,
            unit=f.unit,
            about=body if f.about is None else _nobody(targets[f.about], area, body),
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


def _nobody(about: int | None, area: int | None, body: int | None) -> int | None:
    """Who a figure is of, None where that is the division that reports."""
    return None if about == area and body is None else about


def _enacted(said: Extraction) -> frozenset[int]:
    """Where the documents begin that the reporter drew up, by its own name or none."""
    return frozenset(
        said.mentions[r.object].begin
        for r in said.relations
        if r.predicate == "enacts" and (r.subject is None or said.mentions[r.subject].rule == DEPARTMENT)
    )


def _edition(mention: Mention, clean: str) -> str | None:
    if mention.type != "LegalInstrument":
        return None
    return laws.edition(mention.name, clean[mention.end : mention.end + 12])
