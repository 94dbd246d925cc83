"""Real servers, started by the tests on this machine's loopback and ended by them."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SCRIPTS = Path(sys.executable).parent
JS = Path(__file__).parent / "js"
VIRTUOSO = """[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{port}
DirsAllowed = {readable}
DisableUnixSocket = 1
NumberOfBuffers = 10000
[HTTPServer]
ServerPort = 127.0.0.1:{web}
ServerRoot = {work}
[SPARQL]
ResultSetMaxRows = 100000
"""


@contextmanager
def kg_serve(out: Path, *options: str) -> Iterator[str]:
    """``kg serve`` on a free port: its address, without a slash at the end."""
    command = [
        sys.executable,
        "-c",
        "from kg.cli import app; app()",
        "serve",
        "--from",
        str(out),
        "--port",
        "0",
    ]
    with subprocess.Popen([*command, *options], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            url = process.stdout.readline().split()[0].rstrip("/")
            waited(f"{url}/query")
            yield url
        finally:
            process.terminate()


@contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """Oxigraph's server with an empty store in ``folder``: its address (``/store``, ``/query``, ``/update``)."""
    program = shutil.which("oxigraph", path=f"{SCRIPTS}:{Path('/usr/bin')}")
    if program is None:
        pytest.skip("no oxigraph server: pip install oxigraph")
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            waited(url)
            yield url
        finally:
            process.terminate()


@contextmanager
def virtuoso(work: Path, readable: Path) -> Iterator[tuple[int, str]]:
    """Virtuoso 7 with an empty store in ``work`` (user and password dba): port for ``isql-vt``, address for HTTP."""
    if shutil.which("virtuoso-t") is None or shutil.which("isql-vt") is None:
        pytest.skip("no Virtuoso: apt-get install virtuoso-opensource-7-bin")
    port, web = free_port(), free_port()
    settings = VIRTUOSO.format(port=port, web=web, work=work, readable=readable)
    (work / "virtuoso.ini").write_text(settings, encoding="utf-8")
    command = ["virtuoso-t", "+foreground", "+configfile", str(work / "virtuoso.ini")]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=work, stdout=quiet, stderr=quiet) as process:
        try:
            waited(f"http://127.0.0.1:{web}/sparql?query=ASK%7B%7D")
            yield port, f"http://127.0.0.1:{web}"
        finally:
            process.terminate()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def waited(url: str, seconds: float = 60) -> None:
    """Returns when ``url`` answers; TimeoutError when it never does."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(url)


def node(script: str, *arguments: str) -> str:
    """What a script of ``tests/js`` prints; skips without Node or its packages."""
    if shutil.which("node") is None:
        pytest.skip("no Node.js")
    if not (JS / "node_modules").is_dir():
        pytest.skip("no packages of Node: npm install --prefix tests/js")
    command = ["node", str(JS / script), *arguments]
    found = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert found.returncode == 0, found.stderr
    assert found.stderr == ""
    return found.stdout
