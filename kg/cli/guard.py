"""How every command ends when something goes wrong: one line that says what to do, and exit code 2."""

import functools
import os
from collections.abc import Callable
from typing import ParamSpec

import typer

P = ParamSpec("P")


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """``command``, with errors told in one line on stderr; ``KG_DEBUG=1`` lets an unexpected one through."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except (typer.Exit, typer.Abort, typer.BadParameter, BrokenPipeError):
            raise
        except Exception as error:
            from kg.errors import KgError

            if isinstance(error, KgError):
                typer.echo(str(error), err=True)
            elif os.environ.get("KG_DEBUG"):
                raise
            else:
                kind, what = type(error).__name__, " ".join(str(error).split())
                hint = "report this as a bug; KG_DEBUG=1 shows where it arose"
                typer.echo(f"kg: unexpected {kind}: {what}; {hint}", err=True)
            raise typer.Exit(2) from error

    return run
