"""Reading: a file becomes a clean text with a map back to its characters, and an outline.

>>> from kg.reading import outline, read_text
>>> text = read_text("某镇 2021 年法治政府建设情况报告\\n\\n2021 年，我镇依法\\n\\n行政。", "a.txt")
>>> text.clean
'某镇2021年法治政府建设情况报告\\n2021年，我镇依法行政。'
>>> outline(text).year
2021
"""

from kg.reading.files import read_bytes, read_file, read_source, read_text
from kg.reading.limits import DEFAULTS, Limits, deadline
from kg.reading.outline import outline
from kg.reading.remote import Remote, is_url
from kg.reading.sources import Found, Source, find, source
from kg.reading.widths import fold_layout

__all__ = [
    "DEFAULTS",
    "Found",
    "Limits",
    "Remote",
    "Source",
    "deadline",
    "find",
    "fold_layout",
    "is_url",
    "outline",
    "read_bytes",
    "read_file",
    "read_source",
    "read_text",
    "source",
]
