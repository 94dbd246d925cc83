"""The entities of divisions: those of the gazetteer, the reporting one, and villages within theirs."""

from collections.abc import Iterator, Sequence

from kg.lexicon.division import Division
from kg.lexicon.divisions import load
from kg.lexicon.slugs import slug
from kg.lexicon.unlisted import unlisted
from kg.linking.context import Context
from kg.linking.keys import OWN, entity_key
from kg.model import Entity, Mention, PlaceName
from kg.model.rules import REPORTER, TOWN, VILLAGE_IN, VILLAGE_LISTED


def division_entity(division: Division) -> Entity:
    """The entity of a division, named with its parents, without a form; a town that no list has is one of its county's, without
    a code."""
    return Entity(
        key=f"division/{division.key}",
        type="Division",
        kind=division.kind,
        name=load().full_name(division),
        forms=(),
        linked="division" if division.listed else "local",
        place=None if division.listed else load().ancestors(division)[0].key,
        facts=tuple(_facts(division)) if division.listed else (),
    )


def _facts(division: Division) -> Iterator[tuple[str, str]]:
    """What the list that has a division says of it."""
    yield "code", division.code
    yield "code_year", str(division.year)
    if division.parent:
        yield "parent", division.parent
    if today := load().successor(division):
        yield "now_called", load().full_name(today)
        yield "successor_code", today.code


def reporting_area(called: PlaceName | None, context: Context) -> int | None:
    """The index of the reporting division; ``called`` is what the report calls it when it is not known. None when it is not
    even called anything."""
    if context.places.home:
        return _listed(context.places.home, context)
    return _own(called.kind, called.name, context) if called else None


def area_of(mention: Mention, form: str, context: Context) -> int:
    """The index of the division that a mention names: one of the gazetteer or a town that no list has (its key is in the rule),
    the reporting one, or a village in its scope; ``form`` is its surface."""
    division = context.places.by_key(mention.rule.partition("@")[2])
    if division and mention.rule.startswith(VILLAGE_IN):
        village = _behind(division, mention.name)
        key = entity_key("Division", division.key, slug(village))
        name = load().full_name(division) + village
        return context.registry.add(key, "Division", mention.kind, name, "local", form, division.key)
    if division:
        return _listed(division, context, form)
    if mention.rule.startswith(REPORTER):
        return _own(mention.kind, mention.name, context, form)
    home, scope = context.places.home, context.scope
    said = mention.name + mention.kind if mention.rule == VILLAGE_LISTED else mention.name
    before = context.registry.villages(slug(said))
    if len(before) == 1:  # 金泽镇龚村, and later 龚村
        context.registry.seen_as(before[0], form)
        return before[0]
    name = load().full_name(home) + said if home else said
    key = entity_key("Division", scope, slug(said))
    return context.registry.add(key, "Division", mention.kind, name, context.linked, form, scope)


def unlisted_towns(mentions: Sequence[Mention]) -> list[Division]:
    """The towns that mentions name and no list has, each with its county, whose key opens that of the town in the rule."""
    named = {m.rule: m for m in mentions if m.rule.startswith(TOWN)}
    found = []
    for rule, mention in named.items():
        year, _, code = rule.removeprefix(TOWN).partition("/")[0].partition("-")
        if county := load().get(code, int(year)):
            found.append(unlisted(_behind(county, mention.name), county))
    return found


def _behind(town: Division, name: str) -> str:
    """The village's part of a name that the town's opens, by whichever of its names (鲁布革乡 + 多依村)."""
    called = (town.name, *load().other_names(town))
    return name.rpartition(max((n for n in called if n in name), key=len, default=town.name))[2]


def _listed(division: Division, context: Context, form: str | None = None) -> int:
    """The index of a division of the gazetteer."""
    made = division_entity(division)
    return context.registry.add(
        made.key, made.type, made.kind, made.name, made.linked, form, made.place, made.facts
    )


def _own(kind: str, name: str, context: Context, form: str | None = None) -> int:
    """The index of the reporting division when only its name is known, or not even that."""
    key = entity_key("Division", context.scope, OWN)
    return context.registry.add(key, "Division", kind, name, "unlinked", form, context.scope)
