"""The records of a build and the JSON Schema that tells what they hold."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from kg.build import build
from kg.graph.record import ReportRecord, page, schema
from tests.builds import SAMPLE, records
from tests.casefiles import report

DOCS = Path(__file__).resolve().parent.parent / "docs" / "record.schema.json"
FORMAT = TypeAdapter(ReportRecord)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[ReportRecord]:
    folder = tmp_path_factory.mktemp("records")
    build(SAMPLE[:2], folder, pages=False)
    return [FORMAT.validate_python(record, strict=True) for record in records(folder)]


def test_the_schema_in_the_documentation_is_that_of_the_types() -> None:
    assert DOCS.read_text(encoding="utf-8") == page(), "run: make reference"


def test_records_hold_what_the_schema_tells_and_no_more(found: list[ReportRecord]) -> None:
    assert len(found) == 2
    told = schema()["$defs"]
    for record in found:
        assert set(record) == set(schema()["properties"])
        parts = {
            "mentions": "Mentioned",
            "relations": "Stated",
            "observations": "Counted",
            "statements": "Remark",
            "sections": "Headed",
        }
        for part, name in parts.items():
            items: list[dict[str, object]] = dict(record)[part]  # type: ignore[assignment]  # each part is a list of items
            assert items
            assert {key for item in items for key in item} <= set(told[name]["properties"])


def test_a_record_without_a_part_is_none(found: list[ReportRecord]) -> None:
    broken = {key: value for key, value in found[0].items() if key != "mentions"}
    with pytest.raises(ValidationError, match="mentions"):
        FORMAT.validate_python(broken)


def test_forms_are_spelled_as_the_file_spells_them_too(tmp_path: Path) -> None:
    text = report("推行“首违不罚＋公益减罚”机制,落实《练塘镇议事规则(试行)》.")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    build([tmp_path / "a.txt"], tmp_path / "out", pages=False)
    forms = {entity["name"]: entity["forms"] for entity in records(tmp_path / "out")[0]["entities"]}
    assert forms["首违不罚+公益减罚机制"][:2] == ["“首违不罚+公益减罚”机制", "“首违不罚＋公益减罚”机制"]
    assert "练塘镇议事规则(试行)" in forms["练塘镇议事规则（试行）"]
