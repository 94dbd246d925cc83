"""What a worker of a cluster makes of a partition of files, if it is as the process that asks for it."""

import platform
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kg.errors import notice
from kg.making.kept import Kept, Settings, make_once, state
from kg.making.report import Made
from kg.making.workers import uncollected
from kg.model import Notice
from kg.publish.manifest import versions
from kg.reading import Source

Answer = list["Done | Notice"]


class Terms(NamedTuple):
    """What a worker must agree with, and how it makes things then; plain data."""

    settings: Settings
    token: str
    """An entry that whoever sees the shelf finds on it."""
    versions: dict[str, str]
    seen: tuple[Path, ...]
    """Files and folders that must be there."""

    @property
    def kept(self) -> Kept:
        """The shelf on which what is made is put."""
        return self.settings["kept"]


class Done(NamedTuple):
    """What became of a file: the name of its entry."""

    entry: str
    kept: bool
    """Whether it was there already."""


_one_at_a_time = threading.Lock()
"""The pipeline was made for processes of one thread; a worker may have several."""
_judged: dict[str, str] = {}
"""By a build's token: why this process may not take part in it, or nothing."""


def partition(part: Sequence[Source], terms: Terms) -> Answer | Notice:
    """Make what a build joins of each file of a partition, and keep it; KG036 when this process may not."""
    with _one_at_a_time, uncollected():
        if why := _refused(terms):
            return notice("KG036", why=why)
        return [_done(file, make_once(file, **terms.settings), terms.kept) for file in part]


def _done(file: Source, made: Made | Notice, kept: Kept) -> Done | Notice:
    """The little that goes back to the process that asks: what was made is on the shelf."""
    return made if isinstance(made, Notice) else Done(kept.name(file, made.sha256), made.kept)


def _refused(terms: Terms) -> str:
    """Why this process may not take part in a build; empty when it may. Looked into once a build."""
    if terms.token not in _judged:
        _judged.clear()
        why = next(_differences(terms), "")
        _judged[terms.token] = why and f"{platform.node()}: {why}"
    return _judged[terms.token]


def _differences(terms: Terms) -> Iterator[str]:
    """In what this process differs from the one that asks, the cheapest to find out first."""
    yield from (f"it does not see {path}" for path in terms.seen if not path.exists())
    mine = versions()
    yield from (
        f"{name} is {mine.get(name, 'not there')}, not {other}"
        for name, other in terms.versions.items()
        if mine.get(name) != other
    )
    yield from (f"it has {name}, which is not here" for name in mine if name not in terms.versions)
    settings = terms.settings
    if state(settings["base"], settings["limits"], settings["vocabulary"]) != terms.kept.state:
        yield "it has other files of the program or of a vocabulary"
    if terms.kept.fresh.get(terms.token) is None:
        yield f"it does not see {terms.kept.fresh.place}"
