"""What the files about a report are called: as the report's own file, wherever that can be."""

import re
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

LONGEST = 200
"""Bytes of a name in UTF-8; most file systems hold 255, of which what is put behind the name needs some."""
_NOT_A_NAME = re.compile("[\x00-\x1f\x7f-\x9f/\\\\\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def stem(name: str) -> str:
    """The name of a report's file without its ending, as a name that every file system holds.

    One that is too long is cut between two characters, and gets a hash of the whole, which tells it from others.
    """
    whole = _NOT_A_NAME.sub("_", name.rpartition(".")[0] or name)
    if not whole.strip(". "):
        whole = f"_{whole}"
    encoded = whole.encode()
    if len(encoded) <= LONGEST:
        return whole
    return f"{encoded[:LONGEST].decode(errors='ignore')}-{blake2b(encoded, digest_size=4).hexdigest()}"


def report_names(files: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What the record and the page of each report of a build are called, from pairs of the report's key, or IRI, and the name of
    its file.

    The name is the file's without its ending; where several reports come from files of one name, each gets the hash at the end
    of its key.
    """
    stems = {key: stem(name) for key, name in files}
    often = Counter(own.lower() for own in stems.values())
    alone = {own for own in stems.values() if often[own.lower()] == 1}
    return {key: own if own in alone else f"{own}-{key.rpartition('-')[2]}" for key, own in stems.items()}
