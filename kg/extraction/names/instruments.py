"""Legal instruments: titles in 《》 (nested, unbalanced, shortened) and the bare names of national laws."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extraction.common.factory import component
from kg.extraction.common.spans import Candidate, Reach, write
from kg.lexicon import laws
from kg.lexicon.endings import Endings
from kg.lexicon.matcher import Bare, Matcher, fold_marks
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.rules import ACTIVITY, BARE_LAW, CARRIED_OUT, ISSUED, TITLE

QUOTED = re.compile(r"“([^“”《》\n]{2,30})”")
MARKS = re.compile(r"[《》。\n]")
LONGEST = 90
"""A 《 that is not closed within this many characters is ignored."""


STRAY = "〉>”"
"""Marks at the end of a title that close what it holds, and say nothing of its kind: 《贯彻〈纲要工作方案〉》."""


class Forms:
    """What the last words of a title tell of its kind (``instrument-form/*`` of the vocabulary)."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._kinds = {label: c.kind for c in reversed(vocabulary.of("InstrumentForm")) for label in c.labels}
        self._endings = Endings(self._kinds)
        self.other = vocabulary.concepts["kind/work"].label

    def kind(self, title: str) -> str:
        """The kind of an instrument by its title; ``书籍作品`` when the title ends like no document."""
        law = laws.find(title)
        if law:
            return laws.kind(law)
        title = title.rstrip(STRAY)
        core = title.rstrip("）)") if title[-1:] in "）)" else title
        if core != title and ("（" in core or "(" in core):
            core = core[: max(core.rfind("（"), core.rfind("("))]
        return self._kinds.get(self._endings.longest(core, len(core)), self.other)


def titles(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the 《…》 in ``text``, brackets included; an inner title comes after its outer one.

    Where an outer 《 is never closed, the inner title's 》 closes both, and only the outer one is a title.
    """
    stack: list[int] = []
    spans: list[tuple[int, int]] = []
    for mark in MARKS.finditer(text):
        at, char = mark.start(), mark.group()
        if char == "《":
            stack.append(at)
        elif char == "》":
            if stack:
                spans.append((stack.pop(), at + 1))
        elif stack:
            # Those inside an opening that is never closed came after all that stand before it.
            outer = []
            for opening in stack:
                if spans and spans[-1][0] > opening:
                    outer.append((opening, spans.pop()[1]))
            spans += outer
            stack.clear()
    yield from sorted((s for s in spans if s[1] - s[0] <= LONGEST), key=lambda span: (span[0], -span[1]))


@component("fazhi_instruments")
class Instruments:
    """A component that writes legal instruments to the group ``instruments``."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._forms = Forms(vocabulary)
        self._no_works = (*vocabulary.words("boundary/certificate"), *vocabulary.words("boundary/newspaper"))
        self._activities = vocabulary.words("boundary/activity-after-title")
        self._showing = vocabulary.words("boundary/show-before-title")
        self._activity = vocabulary.concepts["kind/campaign"].label
        issuing = any_of(vocabulary.words("boundary/issuing-verb"))
        carrying = any_of(vocabulary.words("boundary/carrying-out-in-a-title"))
        self._carried_out = re.compile(rf"(?:{carrying}|(?<=《))([〈《][^〈〉《》]{{4,60}}[〉》])")
        self._issued = re.compile(rf"{issuing}(?P<of>的)?([〈《][^〈〉《》]{{4,60}}[〉》])")
        names, documents = laws.bare_names(), vocabulary.words("boundary/national-document")
        self._thoughts = frozenset(label for concept in vocabulary.of("Doctrine") for label in concept.labels)
        self._laws = len(names)
        self._kinds = [laws.kind(law) for name in names if (law := laws.find(name))]
        self._kinds += map(self._forms.kind, documents)
        self._bare = Matcher((*names, *documents))

    def __call__(self, doc: Doc) -> Doc:
        text, own = doc._.clean, fold_marks(doc._.outline.title or "")
        found = list(_quoted_laws(text))
        for begin, end in titles(text):
            found += self._titled(text, begin, end, own)
        found += self._without_marks(text, doc._.analysis.bare, Reach((c.begin, c.end) for c in found))
        write(doc, "instruments", found)
        return doc

    def _titled(self, text: str, begin: int, end: int, own: str) -> Iterator[Candidate]:
        """What a title in 《》 names, and the instrument that stands in it; ``own`` is the report's title, which is none."""
        title = text[begin + 1 : end - 1]
        issued = self._issued.search(text, begin + 1, end)
        if issued:
            yield self._instrument(text, *issued.span(2), TITLE if issued["of"] else ISSUED)
        if issued and issued["of"]:
            return  # 《中共中央、国务院印发的《纲要》》, 《…印发的《纲要》的要求: the first mark is one too many
        if not title or fold_marks(title) == own or title in self._thoughts:
            return  # 学习《习近平法治思想》: the thought, no book
        inner = self._carried_out.search(text, begin + 1, end - 1)
        if inner and inner.end() < end - 1:  # else the marks are damaged: 《贯彻〈纲要工作方案〉》
            yield self._instrument(text, *inner.span(1), CARRIED_OUT)
        instrument = self._instrument(text, begin, end, TITLE)
        if instrument.kind != self._forms.other:
            yield instrument
        elif not title.endswith(self._no_works):
            yield self._shown(text, begin, end) or instrument

    def _instrument(self, text: str, begin: int, end: int, rule: str) -> Candidate:
        """The instrument whose title with its marks is ``text[begin:end]``."""
        return Candidate(begin, end, "LegalInstrument", self._forms.kind(text[begin + 1 : end - 1]), rule)

    def _shown(self, text: str, begin: int, end: int) -> Candidate | None:
        """The show or other activity that a title is the name of, where the words around it tell."""
        activity = next((word for word in self._activities if text.startswith(word, end)), "")
        if not activity and not text.endswith(self._showing, 0, begin):
            return None
        return Candidate(begin, end + len(activity), "Programme", self._activity, ACTIVITY)

    def _without_marks(self, text: str, bare: Bare, titled: Reach) -> Iterator[Candidate]:
        """The laws and national documents named without marks, outside of what is ``titled``."""
        for begin, end, label in self._bare.find(bare):
            alone = label >= self._laws or laws.stands_alone(text, begin, end)
            if alone and titled.before(begin + 1) < end:
                yield Candidate(begin, end, "LegalInstrument", self._kinds[label], BARE_LAW)


def _quoted_laws(text: str) -> Iterator[Candidate]:
    """The laws whose names stand in quotation marks alone: “民法典”."""
    for quoted in QUOTED.finditer(text):
        if law := laws.find(quoted[1]):
            yield Candidate(*quoted.span(1), "LegalInstrument", laws.kind(law), BARE_LAW)
