"""The gazetteer of divisions: looking up, naming, finding, and how it is made."""

import csv
import gzip
import re
from pathlib import Path

import pytest

from kg.lexicon.compile import divisions, main, write
from kg.lexicon.divisions import Divisions, load
from kg.lexicon.suffixes import parts
from kg.lexicon.traditional import simplified

GAZETTEER = load()


def full_names(name: str) -> set[str]:
    return {GAZETTEER.full_name(d) for d in GAZETTEER.by_name(name)}


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("上海市", "上海市"),
        ("惠南镇", "上海市浦东新区惠南镇"),
        ("鲍沟镇", "山东省枣庄市滕州市鲍沟镇"),
        ("神农架林区", "湖北省神农架林区"),
        ("虎门镇", "广东省东莞市虎门镇"),
        ("阿荣旗", "内蒙古自治区呼伦贝尔市阿荣旗"),
        ("岳阳市屈原管理区", "湖南省岳阳市屈原管理区"),
    ],
)
def test_full_name_holds_the_parents_that_people_name(name: str, full: str) -> None:
    assert full_names(name) == {full}


def test_by_name_gives_every_place_of_the_name() -> None:
    expected = {"上海市崇明区中兴镇", "四川省遂宁市安居区中兴镇", "海南省澄迈县中兴镇"}
    assert full_names("中兴镇") == expected
    assert len(GAZETTEER.by_name("城关镇")) > 50
    assert GAZETTEER.by_name("某某镇") == ()


def test_rows_that_only_fill_the_code_are_left_out() -> None:
    for name in ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "街道"):
        assert GAZETTEER.by_name(name) == ()
    assert [d.level for d in GAZETTEER.by_name("东莞市")] == ["prefecture"]


@pytest.mark.parametrize(
    ("name", "also"),
    [
        ("来广营乡", "来广营地区"),
        ("恩施土家族苗族自治州", "恩施州"),
        ("陵水黎族自治县", "陵水县"),
        ("镇宁布依族苗族自治县", "镇宁自治县"),
    ],
)
def test_other_names_find_the_same_division(name: str, also: str) -> None:
    (division,) = GAZETTEER.by_name(name)
    assert GAZETTEER.by_name(also) == (division,)
    assert also in GAZETTEER.other_names(division)


@pytest.mark.parametrize(
    ("short", "name"),
    [("上海", "上海市"), ("内蒙古", "内蒙古自治区"), ("浦东", "浦东新区"), ("北新泾", "北新泾街道")],
)
def test_by_short_name_finds_any_level(short: str, name: str) -> None:
    assert name in {d.name for d in GAZETTEER.by_short_name(short)}


@pytest.mark.parametrize(
    ("name", "level", "kind", "short"),
    [
        ("重庆市", "province", "直辖市", "重庆"),
        ("广西壮族自治区", "province", "省", "广西"),
        ("延边朝鲜族自治州", "prefecture", "市", "延边"),
        ("积石山保安族东乡族撒拉族自治县", "county", "县", "积石山"),
        ("察布查尔锡伯自治县", "county", "县", "察布查尔"),
        ("东乡族自治县", "county", "县", "东乡"),
        ("万柏林区", "county", "区", "万柏林"),
        ("神农架林区", "county", "区", "神农架"),
        ("沛县", "county", "县", ""),
        ("苏州工业园区", "county", "区", ""),
        ("滕州市", "county", "市", "滕州"),
        ("常营回族乡", "township", "乡", "常营"),
        ("那仁宝拉格苏木", "township", "乡", "那仁宝拉格"),
        ("百花山林场", "township", "区", ""),
    ],
)
def test_a_name_tells_kind_and_short_name(name: str, level: str, kind: str, short: str) -> None:
    assert parts(name, level)[1:] == (kind, short)  # type: ignore[arg-type]


def test_every_division_lies_in_one_of_a_higher_level() -> None:
    order = ["province", "prefecture", "county", "township"]
    keys = set()
    for division in GAZETTEER:
        assert re.fullmatch(r"\d{12}", division.code)
        keys.add(division.key)
        assert GAZETTEER.get(division.code, division.year) == division
        if division.parent is None:
            assert division.level == "province"
        else:
            (parent, *_) = GAZETTEER.ancestors(division)
            assert parent.code == division.parent
            assert order.index(parent.level) < order.index(division.level)
    assert len(keys) == len(GAZETTEER)


def test_children_are_those_directly_inside() -> None:
    (county,) = GAZETTEER.by_name("静海区")
    children = GAZETTEER.children(county)
    assert children
    assert {d.parent for d in children} == {county.code}
    assert GAZETTEER.children(county.code) == children
    assert all(d.level == "county" for d in GAZETTEER.children("31"))


def test_one_code_of_two_editions_is_two_divisions() -> None:
    codes: dict[str, set[int]] = {}
    for division in GAZETTEER:
        codes.setdefault(division.code, set()).add(division.year)
    code = min(code for code, years in codes.items() if len(years) == 2)
    old, new = GAZETTEER.get(code, 2023), GAZETTEER.get(code, 2025)
    assert old is not None
    assert new is not None
    assert old.name != new.name
    assert GAZETTEER.get(code) == old


def test_an_unknown_code_is_none_and_its_full_name_an_error() -> None:
    assert GAZETTEER.get("999999999000") is None
    with pytest.raises(KeyError):
        GAZETTEER.full_name("999999999000")


def test_find_in_takes_the_longest_name() -> None:
    text = "山东省枣庄市滕州市与浦东新区"
    assert [text[b:e] for b, e in GAZETTEER.names.find_in(text)] == ["山东省", "枣庄市", "滕州市", "浦东新区"]


def test_simplified_keeps_the_length_and_leaves_simplified_text_alone() -> None:
    assert simplified("密雲區政府轉變職能") == "密云区政府转变职能"
    text = "乾县推进法治政府建设" * 10 + "區"
    assert simplified(text) == text


NBS = [
    ("31", "上海市", "province", ""),
    ("3101", "市辖区", "prefecture", "31"),
    ("310113", "宝山区", "county", "3101"),
    ("310113100", "甲镇", "township", "310113"),
    ("310113101", "宝山区乙镇", "township", "310113"),
    ("310113102", "丙寅地区", "township", "310113"),
    ("310113400", "丁园（西区）", "township", "310113"),
    ("4419", "东莞市", "prefecture", "44"),
    ("44", "广东省", "province", ""),
    ("441900", "东莞市", "county", "4419"),
    ("441900001", "戊街道", "township", "441900"),
]
MCA = [
    ("31", "上海市", ""),
    ("310113", "宝山区", ""),
    ("310113101", "甲镇", "310113100"),
    ("310113100", "乙镇", ""),
    ("310113103", "丙寅乡", ""),
    ("310113104", "己镇", ""),
    ("310113105", "庚镇（已撤销）", ""),
]


def mini() -> list[tuple[str, str, str, str]]:
    keys = ("code", "name", "level", "parent_code")
    statistics = [dict(zip(keys, row, strict=True), year="2023") for row in NBS]
    ministry = [
        {"code": code, "name": name, "year": "2025", "parent_code": code[:6], "nbs2023_code": same}
        for code, name, same in MCA
    ]
    return divisions(statistics, ministry)


def test_compile_joins_townships_on_county_and_name_not_on_code() -> None:
    rows = {row[2]: row for row in mini()}
    assert rows["甲镇"] == ("310113100", "2023", "甲镇", "")
    assert rows["乙镇"] == ("310113101", "2023", "乙镇", "宝山区乙镇")
    assert rows["丙寅乡"] == ("310113102", "2023", "丙寅乡", "丙寅地区")
    assert rows["己镇"] == ("310113104", "2025", "己镇", "")
    assert "庚镇" not in rows
    assert "市辖区" not in rows
    assert [row[0] for row in mini() if row[2] == "东莞市"] == ["4419"]


def test_compile_result_can_be_loaded() -> None:
    made = Divisions("".join("\t".join(row) + "\n" for row in mini()))
    assert made.full_name("310113101000") == "上海市宝山区乙镇"
    assert made.full_name("441900001000") == "广东省东莞市戊街道"
    assert len(made) == len(mini())


def test_compile_writes_the_same_bytes_each_time(tmp_path: Path) -> None:
    write(tmp_path / "a.gz", mini())
    write(tmp_path / "b.gz", mini())
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()
    assert gzip.decompress((tmp_path / "a.gz").read_bytes()).decode().count("\n") == len(mini())


def test_compile_command_writes_all_tables(tmp_path: Path) -> None:
    tables: dict[str, tuple[list[str], list[tuple[str, ...]]]] = {
        "nbs.csv": (["code", "name", "level", "parent_code", "year"], [(*row, "2023") for row in NBS]),
        "mca.csv": (
            ["code", "name", "year", "parent_code", "nbs2023_code"],
            [(code, name, "2025", code[:6], same) for code, name, same in MCA],
        ),
    }
    columns = ["full_name", "category", "promulgated", "amended", "effective", "status", "region"]
    tables["laws.csv"] = (columns[:-1], [("中华人民共和国甲法", "法律", "2000-01-01", "", "", "有效")])
    tables["local.csv"] = (columns, [("上海市乙条例", "地方性法规", "2001-01-01", "", "", "有效", "上海")])
    for name, (header, rows) in tables.items():
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])
    assert main([*(str(tmp_path / name) for name in tables), str(tmp_path)]) == 0
    assert load(tmp_path / "divisions.tsv.gz").full_name("310113100") == "上海市宝山区甲镇"
    readings = gzip.decompress((tmp_path / "pinyin.tsv.gz").read_bytes()).decode()
    assert "法" in next(line for line in readings.splitlines() if line.startswith("fa\t"))
    assert main([]) == 2
