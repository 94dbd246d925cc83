"""Evidence as places: which characters of which report a mention stands for."""

from collections.abc import Iterable

from kg.model.namespaces import NIF
from kg.views.columns import Columns
from kg.views.graph.picture import Span, Spans


class Places:
    """Where the mentions of a graph stand."""

    def __init__(self, columns: Columns, reports: Iterable[str]) -> None:
        numbers = {iri: number for number, iri in enumerate(reports)}
        begins, ends = columns.of(NIF + "beginIndex"), columns.of(NIF + "endIndex")
        self._spans: dict[str, Span] = {}
        for mention, contexts in columns.of(NIF + "referenceContext").items():
            report = numbers.get(contexts[0].value)
            if report is None or mention not in begins or mention not in ends:
                continue
            begin, end = begins[mention][0].value, ends[mention][0].value
            if begin.isdecimal() and end.isdecimal():
                self._spans[mention] = Span(report, int(begin), int(end))

    def of(self, mentions: Iterable[str]) -> Spans:
        """The spans of these mentions in order of place, each once; a mention without a place has none."""
        known = self._spans
        return tuple(sorted({known[mention] for mention in mentions if mention in known}))
