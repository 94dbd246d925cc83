"""Organizations: an institution kind of the vocabulary with the place, level or proper name before it."""

from spacy.tokens import Doc

from kg.extraction.bodies import own_bodies
from kg.extraction.bodies.around import Around
from kg.extraction.bodies.body_names import Naming
from kg.extraction.bodies.committees import Committees
from kg.extraction.bodies.many import Many
from kg.extraction.bodies.merging import Merging, Pairs
from kg.extraction.bodies.offices import Offices
from kg.extraction.bodies.place_edges import Placed
from kg.extraction.bodies.rows import Rows
from kg.extraction.bodies.suboffices import SubOffices
from kg.extraction.bodies.towns import towns_around
from kg.extraction.common.factory import component
from kg.extraction.common.spans import Candidate, read, write
from kg.lexicon.boundary import across, compound
from kg.lexicon.concept import Concept
from kg.lexicon.division import Division
from kg.lexicon.levels import STREET
from kg.lexicon.matcher import Matcher
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import compiled
from kg.model.rules import BODY, DEPARTMENT, OWN_PLACE

LONGEST_QUOTATION = 12
"""Characters of a quotation before the word of a kind that ends it."""
LONGEST_BRACKET = 12
"""Characters of a bracket that says what else a committee may be (党工委、党组)."""


@component("fazhi_organizations")
class Organizations:
    """A component that writes bodies to the group ``organizations``; needs the group ``divisions``."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        entries = [(label, c) for c in vocabulary.of("InstitutionKind") for label in c.labels]
        self._concepts = [concept for _, concept in entries]
        self._matcher = Matcher(label for label, _ in entries)
        self._own = Matcher(vocabulary.words("boundary/own-department"))
        self._naming, self._merging = Naming(vocabulary), Merging(vocabulary)
        self._offices_of, self._pairs = SubOffices(vocabulary), Pairs(vocabulary)
        self._many, self._in_full, self._rows = Many(vocabulary), Committees(vocabulary), Rows(vocabulary)
        self._plural = vocabulary.words("boundary/plural-prefix")
        self._rooms = vocabulary.words("boundary/no-body-alone")
        self._motions = vocabulary.words("boundary/motion-of-a-member")
        self._verbs = tuple(word for prop in vocabulary.properties.values() for word in prop.triggers)
        self._party, self._coordinating = (
            vocabulary.concepts[f"kind/{kind}"].label for kind in ("party", "coordination")
        )
        self._committee = vocabulary.concepts["institution/party-committee"]
        offices = vocabulary.concepts["institution/subdistrict-office"].labels
        self._subdistricts = tuple(office for office in offices if STREET not in office)
        self._zones = vocabulary.words("boundary/zone-level")
        self._zone_committees = vocabulary.concepts["institution/zone-committee"].labels
        self._offices = Offices(vocabulary)
        self._office = compiled(vocabulary.words("boundary/office-of-a-group"))

    def __call__(self, doc: Doc) -> Doc:
        text, home = doc._.clean, doc._.home
        divisions = [c for c in read(doc, "divisions") if not c.rule.startswith(OWN_PLACE)]
        selves = [
            Candidate(begin, end, "Organization", "", DEPARTMENT)
            for begin, end, _ in self._own.find(doc._.analysis.bare)
        ]
        found: list[Candidate] = []
        around = Around(text, doc._.analysis.words, Placed(divisions), home, towns_around(home, text), found)
        none_here = self._none_here(home, others=not selves)
        for begin, end, label in self._matcher.find(doc._.analysis.bare):
            row = list(self._rows.of(text, begin, end, self._concepts[label]))
            if row:
                found += row
                continue
            body = self._body(begin, end, self._concepts[label], around, none_here)
            if body:
                found.append(body)
                found += self._offices_of.of(text, body, around.towns)
                if self._concepts[label].kind == self._party and _is_said(home, text, body, begin, end):
                    found += self._pairs.behind(text, end)
        found += self._in_full.find(text, divisions)
        write(doc, "organizations", [*found, *selves, *self._offices.find(text, found)])
        return doc

    def _is_bracketed(self, text: str, begin: int, end: int) -> bool:
        """Whether a Party body stands in the bracket behind a committee, which says what else the committee may be."""
        opening = text.rfind("（", max(0, begin - LONGEST_BRACKET), begin)
        closing = text.find("）", end, end + LONGEST_BRACKET)
        inside = text[opening + 1 : closing]
        return (
            0 <= opening < closing and "）" not in inside and text.endswith(self._committee.label, 0, opening)
        )

    def _none_here(self, home: Division | None, *, others: bool) -> frozenset[str]:
        """Words that alone name no body: in a county's report 党委 is any town's, in a subdistrict's there is none, and of 调解室
        there are many everywhere."""
        committees = self._committee.labels if others and not own_bodies.has_committee(home) else ()
        offices = () if own_bodies.has_office(home) else self._subdistricts
        zones = () if own_bodies.has_zone_committee(home, self._zones) else self._zone_committees
        return frozenset((*committees, *offices, *zones, *self._rooms))

    def _body(
        self, begin: int, end: int, concept: Concept, around: Around, none_here: frozenset[str]
    ) -> Candidate | None:
        """The body whose name ends with the word of a kind at ``begin`` to ``end``; None where it names no single one."""
        text = around.text
        whole = compound(text, begin, end)
        # 各级党委 + 中心组, 建起 + 诉调对接中心
        ends = text.startswith(self._plural, whole) or (
            whole < begin and text.endswith(self._verbs, 0, begin)
        )
        begin = begin if ends else whole
        name = self._naming.name(begin, end, concept, around)
        if name is None or (name.begin == begin and text[begin:end] in none_here):
            return None
        if concept.kind == self._coordinating and (its_office := self._office.match(text, end)):
            end = its_office.end()  # 区委依法治区委员会办公室
        motions = name.begin < begin and text.startswith(self._motions, end)  # 县人大 + 代表建议
        if text.endswith(self._plural, 0, name.begin) or (concept.runs_on(text, end) and not motions):
            return None  # 各级司法所 is no single body, 司法所长 none at all
        if _ends_a_quotation(text, name.begin, end):
            return None  # “板凳 + 法庭”
        if concept.ends_another(text, begin) or self._many.is_said(text, name.begin, begin, end, concept):
            return None  # 县级 + 人民政府, 9个 + 派出所
        if concept.kind == self._party and self._is_bracketed(text, name.begin, end):
            return None  # 党委（党组）, 党委（党工委、党组）
        start = self._merging.begin(name, begin, concept, around)
        if across(text, start) and not text.endswith(self._verbs, 0, start):
            return None  # 行 + 政协 + 议, 全 + 县人民调解组织; but 会同 + 乡综治办
        return Candidate(start, end, "Organization", concept.kind, f"{BODY}{concept.id}")


def _ends_a_quotation(text: str, begin: int, end: int) -> bool:
    """Whether a body that ends at ``end`` is only the last word of a quotation, which is a name of its own."""
    if not text.startswith("”", end):
        return False
    opening = text.rfind("“", max(0, begin - LONGEST_QUOTATION), begin)
    return opening >= 0 and text[opening + 1 : begin].isalpha()


def _is_said(home: Division | None, text: str, body: Candidate, begin: int, end: int) -> bool:
    """Whether a Party body is said to be of a place, so that a government named beside it is its pair; the word of its kind is
    at ``begin`` to ``end``."""
    of_a_town = home is not None and home.level == "township"
    said = body.begin < begin or of_a_town or own_bodies.is_levelled(text, begin, end)
    return said and own_bodies.may_be_own(home, text, body.begin, begin, end)
