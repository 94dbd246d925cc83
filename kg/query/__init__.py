"""Asking a built graph: SPARQL with limits, the saved questions, and answers as table, CSV or JSON."""

from kg.graph.store import load
from kg.query.answer import Answer, Term
from kg.query.formats import as_csv, as_json, as_table
from kg.query.guard import Allow
from kg.query.run import Limits, run
from kg.query.saved import Parameter, Question, find, parse, questions, values
from kg.query.worker import Worker

__all__ = [
    "Allow",
    "Answer",
    "Limits",
    "Parameter",
    "Question",
    "Term",
    "Worker",
    "as_csv",
    "as_json",
    "as_table",
    "find",
    "load",
    "parse",
    "questions",
    "run",
    "values",
]
