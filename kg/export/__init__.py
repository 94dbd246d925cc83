"""The graph in formats of other programs."""

from kg.export.export import FORMATS, export

__all__ = ["FORMATS", "export"]
