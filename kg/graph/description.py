"""The data set's description of itself in DCAT and VoID, and the data sets of the cube; no clock times."""

from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

from kg.graph import iris
from kg.graph.dataset import ontology_version
from kg.graph.sources import sources
from kg.graph.terms import LABEL, A, Triple, integer, string, zh
from kg.model import Disagreement
from kg.model.namespaces import (
    DCAT,
    DCTERMS,
    ELI,
    FOAF,
    FZ,
    ISO_THES,
    ITSRDF,
    NIF,
    ORG,
    OWL,
    PROV,
    QB,
    SKOS,
    VOID,
)

SOFTWARE = "https://fazhi.example/software/fazhi-kg"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
FILES = (("graph.ttl", "text/turtle"), ("graph.nq.gz", "application/n-quads"))
"""What a build that is not in shards writes of the graph, with its media type (of the second, once unpacked)."""
_ABOUT = "法治政府建设年度报告所述的机构、文件、治理项目、数据、问题和计划，每条均可追溯到原文。"
_TITLE = f"<{DCTERMS}title>"
_VOCABULARIES = (FZ.removesuffix("#"), DCTERMS, ELI, FOAF, ISO_THES, ITSRDF, NIF, ORG, PROV, QB, SKOS)


class Counts(NamedTuple):
    """What ``graph.ttl`` holds."""

    reports: int
    triples: int
    """Distinct triples of the reports, without ontology, vocabulary and description."""
    whole: int
    """Distinct triples with those too."""
    things: Mapping[str, int]
    """How many things of each class, by the class's local name."""
    contradictions: tuple[Disagreement, ...] = ()
    """Within reports, in order of their keys, then between them."""


def description(
    base: str, counts: Counts, keys: Iterable[str], files: Iterable[tuple[str, str]] = FILES
) -> list[Triple]:
    """The description's triples, sorted: the same for the same reports (``keys``), whatever their order.

    ``files``: those that the graph is written to, by name and media type.
    """
    whole = f"<{iris.dataset(base)}>"
    release = _version()
    software = f"<{SOFTWARE}/{release}>"
    said = [
        (whole, A, f"<{DCAT}Dataset>"),
        (whole, A, f"<{VOID}Dataset>"),
        (whole, LABEL, zh("法治政府建设年度报告知识图谱")),
        (whole, _TITLE, zh("法治政府建设年度报告知识图谱")),
        (whole, _TITLE, '"Knowledge graph of yearly reports on rule-of-law government"@en'),
        (
            whole,
            f"<{DCTERMS}description>",
            zh(_ABOUT),
        ),
        (
            whole,
            f"<{DCTERMS}description>",
            '"Bodies, instruments, programmes, figures, shortcomings and plans that yearly reports on rule-of-law '
            'government speak of, each traced to its words."@en',
        ),
        (whole, f"<{DCTERMS}conformsTo>", ontology_version()),
        (whole, f"<{VOID}uriSpace>", string(base)),
        (whole, f"<{VOID}triples>", integer(counts.whole)),
        (whole, f"<{PROV}wasAttributedTo>", software),
        (software, A, f"<{PROV}SoftwareAgent>"),
        (software, LABEL, f'"fazhi-kg {release}"@en'),
        (software, f"<{OWL}versionInfo>", string(release)),
    ]
    said += [(whole, f"<{VOID}vocabulary>", f"<{vocabulary}>") for vocabulary in _VOCABULARIES]
    said += [(whole, f"<{DCTERMS}source>", f"<{base}{key}>") for key in keys]
    said += sources(whole)
    for name, media_type in files:
        file = f"<{iris.dataset(base)}/{name}>"
        said += [
            (whole, f"<{DCAT}distribution>", file),
            (file, A, f"<{DCAT}Distribution>"),
            (file, _TITLE, string(name)),
            (file, f"<{DCAT}mediaType>", f"<{MEDIA_TYPES}{media_type}>"),
            *(
                [(file, f"<{DCAT}compressFormat>", f"<{MEDIA_TYPES}application/gzip>")]
                if name.endswith(".gz")
                else []
            ),
        ]
    said += _of_reports(base, whole, counts)
    return sorted([*said, *_cubes(base)])


def _of_reports(base: str, whole: str, counts: Counts) -> list[Triple]:
    """What the reports say, without ontology, vocabulary and description: each report a named graph of its own."""
    stated = f"<{iris.dataset(base)}/reports>"
    said = [
        (whole, f"<{VOID}subset>", stated),
        (stated, A, f"<{VOID}Dataset>"),
        (stated, LABEL, zh("各报告所述，每份报告一个命名图")),
        (stated, LABEL, '"What the reports say, each in a named graph of its own"@en'),
        (stated, f"<{VOID}triples>", integer(counts.triples)),
        (stated, f"<{VOID}entities>", integer(sum(counts.things.values()))),
        (stated, f"<{VOID}classes>", integer(len(counts.things))),
    ]
    for name, number in counts.things.items():
        part = f"<{iris.dataset(base)}/class/{name}>"
        said += [
            (stated, f"<{VOID}classPartition>", part),
            (part, A, f"<{VOID}Dataset>"),
            (part, f"<{VOID}class>", f"<{FZ}{name}>"),
            (part, f"<{VOID}entities>", integer(number)),
        ]
    return said


def _cubes(base: str) -> list[Triple]:
    """The two data sets of figures."""
    said = []
    for structure, name, english, placed in (
        ("figures", "各报告的数据", "Figures of all reports", True),
        ("figures-unplaced", "对象或时期不明的数据", "Figures without body or period", False),
    ):
        cube = f"<{iris.figures(base, placed)}>"
        said += [
            (f"<{iris.dataset(base)}>", f"<{VOID}subset>", cube),
            (cube, A, f"<{QB}DataSet>"),
            (cube, LABEL, zh(name)),
            (cube, LABEL, f'"{english}"@en'),
            (cube, f"<{QB}structure>", f"<{FZ}{structure}>"),
        ]
    return said


def _version() -> str:
    try:
        return version("fazhi-kg")
    except PackageNotFoundError:  # a checkout that is not installed
        return "0"
