"""Which division reports, and which divisions a text names."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from kg.lexicon.division import Division
from kg.lexicon.divisions import load
from kg.linking.divisions import mentioned_divisions, reporting_division, stated_name
from kg.linking.heads import opening_subject
from kg.model import Outline
from kg.reading import outline, read_file

GAZETTEER = load()
GOLD = sorted((Path(__file__).parent / "gold").glob("*.json"))
SAMPLE = Path(__file__).parent.parent / "kg" / "sample"
BODY = "2022年，{self}坚持依法行政。{more}一、主要举措。{own}开展普法活动。二、存在问题。"


def reporting(
    title: str | None = None,
    body: str = "",
    *,
    issuer: str | None = None,
    addressee: str | None = None,
    number: str | None = None,
    year: int = 2022,
) -> str | None:
    line = Outline(
        title=title, issuer=issuer, addressee=addressee, doc_number=number, year=year, body_end=len(body)
    )
    division, reason = reporting_division(line, body)
    assert reason
    return GAZETTEER.full_name(division) if division else None


def division(full: str) -> Division:
    candidates = (d for size in range(2, len(full) + 1) for d in GAZETTEER.by_name(full[-size:]))
    return next(d for d in candidates if GAZETTEER.full_name(d) == full)


def named(text: str, home: str | None = None) -> list[tuple[str, str]]:
    found = mentioned_divisions(text, division(home) if home else None)
    return [(text[b:e], GAZETTEER.full_name(d)) for b, e, d in found]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_the_samples_divisions_are_known(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    text = read_file(SAMPLE / gold["doc"])
    home, _ = reporting_division(outline(text), text.clean)
    assert home is not None
    assert GAZETTEER.full_name(home) == gold["report"]["area"]


@pytest.mark.parametrize(
    ("title", "full"),
    [
        ("北新泾街道2022年度法治政府建设情况报告", "上海市长宁区北新泾街道"),
        ("2022年度北新泾街道法治政府建设情况报告", "上海市长宁区北新泾街道"),
        ("鲤城区人民政府金龙街道办事处关于2022年度情况的报告", "福建省泉州市鲤城区金龙街道"),
        ("琶洲街2022年法治政府建设年度报告", "广东省广州市海珠区琶洲街道"),
        ("上海市宝山区卫生健康委员会2022年工作报告", "上海市宝山区"),
        ("洛阳市老城区2022年报告", "河南省洛阳市老城区"),
        ("恩施州2022年法治政府建设情况报告", "湖北省恩施土家族苗族自治州"),
        ("北京市朝阳区来广营地区办事处2022年报告", "北京市朝阳区来广营乡"),
        ("密雲區2022年法治政府建設情況報告", "北京市密云区"),
        ("江北区观音桥街道2022年报告", "重庆市江北区观音桥街道"),
        ("上海市社区矫正管理局2022年报告", "上海市"),
        ("沈阳市人民政府关于沈阳市2022年情况的报告", "辽宁省沈阳市"),
        ("沈阳市满融新区2022年报告", None),
    ],
)
def test_the_title_decides(title: str, full: str | None) -> None:
    assert reporting(title) == full


@pytest.mark.parametrize(
    ("name", "own"),
    [("宁夏回族自治区", "我区"), ("大兴安岭地区", "我区"), ("兴安盟", "我盟"), ("延边州", "我州")],
)
def test_a_place_calls_itself_by_its_own_level_word(name: str, own: str) -> None:
    found = reporting(f"{name}2022年法治政府建设情况报告", f"{own}坚持依法行政。" * 3)
    assert found
    assert found.endswith(GAZETTEER.by_name(name)[0].name)


@pytest.mark.parametrize(
    "title",
    [
        "城关镇2022年法治政府建设情况报告",
        "宝山区2022年法治政府建设情况报告",
        "大连市金普新区2022年法治政府建设情况报告",
        "西安市高新区管委会2022年报告",
        "重庆市和平区2022年报告",
        "东王家镇2022年报告",
        "经济开发区管委会2022年报告",
        "2022年法治政府建设情况报告",
        None,
    ],
)
def test_what_evidence_does_not_decide_is_left_open(title: str | None) -> None:
    assert reporting(title) is None


@pytest.mark.parametrize(
    ("place", "full"),
    [
        ("在五河县委、县政府领导下。", "安徽省蚌埠市五河县城关镇"),
        ("按临洮县部署，临洮县支持。", None),
        ("贯彻《平遥县法治规划》，平遥县委要求。", None),
        ("五河县委与嵩县县委共同部署。", None),
        ("推广枫桥经验。", None),
    ],
)
def test_a_parent_in_the_text_tells_homonyms_apart(place: str, full: str | None) -> None:
    body = BODY.format(self="城关镇", more=place, own="我镇")
    assert reporting("城关镇2022年报告", body) == full


def test_issuer_addressee_and_province_tell_homonyms_apart() -> None:
    assert reporting("法治政府建设报告", issuer="上海市宝山区人民政府") == "上海市宝山区"
    assert reporting("中兴镇报告", addressee="崇明区人民政府") == "上海市崇明区中兴镇"
    body = BODY.format(self="宝山区", more="对照上海市规划和上海市要求。", own="我区")
    assert reporting("宝山区2022年报告", body) == "上海市宝山区"


def test_a_later_line_cannot_contradict_the_title() -> None:
    assert reporting("城关镇2022年报告", issuer="中共静海区委") is None
    assert reporting("大连市金普新区2022年报告", issuer="大连市人民政府") is None


def test_a_unique_name_yields_to_another_place_in_the_head() -> None:
    assert reporting("北新泾街道2022年报告", addressee="静海区人民政府") is None


def test_without_a_title_the_body_decides_when_its_level_words_agree() -> None:
    county = BODY.format(self="县司法局", more="《潼关县工作要点》印发。潼关县委重视。", own="我县")
    assert reporting(None, county) == "陕西省渭南市潼关县"
    town = BODY.format(self="我镇", more="在潼关县委、县政府领导下。", own="我镇")
    assert reporting(None, town) is None
    short = BODY.format(self="我局", more="杭州市部署，法治西湖、西湖普法，区委、区政府重视。", own="全区")
    assert reporting(None, short) == "浙江省杭州市西湖区"


def test_a_town_named_early_and_often_may_speak_of_its_county_only() -> None:
    body = "在县委、县政府领导下，下蜀镇依法行政。一、主要举措。下蜀镇开展普法活动，下蜀镇设立宣传栏。二、存在问题。"
    assert reporting(None, body) == "江苏省镇江市句容市下蜀镇"
    assert reporting(None, f"我县{body}我县将继续努力。") is None


def test_the_only_town_named_in_a_county_named_may_report_however_late() -> None:
    duties = "依法行政，规范执法，普法宣传，化解纠纷。" * 10
    body = f"我镇按照句容市要求开展工作。{duties}下蜀镇法治建设更有力量。"
    assert reporting(None, body) == "江苏省镇江市句容市下蜀镇"
    assert reporting(None, body.replace("句容市", "上级")) is None
    assert reporting(None, f"{body}向后白镇学习经验。") is None


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("2023年，太平街道深入贯彻落实要求。", "辽宁省盘锦市盘山县太平街道"),
        ("2023年，盘山县深入贯彻落实要求。", "辽宁省盘锦市盘山县"),
        ("2023年，太平镇深入贯彻落实要求。", "辽宁省盘锦市盘山县"),
        ("2023年，深入贯彻落实要求，太平街道成效明显。", "辽宁省盘锦市盘山县"),
    ],
)
def test_the_subject_of_the_first_sentence_reports_though_the_page_is_its_countys(
    opening: str, expected: str
) -> None:
    assert reporting(None, opening, issuer="盘山县") == expected


def test_a_committee_at_the_head_is_no_city() -> None:
    line = (
        "市委全面依法治市委员会：\n2024年，河东镇依法行政。一、主要举措。河东镇开展普法。河东镇设立宣传栏。"
    )
    found = stated_name(Outline(body_begin=12, body_end=len(line)), line)
    assert found is None or found.name == "河东镇"


def test_whom_a_report_is_sent_to_does_not_report() -> None:
    letter = "城中区委全面依法治区委员会：\n"
    said = "2025年，人民街街道办事处坚持依法行政，落实《城中区工作要点》。一、主要举措。人民街街道开展普法。"
    line = Outline(
        addressee="城中区委全面依法治区委员会", body_begin=len(letter), body_end=len(letter + said)
    )
    found, why = reporting_division(line, letter + said)
    assert found, why
    assert GAZETTEER.full_name(found) == "青海省西宁市城中区人民街街道"


def test_places_visited_and_ordinary_words_are_not_home() -> None:
    more = "市委、市政府重视法治建设，全面推进科学立法、严格执法、公正司法、全民守法。" * 4
    more += "示范县创建有成效，示范县建设再推进。赴义乌市学习义乌市经验。"
    assert reporting(None, BODY.format(self="我局", more=more, own="全市")) is None
    city = BODY.format(self="区司法局", more="为打造先锋城区提供保障。", own="全区")
    _, why = reporting_division(Outline(year=2022, body_end=len(city)), city)
    assert "城区" not in why


HOME = "上海市宝山区月浦镇"


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("上海市宝山区月浦镇人民政府", [("上海市宝山区月浦镇", HOME)]),
        ("我镇与罗店镇", [("罗店镇", "上海市宝山区罗店镇")]),
        ("月浦、宝山、上海", [("月浦", HOME), ("宝山", "上海市宝山区"), ("上海", "上海市")]),
        ("上海市场监督", [("上海", "上海市")]),
        ("赴浙江省义乌市学习", [("浙江省义乌市", "浙江省金华市义乌市")]),
        ("平顺县龙溪镇", [("平顺县龙溪镇", "山西省长治市平顺县龙溪镇")]),
        ("普陀区", [("普陀区", "上海市普陀区")]),
        ("北京市朝阳区", [("北京市朝阳区", "北京市朝阳区")]),
        ("朝阳区", []),
        ("示范县建设，响应县委号召，道德城区，会同县司法局，今天全县干部", []),
        ("老城区改造，中兴镇", []),
        ("孙中山", []),
        ("", []),
    ],
)
def test_mentions_of_a_towns_report(text: str, spans: list[tuple[str, str]]) -> None:
    assert named(text, HOME) == spans


@pytest.mark.parametrize(
    ("text", "home", "spans"),
    [
        ("杨浦区分别印发", "上海市", [("杨浦区", "上海市杨浦区")]),
        ("公安县公安局", "湖北省荆州市公安县", [("公安县", "湖北省荆州市公安县")]),
        ("确保长治久安，法治长治", "山西省长治市", [("长治", "山西省长治市")]),
        ("吉林市，吉林", "吉林省吉林市", [("吉林市", "吉林省吉林市")]),
        ("建设街道", "上海市", []),
        (
            "琶洲街与琶洲街道",
            "广东省广州市海珠区琶洲街道",
            [(form, "广东省广州市海珠区琶洲街道") for form in ("琶洲街", "琶洲街道")],
        ),
        (
            "宗关街司法所与汉中街",
            "湖北省武汉市硚口区",
            [(form, f"湖北省武汉市硚口区{form}道") for form in ("宗关街", "汉中街")],
        ),
        ("在宗关街与汉中街设点", "湖北省武汉市硚口区", []),
        ("密雲區", "北京市密云区", [("密雲區", "北京市密云区")]),
        ("晋城市城区", None, [("晋城市城区", "山西省晋城市城区")]),
        ("宝山区月浦镇", None, [("宝山区月浦镇", HOME)]),
        ("宝山区，上海", None, []),
        ("云安区委", None, [("云安区", "广东省云浮市云安区")]),
    ],
)
def test_mentions_depend_on_home(text: str, home: str | None, spans: list[tuple[str, str]]) -> None:
    assert named(text, home) == spans


def test_mentions_are_in_order_and_apart() -> None:
    text = "上海市宝山区、月浦镇、上海宝山月浦，上海市宝山区月浦镇与山西省长治市平顺县。" * 5
    found = mentioned_divisions(text, division(HOME))
    assert len(found) == 25
    assert all(a[1] <= b[0] for a, b in pairwise(found))
    assert all(begin < end for begin, end, _ in found)


def test_a_zone_that_ends_like_a_listed_body_is_called_by_its_whole_name() -> None:
    outline = Outline(title="南沙经济技术开发区管理委员会2023年度法治政府建设工作报告", body_end=0)
    assert reporting_division(outline, "")[0] is None
    found = stated_name(outline, "")
    assert found
    assert found.name == "南沙经济技术开发区"


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("2023年，高新区坚持依法行政。", "高新区"),
        ("2023年，经济技术开发区深入贯彻落实要求。", "经济技术开发区"),
        ("2023年，全区各级坚持依法行政。", None),
        ("2023年，在市区范围内开展执法。", None),
        ("2023年，区政府坚持依法行政。", None),
        ("2023年，老城区认真落实要求。", None),
    ],
)
def test_an_unlisted_zone_is_called_as_its_first_sentence_calls_it(opening: str, name: str | None) -> None:
    found = stated_name(Outline(body_end=len(opening)), opening)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("title", "issuer", "name"),
    [
        ("河南省洛阳市伊滨经济技术开发区2022年法治政府建设报告", None, "河南省洛阳市伊滨经济技术开发区"),
        ("盘锦辽滨沿海经济技术开发区2024年法治政府建设报告", None, "盘锦辽滨沿海经济技术开发区"),
        ("2024年法治政府建设报告", "辽滨沿海经济技术开发区管理委员会", "辽滨沿海经济技术开发区"),
    ],
)
def test_an_unlisted_zone_is_not_the_city_that_it_lies_in(title: str, issuer: str | None, name: str) -> None:
    page = "盘锦市人民政府门户网站\n"
    outline = Outline(title=title, issuer=issuer, body_begin=len(page), body_end=len(page))
    assert reporting_division(outline, page)[0] is None
    found = stated_name(outline, page)
    assert found
    assert (found.name, found.kind) == (name, "区")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("2024年，邻水县以习近平法治思想为指导，全省率先推行。", "邻水县"),
        ("2024年，邻水县召开会议。我镇认真落实，全镇动员，我镇组织学习。", None),
        ("邻水县始终坚持依法行政，四川省大力推进，四川省支持。", "邻水县"),
        ("2024年，在市委、市政府领导下，邻水县以习近平法治思想为指导，四川省大力推进。", "邻水县"),
        (
            "2015年，在市委领导、市法制办帮助下，邻水县政府认真落实，《四川省条例》施行，县政府督办。",
            "邻水县",
        ),
        ("2015年，邻水县政府大力支持。我镇认真落实，我镇普法。", None),
        ("2015年，县政府认真落实。", None),
    ],
)
def test_the_listed_place_that_the_first_sentence_is_about_reports(said: str, name: str | None) -> None:
    found, _ = reporting_division(Outline(body_end=len(said)), said)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("2025年，盈浦街道办事处推行夜间窗口。", "盈浦街道"),
        ("2023年，兴隆街道党工委始终坚持依法行政。", "兴隆街道"),
        ("2022年，在县委领导下，在县司法局指导下，邻水县人民政府办公室推行容缺受理。", "邻水县"),
        ("2025年，盈浦街道办事处主任推行夜间窗口。", None),
        ("2022年，城关镇人民政府工作报告指出了方向。", None),
        ("2023年，街道党工委始终坚持依法行政。", None),
    ],
)
def test_the_bodies_of_a_place_speak_for_it_in_the_first_sentence(said: str, name: str | None) -> None:
    subject = opening_subject(said)
    assert (subject.name if subject else None) == name


@pytest.mark.parametrize(
    ("title", "said", "name"),
    [
        ("重阳镇2022年法治政府建设报告", "在市委、县委领导下依法行政。", "河南省南阳市西峡县重阳镇"),
        ("重阳镇2022年法治政府建设报告", "在市委、区委领导下依法行政。", "广东省韶关市武江区重阳镇"),
        ("重阳镇2022年法治政府建设报告", "依法行政。", None),
        ("重阳镇2022年法治政府建设报告", "在区党工委、区管委会领导下依法行政。", None),
        ("张坊镇2022年法治政府建设报告", "在市委、市政府领导下依法行政。", None),
        (
            "中村乡2022年法治政府建设报告",
            "在市委依法治市办指导下依法行政。",
            "云南省楚雄彝族自治州禄丰市中村乡",
        ),
        ("中村乡2022年法治政府建设报告", "在市委依法治市办、县委依法治县办指导下依法行政。", None),
        ("中村乡2022年法治政府建设报告", "落实全面依法治市要求，在市委领导下依法行政。", None),
        ("滨海新区2022年法治政府建设报告", "落实《天津市法治政府建设实施纲要》。", "天津市滨海新区"),
        (
            "双河乡2022年法治政府建设报告",
            "学习习近平总书记视察吉林重要讲话，在县委领导下开展普法。",
            "吉林省四平市梨树县双河乡",
        ),
        (
            "双河乡2022年法治政府建设报告",
            "参照吉林省规划，学习习近平总书记讲话，在县委领导下开展普法。",
            None,
        ),
        ("石门镇2022年法治政府建设报告", "学习习近平总书记在中央会议上的讲话，借鉴甘肃做法。", None),
        (None, "2020年，石门街在区委领导下依法行政，我街开展普法。", "广东省广州市白云区石门街道"),
    ],
)
def test_of_places_of_one_name_the_report_says_which(title: str | None, said: str, name: str | None) -> None:
    found, why = reporting_division(Outline(title=title, body_end=len(said)), said)
    assert (GAZETTEER.full_name(found) if found else None) == name, why


@pytest.mark.parametrize(
    "said",
    [
        "在县委领导下，紧扣渠县工作重点，立足全镇实际。现将宝城镇2025年度法治政府建设情况报告如下。",
        "在县委领导下，宝城镇紧扣渠县工作重点。渠县要求明确，宝城镇落实到位，渠县满意，全镇平安。",
    ],
)
def test_a_town_under_the_county_that_it_writes_to_reports(said: str) -> None:
    letter = "中共渠县县委、渠县人民政府：\n2025年以来，"
    line = Outline(addressee="中共渠县县委、渠县人民政府", body_begin=16, body_end=len(letter + said))
    found, why = reporting_division(line, letter + said)
    assert found, why
    assert GAZETTEER.full_name(found) == "四川省达州市渠县宝城镇"


@pytest.mark.parametrize(
    ("title", "said", "name"),
    [
        ("中共盘锦市委盘锦市人民政府关于2023年法治政府建设情况的报告", "坚持依法行政。", "辽宁省盘锦市"),
        (
            None,
            "2024年，广西-东盟经济技术开发区（以下简称“经开区”）贯彻《南宁市重大行政决策程序规定》。",
            None,
        ),
    ],
)
def test_whose_report_a_head_or_a_first_sentence_says_it_is(
    title: str | None, said: str, name: str | None
) -> None:
    found, why = reporting_division(Outline(title=title, body_end=len(said)), said)
    assert (GAZETTEER.full_name(found) if found else None) == name, why


@pytest.mark.parametrize(
    ("title", "said", "addressee", "full"),
    [
        ("松滋市新江口镇2017年法治政府建设报告", "依法行政。", None, "湖北省荆州市松滋市新江口镇"),
        ("新江口镇2017年法治政府建设报告", "依法行政。", "松滋市人民政府", "湖北省荆州市松滋市新江口镇"),
        (
            "新江口镇2017年法治政府建设报告",
            "在松滋市委领导下依法行政。",
            None,
            "湖北省荆州市松滋市新江口镇",
        ),
        ("城关镇2017年法治政府建设报告", "依法行政。", "松滋市人民政府", "湖北省荆州市松滋市城关镇"),
        ("老城镇2017年法治政府建设报告", "依法行政。", "松滋市人民政府", "湖北省荆州市松滋市老城镇"),
        ("新江口镇2017年法治政府建设报告", "依法行政。", None, None),
        ("新江口镇2017年法治政府建设报告", "依法行政。", "荆州市人民政府", None),
        ("松滋市乡镇2017年法治政府建设报告", "依法行政。", None, "湖北省荆州市松滋市"),
    ],
)
def test_a_town_that_no_list_has_reports_with_the_county_that_is_said(
    title: str, said: str, addressee: str | None, full: str | None
) -> None:
    assert reporting(title, said, addressee=addressee) == full
