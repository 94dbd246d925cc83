"""The comparison of two checkouts: what it measures, and that it can fail."""

import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kg import resources

ROOT = Path(__file__).resolve().parent.parent
SLOWED = """
import time

_quick = dumps


def dumps(report):
    until = time.process_time() + 0.05
    while time.process_time() < until:
        pass
    return _quick(report)
"""
"""An exchange format that takes twenty times as long."""


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    monkeypatch.delitem(sys.modules, "check", raising=False)
    import check  # type: ignore[import-not-found]

    made: ModuleType = check
    return made


@pytest.mark.parametrize(
    ("base", "own", "named"),
    [
        ([1.0, 1.0, 1.0], [1.1, 1.14, 1.3], []),
        ([1.0, 1.0, 1.0], [1.1, 1.2, 1.3], ["one"]),
        ([1.0, 2.0, 4.0], [1.2, 2.4, 4.0], ["one"]),
        ([0.001, 0.001, 0.001], [0.002, 0.002, 0.002], []),
    ],
    ids=["within the limit", "above it", "by each round's own ratio", "less than the clock can tell"],
)
def test_a_stage_is_slower_by_the_median_of_the_ratios(
    check: ModuleType, base: list[float], own: list[float], named: list[str]
) -> None:
    rounds = [({"one": b, "two": 1.0}, {"one": o, "two": 1.0}) for b, o in zip(base, own, strict=True)]
    assert check.slower(rounds) == named


@pytest.mark.slow
def test_a_stage_slowed_on_purpose_is_named(check: ModuleType, tmp_path: Path) -> None:
    for name in ("base", "own"):
        for folder in ("kg", "ontology"):
            shutil.copytree(ROOT / folder, tmp_path / name / folder)
    with (tmp_path / "own" / "kg" / "graph" / "exchange.py").open("a", encoding="utf-8") as file:
        file.write(SLOWED)
    rounds = check.compare(tmp_path / "base", tmp_path / "own", resources.sample(), 0.01, rounds=1)
    assert "record" in check.slower(rounds)
    assert len(rounds) == 2, "a stage that looks slower is measured again"
    header, *rows = (line.split("\t") for line in check.table(rounds))
    assert header == ["stage", "base", "own", "ratio"]
    assert {"reading", "extraction", "record", "pages", "kg --help"} <= {row[0] for row in rows}


@pytest.mark.slow
def test_a_base_without_what_is_measured_is_told(check: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "kg").mkdir()
    (tmp_path / "kg" / "__init__.py").touch()
    with pytest.raises(RuntimeError), check.side(tmp_path, resources.sample(), 0.01):
        pass


def test_a_base_that_git_does_not_know_is_told(check: ModuleType) -> None:
    done = subprocess.run(
        [sys.executable, check.__file__ or "", "no-such-commit"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "no-such-commit" in done.stderr
    assert "Traceback" not in done.stderr
