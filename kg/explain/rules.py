"""A rule in words, and the entry of the vocabulary that it used, with file and line."""

import re
from collections.abc import Sequence
from pathlib import Path

from kg import resources
from kg.lexicon import vocabulary
from kg.lexicon.own import while_same
from kg.lexicon.skos import VOCABULARY
from kg.model import Record

WORDS = {
    "terms": "a term of the vocabulary, read as it is written there",
    "organizations": "a kind of body in the vocabulary, with the place, level or name before it",
    "organizations:self": "what a department calls itself",
    "divisions:named": "the name of a division of the gazetteer",
    "divisions:self": "what a report calls its own place",
    "divisions:called": "what the head of the report calls a place that the gazetteer does not tell from others",
    "divisions:village": "a proper name before a word for villages and estates",
    "instruments:title": "a title in book-title marks",
    "instruments:inner": "what a notice issues, by the title of the notice",
    "instruments:bare": "the name of a law in the list, without marks",
    "instruments:activity": "a title in book-title marks and the activity after it",
    "patterns": "a name with a grammar of its own",
    "persons:title": "a family name and a given name beside a title",
    "persons:of-a-firm": "a family name and a given name directly after a law firm",
    "persons:honoured": "a family name and a given name at the head of a clause that says what honour they were given",
    "heads:phrase": "a word that such names end in, and the modifier before it",
    "heads:object": "a word that such names end in, and the modifier before it, as the object of a verb",
    "heads:quoted": "a word that such names end in, after a quotation",
    "heads:listed": "an item of a list that shares its last word",
    "heads:body": "a word for meetings, after the body that meets",
    "spirits": "a meeting whose spirit is meant",
    "honours:receives": "what follows a verb of awarding",
    "quotations:name": "a quotation as the object of a verb that names things",
    "quotations:instrument": "a quotation that ends as documents do",
    "quotations:principle": "a quotation as the object of a verb of holding to principles",
    "relations:verb": "a verb before its object",
    "relations:passive": "a verb after its object, which begins the clause",
    "relations:frame": "two phrases around the object",
    "relations:implied": "no verb: the name around it implies it",
    "relations:named": "no verb: that the report names it implies it",
    "appositions": "the order of the words, without a verb",
    "structure:division": "a name that says which place it lies in",
    "structure:organ": "a body whose name is another's and what an organ's name adds",
    "structure:name": "a name that begins with the place it lies in",
    "structure": "both are in the report, and the vocabulary says that one is a part of the other",
    "figures:count": "a number and its measure word",
    "figures:zero": "words that say that there was none",
    "figures:table": "a number alone in a cell of a table, under a heading that tells a measure",
    "statements:section": "a clause of a section that holds such statements",
    "statements:promise": "a word that makes a promise",
    "statements:carried": "it goes on the clause before it",
}
"""By the rule, or by how it begins: the longest that fits counts."""
WORD_LISTS = {"statements:promise": "statement/promise-cue"}


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
    own = rule.partition("@")[0]
    pieces = own.split(":")
    begins = (":".join(pieces[:size]) for size in range(len(pieces), 0, -1))
    words = next((WORDS[start] for start in begins if start in WORDS), f"the component {pieces[0]}")
    last = pieces[-1]
    named = last if "/" in last else WORD_LISTS.get(":".join(pieces[:2]), uses)
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
