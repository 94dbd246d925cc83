"""What docs/vocabulary.md shows is what happens: its example is followed to the letter, what it asks of entries is checked."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg import resources
from kg.cli import app
from kg.lexicon.check import check
from kg.lexicon.entries import entries
from kg.lexicon.sound import NAMED
from kg.model.namespaces import SKOS
from tests.builds import ask, load, write
from tests.test_suggest import ONE, TWO

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "vocabulary.md").read_text("utf-8")
ASKED, DRAFTED, EDITED, SOUND, FAULTY = re.findall(
    r"```\w*\n(.*?)```", PAGE.partition("## What an entry needs")[0], re.DOTALL
)
PROPERTY = {"skos:definition": f"{SKOS}definition", "dcterms:coverage": "http://purl.org/dc/terms/coverage"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the example's reports, in which its commands are typed."""
    write(tmp_path / "reports" / "a.txt", ONE)
    write(tmp_path / "reports" / "b.txt", TWO)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def typed(command: str) -> str:
    """What a documented command prints."""
    return CliRunner().invoke(app, command.split()[1:]).output


def edited() -> str:
    """The suggestions with the first edited as the page has it, and the others, which it does not speak of, deleted."""
    header, *_ = typed(ASKED.partition(" >")[0]).partition("\n# 3 times")
    comments = [line for line in DRAFTED.splitlines() if line.startswith("#")]
    return "\n".join([header, *comments, EDITED])


def test_the_worked_example_is_what_happens(folder: Path) -> None:
    command, _, file = ASKED.strip().partition(" > ")
    assert DRAFTED in typed(command)
    write(folder / file, edited())
    command, told = SOUND.removeprefix("$ ").split("\n", 1)
    assert typed(command) == told
    assert typed("kg build reports/ --vocabulary my.ttl -o out --no-pages")
    pattern = '?p skos:prefLabel "和风茶叙"@zh ; dcterms:coverage "浙江省"@zh . ?town fz:implements ?p'
    assert len({town for (town,) in ask(load(folder / "out"), pattern, "town")}) == 2


def test_the_fault_of_the_example_is_told_as_it_stands_there(folder: Path) -> None:
    label = re.search("With (.+?), which", PAGE)
    assert label
    write(
        folder / "my.ttl",
        edited().replace('"和风茶叙工作模式"@zh', f'"和风茶叙工作模式"@zh , "{label[1]}"@zh'),
    )
    command, told = FAULTY.removeprefix("$ ").split("\n", 1)
    assert re.sub(r"(?<=programmes.ttl, line )\d+", "…", typed(command)) == told


def rows() -> dict[str, str]:
    """What an entry may have, with where."""
    table = PAGE.partition("## What an entry needs")[2].partition("\n- ")[0]
    cells = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| `")]
    return {first.strip("`"): last for first, *_, last in cells}


NEEDED = [name for name, where in rows().items() if where == "every entry"]


@pytest.mark.parametrize("name", NEEDED)
def test_what_every_entry_needs_is_checked(name: str, folder: Path) -> None:
    line = next(line for line in EDITED.splitlines() if name in line)
    without = line.replace(name, "a fz:Programm") if name.startswith("a ") else ""
    text = edited().replace(line, without)
    text = text if text.rstrip().endswith(".") else text.rstrip().removesuffix(";") + " ."
    assert "KG024" in {fault.code for fault in check([write(folder / "my.ttl", text)])}


def test_the_others_are_not_and_every_entry_that_ships_has_what_is_good_to_have(folder: Path) -> None:
    good = [name for name, where in rows().items() if where == "good to have"]
    assert good == list(PROPERTY)
    left = [line for line in EDITED.splitlines() if not any(name in line for name in good)]
    text = edited().replace(EDITED, "\n".join(left).rstrip(" ;") + " .\n")
    assert check([write(folder / "my.ttl", text)]) == []
    shipped = entries(sorted((resources.ontology() / "vocabulary").glob("*.ttl")))
    named = [entry for entry in shipped.values() if entry.cls in NAMED]
    assert len(named) > 1000
    assert [entry.id for entry in named if not all(PROPERTY[name] in entry.facts for name in good)] == []
