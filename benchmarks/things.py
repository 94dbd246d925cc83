"""What generated reports speak of: places of the gazetteer, statutes, entries of the vocabularies, and coined names."""

import gzip
import random
from collections import Counter
from collections.abc import Callable
from functools import cache
from math import gcd
from typing import Any, NamedTuple

import grammar

from kg import resources
from kg.lexicon import divisions, laws, vocabulary
from kg.lexicon.division import Division

YEARS = range(2016, 2026)
TOWNS, COUNTIES = ("镇", "乡", "街道"), ("区", "县", "市", "旗")
FRAMED = {"《": "》", "“": "”"}


class Thing(NamedTuple):
    """An entity as a report names it at one place."""

    type: str
    kind: str
    name: str
    surface: str
    frame: str = ""
    """The mark that stands before it in the text, 《 or “."""

    @property
    def written(self) -> str:
        return f"{self.frame}{self.surface}{FRAMED.get(self.frame, '')}"


class Place(NamedTuple):
    """A reporting division, and what it is called by."""

    division: Division
    full: str
    name: str
    above: tuple[Division, ...]
    """The divisions that it lies in, nearest first."""
    year: int

    @property
    def level(self) -> str:
        """镇, 乡, 街道, 区, 县, 市, 旗."""
        return next(word for word in (*TOWNS, *COUNTIES) if self.name.endswith(word))

    @property
    def office(self) -> str:
        """What its government is called after the place: 人民政府, 办事处."""
        return "办事处" if self.level == "街道" else "人民政府"

    @property
    def government(self) -> str:
        """Its government: 月浦镇人民政府, 北新泾街道办事处."""
        return self.name + self.office

    @property
    def party(self) -> str:
        """What its Party committee is called after the level: 镇党委, 街道党工委, 区委."""
        if self.level == "街道":
            return "党工委"
        return "党委" if self.level in TOWNS else "委"


@cache
def places() -> tuple[Division, ...]:
    """Every town, subdistrict, district and county of today that has a name of its own, of all provinces."""
    gazetteer = divisions.load()

    def reports(one: Division) -> bool:
        endings = {"township": TOWNS, "county": COUNTIES}.get(one.level, ())
        named = bool(one.short) and one.kind in endings and one.name.endswith(endings)
        return named and gazetteer.successor(one) is None

    return tuple(one for one in gazetteer if reports(one))


def full_name(one: Division) -> str:
    """A division's name with those that it lies in."""
    return divisions.load().full_name(one)


def place(number: int, stride: int) -> Place:
    """The ``number``-th of the places in each of the ``YEARS``, in an order that ``stride`` shuffles: each pair once
    before any comes again."""
    every = places()
    at = number * _coprime(stride, len(every) * len(YEARS)) % (len(every) * len(YEARS))
    one, gazetteer = every[at // len(YEARS)], divisions.load()
    return Place(one, gazetteer.full_name(one), one.name, gazetteer.ancestors(one), YEARS[at % len(YEARS)])


def _coprime(stride: int, size: int) -> int:
    while gcd(stride, size) > 1:
        stride += 1
    return stride


SUBJECT = "法治政府建设"
"""What every report is about, so that it may or may not count as a programme of its division, and is never drawn."""
Entry = tuple[str, str, tuple[str, ...]]


@cache
def _honours(*, of_people: bool) -> tuple[Entry, ...]:
    """The honours that people bear, or those that bodies and places do."""
    personal = vocabulary.load().words("boundary/honour-of-a-person")
    return tuple(
        one
        for one in _entries("Honour")
        if any(label.endswith(personal) for label in (one[0], *one[2])) == of_people
    )


@cache
def _entries(cls: str) -> tuple[Entry, ...]:
    """Preferred label, kind and labels of a class's entries: only labels of one meaning, on which readers agree."""
    known = vocabulary.load()
    often = Counter(label for one in known.concepts.values() for label in set(one.labels))
    found = []
    for one in known.of(cls):
        labels = tuple(label for label in one.labels if often[label] == 1 and not label.isascii())
        if labels and not one.facts.get("debatable"):
            found.append((one.label, one.kind, labels))
    return tuple(found)


@cache
def _bodies() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Kind and labels of local bodies that need neither a place nor another word to be one."""
    known = vocabulary.load()
    often = Counter(label for one in known.concepts.values() for label in set(one.labels))
    found = []
    for one in known.of("InstitutionKind"):
        facts = one.facts
        plain = not any(facts.get(name) for name in ("needsModifier", "needsPlace", "debatable"))
        labels = tuple(
            label
            for label in one.labels
            if often[label] == 1 and label[0] not in "省市区县镇乡街" and len(label) > 2
        )
        if one.one("reach") == "local" and plain and labels and one.kind in BODIES:
            found.append((one.kind, labels))
    return tuple(found)


@cache
def _national() -> frozenset[str]:
    """Labels of the bodies that there is one of in the country."""
    known = vocabulary.load().of("InstitutionKind")
    return frozenset(label for one in known if one.one("reach") == "national" for label in one.labels)


def issuers(title: str) -> list[str]:
    """The bodies that a title begins with: 最高人民法院、最高人民检察院关于…的解释."""
    named = title.partition("关于")[0].split("、")
    return named if _national().issuperset(named) else []


BODIES = {"司法所", "公安派出所", "法院法庭", "执法队伍", "调解组织", "法律服务机构", "议事协调机构", "部门"}


@cache
def _statutes() -> tuple[tuple[str, str, str, str | None], ...]:
    """Official name, short name, kind and region of the statutes in force (kg/lexicon/data/README.md has the columns)."""
    rows = gzip.decompress((resources.data() / "laws.tsv.gz").read_bytes()).decode().splitlines()
    found = []
    for official, category, _, _, _, status, region in (row.split("\t") for row in rows):
        short = official.removeprefix(laws.STATE)
        if status == "有效" and category != "其他" and len(short) > 2:
            found.append((official, short, laws.KINDS.get(category, "法规规章"), region or None))
    return tuple(found)


class Draws:
    """Things drawn for one report; ``draw`` by the kind's name in the templates."""

    def __init__(self, place: Place, chance: random.Random) -> None:
        self._place, self._chance = place, chance
        self._words: dict[str, Any] = grammar.load().words

    def draw(self, kind: str) -> Thing:
        """Raises AttributeError for a kind that no template should name."""
        made: Callable[[], Thing] = getattr(self, f"_{kind}")
        return made()

    def _pick(self, name: str) -> str:
        return self._chance.choice(self._words[name])

    def _told(self, name: str) -> tuple[str, str]:
        """A word of a table, and the kind that it tells."""
        return self._chance.choice(list(self._words[name].items()))

    def _entry(self, cls: str, quoted: float = 0.0) -> Thing:
        return self._one_of(cls, _entries(cls), quoted)

    def _one_of(self, cls: str, entries: tuple[Entry, ...], quoted: float) -> Thing:
        label, kind, labels = self._chance.choice(entries)
        frame = "“" if self._chance.random() < quoted else ""
        return Thing(cls, kind, label, self._chance.choice(labels), frame)

    def _town(self) -> Thing:
        own = self._place
        return Thing(
            "Division", own.division.kind, own.full, self._chance.choice((own.name, f"我{own.level}"))
        )

    def _gov(self) -> Thing:
        own = self._place
        name = own.government
        short = own.level + (own.office if own.office == "办事处" else "政府")
        return Thing("Organization", "人民政府", name, self._chance.choice((name, short)))

    def _party(self) -> Thing:
        own = self._place
        name = own.name + own.party
        return Thing("Organization", "党组织", name, self._chance.choice((name, own.level + own.party)))

    def _study_group(self) -> Thing:
        own = self._party()
        group = "理论学习中心组"
        return own._replace(name=own.name + group, surface=own.surface + group)

    def _body(self) -> Thing:
        kind, labels = self._chance.choice(_bodies())
        label = self._chance.choice(labels)
        before = self._chance.choice((self._place.name, self._place.level, self._place.level))
        return Thing("Organization", kind, self._place.name + label, before + label)

    def _firm(self) -> Thing:
        region = next((one.short for one in self._place.above if one.level in ("province", "prefecture")), "")
        name = f"{region}{self._pick('firm')}{self._pick('firm')}律师事务所"
        return Thing("Organization", "律师事务所", name, name)

    def _person(self) -> Thing:
        name = self._pick("surnames") + "".join(
            self._pick("given") for _ in range(self._chance.choice((1, 2, 2)))
        )
        return Thing("Person", "个人", name, name)

    def _village(self) -> Thing:
        kind = self._chance.choice(("村", "社区"))
        name = self._pick("village_first") + kind
        return Thing("Division", kind, self._place.full + name, name)

    def _programme(self) -> Thing:
        while (drawn := self._entry("Programme", quoted=0.3)).name == SUBJECT:
            pass
        return drawn

    def _venue(self) -> Thing:
        label, kind, labels = self._chance.choice([one for one in _entries("Programme") if one[1] == "阵地"])
        return Thing("Programme", kind, label, self._chance.choice(labels))

    def _brand(self) -> Thing:
        core = self._pick("brand") + self._pick("brand_middle")
        head, kind = self._told("brand_head")
        return Thing("Programme", kind, core + head, f"“{core}”{head}")

    def _system(self) -> Thing:
        head = self._pick("system_head")
        name = self._pick("system_modifier") + head
        return Thing("Programme", head, name, name)

    def _role(self) -> Thing:
        return self._entry("Role")

    def _team(self) -> Thing:
        own = self._role()
        return own._replace(surface=own.surface if own.surface.endswith("队伍") else f"{own.surface}队伍")

    def _app(self) -> Thing:
        core = self._pick("brand") + self._pick("app")
        return Thing("Programme", "平台", f"{core}小程序", f"“{core}”小程序")

    def _event(self) -> Thing:
        label, kind, labels = self._chance.choice([one for one in _entries("Event") if one[1] == "节日"])
        return Thing("Event", kind, label, self._chance.choice(labels))

    def _honour(self) -> Thing:
        return self._one_of("Honour", _honours(of_people=False), quoted=0.6)

    def _personal_honour(self) -> Thing:
        return self._one_of("Honour", _honours(of_people=True), quoted=0.6)

    def _doctrine(self) -> Thing:
        said = [one for one in _entries("Doctrine") if one[0].endswith(("思想", "精神", "论述"))]
        label, kind, labels = self._chance.choice(said)
        return Thing("Doctrine", kind, label, self._chance.choice(labels))

    def _law(self) -> Thing:
        provinces = {one.short for one in self._place.above if one.level == "province"}
        while True:
            official, short, kind, region = self._chance.choice(_statutes())
            if region is None or region in provinces:
                break
        if kind == "法律" and self._chance.random() < 0.25:
            return Thing("LegalInstrument", kind, official, short)
        return Thing("LegalInstrument", kind, official, self._chance.choice((official, short)), "《")

    def _own_rule(self) -> Thing:
        topic, kind = self._told("own_topic")
        year = self._chance.choice((f"{self._place.year}年", ""))
        name = self._place.name + year + topic
        return Thing("LegalInstrument", kind, name, name, "《")

    def _place_rule(self) -> Thing:
        topic, kind = self._told("own_place_topic")
        name = self._chance.choice(self._place.above).name + topic
        return Thing("LegalInstrument", kind, name, name, "《")
