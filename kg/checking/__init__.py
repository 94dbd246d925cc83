"""Checking: what a report's figures say of each other."""

from kg.checking.arithmetic import contradictions
from kg.checking.copies import ALIKE, bare, likeness, numbers
from kg.checking.years import YearContradiction, YearFigure, year_contradictions, year_figures

__all__ = [
    "ALIKE",
    "YearContradiction",
    "YearFigure",
    "bare",
    "contradictions",
    "likeness",
    "numbers",
    "year_contradictions",
    "year_figures",
]
