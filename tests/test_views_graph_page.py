"""The graph page in a real browser: what a reader does with it, by mouse, by keyboard, and by its address."""

import json
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from kg.graph.store import load
from kg.views import view
from tests.browsing import Tabs, violations

SMALL = Path(__file__).parent / "data" / "small.ttl"
CONSTITUTION = "law/xianfa-0c3d"
HOSTILE = '</script><script>alert(1)</script>"><img src=x onerror=alert(2)>{{7*7}}\u202e<!--'

pytestmark = pytest.mark.slow
Opened = Callable[..., "Page"]


class Page:
    """The graph page as a reader sees it."""

    def __init__(self, tab: object) -> None:
        from playwright.sync_api import Page as Tab

        assert isinstance(tab, Tab)
        self.tab = tab
        tab.set_default_timeout(10_000)
        tab.wait_for_selector("html[data-ready]")

    def panel(self) -> str:
        """What is told of the chosen node."""
        return self.tab.locator("#panel").inner_text()

    def chosen(self, name: str) -> None:
        """Waits until the panel is headed so."""
        self.wait(lambda: self.tab.locator("#panel h2").all_inner_texts() == [name])

    def drawn(self) -> list[str]:
        """The labels of what is drawn."""
        found = self.tab.evaluate("view.drawn.map((node) => graph.data.label[node]).sort()")
        assert isinstance(found, list)
        return found

    def address(self) -> str:
        return str(self.tab.evaluate("location.hash"))

    def find(self, text: str) -> list[str]:
        """What the search suggests for ``text``."""
        self.tab.fill("#wanted", text)
        return self.tab.locator(
            "#found [role=option]:not([aria-disabled]) span:first-of-type"
        ).all_inner_texts()

    def choose(self, text: str) -> None:
        """Takes the first suggestion."""
        assert self.find(text)
        self.tab.keyboard.press("Enter")

    def press(self, *keys: str) -> None:
        """On the drawing."""
        self.tab.locator(".vis-network").focus()
        for key in keys:
            self.tab.keyboard.press(key)

    def spot(self, label: str) -> tuple[float, float]:
        """Where a node is on the screen."""
        x, y = self.tab.evaluate(
            """(label) => {
              const dot = scene().dots.find(({ node }) => graph.data.label[node] === label);
              const box = canvas.getBoundingClientRect();
              return [box.left + dot.x, box.top + dot.y];
            }""",
            label,
        )
        return x, y

    def wait(self, condition: str | Callable[[], bool]) -> None:
        """Until it holds: a function, or an expression of the page (Playwright's own wait needs eval there)."""
        for _ in range(100):
            if self.tab.evaluate(condition) if isinstance(condition, str) else condition():
                return
            self.tab.wait_for_timeout(50)
        raise AssertionError(condition)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("pages")
    view(SMALL, out)
    return out / "graph.html"


@pytest.fixture
def opened(built: Path, tabs: Tabs) -> Opened:
    def run(fragment: str = "", **more: object) -> Page:
        return Page(tabs.open(built, fragment, **more))  # type: ignore[arg-type]

    return run


def test_everything_is_drawn_and_the_page_says_how_much(opened: Opened) -> None:
    page = opened()
    assert len(page.drawn()) == 15
    assert "画出 15 个实体（共 15 个）" in page.tab.locator("#note").inner_text()
    legend = page.tab.locator("#legend").inner_text()
    assert "治理项目" in legend
    assert "计划中" in legend
    assert "点击一个节点" in page.panel()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("宪法", "中华人民共和国宪法"),
        ("xianfa", "中华人民共和国宪法"),
        ("mfd", "中华人民共和国民法典"),
        ("san xiang zhi du", "行政执法三项制度"),
        ("Three Systems", "行政执法三项制度"),
    ],
)
def test_the_search_knows_chinese_pinyin_initials_and_english(opened: Opened, text: str, first: str) -> None:
    assert opened().find(text)[0] == first


def test_what_nobody_is_called_is_told(opened: Opened) -> None:
    page = opened()
    assert page.find("没有这个") == []
    assert page.tab.locator("#found").inner_text() == "没有找到"


def test_a_found_node_is_told_with_its_sentences(opened: Opened) -> None:
    page = opened()
    page.choose("宪法")
    page.chosen("中华人民共和国宪法")
    panel = page.tab.locator("#panel")
    panel.locator("mark", has_text="加强宪法学习").wait_for()
    assert "法律法规名录" in page.panel()
    assert panel.locator(".status.planned").count()
    assert panel.locator(".status.shortcoming").count()
    source = panel.locator("blockquote", has_text="加强宪法学习").locator("a")
    assert source.inner_text() == "清溪镇2023年法治政府建设年度报告"
    source.click()
    page.tab.locator("h1", has_text="清溪镇2023年法治政府建设年度报告").wait_for()


def test_a_node_leads_to_its_page(opened: Opened) -> None:
    page = opened(f"node={CONSTITUTION}")
    page.chosen("中华人民共和国宪法")
    page.tab.locator("#panel a", has_text="全部内容").click()
    page.tab.locator("h1", has_text="宪法").wait_for()


def test_a_click_chooses_and_a_click_beside_leaves(opened: Opened) -> None:
    page = opened()
    page.tab.mouse.click(*page.spot("行政执法三项制度"))
    page.chosen("行政执法三项制度")
    assert page.address() == "#node=programme/three-systems"
    box = page.tab.locator("#canvas").bounding_box()
    assert box
    page.tab.mouse.click(box["x"] + 5, box["y"] + box["height"] - 5)
    page.chosen("点击一个节点")
    assert page.address() == ""


def test_the_legend_filters_by_class_and_by_status(opened: Opened) -> None:
    page = opened()
    page.tab.locator("#legend button", has_text="机构").click()
    assert not [label for label in page.drawn() if "司法所" in label]
    page.tab.locator("#legend button", has_text="机构").click()
    for status in ("已实现", "计划中", "仅提及"):
        page.tab.locator("#legend button", has_text=status).click()
    assert page.drawn() == ["中华人民共和国宪法", "示例市青禾区清溪镇"]
    assert page.tab.evaluate("view.lines.map(({ status }) => status)") == ["shortcoming"]


def test_filters_by_year_town_and_relation(opened: Opened) -> None:
    page = opened()
    page.tab.click("#filters > summary")
    page.tab.locator("#facets label", has_text="云林镇").click()
    assert "示例市青禾区清溪镇" not in page.drawn()
    assert "中华人民共和国民法典" in page.drawn()
    page.tab.locator("#facets label", has_text="2022").click()
    assert page.drawn() == []
    page.tab.locator("#facets label", has_text="2022").click()
    page.tab.locator("#facets label", has_text="云林镇").click()
    page.tab.locator("#facets button", has_text="全不选").click()
    page.tab.locator("#facets label", has_text="获得").click()
    assert page.drawn() == ["民主法治示范镇", "示例市青禾区清溪镇"]
    assert page.tab.locator("#filtered").inner_text() not in ("", "0")


def test_neighbourhoods_of_one_and_two_steps(opened: Opened) -> None:
    page = opened(f"node={CONSTITUTION}")
    page.tab.locator("#panel button", has_text="一步邻居").click()
    near = page.drawn()
    assert "示例市青禾区清溪镇" in near
    assert len(near) < 15
    page.tab.locator("#panel button", has_text="两步").click()
    assert set(near) < set(page.drawn())
    page.tab.locator("#panel button[aria-pressed=true]", has_text="两步").click()
    assert len(page.drawn()) == 15


def test_the_shortest_path_is_drawn_and_told(opened: Opened) -> None:
    page = opened(f"node={CONSTITUTION}")
    page.tab.locator("#panel button", has_text="到…的路径").click()
    page.choose("清溪镇司法所")
    page.chosen("最短路径")
    assert len(page.drawn()) == page.tab.locator("#panel .stop").count() == 3
    assert "path=" in page.address()
    page.tab.locator("#panel .leg summary").first.click()
    page.tab.locator("#panel .leg blockquote").first.wait_for()


def test_a_path_that_the_filters_cut_is_told(opened: Opened) -> None:
    page = opened(f"path={CONSTITUTION},honour/minzhufazhishifanzhen-31c0&no-cls=Division")
    page.chosen("最短路径")
    assert "没有路径" in page.panel()


def test_hide_pin_and_reset(opened: Opened) -> None:
    page = opened(f"node={CONSTITUTION}")
    page.tab.locator("#panel button", has_text="隐藏").click()
    assert "中华人民共和国宪法" not in page.drawn()
    page.tab.locator("#note button").click()
    assert "中华人民共和国宪法" in page.drawn()
    page.choose("宪法")
    page.tab.locator("#panel button", has_text="固定").click()
    page.tab.locator("#legend button", has_text="文件").click()
    assert "中华人民共和国宪法" in page.drawn()
    page.tab.click("#reset")
    assert len(page.drawn()) == 15
    assert page.address() == ""


def test_a_node_that_is_dragged_stays_where_it_is_put(opened: Opened) -> None:
    page = opened()
    x, y = page.spot("民主法治示范镇")
    page.tab.mouse.move(x, y)
    page.tab.mouse.down()
    page.tab.mouse.move(x + 90, y + 60, steps=6)
    page.tab.mouse.up()
    page.wait("location.hash.includes('pin=')")
    again = opened(page.address()[1:])
    assert again.spot("民主法治示范镇") == pytest.approx(page.spot("民主法治示范镇"), abs=3)


def test_the_address_opens_the_same_view(opened: Opened) -> None:
    page = opened()
    page.tab.locator("#legend button", has_text="荣誉").click()
    page.tab.click("#filters > summary")
    page.tab.locator("#facets label", has_text="2023").click()
    page.tab.mouse.click(640, 700)
    page.choose("宪法")
    page.tab.locator("#panel button", has_text="一步邻居").click()
    again = opened(page.address()[1:])
    again.chosen("中华人民共和国宪法")
    assert again.drawn() == page.drawn()
    assert again.address() == page.address()
    assert again.tab.evaluate("[...places]") == page.tab.evaluate("[...places]")
    assert again.tab.locator("#legend button", has_text="荣誉").get_attribute("aria-pressed") == "false"


@pytest.mark.parametrize("fragment", ["node=nobody", "year=1&town=x&pin=y@z@q&at=1,2", "%E0%A4%A", "steps=9"])
def test_an_address_that_makes_no_sense_opens_the_page(opened: Opened, fragment: str) -> None:
    assert opened(fragment).tab.locator("#panel h2").count() == 1


def test_the_address_may_be_an_iri_or_change_while_the_page_is_open(opened: Opened) -> None:
    page = opened("https%3A%2F%2Ffazhi.example%2Fid%2Flaw%2Fxianfa-0c3d")
    page.chosen("中华人民共和国宪法")
    page.tab.evaluate("location.hash = 'node=programme/three-systems'")
    page.chosen("行政执法三项制度")


def test_the_keyboard_is_enough(opened: Opened) -> None:
    page = opened()
    page.press("ArrowLeft")
    page.wait("state.node !== null")
    first = page.tab.evaluate("state.node")
    page.press("ArrowRight", "ArrowRight")
    page.wait(f"state.node !== {first}")
    name = page.tab.evaluate("graph.data.label[state.node]")
    page.chosen(name)
    page.press("p")
    assert page.tab.evaluate("state.pinned.size") == 1
    page.press("h")
    assert name not in page.drawn()
    page.tab.keyboard.press("Escape")
    scale = page.tab.evaluate("network.getScale()")
    page.press("+")
    page.wait(f"network.getScale() > {scale}")


def test_the_search_is_worked_with_the_keyboard(opened: Opened) -> None:
    page = opened()
    assert len(page.find("制度")) > 2
    page.tab.keyboard.press("ArrowDown")
    active = page.tab.locator("#wanted").get_attribute("aria-activedescendant")
    name = page.tab.locator(f"#{active} span").first.inner_text()
    page.tab.keyboard.press("Enter")
    page.chosen(name)
    page.find("宪")
    page.tab.keyboard.press("Escape")
    assert page.tab.locator("#found").is_hidden()


def test_english_names_and_words(opened: Opened) -> None:
    page = opened("node=programme/three-systems", query="?lang=en")
    page.chosen("three systems of administrative law enforcement")
    assert "行政执法三项制度" in page.panel()
    assert "Identified by" in page.panel()
    page.tab.click("#language")
    page.chosen("行政执法三项制度")


def test_a_long_name_stands_in_two_rows(opened: Opened) -> None:
    page = opened()
    rows = page.tab.evaluate("scene().names.map(({ node, text }) => [node, text])")
    by_node: dict[int, list[str]] = {}
    for node, text in rows:
        by_node.setdefault(node, []).append(text)
    assert all(1 <= len(texts) <= 2 for texts in by_node.values())
    cases = [
        "民法典",
        "重大行政执法决定法制审核制度",
        "three systems of administrative law enforcement",
        "甲" * 60,
        "a" * 60,
    ]
    for text in cases:
        made = page.tab.evaluate("(text) => rowsOf(text)", text)
        assert len(made) <= 2
        joined = "".join(made).replace(" ", "")
        assert joined == text.replace(" ", "") or joined.endswith("…")
    assert page.tab.evaluate("rowsOf('重大行政执法决定法制审核制度')") == ["重大行政执法决定", "法制审核制度"]


def test_names_never_cover_each_other(tmp_path: Path, tabs: Tabs) -> None:
    (tmp_path / "graph.ttl").write_text(crowded(80), encoding="utf-8")
    view(tmp_path / "graph.ttl", tmp_path)
    for fragment in ("", "node=division/2023-990101101000&steps=1"):
        page = Page(tabs.open(tmp_path / "graph.html", fragment))
        names = page.tab.evaluate("scene().names.map(({ node, box }) => [node, ...box])")
        boxes = {node: (left, top, right, bottom) for node, left, top, right, bottom in names}
        assert len(boxes) > 3
        for (_, one), (_, other) in combinations(boxes.items(), 2):
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_the_print_has_the_legend_and_the_picture_in_its_proportions(opened: Opened) -> None:
    page = opened()
    page.tab.emulate_media(media="print")
    assert page.tab.locator("#legend").is_visible()
    assert page.tab.locator("#search:visible, #filters:visible, #tools:visible, .hints:visible").count() == 0
    page.tab.set_viewport_size({"width": 700, "height": 1000})
    shown, drawn = page.tab.evaluate(
        """() => {
          const made = document.querySelector("#canvas canvas");
          return [made.clientWidth / made.clientHeight, made.width / made.height];
        }"""
    )
    assert shown == pytest.approx(drawn, rel=0.02)


def test_the_picture_can_be_saved(opened: Opened, tmp_path: Path) -> None:
    page = opened(f"node={CONSTITUTION}")
    for ending in ("png", "svg"):
        with page.tab.expect_download() as saved:
            page.tab.click(f"#{ending}")
        saved.value.save_as(tmp_path / f"graph.{ending}")
    png = (tmp_path / "graph.png").read_bytes()
    box = page.tab.locator("#canvas").bounding_box()
    assert box
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") == 3 * int(box["width"])
    drawing = ElementTree.parse(tmp_path / "graph.svg").getroot()
    names = [element.tag.removeprefix("{http://www.w3.org/2000/svg}") for element in drawing.iter()]
    assert names.count("circle") + names.count("polygon") >= 15
    assert names.count("path") == 3
    words = [text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text")]
    assert "中华人民共和国宪法" in words
    assert "治理项目" in words


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_everybody_can_use_it(opened: Opened, scheme: str, width: int) -> None:
    page = opened(scheme=scheme, width=width)
    assert violations(page.tab) == []
    page.tab.click("#filters > summary")
    page.find("法")
    assert violations(page.tab) == []
    page.choose("宪法")
    page.tab.locator("#panel mark").first.wait_for()
    assert violations(page.tab) == []
    page.tab.evaluate(f"location.hash = 'path={CONSTITUTION},programme/three-systems'")
    page.chosen("最短路径")
    assert violations(page.tab) == []


def test_a_phone_shows_all_of_it_without_scrolling_sideways(opened: Opened) -> None:
    page = opened(f"node={CONSTITUTION}", width=390, height=844)
    page.chosen("中华人民共和国宪法")
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= 390


def hostile(store: ox.Store) -> ox.Store:
    """The same graph where every name and text begins with an attempt to break out of the page."""
    changed = ox.Store()
    for quad in store:
        value = quad.object
        if isinstance(value, ox.Literal) and value.language:
            value = ox.Literal(HOSTILE + value.value, language=value.language)
        elif isinstance(value, ox.Literal) and quad.predicate.value.endswith(
            ("#fileName", "#anchorOf", "#unit")
        ):
            value = ox.Literal(HOSTILE + value.value)
        elif isinstance(value, ox.Literal) and quad.predicate.value.endswith("#isString"):
            value = ox.Literal(value.value.replace("。", f"{HOSTILE}。"))
        changed.add(ox.Quad(quad.subject, quad.predicate, value))
    return changed


def test_whatever_a_report_holds_is_shown_as_text(tmp_path: Path, tabs: Tabs) -> None:
    path = tmp_path / "graph.ttl"
    hostile(load(SMALL)).dump(str(path), format=ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph())
    view(path, tmp_path)
    page = Page(tabs.open(tmp_path / "graph.html", f"node={CONSTITUTION}"))
    shown = HOSTILE.replace("\u202e", "\ufffd")
    page.chosen(f"{shown}中华人民共和国宪法")
    page.tab.locator("#panel mark").first.wait_for()
    assert shown in page.tab.locator("#panel blockquote").first.inner_text()
    page.find("三项制度")
    with page.tab.expect_download() as saved:
        page.tab.click("#svg")
    drawing = ElementTree.parse(saved.value.path()).getroot()
    assert "{http://www.w3.org/2000/svg}script" not in {element.tag for element in drawing.iter()}
    page.tab.click("#filters > summary")
    for label in page.tab.evaluate(
        "[...document.querySelectorAll('#legend button')].map((one) => one.innerText)"
    ):
        assert "\u202e" not in label
    assert page.tab.locator("img").count() == 0
    assert page.tab.evaluate("[...document.scripts].every((one) => one.src || one.type)")
    assert violations(page.tab) == []


def test_more_than_two_thousand_are_reached_by_search_and_expansion(tmp_path: Path, tabs: Tabs) -> None:
    (tmp_path / "graph.ttl").write_text(crowded(2400), encoding="utf-8")
    view(tmp_path / "graph.ttl", tmp_path)
    page = Page(tabs.open(tmp_path / "graph.html"))
    assert len(page.drawn()) == 2000
    note = page.tab.locator("#note").inner_text()
    assert "只画出最重要的 2,000 个" in note
    assert "2,415" in note
    missing = page.tab.evaluate("graph.data.label[graph.count - 1]")
    assert missing not in page.drawn()
    page.choose(missing)
    page.chosen(missing)
    assert missing in page.drawn()
    assert len(page.drawn()) <= 2000
    spots = page.tab.evaluate("[...places.values()].map((spot) => spot.map(Math.round).join())")
    assert len(set(spots)) == len(spots)
    page.tab.evaluate("choose(graph.find('division/2023-990101101000'))")
    page.chosen("示例市青禾区清溪镇")
    page.tab.locator("#panel button", has_text="一步邻居").click()
    assert len(page.drawn()) == 2000


def crowded(count: int) -> str:
    """The small graph, in which one town implements so many more programmes."""
    town, report = "division/2023-990101101000", "report/990101101000-2022-"
    text = SMALL.read_text(encoding="utf-8")
    found = re.search(rf"<(https://fazhi\.example/id/{report}\w+)>", text)
    assert found
    parts = [text]
    for number in range(count):
        programme = f"<https://fazhi.example/id/programme/p-{number}>"
        mention = f"<{found[1]}#char={number % 5},{number % 5 + 2}>"
        parts.append(
            f'{programme} a fz:Programme ; rdfs:label "项目{number:04}号"@zh ; fz:linkedBy "local" .\n'
            f"{mention} itsrdf:taIdentRef {programme} .\n"
            f"<https://fazhi.example/id/claim/p-{number}> a fz:Claim ; rdf:predicate fz:implements ;\n"
            f"  rdf:subject <https://fazhi.example/id/{town}> ; rdf:object {programme} ;\n"
            f"  fz:status fz:achieved ; fz:report <{found[1]}> ; fz:evidence {mention} .\n"
        )
    return "".join(parts)


def test_the_first_view_needs_no_script_to_be_read(built: Path) -> None:
    text = built.read_text(encoding="utf-8")
    nodes = json.loads(text.partition('id="nodes">')[2].partition("</script>")[0])
    assert {"x", "y", "label", "group", "id"} == set(nodes[0])
    options = json.loads(text.partition('id="options">')[2].partition("</script>")[0])
    assert options["physics"] == {"enabled": False}
