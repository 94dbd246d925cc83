"""``kg query`` as typed."""

import csv
import json
import sys
from io import StringIO
from pathlib import Path

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner, Result

from kg.cli import app
from kg.cli.query import query
from kg.query import questions

SMALL = Path(__file__).parent / "data" / "small.ttl"
NAMES = (
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX fz: <https://fazhi.example/ontology#> "
    "SELECT ?name { ?d a fz:Division ; rdfs:label ?name } ORDER BY ?name"
)


def kg(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["query", *arguments])


def asked(*arguments: str) -> Result:
    return kg(*arguments, "--from", str(SMALL))


def test_text_file_and_name_ask_the_graph(tmp_path: Path) -> None:
    file = tmp_path / "names.rq"
    file.write_text("\ufeff" + NAMES, encoding="utf-8")
    by_text, by_file = asked("--text", NAMES), asked(str(file))
    assert by_text.exit_code == by_file.exit_code == 0
    assert by_text.stdout == by_file.stdout
    assert by_text.stdout.splitlines()[2:] == [
        "示例市青禾区",
        "示例市青禾区云林镇",
        "示例市青禾区清溪镇",
    ]
    assert "民主法治示范镇" in asked("--name", "honours").stdout


def test_a_builds_folder_is_asked_for_its_graph(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_bytes(SMALL.read_bytes())
    assert "清溪镇" in kg("--text", NAMES, "--from", str(tmp_path)).stdout


def test_formats() -> None:
    rows = list(csv.reader(StringIO(asked("--text", NAMES, "--format", "csv").stdout)))
    page = json.loads(asked("--text", NAMES, "--format", "json").stdout)
    assert [row[0] for row in rows[1:]] == [b["name"]["value"] for b in page["results"]["bindings"]]


def test_parameters_are_given_by_name() -> None:
    result = asked("--name", "one-law", "--param", "law=宪法", "--format", "csv")
    assert {row.split(",")[1] for row in result.stdout.splitlines()[1:]} == {"中华人民共和国宪法"}


def test_a_parameter_that_names_nothing_is_told_on_stderr() -> None:
    result = asked("--name", "claims-evidence", "--param", "relation=建立", "--format", "csv")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1
    assert "relation=建立" in result.stderr
    assert "by default" in result.stderr
    assert asked("--name", "one-law", "--param", "law=宪法").stderr == ""


def test_a_file_declares_its_parameters_like_a_saved_question(tmp_path: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_text(
        "# param: x 甲 a word\nSELECT ?x ?y { BIND(1 AS ?y) FILTER(?x = '乙') }", encoding="utf-8"
    )
    assert len(asked(str(file), "--format", "csv").stdout.splitlines()) == 1
    assert asked(str(file), "--param", "?x=乙", "--format", "csv").stdout.splitlines()[1] == "乙,1"


def test_the_list_names_every_saved_question_with_its_parameters() -> None:
    result = kg("--list", "--format", "csv")
    rows = {row["name"]: row for row in csv.DictReader(StringIO(result.stdout))}
    assert result.exit_code == 0
    assert rows["one-law"]["parameters"] == "law=民法典"
    assert rows["honours"]["标题"] == "获得的荣誉"
    assert len(rows) >= 10


def test_json_is_the_format_of_that_name() -> None:
    assert asked("--text", NAMES, "--json").stdout == asked("--text", NAMES, "--format", "json").stdout
    assert json.loads(kg("--list", "--json").stdout) == json.loads(kg("--list", "--format", "json").stdout)


def test_the_list_as_json_tells_of_each_question_what_its_file_says() -> None:
    questions = {one["name"]: one for one in json.loads(kg("--list", "--json").stdout)}
    assert len(questions) >= 10
    law = questions["one-law"]
    assert set(law) == {"name", "title", "purpose", "parameters"}
    assert {"zh", "en"} <= set(law["title"])
    assert [(one["name"], one["default"]) for one in law["parameters"]] == [("law", "民法典")]


def test_a_cut_answer_is_said_to_be_on_stderr_only() -> None:
    result = asked("--text", NAMES, "--limit", "2", "--format", "csv")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 3
    assert result.stderr.startswith("truncated:")
    assert asked("--text", NAMES, "--limit", "3").stderr == ""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--text", "SELECT"], "KG013"),
        (["--text", "CLEAR ALL"], "KG013"),
        (["--name", "no-such-question"], "KG013"),
        (["--name", "honours", "--param", "x=1"], "KG013"),
        (["no-such-file.rq"], "KG003"),
    ],
)
def test_errors_are_one_line_with_code_and_remedy(arguments: list[str], code: str) -> None:
    result = asked(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(f"{code} error: ")
    assert len(result.stderr.splitlines()) == 1


def test_a_missing_build_is_told(tmp_path: Path) -> None:
    result = kg("--text", NAMES, "--from", str(tmp_path))
    assert result.exit_code == 2
    assert result.stderr.startswith("KG012 error: ")


def test_an_update_is_an_answer_when_it_is_allowed() -> None:
    update = "DELETE { ?s ?p ?o } INSERT { <a:a> <a:b> 1 } WHERE { ?s ?p ?o }"
    assert asked("--text", update).exit_code == 2
    changed = asked("--text", update, "--allow", "update", "--format", "csv")
    assert changed.stdout.splitlines() == ["subject,predicate,object", "a:a,a:b,1"]


def test_the_memory_limit_is_an_option() -> None:
    if not Path("/proc/self/statm").exists():
        pytest.skip("memory is limited on Linux only")
    hungry = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?i"
    result = asked("--text", hungry, "--memory", "50", "--timeout", "60")
    assert result.exit_code == 2
    assert "more than 50 MB of memory" in result.stderr


def test_the_time_limit_is_an_option() -> None:
    slow = "ASK { ?a ?b ?c . ?d ?e ?f FILTER(CONCAT(STR(?c), STR(?f), STR(?a), STR(?d), STR(?b)) = 'x') }"
    result = asked("--text", slow, "--timeout", "0.05")
    assert result.exit_code == 2
    assert "more than 0.05 s" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--text", NAMES, "--name", "honours"],
        ["--text", NAMES, "--param", "novalue"],
        ["--list", "--text", "x"],
        ["--list", "--json", "--format", "csv"],
    ],
)
def test_wrong_use_is_code_2(arguments: list[str]) -> None:
    assert asked(*arguments).exit_code == 2


def test_names_of_questions_are_whole_on_a_narrow_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    query(listed=True)
    printed = capsys.readouterr().out
    opened = {line.split(" ")[0] for line in printed.splitlines()}
    assert {question.name for question in questions()} <= opened
    assert max(map(cell_len, printed.splitlines())) <= 80
