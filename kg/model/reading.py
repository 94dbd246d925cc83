"""What reading hands on: a text with its way back to the file, and its outline."""

from bisect import bisect_right

from kg.model.record import Notice, SectionRole, frozen


@frozen
class Locator:
    """Where a run of source characters stands in a file that is more than its characters (Word, PDF, HTML, OFD)."""

    begin: int
    """Offset in ``Text.source``."""
    end: int
    fragment: str
    """``page=3`` (RFC 8118), ``paragraph=12`` (counted through the document, from 1), ``footnote=2``, ``xpath=…``."""
    top: float = 0.0
    """On a page: distance from the page's top, in points of 1/72 inch."""
    bottom: float = 0.0
    edges: tuple[float, ...] = ()
    """On a page: where each character begins, from the page's left, and last where the run ends; else empty."""

    def within(self, begin: int, end: int) -> str:
        """The fragment of the source characters ``begin:end`` that this run holds.

        On a page with their box, ``page=3&viewrect=left,top,width,height``; else with their offsets in the
        paragraph, ``paragraph=12&char=4,9`` (RFC 5147).
        """
        first, last = max(begin, self.begin) - self.begin, min(end, self.end) - self.begin
        if not self.edges:
            return f"{self.fragment}&char={first},{last}"
        left, width = self.edges[first], self.edges[last] - self.edges[first]
        box = (left, self.top, width, self.bottom - self.top)
        return f"{self.fragment}&viewrect={','.join(f'{value:.0f}' for value in box)}"


@frozen
class Text:
    """One report's characters, cleaned, with a map back to the file they came from."""

    name: str
    """The file's name without folders: the ``doc`` of the exchange format."""
    sha256: str
    """Of the file's bytes, hexadecimal."""
    encoding: str
    source: str
    """The file's characters as decoded, untouched."""
    clean: str
    """The characters that everything downstream reads: no broken lines, full-width punctuation."""
    origin: tuple[int, ...]
    """``origin[i]`` is the offset in ``source`` of the character that became ``clean[i]``; increasing."""
    locators: tuple[Locator, ...] = ()
    """Of what is no plain text: where in the file the source's characters stand; in order, without overlap."""
    notices: tuple[Notice, ...] = ()
    """What reading had to leave out."""

    def source_span(self, begin: int, end: int) -> tuple[int, int]:
        """The source offsets of ``clean[begin:end]``, half-open; the span must not be empty."""
        return self.origin[begin], self.origin[end - 1] + 1

    def printed(self, begin: int, end: int) -> str:
        """The characters of the file that became ``clean[begin:end]``, one for each: ``(试行)`` where that is ``（试行）``."""
        return "".join(self.source[at] for at in self.origin[begin:end])

    def locate(self, begin: int, end: int) -> str:
        """Where ``clean[begin:end]`` stands in the file: fragments, a line of a page or a paragraph each, with
        blanks between them; empty for plain text. The span must not be empty."""
        if not self.locators:
            return ""
        first, last = self.source_span(begin, end)
        at = bisect_right(self.locators, first, key=lambda run: run.end)
        found = []
        for run in self.locators[at:]:
            if run.begin >= last:
                break
            found.append(run.within(first, last))
        return " ".join(found)


@frozen
class Section:
    """A numbered part of the report, from its heading to the next heading of its level or above."""

    begin: int
    """Offset of the heading's number."""
    end: int
    level: int
    """1 for 一、  2 for （一）  3 for 1、  4 for （1）  5 for 一是."""
    number: str
    """As printed: ``（一）``."""
    heading: str
    """Without its number and closing punctuation; empty when the section has only a number."""
    body: int
    """Offset where the text after the heading begins."""
    role: SectionRole


@frozen
class Outline:
    """What the letterhead, the page furniture and the numbering say. A value not stated is None."""

    title: str | None = None
    doc_number: str | None = None
    """发文字号 in its standard form: ``宝月府〔2022〕1号``."""
    year: int | None = None
    """The year reported on (not the year of signature)."""
    issuer: str | None = None
    addressee: str | None = None
    issued: str | None = None
    """Date of signature or publication, ISO 8601."""
    body_begin: int = 0
    """Offset of the first sentence of the report proper, after letterhead and metadata tables."""
    body_end: int
    """Offset after the last sentence of the report proper, before signature and imprint."""
    sections: tuple[Section, ...] = ()
    is_report: bool = True
    """False when the text shows no sign of the genre (it is built all the same, with a warning)."""
