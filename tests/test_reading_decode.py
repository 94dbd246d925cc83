"""Bytes to characters, through ``read_bytes``."""

import hashlib

import pytest

from kg.errors import KgError
from kg.reading import read_bytes

SIMPLIFIED = "甲镇人民政府关于2022年度法治政府建设情况的报告，现予公布。"
TRADITIONAL = "甲鎮人民政府關於2022年度法治政府建設情況的報告，現予公佈。"


@pytest.mark.parametrize(
    ("text", "written", "said"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8-sig"),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (TRADITIONAL, "utf-8", "utf-8"),
        (TRADITIONAL, "big5", "big5"),
        ("report 2022", "ascii", "utf-8"),
    ],
)
def test_decode_encoding(text: str, written: str, said: str) -> None:
    data = text.encode(written)
    found = read_bytes(data, "a.txt")
    assert found.source == text
    assert found.encoding == said
    assert data.decode(found.encoding) == text
    assert found.sha256 == hashlib.sha256(data).hexdigest()


def test_decode_big_endian_utf16() -> None:
    assert read_bytes(b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be"), "a.txt").source == SIMPLIFIED


def test_decode_gb18030_longer_than_sample() -> None:
    text = SIMPLIFIED * 3000
    assert read_bytes(text.encode("gb18030"), "a.txt").source == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "KG001"),
        (b" \r\n\t", "KG001"),
        ("\ufeff".encode(), "KG001"),
        ("\u3000\u200b\n".encode(), "KG001"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "KG002"),
        (b"PK\x03\x04\x14\0\x06\0", "KG027"),
        (b"\x01\x02\x03\x04 text", "KG002"),
        ("甲\0乙".encode("utf-16"), "KG002"),
        ("甲镇法治政府建设情况报告".encode() + b"\xff", "KG006"),
        (b"\xff\xfe\x32", "KG006"),
        (b"\x80\x81\x82", "KG006"),
        (bytes(range(0x80, 0x100)), "KG006"),
    ],
)
def test_decode_refuses(data: bytes, code: str) -> None:
    with pytest.raises(KgError) as caught:
        read_bytes(data, "a.txt")
    assert caught.value.notice.code == code
    assert caught.value.notice.file == "a.txt"


def test_decode_says_where() -> None:
    with pytest.raises(KgError) as caught:
        read_bytes("甲镇法治".encode() + b"\xff", "a.txt")
    assert caught.value.notice.place == "byte 12"
