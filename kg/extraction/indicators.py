"""What a figure counts: the words around the number, and the indicator of the vocabulary that they name."""

import re
from collections.abc import Sequence

from kg.extraction.alternation import any_of
from kg.extraction.clauses import Stretch
from kg.extraction.counted import Counted
from kg.extraction.counts import LARGE, Count
from kg.extraction.fillers import THINGS, Fillers
from kg.extraction.joints import SIGNS
from kg.extraction.words import Words
from kg.lexicon.concept import Concept
from kg.lexicon.matcher import Cues
from kg.lexicon.vocabulary import Vocabulary
from kg.model.marks import CLAUSE

OTHER = "other"
NAMING = THINGS | {"an", "nrt", "x", "eng"}
"""Parts of speech of words that name what is counted."""
PAUSES = re.compile(rf"[{SIGNS}]")
NOUN_REACH = 16
TITLE = re.compile(r"《[^《》]*》")
"""What a document is called tells nothing of what is counted (学习《信访工作条例》5次)."""


class Indicators:
    """The indicators' cues and measure words, ready to match."""

    def __init__(self, vocabulary: Vocabulary, fillers: Fillers) -> None:
        self._fillers = fillers
        concepts = vocabulary.of("Indicator")
        self._speaks: dict[str, list[tuple[str, str, Concept]]] = {}
        for concept in concepts:
            for cue in concept.facts.get("cue", ()):
                first, _, last = cue.rpartition("…")
                self._speaks.setdefault(last, []).append((first, cue, concept))
        self._cues = Cues(self._speaks)
        self.units = {c.id: frozenset(c.facts.get("unit", ())) for c in concepts}
        zeros = {cue: c for c in concepts for cue in c.facts.get("zeroCue", ())}
        self.zero_concepts = zeros
        words = "|".join(map(re.escape, vocabulary.words("number/zero-word")))
        nouns = "|".join(map(re.escape, sorted(zeros, key=len, reverse=True))) or "(?!)"
        last = rf"(?:{nouns})*(?P<noun>{nouns})"  # 行政复议 + 被纠错: the last says of what there is none
        self.zero = re.compile(rf"(?:{words})[^{CLAUSE}\n]{{0,8}}?{last}")
        units = any_of(label for unit in vocabulary.of("Unit") for label in unit.labels).pattern
        after, bare = (
            any_of(vocabulary.words(f"number/{name}")).pattern for name in ("zero-after", "is-zero")
        )
        self.is_zero = re.compile(rf"(?:{bare})(?!\d|\.|{units})|{after}")
        """案件为0: what says zero after what it counts."""
        self.joined = re.compile(
            rf"[^{CLAUSE}\n{SIGNS}或]{{0,6}}[{SIGNS}或][^{CLAUSE}\n{SIGNS}或]{{0,6}}?{last}"
        )
        self.nouns = re.compile(rf"({nouns})[^{CLAUSE}\n]{{0,6}}\Z")
        self.parts = re.compile("|".join(map(re.escape, vocabulary.words("number/part-mark"))))
        self.change = vocabulary.concepts["indicator/changes"].notation
        self.joining = vocabulary.words("number/taking-part")
        self.compared = re.compile(rf"(?:{any_of(vocabulary.words('number/compared')).pattern})[^，；：]*")
        self.each = any_of(vocabulary.words("number/each"))
        self.honoured = any_of(vocabulary.words("number/honoured"))

    def zeros(self, text: str, begin: int, counts: Sequence[Count]) -> list[Count]:
        """Zeros said in words (无败诉, 未发生民转刑案件) from offset ``begin`` on, as counts with the indicator's own
        measure word; not where ``counts`` has a number already."""
        taken = {at for count in counts for at in range(count.begin, count.end)}
        said = []
        for match in self.zero.finditer(text, begin):
            said.append((match.start(), match.end(), match["noun"]))
            at = match.end()
            while (other := self.joined.match(text, at)) and not self.zero.search(other[0]):
                at = other.end()  # 未发生行政复议、行政诉讼
                said.append((other.start("noun"), at, other["noun"]))
        for match in self.is_zero.finditer(text, begin):
            noun = self.nouns.search(text, match.start() - NOUN_REACH, match.start())
            if noun:
                said.append((noun.start(), match.end(), noun[1]))
        return [
            Count(first, last, 0.0, self.zero_concepts[noun].one("unit") or None, False)
            for first, last, noun in said
            if taken.isdisjoint(range(first, last))
        ]

    def classify(self, text: str, words: Words, sentence: Stretch, count: Count, counted: Counted) -> str:
        """The notation of the indicator of what is counted (``other`` when none fits).

        Only a count whose own words name nothing (办结54件, 300余人参加) is of what the sentence counted before it; of
        parts (其中维持17件) that is the whole.
        """
        if counted.change:
            return self.change
        if counted.alone:
            return self.named(counted.words, count.unit)
        before, after = text[slice(*counted.before)], text[slice(*counted.after)]
        none = (
            self.nouns.search(self.is_zero.sub("", text[count.begin : count.end]))
            if count.value == 0
            else None
        )
        if none:  # 未收到行政复议申请, 行政诉讼零发生
            pause = PAUSES.search(text, count.end, counted.end)
            meant = self._best(text[count.begin : pause.start() if pause else counted.end], count.unit)
            return (meant or self.zero_concepts[none[1]]).notation
        honoured = self.honoured.search(after)
        if honoured:  # 1份案卷入选: not what 优秀案卷 behind it names
            after = after[: honoured.end()]
        said = self.each.match(after) is not None  # 行政诉讼案件2件 + 均胜诉: what is said of them all
        joins = honoured or any(word in after for word in self.joining)  # 120名干部 + 参加考试
        own = before if said else text[slice(*counted.noun)]
        stretches = [after, before + after] if joins else [own, after, before + after]
        bare = not (self._names(text, words, *counted.before) or self._names(text, words, *counted.after))
        if bare:
            context = text[sentence.begin : counted.end]
            part = self.parts.search(context)
            stretches.append(self.compared.sub("", context[: part.start()] if part else context))
        found = [self._best(TITLE.sub("", stretch), count.unit) for stretch in stretches]
        earlier = TITLE.sub("", text[sentence.begin : counted.before.begin])
        paired = self._best(TITLE.sub("", before + after), count.unit, earlier)
        concepts = [paired, *found] if bare else [*found, paired]
        return next((concept.notation for concept in concepts if concept), OTHER)

    def _names(self, text: str, words: Words, begin: int, end: int) -> bool:
        """Whether the words in ``text[begin:end]`` name a thing: a noun that is not one of the fillers."""
        return any(
            words.tag[at] in NAMING
            and text[words.begin[at] : words.end[at]] not in self._fillers.acts
            and not self._fillers.match(text, words.begin[at], words.end[at])
            for at in range(begin, end)
        )

    def named(self, words: str, unit: str | None) -> str:
        """The notation of the indicator that ``words`` name, or ``other``."""
        concept = self._best(words, unit)
        return concept.notation if concept else OTHER

    def _best(self, words: str, unit: str | None, earlier: str | None = None) -> Concept | None:
        """The indicator of the cue that ends last in ``words``, the longest of those, among the indicators that take
        the measure word (any, when ``unit`` is None). … in a cue parts two phrases in this order; with ``earlier``, what
        the sentence says before, only such cues count, and of those that end alike the one whose first is nearest."""
        plain = None if unit is None else unit.lstrip("".join(LARGE))
        best: tuple[int, int, int, Concept] | None = None
        for begin, end, last in self._cues.find(words):
            before = (earlier or "") + words[:begin]
            for first, cue, concept in self._speaks[last]:
                units = self.units[concept.id]
                at = before.rfind(first) if first else -1
                if (units and plain is not None and plain not in units) or (
                    at < 0 if first else earlier is not None
                ):
                    continue
                rank = (end, at + len(first) if earlier is not None else 0, len(cue))
                if best is None or rank > best[:3]:
                    best = (*rank, concept)
        return best[3] if best else None
