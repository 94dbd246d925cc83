"""How all pages word things: names in both languages, and numbers."""

from kg.model import Record


class Name(Record):
    """What something is called."""

    zh: str
    en: str


def as_shown(value: str, *, approximate: bool) -> str:
    """A number as the pages show it: ≈ 1.2."""
    return f"≈ {value}" if approximate else value


def plural(count: int, noun: str) -> str:
    """The noun as it stands behind a count: ``report`` behind 1, else ``reports``."""
    return noun if count == 1 else f"{noun}s"
