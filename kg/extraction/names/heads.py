"""Names that no list can hold, found by their last word: 法律顾问考核制度, “融普法”工作模式, 法治宣传志愿者队伍."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extraction.common.amounts import LONGEST_SUM
from kg.extraction.common.boundaries import Boundaries
from kg.extraction.common.clauses import CLAUSE_END
from kg.extraction.common.factory import component
from kg.extraction.common.joints import JOINTS
from kg.extraction.common.spans import Candidate, Covering, read, write
from kg.extraction.names.headcues import HeadCues
from kg.extraction.names.headed_names import names_of
from kg.extraction.names.headwords import Head, HeadWord
from kg.extraction.names.trimming import after_speaker, behind_people, with_body, without_owner, without_part
from kg.extraction.names.without_place import without_place
from kg.lexicon.endings import Endings
from kg.lexicon.matcher import Bare, Matcher
from kg.lexicon.vocabulary import Vocabulary
from kg.reading.numerals import CHINESE

ORDINAL = re.compile(rf"第[{CHINESE}\d]{{1,3}}次$")
WHOLE = ("divisions", "terms")
"""Groups of names that a head's name does not cut through."""


@component("fazhi_heads")
class Heads:
    """A component that writes names found by their heads to the group ``heads``."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        each = vocabulary.concepts["kind/campaign"].label
        apart = frozenset((each, vocabulary.concepts["kind/mechanism"].label))
        entries = [(label, Head(c, each, apart)) for c in vocabulary.of("NameHead") for label in c.labels]
        self._heads = [head for _, head in entries]
        self._matcher = Matcher(label for label, _ in entries)
        self._triggers = Matcher(word for prop in vocabulary.properties.values() for word in prop.triggers)
        self._marks = Matcher(vocabulary.words("boundary/object-mark"))
        self._boundaries, self._cues = Boundaries(vocabulary), HeadCues(vocabulary)
        self._speaks = vocabulary.words("boundary/verb-of-a-speaker")
        self._does = vocabulary.words("boundary/verb-after-its-doer")
        self._qualifiers = Endings(vocabulary.words("boundary/qualifier-of-people"))
        self._coordinating = vocabulary.concepts["kind/coordination"].label

    def __call__(self, doc: Doc) -> Doc:
        text, bare, words = doc._.clean, doc._.analysis.bare, doc._.analysis.words
        governed = _governed(text, self._triggers, bare)
        marked = _governed(text, self._marks, bare)  # 把法治建设任务清单逐条落实
        bodies, people = (Covering(read(doc, group)) for group in ("organizations", "persons"))
        whole = Covering(c for group in WHOLE for c in read(doc, group))
        found: list[Candidate] = []
        for begin, end, label in self._matcher.find(bare):
            head = self._heads[label]
            objects = marked if head.type == "LegalInstrument" and not governed[begin] else governed
            word = HeadWord(head, begin, end, text, words, self._boundaries, self._cues, objects)
            if head.use == "body":
                found += self._meetings(word, bodies)
                continue
            if self._sums_up_bodies(word, bodies):
                continue  # “红石榴”“连心桥”两个 + 个人 + 调解室
            for name in names_of(word):
                name = with_body(name, word, bodies)
                name = after_speaker(text, name, people, self._speaks)
                name = without_owner(text, name, bodies, whole, self._does)
                name = without_part(text, name, begin, whole.at(name.begin))
                name = behind_people(name, word)
                doers = bodies.at(name.begin)
                if any(text[c.end : name.end] in self._cues.plain for c in doers):
                    continue  # 参加 + 市司法局 + 专题培训班
                if word.head.use == "object" and (
                    _acts(text, name, word, bodies) or _strives(text, name, word, whole)
                ):
                    continue  # 联合派出所、+ 法庭 + 排查: it is what they do
                if word.head.each and any(_is_place(c, name, begin) for c in whole.at(name.begin)):
                    continue  # 推动 + 练塘镇 + 创建法治示范镇
                if any(_is_day(c, name) for c in whole.at(name.begin + 1)):
                    continue  # “民法典宣传月”“国家宪法日”等 + 活动
                if head.of_people and any(self._is_role(c, name, text) for c in whole.at(name.end - 1)):
                    continue  # 优秀 + 人民调解员: the vocabulary knows who they are
                found.append(without_place(name, word, (*whole.at(name.begin), *doers)))
        write(doc, "heads", found)
        return doc

    def _is_role(self, other: Candidate, name: Candidate, text: str) -> bool:
        """Whether ``other`` is a team or people that ``name`` ends with, of whom it says more but neither by what name they go
        nor what sort they are (双语 + 调解员)."""
        more = text[name.begin : other.begin]
        if other.type != "Role" or other.end != name.end or not more:
            return False
        return "“" not in more and not self._qualifiers.longest(text, other.begin, name.begin)

    def _sums_up_bodies(self, word: HeadWord, bodies: Covering) -> bool:
        """Whether the head only says what bodies are that a row of quotations names before it."""
        text = word.text
        closing = text.rfind("”", max(0, word.begin - LONGEST_SUM), word.begin)
        summed = closing > 0 and self._cues.sums_up.match(text, closing + 1)
        return bool(summed) and any(body.end == closing for body in bodies.at(closing - 1))

    def _meetings(self, word: HeadWord, bodies: Covering) -> Iterator[Candidate]:
        """The meeting of a coordinating body that stands before the head: 领导小组 + 第六次 + 会议."""
        at = _ordinal(word.text, word.begin)
        for body in bodies.at(at - 1)[-1:]:
            if body.end == at and body.kind == self._coordinating:
                yield word.name(body.begin, word.end, "body")


def _strives(text: str, name: Candidate, word: HeadWord, whole: Covering) -> bool:
    """Whether a name is no more than a place and what it does with what stands behind: 推动 + 徐泾镇 + 创建 + 示范乡镇."""
    goes_on = text[word.end : word.end + 1].isalpha() or text.startswith("“", word.end)
    places = (c for c in whole.at(name.begin) if c.type == "Division" and c.begin == name.begin)
    return goes_on and any(place.end == word.begin for place in places)


def _is_place(other: Candidate, name: Candidate, head: int) -> bool:
    """Whether ``other`` is a place that is all of ``name`` before the head."""
    return other.type == "Division" and (other.begin, other.end) == (name.begin, head)


def _is_day(other: Candidate, name: Candidate) -> bool:
    """Whether ``other`` is a day or month that is all of ``name`` but for its quotation marks."""
    return other.type == "Event" and (other.begin - name.begin, name.end - other.end) in ((0, 0), (1, 1))


def _acts(text: str, name: Candidate, word: HeadWord, bodies: Covering) -> bool:
    """Whether a name is no more than the last body of a list of bodies and what they do."""
    listed = (body for body in bodies.at(name.begin) if body.end == word.begin)
    marks = (body.begin - 1 for body in listed if text[body.begin - 1] in JOINTS)
    return any(other.end == mark for mark in marks for other in bodies.at(mark - 1))


def _governed(text: str, triggers: Matcher, bare: Bare) -> bytearray:
    """For each offset, whether it lies between a trigger verb and the end of its clause."""
    mask = bytearray(len(text) + 1)
    done = 0
    for _, end, _ in triggers.find(bare):
        if end >= done:
            stop = CLAUSE_END.search(text, end)
            done = stop.start() if stop else len(text)
            mask[end:done] = b"\1" * (done - end)
    return mask


def _ordinal(text: str, at: int) -> int:
    """Where 第六次 begins that ends at ``at``; ``at`` itself when there is none."""
    match = ORDINAL.search(text, max(0, at - 6), at)
    return match.start() if match else at
