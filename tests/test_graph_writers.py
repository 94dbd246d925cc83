"""Files on disk: the same bytes for the same triples, and all of a file or nothing."""

import gzip
import random
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import KgError
from kg.graph.triples import report_triples
from kg.graph.writers import replacing, write_nquads, write_turtle
from tests.factories import known, make_report

TRIPLES = report_triples(make_report(), known=known())
GRAPHS = {f"https://fazhi.example/id/report/{n}": TRIPLES[n * 50 : n * 50 + 120] for n in range(3)}


def test_turtle_does_not_depend_on_order_or_repetition(tmp_path: Path) -> None:
    mixed = random.Random(1).sample(TRIPLES, len(TRIPLES)) + TRIPLES[:9]
    write_turtle(tmp_path / "a.ttl", TRIPLES)
    write_turtle(tmp_path / "b.ttl", mixed)
    assert (tmp_path / "a.ttl").read_bytes() == (tmp_path / "b.ttl").read_bytes()
    assert sum(1 for _ in ox.parse(path=str(tmp_path / "a.ttl"))) == len(TRIPLES)


def test_nquads_do_not_depend_on_order_or_repetition(tmp_path: Path) -> None:
    other = {name: random.Random(2).sample(GRAPHS[name], len(GRAPHS[name])) for name in reversed(GRAPHS)}
    write_nquads(tmp_path / "a.nq.gz", GRAPHS, TRIPLES[:5])
    write_nquads(tmp_path / "b.nq.gz", other, TRIPLES[4::-1] + TRIPLES[:1])
    assert (tmp_path / "a.nq.gz").read_bytes() == (tmp_path / "b.nq.gz").read_bytes()


def test_nquads_hold_each_graph_under_its_name(tmp_path: Path) -> None:
    write_nquads(tmp_path / "a.nq.gz", GRAPHS, TRIPLES[:5])
    quads = list(ox.parse(gzip.decompress((tmp_path / "a.nq.gz").read_bytes()), format=ox.RdfFormat.N_QUADS))
    found: dict[str, set[tuple[str, str, str]]] = {}
    for quad in quads:
        name = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
        found.setdefault(name, set()).add((str(quad.subject), str(quad.predicate), str(quad.object)))
    assert found == {"": set(TRIPLES[:5]), **{name: set(triples) for name, triples in GRAPHS.items()}}


def test_gzip_holds_no_clock_time(tmp_path: Path) -> None:
    write_nquads(tmp_path / "a.nq.gz", GRAPHS)
    assert (tmp_path / "a.nq.gz").read_bytes()[4:8] == bytes(4)


def fail_halfway(path: Path) -> None:
    with replacing(path) as file:
        file.write(b"half")
        raise ZeroDivisionError


def test_a_failure_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    write_turtle(path, TRIPLES)
    before = path.read_bytes()
    surrogate = [(*TRIPLES[0][:2], '"\ud800"')]
    with pytest.raises(UnicodeEncodeError):
        write_turtle(path, surrogate)
    with pytest.raises(ZeroDivisionError):
        fail_halfway(path)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["a.ttl"]


def test_what_cannot_be_written_is_said_with_its_code(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "nowhere" / "a.ttl", tmp_path / "folder"):
        with pytest.raises(KgError, match="KG016"):
            write_turtle(path, TRIPLES)
    assert [p.name for p in tmp_path.iterdir()] == ["folder"]
