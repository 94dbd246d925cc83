"""From the graph to what is drawn."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.graph.store import stream
from kg.model.sentences import sentence_around
from kg.views.columns import Columns
from kg.views.graph.drawing import drawing
from kg.views.graph.names import LETTERS, short_names
from kg.views.graph.picture import Node, Picture, Span
from kg.views.graph.read import MENTIONS, read
from kg.views.graph.spans import Places
from kg.views.pieces import REACH
from kg.views.prose import quotation
from kg.views.wording import Name

SMALL = Path(__file__).parent / "data" / "small.ttl"
FZ = "https://fazhi.example/ontology#"


@pytest.fixture(scope="module")
def picture() -> Picture:
    return read(Columns(stream(SMALL)))


def named(picture: Picture, label: str) -> Node:
    return next(node for node in picture.nodes if node.label.zh == label)


def marked(picture: Picture, label: str, predicate: str) -> set[tuple[str, str]]:
    """Status and marked words of what is said of the entity by this relation."""
    number = picture.nodes.index(named(picture, label))
    return {
        (claim.status, words(picture, span))
        for edge in picture.edges
        if number in (edge.source, edge.target) and edge.predicate == predicate
        for claim in edge.claims
        for span in claim.spans
    }


def words(picture: Picture, span: Span) -> str:
    return picture.reports[span.report].text[span.begin : span.end]


def test_every_entity_and_relation_is_there(picture: Picture) -> None:
    assert len(picture.nodes) == 15
    assert len([edge for edge in picture.edges if edge.predicate != MENTIONS]) == 19
    assert [report.year for report in picture.reports] == ["2022", "2023", "2023"]


def test_labels_come_from_the_graph_in_both_languages(picture: Picture) -> None:
    assert picture.classes["Programme"] == Name(zh="治理项目", en="programme")
    assert picture.predicates["cooperatesWith"] == Name(zh="协作", en="cooperates with")
    assert picture.statuses["shortcoming"] == Name(zh="存在不足", en="shortcoming")
    assert named(picture, "清溪派出所").kind == Name(zh="公安派出所", en="police station")


def test_every_status_keeps_its_own_evidence(picture: Picture) -> None:
    assert marked(picture, "中华人民共和国宪法", "studies") == {
        ("planned", "加强宪法学习"),
        ("shortcoming", "宪法学习不够深入"),
    }


def test_the_spans_are_those_of_the_mentions(picture: Picture) -> None:
    honour = named(picture, "民主法治示范镇")
    assert [words(picture, span) for span in honour.spans] == ["民主法治示范镇"]
    spans = [span for node in picture.nodes for span in node.spans]
    spans += [span for edge in picture.edges for claim in edge.claims for span in claim.spans]
    for span in spans:
        assert 0 <= span.begin < span.end <= len(picture.reports[span.report].text)


def test_figures_and_remarks_go_to_whom_they_concern(picture: Picture) -> None:
    town = named(picture, "示例市青禾区清溪镇")
    assert {(f.counts, f.value, f.unit, f.period) for f in town.figures} == {
        ("调解纠纷", "120", "件", "2022"),
        ("调解纠纷", "150", "件", "2023"),
        ("调解成功率", "98.5", "%", "2022"),
        ("学习民法典", "2", "次", "2022"),
    }
    assert {(r.kind, r.topic.zh) for r in town.remarks} == {
        ("Shortcoming", "队伍建设"),
        ("Shortcoming", "普法宣传"),
        ("Plan", "行政执法"),
        ("Plan", "队伍建设"),
        ("Plan", "普法宣传"),
    }
    assert [f.approximate for f in named(picture, "云林镇司法所").figures] == [True]


def test_a_part_of_a_total_says_that_it_is_one() -> None:
    town = named(read(Columns(stream(SMALL.with_name("neighbour.ttl")))), "示例市青禾区石桥镇")
    assert [f.value for f in town.figures if f.counts == "其中：邻里纠纷"] == ["20.0"]


def test_an_entity_knows_the_towns_whose_reports_mention_it(picture: Picture) -> None:
    code = picture.nodes.index(named(picture, "中华人民共和国民法典"))
    labels = [picture.nodes[town].label.zh for town in picture.homes(code)]
    assert sorted(labels) == ["示例市青禾区云林镇", "示例市青禾区清溪镇"]


def test_what_no_relation_ties_to_a_town_hangs_on_its_mention(picture: Picture) -> None:
    hung = {
        (picture.nodes[edge.source].label.zh, picture.nodes[edge.target].label.zh): edge.claims
        for edge in picture.edges
        if edge.predicate == MENTIONS
    }
    assert set(hung) == {("示例市青禾区清溪镇", "清溪镇司法所"), ("示例市青禾区云林镇", "云林镇司法所")}
    for (_, office), claims in hung.items():
        assert {claim.status for claim in claims} == {"mentioned"}
        said = [words(picture, span) for claim in claims for span in claim.spans]
        assert said
        assert all(office.endswith(word) for word in said)


def test_a_concept_that_is_only_copied_is_no_entity() -> None:
    concept = ox.NamedNode("https://fazhi.example/vocabulary/programme/unmentioned")
    kind = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    copied = ox.Triple(concept, kind, ox.NamedNode(FZ + "Programme"))
    assert len(read(Columns([*stream(SMALL), copied])).nodes) == 15


def test_the_order_of_the_statements_and_their_number_do_not_matter(picture: Picture) -> None:
    turned = sorted([*stream(SMALL), *stream(SMALL)], key=str, reverse=True)
    assert read(Columns(turned)) == picture


def test_an_empty_graph_is_an_empty_picture() -> None:
    picture = read(Columns(()))
    assert (picture.nodes, picture.edges, picture.reports) == ((), (), ())
    assert drawing(picture) == []


def place(label: str, *forms: str, cls: str = "Division") -> Node:
    kind = Name(zh="", en="")
    name = Name(zh=label, en=label)
    return Node(
        iri=label, cls=cls, kind=kind, label=name, forms=forms, linked="", mentioned=0, reports=(), spans=()
    )


def test_short_names_leave_out_the_place_around_and_are_not_long() -> None:
    nodes = [
        place("甲市乙区"),
        place("甲市乙区丙镇", "丙镇", "乙区丙镇", "我镇丙镇"),
        place("甲市乙区丁丁丁镇", "丁丁丁镇", "全镇"),
        place("甲市乙区司法局", cls="Organization"),
        place("一" * 30, cls="Programme"),
    ]
    names = short_names(nodes)
    assert names[:4] == ["甲市乙区", "乙区丙镇", "丁丁丁镇", "司法局"]
    assert len(names[4]) == LETTERS
    assert names[4].endswith("…")


def test_a_mention_without_a_place_is_no_evidence() -> None:
    nif = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
    report, mention = ox.NamedNode("a:r"), ox.NamedNode("a:m")
    values = (
        ("beginIndex", ox.Literal(3)),
        ("endIndex", ox.Literal(5)),
        ("referenceContext", report),
    )
    columns = Columns(ox.Triple(mention, ox.NamedNode(nif + name), value) for name, value in values)
    places = Places(columns, ["a:r"])
    assert places.of(["a:m", "a:m", "a:unknown"]) == (Span(0, 3, 5),)
    assert Places(columns, []).of(["a:m"]) == ()


@pytest.mark.parametrize(
    ("text", "span", "shown"),
    [
        ("甲。乙丙丁。戊", (3, 4), "乙<mark>丙</mark>丁。"),
        ("标题\n正文", (3, 5), "<mark>正文</mark>"),
        ("一" * 500, (250, 251), f"…{'一' * REACH}<mark>一</mark>{'一' * REACH}…"),
    ],
)
def test_a_sentence_that_is_cut_says_so(text: str, span: tuple[int, int], shown: str) -> None:
    assert quotation(text, *sentence_around(text, *span, REACH), *span) == shown
