"""Words looked up by where they end."""

from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.endings import Endings


def test_the_longest_word_that_ends_there_is_told() -> None:
    words = Endings(["村", "新村", "远东新村", "区"])
    assert words.longest("在远东新村", 5) == "远东新村"
    assert words.longest("在远东新村", 5, 3) == "新村"
    assert words.longest("在远东新村", 4) == ""
    assert Endings([]).longest("村", 1) == ""


@given(
    st.sets(st.text("甲乙丙", min_size=1, max_size=3)),
    st.text("甲乙丙", max_size=6),
    st.integers(0, 6),
    st.integers(0, 6),
)
def test_it_is_the_longest_of_all_that_end_there(words: set[str], text: str, end: int, begin: int) -> None:
    end = min(end, len(text))
    ending = [word for word in words if text.endswith(word, begin, end) and len(word) <= end - begin]
    assert Endings(words).longest(text, end, begin) == max(ending, key=len, default="")
