"""What holds for every text: spans lie inside it, ends point at mentions, and the same text gives the same findings."""

from pathlib import Path

import pytest
from hypothesis import find, given, settings

from kg.errors import KgError
from kg.extraction import extract
from kg.lexicon import divisions, vocabulary
from kg.lexicon.matcher import fold_marks
from kg.linking import reporting_division
from kg.model import Mention, Text
from kg.model.rules import OFFICE
from kg.reading import outline, read_text
from tests.casefiles import read
from tests.texts import outside, texts

HOME = divisions.load().get("310118103000")


@given(texts())
@settings(max_examples=250, deadline=None)
def test_every_span_lies_inside_the_text(text: Text) -> None:
    found = extract(text, outline(text), HOME)
    assert outside(text, found.mentions, found.relations, found.figures, found.statements) == []


@given(texts())
@settings(max_examples=100, deadline=None)
def test_ends_are_mentions_and_values_are_of_the_lists(text: Text) -> None:
    found = extract(text, outline(text), HOME)
    shipped = vocabulary.load()
    bounds = range(len(found.mentions))
    for relation in found.relations:
        assert relation.object in bounds
        assert relation.subject is None or relation.subject in bounds
        prop = shipped.properties[relation.predicate]
        assert found.mentions[relation.object].type in prop.range
        assert relation.subject is None or found.mentions[relation.subject].type in prop.domain
        assert relation.subject != relation.object
    for figure in found.figures:
        assert figure.about is None or figure.about in bounds
        assert figure.value >= 0
        assert figure.indicator
    assert {f.concept for f in found.figures} <= {c.notation for c in shipped.of("Indicator")} | {"other"}
    assert {s.topic for s in found.statements} <= {c.notation for c in shipped.of("Topic")} | {"other"}


def test_the_texts_drawn_say_something() -> None:
    """What is asserted of every mention and relation is asserted of some."""
    find(texts(), lambda text: len(extract(text, outline(text), HOME).mentions) > 2)
    find(texts(), lambda text: bool(extract(text, outline(text), HOME).relations))


@given(texts())
@settings(max_examples=100, deadline=None)
def test_a_name_is_its_characters_and_its_concept_exists(text: Text) -> None:
    shipped = vocabulary.load()
    for mention in extract(text, outline(text), HOME).mentions:
        assert mention.name
        surface, name = fold_marks(text.clean[mention.begin : mention.end]), fold_marks(mention.name)
        of_a_group = mention.rule.startswith(OFFICE) and name.endswith(surface)
        assert of_a_group or surface.startswith(name)
        if mention.concept:
            assert shipped.concepts[mention.concept].cls == mention.type


@given(texts())
@settings(max_examples=100, deadline=None)
def test_mentions_nest_and_never_cross(text: Text) -> None:
    open_: list[Mention] = []
    for mention in extract(text, outline(text), HOME).mentions:
        while open_ and open_[-1].end <= mention.begin:
            open_.pop()
        assert not open_ or mention.end <= open_[-1].end, (open_[-1], mention)
        open_.append(mention)


@given(texts())
@settings(max_examples=100, deadline=None)
def test_the_same_text_gives_the_same_findings(text: Text) -> None:
    own = outline(text)
    home, _ = reporting_division(own, text.clean)
    assert extract(text, own, home) == extract(text, own, home)


def test_one_report_does_not_show_in_the_next() -> None:
    alone = read("推行容缺受理，调解纠纷12件。").all
    read("落实《行政处罚法》（以下简称《处罚法》），邀请律师张文博授课3次。", "plans")
    assert read("推行容缺受理，调解纠纷12件。").all == alone


def test_a_long_report_is_read_in_time() -> None:
    words = "镇司法所联合派出所开展“法治体检”12次，落实行政执法三项制度，学习《行政处罚法》。"
    text = read_text("练塘镇2022年法治政府建设情况报告\n" + (words + "\n") * 2000, "long.txt")
    assert len(text.clean) > 80_000
    assert len(extract(text, outline(text), HOME).figures) == 2000


@pytest.mark.parametrize(
    "words",
    [
        "“",
        "”",
        "《",
        "》",
        "《" * 500,
        "“" * 500 + "制度",
        "》" * 500,
        "一" * 2000,
        "的" * 2000,
        "制度" * 500,
        "县委、" * 2000,
    ],
)
def test_marks_and_repetitions_do_no_harm(words: str) -> None:
    text = read_text(f"推行{words}制度。", "odd.txt")
    found = extract(text, outline(text), HOME)
    assert outside(text, found.mentions, found.relations, found.figures, found.statements) == []


def test_a_vocabulary_that_is_not_there_is_named(tmp_path: Path) -> None:
    text = read_text("推行三项制度。", "a.txt")
    with pytest.raises(KgError) as raised:
        extract(text, outline(text), None, (str(tmp_path / "nowhere.ttl"),))
    assert raised.value.notice.code == "KG014"


def test_a_text_may_end_in_the_middle_of_an_honour() -> None:
    text = read_text("练塘镇2022年法治政府建设情况报告\n法治被评为“示范单位”", "a.txt")
    assert [m.name for m in extract(text, outline(text), HOME).mentions if m.type == "Honour"] == ["示范单位"]
