"""Villages and communities by their last word: 双圳村, 龙溪镇湾底村, and those that only what stands around them tells."""

import re

from spacy.tokens import Doc

from kg.extraction.bodies.place_starts import PlaceStarts
from kg.extraction.bodies.village_lists import VillageLists, listed
from kg.extraction.bodies.village_names import ProperNames
from kg.extraction.bodies.village_signs import VillageSigns
from kg.extraction.common.boundaries import Boundaries
from kg.extraction.common.joints import PAUSE
from kg.extraction.common.particles import OTHERS
from kg.extraction.common.spans import Candidate, Covering
from kg.extraction.common.words import Words
from kg.lexicon.concept import Concept
from kg.lexicon.matcher import Matcher
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.marks import CLAUSE
from kg.model.rules import VILLAGE, VILLAGE_IN

SHORTEST, LONGEST = 2, 5
"""Characters of a village's name without its last word; one in a list of villages has one character at least (梁村)."""
PERSON, BODY = "nr", "nt"
LONG_BODY = 3
"""Characters of a body's name, and more, behind which a village's begins (学院 may be a piece of one)."""


class Villages:
    """Finds villages with word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        heads = [(label, c) for c in vocabulary.of("PlaceHead") for label in c.labels]
        self._heads = [concept for _, concept in heads]
        self._matcher = Matcher(label for label, _ in heads)
        self._boundaries = Boundaries(vocabulary)
        self._sorts = vocabulary.words("boundary/sort-of-old-village")
        self._work = ("”", *vocabulary.words("boundary/work-on-old-villages"))
        self._not_names = frozenset(vocabulary.words("boundary/not-a-place-name"))
        self._into = vocabulary.words("boundary/going-into")
        self._founded = vocabulary.properties["establishes"].triggers
        self._sort = re.compile(rf"[{CLAUSE}”\d]|{any_of(vocabulary.words('boundary/building-noun'))}")
        self._proper, self._starts = ProperNames(vocabulary), PlaceStarts(vocabulary)
        self._signs, self._lists = VillageSigns(vocabulary), VillageLists(vocabulary)

    def find(self, doc: Doc, towns: Covering) -> list[Candidate]:
        """The villages of a text; ``towns`` are the divisions that it names."""
        text, words = doc._.clean, doc._.analysis.words
        found: list[Candidate] = []
        unsure: list[Candidate] = []
        joinable: list[Candidate] = []
        for begin, end, label in self._matcher.find(doc._.analysis.bare):
            start = self._starts.of(text, words, begin, towns)
            inside = [*towns.inside(start, begin - 1), *(c for c in towns.at(start - 1) if c.end < begin)]
            town = min(inside, key=lambda c: (c.begin, -c.end), default=None)  # 平顺县龙溪镇, not 平顺县
            start = town.end if town else start
            behind = self._behind_body(text, words, start, begin)
            if behind > start:
                start, town = behind, None
            opening = self._signs.opening(text, begin, end)
            if opening is not None and not towns.inside(opening, end):
                found.append(_village(opening, end, self._heads[label].kind, None))
            elif self._may_be(text, words, start, begin, end, self._heads[label]):
                if begin - start < SHORTEST:
                    proper = town is not None and _is_persons(words, start, end)
                else:
                    proper = self._proper.tell(text, words, start, begin, end)
                village = _village(start, end, self._heads[label].kind, town)
                (found if proper else unsure).append(village)
                if not proper and text[start:begin] not in self._signs.plain:
                    joinable.append(village)  # never 石桥村、+ 示范社区
        found += (one for one in unsure if self._signs.tell(text, words, one))
        members = self._lists.find(text, words, found)
        found += listed(text, joinable, found, members, tuple(self._lists.kinds))
        shared = Covering(members)  # 泖甸三村 is none in 东厍、泖甸三村
        return [c for c in found if c in members or not shared.at(c.begin)] + members

    def _behind_body(self, text: str, words: Words, start: int, head: int) -> int:
        """Where a name goes on behind a body's that stands in it (练塘镇 + 人民政府 + 大塘村), ``start`` where none does."""
        ends = [
            words.end[at]
            for at in range(start, head)
            if words.begin[at] == at and words.tag[at] == BODY and LONG_BODY <= words.end[at] - at < head - at
        ]
        known = (end for end in ends if text[words.begin[end - 1] : end] in self._boundaries.known)
        return max(known, default=start)

    def _may_be(self, text: str, words: Words, start: int, head: int, end: int, concept: Concept) -> bool:
        """Whether ``text[start:end]`` has the form of a name: of one character in a list, or when the segmenter takes the whole
        for a person's (龚村)."""
        name = text[start:head]
        short = PAUSE in (text[start - 1 : start], text[end : end + 1])
        short = short or _is_persons(words, start, end)
        fits = SHORTEST - short <= len(name) <= LONGEST and name.isalpha()
        fits = fits and not name.startswith(concept.labels)  # 八里村 + 城中村
        fits = fits and not (len(name) > SHORTEST and name.endswith(self._into))  # 法律顾问进 + 社区
        worked_on = name in self._sorts and text.startswith(self._work, end)  # 城中村 + 改造, “城中村”
        word = text[words.begin[head] : words.end[head]]
        inside = words.end[head] > end and word in self._boundaries.known  # 县 + 农业农村局
        made = text.endswith(self._founded, 0, start) and self._sort.match(text, end)  # 打造 + 五星村
        fits = fits and not worked_on and not inside and not made and not name.endswith(OTHERS)
        return fits and name not in self._not_names and not concept.runs_on(text, end)


def _is_persons(words: Words, begin: int, end: int) -> bool:
    """Whether the segmenter takes it all for a person's name."""
    return words.tag[begin] == PERSON and words.end[begin] == end


def _village(start: int, end: int, kind: str, town: Candidate | None) -> Candidate:
    """The village named from ``start`` on, with the town that is named directly before it."""
    if town is None:
        return Candidate(start, end, "Division", kind, VILLAGE)
    return Candidate(town.begin, end, "Division", kind, f"{VILLAGE_IN}{town.rule.partition('@')[2]}")
