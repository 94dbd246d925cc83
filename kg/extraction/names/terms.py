"""Terms of the vocabulary (programmes, roles, doctrines, events, honours), matched literally."""

from bisect import bisect_right

from spacy.tokens import Doc

from kg.extraction.common.factory import Component, component
from kg.extraction.common.spans import Candidate, write
from kg.extraction.common.tiers import Tiers
from kg.extraction.names.sums import sums_up_others
from kg.lexicon.concept import Concept
from kg.lexicon.endings import Endings
from kg.lexicon.matcher import Matcher
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import compiled
from kg.model.marks import CLAUSE
from kg.model.rules import TERM

NAMED_ONLY = frozenset(("Doctrine", "Role", "Programme"))
"""Classes of which readers disagree too often for their debatable concepts (依法行政, 主要负责人, 人民调解) to be mentions."""
BEFORE_A_LEVEL = frozenset(f"{CLAUSE}、（\n任为由请经聘与和及对是")
"""Characters before a level word that is not the end of a place's name: 聘为 + 镇法律顾问, but 练塘 + 镇."""
CLASSES = (("Role", "Doctrine"), ("Programme", "Event", "Honour"))
"""Two turns, so that a team or a thought inside a longer term is found too (公职律师 in 公职律师制度), but nothing inside one
of those (法治街 in 依法治街)."""


@component("fazhi_terms")
def terms(vocabulary: Vocabulary) -> Component:
    """A component that writes the vocabulary's terms to the group ``terms``."""
    turns = []
    for classes in CLASSES:
        entries = [(label, c) for cls in classes for c in vocabulary.of(cls) for label in c.labels]
        concepts = [None if _is_debatable(concept) else concept for _, concept in entries]
        turns.append((Matcher(label for label, _ in entries), concepts))
    verbs = tuple(word for prop in vocabulary.properties.values() for word in prop.triggers)
    making = vocabulary.words("boundary/making-suffix")
    levels = Endings(vocabulary.words("boundary/level-before-people"))
    tiers = Tiers(vocabulary)
    measure = compiled(label for unit in vocabulary.of("Unit") for label in unit.labels)

    def run(doc: Doc) -> Doc:
        text, words, found = doc._.clean, doc._.analysis.words, []
        earlier: list[tuple[int, int]] = []
        for matcher, concepts in turns:
            matches = list(matcher.find(doc._.analysis.bare))
            outer, earlier = earlier, [(begin, end) for begin, end, _ in matches]
            for begin, end, label in matches:
                concept = concepts[label]
                k = bisect_right(outer, (begin, len(text))) - 1
                if k >= 0 and end <= outer[k][1] and end - begin < outer[k][1] - outer[k][0]:
                    continue
                if concept is None or words.suffixed(text, end, making):
                    continue  # 集体学法制度 + 化
                if concept.runs_on(text, end) or concept.ends_another(text, begin):
                    continue
                if concept.one("partWord") and sums_up_others(text, begin, concept.facts["partWord"], verbs):
                    continue  # 学法、述法、考法 + 三项制度
                if _is_torn(text, begin, end) or (text[begin].isdigit() and measure.match(text, end)):
                    continue  # 纠纷12338件 is a number, and no hotline
                rule = f"{TERM}{concept.id}"
                if concept.cls == "Role":
                    begin = _with_level(text, begin, levels)
                elif concept.cls == "Programme":
                    begin = tiers.begin(text, begin, end)
                found.append(Candidate(begin, end, concept.entity, concept.kind, rule))
        write(doc, "terms", found)
        return doc

    return run


def _with_level(text: str, begin: int, levels: Endings) -> int:
    """Where people's name begins with the level whose they are, which no place's name ends with: 由 + 镇 + 法律顾问."""
    at = begin - len(levels.longest(text, begin))
    return at if at == 0 or text[at - 1] in BEFORE_A_LEVEL else begin


def _is_debatable(concept: Concept) -> bool:
    return concept.cls in NAMED_ONLY and concept.one("debatable") == "true"


def _is_torn(text: str, begin: int, end: int) -> bool:
    """Whether a term is a piece of something else: of a longer number, where it begins or ends with a digit (1 12345 件), or of
    a quotation, of which it holds one mark (行政机关负责人“出庭 + 不出声”)."""
    if text.count("“", begin, end) != text.count("”", begin, end):
        return True
    before, after = text[begin - 1 : begin], text[end : end + 1]
    return (text[begin].isdigit() and before.isdigit()) or (text[end - 1].isdigit() and after.isdigit())
