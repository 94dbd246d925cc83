"""Loaded into a Dask worker by ``--preload``: a worker that dies at a file, or whose program is another one."""

import os
import signal

from kg.making import Made, kept, partition
from kg.model import Notice
from kg.reading import Source

_make = kept.make_once


def _deadly(one: Source, **how: object) -> Made | Notice:
    if one.name == os.environ["KG_TEST_DEADLY"]:
        os.kill(os.getpid(), signal.SIGKILL)
    return _make(one, **how)  # type: ignore[arg-type]


if "KG_TEST_DEADLY" in os.environ:
    setattr(partition, "make_once", _deadly)  # noqa: B010 a name that it imported
if "KG_TEST_PROGRAM" in os.environ:
    setattr(kept, "contents", os.environ["KG_TEST_PROGRAM"].encode)  # noqa: B010 the same
