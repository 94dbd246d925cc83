"""Named individuals: a family name and a given name beside a title (刘平教授, 院长刘平), or at the head of a clause that says
what honour they were given (刘平被评为…), or after their body there."""

import re
from typing import NamedTuple

import rjieba
from spacy.tokens import Doc

from kg.extraction.alternation import any_of
from kg.extraction.clauses import BEFORE_A_CLAUSE, CLAUSE_END, PASSIVE
from kg.extraction.factory import Component, component
from kg.extraction.particles import OTHERS
from kg.extraction.spans import Candidate, read, write
from kg.extraction.words import PEOPLE, Words
from kg.lexicon.levels import level_words
from kg.lexicon.matcher import Matcher
from kg.lexicon.vocabulary import Vocabulary

SIZES = (3, 2, 4)
"""Characters of a full name, likeliest first."""
LONGEST_AGENT = 16
"""Characters from 被 to the verb: 被市委宣传部、市司法局 + 评为."""
PAIR = 2
"""Characters that make no name when they are a verb or the like, whatever comes after them (张贴 + 致, 严格 + 执行)."""
GIVEN = frozenset(("ns", "nz"))
"""Tags that the segmenter gives a given name which is also a place's or a thing's (李 + 太平)."""
NO_NAME = frozenset(("v", "a", "ad", "d"))
SYLLABLES = r"[\u4e00-\u9fff]{2,5}?"
"""One part of a name with a dot: 古丽娜尔·买买提."""
CLOSING = frozenset(f"、，。；）{OTHERS}")


class Names(NamedTuple):
    """What tells a person's name."""

    family: frozenset[str]
    """Family names."""
    after: frozenset[str]
    """Characters that may follow a name although the segmenter joins them to it (刘平所作), and end none."""
    closing: frozenset[str] = frozenset()
    """Marks before which a given name may be any word (佟 + 立新、)."""
    verbs: tuple[str, ...] = ()
    """Verbs that a name does not take the first character of (李明 + 荣获)."""


@component("fazhi_persons")
def persons(vocabulary: Vocabulary) -> Component:
    """A component that writes people to the group ``persons``."""
    titles = Matcher(vocabulary.words("boundary/person-title"))
    not_titles = vocabulary.words("boundary/not-a-title-before")
    received = vocabulary.properties["receives"].triggers
    names = Names(
        frozenset(vocabulary.words("boundary/surname")),
        frozenset(vocabulary.words("boundary/after-person-name")),
        verbs=received,
    )
    no_names = (*received, *vocabulary.words("boundary/honour-noun"))  # to the segmenter 荣获 is somebody
    honours = frozenset(word[0] for word in received) | {PASSIVE}
    titled, awarded = names._replace(closing=CLOSING), names._replace(closing=honours)
    given = any_of(vocabulary.words("boundary/given-name")).pattern
    goes_on = any_of(CLOSING | honours | names.after | {"“"}).pattern
    unsurnamed = re.compile(rf"{SYLLABLES}·{SYLLABLES}(?={goes_on})|(?:{given}){{1,3}}")
    addresses = vocabulary.words("boundary/address-after-a-name")
    addressed = re.compile(
        rf"(?:{any_of(names.family).pattern})[\u4e00-\u9fff]{{1,2}}(?={any_of(addresses).pattern})"
    )
    kind = vocabulary.concepts["kind/person"].label
    law_firm = vocabulary.concepts["kind/law-firm"].label
    honoured = Matcher(received)
    heads = (label for concept in vocabulary.of("PlaceHead") for label in concept.labels)
    others = (*heads, *level_words(), *addresses)
    units = tuple(label for concept in vocabulary.of("InstitutionKind") for label in concept.labels)

    def run(doc: Doc) -> Doc:
        text, words = doc._.clean, doc._.analysis.words
        found = set()
        for begin, end, _ in titles.find(doc._.analysis.bare):
            if words.end[end - 1] > end or text.startswith(not_titles, end):
                continue
            joined = words.begin[begin] < begin  # 大学教授 is one word to the segmenter
            end += text.startswith("”", end)  # “法律明白人” + 柯善林
            before = None if joined else _before(text, words, begin, names)
            other = unsurnamed.match(text, end) or addressed.match(text, end)
            after = other.span() if other else _after(text, words, end, titled)
            for name in (before, None if text.startswith(no_names, end) else after):
                if name:
                    found.add(Candidate(*name, "Person", kind, "persons:title"))
        organizations = read(doc, "organizations")
        bodies = {c.end for c in organizations}
        for firm in (c.end for c in organizations if c.kind == law_firm):
            if name := _after(text, words, firm, names):  # 阿坝法和律师事务所 + 马艳
                found.add(Candidate(*name, "Person", kind, "persons:of-a-firm"))
        for begin, _, _ in honoured.find(doc._.analysis.bare):
            name = _before(text, words, _bestowed(text, begin), awarded)
            opens = name and (
                text[name[0] - 1] in BEFORE_A_CLAUSE or name[0] in bodies or text.endswith(units, 0, name[0])
            )
            if name and opens and not text.endswith(others, *name):
                found.add(Candidate(*name, "Person", kind, "persons:honoured"))
        write(doc, "persons", sorted(found))
        return doc

    return run


def _bestowed(text: str, at: int) -> int:
    """Where it begins to be said who bestows an honour (被省司法厅 + 授予); ``at`` where that is not said."""
    passive = text.rfind(PASSIVE, max(0, at - LONGEST_AGENT), at)
    return at if passive < 0 or CLAUSE_END.search(text, passive, at) else passive


def _is_name(text: str, words: Words, begin: int, end: int, names: Names) -> bool:
    """Whether the characters are a name to the segmenter too: words of a name's tag, or single characters."""
    if not text[begin:end].isalpha() or names.family.isdisjoint((text[begin], text[begin : begin + 2])):
        return False
    if words.begin[begin] != begin or (words.end[end - 1] != end and text[end] not in names.after):
        return False
    if text[end - 1] in names.after or text.startswith(names.verbs, end - 1):
        return False
    at, tagged = begin, False
    while at < end:
        tag, stop = words.tag[at], min(words.end[at], end)  # 黎志 + 勇为
        if tag in PEOPLE or (tag in GIVEN and at > begin):
            tagged = True
        elif stop - at > 1 and not (tagged and text[end : end + 1] in names.closing):
            return False
        at = stop
    pair, tag = rjieba.tag(text[begin : begin + PAIR], False)[0]
    return tagged and not (end - begin > PAIR and len(pair) == PAIR and tag in NO_NAME)


def _before(text: str, words: Words, at: int, names: Names) -> tuple[int, int] | None:
    for size in SIZES:
        if at >= size and _is_name(text, words, at - size, at, names):
            return at - size, at
    return None


def _after(text: str, words: Words, at: int, names: Names) -> tuple[int, int] | None:
    for size in SIZES:
        if at + size <= len(text) and _is_name(text, words, at, at + size, names):
            return at, at + size
    return None
