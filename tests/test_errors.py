"""Every message has a code, a place and a remedy; ``docs/errors.md`` lists them all and no other."""

import re
import string
from pathlib import Path

import pytest
from pydantic import ValidationError

from kg.errors import UNREADABLE, KgError, cause, describe, notice, raised_as
from kg.export.export import FORMATS
from kg.messages import MESSAGES
from kg.model import Notice

PAGE = Path(__file__).resolve().parent.parent / "docs" / "errors.md"
PACKAGE = Path(__file__).resolve().parent.parent / "kg"
ROW = re.compile(r"^\| *(KG\d{3}) *\| *(.*?) *\| *(.*?) *\| *(.*?) *\|$", re.MULTILINE)


def blanks(message: str) -> dict[str, str]:
    """A value for each blank of a message."""
    names = [name for _, name, _, _ in string.Formatter().parse(message) if name]
    return dict.fromkeys(names, "x")


def test_the_page_lists_exactly_the_messages() -> None:
    rows = ROW.findall(PAGE.read_text("utf-8"))
    assert rows == [(code, *about) for code, about in MESSAGES.items()]
    assert set(re.findall(r"KG\d{3}", PAGE.read_text("utf-8"))) == set(MESSAGES)


def test_the_remedy_of_a_target_names_every_ending_that_is_written() -> None:
    _, _, remedy = MESSAGES["KG038"]
    assert re.findall(r"\.[a-z]+", remedy) == [ending for ending in FORMATS if ending]


def test_codes_are_numbered_without_gaps() -> None:
    assert sorted(MESSAGES) == [f"KG{number:03}" for number in range(1, len(MESSAGES) + 1)]


def test_the_program_uses_every_code_and_no_other() -> None:
    used = set()
    for path in PACKAGE.rglob("*.py"):
        if path.name != "messages.py":
            used |= set(re.findall(r"\"(KG\d{3})\"", path.read_text("utf-8")))
    assert used == set(MESSAGES)


@pytest.mark.parametrize("code", MESSAGES)
def test_a_notice_is_one_plain_line(code: str) -> None:
    severity, message, remedy = MESSAGES[code]
    about = notice(code, "a b.txt", "line 3", **blanks(message))
    line = describe(about)
    assert (about.severity, about.remedy) == (severity, remedy)
    assert line == f"{code} {severity}: a b.txt, line 3: {about.message}; {remedy}"
    assert "{" not in line
    assert "\n" not in line
    assert remedy


def test_a_notice_without_a_place_says_none() -> None:
    assert describe(notice("KG001", "a.txt")).startswith("KG001 error: a.txt: the file is empty; ")
    assert describe(notice("KG001")).startswith("KG001 error: the file is empty; ")


def test_an_error_carries_its_notice() -> None:
    error = KgError("KG003", "a.txt", why="no such file")
    assert isinstance(error.notice, Notice)
    assert str(error) == describe(error.notice)
    assert error.notice.message == "the file cannot be read: no such file"


def test_a_blank_must_be_filled_and_a_code_must_exist() -> None:
    with pytest.raises(KeyError):
        notice("KG003", "a.txt")
    with pytest.raises(KeyError):
        notice("KG999")


def test_a_notice_cannot_be_changed() -> None:
    about = notice("KG001")
    with pytest.raises(ValidationError):
        about.code = "KG002"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FileNotFoundError(2, "No such file or directory", "a.txt"), "No such file or directory"),
        (OSError("S3 is\naway"), "S3 is away"),
        (SyntaxError("an IRI\tlacks its end", ("a.ttl", 3, 1, None)), "an IRI lacks its end"),
        (EOFError(), "EOFError"),
    ],
)
def test_the_cause_of_an_error_is_one_line_without_what_is_told_beside_it(
    error: Exception, said: str
) -> None:
    assert cause(error) == said


def test_errors_in_a_block_are_raised_with_code_and_place() -> None:
    with pytest.raises(KgError) as raised, raised_as("KG014", Path("a.ttl"), UNREADABLE):
        raise SyntaxError("an IRI lacks its end", ("a.ttl", 3, 1, None))
    about = raised.value.notice
    assert (about.code, about.file, about.place) == ("KG014", "a.ttl", "line 3")
    assert about.message.endswith(": an IRI lacks its end")
    with pytest.raises(SyntaxError), raised_as("KG016", "out"):
        raise SyntaxError
    with pytest.raises(KgError, match="KG001"), raised_as("KG016", "out", Exception):
        raise KgError("KG001", "a.txt")
