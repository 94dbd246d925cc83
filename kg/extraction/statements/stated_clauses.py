"""The clauses of a sentence that say something by themselves."""

import re

from kg.extraction.common.clauses import CLAUSE_END, NUMBER, YEAR, Stretch, split
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled
from kg.model.marks import COLON
from kg.reading.numerals import CHINESE
from kg.reading.roles import plan_lead

BULLETS = "—–-·•●○◆■　 "
DOING = ("establishes", "implements", "enacts")
"""Relations whose verbs say that a clause does something."""
SHORTEST = 4
"""Clauses shorter than this are part of their neighbour."""


class Clauses:
    """Parts sentences, with the word lists that tell which clauses lean on another."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._empty = compiled(vocabulary.words("statement/says-nothing"))
        duty, act = (
            any_of(vocabulary.words(f"statement/{name}")) for name in ("numbered-duty", "numbered-act")
        )
        self._opener = re.compile(
            rf"{any_of(vocabulary.words('statement/opener'))}[，：]?|[{CHINESE}](?:{duty}|(?={act}[^{CHINESE}]))"
        )
        self._head = re.compile(plan_lead())
        self._goes_on = vocabulary.words("statement/goes-on")
        until = any_of(vocabulary.words("number/before-a-date"))
        self._by_then = re.compile(
            rf"{until}?{YEAR.pattern}(?:{any_of(vocabulary.words('number/not-the-year'))})?"
        )
        self._times = frozenset(vocabulary.words("statement/time-alone"))
        self._lead_to = vocabulary.words("statement/lead-to")
        self._lead_in = vocabulary.words("statement/lead-in")
        self._lead_in_end = vocabulary.words("statement/lead-in-end")
        self._place = vocabulary.words("statement/lead-in-place")
        self._closed = (*vocabulary.words("boundary/after-a-scope"), *self._lead_in_end)
        self._acts = compiled(word for name in DOING for word in vocabulary.properties[name].triggers)

    def of(self, text: str, sentence: Stretch) -> list[Stretch]:
        """The clauses of a sentence. One that only leads in (以…为抓手，) goes with the next, one that only goes on (特别是…)
        with the one before; those that say nothing are left out, and so are the words and the year that open one."""
        found: list[Stretch] = []
        held: int | None = None
        for clause in split(text, *sentence, CLAUSE_END):
            clause = Stretch(clause.end - len(text[clause.begin : clause.end].lstrip(BULLETS)), clause.end)
            opener = NUMBER.match(text, *clause) or self._opener.match(text, *clause)
            clause = Stretch(opener.end(), clause.end) if opener else clause
            if clause.begin >= clause.end or self._is_time(text[slice(*clause)]):
                continue
            if text.startswith(COLON, clause.end) and self._head.fullmatch(text, *clause):
                continue  # 下一步措施：
            if text.startswith(COLON, clause.end) and text.endswith(self._lead_to, *clause):
                continue  # 我镇将：
            begin = clause.begin if held is None else held
            words = text[clause.begin : clause.end]
            if self._empty.search(words):
                held = None
            elif self._leads_in(words):
                held = begin
            elif found and held is None and words.startswith(self._goes_on):
                found[-1] = Stretch(found[-1].begin, clause.end)
            else:
                held = None
                found.append(Stretch(begin, clause.end))
        if held is not None and sentence.end - held >= SHORTEST:
            found.append(Stretch(held, sentence.end))
        return found

    def _is_time(self, clause: str) -> bool:
        """Whether a clause only says when the next is so."""
        return clause in self._times or self._by_then.fullmatch(clause) is not None

    def _leads_in(self, clause: str) -> bool:
        """Whether a clause says nothing but where, when or how the next is done; one that opens with 在 may do something there
        (在11个村建立调解分站)."""
        if len(clause) < SHORTEST:
            return True
        if clause.startswith(self._place):
            return clause.endswith(self._closed) or not self._acts.search(clause)
        return clause.startswith(self._lead_in) or clause.endswith(self._lead_in_end)
