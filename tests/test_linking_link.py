"""Who and what is meant: identities follow from the place, the law and the vocabulary, never from what came before."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from kg.checking import bare
from kg.extraction import extract
from kg.lexicon import vocabulary
from kg.linking import link, reporting_division, stated_name
from kg.model import Entity, Report, Text
from kg.reading import outline, read_text
from tests.builds import write
from tests.casefiles import TITLE, report
from tests.some import some
from tests.texts import outside, texts

KEY = re.compile(r"[!-~]+")
TOWN = "2023-310118103000"
DISTRICT = "2023-310118000000"
DISTRICT_TITLE = "上海市青浦区2022年法治政府建设情况报告"
STREET_TITLE = "上海市青浦区夏阳街道2022年法治政府建设情况报告"


def linked(text: Text) -> Report:
    """A text through extraction and linking."""
    own = outline(text)
    home, _ = reporting_division(own, text.clean)
    called = None if home else stated_name(own, text.clean)
    return link(text, own, extract(text, own, home, (), called), home, vocabulary.load(), called)


def said(words: str, section: str = "achievements", title: str = TITLE) -> Report:
    """A report that says one thing."""
    return linked(read_text(report(words, section, title), "case.txt"))


COUNCIL = """\
@prefix fz: <https://fazhi.example/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://fazhi.example/vocabulary/institution/council> a fz:InstitutionKind ;
    skos:prefLabel "民族理事会"@zh , "council"@en ;
    fz:reach "local" ;
    fz:kind <https://fazhi.example/vocabulary/kind/government> .
"""


@pytest.mark.parametrize(
    ("acting", "own"),
    [
        ("", set()),
        ('fz:actsFor "learning"', {"studies"}),
        ('fz:actsFor "deeds"', {"implements", "studies"}),
    ],
)
def test_what_a_kind_of_the_users_does_for_its_place_is_in_its_entry(
    tmp_path: Path, acting: str, own: set[str]
) -> None:
    entry = COUNCIL.replace('"local" ;', f'"local" ; {acting} ;') if acting else COUNCIL
    words = write(tmp_path / "my.ttl", entry)
    text = read_text(report("民族理事会推行三项制度。民族理事会学习《宪法》。"), "case.txt")
    head = outline(text)
    home, _ = reporting_division(head, text.clean)
    found = link(text, head, extract(text, head, home, (str(words),)), home, vocabulary.load((words,)))
    done = [r for r in found.relations if not r.rule.startswith("structure:")]
    assert {r.predicate for r in done if r.subject == found.area} == own
    others = {r.predicate for r in done if r.subject != found.area}
    assert others == ({"studies"} if "implements" in own else {"implements", "studies"})


def facts(of: Report, name: str) -> dict[str, str]:
    """The gazetteer's facts about the entity of one name."""
    return dict(entity(of, name).facts)


def entity(of: Report, name: str) -> Entity:
    """The entity of one name."""
    return next(e for e in of.entities if e.name == name)


# ── what holds for every text ────────────────────────────────────────────────────────────────────


@given(texts())
@settings(max_examples=150, deadline=None)
def test_every_index_has_an_entity_and_every_span_is_in_the_text(text: Text) -> None:
    found = linked(text)
    known = range(len(found.entities))
    assert found.area is None or found.area in known
    assert all(m.entity in known for m in found.mentions)
    assert all(r.subject in known and r.object in known and r.subject != r.object for r in found.relations)
    assert all(o.about is None or o.about in known for o in found.observations)
    assert outside(text, found.mentions, found.relations, found.observations, found.statements) == []


@given(texts())
@settings(max_examples=100, deadline=None)
def test_every_mention_but_a_departments_self_gets_an_entity(text: Text) -> None:
    own = outline(text)
    home, _ = reporting_division(own, text.clean)
    extraction = extract(text, own, home)
    found = link(text, own, extraction, home, vocabulary.load())
    sure = [(m.begin, m.end, m.type) for m in extraction.mentions if m.rule != "organizations:self"]
    got = {(m.begin, m.end, found.entities[m.entity].type) for m in found.mentions}
    assert set(sure) <= got


@given(texts())
@settings(max_examples=100, deadline=None)
def test_keys_are_ascii_and_names_unique(text: Text) -> None:
    found = linked(text)
    keys = [e.key for e in found.entities]
    names = [e.name for e in found.entities]
    assert all(KEY.fullmatch(key) for key in [*keys, found.key])
    assert len(set(keys)) == len(keys)
    assert len(set(names)) == len(names)
    assert all(e.place is None or KEY.fullmatch(e.place) for e in found.entities)


@given(texts())
@settings(max_examples=100, deadline=None)
def test_forms_are_the_surfaces_and_what_one_quotes(text: Text) -> None:
    found = linked(text)
    surfaces: dict[int, list[str]] = {}
    for mention in found.mentions:
        surfaces.setdefault(mention.entity, []).append(text.clean[mention.begin : mention.end])
    for number, known in surfaces.items():
        forms = {fold_marks(form) for form in found.entities[number].forms}
        inner = [part for surface in known for part in re.findall("“([^“”]+)”", surface)]
        tails = [surface[surface.index("“") :] for surface in known if "“" in surface]
        quoted = {fold_marks(part) for part in (*inner, *tails)}
        assert {fold_marks(surface) for surface in known} <= forms
        assert forms <= {fold_marks(surface) for surface in known} | quoted


def test_a_quoted_brand_is_a_form_of_what_it_names() -> None:
    found = linked(read_text("外冈镇2023年度法治政府建设报告\n\n搭建“三朵云”综合平台。", "x.txt"))
    forms = {e.name: e.forms for e in found.entities}
    assert forms["三朵云综合平台"] == ("“三朵云”综合平台", "三朵云")


def fold_marks(surface: str) -> str:
    """A surface without the marks that a name may or may not be recorded with."""
    return re.sub("[“”‘’\"'《》〈〉「」『』 \n]", "", surface)


@given(texts())
@settings(max_examples=100, deadline=None)
def test_relations_are_stated_once(text: Text) -> None:
    found = linked(text)
    keys = [(r.subject, r.predicate, r.object, r.status) for r in found.relations]
    assert len(set(keys)) == len(keys)


@given(texts())
@settings(max_examples=60, deadline=None)
def test_the_same_report_twice_is_the_same_report(text: Text) -> None:
    assert linked(text) == linked(read_text(text.source, text.name))


# ── who and what ─────────────────────────────────────────────────────────────────────────────────


def test_a_report_is_known_by_division_year_and_text() -> None:
    one, other = said("推行容缺受理。"), said("推行首违不罚。")
    assert re.fullmatch(r"report/310118103000-2022-[0-9a-f]{16}", one.key)
    assert one.key != other.key
    assert one.key.rpartition("-")[0] == other.key.rpartition("-")[0]


def test_one_key_has_one_text_one_source_and_one_name_for_all_files() -> None:
    plain = report("推行容缺受理，调解纠纷12件。")
    broken = plain.replace("受理", "受\n\n理").replace("12件", "12 件").replace("\n", "\r\n")
    one, other = read_text(plain, "a.txt"), read_text(broken, "b.txt")
    assert bare(one.clean) == bare(other.clean)
    assert linked(one).key != linked(other).key
    assert linked(one).key == linked(read_text(plain, "b.txt")).key


@pytest.mark.parametrize(
    "words",
    [
        "镇司法所值班。",
        "司法所值班。",
        "练塘镇司法所值班。",
        "我镇司法所值班。",
        "上海市青浦区练塘镇司法所值班。",
    ],
)
def test_a_local_body_is_one_however_it_is_called(words: str) -> None:
    office = entity(said(f"{words}值班。"), "练塘镇司法所")
    assert office.key == f"organization/{TOWN}/justice-office"
    assert (office.linked, office.place, office.kind) == ("local", TOWN, "司法所")


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("司法所值班。", "Organization"),
        ("打造“桥头说法”品牌。", "Programme"),
        ("组建“茭农”普法队伍。", "Role"),
        ("邀请区法院法官陈志远讲解。", "Person"),
        ("召开练兵大会。", "Event"),
        ("印发《工作方案》。", "LegalInstrument"),
    ],
)
def test_what_two_towns_call_alike_is_not_one_thing(words: str, type_: str) -> None:
    here, there = said(words), said(words, title=TITLE.replace("练塘镇", "朱家角镇"))
    local = [
        {e.key for e in report.entities if e.type == type_ and e.linked == "local" and e.place != DISTRICT}
        for report in (here, there)
    ]
    assert local[0]
    assert local[1]
    assert local[0].isdisjoint(local[1])


@pytest.mark.parametrize(
    ("words", "name", "place"),
    [
        ("区司法局来镇指导。", "青浦区司法局", DISTRICT),
        ("依法治区办予以指导。", "青浦区全面依法治区委员会办公室", DISTRICT),
        ("青浦区司法局来镇指导。", "青浦区司法局", DISTRICT),
        ("市司法局来镇指导。", "上海市司法局", "2023-310000000000"),
        ("上海司法局来镇指导。", "上海市司法局", "2023-310000000000"),
        ("慈溪市市场监督管理局来镇交流。", "慈溪市市场监督管理局", "2023-330282000000"),
        ("嘉善县人民法院开庭。", "嘉善县人民法院", "2023-330421000000"),
    ],
)
def test_a_level_or_a_place_says_whose_body_it_is(words: str, name: str, place: str) -> None:
    assert entity(said(words), name).place == place


@pytest.mark.parametrize(
    ("place", "words", "name"),
    [
        ("江西省", "省应急厅值班。", "江西省应急管理厅"),
        ("江西省", "省住建厅值班。", "江西省住房和城乡建设厅"),
        ("江西省", "省人力资源社会保障厅值班。", "江西省人力资源和社会保障厅"),
        ("江西省", "省委办公厅、省政府办公厅印发通知。", "江西省委办公厅"),
        ("江西省", "省法院组织座谈。", "江西省高级人民法院"),
        ("江西省", "江西日报社刊发文章。", "江西日报社"),
        ("江西省", "最高人民法院第一巡回法庭开庭。", "最高人民法院第一巡回法庭"),
        ("湖州市", "市法院组织座谈。", "湖州市中级人民法院"),
        ("湖州市", "湖州仲裁委员会受理案件12件。", "湖州仲裁委员会"),
        ("儋州市", "市法院组织座谈。", "儋州市人民法院"),
        ("罗平县", "县卫健局开展检查。", "罗平县卫生健康局"),
        ("罗平县", "县卫健委开展检查。", "罗平县卫生健康委员会"),
        ("罗平县", "县委组织部、县委办联合发文。", "罗平县委组织部"),
        ("罗平县", "县委组织部、县委办联合发文。", "罗平县委办公室"),
        ("罗平县", "县法院组织座谈。", "罗平县人民法院"),
        ("罗平县", "团县委组织志愿者宣讲。", "罗平县团委"),
        ("象山县", "象山县政府召开会议。", "象山县人民政府"),
        ("上海市青浦区练塘镇", "团区委来镇指导。", "青浦区团委"),
        ("上海市青浦区练塘镇", "国家税务总局上海市青浦区税务局来镇指导。", "青浦区税务局"),
        ("上海市青浦区练塘镇", "上海市青浦监狱来镇指导。", "青浦监狱"),
        ("杭州市拱墅区小河街道", "街道人大工委组织视察。", "小河街道人大工委"),
        ("杭州市拱墅区小河街道", "社区调委会调解纠纷。", "小河街道社区人民调解委员会"),
    ],
)
def test_a_body_is_shown_by_the_full_name_of_what_the_report_calls_it(
    place: str, words: str, name: str
) -> None:
    found = said(words, title=f"{place}2022年法治政府建设情况报告")
    assert name in names(found, "Organization"), names(found, "Organization")


@pytest.mark.parametrize(
    ("place", "words", "key"),
    [
        ("江西省", "省法院和省高院值班。", "high-court"),
        ("罗平县", "县卫健局和县卫生健康委员会值班。", "health-commission"),
        ("罗平县", "团县委和县团委值班。", "youth-league"),
        ("江西省", "省住建厅和省住房和城乡建设厅值班。", "housing-bureau"),
        ("上海市青浦区练塘镇", "镇党委和中共上海市青浦区练塘镇委员会值班。", "party-committee"),
        ("罗平县", "县委和中共罗平县委员会值班。", "county-party-committee"),
    ],
)
def test_a_body_is_one_by_its_full_name_and_by_a_short_one(place: str, words: str, key: str) -> None:
    found = said(words, title=f"{place}2022年法治政府建设情况报告")
    bodies = [e.key for e in found.entities if e.type == "Organization"]
    assert len(bodies) == 1, bodies
    assert bodies[0].endswith(f"/{key}")


@pytest.mark.parametrize(
    ("words", "name", "place"),
    [
        ("马市司法所化解纠纷3件。", "马市镇司法所", "2023-360826106000"),
        ("市司法局来县指导。", "吉安市司法局", "2023-360800000000"),
    ],
)
def test_a_towns_short_name_may_end_like_a_level(words: str, name: str, place: str) -> None:
    report = said(words, title="江西省吉安市泰和县2022年法治政府建设情况报告")
    assert entity(report, name).place == place


@pytest.mark.parametrize(
    ("place", "words", "name"),
    [
        ("兴安盟", "依法治盟办开展督察。", "兴安盟全面依法治盟委员会办公室"),
        ("兴安盟", "盟委依法治盟委员会召开会议。", "兴安盟全面依法治盟委员会"),
        ("科尔沁右翼前旗", "旗委依法治旗委员会办公室印发要点。", "科尔沁右翼前旗全面依法治旗委员会办公室"),
        ("延边朝鲜族自治州", "州委依法治州委员会召开会议。", "延边朝鲜族自治州全面依法治州委员会"),
        ("和田地区", "地委全面依法治地委员会召开会议。", "和田地区地委全面依法治地委员会"),
        ("洛浦县", "在地委坚强领导下推进依法行政。", "和田地区地委"),
        ("洛浦县", "行署印发办法。", "和田地区行政公署"),
        ("石河子市", "师市党委依法治师市办开展督察。", "石河子市全面依法治师市委员会办公室"),
        ("鄂伦春自治旗", "自治旗司法局组织培训。", "鄂伦春自治旗司法局"),
        ("延边朝鲜族自治州", "自治州党委研究部署。", "延边朝鲜族自治州党委"),
        ("鄂伦春自治旗乌鲁布铁镇", "自治旗人民政府印发方案。", "鄂伦春自治旗人民政府"),
        ("洛浦县", "依法治县办开展督察。", "洛浦县全面依法治县委员会办公室"),
        ("洛浦县拜什托格拉克乡", "在全面依法治县领导小组指导下开展工作。", "洛浦县全面依法治县领导小组"),
        ("洛浦县拜什托格拉克乡", "成立全面依法治乡领导小组。", "拜什托格拉克乡全面依法治乡领导小组"),
    ],
)
def test_a_commission_and_a_party_committee_are_of_the_level_that_they_tell(
    place: str, words: str, name: str
) -> None:
    found = said(words, title=f"{place}2022年法治政府建设情况报告")
    assert name in names(found, "Organization"), names(found, "Organization")


@pytest.mark.parametrize(
    ("place", "own"), [("兴安盟", "我盟"), ("延边朝鲜族自治州", "全州"), ("科尔沁右翼前旗", "本旗")]
)
def test_leagues_prefectures_and_banners_speak_of_themselves(place: str, own: str) -> None:
    found = said(f"{own}调解纠纷12件。", title=f"{place}2022年法治政府建设情况报告")
    assert own in next(e for e in found.entities if e.name.endswith(place)).forms


def test_an_autonomous_county_is_named_in_full() -> None:
    found = said("自治县人民政府印发方案。", title="芷江侗族自治县2022年法治政府建设情况报告")
    assert "自治县人民政府" in entity(found, "芷江侗族自治县人民政府").forms


def test_a_county_that_is_not_autonomous_has_no_such_body() -> None:
    found = said("自治县司法局来县交流。", title="洛浦县2022年法治政府建设情况报告")
    assert "洛浦县司法局" not in names(found, "Organization")


def test_an_alliance_is_no_league() -> None:
    found = said("产业联盟党委到会。", title="兴安盟2022年法治政府建设情况报告")
    assert not {name for name in names(found, "Organization") if "兴安盟" in name}


def test_a_subdistrict_is_not_how_a_district_speaks_of_itself() -> None:
    found = said("街道承接执法事项，我区推行容缺受理。", title=DISTRICT_TITLE)
    (district,) = [e for e in found.entities if e.type == "Division" and e.name == "上海市青浦区"]
    assert "我区" in district.forms
    assert "街道" not in district.forms


def test_a_national_body_is_the_same_everywhere() -> None:
    here = entity(said("国务院印发通知。"), "国务院")
    assert here.key.startswith("organization/cn/")
    assert here.place is None


def test_without_a_division_bodies_are_told_apart_by_the_report() -> None:
    one, other = (linked(read_text(f"司法所{verb}。", "a.txt")) for verb in ("值班", "开会"))
    assert one.area is None
    assert one.entities[0].linked == "unlinked"
    assert one.entities[0].key != other.entities[0].key


@pytest.mark.parametrize(
    "words", ["学习《中华人民共和国行政处罚法》。", "学习《行政处罚法》。", "学习行政处罚法。"]
)
def test_a_law_is_one_however_it_is_called(words: str) -> None:
    law = entity(said(words), "行政处罚法")
    assert law.linked == "law"
    assert law.place is None
    assert dict(law.facts)["official_name"] == "中华人民共和国行政处罚法"
    assert dict(law.facts)["promulgated"] == "1996-03-17"


@pytest.mark.parametrize("announced", ["以下简称《审查十条》", "下称“审查十条”", "统称为：“《审查十条》”"])
def test_a_short_form_means_the_title_that_announced_it(announced: str) -> None:
    found = said(f"印发《练塘镇合同审查工作规定》（{announced}）。各科室执行《审查十条》。")
    (document,) = [e for e in found.entities if e.type == "LegalInstrument"]
    assert document.name == "练塘镇合同审查工作规定"
    assert "《审查十条》" in document.forms or "审查十条" in document.forms


def test_a_bare_form_word_means_the_last_title_that_ends_with_it() -> None:
    found = said("落实《上海市城市更新条例》《练塘镇合同审查工作规定》，对照《条例》自查。")
    law = next(e for e in found.entities if "城市更新" in e.name)
    assert any("《条例》" in form or form == "条例" for form in law.forms)


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("按照《示范区意见》的要求，落实区委《意见》。", False),
        ("落实区委《关于优化营商环境的意见》，对照区委《意见》自查。", True),
        ("落实《中共青浦区委关于优化营商环境的意见》，对照区委《意见》自查。", True),
    ],
)
def test_a_bare_form_word_behind_a_body_means_a_title_of_that_body(words: str, short: bool) -> None:
    documents = [e for e in said(words).entities if e.type == "LegalInstrument"]
    assert len(documents) == (1 if short else 2)


def test_a_name_without_marks_means_the_title_that_ends_with_it() -> None:
    found = said("印发《城市管理轻微违法行为免罚清单》，对属于免罚清单的行为依法免罚，落实免罚清单。")
    (document,) = [e for e in found.entities if e.type == "LegalInstrument"]
    assert "免罚清单" in document.forms


def test_a_document_of_the_town_is_the_towns() -> None:
    found = said(
        "印发《练塘镇合同审查工作规定》和《关于优化营商环境的若干措施》，落实《全国茶乡振兴条例》，制定《工作方案》。"
    )
    places = {e.name: e.place for e in found.entities if e.type == "LegalInstrument"}
    assert places == {
        "练塘镇合同审查工作规定": TOWN,
        "关于优化营商环境的若干措施": TOWN,
        "全国茶乡振兴条例": None,
        "工作方案": TOWN,
    }


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("落实《“八五”普法规划》。", None),
        ("制定《“八五”普法规划》。", "2023-310118103000"),
        ("国务院印发《“八五”普法规划》。", None),
        ("落实《上海法治政府建设规划（2021-2025年）》。", "2023-310000000000"),
        ("学习党的二十大报告。", None),
        ("落实国务院办公厅印发的《关于全面推进政务公开工作的意见》。", None),
        ("区委印发《关于加强基层治理的实施意见》。", "2023-310118000000"),
        ("镇党委印发《关于加强基层治理的实施意见》。", "2023-310118103000"),
    ],
)
def test_a_document_is_of_the_place_that_it_names_or_of_who_drew_it_up(words: str, place: str | None) -> None:
    (document,) = [e for e in said(words).entities if e.type == "LegalInstrument"]
    assert document.place == place


def test_a_title_may_begin_with_its_place_in_short() -> None:
    (document,) = [
        e
        for e in said("落实《上海法治政府建设规划》，对照《上海市法治政府建设规划》。").entities
        if e.type == "LegalInstrument"
    ]
    assert document.forms == ("上海法治政府建设规划", "上海市法治政府建设规划")


@pytest.mark.parametrize(
    ("honour", "place"),
    [
        ("全国先进集体", None),
        ("上海市先进集体", "2023-310000000000"),
        ("市级民主法治示范村", "2023-310000000000"),
        ("全区先进集体", "2023-310118000000"),
        ("先进集体", "2023-310118103000"),
    ],
)
def test_an_honour_is_of_the_place_that_gives_it(honour: str, place: str | None) -> None:
    (given,) = [e for e in said(f"我镇被评为“{honour}”。").entities if e.type == "Honour"]
    assert given.place == place


def test_the_office_of_a_group_is_named_after_it() -> None:
    found = said("成立法治建设工作领导小组，下设办公室。")
    assert {"练塘镇法治建设工作领导小组", "练塘镇法治建设工作领导小组办公室"} <= names(found, "Organization")


def test_a_span_of_years_is_written_in_one_way() -> None:
    titles = [
        f"法治政府建设实施纲要（{years}）"
        for years in ("2021-2025年", "2021—2025年", "20212025年", "2021—2025")
    ]
    found = said("".join(f"落实《{title}》。" for title in titles))
    (document,) = [e for e in found.entities if e.type == "LegalInstrument"]
    assert document.name == "法治政府建设实施纲要（2021—2025年）"
    assert set(document.forms) >= set(titles)


def test_a_concept_of_the_vocabulary_is_itself() -> None:
    concept = entity(said("落实“三项制度”。"), "行政执法三项制度")
    assert (concept.key, concept.linked, concept.forms) == (
        "programme/three-systems",
        "vocabulary",
        ("三项制度",),
    )


def test_a_quoted_name_is_known_by_its_quotation() -> None:
    found = said("推行“桥头说法”工作模式。深化“桥头说法”普法模式。")
    programmes = [e for e in found.entities if e.type == "Programme" and "桥头" in e.name]
    assert len(programmes) == 1
    assert programmes[0].forms == ("“桥头说法”工作模式", "桥头说法", "“桥头说法”普法模式")


def test_two_things_of_one_name_are_kept_apart() -> None:
    found = said("坚持“谁审批、谁负责”。推行“谁审批、谁负责”。")
    types = {e.name: e.type for e in found.entities if "谁审批" in e.name}
    assert types == {"谁审批、谁负责": "Doctrine", "谁审批、谁负责#2": "Programme"}


def test_the_reporting_division_is_named_with_its_parents() -> None:
    found = said("我镇平稳推进。")
    assert found.area is not None
    town = found.entities[found.area]
    assert (town.key, town.name, town.linked) == (f"division/{TOWN}", "上海市青浦区练塘镇", "division")
    assert "我镇" in town.forms
    assert dict(town.facts)["code"] == "310118103000"


def test_what_nobody_else_is_said_to_do_the_reporting_division_does() -> None:
    found = said("推行容缺受理。")
    assert {r.subject for r in found.relations if r.predicate == "implements"} == {found.area}


def test_a_departments_report_speaks_for_the_department() -> None:
    title = "青浦区司法局2022年法治政府建设情况报告"
    found = said("我局推行容缺受理。", title=title)
    bureau = entity(found, "青浦区司法局")
    assert bureau.place == DISTRICT
    assert {found.entities[r.subject].name for r in found.relations} == {bureau.name}
    assert "我局" in bureau.forms


def test_what_a_department_does_that_nobody_names_is_not_the_towns() -> None:
    found = said("宣传民法典。" * 60 + "我局推行容缺受理。")
    assert "implements" not in {r.predicate for r in found.relations}


def test_the_full_name_of_a_working_committee_is_its_short_one() -> None:
    found = said(
        "中共盈浦街道工作委员会研究部署。街道党工委召开会议。", title="盈浦街道2022年法治政府建设情况报告"
    )
    committees = [e for e in found.entities if e.kind == "党组织"]
    assert [e.name for e in committees] == ["盈浦街道党工委"]


def test_an_organ_is_part_of_its_body_when_both_are_named() -> None:
    found = said(
        "镇党委研究部署。镇党委理论学习中心组集中学习。镇平安办公室值班。镇全面依法治镇委员会办公室督办。"
    )
    assert parts(found) == [("练塘镇党委理论学习中心组", "练塘镇党委")]


def test_a_subdistricts_study_group_is_its_working_committees() -> None:
    found = said("街道党工委研究部署。理论学习中心组集中学习。", title=STREET_TITLE)
    assert parts(found) == [("夏阳街道党工委理论学习中心组", "夏阳街道党工委")]


def test_a_towns_study_group_is_its_committees() -> None:
    found = said("理论学习中心组集中学习。")
    assert "练塘镇党委理论学习中心组" in {e.name for e in found.entities}


def test_an_office_is_part_of_its_group_and_of_what_it_is_set_up_at() -> None:
    found = said("成立法治建设工作领导小组，由镇长任组长。领导小组办公室设在镇司法所。")
    whole = {
        found.entities[r.object].name
        for r in found.relations
        if r.predicate == "partOf" and found.entities[r.subject].name.endswith("领导小组办公室")
    }
    assert whole == {"练塘镇法治建设工作领导小组", "练塘镇司法所"}


def test_a_departments_group_and_its_office_are_its_own() -> None:
    found = said("局法治建设领导小组召开会议。法治政府建设工作领导小组下设办公室。", title=BUREAU)
    assert {"青浦区司法局法治政府建设工作领导小组", "青浦区司法局法治政府建设工作领导小组办公室"} <= names(
        found, "Organization"
    )


@pytest.mark.parametrize(
    ("department", "words", "name"),
    [
        ("南宁市交通运输局", "执法支队获评先进集体。", "南宁市交通运输局综合行政执法支队"),
        ("定襄县公安局", "法制大队审核案件12件。", "定襄县公安局法制大队"),
        ("定襄县司法局", "执法大队开展检查。", "定襄县综合行政执法大队"),
        ("台州市生态环境局路桥分局", "省厅予以肯定。", "浙江省生态环境厅"),
        ("台州市生态环境局路桥分局", "区政府予以肯定。", "路桥区人民政府"),
        ("台州市生态环境局路桥分局", "区人大常委会予以肯定。", "路桥区人大常委会"),
        ("台州市生态环境局路桥分局", "市政府予以肯定。", "台州市人民政府"),
    ],
)
def test_what_a_department_speaks_of_is_its_own_or_its_districts(
    department: str, words: str, name: str
) -> None:
    found = said(words, title=f"{department}2022年法治政府建设情况报告")
    assert names(found, "Organization") == {department, name}


def test_a_village_of_the_town_that_reports_lies_in_it() -> None:
    found = said("东厍村建成法治长廊。金泽镇淀峰村开展普法。")
    lies = {
        (found.entities[r.subject].name, found.entities[r.object].name)
        for r in found.relations
        if r.predicate == "locatedIn"
    }
    assert ("上海市青浦区练塘镇东厍村", "上海市青浦区练塘镇") in lies
    assert not any(inner.endswith("淀峰村") and outer.endswith("练塘镇") for inner, outer in lies)


def test_what_is_quoted_behind_a_village_lies_there() -> None:
    found = said("在东厍村开展宣讲。东厍村的“火塘调解室”化解纠纷12件。")
    lies = {found.entities[r.object].name for r in found.relations if r.predicate == "locatedIn"}
    assert "上海市青浦区练塘镇东厍村" in lies


def test_an_address_that_leaves_a_parent_out_names_the_others() -> None:
    found = said("江苏省建湖县九龙口镇平稳推进。", title="九龙口镇2022年法治政府建设情况报告")
    lies = {
        (found.entities[r.subject].name, found.entities[r.object].name)
        for r in found.relations
        if r.predicate == "locatedIn"
    }
    assert ("江苏省盐城市建湖县九龙口镇", "江苏省盐城市建湖县") in lies
    assert ("江苏省盐城市建湖县", "江苏省") in lies


def test_a_village_is_the_one_that_was_named_with_its_town() -> None:
    found = said("金泽镇龚村建成法治长廊。龚村获评先进集体。")
    villages = {e.name for e in found.entities if e.kind == "村"}
    assert villages == {"上海市青浦区金泽镇龚村"}


def test_a_town_of_the_county_that_reports_lies_in_it() -> None:
    found = said("练塘镇建成法治长廊。吴江区黎里镇来访。", title=DISTRICT_TITLE)
    lies = {
        (found.entities[r.subject].name, found.entities[r.object].name)
        for r in found.relations
        if r.rule == "structure:home"
    }
    assert lies == {("上海市青浦区练塘镇", "上海市青浦区")}


@pytest.mark.parametrize(
    ("title", "words", "inner", "outer"),
    [
        ("青浦区2022年法治政府建设情况报告", "上海市人大常委会来区调研。", "上海市青浦区", "上海市"),
        (
            "宜兴市2022年法治政府建设情况报告",
            "在无锡市考核中排名第二。",
            "江苏省无锡市宜兴市",
            "江苏省无锡市",
        ),
        ("苏州市2022年法治政府建设情况报告", "吴江区建成法治长廊。", "江苏省苏州市吴江区", "江苏省苏州市"),
        ("苏州市水务局2022年法治政府建设情况报告", "全年巡河。", "苏州市水务局", "江苏省苏州市"),
    ],
)
def test_who_reports_lies_in_the_next_larger_place_that_is_named(
    title: str, words: str, inner: str, outer: str
) -> None:
    found = said(words, title=title)
    lies = {
        (found.entities[r.subject].name, found.entities[r.object].name)
        for r in found.relations
        if r.predicate == "locatedIn"
    }
    assert (inner, outer) in lies


def test_who_reports_lies_in_nothing_that_is_not_named() -> None:
    found = said("江苏省司法厅来市调研。", title="宜兴市2022年法治政府建设情况报告")
    assert not any(r.predicate == "locatedIn" for r in found.relations)


def test_a_section_is_part_of_its_body_when_both_are_named() -> None:
    found = said("区公安局督办案件。区公安局水上治安大队开展巡查。区司法局法制科值班。")
    assert parts(found) == [
        ("青浦区公安局水上治安大队", "青浦区公安局"),
        ("青浦区司法局法制科", "青浦区司法局"),
    ]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("青浦区人民法院朱家角人民法庭巡回审判。", "青浦区人民法院朱家角人民法庭", "青浦区人民法院"),
        ("区公安局小蒸派出所调解纠纷。", "青浦区公安局小蒸派出所", "青浦区公安局"),
    ],
)
def test_a_body_whose_name_another_begins_with_is_its_whole(text: str, part: str, whole: str) -> None:
    found = said(text)
    assert {part, whole} <= names(found, "Organization")
    assert (part, whole) in parts(found)


def test_what_a_section_or_branch_does_and_counts_is_its_own() -> None:
    found = said("区行政争议调解中心练塘分中心调解案件12件。市委第三巡视组反馈问题8个。")
    about = {o.value: found.entities[o.about].name for o in found.observations if o.about is not None}
    assert about == {12: "青浦区行政争议调解中心练塘分中心", 8: "上海市委第三巡视组"}
    assert ("青浦区行政争议调解中心练塘分中心", "青浦区行政争议调解中心") in parts(found)


def test_a_body_named_only_to_say_whose_part_another_is_does_nothing() -> None:
    found = said("区司法局法制科落实行政执法三项制度。")
    assert {found.entities[r.subject].name for r in found.relations if r.predicate == "implements"} == {
        "青浦区司法局法制科"
    }


def test_a_department_of_a_government_is_no_part_that_its_name_states() -> None:
    assert parts(said("区政府法制办公室督办。")) == []


@pytest.mark.parametrize(
    "text",
    [
        "区委党校开班。区委研究部署。",
        "区政府作出部署。区政府办公室印发通知。",
        "市公安局森林分局开展巡查。市公安局作出部署。",
        "区委研究部署。区委常委会议定事项。区委常委会听取汇报。",
    ],
)
def test_bodies_with_offices_of_their_own_are_no_wholes(text: str) -> None:
    assert parts(said(text)) == []


def test_a_branch_is_called_by_the_name_of_its_bureau() -> None:
    found = said("承德市生态环境局滦平县分局开展检查12次。", title="滦平县水务局2022年度法治政府建设情况报告")
    assert names(found, "Organization") == {"滦平县水务局", "承德市生态环境局滦平县分局"}


def test_what_a_report_lies_in_is_named_in_titles_too() -> None:
    found = said("落实《青浦区法治政府建设规划》《嘉定区信访办法》《上海市信访条例》。")
    places = {e.name: e.forms for e in found.entities if e.type == "Division"}
    assert places.keys() == {"上海市青浦区练塘镇", "上海市青浦区", "上海市"}
    assert "青浦区" in places["上海市青浦区"]


def test_parts_of_a_system_are_part_of_it_when_both_are_carried_out() -> None:
    found = said("落实行政执法三项制度。推行行政执法公示制度。")
    names = [
        (found.entities[r.subject].name, r.predicate, found.entities[r.object].name) for r in found.relations
    ]
    assert ("行政执法公示制度", "partOf", "行政执法三项制度") in names
    alone = said("推行行政执法公示制度。")
    assert "partOf" not in {r.predicate for r in alone.relations}


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("市场监管所开展检查。", "organization/2023-310118103000/market-office"),
        ("市民政局来访。", "organization/2023-310000000000/civil-affairs-bureau"),
        ("朱家角镇司法所来访。", "organization/2023-310118102000/justice-office"),
        ("嘉善县西塘镇司法所来访。", "organization/2023-330421103000/justice-office"),
        ("北京市朝阳区建外街道司法所来访。", "organization/2023-110105001000/justice-office"),
    ],
)
def test_a_body_belongs_to_the_place_that_its_name_says(words: str, key: str) -> None:
    assert key in {e.key for e in said(words).entities}


@pytest.mark.parametrize("name", ["清华大学", "中国政法大学", "山东大学"])
def test_a_university_is_one_wherever_it_is_named(name: str) -> None:
    assert entity(said(f"与{name}签订协议。"), name).key.startswith("organization/cn/")


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("市委办公厅印发通知。", "organization/2023-310000000000/party-committee-general-office"),
        ("区委办公室印发通知。", "organization/2023-310118000000/party-committee-office"),
        (
            "区自然资源局大坪所来访。",
            "organization/2023-310118000000/field-office-zi-ran-zi-yuan-ju-da-ping-suo",
        ),
    ],
)
def test_an_office_is_what_the_report_calls_it(words: str, key: str) -> None:
    bodies = [e.key for e in said(words).entities if e.type == "Organization"]
    assert [body for body in bodies if body.startswith(key)]


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("落实《法治政府建设与责任落实督察工作规定》。", "cn"),
        ("落实《提升行政执法质量三年行动计划（2023—2025年）》。", "cn"),
        ("落实《关于加强法治乡村建设的意见》。", "cn"),
        ("落实《法治政府建设责任落实督察细则》。", TOWN),
        ("落实《关于加强法治乡村建设的工作意见》。", TOWN),
        ("制定《提升行政执法质量三年行动计划》。", TOWN),
    ],
)
def test_a_known_document_of_the_country_is_no_towns_own(words: str, scope: str) -> None:
    (document,) = [e for e in said(words).entities if e.type == "LegalInstrument"]
    assert document.key.startswith(f"instrument/{scope}/")


@pytest.mark.parametrize(
    ("words", "title", "keys"),
    [
        ("向政协通报工作3次。", TITLE, {f"{DISTRICT}/consultative-conference"}),
        (
            "向人大、人大常委会报告。",
            TITLE,
            {f"{TOWN}/people-congress", f"{DISTRICT}/people-congress-standing"},
        ),
        ("向人大报告。", STREET_TITLE, {f"{DISTRICT}/people-congress"}),
        ("人大街道工委视察。", STREET_TITLE, {"2023-310118001000/people-congress-work-committee"}),
        ("办事处印发通知。", STREET_TITLE, {"2023-310118001000/subdistrict-office"}),
        ("办事处印发通知。", DISTRICT_TITLE, set()),
        ("镇党委、政府落实责任。", TITLE, {f"{TOWN}/party-committee", f"{TOWN}/government"}),
        ("镇党委、政府落实责任。", DISTRICT_TITLE, {f"{DISTRICT}/party-committee-zhen-b1a6152e"}),
        ("区委、政府落实责任。", TITLE, {f"{DISTRICT}/district-party-committee"}),
        (
            "区委、政府落实责任。",
            DISTRICT_TITLE,
            {f"{DISTRICT}/district-party-committee", f"{DISTRICT}/government"},
        ),
    ],
)
def test_a_place_has_the_bodies_of_its_level_only(words: str, title: str, keys: set[str]) -> None:
    bodies = (e.key for e in said(words, title=title).entities if e.type == "Organization")
    assert {key.removeprefix("organization/") for key in bodies} == keys


def test_a_town_is_no_city_because_it_is_called_so() -> None:
    found = said("我市调解纠纷12件，全镇调解纠纷3件。", title="德清县新市镇2022年法治政府建设情况报告")
    town = next(e for e in found.entities if e.name.endswith("新市镇"))
    assert "全镇" in town.forms
    assert "我市" not in town.forms


def test_a_village_whose_name_begins_like_a_sentence_lies_in_the_town_before_it() -> None:
    found = said("龙楼镇好圣村获评“全国文明村镇”。", title="文昌市2022年法治政府建设情况报告")
    villages = {e.name for e in found.entities if e.kind == "村"}
    assert villages == {"海南省文昌市龙楼镇好圣村"}


def test_a_village_lies_in_the_town_before_it_whatever_word_both_make() -> None:
    title = "金平苗族瑶族傣族自治县2022年法治政府建设情况报告"
    found = said("者米拉祜族乡下新寨村获评“全国民主法治示范村”。", title=title)
    (village,) = [e for e in found.entities if e.kind == "村"]
    assert village.name.endswith("者米拉祜族乡下新寨村")
    assert village.place == "2023-532530205000"


def test_a_proper_name_without_a_place_is_the_towns_own() -> None:
    keys = {e.name: e.key for e in said("走进中心小学、友谊居委，上海青衡律师事务所值班。").entities}
    assert keys["中心小学"].startswith(f"organization/{TOWN}/")
    assert keys["友谊居委"].startswith(f"organization/{TOWN}/")
    assert keys["上海青衡律师事务所"].startswith("organization/cn/")


def test_a_county_is_not_the_district_that_the_town_lies_in() -> None:
    keys = some(e.key for e in said("县检察院来访。").entities)
    assert not any(key.startswith(f"organization/{DISTRICT}/") for key in keys)


def test_a_body_of_another_is_one_body_and_lies_where_its_name_says() -> None:
    found = said("青浦区人民政府练塘镇办事处挂牌。")
    bodies = {e.key for e in found.entities if e.type == "Organization"}
    assert f"organization/{TOWN}/" in {key[: len(f"organization/{TOWN}/")] for key in bodies}
    assert f"organization/{DISTRICT}/government" not in bodies
    stated = {
        (found.entities[r.subject].name, found.entities[r.object].name)
        for r in found.relations
        if r.predicate == "locatedIn"
    }
    assert ("上海市青浦区练塘镇", "上海市青浦区") in stated


def test_a_name_without_its_outermost_parents_states_where_it_lies() -> None:
    found = said("与苏州市吴江区黎里镇开展协作。")
    names = {e.name for e in found.entities if e.type == "Division"}
    assert {"江苏省苏州市吴江区黎里镇", "江苏省苏州市吴江区", "江苏省苏州市"} <= names


def test_a_congress_and_a_plenum_share_their_last_word() -> None:
    found = said("学习党的二十大和二十届二中全会精神。")
    both = [entity(found, f"党的二十{which}精神") for which in ("大", "届二中全会")]
    assert "党的二十大和二十届二中全会精神" in both[0].forms
    assert both[1].forms == ("二十届二中全会精神",)


def test_a_town_that_may_be_several_places_is_called_as_its_title_calls_it() -> None:
    found = linked(read_text("中兴镇2022年法治政府建设情况报告\n中兴镇落实三项制度。\n", "a.txt"))
    assert found.area is not None
    area = found.entities[found.area]
    assert (area.name, area.kind, area.linked) == ("中兴镇", "镇", "unlinked")
    assert {found.entities[r.subject].name for r in found.relations} == {"中兴镇"}


@pytest.mark.parametrize(
    ("title", "words", "reporter"),
    [
        ("西山新区管委会2022年法治政府建设情况报告", "落实三项制度。", "西山新区"),
        (
            "上海市青浦区文化旅游体育局2022年法治政府建设情况报告",
            "我局落实三项制度。",
            "青浦区文化旅游体育局",
        ),
        ("上海市公安局青浦分局2022年法治政府建设情况报告", "我局落实三项制度。", "上海市公安局青浦分局"),
        (
            "上海市青浦区城市管理和综合行政执法局2022年法治政府建设报告",
            "落实三项制度。",
            "青浦区城市管理和综合行政执法局",
        ),
    ],
)
def test_a_report_speaks_for_the_body_that_its_title_names(title: str, words: str, reporter: str) -> None:
    found = said(words, title=title)
    assert {found.entities[r.subject].name for r in found.relations if r.predicate == "implements"} == {
        reporter
    }


def test_those_who_lead_do_not_report() -> None:
    led = linked(read_text(f"{TITLE}\n2022年，在青浦区司法局的指导下，练塘镇落实三项制度。\n", "a.txt"))
    assert {led.entities[r.subject].name for r in led.relations if r.predicate == "implements"} == {
        "上海市青浦区练塘镇"
    }


def test_a_statute_brings_its_dates_and_whether_it_is_in_force() -> None:
    found = said("学习《中华人民共和国行政处罚法》和《合同法》。")
    law, replaced = facts(found, "行政处罚法"), facts(found, "合同法")
    assert (law["promulgated"], law["amended"], law["effective"]) == (
        "1996-03-17",
        "2021-01-22",
        "2021-07-15",
    )
    assert law["in_force"] == "yes"
    assert "until" not in law
    assert (replaced["in_force"], replaced["until"]) == ("no", "2021-01-01")
    assert replaced["successor"] == "中华人民共和国民法典"


@pytest.mark.parametrize(
    ("words", "editions"),
    [
        ("执行《行政处罚法（2017年修正）》。", ["2017"]),
        ("学习《行政处罚法》（2021年修订）和《信访条例》。", ["2021", None]),
        ("制定《清风行动方案（2021年版）》。", ["2021"]),
        ("学习行政处罚法。", [None]),
    ],
)
def test_a_mention_keeps_the_edition_that_it_names(words: str, editions: list[str | None]) -> None:
    found = said(words)
    laws = [m for m in found.mentions if found.entities[m.entity].type == "LegalInstrument"]
    assert [m.edition for m in laws] == editions


# ── whose a body is ──────────────────────────────────────────────────────────────────────────────

BUREAU = "上海市青浦区司法局2022年法治政府建设工作报告"


def names(of: Report, type_: str) -> set[str]:
    return {e.name for e in of.entities if e.type == type_}


def parts(of: Report) -> list[tuple[str, str]]:
    return [
        (of.entities[r.subject].name, of.entities[r.object].name)
        for r in of.relations
        if r.predicate == "partOf" and r.subject is not None
    ]


def test_a_departments_party_bodies_are_its_own() -> None:
    found = said("局党组带头学习，局党组理论学习中心组学习民法典4次。", title=BUREAU)
    assert {"青浦区司法局党组", "青浦区司法局党组理论学习中心组"} <= names(found, "Organization")


@pytest.mark.parametrize(
    ("words", "name"),
    [("政法委来局指导。", "青浦区政法委"), ("会同网信办、统战部开展检查。", "青浦区网信办")],
)
def test_a_party_committees_departments_are_not_the_reporting_departments(words: str, name: str) -> None:
    assert entity(said(words, title=BUREAU), name).place == DISTRICT


@pytest.mark.parametrize(
    "words",
    [
        "市公安局青浦分局",
        "上海市公安局青浦分局",
        "公安青浦分局",
        "市公安青浦分局",
        "青浦公安分局",
        "区公安局",
    ],
)
def test_a_branch_is_the_bureau_of_the_district_that_it_names(words: str) -> None:
    found = said(f"{words}侦破案件3起，区公安分局开展宣传2次。", title=DISTRICT_TITLE)
    assert [e.key for e in found.entities if e.kind == "部门" and e.name != "上海市公安局"] == [
        f"organization/{DISTRICT}/public-security-bureau"
    ]


@pytest.mark.parametrize("words", ["市公安局城东分局", "市公安局长安分局", "市文旅广体局青浦分局"])
def test_a_branch_of_no_district_of_the_city_and_of_no_known_field_is_one_of_its_own(words: str) -> None:
    found = said(f"{words}侦破案件3起，区公安分局开展宣传2次。", title=DISTRICT_TITLE)
    assert len([e for e in found.entities if e.kind == "部门" and e.name.endswith("分局")]) == 2


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("花园镇建成法治公园。花园司法所调解纠纷20件。", "花园镇司法所"),
        ("法治花园建成，司法所参与。", "孝昌县司法所"),
    ],
)
def test_a_towns_short_name_that_is_a_word_is_one_where_the_report_names_the_town(
    words: str, name: str
) -> None:
    found = said(words, title="湖北省孝感市孝昌县2022年法治政府建设情况报告")
    assert [n for n in names(found, "Organization") if n.endswith("司法所")] == [name]


def test_a_bureau_called_by_its_level_is_of_the_departments_field() -> None:
    found = said("区局获评先进集体，市局予以通报表扬。", title=BUREAU)
    assert {"青浦区司法局", "上海市司法局"} == names(found, "Organization")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("宝鸡市司法局2022年法治政府建设工作报告", "陕西省司法厅"),
        ("宝鸡市自然资源和规划局2022年法治政府建设工作报告", "陕西省自然资源厅"),
    ],
)
def test_a_provincial_department_called_by_its_level_is_of_the_departments_field(
    title: str, expected: str
) -> None:
    assert expected in names(said("省厅印发工作要点。", title=title), "Organization")


@pytest.mark.parametrize(
    ("words", "title", "expected"),
    [
        ("协助市局办案。", "台州市生态环境局路桥分局2023年法治政府建设年度报告", "台州市生态环境局"),
        ("市局政策法规科牵头。", "南宁市交通运输局2023年法治政府建设年度报告", "南宁市交通运输局政策法规科"),
        ("机关党委、工会、团委协助。", "南宁市交通运输局2023年法治政府建设年度报告", "南宁市交通运输局工会"),
    ],
)
def test_what_a_department_calls_briefly_is_of_its_field(words: str, title: str, expected: str) -> None:
    assert expected in names(said(words, title=title), "Organization")


def test_a_level_of_officials_is_no_department() -> None:
    assert names(said("省厅级干部到会，省厅局联合调研。", title=BUREAU), "Organization") == {"青浦区司法局"}


def test_a_departments_section_is_its_own() -> None:
    found = said("政策法规科被评为先进集体。", title=BUREAU)
    assert "青浦区司法局政策法规科" in names(found, "Organization")
    town = said("区司法局政策法规科到会。")
    assert not any("练塘镇" in name and "法规科" in name for name in names(town, "Organization"))


def test_a_departments_leading_group_is_its_own() -> None:
    found = said("成立法治政府建设工作领导小组。局法治建设领导小组到会。", title=BUREAU)
    assert {"青浦区司法局法治政府建设工作领导小组", "青浦区司法局法治建设领导小组"} <= names(
        found, "Organization"
    )
    assert "练塘镇法治政府建设工作领导小组" in names(said("成立法治政府建设工作领导小组。"), "Organization")


@pytest.mark.parametrize(
    ("words", "title", "about"),
    [
        ("发生行政诉讼案件1件。", BUREAU, "青浦区司法局"),
        ("全区发生行政诉讼案件1件。", BUREAU, "上海市青浦区"),
        ("发生行政诉讼案件1件。", TITLE, None),
        ("全镇发生行政诉讼案件1件。", TITLE, None),
        ("泖甸村调解纠纷12件。", TITLE, "上海市青浦区练塘镇泖甸村"),
    ],
)
def test_a_figure_is_of_who_reports_or_of_whom_its_clause_names(
    words: str, title: str, about: str | None
) -> None:
    found = said(words, title=title)
    assert [None if o.about is None else found.entities[o.about].name for o in found.observations] == [about]


def test_a_village_of_a_list_is_named_in_full() -> None:
    found = said("司法所到别通、污生等村放映电影。")
    assert "上海市青浦区练塘镇污生村" in names(found, "Division")


@pytest.mark.parametrize(
    ("words", "predicate", "subjects"),
    [
        ("镇政府聘请上海申浩律师事务所担任法律顾问。", "engages", {"练塘镇人民政府"}),
        ("镇政府成立法治建设领导小组。", "establishes", {"练塘镇人民政府"}),
        ("镇政府制定《合同管理办法》。", "enacts", {"练塘镇人民政府"}),
        ("制定《合同管理办法》。", "enacts", {"上海市青浦区练塘镇"}),
        ("镇政府落实首问负责制。", "implements", {"上海市青浦区练塘镇"}),
        ("镇政府以习近平法治思想为指导。", "follows", {"上海市青浦区练塘镇"}),
    ],
)
def test_what_a_government_does_is_its_own_or_its_places(
    words: str, predicate: str, subjects: set[str]
) -> None:
    found = said(words)
    assert {found.entities[r.subject].name for r in found.relations if r.predicate == predicate} == subjects


def test_a_body_may_bear_the_short_name_of_a_town() -> None:
    found = said("金泽司法所规范运行，区司法所工作会议召开。", title=BUREAU)
    assert "金泽镇司法所" in names(found, "Organization")


def test_a_village_named_with_its_town_lies_in_it() -> None:
    found = said("青浦区金泽镇莲湖村面貌一新。", title=BUREAU)
    by_name = {e.name: k for k, e in enumerate(found.entities)}
    village, town = by_name["上海市青浦区金泽镇莲湖村"], by_name["上海市青浦区金泽镇"]
    located = {(r.subject, r.object) for r in found.relations if r.predicate == "locatedIn"}
    assert {(village, town), (town, by_name["上海市青浦区"])} <= located


@pytest.mark.parametrize(
    ("opening", "subject"),
    [
        ("2022年，区司法局在区委、区政府的坚强领导下，学习贯彻习近平法治思想。", "上海市青浦区司法局"),
        ("2022年，在区司法局的指导下，学习贯彻习近平法治思想。", "上海市青浦区"),
    ],
)
def test_who_is_led_reports_and_not_who_leads(opening: str, subject: str) -> None:
    found = linked(read_text(f"{opening}\n一、主要做法\n青浦区各项工作稳步推进。\n", "case.txt"))
    followed = {found.entities[r.subject].name for r in found.relations if r.predicate == "follows"}
    assert {name.removeprefix("上海市") for name in followed} == {subject.removeprefix("上海市")}


def test_where_a_page_has_its_text_from_is_not_who_reports() -> None:
    """A district's report that its justice bureau put on the net."""
    page = (
        "2022年青浦区法治政府建设情况报告\n文章来源：司法局 更新时间：2023-03-29\n"
        "2022年，青浦区坚持依法行政。\n一、主要举措\n推行首违不罚。\n"
    )
    found = linked(read_text(page, "page.txt"))
    assert {found.entities[r.subject].name for r in found.relations} == {"上海市青浦区"}


def test_the_city_around_an_unplaced_zone_is_not_who_reports() -> None:
    page = "2023年，高新区坚持依法行政，有关情况报告如下。\n一、主要举措\n调委会全市唯一获评先进集体。推行首违不罚。\n"
    assert "全市" not in some(entity.name for entity in linked(read_text(page, "page.txt")).entities)


def test_a_heading_reports_that_a_duty_was_carried_out() -> None:
    heading = "二、党政主要负责人履行推进法治建设第一责任人职责情况"
    found = said(f"组织学习2次。\n{heading}\n镇长听取汇报2次。")
    done = {found.entities[r.object].name for r in found.relations if r.predicate == "implements"}
    assert "推进法治建设第一责任人职责" in done


def test_a_town_that_no_list_has_is_a_division_of_its_county_and_its_bodies_are_its_own() -> None:
    made = said(
        "镇司法所调解纠纷20件。新江口镇人民调解委员会化解纠纷5件。我镇建成法治广场。",
        title="松滋市新江口镇2017年法治政府建设情况报告",
    )
    assert made.area is not None
    town = made.entities[made.area]
    assert (town.name, town.kind, town.linked) == ("湖北省荆州市松滋市新江口镇", "镇", "local")
    assert town.place == "2023-421087000000"
    assert town.key.startswith("division/2023-421087000000/xin-jiang-kou-zhen-")
    assert made.key.startswith("report/421087000000-xin-jiang-kou-zhen-")
    bodies = {entity.name: entity.place for entity in made.entities if entity.type == "Organization"}
    assert bodies["新江口镇司法所"] == bodies["新江口镇人民调解委员会"] == town.key.removeprefix("division/")


def test_bodies_of_other_levels_are_kept_apart_where_the_place_is_not_known() -> None:
    words = "我县由县政府督办，省政府、市政府支持，县司法局与司法局工作专班会商，司法局牵头。"
    found = said(words, title="2022年法治政府建设情况报告")
    assert found.area is None or found.entities[found.area].linked == "unlinked"
    assert {"县政府", "省政府", "市政府"} <= names(found, "Organization")


def test_a_governments_study_group_is_not_its_committees() -> None:
    found = said("区委理论学习中心组、区政府党组中心组分别研读《宪法》。", title=DISTRICT_TITLE)
    groups = {name for name in names(found, "Organization") if name.endswith("中心组")}
    assert len(groups) == 2
