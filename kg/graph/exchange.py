"""The exchange format: one report as JSON, in the shape of the gold annotations, with offsets beside it."""

from typing import Any

from pydantic_core import to_json

from kg.model import Entity, Report


def exchange(report: Report) -> dict[str, Any]:
    """The report in the exchange format: plain lists and dicts, ready for JSON.

    Evidence and text are the cleaned text's characters at ``begin``/``end`` (code points); figures are integers
    where they are whole.
    """
    clean, outline, entities = report.text.clean, report.outline, report.entities
    return {
        "doc": report.text.name,
        "report": {
            "title": outline.title,
            "doc_number": outline.doc_number,
            "year": outline.year,
            "area": None if report.area is None else entities[report.area].name,
            "issuer": outline.issuer,
            "addressee": outline.addressee,
            "issued": outline.issued,
        },
        "key": report.key,
        "sha256": report.text.sha256,
        "entities": [_entity(entity) for entity in entities],
        "mentions": [
            {
                "entity": entities[m.entity].name,
                "begin": m.begin,
                "end": m.end,
                "source_begin": source[0],
                "source_end": source[1],
                **({"source_place": report.text.locate(m.begin, m.end)} if report.text.locators else {}),
                "surface": clean[m.begin : m.end],
                "rule": m.rule,
                "confidence": m.confidence,
                **({"edition": m.edition} if m.edition else {}),
            }
            for m in report.mentions
            for source in [report.text.source_span(m.begin, m.end)]
        ],
        "relations": [
            {
                "s": entities[r.subject].name,
                "p": r.predicate,
                "o": entities[r.object].name,
                "status": r.status,
                "evidence": clean[r.begin : r.end],
                "begin": r.begin,
                "end": r.end,
                "rule": r.rule,
                "confidence": r.confidence,
            }
            for r in report.relations
        ],
        "observations": [
            {
                "indicator": o.indicator,
                "concept": o.concept.partition(".")[0],
                "value": int(o.value) if o.value.is_integer() else o.value,
                "unit": o.unit,
                "about": None if o.about is None else entities[o.about].name,
                "period": o.period or None,
                "status": o.status,
                "evidence": clean[o.begin : o.end],
                **({"approx": True} if o.approx else {}),
                "begin": o.begin,
                "end": o.end,
                "rule": o.rule,
                "confidence": o.confidence,
            }
            for o in report.observations
        ],
        "statements": [
            {
                "kind": s.kind,
                "topic": s.topic,
                "text": clean[s.begin : s.end],
                "begin": s.begin,
                "end": s.end,
                "rule": s.rule,
                "confidence": s.confidence,
            }
            for s in report.statements
        ],
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "type": entity.type,
        "kind": entity.kind,
        "name": entity.name,
        "forms": list(entity.forms),
        "key": entity.key,
        "linked": entity.linked,
        **({"facts": dict(entity.facts)} if entity.facts else {}),
    }


def dumps(report: Report) -> bytes:
    """The exchange format as JSON in UTF-8: indented, the same bytes on every run.

    Written by pydantic's serializer, which needs a tenth of the time of the standard library's indented output.
    """
    return to_json(exchange(report), indent=1) + b"\n"
