"""Putting a page together: everything inside one file, nothing fetched, nothing run but our own scripts."""

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.errors import KgError

TEMPLATES = Path(__file__).parent / "templates"


def environment() -> Environment:
    """Templates that escape what they print; ``tojson`` writes Chinese as it is, and ``<`` as an escape."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True, "separators": (",", ":")}
    return made


def part(*names: str) -> str:
    """Templates' files one after the other, as a browser reads them (it takes CRLF for LF)."""
    return "\n".join((TEMPLATES / name).read_text(encoding="utf-8") for name in names).replace("\r\n", "\n")


def policy(styles: Sequence[str], scripts: Sequence[str]) -> str:
    """A Content-Security-Policy under which these inline styles and scripts count, and nothing else."""
    allowed = {"style-src": styles, "script-src": scripts}
    named = [
        f"{directive} {' '.join(map(_hash, texts))}" if texts else f"{directive} 'none'"
        for directive, texts in allowed.items()
    ]
    return "; ".join(["default-src 'none'", *named, "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def save(path: Path, page: str) -> Path:
    """Writes the page; KgError KG016 when it cannot."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        raise KgError("KG016", str(path), why=error.strerror or str(error)) from error
    return path
