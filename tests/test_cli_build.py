"""``kg build``, ``kg validate`` and ``kg view`` as typed; building itself is stood in for."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import kg.build
from kg.cli import app
from kg.errors import KgError, notice
from kg.making.workers import cores
from kg.publish.manifest import BuildSummary
from kg.reading import Limits

SMALL = Path(__file__).parent / "data" / "small.ttl"


def kg_(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


class Stand:
    """In place of the pipeline: remembers what it was asked for, and says that it built ``reports``."""

    def __init__(self, reports: int, failed: int = 0, warned: int = 0) -> None:
        self.asked: dict[str, Any] = {}
        self.summary = BuildSummary(
            reports=reports,
            mentions=1234,
            entities=5,
            relations=6,
            observations=7,
            statements=8,
            triples=12345,
            report_triples=6789,
            failures=(notice("KG001", "empty.txt"),) * failed,
            warnings=(notice("KG005", "odd.txt"),) * warned,
            files=("graph.ttl", *(f"reports/{number}.json" for number in range(reports))),
        )

    def __call__(self, paths: list[Path], out: Path, **options: Any) -> BuildSummary:
        self.asked = {"paths": paths, "out": out, **options}
        return self.summary


def standing(monkeypatch: pytest.MonkeyPatch, *counts: int) -> Stand:
    stand = Stand(*counts)
    monkeypatch.setattr(kg.build, "build", stand)
    return stand


def test_build_hands_on_what_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    stand = standing(monkeypatch, 2)
    typed = "build a.txt dir -o out --base https://example.org/id/ --max-bytes 99 --vocabulary v.ttl --jobs 3"
    assert kg_(*typed.split()).exit_code == 0
    assert stand.asked == {
        "paths": [Path("a.txt"), Path("dir")],
        "out": Path("out"),
        "base": "https://example.org/id/",
        "limits": Limits(bytes=99),
        "vocabulary": [Path("v.ttl")],
        "jobs": 3,
        "anew": False,
        "pages": True,
        "shards": 0,
        "dask": "",
        "shared": "",
    }


def test_build_with_no_number_of_jobs_uses_every_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    stand = standing(monkeypatch, 1)
    assert kg_("build", "--jobs", "0").exit_code == 0
    assert stand.asked["jobs"] == cores()
    assert kg_("build", "--jobs", "-1").exit_code == 2


def test_build_without_arguments_builds_the_sample_into_output(monkeypatch: pytest.MonkeyPatch) -> None:
    stand = standing(monkeypatch, 1)
    assert kg_("build").exit_code == 0
    assert (stand.asked["paths"], stand.asked["out"], stand.asked["vocabulary"]) == ([], Path("output"), [])


def test_build_tells_what_it_built_and_what_to_do_next(monkeypatch: pytest.MonkeyPatch) -> None:
    standing(monkeypatch, 2)
    result = kg_("build", "-o", "here")
    assert "Built 2 reports." in result.stdout
    assert re.search(r"^  mentions +1,234$", result.stdout, re.M)
    assert re.search(r"^  triples +12,345 in all, 6,789 of the reports$", result.stdout, re.M)
    assert re.search(r"^  reports/ +2 files$", result.stdout, re.M)
    assert "kg query --list --from here" in result.stdout
    assert result.stderr == ""


def test_build_in_shards_tells_what_they_are_for(tmp_path: Path) -> None:
    result = kg_("build", "--shards", "2", "-o", str(tmp_path))
    assert f"Next: load {tmp_path / 'shards'} into a triple store" in result.stdout
    assert kg_("build", "--shards", "501").exit_code == 2


def test_build_names_few_of_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    standing(monkeypatch, 300)
    result = kg_("build")
    assert re.search(r"^  reports/ +300 files$", result.stdout, re.M)
    assert len(result.stdout.splitlines()) < 25


@pytest.mark.parametrize(("counts", "code"), [((2, 0), 0), ((2, 1), 1), ((0, 1), 2), ((1, 0, 3), 0)])
def test_build_ends_with_the_code_of_its_outcome(
    counts: tuple[int, ...], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    standing(monkeypatch, *counts)
    assert kg_("build").exit_code == code


def test_build_tells_failures_and_warnings_on_stderr(monkeypatch: pytest.MonkeyPatch) -> None:
    standing(monkeypatch, 1, 1, 1)
    result = kg_("build")
    assert [line[:14] for line in result.stderr.splitlines()] == ["KG001 error: e", "KG005 warning:"]
    assert "Built 1 report, 1 could not be built." in result.stdout


def test_build_json_is_the_summary(monkeypatch: pytest.MonkeyPatch) -> None:
    stand = standing(monkeypatch, 2, 1)
    result = kg_("build", "--json")
    assert BuildSummary.model_validate(json.loads(result.stdout)) == stand.summary
    assert result.exit_code == 1


def test_build_refuses_a_base_that_is_no_iri(monkeypatch: pytest.MonkeyPatch) -> None:
    stand = standing(monkeypatch, 1)
    assert kg_("build", "--base", "not an iri").exit_code == 2
    assert stand.asked == {}


def test_an_error_of_the_pipeline_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KgError("KG011", where="nowhere")

    monkeypatch.setattr(kg.build, "build", fail)
    result = kg_("build")
    assert result.exit_code == 2
    assert result.stderr.startswith("KG011 error: ")
    assert len(result.stderr.splitlines()) == 1


def test_an_unexpected_error_is_one_line_and_debug_lets_it_through(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise LookupError("some\nthing")

    monkeypatch.setattr(kg.build, "build", fail)
    result = kg_("build")
    assert result.exit_code == 2
    assert result.stderr == (
        "kg: unexpected LookupError: some thing; report this as a bug; KG_DEBUG=1 shows where it arose\n"
    )
    monkeypatch.setenv("KG_DEBUG", "1")
    assert isinstance(kg_("build").exception, LookupError)


def test_validate_passes_a_good_graph() -> None:
    result = kg_("validate", str(SMALL))
    assert result.exit_code == 0
    assert re.fullmatch(
        r"violations: 0, warnings: 0, infos: \d+ in .*small\.ttl", result.stdout.splitlines()[-1]
    )


def test_validate_tells_what_is_wrong_and_ends_with_1(tmp_path: Path) -> None:
    text = SMALL.read_text(encoding="utf-8")
    bad = text.replace('nif:beginIndex "26"', 'nif:beginIndex "-26"')
    assert bad != text
    (tmp_path / "graph.ttl").write_text(bad, encoding="utf-8")
    result = kg_("validate", "--from", str(tmp_path))
    assert result.exit_code == 1
    header, _, *rows, total = result.stdout.splitlines()
    assert header.split() == ["severity", "label", "message", "property", "value", "node"]
    wrong = [row for row in rows if row.startswith("violation")]
    assert re.search(r"A mention begins at an offset from zero.*beginIndex +-26 +https://", wrong[0])
    assert total.startswith(f"violations: {len(wrong)}, warnings: 0, infos: ")
    found = json.loads(kg_("validate", "--from", str(tmp_path), "--json").stdout)
    assert len(found) == len(rows)
    assert [finding["severity"] for finding in found][: len(wrong)] == ["violation"] * len(wrong)


def test_validate_speaks_the_language_asked_for_or_that_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = kg_("validate", str(SMALL), "--language", "zh").stdout
    assert asked.split()[:2] == ["级别", "名称"]
    assert "报告没有发文字号" in asked
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert kg_("validate", str(SMALL)).stdout == asked
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert "The report has no document number" in kg_("validate", str(SMALL)).stdout


def test_validate_shows_no_more_than_fits_a_page_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    import kg.cli.validate

    monkeypatch.setattr(kg.cli.validate, "SHOWN", 2)
    _, _, *rows, more, total = kg_("validate", str(SMALL)).stdout.splitlines()
    assert len(rows) == 2
    infos = int(total.partition("infos: ")[2].split()[0])
    assert more == f"… and {infos - 2} more; --json gives all"


def test_validate_tells_of_a_missing_graph(tmp_path: Path) -> None:
    result = kg_("validate", "--from", str(tmp_path))
    assert result.exit_code == 2
    assert result.stderr.startswith("KG012 error: ")


def test_validate_tells_to_mend_a_file_that_is_no_turtle(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("no turtle {{{")
    result = kg_("validate", str(broken))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"KG012 error: {broken}, line 1: ")
    assert result.stderr.rstrip().endswith("or mend the file")


def test_view_makes_the_pages_again(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_bytes(SMALL.read_bytes())
    result = kg_("view", "--from", str(tmp_path))
    assert result.exit_code == 0
    assert result.stdout.strip() == str(tmp_path / "index.html")
    assert (tmp_path / "graph.html").is_file()
    assert (tmp_path / "data" / "graph" / "index.js").is_file()


def test_view_names_the_files_that_it_wrote(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_bytes(SMALL.read_bytes())
    result = kg_("view", "--from", str(tmp_path), "-o", str(tmp_path / "部分"), "--json")
    written = {Path(name) for name in json.loads(result.stdout)}
    assert written == {path for path in (tmp_path / "部分").rglob("*") if path.is_file()}
    assert tmp_path / "部分" / "index.html" in written


def test_view_tells_of_a_missing_graph(tmp_path: Path) -> None:
    result = kg_("view", "--from", str(tmp_path))
    assert result.exit_code == 2
    assert result.stderr.startswith("KG012 error: ")
