"""Figures of a year in two reports: what this year's calls last year's against what last year's said itself."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from kg.checking.rounding import Printed, meant, off, printed
from kg.lexicon.traditional import simplified
from kg.model import Report

OTHER = "other"


class YearFigure(NamedTuple):
    """A figure as it is held against another report's: one line of a sorted list."""

    key: str
    """Body, indicator, unit without 万 and 亿, and year: what must agree."""
    own: bool
    """The report is that year's own; otherwise it looks back."""
    value: float
    """As it is printed."""
    unit: str | None
    digits: int
    """Printed after its point."""
    figure: str
    """What the figure is called in the graph."""
    report: str
    """The report's key."""
    begin: int
    end: int
    """The clause that states it, in the report's text."""
    words: str
    """The same in words."""

    def line(self) -> str:
        """As a line of text; ``YearFigure.read`` is its inverse."""
        return json.dumps(self, ensure_ascii=True)

    @property
    def printed(self) -> Printed:
        """Its number as it is held against the other's."""
        return printed(self.value, self.unit, self.digits)

    @classmethod
    def read(cls, line: str) -> "YearFigure":
        """The figure of a line that ``line`` gave."""
        return cls(*json.loads(line))


class YearContradiction(NamedTuple):
    """What a report says of the year before, and what that year's report says."""

    stated: YearFigure
    against: YearFigure

    @property
    def expected(self) -> float:
        """The number of that year's own report, as the other would print it."""
        return self.stated.printed.shown(self.against.printed.value)


def year_figures(report: Report, names: Sequence[str]) -> Iterator[YearFigure]:
    """The figures of ``report`` that may be held against another year's report; ``names``: what each is called."""
    if report.area is None or report.outline.year is None:
        return
    year = str(report.outline.year)
    for name, figure in zip(names, report.observations, strict=True):
        looks_back = figure.period == str(report.outline.year - 1)
        whole = None if figure.part_of is None else report.observations[figure.part_of]
        exact = (
            figure.concept != OTHER and not figure.approx and not (whole and whole.concept == figure.concept)
        )
        if figure.status != "achieved" or not exact or not (looks_back or figure.period == year):
            continue
        body = report.entities[report.area if figure.about is None else figure.about].key
        area = report.entities[report.area].key
        begin, end, unit = figure.begin, figure.end, simplified(figure.plain_number.unit or "")
        key = json.dumps([area, body, figure.concept, unit, figure.period])
        words, own = report.text.clean[begin:end], not looks_back
        yield YearFigure(
            key, own, figure.value, figure.unit, figure.digits, name, report.key, begin, end, words
        )


def year_contradictions(lines: Iterable[str]) -> Iterator[YearContradiction]:
    """The contradictions among the figures of many reports; ``lines`` are sorted lines of ``YearFigure``.

    Where a year's own report has several figures of one key, which one is meant cannot be told, and none is held
    against it.
    """
    figures = map(YearFigure.read, lines)
    for _, same in groupby(figures, key=lambda figure: figure.key):
        both = list(same)
        own = [figure for figure in both if figure.own]
        if len({figure.printed.value for figure in own}) == 1:
            for figure in both:
                if not figure.own and off(figure.printed, meant(own[0].printed)):
                    yield YearContradiction(figure, own[0])
