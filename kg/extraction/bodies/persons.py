"""Named individuals: a family name and a given name beside a title (刘平教授, 院长刘平), or at the head of a clause that says
what honour they were given (刘平被评为…), or after their body there."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extraction.bodies.person_names import PersonNames
from kg.extraction.common.amounts import DIGITS
from kg.extraction.common.clauses import BEFORE_A_CLAUSE, CLAUSE_END, PASSIVE
from kg.extraction.common.factory import component
from kg.extraction.common.joints import JOINTS
from kg.extraction.common.particles import OTHERS
from kg.extraction.common.spans import Candidate, read, write
from kg.extraction.common.words import Words
from kg.lexicon.levels import level_words
from kg.lexicon.matcher import Matcher
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled
from kg.model.rules import FIRM_PERSON, HONOURED_PERSON, TITLED_PERSON
from kg.reading.numerals import CHINESE

LONGEST_AGENT = 16
"""Characters from 被 to the verb: 被市委宣传部、市司法局 + 评为."""
SYLLABLES = r"[\u4e00-\u9fff]{2,5}?"
"""One part of a name with a dot: 古丽娜尔·买买提."""
LONGEST_COUNT = 4
"""Characters of how many people there are."""
JOINT = compiled(JOINTS)
"""What joins two people with one title before them: 律师李文博、王静怡."""
CLOSING = frozenset(f"、，。；）{OTHERS}")


@component("fazhi_persons")
class Persons:
    """A component that writes people to the group ``persons``; needs the group ``organizations``."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        received = vocabulary.properties["receives"].triggers
        honours = frozenset(word[0] for word in received) | {PASSIVE}
        self._names = PersonNames(
            frozenset(vocabulary.words("boundary/surname")),
            frozenset(vocabulary.words("boundary/after-person-name")),
            verbs=(*received, *vocabulary.words("boundary/verb-after-a-name")),
            endings=frozenset(vocabulary.words("boundary/end-of-no-name")),
            acts=vocabulary.words("boundary/act-of-a-person"),
        )
        self._names_before_titles = self._names._replace(closed=True)
        self._titled_names = self._names._replace(closing=CLOSING | honours | self._names.after)
        self._awarded_names = self._names._replace(closing=honours)
        people = any_of(vocabulary.measure_words("people"))
        self._counted = re.compile(rf"(?:{DIGITS}|[{CHINESE}]){people}$")
        self._title_words = vocabulary.words("boundary/person-title")
        self._titles = Matcher(self._title_words)
        self._not_titles = vocabulary.words("boundary/not-a-title-before")
        self._no_names = (
            *received,
            *vocabulary.words("boundary/honour-noun"),
        )  # to the segmenter 荣获 is somebody
        given = any_of(vocabulary.words("boundary/given-name"))
        goes_on = any_of(CLOSING | honours | self._names.after | {"“"})
        self._unsurnamed = re.compile(rf"{SYLLABLES}·{SYLLABLES}(?={goes_on})|{given}{{1,3}}")
        addresses = vocabulary.words("boundary/address-after-a-name")
        family = any_of(self._names.family)
        self._addressed = re.compile(rf"{family}[\u4e00-\u9fff]{{1,2}}(?={any_of(addresses)})")
        self._received = Matcher(received)
        heads = (label for concept in vocabulary.of("PlaceHead") for label in concept.labels)
        self._places = (*heads, *level_words())
        self._others = (*self._places, *addresses)
        self._units = tuple(label for c in vocabulary.of("InstitutionKind") for label in c.labels)
        self._kind, self._firm = (
            vocabulary.concepts[f"kind/{kind}"].label for kind in ("person", "law-firm")
        )

    def __call__(self, doc: Doc) -> Doc:
        bodies = read(doc, "organizations")
        found = {*self._titled(doc), *self._of_firms(doc, bodies), *self._honoured(doc, bodies)}
        write(doc, "persons", sorted(found))
        return doc

    def _titled(self, doc: Doc) -> Iterator[Candidate]:
        """Those before and behind a title: 刘平教授, 院长刘平, “法律明白人”柯善林."""
        text, words = doc._.clean, doc._.analysis.words
        for begin, end, _ in self._titles.find(doc._.analysis.bare):
            if words.end[end - 1] > end or text.startswith(self._not_titles, end):
                continue
            joined = words.begin[begin] < begin  # 大学教授 is one word to the segmenter
            end += text.startswith("”", end)  # “法律明白人” + 柯善林
            other = self._unsurnamed.match(text, end) or self._addressed.match(text, end)
            before = None if joined else self._names_before_titles.before(text, words, begin)
            yield from self._counted_before(text, words, begin)
            behind = other.span() if other else self._behind(text, words, end)
            for name in (before, None if text.startswith(self._no_names, end) else behind):
                if name and not (
                    text.startswith(self._places, name[1]) or text.endswith(self._others, *name)
                ):
                    yield Candidate(*name, "Person", self._kind, TITLED_PERSON)
            while behind and (joint := JOINT.match(text, behind[1])):
                behind = self._behind(text, words, joint.end())
                if behind is None or text.startswith(self._others, behind[1]):
                    break  # 调解员李明、+ 高庄 + 村干部
                yield Candidate(*behind, "Person", self._kind, TITLED_PERSON)  # 律师李文博、+ 王静怡

    def _behind(self, text: str, words: Words, at: int) -> tuple[int, int] | None:
        """The name that begins at ``at``, behind a title or one listed with it; what only a person does tells where it ends
        that the segmenter tears (吴祥 + 跃出 + 庭)."""
        name = self._titled_names.behind(text, words, at)
        acting = self._titled_names.acting(text, words, at)
        if acting is None or text[at : acting[1]].endswith(self._title_words):
            return name
        torn = name is not None and words.end[name[1]] > acting[1] > name[1]
        return acting if name is None or torn else name

    def _counted_before(self, text: str, words: Words, title: int) -> Iterator[Candidate]:
        """Those whose number stands between their names and the title: 王磊、李静 + 两位 + 律师."""
        number = self._counted.search(text, max(0, title - LONGEST_COUNT), title)
        name = self._names_before_titles.before(text, words, number.start()) if number else None
        while name:
            yield Candidate(*name, "Person", self._kind, TITLED_PERSON)
            joint = next((word for word in JOINTS if text.endswith(word, 0, name[0])), "")
            name = self._titled_names.before(text, words, name[0] - len(joint)) if joint else None

    def _of_firms(self, doc: Doc, bodies: list[Candidate]) -> Iterator[Candidate]:
        """Those directly behind their law firm: 阿坝法和律师事务所 + 马艳."""
        for firm in bodies:
            behind = firm.kind == self._firm and self._names.behind(
                doc._.clean, doc._.analysis.words, firm.end
            )
            if behind:
                yield Candidate(*behind, "Person", self._kind, FIRM_PERSON)

    def _honoured(self, doc: Doc, bodies: list[Candidate]) -> Iterator[Candidate]:
        """Those who open a clause, or follow their body, before what honour they were given."""
        text, words, ends = doc._.clean, doc._.analysis.words, {c.end for c in bodies}
        for verb, _, _ in self._received.find(doc._.analysis.bare):
            name = self._awarded_names.before(text, words, _bestowed(text, verb))
            opens = name and (
                text[name[0] - 1] in BEFORE_A_CLAUSE
                or name[0] in ends
                or text.endswith(self._units, 0, name[0])
            )
            if name and opens and not text.endswith(self._others, *name):
                yield Candidate(*name, "Person", self._kind, HONOURED_PERSON)


def _bestowed(text: str, at: int) -> int:
    """Where it begins to be said who bestows an honour (被省司法厅 + 授予); ``at`` where that is not said."""
    passive = text.rfind(PASSIVE, max(0, at - LONGEST_AGENT), at)
    return at if passive < 0 or CLAUSE_END.search(text, passive, at) else passive
