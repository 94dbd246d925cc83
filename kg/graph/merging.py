"""What the reports of a build say together: merged as they come, whatever the files are that it is written to."""

import zlib
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import merge
from pathlib import Path
from typing import NamedTuple, Self

import pyoxigraph as ox

from kg.checking import year_contradictions
from kg.graph import iris
from kg.graph.contradictions import across
from kg.graph.copies import copies
from kg.graph.dataset import vocabulary_triples
from kg.graph.description import Counts, description
from kg.graph.gzipped import LAST, Piece
from kg.graph.iris import DEFAULT_BASE
from kg.graph.runs import Runs
from kg.graph.terms import A, Triple
from kg.model import Copy, Disagreement
from kg.model.namespaces import FZ, NIF

_TEXT = f" <{NIF}isString> ".encode()
_TYPED = f"> {A} <{FZ}"


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


def clean_text(part: Part) -> str:
    """The text of a part's report, as its named graph has it."""
    data = zlib.decompress(part.quads.deflated + LAST, wbits=-15)
    at = data.index(_TEXT)
    begin, end = data.rfind(b"\n", 0, at) + 1, data.index(b"\n", at)
    [quad] = ox.parse(data[begin:end], format=ox.RdfFormat.N_QUADS)
    return str(quad.object.value)


class GraphWriter(ABC):
    """The files of a graph in the making; as a context manager it closes what it spooled.

    What several reports may say (entities, plain relations, vocabulary) is merged here, on disk in ``folder`` where
    it is much; what only one report says, ``_take`` writes. A report's key is all that is remembered of it.
    """

    def __init__(self, folder: Path, base: str = DEFAULT_BASE, extra: tuple[Path, ...] = ()) -> None:
        self._folder, self._base, self._extra = folder, iris.check_base(base), extra
        self._runs, self._years = Runs(folder), Runs(folder)
        self._keys: set[str] = set()
        self._used: set[str] = set()
        self._own = 0
        self._things: Counter[str] = Counter()
        self._contradictions: dict[str, list[Disagreement]] = {}
        self._copies: list[Triple] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._runs.close()
        self._years.close()

    def add(self, part: Part) -> None:
        """Take one report's part. Raises ValueError when a report of this key was added before."""
        if part.key in self._keys:
            raise ValueError(f"two parts have the key {part.key}")
        self._keys.add(part.key)
        self._take(part)
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
        """Write what is not written yet. Raises KgError KG016 or OSError when that cannot be done."""
        found = [across(self._base, pair) for pair in year_contradictions(self._years)]
        between = sorted({*self._copies, *(triple for triples, _ in found for triple in triples)})
        within = [one for key in sorted(self._contradictions) for one in self._contradictions[key]]
        said = vocabulary_triples(self._used, self._extra)
        counts = self._counts(between, said)._replace(contradictions=(*within, *(one for _, one in found)))
        counts = counts._replace(
            whole=counts.whole + len(description(self._base, counts, self._keys, self._files()))
        )
        about = description(self._base, counts, self._keys, self._files())
        self._write(sorted([*said, *about, *between]))
        return counts

    @abstractmethod
    def _take(self, part: Part) -> None:
        """Write, or spool, what only this report says."""

    @abstractmethod
    def _files(self) -> Sequence[tuple[str, str]]:
        """The graph's files, by name and media type (once unpacked)."""

    @abstractmethod
    def _write(self, default: list[Triple]) -> None:
        """Write what remains; ``default``, sorted: what no single report says."""

    def _shared(self, default: list[Triple]) -> Iterator[str]:
        """What several reports may say, with ``default``: lines as in a part, sorted; some repeat."""
        return merge(self._runs, map(" ".join, default))

    def _counts(self, between: list[Triple], vocabulary: list[Triple]) -> Counts:
        """How much all reports say, with what is said ``between`` them, and how much that is with the ``vocabulary``; a pass over
        what they share, since each thing counts once."""
        shared, things, told = 0, self._things.copy(), set(map(" ".join, vocabulary))
        new = len(told)
        for lines in (self._runs, map(" ".join, between)):
            for line in lines:
                shared += 1
                new -= line in told
                if _TYPED in line:
                    things[line[line.index(_TYPED) + len(_TYPED) : -1]] += 1
        said = self._own + shared
        return Counts(len(self._keys), said, said + new, dict(sorted(things.items())))
