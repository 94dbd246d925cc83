"""``docs/contributing.md`` is true: its examples do what they say, its tables are the house's, and what it names is there."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.lexicon import vocabulary
from tests.builds import write
from tests.casefiles import FOLDER, Said, read
from tests.test_rooms import ROOMS, SUB_ROOMS

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "contributing.md").read_text("utf-8")
PREFIXES = "".join(
    f"@prefix {short}: <{iri}> .\n"
    for short, iri in (
        ("fz", "https://fazhi.example/ontology#"),
        ("skos", "http://www.w3.org/2004/02/skos/core#"),
    )
)
EXAMPLES = re.findall(
    r"^## (A \w+)$.*?^```turtle\n(.*?)^```$.*?^```(\w+\.tsv)\n(.*?)^```$.*?^```(\w+\.tsv)\n(.*?)^```$",
    PAGE.partition("\n## A rule")[0],
    re.MULTILINE | re.DOTALL,
)
"""Heading, Turtle, file and line of the case, file and line of the counter-case."""


def holds(file: str, line: str, *own: Path) -> bool:
    """Whether a case is so, with vocabularies of one's own; as the tests of the cases see it."""
    cells = line.removesuffix("\n").split("\t")
    said = read(cells[0], vocabulary=tuple(map(str, own)))
    return _HOLDING[file](said, cells[1:])


def _figure(said: Said, cells: list[str]) -> bool:
    value, unit, approx, concept = cells
    found = [(f.value, f.unit or "", f.approx, f.concept) for f in said.figures]
    return found == [] if value == "-" else (float(value), unit, approx == "yes", concept) in found


def _relation(said: Said, cells: list[str]) -> bool:
    subject, predicate, object_, status, _ = cells
    found = [
        r.status
        for r in said.relations
        if (said.name(r.subject), r.predicate, said.name(r.object)) == (subject, predicate, object_)
    ]
    return found == ([] if status == "none" else [status])


_HOLDING: dict[str, Callable[[Said, list[str]], bool]] = {
    "figures.tsv": _figure,
    "relations.tsv": _relation,
    "mentions.tsv": lambda said, cells: tuple(cells) in {(m.type, m.kind, m.name) for m in said.mentions},
    "not_mentions.tsv": lambda said, cells: cells[1] not in said.names(cells[0]),
}


def test_there_are_examples_of_words_triggers_and_patterns() -> None:
    assert [heading for heading, *_ in EXAMPLES] == ["A word", "A trigger", "A pattern"]


@pytest.mark.parametrize(("heading", "turtle", "file", "case", "other", "counter"), EXAMPLES)
def test_an_example_mends_its_case_and_leaves_the_other(
    tmp_path: Path, heading: str, turtle: str, file: str, case: str, other: str, counter: str
) -> None:
    own = write(tmp_path / "my.ttl", PREFIXES + turtle)
    vocabulary.load((own,))
    assert not holds(file, case), f"{heading}: the case holds without it"
    assert holds(file, case, own), f"{heading}: it does not mend the case"
    assert holds(other, counter)
    assert holds(other, counter, own)


def rooms(place: Path, names: tuple[str, ...]) -> list[str]:
    """The lines of a table of rooms, from the docstrings of the rooms themselves."""
    found = []
    for room in names:
        folder = place / room
        file = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
        told = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
        found.append(f"| `{room}` | {' '.join(told.partition(chr(10) * 2)[0].split()).replace('``', '`')} |")
    return found


@pytest.mark.parametrize(
    ("head", "folder", "names"), [("room", "", ROOMS), ("sub-room", "extraction", SUB_ROOMS)]
)
def test_the_tables_of_rooms_are_those_of_the_house(head: str, folder: str, names: tuple[str, ...]) -> None:
    table = PAGE.partition(f"| {head} `kg/")[2].partition("\n\n")[0].splitlines()[2:]
    assert table == rooms(ROOT / "kg" / folder, names)


def test_the_table_of_cases_is_that_of_the_heads_of_their_files() -> None:
    heads = []
    for path in sorted(FOLDER.glob("*.tsv")):
        lines = path.read_text("utf-8").partition("\n\n")[0].splitlines()
        told = " ".join(line.removeprefix("# ") for line in lines if line.startswith("#"))
        heads.append(f"| `{path.name}` | {told} |")
    table = PAGE.partition("| file")[2].partition("\n\n")[0].splitlines()[2:]
    assert table == heads


def test_what_it_names_is_there() -> None:
    for target in re.findall(r"\]\(([\w./-]+)(?:#[^)]*)?\)", PAGE):
        assert (ROOT / "docs" / target).exists(), target
    for path in re.findall(r"`((?:kg|tests|benchmarks|ontology)/[\w/.-]+)`", PAGE):
        assert (ROOT / path).exists(), path
    targets = set(re.findall(r"`make (\w+)`", PAGE))
    assert targets <= set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert targets
