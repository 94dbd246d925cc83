"""Quoted names without a head: 打造“法治客厅”, 坚持“预防为主、调防结合”. Only as the object of a trigger verb."""

import re

from spacy.tokens import Doc

from kg.extraction.alternation import any_of
from kg.extraction.boundaries import NOUNS, Boundaries
from kg.extraction.factory import Component, component
from kg.extraction.joints import JOINTS
from kg.extraction.spans import Candidate, Covering, read, write
from kg.extraction.words import Words
from kg.lexicon.endings import Endings
from kg.lexicon.matcher import Matcher
from kg.lexicon.vocabulary import Vocabulary
from kg.model.rules import VILLAGE

QUOTATION = re.compile(r"“([^“”。；！？\n]{2,40})”")
REACH = 12
"""A quotation is governed by a trigger verb that ends at most this many characters before it, or before the list
of quotations that it continues."""
CLOSING = frozenset("，。；、：）》“！？\n") | {""}
LIST_MARK = re.compile(rf"[”》](?:{'|'.join(JOINTS)})?$")
OPENING = frozenset("，。；：\n、”") | {""}
CODED = re.compile("[一二两三四五六七八九十百]")
FIVE_YEARS = re.compile("[一二三四五六七八九十]{2,3}")
"""A quotation of numerals alone counts plans: 十四五, 八五."""
SHORTEST_BEFORE_A_NOUN = 3
LONGEST_QUALITY = 4
LONGEST_ACT = 6
PLAIN_NUMBER = re.compile(r"\d+.?")
"""A quotation that only stresses a number: 建设“1个”合规中心."""
DATE = re.compile(r"\d{1,2}[.．·•]\d{1,2}")
"""A day by its numbers names no work: “12.4”."""
CODE = re.compile(r"[\u4e00-\u9fff]{3,12}")


@component("fazhi_quotations")
def quotations(vocabulary: Vocabulary) -> Component:
    """A component that writes quoted names to the group ``quotations``."""
    naming = [w for p in ("implements", "establishes") for w in vocabulary.properties[p].triggers]
    principles = list(vocabulary.words("boundary/principle-verb"))
    matcher = Matcher([*principles, *(w for w in naming if w not in principles)])
    after = vocabulary.words("boundary/after-quotation")
    metaphors = frozenset(vocabulary.words("boundary/metaphor"))
    described = vocabulary.words("boundary/noun-that-a-quotation-describes")
    acts = vocabulary.words("boundary/act-after-a-quotation")
    manners = vocabulary.words("boundary/manner-in-quotation")
    adverbs = vocabulary.words("boundary/adverb-before-verb")
    making = vocabulary.words("boundary/making-suffix")
    aliasing = vocabulary.words("boundary/before-a-short-name")
    forms = {label: c.kind for c in vocabulary.of("InstrumentForm") if c.one("counted") for label in c.labels}
    programmes = (c for c in reversed(vocabulary.of("NameHead")) if c.one("ofType") == "Programme")
    heads = {label: c.kind for c in programmes for label in c.labels}
    venues = {label for label, kind in heads.items() if kind == vocabulary.concepts["kind/venue"].label}
    form_at_end, head_at_end = Endings(forms), Endings(heads)
    short = any_of([*after, *vocabulary.words("boundary/short-noun-after-quotation")]).pattern
    honoured = any_of(vocabulary.properties["receives"].triggers).pattern
    announced = re.compile(
        rf"(?:{short}){{0,2}}(?:{Boundaries(vocabulary).announced.pattern}|(?:{honoured}))"
    )
    kinds = {c.one("ofType"): c.kind for c in vocabulary.of("QuotationRule")}

    def run(doc: Doc) -> Doc:
        text, bare, words = doc._.clean, doc._.analysis.bare, doc._.analysis.words
        places = {c.end: c.rule.startswith(VILLAGE) for c in read(doc, "divisions")}
        ends = {end: label >= len(principles) for _, end, label in matcher.find(bare)}
        bodies = Covering(read(doc, "organizations"))
        found: list[Candidate] = []
        previous: tuple[int, bool] | None = None
        for match in QUOTATION.finditer(text):
            begin, end = match.start(1), match.end(1)
            if match[1] in metaphors or DATE.fullmatch(match[1]) or text.endswith(aliasing, 0, match.start()):
                continue
            if match[1].startswith(adverbs) or (
                len(match[1]) <= LONGEST_QUALITY and match[1].endswith(making)
            ):
                continue  # “扎实推进依法行政”, “数字化”
            form = forms.get(form_at_end.longest(text, end, begin), "")
            closes = text[end + 1 : end + 2] in CLOSING or text.startswith(after, end + 1)
            before_a_noun = (
                not closes
                and len(match[1]) >= SHORTEST_BEFORE_A_NOUN
                and not PLAIN_NUMBER.fullmatch(match[1])
                and (words.tag[end + 1] in NOUNS or text.startswith(acts, end + 1))
                and not text.startswith(described, end + 1)
                and not bodies.at(begin)
            )  # 推行“马背代办” + 服务
            village = places.get(match.start())
            venue = village is not None and head_at_end.longest(text, end, begin + 1) in venues
            of_a_place = village or venue  # 华川村“板凳会”, 陈庄镇“红崖说事点”
            by_itself = of_a_place or _is_code(match[1]) or _is_topic(text, match, announced)
            if not (closes or form or by_itself or before_a_noun):
                continue  # the quotation only describes the noun that follows
            names = _governor(text, match.start(), ends)
            if names is None and by_itself:
                names = True
            if names is None and previous and LIST_MARK.fullmatch(text[previous[0] - 1 : match.start()]):
                names = previous[1]
            if names is None:
                continue
            if before_a_noun and not (names or form or by_itself):
                continue
            previous = (match.end(), names)
            if form:
                found.append(Candidate(begin, end, "LegalInstrument", form, "quotations:instrument"))
            elif not names:
                found.append(Candidate(begin, end, "Doctrine", kinds["Doctrine"], "quotations:principle"))
            else:
                kind = heads.get(head_at_end.longest(text, end, begin + 1), kinds["Programme"])
                if before_a_noun and match[1].endswith(manners):
                    begin, end = match.start(), _act(words, end + 1)  # “教科书式” + 执法
                found.append(Candidate(begin, end, "Programme", kind, "quotations:name"))
        write(doc, "quotations", found)
        return doc

    return run


def _governor(text: str, at: int, ends: dict[int, bool]) -> bool | None:
    """Whether the trigger verb before the quotation at ``at`` names things; None when there is no trigger."""
    for distance in range(REACH + 1):
        where = at - distance
        if where in ends:
            return ends[where]
        if where <= 0 or text[where - 1] in "，。；：！？\n”》":
            return None
    return None


def _act(words: Words, at: int) -> int:
    """Where the act ends that begins at ``at``, and the nouns that go on with it: 指导 + 服务."""
    end = words.end[at]
    while end < len(words.tag) and words.tag[end] in NOUNS and words.end[end] - at <= LONGEST_ACT:
        end = words.end[end]
    return end


def _is_code(quoted: str) -> bool:
    """Whether numerals make a name of it: 三重四创五优化, 四应四尽, 六位一体."""
    return (
        len(CODED.findall(quoted)) > 1
        and CODE.fullmatch(quoted) is not None
        and not FIVE_YEARS.fullmatch(quoted)
    )


def _is_topic(text: str, match: re.Match[str], announced: re.Pattern[str]) -> bool:
    """Whether the quotation opens its clause, and what is done with it follows it or a short noun: “一证即办”便民措施推出."""
    opens = text[match.start() - 1 : match.start()] in OPENING and CODE.fullmatch(match[1])
    return bool(opens) and announced.match(text, match.end()) is not None
