"""A vocabulary that no build can be made with is told by the check, and refused by a build before it reads a report."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.lexicon.check import check
from tests.builds import TEA_HOUSE, write
from tests.casefiles import read
from tests.test_lexicon_check import START

PATTERN = """\
<https://fazhi.example/vocabulary/pattern/stations> a fz:NamePattern ;
    skos:inScheme v:pattern ;
    skos:prefLabel "站所"@zh , "stations"@en ;
    fz:ofType fz:Programme ;
    fz:kind k:platform ;
    fz:pattern "一[站所]{1,3}" .
"""
PROGRAMME = """\
p:tea-court a fz:Programme ;
    skos:prefLabel "茶馆法庭"@zh , "tea-house court"@en ;
    skos:altLabel "茶桌法庭"@zh ;
    skos:exactMatch <https://elsewhere.example/tea> ;
    fz:kind k:mechanism .
"""
VERB = 'fz:studies fz:trigger "温习"@zh ; fz:triggerFrame "以|为教材"@zh .\n'
UNSOUND = [
    pytest.param(PATTERN, "一[站所]{1,3}", "[站所]*", 12, "matches nothing at all", id="pattern of nothing"),
    pytest.param(PATTERN, "一[站所]{1,3}", "(站所", 12, "does not compile", id="pattern that does not compile"),
    pytest.param(PATTERN, "一[站所]{1,3}", "一(?i)站", 12, "does not compile", id="flags inside a pattern"),
    pytest.param(PATTERN, ' ;\n    fz:pattern "一[站所]{1,3}"', "", 7, "fz:pattern", id="no pattern"),
    pytest.param(PATTERN, "fz:ofType fz:Programme ;", "", 7, "fz:ofType", id="pattern of no class"),
    pytest.param(PATTERN, "fz:kind k:platform ;", "", 7, "kind/platform", id="pattern of no kind"),
    pytest.param(PROGRAMME, ' ;\n    fz:kind k:mechanism', "", 7, "kind/mechanism", id="programme of no kind"),
    pytest.param(PROGRAMME, '"茶桌法庭"', '""', 9, "a label is empty", id="empty label"),
    pytest.param(PROGRAMME, '"茶桌法庭"', '"“ ”"', 9, "a label is empty", id="label of marks alone"),
    pytest.param(PROGRAMME, "p:tea-court", "<https://fazhi.example/vocabulary/programme/首席>", 7, "ASCII", id="IRI"),
    pytest.param(PROGRAMME, "p:tea-court", r"<https://fazhi.example/vocabulary/programme/\u9996>", 7, "首", id="escaped"),
    pytest.param(PROGRAMME, "example/tea>", "example/茶>", 10, "ASCII", id="IRI of another"),
    pytest.param(VERB, '"温习"', '""', 7, "an fz:trigger is empty", id="empty trigger"),
    pytest.param(VERB, '"以|为教材"', '"以为教材"', 7, "two phrases", id="half a frame"),
]  # fmt: skip


def kg(*typed: str) -> tuple[int, str]:
    """The exit code of a command, and what it prints on either stream."""
    found = CliRunner().invoke(app, list(typed))
    return found.exit_code, found.output


@pytest.mark.parametrize("sound", [PATTERN, PROGRAMME, VERB])
def test_what_can_be_built_with_is_no_fault(tmp_path: Path, sound: str) -> None:
    assert check([write(tmp_path / "my.ttl", START + sound)]) == []


@pytest.mark.parametrize(("sound", "old", "new", "line", "why"), UNSOUND)
def test_what_no_build_can_be_made_with_is_told_and_refused(
    tmp_path: Path, sound: str, old: str, new: str, line: int, why: str
) -> None:
    own = write(tmp_path / "my.ttl", START + sound.replace(old, new))
    code, told = kg("lexicon", "check", str(own))
    assert code == 1
    assert f"KG024 error: {own}, line {line}: " in told
    assert why in told
    write(tmp_path / "town.txt", "")  # reading it would be KG001
    code, told = kg(
        "build", str(tmp_path / "town.txt"), "--vocabulary", str(own), "-o", str(tmp_path / "out")
    )
    assert code == 2
    assert told.startswith(f"KG014 error: {own}, line {line}: the vocabulary is not usable: ")
    assert why in told
    assert len(told.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_an_entry_that_ships_need_not_be_told_again(tmp_path: Path) -> None:
    more = (
        'p:three-systems skos:hiddenLabel "执法三制"@zh .\n'
        '<https://fazhi.example/vocabulary/pattern/congress> a fz:NamePattern ; skos:hiddenLabel "党代会议"@zh .\n'
    )
    own = write(tmp_path / "my.ttl", START + more)
    assert kg("build", "-o", str(tmp_path / "out"), "--no-pages", "--vocabulary", str(own))[0] == 0


def test_a_file_beside_a_refused_one_is_not_blamed(tmp_path: Path) -> None:
    own = write(tmp_path / "my.ttl", START + PROGRAMME.replace("茶桌法庭", ""))
    code, told = kg(
        "build", "-o", str(tmp_path / "out"), "--vocabulary", str(TEA_HOUSE), "--vocabulary", str(own)
    )
    assert (code, told.partition(", line")[0]) == (2, f"KG014 error: {own}")


@pytest.mark.parametrize("command", ["build -j 1", "build -j 2", "lexicon suggest"])
def test_a_fault_that_the_pipeline_meets_is_told_once_and_of_no_report(tmp_path: Path, command: str) -> None:
    """Each pattern compiles; the two together do not, as they name their group alike."""
    two = PATTERN.replace('"一[站所]{1,3}"', '"一(?P<a>站)" , "一(?P<a>所)"')
    own = write(tmp_path / "my.ttl", START + two)
    files = [str(write(tmp_path / f"{name}.txt", "镇司法所开展普法。")) for name in "ab"]
    typed = [*command.split(), *files, "--vocabulary", str(own)]
    if command.startswith("build"):
        typed += ["-o", str(tmp_path / "out")]
    code, told = kg(*typed)
    assert code == 2
    assert told.startswith("KG014 error: pattern/stations: the vocabulary is not usable: ")
    assert len(told.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_pattern_that_matches_nothing_between_two_characters_names_nothing(tmp_path: Path) -> None:
    own = write(tmp_path / "my.ttl", START + PATTERN.replace("一[站所]{1,3}", "(?=站)"))
    assert read("推动三站建设。", vocabulary=(str(own),)).names("Programme") == read("推动三站建设。").names(
        "Programme"
    )
