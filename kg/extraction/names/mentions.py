"""Which candidate spans become mentions: the longest of those that overlap, and the names inside names that count."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from kg.extraction.common.factory import Component, component
from kg.extraction.common.spans import MENTIONS, Candidate, Covering, longest, read, write
from kg.extraction.names.nesting import Kinds, nested
from kg.extraction.names.whole_names import THEME, Terms, completed
from kg.lexicon.divisions import load
from kg.lexicon.traditional import simplified
from kg.lexicon.vocabulary import Vocabulary
from kg.model.rules import HEAD, NAMED_PLACE

GROUPS = (
    "spirits",
    "instruments",
    "honours",
    "organizations",
    "divisions",
    "patterns",
    "terms",
    "persons",
    "heads",
    "quotations",
)
"""Span groups, the more reliable first: of two spans of one length the earlier group's is taken."""
OF_THE_TEXT = ("patterns", "terms", "heads", "quotations")
"""Groups of names that count in the report proper and in its title, which does not name what all titles do."""


OFFICE = 4
"""Characters of what the holder of an office is called, and more."""


@component("fazhi_mentions")
def mentions(vocabulary: Vocabulary) -> Component:
    """A component that writes the group ``mentions``. Around the report proper stand letterhead, menus and imprint: nothing is
    done there, and what is only told by its form is no name (公开方式：政府网站, 无障碍浏览 长者模式)."""
    campaign, constitution, venue = (
        vocabulary.concepts[f"kind/{kind}"].label for kind in ("campaign", "constitution", "venue")
    )
    kinds = Kinds(campaign, constitution)

    def run(doc: Doc) -> Doc:
        text, outline = doc._.clean, doc._.outline
        title = simplified(outline.title or "")
        candidates = [
            c
            for group in GROUPS
            for c in read(doc, group)
            if group not in OF_THE_TEXT
            or outline.body_begin <= c.begin < outline.body_end
            or (text[c.begin : c.end] in title and c.rule != THEME)
        ]
        home = doc._.home
        lineage = (home, *load().ancestors(home)) if home else ()
        places = frozenset(f"{NAMED_PLACE}{d.key}" for d in lineage)
        write(doc, MENTIONS, resolve(candidates, text, places, kinds, venue))
        return doc

    return run


def resolve(
    candidates: Sequence[Candidate], text: str, lineage: frozenset[str], kinds: Kinds, venue: str
) -> list[Candidate]:
    """The mentions of ``text`` among ``candidates``, in text order; an inner one follows the one that holds it.

    ``lineage``: the rules of the division that reports and those that it lies in; ``venue``: the kind of programmes which are
    none that they are named after.
    """
    terms = Terms(candidates, venue)
    candidates = _beside_people(completed(candidates))
    outer = longest([terms.named(c, text) if c.rule.startswith(HEAD) else c for c in candidates])
    chosen = {(c.begin, -c.end): c for c in outer}
    for inner in nested(candidates, outer, text, lineage, kinds):
        chosen.setdefault((inner.begin, -inner.end), inner)
    return list(_without_crossing(chosen[place] for place in sorted(chosen)))


def _without_crossing(mentions: Iterable[Candidate]) -> Iterator[Candidate]:
    """``mentions``, in text order, without those inside a name that begin in one and end behind it."""
    opened: list[int] = []
    for mention in mentions:
        while opened and opened[-1] <= mention.begin:
            opened.pop()
        if opened and opened[-1] < mention.end:
            continue
        opened.append(mention.end)
        yield mention


def _beside_people(candidates: Sequence[Candidate]) -> list[Candidate]:
    """``candidates`` without those that end inside a person's name, and without the titles of persons (律师 + 王晓彤); but what
    one is called who holds an office is said of the office too (法治副校长 + 洪伟)."""
    named = [c for c in candidates if c.type == "Person"]
    if not named:
        return [*candidates]
    people, edges = Covering(named), {edge for p in named for edge in (p.begin, -p.end)}
    return [
        c
        for c in candidates
        if not any(c.begin < p.begin < c.end < p.end for p in people.at(c.end))
        and not (c.type == "Role" and c.end - c.begin < OFFICE and (c.end in edges or -c.begin in edges))
    ]
