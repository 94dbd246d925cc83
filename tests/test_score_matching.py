"""The rules of each layer."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.score import matching
from kg.score.annotations import Annotation, EntityItem, ObservationItem, RelationItem, StatementItem


def entity(type_: str, name: str, *forms: str) -> EntityItem:
    return EntityItem(type=type_, name=name, forms=forms)


def relation(s: str, p: str, o: str) -> RelationItem:
    return RelationItem(s=s, p=p, o=o)


def figure(value: float, unit: str | None = "件", evidence: str = "调处矛盾纠纷若干件") -> ObservationItem:
    return ObservationItem(value=value, unit=unit, evidence=evidence)


def report(*entities: EntityItem, **head: Any) -> Annotation:
    return Annotation.model_validate({"doc": "a.txt", "report": head, "entities": entities})


def joined(
    gold: RelationItem, pred: RelationItem, golds: Annotation | None = None, preds: Annotation | None = None
) -> bool:
    return matching.relations([gold], [pred], golds or report(), preds or report()) == [0]


def test_entities_share_a_name_or_a_form() -> None:
    gold = [entity("Organization", "惠南镇司法所", "司法所")]
    assert matching.entities(gold, [entity("Organization", "惠南司法所", "司法所")]) == [0]
    assert matching.entities(gold, [entity("Organization", "司法所")]) == [0]
    assert matching.entities(gold, [entity("Organization", "“惠南镇 司法所”")]) == [0]
    assert matching.entities(gold, [entity("Organization", "惠南司法所", "司法")]) == [None]


def test_entities_are_of_one_type() -> None:
    gold = [entity("Programme", "民法典")]
    assert matching.entities(gold, [entity("LegalInstrument", "民法典")]) == [None]


def test_entities_without_a_name_are_nothing() -> None:
    assert matching.entities([entity("Programme", "《》")], [entity("Programme", "")]) == [None]


def test_one_entity_satisfies_one() -> None:
    gold = [entity("Organization", "甲所", "所"), entity("Organization", "乙所", "所")]
    assert matching.entities(gold, [entity("Organization", "丙所", "所")]) == [0, None]


def test_relations_have_one_predicate_and_the_same_ends() -> None:
    gold = relation("甲镇", "implements", "三项制度")
    assert joined(gold, relation("甲镇", "implements", "“三项制度”"))
    assert not joined(gold, relation("甲镇", "establishes", "三项制度"))
    assert not joined(gold, relation("乙镇", "implements", "三项制度"))
    assert not joined(gold, relation("甲镇", "implements", "双随机"))


def test_ends_are_the_same_by_the_entities_of_their_names() -> None:
    gold, pred = relation("甲镇", "implements", "三项制度"), relation("甲镇", "implements", "执法三项制度")
    golds = report(entity("Programme", "三项制度"))
    assert joined(gold, pred, golds, report(entity("Programme", "执法三项制度", "三项制度")))
    assert not joined(gold, pred, golds, report(entity("Doctrine", "执法三项制度", "三项制度")))
    assert not joined(gold, pred, golds, report(entity("Programme", "另一制度", "三项制度")))


def test_several_entities_may_share_a_form() -> None:
    golds = report(entity("Organization", "甲所", "所"), entity("Organization", "乙所", "所"))
    preds = report(entity("Organization", "丙所", "所"))
    for name in ("甲所", "乙所"):
        gold, pred = relation("镇", "establishes", name), relation("镇", "establishes", "丙所")
        assert joined(gold, pred, golds, preds)


def test_only_a_symmetric_relation_may_be_turned_round() -> None:
    assert joined(relation("甲", "cooperatesWith", "乙"), relation("乙", "cooperatesWith", "甲"))
    assert not joined(relation("甲", "cooperatesWith", "乙"), relation("乙", "cooperatesWith", "乙"))
    assert not joined(relation("甲", "partOf", "乙"), relation("乙", "partOf", "甲"))


def test_status_is_no_part_of_a_relation() -> None:
    planned = RelationItem(s="甲", p="partOf", o="乙", status="planned")
    assert joined(relation("甲", "partOf", "乙"), planned)


@pytest.mark.parametrize(
    ("pred", "same"),
    [
        (figure(220), True),
        (figure(220.0), True),
        (figure(221), False),
        (figure(220, None), False),
        (figure(220, " 件"), True),
        (figure(220, evidence="调处矛盾纠纷若干件，成功"), True),
        (figure(220, evidence="全年共接待咨询若干件"), False),
        (figure(220, evidence=""), False),
    ],
)
def test_observations_have_equal_values_and_units_and_alike_evidence(
    pred: ObservationItem, same: bool
) -> None:
    assert matching.observations([figure(220)], [pred]) == [0 if same else None]


@given(st.floats(-1e9, 1e9), st.floats(-3e-9, 3e-9))
def test_values_are_equal_within_the_tolerance(value: float, off: float) -> None:
    equal = abs(value - (value + off)) < matching.TOLERANCE
    assert matching.observations([figure(value)], [figure(value + off)]) == [0 if equal else None]


def test_the_tolerance_is_a_billionth() -> None:
    assert matching.observations([figure(1)], [figure(1 + 9e-10)]) == [0]
    assert matching.observations([figure(1)], [figure(1 + 11e-10)]) == [None]


def test_values_on_both_sides_of_a_rounding_boundary_are_equal() -> None:
    assert matching.observations([figure(0.0000004999)], [figure(0.0000005001)]) == [0]


def test_statements_are_of_one_kind_and_alike() -> None:
    gold = [StatementItem(kind="plan", text="进一步加强法治队伍建设")]
    assert matching.statements(gold, [StatementItem(kind="plan", text="加强法治队伍建设，补足人员")]) == [0]
    assert matching.statements(gold, [StatementItem(kind="shortcoming", text="加强法治队伍建设")]) == [None]
    assert matching.statements(gold, [StatementItem(kind="plan", text="加强普法宣传")]) == [None]


def test_metadata_is_the_keys_on_which_both_agree() -> None:
    gold = report(title="2021年 报告", year=2021, issued="2022-01-14", addressee="区政府")
    pred = report(title="2021年报告", year="2021", issued="2022-01-15", doc_number="一号")
    assert matching.metadata(gold, pred) == {"title", "year"}


def test_area_and_issuer_agree_by_their_endings() -> None:
    gold = report(area="上海市宝山区月浦镇", issuer="宝山区月浦镇人民政府", addressee="上海市宝山区政府")
    pred = report(area="宝山区月浦镇", issuer="月浦镇人民政府", addressee="宝山区政府")
    assert matching.metadata(gold, pred) == {"area", "issuer"}
