"""Instruments: the official list of laws, short forms to their antecedent, and documents within their place."""

import re
from collections.abc import Collection
from functools import cache

from kg.lexicon import editions, laws
from kg.lexicon.division import Division
from kg.lexicon.levels import level_words
from kg.lexicon.matcher import fold_marks
from kg.lexicon.slugs import slug
from kg.linking.context import Context
from kg.linking.keys import NATION, entity_key
from kg.model import Mention
from kg.model.report import Authority
from kg.model.rules import HEAD
from kg.reading.words import either

ALIAS_REACH = 40
"""How many characters after a title may announce its short form."""
EDITION_REACH = 12
"""How many may tell its edition."""
LONGEST_FORM = 3
"""Characters of the last word of a title that alone may stand for it later: 该 + 条例."""
SHORTEST_NATIONAL = 5
"""A title shorter than this tells nothing without its place (《条例》)."""
YEARS = re.compile(r"((?:19|20)\d\d)[-—–－―]{0,2}((?:19|20)\d\d)(?:年|(?=[）)]))")
"""A span of years, whose dash is typed in many ways and lost in conversions, as 年 is: （20212025年）, （2021-2025）."""
SHORT_IN_TITLES = ("province", "prefecture")
"""Levels of places that titles begin with in short: 上海法治政府建设规划."""
PERIOD = re.compile(r"[（(][^（()）]*[）)]$")


def edition(mention: Mention, clean: str) -> str | None:
    """The edition of an instrument that is told directly behind its title: （2021年修订）."""
    if mention.type != "LegalInstrument":
        return None
    return editions.edition(mention.name, clean[mention.end : mention.end + EDITION_REACH])


@cache
def announced() -> re.Pattern[str]:
    """Directly after a title: the short form that the report announces, （以下简称《纲要》）."""
    return re.compile(rf"[（(]{either('short-form')}[：:]?[“《]*([^《》“”（）()]{{2,30}})[》”]*[）)]")


class Instruments:
    """Resolves titles in the order they are read, because short forms point back."""

    def __init__(self, context: Context, enacted: Collection[int] = ()) -> None:
        """``enacted``: offsets at which titles begin that the reporter says it drew up itself."""
        self._registry, self._places, self._scope = context.registry, context.places, context.scope
        self._enacted = enacted
        self._titles = context.vocabulary.words("boundary/national-title")
        self._national = frozenset(map(fold_marks, context.vocabulary.words("boundary/national-document")))
        forms = context.vocabulary.of("InstrumentForm")
        self._kinds = frozenset(form.kind for form in forms if form.one("reach") == "national")
        self._by_alias: dict[str, int] = {}
        self._issuers: dict[int, int] = {}
        self._earlier: dict[str, int] = {}
        """The last instrument of a name without its period, and of each last word that a bare form may be."""

    def link(
        self, mention: Mention, clean: str, issuer: int | None = None, *, possessed: bool = False
    ) -> int:
        """The index of what one mention of the text ``clean`` means; behind it a short form may be announced. ``issuer``: the
        index of the body that is said to have issued it; ``possessed``: it stands directly before the title (区委《意见》)."""
        name = fold_marks(self._label(mention))
        at = self._by_alias.get(name)
        if at is None:
            at = self._antecedent(name, bare=mention.rule.startswith(HEAD))
            if possessed and at is not None and not self._is_of(at, issuer):
                at = None
        if at is not None:
            self._registry.seen_as(at, mention.name)
        else:
            at = self._new(mention, name, issuer)
            full = PERIOD.sub("", name)
            self._earlier |= dict.fromkeys((full, *(full[-size:] for size in range(1, LONGEST_FORM + 1))), at)
        if issuer is not None:
            self._issuers.setdefault(at, issuer)
        alias = announced().match(clean[mention.end : mention.end + ALIAS_REACH])
        if alias:
            self._by_alias[fold_marks(alias.group(1))] = at
        return at

    def _is_of(self, at: int, issuer: int | None) -> bool:
        """Whether an instrument is known to be of a body: it issued it, or the title names it or its place."""
        if issuer is None or self._issuers.get(at) == issuer:
            return True
        title, place = self._registry.name(at), self._registry.scope(issuer)
        here = next((one.name for one in self._places.chain if one.key == place), "")
        return self._registry.name(issuer) in title or bool(here and here in title)

    def _label(self, mention: Mention) -> str:
        """The title with its span of years as the standard of punctuation (GB/T 15834) has it: （2021—2025年）."""
        return YEARS.sub(r"\1—\2年", mention.name)

    def _antecedent(self, name: str, *, bare: bool) -> int | None:
        """The last instrument before it of that name without its period, or that ends with it: for a form word (条例, 纲要), and
        for a name that is ``bare`` of 《》 (免罚清单 after 《…轻微违法行为免罚清单》)."""
        if laws.find(name):
            return None
        at = self._earlier.get(name)
        if at is None and bare and len(name) > LONGEST_FORM:
            at = next((self._earlier[full] for full in reversed(self._earlier) if full.endswith(name)), None)
        return at

    def _new(self, mention: Mention, name: str, issuer: int | None) -> int:
        law = laws.find(mention.name)
        if law:
            facts = {
                "official_name": law.official_name,
                "promulgated": law.promulgated,
                "amended": law.amended,
                "effective": law.effective,
                "category": law.category,
                "in_force": {"有效": "yes", "失效": "no"}.get(law.status, ""),
                "until": law.until,
                "successor": law.successor,
            }
            given = tuple((key, value) for key, value in facts.items() if value)
            key = entity_key("Instrument", NATION, slug(law.official_name))
            return self._registry.add(
                key, "LegalInstrument", laws.kind(law), law.short_name, "law", mention.name, None, given
            )
        place = self._place(name, mention, issuer)
        label = self._in_full(self._label(mention))
        key = entity_key("Instrument", place, slug(fold_marks(label)))
        linked: Authority = "local" if place else "unlinked"
        return self._registry.add(key, "LegalInstrument", mention.kind, label, linked, mention.name, place)

    def _named(self, title: str) -> Division | None:
        """The place that a title names; a province or prefecture also in short at its head (上海法治政府建设规划)."""
        for division in self._places.chain:
            short = division.short if division.level in SHORT_IN_TITLES else ""
            headed = (
                short and title.startswith(short) and title[len(short) : len(short) + 1] not in level_words()
            )
            if division.name in title or headed:
                return division
        return None

    def _in_full(self, title: str) -> str:
        """The title with the place that it begins with in full: 上海法治政府建设规划 and 上海市法治政府建设规划 are one."""
        place = self._named(title)
        if place is None or place.name in title:
            return title
        return place.name + title[len(place.short) :]

    def _place(self, name: str, mention: Mention, issuer: int | None) -> str | None:
        """The scope of a title that is no statute's: the place it names; that of another body which issued it; the whole country
        when it names the nation, is a known document's of it or has a form that only law-givers use (条例); otherwise the
        report's own, since every town has its 工作方案, and also where the reporter drew it up (制定《“八五”普法规划》)."""
        place = self._named(name)
        if place:
            return place.key
        if mention.begin in self._enacted:
            return self._scope
        if issuer is not None and len(name) >= SHORTEST_NATIONAL:
            return self._registry.scope(issuer)
        known = PERIOD.sub("", name) in self._national
        national = known or mention.kind in self._kinds or any(word in name for word in self._titles)
        return None if national and len(name) >= SHORTEST_NATIONAL else self._scope
