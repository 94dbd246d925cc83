"""Candidates looked up by what they hold."""

from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.common.spans import Candidate, Covering

SPANS = st.builds(
    lambda begin, size: Candidate(begin, begin + size, "Event", "会议", "heads:phrase:head/meeting"),
    st.integers(0, 12),
    st.integers(1, 6),
)


@given(st.lists(SPANS, max_size=6), st.integers(-1, 20))
def test_all_that_hold_a_character_are_told_in_text_order(candidates: list[Candidate], offset: int) -> None:
    assert Covering(candidates).at(offset) == sorted(c for c in candidates if c.begin <= offset < c.end)
