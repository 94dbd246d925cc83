"""The entity of every mention of a report, in the order of the text."""

from collections.abc import Iterator, Sequence

from kg.linking.context import Context
from kg.linking.departments import of_department
from kg.linking.entities import entity_of
from kg.linking.instruments import Instruments, edition
from kg.linking.reporter import Department
from kg.model import Extraction, LinkedMention
from kg.model.rules import DEPARTMENT

Target = int | None
"""The index of an entity; None for a mention that is plainly unlinked."""


def targets(
    said: Extraction, clean: str, department: Department | None, body: Target, context: Context
) -> list[Target]:
    """For each mention what it means. ``department`` is the one that reports, ``body`` its entity.

    A name said again means what it meant before; but an instrument's short form means what was named last.
    """
    instruments = Instruments(context, _enacted(said))
    issuers = {r.object: r.subject for r in said.relations if r.predicate == "enacts"}
    known: dict[tuple[str, str, str], int] = {}
    found: list[Target] = []
    for k, mention in enumerate(said.mentions):
        if mention.rule == DEPARTMENT:
            if body is not None:
                context.registry.seen_as(body, mention.name)
            found.append(body)
            continue
        name = clean[mention.begin : mention.end], mention.kind, mention.rule
        at = known.get(name)
        if at is None:
            meant = of_department(mention, department, context.vocabulary)
            if mention.type == "LegalInstrument":
                subject = issuers.get(k)
                possessed = subject is not None and said.mentions[subject].end == mention.begin
                at = instruments.link(meant, clean, _known(subject, found), possessed=possessed)
            else:
                at = known[name] = entity_of(meant, clean, context)
        found.append(at)
    return found


def _known(subject: int | None, found: Sequence[Target]) -> Target:
    """The entity of a mention that was linked before, as far as it was."""
    return found[subject] if subject is not None and subject < len(found) else None


def linked_mentions(said: Extraction, clean: str, targets: Sequence[Target]) -> Iterator[LinkedMention]:
    """The mentions that are linked, with their entities."""
    for mention, at in zip(said.mentions, targets, strict=True):
        if at is not None:
            yield LinkedMention(
                begin=mention.begin,
                end=mention.end,
                entity=at,
                rule=mention.rule,
                confidence=mention.confidence,
                edition=edition(mention, clean),
            )


def _enacted(said: Extraction) -> frozenset[int]:
    """Where the documents begin that the reporter drew up, by its own name or none."""
    return frozenset(
        said.mentions[r.object].begin
        for r in said.relations
        if r.predicate == "enacts" and (r.subject is None or said.mentions[r.subject].rule == DEPARTMENT)
    )
