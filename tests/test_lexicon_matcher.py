"""Labels are found in one pass, the longest first, whatever quotation marks and blanks stand inside them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.lexicon.matcher import QUOTES, Matcher, balanced, bare, fold_marks

CHARACTERS = "三项制度法治“”《》〈〉 、甲乙"


def found(labels: list[str], text: str) -> list[tuple[str, str]]:
    """The spans found and their labels."""
    matcher = Matcher(labels)
    return [(text[begin:end], labels[label]) for begin, end, label in matcher.find(bare(text))]


@pytest.mark.parametrize(
    ("labels", "text", "expected"),
    [
        (["三项制度"], "落实三项制度。", ["三项制度"]),
        (["制度", "三项制度"], "落实三项制度和制度。", ["三项制度", "制度"]),
        (["行政执法三项制度"], "落实行政执法“三项制度”。", ["行政执法“三项制度”"]),
        (["三项制度建设"], "推进“三项制度”建设。", ["“三项制度”建设"]),
        (["三项制度"], "推进“三项制度”建设。", ["三项制度"]),
        (["双随机、一公开"], "推行“双随机、一公开”监管。", ["双随机、一公开"]),
        (["随机、一公开监管"], "推行“双随机、一公开”监管。", ["随机、一公开”监管"]),
        (["民法典"], "学习《民法典》。", ["民法典"]),
        (["学习民法典"], "学习《民法典》。", ["学习《民法典》"]),
        (["ABC平台"], "使用ABC 平台。", ["ABC 平台"]),
        (["法治", "治理"], "法治理念", ["法治"]),
        (["没有"], "落实三项制度。", []),
    ],
)
def test_labels_are_found(labels: list[str], text: str, expected: list[str]) -> None:
    assert [surface for surface, _ in found(labels, text)] == expected


def test_a_match_tells_its_label() -> None:
    assert found(["甲乙", "三项制度"], "三项制度，甲乙") == [("三项制度", "三项制度"), ("甲乙", "甲乙")]


def test_a_matcher_without_labels_finds_nothing() -> None:
    assert Matcher([]).find(bare("三项制度")) == []


def test_labels_may_themselves_be_quoted() -> None:
    assert found(["“三项制度”"], "落实三项制度。") == [("三项制度", "“三项制度”")]


@pytest.mark.parametrize(
    ("full", "piece", "expected"),
    [
        ("行政执法“三项制度”。", "行政执法“三项制度", "行政执法“三项制度”"),
        ("“三项制度”建设", "三项制度”建设", "“三项制度”建设"),
        ("“三项制度”建设", "三项制度", "三项制度"),
        ("学习《民法典》。", "学习《民法典", "学习《民法典》"),
        ("行政执法“三项制度和", "行政执法“三项制度", "行政执法“三项制度"),
        ("“甲”“乙”", "甲”“乙", "甲”“乙"),
    ],
)
def test_a_half_enclosed_quotation_is_completed(full: str, piece: str, expected: str) -> None:
    begin = full.index(piece)
    first, last = balanced(full, begin, begin + len(piece))
    assert full[first:last] == expected


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("《民法典》", "民法典"),
        ("“三项制度”", "三项制度"),
        ("纲要（2021－2025年）", "纲要(2021-2025年)"),
        ("纲要（2021——2025年）", "纲要(2021-2025年)"),
        ("关于 〈条例〉 的\n通知", "关于条例的通知"),
    ],
)
def test_fold_drops_marks_and_variants(name: str, same: str) -> None:
    assert fold_marks(name) == same


@given(st.text(CHARACTERS, max_size=40))
def test_bare_keeps_every_other_character_in_its_place(text: str) -> None:
    stripped = bare(text)
    assert stripped.full == text
    assert stripped.text == "".join(text[at] for at in stripped.origin)
    assert stripped.text == "".join(c for c in text if c not in QUOTES)


@given(
    st.lists(st.text("三项制度法治甲乙", min_size=1, max_size=4), max_size=6),
    st.text(CHARACTERS, max_size=40),
)
@settings(max_examples=300)
def test_matches_are_apart_in_order_and_of_their_label(labels: list[str], text: str) -> None:
    matcher = Matcher(labels)
    matches = matcher.find(bare(text))
    for begin, end, label in matches:
        assert 0 <= begin < end <= len(text)
        assert bare(text[begin:end]).text == labels[label]
    starts = [bare(text[:begin]).text for begin, _, _ in matches]
    ends = [bare(text[:end]).text for _, end, _ in matches]
    assert all(len(end) <= len(start) for end, start in zip(ends, starts[1:], strict=False))


@given(st.text(CHARACTERS, max_size=30))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold_marks(fold_marks(name)) == fold_marks(name)
