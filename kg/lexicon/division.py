"""One administrative division: its code, its name, and what both tell."""

from kg.lexicon.suffixes import Level
from kg.model import frozen

LEVELS: dict[int, Level] = {2: "province", 4: "prefecture", 6: "county", 9: "township"}
"""By the number of digits of the code."""


@frozen
class Division:
    """One administrative division. Code and year together identify it: two editions use one township code for
    different places."""

    code: str
    """统计用区划代码, 12 digits; of a town that no list has its county's, a stroke and its name in ASCII."""
    year: int
    """Edition of the code: 2023 (statistics office), 2025 (civil affairs ministry) where only that has it; of a division that is
    no more, the last year in which reports are of it."""
    name: str
    level: Level
    kind: str
    """直辖市 省 市 区 县 镇 乡 街道; autonomous regions are 省, autonomous prefectures 市, banners 县."""
    short: str
    """The name without its suffix: 宝山, 内蒙古; empty when there is none (沛县, 苏州工业园区)."""
    parent: str | None
    """Code of the division that it lies in; None for a province."""

    @property
    def key(self) -> str:
        """What identifies it everywhere: ``2023-310113101000``."""
        return f"{self.year}-{self.code}"

    @property
    def listed(self) -> bool:
        """Whether a list of divisions has it."""
        return self.code.isdigit()


def trimmed(code: str) -> str:
    """A code without the zeros that fill it to 12 digits: 2, 4, 6 or 9 digits."""
    return next((code[:size] for size in (2, 4, 6) if not code[size:].strip("0")), code[:9])
