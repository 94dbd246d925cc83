"""The pages as files: nothing from outside, nothing from reports that a browser would run, the same bytes."""

import posixpath
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pyoxigraph as ox
import pytest

from kg.build import build
from kg.errors import KgError
from kg.graph.store import load
from kg.views import view
from tests.builds import write
from tests.some import some

SMALL = Path(__file__).parent / "data" / "small.ttl"
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}<!--"


class Page(HTMLParser):
    """What a browser finds in a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: list[tuple[str, dict[str, str | None], str]] = []
        self.text = ""
        self._open: tuple[str, dict[str, str | None]] | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open = (tag, dict(attrs)) if tag in ("script", "style") else None

    def handle_data(self, data: str) -> None:
        if self._open:
            self.blocks.append((*self._open, data))
        elif data.strip():
            self.text += f" {data.strip()}"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._open = None


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    out = tmp_path_factory.mktemp("view")
    assert view(SMALL, out) == out / "index.html"
    return written(out)


def written(out: Path) -> dict[str, str]:
    """Every page, style and script by its path."""
    files = [path for path in out.rglob("*") if path.suffix in (".html", ".css", ".js")]
    return {path.relative_to(out).as_posix(): path.read_text(encoding="utf-8") for path in sorted(files)}


def html(pages: dict[str, str]) -> dict[str, Page]:
    """The pages among the files, parsed."""
    return {name: Page(text) for name, text in pages.items() if name.endswith(".html")}


def test_what_there_is_one_of_is_told_in_the_singular(pages: dict[str, str]) -> None:
    texts = [page.text for name, page in html(pages).items() if "/" in name]
    assert [text for text in texts if " 1 份报告 report " in text]
    nouns = "relation|figure|shortcoming|plan|contradiction|report"
    assert [text for text in texts if re.search(rf"(?<![\d.,])1 (?:[一-龥]+ )?(?:{nouns})s\b", text)] == []


def test_the_pages_are_written(pages: dict[str, str]) -> None:
    top = {name for name in html(pages) if "/" not in name}
    assert top == {"index.html", "graph.html", "matrix.html", "figures.html", "places.html"}
    assert {name for name in pages if name.startswith("reports/")} == {
        "reports/清溪镇2022.html",
        "reports/清溪镇2023.html",
        "reports/云林镇2023.html",
    }
    assert sum(name.startswith("entities/") for name in pages) == 15


def test_every_link_leads_to_a_file_beside_the_page(pages: dict[str, str]) -> None:
    for name, page in some(html(pages).items()):
        for tag, attrs in some(page.tags):
            assert tag not in ("img", "iframe", "object", "embed", "base")
            for link in filter(None, (attrs.get("href"), attrs.get("src"))):
                path, _, _ = link.partition("#")
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(path)))
                assert not path or target in pages, (name, link)


def test_nothing_is_fetched(pages: dict[str, str]) -> None:
    texts = [data for page in html(pages).values() for _, _, data in page.blocks]
    files = [text for name, text in pages.items() if not name.endswith(".html")]
    for text in [*some(texts), *some(files)]:
        assert "@import" not in text
        assert "url(" not in text
        assert "sourceMappingURL" not in text


def test_only_our_own_scripts_and_styles_may_run(pages: dict[str, str]) -> None:
    for page in some(html(pages).values()):
        only_ours(page)


def only_ours(page: Page) -> None:
    """The page's policy allows the files beside it, and the page needs no more: nothing in it runs or styles."""
    policy = next(a["content"] for _, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    inline = [data for _, attrs, data in page.blocks if attrs.get("type") != "application/json"]
    assert not any(data.strip() for data in inline)
    for _, attrs in page.tags:
        assert not [name for name in attrs if name.startswith("on") or name == "style"]


def test_the_policy_stands_before_everything_it_governs(pages: dict[str, str]) -> None:
    for page in some(html(pages).values()):
        names = [attrs.get("http-equiv") or tag for tag, attrs in page.tags]
        governed = [names.index(tag) for tag in ("style", "script", "link") if tag in names]
        assert names.index("Content-Security-Policy") < min(governed)


def hostile(store: ox.Store) -> ox.Store:
    """The same graph where every name and every text of a report tries to break out of the page."""
    changed = ox.Store()
    for quad in store:
        if isinstance(quad.object, ox.Literal) and quad.object.language:
            value = ox.Literal(HOSTILE + quad.object.value, language=quad.object.language)
            changed.add(ox.Quad(quad.subject, quad.predicate, value))
        elif quad.predicate.value.endswith(("#isString", "#fileName", "#anchorOf")):
            changed.add(ox.Quad(quad.subject, quad.predicate, ox.Literal(HOSTILE + str(quad.object))))
        else:
            changed.add(quad)
    return changed


def test_a_report_cannot_break_out_of_the_page(pages: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    hostile(load(SMALL)).dump(str(path), format=ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph())
    view(path, tmp_path)
    changed = written(tmp_path)
    known = {tag for page in html(pages).values() for tag, _ in page.tags}
    assert len(html(changed)) == len(html(pages))
    for name, page in html(changed).items():
        assert {tag for tag, _ in page.tags} <= known, name
        only_ours(page)
        assert "49<!--" not in changed[name]


def test_scripts_never_write_markup() -> None:
    templates = Path(view.__code__.co_filename).parent / "templates"
    for script in some(templates.glob("*.js")):
        text = script.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text
        )


def test_the_same_graph_gives_the_same_bytes(pages: dict[str, str], tmp_path: Path) -> None:
    turned = ox.Store()
    turned.extend(sorted(load(SMALL), key=str, reverse=True))
    turned.dump(str(tmp_path / "x.ttl"), format=ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph())
    view(tmp_path / "x.ttl", tmp_path)
    for name, text in some(pages.items()):
        assert (tmp_path / name).read_bytes() == text.encode()


def test_a_law_tells_in_both_languages_when_it_was_made_and_what_took_its_place(tmp_path: Path) -> None:
    text = "青浦区练塘镇2022年法治政府建设年度报告\n一、主要做法\n镇政府宣传《侵权责任法》《行政处罚法》。\n"
    build([write(tmp_path / "report.txt", text)], tmp_path / "out")
    laws = [
        Page(path.read_text("utf-8")).text for path in (tmp_path / "out/entities/instrument").rglob("*.html")
    ]
    old, new = sorted(laws, key=lambda page: "official name 中华人民共和国侵权责任法" not in page)
    assert "公布日期" not in old  # the list of laws does not know it
    assert "时效性 in force 失效 no 失效日期 no longer in force from 2021-01-01" in old
    assert "替代者 successor 中华人民共和国民法典" in old
    assert "公布日期 promulgated 1996-03-17" in new
    assert "时效性 in force 有效 yes" in new
    assert "失效日期" not in new
    assert all("date_" not in page for page in laws)


def test_the_index_tells_what_the_graph_holds(pages: dict[str, str]) -> None:
    text = Page(pages["index.html"]).text
    assert "3 份报告，2 个地方，2022—2023 年。" in text
    assert "治理项目 programme 4" in text
    assert "清溪镇2022年法治政府建设年度报告" in text


def test_a_graph_that_is_not_there_or_not_turtle_is_told(tmp_path: Path) -> None:
    with pytest.raises(KgError) as missing:
        view(tmp_path / "graph.ttl", tmp_path)
    (tmp_path / "graph.ttl").write_text("this is no Turtle", encoding="utf-8")
    with pytest.raises(KgError) as broken:
        view(tmp_path / "graph.ttl", tmp_path)
    assert missing.value.notice.code == broken.value.notice.code == "KG012"


def test_an_output_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(KgError) as error:
        view(SMALL, tmp_path / "file")
    assert error.value.notice.code == "KG016"


def test_a_town_that_no_list_has_stands_in_its_county(tmp_path: Path) -> None:
    town = "新江口镇2023年法治政府建设工作报告\n南县人民政府：\n一、主要做法\n镇司法所开展普法宣传12场。\n"
    nowhere = "2023年法治政府建设工作报告\n一、主要做法\n开展普法宣传12场。\n"
    write(tmp_path / "in" / "a.txt", town)
    write(tmp_path / "in" / "b.txt", nowhere)
    build([tmp_path / "in"], tmp_path / "out")
    page = Page((tmp_path / "out" / "places.html").read_text(encoding="utf-8"))
    tree, _, unknown = page.text.partition("单位未能认定的报告")
    assert re.search("湖南省.*益阳市.*南县.*新江口镇 2023", tree)
    assert "新江口镇" not in unknown
    assert "2023年法治政府建设工作报告" in unknown
