"""Relations stated in a clause: a trigger verb of ``fazhi.ttl``, its object, and the clause's own subject."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.appositions import appositions
from kg.extraction.clauses import SENTENCE_END, Roles, Stretch, split
from kg.extraction.spans import Candidate, read
from kg.lexicon.matcher import Matcher
from kg.lexicon.vocabulary import Vocabulary, load_named
from kg.model import RelationMention, Status

FRAME_REACH = 24
"""The second half of a frame begins at most this many characters after the object."""
NOUN_TAGS = frozenset(("n", "vn", "j", "l", "an", "b"))
REACH = 60
"""A verb governs objects that begin at most this many characters after it."""


class Trigger(NamedTuple):
    """A trigger verb in the text and the relations it may state."""

    begin: int
    end: int
    predicates: tuple[str, ...]


class Grammar:
    """The trigger verbs, frames, domains and ranges of the ontology, ready to match."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        by_word: dict[str, list[str]] = {}
        for prop in vocabulary.properties.values():
            for word in prop.triggers:
                by_word.setdefault(word, []).append(prop.name)
        for word in vocabulary.words("boundary/not-a-trigger"):
            by_word[word] = []
        self.words = list(by_word)
        self.predicates = [tuple(by_word[word]) for word in self.words]
        self.matcher = Matcher(self.words)
        self.frames = [(b, a, p.name) for p in vocabulary.properties.values() for b, a in p.frames]
        self.domain = {p.name: frozenset(p.domain) for p in vocabulary.properties.values()}
        self.range = {p.name: frozenset(p.range) for p in vocabulary.properties.values()}
        self.interveners = vocabulary.words("boundary/intervener")
        self.teaching = vocabulary.words("boundary/teaching-head")
        self.learning = vocabulary.words("boundary/learning-head")
        self.nominal = frozenset(vocabulary.words("boundary/nominal-verb"))
        self.negations = vocabulary.words("boundary/negation")
        self.futures = vocabulary.words("boundary/future")
        self.prepositions = vocabulary.words("boundary/not-a-subject-after")

    def fitting(self, verb: Trigger, type_: str) -> list[str]:
        """The relations that ``verb`` states of an object of this type. A verb that may both carry out and set up
        (加强, 推进) carries out what can be carried out, and sets up the rest."""
        found = [p for p in verb.predicates if type_ in self.range[p]]
        return [p for p in found if p != "establishes"] if "implements" in found else found

    def triggers(self, doc: Doc) -> list[Trigger]:
        """The trigger verbs of a text, in order."""
        words, text = doc._.analysis.words, doc._.clean
        found = []
        for begin, end, word in self.matcher.find(doc._.analysis.bare):
            noun_before = begin > 0 and words.tag[begin - 1] in NOUN_TAGS and words.end[begin - 1] == begin
            if noun_before and text[begin:end] in self.nominal:
                continue  # 法治宣传, 理论学习: the verb is a noun here
            found.append(Trigger(begin, end, self.predicates[word]))
        return found


def relations(vocabulary: Vocabulary) -> Callable[[Doc], Doc]:
    """A component that sets ``doc._.relations``; needs ``doc.spans["mentions"]`` and ``doc._.outline``."""
    grammar = Grammar(vocabulary)

    def component(doc: Doc) -> Doc:
        outline, text = doc._.outline, doc._.clean
        mentions = read(doc, "mentions")
        roles = Roles(outline)
        covered = {at for m in mentions for at in range(m.begin, m.end)}
        triggers = [t for t in grammar.triggers(doc) if t.begin not in covered]
        found: dict[tuple[int | None, str, int, Status], RelationMention] = {}
        titles = [(s.begin, s.body) for s in outline.sections if s.level == 1]
        for sentence in split(text, outline.body_begin, outline.body_end, SENTENCE_END):
            if any(begin <= sentence.begin < body for begin, body in titles):
                continue  # the heading of a main part names its subject, it reports nothing
            inside = [k for k, m in enumerate(mentions) if sentence.begin <= m.begin < sentence.end]
            verbs = [t for t in triggers if sentence.begin <= t.begin < sentence.end]
            if not inside:
                continue
            stated = [
                *appositions(text, sentence, mentions, inside, roles),
                *_sentence(text, sentence, mentions, inside, verbs, grammar, roles),
            ]
            for relation in stated:
                key = (relation.subject, relation.predicate, relation.object, relation.status)
                found.setdefault(key, relation)
        doc._.relations = list(found.values())
        return doc

    return component


def _sentence(
    text: str,
    sentence: Stretch,
    mentions: Sequence[Candidate],
    inside: Sequence[int],
    verbs: Sequence[Trigger],
    grammar: Grammar,
    roles: Roles,
) -> Iterator[RelationMention]:
    for k in inside:
        mention = mentions[k]
        begin, end = _clause(text, sentence, mention)
        status = _status(text, begin, end, roles.status(mention.begin), grammar)
        if status is None:
            continue
        governors = _governors(text, mention, verbs, grammar) or _implied(text, mentions, k, begin, end, verbs, grammar)
        for verb, predicate in governors:
            subject = _subject(text, mentions, inside, k, verb, predicate, grammar)
            yield RelationMention(
                subject=subject,
                predicate=predicate,
                object=k,
                status=status,
                begin=begin,
                end=end,
                rule=f"relations:{text[verb.begin : verb.end]}",
            )


def _clause(text: str, sentence: Stretch, mention: Candidate) -> Stretch:
    """The part of the sentence between commas that holds the mention."""
    begin = max(text.rfind("，", sentence.begin, mention.begin) + 1, sentence.begin)
    end = text.find("，", mention.end, sentence.end)
    return Stretch(begin, sentence.end if end < 0 else end)


def _status(text: str, begin: int, end: int, status: Status, grammar: Grammar) -> Status | None:
    """The section's status, unless the clause speaks of the future or denies."""
    clause = text[begin:end]
    if any(word in clause for word in grammar.negations):
        return None
    if status == "achieved" and any(word in clause for word in grammar.futures):
        return "planned"
    return status


def _governors(
    text: str, mention: Candidate, verbs: Sequence[Trigger], grammar: Grammar
) -> list[tuple[Trigger, str]]:
    """The verbs that govern the mention, each with the relation it states: the nearest before it in its clause
    and those joined to it (学习宣传贯彻), or the frame around it (以…为指导)."""
    framed = {
        predicate: (Trigger(start, mention.begin, ()), predicate)
        for before, after, predicate in grammar.frames
        if mention.type in grammar.range[predicate]
        and (start := _frame_start(text, mention, before, after)) is not None
    }
    if framed:
        return list(framed.values())
    chain: list[tuple[Trigger, str]] = []
    edge = mention.begin
    for verb in reversed(verbs):
        if verb.end > mention.begin:
            continue
        between = text[verb.end : mention.begin]
        if len(between) > REACH or _broken(text, verb.end, mention.begin):
            break
        if any(word in between for word in grammar.interveners):
            break  # 落实关于法治政府建设的部署: what is carried out is the deployment
        if chain and verb.end < edge and text[verb.end : edge] not in ("、", "和", "与"):
            break
        fitting = grammar.fitting(verb, mention.type)
        if chain and "implements" in verb.predicates:
            break  # 坚持学习: only verbs of learning, teaching and following share an object
        if fitting:
            chain += [(verb, p) for p in fitting if p not in [q for _, q in chain]]
            edge = verb.begin
        elif chain:
            break
    return chain


def _implied(
    text: str,
    mentions: Sequence[Candidate],
    k: int,
    begin: int,
    end: int,
    verbs: Sequence[Trigger],
    grammar: Grammar,
) -> list[tuple[Trigger, str]]:
    """Without a verb before it: a law inside the name of a lecture is taught, inside a training's it is learned
    (民法典知识讲座); a system at the head of its clause is carried out by the verb after it (沟通机制完善)."""
    mention = mentions[k]
    host = next((m for m in mentions[max(0, k - 3) : k] if m.begin <= mention.begin and mention.end <= m.end), None)
    if host:
        if host.type != "Programme" or mention.type not in grammar.range["publicises"]:
            return []
        tail = text[mention.end : host.end]
        for words, predicate in ((grammar.learning, "studies"), (grammar.teaching, "publicises")):
            if any(word in tail for word in words):
                return [(Trigger(mention.begin, mention.begin, ()), predicate)]
        return []
    if mention.type != "Programme" or mention.begin - begin > 1:
        return []
    for verb in verbs:
        if mention.end <= verb.begin < end and "implements" in verb.predicates:
            alone = not any(m.begin >= verb.end and m.end <= end for m in mentions[k + 1 : k + 6])
            return [(Trigger(mention.begin, mention.begin, ()), "implements")] if alone else []
    return []


def _frame_start(text: str, mention: Candidate, before: str, after: str) -> int | None:
    """Where the frame around the mention begins, within one clause; None when it is not there."""
    start = text.rfind(before, max(0, mention.begin - REACH), mention.begin)
    stop = text.find(after, mention.end, mention.end + FRAME_REACH)
    if start < 0 or stop < 0 or _broken(text, start, mention.begin) or _broken(text, mention.end, stop):
        return None
    return start


def _broken(text: str, begin: int, end: int) -> bool:
    """Whether a clause ends between the offsets."""
    return any(mark in text[begin:end] for mark in "，。；：！？\n")


def _subject(
    text: str,
    mentions: Sequence[Candidate],
    inside: Sequence[int],
    object_: int,
    verb: Trigger,
    predicate: str,
    grammar: Grammar,
) -> int | None:
    """The last body named before the verb in the sentence, when it stands as a subject; None: the division."""
    for k in reversed(inside):
        mention = mentions[k]
        if k == object_ or mention.end > verb.begin or mention.type not in grammar.domain[predicate]:
            continue
        if k and mentions[k - 1].end >= mention.end:
            continue  # a name inside a name
        if mention.type == "Division" or text[max(0, mention.begin - 2) : mention.begin].endswith(grammar.prepositions):
            return None
        if mention.type != "Organization" and predicate != "receives":
            continue
        if _broken(text, mention.end, verb.begin):
            return None
        return k
    return None


@Language.factory("fazhi_relations", default_config={"vocabulary": []})
def make_relations(nlp: Language, name: str, vocabulary: list[str]) -> Callable[[Doc], Doc]:
    """``vocabulary``: paths of the user's own vocabulary files."""
    return relations(load_named(vocabulary))
