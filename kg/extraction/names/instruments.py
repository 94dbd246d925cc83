"""Legal instruments: titles in 《》 (nested, unbalanced, shortened) and the bare names of national laws."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extraction.common.factory import Component, component
from kg.extraction.common.spans import Candidate, Reach, write
from kg.lexicon import laws
from kg.lexicon.endings import Endings
from kg.lexicon.matcher import Matcher, fold_marks
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.rules import ACTIVITY, BARE_LAW, CARRIED_OUT, ISSUED, TITLE

QUOTED = re.compile(r"“([^“”《》\n]{2,30})”")
MARKS = re.compile(r"[《》。\n]")
LONGEST = 90
"""A 《 that is not closed within this many characters is ignored."""


class Forms:
    """What the last words of a title tell of its kind (``instrument-form/*`` of the vocabulary)."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._kinds = {label: c.kind for c in reversed(vocabulary.of("InstrumentForm")) for label in c.labels}
        self._endings = Endings(self._kinds)
        self.other = vocabulary.concepts["kind/work"].label
        self.activities = vocabulary.words("boundary/activity-after-title")
        self.shown = vocabulary.words("boundary/show-before-title")
        self.activity = vocabulary.concepts["kind/campaign"].label

    def kind(self, title: str) -> str:
        """The kind of an instrument by its title; ``书籍作品`` when the title ends like no document."""
        law = laws.find(title)
        if law:
            return laws.kind(law)
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
def instruments(vocabulary: Vocabulary) -> Component:
    """A component that writes legal instruments to the group ``instruments``."""
    forms = Forms(vocabulary)
    others = (*vocabulary.words("boundary/certificate"), *vocabulary.words("boundary/newspaper"))
    issuing = any_of(vocabulary.words("boundary/issuing-verb"))
    carrying = any_of(vocabulary.words("boundary/carrying-out-in-a-title"))
    carried_out = re.compile(rf"(?:{carrying}|(?<=《))([〈《][^〈〉《》]{{4,60}}[〉》])")
    issued = re.compile(rf"{issuing}(?P<of>的)?([〈《][^〈〉《》]{{4,60}}[〉》])")
    names = laws.bare_names()
    documents = vocabulary.words("boundary/national-document")
    kinds = [laws.kind(law) for name in names if (law := laws.find(name))]
    kinds += map(forms.kind, documents)
    matcher = Matcher((*names, *documents))

    def run(doc: Doc) -> Doc:
        text, own = doc._.clean, fold_marks(doc._.outline.title or "")
        found = [
            Candidate(m.start(1), m.end(1), "LegalInstrument", laws.kind(law), BARE_LAW)
            for m in QUOTED.finditer(text)
            if (law := laws.find(m.group(1)))
        ]
        for begin, end in titles(text):
            title = text[begin + 1 : end - 1]
            if inner := issued.search(text[begin + 1 : end]):
                first, last = begin + 1 + inner.start(2), begin + 1 + inner.end(2)
                whole = inner["of"] is None
                kind = forms.kind(text[first + 1 : last - 1])
                rule = ISSUED if whole else TITLE
                found.append(Candidate(first, last, "LegalInstrument", kind, rule))
                if not whole:  # 《中共中央、国务院印发的《纲要》》, 《…印发的《纲要》的要求: the first mark is one too many
                    continue
            if not title or fold_marks(title) == own:
                continue
            inner = carried_out.search(text, begin + 1, end - 1)
            if inner and inner.end() < end - 1:  # else the marks are damaged: 《贯彻〈纲要工作方案〉》
                first, last = inner.span(1)
                kind = forms.kind(text[first + 1 : last - 1])
                found.append(Candidate(first, last, "LegalInstrument", kind, CARRIED_OUT))
            kind = forms.kind(title)
            if title.endswith(others) and kind == forms.other:
                continue
            activity = next((w for w in forms.activities if text.startswith(w, end)), "")
            shown = text.endswith(forms.shown, 0, begin)
            if (activity or shown) and kind == forms.other:
                found.append(Candidate(begin, end + len(activity), "Programme", forms.activity, ACTIVITY))
            else:
                found.append(Candidate(begin, end, "LegalInstrument", kind, TITLE))
        titled = Reach((c.begin, c.end) for c in found)
        for begin, end, label in matcher.find(doc._.analysis.bare):
            alone = label >= len(names) or laws.stands_alone(text, begin, end)
            if alone and titled.before(begin + 1) < end:
                kind = kinds[label]
                found.append(Candidate(begin, end, "LegalInstrument", kind, BARE_LAW))
        write(doc, "instruments", found)
        return doc

    return run
