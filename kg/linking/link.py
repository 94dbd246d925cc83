"""From what a text says to who and what is meant: every mention gets an identity, or is plainly unlinked."""

from collections.abc import Sequence

from kg.lexicon.division import Division
from kg.lexicon.vocabulary import Vocabulary
from kg.linking.areas import reporting_area, unlisted_towns
from kg.linking.branches import branch
from kg.linking.claims import NO_ORGANS, linked_figures, linked_relations, organs
from kg.linking.context import Context
from kg.linking.departments import unnamed_department
from kg.linking.keys import fingerprint
from kg.linking.mentions import Target, linked_mentions, targets
from kg.linking.organizations import link_institution
from kg.linking.reporter import reporting_department
from kg.linking.structure import structure
from kg.model import Extraction, Mention, Outline, PlaceName, Report, Text
from kg.model.rules import REPORTER


def link(
    text: Text,
    outline: Outline,
    said: Extraction,
    home: Division | None,
    vocabulary: Vocabulary,
    called: PlaceName | None = None,
) -> Report:
    """The report with identities.

    ``home`` is the reporting division; without it local bodies are told apart by the report alone, and ``called`` is
    what the report calls its division.
    """
    told_by = fingerprint(text)
    level = "" if home else _level(called, said.mentions)
    context = Context.of(told_by, home, vocabulary, unlisted_towns(said.mentions), level)
    area = reporting_area(called, context)
    department = reporting_department(outline, text.clean, said.mentions, vocabulary)
    of_branch = branch(department.concept, department.name, context) if department else None
    context = context.at_seat(of_branch.seat) if of_branch else context
    body = (
        link_institution(department.concept, department.name, context)
        if department
        else unnamed_department(said.mentions, outline, context)
    )
    meant = targets(said, text.clean, department, body, context)
    mentions = tuple(linked_mentions(said, text.clean, meant))
    own = NO_ORGANS if department else organs(context)
    relations = linked_relations(said, meant, _reporter(body, area, said.mentions, meant), own)
    relations += structure(relations, mentions, context, text.clean, body)
    return Report(
        key=f"report/{_place(home)}-{outline.year or 'undated'}-{told_by}",
        text=text,
        outline=outline,
        area=area,
        entities=context.registry.entities(),
        mentions=mentions,
        relations=tuple(relations),
        observations=linked_figures(said, meant, area, body),
        statements=said.statements,
    )


def _level(called: PlaceName | None, mentions: Sequence[Mention]) -> str:
    """The kind of division that reports, by what it calls itself (我县), else by what the report calls it."""
    own = (m.kind for m in mentions if m.rule.startswith(REPORTER))
    return next(own, called.kind if called else "")


def _place(home: Division | None) -> str:
    """What a report's key says of its place: the code of its division, with the name of a town that no list has."""
    return home.code.replace("/", "-") if home else "unplaced"


def _reporter(body: Target, area: Target, mentions: Sequence[Mention], meant: Sequence[Target]) -> Target:
    """Who reports: the department, else the division, else what the report first says of itself (我镇)."""
    if body is not None:
        return body
    if area is not None:
        return area
    return next((at for m, at in zip(mentions, meant, strict=True) if m.rule.startswith(REPORTER)), None)
