"""A graph too large for one file, in shards: each report goes straight to its own, and nothing is spooled or kept.

Which shard a report is in hangs on its key alone, so that a report that is new or changed leaves the other shards as they
were. Each report is a named graph that holds all it says, what others say too included: the graph is the union of its shards,
and they can be loaded in any order, at once.
"""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from zlib import crc32

from kg.graph.gzipped import Stream, deflate, write
from kg.graph.iris import DEFAULT_BASE
from kg.graph.merging import GraphWriter, Part
from kg.graph.shards import DEFAULT, FOLDER
from kg.graph.terms import Triple
from kg.graph.writers import nquads

MOST = 500
"""Shards of one graph: so many files are open at once."""
_MEDIA_TYPE = "application/n-quads"


class ShardFiles(GraphWriter):
    """``shards/NUMBER.nq.gz``, at most ``number`` of them, and ``shards/default.nq.gz``: gzipped N-Quads.

    Within a shard reports are in the order in which they were added. Files are made in ``folder``, which must exist.
    """

    def __init__(
        self, folder: Path, base: str = DEFAULT_BASE, extra: tuple[Path, ...] = (), *, number: int
    ) -> None:
        if not 1 <= number <= MOST:
            raise ValueError(f"{number} shards: there may be 1 to {MOST}")
        super().__init__(folder, base, extra)
        self._place, self._number = folder / FOLDER, number
        self._open = ExitStack()
        self._streams: dict[str, Stream] = {}

    def __exit__(self, *raised: object) -> None:
        self._open.close()
        super().__exit__(*raised)

    def _take(self, part: Part) -> None:
        name = f"{crc32(part.key.encode()) % self._number:03}.nq.gz"
        if name not in self._streams:
            self._place.mkdir(exist_ok=True)
            self._streams[name] = Stream(self._open.enter_context((self._place / name).open("wb")))
        self._streams[name].add(part.quads)

    def _files(self) -> Sequence[tuple[str, str]]:
        return [(f"{FOLDER}/{name}", _MEDIA_TYPE) for name in (*sorted(self._streams), DEFAULT)]

    def _write(self, default: list[Triple]) -> None:
        for stream in self._streams.values():
            stream.end()
        self._open.close()
        with (self._place / DEFAULT).open("wb") as file:
            write(file, [deflate([nquads(map(" ".join, default))])])
