"""One-to-one pairing."""

from hypothesis import given
from hypothesis import strategies as st

from kg.score.pairing import Side, pair

NUMBERS = st.lists(st.integers(0, 12), max_size=12)


def close(a: int, b: int) -> bool:
    return abs(a - b) <= 1


def side(number: int) -> Side[int]:
    """A side whose keys cover every number close to it, and more."""
    return Side({number // 3, (number - 1) // 3, (number + 1) // 3}, number)


def in_turn(golds: list[int], preds: list[int]) -> list[int | None]:
    """The pairing by definition: every gold against every pred."""
    free, partners = list(range(len(preds))), []
    for gold in golds:
        partner = next((index for index in free if close(gold, preds[index])), None)
        partners.append(partner)
        if partner is not None:
            free.remove(partner)
    return partners


def test_each_takes_the_first_that_is_free() -> None:
    assert pair(map(side, (5, 5, 5)), [side(6), side(5)], close) == [0, 1, None]


def test_a_partner_is_taken_even_where_a_better_one_comes_later() -> None:
    assert pair(map(side, (5, 6)), [side(6), side(5)], close) == [0, 1]


def test_nothing_to_pair() -> None:
    assert pair([], [side(1)], close) == []
    assert pair([side(1)], [], close) == [None]


@given(NUMBERS, NUMBERS)
def test_keys_save_time_and_change_nothing(golds: list[int], preds: list[int]) -> None:
    assert pair(map(side, golds), [*map(side, preds)], close) == in_turn(golds, preds)


def test_only_those_with_a_key_in_common_are_compared() -> None:
    compared = []

    def same(a: int, b: int) -> bool:
        compared.append((a, b))
        return a == b

    sides = [Side([number], number) for number in range(1000)]
    assert pair(sides, sides, same) == list(range(1000))
    assert len(compared) == 1000
