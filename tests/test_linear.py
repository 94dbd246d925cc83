"""A text eight times as long takes eight times the work, whatever it is full of: no list is walked for each of its members."""

from collections.abc import Callable

import pytest

from kg.checking import contradictions
from kg.extraction import extract
from kg.lexicon import vocabulary
from kg.linking import link, reporting_division
from kg.reading import outline, read_bytes, read_text
from tests.steps import steps

HEAD = "上海市青浦区练塘镇2022年法治政府建设情况报告\n一、主要举措和成效\n"
SIZE, TIMES = 100, 8


def name(number: int) -> str:
    """Three characters that no other number has."""
    return "".join(chr(0x4E00 + (number * 7919 + place * 131) % 5000) for place in range(3))


TEXTS: dict[str, Callable[[int], str]] = {
    "titles": lambda n: "".join(f"学习《{name(at)}条例》。" for at in range(n)),
    "unclosed titles": lambda n: "《" * n + "》" * (n // 2) + "。",
    "villages": lambda n: "".join(f"练塘镇{name(at)[:2]}村开展调解。" for at in range(n)),
    "bodies": lambda n: "".join(f"成立{name(at)}工作领导小组，选聘人民调解员。" for at in range(n)),
    "villages' quotations": lambda n: "".join(f"{name(at)[:2]}村“板凳会”调解队化解纠纷。" for at in range(n)),
    "sayings": lambda n: "".join(f"推行“{name(at)}制度、{name(at)}机制”工作法。" for at in range(n)),
    "people": lambda n: "".join(
        f"县长李{name(at)[:2]}带队，教授陈{name(at)[:2]}作专题辅导。" for at in range(n)
    ),
    "sections": lambda n: "".join(f"（{at % 9 + 1}）存在不足。\n{name(at)}制度不健全。\n" for at in range(n)),
    "shortcomings": lambda n: "二、存在的问题\n" + "".join(f"没有落实{name(at)}制度。" for at in range(n)),
    "figures": lambda n: "".join(f"调解{at}件，其中成功{at}件，成功率98%。" for at in range(n)),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", TEXTS)
def test_the_work_grows_with_the_text_and_not_faster(kind: str) -> None:
    known = vocabulary.load()

    def work(size: int) -> tuple[int, int]:
        text = read_text(HEAD + TEXTS[kind](size), "a.txt")
        own = outline(text)
        home, _ = reporting_division(own, text.clean)
        said = extract(text, own, home)

        def linked() -> object:
            return contradictions(link(text, own, said, home, known), known)

        linked()  # what is kept of each name is made
        return steps(lambda: extract(text, own, home)), steps(linked)

    few, many = work(SIZE), work(SIZE * TIMES)
    assert [more < 1.3 * TIMES * less for less, more in zip(few, many, strict=True)] == [True, True], (
        few,
        many,
    )


@pytest.mark.slow
@pytest.mark.parametrize("kind", TEXTS)
def test_reading_grows_with_the_text_and_not_faster(kind: str) -> None:
    def work(size: int) -> int:
        data = (HEAD + TEXTS[kind](size)).encode()
        return steps(lambda: outline(read_bytes(data, "a.txt")))

    few, many = work(SIZE), work(SIZE * TIMES)
    assert many < 1.3 * TIMES * few, (few, many)
