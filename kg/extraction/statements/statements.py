"""Shortcomings and plans, clause by clause, in the sections that hold them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, NamedTuple

from spacy.tokens import Doc

from kg.extraction.common.clauses import YEAR, Roles, Stretch, split
from kg.extraction.common.factory import component
from kg.extraction.common.spans import read
from kg.extraction.statements.stated_clauses import Clauses
from kg.extraction.statements.themes import Themes
from kg.lexicon import reliability
from kg.lexicon.vocabulary import Vocabulary
from kg.model import Outline, Section, Statement
from kg.model.alternation import any_of, compiled
from kg.model.rules import CARRIED, PROMISE, SECTION
from kg.model.sentences import SENTENCE_END
from kg.reading.parts import INLINE

LONGEST_COMPARISON = 12
"""Characters between 与 and 相比."""


class Told(NamedTuple):
    """What a clause states, if anything, and the rule that says so."""

    kind: Literal["shortcoming", "plan", ""]
    rule: str


NOTHING = Told("", "")
BLANK = "　"
"""Stands for each character of a name."""


@component("fazhi_statements")
class Statements:
    """A component that sets ``doc._.statements``; needs the group ``mentions`` and ``doc._.outline``."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._clauses, self._themes = Clauses(vocabulary), Themes(vocabulary)
        self._not_shortcoming = compiled(vocabulary.words("statement/not-a-shortcoming"))
        ours, all_work, lacking = (
            any_of(vocabulary.words(f"statement/{name}"))
            for name in ("all-of-us", "admission-subject", "bare-admission")
        )
        selves = any_of(vocabulary.words("boundary/self-reference"))
        turning = any_of(vocabulary.words("statement/adversative"))
        self._bare_admission = re.compile(
            rf"(?:{turning}?(?:(?:{ours}[^，：]{{0,{LONGEST_COMPARISON}}}?)?{all_work}|{selves}))?{lacking}+"
        )
        self._adversative = vocabulary.words("statement/adversative")
        done, when = (
            any_of(vocabulary.words("boundary/done-before-verb")),
            any_of(vocabulary.words("statement/time-alone")),
        )
        # What a section of plans says to be so already: 2022年 + 已 + 建成法治文化公园2个.
        self._reached = re.compile(rf"(?:{YEAR.pattern}|{when})?{done}")
        self._promise = vocabulary.words("statement/promise-cue")
        self._carries_on = compiled(vocabulary.words("statement/carries-on"))

    def __call__(self, doc: Doc) -> Doc:
        text, roles = doc._.clean, Roles(doc._.outline)
        nameless = _without_bodies(doc)
        found: dict[Stretch, Statement] = {}
        for sentence, section in _sentences(text, doc._.outline):
            for clause, (kind, rule) in self._told(text, sentence, section, roles):
                if kind:
                    found[clause] = Statement(
                        kind=kind,
                        topic=self._themes.of(_around(text, nameless, clause, sentence, section)),
                        begin=clause.begin,
                        end=clause.end,
                        rule=rule,
                        confidence=reliability.of("statements", kind, rule),
                    )
        doc._.statements = list(found.values())
        return doc

    def _told(
        self, text: str, sentence: Stretch, section: Section, roles: Roles
    ) -> Iterator[tuple[Stretch, Told]]:
        """The clauses of a sentence, each with what it states; a clause that carries on makes those after it state the same."""
        clauses = [sentence] if _is_whole(text, sentence, section) else self._clauses.of(text, sentence)
        turn = self._turn(text, clauses) if _opens(text, sentence, section) else 0
        carried = NOTHING
        for clause in clauses:
            words, role = text[slice(*clause)], roles.at(clause.begin)
            if clause.begin < turn and role == "shortcomings":
                continue  # 总体推进有序，但还有不足: what stands before 但 is praise
            told = carried if carried.kind else self._kind(role, words)
            if self._carries_on.search(words) or (told.kind == "plan" and self._promised(words)):
                carried = Told(told.kind, CARRIED)
            yield clause, told

    def _turn(self, text: str, clauses: list[Stretch]) -> int:
        """Where the last clause begins that opens with 但; 0 when none does."""
        return max((c.begin for c in clauses if text.startswith(self._adversative, c.begin)), default=0)

    def _kind(self, role: str, clause: str) -> Told:
        """What a clause is: by its section, or by a word in it. A section on what is lacking says nothing else but praise before
        it, and promises."""
        if role == "plans":
            return NOTHING if self._reached.match(clause) else Told("plan", SECTION)
        promise = self._promised(clause)
        if promise:
            return Told("plan", f"{PROMISE}{promise}")
        if role != "shortcomings" or self._not_shortcoming.search(clause):
            return NOTHING
        last = clause.rstrip("：").rpartition("，")[2]  # 一年来，仍存在一些薄弱环节
        return NOTHING if self._bare_admission.fullmatch(last) else Told("shortcoming", SECTION)

    def _promised(self, clause: str) -> str:
        """The word that makes a clause a plan wherever it stands (我们将), or the empty string."""
        return next((word for word in self._promise if word in clause), "")


def _sentences(text: str, outline: Outline) -> Iterator[tuple[Stretch, Section]]:
    """The sentences of the sections on shortcomings and plans, each with its section, and the headings of their parts."""
    wanted = [s for s in outline.sections if s.role in ("shortcomings", "plans")]
    begins = sorted(s.begin for s in wanted)
    for section in wanted:
        begin = section.begin + len(section.number)
        if section.heading and section.level > 1:
            yield Stretch(begin, begin + len(section.heading)), section
        for sentence in split(text, section.body, _body_end(section, begins), SENTENCE_END):
            yield sentence, section


def _body_end(section: Section, begins: list[int]) -> int:
    """Where the section's own text ends: at its first sub-section. ``begins``: where sections begin, in order."""
    after = bisect_right(begins, section.begin)
    return min([section.end, *begins[after : after + 1]])


def _without_bodies(doc: Doc) -> str:
    """The text with blanks for the names of bodies: what 综合行政执法队 lacks need not be enforcement."""
    chars = list(doc._.clean)
    for mention in read(doc, "mentions"):
        if mention.type == "Organization":
            chars[mention.begin : mention.end] = BLANK * (mention.end - mention.begin)
    return "".join(chars)


def _around(text: str, nameless: str, clause: Stretch, sentence: Stretch, section: Section) -> Iterator[str]:
    """A clause without the names of bodies and with them, the heading over it, its sentence and its item, or the part below the
    main ones that it stands in."""
    yield nameless[slice(*clause)]
    yield text[slice(*clause)]
    yield section.heading
    yield text[slice(*sentence)]
    yield text[section.begin : section.end] if section.level > 1 else ""


def _is_whole(text: str, sentence: Stretch, section: Section) -> bool:
    """Whether a sentence is the heading over a plan, which is one statement however many commas it has; a shortcoming's is
    read like a sentence, and so is an item in a paragraph."""
    titled = section.level < INLINE and bool(text[section.body : section.end].strip())
    return titled and sentence.end <= section.body and section.role == "plans"


def _opens(text: str, sentence: Stretch, section: Section) -> bool:
    """Whether a sentence is the first of a section."""
    return section.level < INLINE and not text[section.body : sentence.begin].strip()
