"""Reading graphs back: every format by its name, and plain words when it cannot be done."""

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.explain import own_vocabularies
from kg.graph import store
from kg.graph.files import GraphFiles, render
from kg.graph.iris import DEFAULT_BASE
from tests.factories import VOCABULARY, make_report


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    with GraphFiles(folder, extra=VOCABULARY) as graph:
        for year in (2021, 2022):
            graph.add(render(make_report(year=year), extra=VOCABULARY))
        graph.finish()
    return folder


def test_a_folder_is_its_turtle_file(built: Path) -> None:
    loaded = store.load(built)
    assert len(loaded) == sum(1 for _ in ox.parse(path=str(built / "graph.ttl")))
    assert not list(loaded.named_graphs())


def test_nquads_are_one_graph_with_each_triple_once(built: Path, tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_bytes(gzip.decompress((built / "graph.nq.gz").read_bytes()))
    for path in (built / "graph.nq.gz", tmp_path / "graph.nq"):
        assert sum(1 for _ in store.stream(path)) > len(store.load(path))
        assert set(store.load(path)) == set(store.load(built))


def test_triples_are_the_same_from_either_file_and_stand_once(built: Path) -> None:
    turtle, quads = store.triples(built), store.triples(built / "graph.nq.gz")
    assert set(turtle) == set(quads)
    assert len(quads) == len(set(quads))


@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".nq", ".ttl.gz", ".nt.gz", ".nq.gz"])
def test_the_name_tells_the_format(tmp_path: Path, suffix: str) -> None:
    data = "<http://a/s> <http://a/p> <http://a/灯> .\n".encode()
    path = tmp_path / f"one.two{suffix}"
    path.write_bytes(gzip.compress(data) if suffix.endswith(".gz") else data)
    assert len(store.load(path)) == len(store.triples(path)) == 1


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("none.ttl", None, "No such file"),
        ("a.rdf", b"", "must end in"),
        ("a.gz", b"", "must end in"),
        ("a.ttl", b"<http://a/s> <http://a/p> \n", "line"),
        ("a.ttl", b"<http://a/s> <http://a/p> '\xff' .", ""),
        ("a.nq.gz", b"not gzip", ""),
        ("a.nq.gz", gzip.compress(b"x" * 99, mtime=0)[:20], ""),
        ("a.nt.gz", gzip.compress(b"x" * 99, mtime=0)[:-9] + bytes(9), ""),
        ("a.nt.gz", gzip.compress(b"", mtime=0)[:10] + b"\xff" * 30, "invalid block type"),
    ],
)
def test_an_unreadable_graph_is_named(tmp_path: Path, name: str, data: bytes | None, words: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    for read in (store.load, store.triples):
        with pytest.raises(KgError, match=f"KG012.*{name}.*{words}"):
            read(tmp_path / name)


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"base": '])
def test_a_build_whose_manifest_is_broken_is_a_graph_all_the_same(tmp_path: Path, text: str) -> None:
    (tmp_path / "build.json").write_text(text, encoding="utf-8")
    assert (store.base(tmp_path), own_vocabularies(tmp_path)) == (DEFAULT_BASE, ())
