"""What a figure counts: the words around the number, and the indicator of the vocabulary that they name."""

import re

from kg.extraction.common.clauses import Stretch
from kg.extraction.common.fillers import THINGS, Fillers
from kg.extraction.common.joints import SIGNS
from kg.extraction.common.words import Words
from kg.extraction.figures.changes import Changes
from kg.extraction.figures.counts import PERCENT, Count
from kg.extraction.figures.wordings import Counted
from kg.extraction.figures.zeros import Zeros
from kg.lexicon.concept import Concept
from kg.lexicon.matcher import Cues
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import compiled
from kg.model.plain_number import LARGE

OTHER = "other"
NOUNS = THINGS | {"an", "nrt", "x", "eng"}
"""Parts of speech of words that alone name what is counted, letters included."""
PAUSES = re.compile(rf"[{SIGNS}]")
TITLE = re.compile(r"《[^《》]*》")
"""What a document is called tells nothing of what is counted (学习《信访工作条例》5次)."""


class Indicators:
    """The indicators' cues and measure words, ready to match."""

    def __init__(self, vocabulary: Vocabulary, fillers: Fillers, zeros: Zeros, changes: Changes) -> None:
        self._fillers, self._zeros = fillers, zeros
        concepts = vocabulary.of("Indicator")
        self._speaks: dict[str, list[tuple[str, str, Concept]]] = {}
        for concept in concepts:
            for cue in concept.facts.get("cue", ()):
                first, _, last = cue.rpartition("…")
                self._speaks.setdefault(last, []).append((first, cue, concept))
        self._cues = Cues(self._speaks)
        self._units = {c.id: frozenset(c.facts.get("unit", ())) for c in concepts}
        self._parts = compiled(vocabulary.words("number/part-mark"))
        self._change = vocabulary.concepts["indicator/changes"].notation
        self._joining = vocabulary.words("number/taking-part")
        self._compared = re.compile(rf"(?:{changes.compared.pattern})[^，；：]*")
        self._each = compiled(vocabulary.words("number/each"))
        self._honoured = compiled(vocabulary.words("number/honoured"))

    def classify(self, text: str, words: Words, sentence: Stretch, count: Count, counted: Counted) -> str:
        """The notation of the indicator of what is counted (``other`` when none fits).

        Only a count whose own words name nothing (办结54件, 300余人参加) is of what the sentence counted before it; of
        parts (其中维持17件) that is the whole.
        """
        if counted.change:
            return self._change
        if counted.alone:
            return self.named(counted.words, count.unit)
        before, after = text[slice(*counted.before)], text[slice(*counted.after)]
        none = self._zeros.concept(text[count.begin : count.end]) if count.value == 0 else None
        if none:  # 未收到行政复议申请, 行政诉讼零发生
            pause = PAUSES.search(text, count.end, counted.end)
            meant = self._best(text[count.begin : pause.start() if pause else counted.end], count.unit)
            if count.unit == PERCENT:
                return meant.notation if meant else OTHER
            return (meant or none).notation
        honoured = self._honoured.search(after)
        if honoured:  # 1份案卷入选: not what 优秀案卷 behind it names
            after = after[: honoured.end()]
        said = self._each.match(after) is not None  # 行政诉讼案件2件 + 均胜诉: what is said of them all
        joins = honoured or any(word in after for word in self._joining)  # 120名干部 + 参加考试
        own = before if said else text[slice(*counted.noun)]
        stretches = [after, before + after] if joins else [own, after, before + after]
        bare = not any(
            self._fillers.names(text, words, side, NOUNS, acts=False)
            for side in (counted.before, counted.after)
        )
        if bare:
            context = text[sentence.begin : counted.end]
            part = self._parts.search(context)
            stretches.append(self._compared.sub("", context[: part.start()] if part else context))
        earlier = TITLE.sub("", text[sentence.begin : counted.before.begin])
        alone = [(stretch, None) for stretch in stretches]
        paired = before + after, earlier
        asked = [paired, *alone] if bare else [*alone, paired]
        found = (self._best(TITLE.sub("", said), count.unit, context) for said, context in asked)
        concept = next((one for one in found if one), None)
        if concept is None:
            return OTHER
        if self._is_out_of_place(concept, earlier + before + after):
            of_pair = self._best(TITLE.sub("", before + after), count.unit, earlier)
            return concept.notation if of_pair else OTHER
        return concept.notation

    def _is_out_of_place(self, concept: Concept, said: str) -> bool:
        """Whether the sentence speaks of what the indicator is never of: a contract's 标的额 is no amount in dispute."""
        return any(word in said for word in concept.facts.get("notWith", ()))

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
                units = self._units[concept.id]
                at = before.rfind(first) if first else -1
                if (units and plain is not None and plain not in units) or (
                    at < 0 if first else earlier is not None
                ):
                    continue
                rank = (end, at + len(first) if earlier is not None else 0, len(cue))
                if best is None or rank > best[:3]:
                    best = (*rank, concept)
        return best[3] if best else None
