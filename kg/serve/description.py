"""What the endpoint says of itself: the SPARQL 1.1 Service Description."""

import pyoxigraph as ox

from kg.model.namespaces import RDF, VOID
from kg.query.media import SOLUTIONS, TRIPLES

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
_NAMES = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON-LD",
}


def describe(endpoint: str, triples: int) -> list[ox.Triple]:
    """The description of the service at IRI ``endpoint``, whose default graph has so many triples."""
    service, data, graph = (ox.NamedNode(f"{endpoint}{part}") for part in ("", "#dataset", "#graph"))

    def sd(name: str) -> ox.NamedNode:
        return ox.NamedNode(SD + name)

    a = ox.NamedNode(f"{RDF}type")
    return [
        ox.Triple(service, a, sd("Service")),
        ox.Triple(service, sd("endpoint"), service),
        ox.Triple(service, sd("supportedLanguage"), sd("SPARQL11Query")),
        *(
            ox.Triple(service, sd("resultFormat"), ox.NamedNode(FORMATS + _NAMES[media]))
            for media in (*SOLUTIONS, *TRIPLES)
        ),
        ox.Triple(service, sd("defaultDataset"), data),
        ox.Triple(data, a, sd("Dataset")),
        ox.Triple(data, sd("defaultGraph"), graph),
        ox.Triple(graph, a, sd("Graph")),
        ox.Triple(graph, ox.NamedNode(f"{VOID}triples"), ox.Literal(triples)),
    ]
