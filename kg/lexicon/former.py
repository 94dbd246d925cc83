"""Divisions that are no more: counties that became cities or districts, districts that were merged (横县, 闸北区)."""

from collections.abc import Mapping
from typing import NamedTuple

from kg import resources

TABLE = "former_divisions.tsv"


class Former(NamedTuple):
    """The former divisions as rows of the gazetteer, and what each is today."""

    rows: tuple[str, ...]
    """Code, last year of the name, name and an empty cell, tab-separated."""
    successors: Mapping[str, str]
    """Code of 4 or 6 digits to the code of what it became, or of what has most of it."""


def former() -> Former:
    """The shipped table. None of them shares its name or its code with a division of today."""
    lines = (resources.data() / TABLE).read_text("utf-8").splitlines()[1:]
    cells = [line.split("\t") for line in lines]
    rows = tuple(f"{code}\t{until}\t{name}\t" for code, until, name, _ in cells)
    return Former(rows, {code: successor for code, _, _, successor in cells})
