"""The words by which a clause tells whose head or member a person is, ready to match."""

import re

from kg.extraction.common.joints import SIGNS
from kg.lexicon.vocabulary import Vocabulary
from kg.model.alternation import any_of, compiled
from kg.model.marks import CLAUSE
from kg.model.rules import BODY
from kg.reading.numerals import CHINESE

LONGEST_COLLEAGUE = 14
"""Characters of who holds an office together with another, title and name."""


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
