"""One gzip stream of pieces that were compressed apart, on whatever process, and need not be compressed again.

A stream of several gzip members would be simpler, but many readers stop after the first member and say nothing.
"""

import struct
import zlib
from collections.abc import Iterable
from functools import cache
from typing import BinaryIO, NamedTuple

LEVEL = 1
"""Of zlib. N-Quads repeat themselves so much that 1 gives 20:1; 6 takes twice the time for a sixth less."""

_HEADER = b"\x1f\x8b\x08" + bytes(6) + b"\xff"  # deflate; no name, no clock time, no system
_LAST = b"\x03\x00"  # an empty block that is marked as the last one
_POLYNOMIAL = 0xEDB88320
_ONE = 1 << 31


class Piece(NamedTuple):
    """Some bytes, compressed."""

    deflated: bytes
    crc: int
    size: int
    """Of the bytes before compression."""


def deflate(data: bytes) -> Piece:
    """``data`` as a piece."""
    packer = zlib.compressobj(LEVEL, wbits=-15)
    return Piece(packer.compress(data) + packer.flush(zlib.Z_SYNC_FLUSH), zlib.crc32(data), len(data))


def write(file: BinaryIO, pieces: Iterable[Piece]) -> None:
    """Write the gzip stream of ``pieces``, one after the other."""
    file.write(_HEADER)
    crc = size = 0
    for piece in pieces:
        file.write(piece.deflated)
        crc = joined(crc, piece.crc, piece.size)
        size += piece.size
    file.write(_LAST + struct.pack("<II", crc, size % 2**32))


def joined(first: int, second: int, size: int) -> int:
    """The CRC-32 of two stretches of bytes, from that of each and the ``size`` of the second.

    A CRC is a remainder of polynomials over GF(2): bytes that follow multiply it by a power of x.
    """
    shift, power = _ONE, 3  # 8 bits a byte
    while size:
        if size & 1:
            shift = _product(_power(power), shift)
        size >>= 1
        power += 1
    return _product(shift, first) ^ second


@cache
def _power(exponent: int) -> int:
    """x to the power of 2 ** ``exponent``."""
    if exponent == 0:
        return _ONE >> 1
    root = _power(exponent - 1)
    return _product(root, root)


def _product(a: int, b: int) -> int:
    """The product of two polynomials modulo that of CRC-32; the highest bit is the power 0."""
    found = 0
    while a:
        if a & _ONE:
            found ^= b
        a = a << 1 & 0xFFFFFFFF
        b = b >> 1 ^ (_POLYNOMIAL if b & 1 else 0)
    return found
