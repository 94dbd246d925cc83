"""Names by patterns are looked for where one can begin, and are those that a plain search finds."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.common.spans import read
from kg.extraction.common.words import Analysis, Words
from kg.extraction.names.patterns import patterns
from kg.extraction.pipeline import pipeline
from kg.lexicon import vocabulary
from kg.lexicon.concept import Concept
from kg.lexicon.matcher import bare
from kg.lexicon.vocabulary import Vocabulary

SHIPPED = vocabulary.load()
NAMES = SHIPPED.of("NamePattern")
CHARACTERS = sorted({char for c in NAMES for p in c.facts["pattern"] for char in p if char >= "\u4e00"})
PIECES = [
    "党的二十大",
    "二十届三中全会",
    "精神",
    "宪法宣传周",
    "镇政府第三次常务会议",
    "八五普法规划",
    "总书记重要讲话",
    "建设先行示范区提供",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.sampled_from(CHARACTERS) | st.sampled_from("，3")).map("".join)


def found(concept: Concept, text: str) -> list[tuple[int, int]]:
    doc = pipeline().make_doc(text)
    doc._.analysis = Analysis(bare(text), Words([], [], []))
    component = patterns(Vocabulary([concept], []))
    return [(c.begin, c.end) for c in read(component(doc), "patterns")]


@pytest.mark.parametrize("concept", [c for c in NAMES if c.one("opening")], ids=lambda concept: concept.id)
@given(text=TEXTS)
def test_they_are_those_that_a_search_finds_by_their_first_character(concept: Concept, text: str) -> None:
    joined = "|".join(f"(?:{p})" for p in concept.facts["pattern"])
    plain = re.compile(f"(?=[{concept.one('opening')}])(?:{joined})")
    assert found(concept, text) == [match.span() for match in plain.finditer(text)]


@pytest.mark.parametrize("concept", NAMES, ids=lambda concept: concept.id)
@given(text=TEXTS)
def test_without_first_characters_they_are_looked_for_everywhere(concept: Concept, text: str) -> None:
    silent = replace(concept, facts={k: v for k, v in concept.facts.items() if k != "opening"})
    plain = re.compile("|".join(f"(?:{p})" for p in concept.facts["pattern"]))
    assert found(silent, text) == [match.span() for match in plain.finditer(text)]


def test_a_first_character_of_the_set_syntax_is_a_character() -> None:
    concept = replace(
        NAMES[0], facts={"pattern": ("[\\]a^-]甲",), "opening": ("^]a-",), "ofType": ("Event",)}
    )
    assert found(concept, "]甲a甲-甲^甲b甲") == [(0, 2), (2, 4), (4, 6), (6, 8)]
