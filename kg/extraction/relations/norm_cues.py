"""The words by which a clause tells that a norm is learned, taught or made, ready to match."""

import re

from kg.extraction.common.joints import SIGNS
from kg.extraction.common.kinds import rules_of
from kg.extraction.common.particles import OTHERS
from kg.lexicon.levels import level_words
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled
from kg.model.marks import CLAUSE
from kg.model.rules import BODY

LONGEST_TOPICS, LONGEST_HOLDING = 30, 8
"""Characters of the other topics of what the public is taught, and of how it is (开展 + 普法)."""


class Learning:
    """Whether a norm is learned or taught (``studies``, ``publicises``)."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        shown = vocabulary.words("boundary/showing-a-work")
        said = (w for name in ("studies", "publicises") for w in vocabulary.properties[name].triggers)
        verbs = [w for w in said if w not in shown]
        self.taught = compiled(verbs)
        self.acts = compiled([*verbs, *vocabulary.words("boundary/act-on-a-norm")])
        self.work = vocabulary.concepts["kind/work"].label
        self.lectures = vocabulary.words("boundary/teaching-head")
        self.courses = vocabulary.words("boundary/learning-head")
        self.context = compiled(vocabulary.words("boundary/learning-context"))
        self.taking_as = frozenset(vocabulary.words("boundary/taking-as"))
        self.teaching_context = compiled(vocabulary.words("boundary/teaching-context"))
        self.reporting = vocabulary.words("boundary/reporting-verb")
        topics = vocabulary.words("boundary/keeping-to-a-topic")
        self.topic_opens, self.turning_to = compiled(topics), frozenset(topics)
        self.topic_taught = re.compile(
            rf"[^。；，\n]{{0,{LONGEST_TOPICS}}}，?[^。；，\n]{{0,{LONGEST_HOLDING}}}{self.teaching_context.pattern}"
        )
        """Behind one of the topics: 、婚姻家庭等，+ 开展普法宣传."""
        self.taking_as_focus = frozenset(vocabulary.words("boundary/taking-as-focus"))
        kinds = ("constitution", "law", "regulation")
        self.subjects = frozenset(vocabulary.concepts[f"kind/{kind}"].label for kind in kinds)
        """Kinds of instruments that are taught where a clause only turns to them."""
        self.training = compiled(self.courses)
        self.behind_its_topic = re.compile(f"[》”]?(?:{OTHERS}[^{CLAUSE}]{{0,8}})?")
        """What may end a clause behind a law that it turns to: 围绕《民法典》+ 等法律法规."""
        teaching = any_of(vocabulary.words("boundary/making-others-learn"))
        self.others = re.compile(rf"{teaching}[^{CLAUSE}]{{2}}")
        """Who is made to learn, and learns instead: 组织 + 干部职工 + 学习."""
        self.convening = vocabulary.words("boundary/convening")
        self.taken_for = compiled(vocabulary.words("boundary/taken-for"))
        self.combined = compiled(vocabulary.words("boundary/combined-with"))
        meetings = vocabulary.concepts["head/meeting-of-a-body"].labels
        self.meeting = compiled((*meetings, *vocabulary.words("boundary/bare-meeting")))
        """What behind a body's name says that it met, where that is no name of a meeting: 镇党委 + 会."""
        self.groups = rules_of("institution/theory-study-group", vocabulary)
        taking = any_of(vocabulary.words("boundary/made-a-topic"))
        learned = any_of(vocabulary.words("boundary/topic-is-learned"))
        self.topic = re.compile(
            rf"[》”]?(?:等[^，。；：、]{{1,8}}?)?(?:{learned}|[^，。；：、]{{0,4}}?(?P<taken>{taking}))"
        )


class Lawmaking:
    """Whether an instrument is drawn up, and who issued it (``enacts``)."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        forms = any_of(label for c in vocabulary.of("InstrumentForm") for label in c.labels)
        making = any_of(vocabulary.words("boundary/lawmaking-noun"))
        self.nouns = re.compile(rf"{making}(?!{forms})")  # 根据《…纲要》+ 制定工作方案
        self.beginning = frozenset(vocabulary.words("boundary/verb-of-beginning"))
        self.undertaking = self.beginning | set(vocabulary.words("boundary/verb-of-undertaking"))
        self.act = compiled(self.undertaking)
        drafting = any_of(vocabulary.words("boundary/drafting"))
        self.undertaken = re.compile(
            rf"(?:等[^{CLAUSE}]{{0,8}}?)?的?(?:{self.nouns.pattern}|{drafting})(?:工作)?(?=[{CLAUSE}{SIGNS}\n]|$)"
        )
        self.adopting = frozenset(vocabulary.words("boundary/adopting-verb"))
        self.deliberating = compiled(vocabulary.words("boundary/deliberation"))
        self.settled = re.compile(
            rf"[》”]?(?:等[^{CLAUSE}]{{0,8}})?(?:[{CLAUSE}\n]|{any_of(vocabulary.words('boundary/after-an-adoption'))}|$)"
        )
        self.deliberated = frozenset(vocabulary.words("boundary/verb-of-deliberation"))
        self.reports = vocabulary.words("boundary/report-to-a-meeting")
        self.making = frozenset(vocabulary.words("boundary/making-a-work"))
        self.showing = frozenset(vocabulary.words("boundary/showing-a-work"))
        drafts = any_of(vocabulary.words("boundary/draft-of-a-document"))
        consulting = vocabulary.words("boundary/consulting-on-a-draft")
        self.consulting = frozenset(consulting)
        self.drafting = frozenset((*vocabulary.words("boundary/verb-of-drafting"), *consulting))
        self.draft_title = re.compile(rf"[（(][^（）()]{{0,4}}{drafts}[）)]》?$")
        self.draft_behind = re.compile(rf"》?[（(]?{drafts}")
        in_force = any_of(vocabulary.words("boundary/putting-into-force"))
        self.in_force = re.compile(rf"{in_force}(?![“《])")
        self.not_yet = compiled(vocabulary.words("boundary/not-yet"))
        charter = any_of(vocabulary.words("boundary/charter-of-villagers"))
        self.of_a_village = re.compile(rf"《[\u4e00-\u9fff]{{2,8}}{charter}》")
        course = any_of(vocabulary.words("boundary/course-of-a-plan"))
        self.in_its_course = re.compile(rf"[》”]?的?{course}[^{CLAUSE}\n]{{0,4}}?年(?=[{CLAUSE}\n]|$)")
        """Behind a document whose course a year is in: 《…纲要》+ 收官之年."""
        self.authority = vocabulary.words("boundary/by-authority")
        national = (c for c in vocabulary.of("InstitutionKind") if c.one("reach") == "national")
        self.national = frozenset(f"{BODY}{c.id}" for c in national)
        self.statutes = frozenset(
            vocabulary.concepts[f"kind/{kind}"].label for kind in ("law", "constitution")
        )
        """Kinds of instruments that only a national body makes."""
        self.local_title = re.compile(rf"《?[\u4e00-\u9fff]{{2,4}}{any_of(level_words())}")
