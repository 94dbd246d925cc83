"""Suggesting: names in reports that the vocabulary lacks, as a vocabulary file that an expert edits."""

from kg.suggest.draft import draft
from kg.suggest.suggest import Suggested, Suggestion, suggest

__all__ = ["Suggested", "Suggestion", "draft", "suggest"]
