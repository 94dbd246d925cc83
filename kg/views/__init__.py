"""What people look at: static pages that open offline, made from a built graph and adding nothing to it."""

from kg.views.graph import view
from kg.views.index import index

__all__ = ["index", "view"]
