"""The words that tell wholes and parts apart, ready to match."""

import re

from kg.extraction.common.joints import SIGNS
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of
from kg.model.marks import CLAUSE


class PartCues:
    """Which words stand between a whole and its parts (``partOf``)."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        marker, within, section, verb, role = (
            any_of(vocabulary.words(f"boundary/{name}"))
            for name in (
                "part-marker",
                "within-a-campaign",
                "section-of-a-platform",
                "verb-of-a-section",
                "part-as",
            )
        )
        self.marker = re.compile(rf"”?[，：]?{marker}")
        """Between a whole and what is listed of it: ，下设."""
        self.within = re.compile(rf"[，；]{within}")
        """Before what is done within a campaign: ，围绕此主题."""
        self.opens = re.compile(rf"”?[上中]?{verb}了?[“《]?")
        """Between a platform and its section: 公众号 + 开设“."""
        self.section = re.compile(rf"”?{section}")
        """What follows the name of a section, or ends it: “以案释法” + 专栏."""
        self.as_part = re.compile(rf"”?为{role}")
        """Behind what is a part of the whole that it describes: 以村调解室 + 为基础 + 的调解网络."""
        self.taken_in = re.compile(rf"”?(?:工作)?{any_of(vocabulary.words('boundary/taken-into'))}“?")
        """Between it and the whole that it is made a part of: 将警民联调 + 工作纳入 + 大调解体系."""
        self.campaign = vocabulary.concepts["kind/campaign"].label
        self.takes_in = vocabulary.words("boundary/takes-parts-in")
        """Words on which a whole ends that other things are made a part of: 大调解 + 体系."""


class DeskCues:
    """Which words tell what is set up at a body that people come to (``partOf``)."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.halls, self.desks = (
            vocabulary.words(f"boundary/{name}") for name in ("hall-of-desks", "desk-of-a-hall")
        )
        """Last words of bodies that people come to, and of what is set up there."""
        verbs = any_of(vocabulary.words("boundary/verb-of-a-desk"))
        manner, moving = (
            any_of(vocabulary.words(f"boundary/{name}")) for name in ("manner-of-a-desk", "moving-in")
        )
        self.moves = re.compile(rf"”?{moving}“?")
        """Between a body and where it moves to: 调委会 + 正式入驻 + 综治中心."""
        others = rf"(?:等[^{CLAUSE}{SIGNS}\n]{{1,8}}?)?(?:均|都|已)?"
        self.moved_in = re.compile(
            rf"{others}(?:{any_of(vocabulary.words('boundary/sending-people'))})?{moving}了?“?"
        )
        """Behind the bodies that move in with others: 县法院、县妇联 + 等8家单位派员入驻."""
        self.gathering = vocabulary.words("boundary/gathering-forces")
        forces = any_of(vocabulary.words("boundary/gathered-forces"))
        self.forces = re.compile(rf"(?:等[^{CLAUSE}{SIGNS}\n]{{0,8}}?)?{forces}")
        """Behind the bodies whose people another brings together: 司法所、法庭 + 等9方力量."""
        self.gathered_at = (*self.halls, *vocabulary.words("boundary/office-of-many"))
        self.opens = re.compile(rf"{manner}{{0,2}}{verbs}了?")
        """Behind the former: 综治中心 + 内设立."""
