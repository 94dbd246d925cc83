"""The vocabularies beside the shipped ones that a build was made with."""

from pathlib import Path

from kg.graph.store import manifest


def own_vocabularies(build: Path) -> tuple[Path, ...]:
    """The user's own vocabularies that the build in a folder names, as far as they are still there; none for a graph
    without a build."""
    named = manifest(build).get("vocabulary", ())
    return tuple(path for entry in named if (path := Path(entry["file"])).is_file())
