"""Putting a page together: nothing fetched from outside, nothing run but our own scripts.

Every page stands in one frame (``base.html``). What pages share lies beside them in ``assets/``; a strict
Content-Security-Policy lets a page use that and nothing else.
"""

import json
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import get_args

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from kg.errors import raised_as
from kg.model import EntityType
from kg.views.wording import Name, plural

TEMPLATES = Path(__file__).parent / "templates"
ASSETS = (
    *("common.css", "common.js"),
    *("entity.css", "graph.css"),
    *("figures.css", "figures.js", "charts.js"),
    *("index.css", "index.js"),
    *("matrix.css", "matrix.js", "sheet.js"),
    "places.css",
    *("report.css", "report.js"),
)
"""Styles and scripts that lie beside the pages, in ``assets/``."""
NAVIGATION = (
    ("index", "概览", "Overview"),
    ("graph", "关系图", "Graph"),
    ("matrix", "对照表", "Matrix"),
    ("figures", "数据", "Figures"),
    ("places", "地区", "Places"),
)
"""Pages of the header: file name without ``.html``, Chinese, English."""
CLASSES: tuple[EntityType, ...] = get_args(EntityType)
"""In the order in which legends list them."""
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'"
"""The Content-Security-Policy: the files beside the page, and nothing else."""
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # controls; turns of direction
)


@cache
def environment() -> Environment:
    """Templates that escape what they print; ``tojson`` writes Chinese as it is, and ``<`` as an escape."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: visible(value) if type(value) is str else value,
    )
    made.policies["json.dumps_function"] = _json
    made.policies["json.dumps_kwargs"] = {}
    made.globals |= {"t": both, "name": named, "plural": plural, "navigation": NAVIGATION}
    return made


def _json(value: object) -> str:
    """Compact JSON; what shows nothing or turns a line is spelled as an escape, in the page's source too."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _UNSEEN.sub(lambda char: f"\\u{ord(char[0]):04x}", text)


def visible(text: str) -> str:
    """``text`` with a mark (U+FFFD) for each character that shows nothing or turns the direction of a line.

    One for one, so that offsets hold. A file name or a report could otherwise show what it does not say.
    """
    return text if text.isprintable() else _UNSEEN.sub("\ufffd", text)


@lru_cache(maxsize=4096)
def both(zh: str, en: str) -> Markup:
    """A text in both languages, of which the page shows one."""
    if zh == en:
        return escape(visible(zh))
    return Markup('<span class="zh" lang="zh-CN">{}</span><span class="en" lang="en">{}</span>').format(
        visible(zh), visible(en)
    )


def named(of: Name) -> Markup:
    """The same for a name."""
    return both(of.zh, of.en)


def render(
    page: str, title: Name, *, root: str = "", template: str = "", connect: bool = False, **facts: object
) -> str:
    """A page of the frame as HTML.

    ``page`` names it among the pages of the header; ``root`` is the way to the folder of the pages
    (``../``); ``template`` is the page's template, ``PAGE.html`` unless given; a page that may ``connect``
    asks the server that it came from.
    """
    made = environment().get_template(template or f"{page}.html")
    allowed = POLICY + ("; connect-src 'self'" if connect else "")
    return made.render(page=page, title=title, root=root, policy=allowed, **facts)


def part(*names: str) -> str:
    """Templates' files one after the other, as a browser reads them (it takes CRLF for LF)."""
    return "\n".join((TEMPLATES / name).read_text(encoding="utf-8") for name in names).replace("\r\n", "\n")


def assets(out: Path) -> None:
    """Writes what the pages share into ``out/assets``. KgError KG016 when it cannot."""
    for name in ASSETS:
        save(out / "assets" / name, part(name))


def save(path: Path, page: str) -> Path:
    """Writes the page; KgError KG016 when it cannot."""
    with raised_as("KG016", path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="\n")
    return path
