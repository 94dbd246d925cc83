"""The words by which a clause tells one relation from another, ready to match; a class for those of each."""

import re

from kg.extraction.common.amounts import amount
from kg.extraction.common.joints import JOINTS, SIGNS
from kg.extraction.common.particles import OF, OTHERS
from kg.lexicon.levels import SELF, level_words
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled
from kg.model.marks import CLAUSE
from kg.model.rules import BODY
from kg.reading.numerals import CHINESE

LONGEST_MEMBER = 12
"""Characters of one of those that something is made up of."""
LONGEST_KEEPER = 12
"""Characters of who keeps something, title and name."""
LONGEST_PUBLIC = 8
"""Characters of a public place's own name: 古城 + 景区."""
LONGEST_COLLEAGUE = 14
"""Characters of who holds an office together with another, title and name."""
LONGEST_TERM = 8
"""Characters of since when, how often or for whom somebody advises."""
LONGEST_RANK = 4
"""Characters of what ranks an honour, behind the verb: 申报 + 第二批."""
LONGEST_PLACE = 10
"""Characters of the place where bodies act together."""


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
        self.taking_as_focus = frozenset(vocabulary.words("boundary/taking-as-focus"))
        teaching = any_of(vocabulary.words("boundary/making-others-learn"))
        self.others = re.compile(rf"{teaching}[^{CLAUSE}]{{2}}")
        """Who is made to learn, and learns instead: 组织 + 干部职工 + 学习."""
        self.convening = vocabulary.words("boundary/convening")
        self.combined = compiled(vocabulary.words("boundary/combined-with"))
        meetings = vocabulary.concepts["head/meeting-of-a-body"].labels
        self.meeting = compiled((*meetings, *vocabulary.words("boundary/bare-meeting")))
        """What behind a body's name says that it met, where that is no name of a meeting: 镇党委 + 会."""
        self.group = f"{BODY}{vocabulary.concepts['institution/theory-study-group'].id}"
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


class Bearing:
    """Who bears an honour (``receives``)."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        levels, adverbs, running = (
            any_of(vocabulary.words(f"boundary/{name}"))
            for name in ("tier", "adverb-before-verb", "years-running")
        )
        years = rf"{running}[{CHINESE}\d]+年"
        title = any_of(vocabulary.words("boundary/honour-tail"))
        self.listed = re.compile(rf"”?{title}?(?:{any_of(JOINTS)})?“?")
        """What stands between two honours that one is given."""
        counted = any_of(vocabulary.measure_words("things", "people", "cases", "documents"))
        self.counted = re.compile(rf"{amount(vocabulary)}{counted}$")
        self.recording = vocabulary.words("boundary/verb-of-recording")
        naming = vocabulary.words("boundary/naming-verb")
        self.giving = frozenset((*vocabulary.words("boundary/giving-verb"), *naming))
        self.to_candidates = re.compile(rf"”?{any_of(vocabulary.words('boundary/list-of-candidates'))}")
        """What tells that an honour is not received yet: 入选“民主法治示范村” + 候选名单."""
        self.own_level = re.compile(rf"{levels}(?:{adverbs}|{years}){{0,4}}")
        """A level word that stands for the reporter before a verb: 街道 + 连续三年 + 荣获."""
        striving = vocabulary.words("boundary/striving-for-an-honour")
        self.striving = frozenset(striving)
        kept = any_of((*striving, *vocabulary.words("boundary/keeping-an-honour")))
        self.striven = re.compile(rf"(?P<verb>{kept})了?[^{CLAUSE}{SIGNS}\n“]{{0,{LONGEST_RANK}}}“?$")
        """Before an honour that is striven for, or kept: 创建 + 全省 + 法治政府建设示范县."""
        self.several = re.compile(rf"”?{amount(vocabulary)}{counted}")
        """Behind an honour, how many were given it: 创建民主法治示范村 + 2个."""
        self.personal = vocabulary.words("boundary/honour-of-a-person")
        self.practices = vocabulary.words("boundary/practice-meant")


class Offices:
    """Whose head a person is (``affiliatedWith``)."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.of_governments = vocabulary.words("boundary/head-of-a-government")
        self.of_departments = vocabulary.words("boundary/head-of-a-department")
        heading = any_of(vocabulary.words("boundary/heading-a-group"))
        self.heads = re.compile(rf"(?:[{SIGNS}][^{CLAUSE}{SIGNS}\n]{{2,{LONGEST_COLLEAGUE}}}?)?{heading}")
        """Behind who heads a group, alone or with another: 、乡长刘文斌 + 为双组长."""
        holding = any_of(vocabulary.words("boundary/holding-office"))
        self.holding = re.compile(rf"(?:[{SIGNS}][^{CLAUSE}\n]{{2,{LONGEST_COLLEAGUE}}})?{holding}")
        """Between who holds an office and the group: 、镇长冉启洪 + 分别担任."""
        self.post = compiled(vocabulary.words("boundary/person-title"))
        chairs = any_of(vocabulary.words("boundary/chair-of-a-group"))
        post = any_of(vocabulary.words("boundary/after-a-chair"))
        self.chaired = re.compile(rf"{chairs}{post}?由")
        """Before who heads a group: 组长由 + 副镇长周志远."""
        self.advising = vocabulary.words("boundary/chief-of-a-group")
        forms = any_of(vocabulary.words("boundary/forming-a-group"))
        title = any_of(vocabulary.words("boundary/person-title"))
        measure = any_of(vocabulary.measure_words("people"))
        self.forming = re.compile(rf"{title}?(?:等(?:\d+|[{CHINESE}]+)?[余多]?{measure})?{forms}了?“?")
        """Behind those who form a group: 周立成 + 等7人组成."""
        self.lawyer = vocabulary.concepts["role/lawyer"].label
        self.firm = vocabulary.concepts["kind/law-firm"].label
        units = (
            ("boundary/title-in-justice-office", "kind/justice-office"),
            ("boundary/title-in-police-station", "kind/police-station"),
            ("boundary/title-in-enforcement-team", "kind/enforcement-team"),
        )
        self.units = {
            title: vocabulary.concepts[kind].label for name, kind in units for title in vocabulary.words(name)
        }
        """Kinds of bodies by titles that name them: 司法所长."""
        self.governing = vocabulary.concepts["kind/government"].label
        self.government = f"{BODY}{vocabulary.concepts['institution/government'].id}"
        self.coordination, self.school = (
            vocabulary.concepts[f"kind/{kind}"].label for kind in ("coordination", "school")
        )
        self.of_schools = vocabulary.words("boundary/head-of-a-school")
        self.posted = vocabulary.words("boundary/post-at-a-body")
        self.founded = compiled(vocabulary.words("boundary/founder-of-a-body"))
        self.served = frozenset(
            vocabulary.concepts[f"kind/{kind}"].label for kind in ("mediation", "legal-service")
        )
        """Kinds of bodies at which somebody sits (坐班)."""


class Place:
    """Where something is (``locatedIn``), and what kinds of programmes are places."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.at = vocabulary.words("boundary/place-preposition")
        self.lying = vocabulary.words("boundary/lying-in")
        kept = any_of(w for w in vocabulary.words("boundary/founder-of-a-body") if w.endswith(OF))
        self.of_a_place = re.compile(rf"(?:的|[^{CLAUSE}{SIGNS}“”的\n]{{3,{LONGEST_KEEPER}}}{kept})“?")
        """Between a place and what is its own, or is kept by one of its people: 东厍村 + 老支书马汉文办的“."""
        measure = any_of(vocabulary.words("boundary/measure-of-places"))
        self.each_one = re.compile(rf"(?:等地?)?(?:\d+|[{CHINESE}两]+){measure}“?")
        """Between a list of places and what each has: 徐泾镇、华新镇 + 2个."""
        public = any_of(vocabulary.words("boundary/public-place"))
        self.unnamed = re.compile(rf"[{SIGNS}][^{CLAUSE}{SIGNS}\n]{{2,{LONGEST_PUBLIC}}}?{public}")
        """A place that is no mention, listed behind one in which something is set up: 在远东村 + 、古城景区 + 设立."""
        self.venue, self.platform, self.brand = (
            vocabulary.concepts[f"kind/{kind}"].label for kind in ("venue", "platform", "brand")
        )
