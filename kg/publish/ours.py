"""What in an output folder is a build's: its files, its folders, and what it kept."""

from pathlib import Path

from kg import views
from kg.graph import description, embedded, shards

KEPT = ".kept"
"""Folder of what was made of each source (``kg.making.kept``)."""
MANIFEST = "build.json"
"""File by which a build is known."""
OURS = (KEPT, "assets", "data", "entities", "reports", shards.FOLDER)
"""Folders of a build that hold nothing but its files: what the new build lacks is removed from them."""
FILES = (*(name for name, _ in description.FILES), *views.FILES)
"""Files that a build may have or lack: those of the build before it are removed."""


def written(out: Path) -> list[Path]:
    """Where in ``out`` a build's files and folders lie: absolute paths, without links."""
    whole = out.resolve()
    return [whole / name for name in (*OURS, *FILES, MANIFEST, embedded.FOLDER)]
