"""What a format's reader gives: characters, where each run of them stands, and what was left out."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from kg.model import Locator, Notice


class Characters(NamedTuple):
    """The characters of a file in reading order, a paragraph or a table's row a line."""

    text: str
    locators: tuple[Locator, ...]
    notices: tuple[Notice, ...] = ()


class Writer:
    """Collects characters line by line, with a locator for each run."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._locators: list[Locator] = []
        self.size = 0
        """Characters so far."""

    def run(
        self, text: str, fragment: str, top: float = 0.0, bottom: float = 0.0, edges: Sequence[float] = ()
    ) -> Self:
        """Add ``text``; a run that stands nowhere in the file (a bar between cells) has an empty ``fragment``."""
        if text:
            begin = self.size
            self._parts.append(text)
            self.size += len(text)
            if fragment:
                place = Locator(
                    begin=begin, end=self.size, fragment=fragment, top=top, bottom=bottom, edges=tuple(edges)
                )
                self._locators.append(place)
        return self

    def line(self) -> Self:
        """End the line, unless nothing stands in it."""
        if self._parts and not self._parts[-1].endswith("\n"):
            self._parts.append("\n")
            self.size += 1
        return self

    def done(self) -> Characters:
        """What was collected."""
        return Characters("".join(self._parts), tuple(self._locators))
