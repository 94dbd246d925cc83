"""What a report says of an entity besides relations: its figures, shortcomings and plans."""

from collections import defaultdict
from typing import get_args

from kg.model.namespaces import FZ
from kg.views.columns import Columns
from kg.views.graph.picture import Figure, Remark
from kg.views.graph.spans import Places
from kg.views.stated import counted


def figures(columns: Columns, places: Places) -> dict[str, list[Figure]]:
    """The figures by the entity that they are about."""
    found: dict[str, list[Figure]] = defaultdict(list)
    for iri in columns.instances("Observation"):
        figure = Figure(
            counts=counted(columns, iri),
            value=columns.one(iri, FZ + "value"),
            unit=columns.one(iri, FZ + "unit"),
            period=columns.one(iri, FZ + "period"),
            status=columns.one(iri, FZ + "status").removeprefix(FZ),
            approximate=columns.one(iri, FZ + "approximate") == "true",
            spans=places.of(columns.all(iri, FZ + "evidence")),
        )
        found[columns.one(iri, FZ + "about")].append(figure)
    return found


def remarks(columns: Columns, places: Places) -> dict[str, list[Remark]]:
    """The shortcomings and plans by the division whose reports state them."""
    found: dict[str, list[Remark]] = defaultdict(list)
    for kind in get_args(Remark.model_fields["kind"].annotation):
        for iri in columns.instances(kind):
            remark = Remark(
                kind=kind,
                topic=columns.name(columns.one(iri, FZ + "topic")),
                text=columns.one(iri, FZ + "text"),
                spans=places.of(columns.all(iri, FZ + "evidence")),
            )
            found[columns.one(columns.one(iri, FZ + "report"), FZ + "division")].append(remark)
    return found
