"""Zeros said in words: 无败诉, 未发生民转刑案件, 行政复议为0."""

import re
from collections.abc import Sequence

from kg.extraction.common.joints import RATE, SIGNS
from kg.extraction.figures.counts import PERCENT, Count
from kg.lexicon.concept import Concept
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.marks import CLAUSE

NOUN_REACH = 16
"""Characters before what says zero after what it counts."""


class Zeros:
    """Finds them, with the nouns that the vocabulary's indicators have for what there is none of."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._concepts = {cue: c for c in vocabulary.of("Indicator") for cue in c.facts.get("zeroCue", ())}
        words, after, bare = (
            any_of(vocabulary.words(f"number/{name}")) for name in ("zero-word", "zero-after", "is-zero")
        )
        words = rf"(?!{any_of(vocabulary.words('number/no-zero'))}){words}"
        self._words = (*vocabulary.words("number/zero-word"), *vocabulary.words("number/not-handled"))
        handled = any_of(vocabulary.words("number/not-handled"))
        self._kept = re.compile(rf"{any_of(vocabulary.words('number/kept-up'))}\Z")
        nouns = any_of(self._concepts)
        last = rf"{nouns}*(?P<noun>{nouns})"  # 行政复议 + 被纠错: the last says of what there is none
        one = rf"[一1](?P<unit>{any_of(vocabulary.measure_words('cases', 'people'))})"
        near = rf"(?:(?!{words})[^{CLAUSE}\n]){{0,8}}?"
        self._before = re.compile(
            rf"(?:{words}(?:{one})?{near}|{handled}(?:{one.replace('unit', 'of')})?){last}(?!{words})"
        )  # 零撤销、行政诉讼 + 零败诉
        self._not_one = re.compile(
            rf"{any_of(self._words)}{one}(?:(?!外)[^{CLAUSE}\n]{{2,{NOUN_REACH}}}|(?=[{CLAUSE}\n]))"  # no 无一例外
        )
        between = rf"[^{CLAUSE}\n{SIGNS}或]{{0,6}}"
        self._joined = re.compile(rf"{between}[{SIGNS}或]{between}?{last}(?!{words})")
        units = any_of(label for unit in vocabulary.of("Unit") for label in unit.labels)
        self._after = re.compile(rf"{bare}(?!\d|\.|{units})|{after}")
        self._nouns = re.compile(rf"({nouns})[^{CLAUSE}\n{SIGNS}]{{0,6}}\Z")

    def denies(self, text: str, count: Count) -> bool:
        """Whether it says of a count that there is not one (未办理 + 1件)."""
        return count.value == 1 and text.endswith(self._words, 0, count.begin)

    def quoted(self, text: str, count: Count) -> bool:
        """Whether a zero stands in a quotation of what was kept up (实现“零上访、零诉讼”), not of a name (“零上访”村)."""
        opening = text.rfind("“", max(0, count.begin - NOUN_REACH), count.begin)
        return opening >= 0 and self._kept.search(text, max(0, opening - NOUN_REACH), opening) is not None

    def counts(self, text: str, begin: int, counts: Sequence[Count]) -> list[Count]:
        """Those from offset ``begin`` on, as counts with the indicator's own measure word; not where ``counts`` has a number
        already."""
        taken = {at for count in counts for at in range(count.begin, count.end)}
        said = []
        for match in self._before.finditer(text, begin):
            said.append(
                (match.start(), match.end(), match["unit"] or match["of"] or self._unit(match["noun"]))
            )
            at = match.end()
            while (other := self._joined.match(text, at)) and not self._before.search(other[0]):
                at = other.end()  # 未发生行政复议、行政诉讼
                said.append((other.start("noun"), at, self._unit(other["noun"])))
        told = {first for first, _, _ in said}
        for match in self._not_one.finditer(text, begin):
            if match.start() not in told:  # 没有一起在行政复议中被纠正
                said.append((*match.span(), match["unit"]))
        for match in self._after.finditer(text, begin):
            noun = self._nouns.search(text, match.start() - NOUN_REACH, match.start())
            if noun:
                rate = text.endswith(RATE, 0, match.start())  # 行政复议纠错率 + 为0
                said.append((noun.start(), match.end(), PERCENT if rate else self._unit(noun[1])))
        return [
            Count(first, last, 0.0, unit, digits=0, approx=False, in_words=True)
            for first, last, unit in said
            if taken.isdisjoint(range(first, last))
        ]

    def _unit(self, noun: str) -> str | None:
        """The measure word of the indicator that a noun names; None when it has none."""
        return self._concepts[noun].one("unit") or None

    def concept(self, words: str) -> Concept | None:
        """The indicator of the noun that the words of a zero end in; None of a number."""
        noun = self._nouns.search(self._after.sub("", words))
        return self._concepts[noun[1]] if noun else None
