"""Keys are ASCII, say what they name, keep homophones apart and depend on nothing but the name."""

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.matcher import fold_marks
from kg.lexicon.slugs import LONGEST_SLUG, digest, slug
from kg.linking.keys import entity_key

SLUG = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*-)?[0-9a-f]{8}")


def test_a_slug_can_be_read() -> None:
    assert re.fullmatch(r"si-fa-suo-[0-9a-f]{8}", slug("司法所"))
    assert re.fullmatch(r"ba-wu-pu-fa-2025-[0-9a-f]{8}", slug("“八五”普法2025"))


def test_homophones_have_different_slugs() -> None:
    one, other = slug("法治"), slug("法制")
    assert one.rpartition("-")[0] == other.rpartition("-")[0] == "fa-zhi"
    assert one != other


@pytest.mark.parametrize(
    ("name", "variant"),
    [
        ("民法典", "《民法典》"),
        ("行政执法三项制度", "行政执法“三项制度”"),
        ("纲要（2021-2025年）", "纲要(2021—2025年)"),
    ],
)
def test_marks_and_widths_do_not_change_a_slug(name: str, variant: str) -> None:
    assert slug(name) == slug(variant)


def test_a_long_name_is_cut_at_a_syllable() -> None:
    long = "关于全面加强和改进基层法治建设工作的实施意见"
    readable, _, code = slug(long).rpartition("-")
    assert len(readable) <= LONGEST_SLUG
    assert readable == "guan-yu-quan-mian-jia-qiang-he-gai-jin-ji-ceng"
    assert code == digest(fold_marks(long))


def test_one_long_word_of_letters_is_cut_too() -> None:
    assert slug("A" * 300) == f"{'a' * LONGEST_SLUG}-{digest('A' * 300)}"


def test_a_name_that_cannot_be_read_is_its_hash() -> None:
    assert slug("※") == digest("※")


def test_a_key_says_class_scope_and_name() -> None:
    assert entity_key("Organization", "2023-310118103000", "justice-office") == (
        "organization/2023-310118103000/justice-office"
    )
    assert entity_key("Role", None, "x") == "role/cn/x"


def test_a_digest_is_stable() -> None:
    assert digest("法治") == digest("法治", 16)[:8]
    assert len(digest("", 12)) == 12
    assert hashlib.sha256("民法典".encode()).hexdigest().startswith(digest("民法典"))


@given(st.text(max_size=60))
def test_slugs_are_ascii_without_blanks(name: str) -> None:
    made = slug(name)
    assert SLUG.fullmatch(made), made
    assert len(made) <= LONGEST_SLUG + 9
    assert made == slug(name)


@given(st.text("法治民典省市县（）()“”", max_size=8), st.text("法治民典省市县（）()“”", max_size=8))
def test_slugs_are_equal_exactly_when_names_are(one: str, other: str) -> None:
    assert (slug(one) == slug(other)) == (fold_marks(one) == fold_marks(other))
