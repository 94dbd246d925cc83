"""The class of a standard that a thing is of, said beside its own: a store that infers nothing finds it by no other way."""

from kg.model.namespaces import DCTERMS, ELI, FOAF, FZ, NIF, ORG, QB, RDF

STANDARD = {
    "Report": f"{NIF}Context",
    "Section": f"{NIF}String",
    "Mention": f"{NIF}String",
    "Claim": f"{RDF}Statement",
    "Observation": f"{QB}Observation",
    "Division": f"{DCTERMS}Location",
    "Organization": f"{ORG}Organization",
    "LegalInstrument": f"{ELI}LegalResource",
    "Person": f"{FOAF}Person",
}
"""By the local name of the project's class: the one class above it that others ask for, a triple a thing. Which entries of the
vocabularies are concepts, ``entailments`` tells."""


def types(name: str) -> tuple[str, ...]:
    """The terms of the project's class of this name, and of the standard's where there is one."""
    own = f"<{FZ}{name}>"
    return (own, f"<{STANDARD[name]}>") if name in STANDARD else (own,)
