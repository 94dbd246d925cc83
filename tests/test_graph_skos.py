"""The vocabulary in a built graph, as a store that infers nothing has it: labels, concepts, schemes."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.build import build
from tests.builds import ask, load


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> ox.Store:
    """The sample's graph."""
    folder: Path = tmp_path_factory.mktemp("skos") / "out"
    build([], folder, pages=False)
    return load(folder)


@pytest.mark.parametrize(
    "path",
    [
        "fz:kind",
        "fz:indicator",
        "fz:topic",
        "fz:status",
        "fz:sectionRole",
        "fz:kind/skos:inScheme",
        "rdf:predicate",
    ],
)
def test_what_a_thing_points_to_has_a_label_in_two_languages(store: ox.Store, path: str) -> None:
    one = f"?x {path} ?term"
    terms = set(ask(store, one, "term"))
    for language in ("zh", "en"):
        rows = set(ask(store, f"{one} . ?term rdfs:label ?l FILTER(LANG(?l) = '{language}')", "term", "l"))
        assert {row[:1] for row in rows} == terms != set()
        assert len(rows) == len(terms)


def test_every_entry_and_scheme_has_a_label_in_each_language_at_most(store: ox.Store) -> None:
    assert ask(store, "?x skos:prefLabel ?n FILTER NOT EXISTS { ?x rdfs:label ?l }", "x") == []
    twice = (
        "?x rdfs:label ?l, ?m FILTER(?l != ?m && LANG(?l) = LANG(?m)) FILTER EXISTS { ?x skos:prefLabel ?n }"
    )
    assert ask(store, twice, "x") == []


def test_what_reports_speak_of_has_one_label(store: ox.Store) -> None:
    labels = ask(store, "?x fz:linkedBy ?how ; rdfs:label ?label", "x", "label")
    assert len(labels) == len({thing for thing, _ in labels}) == len(ask(store, "?x fz:linkedBy ?how", "x"))
