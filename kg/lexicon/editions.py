"""Editions of statutes: what a bracket behind a title says of them."""

import re
from functools import cache

from kg.lexicon.matcher import QUOTES
from kg.lexicon.ordinary import words
from kg.model.alternation import any_of

BRACKETS = str.maketrans("()〔〕[]", "（）（）（）", QUOTES)
"""Makes all brackets of a title those of Chinese text, and leaves out quotation marks."""


def edition(name: str, following: str) -> str | None:
    """The year of the edition that a citation names, ``2017`` of 行政处罚法（2017年修正）: at the end of its title
    or, in ``following``, directly after it; None where it names none.
    """
    title = name.translate(BRACKETS)
    cited = _cited_edition().fullmatch(title, title.rfind("（") if "（" in title else len(title))
    cited = cited or _cited_edition().match(following.translate(BRACKETS))
    return cited[1] if cited else None


@cache
def at_the_end() -> re.Pattern[str]:
    """What the end of a title may say of its edition: （2021年修订）, （试行）."""
    said = any_of(words("revised-law") | words("law-on-trial"))
    return re.compile(rf"（(?:\d{{4}}年?)?{said}?{any_of(words('law-edition'))}?）$")


@cache
def on_trial() -> re.Pattern[str]:
    """What the end of a title says of a statute that is on trial: （试行）."""
    return re.compile(f"（{any_of(words('law-on-trial'))}）$")


@cache
def _cited_edition() -> re.Pattern[str]:
    """The year of an edition: （2017年修正）, （2017版）."""
    revised, issue = any_of(words("revised-law")), any_of(words("law-edition"))
    return re.compile(rf"（(\d{{4}})年?(?:{revised}{issue}?|{issue})）")
