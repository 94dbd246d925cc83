"""A build in Python: ``kg.open("output")``."""

from kg.api.graph import Graph
from kg.api.table import Table

__all__ = ["Graph", "Table"]
