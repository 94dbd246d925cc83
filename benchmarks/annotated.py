"""What the measurements on annotated reports share: the folders they are given, and which pages were tuned on."""

import argparse
import re
from pathlib import Path

NUMBER = re.compile(r"(\d+)\D*$")
FOLDERS = ("full", "full_gold", "pages", "pages_gold")


def is_even(doc: str) -> bool:
    """Whether the number in a page's name is even: those that the rules were tuned on."""
    found = NUMBER.search(Path(doc).stem)
    return bool(found) and int(found[1]) % 2 == 0  # type: ignore[index]


def arguments(description: str | None) -> argparse.ArgumentParser:
    """A parser of the four folders: full reports, their annotations, short pages, theirs."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in FOLDERS:
        parser.add_argument(name, type=Path)
    return parser
