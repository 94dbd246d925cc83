"""Seconds until the graph page is drawn and answers a search, beside plain pyvis with its defaults.

    python benchmarks/graph_page.py [--nodes 300 2000 10000 100000] [--rounds 3] [--patience 120]

The sample's reports are given to as many towns of the gazetteer as it takes to have so many entities, and built. Both
pages show the same graph; ``made`` is the processor time that ours took from the Turtle file. Chromium opens each in a
profile of its own, from a folder, with the network cut off.
``drawn`` is the time from the navigation's start until the drawing stands still and can be clicked; ``search`` from
there until the first suggestion for a name is on the screen. Plain pyvis has no search; it is ``drawn`` when its first
picture is there and ``still`` when that has stopped to move, and is given up after ``--patience`` seconds. Needs the
extra ``test`` and Chromium.
"""

import argparse
import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from kg import resources
from kg.extraction import extract
from kg.graph.files import GraphFiles, render
from kg.graph.store import stream
from kg.lexicon import divisions, vocabulary
from kg.linking import link, reporting_division
from kg.reading import outline, read_text
from kg.views import graph, pages
from kg.views.columns import Columns
from kg.views.graph.picture import Picture
from kg.views.graph.read import read

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.browsing import chromium

SAMPLE = {
    "beixinjing-2022": ("长宁区", "北新泾街道"),
    "huinan-2023": ("浦东新区", "惠南镇"),
    "waigang-2022": ("嘉定区", "外冈镇"),
    "yuepu-2021": ("宝山区", "月浦镇"),
}
"""County and town of each report of the sample."""


def texts() -> Iterator[tuple[str, str]]:
    """Names and texts of the sample's reports, each in turn as that of the next town of the gazetteer."""
    own = {stem: (resources.sample() / f"{stem}.txt").read_text(encoding="utf-8") for stem in SAMPLE}
    table = divisions.load()
    towns = [one for one in table if len(one.code) == 12 and one.name.endswith(("镇", "街道"))]
    for number, town in enumerate(towns):
        stem = list(SAMPLE)[number % len(SAMPLE)]
        county, name = SAMPLE[stem]
        above = [one.name for one in table.ancestors(town)]
        moved = (
            own[stem]
            .replace("上海市", "".join(above[:-1]))
            .replace(county, above[-1])
            .replace(name, town.name)
        )
        yield f"{stem}-{number}.txt", moved


def built(folder: Path, least: int) -> Path:
    """The graph of so many reports that they speak of ``least`` entities, as a Turtle file."""
    words = vocabulary.load()
    known: set[str] = set()
    with GraphFiles(folder) as files:
        for name, source in texts():
            text = read_text(source, name)
            own = outline(text)
            home, _ = reporting_division(own, text.clean)
            report = link(text, own, extract(text, own, home), home, words)
            files.add(render(report))
            known.update(entity.key for entity in report.entities)
            if len(known) >= least:
                break
        files.finish()
    return folder / "graph.ttl"


def plain(picture: Picture, path: Path) -> Path:
    """The same nodes and relations as pyvis writes them: what ``add_node`` and ``add_edge`` would have added."""
    from pyvis.network import Network

    net = Network(cdn_resources="in_line")
    net.nodes = [
        {"color": "#97c2fc", "id": number, "label": node.label.zh, "shape": "dot"}
        for number, node in enumerate(picture.nodes)
    ]
    net.edges = [{"from": edge.source, "to": edge.target} for edge in picture.edges]
    path.write_text(net.generate_html(), encoding="utf-8")
    return path


def open_ours(page: Page, path: Path, name: str, patience: float) -> tuple[float, float]:
    """Milliseconds until the page is ready, and until it has answered a search after that."""
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_selector("html[data-ready]", timeout=patience * 1000, state="attached")
    ready = page.evaluate("performance.getEntriesByName('ready')[0].startTime")
    begun = time.perf_counter()
    page.fill("#wanted", name)
    page.wait_for_selector("#hit0", timeout=patience * 1000)
    return ready, (time.perf_counter() - begun) * 1000


def open_plain(page: Page, path: Path, patience: float) -> tuple[float | None, float | None]:
    """Seconds until there is a drawing, and until it stands still; None: not within ``patience`` seconds."""
    begun = time.perf_counter()
    seen: list[float | None] = []
    for state in ("ready", "stabilized"):
        try:
            left = max(1, patience - (time.perf_counter() - begun)) * 1000
            if not seen:
                page.goto(path.as_uri(), wait_until="commit", timeout=left)
            page.wait_for_function(
                f"typeof network !== 'undefined' && network && network.physics.{state}", timeout=left
            )
            seen.append(time.perf_counter() - begun)
        except Exception as error:  # Playwright's own time-out, or a page that died of its size
            print(f"  plain pyvis, {state}: {type(error).__name__}", file=sys.stderr)
            seen.append(None)
    return seen[0], seen[1]


def fresh(browser: Browser) -> Page:
    """A page that remembers nothing and reaches nothing."""
    return browser.new_context(offline=True, viewport={"width": 1280, "height": 800}).new_page()


def main() -> None:
    """Print a row for each size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--nodes", type=int, nargs="+", default=[300, 2000, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--patience", type=float, default=120.0)
    parser.add_argument("--keep", type=Path, help="folder for the pages; none given: a temporary one")
    args = parser.parse_args()
    gc.disable()
    print(
        "| nodes | relations | made, s | pages, MB | drawn, s | search, s | pyvis: drawn, s | pyvis: still, s |"
    )
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |", flush=True)
    for least in args.nodes:
        with tempfile.TemporaryDirectory() as temporary:
            folder = (args.keep or Path(temporary)) / str(least)
            folder.mkdir(parents=True, exist_ok=True)
            source = built(folder, least)
            begun = time.process_time()
            pages.assets(folder)
            picture = read(Columns(stream(source)))
            page = graph.write(picture, folder)
            made = time.process_time() - begun
            other = plain(picture, folder / "plain.html")
            name = picture.nodes[-1].label.zh
            ours = []
            for _ in range(args.rounds):
                with chromium() as browser:
                    ours.append(open_ours(fresh(browser), page, name, args.patience))
            with chromium() as browser:
                stood = open_plain(fresh(browser), other, args.patience)
            size = sum(
                path.stat().st_size for path in folder.rglob("*") if path.suffix in (".html", ".js", ".css")
            )
            size -= other.stat().st_size
            drawn, search = (statistics.median(row[at] for row in ours) / 1000 for at in (0, 1))
            sizes = f"{len(picture.nodes):,} | {len(picture.edges):,} | {made:.1f} | {size / 1e6:.1f}"
            beside = " | ".join(f"> {args.patience:.0f}" if one is None else f"{one:.1f}" for one in stood)
            print(
                f"| {sizes} | {drawn:.2f} | {search:.2f} | {beside} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
