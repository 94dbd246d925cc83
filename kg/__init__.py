"""fazhi-kg: China's yearly reports on rule-of-law government as one traceable knowledge graph."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("fazhi-kg")
except PackageNotFoundError:  # run from a source tree that was never installed
    __version__ = "0"

__all__ = ["__version__"]
