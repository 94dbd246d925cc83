"""A sign of life for work that takes more than a second."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def working(label: str) -> Iterator[None]:
    """Shows ``label`` and the time taken on a terminal's stderr after a second; wipes it at the end."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    progress.add_task(label, total=None)
    timer = threading.Timer(1.0, progress.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        progress.stop()
