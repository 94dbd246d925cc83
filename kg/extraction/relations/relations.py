"""Relations as reports state them: a trigger verb of ``fazhi.ttl``, its object, its subject, its status."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import chain
from operator import itemgetter

from spacy.tokens import Doc

from kg.extraction.bodies import own_bodies
from kg.extraction.common.clauses import Roles, Stretch, split
from kg.extraction.common.factory import Component, component
from kg.extraction.common.lists import lists
from kg.extraction.common.sentence import Sentence, Trigger, hosts
from kg.extraction.common.spans import Candidate, Reach, read
from kg.extraction.relations.acting_together import together
from kg.extraction.relations.appositions import appositions
from kg.extraction.relations.gathered import gathered
from kg.extraction.relations.governors import governors
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.implied import lacking
from kg.extraction.relations.status import status_of
from kg.extraction.relations.subjects import subjects
from kg.extraction.relations.titled_bodies import department, governments, units
from kg.lexicon import reliability
from kg.lexicon.traditional import simplified
from kg.lexicon.vocabulary import Vocabulary
from kg.model import RelationMention, Section, Status
from kg.model.rules import FRAME, IMPLIED, NAMED, PASSIVE, VERB
from kg.model.sentences import SENTENCE_END


@component("fazhi_relations")
def relations(vocabulary: Vocabulary) -> Component:
    """A component that sets ``doc._.relations``; needs the group ``mentions``, ``doc._.outline`` and ``doc._.statements``.

    Each (subject, predicate, object, status) is recorded once, where it is said first. In a section on what is lacking, a clause
    that tells nothing lacking (建设虽取得一定成效) states none.
    """
    grammar = Grammar(vocabulary)

    def run(doc: Doc) -> Doc:
        found: dict[tuple[int | None, str, int, Status], RelationMention] = {}
        roles = Roles(doc._.outline)
        lacking = Reach((s.begin, s.end) for s in doc._.statements if s.kind == "shortcoming")
        for sentence in _sentences(doc, grammar):
            rules = (appositions, together, gathered, _stated)
            for relation in chain.from_iterable(rule(sentence, grammar, roles) for rule in rules):
                if relation.status == "shortcoming" and lacking.before(relation.end) <= relation.begin:
                    continue
                key = (relation.subject, relation.predicate, relation.object, relation.status)
                found.setdefault(key, relation)
        doc._.relations = list(found.values())
        return doc

    return run


def _sentences(doc: Doc, grammar: Grammar) -> Iterator[Sentence]:
    """The sentences of the report that name something, with their mentions and verbs. The heading of a main part that
    is a title (推进法治政府建设的主要举措和成效) only names its subject, and is left out; but that of the duties states
    that they were carried out."""
    text, outline, words = doc._.clean, doc._.outline, doc._.analysis.words
    mentions = read(doc, "mentions")
    outer = hosts(mentions)
    listed = lists(text, mentions, outer, grammar.member_count)
    own = own_bodies.governments(doc._.home, text, mentions, grammar.offices.governing)
    bodies = (
        governments(text, mentions, own, grammar),
        department(text, mentions, outline.body_begin),
        units(mentions, grammar),
        own,
        own_bodies.levels(doc._.home),
    )
    covered = bytearray(len(text))
    for m in mentions:
        covered[m.begin : m.end] = b"\1" * (m.end - m.begin)
    objects = {m.begin - text.endswith(("“", "《"), 0, m.begin) for m in mentions}
    ends = {m.end for m in mentions}
    verbs = [t for t in grammar.triggers.find(doc, objects, ends) if not covered[t.begin]]
    main = [s for s in outline.sections if s.level == 1 and s.role != "duties"]
    headings = sorted((s.begin, s.body) for s in main)
    titles = sorted((s.begin, s.body) for s in main if _is_title(s, grammar))
    parts = grammar.frames.parts(text)
    names, acts, pieces = ([item[0] for item in items] for items in (mentions, verbs, parts))
    for span in split(text, outline.body_begin, outline.body_end, SENTENCE_END):
        first, last = bisect_left(names, span.begin), bisect_left(names, span.end)
        if first == last or _in_any(titles, span):
            continue
        triggers = verbs[bisect_left(acts, span.begin) : bisect_left(acts, span.end)]
        said = {part for _, part in parts[bisect_left(pieces, span.begin) : bisect_left(pieces, span.end)]}
        frames = grammar.frames.whole(said) if len(said) > 1 else []
        inside = [k for k in range(first, last) if not _names_a_part(mentions[k], outer[k])]
        heading = _in_any(headings, span)
        yield Sentence(text, span, mentions, outer, listed, inside, triggers, words, frames, heading, *bodies)


def _names_a_part(body: Candidate, host: Candidate | None) -> bool:
    """Whether a body is named only to say whose part its ``host`` is, which does what is said: 县人民法院 + 吴家人民法庭."""
    return host is not None and body.type == host.type == "Organization"


def _is_title(section: Section, grammar: Grammar) -> bool:
    """Whether a main part's heading tells what is reported there, not what was done (深化“放管服”改革)."""
    return section.role != "achievements" or grammar.titling.search(simplified(section.heading)) is not None


def _in_any(spans: list[tuple[int, int]], span: Stretch) -> bool:
    """Whether ``span`` begins in one of ``spans``, which are in order and do not overlap."""
    k = bisect_right(spans, span.begin, key=itemgetter(0)) - 1
    return k >= 0 and span.begin < spans[k][1]


def _stated(sentence: Sentence, grammar: Grammar, roles: Roles) -> Iterator[RelationMention]:
    """What the verbs of ``sentence`` state of each mention in it: one relation for each verb, its predicate and each of its
    subjects (镇党委、镇政府落实… states two); nothing that is denied."""
    for k in sentence.inside:
        mention = sentence.mentions[k]
        stated = governors(sentence, k, grammar)
        if not stated and roles.status(mention.begin) == "shortcoming":
            stated = lacking(sentence, k, grammar)
        if not stated:
            continue
        clause = sentence.clause(mention.begin, mention.end)
        for verb, predicate in stated:
            status = status_of(sentence, k, (verb, predicate), clause, grammar, roles)
            if status is None:
                continue
            rule = _rule(sentence.text, mention, verb)
            for subject in subjects(sentence, k, verb, predicate, grammar):
                yield RelationMention(
                    subject=subject,
                    predicate=predicate,
                    object=k,
                    status=status,
                    begin=clause.begin,
                    end=clause.end,
                    rule=rule,
                    confidence=reliability.of("relations", predicate, rule),
                )


def _rule(text: str, mention: Candidate, verb: Trigger) -> str:
    """How ``verb`` states something of ``mention``: in a frame, before it, after it, by the name around it, or not at
    all, the mention being enough."""
    if verb.frame:
        return f"{FRAME}{verb.frame}"
    if verb.begin == verb.end:
        return NAMED if verb.begin == mention.begin else IMPLIED
    place = VERB if verb.begin < mention.begin else PASSIVE
    return f"{place}{text[verb.begin : verb.end]}"
