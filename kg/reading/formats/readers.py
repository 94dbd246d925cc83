"""The reader of each format, imported when the first file of that format is read."""

from importlib import import_module

from kg.errors import KgError
from kg.reading.formats.characters import Characters
from kg.reading.limits import Limits

PACKAGES = {"docx": "lxml", "html": "lxml", "ofd": "lxml", "office": "lxml", "pdf": "pypdfium2"}
"""The package of the extra ``formats`` that each reader stands on."""
FORMATS = {
    "docx": "a Word document",
    "html": "a web page",
    "ofd": "an OFD file",
    "office": "an older word processor's file",
    "pdf": "a PDF file",
}


def characters(data: bytes, name: str, kind: str, limits: Limits) -> Characters:
    """The characters of a file of one of ``FORMATS``.

    Raises KgError: KG025 (its package is not installed), and what the format's reader raises.
    """
    try:
        reader = import_module(f"kg.reading.formats.{kind}")
    except ModuleNotFoundError as error:
        if error.name and error.name.startswith("kg"):
            raise
        raise KgError("KG025", name, format=FORMATS[kind], package=PACKAGES[kind]) from error
    found: Characters = reader.read(data, name, limits)
    if len(found.text) > limits.characters:
        raise KgError("KG030", name, what=f"{len(found.text):,} characters, at most {limits.characters:,}")
    return found
