"""The graph page: the picture of a graph, laid out and written as the files that ``graph.html`` loads."""

from kg.views.graph.page import draw, write

__all__ = ["draw", "write"]
