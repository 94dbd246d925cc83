"""How a server is set up."""

from pathlib import Path

from kg.model import Record
from kg.query import Limits

LOOPBACK = ("localhost", "127.0.0.1", "::1", "[::1]")


class Settings(Record):
    """What ``kg serve`` was told."""

    out: Path
    """Folder that ``kg build`` wrote."""
    hosts: tuple[str, ...] = LOOPBACK
    """Names under which the server may be addressed (``*``: any). A page of another site that has its own name
    point to this machine (DNS rebinding) is refused by its name."""
    origins: tuple[str, ...] = ()
    """Origins of other sites whose scripts may ask (``https://example.org``; ``*``: any)."""
    workers: int = 2
    """Processes that answer queries."""
    limits: Limits = Limits()
    body: int = 1_000_000
    """Bytes of a request at most."""
    waiting: int = 100
    """Requests that may wait for a worker; one more is told to come back."""
    patience: float = 10.0
    """Seconds that a request waits for a worker."""
