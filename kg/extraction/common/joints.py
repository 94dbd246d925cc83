"""What joins the members of a list: a closed class of Chinese grammar, as its punctuation is; one list for all rules."""

from kg.extraction.common.words import Words

PAUSE = "、"
CONJUNCTIONS = ("以及", "和", "与", "及")
"""Longer ones first."""
JOINTS = (PAUSE, *CONJUNCTIONS)
SIGNS = "".join(joint for joint in JOINTS if len(joint) == 1)
"""Those of one character, for the set of a pattern."""
LAST = ("以及", "及")
"""Those that may follow a comma before the last member: 《A》《B》，以及《C》."""
JOINING = (*JOINTS, *(f"，{word}" for word in LAST))
"""All that may stand between two members of a list."""
AND, ALONG = "与", "同"
WITH = (AND, "和", ALONG)
"""What joins to a thing that something is done with another: of one character each."""
AND_THEN = "并"
"""It joins to what is done what is done next."""
RATE = "率"


def joins(text: str, end: int, begin: int) -> bool:
    """Whether what ends at ``end`` and what begins at ``begin`` are neighbours in one list: 镇司法所，以及 + 镇派出所. Marks of
    quotation around either are no part of what joins them."""
    return text[end:begin].strip("“”") in JOINING


def members(text: str, words: Words, begin: int, end: int) -> list[tuple[int, int]]:
    """Where the members of the list in ``text[begin:end]`` begin and end. A joint is a word of its own (及时率 and 普及率 have
    none), or what the segmenter puts to the rate before it (备案率及审查率)."""
    found, at = [], begin
    while at < end:
        joint = next((one for one in JOINTS if text.startswith(one, at)), "")
        if joint and _stands(text, words, at, joint):
            found.append((begin, at))
            begin = at + len(joint)
        at += len(joint) or 1
    return [(first, last) for first, last in [*found, (begin, end)] if last > first]


def conjunction_at(text: str, words: Words, begin: int, end: int) -> int | None:
    """Where a conjunction stands at one end of ``text[begin:end]``; None where none does (及时化解 has none)."""
    for joint in CONJUNCTIONS:
        for at in (begin, end - len(joint)):
            if text.startswith(joint, at, end) and at >= begin and _stands(text, words, at, joint):
                return at
    return None


def _stands(text: str, words: Words, at: int, joint: str) -> bool:
    """Whether a joint is a word of its own, or what the segmenter puts to the rate before it."""
    own = words.begin[at] == at or text[at - 1] == RATE
    return own and words.end[at] == at + len(joint)
