"""The same work for many items, on several processes, with the results in the items' order."""

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_all_start_methods, get_context
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 4
"""So many items a process are under way at once: none waits for the slowest, and memory does not grow with the items."""
METHOD = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
"""How processes start: never as copies of this one, whose threads a copy would lack."""


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    jobs: int,
    *,
    died: Callable[[Item], Result],
    modules: Iterable[str] = (),
) -> Iterator[Result]:
    """``work(item)`` for each item, in the items' order, on ``jobs`` processes; on this one when that is 1.

    ``work``, items and results are pickled. ``died(item)`` is the result of an item whose process ended before it had one
    (killed, out of memory, crashed): what was under way then is done again, each item alone, and the rest goes on.
    ``modules`` are imported once for all processes. Raises what ``work`` raises.
    """
    if jobs == 1:
        yield from map(work, items)
        return
    todo = iter(items)
    pool = _pool(jobs, modules)
    waiting: deque[tuple[Item, Future[Result]]] = deque()
    try:
        while True:
            fresh = islice(todo, AHEAD * jobs - len(waiting))
            waiting += [(item, _submitted(pool, work, item)) for item in fresh]
            if not waiting:
                return
            try:
                result = waiting[0][1].result()
            except BrokenProcessPool:
                pool.shutdown()
                for suspect, lost in waiting:
                    yield _alone(work, suspect, died, modules) if _is_lost(lost) else lost.result()
                waiting.clear()
                pool = _pool(jobs, modules)
            else:
                waiting.popleft()
                yield result
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave cyclic garbage alone: the records have no cycles, and a fifth of a build's time went into looking."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _pool(jobs: int, modules: Iterable[str]) -> ProcessPoolExecutor:
    context = get_context(METHOD)
    context.set_forkserver_preload(list(modules))
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)


def _begin() -> None:
    """As the first process: no cycles are collected, and it is that one which hears an interrupt."""
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _submitted(pool: ProcessPoolExecutor, work: Callable[[Item], Result], item: Item) -> Future[Result]:
    """The future of one item; of a pool that is broken already, one that says so."""
    try:
        return pool.submit(work, item)
    except BrokenProcessPool as error:
        future: Future[Result] = Future()
        future.set_exception(error)
        return future


def _is_lost(future: Future[Result]) -> bool:
    return isinstance(future.exception(), BrokenProcessPool)


def _alone(
    work: Callable[[Item], Result], item: Item, died: Callable[[Item], Result], modules: Iterable[str]
) -> Result:
    """The result of one item in a process of its own."""
    with _pool(1, modules) as pool:
        try:
            return pool.submit(work, item).result()
        except BrokenProcessPool:
            return died(item)
