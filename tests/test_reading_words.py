"""The vocabulary of the outline."""

import doctest
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg.reading.widths
from kg import resources
from kg.errors import KgError
from kg.reading import words as room
from tests.some import some

READING = Path(kg.reading.widths.__file__).parent


@pytest.fixture
def vocabulary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A vocabulary of the test's own: the path of its file."""
    path = tmp_path / "vocabulary" / "outline.ttl"
    path.parent.mkdir()
    monkeypatch.setattr(resources, "ontology", lambda: tmp_path)
    room.lists.cache_clear()
    yield path
    room.lists.cache_clear()


def test_words_of_all_labels_longest_first(vocabulary: Path) -> None:
    vocabulary.write_text(
        """@prefix o: <https://fazhi.example/vocabulary/outline/> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        o:plans skos:prefLabel "打算"@zh , "plans"@en ; skos:altLabel "下一步"@zh ;
            skos:hiddenLabel "工作安排"@zh ; skos:definition "别的"@zh .""",
        encoding="utf-8",
    )
    assert room.words("plans") == ("工作安排", "下一步", "打算")
    assert re.fullmatch(room.either("plans"), "下一步")
    assert re.fullmatch(room.spaced("plans"), "工 作  安排")


def test_words_missing_list(vocabulary: Path) -> None:
    vocabulary.write_text("", encoding="utf-8")
    with pytest.raises(KgError, match=r"KG014.*plans"):
        room.words("plans")


def test_words_missing_file(vocabulary: Path) -> None:
    assert not vocabulary.exists()
    with pytest.raises(KgError, match="KG014"):
        room.words("plans")


def test_words_not_turtle(vocabulary: Path) -> None:
    vocabulary.write_text("o:plans a fz:WordList .", encoding="utf-8")
    with pytest.raises(KgError, match="KG014") as caught:
        room.words("plans")
    assert caught.value.notice.place == "line 1"


def test_every_list_is_read_and_every_list_read_exists() -> None:
    files = (*READING.glob("*.py"), *(READING.parent / "linking").glob("*.py"))
    source = "".join(path.read_text(encoding="utf-8") for path in files)
    for slug in some(room.lists()):
        assert f'"{slug}"' in source or f"'{slug}'" in source, f"nothing reads the list {slug}"
    for call in some(re.findall(r"(?<![.\w])(?:either|spaced|words)\(([^()*]+)\)", source)):
        for slug in re.findall(r"['\"]([a-z-]+)['\"]", call):
            assert room.words(slug)


def test_reading_imports_no_other_room() -> None:
    for path in some(READING.glob("*.py")):
        rooms = re.findall(r"(?:from|import) kg\.(\w+)", path.read_text(encoding="utf-8"))
        assert set(rooms) <= {"reading", "model", "errors", "resources"}, path.name


def test_examples_in_the_docstrings() -> None:
    for module in (kg.reading, kg.reading.widths):
        assert doctest.testmod(module).failed == 0
