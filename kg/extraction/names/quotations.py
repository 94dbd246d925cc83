"""Quoted names without a head: 打造“法治客厅”, 坚持“预防为主、调防结合”. Only as the object of a trigger verb."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extraction.common.boundaries import NOUNS
from kg.extraction.common.factory import component
from kg.extraction.common.joints import JOINTS, PAUSE
from kg.extraction.common.spans import Candidate, Covering, read, write
from kg.extraction.common.words import Words
from kg.extraction.names.counted import counts_of_people
from kg.extraction.names.quotation_signs import LastWords, Named, Page, Standing
from kg.lexicon.endings import Endings
from kg.lexicon.matcher import Bare, Matcher
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.marks import CLAUSE, SENTENCE
from kg.model.rules import (
    QUOTED_DOCUMENT,
    QUOTED_NAME,
    QUOTED_PEOPLE,
    QUOTED_PRINCIPLE,
    QUOTED_THEME,
    VILLAGE,
)

QUOTATION = re.compile(rf"“([^“”{SENTENCE}\n]{{2,40}})”")
REACH = 12
"""A quotation is governed by a trigger verb that ends at most this many characters before it, or before the list
of quotations that it continues."""
LIST_MARK = re.compile(rf"[”》]{any_of(JOINTS)}?$")
LONGEST_ACT = 6
"""Characters of an act and of the nouns that go on with it, behind a quotation."""
SHORTEST_PART = 4
"""Characters of a part of a quotation that is a name by itself."""
SEVERAL_KNOWN = 2
"""Parts of a quotation that are names which the vocabulary has, from which on it is a list of names."""
BROKEN_BY = frozenset(f"{CLAUSE}\n”》")
"""Marks beyond which no verb governs a quotation."""


@component("fazhi_quotations")
class Quotations:
    """A component that writes quoted names to the group ``quotations``."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._verbs, self._standing = Verbs(vocabulary), Standing(vocabulary)
        self._serving = vocabulary.words("boundary/serving-verb")
        self._built = vocabulary.words("boundary/building-noun")
        self._manners = vocabulary.words("boundary/manner-in-quotation")
        counted = (c for c in vocabulary.of("InstrumentForm") if c.one("counted"))
        self._forms = {label: c.kind for c in counted for label in c.labels}
        self._last = LastWords(vocabulary)
        self._known = frozenset(label for c in vocabulary.of("Programme") for label in c.labels)
        self._people, self._team = counts_of_people(vocabulary), vocabulary.concepts["kind/team"].label
        self._activity = vocabulary.concepts["kind/campaign"].label
        self._form_at_end = Endings(self._forms)
        self._kinds = {c.one("ofType"): c.kind for c in vocabulary.of("QuotationRule")}

    def __call__(self, doc: Doc) -> Doc:
        villages = {c.end: c.rule.startswith(VILLAGE) for c in read(doc, "divisions")}
        bodies = Covering(read(doc, "organizations"))
        page = Page(doc._.clean, doc._.analysis.words, villages, bodies)
        write(doc, "quotations", list(self._names(page, self._verbs.ends(doc._.analysis.bare))))
        return doc

    def _names(self, page: Page, verbs: dict[int, bool]) -> Iterator[Candidate]:
        """The quotations that are names. ``verbs``: for the end of each trigger verb whether it names things."""
        text, standing = page.text, self._standing
        previous = Governed(0, None)
        for quotation in QUOTATION.finditer(text):
            if standing.is_ordinary(page, quotation):
                continue
            begin, end = quotation.span(1)
            if standing.is_theme(page, quotation):
                yield Candidate(begin, end, "Programme", self._activity, QUOTED_THEME)
                continue
            form = self._forms.get(self._form_at_end.longest(text, end, begin), "")
            if self._people.beside(text, begin, end) and not self._last.named(text, begin, end):
                yield Candidate(begin, end, "Role", self._team, QUOTED_PEOPLE)
                continue
            alone, closes = standing.is_alone(page, quotation), standing.closes(page, quotation)
            before = not closes and standing.is_before_a_noun(page, quotation)
            if not (form or alone or closes or before):
                continue  # it only describes the noun that follows
            names = _governor(text, quotation.start(), verbs)
            if names is None:
                names = True if alone else _continued(text, previous, quotation.start())
            if names is None:
                names = self._is_served(text, quotation)
            if names is None or (before and not (names or form or alone)):
                continue
            previous = Governed(quotation.end(), names)
            if form:
                yield Candidate(begin, end, "LegalInstrument", form, QUOTED_DOCUMENT)
            elif not names:
                yield Candidate(begin, end, "Doctrine", self._kinds["Doctrine"], QUOTED_PRINCIPLE)
            else:
                named = self._last.named(text, begin, end) or Named("Programme", self._kinds["Programme"])
                if before and quotation[1].endswith(self._manners):  # “教科书式” + 执法
                    begin, end = quotation.start(), _act(page.words, quotation.end())
                for first, last in self._members(text, begin, end):
                    yield Candidate(first, last, named.type, named.kind, QUOTED_NAME)

    def _is_served(self, text: str, quotation: re.Match[str]) -> bool | None:
        """Whether a quotation is what others serve to build, which names a thing: 服务 + “六个兴安” + 建设; else None."""
        begin, end = quotation.span()
        return True if text.endswith(self._serving, 0, begin) and text.startswith(self._built, end) else None

    def _members(self, text: str, begin: int, end: int) -> list[tuple[int, int]]:
        """The quotation, or its parts when each ends as names do (“基层党建工作责任制、党风廉政建设责任制”) or several are names
        that the vocabulary has (“一网通办、一窗通办、跨省通办”)."""
        edges = [begin - 1, *(at for at in range(begin, end) if text[at] == PAUSE), end]
        parts = [(first + 1, last) for first, last in pairwise(edges)]
        named = all(
            last - first >= SHORTEST_PART and self._last.named(text, first, last) is not None
            for first, last in parts
        )
        known = sum(text[first:last] in self._known for first, last in parts)
        return parts if named or known >= SEVERAL_KNOWN else [(begin, end)]


class Governed(NamedTuple):
    """A quotation of a list: where it ends, and whether the verb before the list names things."""

    end: int
    names: bool | None


class Verbs:
    """The verbs whose object a quotation may be: those that name things, and those of principles."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        principles = vocabulary.words("boundary/principle-verb")
        naming = [w for p in ("implements", "establishes") for w in vocabulary.properties[p].triggers]
        self._principles = len(principles)
        self._matcher = Matcher([*principles, *(w for w in naming if w not in principles)])

    def ends(self, bare: Bare) -> dict[int, bool]:
        """For the end of each verb in a text, whether it names things."""
        return {end: label >= self._principles for _, end, label in self._matcher.find(bare)}


def _governor(text: str, at: int, ends: dict[int, bool]) -> bool | None:
    """Whether the trigger verb before the quotation at ``at`` names things; None when there is no trigger."""
    for distance in range(REACH + 1):
        where = at - distance
        if where in ends:
            return ends[where]
        if where <= 0 or text[where - 1] in BROKEN_BY:
            return None
    return None


def _continued(text: str, previous: Governed, at: int) -> bool | None:
    """What governs the list that goes on with the quotation at ``at``; None when it goes on with none."""
    return previous.names if LIST_MARK.fullmatch(text[previous.end - 1 : at]) else None


def _act(words: Words, at: int) -> int:
    """Where the act ends that begins at ``at``, and the nouns that go on with it: 指导 + 服务."""
    end = words.end[at]
    while end < len(words.tag) and words.tag[end] in NOUNS and words.end[end] - at <= LONGEST_ACT:
        end = words.end[end]
    return end
