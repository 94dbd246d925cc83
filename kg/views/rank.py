"""What matters most: the order in which entities are drawn while there is room."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

Pair = tuple[str, str]


def ranked(classes: Mapping[str, str], hubs: Collection[str], pairs: Iterable[Pair]) -> list[str]:
    """The keys of ``classes`` (entity → class), those first that a picture with little room must show.

    Within its class the entity that is joined to most others (``pairs``) comes first, and of two with equally
    many the one that is joined to the more important one. The classes take turns, each as often as the square
    root of its size: a small class is seen, a large one does not fill the picture. The ``hubs`` are a class of
    their own that takes four turns for one.
    """
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        if one != other:
            near[one].add(other)
            near[other].add(one)
    degree = {iri: len(near[iri]) for iri in classes}
    company = {iri: max((degree.get(other, 0) for other in near[iri]), default=0) for iri in classes}
    group = {iri: "" if iri in hubs else cls for iri, cls in classes.items()}
    sizes = Counter(group.values())
    seen: Counter[str] = Counter()
    turns: dict[str, float] = {}
    for iri in sorted(classes, key=lambda iri: (-degree[iri], -company[iri], iri)):
        seen[group[iri]] += 1
        turns[iri] = seen[group[iri]] / math.sqrt(sizes[group[iri]]) / (4 if iri in hubs else 1)
    return sorted(classes, key=lambda iri: (turns[iri], -degree[iri], iri))
