"""What validation says of a graph of several reports that is sound at every node but no longer hangs together."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.build import build
from kg.graph import store
from kg.graph.files import GraphFiles, render
from kg.graph.findings import Finding
from kg.graph.iris import DEFAULT_BASE
from kg.graph.terms import Triple, date, integer
from kg.graph.validate import validate
from kg.model.namespaces import FZ, NIF, RDF, VOID
from tests import factories
from tests.builds import SAMPLE, write
from tests.casefiles import report

FIRST, SECOND = factories.make_report(), factories.make_report("999902102000", 2022)
REPORTS = [f"<{DEFAULT_BASE}{one.key}>" for one in (FIRST, SECOND)]
TOWNS = [f"<{DEFAULT_BASE}{one.entities[0].key}>" for one in (FIRST, SECOND)]
DISTRICTS = [f"<{DEFAULT_BASE}{one.entities[1].key}>" for one in (FIRST, SECOND)]
OFFICES = [f"<{DEFAULT_BASE}{one.entities[2].key}>" for one in (FIRST, SECOND)]
LAW = f"<{DEFAULT_BASE}{FIRST.entities[4].key}>"
WHOLE, PART = f"<{DEFAULT_BASE}dataset>", f"<{DEFAULT_BASE}dataset/reports>"
TRIPLES, EVIDENCE, YEAR, STUDIES, LOCATED, PART_OF = (
    f"<{name}>"
    for name in (
        f"{VOID}triples",
        *(FZ + name for name in ("evidence", "year", "studies", "locatedIn", "partOf")),
    )
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    with GraphFiles(folder, extra=factories.VOCABULARY) as graph:
        for one in (FIRST, SECOND):
            graph.add(render(one, extra=factories.VOCABULARY))
        graph.finish()
    return folder


@pytest.fixture(scope="module")
def triples(built: Path) -> list[Triple]:
    return [(str(t.subject), str(t.predicate), str(t.object)) for t in store.triples(built)]


@pytest.fixture
def found(triples: list[Triple], tmp_path: Path) -> Callable[..., list[Finding]]:
    """What is wrong when triples are added and others, by subject and predicate, get another object."""

    def found(*added: Triple, other: dict[tuple[str, str], str] | None = None) -> list[Finding]:
        changed = [(s, p, (other or {}).get((s, p), o)) for s, p, o in triples]
        size = {(WHOLE, TRIPLES): integer(len(triples) + len(added))} if added else {}
        lines = [f"{s} {p} {size.get((s, p), o)} .\n" for s, p, o in (*changed, *added)]
        write(tmp_path / "graph.nt", "".join(lines))
        return validate(tmp_path / "graph.nt", factories.VOCABULARY)

    return found


def one_of(triples: list[Triple], cls: str, whose: str) -> str:
    """A thing of a class that a report says."""
    own = {s for s, p, o in triples if (p, o) == (f"<{FZ}report>", whose)}
    own |= {s for s, p, o in triples if (p, o) == (f"<{NIF}referenceContext>", whose)}
    return min(s for s, p, o in triples if s in own and (p, o) == (f"<{RDF}type>", f"<{FZ}{cls}>"))


def said(findings: list[Finding]) -> list[tuple[str, str, str, str, str]]:
    """How grave, of what node, which property, which value, the beginning of what is said."""
    return [(f.severity, f"<{f.node}>", f"<{f.path}>", f.value, " ".join(f.en.split()[:4])) for f in findings]


def bare(term: str) -> str:
    return term.strip("<>")


@pytest.mark.parametrize("cls", ["Claim", "Observation", "Plan", "Shortcoming"])
def test_evidence_lies_in_the_report_that_makes_the_assertion(
    cls: str, triples: list[Triple], found: Callable[..., list[Finding]]
) -> None:
    node, mention = one_of(triples, cls, REPORTS[0]), one_of(triples, "Mention", REPORTS[1])
    wrong = found(other={(node, EVIDENCE): mention})
    assert said(wrong) == [("violation", node, EVIDENCE, bare(mention), "The evidence lies outside")]
    mention = one_of(triples, "Mention", REPORTS[0])
    same = {f.en for f in found(other={(node, EVIDENCE): mention})}
    other_words = {"The words of a shortcoming or plan are those of its evidence."}
    assert same == (other_words if cls in ("Plan", "Shortcoming") else set())


@pytest.mark.parametrize("cls", ["Claim", "Plan", "Shortcoming"])
def test_the_year_of_an_assertion_is_that_of_its_report(
    cls: str, triples: list[Triple], found: Callable[..., list[Finding]]
) -> None:
    node = one_of(triples, cls, REPORTS[0])
    wrong = found(other={(node, YEAR): date("2022")})
    assert said(wrong) == [("violation", node, YEAR, "2022", "The year of a")]


def test_a_figure_may_be_of_another_year(triples: list[Triple], found: Callable[..., list[Finding]]) -> None:
    node = one_of(triples, "Observation", REPORTS[0])
    assert found(other={(node, f"<{FZ}period>"): date("2020")}) == []


def test_a_plain_relation_is_stated_by_a_report(found: Callable[..., list[Finding]]) -> None:
    wrong = found((TOWNS[0], STUDIES, LAW))
    assert said(wrong) == [("violation", TOWNS[0], STUDIES, bare(LAW), "No claim of a")]
    assert wrong[0].label == FIRST.entities[0].name


@pytest.mark.parametrize(
    ("subject", "value"),
    [(TOWNS[0], DISTRICTS[1]), (OFFICES[0], TOWNS[0]), (OFFICES[0], DISTRICTS[0])],
)
def test_only_divisions_lie_somewhere_without_a_report_and_only_where_their_codes_say(
    subject: str, value: str, found: Callable[..., list[Finding]]
) -> None:
    assert said(found((subject, LOCATED, value))) == [
        ("violation", subject, LOCATED, bare(value), "No claim of a")
    ]


def test_a_division_lies_in_its_scope_without_a_report(found: Callable[..., list[Finding]]) -> None:
    estate = f"<{DEFAULT_BASE}division/estate>"
    kind = "<https://fazhi.example/vocabulary/kind/township>"
    facts = [
        (estate, f"<{RDF}type>", f"<{FZ}Division>"),
        (estate, "<http://www.w3.org/2000/01/rdf-schema#label>", '"点灯小区"@zh'),
        (estate, f"<{FZ}linkedBy>", '"local"'),
        (estate, LOCATED, TOWNS[0]),
    ]
    kinds = [(estate, f"<{FZ}kind>", kind)]
    alone = {f.en for f in found(*facts, *kinds)}
    scoped = {f.en for f in found(*facts, *kinds, (estate, f"<{FZ}scope>", TOWNS[0]))}
    assert alone - scoped == {"No claim of a report states the plain triple."}


@pytest.mark.parametrize(
    ("relation", "around"),
    [
        (LOCATED, [DISTRICTS[0], TOWNS[0]]),
        (LOCATED, [DISTRICTS[0], DISTRICTS[1], TOWNS[0]]),
        (PART_OF, [OFFICES[0]]),
        (PART_OF, OFFICES),
    ],
)
def test_a_transitive_relation_runs_in_no_circle(
    relation: str, around: list[str], triples: list[Triple], found: Callable[..., list[Finding]]
) -> None:
    pairs = list(zip(around, [*around[1:], around[0]], strict=True))
    circle = {(subject, relation, value) for subject, value in pairs}
    wrong = [f for f in found(*sorted(circle - {*triples})) if f.en.startswith("A transitive")]
    assert {(f"<{f.node}>", f"<{f.path}>", f"<{f.value}>") for f in wrong} == circle
    assert {f.severity for f in wrong} == {"violation"}


def test_what_leads_to_a_circle_or_away_from_it_is_not_of_it(found: Callable[..., list[Finding]]) -> None:
    chain = [(OFFICES[0], PART_OF, OFFICES[1]), (OFFICES[1], PART_OF, OFFICES[1])]
    wrong = [f for f in found(*chain) if f.en.startswith("A transitive")]
    assert [(f"<{f.node}>", f"<{f.value}>") for f in wrong] == [(OFFICES[1], OFFICES[1])]


def test_the_data_set_has_as_many_triples_as_it_says(
    triples: list[Triple], found: Callable[..., list[Finding]]
) -> None:
    size = len(triples)
    fewer, more = (found(other={(WHOLE, TRIPLES): integer(size + by)}) for by in (1, -1))
    assert said(fewer) == [("violation", WHOLE, TRIPLES, f"{size + 1} ≠ {size}", "The graph has fewer")]
    assert said(more) == [("warning", WHOLE, TRIPLES, f"{size - 1} ≠ {size}", "The graph has more")]


def test_the_named_graphs_have_as_many_triples_as_is_said(built: Path, tmp_path: Path) -> None:
    text = gzip.decompress((built / "graph.nq.gz").read_bytes()).decode()
    [line] = [line for line in text.splitlines() if line.startswith(f"{PART} {TRIPLES} ")]
    number = int(line.split('"')[1])
    write(tmp_path / "graph.nq", text.replace(line, line.replace(str(number), str(number + 2))))
    assert said(validate(tmp_path / "graph.nq", factories.VOCABULARY)) == [
        ("violation", PART, TRIPLES, f"{number + 2} ≠ {number}", "The graph has fewer")
    ]


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The sample, a copy, two years that contradict each other, and a place that reports on another."""
    folder = tmp_path_factory.mktemp("inputs")
    head = "上海市青浦区练塘镇{}年法治政府建设情况报告"
    files = {
        "copy": SAMPLE[0].read_text("utf-8"),
        "now": report("调处矛盾纠纷220件，去年调处矛盾纠纷200件。", title=head.format(2023)),
        "before": report("调处矛盾纠纷210件。", title=head.format(2022)),
        "other": report("朱家角镇和金泽镇联合开展执法检查，学习民法典。", title=head.format(2021)),
        "broader": report("荣获全国劳动模范称号。", title=head.format(2020)),
        "plans": report("制定《调解办法》，推行首违不罚。", "plans", title=head.format(2024)),
    }
    return [*SAMPLE, *(write(folder / f"{name}.txt", text) for name, text in files.items())]


def violations(path: Path) -> list[Finding]:
    return [one for one in validate(path) if one.severity == "violation" or one.path == f"{VOID}triples"]


def test_a_build_hangs_together(inputs: list[Path], tmp_path: Path) -> None:
    summary = build(inputs, tmp_path / "out", pages=False)
    assert (len(summary.copies), len(summary.contradictions)) == (1, 2)
    assert violations(tmp_path / "out") == violations(tmp_path / "out" / "graph.nq.gz") == []


def test_the_shards_of_a_build_hang_together(inputs: list[Path], tmp_path: Path) -> None:
    build(inputs, tmp_path / "out", pages=False, shards=3)
    shards = sorted((tmp_path / "out" / "shards").glob("*.nq.gz"))
    assert 2 < len(shards) <= 4  # the reports' keys choose among three, beside the default graph's
    (tmp_path / "all.nq.gz").write_bytes(b"".join(shard.read_bytes() for shard in shards))
    assert violations(tmp_path / "all.nq.gz") == []


def test_two_builds_hang_together(inputs: list[Path], tmp_path: Path) -> None:
    """But for what the two say of themselves: each told its own size."""
    for name, half in (("a", inputs[::2]), ("b", inputs[1::2])):
        build(half, tmp_path / name, pages=False)
    both = [(tmp_path / name / "graph.ttl").read_text("utf-8") for name in "ab"]
    write(tmp_path / "both.ttl", "\n".join(both))
    found = {one.node.removeprefix(DEFAULT_BASE).split("/")[0] for one in violations(tmp_path / "both.ttl")}
    assert found <= {"dataset"}
