"""Which entities are drawn first when there is no room for all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.views.rank import ranked

CLASSES = {f"law{n}": "LegalInstrument" for n in range(9)} | {f"person{n}": "Person" for n in range(4)}


def test_within_a_class_the_best_connected_come_first() -> None:
    pairs = [("law3", f"person{n}") for n in range(4)] + [("law5", "person0")]
    laws = [iri for iri in ranked(CLASSES, (), pairs) if iri.startswith("law")]
    assert laws[:3] == ["law3", "law5", "law0"]


def test_of_two_alike_the_one_in_better_company_comes_first() -> None:
    pairs = [("law8", f"person{n}") for n in range(3)] + [("law1", "person3"), ("law7", "person0")]
    classes = {iri: "Person" if iri.startswith("person") else "LegalInstrument" for iri in CLASSES}
    people = [iri for iri in ranked(classes, (), pairs) if iri.startswith("person")]
    assert people == ["person0", "person1", "person2", "person3"]


def test_a_small_class_is_seen_before_a_large_one_is_exhausted() -> None:
    classes = {f"programme{n:03}": "Programme" for n in range(100)} | {"event": "Event"}
    pairs = [(f"programme{n:03}", f"programme{n - 1:03}") for n in range(1, 100)]
    assert ranked(classes, (), pairs).index("event") < 15


def test_hubs_take_four_turns_for_one() -> None:
    classes = {f"{kind}{n:02}": "Division" for kind in ("hub", "place") for n in range(16)}
    first = ranked(classes, {iri for iri in classes if iri.startswith("hub")}, ())[:10]
    assert sum(iri.startswith("hub") for iri in first) == 8


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_every_entity_has_its_place_whatever_the_order_of_the_relations(data: st.DataObject) -> None:
    iri = st.sampled_from(sorted(CLASSES))
    pairs = data.draw(st.lists(st.tuples(iri, iri), max_size=30))
    hubs = data.draw(st.sets(iri, max_size=3))
    order = ranked(CLASSES, hubs, pairs)
    assert sorted(order) == sorted(CLASSES)
    assert order == ranked(CLASSES, hubs, data.draw(st.permutations(pairs)))
