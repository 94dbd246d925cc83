"""The words by which a head and the phrase before it tell whether they make a name, and which words belong to it."""

import re

from kg.extraction.common.amounts import DIGITS, SEVERAL, amount
from kg.extraction.names.counted import counts_of
from kg.lexicon.endings import Endings
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled
from kg.reading.numerals import CHINESE

DONE = ("implements", "enacts", "establishes")
"""Relations whose verbs may follow what they are done with."""

LISTED = r"(?:、[^，。；：、\n]{2,24}?){0,6}(?:等[^，。；：、\n]{1,6}?)?"
"""The rest of a list behind its first item, as short as may be."""


class HeadCues:
    """The word lists about names with heads, ready to match."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        ends = (*vocabulary.of("NameHead"), *vocabulary.of("InstitutionKind"))
        self.heads = tuple(label for c in ends for label in c.labels)
        self.roles = frozenset(label for c in vocabulary.of("Role") for label in c.labels)
        self.taught = ("《", *vocabulary.words("boundary/taught"))
        self.gatherings = vocabulary.words("boundary/gathering")
        self.no_names = vocabulary.words("boundary/no-name")
        self.plain = frozenset(vocabulary.words("boundary/plain-name"))
        self.sectors = vocabulary.words("boundary/sector-of-a-system")
        platforms = vocabulary.concepts["head/platform"].kind
        self.platforms = tuple(c for h in vocabulary.of("NameHead") if h.kind == platforms for c in h.labels)
        self.system = vocabulary.concepts["head/platform-weak"].label
        self.announced = announced(vocabulary)
        adverbs = any_of(vocabulary.words("boundary/adverb-before-verb"))
        procedure = any_of(vocabulary.words("boundary/procedure-of-a-decision"))
        self.decided = re.compile(rf"{LISTED}，?{adverbs}{{0,3}}{procedure}")
        """What is done with a project to be decided on, with others that are listed between: 、乙项目等3项 + 列入."""
        self.before_a_project = vocabulary.words("boundary/before-a-project")
        self.parting = frozenset(vocabulary.words("boundary/verb-that-parts"))
        self.acts_before = vocabulary.words("boundary/act-before-a-quotation")
        self.decided_on = frozenset(
            vocabulary.concepts[f"kind/{kind}"].label for kind in ("project", "scheme")
        )
        self.series = vocabulary.words("boundary/verb-of-a-series")
        self.shared = frozenset(vocabulary.words("boundary/shared-modifier"))
        self.fields = compiled(vocabulary.words("boundary/field-of-a-list"))
        self.special = vocabulary.words("boundary/special-campaign")
        self.enforcing = vocabulary.words("boundary/act-of-enforcement")
        self.acts_on_titles = vocabulary.words("boundary/act-on-titles")
        self.acts_of_days = frozenset(vocabulary.words("boundary/act-of-a-day"))
        self.scopes = Endings(vocabulary.words("boundary/scope-of-a-campaign"))
        self.levels = Endings(vocabulary.words("boundary/level-prefix"))
        self.verbs = frozenset(vocabulary.words("boundary/light-verb"))
        self.attending = compiled(vocabulary.words("boundary/attending-verb"))
        degrees = any_of(vocabulary.words("boundary/adverb-of-a-state"))
        states = any_of(vocabulary.words("boundary/state-of-a-topic"))
        self.state = re.compile(rf"{degrees}{{1,2}}{states}")
        """What is said of how good something is that nobody does anything with: 协同机制 + 更完善."""
        measures = any_of(vocabulary.measure_words("places", "people", "things", "documents"))
        numeral = rf"(?:{amount(vocabulary)}|[{SEVERAL}])"
        self.count = re.compile(rf"{numeral}{measures}")
        """The number of a list that stands before a noun for all of it: 甲公园、乙长廊 + 2处 + 法治阵地."""
        great = any_of(vocabulary.words("boundary/measure-of-a-row"))
        several = any_of(vocabulary.words("boundary/several-in-a-row"))
        self.sums_up = re.compile(rf"{numeral}(?:{measures}|{great})|{several}")
        """The same, or how many great ones a row of quotations is, or that it is a series: “赣小法”“洪城说” + 两大 + 品牌."""
        self.counts_before = re.compile(rf"(?<=[\u4e00-\u9fff]){self.count.pattern}")
        self.times = re.compile(rf"{amount(vocabulary, rf'{DIGITS}|[{CHINESE}]{{1,3}}')}次")
        """How many meetings of one sort there were, of which none is meant (法治建设专题会议4次)."""
        self.acts_on_people = frozenset(vocabulary.words("boundary/act-on-people"))
        self.acts_of_roles = frozenset(vocabulary.words("boundary/act-of-a-role"))
        self.regular = vocabulary.words("boundary/regular-meeting")
        self.holding = vocabulary.words("boundary/holding-verb")
        self.done_there = compiled(vocabulary.words("boundary/verb-after-a-place"))
        self.counts = counts_of(vocabulary)
        self.examinations = frozenset(vocabulary.words("boundary/examination"))
        self.convening = vocabulary.words("boundary/convening")
        self.taking_part = vocabulary.words("boundary/taking-part")
        qualified = any_of(vocabulary.words("boundary/qualification"))
        self.people = re.compile(rf"{any_of(vocabulary.words('boundary/word-for-people'))}(?!{qualified})")
        self.set_up = compiled(vocabulary.words("boundary/opening-verb"))


def announced(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A pattern of what is said to be done with what stands before it: 已制定, 等机制不断完善."""
    nominal = frozenset(vocabulary.words("boundary/nominal-verb"))
    done = {w for p in DONE for w in vocabulary.properties[p].triggers} - nominal
    done |= set(vocabulary.words("boundary/verb-after-a-topic"))
    adverbs = any_of(vocabulary.words("boundary/adverb-before-verb"))
    return re.compile(rf"(?:等[^，。；：、]{{1,6}}?)?{adverbs}{{0,3}}{any_of(done)}")
