"""Numbers in every spelling that reports use have their value, whatever the number."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.reading.numerals import arabic, chinese, natural, positional
from tests.casefiles import read

DIGITS = "零一二三四五六七八九"
FULL_WIDTH = str.maketrans("0123456789,.", "０１２３４５６７８９，．")


def spoken(number: int) -> str:
    """``number`` below 10^12 as it is said: 10,203 is 一万零二百零三."""
    for large, name in ((100_000_000, "亿"), (10_000, "万")):
        if number >= large:
            rest = number % large
            zero = "零" if rest < large // 10 else ""
            return f"{spoken(number // large)}{name}" + (zero + spoken(rest) if rest else "")
    said, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            said += ("零" if gap and said else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return said


@given(st.integers(1, 10**12 - 1))
@example(10_203)
@example(100_000)
@example(120_000_000)
@example(100_000_001)
@example(111_111_111_111)
def test_what_is_said_has_its_value(number: int) -> None:
    assert chinese(spoken(number)) == number


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("两亿三千四百万", 234_000_000),
        ("一万亿", 10**12),
        ("三千万亿", 3 * 10**15),
        ("一万二万", None),
        ("亿万", None),
    ],
)
def test_what_a_smaller_unit_follows_is_not_multiplied_again(said: str, value: int | None) -> None:
    assert chinese(said) == value


@given(st.integers(1, 99), st.sampled_from("0٠०๐０𝟎"))
def test_what_counts_days_and_parts(number: int, zero: str) -> None:
    digits = "".join(chr(ord(zero) + int(digit)) for digit in str(number))
    assert natural(digits) == natural(spoken(number)) == number


@given(st.integers(1900, 2099), st.sampled_from("〇○零O0"))
def test_years_digit_by_digit(year: int, zero: str) -> None:
    digits = "".join((zero + DIGITS[1:])[int(digit)] for digit in str(year))
    assert positional(digits) == positional(str(year)) == year


@given(st.integers(0, 10**9))
def test_separators_change_nothing(number: int) -> None:
    assert arabic(f"{number:,}") == arabic(f"{number:,}".replace(",", "，")) == arabic(str(number)) == number


@pytest.mark.slow
@given(st.integers(1, 999_999), st.sampled_from(["{}", "{:,}", "full", "spoken"]))
@settings(max_examples=80, deadline=None)
@example(2022, "{}")
@example(1_203, "{:,}")
def test_a_count_is_read_in_every_spelling(number: int, spelling: str) -> None:
    said = {"full": str(number).translate(FULL_WIDTH), "spoken": spoken(number)}.get(
        spelling, spelling.format(number)
    )
    (figure,) = read(f"全年调解矛盾纠纷{said}件。").figures
    assert (figure.value, figure.unit, figure.concept) == (number, "件", "disputes_mediated")


@pytest.mark.slow
@given(st.integers(1, 9_999), st.sampled_from(["", "余", "多"]))
@settings(max_examples=40, deadline=None)
def test_ten_thousands_belong_to_the_measure_word(hundredths: int, about: str) -> None:
    words = f"{hundredths / 100:.2f}"
    (figure,) = read(f"发放宣传资料{words}万{about}份。").figures
    assert (figure.value, figure.unit, figure.approx) == (hundredths / 100, "万份", bool(about))


@pytest.mark.parametrize(("said", "value"), [("2.3百", 230), ("0.57百", 57), ("1.1千", 1100)])
def test_decimals_of_a_multiple_keep_their_value(said: str, value: float) -> None:
    (figure,) = read(f"全年调解矛盾纠纷{said}件。").figures
    assert (figure.value, figure.unit) == (value, "件")


@pytest.mark.slow
@given(st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_a_rate_is_its_per_cent(hundredths: int) -> None:
    (figure,) = read(f"调解成功率{hundredths / 100:.2f}%。").figures
    assert (figure.value, figure.unit, figure.concept) == (hundredths / 100, "%", "mediation_success_rate")
