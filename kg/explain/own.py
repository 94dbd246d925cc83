"""The vocabularies beside the shipped ones that a build was made with."""

import json
from pathlib import Path


def own_vocabularies(build: Path) -> tuple[Path, ...]:
    """The user's own vocabularies that the build in a folder names, as far as they are still there; none for a graph
    without a build."""
    manifest = build / "build.json"
    named = json.loads(manifest.read_text("utf-8"))["vocabulary"] if manifest.is_file() else []
    return tuple(path for entry in named if (path := Path(entry["file"])).is_file())
