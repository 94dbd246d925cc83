"""Saved pages: the article out of its navigation, the metadata table, the encodings that pages claim."""

import pytest

from kg.reading import outline, read_bytes
from kg.reading.formats import kind_of
from kg.reading.formats.html import characters_of
from tests.writers.html import html_bytes

LINES = [
    "甲市乙区丙镇2022年法治政府建设情况报告",
    "2022年，丙镇依法行政，全年调解纠纷12件。现将情况报告如下：",
    "一、主要成效",
    "推进普法宣传，举办讲座3场，群众法治意识得到提高。",
]
TABLE = [
    ("索引号", "0001-2023-005"),
    ("发布机构", "丙镇人民政府"),
    ("发文字号", "丙府〔2023〕5号"),
    ("成文日期", "2023-01-18"),
]


def test_html_takes_the_article_and_nothing_around_it() -> None:
    text = read_bytes(html_bytes(LINES), "a.html")
    assert text.clean.split("\n") == LINES


def test_html_reads_the_metadata_table_as_metadata() -> None:
    found = outline(read_bytes(html_bytes(LINES, table=TABLE), "a.html"))
    assert (found.issuer, found.doc_number, found.issued) == ("丙镇人民政府", "丙府〔2023〕5号", "2023-01-18")
    assert found.title == LINES[0]
    assert found.year == 2022


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("gb18030", "gb2312"),
        ("gb18030", "GBK"),
        ("gb18030", "utf-8"),
        ("utf-8", "gb2312"),
        ("utf-8", "no-such-encoding"),
        ("gb18030", "hex"),
        ("utf-8-sig", "gb2312"),
        ("utf-16", "utf-16"),
        ("utf-8", "undefined"),
    ],
)
def test_html_any_encoding_whatever_is_declared(encoding: str, declared: str) -> None:
    data = html_bytes(LINES, encoding=encoding, declared=declared)
    assert read_bytes(data, "a.html").clean.split("\n") == LINES


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("declared", ["utf-16", "UTF-16LE", "utf-16be"])
def test_html_that_declares_utf_16_is_not_in_it(encoding: str, declared: str) -> None:
    data = html_bytes(LINES, encoding=encoding, declared=declared)
    even = data + b" " * (len(data) % 2)
    assert read_bytes(even, "a.html").clean.split("\n") == LINES


def test_html_big5() -> None:
    data = "<html><body><p>報告：依法行政，調解糾紛，宣傳法治。</p></body></html>".encode("big5")
    assert characters_of(data, "a.html") == (data.decode("big5"), "big5")


@pytest.mark.parametrize("name", ["a.doc", "a", "a.htm", "a.docx"])
def test_html_is_known_by_its_content(name: str) -> None:
    assert kind_of(html_bytes(LINES), name) == "html"
    assert read_bytes(html_bytes(LINES), name).locators


def test_html_in_a_text_file_stays_text() -> None:
    assert kind_of(html_bytes(LINES), "a.txt") == "text"
    assert not read_bytes(html_bytes(LINES), "a.txt").locators


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>甲，<b>乙</b>。<br>丙，丁。</p>", "甲，乙。\n丙，丁。\n"),
        ("<p>甲，乙。</p>丙，丁。<p>戊，己。</p>", "甲，乙。\n丙，丁。\n戊，己。\n"),
        ("<p>甲，乙。</p><p style='display: none'>藏，着。</p>", "甲，乙。\n"),
        ("<p>甲，乙。</p><!-- 丙，丁。 --><script>戊，己。</script>", "甲，乙。\n"),
        ("<form><p>甲，乙。</p><p>丙，丁。</p></form>", "甲，乙。\n丙，丁。\n"),
        (
            "<p>甲，乙。</p><table><tr><th>事项</th><th>件数</th></tr><tr><td>调解</td><td>12</td></tr></table>",
            "甲，乙。\n事项|件数\n调解|12\n",
        ),
        ("<p>甲，乙。<a href='x'>《民法典》</a>，丙。</p>", "甲，乙。《民法典》，丙。\n"),
        ("<p>甲&amp;乙，&#x4e19;。</p>", "甲&乙，丙。\n"),
    ],
)
def test_html_blocks_are_lines(body: str, words: str) -> None:
    assert read_bytes(f"<html><body><div>{body}</div></body></html>".encode(), "a.html").source == words


def test_html_a_place_is_the_path_of_a_block() -> None:
    text = read_bytes(html_bytes(LINES), "a.html")
    begin = text.clean.index("普法")
    assert text.locate(begin, begin + 2) == "xpath=/html/body/div[2]/div[2]/div[2]/p[3]&char=4,6"
