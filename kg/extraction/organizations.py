"""Organizations: an institution kind of the vocabulary with the place, level or proper name before it."""

import re

from spacy.tokens import Doc

from kg.extraction import bodies, owned
from kg.extraction.alternation import any_of
from kg.extraction.factory import Component, component
from kg.extraction.joints import JOINTS
from kg.extraction.naming import NAMED, Around, Name, Naming
from kg.extraction.placed import Placed
from kg.extraction.spans import Candidate, read, write
from kg.extraction.suboffices import SubOffices
from kg.lexicon.boundary import across, compound
from kg.lexicon.concept import Concept
from kg.lexicon.levels import STREET
from kg.lexicon.matcher import Matcher
from kg.lexicon.vocabulary import Vocabulary
from kg.model.rules import BODY, DEPARTMENT, OWN_PLACE


@component("fazhi_organizations")
def organizations(vocabulary: Vocabulary) -> Component:
    """A component that writes bodies to the group ``organizations``; needs the group ``divisions``."""
    entries = [(label, c) for c in vocabulary.of("InstitutionKind") for label in c.labels]
    matcher = Matcher(label for label, _ in entries)
    own = Matcher(vocabulary.words("boundary/own-department"))
    naming, merging, field = Naming(vocabulary), _Merging(vocabulary), SubOffices(vocabulary)
    plural = vocabulary.words("boundary/plural-prefix")
    verbs = tuple(word for prop in vocabulary.properties.values() for word in prop.triggers)
    party, coordinating = (vocabulary.concepts[f"kind/{kind}"].label for kind in ("party", "coordination"))
    committee = vocabulary.concepts["institution/party-committee"]
    government = vocabulary.concepts["institution/government"]
    offices = [o for o in vocabulary.concepts["institution/subdistrict-office"].labels if STREET not in o]
    office = any_of(vocabulary.words("boundary/office-of-a-group"))
    second, not_it = (
        any_of(vocabulary.words(f"boundary/{name}")).pattern
        for name in ("government-of-a-pair", "not-the-government")
    )
    pair = re.compile(rf"(?:{any_of(JOINTS).pattern})({second})(?!{not_it})")

    def run(doc: Doc) -> Doc:
        text, home = doc._.clean, doc._.home
        divisions = [c for c in read(doc, "divisions") if not c.rule.startswith(OWN_PLACE)]
        selves = own.find(doc._.analysis.bare)
        found: list[Candidate] = []
        around = Around(text, doc._.analysis.words, Placed(divisions), bodies.towns_around(home), found)
        others = not owned.has_committee(home) and not selves
        none_here = {*(committee.labels if others else ()), *(() if owned.has_office(home) else offices)}
        of_a_town = home is not None and home.level == "township"
        for begin, end, label in matcher.find(doc._.analysis.bare):
            concept = entries[label][1]
            whole = compound(text, begin, end)
            begin = begin if text.startswith(plural, whole) else whole  # 各级党委 + 中心组
            name = naming.name(begin, end, concept, around)
            if name is None or (name.begin == begin and text[begin:end] in none_here):
                continue  # 党委 is the town's; in a county's report it is any, in a subdistrict there is none
            if concept.kind == coordinating and (its_office := office.match(text, end)):
                end = its_office.end()  # 区委依法治区委员会办公室
            if text.endswith(plural, 0, name.begin) or concept.runs_on(text, end):
                continue  # 各级司法所 is no single body, 司法所长 none at all
            bracketed = text.startswith("）", end) and text.endswith(committee.label + "（", 0, name.begin)
            if concept.kind == party and bracketed:
                continue  # 党委（党组）
            start = merging.begin(name, begin, concept, around)
            if across(text, start) and not text.endswith(verbs, 0, start):
                continue  # 行 + 政协 + 议, 全 + 县人民调解组织; but 会同 + 乡综治办
            last = field.end(text, start, end, around.towns)
            of = field.concept if last > end else concept
            found.append(Candidate(start, last, "Organization", of.kind, f"{BODY}{of.id}"))
            said = start < begin or of_a_town or owned.is_levelled(text, begin, end)
            said = said and owned.may_be_own(home, text, start, begin, end)
            other = pair.match(text, end) if concept.kind == party and said else None
            if other:  # 镇党委、政府
                rule = f"{BODY}{government.id}"
                found.append(Candidate(*other.span(1), "Organization", government.kind, rule))
        for begin, end, _ in selves:
            found.append(Candidate(begin, end, "Organization", "", DEPARTMENT))
        write(doc, "organizations", found)
        return doc

    return run


class _Merging:
    """When a body's name goes on with the name of one inside it, and both are one body of the second kind:
    海淀区人民政府田村路街道办事处, 县公安局交警大队."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._party, self._government, self._department, self._team, coordinating = (
            vocabulary.concepts[f"kind/{kind}"].label
            for kind in ("party", "government", "department", "enforcement-team", "coordination")
        )
        self._of_governments = {*(vocabulary.concepts[kind].label for kind in NAMED), coordinating}

    def begin(self, name: Name, begin: int, concept: Concept, around: Around) -> int:
        """Where the whole name begins; ``begin`` is where the word of the kind does."""
        outer = around.found[-1] if around.found else None
        if outer is None or outer.end != name.begin:
            return name.begin
        placed = name.of_a_town or name.begin in around.places.begins
        inner = placed and outer.kind != self._party  # 惠安县委 + 惠安县人民政府 are two
        if name.begin == begin:
            inner = inner or (outer.kind == self._government and concept.kind in self._of_governments)
            inner = inner or (outer.kind == self._department and concept.kind == self._team)
        return outer.begin if inner else name.begin
