"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Out = Annotated[Path | None, typer.Argument(metavar="OUT", help="Folder that kg build wrote, like --from.")]
From = Annotated[Path, typer.Option("--from", metavar="OUT", help="Folder that kg build wrote.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
OUTPUT = Path("output")
