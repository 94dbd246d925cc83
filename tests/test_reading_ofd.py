"""OFD: how its text objects place their characters."""

from collections.abc import Callable

import pytest

from kg.errors import KgError
from kg.reading import Limits, read_bytes
from tests.writers.ofd import of_objects, ofd_bytes, text_object

WORDS = "丙镇依法行政"


def source(*objects: str) -> str:
    return read_bytes(of_objects(*objects), "a.ofd").source


def test_ofd_distances_may_be_grouped() -> None:
    assert source(text_object(WORDS, deltas="g 5 5")) == f"{WORDS}\n"
    assert source(text_object(WORDS, deltas="5 g 2 5 20 5")) == "丙镇依法  行政\n"


def test_ofd_objects_are_read_as_they_stand_not_as_they_come() -> None:
    assert source(text_object("行政", top=60), text_object("依法", top=50)) == "依法\n行政\n"


def test_ofd_a_matrix_moves_and_scales() -> None:
    far = text_object("行政", matrix="1 0 0 1 0 40")
    assert source(far, text_object("依法", top=60)) == "依法\n行政\n"


def test_ofd_tilted_and_hidden_text_is_left_out() -> None:
    seal = text_object("印章", matrix="0.7 0.7 -0.7 0.7 0 0", top=100)
    hidden = text_object("藏着", more="Visible='false'", top=120)
    assert source(text_object(WORDS), seal, hidden) == f"{WORDS}\n"


BAD = ["0", "-0", "nan", "inf", "-inf", "1e308", "1e-308", "-5"]


@pytest.mark.parametrize("size", BAD)
def test_ofd_an_object_without_a_size_is_left_out(size: str) -> None:
    assert source(text_object("看不见", size=size, top=80), text_object(WORDS)) == f"{WORDS}\n"


@pytest.mark.parametrize("number", BAD)
@pytest.mark.parametrize(
    "bad",
    [
        lambda n: text_object("别处", matrix=f"{n} 0 0 1 0 0", top=200),
        lambda n: text_object("别处", matrix=f"1 0 0 {n} 0 0", top=200),
        lambda n: text_object("别处", matrix=f"1 0 0 1 {n} 0", top=200),
        lambda n: text_object("别处", top=n),
        lambda n: text_object("别处", top=80, deltas=f"g 90 {n}"),
    ],
)
def test_ofd_numbers_that_make_no_sense_lose_no_other_text(bad: Callable[[str], str], number: str) -> None:
    assert WORDS in source(bad(number), text_object(WORDS))


def test_ofd_without_text_is_named() -> None:
    with pytest.raises(KgError) as caught:
        read_bytes(of_objects("<ofd:ImageObject ID='1'/>"), "a.ofd")
    assert caught.value.notice.code == "KG028"


def test_ofd_limits_pages() -> None:
    with pytest.raises(KgError) as caught:
        read_bytes(ofd_bytes([WORDS] * 100), "a.ofd", Limits(pages=1))
    assert caught.value.notice.code == "KG030"


def test_ofd_a_path_never_leads_out() -> None:
    data = ofd_bytes([WORDS], root="../../../etc/passwd")
    with pytest.raises(KgError) as caught:
        read_bytes(data, "a.ofd")
    assert (caught.value.notice.code, "etc/passwd is missing" in caught.value.notice.message) == (
        "KG027",
        True,
    )
