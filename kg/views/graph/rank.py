"""What matters most: the order in which entities are drawn while there is room."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

Pair = tuple[str, str]


def ranked(
    classes: Mapping[str, str],
    homes: Mapping[str, Collection[str]],
    hubs: Collection[str],
    pairs: Iterable[Pair],
) -> list[str]:
    """The keys of ``classes`` (entity → class), those first that a picture with little room must show.

    The classes take turns, each as often as the square root of its size: a small class is seen, a large one does
    not fill the picture. The ``hubs`` are a class of their own that takes four turns for one. Within its class
    the entity that is joined to most others (``pairs``) comes first; what is at home with hubs (``homes``) counts
    less the later the first of them has its turn, and comes after it.
    """
    near: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        if one != other:
            near[one].add(other)
            near[other].add(one)
    degree = {iri: len(near[iri]) for iri in classes}
    size = 4 * math.sqrt(len(hubs))
    order = sorted((hub for hub in hubs if hub in classes), key=lambda hub: (-degree[hub], hub))
    turns = {hub: place / size for place, hub in enumerate(order, 1)}
    first = {
        iri: min((turns[home] for home in homes.get(iri, ()) if home in turns), default=0.0)
        for iri in classes.keys() - turns.keys()
    }
    sizes = Counter(classes[iri] for iri in first)
    seen: Counter[str] = Counter()
    for iri in sorted(first, key=lambda iri: (-degree[iri] / (1 + first[iri]), first[iri], iri)):
        seen[classes[iri]] += 1
        turns[iri] = max(seen[classes[iri]] / math.sqrt(sizes[classes[iri]]), first[iri])
    return sorted(classes, key=lambda iri: (turns[iri], iri not in hubs, -degree[iri], iri))
