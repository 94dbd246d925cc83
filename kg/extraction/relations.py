"""Relations as reports state them: a trigger verb of ``fazhi.ttl``, its object, its subject, its status."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extraction.appositions import appositions
from kg.extraction.clauses import SENTENCE_END, Roles, Stretch, split
from kg.extraction.factory import Component, component
from kg.extraction.governors import governors
from kg.extraction.grammar import Grammar, Sentence, hosts
from kg.extraction.spans import Candidate, read
from kg.extraction.subjects import subjects
from kg.lexicon.vocabulary import Vocabulary
from kg.model import RelationMention, Status


@component("fazhi_relations")
def relations(vocabulary: Vocabulary) -> Component:
    """A component that sets ``doc._.relations``; needs ``doc.spans["mentions"]`` and ``doc._.outline``.

    Each (subject, predicate, object, status) is recorded once, where it is said first.
    """
    grammar = Grammar(vocabulary)

    def run(doc: Doc) -> Doc:
        found: dict[tuple[int | None, str, int, Status], RelationMention] = {}
        roles = Roles(doc._.outline)
        for sentence in _sentences(doc, grammar):
            for relation in (*appositions(sentence, grammar, roles), *_stated(sentence, grammar, roles)):
                key = (relation.subject, relation.predicate, relation.object, relation.status)
                found.setdefault(key, relation)
        doc._.relations = list(found.values())
        return doc

    return run


def _sentences(doc: Doc, grammar: Grammar) -> Iterator[Sentence]:
    """The sentences of the report that name something, with their mentions and verbs. The heading of a main part
    only names its subject, and is left out."""
    text, outline = doc._.clean, doc._.outline
    mentions = read(doc, "mentions")
    outer = hosts(mentions)
    covered = bytearray(len(text))
    for m in mentions:
        covered[m.begin : m.end] = b"\1" * (m.end - m.begin)
    verbs = [t for t in grammar.triggers(doc) if not covered[t.begin]]
    headings = {s.begin: s.body for s in outline.sections if s.level == 1}
    first_mention = first_verb = 0
    for span in split(text, outline.body_begin, outline.body_end, SENTENCE_END):
        while first_mention < len(mentions) and mentions[first_mention].begin < span.begin:
            first_mention += 1
        while first_verb < len(verbs) and verbs[first_verb].begin < span.begin:
            first_verb += 1
        last_mention, last_verb = first_mention, first_verb
        while last_mention < len(mentions) and mentions[last_mention].begin < span.end:
            last_mention += 1
        while last_verb < len(verbs) and verbs[last_verb].begin < span.end:
            last_verb += 1
        if last_mention > first_mention and not _in_heading(span, headings):
            inside = list(range(first_mention, last_mention))
            frames = grammar.frames_in(text[span.begin : span.end])
            yield Sentence(text, span, mentions, outer, inside, verbs[first_verb:last_verb], frames)
        first_mention, first_verb = last_mention, last_verb


def _in_heading(span: Stretch, headings: dict[int, int]) -> bool:
    return any(begin <= span.begin < body for begin, body in headings.items())


def _stated(sentence: Sentence, grammar: Grammar, roles: Roles) -> Iterator[RelationMention]:
    for k in sentence.inside:
        mention = sentence.mentions[k]
        clause = sentence.clause(mention.begin, mention.end)
        status = _status(sentence.text, clause, mention, grammar, roles)
        if status is None:
            continue
        for verb, predicate in governors(sentence, k, clause, grammar):
            for subject in subjects(sentence, k, verb, predicate, grammar):
                yield RelationMention(
                    subject=subject,
                    predicate=predicate,
                    object=k,
                    status=status,
                    begin=clause.begin,
                    end=clause.end,
                    rule=f"relations:{sentence.text[verb.begin : verb.end]}",
                )


def _status(text: str, clause: Stretch, mention: Candidate, grammar: Grammar, roles: Roles) -> Status | None:
    """The section's status, unless the clause speaks of the future; None when it denies."""
    if grammar.negation.search(text, *clause):
        return None
    status = roles.status(mention.begin)
    if status == "achieved" and grammar.future.search(text, *clause):
        return "planned"
    return status
