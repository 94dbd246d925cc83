"""File formats: each a reader of its own, from bytes to characters and where each stands in the file."""

from kg.reading.formats.kinds import Kind, is_readable_type, kind_of

__all__ = ["Kind", "is_readable_type", "kind_of"]
