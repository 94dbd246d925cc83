"""Writes ``docs/word-lists.md``: each word list of the vocabulary, what its words are, how many, and which modules read it.

``python -m tests.word_lists > docs/word-lists.md``; ``make reference`` does it.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from kg import resources
from kg.lexicon.entries import Entry, entries
from kg.lexicon.skos import LABELS

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "word-lists.md"
READING = "kg.reading.words"
"""The module through which the lists of the scheme ``outline`` are read, by their slugs alone."""
HEAD = """\
# The word lists

What a rule looks for stands in lists of words, not in the program ([how to add one](contributing.md#a-word)). Each list is an
entry of class `fz:WordList` in [`ontology/vocabulary/`](../ontology/vocabulary); its words are its Chinese labels, the first of
which is shown here. What is recognised by name stands in entries of other classes: [vocabulary.md](vocabulary.md).

<!-- Written by `make reference`. -->
"""


def word_lists() -> list[Entry]:
    """The word lists that ship, in order of identifier."""
    files = sorted((resources.ontology() / "vocabulary").glob("*.ttl"))
    return sorted((e for e in entries(files).values() if e.cls == "WordList"), key=lambda e: e.id)


def words(of: Entry) -> tuple[str, ...]:
    """The words of a list, its preferred one first."""
    chinese = sorted((b for b in of.labels if b.language == "zh"), key=lambda b: LABELS.index(b.property))
    return tuple(dict.fromkeys(label.text for label in chinese))


def definition(of: Entry) -> str:
    """What its words are, in English."""
    return next(b.text for b in of.labels if b.property == LABELS[0] and b.language == "en")


def readers(known: list[Entry]) -> dict[str, list[str]]:
    """List → the modules that read it, by their paths."""
    found: dict[str, list[str]] = {entry.id: [] for entry in known}
    for path in sorted((ROOT / "kg").rglob("*.py")):
        for name in sorted(found.keys() & set(_named(ast.parse(path.read_text("utf-8"))))):
            found[name].append(path.relative_to(ROOT).as_posix())
    return found


def _named(tree: ast.Module) -> Iterator[str]:
    """The identifiers that a module spells, or puts together: ``boundary/tier``, ``tier`` beside ``f"boundary/{name}"``."""
    said = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    schemes = {one for one in said if one.endswith("/")}
    if any(isinstance(n, ast.ImportFrom) and n.module == READING for n in ast.walk(tree)):
        schemes.add("outline/")
    yield from said
    yield from (scheme + slug for scheme in schemes for slug in said)


def page() -> str:
    """The page, a table for each scheme."""
    known = word_lists()
    read = readers(known)
    lines = [HEAD]
    for scheme in dict.fromkeys(entry.id.partition("/")[0] for entry in known):
        own = [entry for entry in known if entry.id.startswith(f"{scheme}/")]
        file = own[0].first.file.name
        lines += [
            f"## {scheme}",
            "",
            f"{len(own)} lists in [`{file}`](../ontology/vocabulary/{file}).",
            "",
            "| list | words such as | what they are | words | read by |",
            "| --- | --- | --- | --- | --- |",
        ]
        for entry in own:
            told = words(entry)
            by = ", ".join(f"`{path.removeprefix('kg/')}`" for path in read[entry.id])
            slug = entry.id.removeprefix(f"{scheme}/")
            lines.append(f"| `{slug}` | {told[0]} | {definition(entry)} | {len(told):,} | {by} |")
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    print(page(), end="")
