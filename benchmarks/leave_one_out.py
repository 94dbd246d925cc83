"""Score each annotated report without the vocabulary that only it speaks for.

    python benchmarks/leave_one_out.py FULL FULL_GOLD PAGES PAGES_GOLD

Before a report is read, every entry of the vocabulary is switched off whose labels occur, of all annotated reports, in
that report alone, and of a list of words every such word; but not an entry whose use is national and that says so
(dcterms:coverage). *Strictly* means that this is not believed either, and that triggers, frames and cues go the same way.
What is left is what the report would be read with had nobody ever seen it. ``accuracy.py`` puts the table on its page.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
from annotated import arguments, is_even

from kg import resources
from kg.extraction import pipeline
from kg.graph.exchange import exchange
from kg.lexicon import vocabulary
from kg.lexicon.concept import Concept, Property
from kg.lexicon.matcher import bare
from kg.lexicon.vocabulary import Vocabulary
from kg.making import build_report
from kg.model import Report
from kg.model.namespaces import DCTERMS, VOCABULARY
from kg.reading import read_file, source
from kg.score import LAYERS, Annotation, ReportScore, Tally, load, pooled, score_report

NATIONAL = "全国"
STRUCTURE = frozenset(("Kind", "Topic", "ConceptScheme"))
"""Classes whose entries are what is told apart, not words that are looked for."""
CUES = ("cue", "zeroCue", "pattern")
WAYS = SHIPPED, LEFT_OUT, STRICTLY = "as shipped", "left out", "left out, strictly"


class Sample(NamedTuple):
    """An annotated report, and what it is counted with."""

    path: Path
    gold: Annotation
    group: str


def samples(folder: Path, gold: Path, group: Callable[[str], str]) -> list[Sample]:
    """The annotated reports of a folder, in order of name."""
    golds = load(gold)
    paths = sorted(path for path in folder.rglob("*.txt") if path.name in golds)
    return [Sample(path, golds[path.name], group(path.name)) for path in paths]


def national() -> set[str]:
    """The identifiers of the entries whose use is national."""
    coverage = f"{DCTERMS}coverage"
    return {
        quad.subject.value.removeprefix(VOCABULARY)
        for path in (resources.ontology() / "vocabulary").glob("*.ttl")
        for quad in ox.parse(path=str(path))
        if quad.predicate.value == coverage and getattr(quad.object, "value", "") == NATIONAL
        if isinstance(quad.subject, ox.NamedNode)
    }


class Occurrences:
    """In how many of some texts words occur, quotation marks aside."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = {name: bare(text).text for name, text in texts.items()}
        self._known: dict[str, frozenset[str]] = {}

    def of(self, words: Iterable[str]) -> set[str]:
        """The names of the texts in which any of the words occurs; … parts pieces that need not be adjacent."""
        return {name for word in words for name in self._of(word)}

    def _of(self, word: str) -> frozenset[str]:
        found = self._known.get(word)
        if found is None:
            pieces = [piece for piece in re.split("[…|]", word) if piece]
            found = self._known[word] = frozenset(
                name for name, text in self._texts.items() if all(piece in text for piece in pieces)
            )
        return found

    def only(self, words: Iterable[str], name: str) -> bool:
        """Whether the words occur in this text and in no other."""
        return self.of(words) == {name}


def without(
    whole: Vocabulary, name: str, seen: Occurrences, spared: Collection[str], strict: bool
) -> Vocabulary:
    """The vocabulary without what occurs in the text ``name`` alone, but for the entries in ``spared``."""

    def kept(words: Sequence[str]) -> tuple[str, ...]:
        left = tuple(word for word in words if not seen.only([word], name))
        return left or tuple(words)  # an empty list of words would match everywhere

    def concepts() -> Iterator[Concept]:
        for concept in whole.concepts.values():
            if concept.cls == "WordList":
                yield replace(concept, labels=kept(concept.labels))
            elif concept.cls in STRUCTURE or concept.id in spared or not seen.only(concept.labels, name):
                facts = {key: kept(v) if strict and key in CUES else v for key, v in concept.facts.items()}
                yield replace(concept, facts=facts)

    def properties() -> Iterator[Property]:
        for prop in whole.properties.values():
            frames = [frame for frame in prop.frames if not seen.only(["…".join(frame)], name)]
            yield replace(prop, triggers=kept(prop.triggers), frames=tuple(frames)) if strict else prop

    return Vocabulary(concepts(), properties())


class Reader:
    """Reads annotated reports with the vocabulary that a way leaves them."""

    def __init__(self, every: Sequence[Sample]) -> None:
        self._whole, self._spared = vocabulary.load(), national()
        self._seen = Occurrences({sample.path.name: read_file(sample.path).clean for sample in every})

    def read(self, sample: Sample, way: str) -> Report:
        """One report, read in one of ``WAYS``."""
        known = self._whole
        if way != SHIPPED:
            strict = way == STRICTLY
            known = without(known, sample.path.name, self._seen, () if strict else self._spared, strict)
        vocabulary.load = lambda *_: known  # type: ignore[assignment]
        pipeline.cache_clear()
        return build_report(source(sample.path))[0]


def measured(every: Sequence[Sample]) -> dict[str, dict[str, list[ReportScore]]]:
    """The scores by way of reading and group of reports."""
    reader = Reader(every)
    found: dict[str, dict[str, list[ReportScore]]] = {way: {} for way in WAYS}
    for sample in every:
        for way in WAYS:
            built = Annotation.model_validate(exchange(reader.read(sample, way)))
            found[way].setdefault(sample.group, []).append(score_report(sample.gold, built))
    return found


def table(found: Mapping[str, Mapping[str, Sequence[ReportScore]]]) -> str:
    """Markdown: F1 by layer, of the counts of all reports together and as the mean of the reports'."""
    rows = [
        "| F1 | vocabulary | " + " | ".join(LAYERS[1:]) + " |",
        "| --- | --- |" + " ---: |" * len(LAYERS[1:]),
    ]
    groups = {group: {way: found[way][group] for way in WAYS} for group in found[WAYS[0]]}
    groups["All"] = {way: [score for scores in found[way].values() for score in scores] for way in WAYS}
    for group, ways in groups.items():
        for way, scores in ways.items():
            rows.append(f"| {group} | {way} | " + " | ".join(map(str, _cells(scores))) + " |")
    return "\n".join(rows) + "\n"


def _cells(scores: Sequence[ReportScore]) -> Iterator[str]:
    for layer in LAYERS[1:]:
        tallies: list[Tally] = [score.layers[layer].tally for score in scores]
        annotated = [tally for tally in tallies if tally.gold]
        mean = sum(tally.f1 for tally in annotated) / len(annotated) if annotated else 0.0
        yield f"{pooled(tallies).f1:.3f} (mean {mean:.3f})" if annotated else "–"


def section(full: Path, full_gold: Path, pages: Path, pages_gold: Path) -> str:
    """The section of the accuracy page."""
    every = samples(full, full_gold, lambda _: "Full")
    every += samples(pages, pages_gold, lambda doc: f"Pages, {'even' if is_even(doc) else 'odd'}-numbered")
    return HEAD + table(measured(every))


HEAD = """## Leave one out

Each report read without the vocabulary that only it speaks for (`benchmarks/leave_one_out.py`): *left out* switches off every
entry whose labels occur, of all annotated reports, in that report alone, and of a list of words every such word, unless the
entry states that its use is national; *strictly* does not believe that statement, and switches off triggers, frames and cues
in the same way. In brackets the mean of the reports' own F1.

"""


def main() -> None:
    """Measure and print the section."""
    args = arguments(__doc__).parse_args()
    print(section(args.full, args.full_gold, args.pages, args.pages_gold))


if __name__ == "__main__":
    main()
