"""Reports made up for tests: places and sentences that exist nowhere, with every kind of record in them."""

import hashlib
from itertools import product
from pathlib import Path
from typing import Any, Literal

import pyoxigraph as ox

from kg.graph.concepts import Concepts, concepts
from kg.graph.ink import Ink
from kg.graph.iris import DEFAULT_BASE
from kg.graph.terms import Triple, triple
from kg.graph.triples import write_down
from kg.model import (
    Contradiction,
    Entity,
    EntityType,
    LinkedMention,
    Observation,
    Outline,
    Relation,
    Report,
    Section,
    SectionRole,
    Statement,
    Status,
    Text,
)

VOCABULARY = (Path(__file__).parent / "data" / "graph_vocabulary.ttl",)
"""The user's own vocabulary of these tests."""

_PARTS: tuple[tuple[str, str, SectionRole, Status, str], ...] = (
    ("一、", "点灯成效", "achievements", "achieved", ""),
    ("二、", "存在问题", "shortcomings", "shortcoming", "灯还不够亮"),
    ("三、", "下步打算", "plans", "planned", "把灯点亮"),
)
_FORMS: tuple[tuple[EntityType, str, str, str], ...] = (
    ("Organization", "司法所", "松林司法所", "local"),
    ("Programme", "制度", "灯笼制度", "vocabulary"),
    ("LegalInstrument", "法律", "点灯法", "law"),
    ("Role", "队伍", "点灯人", "local"),
    ("Person", "个人", "郑一灯", "unlinked"),
    ("Honour", "荣誉", "明灯奖", "unlinked"),
    ("Doctrine", "思想", "灯火思想", "vocabulary"),
    ("Event", "会议", "灯会", "local"),
)
_CLAUSES: tuple[tuple[str, int, str, int], ...] = (
    ("{0}推行{3}", 0, "implements", 3),
    ("{2}推行{3}", 2, "implements", 3),
    ("{0}印发《{4}》", 0, "enacts", 4),
    ("{0}学习{8}", 0, "studies", 8),
    ("{0}组建{5}", 0, "establishes", 5),
    ("{0}邀请{6}", 0, "engages", 6),
    ("{2}获{7}", 2, "receives", 7),
    ("{0}会同{2}", 0, "cooperatesWith", 2),
)
_LAW = {
    "official_name": "中华点灯法",
    "category": "法律",
    "promulgated": "2001-05-01",
    "amended": "2017-05-01",
    "effective": "2017-07-01",
}
_IDENTIFIERS = {
    "灯笼制度": "test/lanterns",
    "灯火思想": "test/thought",
    "点灯法": "legalinstrument/cn/dian-deng-fa",
}


def known() -> Concepts:
    """The shipped concepts and those of the tests."""
    return concepts(VOCABULARY)


def triples_of(report: Report, base: str = DEFAULT_BASE) -> list[Triple]:
    """Every triple of ``report``, once."""
    own, shared, *_ = write_down(report, base, known())
    return written(own) + list(map(triple, shared))


def written(ink: Ink) -> list[Triple]:
    """What was written down, in its order."""
    quads = ox.parse(b"".join(ink.quads()), format=ox.RdfFormat.N_QUADS)
    return [(str(q.subject), str(q.predicate), str(q.object)) for q in quads]


def make_report(code: str = "999901101000", year: int = 2021, rounds: int = 1) -> Report:
    """The report of the town with this code; ``rounds`` multiplies its 24 sentences."""
    town = f"松林{code[6:9]}镇"
    names = [f"云山区{town}", "云山区", *(name for _, _, name, _ in _FORMS)]
    surfaces = [town, *names[1:]]
    writer = _Writer(f"{year}年{town}点灯报告\n")
    sections, statements, observations = [], [], []
    for number, heading, role, status, remark in _PARTS:
        begin, body = writer.add(number + heading + "\n")
        for turn, (pattern, subject, predicate, value) in product(range(rounds), _CLAUSES):
            span = writer.add(pattern.format(*surfaces), surfaces)
            writer.relations.append((subject, predicate, value, status, *span))
            writer.add("，")
            span = writer.add(f"点灯{turn + 1}盏")
            observations.append(_figure(turn + 1, 2 if turn % 2 else None, year, status, *span))
            writer.add("。\n")
        if status != "achieved":
            from_, to = writer.add(remark)
            kind: Literal["plan", "shortcoming"] = "plan" if status == "planned" else "shortcoming"
            statements.append(
                Statement(
                    kind=kind, topic="test_dark", begin=from_, end=to, rule="test:section", confidence=0.7
                )
            )
            writer.add("。\n")
        sections.append(
            Section(
                begin=begin, end=writer.end, level=1, number=number, heading=heading, body=body, role=role
            )
        )
    text = _text(writer.text, f"{code}-{year}.txt")
    return Report(
        key=f"report/{code}-{year}-{hashlib.sha256(text.clean.encode()).hexdigest()[:8]}",
        text=text,
        outline=Outline(
            title=f"{year}年{town}点灯报告",
            doc_number=f"松林府〔{year + 1}〕1号",
            year=year,
            issuer=f"{town}人民政府",
            addressee="云山区人民政府",
            issued=f"{year + 1}-01-31",
            body_end=len(text.clean),
            sections=tuple(sections),
        ),
        area=0,
        entities=_entities(code, names),
        mentions=tuple(
            LinkedMention(begin=b, end=e, entity=i, rule="test:name", confidence=0.9)
            for b, e, i in writer.mentions
        ),
        relations=tuple(
            Relation(
                subject=s,
                predicate=p,
                object=o,
                status=status,
                begin=b,
                end=e,
                rule="test:verb",
                confidence=0.8,
            )
            for s, p, o, status, b, e in writer.relations
        ),
        observations=tuple(observations),
        statements=tuple(statements),
        contradictions=(
            Contradiction(
                check="total",
                severity="error",
                stated=0,
                against=(1,),
                expected=2.0,
                begin=observations[0].begin,
                end=observations[0].end,
            ),
        ),
    )


class _Writer:
    """Text under construction, with the spans of what is named in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.mentions: list[tuple[int, int, int]] = []
        self.relations: list[tuple[int, str, int, Status, int, int]] = []

    @property
    def end(self) -> int:
        return len(self.text)

    def add(self, piece: str, names: list[str] | None = None) -> tuple[int, int]:
        begin = self.end
        self.text += piece
        for index, name in enumerate(names or ()):
            at = piece.find(name)
            if at >= 0:
                self.mentions.append((begin + at, begin + at + len(name), index))
        return begin, self.end


def _figure(value: float, about: int | None, year: int, status: Status, begin: int, end: int) -> Observation:
    return Observation(
        indicator="点灯",
        concept="test_lamps",
        value=value,
        unit="盏",
        digits=0,
        about=about,
        period=str(year),
        status=status,
        approx=False,
        part_of=None,
        begin=begin,
        end=end,
        rule="test:count",
        confidence=0.95,
    )


def _text(clean: str, name: str) -> Text:
    """``clean`` with a line broken after every 30th character of the file, as page breaks do."""
    pieces = [clean[at : at + 30] for at in range(0, len(clean), 30)]
    source = "\n".join(pieces)
    return Text(
        name=name,
        sha256=hashlib.sha256(source.encode()).hexdigest(),
        encoding="utf-8",
        source=source,
        clean=clean,
        origin=tuple(at + at // 30 for at in range(len(clean))),
    )


def _entities(code: str, names: list[str]) -> tuple[Entity, ...]:
    town, district = f"division/2023-{code}", f"division/2023-{code[:6]}000000"
    made = [
        _entity("Division", "镇", names[0], town, "division", code=code, parent=f"{code[:6]}000000"),
        _entity("Division", "区", names[1], district, "division", code=f"{code[:6]}000000"),
    ]
    for number, (type_, kind, name, linked) in enumerate(_FORMS, 2):
        key = _IDENTIFIERS.get(name, f"{type_.lower()}/{code}/thing-{number}")
        facts = _LAW if linked == "law" else {}
        made.append(_entity(type_, kind, name, key, linked, town if linked == "local" else None, **facts))
    return tuple(made)


def _entity(
    type_: str, kind: str, name: str, key: str, linked: str, place: str | None = None, **facts: str
) -> Entity:
    if "code" in facts:
        facts["code_year"] = "2023"
    record: dict[str, Any] = {
        "key": key,
        "type": type_,
        "kind": kind,
        "name": name,
        "forms": (name,),
        "linked": linked,
    }
    return Entity(**record, place=place, facts=tuple(facts.items()))
