"""The graph page in a real browser, where one is installed."""

from pathlib import Path
from urllib.parse import quote

import pytest

from kg.views import view
from tests.browsing import Tabs

SMALL = Path(__file__).parent / "data" / "small.ttl"

pytestmark = pytest.mark.slow


def test_the_page_draws_under_its_own_policy(tmp_path: Path, tabs: Tabs) -> None:
    view(SMALL, tmp_path)
    page = tabs.open(tmp_path / "graph.html")
    assert page.locator("canvas").count() == 1
    assert "治理项目" in page.locator("#legend").inner_text()
    assert "点击一个节点" in page.locator("#panel").inner_text()


def test_choosing_a_node_shows_its_relations_with_the_span_marked(tmp_path: Path, tabs: Tabs) -> None:
    view(SMALL, tmp_path)
    anchor = "https://fazhi.example/id/law/xianfa-0c3d"
    page = tabs.open(tmp_path / "graph.html", quote(anchor, safe=""))
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "中华人民共和国宪法"
    assert "加强宪法学习" in panel.locator("mark").all_inner_texts()
    assert panel.locator(".tag.planned").count()
    assert panel.locator(".tag.shortcoming").count()
    assert "清溪镇2023年法治政府建设年度报告" in panel.inner_text()


def test_text_of_a_report_is_shown_as_text(tmp_path: Path, tabs: Tabs) -> None:
    graph = SMALL.read_text(encoding="utf-8").replace('"民主法治示范镇"@zh', '"<b id=x>示范</b></script>"@zh')
    (tmp_path / "graph.ttl").write_text(graph, encoding="utf-8")
    view(tmp_path / "graph.ttl", tmp_path)
    anchor = "https://fazhi.example/id/honour/minzhufazhishifanzhen-31c0"
    page = tabs.open(tmp_path / "graph.html", quote(anchor, safe=""))
    assert page.locator("#panel h2").inner_text() == "<b id=x>示范</b></script>"
    assert page.locator("#x").count() == 0
