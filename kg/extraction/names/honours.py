"""Honours: what follows 被评为, 荣获 and the like in a clause: a quotation, or a name that ends as honours do."""

import re
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extraction.common.factory import component
from kg.extraction.common.joints import CONJUNCTIONS, PAUSE, SIGNS
from kg.extraction.common.particles import OF, OTHERS
from kg.extraction.common.spans import Candidate, write
from kg.extraction.names.honour_titles import Titles
from kg.lexicon.endings import Endings
from kg.lexicon.matcher import Matcher
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled
from kg.model.marks import CLAUSE
from kg.model.rules import AWARDED
from kg.reading.numerals import BELOW_HUNDRED, CHINESE

REACH = 80
"""Characters in which all honours stand that one verb gives."""
CONJUNCTION = any_of(CONJUNCTIONS)
_PLAIN = rf"[^{CLAUSE}{PAUSE}\n“”（）]"
_WORDS = rf"(?:{_PLAIN}|（[^（）]{{1,12}}）)"
NAME = (
    rf"({_WORDS}{{0,16}}“[^“”]{{2,30}}”(?:(?!{OF}){_PLAIN}{{1,14}}?(?=[，。；、\n]|(?:{CONJUNCTION})[^，。；]{{0,6}}“))?"
    rf"|{_WORDS}{{3,30}})"
)
RECEIVER = re.compile(rf"{_PLAIN}{{2,20}}?为")
"""Who is given what a verb of naming gives, behind it: 命名 + 中华村为 + “民主法治示范村”."""
QUOTED = re.compile(r"[^“”]*“([^“”]+)”")


class Item(NamedTuple):
    """One item of what is given in a clause: where it begins, its name, where what follows it begins."""

    begin: int
    name: str
    end: int


@component("fazhi_honours")
class Honours:
    """A component that writes honours to the group ``honours``."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        received = vocabulary.properties["receives"].triggers
        aims = vocabulary.words("boundary/honour-aim")
        self._triggers = Matcher([*received, *aims])
        self._received = len(received)
        giving = vocabulary.words("boundary/giving-verb")
        self._gives = frozenset(at for at, word in enumerate(received) if word in giving)
        naming = vocabulary.words("boundary/naming-verb")
        reaching = vocabulary.words("boundary/reaching-verb")
        self._names, self._reaches = (
            frozenset(at for at, word in enumerate(received) if word in verbs) for verbs in (naming, reaching)
        )
        self._given_again = compiled([*received, *aims, *vocabulary.words("boundary/bestowing-word")])
        self._striving = compiled(vocabulary.words("boundary/striving-in-a-title"))
        self._titles = Titles(vocabulary)
        self._tails = Endings(vocabulary.words("boundary/honour-tail"))
        self._quoted_tails = Endings(vocabulary.words("boundary/quoted-honour-tail"))
        self._lists = Endings(vocabulary.words("boundary/list-of-candidates"))
        measure = any_of(vocabulary.words("boundary/measure-of-honours"))
        number = rf"\d+{measure}"
        self._counted = re.compile(rf"{number}$")
        noun = any_of(vocabulary.words("boundary/honour-noun"))
        # How many were listed: “禁毒示范镇”和“平安示范镇” + 两块牌子.
        self._summed = re.compile(rf"(?<=”)(?:{OTHERS})?[{CHINESE}\d]+{measure}{noun}?$")
        # How many of one, before the next: “全国民主法治示范村”1个、“省级民主法治示范村”3个.
        self._count_before_next = re.compile(rf"{noun}?{number}(?=[，{SIGNS}])")
        # A list that ends by saying that titles were given: 获得全省卫生乡镇、全市…单位称号.
        self._titled = re.compile(rf"[^，。；\n“”]*{noun}(?![^，。；\n])")
        # Several who are given one thing, before its quotation.
        self._receivers = re.compile(rf"[^{CLAUSE}\n“”《》]{{2,30}}[{SIGNS}][^{CLAUSE}\n“”《》]{{2,30}}(?=“)")
        bodies = (label for concept in vocabulary.of("InstitutionKind") for label in concept.labels)
        self._gave = re.compile(rf"{any_of(word for word in bodies if len(word) > 1)}“")
        self._kind = vocabulary.concepts["kind/honour"].label
        becoming, batch, first = (
            any_of(vocabulary.words(f"boundary/{name}"))
            for name in ("before-an-honour", "batch-of-honours", "first-batch")
        )
        self._named = re.compile(rf"{becoming}?(?:第[{BELOW_HUNDRED}]+{batch}|{first})?{NAME}")

    def __call__(self, doc: Doc) -> Doc:
        text = doc._.clean
        found = []
        for _, begin, label in self._triggers.find(doc._.analysis.bare):
            at, given, first_clause = begin, label < self._received, label not in self._reaches
            if label in self._gives and (listed := self._receivers.match(text, begin)):
                at = listed.end()  # 授予 + 甲村、乙村 + “民主法治示范村”称号
            if label in self._names:
                receiver = RECEIVER.match(text, begin)
                if receiver is None:
                    continue
                at, first_clause = receiver.end(), False
            titles = self._titled.match(text, begin, begin + REACH)
            while item := self._item(text, at, begin + REACH, given=given):
                titled = given and titles is not None and item.end <= titles.end()
                if not self._titles.is_one(item.name, given=given, first_clause=first_clause, titled=titled):
                    break
                end = item.begin + len(item.name)
                if label in self._gives or self._gave.search(item.name):
                    item = self._without_people(item)
                found.append(Candidate(item.begin, end, "Honour", self._kind, AWARDED))
                count = self._count_before_next.match(text, item.end)
                at = count.end() if count else item.end
                following = text[at : at + 1]
                if not following or following not in "，“" + SIGNS:
                    break
                first_clause = first_clause and following != "，"
                at += following in "，" + SIGNS
        write(doc, "honours", found)
        return doc

    def _item(self, text: str, at: int, end: int, *, given: bool) -> Item | None:
        """The item that begins at ``at``, but for how many there are of it; None where the next clause gives another its own. Of
        what is striven for only the quotation, where what follows it ends like no honour."""
        match = self._named.match(text, at, end)
        if not match:
            return None
        listed = self._summed.sub("", self._counted.sub("", match[1]))
        name = self._titles.first_of(listed)
        ends_early = name != listed or self._counted.search(match[1]) is not None
        tail = self._tails.longest(name, len(name))
        behind = self._quoted_tails.longest(name, len(name))
        tail = behind if name.endswith(f"”{behind}") and behind else tail
        name = name.removesuffix(tail)
        candidates = self._lists.longest(name, len(name))
        tail, name = candidates + tail, name.removesuffix(candidates)
        etc = name.endswith(OTHERS) and bool(tail)
        tail, name = (OTHERS + tail, name.removesuffix(OTHERS)) if etc else (tail, name)
        if self._given_again.search(self._striving.sub("", name)):
            return None
        quoted = QUOTED.match(name)
        if (
            quoted
            and not given
            and not name.endswith(self._titles.endings)
            and quoted[1].endswith(self._titles.endings)
        ):
            name = quoted[0]  # 创建“全国法治政府示范县” + 打下坚实基础
        begin = match.start(1)
        return Item(begin, name, begin + len(name) + len(tail) if ends_early else match.end())

    def _without_people(self, item: Item) -> Item:
        """``item`` from its quotation on, where what stands before that is who is given it or gives it (授予 + 王芳 +
        “全国模范司法所长”, 获 + 市司法局 + “先进集体”)."""
        before = item.name.partition("“")[0] if "“" in item.name else ""
        level = before.startswith(self._titles.of_a_level)
        return item if level else item._replace(begin=item.begin + len(before), name=item.name[len(before) :])
