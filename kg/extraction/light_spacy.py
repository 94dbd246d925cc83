"""spaCy without its command line, which ``import spacy`` would bring along with an HTTP client and a project tool.

They are a third of spaCy's start and nothing here uses them. What needs them later (``spacy.info``, ``spacy.cli``)
imports them then.
"""

import sys
from types import ModuleType
from typing import Any

_NAME = "spacy.cli.info"
"""The one module of the command line that spaCy imports; the others come with it."""


def _info(*args: Any, **options: Any) -> Any:
    """``spacy.info``."""
    from spacy.cli.info import info

    return info(*args, **options)


if "spacy" not in sys.modules:
    sys.modules[_NAME] = ModuleType(_NAME)
    sys.modules[_NAME].info = _info  # type: ignore[attr-defined]  # a bare module has what it is given
    try:
        import spacy  # noqa: F401
    finally:
        del sys.modules[_NAME]
