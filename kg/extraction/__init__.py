"""Extraction: a text and its outline become mentions, relations, figures and statements.

>>> from kg.reading import outline, read_text
>>> text = read_text("贯彻落实《民法典》。", "example.txt")
>>> [m.name for m in extract(text, outline(text), None).mentions]
['民法典']
"""

import kg.extraction.light_spacy  # noqa: F401  (before anything imports spaCy)
from kg.extraction.extract import extract
from kg.extraction.pipeline import pipeline

__all__ = ["extract", "pipeline"]
