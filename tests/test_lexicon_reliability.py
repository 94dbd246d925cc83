"""How sure a rule is: the narrowest pool that was counted, and the pools above it for rules that nobody counted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import resources
from kg.errors import KgError
from kg.lexicon import reliability
from kg.lexicon.reliability import FILE, LAYERS, joint, of, path, shares


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file of our own in place of the shipped one."""
    monkeypatch.setattr(resources, "ontology", lambda: tmp_path)
    _forget()
    yield tmp_path / FILE
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    reliability.shares.cache_clear()
    reliability.of.cache_clear()


def test_a_rule_falls_back_to_the_narrowest_pool_that_is_known(table: Path) -> None:
    table.write_text(
        "pool\tshare\tright\tfound\n"
        "mentions\t0.8\t80\t100\n"
        "mentions > terms\t0.9\t9\t10\n"
        "mentions > terms > Role > role/known\t0.99\t99\t100\n",
        encoding="utf-8",
    )
    assert of("mentions", "Role", "terms:role/known") == 0.99
    assert of("mentions", "Role", "terms:role/of-the-user") == 0.9
    assert of("mentions", "Event", "terms:role/known") == 0.9
    assert of("mentions", "Role", "component-made-today:whatever") == 0.8
    assert of("relations", "implements", "relations:verb:落实") == reliability.UNKNOWN


def test_what_follows_the_at_sign_tells_no_rule_apart() -> None:
    assert path("mentions", "Division", "divisions:named@2023-1") == path(
        "mentions", "Division", "divisions:named"
    )


@pytest.mark.parametrize("line", ["mentions\tnearly all\t1\t1", "mentions"])
def test_a_line_without_a_share_is_named(table: Path, line: str) -> None:
    table.write_text(f"pool\tshare\tright\tfound\n{line}\n", encoding="utf-8")
    with pytest.raises(KgError, match=r"KG014.*line 2"):
        shares()


def test_a_missing_file_is_named(table: Path) -> None:
    with pytest.raises(KgError, match=rf"KG014.*{table.name}"):
        shares()


def test_what_rests_on_others_is_less_sure_than_each() -> None:
    assert joint(0.9, 0.8) == 0.72
    assert joint(0.9) == 0.9


def test_the_shipped_shares_are_of_every_layer_and_between_nothing_and_all() -> None:
    known = shares()
    assert {pool for pool in known if len(pool) == 1} == {(layer,) for layer in LAYERS}
    assert all(0 < share < 1 for share in known.values())
