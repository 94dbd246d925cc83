"""What a build makes of its reports one after the other: which are copies, which contradict, how much there is of each."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from kg.checking import ALIKE, likeness, numbers
from kg.errors import notice
from kg.graph.description import Counts
from kg.graph.filenames import report_names
from kg.graph.merging import GraphWriter, clean_text
from kg.making.kept import Kept
from kg.making.report import COUNTED, Made, of_one_file
from kg.model import Copy, EntityType, Notice
from kg.publish.manifest import BuildSummary
from kg.reading import Limits, Source, read_source

Claim = tuple[str, int | None, str | None]


class Batch:
    """The reports taken so far. Of each it remembers its key, its source and who reports on what, not what it says."""

    def __init__(
        self, limits: Limits, kept: Kept, failures: Iterable[Notice] = (), warnings: Iterable[Notice] = ()
    ) -> None:
        """``failures``, ``warnings``: what is to be told of the build besides what its files come to."""
        self.reports: dict[str, Source] = {}
        """By key."""
        self.failures = [*failures]
        self.warnings = [*warnings]
        self.copies: list[Copy] = []
        self.sha256: dict[Source, str] = {}
        """Of the bytes that were read."""
        self.entries: set[str] = set()
        """The names under which what was made is kept."""
        self.counts: Counter[str] = Counter()
        self._limits, self._kept = limits, kept
        self._bare: dict[str, str] = {}
        """The key of each report by what its text has in common with others in the same characters."""
        self._claimed: dict[Claim, Source] = {}
        self._years: dict[tuple[str, int | None], list[str]] = {}

    def take(self, path: Source, made: Made | Notice, graph: GraphWriter, records: Path) -> None:
        """Add what was made of ``path`` to ``graph`` and to the folder ``records``, or tell why not.

        Raises OSError, and KgError KG014 when the fault is the vocabulary's.
        """
        if isinstance(made, Notice):
            self.failures.append(of_one_file(made))
            return
        self.sha256[path] = made.sha256
        self.entries.add(self._kept.name(path, made.sha256))
        self.counts["kept"] += made.kept
        if copy := self._copy(made, path, records):
            self.warnings.append(notice("KG010", str(path), other=str(self.reports[copy.report])))
            self.copies.append(copy)
            graph.add_copy(copy)
            return
        self.reports[made.key] = path
        self._bare[made.bare] = made.key
        self.warnings += made.warnings + self._conflict(made, path)
        self.counts += made.counts
        graph.add(made.part)
        records.mkdir(exist_ok=True)
        _unnamed(records, made.key).write_bytes(made.record)

    def name_records(self, records: Path) -> None:
        """Give each report's record its name, ``NAME.json``: which names files share is known when all are taken.

        Raises OSError.
        """
        names = report_names((key, path.name) for key, path in self.reports.items())
        for key, name in names.items():
            _unnamed(records, key).rename(records / f"{name}.json")

    def summary(self, counts: Counts | None) -> BuildSummary:
        """What is told of the build, but for its files; ``counts`` of its graph, None when no report was taken."""
        things = counts.things if counts else {}
        return BuildSummary(
            reports=len(self.reports),
            entities=sum(things.get(name, 0) for name in get_args(EntityType)),
            **{name: self.counts[name] for name in COUNTED},
            triples=counts.whole if counts else 0,
            report_triples=counts.triples if counts else 0,
            failures=tuple(self.failures),
            warnings=tuple(self.warnings),
            files=(),
            contradictions=counts.contradictions if counts else (),
            copies=tuple(self.copies),
            kept=self.counts["kept"],
        )

    def _copy(self, made: Made, path: Source, records: Path) -> Copy | None:
        """The copy that ``path`` is, when its report was taken already: in the same characters, or in nearly the same.

        It is compared with the reports on its division and year alone, by what was kept of them: reading some formats
        again would take seconds. One that prints other numbers and states other figures than one that is nearly the same is
        another version of it, and no copy: the count of a page's visitors alone makes none, nor do a table's cells that one
        format loses.
        """
        if same := self._bare.get(made.bare):
            exact = self._text(self.reports[same]) == clean_text(made.part)
            return Copy(file=str(path), sha256=made.sha256, report=same, exact=exact)
        if made.claim is None:
            return None
        peers = self._years.setdefault(made.claim[:2], [])
        own = clean_text(made.part) if peers else ""
        for key in peers:
            text = self._text(self.reports[key])
            if likeness(text, own) < ALIKE:
                continue
            stated = _unnamed(records, key).read_bytes()
            if numbers(text) == numbers(own) or _figures(stated) == _figures(made.record):
                return Copy(file=str(path), sha256=made.sha256, report=key, exact=False)
            self._claimed.setdefault(made.claim, self.reports[key])  # which may have named another issuer
        peers.append(made.key)
        return None

    def _text(self, path: Source) -> str:
        """The clean text of a report that was taken; read again where nothing of it could be kept."""
        name = self._kept.name(path, self.sha256[path])
        found = self._kept.take([name]).get(name)
        return clean_text(found.part) if found else read_source(path, self._limits).clean

    def _conflict(self, made: Made, path: Source) -> list[Notice]:
        """A warning when another text reports on the same division and year in the name of the same issuer."""
        other = self._claimed.setdefault(made.claim, path) if made.claim else path
        return [] if other == path else [notice("KG009", str(path), other=str(other))]


def _figures(record: bytes) -> list[tuple[float, str | None]]:
    """What a record's figures say: value and unit, in the order of the text."""
    return [(figure["value"], figure["unit"]) for figure in json.loads(record)["observations"]]


def _unnamed(records: Path, key: str) -> Path:
    """Where a record lies until all reports are taken; no name that ends so is one of ``name_records``."""
    return records / f"{key.replace('/', '_')}.taken"
