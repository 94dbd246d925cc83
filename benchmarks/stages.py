"""The build by stage, on reports in memory; ``throughput.py`` and ``check.py`` measure it.

    python benchmarks/stages.py FOLDER MEGABYTES

builds the reports of FOLDER, repeated up to that size, once for every line that it reads, and answers each with the
seconds of every stage as JSON: one side of ``check.py``, which asks the sides in turn. Seconds are those that the processor
spent on the process, user and system.
"""

import gc
import json
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.checking import contradictions
from kg.extraction import extract
from kg.graph import embedded
from kg.graph.exchange import dumps
from kg.graph.files import GraphFiles, render
from kg.lexicon import vocabulary
from kg.linking import link, reporting_division
from kg.reading import outline, read_text
from kg.views import view

YEAR = re.compile(r"20[12]\d(?=\s*年)")
TEXTS = ("reading", "division", "extraction", "linking", "checking", "rendering", "record", "joining")
"""From texts to the graph and the records, written."""
GRAPH = ("store", "pages")
"""What is made of the written graph."""


def copies(folder: Path, size: int) -> Iterator[tuple[str, str]]:
    """Names and texts, ``size`` bytes of UTF-8 in all, the copies of one report in different years."""
    texts = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))]
    written, number = 0, 0
    while written < size:
        for stem, text in texts:
            shifted = YEAR.sub(lambda m, by=number: str(1950 + (int(m.group()) + by * 7) % 150), text)
            written += len(shifted.encode())
            yield f"{stem}-{number}.txt", shifted
        number += 1


def build(texts: list[tuple[str, str]], folder: Path) -> dict[str, float]:
    """Seconds by stage of ``TEXTS``; the graph's files and the records are in ``folder`` then."""
    spent = dict.fromkeys(TEXTS, 0.0)
    words = vocabulary.load()
    clock = time.process_time
    with GraphFiles(folder) as graph:
        for name, source in texts:
            marks = [clock()]
            text = read_text(source, name)
            own = outline(text)
            marks.append(clock())
            home, _ = reporting_division(own, text.clean)
            marks.append(clock())
            said = extract(text, own, home)
            marks.append(clock())
            report = link(text, own, said, home, words)
            marks.append(clock())
            found = {"contradictions": contradictions(report, words)}
            # a base to compare with may still have models here
            report = (
                report.model_copy(update=found) if hasattr(report, "model_copy") else replace(report, **found)
            )
            marks.append(clock())
            part = render(report)
            marks.append(clock())
            (folder / f"{name}.json").write_bytes(dumps(report))
            marks.append(clock())
            graph.add(part)
            marks.append(clock())
            for stage, begin, end in zip(TEXTS, marks, marks[1:], strict=False):
                spent[stage] += end - begin
        begin = clock()
        graph.finish()
        spent["joining"] += clock() - begin
    return spent


def finish(folder: Path) -> dict[str, float]:
    """Seconds by stage of ``GRAPH``, for the graph in ``folder``."""
    begin = time.process_time()
    embedded.fill(folder)
    filled = time.process_time()
    view(folder / "graph.ttl", folder, data=True)
    return {"store": filled - begin, "pages": time.process_time() - filled}


def main(folder: str, megabytes: str) -> None:
    """Answer each line of the standard input."""
    texts = list(copies(Path(folder), int(float(megabytes) * 1e6)))
    for _ in sys.stdin:
        with TemporaryDirectory() as out:
            gc.disable()  # as kg.build does
            spent = build(texts, Path(out)) | finish(Path(out))
            gc.enable()
            gc.collect()
        print(json.dumps(spent), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
