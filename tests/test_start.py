"""What a process that reads reports loads, and what it leaves to those who use it."""

import subprocess
import sys
from importlib.metadata import version

import pytest

import kg


def python(code: str) -> str:
    """What a fresh interpreter prints."""
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout.strip()


def test_reading_loads_no_command_line_no_cluster_and_nothing_that_draws() -> None:
    unwanted = ("spacy.cli", "weasel", "networkx", "jinja2", "dask", "distributed", "fsspec")
    code = f"import kg.build, sys; print([m for m in {unwanted} if m in sys.modules])"
    assert python(code) == "[]"


@pytest.mark.parametrize("module", ["kg.query", "kg.cli.query", "kg.graph.store"])
def test_asking_a_graph_loads_nothing_that_reads_reports(module: str) -> None:
    code = (
        f"import {module}, sys; print([m for m in ('spacy', 'rjieba', 'kg.extraction') if m in sys.modules])"
    )
    assert python(code) == "[]"


def test_spacy_is_whole_all_the_same() -> None:
    code = "import kg.extraction, spacy; print(spacy.info(silent=True)['spacy_version'], spacy.cli.info.__module__)"
    assert python(code) == f"{version('spacy')} spacy.cli.info"


def test_spacy_that_is_there_already_stays_as_it_is() -> None:
    assert python("import spacy, kg.extraction; print(spacy.info.__module__)") == "spacy.cli.info"


def test_the_version_is_the_distributions() -> None:
    assert kg.__version__ == version("fazhi-kg")


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'versions'"):
        kg.versions  # noqa: B018
