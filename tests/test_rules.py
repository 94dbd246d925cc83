"""Every rule is declared once, with what it does in words; what the sentences of the cases are found by is declared, and
what is declared finds something in them."""

import inspect
import re
from functools import cache

import pytest

from kg.explain.rules import reason
from kg.extraction import extract
from kg.lexicon import vocabulary
from kg.linking import link, reporting_division, stated_name
from kg.model import Figure, Mention, Relation, RelationMention, Report, Statement, rules
from kg.reading import outline, read_text
from tests.casefiles import cases, report
from tests.some import some

IDENTIFIED = (rules.TERM, rules.PATTERN, rules.HEAD, rules.BODY)
"""Families after which an identifier of the vocabulary follows."""
TEXTS = (
    report("举办“学习《宪法》”知识讲座。\\n信息内容|本年制发件数|\\n茶规|3|"),
    "城关镇人民政府2022年法治政府建设情况报告\n一、主要举措和成效\n城关镇贯彻《民法典》。\n",
    "2022年法治政府建设情况报告\n一、主要举措和成效\n我局落实三项制度。\n",
    report("镇党委、镇党委理论学习中心组学习。在平顺县龙溪镇调研。平顺县司法局来访。"),
)
"""What needs more of a report than sentences of a known town."""
FILES = (
    ("mentions.tsv", 4, 0, None),
    ("figures.tsv", 5, 0, None),
    ("counted.tsv", 5, 0, None),
    ("parts.tsv", 3, 0, None),
    ("relations.tsv", 6, 0, 5),
    ("statements.tsv", 4, 1, 0),
)
"""Each file of cases: its columns, which one holds the sentence, and which the section that it stands in."""
TOGETHER = 25
"""Sentences of one report: one alone takes as long as twenty."""


def texts() -> list[str]:
    """The sentences of all cases as few reports, and ``TEXTS``."""
    said: dict[str, list[str]] = {}
    for name, columns, at, where in FILES:
        for case in cases(name, columns):
            section = "achievements" if where is None else str(case.values[where])
            said.setdefault(section, []).append(str(case.values[at]))
    parts = (
        (section, many[k : k + TOGETHER])
        for section, many in said.items()
        for k in range(0, len(many), TOGETHER)
    )
    return [*(report("\\n".join(part), section) for section, part in parts), *TEXTS]


@cache
def reports() -> tuple[Report, ...]:
    """What is made of the texts."""
    made = []
    for written in texts():
        text = read_text(written, "rules.txt")
        own = outline(text)
        home, _ = reporting_division(own, text.clean)
        called = None if home else stated_name(own, text.clean)
        said = extract(text, own, home, called=called)
        made.append(link(text, own, said, home, vocabulary.load(), called))
    return tuple(made)


@cache
def found() -> frozenset[str]:
    """The rules by which anything is found in them."""
    return frozenset(
        one.rule
        for made in reports()
        for many in (made.mentions, made.relations, made.observations, made.statements)
        for one in many
    )


def test_every_rule_that_finds_something_is_declared() -> None:
    assert [rule for rule in some(sorted(found())) if not rules.family(rule)] == []


def test_every_rule_that_is_declared_finds_something() -> None:
    assert set(rules.WORDS) - {rules.family(rule) for rule in found()} == set()


def test_what_follows_the_name_of_a_family_is_as_it_says() -> None:
    known = vocabulary.load()
    for rule in some(found()):
        family = rules.family(rule)
        follows = rule[len(family) :]
        if family.startswith(IDENTIFIED) and family not in (rules.DEPARTMENT, rules.OFFICE):
            assert follows in known.concepts, rule
        elif family == rules.APPOSITION:
            assert follows in known.properties, rule
        elif family.endswith(":"):
            assert follows, rule


def test_every_use_of_head_words_is_declared() -> None:
    uses = {concept.one("headUse") for concept in vocabulary.load().of("NameHead")}
    assert [use for use in some(uses) if use and f"{rules.HEAD}{use}:" not in rules.WORDS] == []


def test_every_declared_rule_is_told_in_its_own_words() -> None:
    told = [reason(rule).words for rule in rules.WORDS]
    assert told == list(rules.WORDS.values())
    assert len(set(told)) == len(told)


EXAMPLES = re.compile(r"``([a-z]+:[^`]+)``")
SHOWING = (Mention, RelationMention, Relation, Figure, Statement)


def examples(of: type) -> list[str]:
    """The rules that the docstrings of a record give as examples, in order."""
    return EXAMPLES.findall(inspect.getsource(of))


@pytest.mark.parametrize("of", SHOWING)
def test_rules_that_a_docstring_shows_are_real(of: type) -> None:
    """Each is declared, and whole: what follows the name of a family is there."""
    for rule in some(examples(of)):
        family = rules.family(rule)
        assert family, rule
        assert (rule == family) != family.endswith((":", "@")), f"{rule} lacks what follows"


def test_the_docstrings_show_every_way_of_relating_counting_and_stating() -> None:
    shown = {rules.family(rule) for of in SHOWING for rule in examples(of)}
    ways = ("relations:", "appositions:", "together:", "structure:", "figures:", "statements:")
    assert {family for family in rules.WORDS if family.startswith(ways)} - shown == set()


def test_a_rule_that_nobody_declared_is_not_taken_for_one_that_only_begins_so() -> None:
    assert rules.family("divisions:village-of-whatever") == ""
    assert rules.family("instruments:titles") == ""
    assert reason("instruments:titles").words.startswith("the component instruments")
