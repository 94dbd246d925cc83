"""The trigger verbs and the frames of the ontology's relations, found in a text."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet

import rjieba
from spacy.tokens import Doc

from kg.extraction.common.joints import SIGNS
from kg.extraction.common.particles import ASPECTS
from kg.extraction.common.sentence import NOUN_TAGS, Frame, Trigger
from kg.extraction.common.words import Words
from kg.lexicon.matcher import Cues, Matcher
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import compiled
from kg.model.marks import CLAUSE

MARKS = ("“", "《")
ADVERBS = frozenset(("d", "ad"))
REACH = 60
"""A verb or the first half of a frame governs objects that begin at most this many characters after it."""


class Triggers:
    """The trigger verbs of all relations."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        stated: dict[str, list[str]] = {}
        for prop in vocabulary.properties.values():
            for word in prop.triggers:
                stated.setdefault(word, []).append(prop.name)
        for word in vocabulary.words("boundary/not-a-trigger"):
            stated[word] = []
        self._stated = {word: tuple(names) for word, names in stated.items()}
        self._by_label = list(self._stated.values())
        self._matcher = Matcher(self._stated)
        self._nouns = vocabulary.words("boundary/noun-of-an-act")
        self._adverbs = vocabulary.words("boundary/adverb-before-verb")
        self._building = frozenset(vocabulary.words("boundary/building-noun"))
        self._carrying = compiled(vocabulary.words("boundary/verb-of-duty"))
        self._nominal = frozenset(vocabulary.words("boundary/nominal-verb"))
        self._new = compiled(vocabulary.words("boundary/new-before-a-law"))

    def find(self, doc: Doc, names: Collection[int] = (), ends: Collection[int] = ()) -> list[Trigger]:
        """The trigger verbs of a text, in order, without those that are nouns where they stand (法治宣传, 入户宣传、走访);
        with one of ``names`` (offsets of marks and mentions) or an aspect particle directly after it, it is a verb
        (向居民宣传《民法典》, 重点学习了《民法典》). One character is a verb where it is a word, or behind one of ``ends`` of
        mentions (司法所 + 获)."""
        words, text = doc._.analysis.words, doc._.clean
        matches = self._matcher.find(doc._.analysis.bare)
        begins = {begin for begin, _, _ in matches}
        found = []
        for begin, end, label in matches:
            stated = () if text.startswith(self._nouns, end) else self._by_label[label]
            if end - begin == 1 and begin not in ends and not _is_word(text, words, begin):
                continue
            if text[begin:end] in self._nominal and not self._acts(text, words, begin, end, names):
                whole = begin > 0 and words.end[begin - 1] == begin
                before = words.tag[begin - 1] if whole else ""
                item = text[begin - 1].isalnum() and before not in ADVERBS
                noun = before in NOUN_TAGS and not text.endswith(self._adverbs, 0, begin)  # 有序 + 推进
                if noun or (item and _ends_item(text, words, end, begins)):
                    continue
            if stated:
                found.append(Trigger(begin, end, stated))
        return found

    def _acts(self, text: str, words: Words, begin: int, end: int, names: Collection[int]) -> bool:
        """Whether what follows a word that may be a noun makes it a verb: a name or an aspect particle."""
        new = self._new.match(text, end)  # 组织干部学习 + 新修订的 + 《行政复议法》
        named = end in names or (new is not None and new.end() in names)
        return (named and not self._is_noun(text, words, begin, end)) or text.startswith(ASPECTS, end)

    def _is_noun(self, text: str, words: Words, begin: int, end: int) -> bool:
        """Whether building directly before a name without marks is a noun that the name goes on from, after a verb that carries
        it out: 履行 + 法治 + 建设 + 第一责任人职责, but not 依托生活馆 + 建设 + 法治文化长廊."""
        before = words.tag[begin - 1] if begin and words.end[begin - 1] == begin else ""
        if text[begin:end] not in self._building or before not in NOUN_TAGS or text.startswith(MARKS, end):
            return False
        clause = max(text.rfind(mark, 0, begin) for mark in CLAUSE) + 1
        return self._carrying.search(text, clause, begin) is not None

    def predicates(self, word: str) -> tuple[str, ...]:
        """The relations that a trigger may state; none for another word."""
        return self._stated.get(word, ())


def _is_word(text: str, words: Words, at: int) -> bool:
    """Whether one character is a word of its own, or ends what only the segmenter takes for a word: 泖甸村设, but not
    设施 or 申请."""
    begin, end = words.begin[at], words.end[at]
    return end - begin == 1 or (end == at + 1 and len(rjieba.cut(text[begin:end], False)[-1]) == 1)


def _ends_item(text: str, words: Words, at: int, verbs: AbstractSet[int]) -> bool:
    """Whether an item of a list ends at ``at`` and the next does not begin with one of ``verbs``, or a word and one:
    普法宣传 + 、纠纷化解, but not 学习 + 、深刻领会习近平法治思想."""
    following = at + 1
    if following >= len(text) or text[at] not in SIGNS:
        return False
    return verbs.isdisjoint(range(following, words.end[following] + 1))


class Frames:
    """The frames of all relations."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        carried_out = frozenset(vocabulary.properties["implements"].triggers)
        themes = frozenset(vocabulary.words("boundary/theme-frame"))
        self._by_after: dict[str, list[Frame]] = {}
        for prop in vocabulary.properties.values():
            for before, after in prop.frames:
                carries_out = before in carried_out or f"{before}…{after}" in themes
                frame = Frame(before, after, prop.name, carries_out)
                self._by_after.setdefault(after, []).append(frame)
        frames = [frame for alike in self._by_after.values() for frame in alike]
        self._parts = Cues(part for frame in frames for part in (frame.before, frame.after))

    def parts(self, text: str) -> list[tuple[int, str]]:
        """Where the parts of frames stand in a text, in order."""
        return [(begin, part) for begin, _, part in self._parts.find(text)]

    def whole(self, parts: set[str]) -> list[Frame]:
        """The frames whose two parts are both among ``parts``."""
        closing = self._by_after.keys() & parts
        return sorted(f for after in closing for f in self._by_after[after] if f.before in parts)
