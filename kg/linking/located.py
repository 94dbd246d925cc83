"""Where divisions, bodies and venues of a report lie, as their names and the gazetteer tell."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, repeat
from typing import NamedTuple

from kg.lexicon import divisions
from kg.lexicon.division import Division
from kg.linking.context import Context
from kg.linking.mentions import Target
from kg.linking.registry import Registry
from kg.model import LinkedMention
from kg.model.rules import INSIDE_DIVISION, INSIDE_HOME, INSIDE_NAME, NAMED_PLACE, TOWN, VILLAGE

QUOTED = re.compile("的?“")
"""Between a place and what is quoted there: 六联村 + 的“火塘调解室”."""
WITH_PARTS = ("county", "prefecture")
"""Levels of divisions whose parts the gazetteer lists by name; a province's counties are told by its cities."""
PLACED = frozenset(("Programme", "Organization"))


class Located(NamedTuple):
    """What lies in a place: indexes of entities, with the mention that says so."""

    within: int
    around: int
    evidence: LinkedMention
    rule: str


def located(
    linked: Sequence[LinkedMention], context: Context, clean: str, department: Target
) -> Iterator[Located]:
    """What the names of divisions and bodies say of where they lie, each once; ``department``: the one that reports."""
    known: set[tuple[int, int]] = set()
    for one in _said(linked, context, clean, department):
        if (one.within, one.around) not in known:
            known.add((one.within, one.around))
            yield one


def _said(
    linked: Sequence[LinkedMention], context: Context, clean: str, department: Target
) -> Iterator[Located]:
    yield from _in_chain(linked, context, clean)
    inside = chain(
        zip(_nested(linked, context.registry), repeat(INSIDE_DIVISION)),
        zip(_opened_by_a_place(linked, context, clean), repeat(INSIDE_NAME)),
        zip(_by_own_name(linked, context, department), repeat(INSIDE_NAME)),
        zip(_parts_of_home(linked, context), repeat(INSIDE_HOME)),
    )
    yield from (Located(m.entity, around, m, rule) for (around, m), rule in inside)


def _in_chain(linked: Sequence[LinkedMention], context: Context, clean: str) -> Iterator[Located]:
    """The reporting division and those that it lies in, each in the next larger where a name states both; the one that it lies
    in directly need only be named, for who reports is one of its parts."""
    starts = {(m.begin, m.entity) for m in linked}
    chain_of_home = context.places.chain
    found = ((place, context.registry.find(f"division/{place.key}")) for place in chain_of_home)
    named_places = [(place, entity) for place, entity in found if entity is not None]
    for (inner, a), (outer, b) in pairwise(named_places):
        by_both = (m for m in linked if m.entity == a and (m.begin, b) in starts)
        by_body = (m for m in linked if _states(clean[m.begin : m.end], inner, outer))
        named = (m for m in linked if m.entity == b and (inner, outer) == tuple(chain_of_home[:2]))
        stating = next(chain(by_both, by_body, named), None)
        if stating:
            yield Located(a, b, stating, INSIDE_DIVISION)


def _nested(linked: Sequence[LinkedMention], registry: Registry) -> Iterator[tuple[int, LinkedMention]]:
    """Each division that another's name begins with (平顺县 + 龙溪镇), the next smaller one, and the longer mention."""
    before: LinkedMention | None = None
    for mention in sorted(linked, key=lambda m: (m.begin, m.end)):
        if not registry.is_division(mention.entity):
            continue
        if before and before.begin == mention.begin and before.entity != mention.entity:
            yield before.entity, mention
        before = mention


def _parts_of_home(linked: Sequence[LinkedMention], context: Context) -> Iterator[tuple[int, LinkedMention]]:
    """The division that reports and each part of it that it names: a village of a town, a town of a county, a city's county."""
    home = context.places.home
    own = context.registry.find(f"division/{home.key}") if home else None
    if home is None or own is None:
        return
    parts = {d.key for d in divisions.load().children(home)} if home.level in WITH_PARTS else frozenset()
    for mention in linked:
        scope = context.registry.scope(mention.entity) or ""
        unlisted = VILLAGE if home.level == "township" else TOWN
        if (mention.rule.startswith(unlisted) and scope.startswith(f"{home.key}/")) or (
            mention.rule.startswith(NAMED_PLACE) and scope in parts
        ):
            yield own, mention


def _by_own_name(
    linked: Sequence[LinkedMention], context: Context, department: Target
) -> Iterator[tuple[int, LinkedMention]]:
    """The reporting division, where the name of its department that reports begins with it: 青浦区 + 水务局."""
    home = context.places.home
    own = context.registry.find(f"division/{home.key}") if home else None
    if own is None:
        return
    begins = {m.begin for m in linked if m.entity == own}
    yield from ((own, m) for m in linked if m.entity == department and m.begin in begins)


def _opened_by_a_place(
    linked: Sequence[LinkedMention], context: Context, clean: str
) -> Iterator[tuple[int, LinkedMention]]:
    """Each division that the name of a venue, or of a body of a part of the reporting division, begins with (借母溪乡 +
    民法典主题公园, 官庄镇 + 司法所), or that stands before a quoted one (华川村“板凳会”), and that name's mention."""
    registry, places = context.registry, context.places
    venue = context.vocabulary.concepts["kind/venue"].label
    if places.home is None:
        return
    own = registry.find(f"division/{places.home.key}")
    opened: dict[int, LinkedMention] = {}
    closed: dict[int, LinkedMention] = {}
    for mention in sorted(linked, key=lambda m: (m.begin, m.end)):
        if registry.is_division(mention.entity):
            opened[mention.begin] = mention
            if quotation := QUOTED.match(clean, mention.end):
                closed[quotation.end() - 1] = mention
    around = {registry.find(f"division/{place.key}") for place in places.chain}
    for mention in linked:
        type_, kind = registry.class_of(mention.entity)
        quoted = closed.get(mention.begin) or closed.get(mention.begin - 1)
        if quoted and quoted.entity not in around and type_ in PLACED:
            yield quoted.entity, mention
        place = opened.get(mention.begin)
        if place is None or place.end >= mention.end:
            continue
        part = place.entity not in around
        if (type_ == "Programme" and kind == venue and (part or place.entity == own)) or (
            type_ == "Organization" and part
        ):
            yield place.entity, mention


def _states(name: str, inner: Division, outer: Division) -> bool:
    """Whether a body's name holds both places, the outer one first: 海淀区人民政府田村路街道办事处."""
    first = name.find(outer.name)
    return first >= 0 and name.find(inner.name, first + len(outer.name)) >= 0
