"""A rule in words, and the entry of the vocabulary that it used, with file and line."""

import re
from collections.abc import Sequence
from pathlib import Path

from kg import resources
from kg.lexicon import vocabulary
from kg.lexicon.own import while_same
from kg.model import Record, rules
from kg.model.namespaces import VOCABULARY

WORD_LISTS = {rules.PROMISE: "statement/promise-cue"}
"""The word list that a family of rules reads, when the rule itself names no entry."""


class Entry(Record):
    """An entry of the vocabulary, or a relation of the ontology."""

    id: str
    """``programme/three-systems``, ``fz:implements``."""
    label: str
    file: str
    """The Turtle file's name, or the empty string when no file at hand has it."""
    line: int
    """Where the entry begins in it, from 1; 0 when no file has it."""


class Reason(Record):
    """Why something was found."""

    rule: str
    words: str
    """What the rule does, in English."""
    trigger: str
    """The word or frame that triggered it, or the empty string."""
    entry: Entry | None


def reason(rule: str, uses: str = "", extra: Sequence[Path] = ()) -> Reason:
    """``rule`` explained. ``uses``: the entry that the finding itself names (``fz:implements``, ``indicator/other``), for
    rules that name none; ``extra``: the user's own vocabulary files."""
    family = rules.family(rule)
    pieces = rule.partition("@")[0].split(":")
    words = rules.WORDS.get(family, f"the component {pieces[0]} of another version")
    last = pieces[-1]
    named = last if "/" in last else WORD_LISTS.get(family, uses)
    trigger = pieces[2] if len(pieces) > 2 and "/" not in last else ""
    return Reason(
        rule=rule, words=words, trigger=trigger, entry=entry(named, tuple(extra)) if named else None
    )


@while_same(maxsize=1024)
def entry(name: str, extra: tuple[Path, ...] = ()) -> Entry:
    """The entry of an identifier (``programme/three-systems``) or of a relation (``fz:implements``)."""
    known = vocabulary.load(extra)
    concept = known.concepts.get(name)
    label = concept.label if concept else name
    for file, text in _texts(extra):
        line = _line(text, name)
        if line:
            return Entry(id=name, label=label, file=file, line=line)
    return Entry(id=name, label=label, file="", line=0)


def _line(text: str, name: str) -> int:
    """The line of a vocabulary on which the block of an entry begins, or 0."""
    scheme, _, slug = name.rpartition("/")
    prefixes = [name] if not scheme else []
    for prefix, iri in re.findall(r"@prefix\s+([\w-]*):\s*<([^>]*)>", text):
        if scheme and iri == f"{VOCABULARY}{scheme}/":
            prefixes.append(f"{prefix}:{slug}")
    for subject in (*prefixes, f"<{VOCABULARY}{name}>"):
        found = re.search(rf"^{re.escape(subject)}\s", text, re.MULTILINE)
        if found:
            return text.count("\n", 0, found.start()) + 1
    return 0


@while_same(maxsize=4)
def _texts(extra: tuple[Path, ...]) -> list[tuple[str, str]]:
    """Name and text of each vocabulary that is there."""
    root = resources.ontology()
    files = (root / "fazhi.ttl", *sorted((root / "vocabulary").glob("*.ttl")), *extra)
    return [(path.name, path.read_text("utf-8")) for path in files if path.is_file()]
