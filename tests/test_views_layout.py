"""Positions of nodes."""

import math
from functools import partial
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.views.graph.layout import PITCH, WIDE, layout
from tests.some import some
from tests.steps import steps


def star(leaves: int) -> tuple[list[tuple[int, int]], list[int], list[int], list[list[int]]]:
    """One hub with so many leaves of three classes."""
    pairs = [(0, leaf) for leaf in range(1, leaves + 1)]
    return pairs, [0, *(leaf % 3 for leaf in range(1, leaves + 1))], [0], [[], *([0] for _ in range(leaves))]


def towns(
    count: int, own: int, shared: int
) -> tuple[list[tuple[int, int]], list[int], list[int], list[list[int]]]:
    """So many hubs, each with nodes of its own, and nodes that all of them share."""
    homes: list[list[int]] = [[] for _ in range(count)]
    homes += [[hub] for hub in range(count) for _ in range(own)]
    homes += [list(range(count)) for _ in range(shared)]
    pairs = [(hub, node) for node, home in enumerate(homes) for hub in home]
    return pairs, [node % 9 for node in range(len(homes))], list(range(count)), homes


def apart(places: list[tuple[int, int]]) -> float:
    """The least distance between two nodes, before the widening."""
    narrow = [(x / WIDE, y) for x, y in places]
    return min(math.dist(a, b) for a, b in combinations(narrow, 2))


@pytest.mark.parametrize("graph", [star(3), star(150), towns(4, 90, 40), towns(30, 12, 60)])
def test_no_two_nodes_stand_on_each_other(
    graph: tuple[list[tuple[int, int]], list[int], list[int], list[list[int]]],
) -> None:
    assert apart(layout(*graph)) > 0.8 * PITCH


def test_the_same_graph_gives_the_same_picture() -> None:
    assert layout(*towns(5, 20, 15)) == layout(*towns(5, 20, 15))


def test_each_town_is_nearest_to_its_own_nodes() -> None:
    pairs, petals, hubs, homes = towns(6, 30, 25)
    places = layout(pairs, petals, hubs, homes)
    for node in some(node for node, home in enumerate(homes) if len(home) == 1):
        assert [min(hubs, key=lambda hub: math.dist(places[hub], places[node]))] == homes[node]


def test_what_towns_share_stands_in_the_middle() -> None:
    pairs, petals, hubs, homes = towns(6, 30, 25)
    places = layout(pairs, petals, hubs, homes)
    shared = [math.hypot(*places[node]) for node, home in enumerate(homes) if len(home) > 1]
    assert max(shared) < min(math.hypot(*places[hub]) for hub in hubs)


def test_the_first_of_a_class_stands_nearest_to_its_hub() -> None:
    pairs, _, hubs, homes = star(40)
    places = layout(pairs, [1] * 41, hubs, homes)
    distances = [math.hypot(places[node][0] / WIDE, places[node][1]) for node in range(1, 41)]
    assert distances == pytest.approx(sorted(distances), abs=2)


def test_classes_have_sectors() -> None:
    pairs, petals, hubs, homes = star(60)
    places = layout(pairs, petals, hubs, homes)
    by_angle = sorted(range(1, 61), key=lambda node: math.atan2(places[node][1], places[node][0] / WIDE))
    order = [petals[node] for node in by_angle]
    assert sum(one != other for one, other in pairwise(order)) == 2


def test_parts_without_a_hub_get_one() -> None:
    places = layout([(0, 1), (2, 3), (3, 4)], [0] * 6, [0], [[] for _ in range(6)])
    assert len(set(places)) == 6


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_and_one_node(count: int) -> None:
    assert layout([], [0] * count, [], [[]] * count) == [(0, 0)] * count


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_every_node_of_any_graph_has_a_place_of_its_own(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 30))
    node = st.integers(0, count - 1)
    pairs = data.draw(st.lists(st.tuples(node, node), max_size=40))
    hubs = sorted(data.draw(st.sets(node, max_size=4)))
    homes = [sorted(data.draw(st.sets(st.sampled_from(hubs)))) if hubs else [] for _ in range(count)]
    places = layout(pairs, [n % 3 for n in range(count)], hubs, homes)
    assert len(set(places)) == len(places) == count


@pytest.mark.slow
def test_twice_the_nodes_are_about_twice_the_work() -> None:
    few, many = (steps(partial(layout, *towns(count, 44, 200))) for count in (20, 40))
    assert many < 2.5 * few, (few, many)
