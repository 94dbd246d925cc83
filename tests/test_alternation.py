"""Words of a list as a regular expression: one way to make it, which cannot go wrong with order, marks or an empty list."""

import ast
import doctest
import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.figures.zeros import Zeros
from kg.lexicon import vocabulary
from kg.lexicon.vocabulary import Vocabulary
from kg.model import alternation
from kg.model.alternation import any_of, compiled
from tests.some import some
from tests.test_rooms import modules

REGULAR = "kg.extraction.names.patterns"
"""Joins regular expressions, in the order in which they are tried."""


@given(st.sets(st.text("及以和（.*", min_size=1, max_size=3), min_size=1), st.text("及以和（.*", max_size=8))
def test_the_longest_word_that_stands_there_is_found(words: set[str], text: str) -> None:
    found = compiled(words).match(text)
    fitting = [word for word in words if text.startswith(word)]
    assert (found.group() if found else None) == (max(fitting, key=len) if fitting else None)


def test_a_list_without_words_finds_nothing() -> None:
    assert compiled([]).search("行政诉讼") is None
    assert re.search(f"^{any_of([])}?诉讼", "诉讼")


def test_what_stands_around_it_belongs_to_every_word() -> None:
    assert re.fullmatch(f"未{any_of(['发生', '出现'])}+的", "未出现发生的")
    assert not re.fullmatch(f"未{any_of(['发生', '出现'])}", "出现")


def test_the_order_of_the_words_does_not_matter() -> None:
    assert any_of(["约", "约为", "近"]) == any_of({"近", "约为", "约"}) == any_of(["近", "约", "约为", "约"])


def test_examples_in_the_docstrings() -> None:
    assert doctest.testmod(alternation).failed == 0


def test_no_module_makes_one_of_its_own() -> None:
    own = []
    for module, path in some(modules().items()):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            joins = isinstance(node, ast.Attribute) and node.attr == "join"
            if joins and isinstance(node.value, ast.Constant) and node.value.value == "|":  # type: ignore[attr-defined]  # see joins
                own.append(module)
    assert set(own) - {alternation.__name__, REGULAR} == set()


def test_a_list_that_was_emptied_is_found_nowhere() -> None:
    """What is looked for by its words is not there then, instead of everywhere."""
    shipped = vocabulary.load()
    emptied = [replace(c, labels=()) if c.id == "number/zero-word" else c for c in shipped.concepts.values()]
    without = Vocabulary(emptied, shipped.properties.values())
    assert [c.value for c in Zeros(shipped).counts("全年未发生行政诉讼案件。", 0, ())] == [0]
    assert Zeros(without).counts("全年未发生行政诉讼案件。", 0, ()) == []
