"""What the program imports is what it declares, no more and no less."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

from tests.test_rooms import ROOT, modules

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
FOR_USERS = ("cluster", "formats", "frames", "serve")
"""Extras of the program; the others are for notebooks, tests and measurements."""
MAKES_DATA = {"pypinyin"}
"""Imported only by ``kg.lexicon.compile``, which nobody runs who uses the program."""
CALLED_BY_OTHERS = {"dask"}
"""Declared for a distribution that needs exactly it, and imported by that alone."""


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(requirements: list[str]) -> set[str]:
    return {canonical(re.split(r"[\[<>=!~; ]", one)[0]) for one in requirements}


def imported() -> set[str]:
    """The distributions whose modules the program imports anywhere."""
    found = set()
    for path in modules().values():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add((node.module or "").partition(".")[0])
    known = packages_distributions()
    names = found - set(sys.stdlib_module_names) - {"kg"}
    return {canonical(dist) for name in names for dist in known.get(name, [name])}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    extras = PROJECT["optional-dependencies"]
    needed = declared([*PROJECT["dependencies"], *(one for name in FOR_USERS for one in extras[name])])
    assert imported() - needed == MAKES_DATA, "imported and not declared"
    assert needed - imported() == CALLED_BY_OTHERS, "declared and not imported"


def test_every_dependency_has_bounds() -> None:
    requirements = [
        *PROJECT["dependencies"],
        *(one for extra in FOR_USERS for one in PROJECT["optional-dependencies"][extra]),
    ]
    assert [one for one in requirements if not re.search(r">=[\d.]+,<[\d.]+$", one)] == []
