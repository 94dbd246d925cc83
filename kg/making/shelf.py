"""A place for entries that machines may share: a folder, or a URL that fsspec opens."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from kg.cache import at_once
from kg.reading.remote import filesystem, is_url


class Shelf(NamedTuple):
    """Entries by name. Whoever reads one makes sure that it is whole: not every store that a URL leads to writes at once."""

    place: str
    """The path of a folder, which need not exist, or a URL."""

    @property
    def folder(self) -> Path | None:
        """The folder that it is; None for a URL."""
        return None if is_url(self.place) else Path(self.place)

    def get(self, name: str) -> bytes | None:
        """An entry; None when there is none, or it cannot be read."""
        return self.several([name]).get(name)

    def several(self, names: Iterable[str]) -> dict[str, bytes]:
        """Those of some entries that are there and can be read; from a URL at the same time."""
        if folder := self.folder:
            found = {}
            for name in names:
                with suppress(OSError):
                    found[name] = (folder / name).read_bytes()
            return found
        try:
            system, root = filesystem(self.place)
            paths = {f"{root.rstrip('/')}/{name}": name for name in names}
            return {paths[path]: data for path, data in system.cat(list(paths), on_error="omit").items()}
        except Exception:  # each protocol's package has errors of its own
            return {}

    def put(self, name: str, data: bytes) -> None:
        """Put an entry in its place; where that cannot be written, nothing is said."""
        if folder := self.folder:
            at_once(folder / name, data)
            return
        with suppress(Exception):
            system, root = filesystem(self.place)
            system.makedirs(root, exist_ok=True)
            system.pipe_file(f"{root.rstrip('/')}/{name}", data)

    def remove(self, name: str) -> None:
        """Remove an entry, if that can be done."""
        with suppress(Exception):
            if folder := self.folder:
                (folder / name).unlink()
            else:
                system, root = filesystem(self.place)
                system.rm_file(f"{root.rstrip('/')}/{name}")


def shelf(place: Path | str) -> Shelf:
    """The shelf at a path or URL, wherever a process that is given it works."""
    return Shelf(place if isinstance(place, str) and is_url(place) else str(Path(place).absolute()))
