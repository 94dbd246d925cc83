"""The words by which a clause tells who is hired and who works together, ready to match."""

import re

from kg.extraction.common.joints import JOINTS, SIGNS
from kg.extraction.common.particles import OF, OTHERS
from kg.lexicon.levels import SELF, level_words
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled
from kg.model.marks import CLAUSE

LONGEST_MEMBER = 12
"""Characters of one of those that something is made up of."""
LONGEST_TERM = 8
"""Characters of since when, how often or for whom somebody advises."""
LONGEST_PLACE = 10
"""Characters of the place where bodies act together."""


class Partnership:
    """Who is hired and who works together (``engages``, ``cooperatesWith``)."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        together = vocabulary.properties["cooperatesWith"]
        self.joining = (*together.triggers, *{before for before, _ in together.frames})
        self.equals = frozenset(vocabulary.words("boundary/joining-with-an-equal"))
        joint = any_of(
            (*vocabulary.words("boundary/acting-together"), *vocabulary.words("boundary/joint-act"))
        )
        issuing = any_of(vocabulary.words("boundary/issuing-together"))
        others = rf"(?:[{SIGNS}][^，。{SIGNS}]{{1,7}}?|等[^，。{SIGNS}]{{1,6}}?)?"
        at = any_of(vocabulary.words("boundary/place-preposition"))
        there = rf"(?:{at}[^{CLAUSE}{SIGNS}\n]{{2,{LONGEST_PLACE}}}?)?"  # 司法所、妇联 + 在豆寺村 + 联合举办
        founding, sharing, mechanism = (
            any_of(words)
            for words in (
                vocabulary.properties["establishes"].triggers,
                vocabulary.words("boundary/done-together"),
                vocabulary.words("boundary/shared-mechanism"),
            )
        )
        named = rf"(?:[了“]|[^{CLAUSE}{SIGNS}\n]){{0,{LONGEST_MEMBER}}}?"
        shared = rf"{founding}{named}{sharing}[^{CLAUSE}{SIGNS}{OF}\n]{{0,4}}?{mechanism}"
        one = rf"“[^”\n]{{2,{LONGEST_MEMBER}}}”(?![^{CLAUSE}\n]{{0,6}}\d)"
        self.sharing = re.compile(rf"{others}{there}{founding}了?[^{CLAUSE}{SIGNS}“\n]{{0,6}}(?:{one})")
        """What bodies that do not govern set up together, one thing by its name: 县妇联、县法院 + 在古镇设“家事评理处”."""
        self.governing = frozenset(
            vocabulary.concepts[f"kind/{kind}"].label for kind in ("government", "party", "congress")
        )
        often = any_of(vocabulary.words("boundary/before-a-joint-act"))
        self.jointly = re.compile(rf"{others}{there}(?:{often}?{joint}(?!{issuing})|{shared})")
        helping = any_of(vocabulary.words("boundary/helping-a-leader"))
        self.led = re.compile(rf"{others}(?:{joint}|{helping})")
        self.helped = re.compile(rf"{helping}{OF}“?$")
        """The end of a relative clause of those who take part: 司法所、派出所共同 + 参与的 + “三调联动”机制."""
        leading = any_of(vocabulary.words("boundary/leading-others"))
        self.leads = re.compile(rf"{leading}[，、]?")
        selves, agents = any_of(SELF), any_of(vocabulary.words("boundary/agent-mark"))
        self.place_leads = re.compile(rf"{agents}?{selves}?({any_of(level_words())}){leading}[，、]?")
        """Whether a clause says that a place leads, and its level: 由 + 镇 + 牵头，."""
        self.posting = compiled(vocabulary.words("boundary/place-or-post-before"))
        merged = any_of(vocabulary.words("boundary/what-is-merged"))
        self.merged = re.compile(rf"{OTHERS}?(?:\d+[^，。]{{1,3}})?{OF}[^，。{SIGNS}]{{0,4}}?{merged}")
        self.contracts = frozenset(vocabulary.words("boundary/making-a-contract"))
        self.engaged = frozenset(vocabulary.words("boundary/being-engaged"))
        kinds = ("kind/law-firm", "kind/legal-service")
        self.serving = frozenset(vocabulary.words("boundary/serving-as"))
        self.hired = frozenset(vocabulary.concepts[kind].label for kind in kinds)
        advisers = vocabulary.words("boundary/adviser-before-a-firm")
        self.advisers = tuple(sorted(advisers, key=len, reverse=True))
        serving, sending, sitting = (
            any_of(vocabulary.words(f"boundary/{name}"))
            for name in ("serving-as-adviser", "sending-lawyers", "post-at-a-body")
        )
        adviser, lawyer = (vocabulary.concepts[f"role/{slug}"].label for slug in ("legal-adviser", "lawyer"))
        near = rf"[^{CLAUSE}“\n]{{0,{LONGEST_TERM}}}?"
        self.advises = re.compile(rf"(?:{lawyer})?{near}{serving}{near}{adviser}")
        """Behind a person who is an adviser: 程海峰 + 连续四年任镇法律顾问."""
        self.sends = re.compile(rf"{near}{sending}{near}(?:{lawyer}|{adviser})")
        self.sits = re.compile(rf"(?:{lawyer})?{near}{sitting}")
        governments = any_of(vocabulary.words("boundary/government-of-a-pair"))
        self.pair = re.compile(rf"{any_of(JOINTS)}?{any_of(level_words())}?(?P<government>{governments})")
        """The government named in one breath with a body before it: 县委 + 县政府."""
