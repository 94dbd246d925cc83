"""What people look at: static pages that open offline, made from a built graph and adding nothing to it."""

from kg.views.site import FILES, view
from kg.views.subset import Wanted

__all__ = ["FILES", "Wanted", "view"]
