"""The graph by predicate: what is kept, once and in order, and what memory is given back."""

import gc
import weakref

import pyoxigraph as ox
import pytest

from kg.model.namespaces import FZ
from kg.views import site
from kg.views.columns import LABEL, Columns

ONE = ox.NamedNode("https://fazhi.example/id/one")


def triples(predicate: str, *values: str) -> list[ox.Triple]:
    return [ox.Triple(ONE, ox.NamedNode(predicate), ox.Literal(value, language="zh")) for value in values]


def test_values_come_once_and_sorted() -> None:
    columns = Columns(triples(LABEL, "乙", "甲", "乙"))
    assert columns.all(ONE.value, LABEL) == sorted(["甲", "乙"])


def test_what_no_page_shows_cannot_be_asked_for() -> None:
    columns = Columns(triples(FZ + "rule", "terms:x"))
    with pytest.raises(KeyError):
        columns.of(FZ + "rule")


def test_columns_are_given_back_without_the_collector() -> None:
    columns = Columns(triples(LABEL, "甲"))
    assert columns.name(ONE.value).zh == "甲"
    gone = weakref.ref(columns)
    gc.disable()
    try:
        del columns
        assert gone() is None
    finally:
        gc.enable()


@pytest.mark.parametrize("was", [True, False])
def test_pages_are_drawn_with_the_collector_and_it_is_as_before_then(was: bool) -> None:
    before = gc.isenabled()
    (gc.enable if was else gc.disable)()
    try:
        with site._collected():
            assert gc.isenabled()
        assert gc.isenabled() is was
        assert gc.get_freeze_count() == 0
    finally:
        (gc.enable if before else gc.disable)()
