"""Which entities are drawn first when there is no room for all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.views.graph.rank import ranked

CLASSES = {f"law{n}": "LegalInstrument" for n in range(9)} | {f"person{n}": "Person" for n in range(4)}


def test_within_a_class_the_best_connected_come_first() -> None:
    pairs = [("law3", f"person{n}") for n in range(4)] + [("law5", "person0")]
    laws = [iri for iri in ranked(CLASSES, {}, (), pairs) if iri.startswith("law")]
    assert laws[:3] == ["law3", "law5", "law0"]


def test_what_is_at_home_in_a_leading_town_comes_before_its_like_elsewhere() -> None:
    classes = {f"town{n}": "Division" for n in range(4)} | {f"law{n}": "LegalInstrument" for n in range(4)}
    towns = [f"town{n}" for n in range(4)]
    homes = {f"law{n}": [f"town{n}"] for n in range(4)}
    pairs = [(f"town{n}", f"law{n}") for n in range(4)] + [("town2", "law0"), ("town2", "law1")]
    order = ranked(classes, homes, towns, pairs)
    assert order[0] == "town2"
    assert all(order.index(f"town{n}") < order.index(f"law{n}") for n in range(4))
    assert order.index("law2") < order.index("law3")


def test_a_small_class_is_seen_before_a_large_one_is_exhausted() -> None:
    classes = {f"programme{n:03}": "Programme" for n in range(100)} | {"event": "Event"}
    pairs = [(f"programme{n:03}", f"programme{n - 1:03}") for n in range(1, 100)]
    assert ranked(classes, {}, (), pairs).index("event") < 15


def test_hubs_take_four_turns_for_one() -> None:
    classes = {f"{kind}{n:02}": "Division" for kind in ("hub", "place") for n in range(16)}
    first = ranked(classes, {}, {iri for iri in classes if iri.startswith("hub")}, ())[:10]
    assert sum(iri.startswith("hub") for iri in first) == 8


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_every_entity_has_its_place_whatever_the_order_of_the_relations(data: st.DataObject) -> None:
    iri = st.sampled_from(sorted(CLASSES))
    pairs = data.draw(st.lists(st.tuples(iri, iri), max_size=30))
    hubs = data.draw(st.sets(iri, max_size=3))
    homes = data.draw(st.dictionaries(iri, st.sets(iri, max_size=2)))
    order = ranked(CLASSES, homes, hubs, pairs)
    assert sorted(order) == sorted(CLASSES)
    assert order == ranked(CLASSES, homes, hubs, data.draw(st.permutations(pairs)))
