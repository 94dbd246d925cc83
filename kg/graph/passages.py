"""The triples of a report's text: its letterhead, its sections, and every span that something points to."""

from collections.abc import Iterator

from kg.graph.iris import ONTOLOGY as FZ
from kg.graph.iris import Document
from kg.graph.terms import DCTERMS, INTEGER, ITSRDF, NIF, RDF, RDFS, Triple, date, escape, integer, plain, zh
from kg.model import Outline, Report, Text

A = f"<{RDF}type>"
LABEL = f"<{RDFS}label>"
REPORT = f"<{FZ}report>"
YEAR = f"<{FZ}year>"
EVIDENCE = f"<{FZ}evidence>"
STATUS = f"<{FZ}status>"
_CONTEXT = f"<{NIF}referenceContext>"
_BEGIN = f"<{NIF}beginIndex>"
_END = f"<{NIF}endIndex>"
_ANCHOR = f"<{NIF}anchorOf>"
_SOURCE_BEGIN = f"<{FZ}sourceBegin>"
_SOURCE_END = f"<{FZ}sourceEnd>"
_IDENTIFIES = f"<{ITSRDF}taIdentRef>"
_MENTION = f"<{FZ}Mention>"
_SECTION = f"<{FZ}Section>"
_ROLE = f"<{FZ}sectionRole>"
_LEVEL = f"<{FZ}level>"


def letterhead(text: Text, outline: Outline, doc: Document, area: str | None) -> list[Triple]:
    """What the report says of itself, as far as it does; ``area`` is the reporting division's term."""
    r, title = f"<{doc.iri}>", zh(outline.title or text.name)
    stated = (
        (f"<{DCTERMS}title>", zh(outline.title) if outline.title else None),
        (f"<{FZ}division>", area),
        (YEAR, date(str(outline.year)) if outline.year is not None else None),
        (f"<{FZ}documentNumber>", plain(outline.doc_number) if outline.doc_number else None),
        (f"<{DCTERMS}issued>", date(outline.issued) if outline.issued else None),
        (f"<{FZ}issuer>", zh(outline.issuer) if outline.issuer else None),
        (f"<{FZ}addressee>", zh(outline.addressee) if outline.addressee else None),
        (f"<{FZ}fileName>", plain(text.name)),
        (f"<{FZ}sha256>", plain(text.sha256)),
        (f"<{NIF}isString>", plain(text.clean)),
    )
    return [(r, A, f"<{FZ}Report>"), (r, LABEL, title), *((r, p, value) for p, value in stated if value)]


def sections(outline: Outline, doc: Document) -> list[Triple]:
    """The section tree, in the order of the text."""
    out: list[Triple] = []
    r = f"<{doc.iri}>"
    for section in sorted(outline.sections, key=lambda s: (s.begin, s.end)):
        s = f"<{doc.section(section.begin)}>"
        out += (
            (s, A, _SECTION),
            (s, LABEL, zh(section.heading or section.number)),
            (s, _ROLE, f"<{FZ}{section.role}>"),
            (s, _LEVEL, integer(section.level)),
            (s, _CONTEXT, r),
            (s, _BEGIN, integer(section.begin)),
            (s, _END, integer(section.end)),
        )
    return out


def mentions(report: Report, doc: Document, things: list[str]) -> list[Triple]:
    """Every span that names an entity or is evidence, once, in the order of the text."""
    named: dict[tuple[int, int], list[str]] = {}
    for mention in report.mentions:
        named.setdefault((mention.begin, mention.end), []).append(things[mention.entity])
    for span in evidence(report):
        named.setdefault(span, [])
    out: list[Triple] = []
    r, head, clean, origin = f"<{doc.iri}>", f"<{doc.part}char=", report.text.clean, report.text.origin
    for (begin, end), entities in sorted(named.items()):
        s = f"{head}{begin},{end}>"
        out += (
            (s, A, _MENTION),
            (s, _ANCHOR, f'"{escape(clean[begin:end])}"'),
            (s, _CONTEXT, r),
            (s, _BEGIN, f'"{begin}{INTEGER}'),
            (s, _END, f'"{end}{INTEGER}'),
            (s, _SOURCE_BEGIN, f'"{origin[begin]}{INTEGER}'),
            (s, _SOURCE_END, f'"{origin[end - 1] + 1}{INTEGER}'),
        )
        if entities:
            out += [(s, _IDENTIFIES, thing) for thing in sorted(set(entities))]
    return out


def evidence(report: Report) -> Iterator[tuple[int, int]]:
    """The spans that assertions rest on."""
    for relation in report.relations:
        yield relation.begin, relation.end
    for figure in report.observations:
        yield figure.begin, figure.end
    for statement in report.statements:
        yield statement.begin, statement.end
