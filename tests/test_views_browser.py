"""The graph page in a real browser, where one is installed."""

import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest

from kg.views import view

SMALL = Path(__file__).parent / "data" / "small.ttl"
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --virtual-time-budget=4000 --enable-logging=stderr --dump-dom"
)

pytestmark = [pytest.mark.slow, pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")]


def opened(page: Path, anchor: str, profile: Path) -> tuple[str, str]:
    """The page's elements after its scripts ran, and what it wrote to the console."""
    url = page.as_uri() + (f"#{quote(anchor, safe='')}" if anchor else "")
    command = [str(BROWSER), *FLAGS.split(), f"--user-data-dir={profile}", url]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    console = [line for line in ran.stderr.splitlines() if "CONSOLE" in line]
    return ran.stdout.partition('id="nodes"')[0], "\n".join(console)


def test_the_page_draws_under_its_own_policy(tmp_path: Path) -> None:
    view(SMALL, tmp_path)
    page, console = opened(tmp_path / "graph.html", "", tmp_path / "profile")
    assert console == ""
    assert "<canvas" in page
    assert "治理项目" in page.partition('id="legend"')[2].partition("</div>")[0]
    assert "点击一个节点" in page


def test_choosing_a_node_shows_its_relations_with_the_span_marked(tmp_path: Path) -> None:
    view(SMALL, tmp_path)
    anchor = "https://fazhi.example/id/law/xianfa-0c3d"
    page, console = opened(tmp_path / "graph.html", anchor, tmp_path / "profile")
    panel = page.partition('id="panel"')[2]
    assert console == ""
    assert "<h2>中华人民共和国宪法</h2>" in panel
    assert "<mark>加强宪法学习</mark>" in panel
    assert 'class="tag planned"' in panel
    assert 'class="tag shortcoming"' in panel
    assert "清溪镇2023年法治政府建设年度报告" in panel


def test_text_of_a_report_is_shown_as_text(tmp_path: Path) -> None:
    graph = SMALL.read_text(encoding="utf-8").replace('"民主法治示范镇"@zh', '"<b id=x>示范</b></script>"@zh')
    (tmp_path / "graph.ttl").write_text(graph, encoding="utf-8")
    view(tmp_path / "graph.ttl", tmp_path)
    anchor = "https://fazhi.example/id/honour/minzhufazhishifanzhen-31c0"
    page, console = opened(tmp_path / "graph.html", anchor, tmp_path / "profile")
    assert console == ""
    assert "<h2>&lt;b id=x&gt;示范&lt;/b&gt;&lt;/script&gt;</h2>" in page
    assert "<b " not in page
