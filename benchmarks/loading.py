"""How fast triple stores take a build by their bulk loaders, and with how much memory.

    python benchmarks/loading.py OUT

loads ``graph.nq.gz`` of the build in OUT, or its shards, into an empty Oxigraph (``oxigraph load`` of the extra ``test``) and an
empty Jena TDB2 (``tdb2.tdbloader`` of Debian's libapache-jena-java), and ``graph.ttl`` into the store that a build keeps for
itself. Printed are the statements, seconds on the clock and of the processor, statements a second of each, the most memory and
the size on disk. A program that is not there is left out.
"""

import argparse
import gzip
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.stores import has_jena, jena_classpath

FILL = "import sys, pathlib; from kg.graph import embedded; embedded.fill(pathlib.Path(sys.argv[1]))"
HEAP = "-Xmx4g"


def statements(files: list[Path]) -> int:
    """Lines of gzipped N-Quads."""
    found = 0
    for path in files:
        with gzip.open(path) as file:
            found += sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 22), b""))
    return found


def programs(files: list[Path], out: Path, work: Path) -> Iterator[tuple[str, list[str]]]:
    """The command of each loader that is installed, which writes to ``work/store``."""
    store = work / "store"
    oxigraph = shutil.which("oxigraph", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if oxigraph:
        yield "Oxigraph", [oxigraph, "load", "--location", str(store), "--file", *map(str, files)]
    if has_jena():
        java = ["java", HEAP, "-cp", jena_classpath(work / "jena"), "tdb2.tdbloader"]
        yield "Jena TDB2", [*java, "--loc", str(store), *map(str, files)]
    if (out / "graph.ttl").exists():
        (work / "graph.ttl").symlink_to((out / "graph.ttl").resolve())
        yield "the build's own store", [sys.executable, "-c", FILL, str(work)]


def run(command: list[str]) -> tuple[float, float, float]:
    """Seconds on the clock and of the processor, and megabytes at most. Raises CalledProcessError."""
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, spent = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    clock = time.perf_counter() - begin
    return clock, spent.ru_utime + spent.ru_stime, spent.ru_maxrss * 1024 / 1e6


def main() -> None:
    """Load and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    out: Path = parser.parse_args().out
    files = [out / "graph.nq.gz"] if (out / "graph.nq.gz").exists() else sorted((out / "shards").glob("*.gz"))
    whole = statements(files)
    print(f"{whole:,} statements in {sum(path.stat().st_size for path in files) / 1e6:,.0f} MB\n")
    print(
        "| loaded into | seconds | a second | of the processor | a second | most memory, MB | on disk, MB |"
    )
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    with TemporaryDirectory() as folder:
        work = Path(folder)
        for name, command in programs(files, out, work):
            clock, processor, memory = run(command)
            size = sum(path.stat().st_size for path in (work / "store").rglob("*") if path.is_file()) / 1e6
            shutil.rmtree(work / "store")
            print(
                f"| {name} | {clock:.1f} | {whole / clock:,.0f} | {processor:.1f} | {whole / processor:,.0f} "
                f"| {memory:,.0f} | {size:,.0f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
