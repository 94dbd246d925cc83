"""Terms that count what they are made up of (三项制度), where they only sum up other things: 学法、述法、考法 + 三项制度."""

from kg.extraction.common.clauses import clause_begin
from kg.extraction.common.joints import SIGNS
from kg.extraction.common.particles import OTHERS
from kg.reading.numerals import chinese

REACH = 60
"""Characters before the term in which the list stands that it sums up."""
ROW = "”“"


def sums_up_others(text: str, begin: int, parts: tuple[str, ...], verbs: tuple[str, ...]) -> bool:
    """Whether the term at ``begin`` sums up a list before it of as many members as it says, or of some that 等 closes, and none
    of them has one of the words that its own ``parts`` have; not where one of ``verbs`` governs it alone (、严格落实 +
    三项制度)."""
    number = chinese(text[begin])
    listed = text[clause_begin(text, max(0, begin - REACH), begin) : begin].removesuffix("“")
    if number is None or not listed or listed.endswith(verbs) or any(part in listed for part in parts):
        return False
    joints = sum(listed.count(sign) for sign in (*SIGNS, ROW))
    some = listed.endswith(OTHERS)
    return joints >= (1 if some else number - 1) and listed[-1] not in SIGNS
