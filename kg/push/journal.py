"""What was sent where: so that a load that broke off goes on, and graphs that are gone are removed."""

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Self

LENGTHS = {"sending": 2, "sent": 3, "removed": 2, "complete": 1}
"""The kinds of events, and of how many parts each is."""


class Journal:
    """The record of one build and one store, beside the build in ``.load-HASH.jsonl``: a line for each event.

    A line is ``["sending", IRI]``, ``["sent", IRI, DIGEST]``, ``["removed", IRI]`` or ``["complete"]``.
    """

    def __init__(self, path: Path, events: list[list[str]], torn: bool = False) -> None:
        """``torn``: whether the last line has no end."""
        self._path, self._torn = path, torn
        self._sent: dict[str, str] = {}
        for kind, *rest in events:
            if kind == "removed":
                self._sent.pop(rest[0], None)
            elif kind != "complete":
                self._sent[rest[0]] = rest[1] if kind == "sent" else ""
        whole = bool(events) and events[-1][0] == "complete"
        self._before = {} if whole else dict(self._sent)

    @classmethod
    def open(cls, out: Path, to: str) -> Self:
        """The journal for the store at URL ``to``; a line that cannot be read counts as not written."""
        path = out / f".load-{hashlib.sha256(to.encode()).hexdigest()[:12]}.jsonl"
        text = ""
        with suppress(OSError):
            text = path.read_text(encoding="utf-8", errors="replace")
        events = [event for line in text.splitlines() if (event := _event(line))]
        return cls(path, events, torn=text[-1:] not in ("", "\n"))

    def has(self, graph: str, digest: str) -> bool:
        """Was this sent already by a load that broke off?"""
        return self._before.get(graph) == digest

    def sending(self, graph: str) -> None:
        """``graph`` is being sent: until ``sent``, it may be half there."""
        self._sent[graph] = ""
        self._write("sending", graph)

    def sent(self, graph: str, digest: str) -> None:
        """``graph`` is there."""
        self._sent[graph] = digest
        self._write("sent", graph, digest)

    def removed(self, graph: str) -> None:
        """``graph`` is there no more."""
        del self._sent[graph]
        self._write("removed", graph)

    def others(self, graphs: set[str]) -> list[str]:
        """Graphs that were sent once and are not among ``graphs``."""
        return sorted(set(self._sent) - graphs)

    def complete(self) -> None:
        """Everything is there: the next load sends it all again. The journal shrinks to what is there."""
        fresh = self._path.with_suffix(f".{os.getpid()}.tmp")
        events = [*(["sent", iri, digest] for iri, digest in sorted(self._sent.items())), ["complete"]]
        fresh.write_text("".join(json.dumps(event) + "\n" for event in events), encoding="utf-8")
        fresh.replace(self._path)

    def _write(self, *event: str) -> None:
        with self._path.open("a", encoding="utf-8") as file:
            file.write("\n" * self._torn + json.dumps(event) + "\n")
        self._torn = False


def _event(line: str) -> list[str] | None:
    """What a line tells; None when it is none of those that are written here, or a part of one."""
    try:
        event = json.loads(line)
    except ValueError:
        return None
    known = isinstance(event, list) and all(isinstance(part, str) for part in event)
    return event if known and event and LENGTHS.get(event[0]) == len(event) else None
