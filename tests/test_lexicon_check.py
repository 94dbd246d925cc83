"""A vocabulary file is checked beside the shipped ones; each fault is told with its line."""

from pathlib import Path

import pytest

from kg.errors import KgError
from kg.lexicon import vocabulary
from kg.lexicon.check import check
from kg.reading import words
from tests.builds import TEA_HOUSE, write

START = """\
@prefix fz: <https://fazhi.example/ontology#> .
@prefix v: <https://fazhi.example/vocabulary/> .
@prefix p: <https://fazhi.example/vocabulary/programme/> .
@prefix r: <https://fazhi.example/vocabulary/role/> .
@prefix k: <https://fazhi.example/vocabulary/kind/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
"""Six lines, so that an entry's first line is the seventh."""

WHOLE = """\
p:tea-court a fz:Programme ;
    skos:inScheme v:programme ;
    skos:prefLabel "茶馆法庭"@zh , "tea-house court"@en ;
    skos:altLabel "茶桌法庭"@zh ;
    skos:broader p:peoples-mediation ;
    fz:kind k:mechanism .
"""


def faults(folder: Path, entries: str) -> list[tuple[str, str, str]]:
    """Code, place and message of what is wrong with a file of these entries."""
    return [(f.code, f.place, f.message) for f in check([write(folder / "my.ttl", START + entries)])]


def test_the_shipped_vocabularies_have_no_faults() -> None:
    assert check() == []


def test_a_whole_entry_has_no_faults(tmp_path: Path) -> None:
    assert faults(tmp_path, WHOLE) == []
    assert check([TEA_HOUSE]) == []


def test_only_the_files_asked_for_are_reported(tmp_path: Path) -> None:
    bad = write(tmp_path / "bad.ttl", START + WHOLE.replace("茶馆法庭", "三项制度"))
    good = write(tmp_path / "good.ttl", START + WHOLE.replace("tea-court", "other").replace("茶", "酒"))
    assert {fault.file for fault in check([good, bad])} == {str(bad)}


def test_a_label_of_another_entry_is_a_duplicate(tmp_path: Path) -> None:
    [(code, place, message)] = faults(tmp_path, WHOLE.replace("茶桌法庭", "行政执法三项制度"))
    assert (code, place) == ("KG022", "line 10")
    assert "行政执法三项制度" in message
    assert "Programme programme/three-systems" in message
    assert "programmes.ttl, line " in message


@pytest.mark.parametrize("label", ["人民调解员", "宪法宣传周", "习近平法治思想", "司法所"])
def test_an_alias_that_names_a_thing_of_another_class_is_ambiguous(tmp_path: Path, label: str) -> None:
    assert [f[:2] for f in faults(tmp_path, WHOLE.replace("茶桌法庭", label))] == [("KG022", "line 10")]


def test_marks_and_brackets_do_not_make_another_label(tmp_path: Path) -> None:
    assert [f[0] for f in faults(tmp_path, WHOLE.replace("茶桌法庭", "“三项”制度"))] == ["KG022"]


def test_a_label_twice_on_one_entry_is_a_duplicate(tmp_path: Path) -> None:
    [(code, place, message)] = faults(tmp_path, WHOLE.replace("茶桌法庭", "茶馆法庭"))
    assert (code, place) == ("KG022", "line 10")
    assert "this entry already (my.ttl, line 9)" in message


def test_a_users_alias_of_a_shipped_entry_is_welcome(tmp_path: Path) -> None:
    assert faults(tmp_path, 'p:three-systems skos:hiddenLabel "执法三制"@zh .\n') == []


@pytest.mark.parametrize(
    ("broader", "why"),
    [
        ("p:no-such", "there is no such entry"),
        ("r:mediator", "that is a Role, not a Programme"),
        ("p:tea-court", "the hierarchy runs in a circle"),
    ],
)
def test_a_broken_hierarchy_is_told(tmp_path: Path, broader: str, why: str) -> None:
    [(code, place, message)] = faults(tmp_path, WHOLE.replace("p:peoples-mediation", broader))
    assert (code, place) == ("KG023", "line 11")
    assert message.endswith(why)


def test_a_circle_of_several_entries_is_told_on_each(tmp_path: Path) -> None:
    two = WHOLE.replace("p:peoples-mediation", "p:wine-court")
    other = (
        WHOLE.replace("tea-court", "wine-court")
        .replace("茶", "酒")
        .replace("p:peoples-mediation", "p:tea-court")
    )
    assert [f[:2] for f in faults(tmp_path, two + other)] == [("KG023", "line 11"), ("KG023", "line 17")]


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        (' , "tea-house court"@en', "", 7, '"…"@en'),
        ('"tea-house court"@en', '"?"@en', 9, '"?"'),
        ("fz:kind k:mechanism", 'skos:note "?"', 7, "fz:kind"),
        ("k:mechanism", "k:team", 12, "kind/mechanism"),
        ("fz:Programme", "fz:Programm", 7, "Programm is no class"),
        ("p:tea-court", "<https://elsewhere.example/tea-court>", 7, "does not begin with"),
    ],
)
def test_an_entry_that_is_not_whole_is_told(tmp_path: Path, old: str, new: str, line: int, told: str) -> None:
    found = faults(tmp_path, WHOLE.replace(old, new))
    assert ("KG024", f"line {line}") in [fault[:2] for fault in found]
    assert any(told in message for _, _, message in found)


BODY = """\
<https://fazhi.example/vocabulary/institution/council> a fz:InstitutionKind ;
    skos:inScheme v:institution ;
    skos:prefLabel "参事会"@zh , "council"@en ;
    fz:reach "local" ;
    fz:actsFor "deeds" ;
    fz:kind k:government .
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ('fz:actsFor "deeds"', 'fz:actsFor "place"', 11, "deeds, learning"),
        ('fz:reach "local"', 'fz:reach "town"', 10, "local, parent"),
        ('fz:actsFor "deeds"', "fz:ofDepartment 1", 11, "true, false"),
    ],
)
def test_a_setting_that_no_rule_knows_is_told(
    tmp_path: Path, old: str, new: str, line: int, told: str
) -> None:
    assert faults(tmp_path, BODY) == []
    [(code, place, message)] = faults(tmp_path, BODY.replace(old, new))
    assert (code, place) == ("KG024", f"line {line}")
    assert told in message


def test_broken_turtle_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KgError) as raised:
        faults(tmp_path, WHOLE.replace('"茶馆法庭"', '"茶馆法庭'))
    assert raised.value.notice.code == "KG014"
    assert raised.value.notice.place == "line 9"


OUTLINE = '<https://fazhi.example/vocabulary/outline/plans> skos:hiddenLabel "来年安排"@zh , "plans"@en .\n'


def test_a_word_of_the_outline_is_told_to_be_without_effect(tmp_path: Path) -> None:
    [(code, place, message)] = faults(tmp_path, OUTLINE)
    assert (code, place) == ("KG040", "line 7")
    assert "来年安排" in message
    assert "outline/plans" in message


def test_a_verb_of_a_relation_is_welcome_and_nothing_else_of_it(tmp_path: Path) -> None:
    trigger = 'fz:studies fz:trigger "温习"@zh ; fz:triggerFrame "以|为教材"@zh .\n'
    assert faults(tmp_path, trigger) == []
    for wrong in ("fz:studied fz:trigger", "fz:studies fz:impliedBy"):
        assert [f[:2] for f in faults(tmp_path, trigger.replace("fz:studies fz:trigger", wrong, 1))] == [
            ("KG024", "line 7")
        ]


def test_a_word_of_a_list_that_the_extraction_reads_is_welcome(tmp_path: Path) -> None:
    assert faults(tmp_path, OUTLINE.replace("outline/plans", "boundary/light-verb")) == []


def test_what_is_told_of_the_outline_is_so(tmp_path: Path) -> None:
    """The day on which such words are heard, neither the message nor the manual may deny it."""
    own = write(tmp_path / "my.ttl", START + OUTLINE)
    assert "来年安排" in vocabulary.load((own,)).words("outline/plans")
    assert "来年安排" not in words.words("plans")
