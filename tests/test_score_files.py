"""Reports found in files and folders, and ``kg score`` as typed."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app
from kg.score import load


def kg_(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["score", *map(str, arguments)])


def write(path: Path, content: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def report(doc: str, *names: str) -> dict[str, Any]:
    return {"doc": doc, "entities": [{"type": "Programme", "name": name} for name in names]}


def test_a_file_or_a_folder_to_its_depth(tmp_path: Path) -> None:
    file = write(tmp_path / "a.json", report("a.txt"))
    write(tmp_path / "deep" / "er" / "b.json", report("b.txt"))
    write(tmp_path / "list.json", [1])
    write(tmp_path / "other.json", {"doc": "c.txt"})
    assert list(load(file)) == ["a.txt"]
    assert list(load(tmp_path)) == ["a.txt", "b.txt"]


def test_of_a_build_only_the_reports_are_read(tmp_path: Path) -> None:
    write(tmp_path / "build.json", {})
    write(tmp_path / "elsewhere" / "a.json", report("a.txt"))
    write(tmp_path / "reports" / "b.json", report("b.txt"))
    assert list(load(tmp_path)) == ["b.txt"]


def test_the_later_of_two_with_one_doc_stands(tmp_path: Path) -> None:
    write(tmp_path / "1.json", report("a.txt", "甲"))
    write(tmp_path / "2.json", report("a.txt", "乙"))
    assert [entity.name for entity in load(tmp_path)["a.txt"].entities] == ["乙"]


def test_keys_that_scoring_does_not_need_are_ignored(tmp_path: Path) -> None:
    content = {**report("a.txt"), "mentions": [], "report": {"year": 2021, "pages": 3}}
    assert load(write(tmp_path / "a.json", content))["a.txt"].report.year == 2021


@pytest.mark.parametrize(
    ("content", "place", "why"),
    [
        ("{", "a.json, line 1", "Expecting"),
        ("[]", "a.json", "there is none"),
        ('{"doc": "a.txt", "entities": [{"type": "Role"}]}', "a.json, entities.0.name", "Field required"),
        ("[" * 100_000, "a.json", "maximum recursion"),
    ],
)
def test_a_file_that_cannot_be_scored_is_one_line_and_code_2(
    content: str, place: str, why: str, tmp_path: Path
) -> None:
    good = write(tmp_path / "good.json", report("a.txt"))
    bad = tmp_path / "a.json"
    bad.write_text(content, encoding="utf-8")
    for arguments in ((bad, good), (good, bad)):
        result = kg_(*arguments)
        assert result.exit_code == 2
        assert result.stderr.startswith("KG041 error: ")
        assert f"{place}: annotated or built reports could not be read: {why}" in result.stderr
        assert len(result.stderr.splitlines()) == 1
        assert result.stdout == ""


def test_a_path_that_is_not_there_is_code_2(tmp_path: Path) -> None:
    good = write(tmp_path / "good.json", report("a.txt"))
    assert kg_(good, tmp_path / "nowhere").exit_code == 2


def test_score_prints_the_figures_and_the_misses_when_asked(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.json", report("a.txt", "甲", "乙"))
    out = write(tmp_path / "out.json", report("a.txt", "甲", "丙"))
    plain = kg_(gold, out)
    assert plain.exit_code == 0
    assert ["entities", "2", "2", "0.500", "0.500", "0.500"] in [
        line.split() for line in plain.stdout.splitlines()
    ]
    told = kg_(gold, out, "--misses").stdout
    assert (
        told == plain.stdout + "a.txt\tentities\tmissed\tProgramme 乙\na.txt\tentities\twrong\tProgramme 丙\n"
    )


def test_score_json_is_one_object(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.json", report("a.txt", "甲", "乙"))
    out = write(tmp_path / "out.json", report("a.txt", "甲"))
    said = json.loads(kg_(gold, out, "--json").stdout)
    assert said["entities"] == {"gold": 2, "pred": 1, "p": 1.0, "r": 0.5, "f": 0.6667}
    assert said["reports"]["a.txt"]["entities"] == said["entities"]
    assert "misses" not in said
    listed = json.loads(kg_(gold, out, "--json", "--misses").stdout)
    assert listed["misses"] == [
        {"doc": "a.txt", "layer": "entities", "what": "missed", "item": "Programme 乙"}
    ]


def test_what_is_scored_is_named_by_from_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    gold = write(tmp_path / "gold.json", report("a.txt", "甲", "乙"))
    out = write(tmp_path / "out.json", report("a.txt", "甲"))
    assert kg_("--from", out, gold, "--json").stdout == kg_(gold, out, "--json").stdout
    missing = kg_(gold)
    assert missing.exit_code == 2
    assert "output: " in missing.stderr
    write(tmp_path / "output" / "reports" / "a.json", report("a.txt", "甲"))
    assert kg_(gold, "--json").stdout == kg_(gold, out, "--json").stdout


def test_score_says_which_reports_are_not_there(tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    write(gold / "a.json", report("a.txt", "甲"))
    write(gold / "b.json", report("b.txt", "甲"))
    result = kg_(gold, write(tmp_path / "out.json", report("a.txt", "甲")))
    assert result.exit_code == 0
    assert result.stderr.startswith("1 of 2 annotated reports are not in ")
    assert result.stderr.endswith(": b.txt\n")


def test_every_option_is_explained() -> None:
    import typer.main

    made = typer.main.get_command(app).commands["score"]  # type: ignore[attr-defined]
    assert made.help
    assert [parameter.name for parameter in made.params if not parameter.help] == []
