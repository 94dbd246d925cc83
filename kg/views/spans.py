"""Evidence as places: which characters of which report a mention stands for."""

from collections.abc import Iterable

from kg.views.columns import NIF, Columns
from kg.views.picture import Span, Spans


class Places:
    """Where the mentions of a graph stand."""

    def __init__(self, columns: Columns, reports: Iterable[str]) -> None:
        self._reports = {iri: number for number, iri in enumerate(reports)}
        self._contexts = columns.of(NIF + "referenceContext")
        self._begins = columns.of(NIF + "beginIndex")
        self._ends = columns.of(NIF + "endIndex")

    def of(self, mentions: Iterable[str]) -> Spans:
        """The spans of these mentions in order of place, each once; a mention without a place has none."""
        return tuple(sorted({place for mention in mentions if (place := self._place(mention))}))

    def _place(self, mention: str) -> Span | None:
        contexts, begins, ends = (
            column.get(mention) for column in (self._contexts, self._begins, self._ends)
        )
        if not (contexts and begins and ends):
            return None
        report, begin, end = self._reports.get(contexts[0].value), begins[0].value, ends[0].value
        if report is None or not (begin.isdecimal() and end.isdecimal()):
            return None
        return Span(report, int(begin), int(end))
