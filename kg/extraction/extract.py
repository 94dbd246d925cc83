"""Run the pipeline over one report and gather what its components found."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extraction.common.joints import JOINTS
from kg.extraction.common.spans import Candidate, read
from kg.extraction.pipeline import pipeline
from kg.lexicon import reliability
from kg.lexicon.division import Division
from kg.lexicon.matcher import unquoted
from kg.lexicon.traditional import simplified
from kg.model import Extraction, Figure, Mention, Outline, PlaceName, Text
from kg.model.rules import OFFICE, PATTERN, TERM, institution

SHARES_TAIL = f"{PATTERN}pattern/congress-in-list"


def extract(
    text: Text,
    outline: Outline,
    home: Division | None,
    vocabulary: tuple[str, ...] = (),
    called: PlaceName | None = None,
) -> Extraction:
    """Everything that ``text`` says. Traditional characters are read as simplified ones, character by character.

    ``home`` is the reporting division, whose short names count as names; ``called`` is what the report calls it when
    it is not known; ``vocabulary`` are paths of the user's own vocabulary files. Raises KgError KG014 when one of them
    is not usable.
    """
    nlp = pipeline(vocabulary)
    read_as = simplified(text.clean)
    doc = nlp.make_doc(read_as)
    doc._.outline, doc._.home, doc._.called = outline, home, called
    doc = nlp(doc)
    return Extraction(
        mentions=_mentions(read_as, read(doc, "mentions")),
        relations=tuple(doc._.relations),
        figures=tuple(_as_printed(f, read_as, text.clean) for f in doc._.figures),
        statements=tuple(doc._.statements),
    )


def _as_printed(figure: Figure, read_as: str, clean: str) -> Figure:
    """The figure with its measure word in the report's own script (35項)."""
    if not figure.unit or read_as == clean:
        return figure
    at = read_as.find(figure.unit, figure.begin, figure.end)
    return figure if at < 0 else replace(figure, unit=clean[at : at + len(figure.unit)])


def _mentions(read_as: str, chosen: Sequence[Candidate]) -> tuple[Mention, ...]:
    """The mentions; a congress that shares its last word with the plenum after it (党的二十大和二十届二中全会精神)
    ends where that word does."""
    ends = [c.end for c in chosen]
    for k, (own, after) in reversed(list(enumerate(pairwise(chosen)))):
        if own.rule == SHARES_TAIL and read_as[own.end : after.begin] in JOINTS:
            ends[k] = ends[k + 1]
    names = _names(read_as, chosen)
    return tuple(_mention(*each) for each in zip(chosen, ends, names, strict=True))


def _names(read_as: str, chosen: Sequence[Candidate]) -> Iterator[str]:
    """What each is named: an office that is set up is its body's (法治建设领导小组 + 下设 + 办公室)."""
    bodies: dict[str, str] = {}
    for begin, end, type_, _, rule in chosen:
        name = unquoted(read_as[begin:end])
        if type_ == "Organization":
            kind = institution(rule)
            name = bodies.get(kind, "") + name if rule.startswith(OFFICE) else name
            bodies[kind] = name
        yield name


def _mention(candidate: Candidate, last: int, name: str) -> Mention:
    begin, _, type_, kind, rule = candidate
    return Mention(
        begin=begin,
        end=last,
        type=type_,
        kind=kind,
        name=name,
        concept=rule[len(TERM) :] if rule.startswith(TERM) else None,
        rule=rule,
        confidence=reliability.of("mentions", type_, rule),
    )
