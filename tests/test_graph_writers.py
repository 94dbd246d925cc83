"""Files on disk: what was written comes back, and all of a file is there or nothing."""

import gzip
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.graph import gzipped
from kg.graph.terms import Triple, string
from kg.graph.writers import nquads, replacing
from tests.factories import make_report, triples_of

TRIPLES = triples_of(make_report())
GRAPHS = {f"https://fazhi.example/id/report/{n}": TRIPLES[n * 50 : n * 50 + 120] for n in range(3)}


def write(path: Path, graphs: Mapping[str, Iterable[Triple]]) -> None:
    """Gzipped N-Quads of named graphs; the default graph has no name."""
    with replacing(path) as file:
        parts = (nquads(map(" ".join, graphs[name]), name) for name in graphs)
        gzipped.write(file, (gzipped.deflate([lines]) for lines in parts))


def test_nquads_hold_each_graph_under_its_name(tmp_path: Path) -> None:
    write(tmp_path / "a.nq.gz", {"": TRIPLES[:5], **GRAPHS})
    quads = list(ox.parse(gzip.decompress((tmp_path / "a.nq.gz").read_bytes()), format=ox.RdfFormat.N_QUADS))
    found: dict[str, set[tuple[str, str, str]]] = {}
    for quad in quads:
        name = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
        found.setdefault(name, set()).add((str(quad.subject), str(quad.predicate), str(quad.object)))
    assert found == {"": set(TRIPLES[:5]), **{name: set(triples) for name, triples in GRAPHS.items()}}


@given(
    graphs=st.dictionaries(
        st.sampled_from(sorted(GRAPHS)), st.lists(st.tuples(st.text(max_size=9), st.text(max_size=40)))
    )
)
def test_whatever_is_said_comes_back_from_the_graph_that_said_it(
    graphs: dict[str, list[tuple[str, str]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("graphs") / "a.nq.gz"
    said = {
        name: [("<http://a/s>", "<http://a/p>", string(text)) for pair in pairs for text in pair]
        for name, pairs in graphs.items()
    }
    write(path, said)
    data = gzip.decompress(path.read_bytes())
    expected = {(name, text) for name, pairs in graphs.items() for pair in pairs for text in pair}
    found = ox.parse(data, format=ox.RdfFormat.N_QUADS)
    assert {(q.graph_name.value, q.object.value) for q in found} == expected
    store = rdflib.Dataset().parse(data=data, format="nquads") if expected else rdflib.Dataset()
    assert {(str(graph), str(value)) for _, _, value, graph in store.quads()} == expected


def test_gzip_holds_no_clock_time(tmp_path: Path) -> None:
    write(tmp_path / "a.nq.gz", GRAPHS)
    assert (tmp_path / "a.nq.gz").read_bytes()[4:8] == bytes(4)


def fail_halfway(path: Path) -> None:
    with replacing(path) as file:
        file.write(b"half")
        raise ZeroDivisionError


def test_a_failure_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    write(path, GRAPHS)
    before = path.read_bytes()
    surrogate = [(*TRIPLES[0][:2], '"\ud800"')]
    with pytest.raises(UnicodeEncodeError):
        write(path, {"": surrogate})
    with pytest.raises(ZeroDivisionError):
        fail_halfway(path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["a.ttl"]


def test_what_cannot_be_written_is_said_with_its_code(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "nowhere" / "a.ttl", tmp_path / "folder"):
        with pytest.raises(KgError, match="KG016"):
            write(path, GRAPHS)
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]
