from kg.reading.files import read_bytes, read_file, read_text
from kg.reading.widths import fold
__all__ = ["fold", "read_bytes", "read_file", "read_text"]
