"""``kg validate``"""

import json
import os
import shutil
import sys
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.guard import guarded
from kg.cli.options import OUTPUT, From, Json
from kg.cli.working import working

if TYPE_CHECKING:
    from kg.graph.findings import Finding

SHOWN = 200
"""Findings in the table, at most; ``--json`` gives all."""


class Language(StrEnum):
    """Of the messages."""

    zh = "zh"
    en = "en"


@guarded
def validate(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="A Turtle or N-Quads file; none: the build's.")
    ] = None,
    source: From = OUTPUT,
    vocabulary: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="A vocabulary that the build used; repeatable.")
    ] = None,
    language: Annotated[
        Language | None, typer.Option(help="Of the messages; none given: the terminal's.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Check a graph: its shapes, its spans, its claims.

    Exit code 0: no violations (there may be warnings and infos); 1: violations; 2: the graph could not be read.
    """
    from kg.graph.validate import validate as run

    with working("Checking"):
        found = run(file or source, extra=vocabulary or ())
    counts = Counter(finding.severity for finding in found)
    if as_json:
        typer.echo(json.dumps([finding.model_dump() for finding in found], ensure_ascii=False, indent=1))
    else:
        typer.echo(table(found[:SHOWN], language or own_language()), nl=False)
        if len(found) > SHOWN:
            typer.echo(f"… and {len(found) - SHOWN:,} more; --json gives all")
        told = ", ".join(f"{name}s: {counts[name]:,}" for name in ("violation", "warning", "info"))
        typer.echo(f"{told} in {file or source}")
    if counts["violation"]:
        raise typer.Exit(1)


def own_language() -> Language:
    """Chinese where the terminal is Chinese, else English."""
    said = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return Language.zh if said.startswith("zh") else Language.en


def table(found: "list[Finding]", language: Language) -> str:
    """One row a finding: how grave, which node by its label, what is wrong, with what value of which property."""
    from kg.query import Answer, Term, as_table

    if not found:
        return ""
    names = {
        Language.en: ("severity", "label", "message", "property", "value", "node"),
        Language.zh: ("级别", "名称", "说明", "属性", "值", "节点"),
    }[language]
    levels = {"violation": "错误", "warning": "警告", "info": "提示"}
    rows = [
        (
            levels[finding.severity] if language is Language.zh else finding.severity,
            shortened(finding.label),
            finding.zh if language is Language.zh else finding.en,
            finding.path.replace("#", "/").rpartition("/")[2],
            shortened(finding.value),
            finding.node,
        )
        for finding in found
    ]
    cells = tuple(tuple(Term(kind="literal", value=value) for value in row) for row in rows)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    return as_table(Answer(form="select", variables=names, rows=cells), width)


def shortened(text: str, most: int = 40) -> str:
    """The text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"
