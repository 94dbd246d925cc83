"""Why the graph says what it says: every node of a build can be explained, from its folder alone."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner, Result

from kg import resources
from kg.api import Graph
from kg.build import build
from kg.cli import app
from kg.errors import KgError
from kg.explain import Explanation, explain, told
from kg.explain.bodies import REASONS
from kg.explain.rules import entry
from kg.graph import store
from kg.lexicon import vocabulary
from kg.linking.whose import Why
from tests.builds import DATA, TEA_HOUSE, VOCABULARY, ask, write
from tests.casefiles import report
from tests.some import some

HOMONYM = """中兴镇2022年法治政府建设情况报告
2022年，中兴镇在崇明区委领导下，贯彻《崇明区法治村镇建设指引（2021—2025年）》（以下简称《指引》）。
一、主要举措和成效
按照《指引》要求依法行政。学习《民法典》。崇明区司法局指导中兴镇司法所工作。全镇开展法治讲座12场。
"""
UNDECIDED = "城关镇人民政府2022年法治政府建设情况报告\n一、主要举措和成效\n城关镇贯彻《民法典》。\n"
NOWHERE = "依法行政工作总结\n一、主要举措和成效\n我镇推行“谷雨讲堂”工作模式。\n"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The embedded sample and four reports made up for this, built."""
    folder = tmp_path_factory.mktemp("explain")
    write(folder / "in" / "homonym.txt", HOMONYM)
    write(folder / "in" / "nowhere.txt", NOWHERE)
    write(folder / "in" / "undecided.txt", UNDECIDED)
    write(folder / "in" / "tea.txt", report("推行茶馆说事。"))
    build([resources.sample(), folder / "in"], folder / "out", vocabulary=[TEA_HOUSE])
    return folder / "out"


@pytest.fixture(scope="module")
def graph(out: Path) -> ox.Store:
    return store.load(out)


def only(graph: ox.Store, asked: str) -> Explanation:
    found = explain(graph, asked, most=100)
    assert not found.matches
    return found


def kg(out: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["explain", *arguments, "--from", str(out)])


# ── what holds for every node ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("cls", ["Mention", "Claim", "Observation", "Plan", "Shortcoming"])
def test_every_span_and_assertion_is_explained(graph: ox.Store, cls: str) -> None:
    nodes = [node for (node,) in ask(graph, f"?x a fz:{cls} . {{ ?x fz:rule ?r }}", "x")]
    assert nodes
    anchors = {row[0]: row[1] for row in ask(graph, "?s nif:anchorOf ?words", "s", "words")}
    texts = {row[0]: row[1] for row in ask(graph, "?r nif:isString ?text", "r", "text")}
    for node in set(nodes):
        (finding,) = explain(graph, node).findings
        assert finding.reasons
        assert 0 < (finding.confidence or 0) <= 1
        for passage in finding.passages:
            assert passage.before + passage.marked + passage.after in texts[passage.report]
            assert texts[passage.report][passage.begin : passage.end] == passage.marked
            assert cls != "Mention" or passage.marked == anchors[node]
        assert all(link.why and link.iri and link.name for link in finding.links)
        assert cls != "Claim" or len(finding.links) == 2


def test_every_entity_is_explained_by_all_its_mentions(graph: ox.Store) -> None:
    counted: dict[str, int] = {}
    for _, entity in ask(graph, "?m itsrdf:taIdentRef ?e", "m", "e"):
        counted[entity] = counted.get(entity, 0) + 1
    for entity, mentions in some(counted.items()):
        found = only(graph, entity)
        assert (found.iri, found.found, len(found.findings)) == (entity, mentions, mentions)
        assert "【" in told(found)


def test_every_rule_of_a_build_has_words_of_its_own(graph: ox.Store) -> None:
    for node, _ in some(ask(graph, "?x fz:rule ?r", "x", "r")):
        (finding,) = explain(graph, node).findings
        without = [r.rule for r in finding.reasons if r.words.startswith("the component")]
        assert without == [], "declare it in kg/model/rules.py"


def test_the_reporting_division_is_explained_by_what_decided_it(graph: ox.Store) -> None:
    for (area,) in some(ask(graph, "?r fz:division ?d", "d")):
        for finding in some(only(graph, area).findings):
            assert "the head of the file" not in finding.links[0].why


# ── the rule ─────────────────────────────────────────────────────────────────────────────────────


def test_a_rule_names_the_entry_with_its_file_and_line(graph: ox.Store) -> None:
    (first, *_) = only(graph, "programme/three-systems").findings
    found = first.reasons[0].entry
    assert found
    lines = (resources.ontology() / "vocabulary" / found.file).read_text("utf-8").splitlines()
    assert lines[found.line - 1].startswith("p:three-systems ")


def test_entries_of_every_scheme_and_relations_are_found_in_their_files() -> None:
    known = vocabulary.load()
    names = [*known.concepts, *(f"fz:{name}" for name in known.properties)]
    assert [name for name in names if entry(name).line == 0] == []


def test_a_claim_names_its_trigger_and_its_relation(graph: ox.Store) -> None:
    rows = ask(graph, "?c fz:rule ?rule ; rdf:predicate ?p", "c", "rule", "p")
    claim, rule, predicate = next(row for row in rows if row[1].startswith("relations:verb:"))
    (reason,) = [r for r in only(graph, claim).findings[0].reasons if r.rule == rule]
    assert reason.trigger == rule.rpartition(":")[2]
    assert reason.entry
    assert reason.entry.id == f"fz:{predicate.rpartition('#')[2]}"
    assert reason.entry.file == "fazhi.ttl"


def test_an_entry_of_the_users_own_is_found_in_their_file(out: Path) -> None:
    found = json.loads(kg(out, "茶馆调解法", "--json").stdout)["findings"][0]["reasons"][0]["entry"]
    assert (found["id"], found["label"], found["file"]) == (
        "programme/tea-house",
        "茶馆调解法",
        TEA_HOUSE.name,
    )
    line = TEA_HOUSE.read_text("utf-8").splitlines()[found["line"] - 1]
    assert line.startswith(f"<{VOCABULARY}programme/tea-house>")


def test_python_is_told_what_the_command_tells(out: Path) -> None:
    with Graph(out) as made:
        assert made.explain("茶馆调解法").model_dump(mode="json") == json.loads(
            kg(out, "茶馆调解法", "--json").stdout
        )


# ── the link ─────────────────────────────────────────────────────────────────────────────────────


def test_of_three_towns_of_a_name_it_says_which_and_why_not_the_others(graph: ox.Store) -> None:
    (first, *_) = only(graph, "上海市崇明区中兴镇").findings
    (link,) = first.links
    assert "崇明区" in link.why
    assert {rival.name.partition(" ")[0] for rival in link.rivals} == {
        "海南省澄迈县中兴镇",
        "四川省遂宁市安居区中兴镇",
    }
    assert all("does not name" in rival.why for rival in link.rivals)


def test_a_short_form_is_traced_to_its_announcement(graph: ox.Store) -> None:
    by_words = {f.passages[0].marked: f.links[0] for f in only(graph, "指引").findings}
    assert "announces after 《崇明区法治村镇建设指引" in by_words["《指引》"].why


def test_a_law_is_in_the_list(graph: ox.Store) -> None:
    assert "中华人民共和国民法典" in only(graph, "民法典").findings[0].links[0].why


def test_a_body_says_its_place_or_is_the_reports_own(graph: ox.Store) -> None:
    (bureau,) = only(graph, "崇明区司法局").findings
    assert "the name says its place: 崇明区" in bureau.links[0].why
    bare = [f.links[0] for f in only(graph, "北新泾街道司法所").findings if f.links[0].words == "司法所"]
    assert {link.why.rpartition(": ")[2] for link in bare} == {"it is the reporting division's own"}
    assert {rival.name for link in bare for rival in link.rivals} == {
        f"{town}司法所" for town in ("月浦镇", "外冈镇", "惠南镇")
    }


BODIES = {
    "全面依法治区委员会": "the name says a level inside it: it is the one of 青浦区",
    "区政协": "the name says its place: 青浦区",
    "政协": "which no town has: it is the one of 青浦区",
    "县司法局": "the reporting division lies in none of the level that the name says",
    "国务院": "the country has one 国务院",
    "镇政府": "the name says its place: 练塘镇",
    "派出所": "the name says no place: it is the reporting division's own",
    "上海青衡律师事务所": "a proper name before 律师事务所; one everywhere",
    "办公室": "what they belong to is told elsewhere in the report; kept within 上海市青浦区练塘镇",
}
"""Bodies in the report of a district's town, and why each is the one that it is linked to."""


def test_whose_a_body_is_the_linker_says(tmp_path: Path) -> None:
    said = f"贯彻{'、'.join(BODIES)}要求。成立法治建设领导小组，下设办公室。区人大常委会调研。"
    town, subdistrict = (
        report(said),
        report("人大调研。", title="上海市徐汇区湖南路街道2022年法治政府建设情况报告"),
    )
    write(tmp_path / "in" / "town.txt", town)
    write(tmp_path / "in" / "subdistrict.txt", subdistrict)
    build([tmp_path / "in"], tmp_path / "out")
    made = store.load(tmp_path / "out")
    reasons: dict[str, set[str]] = {}
    for (mention,) in ask(made, "?m a fz:Mention ; itsrdf:taIdentRef ?e . ?e a fz:Organization", "m"):
        (finding,) = explain(made, mention).findings
        for link in finding.links:
            reasons.setdefault(finding.passages[0].marked, set()).add(link.why)
    for words, why in BODIES.items():
        assert any(why in reason for reason in reasons[words]), (words, reasons[words])
    assert any("which no subdistrict elects: it is the one of 徐汇区" in why for why in reasons["人大"])


def test_every_reason_of_the_linker_has_words() -> None:
    assert set(REASONS) == set(Why)


def test_what_no_list_has_is_said_to_be_unlinked_and_why(graph: ox.Store) -> None:
    (finding,) = only(graph, "谷雨讲堂").findings
    assert finding.links[0].by == "unlinked"
    assert "within this report, because its division is not known" in finding.links[0].why


def test_a_town_of_many_namesakes_is_unlinked_and_all_are_told(graph: ox.Store) -> None:
    (finding, *_) = only(graph, "城关镇").findings
    (link,) = finding.links
    assert link.by == "unlinked"
    assert "places are called 城关镇, and the report does not say which" in link.why
    assert len(link.rivals) == 10
    assert all(rival.why == "the report names none of its parents" for rival in link.rivals)


# ── the question ─────────────────────────────────────────────────────────────────────────────────


def test_a_name_of_several_lists_them(graph: ox.Store, out: Path) -> None:
    found = explain(graph, "司法所")
    assert len(found.matches) > 3
    assert found.findings == ()
    assert {match.type for match in found.matches} == {"Organization"}
    printed = kg(out, "司法所")
    assert printed.exit_code == 0
    assert all(f"<{match.iri}>" in printed.stdout for match in found.matches)


def test_a_piece_of_a_name_lists_what_holds_it(graph: ox.Store) -> None:
    names = {match.name for match in explain(graph, "双随机").matches} or {only(graph, "双随机").name}
    assert all("双随机" in name for name in some(names))


def test_iris_may_come_without_their_base(graph: ox.Store) -> None:
    whole = only(graph, f"{VOCABULARY}programme/three-systems")
    assert only(graph, "programme/three-systems").iri == only(graph, f"<{whole.iri}>").iri == whole.iri
    claim = ask(graph, "?c a fz:Claim", "c")[0][0]
    assert only(graph, claim.removeprefix(DATA)).iri == claim


def test_the_sentence_is_printed_with_the_span_marked(out: Path) -> None:
    printed = kg(out, "谷雨讲堂").stdout
    assert "我镇推行【“谷雨讲堂”工作模式】。" in printed
    assert "confidence: 0." in printed


def test_only_as_many_mentions_as_asked_for(graph: ox.Store, out: Path) -> None:
    found = explain(graph, "民法典", most=1)
    assert len(found.findings) == 1 < found.found
    assert f"1 of {found.found} mentions" in kg(out, "民法典", "--most", "1").stdout


@pytest.mark.parametrize(
    "asked", ["没有这个名字的东西", "programme/no-such", f"{DATA}claim/00", "", "fz:implements"]
)
def test_what_is_not_there_is_said_so(graph: ox.Store, out: Path, asked: str) -> None:
    with pytest.raises(KgError, match="KG019"):
        explain(graph, asked)
    result = kg(out, asked)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "KG019" in result.stderr
