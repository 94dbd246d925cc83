"""Organizations: an institution kind of the vocabulary with the place, level or proper name before it."""

import re

from spacy.tokens import Doc

from kg.extraction import bodies
from kg.extraction.boundaries import Boundaries
from kg.extraction.factory import Component, component
from kg.extraction.grammar import any_of
from kg.extraction.joints import JOINTS
from kg.extraction.spans import Candidate, read, write
from kg.lexicon.endings import Endings
from kg.lexicon.matcher import Matcher
from kg.lexicon.vocabulary import Vocabulary

LONGEST_PROPER_NAME = 16
OF_TOWNS = ("kind/justice-office", "kind/police-station", "kind/court", "kind/enforcement-team")
"""Kinds of bodies that bear the short name of a town (九龙湖司法所)."""
SEATED = ("kind/court", "kind/police-station")
"""Kinds of bodies that bear the name of the place where they sit, which no list may have (曲界法庭)."""
SELF = "organizations:self"
"""The rule of 我局, 我委: the department that reports."""


@component("fazhi_organizations")
def organizations(vocabulary: Vocabulary) -> Component:
    """A component that writes bodies to the group ``organizations``; needs the group ``divisions``."""
    entries = [(label, c) for c in vocabulary.of("InstitutionKind") for label in c.labels]
    matcher = Matcher(label for label, _ in entries)
    levels = vocabulary.words("boundary/level-prefix")
    level_at, level_before = any_of(levels), Endings(levels)
    no_levels = vocabulary.words("boundary/not-a-level")
    plural = vocabulary.words("boundary/plural-prefix")
    own = Matcher(vocabulary.words("boundary/own-department"))
    own_organ = Endings(vocabulary.words("boundary/own-organ-prefix"))
    party = vocabulary.concepts["kind/party"].label
    committee = vocabulary.concepts["institution/party-committee"]
    of_the_party = vocabulary.words("boundary/party-prefix")
    coordinating = vocabulary.concepts["kind/coordination"].label
    office = vocabulary.words("boundary/office-of-a-group")[0]
    hiring = vocabulary.words("boundary/verb-before-a-firm")
    founding = re.compile(
        rf"(?>{any_of(vocabulary.words('boundary/founding-verb')).pattern})了?+"
        rf"([^，。；：！？\n的由以为、]{{1,{bodies.LONGEST_GROUP}}})$"
    )
    named_kinds = frozenset(
        c.label
        for c in vocabulary.of("Kind")
        if c.id in ("kind/mediation", "kind/legal-service", "kind/court")
    )
    of_governments = named_kinds | {coordinating}
    coined = named_kinds - {vocabulary.concepts["kind/court"].label}
    of_towns = frozenset(c.label for c in vocabulary.of("Kind") if c.id in OF_TOWNS)
    grades = vocabulary.words("boundary/grade-in-quotation")
    pair = re.compile(
        rf"(?:{'|'.join(JOINTS)})({re.escape(vocabulary.words('boundary/government-of-a-pair')[0])})"
        rf"(?!{'|'.join(map(re.escape, vocabulary.words('boundary/not-the-government')))})"
    )
    firm = vocabulary.concepts["kind/law-firm"].label
    seated = {vocabulary.concepts[kind].label for kind in SEATED}
    government = vocabulary.concepts["kind/government"].label
    governments = vocabulary.concepts["institution/government"]
    boundaries = Boundaries(vocabulary)
    department = vocabulary.concepts["kind/department"].label
    team = vocabulary.concepts["kind/enforcement-team"].label
    bureau = vocabulary.concepts["institution/bureau"].label

    def run(doc: Doc) -> Doc:
        text, words = doc._.clean, doc._.analysis.words
        named = [c for c in read(doc, "divisions") if not c.rule.startswith("divisions:self")]
        places = {c.end: c.begin for c in named}
        towns, selves = bodies.towns_around(doc._.home), own.find(doc._.analysis.bare)
        others = not bodies.has_committee(doc._.home) and not selves
        found: list[Candidate] = []
        for begin, end, label in matcher.find(doc._.analysis.bare):
            concept = entries[label][1]
            overlapping = next((c.begin for c in named if c.begin < begin < c.end <= end), begin)
            start = (
                begin
                if concept.one("reach") == "national"
                else bodies.with_place(text, overlapping, places, level_before, no_levels)
            )
            if concept.kind == firm and start not in places.values():
                start = begin  # 檀州 + 律师事务所: a firm has no level
            if concept.kind == coordinating:
                start = bodies.founded(text, min(start, begin), begin, founding)
            sectoral = concept.kind in (department, team) or text.endswith(bureau, begin, end)
            if start >= begin and sectoral:
                ends = {c.end for c in found[-3:]}
                start = bodies.department_name(text, words, begin, end, places, level_at, boundaries, ends)
                if start == begin and concept.one("needsPlace") == "true":
                    continue
            if concept.one("needsModifier") == "true" and start == begin:
                phrase = boundaries.left(text, words, begin)
                start = phrase.begin if phrase.quotation is None else phrase.quotation
                verb = boundaries.trigger.match(text, start)
                start = verb.end() if verb else start
                start = bodies.places_first(start, begin, places)
                if concept.kind == firm:
                    start = max(
                        start,
                        *(text.rfind(v, start, begin) + len(v) for v in hiring if v in text[start:begin]),
                        0,
                    )
                    known = bodies.firm(text, begin)
                    start = known if known < begin else bodies.after_with(text, start, begin)
                if begin - start < 2 or begin - start > LONGEST_PROPER_NAME:
                    continue
            town = ""
            if concept.kind in of_towns and start == begin:
                town = towns.longest(text, begin)
                if concept.kind in seated and not town:
                    town = text[bodies.seat(text, words, begin) : begin]
                start -= len(town)
            if concept.kind in coined and start == begin:
                start = bodies.quoted_whole(text, begin, end, grades)
                start = bodies.coined(text, words, begin, boundaries) if start == begin else start
            if concept.kind == party and start == begin and not bodies.is_levelled(text, begin, end):
                start -= len(own_organ.longest(text, start))
            if concept.kind == party:
                start -= len(next((word for word in of_the_party if text.endswith(word, 0, start)), ""))
            if concept.kind in named_kinds and text[start - 1 : start] == "”":
                start = bodies.quoted_name(text, start, grades)
            if concept.kind == coordinating and text.startswith(office, end):
                end += len(office)  # 区委依法治区委员会办公室
            if concept is committee and start == begin and others:
                continue  # 党委 is the town's; in a county's report it is any, in a subdistrict there is none
            if text.endswith(plural, 0, start) or concept.runs_on(text, end):
                continue  # 各级司法所 is no single body, 司法所长 none at all
            if (
                concept.kind == party
                and text.startswith("）", end)
                and text.endswith(committee.label + "（", 0, start)
            ):
                continue  # 党委（党组）
            inner = found and found[-1].end == start and (town or start in places.values())
            inner = inner and found[-1].kind != party  # 惠安县委 + 惠安县人民政府 are two
            abuts = found and found[-1].end == start == begin
            of_government = abuts and found[-1].kind == government and concept.kind in of_governments
            of_bureau = abuts and found[-1].kind == department and concept.kind == team
            if inner or of_government or of_bureau:
                # 海淀区人民政府田村路街道办事处, 县公安局交警大队: one body, of the second kind
                start = found[-1].begin
            found.append(Candidate(start, end, "Organization", concept.kind, f"organizations:{concept.id}"))
            said = start < begin or (doc._.home is not None and doc._.home.level == "township")
            other = pair.match(text, end) if concept.kind == party and said else None
            if other:  # 镇党委、政府
                rule = f"organizations:{governments.id}"
                found.append(Candidate(*other.span(1), "Organization", governments.kind, rule))
        for begin, end, _ in selves:
            found.append(Candidate(begin, end, "Organization", "", SELF))
        write(doc, "organizations", found)
        return doc

    return run
