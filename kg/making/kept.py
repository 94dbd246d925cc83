"""What was made of each source, kept beside the graph so that the next build reads only what is new or changed.

An entry's name is a hash of all that decides what is in it: the source's name and bytes, the base, the limits, the
vocabularies, the program's own files and the versions of what it stands on. So an entry is never stale, and taking it
gives the bytes that making it anew would give. An entry is data, not code: three zlib streams and a raw deflate stream, with
their lengths before them.
"""

import hashlib
import shutil
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple, TypedDict

from pydantic import TypeAdapter

from kg.cache import contents
from kg.errors import KgError
from kg.lexicon.own import digests
from kg.making.report import Made, make
from kg.making.shelf import Shelf, shelf
from kg.model import Notice
from kg.publish import linked
from kg.publish.manifest import versions
from kg.reading import Limits, Source

CLUSTER = ("KG035", "KG036")
"""Errors of a cluster: what its workers made until then counts."""
_HEAD = struct.Struct(">5I")
"""The lengths of the pieces in bytes, and the CRC-32 of all."""


class Kept(NamedTuple):
    """The entries of a build; plain data, so that worker processes can have it."""

    before: Shelf
    """Those of the build that is in the output: only read."""
    fresh: Shelf
    """Those of this build, and of one that was interrupted before it; or of all builds that share a place."""
    state: str
    """As ``state`` gives it."""

    def name(self, one: Source, sha256: str) -> str:
        """The name of the entry for a source with bytes of this hash."""
        return hashlib.sha256(f"{self.state}\n{sha256}\n{one.name}".encode()).hexdigest()[:32]

    def find(self, one: Source, limits: Limits) -> Made | None:
        """What was made of ``one`` as it is now; None when it is new, changed, not readable, or its entry damaged."""
        try:
            name = self.name(one, hashlib.sha256(one.content(limits)).hexdigest())
        except KgError:
            return None
        found = self.take([name]).get(name)
        return found and called(found, str(one))

    def take(self, names: Sequence[str]) -> dict[str, Made]:
        """Those entries of these names that are there and whole; what they warn of is of no file yet (``called``)."""
        found: dict[str, Made] = {}
        for place in (self.fresh, self.before):
            for name, entry in place.several([name for name in names if name not in found]).items():
                with suppress(Exception):  # a damaged one is none: it is made again
                    found[name] = _read(entry)._replace(kept=True)
        return found

    def gather(self, names: Iterable[str], folder: Path) -> None:
        """Put the entries of these names that are in the build's own folders into ``folder``, by links where the file
        system has them. Raises OSError."""
        folder.mkdir()
        places = [shelf.folder for shelf in (self.fresh, self.before) if shelf.folder]
        for name in names:
            for place in places:
                if (place / name).is_file():
                    linked(place / name, folder / name)
                    break

    def keep(self, one: Source, made: Made) -> None:
        """Keep what was made of ``one``; where that cannot be written, the next build makes it again."""
        self.fresh.put(self.name(one, made.sha256), _written(called(made, "")))


class Settings(TypedDict):
    """The settings of ``make_once``."""

    kept: Kept
    anew: bool
    base: str
    limits: Limits
    vocabulary: tuple[Path, ...]


def make_once(
    one: Source, *, kept: Kept, anew: bool, base: str, limits: Limits, vocabulary: tuple[Path, ...]
) -> Made | Notice:
    """What was made of ``one`` before; when that is not there, or all is wanted ``anew``, as ``make`` makes it now."""
    if not anew and (found := kept.find(one, limits)):
        return found
    made = make(one, base=base, limits=limits, vocabulary=vocabulary)
    if isinstance(made, Made) and (not vocabulary or _is(kept.state, base, limits, vocabulary)):
        kept.keep(one, made)
    return made


def state(base: str, limits: Limits, vocabulary: Sequence[Path]) -> str:
    """A hash of all that decides what is made of a source, but for the source. Raises OSError."""
    said = [contents().hex(), versions(), base, limits.model_dump_json(), list(digests(vocabulary))]
    return hashlib.sha256(repr(said).encode()).hexdigest()


def _is(known: str, base: str, limits: Limits, vocabulary: Sequence[Path]) -> bool:
    """Whether no vocabulary was edited since the state was ``known``: an entry would say that it was made by other words."""
    try:
        return state(base, limits, vocabulary) == known
    except OSError:
        return False


@contextmanager
def keeping(before: Path, fresh: Path, state: str, shared: str) -> Iterator[Kept]:
    """The entries of a build that runs in the block. When it has ended, well or by an error, ``fresh`` goes; a build that
    is interrupted, or whose cluster failed, leaves it to the next. New entries go to the folder or URL ``shared``, if there
    is one; nothing in it is ever removed."""
    ended = True
    try:
        yield Kept(shelf(before), shelf(shared or fresh), state)
    except BaseException as error:
        lost = isinstance(error, KgError) and error.notice.code in CLUSTER
        ended = isinstance(error, Exception) and not lost
        raise
    finally:
        if ended:
            shutil.rmtree(fresh, ignore_errors=True)


@cache
def _shape() -> TypeAdapter[Made]:
    return TypeAdapter(Made)


def called(made: Made, label: str) -> Made:
    """``made`` with warnings about ``label``: the same file may be given by another path the next time."""
    return made._replace(warnings=[about.model_copy(update={"file": label}) for about in made.warnings])


def _written(made: Made) -> bytes:
    """An entry: what is long lies beside the rest, so that it need not pass through JSON. ISA-L would pack it faster, but not
    always in the same bytes."""
    part = made.part
    rest = made._replace(record=b"", part=part._replace(turtle=b"", quads=part.quads._replace(deflated=b"")))
    plain = (_shape().dump_json(rest), part.turtle, made.record)
    pieces = [*(zlib.compress(piece, 1) for piece in plain), part.quads.deflated]
    return _HEAD.pack(*map(len, pieces), zlib.crc32(b"".join(pieces))) + b"".join(pieces)


def _read(entry: bytes) -> Made:
    """What ``_written`` wrote. Raises ValueError or struct.error when it is not whole."""
    *sizes, checksum = _HEAD.unpack_from(entry)
    if zlib.crc32(entry[_HEAD.size :]) != checksum:
        raise ValueError("not as it was written")
    ends = accumulate(sizes, initial=_HEAD.size)
    *packed, deflated = (entry[begin:end] for begin, end in pairwise(ends))
    rest, turtle, record = map(zlib.decompress, packed)
    made = _shape().validate_json(rest)
    quads = made.part.quads._replace(deflated=deflated)
    return made._replace(record=record, part=made.part._replace(turtle=turtle, quads=quads))
