"""A whole build to a store, so that it holds the build and nothing of the one before."""

from collections.abc import Callable
from pathlib import Path

from kg.model import Record
from kg.push.endpoint import Endpoint
from kg.push.graphs import graphs
from kg.push.journal import Journal

Progress = Callable[[int], None]
"""Called after each graph with its number of triples."""


class Pushed(Record):
    """What became of the graphs."""

    sent: int = 0
    skipped: int = 0
    """There already, from a load that broke off."""
    removed: int = 0
    """Of reports that the build no longer has."""
    triples: int = 0
    """In all graphs together; one that several reports state counts in each."""


def push(
    out: Path, to: str, endpoint: Endpoint, shared: str, *, chunk: int, progress: Progress = lambda _: None
) -> Pushed:
    """Send the graphs of the build in ``out`` to the store at ``to``, ``chunk`` triples a request.

    Each graph replaces the one of its name. A load that broke off goes on where it was; graphs that an earlier
    load sent and that the build no longer has are removed. Graphs of others are never touched.
    Raises KgError when the build cannot be read or the store does not take it.
    """
    journal = Journal.open(out, to)
    seen: set[str] = set()
    sent = skipped = triples = 0
    for graph in graphs(out, shared):
        seen.add(graph.iri)
        digest = graph.digest
        if journal.has(graph.iri, digest):
            skipped += 1
        else:
            journal.sending(graph.iri)
            endpoint.replace(graph.iri, graph.chunks(chunk))
            journal.sent(graph.iri, digest)
            sent += 1
        triples += len(graph.lines)
        progress(len(graph.lines))
    gone = journal.others(seen)
    for iri in gone:
        endpoint.remove(iri)
        journal.removed(iri)
    journal.complete()
    return Pushed(sent=sent, skipped=skipped, removed=len(gone), triples=triples)
