"""Where the files that ship with the package are: inside the wheel, or beside the package in a checkout."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def ontology() -> Path:
    """The folder with ``fazhi.ttl``, ``shapes.ttl``, ``vocabulary/`` and ``queries/``."""
    inside = PACKAGE / "ontology"
    return inside if inside.is_dir() else PACKAGE.parent / "ontology"


def data() -> Path:
    """The folder with the gazetteers."""
    return PACKAGE / "lexicon" / "data"


def sample() -> Path:
    """The folder with the embedded sample reports."""
    return PACKAGE / "sample"
