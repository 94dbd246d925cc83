"""Reports scored: counts, shares, agreement, types and what went wrong."""

from typing import Any

import pytest

from kg.score import Annotation, Score, Tally, figures, listing, score, table


def entity(name: str, type_: str = "Programme", **more: Any) -> dict[str, Any]:
    return {"type": type_, "name": name, **more}


def annotation(doc: str = "a.txt", **parts: Any) -> Annotation:
    return Annotation.model_validate({"doc": doc, **parts})


def scored(gold: list[dict[str, Any]], pred: list[dict[str, Any]]) -> Score:
    """A comparison of entities."""
    return score({"a.txt": annotation(entities=gold)}, {"a.txt": annotation(entities=pred)})


def test_precision_recall_and_f1() -> None:
    tally = Tally(gold=4, predicted=5, hits=2, extra=1)
    assert (tally.precision, tally.recall) == (3 / 5, 2 / 4)
    assert tally.f1 == pytest.approx(2 * 0.6 * 0.5 / 1.1)


def test_shares_of_nothing_are_nought() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (0, 0, 0)
    assert Tally(gold=3, predicted=3).f1 == 0


def test_an_optional_item_found_is_right_and_missed_is_not_wrong() -> None:
    gold = [entity("甲"), entity("乙", agreed=False), entity("丙", agreed=False)]
    both = scored(gold, [entity("甲"), entity("乙")])
    assert both.layers["entities"] == Tally(gold=1, predicted=2, hits=1, extra=1)
    assert both.layers["entities"].f1 == 1
    assert both.misses == ()


@pytest.mark.parametrize("agreed", [True, None])
def test_an_item_is_required_unless_said_otherwise(agreed: bool | None) -> None:
    assert scored([entity("甲", agreed=agreed)], []).layers["entities"] == Tally(gold=1)


def test_an_optional_item_takes_no_partner_from_a_required_one() -> None:
    gold = [entity("甲", forms=["所"], agreed=False), entity("乙", forms=["所"])]
    assert scored(gold, [entity("所")]).layers["entities"] == Tally(gold=1, predicted=1, hits=1)


def test_types_count_by_the_annotated_and_the_predicted_type() -> None:
    gold = [entity("甲"), entity("乙", "Role"), entity("丙", "Role", agreed=False)]
    pred = [entity("甲"), entity("丁"), entity("丙", "Role"), entity("乙", "Event")]
    assert scored(gold, pred).types["entities"] == {
        "Event": Tally(predicted=1),
        "Programme": Tally(gold=1, predicted=2, hits=1),
        "Role": Tally(gold=1, predicted=1, extra=1),
    }


def test_agreement_accepts_both_readings_and_leaves_optional_items_aside() -> None:
    gold = [
        entity("甲", kind="制度"),
        entity("乙", kind="制度", kinds=["制度", "机制"]),
        entity("丙", kind="活动"),
        entity("丁", kind="活动", agreed=False),
    ]
    pred = [entity(name, kind="机制") for name in "甲乙丙丁"]
    found = scored(gold, pred).agreement["entities.kind"]
    assert (found.same, found.pairs, found.share) == (1, 3, 1 / 3)


def test_agreement_reads_the_plurals_as_the_annotations_spell_them() -> None:
    ends = {"s": "甲", "p": "implements", "o": "乙"}
    gold = annotation(relations=[{**ends, "status": "planned", "statuss": ["planned", "achieved"]}])
    pred = annotation(relations=[{**ends, "status": "achieved"}])
    assert score({"a.txt": gold}, {"a.txt": pred}).agreement["relations.status"].same == 1


def test_figures_over_reports_add_up_the_counts() -> None:
    golds = {
        doc: annotation(doc, entities=[entity(n) for n in names])
        for doc, names in (("a", "甲"), ("b", "甲乙丙"))
    }
    preds = {doc: annotation(doc, entities=[entity("甲")]) for doc in "abc"}
    total = score(golds, preds)
    assert total.layers["entities"] == Tally(gold=4, predicted=2, hits=2)
    assert [report.layers["entities"].tally.recall for report in total.reports] == [1, 1 / 3]


def test_a_report_that_was_not_predicted_is_missed_throughout() -> None:
    gold = annotation(
        report={"year": 2021},
        entities=[entity("甲")],
        statements=[{"kind": "plan", "text": "点灯"}],
    )
    total = score({"a.txt": gold}, {})
    assert total.absent == ("a.txt",)
    assert [(miss.layer, miss.what, miss.item) for miss in total.misses] == [
        ("metadata", "missed", "year: 2021, got nothing"),
        ("entities", "missed", "Programme 甲"),
        ("statements", "missed", "plan: 点灯"),
    ]


def test_misses_name_what_was_missed_and_what_is_wrong() -> None:
    gold = annotation(
        report={"title": "甲镇报告"},
        relations=[{"s": "甲", "p": "enacts", "o": "乙"}],
        observations=[{"value": 3, "unit": "件", "indicator": "调处", "evidence": "调处3件"}],
    )
    pred = annotation(
        report={"title": "乙镇报告", "year": 2021},
        relations=[{"s": "甲", "p": "enacts", "o": "丙"}],
        observations=[{"value": 0.5, "indicator": "调处", "evidence": "半"}],
    )
    lines = listing(score({"a.txt": gold}, {"a.txt": pred})).splitlines()
    assert lines == [
        "a.txt\tmetadata\tmissed\ttitle: 甲镇报告, got 乙镇报告",
        "a.txt\tmetadata\twrong\tyear: 2021",
        "a.txt\trelations\tmissed\t甲 --enacts--> 乙",
        "a.txt\trelations\twrong\t甲 --enacts--> 丙",
        "a.txt\tobservations\tmissed\t3件 | 调处 | 调处3件",
        "a.txt\tobservations\twrong\t0.5 | 调处 | 半",
    ]


def test_table_and_figures_say_the_same() -> None:
    total = scored([entity("甲"), entity("乙"), entity("丙")], [entity("甲"), entity("乙")])
    said = figures(total)
    assert said["entities"] == {"gold": 3, "pred": 2, "p": 1.0, "r": 0.6667, "f": 0.8}
    assert said["agreement"] == {"entities.kind": 1.0}
    assert said["types"] == {"entities": {"Programme": said["entities"]}, "relations": {}}
    lines = [line.split() for line in table(total).splitlines()]
    assert ["entities", "3", "2", "1.000", "0.667", "0.800"] in lines
    assert ["entities.Programme", "3", "2", "1.000", "0.667", "0.800"] in lines
    assert ["agreement", "entities.kind", "2/2"] in lines
    assert ["0.000", "0.800", "0.000", "0.000", "0.000", "a.txt"] in lines
