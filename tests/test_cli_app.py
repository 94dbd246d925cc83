"""The program as a whole: help, version, start-up, and streams."""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from inspect import signature
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.cli.working import working

HEAVY = {"pydantic", "pyoxigraph", "rdflib", "spacy", "networkx", "numpy", "pyvis", "pyshacl", "asyncio"}
"""What takes longer to import than the help to be read."""


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, timeout=60, check=False
    )


def test_help_names_every_command() -> None:
    result = CliRunner().invoke(app, ["--help"])
    assert result.exit_code == 0
    for command in ("build", "query", "validate", "view"):
        assert f" {command} " in result.stdout


@pytest.mark.parametrize("command", ["build", "query", "validate", "view"])
def test_every_command_and_option_is_explained(command: str) -> None:
    import typer.main

    made = typer.main.get_command(app).commands[command]  # type: ignore[attr-defined]
    assert made.help
    for parameter in made.params:
        assert parameter.help, f"{command}: {parameter.name}"


def test_version() -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert result.stdout == f"kg {version('fazhi-kg')}\n"


def test_no_arguments_show_the_help_and_an_unknown_command_is_code_2() -> None:
    assert "Usage" in CliRunner().invoke(app, []).output
    assert CliRunner().invoke(app, ["no-such-command"]).exit_code == 2


def test_help_imports_the_commands_and_what_draws_them_only() -> None:
    code = """
import sys
from kg.cli import app
try:
    app()
finally:
    sys.stderr.write(" ".join(sys.modules))
"""
    loaded = set(python(code, "--help").stderr.decode().split())
    assert {name for name in loaded if re.match(r"kg\.(?!cli\b)", name)} == set()
    assert HEAVY.isdisjoint(loaded)


def test_output_that_the_terminal_cannot_show_does_not_end_the_command() -> None:
    code = """
import io, sys
sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="ascii")
from kg.cli import app
app()
"""
    ran = python(code, "query", "--list")
    assert ran.returncode == 0
    assert b"honours" in ran.stdout


def test_a_closed_pipe_is_no_error() -> None:
    command = f"{sys.executable} -c 'from kg.cli import app; app()' query --list | head -1"
    ran = subprocess.run(command, shell=True, capture_output=True, timeout=60, check=False)
    assert ran.stdout.startswith(b"name")
    assert b"Traceback" not in ran.stderr
    assert b"unexpected" not in ran.stderr


def test_nothing_of_progress_is_written_when_piped(capsys: pytest.CaptureFixture[str]) -> None:
    with working("Working"):
        time.sleep(1.1)
    assert capsys.readouterr() == ("", "")


def test_progress_shows_after_a_second_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    with working("Working"):
        pass
    assert capsys.readouterr().err == ""
    with working("Working"):
        time.sleep(1.4)
    assert "Working" in capsys.readouterr().err


def test_what_the_server_needs_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = CliRunner().invoke(app, ["serve"])
    assert result.exit_code == 2
    assert result.stderr.startswith("KG042 error: kg serve needs the package uvicorn")
    assert result.stderr.endswith("pip install 'fazhi-kg[serve]'\n")


def test_what_the_commands_repeat_of_the_rooms_is_the_same() -> None:
    """They do not import them, so that ``kg --help`` answers at once."""
    from kg.cli import build, load, query, serve
    from kg.graph.iris import DEFAULT_BASE
    from kg.push import Protocol
    from kg.query import Allow
    from kg.query import Limits as Query
    from kg.reading import Limits
    from kg.serve.settings import Settings

    def defaults(command: Callable[..., object], *names: str) -> list[object]:
        return [signature(command).parameters[name].default for name in names]

    file = Limits()
    wanted = [DEFAULT_BASE, file.bytes, file.pages, file.seconds, file.ocr]
    assert defaults(build.build, "base", "max_bytes", "max_pages", "max_seconds", "ocr") == wanted
    asked = Query()
    for command in (query.query, serve.serve):
        bounds = [asked.rows, asked.seconds, asked.megabytes]
        assert defaults(command, "limit", "timeout", "memory") == bounds
    assert defaults(serve.serve, "workers") == [Settings(out=Path()).workers]
    assert [*map(str, query.Unlock)] == [*map(str, Allow)]
    assert [*map(str, load.How)] == [*map(str, Protocol)]
