"""Names that the vocabulary lacks are suggested as Turtle; edited, it is a vocabulary that the build finds them by."""

from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

from kg import resources
from kg.cli import app
from kg.lexicon.check import check
from kg.suggest import Suggestion, draft
from kg.suggest import suggest as run
from tests.builds import ask, load, write

TITLE = "青田县舒桥乡2023年度法治政府建设情况报告\n一、主要举措和成效\n"
ONE = f"{TITLE}打造“和风茶叙”品牌，推行“和风茶叙”工作模式。建设“石榴籽”沙盘，启用“石榴籽”沙盘。\n"
TWO = f"{TITLE.replace('舒桥', '贵岙')}推广“和风茶叙”，落实“三项制度”。落实行政执法“三项制度”。\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    write(tmp_path / "reports" / "a.txt", ONE)
    write(tmp_path / "reports" / "b.txt", TWO)
    return tmp_path / "reports"


def suggest(paths: list[Path], *, least: int = 2, vocabulary: Sequence[Path] = ()) -> tuple[Suggestion, ...]:
    found = run(paths, least=least, vocabulary=vocabulary)
    assert found.failures == ()
    return found.suggestions


def test_a_quotation_and_the_names_made_with_it_are_one_suggestion(reports: Path) -> None:
    first = suggest([reports])[0]
    assert (first.label, first.cls, first.count, first.reports) == ("和风茶叙", "Programme", 3, 2)
    assert "和风茶叙工作模式" in first.others
    assert [file for file, _ in first.examples] == [str(reports / name) for name in ("a.txt", "b.txt")]
    assert all("“和风茶叙”" in sentence for _, sentence in first.examples)


def test_an_unknown_noun_after_quotations_is_a_likely_head(reports: Path) -> None:
    heads = [about for about in suggest([reports]) if about.cls == "NameHead"]
    assert [(head.label, head.count) for head in heads] == [("沙盘", 2)], (
        "模式 after a quotation is a head already"
    )


def test_what_the_vocabulary_has_is_not_suggested(reports: Path, tmp_path: Path) -> None:
    assert all("三项制度" not in (about.label, *about.others) for about in suggest([reports], least=1))
    own = write(tmp_path / "own.ttl", edited(draft(suggest([reports]))))
    assert "和风茶叙" not in [about.label for about in suggest([reports], least=1, vocabulary=[own])]


def test_what_is_rarer_than_asked_for_is_left_out(reports: Path) -> None:
    assert {about.label for about in suggest([reports], least=3)} == {"和风茶叙"}
    assert suggest([reports], least=4) == ()


def test_reports_of_one_file_name_are_counted_each(tmp_path: Path) -> None:
    files = [
        write(tmp_path / folder / "report.txt", text) for folder, text in (("a", ONE), ("b", TWO), ("c", TWO))
    ]
    first = suggest([tmp_path])[0]
    assert (first.label, first.count, first.reports) == ("和风茶叙", 4, 3)
    assert [file for file, _ in first.examples] == [str(file) for file in files[:2]]


def test_names_are_found_as_a_build_finds_them(tmp_path: Path) -> None:
    """A town of several namesakes is what its title calls it, here as in a build: no name that is new."""
    words = "城关镇人民政府2022年法治政府建设情况报告\n一、主要举措和成效\n以“城关镇”为例。以“青石板”为例。\n"
    report = write(tmp_path / "a.txt", words)
    assert [about.label for about in suggest([report], least=1)] == ["为例", "青石板"]


def test_a_file_that_cannot_be_read_loses_no_other(reports: Path) -> None:
    before = run([reports]).suggestions
    empty = write(reports / "empty.txt", "")
    found = run([reports])
    assert (found.suggestions, found.reports) == (before, 2)
    assert [(about.code, about.file) for about in found.failures] == [("KG001", str(empty))]
    told = CliRunner().invoke(app, ["lexicon", "suggest", str(reports)])
    assert (told.exit_code, told.stdout) == (1, draft(before))
    assert told.stderr.startswith(f"KG001 error: {empty}: ")
    none = CliRunner().invoke(app, ["lexicon", "suggest", str(empty)])
    assert none.exit_code == 2


def test_the_order_of_files_does_not_matter(reports: Path) -> None:
    files = sorted(reports.iterdir())
    assert draft(suggest(files)) == draft(suggest(files[::-1]))


def test_the_draft_is_turtle_and_says_what_a_person_must_decide(reports: Path, tmp_path: Path) -> None:
    turtle = draft(suggest([reports]))
    assert list(ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE))
    assert f"# 3 times in 2 reports\n#   {reports / 'a.txt'}: 打造“和风茶叙”品牌" in turtle
    faults = check([write(tmp_path / "draft.ttl", turtle)])
    assert {fault.code for fault in faults} == {"KG024"}


@pytest.mark.parametrize("name", sorted(path.name for path in resources.sample().glob("*.txt")))
def test_a_draft_of_a_sample_report_is_turtle(name: str) -> None:
    turtle = draft(suggest([resources.sample() / name], least=1))
    assert len(list(ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE))) > 0


def test_an_expert_adds_a_programme_and_finds_it_in_the_graph(reports: Path, tmp_path: Path) -> None:
    def run(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(app, list(arguments))
        return result.exit_code, result.stdout

    own, out = tmp_path / "my.ttl", tmp_path / "out"
    code, turtle = run("lexicon", "suggest", str(reports))
    assert code == 0
    write(own, turtle)
    code, told = run("lexicon", "check", str(own))
    assert code == 1
    assert f"KG024 error: {own}, line " in told
    write(own, edited(turtle))
    assert run("lexicon", "check", str(own)) == (0, f"faults: 0 in {own}\n")
    assert run("build", str(reports), "-o", str(out), "--vocabulary", str(own))[0] == 0
    pattern = '?p skos:prefLabel "和风茶叙"@zh , "tea talks"@en . ?town fz:implements ?p'
    assert len({town for (town,) in ask(load(out), pattern, "town")}) == 2


def test_the_commands_refuse_what_cannot_be_read(tmp_path: Path) -> None:
    runner = CliRunner()
    for arguments in (["suggest", str(tmp_path)], ["check", str(tmp_path / "none.ttl")]):
        result = runner.invoke(app, ["lexicon", *arguments])
        assert result.exit_code == 2
        assert result.stderr.startswith("KG01")


def edited(turtle: str) -> str:
    """What an expert makes of a draft: the names are kept, the words that were left open are filled in."""
    return turtle.replace('"?"@en', '"tea talks"@en').replace('"?"@zh', '"以茶会友的调解。"@zh')
