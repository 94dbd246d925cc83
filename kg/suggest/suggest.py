"""Names in reports that the vocabulary lacks: what the grammar of names found, quotations, and nouns after quotations."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import rjieba

from kg.build import inputs
from kg.lexicon import vocabulary as lexicon
from kg.lexicon.matcher import fold_marks
from kg.lexicon.vocabulary import Vocabulary
from kg.making import extracted, failure, of_one_file
from kg.model import Mention, Notice, Record, Text, rules
from kg.model.marks import CLAUSE
from kg.model.sentences import sentence_around
from kg.reading import deadline

HEAD = "NameHead"
QUOTED = re.compile(rf"“([^“”{CLAUSE}\n]{{2,20}})”")
MARKS = dict.fromkeys(map(ord, "“”《》"))
BY_GRAMMAR = (
    rules.HEAD,
    rules.QUOTED_NAME,
    rules.QUOTED_THEME,
    rules.QUOTED_DOCUMENT,
    rules.QUOTED_PRINCIPLE,
    rules.AWARDED,
)
"""Rules that find a name by its form."""
NOUNS = frozenset(("n", "nz", "vn", "l"))
LOOK_AHEAD = 8
"""Characters after a quotation in which its head is looked for."""
EXAMPLES = 2
LONGEST_EXAMPLE = 80


class Suggestion(Record):
    """A likely name, or a likely head of names."""

    label: str
    others: tuple[str, ...]
    """Longer forms in the reports, the commonest first."""
    cls: str
    """``Programme`` or another class of named things; ``NameHead`` for a head."""
    kind: str
    """Identifier of the kind that is most likely: ``kind/brand``."""
    count: int
    reports: int
    examples: tuple[tuple[str, str], ...]
    """Files, and the sentence that first has it there."""


class Suggested(NamedTuple):
    """What the files suggest, and those that could not be read."""

    suggestions: tuple[Suggestion, ...]
    """The most widespread first."""
    failures: tuple[Notice, ...]
    reports: int
    """Files that were read."""


class _Seen(NamedTuple):
    """One occurrence of a likely name."""

    label: str
    form: str
    cls: str
    kind: str
    begin: int
    end: int


def suggest(paths: Iterable[Path], *, least: int = 2, vocabulary: Sequence[Path] = ()) -> Suggested:
    """Names and heads that occur ``least`` times or more and that no vocabulary has.

    The names of one quotation (“融普法”工作模式, “融普法”品牌) are one suggestion, as they are one thing to the linker. One bad
    file is a failure among the others. Raises KgError: KG011 when there is nothing to read, KG014 for an unusable vocabulary.
    """
    words = lexicon.load(tuple(vocabulary))
    known = {fold_marks(label) for concept in words.concepts.values() for label in concept.labels}
    seen: dict[tuple[bool, str], list[tuple[_Seen, str, str]]] = {}
    given = inputs(paths)
    failures: list[Notice] = []
    for source in given.sources:
        try:
            with deadline(source.name):
                text, *_, said = extracted(source, vocabulary=vocabulary)
                found = [*_names(text, said.mentions, words), *_heads(text, said.mentions, words)]
        except Exception as error:  # a report that trips the program must not lose the batch
            failures.append(of_one_file(failure(error, source)))
            continue
        for one in found:
            sentence = _sentence(text.clean, one.begin, one.end)
            seen.setdefault((one.cls == HEAD, fold_marks(one.label)), []).append((one, str(source), sentence))
    made = [_made(found) for (_, label), found in seen.items() if label not in known and len(found) >= least]
    made.sort(key=lambda s: (-s.reports, -s.count, s.cls, s.label))
    return Suggested(tuple(made), (*given.failures, *failures), len(given.sources) - len(failures))


def _names(text: Text, mentions: Iterable[Mention], words: Vocabulary) -> Iterator[_Seen]:
    """Names that were found by their form, and quotations that are part of no name: “和风茶叙”品牌, “石榴籽”."""
    kinds = {(c.one("ofType"), c.label): c.id for c in words.of("Kind")}
    rule = next(c for c in words.of("QuotationRule") if c.one("ofType") == "Programme")
    taken: set[int] = set()
    for mention in mentions:
        taken.update(range(mention.begin, mention.end))
        if mention.rule.startswith(BY_GRAMMAR):
            form = text.clean[mention.begin : mention.end]
            inner = QUOTED.search(form)
            kind = kinds[mention.type, mention.kind]
            bare = form.translate(MARKS)
            yield _Seen(inner[1] if inner else bare, bare, mention.type, kind, mention.begin, mention.end)
    for match in QUOTED.finditer(text.clean):
        if match.start(1) not in taken:
            kind = kinds["Programme", rule.kind]
            yield _Seen(match[1], match[1], "Programme", kind, match.start(1), match.end(1))


def _heads(text: Text, mentions: Iterable[Mention], words: Vocabulary) -> Iterator[_Seen]:
    """Nouns directly after a quotation that are part of no name yet: “石榴籽”沙盘."""
    taken = {at for mention in mentions for at in range(mention.begin, mention.end)}
    segmenter = rjieba.Jieba()
    rule = next(c for c in words.of("QuotationRule") if c.one("ofType") == "Programme")
    kind = next(c.id for c in words.of("Kind") if c.one("ofType") == "Programme" and c.label == rule.kind)
    for match in QUOTED.finditer(text.clean):
        begin = match.end()
        for word, tag in segmenter.tag(text.clean[begin : begin + LOOK_AHEAD])[:1]:
            if len(word) > 1 and tag in NOUNS and begin not in taken:
                yield _Seen(word, word, HEAD, kind, match.start(), begin + len(word))


def _made(found: Sequence[tuple[_Seen, str, str]]) -> Suggestion:
    """One suggestion of all its occurrences, each with its file and sentence; the first tells its label, class and kind."""
    first = found[0][0]
    forms = Counter(one.form for one, _, _ in found)
    files: dict[str, str] = {}
    for _, file, sentence in found:
        files.setdefault(file, sentence)
    return Suggestion(
        label=first.label,
        others=tuple(form for form, _ in forms.most_common() if fold_marks(form) != fold_marks(first.label)),
        cls=first.cls,
        kind=first.kind,
        count=len(found),
        reports=len(files),
        examples=tuple(files.items())[:EXAMPLES],
    )


def _sentence(text: str, begin: int, end: int) -> str:
    """The sentence around a span; a long one is cut on both sides."""
    room = max(0, LONGEST_EXAMPLE - (end - begin)) // 2
    first, last = sentence_around(text, begin, end, room + 1)
    left, right = max(first, begin - room), min(last, end + room)
    return f"{'…' if left > first else ''}{text[left:right].strip()}{'…' if right < last else ''}"
