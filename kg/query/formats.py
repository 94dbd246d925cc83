"""Answers as people and programs read them."""

import csv
import json
import re
from collections.abc import Collection
from io import StringIO

from kg.model.namespaces import PREFIXES
from kg.query.answer import Answer, Term

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
_FORMULA = re.compile(r"[\t\r\n]|\s*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")


def as_table(answer: Answer, width: int | None = None, whole: Collection[str] = ()) -> str:
    """Aligned columns (a Chinese character is two wide), folded to ``width`` cells; None: unlimited.

    ``whole``: the columns that are not folded, because they are copied.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if answer.form == "ask":
        return f"{str(answer.truth).lower()}\n"
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in answer.variables:
        table.add_column(Text(name), overflow="fold", no_wrap=width is None or name in whole)
    for cells in answer.rows:
        table.add_row(*(Text(_shown(cell)) for cell in cells))
    page = StringIO()
    # Rich measures before it prints; a width that no table reaches leaves every line whole.
    Console(file=page, width=width or 1_000_000, color_system=None, legacy_windows=False).print(table)
    return "".join(line.rstrip() + "\n" for line in page.getvalue().splitlines())


def _shown(cell: Term | None) -> str:
    """A cell for the eye: known namespaces short, and nothing that could steer the terminal."""
    if cell is None:
        return ""
    value = cell.value
    if cell.kind == "uri":
        for prefix, namespace in PREFIXES.items():
            if value.startswith(namespace):
                value = f"{prefix}:" + value[len(namespace) :]
                break
    return _CONTROL.sub(" ", value)


def as_csv(answer: Answer) -> str:
    """Comma-separated values with a header; what a spreadsheet would take for a formula gets a ``'``."""
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    if answer.form == "ask":
        writer.writerows([["answer"], [str(answer.truth).lower()]])
        return page.getvalue()
    writer.writerow([harmless(name) for name in answer.variables])
    for cells in answer.rows:
        writer.writerow(["" if cell is None else harmless(cell.value) for cell in cells])
    return page.getvalue()


def harmless(value: str) -> str:
    """The text with an apostrophe before what a spreadsheet would take for a formula; numbers stay.

    https://owasp.org/www-community/attacks/CSV_Injection; full-width signs count in East Asian spreadsheets.
    """
    return f"'{value}" if _FORMULA.match(value) and not _NUMBER.fullmatch(value) else value


def as_json(answer: Answer) -> str:
    """SPARQL 1.1 results JSON; triples come as solutions of ``subject``, ``predicate`` and ``object``."""
    if answer.form == "ask":
        return json.dumps({"head": {}, "boolean": answer.truth}) + "\n"
    bindings = [
        {name: _binding(cell) for name, cell in zip(answer.variables, cells, strict=True) if cell is not None}
        for cells in answer.rows
    ]
    page = {"head": {"vars": list(answer.variables)}, "results": {"bindings": bindings}}
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def _binding(cell: Term) -> dict[str, str]:
    binding = {"type": cell.kind, "value": cell.value}
    if cell.datatype:
        binding["datatype"] = cell.datatype
    if cell.language:
        binding["xml:lang"] = cell.language
    return binding
