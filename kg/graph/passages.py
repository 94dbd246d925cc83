"""The triples of a report's text: its letterhead, its sections, and every span that something points to."""

from collections.abc import Iterator

from kg.graph.aligned import types
from kg.graph.ink import NUMBER, OFFSET, TEXT, ZH, Facts, Ink
from kg.graph.terms import LABEL, A, date, decimal, escape, string, zh
from kg.model import LinkedMention, Report
from kg.model.namespaces import DCTERMS, FZ, ITSRDF, NIF

REPORT = f"<{FZ}report>"
YEAR = f"<{FZ}year>"
EVIDENCE = f"<{FZ}evidence>"
STATUS = f"<{FZ}status>"
RULE = f"<{FZ}rule>"
_CONTEXT = f"<{NIF}referenceContext>"
_BEGIN = f"<{NIF}beginIndex>"
_END = f"<{NIF}endIndex>"
_EDITION = f"<{FZ}edition>"
_PLACE = f"<{FZ}sourcePlace>"
_IDENTIFIES = f"<{ITSRDF}taIdentRef>"
_CONFIDENCE = f"<{ITSRDF}taConfidence>"


def letterhead(ink: Ink, report: Report, area: str | None) -> None:
    """What the report says of itself, as far as it does; ``area`` is the reporting division's term."""
    text, outline = report.text, report.outline
    stated = (
        (LABEL, zh(outline.title or text.name)),
        (f"<{DCTERMS}title>", zh(outline.title) if outline.title else None),
        (f"<{FZ}division>", area),
        (YEAR, year(report)),
        (f"<{FZ}documentNumber>", string(outline.doc_number) if outline.doc_number else None),
        (f"<{DCTERMS}issued>", date(outline.issued) if outline.issued else None),
        (f"<{FZ}issuer>", zh(outline.issuer) if outline.issuer else None),
        (f"<{FZ}addressee>", zh(outline.addressee) if outline.addressee else None),
        (f"<{FZ}fileName>", string(text.name)),
        (f"<{FZ}sha256>", string(text.sha256)),
        (f"<{NIF}isString>", string(text.clean)),
        (f"<{FZ}sourceText>", _source(report)),
    )
    facts = (ink.once(predicate, value) for predicate, value in stated if value)
    ink.add(ink.here.iri, ink.fact(A, *types("Report")), *facts)


def _source(report: Report) -> str | None:
    """The source file's characters, which ``fz:sourceBegin`` counts; None where they are the cleaned text.

    A lone surrogate, which RDF cannot hold, becomes one ``?``, so that offsets hold.
    """
    source = report.text.source
    return None if source == report.text.clean else string(source.encode(errors="replace").decode())


def sections(ink: Ink, report: Report) -> None:
    """The section tree, in the order of the text."""
    kind, named = ink.fact(A, *types("Section")), ink.template((LABEL, ZH))
    placed = ink.template(
        (f"<{FZ}level>", NUMBER), (_CONTEXT, f"<{ink.here.iri}>"), (_BEGIN, OFFSET), (_END, OFFSET)
    )
    for section in sorted(report.outline.sections, key=lambda s: (s.begin, s.end)):
        called = escape(section.heading or section.number).encode()
        ink.add(
            ink.here.section(section.begin),
            kind,
            *([named.fill(called)] if called else ()),
            ink.fact(f"<{FZ}sectionRole>", f"<{FZ}{section.role}>"),
            placed.fill(section.level, section.begin, section.end),
        )


def mentions(ink: Ink, report: Report, things: list[str]) -> None:
    """Every span that names an entity or is evidence, once, in the order of the text."""
    named: dict[tuple[int, int], list[LinkedMention]] = {}
    for mention in report.mentions:
        named.setdefault((mention.begin, mention.end), []).append(mention)
    for span in evidence(report):
        named.setdefault(span, [])
    kind = ink.fact(A, *types("Mention"))
    template = ink.template(
        (f"<{NIF}anchorOf>", TEXT),
        (_CONTEXT, f"<{ink.here.iri}>"),
        (_BEGIN, OFFSET),
        (_END, OFFSET),
        (f"<{FZ}sourceBegin>", NUMBER),
        (f"<{FZ}sourceEnd>", NUMBER),
    )
    clean, origin = report.text.clean, report.text.origin
    readings: dict[tuple[tuple[int, str, float, str | None], ...], Facts] = {(): Facts(b"", b"")}
    for (begin, end), meant in sorted(named.items()):
        words = escape(clean[begin:end]).encode()
        span_ = template.fill(words, begin, end, origin[begin], origin[end - 1] + 1)
        key = tuple([(m.entity, m.rule, m.confidence, m.edition) for m in meant])
        if key not in readings:
            editions = [edition for _, _, _, edition in key if edition]
            readings[key] = ink.fact(
                _IDENTIFIES, *sorted({things[entity] for entity, _, _, _ in key})
            ).joined(
                ink.fact(RULE, *sorted({string(rule) for _, rule, _, _ in key})),
                ink.fact(_CONFIDENCE, decimal(max(confidence for _, _, confidence, _ in key))),
                *([ink.fact(_EDITION, date(min(editions)))] if editions else ()),
            )
        place = report.text.locate(begin, end)
        where = [ink.fact(_PLACE, string(place))] if place else []
        ink.add(ink.here.char(begin, end), kind, span_, readings[key], *where)


def evidence(report: Report) -> Iterator[tuple[int, int]]:
    """The spans that assertions rest on."""
    for relation in report.relations:
        yield relation.begin, relation.end
    for figure in report.observations:
        yield figure.begin, figure.end
    for statement in report.statements:
        yield statement.begin, statement.end
    for found in report.contradictions:
        yield found.begin, found.end


def year(report: Report) -> str | None:
    """The term of the year reported on, if it is known."""
    return None if report.outline.year is None else date(str(report.outline.year))
