"""Files about a report are called as its own file, in a name that every file system holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.filenames import LONGEST, report_names, stem

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("甲.txt", "甲"),
        ("甲.1.docx", "甲.1"),
        ("甲", "甲"),
        ("../丙.txt", ".._丙"),
        (".txt", ".txt"),
        ("..txt", "_."),
    ],
)
def test_a_name_loses_its_ending_and_what_no_file_is_called(name: str, expected: str) -> None:
    assert stem(name) == expected


def test_a_long_name_is_cut_between_characters() -> None:
    cut = stem("法" * 99 + ".txt")
    assert cut.startswith("法" * (LONGEST // 3) + "-")
    assert len(cut) == LONGEST // 3 + 9


def test_long_names_that_begin_alike_are_told_apart() -> None:
    assert stem("x" * 250 + "1.txt") != stem("x" * 250 + "2.txt")


@given(NAMES)
def test_every_name_fits(name: str) -> None:
    made = stem(name)
    assert 0 < len(made.encode()) <= LONGEST + 9
    assert "/" not in made
    assert made.strip(". ")
    assert stem(f"{made}.html") == made or len(made.encode()) > LONGEST


def test_a_report_is_named_as_its_file_and_namesakes_are_told_apart() -> None:
    files = [
        ("a:1-aaaaaaaa", "甲.txt"),
        ("a:2-bbbbbbbb", "乙.txt"),
        ("a:3-cccccccc", "乙.docx"),
        ("a:4-dddddddd", "../丙.txt"),
    ]
    names = report_names(files)
    assert list(names.values()) == ["甲", "乙-bbbbbbbb", "乙-cccccccc", ".._丙"]
