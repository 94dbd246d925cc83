"""Terms of the vocabulary (programmes, roles, doctrines, events, honours), matched literally."""

from bisect import bisect_right
from collections.abc import Iterable
from operator import itemgetter

from spacy.tokens import Doc

from kg.extraction.common.factory import component
from kg.extraction.common.spans import Candidate, write
from kg.extraction.common.tiers import Tiers
from kg.extraction.common.words import Words
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
class Terms:
    """A component that writes the vocabulary's terms to the group ``terms``."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._turns = [_turn(vocabulary, classes) for classes in CLASSES]
        self._verbs = tuple(word for prop in vocabulary.properties.values() for word in prop.triggers)
        self._making = vocabulary.words("boundary/making-suffix")
        self._levels = Endings(vocabulary.words("boundary/level-before-people"))
        self._tiers = Tiers(vocabulary)
        self._measure = compiled(label for unit in vocabulary.of("Unit") for label in unit.labels)

    def __call__(self, doc: Doc) -> Doc:
        text, words = doc._.clean, doc._.analysis.words
        found: list[Candidate] = []
        earlier: list[tuple[int, int]] = []
        for matcher, concepts in self._turns:
            matches = list(matcher.find(doc._.analysis.bare))
            outer, earlier = earlier, [(begin, end) for begin, end, _ in matches]
            for begin, end, label in matches:
                concept = concepts[label]
                if concept is None or _is_inside(outer, begin, end):
                    continue
                if self._is_term(text, words, begin, end, concept):
                    first = self._begin(text, begin, end, concept)
                    found.append(Candidate(first, end, concept.entity, concept.kind, f"{TERM}{concept.id}"))
        write(doc, "terms", found)
        return doc

    def _is_term(self, text: str, words: Words, begin: int, end: int, concept: Concept) -> bool:
        """Whether a label is a term where it stands: no part of another word or number, and no sum of what is listed before."""
        parts = concept.facts.get("partWord")
        return not (
            words.suffixed(text, end, self._making)  # 集体学法制度 + 化
            or concept.runs_on(text, end)
            or concept.ends_another(text, begin)
            or (parts and sums_up_others(text, begin, parts, self._verbs))  # 学法、述法、考法 + 三项制度
            or _is_torn(text, begin, end)
            or (text[begin].isdigit() and self._measure.match(text, end))  # 纠纷12338件: a number, no hotline
        )

    def _begin(self, text: str, begin: int, end: int, concept: Concept) -> int:
        """Where the name begins that a term ends: with the level whose people they are, or with a programme's tiers."""
        if concept.cls == "Role":
            return _with_level(text, begin, self._levels)
        return self._tiers.begin(text, begin, end) if concept.cls == "Programme" else begin


def _turn(vocabulary: Vocabulary, classes: Iterable[str]) -> tuple[Matcher, list[Concept | None]]:
    """The labels of some classes, ready to match, and the concept of each; None for those that are no mentions."""
    entries = [(label, c) for cls in classes for c in vocabulary.of(cls) for label in c.labels]
    concepts = [None if _is_debatable(concept) else concept for _, concept in entries]
    return Matcher(label for label, _ in entries), concepts


def _is_inside(outer: list[tuple[int, int]], begin: int, end: int) -> bool:
    """Whether the last of the spans ``outer``, in order, that begins before or with ``text[begin:end]`` holds it and more."""
    k = bisect_right(outer, begin, key=itemgetter(0)) - 1
    return k >= 0 and end <= outer[k][1] and end - begin < outer[k][1] - outer[k][0]


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
