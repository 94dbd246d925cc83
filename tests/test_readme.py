"""The README tells the truth: what it prints is what the commands print now."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh-CN.md")
ASKED = re.compile(r"```\n\$ kg (query .*)\n((?:.+\n)+)```")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """What the demo prints, run in a folder of its own that stays the current one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("readme"))
        yield _printed(["build", "-o", "output"])


def _printed(arguments: list[str]) -> str:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    return "\n".join(line.rstrip() for line in result.stdout.rstrip().splitlines())


@pytest.mark.parametrize("name", READMES)
def test_the_readme_shows_what_the_demo_prints(name: str, demo: str) -> None:
    assert f"```\n{demo}\n```" in (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", READMES)
def test_the_readme_shows_three_questions_with_their_answers(name: str, demo: str) -> None:
    assert demo
    asked = ASKED.findall((ROOT / name).read_text(encoding="utf-8"))
    assert len(asked) == 3
    for arguments, answer in asked:
        printed = _printed(arguments.split())
        assert printed.replace("\r", "").startswith(answer.rstrip())


def test_both_readmes_have_the_same_parts() -> None:
    english, chinese = ((ROOT / name).read_text(encoding="utf-8") for name in READMES)
    for mark in (r"^## ", r"^```", r"^\| ", r"docs/[\w.]+"):
        assert len(re.findall(mark, english, re.M)) == len(re.findall(mark, chinese, re.M)), mark
