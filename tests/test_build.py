"""The build's contract: what it writes, that nothing but the inputs decides it, and that one bad file costs no other."""

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg import resources
from kg.build import build
from kg.errors import KgError
from kg.linking import link
from kg.manifest import BuildSummary
from kg.model import Notice, Report, Text
from kg.reading import fold
from tests.casefiles import report

SAMPLE = sorted(resources.sample().glob("*.txt"))
PREFIXES = """
PREFIX fz: <https://fazhi.example/ontology#>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX itsrdf: <http://www.w3.org/2005/11/its/rdf#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
"""
COUNTS = {
    "mentions": "?r a fz:Report . ?m nif:referenceContext ?r ; itsrdf:taIdentRef ?x",
    "entities": "?r a fz:Report . ?m nif:referenceContext ?r ; itsrdf:taIdentRef ?x",
    "relations": "?x a fz:Claim ; fz:report ?r",
    "observations": "?x a fz:Observation ; fz:report ?r",
    "statements": "VALUES ?kind { fz:Shortcoming fz:Plan } ?x a ?kind ; fz:report ?r",
}
"""Where the graph holds what the records count; a mention is one character span that names one entity."""
OWN_WORDS = """
@prefix fz:   <https://fazhi.example/ontology#> .
@prefix v:    <https://fazhi.example/vocabulary/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<https://fazhi.example/vocabulary/programme/tea-house> a fz:Programme ;
    skos:inScheme v:programme ;
    skos:prefLabel "茶馆调解法"@zh , "tea-house mediation"@en ;
    skos:altLabel "茶馆说事"@zh ;
    fz:kind <https://fazhi.example/vocabulary/kind/mechanism> .
"""


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The embedded sample, built."""
    folder = tmp_path_factory.mktemp("build") / "out"
    build([], folder)
    return folder


@pytest.fixture(scope="module")
def store(out: Path) -> ox.Store:
    """The sample's graph."""
    return load(out)


def load(folder: Path) -> ox.Store:
    """The graph of a build."""
    found = ox.Store()
    found.load(path=str(folder / "graph.ttl"))
    return found


def ask(graph: ox.Store, pattern: str, *names: str) -> list[tuple[str, ...]]:
    """The values of variables for every solution of a graph pattern."""
    wanted = " ".join(f"?{name}" for name in names)
    found = graph.query(f"{PREFIXES} SELECT {wanted} WHERE {{ {pattern} }}")
    assert isinstance(found, ox.QuerySolutions)
    return [tuple(str(row[name].value) for name in names) for row in found]


def records(folder: Path) -> list[dict[str, Any]]:
    """The exchange files of a build."""
    return [json.loads(path.read_text("utf-8")) for path in sorted((folder / "reports").glob("*.json"))]


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a build but the manifest, which tells the inputs' order."""
    paths = [path for path in folder.rglob("*") if path.is_file() and path.name != "build.json"]
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def write(path: Path, text: str) -> Path:
    """``path``, with ``text`` in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def told(notices: tuple[Notice, ...]) -> list[tuple[str, str]]:
    """Code and file name of each notice."""
    return sorted((about.code, Path(about.file).name) for about in notices)


# ── the files ────────────────────────────────────────────────────────────────────────────────────


def test_the_files_of_the_contract_are_written(out: Path) -> None:
    names = set(contents(out)) | {"build.json"}
    assert {"graph.ttl", "graph.nq.gz", "index.html", "build.json"} <= names
    assert {f"reports/{path.stem}.json" for path in SAMPLE} == {n for n in names if n.startswith("reports/")}
    assert set(json.loads((out / "build.json").read_text("utf-8"))["files"]) == names


def test_the_manifest_names_inputs_counts_and_versions(out: Path) -> None:
    manifest = json.loads((out / "build.json").read_text("utf-8"))
    assert [entry["file"] for entry in manifest["inputs"]] == [str(path) for path in SAMPLE]
    for entry, path in zip(manifest["inputs"], SAMPLE, strict=True):
        assert entry["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert manifest["counts"]["reports"] == len(SAMPLE)
    assert (manifest["failures"], manifest["warnings"], manifest["vocabulary"]) == ([], [], [])
    assert {"fazhi-kg", "spacy", "rjieba", "pyoxigraph"} <= set(manifest["versions"])


def test_the_manifest_counts_what_the_files_hold(out: Path) -> None:
    counts = json.loads((out / "build.json").read_text("utf-8"))["counts"]
    own = records(out)
    for layer in ("mentions", "relations", "observations", "statements"):
        assert counts[layer] == sum(len(record[layer]) for record in own)
    assert counts["entities"] == len({entity["key"] for record in own for entity in record["entities"]})
    quads = ox.parse(gzip.decompress((out / "graph.nq.gz").read_bytes()), format=ox.RdfFormat.N_QUADS)
    of_reports = {quad.triple for quad in quads if isinstance(quad.graph_name, ox.NamedNode)}
    assert counts["triples"] == len(of_reports)


@pytest.mark.parametrize("layer", COUNTS)
def test_graph_and_records_carry_the_same_counts(out: Path, store: ox.Store, layer: str) -> None:
    found = ask(store, COUNTS[layer], "r", *(("m",) if layer == "mentions" else ()), "x")
    stated = Counter(row[0].removeprefix("https://fazhi.example/id/") for row in set(found))
    assert dict(stated) == {record["key"]: len(record[layer]) for record in records(out) if record[layer]}


def test_graph_and_records_name_the_same_entities(out: Path, store: ox.Store) -> None:
    named = {str(e["key"]) for record in records(out) for e in record["entities"]}
    found = {row[0] for row in ask(store, "?x fz:linkedBy ?how", "x")}
    keys = {iri.removeprefix("https://fazhi.example/id/") for iri in found}
    assert {iri.removeprefix("https://fazhi.example/vocabulary/") for iri in keys} == named


def test_graph_and_records_state_the_same_figures(out: Path, store: ox.Store) -> None:
    rows = ask(
        store, "?x a fz:Observation ; fz:value ?value ; fz:indicator/skos:notation ?what", "value", "what"
    )
    found = Counter((float(value), what) for value, what in rows)
    stated = [o for record in records(out) for o in record["observations"]]
    assert found == Counter((float(o["value"]), o["concept"]) for o in stated)


def test_both_graphs_hold_the_same_triples(out: Path) -> None:
    packed = gzip.decompress((out / "graph.nq.gz").read_bytes())
    quads = list(ox.parse(packed, format=ox.RdfFormat.N_QUADS))
    assert {quad.triple for quad in quads} == {q.triple for q in ox.parse(path=str(out / "graph.ttl"))}
    named = {quad.graph_name.value for quad in quads if isinstance(quad.graph_name, ox.NamedNode)}
    assert named == {f"https://fazhi.example/id/{record['key']}" for record in records(out)}


def test_every_surface_is_the_sources(out: Path) -> None:
    for record in records(out):
        source = (resources.sample() / record["doc"]).read_text("utf-8")
        assert record["mentions"]
        for mention in record["mentions"]:
            span = source[mention["source_begin"] : mention["source_end"]]
            assert fold(span) == fold(mention["surface"]) != ""


def test_offsets_of_the_graph_are_those_of_its_text(store: ox.Store) -> None:
    pattern = "?m nif:referenceContext ?r ; nif:beginIndex ?b ; nif:endIndex ?e ; nif:anchorOf ?s . ?r nif:isString ?t"
    rows = ask(store, pattern, "t", "b", "e", "s")
    assert len(rows) > 400
    assert [row for row in rows if row[0][int(row[1]) : int(row[2])] != row[3]] == []


def test_names_of_a_record_are_unique_and_all_ends_are_named(out: Path) -> None:
    for record in records(out):
        names = [entity["name"] for entity in record["entities"]]
        assert len(set(names)) == len(names)
        ends = [relation[end] for relation in record["relations"] for end in ("s", "o")]
        ends += [mention["entity"] for mention in record["mentions"]]
        ends += [o["about"] for o in record["observations"] if o["about"] is not None]
        assert set(ends) <= set(names)


def test_only_what_was_achieved_is_a_plain_triple(store: ox.Store) -> None:
    pattern = "?c a fz:Claim ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; fz:status ?status"
    claims = ask(store, pattern, "s", "p", "o", "status")
    achieved = {claim[:3] for claim in claims if claim[3].endswith("#achieved")}
    others = {claim[:3] for claim in claims} - achieved
    assert achieved
    assert others
    plain = {(q.subject.value, q.predicate.value, getattr(q.object, "value", "")) for q in store}
    assert achieved <= plain
    assert others.isdisjoint(plain)


# ── the same bytes ───────────────────────────────────────────────────────────────────────────────


def test_a_second_run_gives_the_same_bytes(out: Path, tmp_path: Path) -> None:
    build([], tmp_path / "again")
    assert contents(tmp_path / "again") == contents(out)
    assert (tmp_path / "again" / "build.json").read_bytes() == (out / "build.json").read_bytes()


def test_the_order_of_inputs_does_not_show(out: Path, tmp_path: Path) -> None:
    build(SAMPLE[::-1], tmp_path / "again")
    assert contents(tmp_path / "again") == contents(out)


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    summary = build([SAMPLE[0], SAMPLE[0]], tmp_path / "out")
    assert (summary.reports, summary.warnings) == (1, ())


def test_the_graph_of_two_folders_is_the_union_of_their_graphs(out: Path, tmp_path: Path) -> None:
    of_dataset = ox.NamedNode("https://fazhi.example/id/dataset")
    parts = set()
    for number, path in enumerate(SAMPLE):
        build([path], tmp_path / str(number))
        parts |= {q.triple for q in ox.parse(path=str(tmp_path / str(number) / "graph.ttl"))}
    whole = {q.triple for q in ox.parse(path=str(out / "graph.ttl"))}
    assert {t for t in whole ^ parts if t.subject != of_dataset} == set()


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_seed_of_hashes_does_not_show(out: Path, tmp_path: Path, seed: str) -> None:
    code = "import sys; from pathlib import Path; from kg.build import build; build([], Path(sys.argv[1]))"
    subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "out")],
        check=True,
        cwd=Path(__file__).resolve().parent.parent,
        env={**os.environ, "PYTHONHASHSEED": seed},
        timeout=120,
    )
    assert contents(tmp_path / "out") == contents(out)


def test_a_rebuild_removes_records_that_are_gone_and_nothing_of_others(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    build(SAMPLE[:2], folder)
    write(folder / "notes.txt", "mine")
    summary = build(SAMPLE[1:3], folder)
    assert [path.stem for path in sorted((folder / "reports").iterdir())] == [p.stem for p in SAMPLE[1:3]]
    assert (folder / "notes.txt").read_text("utf-8") == "mine"
    assert "notes.txt" not in summary.files
    fresh = tmp_path / "fresh"
    build(SAMPLE[1:3], fresh)
    assert {**contents(fresh), "notes.txt": b"mine"} == contents(folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["fresh", "out"]


# ── inputs that are not as they should be ────────────────────────────────────────────────────────

ANOTHER = report("推行容缺受理。")
LIMIT = 20_000


def one_of_each(folder: Path) -> list[tuple[str, str]]:
    """A folder with a good report and every kind of bad input; the notices that they deserve."""
    write(folder / "good.txt", SAMPLE[0].read_text("utf-8"))
    write(folder / "empty.txt", "")
    write(folder / "blank.txt", " \n\u3000\n")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    write(folder / "recipe.txt", "把鸡蛋打散，加盐，下锅翻炒两分钟即可。")
    write(folder / "inner" / "一 份“报告” 'x' \"y\" & z.txt", SAMPLE[1].read_text("utf-8"))
    write(folder / "large.txt", "法治政府建设。" * LIMIT)
    write(folder / "same-a.txt", report("推行首违不罚。"))
    write(folder / "same-b.txt", report("推行首违不罚。").replace("\n", "\r\n"))
    write(
        folder / "other.txt", report("推行容缺受理。", title="上海市青浦区练塘镇2022年法治政府建设情况报告")
    )
    write(folder / "ignored.png", "no report")
    write(folder / ".hidden.txt", "no report")
    return [
        ("KG001", "blank.txt"),
        ("KG001", "empty.txt"),
        ("KG002", "binary.txt"),
        ("KG004", "large.txt"),
        ("KG005", "recipe.txt"),
        ("KG008", "recipe.txt"),
        ("KG009", "same-a.txt"),
        ("KG010", "same-b.txt"),
    ]


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildSummary, list[tuple[str, str]]]:
    """What came of a folder with one of each: where it was written, the summary, what was expected."""
    folder = tmp_path_factory.mktemp("mixed")
    expected = one_of_each(folder / "in")
    return folder / "out", build([folder / "in"], folder / "out", max_bytes=LIMIT), expected


def test_each_bad_file_gets_its_notice(mixed: tuple[Path, BuildSummary, list[tuple[str, str]]]) -> None:
    _, summary, expected = mixed
    assert sorted(told(summary.failures) + told(summary.warnings)) == expected
    assert all(about.remedy for about in (*summary.failures, *summary.warnings))
    assert {about.severity for about in summary.failures} == {"error"}
    assert {about.severity for about in summary.warnings} == {"warning"}


def test_every_other_file_is_built(mixed: tuple[Path, BuildSummary, list[tuple[str, str]]]) -> None:
    folder, summary, _ = mixed
    built = ["good", "other", "recipe", "same-a", "一 份“报告” 'x' \"y\" & z"]
    assert sorted(path.stem for path in (folder / "reports").iterdir()) == sorted(built)
    assert summary.reports == len(built)
    names = {row[0] for row in ask(load(folder), "?r a fz:Report ; fz:fileName ?name", "name")}
    assert names == {f"{name}.txt" for name in built}


def test_the_manifest_keeps_the_notices(mixed: tuple[Path, BuildSummary, list[tuple[str, str]]]) -> None:
    folder, summary, _ = mixed
    manifest = json.loads((folder / "build.json").read_text("utf-8"))
    assert manifest["failures"] == [about.model_dump() for about in summary.failures]
    assert manifest["warnings"] == [about.model_dump() for about in summary.warnings]
    assert len(manifest["inputs"]) == 10


def test_a_good_report_is_the_same_in_bad_company(
    mixed: tuple[Path, BuildSummary, list[tuple[str, str]]], out: Path
) -> None:
    folder, _, _ = mixed
    own = json.loads((folder / "reports" / "good.json").read_text("utf-8"))
    alone = json.loads((out / "reports" / f"{SAMPLE[0].stem}.json").read_text("utf-8"))
    assert {**own, "doc": ""} == {**alone, "doc": ""}


def test_both_versions_of_one_report_are_in_the_graph(
    mixed: tuple[Path, BuildSummary, list[tuple[str, str]]],
) -> None:
    folder, _, _ = mixed
    rows = ask(load(folder), "?r a fz:Report ; fz:division ?d ; fz:year ?y", "r", "d", "y")
    same = Counter((division, year) for _, division, year in rows)
    assert sorted(same.values()) == [1, 1, 2]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read any file")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    locked = write(tmp_path / "locked.txt", ANOTHER)
    locked.chmod(0)
    try:
        summary = build([locked, SAMPLE[0]], tmp_path / "out")
    finally:
        locked.chmod(0o600)
    assert told(summary.failures) == [("KG003", "locked.txt")]
    assert summary.reports == 1


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    summary = build([tmp_path / "nowhere.txt", SAMPLE[0]], tmp_path / "out")
    assert told(summary.failures) == [("KG003", "nowhere.txt")]
    assert summary.reports == 1


def test_a_type_that_is_not_read_is_named(tmp_path: Path) -> None:
    summary = build([write(tmp_path / "a.docx", ANOTHER), SAMPLE[0]], tmp_path / "out")
    assert told(summary.failures) == [("KG007", "a.docx")]


def test_files_of_one_name_in_two_folders_are_both_kept(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a" / "report.txt", report("推行首违不罚。"))
    write(tmp_path / "in" / "b" / "report.txt", SAMPLE[0].read_text("utf-8"))
    summary = build([tmp_path / "in"], tmp_path / "out")
    assert summary.reports == 2
    assert len(records(tmp_path / "out")) == 2


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_the_encoding_of_a_file_does_not_show_in_its_report(tmp_path: Path, encoding: str) -> None:
    plain, other = tmp_path / "a.txt", tmp_path / "b.txt"
    plain.write_bytes(ANOTHER.encode())
    other.write_bytes(ANOTHER.encode(encoding))
    assert told(build([plain, other], tmp_path / "out").warnings) == [("KG010", "b.txt")]


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    write(tmp_path / "in" / "picture.png", "")
    with pytest.raises(KgError) as raised:
        build([tmp_path / "in"], tmp_path / "out")
    assert raised.value.notice.code == "KG011"
    assert not (tmp_path / "out").exists()


def test_nothing_is_written_when_no_report_could_be_built(tmp_path: Path) -> None:
    summary = build([write(tmp_path / "empty.txt", "")], tmp_path / "out")
    assert (summary.reports, summary.files, told(summary.failures)) == (0, (), [("KG001", "empty.txt")])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty.txt"]


def test_an_output_that_is_a_file_is_an_error(tmp_path: Path) -> None:
    taken = write(tmp_path / "out", "mine")
    with pytest.raises(KgError) as raised:
        build(SAMPLE[:1], taken)
    assert (raised.value.notice.code, raised.value.notice.file) == ("KG016", str(taken))
    assert taken.read_text("utf-8") == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_failed_build_leaves_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "out"
    build(SAMPLE[:1], folder)
    before = contents(folder)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kg.build.view", full)
    with pytest.raises(KgError) as raised:
        build(SAMPLE[1:2], folder)
    assert raised.value.notice.code == "KG016"
    assert contents(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_report_that_trips_the_program_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip(text: Text, *rest: Any) -> Report:
        if text.name == SAMPLE[0].name:
            raise RuntimeError("tripped")
        return link(text, *rest)

    monkeypatch.setattr("kg.build.link", trip)
    summary = build(SAMPLE[:2], tmp_path / "out")
    assert told(summary.failures) == [("KG015", SAMPLE[0].name)]
    assert "RuntimeError: tripped" in summary.failures[0].message
    assert summary.reports == 1


def test_a_base_that_is_no_iri_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KgError) as raised:
        build(SAMPLE[:1], tmp_path / "out", base="not an iri")
    assert raised.value.notice.code == "KG017"


def test_the_base_is_where_the_data_begin(tmp_path: Path) -> None:
    build(SAMPLE[:1], tmp_path / "out", base="https://example.org/fazhi/")
    subjects = {row[0] for row in ask(load(tmp_path / "out"), "?r a fz:Report", "r")}
    assert all(iri.startswith("https://example.org/fazhi/report/") for iri in subjects)
    assert "https://fazhi.example/id/" not in (tmp_path / "out" / "graph.ttl").read_text("utf-8")


# ── a vocabulary of one's own ────────────────────────────────────────────────────────────────────


def test_a_users_programme_is_found_and_is_in_the_graph(tmp_path: Path) -> None:
    own = write(tmp_path / "my words.ttl", OWN_WORDS)
    path = write(tmp_path / "a.txt", report("大力推行“茶馆说事”，把矛盾化解在茶桌上。"))
    build([path], tmp_path / "without")
    build([path], tmp_path / "with", vocabulary=[own])
    iri = "https://fazhi.example/vocabulary/programme/tea-house"
    assert iri not in (tmp_path / "without" / "graph.ttl").read_text("utf-8")
    graph = load(tmp_path / "with")
    assert ask(graph, f"?m itsrdf:taIdentRef <{iri}> ; nif:anchorOf ?s", "s") == [("茶馆说事",)]
    assert ("茶馆调解法",) in ask(graph, f"<{iri}> skos:prefLabel ?label", "label")
    assert len(ask(graph, f"?d fz:implements <{iri}>", "d")) == 1
    manifest = json.loads((tmp_path / "with" / "build.json").read_text("utf-8"))
    assert manifest["vocabulary"][0]["sha256"] == hashlib.sha256(own.read_bytes()).hexdigest()


def test_a_broken_vocabulary_stops_the_build_with_its_line(tmp_path: Path) -> None:
    own = write(tmp_path / "broken.ttl", OWN_WORDS.replace('"茶馆说事"@zh ;', '"茶馆说事@zh ;'))
    with pytest.raises(KgError) as raised:
        build(SAMPLE[:1], tmp_path / "out", vocabulary=[own])
    about = raised.value.notice
    assert (about.code, about.file, about.place) == ("KG014", str(own), "line 9")
    assert not (tmp_path / "out").exists()


def test_the_sample_may_be_built_from_a_copy(out: Path, tmp_path: Path) -> None:
    shutil.copytree(resources.sample(), tmp_path / "in")
    build([tmp_path / "in"], tmp_path / "out")
    assert contents(tmp_path / "out") == contents(out)
