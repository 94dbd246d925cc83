"""The whole graph as JSON-LD 1.1, expanded: full IRIs and no context."""

from pathlib import Path

import pyoxigraph as ox

from kg.graph import store
from kg.graph.writers import replacing


def jsonld(source: Path, target: Path) -> list[Path]:
    """Write JSON-LD (https://www.w3.org/TR/json-ld11/)."""
    target.parent.mkdir(parents=True, exist_ok=True)
    page = ox.serialize(store.triples(source), format=ox.RdfFormat.JSON_LD)
    with replacing(target) as file:
        file.write(page or b"")
    return [target]
