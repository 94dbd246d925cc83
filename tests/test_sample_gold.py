"""The embedded sample's own gold annotations are well formed and say nothing that their digests do not."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.some import some

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent / "kg" / "sample"
GOLD = sorted((HERE / "gold").glob("*.json"))

KINDS = {
    "Division": "直辖市 省 市 区 县 镇 乡 街道 村 社区 小区",
    "Organization": (
        "人民政府 党组织 人大 司法所 司法局 公安派出所 法院法庭 执法队伍 调解组织 法律服务机构 律师事务所 "
        "议事协调机构 部门 学校 群团 其他"
    ),
    "LegalInstrument": "宪法 法律 法规规章 规范性文件 规划纲要 方案计划 清单 书籍作品",
    "Programme": "制度 机制 活动 平台 品牌 阵地 工程",
    "Role": "队伍",
    "Person": "个人",
    "Honour": "荣誉",
    "Doctrine": "思想",
    "Event": "会议 节日",
}
PREDICATES = (
    "implements enacts follows studies publicises establishes engages cooperatesWith receives partOf "
    "locatedIn affiliatedWith"
)
STATUSES = "achieved planned shortcoming"
CONCEPTS = (
    "disputes_mediated disputes_resolved mediation_rate mediation_success_rate mediation_agreements "
    "written_agreements oral_agreements difficult_cases dispute_amount police_referrals police_disputes "
    "court_entrusted_cases petitions petition_stations legal_aid_cases consultations consultation_visits "
    "service_referrals legal_opinions contracts_reviewed decisions_reviewed enforcement_reviews review_rate "
    "penalty_hearings case_files_checked publicity_rate recording_rate litigation_cases litigation_closed "
    "litigation_lost reconsideration_cases reconsideration_corrected info_disclosed disclosure_rate "
    "digitisation_rate disclosure_requests documents_filed filing_rate normative_documents lectures "
    "campaigns trainings training_attendance materials episodes study_sessions discussions meetings_attended "
    "personnel institutions venues honours participants coverage_rate copies risks_found other"
)
TOPICS = (
    "leadership decision_making enforcement normative_documents publicity dispute_resolution legal_services "
    "disclosure litigation workforce digital business culture coordination other"
)
METADATA = {"title", "doc_number", "year", "area", "issuer", "addressee", "issued"}

each = pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)


def load(path: Path) -> dict[str, Any]:
    """The annotations in ``path``."""
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return gold


def bare(text: str) -> str:
    """``text`` without its white space."""
    return re.sub(r"\s", "", text)


def digest(gold: dict[str, Any]) -> str:
    """The annotated digest's characters without white space."""
    return bare((SAMPLE / gold["doc"]).read_text(encoding="utf-8"))


def strangers(items: Iterable[str], allowed: str) -> set[str]:
    """Those of ``items`` that are not among the words of ``allowed``."""
    return set(items) - set(allowed.split())


def readings(item: dict[str, Any], key: str) -> list[str]:
    """The value of ``key`` and, where two annotators would differ, those of its plural."""
    return [item[key], *item.get(f"{key}s", [])]


def test_gold_covers_the_whole_sample() -> None:
    digests = sorted(path.name for path in SAMPLE.glob("*.txt"))
    assert len(digests) == 4
    assert sorted(load(path)["doc"] for path in GOLD) == digests


@each
def test_digest_has_its_length_and_says_what_it_is(path: Path) -> None:
    text = (SAMPLE / load(path)["doc"]).read_text(encoding="utf-8")
    assert 1200 <= len(bare(text)) <= len(text) <= 2500
    assert "（本文据公开报告摘编，非原文）" in text


@each
def test_metadata_is_stated(path: Path) -> None:
    gold = load(path)
    report, text = gold["report"], digest(gold)
    assert set(report) == METADATA
    stated = [report[key] for key in ("title", "doc_number", "issuer", "addressee") if report[key]]
    assert [value for value in [*stated, str(report["year"])] if value not in text] == []
    if report["issued"]:
        year, month, day = (int(part) for part in report["issued"].split("-"))
        assert f"{year}年{month}月{day}日" in text


@each
def test_surface_strings_are_in_the_digest(path: Path) -> None:
    gold = load(path)
    text = digest(gold)
    surfaces = [form for entity in gold["entities"] for form in entity["forms"]]
    surfaces += [item["evidence"] for item in gold["relations"] + gold["observations"]]
    surfaces += [item["text"] for item in gold["statements"]]
    assert [surface for surface in surfaces if not surface or surface not in text] == []


@each
def test_every_entity_is_one_thing_with_a_form(path: Path) -> None:
    entities = load(path)["entities"]
    names = Counter(entity["name"] for entity in entities)
    assert [name for name, count in names.items() if count > 1] == []
    assert [entity["name"] for entity in entities if not entity["forms"]] == []


@each
def test_relations_join_entities_and_are_given_once(path: Path) -> None:
    gold = load(path)
    names = {entity["name"] for entity in gold["entities"]}
    ends = [relation[end] for relation in gold["relations"] for end in ("s", "o")]
    assert [end for end in ends if end not in names] == []
    claims = Counter((r["s"], r["p"], r["o"], r["status"]) for r in gold["relations"])
    assert [claim for claim, count in claims.items() if count > 1] == []
    about = [item["about"] for item in gold["observations"] if item["about"] is not None]
    assert [name for name in about if name not in names] == []


@each
def test_closed_lists_hold(path: Path) -> None:
    gold = load(path)
    claims = gold["relations"] + gold["observations"]
    assert {entity["type"] for entity in gold["entities"]} <= set(KINDS)
    for entity in gold["entities"]:
        assert not strangers(readings(entity, "kind"), KINDS[entity["type"]])
    assert not strangers((relation["p"] for relation in gold["relations"]), PREDICATES)
    assert not strangers((claim["status"] for claim in claims), STATUSES)
    assert not strangers((c for item in gold["observations"] for c in readings(item, "concept")), CONCEPTS)
    assert not strangers((item["kind"] for item in gold["statements"]), "shortcoming plan")
    assert not strangers((topic for item in gold["statements"] for topic in readings(item, "topic")), TOPICS)


@each
def test_plain_figures_are_printed_in_their_evidence(path: Path) -> None:
    """A value is in its evidence in digits, but for what is said in words: one, two, none, ten thousand."""
    worded = {0: "无没未", 1: "一人", 2: "两", 3: "三", 5: "五", 10000: "万"}
    for item in some(load(path)["observations"]):
        digits = f"{item['value']:g}" if item["value"] < 1000 else str(item["value"])
        words = worded.get(item["value"], "")
        assert digits in item["evidence"] or any(word in item["evidence"] for word in words), item


@each
def test_there_is_enough_of_everything(path: Path) -> None:
    gold = load(path)
    kinds = Counter(item["kind"] for item in gold["statements"])
    assert len(gold["entities"]) >= 60
    assert len(gold["relations"]) >= 50
    assert gold["observations"]
    assert kinds["shortcoming"] >= 3
    assert kinds["plan"] >= 5
