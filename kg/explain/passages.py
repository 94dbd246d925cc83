"""The sentence that a span stands in."""

from functools import cached_property

from kg.explain.graph import CONTEXT, LABEL, Graph
from kg.lexicon import divisions
from kg.lexicon.division import Division
from kg.linking import reporting_division
from kg.model import Outline, Record
from kg.model.namespaces import FZ, NIF
from kg.model.sentences import sentence_around
from kg.reading import outline, read_text

LONGEST = 120
"""Characters of the sentence that are shown on either side of the span."""


class Passage(Record):
    """A span in its sentence: ``before``, ``marked`` and ``after`` joined are the text around it."""

    report: str
    """The report's IRI."""
    title: str
    file: str
    begin: int
    """Offset in the cleaned text, in code points; half-open."""
    end: int
    source_begin: int
    """Offset in the file as decoded."""
    source_end: int
    before: str
    marked: str
    after: str


class Told:
    """What the graph holds of one report."""

    def __init__(self, graph: Graph, iri: str) -> None:
        self.graph, self.iri = graph, iri
        self.text = graph.one(iri, f"{NIF}isString")
        self.title, self.file = graph.one(iri, LABEL), graph.one(iri, f"{FZ}fileName")
        self.area = graph.one(iri, f"{FZ}division")

    @cached_property
    def outline(self) -> Outline:
        """What the head of the cleaned text says."""
        return outline(read_text(self.text, self.file))

    @cached_property
    def home(self) -> Division | None:
        """The reporting division; of a town that no list has what the head of the report says."""
        return division(self.graph, self.area) or reporting_division(self.outline, self.text)[0]

    def passage(self, span: str) -> Passage:
        """The passage of a mention of this report."""
        begin, end = (int(self.graph.one(span, f"{NIF}{name}Index")) for name in ("begin", "end"))
        first, last = sentence_around(self.text, begin, end, LONGEST)
        return Passage(
            report=self.iri,
            title=self.title,
            file=self.file,
            begin=begin,
            end=end,
            source_begin=int(self.graph.one(span, f"{FZ}sourceBegin")),
            source_end=int(self.graph.one(span, f"{FZ}sourceEnd")),
            before=self.text[first:begin],
            marked=self.text[begin:end],
            after=self.text[end:last],
        )


def division(graph: Graph, iri: str) -> Division | None:
    """The division of the gazetteer that a node of the graph stands for."""
    code, year = (graph.one(iri, f"{FZ}{name}") if iri else "" for name in ("divisionCode", "codeYear"))
    return divisions.load().get(code, int(year)) if code and year else None


def report_of(graph: Graph, span: str) -> str:
    """The IRI of the report that a mention is in."""
    return graph.one(span, CONTEXT)
