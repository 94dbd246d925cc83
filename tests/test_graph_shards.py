"""A graph in shards is the graph: the same facts in the same named graphs, whichever file they are in."""

import gzip
import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner

from kg import views
from kg.build import build
from kg.cli import app
from kg.errors import KgError
from kg.graph import store
from kg.graph.files import GraphFiles, render
from kg.graph.iris import dataset
from kg.graph.merging import GraphWriter
from kg.graph.sharding import MOST, ShardFiles
from kg.graph.shards import shards
from kg.graph.validate import validate
from kg.push.graphs import Graph, graphs
from tests.builds import DATA, contents, told, write
from tests.casefiles import report
from tests.factories import VOCABULARY, make_report
from tests.test_checking import BEFORE

REPORTS = [make_report(f"9999{n}101000", 2020 + n % 2, 1 + n % 3) for n in range(10, 22)]


def quads(*paths: Path) -> set[ox.Quad]:
    """What gzipped N-Quads say. Each statement may stand there once."""
    found = [
        quad
        for path in paths
        for quad in ox.parse(gzip.decompress(path.read_bytes()), format=ox.RdfFormat.N_QUADS)
    ]
    assert len(found) == len(set(found))
    return set(found)


def told_of_files(quad: ox.Quad) -> bool:
    """Whether a statement is of the files that the graph is written to, which the data set's description lists."""
    about = dataset(DATA)
    whole = isinstance(quad.subject, ox.NamedNode) and quad.subject.value == about
    files = any(
        isinstance(term, ox.NamedNode) and term.value.startswith(f"{about}/") and ".nq.gz" in term.value
        for term in (quad.subject, quad.object)
    )
    turtle = any(str(term) == f"<{about}/graph.ttl>" for term in (quad.subject, quad.object))
    return (
        files or turtle or (whole and str(quad.predicate).endswith(("dcat#distribution>", "void#triples>")))
    )


def filled(graph: GraphWriter) -> None:
    with graph:
        for one in REPORTS:
            graph.add(render(one, extra=VOCABULARY))
        graph.finish()


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Reports of which one is a copy, and two contradict each other over the years."""
    folder = tmp_path / "in"
    write(folder / "a.txt", report("调处矛盾纠纷210件。", title=BEFORE))
    write(folder / "b.txt", report("调处矛盾纠纷220件，去年调处矛盾纠纷200件。推行首违不罚。"))
    write(folder / "c.txt", report("调处矛盾纠纷220件，去年调处矛盾纠纷200件。推行首违不罚。"))
    write(folder / "d.txt", report("推行容缺受理。", title="上海市青浦区金泽镇2022年法治政府建设情况报告"))
    return folder


@pytest.mark.parametrize("number", [1, 3, 40])
def test_shards_together_are_the_graph(tmp_path: Path, number: int) -> None:
    filled(GraphFiles(tmp_path, extra=VOCABULARY))
    filled(ShardFiles(tmp_path, extra=VOCABULARY, number=number))
    paths = shards(tmp_path)
    assert len(paths) <= number + 1
    assert number == 1 or len(paths) > 2
    found, whole = quads(*paths), quads(tmp_path / "graph.nq.gz")
    assert {quad for quad in found ^ whole if not told_of_files(quad)} == set()
    listed = {str(quad.object) for quad in found if str(quad.predicate).endswith("dcat#distribution>")}
    assert listed == {f"<{dataset(DATA)}/shards/{path.name}>" for path in paths}


def test_a_report_is_in_one_shard_whatever_the_others_are(tmp_path: Path) -> None:
    places = []
    for name, some in (("all", REPORTS), ("half", REPORTS[::-2])):
        (tmp_path / name).mkdir()
        with ShardFiles(tmp_path / name, extra=VOCABULARY, number=4) as graph:
            for one in some:
                graph.add(render(one, extra=VOCABULARY))
            graph.finish()
        named = {
            path.name: {str(quad.graph_name) for quad in quads(path)} for path in shards(tmp_path / name)
        }
        places.append({graph: name for name, graphs in named.items() for graph in graphs})
    everywhere, half = places
    assert len(everywhere) == len(REPORTS) + 1
    assert half.items() < everywhere.items()


@pytest.mark.parametrize("number", [-1, 0, MOST + 1])
def test_so_many_shards_there_cannot_be(tmp_path: Path, number: int) -> None:
    with pytest.raises(ValueError, match="shards"):
        ShardFiles(tmp_path, number=number)


def test_a_build_in_shards_holds_what_any_build_holds(reports: Path, tmp_path: Path) -> None:
    """What is said between reports too: copies, warnings, contradictions, counts; and the records."""
    whole = build([reports], tmp_path / "whole", pages=False)
    summary = build([reports], tmp_path / "parts", shards=2)
    assert told(summary.warnings) == told(whole.warnings) == [("KG010", "c.txt")]
    assert len(summary.contradictions) == 1
    files = {"files": summary.files, "triples": summary.triples}  # the description names other files
    assert summary == whole.model_copy(update=files)
    for one, graph in ((summary, shards(tmp_path / "parts")), (whole, [tmp_path / "whole" / "graph.nq.gz"])):
        assert one.triples == len({quad.triple for quad in quads(*graph)})
    names = {name.split("/")[0] for name in summary.files}
    assert names == {".kept", "build.json", "reports", "shards"}
    found, all_ = quads(*shards(tmp_path / "parts")), quads(tmp_path / "whole" / "graph.nq.gz")
    assert {quad for quad in found ^ all_ if not told_of_files(quad)} == set()
    records = {name: data for name, data in contents(tmp_path / "whole").items() if "reports" in name}
    assert records.items() <= contents(tmp_path / "parts").items()
    manifests = [
        json.loads((tmp_path / name / "build.json").read_text("utf-8")) for name in ("whole", "parts")
    ]
    for one in manifests:
        del one["files"], one["counts"]["triples"]
    assert manifests[0] == manifests[1]


def test_a_build_in_shards_and_one_that_is_not_leave_nothing_of_each_other(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the files are moved into the folder one by one, because somebody works in it."""
    out = tmp_path / "out"
    build([reports], tmp_path / "whole")
    build([reports], tmp_path / "parts", shards=2)
    assert sorted(path.name for path in (tmp_path / "whole").glob("*.html")) == list(views.FILES)
    for where in (tmp_path, out):
        out.mkdir(exist_ok=True)
        monkeypatch.chdir(where)
        for number, expected in ((0, "whole"), (2, "parts"), (0, "whole")):
            build([reports], out, shards=number)
            write(out / "mine.html", "")
            found = contents(out)
            assert found.pop("mine.html") == b""
            assert found == contents(tmp_path / expected)


def test_the_same_graphs_go_to_a_store(reports: Path, tmp_path: Path) -> None:
    build([reports], tmp_path / "whole", pages=False)
    build([reports], tmp_path / "parts", shards=2)

    def sent(out: Path) -> list[Graph]:
        return list(graphs(out, dataset(DATA)))

    whole, parts = sent(tmp_path / "whole"), sent(tmp_path / "parts")
    assert parts[0].iri == dataset(DATA)
    assert sorted(whole[1:]) == sorted(parts[1:])
    assert len(whole) == 4


def test_a_question_to_shards_says_what_they_are_for(reports: Path, tmp_path: Path) -> None:
    build([reports], tmp_path / "out", shards=2)
    with pytest.raises(KgError, match=r"KG012.*shards"):
        store.load(tmp_path / "out")


def test_a_build_in_shards_is_checked_as_one_graph(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([reports], out, shards=2)
    build([reports], tmp_path / "whole", pages=False)
    asked = ["validate", "--from", str(out), "--json"]
    result = CliRunner().invoke(app, asked)
    assert (result.exit_code, json.loads(result.stdout)) == (
        0,
        [f.model_dump() for f in validate(tmp_path / "whole")],
    )
    last = shards(out)[-1]
    last.write_bytes(last.read_bytes()[:-20])
    assert f"KG012 error: {last}: " in CliRunner().invoke(app, asked).output
    last.unlink()
    assert "void#triples" in CliRunner().invoke(app, asked).stdout


def test_what_changed_changes_its_shards_alone(reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"

    def built() -> tuple[dict[str, bytes], dict[str, str]]:
        """The shards' bytes, and the shard of each report."""
        build([reports], out, shards=8)
        said = {str(quad.graph_name): path.name for path in shards(out) for quad in quads(path)}
        return {path.name: path.read_bytes() for path in shards(out)}, said

    before, was = built()
    write(reports / "d.txt", report("推行告知承诺制。", title="上海市青浦区金泽镇2022年法治政府建设情况报告"))
    after, now = built()
    touched = {name for _, name in was.items() ^ now.items()} | {"default.nq.gz"}
    different = {name for name in before | after if before.get(name) != after.get(name)}
    assert len(was.keys() ^ now.keys()) == 2
    assert different == touched < before.keys() | after.keys()
