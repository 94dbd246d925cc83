"""What divisions are usually called besides their names: 恩施州, 镇宁自治县, 东乌旗."""

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


def usual(name: str, code: str) -> tuple[str, str]:
    """What a division is usually called besides its name: a banner, one of minorities without them, in short (恩施州) and as
    autonomous (恩施自治州); empty where it is not."""
    if alias := _aliases().get(name):
        return alias, ""
    if len(code) == 2 or not ("自治" in name or "族" in name):
        return "", ""
    suffix, _, short = parts(name, LEVELS[len(code)])
    shorter, autonomous = (short + ending if short else "" for ending in (suffix[-1:], suffix))
    return shorter if shorter != name else "", autonomous if len(suffix) > 1 and autonomous != name else ""
