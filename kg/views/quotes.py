"""Evidence as a reader wants it: the sentence around a span, the span marked."""

import re

from kg.views.columns import NIF, Columns
from kg.views.picture import Quote, Sentence

REACH = 120
"""How far a sentence is shown beyond its span, in code points."""
_END = re.compile(r"[。！？；\n]")


class Quotes:
    """Sentences of the reports, each once, as spans ask for them."""

    def __init__(self, columns: Columns, reports: list[str]) -> None:
        self._columns = columns
        self._texts = [columns.one(iri, NIF + "isString") for iri in reports]
        self._reports = {iri: number for number, iri in enumerate(reports)}
        self._known: dict[tuple[int, int, int], int] = {}
        self.sentences: list[Sentence] = []

    def of(self, mentions: list[str]) -> tuple[Quote, ...]:
        """The quotes of these mentions, in order of place; a mention without a place has none."""
        places = sorted(place for mention in mentions if (place := self._place(mention)))
        return tuple(self._quote(*place) for place in dict.fromkeys(places))

    def _place(self, mention: str) -> tuple[int, int, int] | None:
        """Report, begin and end."""
        report = self._reports.get(self._columns.one(mention, NIF + "referenceContext"))
        begin = self._columns.one(mention, NIF + "beginIndex")
        end = self._columns.one(mention, NIF + "endIndex")
        if report is None or not (begin.isdecimal() and end.isdecimal()):
            return None
        return report, int(begin), int(end)

    def _quote(self, report: int, begin: int, end: int) -> Quote:
        text = self._texts[report]
        first, last = around(text, begin, end)
        key = (report, first, last)
        if key not in self._known:
            self._known[key] = len(self.sentences)
            self.sentences.append(Sentence(report=report, text=text[first:last]))
        return Quote(sentence=self._known[key], begin=begin - first, end=end - first)


def around(text: str, begin: int, end: int) -> tuple[int, int]:
    """The sentence that holds ``text[begin:end]``, no further than REACH beyond it."""
    first = max(0, begin - REACH)
    for stop in _END.finditer(text, first, begin):
        first = stop.end()
    stop_after = _END.search(text, max(begin, end - 1), end + REACH)
    last = stop_after.end() if stop_after else min(len(text), end + REACH)
    return first, max(end, last if text[last - 1 : last] != "\n" else last - 1)
