"""OFD by the letter of GB/T 33190: text objects of one line each, in millimetres."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
WIDTH, HEIGHT, MARGIN = 210.0, 297.0, 25.0
SIZE = 5.0
PITCH = 8.0


def ofd_bytes(paragraphs: Sequence[str], head: str = "", root: str = "Doc_0/Document.xml") -> bytes:
    """An OFD of A4 pages with a running head and numbered pages; paragraphs begin two characters further in."""
    pages = []
    for at, lines in enumerate(_pages(list(_lines(paragraphs)))):
        furniture = [(head, MARGIN, 15.0), (f"— {at + 1} —", WIDTH / 2, HEIGHT - 15)]
        pages.append("".join(_text(*line) for line in [*lines, *furniture] if line[0]))
    return _packed(pages, root)


def of_objects(*objects: str) -> bytes:
    """An OFD of one page with these objects."""
    return _packed(["".join(objects)], "Doc_0/Document.xml")


def text_object(
    words: str,
    *,
    top: float | str = 50.0,
    deltas: str = "g 90 5",
    matrix: str = "1 0 0 1 0 0",
    size: str = "5",
    more: str = "",
) -> str:
    """A text object 30 mm from the left."""
    code = f"<ofd:TextCode X='0' Y='5' DeltaX='{deltas}'>{escape(words)}</ofd:TextCode>"
    place = f"Boundary='30 {top} 150 10' CTM='{matrix}'"
    return f"<ofd:TextObject ID='2' Font='3' Size='{size}' {place} {more}>{code}</ofd:TextObject>"


def _packed(pages: Sequence[str], root: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        body = f"<ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>{root}</ofd:DocRoot></ofd:DocBody>"
        archive.writestr("OFD.xml", f"<ofd:OFD {NAMESPACE} Version='1.0' DocType='OFD'>{body}</ofd:OFD>")
        listed = "".join(
            f"<ofd:Page ID='{at + 10}' BaseLoc='Pages/Page_{at}/Content.xml'/>" for at in range(len(pages))
        )
        area = f"<ofd:PageArea><ofd:PhysicalBox>0 0 {WIDTH} {HEIGHT}</ofd:PhysicalBox></ofd:PageArea>"
        archive.writestr(
            "Doc_0/Document.xml",
            f"<ofd:Document {NAMESPACE}><ofd:CommonData>{area}</ofd:CommonData>"
            f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        )
        for at, objects in enumerate(pages):
            layer = f"<ofd:Content><ofd:Layer ID='1'>{objects}</ofd:Layer></ofd:Content>"
            archive.writestr(
                f"Doc_0/Pages/Page_{at}/Content.xml", f"<ofd:Page {NAMESPACE}>{layer}</ofd:Page>"
            )
    return out.getvalue()


def _width(char: str) -> float:
    return SIZE / 2 if char.isascii() else SIZE


def _lines(paragraphs: Sequence[str]) -> Iterator[tuple[str, float]]:
    """The printed lines and where each begins."""
    for paragraph in paragraphs:
        left, line = MARGIN + 2 * SIZE, ""
        for char in paragraph:
            if left + sum(map(_width, line)) + _width(char) > WIDTH - MARGIN:
                yield line, left
                left, line = MARGIN, ""
            line += char
        yield line, left


def _pages(lines: Sequence[tuple[str, float]]) -> Iterator[list[tuple[str, float, float]]]:
    most = int((HEIGHT - 2 * 40) / PITCH)
    for begin in range(0, len(lines), most):
        yield [(line, left, 40 + PITCH * at) for at, (line, left) in enumerate(lines[begin : begin + most])]


def _text(line: str, left: float, top: float) -> str:
    steps = " ".join(f"{_width(char):g}" for char in line[:-1])
    code = f"<ofd:TextCode X='0' Y='{SIZE:g}' DeltaX='{steps}'>{escape(line)}</ofd:TextCode>"
    boundary = f"{left:g} {top:g} {WIDTH:g} {SIZE * 1.2:g}"
    return f"<ofd:TextObject ID='2' Boundary='{boundary}' Font='3' Size='{SIZE:g}'>{code}</ofd:TextObject>"
