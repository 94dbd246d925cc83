"""Shortcomings and plans, clause by clause, in the sections that hold them."""

from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.clauses import CLAUSE_END, SENTENCE_END, Roles, Stretch, split
from kg.lexicon.vocabulary import Vocabulary, load_named
from kg.model import Outline, Section, Statement

SHORTEST = 5
"""Clauses shorter than this are part of their neighbour."""


class Cues:
    """The word lists that tell a shortcoming, a promise, and the clause that leads into another."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.shortcoming = vocabulary.words("statement/shortcoming-cue")
        self.not_shortcoming = vocabulary.words("statement/not-a-shortcoming")
        self.promise = vocabulary.words("statement/promise-cue")
        self.lead_in = vocabulary.words("statement/lead-in")
        self.lead_in_end = vocabulary.words("statement/lead-in-end")
        self.empty = vocabulary.words("statement/says-nothing")
        topics = vocabulary.of("Topic")
        self.topics = [
            (word, weight, topic.notation)
            for topic in topics
            for words, weight in ((topic.facts.get("cue", ()), 3), (topic.labels[1:], 1))
            for word in words
        ]

    def topic(self, clause: str, heading: str) -> str:
        """The notation of the topic whose cues weigh most in the clause, then in the heading over it."""
        for words in (clause, heading):
            scores: dict[str, int] = {}
            for word, weight, notation in self.topics:
                if word in words:
                    scores[notation] = scores.get(notation, 0) + weight * len(word)
            if scores:
                return max(scores, key=lambda notation: (scores[notation], notation))
        return "other"


def statements(vocabulary: Vocabulary) -> Callable[[Doc], Doc]:
    """A component that sets ``doc._.statements``; needs ``doc._.outline``."""
    cues = Cues(vocabulary)

    def component(doc: Doc) -> Doc:
        text, outline = doc._.clean, doc._.outline
        roles = Roles(outline)
        found = []
        for stretch, heading in _stretches(text, outline):
            role = roles.at(stretch.begin)
            clause = text[stretch.begin : stretch.end]
            kind = _kind(role, clause, cues)
            if kind:
                topic = cues.topic(clause, heading)
                found.append(Statement(kind=kind, topic=topic, begin=stretch.begin, end=stretch.end))
        doc._.statements = _alone(found)
        return doc

    def _stretches(text: str, outline: Outline) -> Iterator[tuple[Stretch, str]]:
        wanted = [s for s in outline.sections if s.role in ("shortcomings", "plans")]
        leaves = {s.begin: _body_end(s, wanted) for s in wanted}
        for section in wanted:
            heading_begin = section.begin + len(section.number)
            if section.heading and section.level > 1:
                yield Stretch(heading_begin, heading_begin + len(section.heading)), section.heading
            for sentence in split(text, section.body, leaves[section.begin], SENTENCE_END):
                for clause in _clauses(text, sentence, cues):
                    yield clause, section.heading

    return component


def _body_end(section: Section, sections: list[Section]) -> int:
    """Where the section's own text ends: at its first sub-section."""
    inner = [s.begin for s in sections if section.begin < s.begin < section.end]
    return min([section.end, *inner])


def _clauses(text: str, sentence: Stretch, cues: Cues) -> Iterator[Stretch]:
    """The clauses of a sentence; one that only leads in (以…为抓手，) goes with the next."""
    held: int | None = None
    for clause in split(text, *sentence, CLAUSE_END):
        begin = clause.begin if held is None else held
        words = text[clause.begin : clause.end]
        if words.startswith(cues.lead_in) or words.endswith(cues.lead_in_end) or len(words) < SHORTEST:
            held = begin
            continue
        held = None
        yield Stretch(begin, clause.end)
    if held is not None and sentence.end - held >= SHORTEST:
        yield Stretch(held, sentence.end)


def _kind(role: str, clause: str, cues: Cues) -> str:
    if any(word in clause for word in cues.empty):
        return ""
    if role == "plans":
        return "plan"
    if any(word in clause for word in cues.promise):
        return "plan"
    if any(word in clause for word in cues.not_shortcoming):
        return ""
    return "shortcoming" if any(word in clause for word in cues.shortcoming) else ""


def _alone(found: list[Statement]) -> list[Statement]:
    """Each span once."""
    return list({(s.begin, s.end): s for s in found}.values())


@Language.factory("fazhi_statements", default_config={"vocabulary": []})
def make_statements(nlp: Language, name: str, vocabulary: list[str]) -> Callable[[Doc], Doc]:
    """``vocabulary``: paths of the user's own vocabulary files."""
    return statements(load_named(vocabulary))
