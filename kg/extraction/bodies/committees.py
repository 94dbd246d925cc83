"""Party committees by their full names, which say the Party, the place and that it is one: 中共青浦区练塘镇委员会."""

import re
from collections.abc import Iterator, Sequence

from kg.extraction.common.spans import Candidate
from kg.lexicon.levels import COMMITTEE, SUBDISTRICT
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.rules import BODY


class Committees:
    """Finds them, with the Party's names and the word for a committee."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        party, committee = (
            any_of(vocabulary.words(f"boundary/{of}")) for of in ("party-prefix", "committee-in-full")
        )
        self._party, self._committee = re.compile(rf"{party}$"), re.compile(committee)
        self._longest = max(map(len, vocabulary.words("boundary/party-prefix")))
        self._own = vocabulary.concepts["institution/party-committee"]
        self._vocabulary = vocabulary

    def find(self, text: str, divisions: Sequence[Candidate]) -> Iterator[Candidate]:
        """Those of the divisions that the text names; a subdistrict has none, but a working committee."""
        for place in divisions:
            end = self._committee.match(text, place.end)
            party = self._party.search(text, max(0, place.begin - self._longest), place.begin)
            if end and party and place.kind != SUBDISTRICT:
                levelled = (place.kind[-1:] + COMMITTEE,)
                concept = self._vocabulary.labelled("InstitutionKind", levelled) or self._own
                yield Candidate(party.start(), end.end(), "Organization", concept.kind, f"{BODY}{concept.id}")
