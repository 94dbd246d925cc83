"""A build on a Dask cluster: the bytes of a local build, whoever dies, and nothing from a worker that is not as we are."""

import json
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from kg.build import build
from kg.errors import KgError
from kg.making import cluster as clusters
from kg.making import partition as judging
from kg.making.kept import Kept, Settings, state
from kg.making.partition import Done, Terms, partition
from kg.making.shelf import shelf
from kg.model import Notice
from kg.publish.manifest import versions
from kg.reading import DEFAULTS, Remote, Source, source
from tests.builds import SAMPLE, TEA_HOUSE, told, write
from tests.casefiles import report
from tests.clusters import PATIENCE, Cluster, cluster, until

ROOT = Path(__file__).resolve().parent.parent
TOWNS = ("练塘", "金泽", "朱家角", "白鹤", "华新", "重固")
KG = [sys.executable, "-c", "from kg.cli import app; app()"]


def whole(folder: Path) -> dict[str, bytes]:
    """Every file of a build but those of the store, with what is kept of each report."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    return {name: data for name, data in found.items() if not name.startswith("store/")}


def title(number: int) -> str:
    """One of many towns and years."""
    return f"上海市青浦区{TOWNS[number % len(TOWNS)]}镇{2000 + number // len(TOWNS)}年法治政府建设情况报告"


def many(folder: Path, number: int) -> Path:
    """As many different reports in a folder."""
    for at in range(number):
        words = SAMPLE[at % len(SAMPLE)].read_text("utf-8")
        write(folder / f"{at:03}.txt", report(words, title=title(at)))
    return folder


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Reports with a copy, a contradiction between years, one file that fails, an archive, and two files of one name."""
    folder = many(tmp_path / "in", 3)
    write(folder / "more" / "000.txt", report("调处矛盾纠纷210件。", title=title(40)))
    write(folder / "next.txt", report("调处矛盾纠纷220件，去年调处矛盾纠纷200件。", title=title(46)))
    write(folder / "twice.txt", (folder / "001.txt").read_text("utf-8"))
    write(folder / "empty.txt", "")
    with zipfile.ZipFile(folder / "packed.zip", "w") as archive:
        archive.writestr("inner.txt", report("推行首违不罚。", title=title(50)))
    return folder


@pytest.fixture
def here(tmp_path: Path) -> Terms:
    """Terms of a build that this process may take part in."""
    kept = Kept(
        shelf(tmp_path / "before"), shelf(tmp_path / "fresh"), state("https://example.org/", DEFAULTS, ())
    )
    kept.fresh.put("token", b"seen")
    settings = Settings(kept=kept, anew=False, base="https://example.org/", limits=DEFAULTS, vocabulary=())
    return Terms(settings, "token", versions(), (tmp_path,))


@pytest.fixture(autouse=True)
def unjudged() -> Iterator[None]:
    """What was found of one build's terms is forgotten before the next."""
    judging._judged.clear()
    yield
    judging._judged.clear()


# ── on a worker ──────────────────────────────────────────────────────────────────────────────────


def test_a_partition_is_kept_file_by_file(here: Terms, tmp_path: Path) -> None:
    files = [source(SAMPLE[0]), source(write(tmp_path / "empty.txt", ""))]
    first, again = partition(files, here), partition(files, here)
    assert isinstance(first, list)
    assert isinstance(again, list)
    assert [one.kept for one in (*first, *again) if isinstance(one, Done)] == [False, True]
    assert [one.code for one in (*first, *again) if isinstance(one, Notice)] == ["KG001", "KG001"]
    [entry, _] = first
    assert isinstance(entry, Done)
    assert here.kept.take([entry.entry]).keys() == {entry.entry}


@pytest.mark.parametrize("what", ["folder", "version", "more", "program", "vocabulary", "shelf"])
def test_a_worker_that_differs_makes_nothing(
    what: str, here: Terms, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = {
        "folder": "does not see /nowhere",
        "version": f"spacy is {versions()['spacy']}, not 0",
        "more": "it has spacy",
        "program": "other files of the program",
        "vocabulary": "other files of the program or of a vocabulary",
        "shelf": f"does not see {tmp_path / 'fresh'}",
    }
    if what == "folder":
        here = here._replace(seen=(Path("/nowhere"),))
    elif what == "version":
        here = here._replace(versions={**here.versions, "spacy": "0"})
    elif what == "more":
        here = here._replace(versions={k: v for k, v in here.versions.items() if k != "spacy"})
    elif what == "program":
        monkeypatch.setattr("kg.making.kept.contents", lambda: b"other")
    elif what == "vocabulary":
        here = here._replace(settings=Settings(**{**here.settings, "vocabulary": (TEA_HOUSE,)}))
    else:
        here.kept.fresh.remove("token")
    refused = partition([source(SAMPLE[0])], here)
    assert isinstance(refused, Notice)
    assert refused.code == "KG036"
    assert expected[what] in refused.message
    assert [path.name for path in (tmp_path / "fresh").iterdir() if path.name != "token"] == []


# ── errors before anything is made ───────────────────────────────────────────────────────────────


def test_without_dask_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(KgError, match=r"KG034.*distributed.*fazhi-kg\[cluster\]"):
        build(SAMPLE, tmp_path / "out", dask="tcp://127.0.0.1:1")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("tcp://127.0.0.1:1", "Timed out"),
        ("nobody://here", "nobody"),
        ("none.json", "no such scheduler file"),
    ],
)
def test_a_scheduler_that_is_not_there_is_named(
    address: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(clusters, "WAIT", 4)
    with pytest.raises(KgError, match=rf"KG035.*{address}: .*{why}"):
        build(SAMPLE, tmp_path / "out", dask=address)
    assert list(tmp_path.iterdir()) == []


def test_processes_here_and_a_cluster_are_not_asked_for_at_once(tmp_path: Path) -> None:
    said = subprocess.run(
        [*KG, "build", "-o", str(tmp_path / "out"), "--dask", "tcp://127.0.0.1:1", "-j", "2"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (said.returncode, "--jobs" in said.stderr) == (2, True)


# ── on a cluster ─────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler; workers are the test's."""
    with cluster(tmp_path_factory.mktemp("dask") / "cluster") as found:
        yield found


@pytest.mark.slow
@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize("size", [1, 4])
def test_processes_of_a_cluster_write_the_bytes_of_a_local_build(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a worker has more than one thread, and with a vocabulary of one's own, by relative paths."""
    distributed: Any = pytest.importorskip("distributed")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clusters, "PARTITION", size)
    write(tmp_path / "own.ttl", TEA_HOUSE.read_text("utf-8"))
    wanted: dict[str, Any] = {"vocabulary": [Path("own.ttl")], "base": "https://example.org/"}
    local = build([Path("in")], tmp_path / "local", **wanted)
    assert len(local.contradictions) >= 1
    assert told(local.failures) == [("KG001", "empty.txt")]
    assert ("KG010", "twice.txt") in told(local.warnings)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=2, dashboard_address=None, host="127.0.0.1"
    ) as processes:
        away = build([Path("in")], Path("away"), dask=processes.scheduler_address, **wanted)
        assert away == local
        assert whole(tmp_path / "away") == whole(tmp_path / "local")
        again = build([Path("in")], Path("away"), dask=processes.scheduler_address, **wanted)
        assert again == local.model_copy(update={"kept": local.reports + len(local.copies)})
        assert whole(tmp_path / "away") == whole(tmp_path / "local")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["away", "in", "local", "own.ttl"]


@pytest.mark.slow
def test_a_worker_that_is_killed_costs_nothing_but_time(running: Cluster, tmp_path: Path) -> None:
    """Scheduler, workers and build are started as a user would; one worker is killed at work."""
    folder = many(tmp_path / "in", 150)
    victim, _ = running.worker("--no-nanny"), running.worker("--no-nanny")
    command = [
        *KG,
        "build",
        str(folder),
        "-o",
        str(tmp_path / "out"),
        "--no-pages",
        "--json",
        "--dask",
        str(running.file),
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as going:
        entries = tmp_path / ".out.kg" / "kept"
        until(lambda: going.poll() is not None or len(list(entries.glob("[!.]*"))) > 5)
        made = len(list(entries.glob("[!.]*")))
        victim.kill()
        assert going.poll() is None, "the build was over before the worker was killed"
        assert made < 150
        said, _ = going.communicate(timeout=PATIENCE)
    assert going.returncode == 0, running.log()
    summary = json.loads(said)
    build([folder], tmp_path / "local", pages=False)
    assert summary["reports"] == 150
    assert whole(tmp_path / "out") == whole(tmp_path / "local")


@pytest.mark.slow
def test_a_file_that_kills_workers_is_named_and_the_others_are_built(tmp_path: Path) -> None:
    """The scheduler gives a task up at the first worker that dies, instead of the fourth, to save time."""
    folder = many(tmp_path / "in", 5)
    with cluster(tmp_path / "dask", DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0") as strict:
        strict.worker("--preload", "tests.hinder", KG_TEST_DEADLY="003.txt", PYTHONPATH=str(ROOT))
        summary = build([folder], tmp_path / "out", pages=False, dask=str(strict.file))
    assert told(summary.failures) == [("KG021", "003.txt")]
    assert summary.reports == 4


@pytest.mark.slow
def test_a_worker_with_another_program_is_refused(running: Cluster, tmp_path: Path) -> None:
    running.worker("--no-nanny", "--preload", "tests.hinder", KG_TEST_PROGRAM="other", PYTHONPATH=str(ROOT))
    with pytest.raises(KgError, match=r"KG036.*other files of the program"):
        build(SAMPLE, tmp_path / "out", dask=str(running.file))
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_a_cluster_without_workers_is_named(
    running: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "LOOK", 1)
    monkeypatch.setattr(clusters, "WAIT", 8)
    with pytest.raises(KgError, match=r"KG035.*no worker"):
        build(SAMPLE, tmp_path / "out", dask=str(running.file))


def started(folder: Path, out: Path, cluster: Cluster) -> "subprocess.Popen[str]":
    """``kg build`` of a folder by a cluster, as a user starts it."""
    command = [*KG, "build", str(folder), "-o", str(out), "--no-pages", "--dask", str(cluster.file)]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_a_scheduler_that_dies_ends_the_build_and_the_next_goes_on(running: Cluster, tmp_path: Path) -> None:
    folder = many(tmp_path / "in", 150)
    running.worker("--no-nanny")
    with started(folder, tmp_path / "out", running) as going:
        entries = tmp_path / ".out.kg" / "kept"
        until(lambda: going.poll() is not None or len(list(entries.glob("[!.]*"))) > 5)
        running.scheduler.kill()
        _, said = going.communicate(timeout=PATIENCE)
    assert (going.returncode, said[:5], said.count("\n")) == (2, "KG035", 1), said
    assert not (tmp_path / "out").exists()
    made = len(list(entries.glob("[!.]*")))
    assert made > 5
    assert build([folder], tmp_path / "out", pages=False).kept >= made
    build([folder], tmp_path / "local", pages=False)
    assert whole(tmp_path / "out") == whole(tmp_path / "local")


@pytest.mark.slow
def test_an_interrupt_keeps_what_was_made(running: Cluster, tmp_path: Path) -> None:
    folder = many(tmp_path / "in", 150)
    running.worker("--no-nanny")
    with started(folder, tmp_path / "out", running) as going:
        entries = tmp_path / ".out.kg" / "kept"
        until(lambda: going.poll() is not None or len(list(entries.glob("[!.b]*"))) > 5)
        going.send_signal(signal.SIGINT)
        _, said = going.communicate(timeout=PATIENCE)
    assert (going.returncode, "Traceback" in said) == (130, False), said
    assert not (tmp_path / "out").exists()
    made = [path.name for path in entries.glob("[!.]*")]
    assert len(made) > 5
    assert [name for name in made if name.startswith("build-")] == []
    assert build([folder], tmp_path / "out", pages=False).kept >= len(made)


@pytest.mark.slow
def test_inputs_and_entries_may_be_at_urls_and_machines_share_them(
    running: Cluster, reports: Path, tmp_path: Path
) -> None:
    running.worker("--no-nanny")
    local = build([reports], tmp_path / "local", pages=False)
    url = Remote(f"file://{reports}")
    shared = f"file://{tmp_path}/shared"
    away = build([url], tmp_path / "away", pages=False, dask=str(running.file), shared=shared)
    assert (away.kept, away.triples, away.mentions) == (0, local.triples, local.mentions)
    names = ("graph.ttl", "graph.nq.gz")
    assert [(tmp_path / "away" / name).read_bytes() for name in names] == [
        (tmp_path / "local" / name).read_bytes() for name in names
    ]
    assert list((tmp_path / "away" / ".kept").iterdir()) == []
    third = build([reports], tmp_path / "third", pages=False, shared=shared)
    assert third.kept == local.reports + len(local.copies)
    assert whole(tmp_path / "third").items() <= whole(tmp_path / "local").items()


def test_sources_are_absolute_for_workers_and_as_given_for_people(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    asked: list[tuple[Source, ...]] = []

    class Client:
        def submit(self, _: object, part: tuple[Source, ...], *__: object, **___: object) -> "Client":
            asked.append(part)
            return self

        def result(self, **_: object) -> list[Notice]:
            return []

    files = [source(Path("a.txt")), Source("memory://a/b.txt", Remote("memory://a", "b.txt"))]
    list(clusters._answers(Client(), files, None))  # type: ignore[arg-type]
    assert asked == [(Source("a.txt", tmp_path / "a.txt"), files[1])]


def test_terms_stay_small_however_many_files_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They travel with every partition."""
    asked: list[Terms] = []

    def answers(_: object, __: object, terms: Terms) -> Iterator[tuple[list[Source], list[Notice]]]:
        asked.append(terms)
        yield [], []

    @contextmanager
    def connected(_: str) -> Iterator[None]:
        yield

    monkeypatch.setattr(clusters, "_connected", connected)
    monkeypatch.setattr(clusters, "_answers", answers)
    files = [write(tmp_path / str(at) / "a.txt", "") for at in range(150)]
    kept = Kept(shelf(tmp_path / "before"), shelf(tmp_path / "fresh"), "")
    settings = Settings(kept=kept, anew=False, base="", limits=DEFAULTS, vocabulary=())
    list(clusters.results("", [], [*files, *files[:1], tmp_path], settings))
    assert len(asked[0].seen) == clusters.FOLDERS
    assert asked[0].seen[0] == tmp_path
    assert list((tmp_path / "fresh").iterdir()) == []
