"""The two files of a build, written report by report: memory does not grow with the number of reports.

A worker renders a report (``render``); the build hands the parts, in any order, to ``GraphFiles``. What only
one report says is spooled to disk and joined in order of the reports' keys; what several may say is merged, so that
each triple stands once in ``graph.ttl``.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple

from kg.checking import year_figures
from kg.graph import gzipped
from kg.graph.concepts import concepts
from kg.graph.contradictions import told
from kg.graph.description import FILES
from kg.graph.gzipped import Piece, deflate
from kg.graph.iris import DEFAULT_BASE
from kg.graph.merging import GraphWriter, Part
from kg.graph.terms import A, Triple, triple
from kg.graph.triples import write_down
from kg.graph.turtle import blocks, header
from kg.graph.writers import nquads, replacing
from kg.model import Report


class _Place(NamedTuple):
    """Where a part lies in the spool: its Turtle, then its N-Quads; sizes in bytes."""

    begin: int
    turtle: int
    deflated: int
    crc: int
    size: int


def render(report: Report, base: str = DEFAULT_BASE, extra: tuple[Path, ...] = ()) -> Part:
    """``report`` as the graph's files need it. Raises KgError KG014 for a concept that the vocabularies lack."""
    own, shared, used, things, figures = write_down(report, base, concepts(extra))
    return Part(
        key=report.key,
        turtle=own.turtle(),
        quads=deflate(chain(own.quads(), [nquads(shared, base + report.key)])),
        shared=shared,
        concepts=sorted(used),
        triples=own.statements,
        things=things,
        contradictions=told(report),
        years=[figure.line() for figure in year_figures(report, figures)],
    )


class GraphFiles(GraphWriter):
    """``graph.ttl`` and ``graph.nq.gz``.

    The spool lies in the folder, which must exist; it grows as large as the two files together.
    """

    def __init__(self, folder: Path, base: str = DEFAULT_BASE, extra: tuple[Path, ...] = ()) -> None:
        super().__init__(folder, base, extra)
        self._spool: IO[bytes] = TemporaryFile(dir=folder)  # noqa: SIM115 closed by __exit__
        self._places: dict[str, _Place] = {}

    def __exit__(self, *raised: object) -> None:
        self._spool.close()
        super().__exit__(*raised)

    def _take(self, part: Part) -> None:
        deflated, crc, size = part.quads
        self._places[part.key] = _Place(self._spool.tell(), len(part.turtle), len(deflated), crc, size)
        self._spool.write(part.turtle)
        self._spool.write(deflated)

    def _files(self) -> Sequence[tuple[str, str]]:
        return FILES

    def _write(self, default: list[Triple]) -> None:
        with (
            replacing(self._folder / "graph.ttl") as turtle,
            replacing(self._folder / "graph.nq.gz") as quads,
        ):
            turtle.write(header(self._base).encode() + b"\n")
            for block in _subjects(self._shared(default)):
                turtle.write(blocks(block, self._base))
            places = [self._places[key] for key in sorted(self._places)]
            for place in places:
                self._spool.seek(place.begin)
                turtle.write(self._spool.read(place.turtle))
            gzipped.write(quads, chain([deflate([nquads(map(" ".join, default))])], map(self._quads, places)))

    def _quads(self, place: _Place) -> Piece:
        self._spool.seek(place.begin + place.turtle)
        return Piece(self._spool.read(place.deflated), place.crc, place.size)


def _subjects(lines: Iterable[str]) -> Iterator[list[Triple]]:
    """The triples of each subject, its types first; ``lines`` are sorted and may repeat."""
    for _, group in groupby(lines, key=lambda line: line[: line.index(" ")]):
        triples = [triple(line) for line, _ in groupby(group)]
        triples.sort(key=lambda one: one[1] != A)
        yield triples
