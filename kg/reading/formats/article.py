"""The article of a saved page: the part that holds its prose, with the title and the metadata table above it.

After the text-density methods of Kohlschütter et al., Boilerplate Detection using Shallow Text Features (WSDM 2010): what
is mostly links is navigation, what has commas and full stops is prose.
"""

import re
from typing import NamedTuple

from kg.reading.formats.xml import Element, local

DROPPED = re.compile(
    "script|style|noscript|template|nav|footer|select|option|button|textarea|iframe|object|embed|svg|canvas|audio|video|map"
    "|head|title|input"
)
"""Elements that never hold the article."""
MOST_OF_PROSE = 0.8
"""Share of a page's prose that its article holds at least."""
WIDEST_STEP = 600
"""Characters beside links that a wider container may add and still be the article's frame, not the page's."""
_PROSE = re.compile("[，。；：、]")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_CONTENTS = frozenset(["body", "html"])


class _Weight(NamedTuple):
    prose: int
    """Characters of text nodes with Chinese punctuation, outside links."""
    plain: int
    """Characters outside links."""
    linked: int


def article(root: Element) -> Element:
    """The element that holds the article, with what is never part of one removed from it.

    The smallest element with most of the page's prose; then as far outward as only a frame (title, metadata, date) is
    added and not a menu.
    """
    _prune(root)
    weights = _weigh(root)
    whole = weights[root]
    if not whole.prose:
        return root
    chosen = root
    while True:
        inner = max(chosen, key=lambda child: weights[child].prose, default=None)
        if inner is None or weights[inner].prose < MOST_OF_PROSE * whole.prose:
            break
        chosen = inner
    outer = chosen.getparent()
    while outer is not None and local(outer) not in _CONTENTS:
        more, links = (
            weights[outer].plain - weights[chosen].plain,
            weights[outer].linked - weights[chosen].linked,
        )
        if more > WIDEST_STEP or links > max(more, 60):
            break
        chosen, outer = outer, outer.getparent()
    return chosen


def _prune(root: Element) -> None:
    for element in list(root.iter()):
        dropped = (
            not isinstance(element.tag, str) or bool(DROPPED.fullmatch(local(element))) or _is_hidden(element)
        )
        parent = element.getparent()
        if dropped and parent is not None:
            _remove(element, parent)


def _remove(element: Element, parent: Element) -> None:
    """Take an element out; the text behind it stays."""
    tail, before = element.tail or "", element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def _weigh(root: Element) -> dict[Element, _Weight]:
    """What each element holds, itself and below."""
    weights: dict[Element, _Weight] = {}
    inside: set[Element] = set()
    for element in root.iter():
        if local(element) == "a" or element.getparent() in inside:
            inside.add(element)
    for element in reversed(list(root.iter())):
        own = _text_weight(element.text, element in inside)
        for child in element:
            own = _sum(_sum(own, weights[child]), _text_weight(child.tail, element in inside))
        weights[element] = own
    return weights


def _text_weight(text: str | None, linked: bool) -> _Weight:
    words = "".join(text.split()) if text else ""
    if linked:
        return _Weight(0, 0, len(words))
    return _Weight(len(words) if _PROSE.search(words) else 0, len(words), 0)


def _sum(one: _Weight, other: _Weight) -> _Weight:
    return _Weight(one.prose + other.prose, one.plain + other.plain, one.linked + other.linked)
