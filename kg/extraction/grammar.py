"""How the ontology's relations are said: trigger verbs, frames, domains and ranges, ready to match."""

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extraction.clauses import Stretch
from kg.extraction.joints import SIGNS
from kg.extraction.spans import Candidate
from kg.extraction.words import Words
from kg.lexicon.levels import level_words
from kg.lexicon.matcher import Cues, Matcher
from kg.lexicon.vocabulary import Vocabulary
from kg.model.rules import BODY
from kg.reading.numerals import CHINESE

NOUN_TAGS = frozenset(("n", "vn", "j", "l", "an", "b"))
MARKS = frozenset("，。；：！？\n")
"""What ends a clause."""
ASPECTS = ("了", "过")
"""The particles that only a verb bears."""
BREAK = re.compile(r"[，。；：！？\n]")
REACH = 60
"""A verb or the first half of a frame governs objects that begin at most this many characters after it."""


class Trigger(NamedTuple):
    """A trigger verb in the text and the relations it may state."""

    begin: int
    end: int
    predicates: tuple[str, ...]
    frame: str = ""
    """``以…为指导``, when it is the first part of a frame."""


Governor = tuple[Trigger, str]
"""A verb and the relation that it states."""


class Frame(NamedTuple):
    """Two phrases around an object and the relation they state: 以…为指导."""

    before: str
    after: str
    predicate: str
    carries_out: bool
    """Whether the first part alone would state that a programme is carried out (开展…宣传)."""


class Sentence(NamedTuple):
    """One sentence with what was found in it; ``inside`` are indexes into ``mentions``, in text order."""

    text: str
    span: Stretch
    mentions: list[Candidate]
    hosts: list[Candidate | None]
    """For each of ``mentions``, the one that it lies inside of."""
    inside: list[int]
    verbs: list[Trigger]
    words: Words
    frames: list["Frame"]
    """Those of the grammar's frames whose two parts the sentence holds."""
    heading: bool
    """It is the heading of a main part."""
    governments: dict[str, int]
    """Of the whole report, by the word of its level (县), the index of the government that it names first."""
    department: int | None
    """The index of what the department that reports first calls itself (我局)."""

    def host(self, k: int) -> Candidate | None:
        """The mention that mention ``k`` lies inside of, if any."""
        return self.hosts[k]

    def broken(self, begin: int, end: int) -> bool:
        """Whether a clause ends between two offsets."""
        return BREAK.search(self.text, begin, end) is not None

    def clause(self, begin: int, end: int) -> Stretch:
        """The part of the sentence between commas that holds ``text[begin:end]``."""
        first = max(self.text.rfind("，", self.span.begin, begin) + 1, self.span.begin)
        last = self.text.find("，", end, self.span.end)
        return Stretch(first, self.span.end if last < 0 else last)


def hosts(mentions: list[Candidate]) -> list[Candidate | None]:
    """For each mention (in text order, outer before inner), the nearest one that holds it."""
    found: list[Candidate | None] = []
    open_: list[Candidate] = []
    for mention in mentions:
        while open_ and open_[-1].end < mention.end:
            open_.pop()
        found.append(open_[-1] if open_ and open_[-1].begin <= mention.begin else None)
        open_.append(mention)
    return found


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the words, longer ones first."""
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))


class Grammar:
    """The relations of ``fazhi.ttl`` and the word lists that tell how a clause uses them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        by_word: dict[str, list[str]] = {}
        for prop in vocabulary.properties.values():
            for word in prop.triggers:
                by_word.setdefault(word, []).append(prop.name)
        for word in vocabulary.words("boundary/not-a-trigger"):
            by_word[word] = []
        self.words = list(by_word)
        self._by_word = {word: tuple(names) for word, names in by_word.items()}
        acts = [vocabulary.properties[name].triggers for name in ("studies", "publicises")]
        self.taught = any_of(word for words in acts for word in words)
        self.acts = any_of(
            [*(word for words in acts for word in words), *vocabulary.words("boundary/act-on-a-norm")]
        )
        self._predicates = [tuple(by_word[word]) for word in self.words]
        self._matcher = Matcher(self.words)
        self.domain = {p.name: frozenset(p.domain) for p in vocabulary.properties.values()}
        self.range = {p.name: frozenset(p.range) for p in vocabulary.properties.values()}
        self.implied = {cls: p.name for p in vocabulary.properties.values() for cls in p.implied_by}
        carried_out = frozenset(vocabulary.properties["implements"].triggers)
        self.frames = [
            Frame(before, after, prop.name, before in carried_out)
            for prop in vocabulary.properties.values()
            for before, after in prop.frames
        ]
        self._frame_parts = Cues(part for frame in self.frames for part in (frame.before, frame.after))
        self._by_after: dict[str, list[Frame]] = {}
        for frame in self.frames:
            self._by_after.setdefault(frame.after, []).append(frame)
        self.nominal = frozenset(vocabulary.words("boundary/nominal-verb"))
        self.intervener = any_of(vocabulary.words("boundary/intervener"))
        self.building = vocabulary.words("boundary/building-noun")
        self.teaching = vocabulary.words("boundary/teaching-head")
        self.learning = vocabulary.words("boundary/learning-head")
        self.lawmaking = any_of(vocabulary.words("boundary/lawmaking-noun"))
        self.part = any_of(vocabulary.words("boundary/part-marker"))
        self.negation = any_of(vocabulary.words("boundary/negation"))
        self.future = any_of(vocabulary.words("boundary/future"))
        self.denied = vocabulary.words("boundary/negation-before-verb")
        self.to_come = vocabulary.words("boundary/future-before-verb")
        self.disposal = any_of(vocabulary.words("boundary/disposal-verb"))
        self.resuming = vocabulary.words("boundary/resuming-adverb")
        self.adverbs = vocabulary.words("boundary/adverb-before-verb")
        self.demonstratives = vocabulary.words("boundary/demonstrative")
        self.relative = vocabulary.words("boundary/relative-opening")
        self.prepositions = vocabulary.words("boundary/not-a-subject-after")
        self.occasions = vocabulary.words("boundary/occasion-before")
        self.together = vocabulary.words("boundary/acting-together")
        self.passing_on = vocabulary.words("boundary/passing-on")
        together = vocabulary.properties["cooperatesWith"]
        self.partnership = (*together.triggers, *{before for before, _ in together.frames})
        self.contracts = frozenset(vocabulary.words("boundary/making-a-contract"))
        hired = ("kind/law-firm", "kind/legal-service")
        self.hired = frozenset(vocabulary.concepts[kind].label for kind in hired)
        self.authority = vocabulary.words("boundary/by-authority")
        self.engaged = frozenset(vocabulary.words("boundary/being-engaged"))
        self.appointing = frozenset(vocabulary.words("boundary/appointing-verb"))
        self.learns = any_of(vocabulary.words("boundary/learning-context"))
        self.taking_as = frozenset(vocabulary.words("boundary/taking-as"))
        founded = "|".join(map(re.escape, vocabulary.words("boundary/after-a-founding")))
        self.founded = re.compile(rf"(?:{founded})?(?:[，。；：！？\n]|$)")
        levels = any_of(vocabulary.words("boundary/level-prefix")).pattern
        scopes = any_of(vocabulary.words("boundary/scope-before-a-topic")).pattern
        self.opening = re.compile(
            rf"(?:[{CHINESE}]是)?(?:\d{{4}}年(?:度)?)?(?:全?[省市区县]|{levels})?(?:{scopes})?[“《]?"
        )
        taking = any_of(vocabulary.words("boundary/made-a-topic")).pattern
        learning = any_of(vocabulary.words("boundary/topic-is-learned")).pattern
        self.topic_of_learning = re.compile(
            rf"[》”]?(?:等[^，。；：、]{{1,8}}?)?(?:(?:{learning})|[^，。；：、]{{0,4}}?(?P<taken>{taking}))"
        )
        adverbs = any_of(vocabulary.words("boundary/adverb-before-verb")).pattern
        founding = any_of(vocabulary.words("boundary/founding-verb")).pattern
        self.founding = frozenset(vocabulary.words("boundary/founding-verb"))
        self.set_up = re.compile(rf"(?:{adverbs}){{0,3}}(?:{founding}|由)")
        government = any_of(vocabulary.words("boundary/government-of-a-pair")).pattern
        leaders = any_of(vocabulary.words("boundary/leader-title")).pattern
        self.leaders = re.compile(rf"(?:[{SIGNS}](?:{government}))?(?:{leaders})")
        self.heads = vocabulary.words("boundary/head-of-a-government")
        self.department_heads = vocabulary.words("boundary/head-of-a-department")
        self.titling = any_of(vocabulary.words("boundary/title-of-a-part"))
        self.heading = vocabulary.words("boundary/heading-a-group")
        national = (c for c in vocabulary.of("InstitutionKind") if c.one("reach") == "national")
        self.national = frozenset(f"{BODY}{c.id}" for c in national)
        self.local_title = re.compile(rf"《?[\u4e00-\u9fff]{{2,4}}(?:{any_of(level_words()).pattern})")
        self.government = f"{BODY}{vocabulary.concepts['institution/government'].id}"
        self.coordination = vocabulary.concepts["kind/coordination"].label
        self.study_group = f"{BODY}{vocabulary.concepts['institution/theory-study-group'].id}"
        self.venue = vocabulary.concepts["kind/venue"].label
        self.at = vocabulary.words("boundary/place-preposition")
        self.agents = vocabulary.words("boundary/agent-mark")
        self.enclosed = vocabulary.words("boundary/after-a-scope")
        counted = "|".join(map(re.escape, vocabulary.words("boundary/counted-scope")))
        self.counted = re.compile(rf"(?:{counted}|[\d{CHINESE}]{{1,3}}[\u4e00-\u9fff])$")

    def triggers(self, doc: Doc, names: Collection[int] = ()) -> list[Trigger]:
        """The trigger verbs of a text, in order, without those that are nouns where they stand (法治宣传); with one
        of ``names`` (offsets of marks and mentions) or an aspect particle directly after it, it is a verb
        (向居民宣传《民法典》, 重点学习了《民法典》)."""
        words, text = doc._.analysis.words, doc._.clean
        found = []
        for begin, end, word in self._matcher.find(doc._.analysis.bare):
            noun_before = begin > 0 and words.tag[begin - 1] in NOUN_TAGS and words.end[begin - 1] == begin
            acts = end in names or text.startswith(ASPECTS, end)
            if not (noun_before and text[begin:end] in self.nominal and not acts):
                found.append(Trigger(begin, end, self._predicates[word]))
        return found

    def predicates_of(self, word: str) -> tuple[str, ...]:
        """The relations that a trigger may state; none for another word."""
        return self._by_word.get(word, ())

    def frame_parts(self, text: str) -> list[tuple[int, str]]:
        """Where the parts of frames stand in a text, in order."""
        return [(begin, part) for begin, _, part in self._frame_parts.find(text)]

    def frames_of(self, parts: set[str]) -> list[Frame]:
        """The frames whose two parts are both among ``parts``."""
        closing = self._by_after.keys() & parts
        return sorted(f for after in closing for f in self._by_after[after] if f.before in parts)

    def fitting(self, verb: Trigger, mention: Candidate, after: str) -> list[str]:
        """The relations that ``verb`` states of ``mention``; ``after`` is the text that follows it.

        A verb that may both carry out and set up (加强, 推进) carries out what can be carried out; of the rest it sets
        up only what is said to be built (加强法律明白人队伍建设).
        """
        found = [p for p in verb.predicates if mention.type in self.range[p]]
        if "establishes" not in found or "implements" not in verb.predicates:
            return found
        if "implements" in found or not any(word in after for word in self.building):
            return [p for p in found if p != "establishes"]
        return found
