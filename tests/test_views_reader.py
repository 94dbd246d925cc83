"""The pages as a reader uses them, in a real browser with the network cut off."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pyoxigraph as ox
import pytest

from kg.build import build
from kg.graph.store import load, stream
from kg.model.sentences import sentence_around
from kg.views import view
from kg.views.columns import Columns
from kg.views.library import Library, read
from kg.views.pieces import REACH
from tests.browsing import Tabs, violations
from tests.builds import SAMPLE

if TYPE_CHECKING:
    from playwright.sync_api import Page

SMALL = Path(__file__).parent / "data" / "small.ttl"
PAGES = (
    "index.html",
    "matrix.html",
    "figures.html",
    "places.html",
    "reports/yuepu-2021.html",
    "entities/programme/three-systems.html",
    "entities/division/2023-310113104000.html",
)
HOSTILE = '"><img src=x onerror=alert(1)></script><script>alert(2)</script>\u202e'

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, built."""
    out = tmp_path_factory.mktemp("site")
    build([], out)
    return out


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the small graph."""
    out = tmp_path_factory.mktemp("small")
    view(SMALL, out)
    return out


@pytest.fixture(scope="module")
def told(site: Path) -> Library:
    return read(Columns(stream(site)))


def loaded(page: Page, selector: str) -> Page:
    """The page once its data is there."""
    page.locator(selector).first.wait_for()
    return page


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("width", "scheme", "lang"), [(1280, "light", "zh"), (390, "dark", "en")])
def test_every_page_opens_for_everybody(
    site: Path, tabs: Tabs, name: str, width: int, scheme: Literal["light", "dark"], lang: str
) -> None:
    page = tabs.open(site / name, query=f"?lang={lang}", width=width, scheme=scheme)
    page.wait_for_timeout(400)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    hidden = ".en" if lang == "zh" else ".zh"
    assert page.locator(f"main {hidden}:visible").count() == 0
    assert page.locator("main").inner_text().strip()


@pytest.mark.parametrize("name", ["matrix.html", "figures.html", "index.html"])
def test_an_empty_graph_has_pages_that_say_so(tmp_path: Path, tabs: Tabs, name: str) -> None:
    (tmp_path / "graph.ttl").write_text("", encoding="utf-8")
    view(tmp_path / "graph.ttl", tmp_path)
    page = tabs.open(tmp_path / name)
    page.wait_for_timeout(300)
    assert "没有" in page.locator("main").inner_text()
    assert violations(page) == []


def test_language_and_light_are_remembered(site: Path, tabs: Tabs) -> None:
    page = loaded(tabs.open(site / "index.html"), ".card")
    page.locator("#language").click()
    page.locator("#theme").click()
    page.goto((site / "figures.html").as_uri())
    assert page.locator("h1").inner_text() == "Figures"
    assert page.title() == "Figures · Rule-of-law reports"
    assert page.locator("#language").inner_text() == "中文"
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("fz.colour('--paper')") == "rgb(26, 32, 39)"
    page.goto((site / "figures.html").as_uri() + "?lang=zh")
    assert page.locator("h1").inner_text() == "数据"


def test_a_link_carries_the_language_where_nothing_is_remembered(site: Path, tabs: Tabs) -> None:
    page = loaded(tabs.open(site / "index.html", query="?lang=en"), ".card")
    page.evaluate("localStorage.clear()")
    page.locator(".card h3 a").first.click()
    page.wait_for_url(re.compile("lang=en"))
    assert page.evaluate("document.documentElement.lang") == "en"


def test_the_search_finds_entities_reports_and_sentences(site: Path, tabs: Tabs) -> None:
    page = loaded(tabs.open(site / "index.html"), ".card")
    page.keyboard.press("Tab")
    page.locator("#wanted").fill("月浦 调解")
    loaded(page, "#results blockquote")
    assert "#q=" in page.url
    marks = page.locator("#results blockquote mark").all_inner_texts()
    assert set(marks) == {"月浦"}
    assert all("调解" in text for text in page.locator("#results blockquote").all_inner_texts())
    assert page.locator("#results .hit a", has_text="月浦镇人民调解委员会").count() == 1
    page.locator("#wanted").fill("惠南镇")
    page.locator("#results .hit a", has_text="2023年惠南镇法治政府建设情况报告").first.wait_for()
    page.locator("#results .chips button", has_text="机构").click()
    page.wait_for_url(re.compile("class=Organization"))
    page.wait_for_timeout(300)
    assert page.locator("#results .hit .dot:not(.c-Organization)").count() == 0
    again = tabs.open(site / "index.html", "q=%E7%B2%AE%E9%A3%9F%E4%B8%8D%E5%AD%98%E5%9C%A8")
    again.locator("#results", has_text="没有句子").wait_for()


def test_a_found_sentence_opens_its_report_there(site: Path, tabs: Tabs) -> None:
    page = loaded(tabs.open(site / "index.html", "q=民法典"), "#results blockquote")
    page.locator("#results blockquote a").first.click()
    page.wait_for_url(re.compile("reports/.*#m-"))
    assert shown(page) == ["民法典"]
    assert (
        page.evaluate(
            "[...CSS.highlights.get('evidence')][0].startContainer.parentElement.getBoundingClientRect().top"
        )
        < 800
    )


def test_a_found_sentence_is_marked_behind_rare_characters(tmp_path: Path, tabs: Tabs) -> None:
    words = "青浦区练塘镇2022年法治政府建设年度报告\n一、主要做法\n𬭎𬭛𬭶三个村开展普法。组织调解培训。\n"
    (tmp_path / "a.txt").write_text(words, encoding="utf-8")
    build([tmp_path / "a.txt"], tmp_path / "out")
    page = loaded(tabs.open(tmp_path / "out" / "index.html", "q=调解培训"), "#results blockquote")
    assert page.locator("#results mark").all_inner_texts() == ["调解培训"]
    assert page.locator("#results blockquote").inner_text().startswith("组织调解培训。")
    page.locator("#results blockquote a").click()
    page.wait_for_url(re.compile("reports/.*#m-"))
    assert shown(page) == ["调解培训"]


def shown(page: Page) -> list[str]:
    """The words that a report's page marks as evidence."""
    texts: list[str] = page.evaluate("[...(CSS.highlights.get('evidence') || [])].map(String)")
    return texts


def test_a_note_marks_its_clause(site: Path, tabs: Tabs, told: Library) -> None:
    report = next(one for one in told.reports if one.name == "yuepu-2021")
    page = tabs.open(site / "reports" / "yuepu-2021.html")
    for note in page.locator(".note").all()[::9]:
        spans = [
            tuple(map(int, span.split("-"))) for span in (note.get_attribute("data-span") or "").split(",")
        ]
        note.click(position={"x": 2, "y": 4})
        assert shown(page) == [report.text[begin:end] for begin, end in spans]
    figure = page.locator(".note.figure").first
    figure.locator("button").press("Enter")
    begin, end = map(int, (figure.get_attribute("data-span") or "").split("-"))
    assert shown(page) == [report.text[begin:end]]
    assert page.locator(".note.planned").count()
    assert page.locator(".note.shortcoming .status").first.inner_text() == "存在不足"


def test_an_entity_opens_its_card_and_leads_on(site: Path, tabs: Tabs) -> None:
    page = tabs.open(site / "reports" / "waigang-2022.html")
    page.locator("a.m", has_text="民法典").first.click()
    card = page.locator("#card")
    assert "民法典" in card.locator("h2").first.inner_text()
    assert card.locator("a", has_text="2022年度北新泾街道").count() == 1
    assert card.locator("a", has_text="关系图").get_attribute("href").startswith("../graph.html#node=")  # type: ignore[union-attr]
    page.keyboard.press("Escape")
    assert card.is_hidden()
    page.locator("a.m", has_text="民法典").first.press("Enter")
    card.locator("a", has_text="全部内容").press("Enter")
    page.wait_for_url(re.compile("entities/"))
    assert page.locator("h1").inner_text().endswith("民法典")
    assert page.locator(".said mark").count() > 3


def test_one_click_shows_the_text_as_it_was_in_the_file(site: Path, tabs: Tabs) -> None:
    page = tabs.open(site / "reports" / "yuepu-2021.html")
    page.locator("#as-source").click()
    source = next(path for path in SAMPLE if path.stem == "yuepu-2021").read_bytes().decode()
    assert page.locator("#source pre").evaluate("pre => pre.textContent") == source
    assert page.locator("#text").is_hidden()
    mentions = page.locator("#source a.m")
    assert mentions.count() > 90
    page.locator("#as-source").click()
    assert page.locator("#text").is_visible()


def test_classes_and_notes_can_be_left_out(site: Path, tabs: Tabs) -> None:
    page = tabs.open(site / "reports" / "yuepu-2021.html")
    programme = page.locator("a.m.c-Programme").first
    before = programme.evaluate("one => getComputedStyle(one).borderBottomColor")
    page.locator(".legend[data-class=Programme]").click()
    assert programme.evaluate("one => getComputedStyle(one).borderBottomColor") != before
    page.locator("#with-notes").click()
    assert page.locator(".notes:visible").count() == 0


def test_a_cell_of_the_matrix_opens_its_sentences(small: Path, tabs: Tabs) -> None:
    page = loaded(tabs.open(small / "matrix.html", "what=laws&least=1"), ".cell")
    assert page.locator("[data-what=laws]").get_attribute("aria-pressed") == "true"
    cell = page.locator(".cell[aria-label*='清溪镇'][aria-label*='宪法']")
    assert cell.inner_text() == "✓○✕"
    cell.click()
    loaded(page, "dialog blockquote")
    marks = page.locator("dialog mark").all_inner_texts()
    assert {"加强宪法学习", "宪法学习不够深入"} <= set(marks)
    assert page.locator("dialog .status.shortcoming").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("dialog").is_hidden()
    assert cell.evaluate("one => one === document.activeElement")


def test_the_matrix_says_how_many_rows_it_leaves_out(site: Path, tabs: Tabs) -> None:
    index = tabs.open(site / "index.html")
    count = index.locator(".numbers a", has_text="20")
    assert count.count() == 1
    count.click()
    page = loaded(index, ".cell")
    rows = page.locator("tbody tr").count()
    assert page.locator("#told").inner_text().startswith(f"{rows} / {rows} 行，")
    page.locator("#least").select_option("")
    shared = page.locator("tbody tr").count()
    assert 0 < shared < rows
    alone = f"{shared} / {shared} 行（另有 {rows - shared} 行只有一个地方，未列出），"
    assert page.locator("#told").inner_text().startswith(alone)


def test_in_english_things_are_called_by_their_english_names(site: Path, tabs: Tabs) -> None:
    english = "three systems of administrative law enforcement"
    matrix = loaded(tabs.open(site / "matrix.html", query="?lang=en"), ".cell")
    assert matrix.get_by_role("link", name=english).is_visible()
    index = loaded(tabs.open(site / "index.html", "q=three systems", query="?lang=en"), "#results .hit")
    assert index.locator("#results .hit a").first.inner_text() == english
    entity = tabs.open(site / "entities/programme/three-systems.html", query="?lang=en")
    assert entity.locator("h1").inner_text() == english
    assert entity.title() == english
    assert "\n行政执法三项制度\n" in entity.locator(".entity header").inner_text()


def test_the_matrix_is_walked_with_the_arrows(site: Path, tabs: Tabs) -> None:
    page = loaded(tabs.open(site / "matrix.html"), ".cell")
    page.locator(".cell").first.focus()
    start = page.evaluate("document.activeElement.ariaLabel")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.className").startswith("cell")
    assert page.evaluate("document.activeElement.ariaLabel") != start
    assert page.locator(".cell[tabindex='0']").count() == 1
    page.keyboard.press("Enter")
    loaded(page, "dialog blockquote")


def test_the_matrix_keeps_its_state_in_the_address(site: Path, tabs: Tabs) -> None:
    page = loaded(tabs.open(site / "matrix.html"), ".cell")
    page.locator("[data-what=topics]").click()
    page.locator("#status").select_option("shortcoming")
    page.locator("#place").fill("月浦")
    page.wait_for_url(re.compile("place="))
    rows = page.locator("tbody th").all_inner_texts()
    again = loaded(tabs.open(site / "matrix.html", page.url.partition("#")[2]), ".cell")
    assert again.locator("tbody th").all_inner_texts() == rows
    assert again.locator("thead th").count() == 2
    assert set(again.locator(".cell").all_inner_texts()) == {"✕"}
    page.locator("#year").select_option("2023")
    assert page.locator(".cell").count() == 0


@pytest.mark.parametrize("name", ["matrix.html", "figures.html"])
def test_a_link_that_is_pasted_into_the_open_page_opens_its_view(small: Path, tabs: Tabs, name: str) -> None:
    address = {"matrix.html": "what=laws&least=1&q=宪法", "figures.html": "year=2022&q=成功率"}[name]
    page = loaded(tabs.open(small / name), "tbody tr")
    page.goto(f"{(small / name).as_uri()}#{address}")
    page.locator("tbody tr:only-child").wait_for()
    assert page.locator("#q").input_value() == address.rpartition("=")[2]
    page.locator("#place").fill("清溪")
    assert "q=" in page.url


def downloaded(page: Page) -> list[list[str]]:
    """What the page's CSV holds."""
    with page.expect_download() as waiting:
        page.locator("#csv").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_the_matrix_as_csv_is_what_is_shown(small: Path, tabs: Tabs) -> None:
    page = loaded(tabs.open(small / "matrix.html", "what=laws&least=1&q=宪法"), ".cell")
    assert downloaded(page) == [
        ["", "示例市青禾区清溪镇", "示例市青禾区云林镇"],
        ["中华人民共和国宪法", "已实现、计划中、存在不足", ""],
    ]


def test_figures_sort_filter_and_open_their_sentence(small: Path, tabs: Tabs) -> None:
    page = loaded(tabs.open(small / "figures.html", "concept="), "tbody tr")
    assert page.locator("tbody tr").count() == 5
    for _ in range(2):
        page.locator("[data-sort=value]").click()
    assert page.locator("th[aria-sort=descending]").count() == 1
    values = page.locator("td .open").all_inner_texts()
    assert values == ["150 件", "120 件", "98.5 %", "≈ 90 件", "2 次"]
    page.locator("#year").select_option("2022")
    page.locator("#q").fill("调解")
    assert page.locator("tbody tr").count() == 2
    page.locator("td .open", has_text="98.5").click()
    loaded(page, "dialog blockquote")
    assert "98.5" in page.locator("dialog mark").inner_text()


def test_overview_and_figures_say_how_many_they_list(tmp_path: Path, tabs: Tabs) -> None:
    (tmp_path / "in").mkdir()
    for number in range(61):
        title = f"上海市青浦区练塘镇{1950 + number}年法治政府建设情况报告"
        words = f"{title}\n一、工作成效\n调处纠纷{100 + number}件。举办讲座{5 + number}场。开展培训{7 + number}次。\n"
        (tmp_path / "in" / f"{number:02}.txt").write_text(words, encoding="utf-8")
    build([tmp_path / "in"], tmp_path / "out")
    page = loaded(tabs.open(tmp_path / "out" / "index.html"), ".card")
    assert page.locator("#shown").inner_text() == f"61，列出 {page.locator('.card').count()}"
    page.locator("#more").click()
    page.locator(".card").nth(60).wait_for()
    assert page.locator("#shown").inner_text() == "61"
    page = loaded(tabs.open(tmp_path / "out" / "figures.html", "concept="), "tbody tr")
    assert page.locator("tbody tr").count() == 120
    assert page.locator("#told").inner_text().startswith("183 / 183 项，列出 120 项")
    page.locator("#more").click()
    assert page.locator("tbody tr").count() == 183
    assert "列出" not in page.locator("#told").inner_text()


def test_figures_are_drawn_with_their_unit(small: Path, tabs: Tabs) -> None:
    page = loaded(tabs.open(small / "figures.html"), "#chart li")
    assert page.locator("#chart h2").inner_text().endswith("单位：件")
    assert page.locator("#chart .value").all_inner_texts() == ["150 件", "120 件", "≈ 90 件"]
    line = page.locator("#chart .lines")
    assert "2022 120 件, 2023 150 件" in (line.get_attribute("aria-label") or "")
    page.locator("#chart .value").first.click()
    loaded(page, "dialog blockquote")


def test_a_link_to_an_indicator_means_it_in_every_build(site: Path, small: Path, tabs: Tabs) -> None:
    page = loaded(tabs.open(small / "figures.html", "concept="), "tbody tr")
    page.locator("#concept").select_option(label="调解纠纷（3）")
    address = page.url.partition("#")[2]
    assert address == "concept=disputes-mediated"
    other = loaded(tabs.open(site / "figures.html", address), "#chart li")
    assert other.locator("#chart h2").inner_text().startswith("调处纠纷数")
    unknown = loaded(tabs.open(small / "figures.html", "concept=unheard-of"), "tbody tr")
    assert unknown.locator("#concept option:checked").inner_text() == "全部"


def test_figures_in_ten_thousands_are_drawn_beside_the_others(tmp_path: Path, tabs: Tabs) -> None:
    graph = load(SMALL)
    fz = "PREFIX fz: <https://fazhi.example/ontology#> "
    graph.update(
        f"{fz} DELETE {{ ?o fz:value ?v ; fz:unit ?u }} "
        "INSERT { ?o fz:value 0.015 ; fz:unit '万件'@zh ; fz:plainValue 150 ; fz:plainUnit '件'@zh } "
        "WHERE { ?o fz:value ?v ; fz:unit ?u FILTER(?v = 150) }"
    )
    graph.dump(str(tmp_path / "graph.ttl"), format=ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph())
    view(tmp_path / "graph.ttl", tmp_path)
    page = loaded(tabs.open(tmp_path / "figures.html"), "#chart li")
    assert page.locator("#chart h2").inner_text().endswith("单位：件")
    assert page.locator("#chart .value").all_inner_texts() == ["0.015 万件", "120 件", "≈ 90 件"]
    page.locator("[data-sort=value]").click()
    assert page.locator("td .open").all_inner_texts()[-1] == "0.015 万件"
    head, *rows = downloaded(page)
    plain = {tuple(row[head.index(name)] for name in ("数值", "单位", "换算值", "换算单位")) for row in rows}
    assert ("0.015", "万件", "150", "件") in plain
    assert {row[head.index("状态")] for row in rows} == {"已实现"}


def test_figures_as_csv_have_their_sentences(site: Path, tabs: Tabs, told: Library) -> None:
    page = loaded(tabs.open(site / "figures.html", "concept=&place=月浦"), "tbody tr")
    head, *rows = downloaded(page)
    [report] = [one for one in told.reports if one.name == "yuepu-2021"]
    spans = [sentence_around(report.text, *figure.span, REACH) for figure in report.figures]
    assert sorted(row[head.index("原句")] for row in rows) == sorted(report.text[b:e] for b, e in spans)


def test_a_card_tells_what_there_is_one_of_in_the_singular(small: Path, tabs: Tabs) -> None:
    page = loaded(tabs.open(small / "index.html", query="?lang=en"), ".card")
    tallies = " · ".join(page.locator(".card .tally").all_inner_texts()).split(" · ")
    assert {tally.endswith("s") for tally in tallies if tally.startswith("1 ")} == {False}
    assert {tally.endswith("s") for tally in tallies if not tally.startswith("1 ")} == {True}


def test_contradicting_figures_are_marked(tmp_path: Path, tabs: Tabs) -> None:
    view(SMALL.parent / "neighbour.ttl", tmp_path)
    page = loaded(tabs.open(tmp_path / "figures.html", "only=clash"), "tbody tr")
    assert page.locator("tbody tr").count() == 2
    assert page.locator("td .clash").all_inner_texts() == ["≠ 矛盾", "≠ 应为 60 件"]
    page.locator("td .open", has_text="60").click()
    loaded(page, "dialog blockquote")
    assert page.locator("dialog .clash").inner_text().endswith("应为 60 件")
    assert page.locator("dialog b").all_inner_texts() == ["59 件", "60 件"], "first what does not fit"
    assert page.locator("dialog mark").all_inner_texts() == ["去年化解59件", "化解60件"]
    page.keyboard.press("Escape")
    head, *rows = downloaded(page)
    assert [(row[head.index("矛盾")], row[head.index("应为")]) for row in rows] == [
        ("与上一年的报告不符 1", ""),
        ("与上一年的报告不符 1", "60"),
    ]


def test_a_sentence_with_several_figures_is_shown_once_with_each_marked(tmp_path: Path, tabs: Tabs) -> None:
    (tmp_path / "in").mkdir()
    words = "调处矛盾纠纷220件，成功调解217件，调解成功率98.63%。"
    title = "上海市青浦区练塘镇2022年法治政府建设情况报告"
    (tmp_path / "in" / "a.txt").write_text(f"{title}\n一、工作成效\n{words}\n", encoding="utf-8")
    build([tmp_path / "in"], tmp_path / "out")
    page = loaded(tabs.open(tmp_path / "out" / "figures.html", "only=clash"), "tbody tr")
    page.locator("td .open", has_text="98.63").click()
    loaded(page, "dialog blockquote")
    assert page.locator("dialog blockquote").count() == 1
    assert page.locator("dialog mark").all_inner_texts() == words.rstrip("。").split("，")
    report = tabs.open(tmp_path / "out" / "reports" / "a.html")
    assert report.locator(".note .clash").inner_text() == "≠ 应为 98.64 %（仅差末位），据 220 件、217 件"
    assert violations(report) == []


def test_a_browser_finds_the_same_sentence(small: Path, tabs: Tabs) -> None:
    text = f"甲。乙“丙。丁”戊；己“庚。\n辛。壬”癸。“{'一' * 58}。”子“{'一' * 59}。”丑{'一' * 130}寅！𠮷卯"
    spans = [(at, at + size) for size in (1, 3) for at in range(len(text) - size)]
    page = loaded(tabs.open(small / "figures.html"), "tbody tr")
    found = page.evaluate(
        "([text, spans]) => spans.map(([b, e]) => fz.around(Array.from(text), b, e))", [text, spans]
    )
    assert [tuple(one) for one in found] == [sentence_around(text, *span, REACH) for span in spans]


@pytest.mark.parametrize("opening", ["=", "＝", " =", "＠"])
def test_csv_is_no_formula_for_a_spreadsheet(tmp_path: Path, tabs: Tabs, opening: str) -> None:
    graph = SMALL.read_text(encoding="utf-8").replace('"调解纠纷"@zh', f'"{opening}HYPERLINK(\\"x\\"),1"@zh')
    (tmp_path / "graph.ttl").write_text(graph, encoding="utf-8")
    view(tmp_path / "graph.ttl", tmp_path)
    page = loaded(tabs.open(tmp_path / "figures.html", "concept="), "tbody tr")
    counted = {row[1] for row in downloaded(page)[1:]}
    assert f'\'{opening}HYPERLINK("x"),1' in counted
    assert not [cell for cell in counted if cell.strip()[0] in "=+-@＝＋－＠"]


def test_places_are_a_tree_that_leads_to_the_reports(site: Path, tabs: Tabs) -> None:
    page = tabs.open(site / "places.html")
    assert page.locator(".tree > li > details > summary").all_inner_texts() == ["上海市 4"]
    assert page.locator(".leaf", has_text="月浦镇").locator(".year").inner_text() == "2021"
    page.locator(".leaf", has_text="月浦镇").locator(".year").click()
    page.wait_for_url(re.compile("yuepu-2021"))


def test_text_of_reports_is_shown_as_text(tmp_path: Path, tabs: Tabs) -> None:
    changed = ox.Store()
    for quad in load(SMALL):
        literal = quad.object
        if isinstance(literal, ox.Literal) and (
            literal.language or quad.predicate.value.endswith("#fileName")
        ):
            literal = ox.Literal(literal.value + HOSTILE, language=literal.language)
        elif isinstance(literal, ox.Literal) and quad.predicate.value.endswith("#isString"):
            literal = ox.Literal(literal.value + HOSTILE)
        changed.add(ox.Quad(quad.subject, quad.predicate, literal))
    changed.dump(str(tmp_path / "graph.ttl"), format=ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph())
    view(tmp_path / "graph.ttl", tmp_path)
    report = next(path for path in sorted((tmp_path / "reports").iterdir()) if "2022" in path.name)
    entity = next((tmp_path / "entities").rglob("xianfa*.html"))
    for path in (*(tmp_path / name for name in PAGES[:4]), report, entity):
        page = tabs.open(path)
        page.wait_for_timeout(300)
        text = page.locator("main").inner_text()
        assert "<img src=x onerror=alert(1)></script><script>alert(2)</script>\ufffd" in text, path
        assert "\u202e" not in page.content(), path
        assert page.locator("main img, main script:not([type='application/json'])").count() == 0
    page = tabs.open(report)
    page.locator("#as-source").click()
    assert HOSTILE[:-1] in page.locator("#source").inner_text()


def test_a_report_prints_without_the_controls(site: Path, tabs: Tabs) -> None:
    page = tabs.open(site / "reports" / "yuepu-2021.html", scheme="dark")
    page.emulate_media(media="print")
    assert page.locator(".bar > :not(.legend):visible, #site nav:visible, .contents:visible").count() == 0
    assert page.locator(".legend:visible").count() > 3, "the colours are explained"
    assert page.locator(".note:visible").count()
    assert page.evaluate("fz.colour('--ink')") == "rgb(28, 37, 48)"
