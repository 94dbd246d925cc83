"""The two files of a build, written report by report: memory does not grow with the number of reports.

A worker renders a report (``render``); the build hands the parts, in any order, to ``GraphFiles``. What only
one report says is spooled to disk and joined in order of the reports' keys; what several may say (entities,
plain relations, vocabulary) is merged, so that each triple stands once in ``graph.ttl``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import chain, groupby
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, NamedTuple, Self

from kg.checking import year_contradictions, year_figures
from kg.graph import gzipped, iris
from kg.graph.concepts import concepts
from kg.graph.contradictions import across, told
from kg.graph.copies import copies
from kg.graph.dataset import vocabulary_triples
from kg.graph.description import Counts, description
from kg.graph.gzipped import Piece, deflate
from kg.graph.iris import DEFAULT_BASE, ONTOLOGY
from kg.graph.runs import Runs
from kg.graph.terms import Triple
from kg.graph.triples import write_down
from kg.graph.turtle import TYPE, blocks, header
from kg.graph.writers import nquads, replacing
from kg.model import Copy, Disagreement, Report

_TYPED = f"> {TYPE} <{ONTOLOGY}"


class Part(NamedTuple):
    """One report, ready to be joined with others."""

    key: str
    turtle: bytes
    """What only this report says."""
    quads: Piece
    """Everything that it says, in its named graph: N-Quads."""
    shared: list[str]
    """What others may say too: lines of N-Triples without their full stop, sorted."""
    concepts: list[str]
    """Terms of the vocabulary's concepts in use, sorted."""
    triples: int
    """How many only this report says."""
    things: Counter[str]
    """How many things of each class only this report speaks of."""
    contradictions: list[Disagreement]
    years: list[str]
    """Its figures that another year's report may contradict: lines of ``YearFigure``."""


class _Place(NamedTuple):
    """Where a part lies in the spool: its Turtle, then its N-Quads; sizes in bytes."""

    begin: int
    turtle: int
    deflated: int
    crc: int
    size: int


def render(report: Report, base: str = DEFAULT_BASE, extra: tuple[Path, ...] = ()) -> Part:
    """``report`` as both files need it. Raises KgError KG014 for a concept that the vocabularies lack."""
    own, shared, used, things, figures = write_down(report, base, concepts(extra))
    said = own.quads()
    return Part(
        key=report.key,
        turtle=own.turtle(),
        quads=deflate(said + nquads(shared, base + report.key)),
        shared=list(map(" ".join, shared)),
        concepts=sorted(used),
        triples=said.count(b"\n"),
        things=things,
        contradictions=told(report),
        years=[figure.line() for figure in year_figures(report, figures)],
    )


class GraphFiles:
    """``graph.ttl`` and ``graph.nq.gz`` in the making; as a context manager it closes its spool.

    The spool lies in ``folder``, which must exist; it grows as large as the two files together.
    """

    def __init__(self, folder: Path, base: str = DEFAULT_BASE, extra: tuple[Path, ...] = ()) -> None:
        self._folder, self._base, self._extra = folder, iris.check_base(base), extra
        self._runs = Runs(folder)
        self._spool: IO[bytes] = TemporaryFile(dir=folder)  # noqa: SIM115 closed by __exit__
        self._places: dict[str, _Place] = {}
        self._used: set[str] = set()
        self._own = 0
        self._things: Counter[str] = Counter()
        self._contradictions: dict[str, list[Disagreement]] = {}
        self._years = Runs(folder)
        self._copies: list[Triple] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._spool.close()
        self._runs.close()
        self._years.close()

    def add(self, part: Part) -> None:
        """Take one report's part. Raises ValueError when a report of this key was added before."""
        if part.key in self._places:
            raise ValueError(f"two parts have the key {part.key}")
        size = len(part.quads.deflated)
        self._places[part.key] = _Place(
            self._spool.tell(), len(part.turtle), size, part.quads.crc, part.quads.size
        )
        self._spool.write(part.turtle)
        self._spool.write(part.quads.deflated)
        self._runs.update(part.shared)
        self._used.update(part.concepts)
        self._own += part.triples
        self._things += part.things
        self._years.update(part.years)
        if part.contradictions:
            self._contradictions[part.key] = part.contradictions

    def add_copy(self, copy: Copy) -> None:
        """Take note of a file that holds a report which was added before."""
        self._copies += copies(self._base, copy)

    def finish(self) -> Counts:
        """Write both files. Raises KgError KG016 when that cannot be done; then neither is half-written."""
        found = [across(self._base, pair) for pair in year_contradictions(self._years)]
        between = sorted({*self._copies, *(triple for triples, _ in found for triple in triples)})
        within = [one for key in sorted(self._contradictions) for one in self._contradictions[key]]
        counts = self._counts(between)._replace(contradictions=(*within, *(one for _, one in found)))
        said = vocabulary_triples(self._used, self._extra) + description(self._base, counts, self._places)
        default = sorted([*said, *between])
        with (
            replacing(self._folder / "graph.ttl") as turtle,
            replacing(self._folder / "graph.nq.gz") as quads,
        ):
            turtle.write(header(self._base).encode() + b"\n")
            for block in _subjects(merge(self._runs, map(" ".join, default))):
                turtle.write(blocks(block, self._base))
            places = [self._places[key] for key in sorted(self._places)]
            for place in places:
                self._spool.seek(place.begin)
                turtle.write(self._spool.read(place.turtle))
            gzipped.write(quads, chain([deflate(nquads(default))], map(self._quads, places)))
        return counts

    def _counts(self, between: list[Triple]) -> Counts:
        """How much all reports say, with what is said ``between`` them; a pass over what they share, since each thing
        counts once."""
        shared, things = 0, self._things.copy()
        for line in chain(self._runs, map(" ".join, between)):
            shared += 1
            if _TYPED in line:
                things[line[line.index(_TYPED) + len(_TYPED) : -1]] += 1
        return Counts(len(self._places), self._own + shared, dict(sorted(things.items())))

    def _quads(self, place: _Place) -> Piece:
        self._spool.seek(place.begin + place.turtle)
        return Piece(self._spool.read(place.deflated), place.crc, place.size)


def _subjects(lines: Iterable[str]) -> Iterator[list[Triple]]:
    """The triples of each subject, its types first; ``lines`` are sorted and may repeat."""
    for _, group in groupby(lines, key=lambda line: line[: line.index(" ")]):
        triples = [_triple(line) for line, _ in groupby(group)]
        triples.sort(key=lambda triple: triple[1] != TYPE)
        yield triples


def _triple(line: str) -> Triple:
    subject, predicate, value = line.split(" ", 2)
    return subject, predicate, value
