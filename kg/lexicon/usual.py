"""What divisions are usually called besides their names: 恩施州, 东乌旗."""

from functools import cache

from kg import resources
from kg.lexicon.division import LEVELS
from kg.lexicon.suffixes import parts

ALIASES = "division_aliases.tsv"


@cache
def _aliases() -> dict[str, str]:
    """What divisions are called whose usual name no rule makes: 东乌珠穆沁旗 is 东乌旗."""
    rows = (resources.data() / ALIASES).read_text("utf-8").split()[2:]
    return dict(zip(rows[::2], rows[1::2], strict=True))


def usual(name: str, code: str) -> str:
    """What a division is usually called besides its name: one of minorities without them (恩施州), a banner; else empty."""
    if alias := _aliases().get(name):
        return alias
    if len(code) == 2 or not ("自治" in name or "族" in name):
        return ""
    suffix, _, short = parts(name, LEVELS[len(code)])
    shorter = short + suffix[-1:]
    return shorter if short and shorter != name else ""
