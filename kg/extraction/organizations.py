"""Organizations: an institution kind of the vocabulary with the place, level or proper name before it."""

import re
from functools import lru_cache

from spacy.tokens import Doc

from kg.extraction.boundaries import Boundaries
from kg.extraction.factory import Component, component
from kg.extraction.grammar import any_of
from kg.extraction.spans import Candidate, read, write
from kg.extraction.words import Words
from kg.lexicon import ordinary
from kg.lexicon.divisions import Division, load
from kg.lexicon.endings import Endings
from kg.lexicon.matcher import Matcher
from kg.lexicon.vocabulary import Vocabulary

LONGEST_PROPER_NAME = 16
LONGEST_GROUP = 24
"""Characters of what a group that is set up is named by: 创建全国法治政府建设示范市 + 工作领导小组."""
LONGEST_VERB = 5
LONGEST_QUOTATION = 14
SHORTEST_TOWN = 2
OF_TOWNS = ("kind/justice-office", "kind/police-station", "kind/court", "kind/enforcement-team")
"""Kinds of bodies that bear the short name of a town (九龙湖司法所)."""
SHORTEST_NAME = 3
"""Characters of a department's name without its place: 水利局."""
SUBDISTRICT = "街道"
JOINTS = ("和", "与")
FIRM, SHORT_NAMES = (2, 3, 4), (2, 3)
"""Characters of a law firm's proper name, and of the place's short name before it."""
PARTICLE = "的"
SELF = "organizations:self"
"""The rule of 我局, 我委: the department that reports."""


@component("fazhi_organizations")
def organizations(vocabulary: Vocabulary) -> Component:
    """A component that writes bodies to the group ``organizations``; needs the group ``divisions``."""
    entries = [(label, c) for c in vocabulary.of("InstitutionKind") for label in c.labels]
    matcher = Matcher(label for label, _ in entries)
    levels = vocabulary.words("boundary/level-prefix")
    level_at, level_before = any_of(levels), Endings(levels)
    no_levels = vocabulary.words("boundary/not-a-level")
    plural = vocabulary.words("boundary/plural-prefix")
    own = Matcher(vocabulary.words("boundary/own-department"))
    own_organ = Endings(vocabulary.words("boundary/own-organ-prefix"))
    party = vocabulary.concepts["kind/party"].label
    committee = vocabulary.concepts["institution/party-committee"]
    of_the_party = vocabulary.words("boundary/party-prefix")
    coordinating = vocabulary.concepts["kind/coordination"].label
    office = vocabulary.words("boundary/office-of-a-group")[0]
    founding = re.compile(
        rf"(?:{'|'.join(vocabulary.words('boundary/founding-verb'))})了?"
        rf"([^，。；：！？\n的由以为、]{{2,{LONGEST_GROUP}}})$"
    )
    named_kinds = frozenset(
        c.label
        for c in vocabulary.of("Kind")
        if c.id in ("kind/mediation", "kind/legal-service", "kind/court")
    )
    of_towns = frozenset(c.label for c in vocabulary.of("Kind") if c.id in OF_TOWNS)
    grades = vocabulary.words("boundary/grade-in-quotation")
    pair = re.compile(
        rf"(?:{'|'.join(JOINTS)}|、)({re.escape(vocabulary.words('boundary/government-of-a-pair')[0])})"
        rf"(?!{'|'.join(map(re.escape, vocabulary.words('boundary/not-the-government')))})"
    )
    firm = vocabulary.concepts["kind/law-firm"].label
    government = vocabulary.concepts["kind/government"].label
    governments = vocabulary.concepts["institution/government"]
    boundaries = Boundaries(vocabulary)
    department = vocabulary.concepts["kind/department"].label
    bureau = vocabulary.concepts["institution/bureau"].label

    def run(doc: Doc) -> Doc:
        text, words = doc._.clean, doc._.analysis.words
        named = [c for c in read(doc, "divisions") if not c.rule.startswith("divisions:self")]
        places = {c.end: c.begin for c in named}
        towns, selves = _towns(doc._.home), own.find(doc._.analysis.bare)
        others = not _has_committee(doc._.home) and not selves
        found: list[Candidate] = []
        for begin, end, label in matcher.find(doc._.analysis.bare):
            concept = entries[label][1]
            overlapping = next((c.begin for c in named if c.begin < begin < c.end <= end), begin)
            start = (
                begin
                if concept.one("reach") == "national"
                else _with_place(text, overlapping, places, level_before, no_levels)
            )
            if concept.kind == coordinating:
                start = _founded(text, min(start, begin), begin, founding)
            if start >= begin and (concept.kind == department or text.endswith(bureau, begin, end)):
                ends = {c.end for c in found[-3:]}
                start = _department(text, words, begin, end, places, level_at, boundaries, ends)
                if start == begin and concept.one("needsPlace") == "true":
                    continue
            if concept.one("needsModifier") == "true" and start == begin:
                phrase = boundaries.left(text, words, begin)
                start = phrase.begin if phrase.quotation is None else phrase.quotation
                verb = boundaries.trigger.match(text, start)
                start = verb.end() if verb else start
                start = places_first(start, begin, places)
                if concept.kind == firm:
                    start = min(start, _firm(text, begin))
                if begin - start < 2 or begin - start > LONGEST_PROPER_NAME:
                    continue
            town = ""
            if concept.kind in of_towns and start == begin:
                town = towns.longest(text, begin)
                start -= len(town)
            if concept.kind == party and start == begin:
                start -= len(own_organ.longest(text, start))
            if concept.kind == party:
                start -= len(next((word for word in of_the_party if text.endswith(word, 0, start)), ""))
            if concept.kind in named_kinds and text[start - 1 : start] == "”":
                start = _quoted_name(text, start, grades)
            if concept.kind == coordinating and text.startswith(office, end):
                end += len(office)  # 区委依法治区委员会办公室
            if concept is committee and start == begin and others:
                continue  # 党委 is the town's; in a county's report it is any, in a subdistrict there is none
            if text.endswith(plural, 0, start) or concept.runs_on(text, end):
                continue  # 各级司法所 is no single body, 司法所长 none at all
            inner = found and found[-1].end == start and (town or start in places.values())
            inner = inner and found[-1].kind != party  # 惠安县委 + 惠安县人民政府 are two
            of_government = found and found[-1].end == start == begin and found[-1].kind == government
            if inner or (of_government and concept.kind in named_kinds):
                start = found[-1].begin  # 海淀区人民政府田村路街道办事处 is one body, of the second kind
            found.append(Candidate(start, end, "Organization", concept.kind, f"organizations:{concept.id}"))
            said = start < begin or (doc._.home is not None and doc._.home.level == "township")
            other = pair.match(text, end) if concept.kind == party and said else None
            if other:  # 镇党委、政府
                rule = f"organizations:{governments.id}"
                found.append(Candidate(*other.span(1), "Organization", governments.kind, rule))
        for begin, end, _ in selves:
            found.append(Candidate(begin, end, "Organization", "", SELF))
        write(doc, "organizations", found)
        return doc

    return run


def _has_committee(home: Division | None) -> bool:
    """Whether the reporting division's own Party committee is called 党委: a town's is, a subdistrict has a 党工委."""
    return home is None or (home.level == "township" and home.kind != SUBDISTRICT)


@lru_cache(maxsize=64)
def _towns(home: Division | None) -> Endings:
    """Short names of the towns in the reporting division's county."""
    if home is None:
        return Endings(())
    gazetteer = load()
    county = home if home.level != "township" else gazetteer.ancestors(home)[0]
    names = {
        d.short for d in gazetteer.children(county) if d.level == "township" and len(d.short) >= SHORTEST_TOWN
    }
    return Endings(names - ordinary.words("short"))


def _firm(text: str, at: int) -> int:
    """Where a firm's name begins that is a city's or province's short name and a proper name of whatever characters (毕节 +
    和君 + 律师事务所); ``at`` when none ends there."""
    gazetteer = load()
    for size in FIRM:
        proper = text[at - size : at]
        for short in SHORT_NAMES:
            begin = at - size - short
            if begin >= 0 and any(
                one.level != "township" for one in gazetteer.by_short_name(text[begin : at - size])
            ):
                return begin if proper.isalpha() and PARTICLE not in proper else at
    return at


def _quoted_name(text: str, at: int, grades: tuple[str, ...]) -> int:
    """Where the quotation begins that ends at ``at`` and names the body after it (“老娘舅” + 调解工作室); ``at`` when it
    tells a grade (“枫桥式”) or is no name."""
    opening = text.rfind("“", max(0, at - LONGEST_QUOTATION), at - 1)
    inside = text[opening + 1 : at - 1]
    if opening < 0 or len(inside) < 2 or "”" in inside or inside.endswith(grades):
        return at
    return opening


def _founded(text: str, start: int, begin: int, founding: re.Pattern[str]) -> int:
    """Where the name of a group begins that a verb of founding has for its object: directly after the verb; ``start`` when
    there is none, or when a subordinate clause stands between (成立由镇长任组长的…)."""
    match = founding.search(text, max(0, begin - LONGEST_GROUP - LONGEST_VERB), begin)
    return min(match.start(1), start) if match else start


def _department(
    text: str,
    words: Words,
    begin: int,
    end: int,
    places: dict[int, int],
    level: re.Pattern[str],
    boundaries: Boundaries,
    ends: set[int],
) -> int:
    """Where a department's name begins that is longer than its kind's label (区文化旅游体育局, 区城市管理和综合行政执法局,
    市公安局城东分局): at the place or level word that opens it, or at ``begin`` when none does. ``ends``: where bodies
    before it end, which are no part of it (市政府 + 和 + 市委编办)."""
    start = boundaries.left(text, words, begin).begin
    if text[start - 1 : start] in JOINTS and start - 1 not in ends:
        start = boundaries.left(text, words, start - 1).begin
    opening = places_first(start, begin, places)
    if start > end - SHORTEST_NAME or text.endswith(boundaries.not_bureaus, start, end):
        return begin
    if opening < start or opening in places.values():
        return opening
    opened = level.match(text, start)
    return start if opened and end - opened.end() >= SHORTEST_NAME else begin


def places_first(start: int, begin: int, places: dict[int, int]) -> int:
    """A division that ends inside the phrase's first word belongs to the name as a whole."""
    return min([b for e, b in places.items() if b <= start <= e <= begin] + [start])


def _with_place(
    text: str, begin: int, places: dict[int, int], levels: Endings, no_levels: tuple[str, ...]
) -> int:
    """Where the body's name begins with the places and level words (镇, 区, 街道) directly before it."""
    start = begin
    while True:
        if start in places:
            start = places[start]
            continue
        if text.endswith(no_levels, 0, start):
            return start
        level = levels.longest(text, start)
        if not level or start - len(level) in places.values():
            return start
        start -= len(level)
        if start not in places:
            return start
