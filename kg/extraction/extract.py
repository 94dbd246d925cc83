"""Run the pipeline over one report and gather what its components found."""

from kg.extraction.pipeline import pipeline
from kg.extraction.spans import Candidate, read
from kg.lexicon import reliability
from kg.lexicon.divisions import Division
from kg.lexicon.matcher import unquoted
from kg.lexicon.traditional import simplified
from kg.model import Extraction, Mention, Outline, Text

TERM = "terms:"


def extract(
    text: Text, outline: Outline, home: Division | None, vocabulary: tuple[str, ...] = ()
) -> Extraction:
    """Everything that ``text`` says. Traditional characters are read as simplified ones, character by character.

    ``home`` is the reporting division, whose short names count as names; ``vocabulary`` are paths of the user's
    own vocabulary files. Raises KgError KG014 when one of them is not usable.
    """
    nlp = pipeline(vocabulary)
    read_as = simplified(text.clean)
    doc = nlp.make_doc(read_as)
    doc._.outline, doc._.home = outline, home
    doc = nlp(doc)
    return Extraction(
        mentions=tuple(_mention(read_as, candidate) for candidate in read(doc, "mentions")),
        relations=tuple(doc._.relations),
        figures=tuple(doc._.figures),
        statements=tuple(doc._.statements),
    )


def _mention(read_as: str, candidate: Candidate) -> Mention:
    begin, end, type_, kind, rule = candidate
    return Mention(
        begin=begin,
        end=end,
        type=type_,
        kind=kind,
        name=unquoted(read_as[begin:end]),
        concept=rule[len(TERM) :] if rule.startswith(TERM) else None,
        rule=rule,
        confidence=reliability.of("mentions", type_, rule),
    )
