"""The exchange format: one report as JSON, in the shape of the gold annotations, with offsets beside it."""

import json
from pathlib import Path

from pydantic_core import to_json

from kg.errors import raised_as
from kg.graph.figures import in_order
from kg.graph.record import Counted, Headed, Mentioned, Misfit, Remark, ReportRecord, Stated, Thing
from kg.model import (
    Contradiction,
    Entity,
    LinkedMention,
    Observation,
    Relation,
    Report,
    Section,
    Statement,
)


def exchange(report: Report) -> ReportRecord:
    """The report in the exchange format: plain lists and dicts, ready for JSON.

    Evidence and text are the cleaned text's characters at ``begin``/``end`` (code points); figures are integers
    where they are whole.
    """
    outline, entities, order = report.outline, report.entities, in_order(report)
    places = {at: place for place, at in enumerate(order)}
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
        "entities": [_thing(*one) for one in zip(entities, _forms(report), strict=True)],
        "mentions": [_mentioned(mention, report) for mention in report.mentions],
        "relations": [_stated(relation, report) for relation in report.relations],
        "observations": [_counted(report.observations[at], report, places) for at in order],
        "statements": [_remark(statement, report) for statement in report.statements],
        "sections": [_headed(one) for one in sorted(outline.sections, key=lambda s: s.begin)],
        "contradictions": [_misfit(found, report, places) for found in report.contradictions],
    }


def dumps(report: Report) -> bytes:
    """The exchange format as JSON in UTF-8: indented, the same bytes on every run.

    Written by pydantic's serializer, which needs a tenth of the time of the standard library's indented output.
    """
    return to_json(exchange(report), indent=1) + b"\n"


def records(build: Path) -> list[ReportRecord]:
    """The records of the build in a folder, in order of their files' names; none where there is no build.

    Raises KgError KG012 for one that cannot be read or is not JSON.
    """
    found = []
    for file in sorted((build / "reports").glob("*.json")):
        with raised_as("KG012", file, (OSError, ValueError)):
            found.append(json.loads(file.read_text(encoding="utf-8")))
    return found


def _forms(report: Report) -> list[list[str]]:
    """For each entity its surface forms, each followed by its other spellings in the file: ＋ for +, ( for （."""
    spelled: list[dict[str, list[str]]] = [{form: [form] for form in e.forms} for e in report.entities]
    for mention in report.mentions:
        begin, end = mention.begin, mention.end
        surface, printed = report.text.clean[begin:end], report.text.printed(begin, end)
        for form, known in spelled[mention.entity].items() if printed != surface else ():
            at = surface.find(form)
            spelling = printed[at : at + len(form)]
            if at >= 0 and spelling not in known:
                known.append(spelling)
    return [[spelling for known in forms.values() for spelling in known] for forms in spelled]


def _thing(entity: Entity, forms: list[str]) -> Thing:
    thing: Thing = {
        "type": entity.type,
        "kind": entity.kind,
        "name": entity.name,
        "forms": forms,
        "key": entity.key,
        "linked": entity.linked,
    }
    if entity.facts:
        thing["facts"] = dict(entity.facts)
    return thing


def _mentioned(mention: LinkedMention, report: Report) -> Mentioned:
    text, begin, end = report.text, mention.begin, mention.end
    source = text.source_span(begin, end)
    said: Mentioned = {
        "entity": report.entities[mention.entity].name,
        "begin": begin,
        "end": end,
        "source_begin": source[0],
        "source_end": source[1],
        "surface": text.clean[begin:end],
        "rule": mention.rule,
        "confidence": mention.confidence,
    }
    if text.locators:
        said["source_place"] = text.locate(begin, end)
    if mention.edition:
        said["edition"] = mention.edition
    return said


def _stated(relation: Relation, report: Report) -> Stated:
    return {
        "s": report.entities[relation.subject].name,
        "p": relation.predicate,
        "o": report.entities[relation.object].name,
        "status": relation.status,
        "evidence": report.text.clean[relation.begin : relation.end],
        "begin": relation.begin,
        "end": relation.end,
        "rule": relation.rule,
        "confidence": relation.confidence,
    }


def _counted(figure: Observation, report: Report, places: dict[int, int]) -> Counted:
    """``places``: where in the list each of the report's figures stands."""
    said: Counted = {
        "indicator": figure.indicator,
        "concept": figure.concept.partition(".")[0],
        "notation": figure.concept,
        "value": _shortest(figure.value),
        "unit": figure.unit,
        "about": None if figure.about is None else report.entities[figure.about].name,
        "period": figure.period or None,
        "status": figure.status,
        "evidence": report.text.clean[figure.begin : figure.end],
        "begin": figure.begin,
        "end": figure.end,
        "rule": figure.rule,
        "confidence": figure.confidence,
    }
    number = figure.plain_number
    if number.unit and number.times > 1:
        said["plain_value"], said["plain_unit"] = _shortest(float(number.value)), number.unit
    if figure.approx:
        said["approx"] = True
    if figure.part_of is not None:
        said["part_of"] = places[figure.part_of]
    return said


def _shortest(value: float) -> int | float:
    """The number as JSON has it: an integer where it is whole."""
    return int(value) if value.is_integer() else value


def _remark(statement: Statement, report: Report) -> Remark:
    return {
        "kind": statement.kind,
        "topic": statement.topic,
        "text": report.text.clean[statement.begin : statement.end],
        "begin": statement.begin,
        "end": statement.end,
        "rule": statement.rule,
        "confidence": statement.confidence,
    }


def _headed(section: Section) -> Headed:
    return {
        "number": section.number,
        "heading": section.heading,
        "level": section.level,
        "role": section.role,
        "begin": section.begin,
        "end": section.end,
    }


def _misfit(found: Contradiction, report: Report, places: dict[int, int]) -> Misfit:
    """``places``: where in the list each of the report's figures stands."""
    return {
        "check": found.check,
        "severity": found.severity,
        "stated": places[found.stated],
        "against": sorted(places[at] for at in found.against),
        "expected": _shortest(found.expected),
        "evidence": report.text.clean[found.begin : found.end],
        "begin": found.begin,
        "end": found.end,
    }
