"""The entity of one mention: a division, a body, an instrument, a concept of the vocabulary, or a thing of its own."""

import re

from kg.lexicon.concept import Concept
from kg.lexicon.levels import WHOLE
from kg.lexicon.slugs import slug
from kg.lexicon.vocabulary import Vocabulary
from kg.linking.areas import area_of
from kg.linking.context import Context
from kg.linking.doctrines import PARTY, SPIRIT, spirit
from kg.linking.keys import NATION, entity_key
from kg.linking.organizations import link_institution, named_body
from kg.linking.places import Places
from kg.model import Mention
from kg.model.rules import PATTERN

QUOTATION = re.compile(r"“([^“”]+)”")
BRANDED = ("Programme", "Organization", "Role")
"""Types of what is called by its quotation alone too: “三朵云”综合平台 is 三朵云."""


def entity_of(mention: Mention, clean: str, context: Context) -> int:
    """The index of what a mention of the text ``clean`` means that is no instrument, made when it is new, with its surface form
    recorded."""
    form = clean[mention.begin : mention.end]
    if mention.type == "Division":
        return area_of(mention, form, context)
    if mention.type == "Organization":
        concept, name = named_body(mention.rule, mention.name, context.vocabulary)
        return link_institution(concept, name, context, form)
    if known := _concept(mention, context.vocabulary):
        kind = known.kind or mention.kind
        return context.registry.add(known.id, mention.type, kind, known.label, "vocabulary", form)
    pattern = context.vocabulary.concepts.get(mention.rule.removeprefix(PATTERN))
    if pattern and pattern.one("reach") == "national":
        return _national(mention, form, context)
    return _own(mention, form, context)


def _concept(mention: Mention, vocabulary: Vocabulary) -> Concept | None:
    """The concept that a mention was found by, or that bears its name; a congress stands for its spirit too: 党的二十大 →
    党的二十大精神."""
    if mention.concept:
        return vocabulary.concepts[mention.concept]
    names = [mention.name]
    if mention.type == "Doctrine":
        names += (f"{party}{mention.name}{end}" for party in ("", PARTY) for end in ("", SPIRIT))
    return vocabulary.labelled(mention.type, names)


def _national(mention: Mention, form: str, context: Context) -> int:
    """A thing of the whole country that is in no list: the spirit of a congress."""
    name, parts = spirit(mention.name, context.vocabulary)
    key = entity_key(mention.type, NATION, slug(name))
    facts = tuple(("part", concept) for concept in parts)
    return context.registry.add(key, mention.type, mention.kind, name, "local", form, NATION, facts)


def _own(mention: Mention, form: str, context: Context) -> int:
    """A thing of the place's own, by its name; an honour is of the place that its name tells."""
    scope = _of_honour(mention.name, context) if mention.type == "Honour" else context.scope
    key = entity_key(mention.type, scope, slug(_core(form, context.places)))
    at = context.registry.add(key, mention.type, mention.kind, mention.name, context.linked, form, scope)
    quoted = QUOTATION.findall(form)
    if mention.type in BRANDED and "《" not in form and len(quoted) == 1:
        context.registry.seen_as(at, quoted[0])
        if not form.startswith("“") and not form.endswith("”"):
            context.registry.seen_as(at, form[form.index("“") :])
    return at


def _of_honour(name: str, context: Context) -> str:
    """The scope of an honour: the country (全国先进集体), a place above by its name or its level (上海市…, 市级…, 全省…), else
    the report's own."""
    if name.startswith(context.vocabulary.words("boundary/national-honour")):
        return NATION
    for place in context.places.chain[1:]:
        if name.startswith(place.name) or (place.short and name.startswith(place.short)):
            return place.key
    level = context.places.at_level(name.removeprefix(WHOLE)[:1])
    return level.key if level else context.scope


def _core(form: str, places: Places) -> str:
    """What makes a name this one: its quotations, when it has any, since heads vary (“融普法”模式, “融普法”工作);
    otherwise the name without the reporting division's, which comes and goes."""
    quoted = QUOTATION.findall(form)
    return "".join(quoted) if quoted else places.without_home(form)
