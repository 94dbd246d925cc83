"""Data beside the pages, loaded when a page asks for it.

A page that is opened from a folder may not fetch; it may load a script. So each file of data is a call
with one argument: JSON, compressed with gzip, spelled in base64. ``fz.load`` in ``common.js`` reads it.
"""

import gzip
import json
from base64 import b64encode
from pathlib import Path

from kg.views import pages


def save(out: Path, name: str, value: object) -> Path:
    """Writes ``out/data/NAME.js``; the same value gives the same bytes. KgError KG016 when it cannot."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    packed = b64encode(gzip.compress(text.encode(), 6, mtime=0)).decode()
    return pages.save(out / "data" / f"{name}.js", f'fz.chunk("{name}","{packed}");\n')
