"""Small parts that stand on the pages of entities by the thousand, as HTML.

They are made once each, or without a template, because macros for them took a third of the time of rendering a page.
"""

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from kg.model.sentences import sentence_around
from kg.views import links
from kg.views.library import Library
from kg.views.pages import both, named, visible
from kg.views.prose import quotation
from kg.views.records import Mark, Report, Span, Thing

REACH = 120
"""How far a sentence is shown beyond its span, in code points."""


class Pieces:
    """The parts for pages from which ``root`` is the way to the folder of the pages."""

    def __init__(self, library: Library, root: str) -> None:
        self._library = library
        self._root = root
        self._reports = {report.iri: report for report in library.reports}
        self.status = lru_cache(maxsize=None)(self._status)
        self.link = lru_cache(maxsize=65536)(self._link)
        self._from = lru_cache(maxsize=None)(self._place)

    def _status(self, status: str) -> Markup:
        """A status by its sign and name."""
        return Markup(f'<span class="status {escape(status)}">{named(self._library.name(status))}</span>')

    def _link(self, iri: str) -> Markup:
        """An entity's name, which leads to its page."""
        thing = self._library.things[iri]
        href = escape(self._root + self._library.page(iri))
        return Markup(f'<a class="e c-{thing.cls}" href="{href}">{named(thing.name)}</a>')

    def links(self, things: Iterable[Thing]) -> Markup:
        """Several in a row."""
        return both("、", ", ").join(self.link(thing.iri) for thing in things)

    def _place(self, report: str) -> tuple[str, Markup]:
        """Where a report's page is, and how the report is cited: by place and year."""
        own = self._reports[report]
        words = " ".join(filter(None, (self._library.place(own), own.year)))
        return self._root + links.report(own.name), escape(visible(words))

    def cite(self, report: Report, span: Span | Mark) -> Markup:
        """Place and year of a report, which lead to the span in it."""
        href, words = self._from(report.iri)
        return Markup(f'<a href="{escape(href)}#m-{span.begin}-{span.end}" lang="zh-CN">{words}</a>')

    def sentence(self, report: Report, span: Span | Mark) -> Markup:
        """The sentence around a span of a report, the span marked, and where it stands."""
        first, last = sentence_around(report.text, span.begin, span.end, REACH)
        html = quotation(report.text, first, last, span.begin, span.end)
        return Markup(f'<blockquote lang="zh-CN">{html} <cite>{self.cite(report, span)}</cite></blockquote>')
