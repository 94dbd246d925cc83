"""Words that a file of one's own adds to a list are looked for as those that ship are."""

from pathlib import Path

import pytest

from tests.casefiles import Said, read


def with_word(folder: Path, of: str, word: str, sentence: str, section: str) -> Said:
    """What is found in a sentence when ``word`` is of the list ``of`` too."""
    file = folder / "own.ttl"
    file.write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        f'<https://fazhi.example/vocabulary/{of}> skos:hiddenLabel "{word}"@zh .\n',
        "utf-8",
    )
    return read(sentence, section, (str(file),))


@pytest.mark.parametrize(
    ("of", "word", "sentence"),
    [
        ("boundary/batch-of-honours", "轮", "练塘镇获评第三轮全区文化示范村。"),
        ("boundary/first-batch", "头批", "练塘镇获评头批全区文化示范村。"),
        ("boundary/before-an-honour", "作", "练塘镇获评作全区文化示范村。"),
    ],
)
def test_what_stands_before_an_honour(tmp_path: Path, of: str, word: str, sentence: str) -> None:
    assert read(sentence).names("Honour") != ["全区文化示范村"]
    assert with_word(tmp_path, of, word, sentence, "achievements").names("Honour") == ["全区文化示范村"]


def test_what_tells_the_measure_word_of_a_column(tmp_path: Path) -> None:
    table = "项目|金额（计量：万元）|\\n行政收费|0.5|"
    assert not read(table).figures
    said = with_word(tmp_path, "number/measure-word-mark", "计量", table, "achievements")
    assert [(figure.value, figure.unit) for figure in said.figures] == [(0.5, "万元")]


def test_what_opens_a_numbered_plan(tmp_path: Path) -> None:
    sentence = "一须加强执法队伍建设。"
    said = with_word(tmp_path, "statement/numbered-duty", "须", sentence, "plans")
    assert [said.text.clean[one.begin : one.end] for one in said.statements] == ["加强执法队伍建设"]
