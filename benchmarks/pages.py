"""How long a reader waits for the pages of 4 and of about 3,000 reports, in a browser, from a folder.

The many are the sample again and again under other names, each copy with towns of its own: what copies share
(laws, programmes) they share, and compression flatters the sizes. Prints a Markdown table.

    python benchmarks/pages.py [COPIES]
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.build import build
from kg.graph.store import stream
from kg.views import figures, index, library, matrix, pages, places, tables
from kg.views.columns import Columns
from kg.views.library import Library
from kg.views.records import Report
from kg.views.shelf import shelve
from tests.browsing import Tabs, chromium

COPIES = 770
READY = {
    "index.html": ".card",
    "matrix.html": ".cell",
    "figures.html": "#chart li",
    "places.html": ".tree li",
    "index.html#q=调解": "#results blockquote",
    "index.html#q=没有这几个字": "text=没有句子含有这些字",
}
"""Address → what the reader waits for."""


def copied(own: Library, copies: int) -> Library:
    """The library with each report ``copies`` times, each time of another town."""
    things, reports = dict(own.things), list[Report]()
    for number in range(copies):
        for report in own.reports:
            old, new = report.division, f"{report.division}-{number}"
            thing = own.things[old]
            things[new] = thing._replace(
                iri=new, label=f"{thing.label}{number}", code=f"{thing.code}{number}"
            )
            claims = [c._replace(subject=new) if c.subject == old else c for c in report.claims]
            told = [f._replace(about=new) if f.about == old else f for f in report.figures]
            names = {"iri": f"{report.iri}-{number}", "name": f"{report.name}-{number}", "division": new}
            reports.append(report._replace(**names, claims=tuple(claims), figures=tuple(told)))
    return own._replace(things=things, reports=tuple(reports))


def written(own: Library, out: Path) -> float:
    """Seconds to write the pages that carry data."""
    begin = time.perf_counter()
    shelf = shelve(own)
    pages.assets(out)
    tables.write(shelf, out)
    draws: tuple[Callable[..., object], ...] = (matrix.draw, figures.draw, places.draw)
    for draw in draws:
        draw(shelf, out)
    index.draw(shelf, out, data=False)
    return time.perf_counter() - begin


def opened(out: Path) -> dict[str, float]:
    """Seconds from the address to what the reader waits for; the median of three."""
    found = {}
    with chromium() as browser:
        for address, wanted in READY.items():
            name, _, fragment = address.partition("#")
            times = []
            for _ in range(3):
                tabs = Tabs(browser)
                begin = time.perf_counter()
                tabs.open(out / name, fragment).locator(wanted).first.wait_for()
                times.append(time.perf_counter() - begin)
                tabs.close()
            found[address] = sorted(times)[1]
    return found


def main(copies: int) -> None:
    """Prints the table."""
    with TemporaryDirectory() as work:
        built, few, many = (Path(work) / name for name in ("built", "few", "many"))
        build([], built)
        own = library.read(Columns(stream(built)))
        sets = {few: own, many: copied(own, copies)}
        wrote = {out: written(one, out) for out, one in sets.items()}
        waits = {out: opened(out) for out in sets}
        size = {out: sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) for out in sets}
        counts = [len(one.reports) for one in sets.values()]
        print(f"| | {counts[0]:,} reports | {counts[1]:,} reports |\n| --- | --- | --- |")
        for address in READY:
            print(f"| `{address}` | {waits[few][address]:.2f} s | {waits[many][address]:.2f} s |")
        print(
            f"| size of these pages and their data | {size[few] / 1e6:.1f} MB | {size[many] / 1e6:.1f} MB |"
        )
        print(f"| time to write them | {wrote[few]:.2f} s | {wrote[many]:.2f} s |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COPIES)
