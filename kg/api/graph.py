"""A build: asked, walked, explained, exported."""

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from kg.errors import KgError
from kg.graph import store
from kg.query import Limits, Question, Worker, find, parse, questions, values

if TYPE_CHECKING:
    import networkx
    import pyoxigraph
    import rdflib

    from kg.api.table import Table
    from kg.explain import Explanation
    from kg.graph.record import ReportRecord

_NAME = re.compile(r"[\w-]+")


class Graph:
    """The build in folder ``path``, or the graph in a file (``.ttl``, ``.nt``, ``.nq``, also with ``.gz``).

    Nothing is read before it is asked for. Queries run in a process of their own, which ``close`` ends; so does
    leaving a ``with`` block. A question asked later starts it again.

    >>> import kg
    >>> g = kg.open("output")
    >>> [report["report"]["year"] for report in g.reports]
    [2022, 2023, 2022, 2021]
    >>> g.query("SELECT (COUNT(*) AS ?n) { ?r a <https://fazhi.example/ontology#Report> }").rows
    [(4,)]
    >>> g.close()
    """

    def __init__(self, path: Path) -> None:
        if not path.exists():
            raise KgError("KG012", str(path), why="No such file or directory")
        self.path = path
        self._worker = Worker(path)

    def query(self, asked: str, /, *, limits: Limits | None = None, **parameters: str) -> "Table":
        """The answer to a saved question by its name, or to SPARQL; ``parameters`` as in ``kg query --param``.

        Raises KgError KG013 when it is refused, is not SPARQL, or goes beyond ``limits``.

        >>> import kg
        >>> with kg.open("output") as g:
        ...     g.query("one-law", law="行政处罚法").rows[0][:3]
        ('行政处罚法', '行政处罚法', '学习')
        """
        from kg.api.table import Table

        question = find(asked) if _NAME.fullmatch(asked) else parse("query", asked)
        return Table(self._worker.ask(question.text, values(question, parameters), limits))

    @property
    def questions(self) -> tuple[Question, ...]:
        """The saved questions.

        >>> import kg
        >>> {q.name: q.title["en"] for q in kg.open("output").questions}["honours"]
        'Honours received'
        """
        return questions()

    @cached_property
    def store(self) -> "pyoxigraph.Store":
        """The graph in pyoxigraph: the build's embedded store, to read only.

        >>> import kg
        >>> len(kg.open("output").store) > 10_000
        True
        """
        return store.load(self.path)

    @cached_property
    def rdflib(self) -> "rdflib.Graph":
        """The graph in rdflib: a copy in memory, which you may change.

        >>> import kg
        >>> from rdflib import RDF, URIRef
        >>> g = kg.open("output").rdflib
        >>> len(set(g.subjects(RDF.type, URIRef("https://fazhi.example/ontology#Report"))))
        4
        """
        from kg.graph.tordflib import graph

        return graph(store.triples(self.path))  # of the file: the store makes xsd:integer of NIF's offsets

    @cached_property
    def networkx(self) -> "networkx.MultiDiGraph":
        """Entities and the relations between them: a copy in memory; ``kg.graph.network.network`` tells the attributes.

        >>> import kg
        >>> network = kg.open("output").networkx
        >>> town = next(n for n, about in network.nodes(data=True) if about["label"].endswith("月浦镇"))
        >>> network.degree(town) > 10
        True
        """
        from kg.graph.network import network

        return network(quad.triple for quad in self.store)

    @cached_property
    def reports(self) -> "tuple[ReportRecord, ...]":
        """The reports in the exchange format, in order of their file's name; none for a graph without a build.

        Raises KgError KG012 for one that cannot be read.

        >>> import kg
        >>> report = kg.open("output").reports[0]
        >>> report["doc"], report["report"]["issuer"]
        ('beixinjing-2022.txt', '上海市长宁区人民政府北新泾街道办事处')
        """
        from kg.graph.exchange import records

        return tuple(records(self.path))

    def explain(self, asked: str, *, most: int = 5) -> "Explanation":
        """Why the graph says so, of an IRI or an entity's name. Raises KgError KG019 when nothing is called so.

        >>> import kg
        >>> found = kg.open("output").explain("三项制度")
        >>> found.type, found.findings[0].passages[0].marked
        ('Programme', '三项制度')
        """
        from kg.explain import explain, own_vocabularies

        return explain(self.store, asked, most=most, vocabulary=own_vocabularies(self.path))

    def export(self, target: Path | str) -> list[Path]:
        """Write the graph to ``target``: ``.graphml``, ``.gexf`` or ``.jsonld`` by its ending, CSV tables into a folder.

        Gives the files written. Raises KgError KG016 when that cannot be done.

        >>> import kg
        >>> [path.name for path in kg.open("output").export("network.graphml")]
        ['network.graphml']
        """
        from kg.export import export

        return export(self.path, Path(target))

    def close(self) -> None:
        """End the process that answers queries."""
        self._worker.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"kg.open({str(self.path)!r})"
