"""The ontology as a page to read: every term in Chinese and English, with a diagram, made from ``fazhi.ttl``."""

from markupsafe import Markup

from kg.views.diagram import Box, diagram
from kg.views.pages import environment
from kg.views.terms import PARTS, Ontology


def page(ontology: Ontology) -> str:
    """The page: one HTML file that needs nothing else."""
    parts = {key: [t for t in ontology.terms if t.part == key] for key in PARTS}
    classes = {t.name: t for t in ontology.terms if t.part in ("entities", "above")}
    boxes = [
        Box(t.name, t.label["zh"], tuple(a[3:] for a in t.above if a[3:] in classes), t.part == "entities")
        for t in classes.values()
    ]
    return (
        environment()
        .get_template("ontology.html")
        .render(
            ontology=ontology,
            parts=parts,
            hierarchy=Markup(diagram(boxes)),
            names={t.name: t for t in ontology.terms},
        )
    )
