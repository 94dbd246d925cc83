"""Word documents (.docx, ECMA-376): paragraphs, tables, text boxes, footnotes; tracked changes as accepted."""

import io
import zipfile
from collections.abc import Iterator

from kg.reading.archives import packed, part_bytes
from kg.reading.formats.characters import Characters, Writer
from kg.reading.formats.rows import Cell, write_table
from kg.reading.formats.word_numbers import Numbers, W
from kg.reading.formats.xml import Element, local, parse
from kg.reading.limits import Limits

FORMAT = "a Word document"
_MAIN = "word/document.xml"
_SKIPPED = frozenset(
    [
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "Fallback",
        "rPr",
        "pPr",
        "sectPr",
        "tblPr",
        "commentReference",
    ]
)
"""Elements whose text is not part of the document as it reads with all changes accepted."""
_BREAKS = frozenset(["br", "cr"])
_LITERAL = {"tab": "\t", "noBreakHyphen": "-"}


def read(data: bytes, name: str, limits: Limits) -> Characters:
    """The characters of a .docx; each run's locator is its paragraph, counted from 1 through the document.

    Raises KgError: KG004 (a part unpacks to more than the limit), KG027 (damaged).
    """
    with packed(io.BytesIO(data), name, FORMAT) as archive:
        names = set(archive.namelist())
        main = (
            _MAIN
            if _MAIN in names
            else next((n for n in sorted(names) if n.startswith("word/document")), _MAIN)
        )
        parts = {
            key: _part(archive, f"word/{key}.xml", name, names, limits) for key in ("numbering", "styles")
        }
        notes = {
            key: _part(archive, f"word/{key}s.xml", name, names, limits) for key in ("footnote", "endnote")
        }
        root = parse(part_bytes(archive, main, name, limits.unpacked, FORMAT), name, main, FORMAT)
    return _Document(root, notes, Numbers(parts["numbering"], parts["styles"])).characters()


def _part(archive: zipfile.ZipFile, part: str, name: str, names: set[str], limits: Limits) -> Element | None:
    if part not in names:
        return None
    return parse(part_bytes(archive, part, name, limits.unpacked, FORMAT), name, part, FORMAT)


class _Document:
    """One walk through a document's blocks."""

    def __init__(self, root: Element, notes: dict[str, Element | None], numbers: Numbers) -> None:
        self._root, self._numbers, self._out = root, numbers, Writer()
        self._notes = {
            (kind, note.get(f"{W}id", "")): note
            for kind, part in notes.items()
            if part is not None
            for note in part.iter(f"{W}{kind}")
        }
        self._order = {paragraph: at for at, paragraph in enumerate(root.iter(f"{W}p"), 1)}

    def characters(self) -> Characters:
        body = self._root.find(f"{W}body")
        if body is not None:
            self._blocks(body)
        return self._out.line().done()

    def _blocks(self, parent: Element) -> None:
        for block in parent:
            kind = local(block)
            if kind == "p":
                self._paragraph(block)
            elif kind == "tbl":
                write_table(self._out.line(), [self._row(row) for row in _inside(block, "tr")])
            elif kind not in _SKIPPED:
                self._blocks(block)  # content controls, insertions, custom markup

    def _paragraph(self, paragraph: Element) -> None:
        for box in _boxes(paragraph):
            self._out.line()
            self._blocks(box)
        properties = paragraph.find(f"{W}pPr")
        words = self._numbers.next(properties) + _words(paragraph)
        self._out.run(words, f"paragraph={self._order[paragraph]}")
        if not _joined_with_next(properties):
            self._out.line()
        self._footnotes(paragraph)

    def _footnotes(self, paragraph: Element) -> None:
        for reference in paragraph.iter(f"{W}footnoteReference", f"{W}endnoteReference"):
            kind, number = local(reference).removesuffix("Reference"), reference.get(f"{W}id", "")
            note = self._notes.get((kind, number))
            if note is not None:
                self._out.line()
                for inner in _paragraphs(note):
                    self._out.run(_words(inner), f"{kind}={number}")
                self._out.line()

    def _row(self, row: Element) -> list[Cell]:
        cells: list[Cell] = []
        for cell in _inside(row, "tc"):
            properties = cell.find(f"{W}tcPr")
            merged = properties.find(f"{W}vMerge") if properties is not None else None
            span = properties.find(f"{W}gridSpan") if properties is not None else None
            continued = merged is not None and merged.get(f"{W}val", "continue") == "continue"
            cells.append([] if continued else list(self._cell(cell)))
            width = span.get(f"{W}val", "1") if span is not None else "1"
            cells += [[]] * (min(int(width), 60) - 1 if width.isdecimal() else 0)
        return cells

    def _cell(self, cell: Element) -> Iterator[tuple[str, str]]:
        for paragraph in _paragraphs(cell):
            words = self._numbers.next(paragraph.find(f"{W}pPr")) + _words(paragraph)
            if words.strip():
                yield words, f"paragraph={self._order[paragraph]}"


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, inside whatever wraps them, not those of a table further in."""
    for child in parent:
        kind = local(child)
        if kind == name:
            yield child
        elif kind in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _inside(child, name)


def _paragraphs(parent: Element) -> Iterator[Element]:
    """All paragraphs of a cell or a note, those of text boxes and inner tables too, each once."""
    todo = list(parent)[::-1]
    while todo:
        element = todo.pop()
        if local(element) == "p":
            yield element
        if local(element) not in _SKIPPED:
            todo += list(element)[::-1]


def _boxes(paragraph: Element) -> Iterator[Element]:
    """The contents of the text boxes anchored in a paragraph: not those inside a box, nor the fallback of each."""
    todo = list(paragraph)[::-1]
    while todo:
        element = todo.pop()
        if local(element) == "txbxContent":
            yield element
        elif local(element) not in _SKIPPED:
            todo += list(element)[::-1]


def _words(paragraph: Element) -> str:
    """A paragraph's characters, without its text boxes, deleted text and hidden text."""
    found: list[str] = []
    todo = list(paragraph)[::-1]
    while todo:
        element = todo.pop()
        kind = local(element)
        if kind == "t":
            found.append(element.text or "")
        elif kind in _LITERAL:
            found.append(_LITERAL[kind])
        elif kind in _BREAKS:
            found.append("" if element.get(f"{W}type") in ("page", "column") else "\n")
        elif kind not in _SKIPPED and kind != "txbxContent" and not (kind == "r" and _hidden(element)):
            todo += list(element)[::-1]
    return "".join(found)


def _hidden(run: Element) -> bool:
    properties = run.find(f"{W}rPr")
    vanish = properties.find(f"{W}vanish") if properties is not None else None
    return vanish is not None and vanish.get(f"{W}val", "true") not in ("0", "false", "off")


def _joined_with_next(properties: Element | None) -> bool:
    """Whether the paragraph's mark is a tracked deletion: the next paragraph goes on with this one."""
    mark = properties.find(f"{W}rPr") if properties is not None else None
    return mark is not None and mark.find(f"{W}del") is not None
