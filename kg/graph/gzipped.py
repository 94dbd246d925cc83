"""One gzip stream of pieces that were compressed apart, on whatever process, and need not be compressed again.

A stream of several gzip members would be simpler, but many readers stop after the first member and say nothing.
"""

import struct
from collections.abc import Iterable
from typing import BinaryIO, NamedTuple

from isal import isal_zlib

LEVEL = 1
"""Of ISA-L. N-Quads repeat themselves so much that 1 gives 17:1, as zlib's 1 does in six times the time."""

_HEADER = b"\x1f\x8b\x08" + bytes(6) + b"\xff"  # deflate; no name, no clock time, no system
_LAST = b"\x03\x00"  # an empty block that is marked as the last one


class Piece(NamedTuple):
    """Some bytes, compressed."""

    deflated: bytes
    crc: int
    size: int
    """Of the bytes before compression."""


def deflate(data: bytes) -> Piece:
    """``data`` as a piece."""
    packer = isal_zlib.compressobj(LEVEL, wbits=-15)
    packed = packer.compress(data) + packer.flush(isal_zlib.Z_SYNC_FLUSH)
    return Piece(packed, isal_zlib.crc32(data), len(data))


def write(file: BinaryIO, pieces: Iterable[Piece]) -> None:
    """Write the gzip stream of ``pieces``, one after the other."""
    file.write(_HEADER)
    crc = size = 0
    for piece in pieces:
        file.write(piece.deflated)
        crc = isal_zlib.crc32_combine(crc, piece.crc, piece.size)
        size += piece.size
    file.write(_LAST + struct.pack("<II", crc, size % 2**32))
