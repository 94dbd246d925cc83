"""Honours: what follows 被评为, 荣获 and the like in a clause: a quotation, or a name that ends as honours do."""

import re

from spacy.tokens import Doc

from kg.extraction.alternation import any_of
from kg.extraction.factory import Component, component
from kg.extraction.joints import CONJUNCTIONS, PAUSE, SIGNS
from kg.extraction.spans import Candidate, write
from kg.lexicon.endings import Endings
from kg.lexicon.matcher import Matcher
from kg.lexicon.vocabulary import Vocabulary
from kg.model.marks import CLAUSE
from kg.reading.numerals import BELOW_HUNDRED

REACH = 80
SHORTEST_GRADED = 5
CONJUNCTION = "|".join(CONJUNCTIONS)
_PLAIN = rf"[^{CLAUSE}{PAUSE}\n“”（）]"
_WORDS = rf"(?:{_PLAIN}|（[^（）]{{1,12}}）)"
ITEM = re.compile(
    rf"(?:成?为)?(?:第[{BELOW_HUNDRED}]+[批次])?"
    rf"({_WORDS}{{0,16}}“[^“”]{{2,30}}”(?:(?!的){_PLAIN}{{1,14}}?(?=[，。；、\n]|(?:{CONJUNCTION})[^，。；]{{0,6}}“))?|{_WORDS}{{3,30}})"
)

QUOTED = re.compile(r"[^“”]*“([^“”]+)”")
ASIDE = re.compile(r"（[^（）]{1,6}）$")
"""What may stand behind the last word of a name: 民主法治示范村（社区）."""


@component("fazhi_honours")
def honours(vocabulary: Vocabulary) -> Component:
    """A component that writes honours to the group ``honours``."""
    received = vocabulary.properties["receives"].triggers
    triggers = Matcher([*received, *vocabulary.words("boundary/honour-aim")])
    given_again = any_of([*received, *vocabulary.words("boundary/bestowing-word")])
    endings = tuple(label for c in vocabulary.of("HonourHead") for label in c.labels)
    tails = Endings(vocabulary.words("boundary/honour-tail"))
    grades = vocabulary.words("boundary/honour-grade")
    striven_for = vocabulary.words("boundary/place-in-an-honour")
    lists = vocabulary.words("boundary/list-of-the-best")
    plain = frozenset(vocabulary.words("boundary/plain-honour"))
    number = rf"\d+(?:{any_of(vocabulary.words('boundary/measure-of-honours')).pattern})"
    counted = re.compile(rf"{number}$")
    noun = any_of(vocabulary.words("boundary/honour-noun")).pattern
    # How many of one, before the next: “全国民主法治示范村”1个、“省级民主法治示范村”3个.
    count_before_next = re.compile(rf"(?:{noun})?{number}(?=[，{SIGNS}])")
    kind = vocabulary.concepts["kind/honour"].label

    def run(doc: Doc) -> Doc:
        text = doc._.clean
        found = []
        for _, begin, label in triggers.find(doc._.analysis.bare):
            at, given, at_first_clause = begin, label < len(received), True
            while match := ITEM.match(text, at, begin + REACH):
                start, end = match.start(1), match.end(1)
                name = counted.sub("", text[start:end])
                tail = tails.longest(name, len(name))
                name = name.removesuffix(tail)
                if given_again.search(name):
                    break  # the next clause gives another body its own
                graded = given and name.startswith(grades) and len(name) > SHORTEST_GRADED
                quoted = QUOTED.match(name)
                if quoted and not given and not name.endswith(endings) and quoted[1].endswith(endings):
                    name = quoted[0]  # 创建“全国法治政府示范县” + 打下坚实基础
                whole = ASIDE.sub("", name).removesuffix("”")
                if (
                    (whole.endswith(endings) and whole not in plain)
                    or graded
                    or (given and whole.endswith(lists))
                    or (given and "“" in name and at_first_clause)
                    or (not given and name.startswith("“") and whole.endswith(striven_for))
                ):
                    found.append(Candidate(start, start + len(name), "Honour", kind, "honours:receives"))
                else:
                    break
                at = start + len(name) + len(tail) if counted.search(text[start:end]) else match.end()
                count = count_before_next.match(text, at)
                at = count.end() if count else at
                following = text[at : at + 1]
                if not following or following not in "，“" + SIGNS:
                    break
                at_first_clause = at_first_clause and following != "，"
                at += following in "，" + SIGNS
        write(doc, "honours", found)
        return doc

    return run
