"""Bytes to characters: which encoding, or which error."""

import codecs
import re

from kg.errors import KgError

SAMPLE = 1 << 16
"""Bytes of a file that are looked at to tell two encodings apart."""

PLAUSIBLE = 0.5
"""Share of a text's characters that must be common ones before GB18030 or Big5 is believed."""

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_PAIR = re.compile(rb"[\x80-\xff].", re.S)

# Lead bytes of the punctuation and of the characters in daily use, in the national standards' own order.
_COMMON = {
    "gb18030": ("gb2312", frozenset([*range(0xA1, 0xA4), *range(0xB0, 0xD8)])),
    "big5": ("big5", frozenset(range(0xA1, 0xC7))),
}


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The characters of ``data`` and the encoding that gave them: ``data.decode(encoding)`` again.

    UTF-16 needs its byte order mark. Raises KgError: KG001 (empty), KG002 (binary), KG006 (no encoding fits).
    """
    if not data:
        raise KgError("KG001", name)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strict(data, "utf-16", name)
    controls = len(_CONTROL.findall(data[:SAMPLE]))
    if b"\0" in data or controls * 50 > len(data[:SAMPLE]):
        raise KgError("KG002", name)
    if data.startswith(codecs.BOM_UTF8):
        return _strict(data, "utf-8-sig", name)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        encoding = _likeliest(data)
        if encoding is None:
            place = f"byte {error.start}"
            raise KgError("KG006", name, place, why=f"not UTF-8: {error.reason}") from error
        return _strict(data, encoding, name)


def _strict(data: bytes, encoding: str, name: str) -> tuple[str, str]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        place = f"byte {error.start}"
        raise KgError("KG006", name, place, why=f"not {error.encoding}: {error.reason}") from error
    if "\0" in text:
        raise KgError("KG002", name)
    return text, encoding


def _likeliest(data: bytes) -> str | None:
    """The two-byte encoding whose common characters fill the text, or None when neither's do."""
    shares = {encoding: _share(data, encoding) for encoding in _COMMON}
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] >= PLAUSIBLE else None


def _share(data: bytes, encoding: str) -> float:
    """How much of the first ``data`` that is not ASCII reads as common characters in ``encoding``, 0 to 1."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        text = decoder.decode(data[:SAMPLE], final=len(data) <= SAMPLE)
    except UnicodeDecodeError:
        return 0.0
    beyond = sum(char > "\x7f" for char in text)
    standard, leads = _COMMON[encoding]
    pairs = _PAIR.findall(text.encode(standard, "ignore"))
    return sum(pair[0] in leads for pair in pairs) / beyond if beyond else 0.0
