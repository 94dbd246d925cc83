"""Pieces compressed apart make one gzip stream, of one member, that any reader reads to its end."""

import gzip
import io
import random
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph import gzipped


def stream(pieces: list[bytes]) -> bytes:
    file = io.BytesIO()
    gzipped.write(file, (gzipped.deflate([piece]) for piece in pieces))
    return file.getvalue()


@given(st.lists(st.binary(max_size=300), max_size=6))
def test_pieces_come_back_joined(pieces: list[bytes]) -> None:
    assert gzip.decompress(stream(pieces)) == b"".join(pieces)


@given(st.lists(st.binary(max_size=300), max_size=6))
def test_there_is_one_member_without_a_clock_time(pieces: list[bytes]) -> None:
    data = stream(pieces)
    reader = zlib.decompressobj(wbits=31)
    assert reader.decompress(data) == b"".join(pieces)
    assert reader.eof
    assert reader.unused_data == b""
    assert data[4:8] == bytes(4)


@given(st.lists(st.lists(st.binary(max_size=300), max_size=4), max_size=4))
def test_a_piece_may_be_made_of_several_parts(pieces: list[list[bytes]]) -> None:
    made = [gzipped.deflate(parts) for parts in pieces]
    file = io.BytesIO()
    gzipped.write(file, made)
    assert gzip.decompress(file.getvalue()) == b"".join(b"".join(parts) for parts in pieces)
    assert [piece.size for piece in made] == [len(b"".join(parts)) for parts in pieces]


def test_long_pieces_come_back_joined() -> None:
    pieces = [bytes(range(256)) * 40_000, b"a", bytes(range(255, -1, -1)) * 40_000]
    assert gzip.decompress(stream(pieces)) == b"".join(pieces)


@pytest.mark.parametrize("size", [1_000, 20_000, 60_001])
def test_the_bytes_are_the_same_however_a_piece_is_cut(size: int) -> None:
    chance = random.Random(5)
    data = b"".join(b"%d " % chance.randrange(1_000) for _ in range(150_000))
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    assert gzipped.deflate(parts) == gzipped.deflate([data])
