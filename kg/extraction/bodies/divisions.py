"""Divisions: provinces, cities, counties and towns named in the text, villages, and 我镇, 全区 for the reporting one."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extraction.bodies.selves import Selves
from kg.extraction.bodies.unlisted_towns import UnlistedTowns
from kg.extraction.bodies.villages import Villages
from kg.extraction.common.factory import component
from kg.extraction.common.spans import Candidate, Covering, write
from kg.lexicon.division import Division
from kg.lexicon.divisions import load
from kg.lexicon.places import mentioned_divisions
from kg.lexicon.vocabulary import Vocabulary
from kg.model import PlaceName
from kg.model.rules import CALLED_PLACE, NAMED_PLACE


@component("fazhi_divisions")
class Divisions:
    """A component that writes places to the group ``divisions``; needs ``doc._.home`` and ``doc._.called``.

    The rule names the division: ``divisions:named@2023-310113101000``; one that no list has is named by its
    county's code and its own name, a village's rule by no code.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._selves, self._villages = Selves(vocabulary), Villages(vocabulary)
        self._towns = UnlistedTowns(vocabulary)

    def __call__(self, doc: Doc) -> Doc:
        named = list(_named(doc._.clean, doc._.home))
        called = list(_called(doc._.clean, doc._.called)) if doc._.called else []
        towns = [*named, *self._towns.find(doc, [*named, *called])]
        villages = self._villages.find(doc, Covering(towns))
        write(doc, "divisions", [*towns, *called, *self._selves.find(doc), *villages])
        return doc


def _named(text: str, home: Division | None) -> Iterator[Candidate]:
    """The divisions of the gazetteer that the text names."""
    for begin, whole, inner in mentioned_divisions(text, home):
        for end, division in _nested(text, begin, whole, inner):
            yield Candidate(begin, end, "Division", division.kind, f"{NAMED_PLACE}{division.key}")


def _nested(text: str, begin: int, end: int, division: Division) -> Iterator[tuple[int, Division]]:
    """The division named at ``begin``, and those that its name with parents begins with: 上海市, 上海市宝山区; any of the
    parents may be left out (长沙市天心区, 江苏省建湖县)."""
    yield end, division
    at, named = begin, []
    for outer in reversed(load().ancestors(division)):
        if text.startswith(outer.name, at, end):
            at += len(outer.name)
            named.append((at, outer))
    if text[at:end] == division.name:
        yield from reversed(named)


def _called(text: str, called: PlaceName) -> Iterator[Candidate]:
    """Where the text says the name of the reporting division, which no list has."""
    for match in re.finditer(re.escape(called.name), text):
        yield Candidate(match.start(), match.end(), "Division", called.kind, CALLED_PLACE)
