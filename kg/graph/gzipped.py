"""One gzip stream of pieces that were compressed apart, on whatever process, and need not be compressed again.

A stream of several gzip members would be simpler, but many readers stop after the first member and say nothing.
"""

import struct
import zlib
from collections.abc import Iterable
from typing import BinaryIO, NamedTuple

from isal import isal_zlib

LEVEL = 1
"""Of zlib. N-Quads repeat themselves so much that 1 gives 17:1."""

_HEADER = b"\x1f\x8b\x08" + bytes(6) + b"\xff"  # deflate; no name, no clock time, no system
LAST = b"\x03\x00"
"""What ends a deflated stream: an empty block that is marked as the last one."""


class Piece(NamedTuple):
    """Some bytes, compressed."""

    deflated: bytes
    crc: int
    size: int
    """Of the bytes before compression."""


def deflate(data: Iterable[bytes]) -> Piece:
    """``data``, one after the other, as a piece: the same bytes however it is cut, which ISA-L's are not."""
    packer = zlib.compressobj(LEVEL, wbits=-15)
    packed, crc, size = [], 0, 0
    for part in data:
        packed.append(packer.compress(part))
        crc, size = isal_zlib.crc32(part, crc), size + len(part)
    return Piece(b"".join([*packed, packer.flush(zlib.Z_SYNC_FLUSH)]), crc, size)


class Stream:
    """A gzip stream in the making, of pieces that are written one after the other."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._crc, self._size = file, 0, 0
        file.write(_HEADER)

    def add(self, piece: Piece) -> None:
        """Write a piece."""
        self._file.write(piece.deflated)
        self._crc = isal_zlib.crc32_combine(self._crc, piece.crc, piece.size)
        self._size += piece.size

    def end(self) -> None:
        """Write what ends the stream; the file stays open."""
        self._file.write(LAST + struct.pack("<II", self._crc, self._size % 2**32))


def write(file: BinaryIO, pieces: Iterable[Piece]) -> None:
    """Write the gzip stream of ``pieces``, one after the other."""
    stream = Stream(file)
    for piece in pieces:
        stream.add(piece)
    stream.end()
