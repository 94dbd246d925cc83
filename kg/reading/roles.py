"""What a heading says of its section: done, lacking, to be done."""

import re
from functools import lru_cache
from typing import NamedTuple

from kg.model import SectionRole
from kg.model.marks import SENTENCE, STOPS
from kg.reading.dates import YEAR, year_of
from kg.reading.words import either, words

BY_WORD: tuple[SectionRole, ...] = (
    "shortcomings",
    "plans",
    "duties",
    "introduction",
    "closing",
    "achievements",
)
"""Where one part of a heading has the words of several roles, the first of these wins."""

LAST_SECTIONS = 3
"""Shortcomings and plans stand among the last sections; further up their words are about something else."""

_JOINTS = re.compile("[及和与與、，暨]")


class _Patterns(NamedTuple):
    word: re.Pattern[str]
    roles: dict[str, SectionRole]
    at_edge: re.Pattern[str]
    shortcomings_end: re.Pattern[str]
    plans_end: re.Pattern[str]
    confesses: re.Pattern[str]
    lacking: re.Pattern[str]
    promises: re.Pattern[str]
    intends: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    word, rest = either(*BY_WORD), f"{either('heading-rest')}?$"
    lacking = either("shortcomings", "shortcomings-end")
    plans = rf"{either('plans')}|{plan_lead()}(?=[：:])"
    return _Patterns(
        word=re.compile(word),
        roles={own: role for role in reversed(BY_WORD) for own in words(role)},
        at_edge=re.compile(rf"^{word}|{either('shortcomings', 'plans', 'duties')}{rest}"),
        shortcomings_end=re.compile(
            rf"(?:(?!.*{either('tackles')}).*[的中])?"
            rf"{either('qualifier')}*{either('shortcomings-end')}{either('heading-rest')}?"
        ),
        plans_end=re.compile(rf"{either('plans-end')}$"),
        confesses=re.compile(either("confesses")),
        lacking=re.compile(lacking),
        intends=re.compile(rf"{YEAR.pattern}[^{STOPS}\n]{{0,30}}?{either('intends')}"),
        promises=re.compile(
            rf"[{SENTENCE}\n](?={plans}|{either('answers')}[^{STOPS}\n]{{0,30}}?{either('intends')})"
        ),
    )


@lru_cache(maxsize=1)
def plan_lead() -> str:
    """A regular expression of words that head what is to be done, inside a paragraph too: 努力方向, 下一步工作措施."""
    return rf"(?:{either('plans')})?{either('qualifier')}*{either('plans-end', 'plan-lead')}"


def roles_of_heading(heading: str, place: int, places: int, year: int | None) -> list[SectionRole]:
    """The roles that a first-level heading names, in its own order; several when its section mixes them.

    ``place`` of ``places`` first-level sections, from 0; ``year`` is the year reported on.
    """
    known = _patterns()
    late = place > 0 and place >= places - LAST_SECTIONS
    found: list[SectionRole] = []
    for part in _JOINTS.split(heading):
        named = {known.roles[match[0]] for match in known.word.finditer(part)}
        if late and "，" not in heading:
            named |= _ending(part)
        if not named & {"shortcomings", "duties"} and _later_year(part, year):
            named.add("plans")
        role = next((own for own in BY_WORD if own in named), None)
        if role and role not in found:
            found.append(role)
    return _sensible(found)


def role_of_subheading(
    heading: str, inherited: SectionRole, mixed: bool, year: int | None
) -> SectionRole | None:
    """The role that a deeper heading names by its first or last words; None: it has that of its parent.

    ``mixed`` tells that the parent's heading names several roles, so that weaker words count too.
    """
    known = _patterns()
    match = known.at_edge.search(heading)
    if match and not (inherited == "plans" and match.start() > 0):
        found = next((known.roles[word[0]] for word in known.word.finditer(match[0])), None)
        return None if found == "achievements" and not mixed else found
    if mixed:
        ending = _ending(heading)
        return next((own for own in BY_WORD if own in ending), None)
    return "plans" if _later_year(heading, year, at_start=True) else None


def confesses(sentence: str) -> bool:
    """Whether a paragraph's first sentence turns from what was done to what is lacking."""
    known = _patterns()
    first = known.word.match(sentence)
    if first and known.roles[first[0]] == "shortcomings":
        return True
    return bool(known.confesses.search(sentence) and known.lacking.search(sentence))


def promises(text: str, begin: int, end: int) -> list[int]:
    """Where in ``text[begin:end]`` a sentence begins as sentences on what is to be done do."""
    return [match.end() for match in _patterns().promises.finditer(text, begin, end)]


def intends(text: str, at: int) -> bool:
    """Whether the sentence at ``at``, which begins with a year, says what is to be done in it."""
    return _patterns().intends.match(text, at) is not None


def _ending(part: str) -> set[SectionRole]:
    known = _patterns()
    found: set[SectionRole] = set()
    if known.shortcomings_end.fullmatch(part):
        found.add("shortcomings")
    if known.plans_end.search(part):
        found.add("plans")
    return found


def _later_year(heading: str, year: int | None, *, at_start: bool = False) -> bool:
    match = YEAR.match(heading) if at_start else YEAR.search(heading)
    return bool(year and match and year < year_of(match) <= year + 2)


def _sensible(found: list[SectionRole]) -> list[SectionRole]:
    """Without the roles that only name the subject of what is lacking or planned.

    Achievements are a part of their own when they come first, duties never are.
    """
    turning: list[SectionRole] = [role for role in found if role in ("shortcomings", "plans")]
    if turning and found[0] == "achievements":
        return [*found[:1], *turning]
    return turning or found[:1]
