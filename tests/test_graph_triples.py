"""From records to triples: what is said, what is not, and that no order of records shows."""

import random
from dataclasses import asdict, replace
from typing import Any, TypeVar

import pytest

from kg.errors import KgError
from kg.graph.iris import DEFAULT_BASE
from kg.graph.terms import Triple
from kg.model import Entity, Report
from tests.factories import make_report, triples_of
from tests.some import some

T = TypeVar("T")
FZ = "https://fazhi.example/ontology#"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"


def shuffled(report: Report, seed: int) -> Report:
    """The same report with all its records in another order."""
    dice = random.Random(seed)
    order = list(range(len(report.entities)))
    dice.shuffle(order)
    place = {old: new for new, old in enumerate(order)}

    def mix(records: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(dice.sample(records, len(records)))

    mentions = [replace(m, entity=place[m.entity]) for m in report.mentions]
    relations = [replace(r, subject=place[r.subject], object=place[r.object]) for r in report.relations]
    figures = [replace(o, about=None if o.about is None else place[o.about]) for o in report.observations]
    counted = list(range(len(figures)))
    dice.shuffle(counted)
    moved = {old: new for new, old in enumerate(counted)}
    fits = [
        replace(c, stated=moved[c.stated], against=tuple(moved[at] for at in c.against))
        for c in report.contradictions
    ]
    return replace(
        report,
        entities=tuple(report.entities[old] for old in order),
        area=None if report.area is None else place[report.area],
        mentions=mix(tuple(mentions)),
        relations=mix(tuple(relations)),
        observations=tuple(figures[old] for old in counted),
        statements=mix(report.statements),
        contradictions=mix(tuple(fits)),
    )


def objects(found: list[Triple], subject: str, predicate: str) -> list[str]:
    return sorted(o for s, p, o in found if (s, p) == (subject, predicate))


def with_entity(report: Report, at: int, **changes: Any) -> Report:
    entities = list(report.entities)
    entities[at] = Entity(**asdict(entities[at]) | changes)
    return replace(report, entities=tuple(entities))


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_records_does_not_show(seed: int) -> None:
    report = make_report(rounds=3)
    assert triples_of(shuffled(report, seed)) == triples_of(report)


def test_each_triple_stands_once_and_subjects_stand_together() -> None:
    found = triples_of(make_report(rounds=3))
    assert len(found) == len(set(found))
    runs = [s for at, (s, _, _) in enumerate(found) if at == 0 or found[at - 1][0] != s]
    assert len(runs) == len(set(runs))


def test_nodes_are_ascii_iris_and_none_is_blank() -> None:
    for triple in some(triples_of(make_report())):
        for term in triple:
            assert term.isprintable()
            assert term[0] == '"' or (
                term[0] == "<" and term[-1] == ">" and term.isascii() and " " not in term
            )


def test_only_achieved_relations_are_plain_triples() -> None:
    report = make_report()
    every = triples_of(report)
    achieved = {(r.subject, r.predicate, r.object) for r in report.relations if r.status == "achieved"}
    relations = {r.predicate for r in report.relations}
    assert sum(p in {f"<{FZ}{name}>" for name in relations} for _, p, _ in every) == len(achieved)
    planned = [r for r in report.relations if r.status != "achieved"]
    none_done = replace(report, relations=tuple(planned))
    found = triples_of(none_done)
    assert not [t for t in found if t[1] in {f"<{FZ}{name}>" for name in relations}]
    assert sum(t[1:] == (TYPE, f"<{FZ}Claim>") for t in found) == len(planned)


def test_a_claim_stated_twice_is_one_claim_with_two_pieces_of_evidence() -> None:
    once, twice = triples_of(make_report(rounds=1)), triples_of(make_report(rounds=2))
    for found, pieces in ((once, 1), (twice, 2)):
        claims = [s for s, p, o in found if (p, o) == (TYPE, f"<{FZ}Claim>")]
        assert len(claims) == 24
        assert {len(objects(found, claim, f"<{FZ}evidence>")) for claim in claims} == {pieces}


def test_what_was_found_says_what_rule_found_it_and_how_sure_that_is() -> None:
    found = triples_of(make_report())
    confidence = {"Mention": "http://www.w3.org/2005/11/its/rdf#taConfidence"}
    expected = {
        "Mention": ("test:name", "0.9"),
        "Claim": ("test:verb", "0.8"),
        "Observation": ("test:count", "0.95"),
        "Plan": ("test:section", "0.7"),
        "Shortcoming": ("test:section", "0.7"),
    }
    for cls, (rule, share) in expected.items():
        nodes = {s for s, p, o in found if (p, o) == (TYPE, f"<{FZ}{cls}>")}
        if cls == "Mention":
            nodes = {s for s, p, _ in found if p.endswith("#taIdentRef>")}
        path = confidence.get(cls, f"{FZ}confidence")
        decimal = f'"{share}"^^<http://www.w3.org/2001/XMLSchema#decimal>'
        assert nodes
        assert {tuple(objects(found, node, f"<{FZ}rule>")) for node in nodes} == {(f'"{rule}"',)}
        assert {tuple(objects(found, node, f"<{path}>")) for node in nodes} == {(decimal,)}


def test_a_claim_stated_twice_is_as_sure_as_its_surest_statement() -> None:
    report = make_report()
    first = report.relations[0]
    again = replace(first, begin=first.begin + 1, rule="test:frame", confidence=0.99)
    found = triples_of(replace(report, relations=(*report.relations, again)))
    claim = next(s for s, p, o in found if p == f"<{FZ}rule>" and o == '"test:frame"')
    assert objects(found, claim, f"<{FZ}rule>") == ['"test:frame"', '"test:verb"']
    assert [o.split('"')[1] for o in objects(found, claim, f"<{FZ}confidence>")] == ["0.99"]


def test_all_evidence_is_a_mention_with_the_words_of_the_clause() -> None:
    report = make_report()
    found = triples_of(report)
    mentions = {s for s, p, o in found if (p, o) == (TYPE, f"<{FZ}Mention>")}
    evidence = {o for _, p, o in found if p == f"<{FZ}evidence>"}
    assert evidence <= mentions
    nif = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
    for mention in mentions:
        begin, end = map(int, mention.partition("#char=")[2][:-1].split(","))
        assert objects(found, mention, f"<{nif}anchorOf>") == [f'"{report.text.clean[begin:end]}"']
        source = report.text.source[slice(*report.text.source_span(begin, end))]
        assert source.replace("\n", "") == report.text.clean[begin:end].replace("\n", "")


def test_figures_of_nobody_in_particular_are_about_the_reporting_division() -> None:
    report = make_report()
    area = f"<{DEFAULT_BASE}{report.entities[0].key}>"
    found = triples_of(report)
    assert {o for _, p, o in found if p == f"<{FZ}about>"} == {area}
    unplaced = triples_of(replace(report, area=None))
    assert not [t for t in unplaced if t[1] in (f"<{FZ}about>", f"<{FZ}division>")]


def test_two_figures_of_one_clause_are_two_observations() -> None:
    report = make_report()
    first = report.observations[0]
    more = replace(report, observations=(*report.observations, replace(first, value=7.5)))
    observations = (TYPE, f"<{FZ}Observation>")
    assert sum(t[1:] == observations for t in triples_of(more)) == len(report.observations) + 1


def test_the_number_that_keeps_names_apart_is_not_in_the_label() -> None:
    report = with_entity(make_report(), 5, name="点灯人#2")
    term = f"<{DEFAULT_BASE}{report.entities[5].key}>"
    assert objects(triples_of(report), term, LABEL) == ['"点灯人"@zh']


def test_a_scope_that_the_report_does_not_have_is_not_pointed_to() -> None:
    inside = make_report()
    outside = with_entity(inside, 5, place="division/2023-000000000000")
    term = f"<{DEFAULT_BASE}{inside.entities[5].key}>"
    town = f"<{DEFAULT_BASE}{inside.entities[0].key}>"
    assert objects(triples_of(inside), term, f"<{FZ}scope>") == [town]
    assert objects(triples_of(outside), term, f"<{FZ}scope>") == []


def test_a_division_lies_in_its_parent_when_the_report_has_both() -> None:
    report = make_report()
    town, district = (f"<{DEFAULT_BASE}{report.entities[at].key}>" for at in (0, 1))
    assert objects(triples_of(report), town, f"<{FZ}locatedIn>") == [district]


def test_what_a_report_does_not_state_is_absent() -> None:
    report = make_report()
    silent = type(report.outline)(body_end=report.outline.body_end)
    found = triples_of(replace(report, outline=silent))
    doc = f"<{DEFAULT_BASE}{report.key}>"
    said = {p.rpartition("#")[2].rpartition("/")[2][:-1] for s, p, _ in found if s == doc}
    assert said == {"type", "label", "division", "fileName", "sha256", "isString", "sourceText"}
    assert objects(found, doc, LABEL) == [f'"{report.text.name}"@zh']
    assert not [t for t in found if t[1] == f"<{FZ}year>"]


def test_an_unknown_kind_names_the_vocabulary() -> None:
    with pytest.raises(KgError, match=r"KG014.*灯具"):
        triples_of(with_entity(make_report(), 3, kind="灯具"))


def test_an_unknown_fact_is_not_dropped_in_silence() -> None:
    with pytest.raises(KeyError, match="colour"):
        triples_of(with_entity(make_report(), 3, facts=(("colour", "red"),)))
