"""``kg query``"""

import json
import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.guard import guarded
from kg.cli.options import OUTPUT, From, Json
from kg.cli.working import working

if TYPE_CHECKING:
    from kg.query import Answer, Question


class Unlock(StrEnum):
    """What is refused unless it is allowed; see ``kg.query.Allow``."""

    service = "service"
    dataset = "from"
    update = "update"
    load = "load"


class Format(StrEnum):
    """How the answer is printed."""

    table = "table"
    csv = "csv"
    json = "json"


@guarded
def query(
    file: Annotated[Path | None, typer.Argument(metavar="FILE.rq", help="A SPARQL query in a file.")] = None,
    text: Annotated[str | None, typer.Option(metavar="SPARQL", help="A SPARQL query.")] = None,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="A saved question; see --list.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the saved questions.")] = False,
    param: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=VALUE", help="A value for the question's parameter; repeatable."),
    ] = None,
    source: From = OUTPUT,
    form: Annotated[Format, typer.Option("--format", help="How the answer is printed.")] = Format.table,
    as_json: Json = False,
    limit: Annotated[int, typer.Option(metavar="ROWS", min=1, help="The most rows given.")] = 10_000,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0.001, help="The most time taken.")] = 10.0,
    memory: Annotated[int, typer.Option(metavar="MB", min=1, help="The most memory taken (Linux).")] = 2_048,
    allow: Annotated[
        list[Unlock] | None, typer.Option(help="Allow what is refused otherwise; repeatable.")
    ] = None,
) -> None:
    """Ask a built graph: a query in a file, a query as text, or a saved question.

    Queries only read, and only the build: SERVICE, FROM, updates and LOAD are refused unless --allow names them.
    An update changes a copy in memory, and the changed graph is the answer; the build stays as it is.
    --json is --format json: an answer is SPARQL 1.1 Query Results JSON, the list of questions a JSON list.
    """
    from kg.query import Allow, Limits, Worker, values

    if sum((file is not None, text is not None, name is not None, listed)) != 1:
        raise typer.BadParameter("give one of FILE.rq, --text, --name and --list")
    if as_json and form is Format.csv:
        raise typer.BadParameter("give one of --json and --format csv")
    form = Format.json if as_json else form
    if listed:
        if form is Format.json:
            typer.echo(json.dumps(described(), ensure_ascii=False, indent=1))
        else:
            show(catalogue(), form, whole=("name",))
        return
    given = dict(pair(item) for item in param or ())
    question = chosen(file, text, name)
    bound = values(question, given)
    allowed = frozenset(Allow(kind) for kind in allow or ())
    limits = Limits(seconds=timeout, rows=limit, megabytes=memory, allowed=allowed)
    with working("Asking"), Worker(source) as worker:
        answer = worker.ask(question.text, bound, limits)
    show(answer, form)
    if answer.form == "select" and not answer.rows and given:
        typer.echo(unanswered(question, given), err=True)
    if answer.truncated:
        typer.echo(f"truncated: there are more than {limit:,} rows; --limit gives more", err=True)


def unanswered(question: "Question", given: dict[str, str]) -> str:
    """What may be wrong with the parameters of a question that has no answer: each with what it is and its default."""
    meant = {parameter.name: parameter for parameter in question.parameters}
    lines = ["no rows: either nothing is stated, or a parameter names nothing in the graph"]
    for name, value in given.items():
        if name in meant:
            what = meant[name].description.get("en", "")
            lines.append(f"  {name}={value}: {what}; by default {meant[name].default}")
    return "\n".join(lines)


def pair(item: str) -> tuple[str, str]:
    """``name=value`` in two."""
    name, equals, value = item.partition("=")
    if not (name and equals):
        raise typer.BadParameter(f"{item!r} is not NAME=VALUE", param_hint="--param")
    return name.removeprefix("?"), value


def chosen(file: Path | None, text: str | None, name: str | None) -> "Question":
    """The question that is asked; KgError KG003 for a file that cannot be read, KG013 for a name."""
    from kg.errors import raised_as
    from kg.query import find, parse

    if name is not None:
        return find(name)
    if file is None:
        return parse("--text", text or "")
    with raised_as("KG003", file, (OSError, UnicodeDecodeError)):
        return parse(str(file), file.read_text(encoding="utf-8-sig"))


def described() -> list[dict[str, Any]]:
    """The saved questions as a program reads them: all but their SPARQL."""
    from kg.query import questions

    return [question.model_dump(exclude={"text"}) for question in questions()]


def catalogue() -> "Answer":
    """The saved questions as rows."""
    from kg.query import Answer, Term, questions

    def asks(question: "Question") -> str:
        return ", ".join(f"{parameter.name}={parameter.default}" for parameter in question.parameters)

    rows = [
        (q.name, q.title.get("zh", ""), q.title.get("en", ""), asks(q), q.purpose.get("en", ""))
        for q in questions()
    ]
    cells = tuple(tuple(Term(kind="literal", value=value) for value in row) for row in rows)
    names = ("name", "标题", "title", "parameters", "purpose")
    return Answer(form="select", variables=names, rows=cells)


def show(answer: "Answer", form: Format, whole: tuple[str, ...] = ()) -> None:
    """Prints the answer to stdout; a terminal's table does not fold the columns ``whole``."""
    from kg.query import as_csv, as_json, as_table

    if form is Format.csv:
        page = as_csv(answer)
    elif form is Format.json:
        page = as_json(answer)
    else:
        page = as_table(answer, shutil.get_terminal_size().columns if sys.stdout.isatty() else None, whole)
    typer.echo(page, nl=False)
