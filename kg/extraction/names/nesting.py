"""Names inside names: which of them stay mentions of their own."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extraction.common.spans import Candidate, Covering
from kg.model.rules import (
    ACTIVITY,
    BARE_LAW,
    BODY,
    CARRIED_OUT,
    HEAD,
    ISSUED,
    NAMED_PLACES,
    QUOTED_THEME,
    TERM,
    TITLE,
    VILLAGE,
    VILLAGE_IN,
)
from kg.reading.words import words

INNER_TITLES = (ISSUED, CARRIED_OUT)
NESTED = (BARE_LAW, TITLE, *INNER_TITLES, *NAMED_PLACES)
"""Names that stay mentions inside a longer name: the 民法典 of 民法典知识讲座, the 上海市 of 上海市宝山区人民政府."""
VILLAGES = (VILLAGE, VILLAGE_IN)
INNER = frozenset(("Doctrine", "Role", "Organization", "Event"))
INNER_RULES = (TERM, BODY)
"""What the vocabulary knows stays one too: the 公职律师 of 公职律师制度, the 司法所 of 司法所所长列席会议制度."""
ABOUT_LAW = frozenset(("Programme", "Event", "Role"))
"""What is named after a law that it makes known."""
HOSTS = frozenset(("Programme", "Organization", "Honour", "Event", "Division"))
PLACED = frozenset(("LegalInstrument", "Doctrine"))
"""In their names the reporting division, or one that it lies in, is a place named (《上海市…条例》, 视察海南重要讲话)."""
GOVERNMENT = f"{BODY}institution/government"
"""Its name before that of a department is the place's (县政府法制办)."""
BRANCH = f"{BODY}institution/branch-bureau"
"""A bureau's branch is the bureau of its own place, and the name before it only says whose (市公安局长安分局)."""
LAW_FIRM = f"{BODY}institution/law-firm"
TAUGHT_IN = "head/campaign"
"""Heads of lectures and trainings, in whose names the constitution is what they are about (宪法知识讲座); in those of days and
venues it is not spoken of (宪法宣传周, 宪法广场), but any other law is (民法典宣传月, 民法典主题公园)."""
SHORT_NAME = 2
"""Characters of a place's name without its level, with which a firm's begins."""
LONGEST_ISSUERS = 24
"""Characters of the issuers that a title names before what it is about."""


class Kinds(NamedTuple):
    """The kinds on which it depends what stays inside a name."""

    campaign: str
    """That of programmes which are about the law in their names."""
    constitution: str


def nested(
    candidates: Sequence[Candidate],
    outer: Sequence[Candidate],
    text: str,
    lineage: frozenset[str],
    kinds: Kinds,
) -> Iterator[Candidate]:
    """Those of ``candidates`` that lie inside one of ``outer``, which are in text order and do not overlap, and are said
    too. ``lineage``: the rules of the division that reports and those that it lies in."""
    begins, spans = [c.begin for c in outer], {(c.begin, c.end) for c in outer}
    days, bodies = (Covering(c for c in candidates if c.type == of) for of in ("Event", "Organization"))
    for inner in candidates:
        if inner.rule == BARE_LAW and inner.kind == kinds.constitution and days.at(inner.begin):
            continue  # “宪法宣传周” + 活动
        if inner.type == "Doctrine" and any(inner.end <= body.end for body in bodies.at(inner.begin)):
            continue  # 中央全面依法治国委员会 is called by the word, and so is its meeting
        if (inner.begin, inner.end) not in spans and _may_be_inner(inner):
            k = bisect_right(begins, inner.begin) - 1
            if k >= 0 and inner.end <= outer[k].end and _stays(inner, outer[k], text, lineage, kinds):
                yield inner


def _may_be_inner(candidate: Candidate) -> bool:
    """Whether it is of a kind that may stay inside another name."""
    return (
        candidate.rule.startswith((*VILLAGES, *NESTED))
        or (candidate.type in INNER and candidate.rule.startswith(INNER_RULES))
        or (candidate.type == "Programme" and candidate.rule.startswith(TERM))
    )


def _stays(inner: Candidate, host: Candidate, text: str, lineage: frozenset[str], kinds: Kinds) -> bool:
    """Whether a name stays inside this one."""
    if inner.rule == BARE_LAW and host.type in ABOUT_LAW:
        named_after = inner.kind == kinds.constitution
        if not named_after or (host.rule.startswith(TERM) and host.kind == kinds.campaign):
            return True  # 民法典宣传月, but 宪法 only in 宪法进社区
    if host.type in PLACED and inner.rule in lineage:
        return True
    if inner.type == "Programme":
        return host.type == "LegalInstrument" and host.rule.startswith(HEAD) and _is_quoted(inner, text)
    holds = host.type in HOSTS or host.rule.startswith(HEAD) or inner.rule in INNER_TITLES
    return (holds or _issues(inner, host, text)) and _is_said(inner, host, text)


def _is_said(candidate: Candidate, host: Candidate, text: str) -> bool:
    """Whether a name inside another is said too: not of the same class but for places, nor a body in an honour's name
    (全省模范司法所) or in a quotation (“枫桥式司法所”创建活动), a law only in a lecture's; a village where the name of a venue
    or a body begins with it."""
    if candidate.rule == BARE_LAW:
        return TAUGHT_IN in host.rule or host.rule in (ACTIVITY, QUOTED_THEME)
    if candidate.type in INNER and (host.type == "Honour" or _quoted_in(candidate, host, text)):
        return False
    if candidate.type == "Role" and host.type == "Organization":
        return False  # 法律顾问室, “老娘舅”调解工作室 are called by the word
    if candidate.type == "Division" and host.rule == LAW_FIRM and candidate.begin == host.begin:
        return (
            candidate.end - candidate.begin > SHORT_NAME
        )  # 陕西 + 秦阿律师事务所 says nothing of the province
    if candidate.rule.startswith(VILLAGES):
        return host.type in ("Programme", "Organization") and host.begin == candidate.begin
    if host.type == candidate.type == "Organization":
        whole = host.begin == candidate.begin and candidate.rule != GOVERNMENT
        return whole and host.rule != BRANCH  # 县人民法院 + 吴家人民法庭
    return host.type != candidate.type or host.type == "Division" or candidate.rule in INNER_TITLES


def _is_quoted(inner: Candidate, text: str) -> bool:
    """Whether ``inner`` is all of a quotation: the “高效办成一件事” of “高效办成一件事”清单."""
    said = text[inner.begin : inner.end]
    return f"“{said.strip('“”')}”" in (said, text[inner.begin - 1 : inner.end + 1])


def _quoted_in(inner: Candidate, host: Candidate, text: str) -> bool:
    """Whether ``inner`` is a piece of a quotation inside ``host``, and not all of it."""
    opening = text.rfind("“", max(0, host.begin - 1), inner.begin)
    return (
        opening >= 0
        and "”" not in text[opening : inner.begin]
        and text[opening + 1 : inner.end + 1] != (text[inner.begin : inner.end] + "”")
    )


def _issues(body: Candidate, title: Candidate, text: str) -> bool:
    """Whether a body stands in a title as who issued it: 《中共江西省委江西省人民政府关于…的通知》."""
    before = text[title.begin : body.begin]
    about = min(
        (at for word in words("about") if (at := text.find(word, body.end, title.end)) >= 0), default=-1
    )
    return (
        body.type == "Organization"
        and title.type == "LegalInstrument"
        and len(before) < LONGEST_ISSUERS
        and 0 <= about - body.end < LONGEST_ISSUERS
    )
