"""Who a relation is said of: the clause's own subject, the sentence's, or nobody named (the reporting division)."""

from kg.extraction.grammar import Grammar, Sentence, Trigger

LIST = ("、", "和", "与", "及")
NOBODY: list[int | None] = [None]


def subjects(
    sentence: Sentence, object_: int, verb: Trigger, predicate: str, grammar: Grammar
) -> list[int | None]:
    """Indexes of the mentions that the relation is said of; ``[None]`` means the reporting division."""
    near = _own(sentence, object_, verb, predicate, grammar)
    if near is None:
        near = _inherited(sentence, object_, verb, predicate, grammar)
    if near is None:
        return NOBODY
    found: list[int | None] = [near]
    for k in range(near - 1, -1, -1):  # 司法所、派出所建立联调机制
        body, edge = sentence.mentions[k], sentence.mentions[near].begin
        if body.type != "Organization" or sentence.text[body.end : edge] not in LIST:
            break
        found.append(k)
        near = k
    return found


def _own(sentence: Sentence, object_: int, verb: Trigger, predicate: str, grammar: Grammar) -> int | None:
    """The last body named before the verb in its clause, unless a preposition governs it."""
    for k in reversed(sentence.inside):
        mention = sentence.mentions[k]
        if k == object_ or mention.end > verb.begin or sentence.host(k):
            continue
        if sentence.broken(mention.end, verb.begin) or mention.type == "Division":
            return None
        if not _may_be(mention.type, predicate, grammar):
            continue
        return None if _governed(sentence, k, grammar) else k
    return None


def _inherited(
    sentence: Sentence, object_: int, verb: Trigger, predicate: str, grammar: Grammar
) -> int | None:
    """The body that the sentence begins with is the subject of its later clauses too."""
    first = next((k for k in sentence.inside if not sentence.host(k)), None)
    if first is None or first == object_:
        return None
    mention = sentence.mentions[first]
    at_head = mention.begin - sentence.span.begin <= 1 and mention.type == "Organization"
    follows = sentence.text[mention.end : mention.end + 1] not in (*LIST, "的", "")
    if at_head and follows and mention.end <= verb.begin and _may_be(mention.type, predicate, grammar):
        return first
    return None


def _may_be(type_: str, predicate: str, grammar: Grammar) -> bool:
    """Whether a mention of this type can be the subject; only honours are given to other things than bodies."""
    return type_ in grammar.domain[predicate] and (type_ == "Organization" or predicate == "receives")


def _governed(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    begin = sentence.mentions[k].begin
    return sentence.text[max(0, begin - 2) : begin].endswith(grammar.prepositions)
