"""Bodies named in one breath: a government with its Party committee, two; a body inside another, one of the two names."""

import re

from kg.extraction.bodies.around import Around
from kg.extraction.bodies.body_names import OWN_NAME, Name
from kg.extraction.common.joints import JOINTS
from kg.extraction.common.spans import Candidate
from kg.lexicon.concept import Concept
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.rules import BODY


class Pairs:
    """The government in a pair with its Party committee: 镇党委、+ 政府."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        second, not_it = (
            any_of(vocabulary.words(f"boundary/{name}"))
            for name in ("government-of-a-pair", "not-the-government")
        )
        self._pair = re.compile(rf"{any_of(JOINTS)}({second})(?!{not_it})")
        government = vocabulary.concepts["institution/government"]
        self._kind, self._rule = government.kind, f"{BODY}{government.id}"

    def behind(self, text: str, end: int) -> list[Candidate]:
        """It, behind a Party committee that ends at ``end``; empty when there is none."""
        other = self._pair.match(text, end)
        return [Candidate(*other.span(1), "Organization", self._kind, self._rule)] if other else []


class Merging:
    """When a body's name goes on with the name of one inside it, and both are one body of the second kind:
    海淀区人民政府田村路街道办事处, 县公安局交警大队."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._party, self._government, self._department, self._team, self._court, coordinating = (
            vocabulary.concepts[f"kind/{kind}"].label
            for kind in ("party", "government", "department", "enforcement-team", "court", "coordination")
        )
        organs = ("organ-party-committee", "party-group", "party-committee", "theory-study-group")
        self._of_departments = {
            self._team,
            *(vocabulary.concepts[f"institution/{organ}"].id for organ in organs),
        }
        self._departments = (self._department, vocabulary.concepts["kind/justice-bureau"].label)
        self._of_governments = {
            *(kind.label for kind in vocabulary.having("Kind", "bears", OWN_NAME)),
            coordinating,
        }

    def begin(self, name: Name, begin: int, concept: Concept, around: Around) -> int:
        """Where the whole name begins; ``begin`` is where the word of the kind does."""
        outer = around.found[-1] if around.found else None
        if outer is None or outer.end not in (name.begin, begin):
            return name.begin
        placed = name.of_a_town or name.begin in around.places.begins
        inner = placed and outer.kind != self._party  # 惠安县委 + 惠安县人民政府 are two
        if outer.end == begin:  # 县司法 + 局机关党委 too
            inner = inner or (outer.kind == self._government and concept.kind in self._of_governments)
            parts = {concept.kind, concept.id} & self._of_departments
            inner = inner or (outer.kind in self._departments and bool(parts))
            inner = inner or outer.kind == concept.kind == self._court  # 县人民法院 + 巡回法庭
        return outer.begin if inner else name.begin
