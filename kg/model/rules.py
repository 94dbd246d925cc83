"""The rules that mentions are found by, as far as more than one module asks for them.

A rule is ``component:pattern``. A name that ends in ``:`` or ``@`` is what many rules begin with: an identifier of the
vocabulary or a division's key follows.
"""

TERM = "terms:"
PATTERN = "patterns:"
HEAD = "heads:"

BODY = "organizations:"
DEPARTMENT = "organizations:self"
"""What the department that reports calls itself: 我局."""
OFFICE = "organizations:office@"
"""The office of the coordinating body named before it (领导小组 + 下设办公室); the kind of that body follows."""

NAMED_PLACE = "divisions:named@"
OWN_PLACE = "divisions:self@"
"""What a report calls its own place: 我镇. No key follows when that place is not known."""
CALLED_PLACE = "divisions:called@"
"""The name that the head of a report gives a place which is not known; no key follows."""
REPORTER = (OWN_PLACE, CALLED_PLACE)
"""Rules of what means the reporting division."""
VILLAGE = "divisions:village"
"""The rule of villages, and what those of villages told in other ways begin with."""
VILLAGE_IN = "divisions:village-in@"
"""A village named with the town that it lies in; the town's key follows."""
VILLAGE_LISTED = "divisions:village-listed"
"""A village that only the end of its list tells."""

TITLE = "instruments:title"
BARE_LAW = "instruments:bare"
ISSUED = "instruments:inner"
"""What a notice issues: the inner title of 《关于印发〈工作规定〉的通知》."""
CARRIED_OUT = "instruments:carried-out"
"""What a plan carries out: the inner title of 《贯彻落实〈实施纲要〉工作方案》."""


def institution(rule: str) -> str:
    """The identifier of the institution kind that a body's rule names: ``institution/justice-office``."""
    return rule.removeprefix(OFFICE).removeprefix(BODY)
