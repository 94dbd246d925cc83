"""Readings of characters: the shipped table."""

import re

import pytest

from kg.lexicon import pinyin


@pytest.mark.parametrize(
    ("char", "reading"), [("法", "fa"), ("绿", "lv"), ("重", "zhong"), ("〇", "ling"), ("𠀀", "he")]
)
def test_a_character_has_its_commonest_reading(char: str, reading: str) -> None:
    assert pinyin.reading(char) == reading


@pytest.mark.parametrize("char", ["a", "1", "，", "é", "の", "\ud800"])
def test_what_is_no_chinese_character_has_none(char: str) -> None:
    assert pinyin.reading(char) == ""


def test_every_reading_can_stand_in_an_iri() -> None:
    table = pinyin._table()
    assert len(table) > 40_000
    assert all(re.fullmatch("[a-z]+", reading) for reading in table.values())
