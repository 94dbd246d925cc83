"""Sorted runs: a set of lines, whether it fits into memory or not."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.runs import Runs

OPEN = Path("/proc/self/fd")
LINES = st.lists(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), min_size=1), max_size=40
)


@given(LINES, st.integers(1, 50), st.integers(1, 5))
def test_runs_are_a_sorted_set(lines: list[str], limit: int, most: int) -> None:
    runs = Runs(limit=limit, most=most)
    for at in range(0, len(lines), 3):
        runs.update(lines[at : at + 3])
    assert list(runs) == sorted(set(lines))
    assert len(runs) == len(set(lines))
    assert list(runs) == sorted(set(lines))
    runs.close()


@pytest.mark.parametrize("limit", [1, 7, 10_000])
def test_lines_may_come_again_after_a_run_was_written(limit: int) -> None:
    lines = [f"灯{n % 50}\r\x85\u2028" for n in range(500)]
    random.Random(0).shuffle(lines)
    runs = Runs(limit=limit)
    runs.update(lines[:250])
    assert list(runs) == sorted(set(lines[:250]))
    runs.update(lines[250:])
    assert list(runs) == sorted(set(lines))
    runs.close()


@pytest.mark.skipif(not OPEN.is_dir(), reason="the system does not list a process's open files")
def test_runs_lie_on_disk_and_keep_few_files_open() -> None:
    before = len(list(OPEN.iterdir()))
    runs = Runs(limit=2, most=10)
    runs.update(str(number) for number in range(1000))
    for number in range(200):
        runs.update([f"a{number}", f"b{number}"])
    assert 0 < len(list(OPEN.iterdir())) - before <= 10
    assert len(runs) == 1400
    runs.close()
    assert len(list(OPEN.iterdir())) == before
