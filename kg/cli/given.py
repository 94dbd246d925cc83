"""The inputs that were typed, listed in a file, or come on standard input."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from kg.reading import Remote, Source

STDIN = "-"


@contextmanager
def given(paths: Sequence[str], listed: Path | None, most: int) -> "Iterator[list[Path | Remote | Source]]":
    """The paths and URLs typed and those listed in a file, one a line; standard input, at most ``most`` bytes and one, as a file
    for as long as the context lasts."""
    from kg.reading import Remote, Source, is_url

    if STDIN in paths and listed == Path(STDIN):
        raise typer.BadParameter(
            "standard input cannot be a report and a list at once", param_hint="--files-from"
        )
    typed = [path for path in paths if path != STDIN]
    if listed is not None:
        typed += [line for line in _lines(listed) if line.strip()]
    found: list[Path | Remote | Source] = [Remote(one) if is_url(one) else Path(one) for one in typed]
    if listed is not None and not found and STDIN not in paths:
        raise typer.BadParameter(f"{listed} lists no file", param_hint="--files-from")
    if STDIN not in paths:
        yield found
        return
    with TemporaryDirectory(prefix="kg-") as folder:
        spooled = Path(folder) / "stdin"
        spooled.write_bytes(sys.stdin.buffer.read(most + 1))
        yield [*found, Source("stdin", spooled)]


def _lines(listed: Path) -> list[str]:
    try:
        text = sys.stdin.read() if listed == Path(STDIN) else listed.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise typer.BadParameter(f"{listed} cannot be read: {error}", param_hint="--files-from") from error
    return text.splitlines()
