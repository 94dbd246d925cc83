"""Years that figures are of one by one: 2021年、2022年分别受理案件 + 12件和15件."""

import re
from collections.abc import Sequence

from kg.extraction.common.clauses import CLAUSE_END, Stretch
from kg.extraction.common.joints import JOINTS
from kg.extraction.figures.counts import Count
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled

ONE = re.compile(r"20\d\d")


class YearsInTurn:
    """Deals them out, with the word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        joint = any_of(JOINTS)
        self._listed = re.compile(rf"(?<!\d)20\d\d(?:年度?)?(?:{joint}20\d\d(?:年度?)?){{1,5}}")
        self._apart = compiled(vocabulary.words("number/one-by-one"))

    def of(self, text: str, sentence: Stretch, counts: Sequence[Count]) -> dict[int, str]:
        """For where a count of the sentence begins, the year that it is of, where years are listed for as many counts as a clause
        has that says that they are dealt out."""
        found: dict[int, str] = {}
        listed = self._listed.search(text, *sentence) if len(counts) > 1 else None
        if listed is None:
            return found
        years = ONE.findall(listed[0])
        for apart in self._apart.finditer(text, listed.end(), sentence.end):
            stop = CLAUSE_END.search(text, apart.end(), sentence.end)
            end = stop.start() if stop else sentence.end
            own = [count.begin for count in counts if apart.end() <= count.begin < end]
            if len(own) == len(years):
                found.update(zip(own, years, strict=True))
        return found
