"""What goes wrong, as records with a code, a place and a remedy: ``kg.messages`` has the words."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from kg.messages import MESSAGES
from kg.model import Notice

UNREADABLE = (OSError, EOFError, SyntaxError, zlib.error)
"""What reading and parsing a file of RDF, packed or not, may raise."""


class KgError(Exception):
    """An error with a code, a place and a remedy. ``notice`` is the record that build.json keeps."""

    def __init__(self, code: str, file: str = "", place: str = "", **facts: object) -> None:
        self.notice = notice(code, file, place, **facts)
        super().__init__(describe(self.notice))

    @classmethod
    def of(cls, about: Notice) -> "KgError":
        """The error that another process met and told as ``about``."""
        error = cls.__new__(cls)
        error.notice = about
        Exception.__init__(error, describe(about))
        return error


def notice(code: str, file: str = "", place: str = "", **facts: object) -> Notice:
    """The record of message ``code`` about ``file``; ``facts`` fill the message's blanks."""
    severity, message, remedy = MESSAGES[code]
    return Notice(
        code=code, severity=severity, file=file, place=place, message=message.format(**facts), remedy=remedy
    )


def describe(about: Notice) -> str:
    """One line for people: ``KG001 error: a.txt: the file is empty; remove it, …``."""
    where = ", ".join(part for part in (about.file, about.place) if part)
    head = f"{about.code} {about.severity}: " + (f"{where}: " if where else "")
    return f"{head}{about.message}; {about.remedy}"


def cause(error: BaseException) -> str:
    """What the system, a parser or a library says of an error, on one line; the kind of one that says nothing."""
    said = getattr(error, "strerror", None) or getattr(error, "msg", None) or error
    return " ".join(str(said).split()) or type(error).__name__


@contextmanager
def raised_as(
    code: str, file: object, errors: type[Exception] | tuple[type[Exception], ...] = OSError
) -> Iterator[None]:
    """Raises KgError ``code`` about ``file`` for one of ``errors`` in the block, with the line when a parser tells it.

    The message of ``code`` has the one blank ``why``.
    """
    try:
        yield
    except errors as error:
        line = getattr(error, "lineno", None)
        raise KgError(code, str(file), f"line {line}" if line else "", why=cause(error)) from error
