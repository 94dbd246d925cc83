"""The year that a figure is of: the report's, the one before where the words say so, the next of a plan."""

import re
from bisect import bisect_right

from kg.extraction.common.clauses import NUMBER, Stretch
from kg.extraction.figures.changes import Changes
from kg.extraction.figures.wordings import Counted
from kg.lexicon.vocabulary import Vocabulary
from kg.model import Status
from kg.model.alternation import any_of
from kg.model.marks import CLAUSE, STOPS
from kg.reading.numerals import CHINESE

YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年)")
ASIDE = re.compile(r"《[^》]*》?|（[^）]*）?")
"""Titles and brackets: a year in them is not when something is done (《纲要（2021-2025年）》)."""
ITEM = rf"(?:{NUMBER.pattern}|\d{{1,2}}[、.])"
"""The number of an item before a year: （一）2021年, 1.2021年."""
LONGEST_DATE = 20
"""Characters of what began in a year: 2021年3月成立 + 以来."""
OF_A_YEAR = re.compile(r"(20\d\d)年度?的\Z")


class Dates:
    """Years at the head of a clause, each of which dates the figures up to the full stop or the next (2021年度述法132人；…)."""

    def __init__(self, text: str, mark: re.Pattern[str]) -> None:
        marks = [*mark.finditer(text)]
        self._begins = [m.start() for m in marks]
        self._years = [int(m["year"]) if m["year"] else None for m in marks]

    def at(self, offset: int) -> int | None:
        """The year that dates what stands at ``offset``, if any."""
        k = bisect_right(self._begins, offset) - 1
        return self._years[k] if k >= 0 else None


class Periods:
    """Tells them, with the word lists of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary, changes: Changes) -> None:
        self._changes = changes
        span, since = (any_of(vocabulary.words(f"number/{name}")) for name in ("not-the-year", "ever-since"))
        now, by_now = vocabulary.words("number/this-year"), vocabulary.words("number/by-now")
        first = "".join({word[0] for word in (*now, *by_now)})
        head, late = rf"(?:(?<=[{CLAUSE}\n])|\A)", any_of(by_now)
        # The look-ahead says nothing new; with it the search skips what begins none of these.
        self._dates = re.compile(
            rf"(?=[{STOPS}\n\d第（(①-⑳{CHINESE}{first}])(?:"
            rf"[{STOPS}\n]|{head}{ITEM}?(?P<year>20\d\d)年"
            rf"(?!(?:\d{{1,2}}月)?{span}|[^{CLAUSE}\n]{{0,{LONGEST_DATE}}}?{since})"
            rf"(?:度?，{late})?|{any_of(now)}|{head}{late}|20\d\d年)"
        )

    def dates(self, text: str) -> Dates:
        """The years that date figures of ``text``."""
        return Dates(text, self._dates)

    def of(
        self,
        text: str,
        year: int | None,
        dates: Dates,
        sentence: Stretch,
        told: Counted,
        status: Status,
        *,
        before_a_plan: bool,
    ) -> str:
        """The year that a figure is of in a report on ``year``; empty where it is not known.

        Of a plan it is the year that the sentence names last before it, or the next. What the next figure has changed from
        (由35%提升到48%) is of no known year unless one is named. The year ``before_a_plan`` is the one reported on.
        """
        if year is None:
            return ""
        if status == "planned":
            said = self._changes.compared.sub("", ASIDE.sub("", text[sentence.begin : told.end]))
            named = [int(one) for one in YEAR.findall(said)]
            return str(next((one for one in reversed(named) if one >= year), year + 1))
        of = OF_A_YEAR.search(text, sentence.begin, told.before.end)
        if of:
            return of[1]
        if not told.change:
            against = self._changes.against(text, told.begin, told.before.end)
            if against and against["year"]:
                return against["year"]
            if against or self._is_last_year(text[told.begin : told.end]):
                return str(year if before_a_plan else year - 1)
        if told.former:
            return ""
        dated = dates.at(told.before.end)
        return str(min(dated or year, year))

    def _is_last_year(self, words: str) -> bool:
        """Whether the words of a figure put it into the year before, and do not only compare it with that."""
        return self._changes.last_year.search(self._changes.compared.sub("", words)) is not None
