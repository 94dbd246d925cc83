"""What was sent where: so that a load that broke off goes on, and graphs that are gone are removed."""

import hashlib
import json
import os
from pathlib import Path
from typing import Self


class Journal:
    """The record of one build and one store, beside the build in ``.load-HASH.jsonl``: a line for each event.

    A line is ``["sending", IRI]``, ``["sent", IRI, DIGEST]``, ``["removed", IRI]`` or ``["complete"]``.
    """

    def __init__(self, path: Path, events: list[list[str]]) -> None:
        self._path = path
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
        """The journal for the store at URL ``to``; what cannot be read of it counts as not written."""
        path = out / f".load-{hashlib.sha256(to.encode()).hexdigest()[:12]}.jsonl"
        events = []
        try:
            for line in path.read_text(encoding="utf-8").splitlines():
                events.append([str(part) for part in json.loads(line)])
        except (OSError, ValueError):
            pass
        return cls(path, [event for event in events if event])

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
            file.write(json.dumps(event) + "\n")
