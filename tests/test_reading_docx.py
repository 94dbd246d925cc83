"""Word documents: what stands in more than plain paragraphs."""

from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from kg.errors import KgError
from kg.model import Text
from kg.reading import read_bytes
from tests.writers.docx import saved, with_part

NS = nsdecls("w")
BOX = (
    f'<w:r {NS} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent><w:p><w:r><w:t>甲镇人民政府文件</w:t></w:r></w:p>"
    "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>甲镇人民政府文件</w:t></w:r>"
    "</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
NUMBERING = f"""<w:numbering {NS}><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>
</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""


def read(document: Document) -> Text:
    return read_bytes(saved(document), "a.docx")


def paragraph(document: Document, xml: str) -> None:
    """Add a paragraph of this content."""
    document.element.body.insert(len(document.element.body) - 1, parse_xml(f"<w:p {NS}>{xml}</w:p>"))


def run(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        (
            run("甲镇")
            + f"<w:ins>{run('依法')}</w:ins><w:del><w:r><w:delText>随意</w:delText></w:r></w:del>"
            + run("行政"),
            "甲镇依法行政",
        ),
        (f"<w:moveFrom>{run('从前')}</w:moveFrom><w:moveTo>{run('现在')}</w:moveTo>", "现在"),
        (f"<w:hyperlink>{run('民法典')}</w:hyperlink>", "民法典"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r>" + run("看得见"), "看得见"),
        ("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>看得见</w:t></w:r>", "看得见"),
        (f"<w:sdt><w:sdtContent>{run('控件里')}</w:sdtContent></w:sdt>", "控件里"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("正文"), "正文"),
        (run("第一行") + "<w:r><w:br/></w:r>" + run("第二行"), "第一行\n第二行"),
        (run("上页") + "<w:r><w:br w:type='page'/></w:r>" + run("下页"), "上页下页"),
    ],
)
def test_docx_reads_a_paragraph_as_it_prints(xml: str, words: str) -> None:
    document = docx.Document()
    paragraph(document, xml)
    assert read(document).clean == words


def test_docx_text_boxes_come_once_before_their_paragraph() -> None:
    document = docx.Document()
    paragraph(document, BOX + run("各村："))
    assert read(document).source == "甲镇人民政府文件\n各村：\n"


def test_docx_counts_as_word_does() -> None:
    document = docx.Document()
    for level, words in [
        (0, "成效"),
        (1, "普法"),
        (2, "讲座"),
        (3, "圆点"),
        (2, "展板"),
        (1, "调解"),
        (0, "不足"),
        (1, "人手"),
    ]:
        properties = f"<w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='7'/></w:numPr></w:pPr>"
        paragraph(document, properties + run(words))
    text = read_bytes(with_part(saved(document), "word/numbering.xml", NUMBERING), "a.docx")
    assert text.source.split() == [
        "一、成效",
        "（一）普法",
        "1.讲座",
        "圆点",
        "2.展板",
        "（二）调解",
        "二、不足",
        "（一）人手",
    ]


def test_docx_footnotes_stand_below_their_paragraph() -> None:
    document = docx.Document()
    paragraph(document, run("调解220件。") + "<w:r><w:footnoteReference w:id='2'/></w:r>")
    paragraph(document, run("下一段。"))
    notes = (
        f"<w:footnotes {NS}><w:footnote w:id='2'><w:p>{run('含律师调解。')}</w:p></w:footnote></w:footnotes>"
    )
    text = read_bytes(with_part(saved(document), "word/footnotes.xml", notes), "a.docx")
    assert text.source == "调解220件。\n含律师调解。\n下一段。\n"
    begin = text.clean.index("含律师")
    assert text.locate(begin, begin + 3) == "footnote=2&char=0,3"


def test_docx_a_deleted_paragraph_mark_joins() -> None:
    document = docx.Document()
    paragraph(document, f"<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('甲镇依法')}")
    paragraph(document, run("行政。"))
    assert read(document).source == "甲镇依法行政。\n"


def test_docx_tables_are_rows_with_bars() -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    for cell, words in zip(
        [c for row in table.rows for c in row.cells], ["事项", "件数", "金额", "调解", "12", "3"], strict=True
    ):
        cell.text = words
    text = read(document)
    assert text.source == "事项|件数|金额\n调解|12|3\n"
    assert text.locate(0, 2) == "paragraph=1&char=0,2"


def test_docx_a_merged_cell_keeps_its_columns() -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "合计"
    table.cell(0, 2).text = "金额"
    for at, words in enumerate(["调解", "12", "3"]):
        table.cell(1, at).text = words
    assert read(document).source.startswith("合计||金额\n调解|12|3")


def test_docx_a_text_box_in_a_cell_comes_once() -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).paragraphs[0]._p.append(parse_xml(BOX))
    table.cell(0, 1).text = "12件"
    assert read(document).source == "甲镇人民政府文件|12件\n"


def test_docx_a_table_that_lays_out_the_page_is_text() -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "一、成效"
    table.cell(0, 1).text = "全年依法行政。" * 30
    assert "|" not in read(document).source


def hollow(document: Document) -> bytes:
    return with_part(saved(document), "word/document.xml", "")


def typed(document: Document) -> bytes:
    body = f"<w:document {NS}><w:body><w:p>{run('&x;')}</w:p></w:body></w:document>"
    return with_part(saved(document), "word/document.xml", f"<!DOCTYPE d [<!ENTITY x 'y'>]>{body}")


@pytest.mark.parametrize(
    "damaged", [hollow, typed, lambda document: saved(document)[:-40], lambda document: saved(document)[:60]]
)
def test_docx_damaged_is_named(damaged: Callable[[Document], bytes]) -> None:
    with pytest.raises(KgError) as caught:
        read_bytes(damaged(docx.Document()), "a.docx")
    assert caught.value.notice.code == "KG027"
