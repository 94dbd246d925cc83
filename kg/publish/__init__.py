"""Publishing: what was made takes its place in the output folder, whole, and what others have there stays."""

from kg.publish.ours import KEPT, MANIFEST, written
from kg.publish.publish import linked, publish
from kg.publish.redraw import redraw
from kg.publish.replacing import place, replace_files
from kg.publish.workplace import check_place, workplace, writing

__all__ = [
    "KEPT",
    "MANIFEST",
    "check_place",
    "linked",
    "place",
    "publish",
    "redraw",
    "replace_files",
    "workplace",
    "writing",
    "written",
]
