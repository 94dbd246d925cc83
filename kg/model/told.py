"""What a build tells beside its reports: copies, and contradictions in words."""

from typing import Literal

from kg.model.record import Record, Severity


class Copy(Record):
    """A file that holds a report which was read already from another file."""

    file: str
    sha256: str
    """Of the file's bytes, hexadecimal."""
    report: str
    """The report's key."""
    exact: bool
    """All characters of its cleaned text are the report's; otherwise blanks, marks or a few words differ."""


class Disagreement(Record):
    """A contradiction as a build tells it: in one report, or between two reports of one body."""

    check: Literal["rate", "total", "year"]
    severity: Severity
    stated: float
    expected: float
    reports: tuple[str, ...]
    """Keys: of the report that states the figure, and of the one that it is held against when that is another."""
    sentences: tuple[str, ...]
    """The words that state the figures, one for each report."""
