"""``graph.html``: the graph to look at, search and click through, each relation with its sentences."""

from importlib.resources import files
from pathlib import Path

from kg.views import chunks, pages
from kg.views.columns import Columns
from kg.views.graph.drawing import drawing, options
from kg.views.graph.facts import pieces
from kg.views.graph.picture import Picture
from kg.views.graph.read import read
from kg.views.wording import Name

TITLE = Name(zh="关系图 · 法治政府建设知识图谱", en="Graph · Rule-of-law reports")
SCRIPTS = (
    "model",
    "select",
    "place",
    "shapes",
    "scene",
    "names",
    "ink",
    "find",
    "panel",
    "route",
    "filters",
    "address",
    "export",
)
"""Parts of the page's script, each on what stands before it; ``graph.js`` comes last."""


def draw(columns: Columns, out: Path) -> Path:
    """Writes ``graph.html`` and its files into folder ``out``; gives its path. KgError KG016 when it cannot."""
    return write(read(columns), out)


def write(picture: Picture, out: Path) -> Path:
    """The page of a picture and its files, into folder ``out``; gives its path. KgError KG016 when it cannot."""
    for name, value in pieces(picture):
        chunks.save(out, name, value)
    scripts = pages.part(*(f"graph-{name}.js" for name in SCRIPTS), "graph.js")
    pages.save(out / "assets" / "graph.js", scripts)
    pages.save(out / "assets" / "vis-network.js", _library())
    return pages.save(out / "graph.html", render(picture))


def render(picture: Picture) -> str:
    """The page: pyvis's network in a template of our own.

    Nodes are set as they are, because pyvis looks through all of them for each one that is added; the lines are
    drawn by the page's script, which knows them from ``graph/index``.
    """
    from pyvis.network import Network

    net = Network(directed=True)
    net.nodes = drawing(picture)
    net.options = options()
    net.templateEnv = pages.environment().overlay()
    net.templateEnv.globals = {
        **pages.environment().globals,
        "page": "graph",
        "title": TITLE,
        "root": "",
        "policy": pages.POLICY,
    }
    net.path = "graph.html"
    page: str = net.generate_html()
    return page


def _library() -> str:
    """vis-network as pyvis ships it, without the reference to a source map that is not there."""
    folder = files("pyvis") / "templates" / "lib"
    newest = max((item.name for item in folder.iterdir() if item.name.startswith("vis-")), key=_version)
    text = (folder / newest / "vis-network.min.js").read_text(encoding="utf-8")
    lines = text.replace("\r\n", "\n").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("//# sourceMappingURL"))


def _version(name: str) -> tuple[int, ...]:
    return tuple(int(part) for part in name.removeprefix("vis-").split(".") if part.isdigit())
