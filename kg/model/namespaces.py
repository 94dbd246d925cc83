"""The namespaces of the graph and of the vocabularies, spelled once, with the prefixes by which they are written and shown."""

FZ = "https://fazhi.example/ontology#"
VOCABULARY = "https://fazhi.example/vocabulary/"
DCAT = "http://www.w3.org/ns/dcat#"
DCTERMS = "http://purl.org/dc/terms/"
ELI = "http://data.europa.eu/eli/ontology#"
FOAF = "http://xmlns.com/foaf/0.1/"
ISO_THES = "http://purl.org/iso25964/skos-thes#"
ITSRDF = "http://www.w3.org/2005/11/its/rdf#"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
ORG = "http://www.w3.org/ns/org#"
OWL = "http://www.w3.org/2002/07/owl#"
PROV = "http://www.w3.org/ns/prov#"
QB = "http://purl.org/linked-data/cube#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SH = "http://www.w3.org/ns/shacl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
VOID = "http://rdfs.org/ns/void#"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES = {
    "fz": FZ,
    "dcat": DCAT,
    "dcterms": DCTERMS,
    "eli": ELI,
    "foaf": FOAF,
    "iso-thes": ISO_THES,
    "itsrdf": ITSRDF,
    "nif": NIF,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "qb": QB,
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": SKOS,
    "vann": "http://purl.org/vocab/vann/",
    "void": VOID,
    "xsd": XSD,
    "v": VOCABULARY,
    **{
        f"v-{scheme}": f"{VOCABULARY}{scheme}/"
        for scheme in ("doctrine", "event", "indicator", "institution", "kind", "programme", "role", "topic")
    },
}
"""In the order in which ``graph.ttl`` declares them."""
