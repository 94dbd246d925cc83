"""Adding commands to a program or a group."""

from collections.abc import Callable

import typer


def add(group: typer.Typer, *commands: Callable[..., None]) -> None:
    """Adds commands by their functions' names, each listed with the first paragraph of its docstring.

    The whole paragraph is given, because lists outside a terminal (docs/cli.md) would cut it at 45 characters.
    """
    for command in commands:
        group.command(short_help=str(command.__doc__).partition("\n\n")[0])(command)
