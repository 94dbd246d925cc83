"""``docs/word-lists.md`` is current, and no list is without a reader."""

import ast
import re

from kg.lexicon import vocabulary
from tests import word_lists
from tests.word_lists import PAGE, page, readers

KNOWN = word_lists.word_lists()


def test_the_page_is_current() -> None:
    assert page() == PAGE.read_text("utf-8"), "run: make reference"


def test_every_list_is_on_the_page_with_as_many_words_as_the_program_has() -> None:
    shipped = vocabulary.load()
    row = re.compile(r"^\| `([a-z-]+)` \| (\S+) \|.*\| ([\d,]+) \|[^|]*\|$", re.MULTILINE)
    shown = {
        f"{scheme}/{slug}": (first, int(number.replace(",", "")))
        for scheme, table in re.findall(r"^## (\w+)$(.*?)(?=^## |\Z)", PAGE.read_text("utf-8"), re.M | re.S)
        for slug, first, number in row.findall(table)
    }
    assert shown == {c.id: (c.label, len(c.labels)) for c in shipped.of("WordList")}


def test_every_list_is_read_by_some_module() -> None:
    assert [name for name, by in readers(KNOWN).items() if not by] == []


def test_a_list_that_no_module_names_has_no_reader() -> None:
    source = '''
def words(vocabulary):
    """Reads boundary/light-verb."""
    return vocabulary.words("boundary/tier"), [vocabulary.words(f"number/{name}") for name in ("each",)]
'''
    named = set(word_lists._named(ast.parse(source)))
    assert {"boundary/tier", "number/each"} <= named
    assert not named & {"boundary/light-verb", "boundary/each", "outline/each", "number/tier"}


def test_words_of_the_outline_are_read_through_their_module() -> None:
    source = 'from kg.reading.words import either\nPLANS = either("plans")\n'
    assert "outline/plans" in word_lists._named(ast.parse(source))
    assert "outline/plans" not in word_lists._named(ast.parse('PLANS = "plans"\n'))
