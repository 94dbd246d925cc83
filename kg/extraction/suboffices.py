"""Field offices of bureaus, which their seat names: 清远市自然资源局 + 龙山所."""

import re

import rjieba

from kg.extraction.bodies import FUNCTIONS, SEATS
from kg.lexicon.endings import Endings
from kg.lexicon.vocabulary import Vocabulary

OFFICE = re.compile(r"[\u4e00-\u9fff]{2,3}所")
"""The seat and the last word of such an office's name."""
NO_NAME = (*FUNCTIONS, "r", "v")
"""Parts of speech that no seat's name has: 县税务局 + 各镇所."""


class SubOffices:
    """Tells where a bureau's name goes on with the seat of an office of its own."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.concept = vocabulary.concepts["institution/field-office"]
        self._bureau = vocabulary.concepts["institution/bureau"].label
        kinds = vocabulary.of("InstitutionKind")
        self._others = Endings([label for c in kinds for label in c.labels if len(label) > 1])
        self._runs_on = vocabulary.words("boundary/not-an-office")

    def end(self, text: str, begin: int, end: int, towns: Endings) -> int:
        """Where the name of an office of the bureau at ``text[begin:end]`` ends; ``end`` when none is named: 县司法局 + 司法所
        has a kind of its own, and 公安局 + 所属单位 is none. ``towns``: short names of the towns around, seats whatever else
        they may be."""
        match = OFFICE.match(text, end) if text.endswith(self._bureau, begin, end) else None
        if match is None or text.startswith(self._runs_on, match.end() - 1):
            return end
        seat = match[0][:-1]
        tags = {tag for _, tag in rjieba.tag(seat, False)}
        proper = towns.longest(seat, len(seat)) == seat or (
            not SEATS.isdisjoint(tags) and tags.isdisjoint(NO_NAME)
        )
        return match.end() if proper and not self._others.longest(text, match.end(), end) else end
