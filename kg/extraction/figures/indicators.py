"""What a figure counts: the words around the number, and the indicator of the vocabulary that they name."""

import re
from collections.abc import Iterator, Sequence

from kg.extraction.common.clauses import Stretch
from kg.extraction.common.fillers import THINGS, Fillers
from kg.extraction.common.joints import SIGNS
from kg.extraction.common.words import Words
from kg.extraction.figures.changes import Changes
from kg.extraction.figures.counts import PERCENT, Count
from kg.extraction.figures.cue_table import CueTable
from kg.extraction.figures.nouns import Nouns, governing
from kg.extraction.figures.wordings import Counted
from kg.extraction.figures.zeros import Zeros
from kg.lexicon.concept import Concept
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import compiled

OTHER = "other"
NOUNS = THINGS | {"an", "nrt", "x", "eng", "z"}
"""Parts of speech of words that alone name what is counted, letters included."""
CLOSING = "”》（"
PAUSES = re.compile(rf"[{SIGNS}]")
TITLE = re.compile(r"《[^《》]*》")
"""What a document is called tells nothing of what is counted (学习《信访工作条例》5次)."""


def broad(notation: str) -> str:
    """That of the broad indicator: ``personnel`` of ``personnel.mediators``."""
    return notation.partition(".")[0]


class Indicators:
    """The indicators' cues and measure words, ready to match."""

    def __init__(self, vocabulary: Vocabulary, fillers: Fillers, zeros: Zeros, changes: Changes) -> None:
        self._fillers, self._zeros = fillers, zeros
        indicators = vocabulary.of("Indicator")
        self._cues, self._acts = CueTable(indicators, "cue", "headCue"), CueTable(indicators, "actCue")
        self._parts = compiled(vocabulary.words("number/part-mark"))
        self._other = vocabulary.concepts["indicator/other"]
        self._outcome = vocabulary.concepts["indicator/case-outcomes"].notation
        self._change = vocabulary.concepts["indicator/changes"].notation
        self._labels = {concept.notation: concept.label for concept in indicators}
        kind = self._change.removeprefix(OTHER)
        self._changes = {n.removesuffix(kind): n for n in self._labels if n.endswith(kind)}
        """Notation of each broad indicator → that of its rises and falls."""
        self._joining = compiled(vocabulary.words("number/taking-part"))
        self._compared = re.compile(rf"(?:{changes.compared.pattern})[^，；：]*")
        self._each = compiled(vocabulary.words("number/each"))
        self._honoured = compiled(vocabulary.words("number/honoured"))
        self._done_to = compiled(vocabulary.words("number/done-to-people"))
        self._nouns = Nouns(vocabulary)
        self._done_to_places = compiled(vocabulary.words("number/done-to-places"))
        self._people = frozenset(vocabulary.measure_words("people"))

    def classify(self, text: str, words: Words, sentence: Stretch, count: Count, counted: Counted) -> str:
        """The notation of the indicator of what is counted (``other`` when none fits).

        Only a count whose own words name nothing (办结54件, 300余人参加) is of what the sentence counted before it; of
        parts (其中维持17件) that is the whole.
        """
        if counted.change:
            return self._changes.get(broad(self.named(counted.words, None)), self._change)
        if counted.alone:
            return self.named(counted.words, count.unit)
        before, after = text[slice(*counted.before)], text[slice(*counted.after)]
        none = self._zeros.concept(text[count.begin : count.end]) if count.value == 0 else None
        if none:
            return self._of_none(text, count, counted, none)
        if count.unit in self._people and self._done_to.search(before):
            return OTHER  # 约谈 + 5名负责人
        honoured = self._honoured.search(after)
        if honoured:  # 1份案卷入选: not what 优秀案卷 behind it names
            after = after[: honoured.end()]
        said = self._each.match(after) is not None  # 行政诉讼案件2件 + 均胜诉: what is said of them all
        joins = honoured or self._joining.search(after)  # 120名干部 + 参加考试
        nouns = [before] if said else self._nouns.behind(text, words, counted)
        stretches = [*([] if joins else nouns), *([after, before] if after else []), before + after]
        whole = self._whole(text, words, sentence, counted)
        earlier = TITLE.sub("", text[sentence.begin : counted.before.begin])
        governed = governing(text, sentence, counted) + before
        heads = count.unit in self._people or not self._done_to_places.search(governed)
        asked = self._asked(stretches, earlier, whole, count.unit, heads)
        concept = next((one for one in asked if one), None) or self._acts.best(governed + after, count.unit)
        if concept is None:
            return OTHER
        if self._is_out_of_place(concept, earlier + before + after):
            of_pair = self._cues.best(TITLE.sub("", before + after), count.unit, earlier)
            return concept.notation if of_pair else OTHER
        return concept.notation

    def _of_none(self, text: str, count: Count, counted: Counted, none: Concept) -> str:
        """The notation of the indicator of what there is none of (未收到行政复议申请, 行政诉讼零发生): of what is said up to a
        pause, else ``none``, which the words of the zero tell."""
        pause = PAUSES.search(text, count.end, counted.end)
        meant = self._cues.best(text[count.begin : pause.start() if pause else counted.end], count.unit)
        if count.unit == PERCENT:
            return meant.notation if meant else OTHER
        return (meant or none).notation

    def _whole(self, text: str, words: Words, sentence: Stretch, counted: Counted) -> str | None:
        """What the sentence says up to the end of a figure whose own words name nothing, up to where it goes on to parts (其中),
        and without what it compares with; None for a figure whose words name something."""
        for side in (counted.before, counted.after):
            if self._fillers.names(text, words, side, NOUNS, acts=False):
                return None
        context = text[sentence.begin : counted.end]
        part = self._parts.search(context)
        return self._compared.sub("", context[: part.start()] if part else context)

    def _asked(
        self, stretches: Sequence[str], earlier: str, whole: str | None, unit: str | None, heads: bool
    ) -> Iterator[Concept | None]:
        """The indicators that ``stretches`` tell, the last of which holds all words of the figure, and then these with what the
        sentence says ``earlier``. Where the figure's own words name nothing that is asked first, and the ``whole`` sentence
        last; ``heads``: last characters may tell something."""
        own = TITLE.sub("", stretches[-1])
        if whole is not None:
            yield self._cues.best(own, unit, earlier)
        yield from (self._told(stretch, unit, heads) for stretch in stretches if stretch)
        if whole is None:
            yield self._cues.best(own, unit, earlier)
        else:
            yield self._cues.best(TITLE.sub("", whole), unit)

    def _told(self, said: str, unit: str | None, heads: bool) -> Concept | None:
        """The indicator that words next to a number tell, fillers and quotation marks at their end aside. Where last characters
        must not tell it, what they would decide is of none."""
        named = TITLE.sub("", said)
        edge = len(self._fillers.without_last(named).rstrip(CLOSING))
        told = self._cues.best(named, unit, edge=edge)
        return told if heads or told is self._cues.best(named, unit) else self._other

    def of_part(self, words: str, unit: str | None, own: str, whole: str) -> str:
        """The notation of the indicator of a part of what is of indicator ``whole``: its ``own``; where that is none or an
        outcome, what its words tell with what the whole is called (行政复议案件数 + 撤销), or that of the whole."""
        if own not in (OTHER, self._outcome):
            return own
        paired = self._cues.best(words, unit, self._labels[whole])
        return paired.notation if paired else whole if own == OTHER else own

    def _is_out_of_place(self, concept: Concept, said: str) -> bool:
        """Whether the sentence speaks of what the indicator is never of: a contract's 标的额 is no amount in dispute."""
        return any(word in said for word in concept.facts.get("notWith", ()))

    def named(self, words: str, unit: str | None) -> str:
        """The notation of the indicator that ``words`` name, or ``other``."""
        concept = self._cues.best(words, unit)
        return concept.notation if concept else OTHER
