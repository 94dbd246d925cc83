"""Data flows one way through the house: a room imports only what stands to its left, and nothing runs in a circle."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kg.model import marks, namespaces, rules
from tests.some import some

ROOT = Path(__file__).resolve().parent.parent
ROOMS = (
    "reading",
    "lexicon",
    "extraction",
    "linking",
    "checking",
    "graph",
    "query",
    "explain",
    "views",
    "serve",
    "push",
    "export",
    "api",
    "publish",
    "making",
    "build",
    "suggest",
    "score",
    "cli",
)
"""Left to right; those from ``publish`` on put the others together."""
FOR_ALL = ("model", "messages", "errors", "resources", "cache")
SUB_ROOMS = ("common", "bodies", "names", "figures", "statements", "relations")
"""Of ``kg.extraction``, left to right."""
OVER_THEM = ("extract", "pipeline", "light_spacy")
"""Modules of ``kg.extraction`` in none of them: spaCy is set up there, and runs what they hold."""


@cache
def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name; a package's is that of its ``__init__``."""
    found = {}
    for path in sorted((ROOT / "kg").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(tree: ast.Module, *, everywhere: bool) -> Iterator[str]:
    """The modules of the package that a file imports; ``everywhere``: also inside functions and for types only."""
    for node in ast.walk(tree) if everywhere else tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "kg")
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            if node.module and node.module.split(".")[0] == "kg":
                for alias in node.names:
                    inner = f"{node.module}.{alias.name}"
                    yield inner if inner in modules() else node.module


@cache
def imports(*, everywhere: bool = True) -> dict[str, set[str]]:
    """Module → the modules of the package that it imports."""
    trees = {name: ast.parse(path.read_text("utf-8")) for name, path in modules().items()}
    return {name: set(imported(tree, everywhere=everywhere)) for name, tree in trees.items()}


def room(module: str) -> str:
    """``reading`` of ``kg.reading.clean``; ``model`` of ``kg.model``; empty for the package itself."""
    return ".".join(module.split(".")[1:2])


def sub_room(module: str) -> str:
    """``names`` of ``kg.extraction.names.heads``; empty for what is in no sub-room."""
    name = module.removeprefix("kg.extraction.").partition(".")[0]
    return name if room(module) == "extraction" and name in SUB_ROOMS else ""


def test_every_module_is_seen_and_stands_in_a_room() -> None:
    assert {room(name) for name in modules()} == {*ROOMS, *FOR_ALL, ""}
    assert "kg.lexicon.vocabulary" in imports()["kg.build"]
    assert "kg.build" in imports()["kg.cli.build"], "imports inside functions count"


@pytest.mark.parametrize("own", ROOMS)
def test_a_room_imports_only_from_the_left(own: str) -> None:
    allowed = {*ROOMS[: ROOMS.index(own) + 1], *FOR_ALL, ""}
    wrong = [
        f"{name} imports {other}"
        for name, others in imports().items()
        if room(name) == own
        for other in sorted(others)
        if room(other) not in allowed
    ]
    assert wrong == []


def test_every_module_of_extraction_stands_in_a_sub_room() -> None:
    inside = {name for name in modules() if room(name) == "extraction"}
    over = {"kg.extraction", *(f"kg.extraction.{name}" for name in OVER_THEM)}
    assert {name for name in inside if not sub_room(name)} == over
    assert {sub_room(name) for name in inside} == {*SUB_ROOMS, ""}


@pytest.mark.parametrize("own", SUB_ROOMS)
def test_a_sub_room_imports_only_from_the_left(own: str) -> None:
    allowed = SUB_ROOMS[: SUB_ROOMS.index(own) + 1]
    wrong = [
        f"{name} imports {other}"
        for name, others in imports().items()
        if sub_room(name) == own
        for other in sorted(others)
        if room(other) == "extraction" and sub_room(other) not in allowed
    ]
    assert wrong == []


def test_only_what_draws_all_pages_knows_the_graph_page() -> None:
    inner = "kg.views.graph"
    users = {n for n, others in imports().items() if any(o.startswith(inner) for o in others)}
    assert {name for name in users if not name.startswith(inner)} == {"kg.views.site"}


def test_the_package_itself_opens_builds_and_knows_no_more() -> None:
    assert {room(other) for other in imports()["kg"]} == {"api"}


def test_reading_knows_nothing_of_the_lexicon() -> None:
    assert not {room(o) for n, others in imports().items() if room(n) == "reading" for o in others} - {
        "reading",
        *FOR_ALL,
    }


@pytest.mark.parametrize("own", FOR_ALL)
def test_what_is_for_all_depends_on_no_room(own: str) -> None:
    assert {room(other) for other in imports()[f"kg.{own}"]} <= {*FOR_ALL, ""}


def test_imports_run_in_no_circle() -> None:
    graph = imports(everywhere=False)
    done: set[str] = set()

    def follow(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " → ".join([*path[path.index(name) :], name])
        if name not in done:
            for other in sorted(graph[name]):
                follow(other, (*path, name))
            done.add(name)

    for name in graph:
        follow(name, ())


def test_the_program_depends_on_no_test() -> None:
    for path in some(modules().values()):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            named = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            named += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not any(name.split(".")[0] in ("tests", "benchmarks") for name in named), path


def test_every_hole_in_the_types_says_why() -> None:
    bare = re.compile(r"# type: ignore(\[[\w, -]+\])?$", re.MULTILINE)
    assert [name for name, path in modules().items() if bare.search(path.read_text("utf-8"))] == []


def strings() -> Iterator[tuple[str, int, str]]:
    """Every string of the program, pieces of f-strings and docstrings too: module, line, value."""
    for module, path in modules().items():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield module, node.lineno, node.value


def test_rules_are_spelled_where_they_are_declared() -> None:
    """A rule spelled wrongly in one of two places would leave its mentions unlinked, and one that is declared nowhere
    unexplained, without a word."""
    declared = tuple(rules.WORDS)
    assert len(declared) > 40
    alike = re.compile(r"[a-z]+:[a-z-]*[:@]?")
    finding = ("extraction", "linking", "suggest")
    spelled = [
        f"{module}, line {line}: {value}"
        for module, line, value in strings()
        if module != rules.__name__
        and (value.startswith(declared) or (room(module) in finding and alike.fullmatch(value)))
    ]
    assert spelled == []


def test_marks_that_end_sentences_are_spelled_once() -> None:
    """A set of them that lacked one would end no sentence there, without a word."""
    widths = "kg.reading.widths"  # a table of marks in either width
    spelled = {module for module, _, value in strings() if {*marks.STOPS} <= {*value}}
    assert spelled == {marks.__name__, widths}


def test_namespaces_are_spelled_once() -> None:
    """One that was spelled wrongly in one place of several would find nothing there, without a word."""
    known = (*namespaces.PREFIXES.values(), namespaces.SH)
    again = {
        f"{module}, line {line}: {value}" for module, line, value in strings() if value.startswith(known)
    }
    assert {one for one in again if not one.startswith(f"{namespaces.__name__}, ")} == set()
