"""Yearly reports made up by the vocabularies, the gazetteers and a small grammar, with what is true of each.

    python benchmarks/generator.py FOLDER [--reports 1000] [--characters 4000] [--seed 1]

writes reports into FOLDER/text and their annotations, in the shape that ``kg score`` reads, into FOLDER/gold. Report
number n of a seed is the same whatever is made with it. Towns and counties of all provinces, each in ten years, give more
than 400,000 reports before a division and year come again. No sentence is of a real report.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import grammar
from grammar import Figure, Fixed, Part, Piece, Slot, Statement, Template, Words
from things import SUBJECT, Draws, Place, Thing, full_name, issuers, place

STATUS = {"shortcomings": "shortcoming", "plans": "planned"}
KIND = {"shortcomings": "shortcoming", "plans": "plan"}


REST = 300
"""Characters, about, that follow the part on what was done."""


class Generated(NamedTuple):
    """A report and what is true of it."""

    name: str
    """Of its file."""
    text: str
    truth: dict[str, Any]
    """As ``kg.score.Annotation`` reads it."""
    clauses: list[tuple[int, int, str]]
    """Where each clause and heading stands in the text, and the template it was made by."""


def reports(count: int, *, characters: int = 4000, seed: int = 1, first: int = 0) -> Iterator[Generated]:
    """``count`` reports of about so many characters, from number ``first`` on."""
    for number in range(first, first + count):
        chance, own = random.Random(f"{seed}-{number}"), where(number, seed)
        yield Writer(own, chance, characters).written(f"{own.division.key}-{own.year}-{number}.txt")


def where(number: int, seed: int = 1) -> Place:
    """The place and year of report ``number``."""
    return place(number, 1_234_577 + seed)


class Writer:
    """One report in the making."""

    def __init__(self, own: Place, chance: random.Random, characters: int) -> None:
        self._place, self._chance, self._characters = own, chance, characters
        self._grammar, self._draws = grammar.load(), Draws(own, chance)
        self._text: list[str] = []
        self._size = 0
        self._entities: dict[tuple[str, str], dict[str, Any]] = {}
        self._relations: dict[tuple[str, str, str, str], dict[str, Any]] = {}
        self._figures: list[dict[str, Any]] = []
        self._statements: list[dict[str, Any]] = []
        self._clauses: list[tuple[int, int, str]] = []
        self._role = "achievements"
        self._home = Thing("Division", own.division.kind, own.full, own.name)

    def written(self, name: str) -> Generated:
        """The whole report."""
        own = self._place
        stated = self._front()
        head = "".join(self._text)
        self._areas()
        self._body()
        if self._chance.random() < 0.8:
            self._add(f"\n{stated['issuer']}\n\n{stated['issued']}\n")
        else:
            stated["issuer"] = next((one for one in (stated["issuer"], own.government) if one in head), "")
            stated["issued"] = stated["issued"] if stated["issued"] in head else ""
        metadata: dict[str, str | int | None] = {key: value or None for key, value in stated.items()}
        metadata |= {"year": own.year, "area": own.full, "issued": _iso(stated["issued"])}
        truth = {
            "doc": name,
            "report": metadata,
            "entities": list(self._entities.values()),
            "relations": list(self._relations.values()),
            "observations": self._figures,
            "statements": self._statements,
        }
        return Generated(name, "".join(self._text), truth, self._clauses)

    def _front(self) -> dict[str, str]:
        """Write the letterhead; what it and the last lines may state, empty where it does not."""
        own, chance, front = self._place, self._chance, self._grammar.front
        above = own.above[0]
        called = {"name": own.name, "gov": own.government, "year": own.year}
        stated = {
            "issuer": own.full + own.office,
            "doc_number": f"{above.name[0]}{own.name[0]}{chance.choice(front['marks'])}"
            f"〔{own.year + 1}〕{chance.randint(1, 60)}号",
            "title": chance.choice(front["titles"]).format(**called),
            "addressee": f"{above.name}人民政府",
            "issued": f"{own.year + 1}年{chance.randint(1, 3)}月{chance.randint(1, 28)}日",
        }
        head = chance.choice(front["letterheads"])
        self._add(head.format(**stated))
        for key in ("doc_number", "addressee"):
            if f"{{{key}}}" not in head:
                stated[key] = ""
        government = Thing("Organization", "人民政府", own.government, own.government)
        for form in (stated["issuer"], own.government):
            self._know(government._replace(surface=form))
        self._relate(government, "locatedIn", self._home, optional=True)
        if stated["addressee"]:
            self._know(Thing("Organization", "人民政府", stated["addressee"], stated["addressee"]))
        return stated

    def _areas(self) -> None:
        """The reporting division, as whatever it may be called, and those that it lies in."""
        own = self._place
        self._know(Thing("Programme", "", SUBJECT, SUBJECT), optional=True)
        for form in (own.full, own.name, f"我{own.level}", f"本{own.level}", f"全{own.level}"):
            self._know(self._home._replace(surface=form))
        self._relate(self._home, "implements", Thing("Programme", "", SUBJECT, SUBJECT), optional=True)
        inner = self._home
        for outer in own.above:
            full = full_name(outer)
            above = Thing("Division", outer.kind, full, full)
            for form in (full, outer.name):
                self._know(above._replace(surface=form), optional=True)
            self._relate(inner, "locatedIn", above, optional=True)
            inner = above

    def _body(self) -> None:
        roles = ["achievements", "duties", "shortcomings", "plans"]
        if self._chance.random() < 0.3:
            roles.remove("duties")
        self._section("opening", "", 0)
        for number, role in enumerate(roles):
            least = max(self._characters - REST, 200) if role == "achievements" else 0
            self._section(role, f"{self._words('numerals')[number]}、", least)

    def _words(self, name: str) -> Any:
        return self._grammar.words[name]

    def _section(self, role: str, mark: str, least: int) -> None:
        """A section of one part, or of as many as make the text ``least`` characters long."""
        own, chance = self._grammar.sections[role], self._chance
        self._role = role
        self._heading(mark, own.headings)
        if len(own.parts) == 1:
            count = 1 if role == "opening" else chance.randint(2, 5)
            self._paragraph(own.parts[0], count)
            return
        number = 0
        while self._size < least or not number:
            for part in chance.sample(own.parts, len(own.parts)):
                mark = _han(number + 1, self._words("numerals"))
                self._heading(f"（{mark}）", part.headings)
                self._paragraph(part, chance.randint(2, 5))
                number += 1
                if self._size >= least:
                    break

    def _heading(self, mark: str, choice: tuple[Template, ...]) -> None:
        heading = self._chance.choice(choice)
        if heading.pieces:
            self._add(mark)
            self._clause(heading)
            self._add("\n\n")

    def _paragraph(self, part: Part, count: int) -> None:
        """Clauses of a part: as sentences, counted with 一是, or each a numbered line."""
        templates = self._chance.sample(part.templates, min(count, len(part.templates)))
        style = self._chance.choice(("plain", "plain", "listed", "items"))
        numerals = self._words("numerals")
        for number, one in enumerate(templates):
            if style == "listed" and len(templates) > 1:
                self._add(f"{numerals[number]}是")
            elif style == "items" and len(templates) > 1:
                self._add(f"{number + 1}.")
            self._clause(one)
            last = number + 1 == len(templates)
            alone = last or one.has_subject or templates[number + 1].has_subject or style == "items"
            if not self._text[-1].endswith("。"):
                self._add("。" if alone or self._chance.random() < 0.6 else "；")
            if style == "items" and not last:
                self._add("\n")
        self._add("\n\n")

    def _clause(self, template: Template) -> None:
        named: dict[str, list[Thing]] = {}
        begin = self._size
        self._pieces(template.pieces, named)
        self._clauses.append((begin, self._size, template.line))
        for relation in template.relations:
            subject = named[relation.s][0] if relation.s else self._home
            for value in named[relation.o]:
                self._relate(subject, relation.p, value, optional=relation.optional)

    def _pieces(self, pieces: tuple[Piece, ...], named: dict[str, list[Thing]]) -> str:
        """Write them; the words that they became."""
        return "".join([self._piece(piece, named) for piece in pieces])

    def _piece(self, piece: Piece, named: dict[str, list[Thing]]) -> str:
        match piece:
            case str():
                return self._add(piece.format(year=self._place.year, next=self._place.year + 1))
            case Words():
                return self._add(self._chance.choice(piece.words))
            case Fixed():
                thing = Thing(piece.cls, "", piece.name, piece.name)
                named[piece.name] = [thing]
                self._know(thing, optional=piece.optional)
                if piece.cls == "Programme":  # named, it may count as one that the division has
                    self._relate(self._home, "implements", thing, optional=True)
                return self._add(thing.written)
            case Slot():
                return self._slot(piece, named)
            case Figure():
                return self._figure(piece, named)
            case Statement():
                text = self._pieces(piece.pieces, named)
                said = {"kind": KIND[self._role], "topic": piece.topic or None, "text": text}
                self._statements.append(said | ({"agreed": False} if piece.optional else {}))
                return text

    def _slot(self, slot: Slot, named: dict[str, list[Thing]]) -> str:
        taken = {thing.name for things in named.values() for thing in things}
        found: list[Thing] = []
        wanted = self._chance.randint(2, 4) if slot.many else 1
        while len(found) < wanted:
            thing = self._draws.draw(slot.kind)
            if thing.name not in taken:
                found.append(thing)
                taken.add(thing.name)
                self._know(thing)
                for name in issuers(thing.surface) if thing.type == "LegalInstrument" else ():
                    body = Thing("Organization", "", name, name)
                    self._know(body, optional=True)
                    self._relate(body, "enacts", thing, optional=True)
        named[slot.key] = found
        if len(found) == 1:
            return self._add(found[0].written)
        *first, final = [thing.written for thing in found]
        framed = all(thing.frame for thing in found)
        between = self._chance.choice(("、", "")) if framed else "、"  # 《一》《二》 needs no mark
        return self._add(between.join(first) + self._chance.choice((between, "和", "以及")) + final)

    def _figure(self, figure: Figure, named: dict[str, list[Thing]]) -> str:
        value = round(self._chance.uniform(figure.low, figure.high), figure.digits)
        number = f"{value:.{figure.digits}f}"
        if figure.digits == 0:
            value = int(value)
        if figure.han:
            number = "两" if value == 2 else _han(int(value), self._words("numerals"))
        elif value >= 1000 and self._chance.random() < 0.15:
            number = f"{value:,}"
        pieces = tuple(one.replace("#", number) if isinstance(one, str) else one for one in figure.pieces)
        text = self._pieces(pieces, named)
        entry = {
            "indicator": text,
            "concept": figure.concept,
            "value": value,
            "unit": figure.unit,
            "evidence": text,
        }
        self._figures.append(entry | ({"agreed": False} if figure.optional else {}))
        return text

    def _add(self, text: str) -> str:
        self._text.append(text)
        self._size += len(text)
        return text

    def _know(self, thing: Thing, *, optional: bool = False) -> None:
        found = self._entities.setdefault(
            (thing.type, thing.name),
            {
                "type": thing.type,
                "kind": thing.kind or None,
                "name": thing.name,
                "forms": [],
                "agreed": not optional,
            },
        )
        found["agreed"] |= not optional
        if thing.surface not in found["forms"]:
            found["forms"].append(thing.surface)

    def _relate(self, s: Thing, p: str, o: Thing, *, optional: bool) -> None:
        status = STATUS.get(self._role, "achieved")
        found = self._relations.setdefault(
            (s.name, p, o.name, status),
            {"s": s.name, "p": p, "o": o.name, "status": status, "agreed": not optional},
        )
        found["agreed"] |= not optional


def _han(number: int, numerals: list[str]) -> str:
    """1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    return {0: "", 1: "十"}.get(tens, f"{numerals[tens - 1]}十") + (numerals[ones - 1] if ones else "")


def _iso(date: str) -> str | None:
    """2022年1月4日 as 2022-01-04."""
    if not date:
        return None
    year, month, day = (int(part) for part in date.replace("年", " ").replace("月", " ").rstrip("日").split())
    return f"{year}-{month:02}-{day:02}"


def main() -> None:
    """Write reports and annotations."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--characters", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for name in ("text", "gold"):
        (options.folder / name).mkdir(parents=True, exist_ok=True)
    for one in reports(options.reports, characters=options.characters, seed=options.seed):
        (options.folder / "text" / one.name).write_text(one.text, encoding="utf-8")
        gold = json.dumps(one.truth, ensure_ascii=False, indent=1)
        (options.folder / "gold" / one.name).with_suffix(".json").write_text(gold + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
