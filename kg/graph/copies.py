"""Copies of a report: files that were read and hold what another file said already."""

from kg.graph.terms import FALSE, TRUE, A, Triple, string
from kg.model import Copy
from kg.model.namespaces import DCTERMS, FZ


def copies(base: str, copy: Copy) -> list[Triple]:
    """What the graph says of one copy."""
    name = copy.file.replace("\\", "/").rpartition("/")[2]
    node = f"<{base}copy/{copy.sha256[:20]}>"
    facts = (
        (A, f"<{FZ}Copy>"),
        (f"<{DCTERMS}isVersionOf>", f"<{base}{copy.report}>"),
        (f"<{FZ}exact>", TRUE if copy.exact else FALSE),
        (f"<{FZ}fileName>", string(name)),
        (f"<{FZ}sha256>", string(copy.sha256)),
    )
    return [(node, predicate, value) for predicate, value in facts]
