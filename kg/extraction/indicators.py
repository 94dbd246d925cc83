"""What a figure counts: the words around the number, and the indicator of the vocabulary that they name."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.extraction.clauses import Stretch
from kg.lexicon.vocabulary import Concept, Vocabulary

if TYPE_CHECKING:
    from kg.extraction.figures import Count

CLAUSE_MARKS = "，。；：！？\n"
OTHER = "other"


class Indicators:
    """The indicators' cues and measure words, ready to match."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        concepts = vocabulary.of("Indicator")
        self.cues = sorted(
            ((cue, c) for c in concepts for cue in c.facts.get("cue", ())), key=lambda pair: -len(pair[0])
        )
        self.units = {c.id: frozenset(c.facts.get("unit", ())) for c in concepts}
        self.notation = {c.id: c.notation for c in concepts}
        zeros = {cue: c for c in concepts for cue in c.facts.get("zeroCue", ())}
        self.zero_concepts = zeros
        words = "|".join(map(re.escape, vocabulary.words("number/zero-word")))
        nouns = "|".join(map(re.escape, sorted(zeros, key=len, reverse=True))) or "(?!)"
        self.zero = re.compile(
            rf"(?:{words})[^，。；：\n]{{0,8}}?(?P<noun>{nouns})|(?P<counted>{nouns})[^，。；：\n]{{0,6}}为(?:0|零)(?![\d.件])"
        )
        self.fillers = re.compile("|".join(map(re.escape, vocabulary.words("number/filler"))))

    def zeros(self, text: str, sentence: Stretch, counts: Sequence["Count"]) -> list["Count"]:
        """Zeros said in words (无败诉, 未发生民转刑案件), as counts with the indicator's own measure word."""
        from kg.extraction.figures import Count

        found = []
        for match in self.zero.finditer(text, *sentence):
            if any(c.begin < match.end() and match.start() < c.end for c in counts):
                continue
            concept = self.zero_concepts[match["noun"] or match["counted"]]
            found.append(Count(match.start(), match.end(), 0.0, concept.one("unit") or None, False))
        return found

    def span(self, text: str, sentence: Stretch, count: "Count", before: int, after: int) -> Stretch:
        """The words that belong to a count: its clause, between the counts on either side of it."""
        begin = max(
            [before, sentence.begin, *(text.rfind(m, sentence.begin, count.begin) + 1 for m in CLAUSE_MARKS)]
        )
        ends = [p for m in CLAUSE_MARKS if (p := text.find(m, count.end, after)) >= 0]
        end = min([after, *ends])
        while begin < count.begin and text[begin] in "、/和及（() 即":
            begin += 1
        own = text[begin : count.begin]
        if self._tells(own):
            pause = text.find("、", count.end, end)
            follow = text[count.end : end if pause < 0 else pause]
            end = (
                count.end
                if after < sentence.end and not follow.strip("、/和及")
                else (end if pause < 0 else pause)
            )
        return Stretch(begin, end)

    def _tells(self, words: str) -> bool:
        """Whether the words before a number say what is counted (and not only 共, 达, 累计)."""
        return len(self.fillers.sub("", words)) > 1

    def classify(self, text: str, sentence: Stretch, span: Stretch, count: "Count") -> tuple[str, str]:
        """What is counted in the report's words, and the notation of its indicator (``other`` when none fits)."""
        before, after = text[span.begin : count.begin], text[count.end : span.end]
        words = (before if self._tells(before) else before + after).strip("、，/（() ") or text[
            count.begin : count.end
        ]
        for stretch in (before, before + after, text[sentence.begin : span.end]):
            concept = self._best(stretch, count.unit)
            if concept:
                return words, concept.notation
        return words, OTHER

    @staticmethod
    def _end(words: str, cue: str) -> int:
        """Where the last occurrence of a cue ends, -1 when there is none; … parts two phrases in this order."""
        first, gap, last = cue.partition("…")
        at = words.rfind(last if gap else first)
        if at < 0 or (gap and first not in words[:at]):
            return -1
        return at + len(last if gap else first)

    def _best(self, words: str, unit: str | None) -> Concept | None:
        plain = (unit or "").lstrip("万亿")
        best: tuple[int, int, Concept] | None = None
        for cue, concept in self.cues:
            units = self.units[concept.id]
            if units and plain not in units:
                continue
            end = self._end(words, cue)
            if end >= 0 and (best is None or (end, len(cue)) > best[:2]):
                best = (end, len(cue), concept)
        return best[2] if best else None
