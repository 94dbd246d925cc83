"""How the ontology's relations are said: trigger verbs, frames, domains and ranges, ready to match."""

import re

from kg.extraction.common.amounts import amount
from kg.extraction.common.clause_heads import ClauseHeads
from kg.extraction.common.fillers import Fillers
from kg.extraction.common.lists import member_count
from kg.extraction.common.particles import OF
from kg.extraction.relations.cues import Adjuncts, Agency, Modality
from kg.extraction.relations.founding_cues import Founding
from kg.extraction.relations.honour_cues import Bearing
from kg.extraction.relations.norm_cues import Lawmaking, Learning
from kg.extraction.relations.office_cues import Offices
from kg.extraction.relations.part_cues import DeskCues, PartCues
from kg.extraction.relations.partnership_cues import Partnership
from kg.extraction.relations.place_cues import Place
from kg.extraction.relations.triggers import Frames, Triggers
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled
from kg.model.marks import CLAUSE

USES = ("cases", "events", "share")
"""What units measure that count how often something was done."""
LONGEST_CONTEST = 8
"""Characters between what a contest is about and the word for a contest."""
LONGEST_WHEN = 2
"""Characters that say when a platform takes something in: 窗口 + 周末 + 接件."""
LONGEST_USE = 8
"""Characters between something done and such a number (签约率达 + 100%)."""


class Grammar:
    """The relations of ``fazhi.ttl`` and the word lists that tell how a clause uses them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        relations = vocabulary.properties.values()
        self.domain = {p.name: frozenset(p.domain) for p in relations}
        self.range = {p.name: frozenset(p.range) for p in relations}
        self.implied = {cls: p.name for p in relations for cls in p.implied_by}
        self.triggers, self.frames = Triggers(vocabulary), Frames(vocabulary)
        self.modality, self.agency = Modality(vocabulary), Agency(vocabulary)
        self.learning, self.founding = Learning(vocabulary), Founding(vocabulary)
        self.lawmaking, self.partnership = Lawmaking(vocabulary), Partnership(vocabulary)
        self.offices, self.place = Offices(vocabulary), Place(vocabulary)
        self.parts = PartCues(vocabulary)
        self.desks = DeskCues(vocabulary)
        self.bearing, self.adjuncts = Bearing(vocabulary), Adjuncts(vocabulary)
        self.joining_in = (
            *self.partnership.joining,
            *self.agency.at_place,
            *self.agency.acting_for,
        )
        """What stands before a body that another does something with, or at."""
        self.intervener = compiled(vocabulary.words("boundary/intervener"))
        self.resuming = vocabulary.words("boundary/resuming-adverb")
        self.taking_part = vocabulary.words("boundary/taking-part")
        self.taken_part_in = re.compile(rf"{any_of(self.taking_part)}(?!{OF})")
        contests = any_of(vocabulary.words("boundary/contest"))
        self.contest = re.compile(rf"”?[^{CLAUSE}\n“《]{{1,{LONGEST_CONTEST}}}?{contests}")
        """What behind the name of what it is about makes a contest of it: 法治政府建设 + 优秀案例评选."""
        self.stopping = vocabulary.words("boundary/stopping-verb")
        self.occasions = vocabulary.words("boundary/occasion-before")
        taken = any_of(vocabulary.words("boundary/taken-in-by-a-platform"))
        self.taken_in = re.compile(rf"”?[^{CLAUSE}\n\d“]{{0,{LONGEST_WHEN}}}?{taken}")
        """What a platform or a desk takes in, behind its name: 窗口 + 周末接件."""
        self.taken_into = compiled(vocabulary.words("boundary/taken-into"))
        self.appraisal = compiled(vocabulary.words("boundary/appraisal"))
        self.counted = re.compile(
            rf"”?[\u4e00-\u9fff]{{0,{LONGEST_USE}}}{amount(vocabulary)}{any_of(vocabulary.measure_words(*USES))}"
        )
        """How often something was done, or what share of it: 公平竞争审查 + 4件."""
        self.member_count = member_count(vocabulary)
        running, well = (any_of(vocabulary.words(f"boundary/{name}")) for name in ("running", "running-well"))
        self.runs = re.compile(rf"”?{running}{well}")
        self.people = vocabulary.words("boundary/who-carries-out")
        self.duty = compiled(vocabulary.words("boundary/verb-of-duty"))
        self.told = vocabulary.words("boundary/what-is-told-of-a-duty")
        self.titling = compiled(vocabulary.words("boundary/title-of-a-part"))
        self.heads = ClauseHeads(vocabulary, Fillers(vocabulary))
