"""Where the background facts of a graph are from: codes of divisions, dates of laws (``kg/lexicon/data/sources.tsv``)."""

from collections.abc import Iterator

from kg import resources
from kg.graph.terms import LABEL, A, Triple, date, zh
from kg.model.namespaces import DCTERMS, PROV

TABLE = "sources.tsv"


def sources(dataset: str) -> Iterator[Triple]:
    """The sources of ``dataset`` (a term), each with its name, the day as of which it was taken and its licence, if any."""
    rows = (resources.data() / TABLE).read_text("utf-8").splitlines()[1:]
    for iri, chinese, english, as_of, licence in (row.split("\t") for row in rows):
        source = f"<{iri}>"
        yield dataset, f"<{PROV}wasDerivedFrom>", source
        yield source, A, f"<{PROV}Entity>"
        yield source, LABEL, zh(chinese)
        yield source, LABEL, f'"{english}"@en'
        yield source, f"<{DCTERMS}modified>", date(as_of)
        if licence:
            yield source, f"<{DCTERMS}license>", f"<{licence}>"
