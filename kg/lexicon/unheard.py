"""Words in the user's own files that no room reads: the outline of a report is read by the program's own words alone."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import notice
from kg.lexicon.entries import entries
from kg.model import Notice

OUTLINE = "outline/"
"""Entries of ``outline.ttl``: what reads files knows no vocabulary but this one, which the program brings."""


def unheard(files: Sequence[Path]) -> Iterator[Notice]:
    """KG040 for each Chinese label of the outline's entries in the user's well-formed ``files``, in order of place.

    ``o:plans skos:hiddenLabel "来年安排"@zh`` makes no heading one of plans.
    """
    for path in files:
        labels = [
            (label.place.line, label.text, entry.id)
            for entry in entries([path]).values()
            if entry.id.startswith(OUTLINE)
            for label in entry.labels
            if label.language == "zh"
        ]
        for line, text, entry_id in sorted(labels):
            yield notice("KG040", str(path), f"line {line}", label=text, entry=entry_id)
