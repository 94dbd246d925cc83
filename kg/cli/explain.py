"""``kg explain``"""

import json
from typing import Annotated

import typer

from kg.cli.guard import guarded
from kg.cli.options import OUTPUT, From, Json
from kg.cli.working import working


@guarded
def explain(
    asked: Annotated[
        str,
        typer.Argument(
            metavar="IRI|NAME",
            help="An entity, mention, claim, figure, shortcoming or plan by its IRI, or an entity by its name.",
        ),
    ],
    source: From = OUTPUT,
    most: Annotated[
        int, typer.Option(metavar="N", min=1, help="Explain at most so many mentions of an entity.")
    ] = 5,
    as_json: Json = False,
) -> None:
    """Say why: the sentence, the rule and the vocabulary entry, the link and why that one and not another.

    A name that several things bear lists them.
    """
    from kg.explain import explain as run
    from kg.explain import own_vocabularies, told
    from kg.graph.store import load

    with working("Looking"):
        found = run(load(source), asked, most=most, vocabulary=own_vocabularies(source))
    typer.echo(json.dumps(found.model_dump(), ensure_ascii=False, indent=1) if as_json else told(found))
