"""Shortcomings and plans, clause by clause, in the sections that hold them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal

from spacy.tokens import Doc

from kg.extraction.alternation import any_of
from kg.extraction.clauses import CLAUSE_END, SENTENCE_END, YEAR, Roles, Stretch, split
from kg.extraction.factory import Component, component
from kg.lexicon import matcher, reliability
from kg.lexicon.vocabulary import Vocabulary
from kg.model import Outline, Section, Statement
from kg.reading.parts import INLINE

Kind = Literal["shortcoming", "plan", ""]
SECTION, CARRIED = "statements:section", "statements:carried"
"""The rules of clauses that are what they are by where they stand, or by the clause before them."""
OTHER = "other"
STRONG = 3
"""How much more a strong cue of a topic weighs than a weak one of its length."""
BULLETS = "—–-·•●○◆■　 "
DOING = ("establishes", "implements", "enacts")
"""Relations whose verbs say that a clause does something."""
SHORTEST = 4
"""Clauses shorter than this are part of their neighbour."""


class Cues:
    """The word lists that tell a shortcoming, a promise, and the clause that leads into another."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.not_shortcoming = any_of(vocabulary.words("statement/not-a-shortcoming"))
        self.bare_admission = re.compile(
            rf"(?:{any_of(vocabulary.words('statement/bare-admission')).pattern})+"
        )
        self.adversative = vocabulary.words("statement/adversative")
        self.promise = vocabulary.words("statement/promise-cue")
        self.carried = any_of(vocabulary.words("statement/carries-on"))
        self.goes_on = vocabulary.words("statement/goes-on")
        self.lead_in = vocabulary.words("statement/lead-in")
        self.place = vocabulary.words("statement/lead-in-place")
        self.closed = vocabulary.words("boundary/after-a-scope")
        self.acts = any_of(word for name in DOING for word in vocabulary.properties[name].triggers)
        self.lead_in_end = vocabulary.words("statement/lead-in-end")
        self.empty = any_of(vocabulary.words("statement/says-nothing"))
        self._weights: dict[str, list[tuple[str, str, int]]] = {}
        for topic in vocabulary.of("Topic"):
            for words, weight in ((topic.facts.get("cue", ()), STRONG), (topic.labels[1:], 1)):
                for word in words:
                    first, _, last = word.rpartition("…")
                    self._weights.setdefault(last, []).append((first, topic.notation, weight * len(word)))
        self._topics = matcher.Cues(self._weights)

    def leads_in(self, clause: str) -> bool:
        """Whether a clause says nothing but where, when or how the next is done; one that opens with 在 may do something there
        (在11个村建立调解分站)."""
        if clause.startswith(self.place):
            return clause.endswith((*self.closed, *self.lead_in_end)) or not self.acts.search(clause)
        return clause.startswith(self.lead_in) or clause.endswith(self.lead_in_end)

    def promises(self, clause: str) -> str:
        """The word that makes a clause a plan wherever it stands (我们将), or the empty string."""
        return next((word for word in self.promise if word in clause), "")

    def topic(self, clause: str, heading: str) -> str:
        """The notation of the topic whose cues weigh most in the clause, then in the heading over it."""
        for words in (clause, heading):
            scores: dict[str, int] = {}
            ends = {cue: begin for begin, _, cue in self._topics.find(words)}
            for cue, begin in ends.items():
                for first, notation, weight in self._weights[cue]:
                    if first in words[:begin]:
                        scores[notation] = scores.get(notation, 0) + weight
            if scores:
                return max(scores, key=lambda notation: (scores[notation], notation))
        return OTHER


@component("fazhi_statements")
def statements(vocabulary: Vocabulary) -> Component:
    """A component that sets ``doc._.statements``; needs ``doc._.outline``."""
    cues = Cues(vocabulary)

    def run(doc: Doc) -> Doc:
        text, outline = doc._.clean, doc._.outline
        roles = Roles(outline)
        found: dict[Stretch, Statement] = {}
        for sentence, section in _sentences(text, outline):
            carried: Kind = ""
            titled = section.level < INLINE and bool(text[section.body : section.end].strip())
            whole = titled and sentence.end <= section.body and section.role == "plans"
            clauses = [sentence] if whole else list(_clauses(text, sentence, cues))
            opens = section.level < INLINE and not text[section.body : sentence.begin].strip()
            turn = max(
                (c.begin for c in clauses if opens and text.startswith(cues.adversative, c.begin)), default=0
            )
            for clause in clauses:
                words = text[clause.begin : clause.end]
                if clause.begin < turn and roles.at(clause.begin) == "shortcomings":
                    continue  # 总体推进有序，但还有不足: what stands before 但 is praise
                kind, rule = (carried, CARRIED) if carried else _kind(roles.at(clause.begin), words, cues)
                if cues.carried.search(words) or (kind == "plan" and cues.promises(words)):
                    carried = kind
                if kind:
                    topic = cues.topic(words, section.heading)
                    found[clause] = Statement(
                        kind=kind,
                        topic=topic,
                        begin=clause.begin,
                        end=clause.end,
                        rule=rule,
                        confidence=reliability.of("statements", kind, rule),
                    )
        doc._.statements = list(found.values())
        return doc

    return run


def _sentences(text: str, outline: Outline) -> Iterator[tuple[Stretch, Section]]:
    """The sentences of the sections on shortcomings and plans, each with its section. A plan's heading is one
    statement however many commas it has; a shortcoming's is read like a sentence, and so is an item in a paragraph."""
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


def _clauses(text: str, sentence: Stretch, cues: Cues) -> Iterator[Stretch]:
    """The clauses of a sentence that say something. One that only leads in (以…为抓手，) goes with the next, one that
    only goes on (特别是…) with the one before."""
    merged: list[Stretch] = []
    held: int | None = None
    for clause in split(text, *sentence, CLAUSE_END):
        clause = Stretch(clause.end - len(text[clause.begin : clause.end].lstrip(BULLETS)), clause.end)
        begin = clause.begin if held is None else held
        words = text[clause.begin : clause.end]
        if cues.empty.search(words):
            held = None
        elif cues.leads_in(words) or len(words) < SHORTEST or YEAR.fullmatch(words):
            held = begin
        elif merged and held is None and words.startswith(cues.goes_on):
            merged[-1] = Stretch(merged[-1].begin, clause.end)
        else:
            held = None
            merged.append(Stretch(begin, clause.end))
    if held is not None and sentence.end - held >= SHORTEST:
        merged.append(Stretch(held, sentence.end))
    yield from merged


def _kind(role: str, clause: str, cues: Cues) -> tuple[Kind, str]:
    """What a clause is, and the rule that says so: its section, or the word in it. A section on what is lacking says nothing
    else but praise before it, and promises."""
    if role == "plans":
        return "plan", SECTION
    promise = cues.promises(clause)
    if promise:
        return "plan", f"statements:promise:{promise}"
    if role != "shortcomings" or cues.not_shortcoming.search(clause):
        return "", ""
    last = clause.rstrip("：").rpartition("，")[2]  # 一年来，仍存在一些薄弱环节
    return ("", "") if cues.bare_admission.fullmatch(last) else ("shortcoming", SECTION)
