"""IRIs: which bases are allowed, and what tells one thing from another."""

import re

import pytest

from kg.graph import iris
from tests.factories import make_report


@pytest.mark.parametrize(
    "base",
    [
        "https://fazhi.example/id/",
        "http://localhost:8080/",
        "https://data.example.org/a/b/",
        "https://data.example.org/law#",
        "https://data.example.org/law#x/",
        "https://[2001:db8::1]/kg/",
        "https://data.example.org/%E6%B3%95/",
    ],
)
def test_check_base_accepts(base: str) -> None:
    assert iris.check_base(base) == base


@pytest.mark.parametrize(
    "base",
    [
        "",
        "/",
        "id/",
        "//fazhi.example/id/",
        "https://fazhi.example/id",
        "https:///id/",
        "https://",
        "ftp://fazhi.example/id/",
        "urn:fazhi:id/",
        "https://fazhi.example/法/",
        "https://法治.example/id/",
        "https://fazhi.example/a b/",
        "https://fazhi.example/<a>/",
        'https://fazhi.example/"/',
        "https://fazhi.example/{a}/",
        "https://fazhi.example/a\\b/",
        "https://fazhi.example/%zz/",
        "https://fazhi.example/a#b#",
        "https://fazhi.example/id/\n",
    ],
)
def test_check_base_refuses(base: str) -> None:
    with pytest.raises(ValueError, match="IRI"):
        iris.check_base(base)


def test_parts_of_a_report_are_fragments() -> None:
    doc = iris.report(iris.DEFAULT_BASE, "report/1-2021-a")
    assert doc.iri == "https://fazhi.example/id/report/1-2021-a"
    assert doc.char(12, 20) == doc.iri + "#char=12,20"
    assert doc.section(3) == doc.iri + "#section=3"
    assert doc.observation(3, 1) == doc.iri + "#observation=3,1"
    assert doc.statement(3, 9) == doc.iri + "#statement=3,9"


def test_a_base_with_a_fragment_gives_no_second_one() -> None:
    doc = iris.report("https://data.example.org/law#", "report/1-2021-a")
    assert doc.char(12, 20) == "https://data.example.org/law#report/1-2021-a;char=12,20"


def test_a_claim_differs_with_each_of_its_parts() -> None:
    parts = ["https://a/s", "implements", "https://a/o", "achieved", "https://a/r"]
    changed = [[part + "x" if at == i else part for at, part in enumerate(parts)] for i in range(len(parts))]
    found = {iris.claim("https://a/", *args) for args in [parts, *changed]}
    assert len(found) == 6
    assert all(re.fullmatch(r"https://a/claim/[0-9a-f]{20}", claim) for claim in found)


def test_a_concept_keeps_the_vocabulary_s_iri_under_any_base() -> None:
    entities = {entity.name: entity for entity in make_report().entities}
    lanterns, lamplighters = entities["灯笼制度"], entities["点灯人"]
    assert iris.entity("https://a/", lanterns) == "https://fazhi.example/vocabulary/test/lanterns"
    assert iris.entity("https://a/", lamplighters).startswith("https://a/role/")
