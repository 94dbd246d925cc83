"""Which candidate spans become mentions: the longest of those that overlap, and the names inside names that count."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from kg.extraction.joints import JOINTS
from kg.extraction.spans import MENTIONS, Candidate, Covering, longest, read, write
from kg.lexicon.traditional import simplified
from kg.model.rules import BARE_LAW, BODY, HEAD, ISSUED, NAMED_PLACE, PATTERN, TERM, TITLE, VILLAGE
from kg.reading.numerals import CHINESE, chinese
from kg.reading.words import words

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
"""Groups of names that count in the report proper and in its title."""
NESTED = (BARE_LAW, TITLE, ISSUED, NAMED_PLACE)
"""Names that stay mentions inside a longer name: the 民法典 of 民法典知识讲座, the 上海市 of 上海市宝山区人民政府."""
THEME = f"{TERM}programme/rule-of-law-government-building"
"""What all reports are about: a project or mechanism for it is a thing of its own."""
LAW_FIRM = f"{BODY}institution/law-firm"
SHORT_NAME = 2
"""Characters of a place's name without its level, with which a firm's begins."""
LONGEST_ISSUERS = 24
"""Characters of the issuers that a title names before what it is about."""
LONGEST_TAIL = 6
"""A closing quotation mark and a head of five characters."""
INNER = frozenset(("Doctrine", "Role", "Organization", "Event"))
INNER_RULES = (TERM, BODY)
"""What the vocabulary knows stays one too: the 公职律师 of 公职律师制度, the 司法所 of 司法所所长列席会议制度."""
HOSTS = frozenset(("Programme", "Organization", "Honour", "Event", "Division"))


@Language.component("fazhi_mentions")
def mentions(doc: Doc) -> Doc:
    """Write the group ``mentions``. Around the report proper stand letterhead, menus and imprint: nothing is done there,
    and what is only told by its form is no name (公开方式：政府网站, 无障碍浏览 长者模式)."""
    text, outline = doc._.clean, doc._.outline
    title = simplified(outline.title or "")
    candidates = [
        c
        for group in GROUPS
        for c in read(doc, group)
        if group not in OF_THE_TEXT
        or outline.body_begin <= c.begin < outline.body_end
        or text[c.begin : c.end] in title
    ]
    write(doc, MENTIONS, resolve(candidates, text))
    return doc


def resolve(candidates: Sequence[Candidate], text: str) -> list[Candidate]:
    """The mentions of ``text`` among ``candidates``, in text order; an inner one follows the one that holds it."""
    places = {c.end - 1: c for c in candidates if c.type == "Division"}
    terms = {c.begin: c for c in candidates if c.rule.startswith(TERM) and c.type == "Programme"}
    bodies = Covering(c for c in candidates if c.type == "Organization")
    candidates = [_with_place(c, places) if c.rule.startswith(PATTERN) else c for c in candidates]
    candidates = [_with_body(c, bodies) if c.rule.startswith(TERM) else c for c in candidates]
    ends = {c.end: c for c in terms.values()}
    named = [c for c in candidates if c.type == "Person"]
    people, edges = Covering(named), {edge for p in named for edge in (p.begin, -p.end)}
    candidates = [
        c
        for c in candidates
        if not any(c.begin < p.begin < c.end < p.end for p in people.at(c.end))
        and not (c.type == "Role" and (c.end in edges or -c.begin in edges))  # a title: 律师 + 王晓彤
    ]
    outer = longest([_known(c, terms, ends, text) if c.rule.startswith(HEAD) else c for c in candidates])
    begins = [c.begin for c in outer]
    chosen = {(c.begin, -c.end): c for c in outer}
    for candidate in candidates:
        place = candidate.begin, -candidate.end
        if place in chosen or not _stays(candidate):
            continue
        k = bisect_right(begins, candidate.begin) - 1
        host = outer[k] if k >= 0 and candidate.end <= outer[k].end else None
        if (
            host
            and (
                host.type in HOSTS
                or host.rule.startswith(HEAD)
                or _issues(candidate, host, text)
                or candidate.rule == ISSUED
            )
            and _may_stay(candidate, host, text)
        ):
            chosen[place] = candidate
    return [chosen[place] for place in sorted(chosen)]


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


def _with_place(name: Candidate, places: Mapping[int, Candidate]) -> Candidate:
    """``name`` with the whole of a place whose last character it begins with (达州 + 市“八五”普法规划)."""
    place = places.get(name.begin)
    return name._replace(begin=place.begin) if place and place.begin < name.begin else name


def _with_body(name: Candidate, bodies: Covering) -> Candidate:
    """``name`` with the whole of a body in the middle of which it begins (区委 + 理论学习中心组学法, 镇 + 综治中心规范化建设)."""
    for body in bodies.at(name.begin):
        if body.begin < name.begin < body.end < name.end:
            return name._replace(begin=body.begin)
    return name


def _known(
    name: Candidate, terms: Mapping[int, Candidate], ends: Mapping[int, Candidate], text: str
) -> Candidate:
    """A name that is a term of the vocabulary and a head after it (“三所联动” + 机制) is the term's; when what comes after it
    is a term that counts the list which it ends (法制审核 + 三项制度), it is the term alone. ``terms`` and ``ends`` are the
    vocabulary's by where they begin and end."""
    own = [terms.get(begin) for begin in (name.begin, name.begin + 1)]
    whole = ends.get(name.end)
    counts = whole is not None and name.begin < whole.begin and text[whole.begin] in CHINESE
    if whole and counts and text[name.begin - 1] in JOINTS and not any(own):
        return whole
    for term in own:
        if term and term.type == name.type and 0 < name.end - term.end <= LONGEST_TAIL:
            system = terms.get(term.end)
            if system and system.end == name.end and chinese(text[system.begin]) is not None:
                return term
            if term.rule == THEME and text[term.end : term.end + 1] != "”":
                return name  # 法治政府建设 + 提升工程
            if name.kind != term.kind and text[term.end : term.end + 1] != "”" and text[term.end - 1] != "”":
                return name  # 法治政府建设 + 工作格局
            return Candidate(name.begin, name.end, term.type, term.kind, term.rule)
    return name


def _may_stay(candidate: Candidate, host: Candidate, text: str) -> bool:
    """Whether a name inside another is said too: not of the same class but for places, nor a body in an honour's name
    (全省模范司法所) or in a quotation (“枫桥式司法所”创建活动); a village where a venue's name begins with it, or a quoted
    one."""
    if candidate.type in INNER and (host.type == "Honour" or _quoted_in(candidate, host, text)):
        return False
    if candidate.type == "Division" and host.rule == LAW_FIRM and candidate.begin == host.begin:
        return (
            candidate.end - candidate.begin > SHORT_NAME
        )  # 陕西 + 秦阿律师事务所 says nothing of the province
    if candidate.rule == VILLAGE:
        own = host.type == "Programme" or text.startswith("“", candidate.end)
        return own and host.begin == candidate.begin
    return host.type != candidate.type or host.type == "Division" or candidate.rule == ISSUED


def _quoted_in(inner: Candidate, host: Candidate, text: str) -> bool:
    """Whether ``inner`` is a piece of a quotation inside ``host``, and not all of it."""
    opening = text.rfind("“", max(0, host.begin - 1), inner.begin)
    return (
        opening >= 0
        and "”" not in text[opening : inner.begin]
        and text[opening + 1 : inner.end + 1] != (text[inner.begin : inner.end] + "”")
    )


def _stays(candidate: Candidate) -> bool:
    return (
        candidate.rule == VILLAGE
        or candidate.rule.startswith(NESTED)
        or (candidate.type in INNER and candidate.rule.startswith(INNER_RULES))
    )
