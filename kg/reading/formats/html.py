"""Pages as saved from a browser: the article out of its navigation, a block a line."""

import codecs
import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from kg.errors import KgError, cause
from kg.reading.decode import decode
from kg.reading.formats.article import article
from kg.reading.formats.characters import Characters, Writer
from kg.reading.formats.rows import Cell, write_table
from kg.reading.formats.xml import Element, local
from kg.reading.limits import Limits

FORMAT = "a web page"
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.I)
_XML_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_-]{2,20})", re.I)
_NATIONAL = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
"""Pages that declare the older standard use characters of the newer (WHATWG Encoding, 4.2)."""
_INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strike"
    "|strong|sub|sup|time|tt|u|var|o:p|img|wbr"
)
MOSTLY, HALF = 0.8, 0.5
"""Shares of links that make a block a menu, a long and a short one."""
SHORT = 40
"""Characters of a block that may be the row of buttons below an article."""
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_NULL = "\0"


def characters_of(data: bytes, name: str) -> tuple[str, str]:
    """A page's characters and their encoding: by byte order mark, by declaration if it fits, else by guess.

    Raises KgError: KG001, KG002, KG006 as ``decode`` does.
    """
    if not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        declared = _DECLARED.search(data[:4096]) or _XML_DECLARED.match(data)
        encoding = declared[1].decode().lower() if declared else ""
        encoding = _NATIONAL.get(encoding, encoding)
        try:
            if encoding:
                if codecs.lookup(encoding).name.startswith("utf-16"):
                    encoding = (
                        "utf-8"  # who can read this declaration reads no UTF-16 (HTML, 13.2.3.2, prescan)
                    )
                return data.decode(encoding).replace(_NULL, ""), encoding
        except (LookupError, UnicodeError):
            pass  # no encoding, not one of text, or not this page's
    return decode(data.replace(b"\0", b"") if not data.startswith(b"\xff\xfe") else data, name)


def read(data: bytes, name: str, limits: Limits) -> Characters:  # noqa: ARG001 every reader takes them
    """The characters of a page's article; each run's locator is the XPath of its block.

    Raises KgError: KG001, KG002, KG006 (no encoding fits), KG027 (no markup).
    """
    page, _ = characters_of(data, name)
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise KgError("KG027", name, why=cause(error), format=FORMAT) from error
    if root is None:
        raise KgError("KG001", name)
    return _Page(root).characters()


class _Page:
    """One walk through the blocks of an article."""

    def __init__(self, root: Element) -> None:
        self._tree, self._article, self._out = root.getroottree(), article(root), Writer()

    def characters(self) -> Characters:
        self._block(self._article)
        return self._out.line().done()

    def _block(self, block: Element) -> None:
        self._out.line()
        if local(block) == "table":
            write_table(self._out, [self._row(row) for row in _rows(block)])
            return
        path = f"xpath={self._tree.getpath(block)}"
        for piece in _pieces(block):
            if isinstance(piece, str):
                self._out.run(piece, path)
            elif local(piece) == "br":
                self._out.line()
            elif not _is_menu(piece):
                self._block(piece)
                self._out.line()

    def _row(self, row: Element) -> list[Cell]:
        return [
            [(words, f"xpath={self._tree.getpath(cell)}")] if words else [] for cell, words in _cells(row)
        ]


def _pieces(block: Element) -> Iterator[str | Element]:
    """The words of a block and the blocks in it, in order; inline elements are part of the words."""
    words: list[str] = [block.text or ""]
    todo: list[str | Element] = []
    for child in reversed(block):
        todo += [child.tail or "", child]
    while todo:
        piece = todo.pop()
        if isinstance(piece, str):
            words.append(piece)
        elif _INLINE.fullmatch(local(piece)):
            words.append(piece.text or "")
            for child in reversed(piece):
                todo += [child.tail or "", child]
        else:
            yield from _words(words)
            words.clear()
            yield piece
    yield from _words(words)


def _words(parts: list[str]) -> Iterator[str]:
    text = _BLANKS.sub(" ", "".join(parts))
    if text.strip():
        yield text


def _is_menu(block: Element) -> bool:
    """Whether a block in the article is a list of links: related pages, sharing, the way here."""
    links = sum(len("".join("".join(a.itertext()).split())) for a in block.iter("a"))
    total = len("".join("".join(block.itertext()).split()))
    return len(list(block.iter("a"))) > 1 and links >= total * (MOSTLY if total > SHORT else HALF)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if local(child) == "tr":
            yield child
        elif local(child) in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _cells(row: Element) -> Iterator[tuple[Element, str]]:
    for cell in row:
        if local(cell) in ("td", "th"):
            yield cell, _BLANKS.sub(" ", "".join(cell.itertext())).strip()
            span = cell.get("colspan", "1")
            for _ in range(min(int(span), 60) - 1 if span.isdecimal() else 0):
                yield cell, ""
