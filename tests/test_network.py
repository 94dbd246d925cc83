"""A build asks for nothing on the network: it runs whole where no socket can be opened, in every process."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builds import SAMPLE
from tests.writers.docx import docx_bytes
from tests.writers.html import html_bytes
from tests.writers.ofd import ofd_bytes
from tests.writers.pdf import pdf_bytes

BLOCK = """
import socket, sys

def refuse(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        if not (event == "socket.connect" and args[0].family == getattr(socket, "AF_UNIX", None)):
            open({told!r}, "a").write(event + "\\n")
            raise OSError("no network in this test: " + event)

sys.addaudithook(refuse)
"""
"""A ``sitecustomize`` that every Python process of the build runs first (PEP 578)."""
PAGE = '<p>甲，乙。<img src="http://192.0.2.1/a.png"><iframe src="http://192.0.2.1/"></iframe></p>'


def inputs(folder: Path) -> Path:
    """One report in each format, with what would lure a reader to the network."""
    folder.mkdir()
    lines = SAMPLE[0].read_text("utf-8").split("\n")
    made = {
        "a.docx": docx_bytes(lines),
        "a.pdf": pdf_bytes(lines),
        "a.ofd": ofd_bytes(lines),
        "a.html": html_bytes(lines),
    }
    made |= {
        "b.html": PAGE.encode(),
        "b.xhtml": b'<!DOCTYPE html SYSTEM "http://192.0.2.1/d.dtd">' + PAGE.encode(),
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)
    for path in SAMPLE[1:]:
        shutil.copy(path, folder)
    return folder


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line with sockets blocked; whatever tried to open one is in ``folder/told``."""
    site = folder / "site"
    site.mkdir(exist_ok=True)
    (site / "sitecustomize.py").write_text(BLOCK.format(told=str(folder / "told")))
    path = os.pathsep.join([str(site), *sys.path])
    command = [sys.executable, "-c", "from kg.cli import app; app()", *arguments]
    return subprocess.run(
        command, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False
    )


def test_the_block_works(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(BLOCK.format(told=str(tmp_path / "told")))
    code = "import urllib.request; urllib.request.urlopen('http://192.0.2.1/', timeout=1)"
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)
    assert ran.returncode
    assert (tmp_path / "told").read_text().startswith("socket.")


@pytest.mark.slow
def test_a_build_of_every_format_opens_no_socket(tmp_path: Path) -> None:
    ran = run(tmp_path, "build", str(inputs(tmp_path / "in")), "-o", str(tmp_path / "out"))
    assert ran.returncode == 0, ran.stderr
    for arguments in (["validate"], ["query", "--name", "laws-by-towns"]):
        assert run(tmp_path, *arguments, "--from", str(tmp_path / "out")).returncode == 0
    assert not (tmp_path / "told").exists()


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("unshare") is None or os.name != "posix", reason="no network namespaces here"
)
def test_a_build_runs_where_there_is_no_network_at_all(tmp_path: Path) -> None:
    command = ["unshare", "--map-root-user", "--net", sys.executable, "-c", "from kg.cli import app; app()"]
    if subprocess.run([*command[:3], "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system forbids network namespaces")
    folder = inputs(tmp_path / "in")
    ran = subprocess.run(
        [*command, "build", str(folder), "-o", str(tmp_path / "out")], capture_output=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
