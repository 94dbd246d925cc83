"""Divisions: provinces, cities, counties and towns named in the text, villages, and 我镇, 全区 for the reporting one."""

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extraction.boundaries import Boundaries
from kg.extraction.factory import Component, component
from kg.extraction.spans import Candidate, Covering, write
from kg.extraction.villages import AT, OPENS, VillageLists, VillageSigns, is_proper, listed
from kg.lexicon.division import Division
from kg.lexicon.divisions import load
from kg.lexicon.levels import OWN, SELF, TOWN, WHOLE, level_words
from kg.lexicon.matcher import Matcher
from kg.lexicon.places import mentioned_divisions
from kg.lexicon.vocabulary import Vocabulary
from kg.model.rules import CALLED_PLACE, NAMED_PLACE, OWN_PLACE, VILLAGE, VILLAGE_IN

LONGEST_VILLAGE = 5
BEGINS = OPENS - {"是"} | {"”", AT}


@component("fazhi_divisions")
def divisions(vocabulary: Vocabulary) -> Component:
    """A component that writes places to the group ``divisions``; needs ``doc._.home``.

    The rule names the division: ``divisions:named@2023-310113101000``; a village's has no code.
    """
    heads = [(label, c) for c in vocabulary.of("PlaceHead") for label in c.labels]
    villages = Matcher(label for label, _ in heads)
    own = Matcher(vocabulary.words("boundary/self-reference"))
    boundaries = Boundaries(vocabulary)
    whole_words = vocabulary.words("boundary/word-that-ends-in-whole")
    not_names = frozenset(vocabulary.words("boundary/not-a-place-name"))
    directions = frozenset(vocabulary.words("boundary/direction-in-a-name"))
    signs, lists = VillageSigns(vocabulary), VillageLists(vocabulary)
    kinds = [c.label for c in vocabulary.of("Kind") if c.one("ofType") == "Division"]

    def run(doc: Doc) -> Doc:
        text, home, analysis = doc._.clean, doc._.home, doc._.analysis
        found = [
            Candidate(begin, end, "Division", division.kind, f"{NAMED_PLACE}{division.key}")
            for begin, whole, inner in mentioned_divisions(text, home)
            for end, division in _nested(text, begin, whole, inner)
        ]
        if called := doc._.called:
            found += [
                Candidate(m.start(), m.end(), "Division", called.kind, CALLED_PLACE)
                for m in re.finditer(re.escape(called.name), text)
            ]
        selves = [(begin, end) for begin, end, _ in own.find(analysis.bare)]
        said = Counter(text[begin:end] for begin, end in selves)
        for begin, end in selves:
            word = text[begin:end]
            if word[0] == WHOLE and text.endswith(whole_words, 0, begin + 1):
                continue  # 健全 + 乡村公共法律服务体系
            if home is None:
                kind = next((k for k in kinds if word[1:] == k), "")
                if kind and word[0] in SELF and (word[0] != WHOLE or _is_own(said, word)):
                    found.append(Candidate(begin, end, "Division", kind, OWN_PLACE))
            elif _same_level(word, home.name):
                found.append(Candidate(begin, end, "Division", home.kind, f"{OWN_PLACE}{home.key}"))
        towns = Covering(c for c in found if c.rule.startswith(NAMED_PLACE))
        unsure: list[Candidate] = []
        for begin, end, label in villages.find(analysis.bare):
            start = boundaries.left(text, analysis.words, begin).begin
            if text[start - 1 : start] in directions and text[start - 2 : start - 1] in BEGINS:
                start -= 1
            inside = towns.inside(start, begin - 1)
            town = min(inside, key=lambda c: (c.begin, -c.end), default=None)  # 平顺县龙溪镇, not 平顺县
            start = town.end if town else start
            if text[start:begin] in not_names or heads[label][1].runs_on(text, end):
                continue
            if 2 <= begin - start <= LONGEST_VILLAGE and text[start:begin].isalpha():
                first, rule = (
                    (town.begin, f"{VILLAGE_IN}{town.rule[len(NAMED_PLACE) :]}") if town else (start, VILLAGE)
                )
                proper = is_proper(analysis.words, start, begin, end)
                village = Candidate(first, end, "Division", heads[label][1].kind, rule)
                (found if proper else unsure).append(village)
        found += (one for one in unsure if signs.tell(text, analysis.words, one))
        found += listed(text, unsure, found)
        named = [c for c in found if c.rule.startswith(VILLAGE)]
        write(doc, "divisions", found + lists.find(text, analysis.words, named))
        return doc

    return run


def _nested(text: str, begin: int, end: int, division: Division) -> Iterator[tuple[int, Division]]:
    """The division named at ``begin``, and those that its name with parents begins with: 上海市, 上海市宝山区; the
    outermost parents may be left out (长沙市天心区)."""
    yield end, division
    gazetteer = load()
    name = gazetteer.full_name(division)
    if name.endswith(text[begin:end]):
        left_out = len(name) - (end - begin)
        for outer in gazetteer.ancestors(division):
            inside = len(gazetteer.full_name(outer)) - left_out
            if inside >= len(outer.name):
                yield begin + inside, outer


def _is_own(said: Counter[str], whole: str) -> bool:
    """Whether 全区 is the reporting division of a text that does not name it: said again, or beside 我区. 全市 said once may
    be the city around it; nothing that reports lies in a town."""
    meant = level_words().get(whole[1:])
    if meant and meant.rank == TOWN:
        return True
    return said[whole] > 1 or any(said[own + whole[1:]] for own in OWN)


def _same_level(word: str, home: str) -> bool:
    """Whether 全镇, 我区, 街道 … speaks of a division of this kind; words without a level (辖区) always do."""
    return word[-1:] in home[-2:] or (word[0] not in SELF and word not in level_words())
