"""Quoted names without a head: 打造“法治客厅”, 坚持“预防为主、调防结合”. Only as the object of a trigger verb."""

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc

from kg.extraction.common.boundaries import NOUNS
from kg.extraction.common.factory import component
from kg.extraction.common.joints import PAUSE
from kg.extraction.common.spans import Candidate, Covering, read, write
from kg.extraction.common.words import Words
from kg.extraction.names.counted import counts_of_people
from kg.extraction.names.quotation_signs import LastWords, Named, Page, Standing
from kg.extraction.names.quotation_verbs import Governed, Verbs, continued, governor
from kg.lexicon.endings import Endings
from kg.lexicon.vocabulary import Vocabulary
from kg.model.marks import SENTENCE
from kg.model.rules import (
    QUOTED_DOCUMENT,
    QUOTED_NAME,
    QUOTED_PEOPLE,
    QUOTED_PRINCIPLE,
    QUOTED_THEME,
    VILLAGE,
)

QUOTATION = re.compile(rf"“([^“”{SENTENCE}\n]{{2,40}})”")
LONGEST_ACT = 6
"""Characters of an act and of the nouns that go on with it, behind a quotation."""
SHORTEST_PART = 4
"""Characters of a part of a quotation that is a name by itself."""
SEVERAL_KNOWN = 2
"""Parts of a quotation that are names which the vocabulary has, from which on it is a list of names."""


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
            if self._people.beside(text, begin, end) and not self._last.named(text, begin, end):
                yield Candidate(begin, end, "Role", self._team, QUOTED_PEOPLE)
                continue
            form = self._forms.get(self._form_at_end.longest(text, end, begin), "")
            alone, closes = standing.is_alone(page, quotation), standing.closes(page, quotation)
            before = not closes and standing.is_before_a_noun(page, quotation)
            if not (form or alone or closes or before):
                continue  # it only describes the noun that follows
            names = self._names_a_thing(text, quotation, verbs, previous, alone=alone)
            if names is None or (before and not (names or form or alone)):
                continue
            previous = Governed(quotation.end(), names)
            if form:
                yield Candidate(begin, end, "LegalInstrument", form, QUOTED_DOCUMENT)
            elif names:
                yield from self._things(page, quotation, before=before)
            else:
                yield Candidate(begin, end, "Doctrine", self._kinds["Doctrine"], QUOTED_PRINCIPLE)

    def _names_a_thing(
        self, text: str, quotation: re.Match[str], verbs: dict[int, bool], previous: Governed, *, alone: bool
    ) -> bool | None:
        """Whether a quotation names a thing, and no principle: by the verb before it, by standing ``alone``, by the list that it
        goes on with, or as what others serve to build (服务 + “六个兴安” + 建设); None when it names nothing."""
        begin, end = quotation.span()
        told = governor(text, begin, verbs)
        if told is None:
            told = True if alone else continued(text, previous, begin)
        served = text.endswith(self._serving, 0, begin) and text.startswith(self._built, end)
        return True if told is None and served else told

    def _things(self, page: Page, quotation: re.Match[str], *, before: bool) -> Iterator[Candidate]:
        """The things that a quotation names; ``before``: it stands before a noun, with which it may be one name."""
        text, (begin, end) = page.text, quotation.span(1)
        named = self._last.named(text, begin, end) or Named("Programme", self._kinds["Programme"])
        if before and quotation[1].endswith(self._manners):  # “教科书式” + 执法
            begin, end = quotation.start(), _act(page.words, quotation.end())
        for first, last in self._members(text, begin, end):
            yield Candidate(first, last, named.type, named.kind, QUOTED_NAME)

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


def _act(words: Words, at: int) -> int:
    """Where the act ends that begins at ``at``, and the nouns that go on with it: 指导 + 服务."""
    end = words.end[at]
    while end < len(words.tag) and words.tag[end] in NOUNS and words.end[end] - at <= LONGEST_ACT:
        end = words.end[end]
    return end
