"""Places that a report names, and how often: words that only look like names are left out."""

import re
from collections import Counter
from collections.abc import Iterable

from kg.lexicon import divisions, ordinary
from kg.lexicon.boundary import is_risky, straddled
from kg.lexicon.division_names import LONGEST
from kg.lexicon.levels import STREET, SUBDISTRICT, TOWN, level_words
from kg.model.alternation import compiled
from kg.model.marks import CLAUSE
from kg.reading.words import either

TITLE = "《"
LEADERS_WORDS = 10
"""Characters behind the leader's title in which the place that his words are about is named."""
LEFT_OUT = SUBDISTRICT.removeprefix(STREET)
"""What the short name of a subdistrict leaves out."""

_STREET = re.compile(rf"{STREET}(?!{either('not-a-street')})")
"""What a subdistrict is called for short: 石门街 is 石门街道."""
_TOWN = compiled(w for w, meant in level_words().items() if meant.body and meant.rank == TOWN)

_LEADER = re.compile(rf"{either('leader')}([^{CLAUSE}\n]{{2,{LEADERS_WORDS}}})")


def above_towns(text: str, hits: Iterable[tuple[int, int]]) -> Counter[str]:
    """How often the text names each county, prefecture and province, suffix included; whose rules it goes by
    (《河南省…规定》) counts twice. ``hits``: where the gazetteer's names stand, in order."""
    tails, plain = ordinary.words("tail"), ordinary.words("division")
    found: Counter[str] = Counter()
    reached = 0
    for begin, end in hits:
        name, inner = text[begin:end], begin == reached
        reached = end
        if name in plain and not inner:
            continue  # 先锋城区, but 晋城市城区
        if text[end - 1 : end + 1] in tails or straddled(text, begin):
            continue
        if not (is_risky(name) and straddled(text, end)):
            found[name] += 2 if text[begin - 1 : begin] == TITLE else 1
    return found


def towns(text: str) -> Counter[str]:
    """How often the text names each township."""
    return _by_suffix(text) + _by_short_form(text)


def _by_suffix(text: str) -> Counter[str]:
    """Townships named in full."""
    gazetteer, tails, plain = divisions.load(), ordinary.words("tail"), ordinary.words("division")
    found: Counter[str] = Counter()
    reached = 0
    for match in _TOWN.finditer(text):
        end = match.end()
        begin = gazetteer.names.longest_to(text, end)
        name = text[begin:end]
        if begin < reached or text[end - 1 : end + 1] in tails or name in plain:
            continue
        if name in found or not straddled(text, begin):
            found[name] += 1
            reached = end
    return found


def _by_short_form(text: str) -> Counter[str]:
    """Subdistricts without their last character."""
    gazetteer = divisions.load()
    found: Counter[str] = Counter()
    for match in _STREET.finditer(text):
        before = text[max(0, match.end() - LONGEST) : match.end()] + LEFT_OUT
        begin = gazetteer.names.longest_to(before, len(before))
        if begin >= 0:
            found[before[begin:]] += 1
    return found


def visited(text: str) -> str:
    """What follows each mention of the leader in its clause, as far as the place of his words stands: 视察吉林重要讲话."""
    return "\n".join(m[1] for m in _LEADER.finditer(text))


def calls(text: str, short: str) -> int:
    """How often the text uses a short name as a word of its own."""
    if not short or short in ordinary.words("short"):
        return 0
    spans = ((m.start(), m.end()) for m in re.finditer(re.escape(short), text))
    return sum(not straddled(text, begin) and not straddled(text, end) for begin, end in spans)
