"""``graph.html``: the graph to look at, search and click through, each relation with its sentences."""

from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox

from kg.views import pages
from kg.views.drawing import drawing, facts, options
from kg.views.picture import Picture
from kg.views.read import read

MOST = 2000
"""How many nodes are drawn, those with the most relations first."""


def draw(store: ox.Store, out: Path) -> Path:
    """Writes ``graph.html`` into folder ``out``; gives its path. KgError KG016 when it cannot be written."""
    return pages.save(out / "graph.html", render(read(store, MOST)))


def render(picture: Picture) -> str:
    """The page: pyvis's network in a template of our own.

    Nodes and edges are set as they are, because pyvis looks through all of them for each one that is added.
    """
    from pyvis.network import Network

    styles = [pages.part("common.css", "graph.css")]
    scripts = [_library(), pages.part("panel.js", "search.js", "dots.js", "graph.js")]
    net = Network(directed=True)
    net.nodes, net.edges = drawing(picture)
    net.options = options()
    net.templateEnv = pages.environment()
    net.path = "graph.html"
    net.templateEnv.globals |= {
        "picture": picture,
        "facts": facts(picture),
        "styles": styles,
        "scripts": scripts,
        "policy": pages.policy(styles, scripts),
    }
    page: str = net.generate_html()
    return page


def _library() -> str:
    """vis-network as pyvis ships it, without the reference to a source map that is not there."""
    folder = files("pyvis") / "templates" / "lib"
    newest = max((item.name for item in folder.iterdir() if item.name.startswith("vis-")), key=_version)
    text = (folder / newest / "vis-network.min.js").read_text(encoding="utf-8")
    lines = text.replace("\r\n", "\n").replace("</script", "<\\/script").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("//# sourceMappingURL"))


def _version(name: str) -> tuple[int, ...]:
    return tuple(int(part) for part in name.removeprefix("vis-").split(".") if part.isdigit())
