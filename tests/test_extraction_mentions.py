"""Names found in sentences of the genre, and words that look like names and are none (``cases/*mentions.tsv``)."""

import pytest

from kg.extraction import extract
from kg.lexicon.matcher import fold_marks
from kg.linking import reporting_division
from kg.reading import outline, read_text
from tests.casefiles import HEADINGS, cases, number_of_cases, read, report


@pytest.mark.parametrize(("sentence", "type_", "kind", "surface"), cases("mentions.tsv", 4))
def test_a_name_is_found(sentence: str, type_: str, kind: str, surface: str) -> None:
    said = read(sentence)
    assert (type_, kind, surface) in {(m.type, m.kind, m.name) for m in said.mentions}


@pytest.mark.parametrize(("sentence", "type_", "surface"), cases("not_mentions.tsv", 3))
def test_what_only_looks_like_a_name_is_none(sentence: str, type_: str, surface: str) -> None:
    assert surface in fold_marks(sentence)
    assert surface not in read(sentence).names(type_)


@pytest.mark.parametrize(("name", "least"), [("mentions.tsv", 60), ("not_mentions.tsv", 25)])
def test_there_are_cases(name: str, least: int) -> None:
    assert number_of_cases(name) >= least


def test_the_frame_of_a_case_is_a_report_of_a_known_town() -> None:
    said = read("平稳推进。")
    assert said.home is not None
    assert said.home.name == "练塘镇"
    assert said.outline.year == 2022
    assert [section.role for section in said.outline.sections if section.number] == list(HEADINGS)


def test_a_mention_names_its_characters_without_quotation_marks() -> None:
    said = read("落实行政执法“三项制度”，学习《行政处罚法》。")
    assert said.mentions
    for mention in said.mentions:
        assert fold_marks(said.text.clean[mention.begin : mention.end]) == fold_marks(mention.name)
        assert not set("“”《》") & set(mention.name)


def test_a_word_of_the_vocabulary_says_which_concept_it_is() -> None:
    said = read("落实行政执法“三项制度”。")
    assert [m.concept for m in said.mentions] == ["programme/three-systems"]


def test_an_inner_name_follows_the_one_that_holds_it() -> None:
    spans = [(m.begin, -m.end) for m in read("举办民法典知识讲座，邀请上海市司法局指导。").all.mentions]
    assert spans == sorted(spans)


def test_without_a_known_town_the_reporting_division_is_still_named() -> None:
    text = read_text("我镇推行三项制度。", "a.txt")
    named = [m for m in extract(text, outline(text), None).mentions if m.type == "Division"]
    assert [(m.name, m.kind, m.rule) for m in named] == [("我镇", "镇", "divisions:self@")]


def test_traditional_characters_are_read_as_simplified_ones() -> None:
    plain = read_text(report("严格执行行政执法三项制度，学习《行政处罚法》。"), "a.txt")
    old = "".join(str.translate(c, OLD) for c in plain.source)
    other = read_text(old, "b.txt")
    found = [
        [(m.begin, m.end, m.type, m.concept) for m in extract(t, own, home).mentions]
        for t in (plain, other)
        for own in [outline(t)]
        for home in [reporting_division(own, t.clean)[0]]
    ]
    assert plain.clean != other.clean
    assert len(found[0]) >= 3
    assert found[0] == found[1]


OLD = str.maketrans("练镇严执学处罚设报举负责职进区稳", "練鎮嚴執學處罰設報舉負責職進區穩")


def test_what_all_titles_name_is_no_name_there() -> None:
    """A report on the building of a rule-of-law government says so of itself."""
    assert "法治政府建设" not in {m.name for m in read("调解纠纷12件。").all.mentions}
    assert "法治政府建设" in {m.name for m in read("统筹推进法治政府建设。").all.mentions}


def test_menus_around_a_report_are_no_names() -> None:
    """Bodies and places are read there, they are the letterhead's; names that only a form tells are not."""
    page = (
        "无障碍浏览 长者服务模式\n发布机构：练塘镇人民政府 公开方式：政府网站\n"
        + report("推行网格议事模式。")
        + "打印 关闭 网站导航系统 投诉处理机制\n"
    )
    text = read_text(page, "page.txt")
    own = outline(text)
    home, _ = reporting_division(own, text.clean)
    found = {mention.name for mention in extract(text, own, home).mentions}
    assert {"练塘镇人民政府", "网格议事模式"} <= found
    assert not {name for name in found if "浏览" in name or "网站" in name or "投诉" in name}


def test_a_quotation_that_begins_the_text_has_nothing_before_it() -> None:
    """What stands at the end of the text is not what stands before its beginning."""
    text = read_text("“回头看”已完成", "a.txt")
    said = outline(text)
    found = extract(text, said, reporting_division(said, text.clean)[0]).mentions
    assert [(m.name, m.begin, m.end) for m in found] == [("回头看", 1, 4)]
