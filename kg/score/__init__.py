"""Scoring: annotated reports against built ones, as precision, recall and F1, layer by layer.

The room at the far right: it reads the exchange format from files and knows no other room.
"""

from kg.score.annotations import Annotation
from kg.score.figures import Agreement, Tally, pooled
from kg.score.files import load
from kg.score.report import LAYERS, Layer, Miss, ReportScore, score_report
from kg.score.told import figures, listing, table
from kg.score.total import Score, score

__all__ = [
    "LAYERS",
    "Agreement",
    "Annotation",
    "Layer",
    "Miss",
    "ReportScore",
    "Score",
    "Tally",
    "figures",
    "listing",
    "load",
    "pooled",
    "score",
    "score_report",
    "table",
]
