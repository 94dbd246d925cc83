"""A build over many machines: a Dask cluster's workers make what a build joins, a partition of the files at a time.

What a worker makes of a file goes to the shelf of entries that all machines see (``kg.making.kept``), as in any build; only
the entries' names travel through the scheduler. So a worker that dies costs what it had in hand, and a build that ended
goes on where it was. A worker whose program, libraries or vocabulary differ, or that does not see what it should, makes nothing.
"""

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from kg.errors import KgError, cause
from kg.making.kept import Settings, called, make_once
from kg.making.partition import Answer, Done, Terms, partition
from kg.making.report import Made, died
from kg.model import Notice
from kg.publish.manifest import versions
from kg.reading import Source
from kg.reading.folders import is_folder

if TYPE_CHECKING:
    from distributed import Client, Future

PARTITION = 32
"""Files of a task: a second or two of work in plain text, and what is lost with a worker."""
AHEAD = 1000
"""Partitions under way at once: enough for a cluster that grows with its work, and few enough to remember."""
FOLDERS = 100
"""Folders of inputs that a worker must see: all of them, unless a list names files in more."""
LOOK, WAIT = 10, 120
"""Seconds until a result that does not come has us look for workers, and until we give up when there is none."""
HERE = ("KG003", "KG026", "KG033")
"""Failures that may be a worker's own (a file or a program that it lacks): such a file is tried here before it fails."""


def results(
    address: str, files: Sequence[Source], roots: Iterable[Path], settings: Settings
) -> Iterator[Made | Notice]:
    """What is made of each file, in order, by the workers of the cluster whose scheduler is at ``address``, or in a
    scheduler file of that name.

    ``roots``: the files and folders here that all must see; ``settings``: those of ``kg.making.kept.make_once``. Raises
    KgError: KG016 (the shelf cannot be written), KG034 (no Dask), KG035 (no scheduler or no worker), KG036 (a worker is
    refused).
    """
    kept = settings["kept"]
    own = tuple(path.absolute() for path in settings["vocabulary"])
    token = f"build-{uuid4().hex}"
    folders = sorted({path.absolute() if is_folder(path) else path.absolute().parent for path in roots})
    seen = (*folders[:FOLDERS], *own)
    terms = Terms(Settings(**{**settings, "vocabulary": own}), token, versions(), seen)
    with _connected(address) as client:
        kept.fresh.put(token, b"seen")
        if not kept.fresh.get(token):
            raise KgError("KG016", kept.fresh.place, why="what is written there cannot be read")
        try:
            for part, answer in _answers(client, files, terms):
                yield from _taken(part, answer, settings)
        finally:
            kept.fresh.remove(token)


def _taken(part: Sequence[Source], answer: Answer, settings: Settings) -> Iterator[Made | Notice]:
    """What was made of the files of a partition, from the shelf; what is not there is made here."""
    kept = settings["kept"]
    found = kept.take([one.entry for one in answer if isinstance(one, Done)])
    for file, one in zip(part, answer, strict=True):
        if isinstance(one, Done) and one.entry in found:
            yield called(found[one.entry], str(file))._replace(kept=one.kept)
        elif isinstance(one, Notice) and one.code not in HERE:
            yield one
        else:
            yield make_once(file, **settings)


@contextmanager
def _connected(address: str) -> Iterator["Client"]:
    """A client of the scheduler; what goes wrong with it in the block is KgError KG035."""
    try:
        from distributed import Client
    except ImportError as error:
        raise KgError("KG034", package="distributed") from error
    if ":" not in address and not Path(address).is_file():
        raise KgError("KG035", address, why="there is no such scheduler file, and an address has a port")
    where = {"scheduler_file": address} if Path(address).is_file() else {"address": address}
    try:
        client = Client(**where, timeout=WAIT / 4, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise KgError("KG035", address, why=cause(error)) from error
    with _hushed(), client:
        yield client


@contextmanager
def _hushed() -> Iterator[None]:
    """Dask's client tells of a lost connection in pages of tracebacks, and as an error to us: the error is enough."""
    loggers = [logging.getLogger(name) for name in ("distributed", "distributed.client")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _answers(
    client: "Client", files: Sequence[Source], terms: Terms
) -> Iterator[tuple[Sequence[Source], Answer]]:
    """Each partition with what became of its files, in order."""
    starts = range(0, len(files), PARTITION)
    todo = (tuple(map(_anywhere, files[at : at + PARTITION])) for at in starts)
    waiting: deque[tuple[tuple[Source, ...], Future]] = deque()
    while True:
        fresh = islice(todo, AHEAD - len(waiting))
        waiting += [(part, _submitted(client, part, terms)) for part in fresh]
        if not waiting:
            return
        part, future = waiting.popleft()
        yield part, _answer(client, part, future, terms)


def _anywhere(one: Source) -> Source:
    """A source by a path that does not hang on where a process works."""
    return one._replace(path=one.path.absolute()) if isinstance(one.path, Path) else one


def _submitted(client: "Client", part: tuple[Source, ...], terms: Terms) -> "Future":
    return client.submit(partition, part, terms, pure=False)


def _answer(client: "Client", part: tuple[Source, ...], future: "Future", terms: Terms) -> Answer:
    """What became of a partition's files. When all workers that had it died, each file is tried alone."""
    from distributed import KilledWorker

    try:
        found: Answer | Notice = _waited(client, future)
    except KilledWorker:
        if len(part) == 1:
            return [died(part[0])]
        alone = ((one,) for one in part)
        return [_answer(client, one, _submitted(client, one, terms), terms)[0] for one in alone]
    if isinstance(found, Notice):
        raise KgError.of(found)
    return found


def _waited(client: "Client", future: "Future") -> Any:
    """A future's result. Raises KilledWorker; KgError KG035 when no worker or no scheduler is there any more, KG036 when
    the worker does not know what was asked for."""
    from distributed import KilledWorker

    try:
        while True:
            try:
                return future.result(timeout=LOOK)
            except TimeoutError:
                client.wait_for_workers(1, timeout=WAIT)
    except KilledWorker:
        raise
    except (ImportError, AttributeError) as error:
        raise KgError("KG036", why=f"it has no fazhi-kg, or another one ({cause(error)})") from error
    except CancelledError as error:
        raise KgError("KG035", why="the connection to the scheduler was lost") from error
    except TimeoutError as error:
        raise KgError("KG035", why="no worker is connected to the scheduler") from error
    except Exception as error:  # whatever the connection, the scheduler or a worker's Dask came to
        raise KgError("KG035", why=cause(error)) from error
