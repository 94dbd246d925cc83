"""Explaining: why the graph says what it says: the sentence, the rule, the vocabulary entry, the link and its rivals.

It works from the graph alone: the reports' texts are in it, and why a name was linked follows from the text by the same
functions that linked it.
"""

from kg.explain.explain import explain
from kg.explain.find import Match
from kg.explain.links import Link, Rival
from kg.explain.own import own_vocabularies
from kg.explain.passages import Passage
from kg.explain.records import Explanation, Finding
from kg.explain.rules import Entry, Reason
from kg.explain.told import told

__all__ = [
    "Entry",
    "Explanation",
    "Finding",
    "Link",
    "Match",
    "Passage",
    "Reason",
    "Rival",
    "explain",
    "own_vocabularies",
    "told",
]
