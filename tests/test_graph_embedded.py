"""The embedded store: it answers as graph.ttl does, and is used only when it is that graph's."""

import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.build import build
from kg.graph import embedded, store
from kg.publish import replace_files
from tests.builds import SAMPLE, write


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("embedded")
    build(SAMPLE[:1], out)
    return out


@pytest.fixture
def out(built: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built, tmp_path / "out")


def held(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / embedded.FOLDER).iterdir())


def test_a_build_has_the_store_of_its_graph(built: Path) -> None:
    found = embedded.current(built)
    assert found is not None
    assert set(found) == set(store.load(built / "graph.ttl"))
    assert len(held(built)) == 1


def test_the_store_holds_the_whole_graph_in_whatever_batches(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(out / embedded.FOLDER)
    monkeypatch.setattr(embedded, "BATCH", 999)
    embedded.fill(out)
    found = embedded.current(out)
    assert found is not None
    assert set(found) == set(store.load(out / "graph.ttl"))


def test_loading_a_build_opens_its_store(built: Path) -> None:
    with pytest.raises(RuntimeError, match="read-write"):
        store.load(built).add(ox.Quad(ox.NamedNode("a:a"), ox.NamedNode("a:b"), ox.Literal(1)))


def test_many_may_have_it_open(built: Path) -> None:
    assert len({len(found) for _ in range(3) if (found := embedded.current(built)) is not None}) == 1


def test_a_graph_that_was_changed_is_read_itself(out: Path) -> None:
    write(out / "graph.ttl", "<a:a> <a:b> 1 .")
    assert embedded.current(out) is None
    assert len(store.load(out)) == 1


def test_without_a_store_or_with_half_of_one_the_graph_is_read(out: Path) -> None:
    whole = len(store.load(out))
    for file in (out / embedded.FOLDER).rglob("*.sst"):
        file.unlink()
    assert embedded.current(out) is None
    assert len(store.load(out)) == whole
    shutil.rmtree(out / embedded.FOLDER)
    assert len(store.load(out)) == whole


def test_a_build_replaces_the_store_and_leaves_no_other(out: Path) -> None:
    before = held(out)
    asked = store.load(out)
    count = len(asked)
    build(SAMPLE[1:2], out)
    assert len(held(out)) == 1
    assert held(out) != before
    assert set(store.load(out)) == set(store.load(out / "graph.ttl"))
    assert len(list(asked.query("SELECT * { ?s ?p ?o }"))) == count, "who has the old one open goes on"  # type: ignore[arg-type]


def test_the_same_build_again_keeps_a_whole_store(out: Path) -> None:
    before = held(out)
    for file in (out / embedded.FOLDER).rglob("*.sst"):
        file.unlink()
    build(SAMPLE[:1], out)
    assert held(out) == before
    assert embedded.current(out) is not None


def test_a_build_that_breaks_off_leaves_the_old_pair(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever the files are being moved when it ends."""
    fresh = tmp_path / "fresh"
    build(SAMPLE[1:2], fresh)
    moved = Path.replace

    def ends(self: Path, target: Path) -> Path:
        if target.name == "graph.ttl":
            raise OSError("the disk is gone")
        return moved(self, target)

    graph = (out / "graph.ttl").read_bytes()
    monkeypatch.setattr(Path, "replace", ends)
    with pytest.raises(OSError, match="the disk is gone"):
        replace_files(fresh, out)
    assert (out / "graph.ttl").read_bytes() == graph
    assert (found := embedded.current(out)) is not None
    assert set(found) == set(store.load(out / "graph.ttl"))
