"""What contradicts what on the pages: what the graph says, and nothing else."""

import gzip
import json
import re
from base64 import b64decode
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyoxigraph as ox
import pytest

from kg.graph.store import load, stream
from kg.views import Wanted, library, reports, view
from kg.views.columns import Columns
from kg.views.shelf import Shelf, shelve
from kg.views.subset import subset

SMALL, NEIGHBOUR = (Path(__file__).parent / "data" / name for name in ("small.ttl", "neighbour.ttl"))


def shelf(columns: Columns) -> Shelf:
    return shelve(library.read(columns))


@pytest.fixture(scope="module")
def neighbour() -> Columns:
    return Columns(stream(NEIGHBOUR))


def margin(own: Shelf, title: str) -> list[str]:
    """What the margins of the reports with this in their title say of contradictions: words with links."""
    found = [reports.render(own, report) for report in own.library.reports if title in report.title]
    notes = [note for page in found for note in re.findall(r'<span class="clash .*', page)]
    return [re.sub(r"<(?!/?a\b)[^>]*>", "", re.sub(r'<span class="en".*?</span>', "", n)) for n in notes]


def figures(out: Path) -> dict[str, Any]:
    """What ``figures.html`` loads."""
    (packed,) = re.findall(r'"figures","(.*?)"', (out / "data" / "figures.js").read_text(encoding="utf-8"))
    loaded: dict[str, Any] = json.loads(gzip.decompress(b64decode(packed)))
    return loaded


def test_the_margin_says_what_a_figure_should_be_and_by_which(neighbour: Columns) -> None:
    own = shelf(neighbour)
    href = f"../reports/{quote('石桥镇2022')}.html#m-45-50"
    assert margin(own, "2023") == [f'≠ 应为 60 件，据 <a href="{href}">2022年报告</a> 60 件']
    pages = {one.file: reports.render(own, one) for one in own.library.reports}
    assert [file for file, page in pages.items() if ">处矛盾<" in page] == ["石桥镇2023.txt"]


def test_the_other_report_says_which_one_contradicts_it(neighbour: Columns) -> None:
    (told,) = margin(shelf(neighbour), "2022")
    assert re.fullmatch(r'≠ <a href="[^"]*#m-56-63">2023年报告</a> 59 件', told)


def test_the_figures_carry_it_by_their_rows(tmp_path: Path) -> None:
    view(NEIGHBOUR, tmp_path)
    loaded = figures(tmp_path)
    ((check, severity, stated, against, expected, sentences),) = loaded["contradictions"]
    rows = loaded["figures"]
    assert (check, severity, expected) == ("year", "error", "60")
    assert (rows[stated][3], [rows[at][3] for at in against]) == ("59", ["60"])
    assert sorted((rows[at][0], *rows[at][9:11]) for at in (stated, *against)) == sorted(
        map(tuple, sentences)
    )


def test_without_one_of_its_reports_it_is_gone(neighbour: Columns) -> None:
    part = shelf(subset(neighbour, Wanted(years=("2023",))))
    assert len(shelf(neighbour).library.contradictions) == 1
    assert part.library.reports
    assert part.library.contradictions == ()
    assert margin(part, "2023") == []


def test_the_pages_find_none_of_their_own(tmp_path: Path) -> None:
    """Two numbers in the same words of the same year, of two sections: the graph calls them no contradiction."""
    graph = load(SMALL)
    graph.update(
        "PREFIX fz: <https://fazhi.example/ontology#> DELETE { ?o fz:period ?p } INSERT { ?o fz:period ?other } "
        "WHERE { ?o fz:value ?v ; fz:period ?p . ?one fz:value ?w ; fz:period ?other FILTER(?v = 150 && ?w = 120) }"
    )
    graph.dump(str(tmp_path / "graph.ttl"), format=ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph())
    view(tmp_path / "graph.ttl", tmp_path)
    loaded = figures(tmp_path)
    same = [row[3] for row in loaded["figures"] if (row[2], row[6]) == ("调解纠纷", "2022")]
    assert sorted(same) == ["120", "150"]
    assert loaded["contradictions"] == []


def test_what_is_off_by_its_last_digit_is_said_to_be() -> None:
    graph = ox.Store()
    graph.load(path=str(NEIGHBOUR))
    graph.update(
        "PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX fz: <https://fazhi.example/ontology#> "
        "DELETE { ?c fz:severity ?s } INSERT { ?c fz:severity sh:Warning } WHERE { ?c fz:severity ?s }"
    )
    (told,) = margin(shelf(Columns(graph)), "2023")
    assert told.startswith("≠ 应为 60 件（仅差末位），据 ")
