"""When two texts count as the same."""

from hypothesis import given
from hypothesis import strategies as st

from kg.score.text import alike, bare, same_ending

SHORT = st.text(alphabet="甲乙丙", max_size=12)


def longest_common(a: str, b: str) -> int:
    """Length of the longest run that both have, found by trying them all."""
    runs = {a[i:j] for i in range(len(a)) for j in range(i + 1, len(a) + 1)}
    return max((len(run) for run in runs if run in b), default=0)


def test_bare_drops_quotes_and_space_and_widens_brackets_and_commas() -> None:
    assert bare(" “一\u3000法\n三\u00a0规”") == "一法三规"
    assert bare("《甲〈乙〉(试行)》") == "甲乙（试行）"
    assert bare("甲,乙，丙、\"丁\"'戊'‘己’") == "甲，乙，丙、丁戊己"
    assert bare(None) == ""


@given(st.text())
def test_bare_is_done_once(text: str) -> None:
    assert bare(bare(text)) == bare(text)


def test_alike_at_sixty_percent_of_the_shorter() -> None:
    assert alike("甲乙丙丁戊", "……甲乙丙……")
    assert not alike("甲乙丙丁戊", "……甲乙……丙丁……")
    assert alike("甲", "丙乙甲")
    assert not alike("甲", "丙乙")
    assert not alike("甲乙", "甲丙")


def test_alike_needs_text() -> None:
    assert not alike("", "甲")
    assert not alike("", "")


@given(SHORT, SHORT)
def test_alike_is_the_share_of_the_longest_common_run(a: str, b: str) -> None:
    shorter = min(len(a), len(b))
    assert alike(a, b) is (shorter > 0 and longest_common(a, b) / shorter >= 0.6)
    assert alike(a, b) is alike(b, a)


def test_same_ending_takes_either_as_the_longer() -> None:
    assert same_ending("上海市宝山区月浦镇", "宝山区月浦镇")
    assert same_ending("月浦镇", "上海市宝山区月浦镇")
    assert not same_ending("上海市宝山区月浦镇", "上海市宝山区罗店镇")
