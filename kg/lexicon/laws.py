"""The gazetteer of statutes: national laws, regulations and interpretations, local ones of some regions."""

import gzip
from functools import cache
from pathlib import Path

from kg import resources
from kg.lexicon.editions import BRACKETS, at_the_end, on_trial
from kg.lexicon.levels import above_towns
from kg.lexicon.ordinary import words
from kg.model import frozen

STATE = "中华人民共和国"
KINDS = {"宪法": "宪法", "法律": "法律"}
"""Kinds of LegalInstrument by category; every other category is 法规规章."""
LAW, CODE = "法", "典"
"""What the names of laws end with."""


@frozen
class Law:
    """A statute as the list has it. Dates are ISO 8601, empty when the list gives none."""

    official_name: str
    short_name: str
    """Without 中华人民共和国."""
    category: str
    """宪法 法律 行政法规 司法解释 部门规章 地方性法规 地方政府规章 其他."""
    promulgated: str
    """Of its first adoption."""
    amended: str
    """Of its latest revision."""
    effective: str
    """Of that version; empty also when it was in force from the day of promulgation, or only the first version's day is known."""
    status: str
    """有效 or 失效."""
    region: str | None
    """Province whose local law it is (上海); None for national ones."""
    until: str = ""
    """The first day on which it was no longer in force, where that is known."""
    successor: str = ""
    """Official name of the statute that took its place then."""


class Laws:
    """All statutes, by every form of their names. Rows become records when asked for.

    ``replaced``: rows of name, day and successor, tab-separated, of those that are no longer in force. ``aliases``: rows
    of a short form that people use (保密法) and the name without 中华人民共和国, likewise.
    """

    def __init__(self, text: str, replaced: str = "", aliases: str = "") -> None:
        self._rows = [line.split("\t") for line in text.splitlines()]
        self._replaced = {row[0]: row[1:] for row in (line.split("\t") for line in replaced.splitlines())}
        self._made: dict[int, Law] = {}
        self._by_form: dict[str, int] = {}
        for number, row in enumerate(self._rows):
            name = row[0].translate(BRACKETS)
            for form in (name, name.removeprefix(STATE)):
                self._by_form.setdefault(form, number)
        for form, number in list(self._by_form.items()):
            self._by_form.setdefault(on_trial().sub("", form), number)
        rows = (line.split("\t") for line in aliases.splitlines())
        self._aliases = {alias: name for alias, name in rows if name in self._by_form}
        for alias, name in self._aliases.items():
            self._by_form.setdefault(alias, self._by_form[name])

    def __len__(self) -> int:
        return len(self._rows)

    def find(self, name: str) -> Law | None:
        """The statute that ``name`` means: official or short, with or without 《》, with an edition such as
        （试行） or （2021年修订）, brackets of either width; a local one by its region and name. A draft (草案) is not the
        statute.
        """
        form = name.translate(BRACKETS)
        number = self._by_form.get(form)
        if number is None:
            number = self._by_form.get(at_the_end().sub("", form))
        return None if number is None else self._record(number)

    def bare_names(self) -> tuple[str, ...]:
        """Names and short forms of the constitution, national laws and State Council regulations that need no 《》.

        A match in a text must be checked with ``stands_alone``.
        """
        names = {
            form
            for row in self._rows
            if row[1] in ("宪法", "法律", "行政法规")
            for form in (row[0].translate(BRACKETS), row[0].translate(BRACKETS).removeprefix(STATE))
        }
        return tuple(sorted((names | self._aliases.keys()) - words("law")))

    def _record(self, number: int) -> Law:
        made = self._made.get(number)
        if made is None:
            official, category, promulgated, amended, effective, status, region = self._rows[number]
            until, successor = self._replaced.get(official, ("", ""))
            made = self._made[number] = Law(
                official_name=official,
                short_name=official.removeprefix(STATE),
                category=category,
                promulgated=promulgated,
                amended=amended,
                effective=effective if effective >= amended else "",
                status=status,
                region=region or None,
                until=until,
                successor=successor,
            )
        return made


def kind(law: Law) -> str:
    """The kind of LegalInstrument: 宪法, 法律 or 法规规章."""
    return KINDS.get(law.category, "法规规章")


def stands_alone(text: str, begin: int, end: int) -> bool:
    """Whether the bare name ``text[begin:end]`` is one, and not a piece of another word or title.

    False for 工会法 in 工会法律服务, 民法典 in 民法典型案例, 土地管理法 in 实施土地管理法办法, 信访条例 in
    江苏省信访条例; but 民事诉讼法规定 and 民事诉讼法规范 are no 法规.
    """
    if text[end - 1 : end + 1] in words("law-tail") and not text.startswith(tuple(words("said-of-law")), end):
        return False
    if text[end - 1] == LAW:
        return not text.startswith(tuple(words("after-law")), end)
    of_the_nation = text[end - 1] == CODE or text.startswith(STATE, begin)
    return of_the_nation or text[begin - 1 : begin] not in above_towns()


@cache
def load(path: Path | None = None) -> Laws:
    """The shipped gazetteer, or another made by ``kg.lexicon.compile``; read once."""
    source = path or resources.data() / "laws.tsv.gz"
    replaced = (resources.data() / "replaced.tsv").read_text("utf-8")
    aliases = (resources.data() / "law_aliases.tsv").read_text("utf-8")
    return Laws(gzip.decompress(source.read_bytes()).decode(), replaced, aliases)


def find(name: str) -> Law | None:
    """``load().find``."""
    return load().find(name)


def bare_names() -> tuple[str, ...]:
    """``load().bare_names``."""
    return load().bare_names()
