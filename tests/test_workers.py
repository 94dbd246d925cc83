"""Work on several processes: results in order, whoever dies; and a build's bytes do not tell how many there were."""

import os
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any

import pytest

from kg import build as building
from kg.build import build
from kg.making import Made
from kg.making.kept import make_once
from kg.making.workers import AHEAD, cores, in_order
from kg.model import Notice
from kg.reading import Source
from tests.builds import SAMPLE
from tests.work import DEAD, dead, deadly, fails, square

LOADED = ["kg.making.report"]
"""What a process needs for its first item, read once by the server that all are forked from: each would take seconds for it."""


def deadly_file(path: Source, **settings: Any) -> Made | Notice:
    """Ends its process at ``b.txt``."""
    if path.name == "b.txt":
        os._exit(1)
    return make_once(path, **settings)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_order(jobs: int) -> None:
    assert list(in_order(square, range(20), jobs, died=dead, modules=LOADED)) == [n * n for n in range(20)]


@pytest.mark.parametrize("jobs", [2, 3])
def test_a_process_that_dies_costs_its_own_item_only(jobs: int) -> None:
    expected = [DEAD if n in (3, 4) else n * n for n in range(25)]
    assert list(in_order(deadly, range(25), jobs, died=dead, modules=LOADED)) == expected


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_work_raises_is_raised(jobs: int) -> None:
    with pytest.raises(ValueError, match="0"):
        list(in_order(fails, range(3), jobs, died=dead, modules=LOADED))


def test_no_more_items_are_taken_than_are_under_way() -> None:
    taken = []

    def numbers() -> Iterator[int]:
        for number in count():
            taken.append(number)
            yield number

    results = in_order(square, numbers(), 2, died=dead, modules=LOADED)
    assert list(islice(results, 5)) == [0, 1, 4, 9, 16]
    assert len(taken) <= 5 + AHEAD * 2


def test_there_is_a_processor() -> None:
    assert cores() >= 1


def files(folder: Path) -> dict[str, bytes]:
    """What a build wrote, but for the store, whose files hold the identifiers of its sessions."""
    found = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not name.startswith("store/")}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Three reports of which one is there twice, a file of the same name, an empty one."""
    folder = tmp_path / "reports"
    (folder / "more").mkdir(parents=True)
    for name, sample in zip(("a.txt", "b.txt", "more/a.txt", "c.txt"), (*SAMPLE[:3], SAMPLE[0]), strict=True):
        (folder / name).write_bytes(sample.read_bytes())
    (folder / "empty.txt").touch()
    return folder


@pytest.mark.slow
def test_the_number_of_processes_does_not_change_a_build(reports: Path, tmp_path: Path) -> None:
    summaries = {jobs: build([reports], tmp_path / str(jobs), jobs=jobs) for jobs in (1, 2, 3)}
    assert [notice.code for notice in summaries[1].failures] == ["KG001"]
    assert [notice.code for notice in summaries[1].warnings] == ["KG010"]
    assert summaries[1] == summaries[2] == summaries[3]
    written = {jobs: files(tmp_path / str(jobs)) for jobs in summaries}
    assert written[1] == written[2] == written[3]


@pytest.mark.slow
def test_a_report_whose_process_dies_is_named_and_the_others_are_built(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "make_once", deadly_file)
    summary = build([reports], tmp_path / "out", jobs=2)
    assert {Path(notice.file).name: notice.code for notice in summary.failures} == {
        "b.txt": "KG021",
        "empty.txt": "KG001",
    }
    assert summary.reports == 2
