"""The user's own vocabularies: files that may change between two builds of one process, so their bytes say which they are."""

import hashlib
from collections.abc import Callable, Iterable
from functools import lru_cache, update_wrapper
from pathlib import Path
from typing import Generic, ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


def digests(files: Iterable[Path | str]) -> tuple[str, ...]:
    """The SHA-256 of each file's bytes, in hexadecimal digits. Raises OSError."""
    return tuple(hashlib.sha256(Path(file).read_bytes()).hexdigest() for file in files)


class _Remembered(Generic[Given, Result]):
    """A function whose results are remembered by its arguments and by the bytes of the files in them."""

    def __init__(self, make: Callable[Given, Result], maxsize: int) -> None:
        @lru_cache(maxsize)
        def made(_state: tuple[str, ...], *args: Given.args, **named: Given.kwargs) -> Result:
            return make(*args, **named)

        self.__wrapped__, self._made, self.cache_clear = make, made, made.cache_clear
        update_wrapper(self, make)

    def __call__(self, *args: Given.args, **named: Given.kwargs) -> Result:
        files = (file for part in (*args, *named.values()) if isinstance(part, tuple) for file in part)
        try:
            state = digests(files)
        except OSError:  # the function says so in its own words
            return self.__wrapped__(*args, **named)
        return self._made(state, *args, **named)  # type: ignore[arg-type]  # a tuple of paths is hashable


def while_same(maxsize: int) -> Callable[[Callable[Given, Result]], _Remembered[Given, Result]]:
    """``functools.lru_cache`` for a function of files: it is called again when the bytes of one have changed.

    Every tuple among its arguments holds paths of files.
    """
    return lambda make: _Remembered(make, maxsize)
