"""``kg score`` against the scorer that the gold annotations came with: every figure, to the digit."""

import importlib.util
import io
import json
import os
import random
import sys
from contextlib import redirect_stdout
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from kg.build import build
from kg.cli import app
from kg.score import LAYERS, Annotation, score_report
from kg.score.text import bare
from tests.some import some

pytestmark = pytest.mark.corpus

SHARED = Path(os.environ.get("FAZHI_SHARED") or Path(__file__).resolve().parents[2] / "shared")
GOLD = ("gold", "web/gold")
SHORT = {layer[:4]: layer for layer in LAYERS}
LISTS = ("entities", "relations", "observations", "statements")

KEPT = ("agreed", "approx", "kinds", "concepts", "topics", "statuss")
CLOSED = ("type", "kind", "p", "status", "concept", "topic")

Report = dict[str, Any]


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    """The other scorer."""
    path = SHARED / "gold" / "score.py"
    if not path.is_file():
        pytest.skip(f"{path} is not there; FAZHI_SHARED names the folder")
    spec = importlib.util.spec_from_file_location("reference_score", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module", params=GOLD)
def gold(request: pytest.FixtureRequest) -> Path:
    """A folder of annotations."""
    folder = SHARED / str(request.param)
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there; FAZHI_SHARED names the folder")
    return folder


# ── what the two print ───────────────────────────────────────────────────────────────────────────


def theirs(reference: ModuleType, monkeypatch: pytest.MonkeyPatch, *arguments: str | Path) -> str:
    monkeypatch.setattr(sys, "argv", ["score.py", *map(str, arguments)])
    with redirect_stdout(io.StringIO()) as printed:
        reference.main()
    return printed.getvalue()


def ours(*arguments: str | Path) -> str:
    result = CliRunner().invoke(app, ["score", *map(str, arguments)])
    assert result.exit_code == 0, result.stderr
    return result.stdout


def their_rows(text: str) -> list[list[str]]:
    """Their lines of figures in our words: names in full, a report's F1 before its name."""
    rows = []
    for line in text.splitlines():
        words = line.split()
        if "\t" in line or words[0] == "layer":
            continue
        if "  meta " in line:
            name, *cells = line.rsplit("  ", maxsplit=len(LAYERS))
            rows.append([cell.split()[1] for cell in cells] + [name])
        else:
            short, dot, kind = words[0].partition(".")
            rows.append([SHORT[short] + dot + kind if dot else words[0], *words[1:]])
    return rows


def our_rows(text: str) -> list[list[str]]:
    rows = []
    for line in text.splitlines():
        words = line.split(maxsplit=len(LAYERS))
        if "\t" in line or words[1] in ("gold", "entities"):
            continue
        rows.append([*words[:-1], words[-1][:24]])
    return rows


def misses(text: str) -> list[list[str]]:
    """The lines of items missed or wrong, but for white space; without the item where the two word it otherwise.

    Metadata that gold does not state is listed by us alone.
    """
    lines = [
        [" ".join(cell.split()) for cell in line.split("\t")] for line in text.splitlines() if "\t" in line
    ]
    plain = [line for line in lines if line[1:3] != ["metadata", "wrong"]]
    return [line[:3] if line[1] in ("metadata", "observations") else line for line in plain]


def assert_same_figures(
    reference: ModuleType, monkeypatch: pytest.MonkeyPatch, gold: Path, pred: Path
) -> None:
    said, expected = ours(gold, pred, "--misses"), theirs(reference, monkeypatch, gold, pred, "--misses")
    assert our_rows(said) == their_rows(expected)
    assert misses(said) == misses(expected)
    figures = json.loads(ours(gold, pred, "--json"))
    for name, value in json.loads(theirs(reference, monkeypatch, gold, pred, "--json")).items():
        assert {key: figures[name][key] for key in value} == value
        assert name != "agreement" or figures[name] == value


# ── mutations ────────────────────────────────────────────────────────────────────────────────────


def reworded(text: str, dice: random.Random) -> str:
    """The text a little or very different."""
    at, to = sorted(dice.randrange(len(text) + 1) for _ in "12")
    return dice.choice((text + "等", f"“{text}”", text[:at] + " " + text[at:], text[at:to], text[::-1], "新"))


def mutate(item: dict[str, Any], others: list[dict[str, Any]], dice: random.Random) -> None:
    """Change one value of an item: to another item's, and free text and numbers also to new ones."""
    key = dice.choice([key for key in item if key not in KEPT])
    value = item[key]
    if key in CLOSED or dice.random() < 0.3:
        item[key] = dice.choice(others)[key]
    elif isinstance(value, list):
        item[key] = [reworded(form, dice) if dice.random() < 0.5 else form for form in value[1:]]
    elif isinstance(value, int | float):
        item[key] = dice.choice((value + 1, value + 4e-10, value + 4e-9, float(value), 0))
    elif isinstance(value, str):
        item[key] = reworded(value, dice)


def mutated(reports: list[Report], dice: random.Random) -> list[Report]:
    """The reports with values changed, and items and reports dropped, doubled, moved and carried over."""
    copies: list[Report] = json.loads(json.dumps(reports))
    pools = {name: [item for report in reports for item in report[name]] for name in LISTS}
    for report in copies:
        for name in LISTS:
            items = [item for item in report[name] if dice.random() > 0.12]
            items += json.loads(json.dumps(dice.sample(pools[name], min(3, len(pools[name])))))
            items += json.loads(json.dumps(items[: dice.randrange(3)]))
            if dice.random() < 0.5:
                dice.shuffle(items)
            for item in items:
                if dice.random() < 0.3:
                    mutate(item, pools[name], dice)
                if dice.random() < 0.1:
                    item["agreed"] = dice.choice((True, False, None))
            report[name] = items
        for key, value in report["report"].items():
            if dice.random() < 0.3:
                report["report"][key] = dice.choice((None, reworded(str(value or "某镇"), dice), value))
        if dice.random() < 0.05:
            report["report"] = {}
    return [report for report in copies if dice.random() > 0.05] or copies


def write(folder: Path, reports: list[Report]) -> Path:
    folder.mkdir()
    for number, report in enumerate(reports):
        text = json.dumps(report, ensure_ascii=False)
        (folder / f"{number:03}.json").write_text(text, encoding="utf-8")
    return folder


def read(folder: Path) -> list[Report]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]


# ── tests ────────────────────────────────────────────────────────────────────────────────────────


def test_gold_against_itself(reference: ModuleType, gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_same_figures(reference, monkeypatch, gold, gold)


@pytest.mark.parametrize("seed", range(12))
def test_gold_against_mutations(
    seed: int, reference: ModuleType, gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pred = write(tmp_path / "pred", mutated(read(gold), random.Random(seed)))
    assert_same_figures(reference, monkeypatch, gold, pred)


@pytest.mark.parametrize("seed", range(100, 106))
def test_mutations_against_gold(
    seed: int, reference: ModuleType, gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = [{"report": {}, **report} for report in mutated(read(gold), random.Random(seed))]
    keys = ("title", "doc_number", "year", "area", "issuer", "addressee", "issued")
    for report in changed:
        report["report"] = {key: report["report"].get(key) for key in keys}
    assert_same_figures(reference, monkeypatch, write(tmp_path / "mutated", changed), gold)


@pytest.mark.slow
def test_gold_against_a_build(
    reference: ModuleType, gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = gold.parent / ("text" if (gold.parent / "text").is_dir() else "corpus")
    build([reports], tmp_path / "out")
    assert_same_figures(reference, monkeypatch, gold, tmp_path / "out" / "reports")


NAME = st.sampled_from(["甲", "《甲》", "乙", "“乙” ", "甲乙", "所", "《》", "丙"])
WORDS = st.text(alphabet="甲乙，", max_size=7)
AGREED = st.sampled_from([True, False, None])
STATUS = st.sampled_from(["achieved", "planned", None])
SMALL: st.SearchStrategy[Report] = st.fixed_dictionaries(
    {
        "doc": st.just("a.txt"),
        "report": st.fixed_dictionaries(
            {
                key: st.none() | NAME
                for key in ("title", "doc_number", "area", "issuer", "addressee", "issued")
            }
        ),
        "entities": st.lists(
            st.fixed_dictionaries(
                {
                    "type": st.sampled_from(["Role", "Event"]),
                    "name": NAME,
                    "forms": st.lists(NAME, max_size=3),
                    "kind": STATUS,
                    "agreed": AGREED,
                }
            ),
            max_size=6,
        ),
        "relations": st.lists(
            st.fixed_dictionaries(
                {
                    "s": NAME,
                    "p": st.sampled_from(["partOf", "cooperatesWith"]),
                    "o": NAME,
                    "status": STATUS,
                    "agreed": AGREED,
                }
            ),
            max_size=8,
        ),
        "observations": st.lists(
            st.fixed_dictionaries(
                {
                    "value": st.sampled_from(
                        [0, 1, 1 + 9e-10, 1 - 9e-10, 1 + 1e-9, 5e-7, 5e-7 - 5e-10, 1e12]
                    ),
                    "unit": st.sampled_from([None, "", "件", " 件"]),
                    "evidence": WORDS,
                    "agreed": AGREED,
                }
            ),
            max_size=8,
        ),
        "statements": st.lists(
            st.fixed_dictionaries(
                {"kind": st.sampled_from(["plan", "shortcoming"]), "text": WORDS, "agreed": AGREED}
            ),
            max_size=8,
        ),
    }
)
"""Reports in which names, forms, values and texts collide all the time, so that order decides."""


@given(SMALL, SMALL)
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_reports_in_which_everything_collides(reference: ModuleType, gold: Report, pred: Report) -> None:
    expected = reference.score_report(gold, pred)
    found = score_report(Annotation.model_validate(gold), Annotation.model_validate(pred))
    for layer, (pairs, required, given_, extra) in some(expected.items()):
        tally = found.layers[layer].tally
        counts = (tally.hits, tally.gold, tally.predicted, tally.extra)
        assert counts == (len(pairs), len(required), len(given_), len(extra)), layer
        assert (tally.precision, tally.recall, tally.f1) == reference.prf(*counts)
        detail = {"entities": "kind", "relations": "status"}.get(layer)
        if detail:
            same = sum(p[detail] == g[detail] for g, p in pairs)
            assert found.layers[layer].agreement.same == same


@given(st.text())
def test_texts_are_bared_alike(reference: ModuleType, text: str) -> None:
    assert bare(text) == reference.bare(text)
