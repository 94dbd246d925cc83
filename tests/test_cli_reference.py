"""``docs/cli.md`` says what the program says of itself, and leaves out no variable that it reads."""

import re
import subprocess
import sys
from pathlib import Path

from kg.messages import MESSAGES

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
OWN, WRITTEN = re.split(r"<!-- .* -->\n\n", PAGE)


def test_the_page_is_what_the_program_says_of_itself() -> None:
    typer = Path(sys.executable).with_name("typer")
    said = subprocess.run(
        [typer, "kg.cli", "utils", "docs", "--name", "kg"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert said.stdout == WRITTEN, "run: make reference"


def test_every_command_is_listed_with_its_whole_sentence() -> None:
    listed = re.findall(r"^\* `([a-z]+)`: (.*)$", WRITTEN, re.MULTILINE)
    commands = re.findall(r"^##+ `kg (?:\w+ )?(\w+)`$", WRITTEN, re.MULTILINE)
    assert sorted(name for name, _ in listed) == sorted(commands)
    assert [about for _, about in listed if about.endswith("...")] == []


def test_every_variable_of_the_environment_is_explained() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "kg").rglob("*.py")]
    used = {name for text in texts for name in re.findall(r"\"(KG_[A-Z_]+|LC_[A-Z]+|LANG)\"", text)}
    assert {name for name in used if f"`{name}`" not in OWN} == set()


def test_links_lead_to_pages_and_codes_are_those_of_the_program() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", OWN):
        assert (ROOT / "docs" / target).is_file(), target
    assert set(re.findall(r"KG\d{3}", PAGE)) <= set(MESSAGES)
