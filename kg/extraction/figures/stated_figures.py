"""The record of a figure, made of its count, its words and what was found out about it."""

from dataclasses import replace

from kg.extraction.figures.counts import Count
from kg.extraction.figures.wordings import Counted
from kg.lexicon import reliability
from kg.model import Figure, Status
from kg.model.marks import BAR
from kg.model.rules import COUNT, ZERO


def figure_of(
    count: Count,
    span: Counted,
    concept: str,
    about: int | None,
    part_of: int | None,
    period: str,
    status: Status,
) -> Figure:
    """The figure that a count states."""
    rule = ZERO if count.in_words else COUNT
    return Figure(
        indicator=_of_its_row(span.words),
        concept=concept,
        value=count.value,
        unit=count.unit,
        digits=count.digits,
        about=about,
        part_of=part_of,
        period=period,
        status=status,
        approx=count.approx,
        begin=span.begin,
        end=span.end,
        rule=rule,
        confidence=reliability.of("observations", concept, rule),
    )


def _of_its_row(words: str) -> str:
    """What a figure in a cell of remarks counts: the words of its row's first cell and its own (人民调解案件|件|286|同比减少)."""
    cells = [cell for cell in words.split(BAR) if cell and not cell[0].isdigit()]
    return cells[0] + cells[-1] if len(cells) > 1 else words.strip(BAR)


def renamed(figure: Figure, words: str, concept: str) -> Figure:
    """The same figure of something else."""
    confidence = reliability.of("observations", concept, figure.rule)
    return replace(figure, indicator=words, concept=concept, confidence=confidence)
