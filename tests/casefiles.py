"""Cases kept as plain text, one a line, and the small made-up report that each sentence is put into."""

from pathlib import Path
from typing import NamedTuple

import pytest
from _pytest.mark.structures import ParameterSet

from kg.extraction import extract
from kg.lexicon.division import Division
from kg.linking import reporting_division
from kg.model import Extraction, Figure, Mention, Outline, RelationMention, Statement, Text
from kg.reading import outline, read_text

FOLDER = Path(__file__).parent / "cases"
TITLE = "上海市青浦区练塘镇2022年法治政府建设情况报告"
HEADINGS = {
    "achievements": "一、主要举措和成效",
    "duties": "二、主要负责人履职情况",
    "shortcomings": "三、存在的不足",
    "plans": "四、下一年度工作打算",
}
"""A report's main parts; the text of each is its second paragraph."""
FILLER = "平稳推进。"


def cases(name: str, columns: int) -> list[ParameterSet]:
    """The cases of one file: tab-separated, as many columns as given, ``#`` begins a comment line."""
    found = []
    for number, line in enumerate((FOLDER / name).read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            assert len(cells) == columns, f"{name}, line {number}: {len(cells)} columns, not {columns}"
            found.append(pytest.param(*cells, id=f"line-{number}"))
    return found


def number_of_cases(name: str) -> int:
    """How many cases one file holds."""
    lines = (FOLDER / name).read_text("utf-8").splitlines()
    return sum(1 for line in lines if line and not line.startswith("#"))


class Said(NamedTuple):
    """What was found in a report that says one thing; the lists hold what lies in the part it was put into."""

    text: Text
    outline: Outline
    home: Division | None
    all: Extraction
    mentions: list[Mention]
    relations: list[RelationMention]
    figures: list[Figure]
    statements: list[Statement]

    def names(self, type_: str) -> list[str]:
        """The names of the mentions of one type."""
        return [mention.name for mention in self.mentions if mention.type == type_]

    def name(self, index: int | None) -> str:
        """The name of the mention that a relation or figure points at; ``-`` for the reporting division."""
        return "-" if index is None else self.all.mentions[index].name


def report(words: str, section: str = "achievements", title: str = TITLE) -> str:
    """A report that says ``words`` in one section; ``\\n`` in them is a line break."""
    said = {name: words.replace("\\n", "\n") if name == section else FILLER for name in HEADINGS}
    return "\n".join([title, *(f"{HEADINGS[name]}\n{said[name]}" for name in HEADINGS)]) + "\n"


def read(words: str, section: str = "achievements", vocabulary: tuple[str, ...] = ()) -> Said:
    """What is found in ``report(words, section)``, also by files of one's own."""
    text = read_text(report(words, section), "case.txt")
    own = outline(text)
    home, _ = reporting_division(own, text.clean)
    found = extract(text, own, home, vocabulary)
    order = [*HEADINGS.values()]
    begin = text.clean.index(HEADINGS[section]) + len(HEADINGS[section])
    after = order[order.index(HEADINGS[section]) + 1 :]
    end = text.clean.index(after[0]) if after else len(text.clean)
    return Said(
        text,
        own,
        home,
        found,
        [m for m in found.mentions if begin <= m.begin < end],
        [r for r in found.relations if begin <= r.begin < end],
        [f for f in found.figures if begin <= f.begin < end],
        [s for s in found.statements if begin <= s.begin < end],
    )
