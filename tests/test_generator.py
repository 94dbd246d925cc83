"""The generated reports: the same on every run, of many places, and what is told of them is in them."""

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.some import some
from tests.test_benchmarks import run

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"
SCORES = ("metadata", "entities", "relations", "observations", "statements")


@pytest.fixture(scope="module")
def generator() -> Iterator[ModuleType]:
    sys.path.insert(0, str(BENCHMARKS))
    import generator  # type: ignore[import-not-found]

    yield generator
    sys.path.remove(str(BENCHMARKS))


def test_a_report_is_the_same_whatever_is_made_with_it(generator: ModuleType) -> None:
    several = list(generator.reports(6, characters=1500))
    assert list(generator.reports(2, characters=1500, first=4)) == several[4:]
    assert len({one.text for one in several}) == 6
    assert list(generator.reports(1, characters=1500, seed=2)) != several[:1]


def test_what_is_true_of_a_report_is_in_its_text(generator: ModuleType) -> None:
    for one in some(generator.reports(40, characters=2500)):
        text, truth = "".join(one.text.split()), one.truth
        names = {entity["name"] for entity in truth["entities"]}
        assert len(text) > 1800
        for entity in truth["entities"]:
            own = not entity["agreed"] or entity["type"] == "Division" or entity["kind"] == "人民政府"
            assert own or all(form in text for form in entity["forms"]), entity
        for relation in truth["relations"]:
            assert {relation["s"], relation["o"]} <= names, relation
        for figure in truth["observations"]:
            assert figure["evidence"] in text, figure
        for statement in truth["statements"]:
            assert statement["text"] in text, statement
        for key in ("title", "doc_number", "addressee", "issuer"):
            assert (truth["report"][key] or "") in text
        assert {layer for layer in ("relations", "observations", "statements") if not truth[layer]} == set()


@pytest.mark.usefixtures("generator")
def test_no_place_and_year_comes_twice_among_a_hundred_thousand() -> None:
    from things import place, places  # type: ignore[import-not-found]

    assert len({one.code[:2] for one in places()}) == 31
    seen = {(one.division.key, one.year) for one in (place(number, 1_234_578) for number in range(100_000))}
    assert len(seen) == 100_000
    assert len({code[5:7] for code, _ in list(seen)[:2000]}) == 31


@pytest.mark.slow
def test_generated_reports_are_read_as_they_are_true() -> None:
    said = run("truth.py", "--reports", "20", "--characters", "1500", "--most", "5")
    rows = {cells[1].strip(): cells for line in said.splitlines() if len(cells := line.split("|")) == 8}
    for layer in SCORES:
        assert float(rows[layer][6]) > 0.85, rows[layer]
