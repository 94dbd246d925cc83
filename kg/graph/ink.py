"""What one report says, written down in both syntaxes at once.

Making triples first and then two texts of them takes twice as long: most of the time went into handling the
strings of IRIs, which repeat in every line. Here a fact that repeats is spelled once and joined as bytes.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.graph import turtle
from kg.graph.iris import Document
from kg.graph.terms import INTEGER, NATURAL

TEXT = '"%b"'
"""A slot of a template: the escaped bytes of a string."""
ZH = '"%b"@zh'
"""A slot: the escaped bytes of Chinese text."""
NUMBER = f'"%d{INTEGER}'
"""A slot: a whole number."""
OFFSET = f'"%d{NATURAL}'
"""A slot: a whole number from zero, as NIF has its offsets."""
PIECE = 64
"""So many subjects' N-Quads are made at a time: some 150 kB, which stay in a processor's cache until they are packed."""
_JOINT = "\0"
"""Begins each line of a fact: stands for the end of the line before it and the subject."""
_HERE = "\2"
"""Stands for the report's own IRI: so that what reports say alike is spelled once for all."""
_OWN = f"<{_HERE}"
_SLOT = "\1"
_SLOTS = {
    TEXT: (TEXT.encode(), TEXT.encode()),
    ZH: (ZH.encode(), ZH.encode()),
    NUMBER: (NUMBER.encode(), b"%d"),
    OFFSET: (OFFSET.encode(), b'"%d"^^xsd:nonNegativeInteger'),
}
"""What stands for each slot in N-Quads and in Turtle."""


class Facts(NamedTuple):
    """Some predicates with their values, of a subject that is still to come; or a template of such facts."""

    quads: bytes
    """Predicate and value of each line of N-Quads, with the signs that stand for the rest; no literal holds them unescaped."""
    turtle: bytes
    """The same in Turtle, each predicate after a semicolon."""

    def joined(self, *others: "Facts") -> "Facts":
        """These facts and others of the same subject."""
        quads, text = zip(self, *others, strict=True)
        return Facts(b"".join(quads), b"".join(text))

    def fill(self, *values: bytes | int) -> "Facts":
        """The template with its slots filled, in order."""
        return Facts(self.quads % values, self.turtle % values)


class Ink:
    """Writes facts of the report ``doc``, in its named graph, with data IRIs that begin with ``base``.

    Where the report's own IRI stands in what is written (``here``), it is filled in at the end.
    """

    def __init__(self, base: str, doc: Document) -> None:
        self.here = doc.renamed(_HERE)
        self._iri = doc.iri
        self._end = f" <{doc.iri}> .\n"
        self.statements = 0
        """How many were written down."""
        self._quads: list[bytes] = []
        self._turtle: list[bytes] = []
        self._short, self._verbs = turtle.shorteners(base)
        self._known = _known(base)
        if len(self._known) > turtle.REMEMBER:
            self._known.clear()

    def fact(self, predicate: str, *values: str) -> Facts:
        """Facts from N-Triples terms; what was asked for before, for this report or another, is at hand."""
        made = self._known.get((predicate, values))
        if made is None:
            made = self._known[predicate, values] = self.once(predicate, *values)
        return made

    def once(self, predicate: str, *values: str) -> Facts:
        """The same for what is not worth remembering: nobody says it again."""
        quads = "".join([f"{_JOINT} {predicate} {value}" for value in values])
        text = " , ".join([v if v.startswith(_OWN) else self._short.spelled(v) for v in values])
        return Facts(quads.encode(), f" ;\n    {self._verbs[predicate]} {text}".encode())

    def template(self, *facts: tuple[str, str]) -> Facts:
        """A template from predicates and values, which may be slots."""
        quads = text = b""
        for predicate, value in facts:
            made = self.fact(predicate, _SLOT if value in _SLOTS else value)
            in_quads, in_turtle = _SLOTS.get(value, (b"", b""))
            quads += made.quads.replace(b"%", b"%%").replace(b"\1", in_quads)
            text += made.turtle.replace(b"%", b"%%").replace(b"\1", in_turtle)
        return Facts(quads, text)

    def add(self, subject: str, *facts: Facts) -> None:
        """Write down all ``facts`` of ``subject``, an IRI that was not written down before; its types come first."""
        quads, text = zip(*facts, strict=True)
        term = f"<{subject}>"
        short = term if subject[0] == _HERE else self._short.iri(term)
        joint = (self._end + term.replace(_HERE, self._iri)).encode()
        said = b"".join(quads)
        block = said.replace(_JOINT.encode(), joint)
        self.statements += (len(block) - len(said)) // (len(joint) - 1)
        self._quads.append(block)
        self._turtle.append(short.encode() + b"".join(text)[6:] + b" .\n\n")

    @property
    def subjects(self) -> int:
        """How many subjects were written down."""
        return len(self._quads)

    def quads(self) -> Iterator[bytes]:
        """What was written, as N-Quads, in pieces."""
        here, iri, blocks = _HERE.encode(), self._iri.encode(), [*self._quads, self._end.encode()]
        for at in range(0, len(blocks), PIECE):
            piece = b"".join(blocks[at : at + PIECE]).replace(here, iri)
            yield piece if at else piece[len(self._end) :]

    def turtle(self) -> bytes:
        """The same as Turtle, under the header of the base."""
        short = self._short.iri(f"<{self._iri}>")[1:-1]
        return b"".join(self._turtle).replace(_HERE.encode(), short.encode())


@lru_cache(maxsize=2)
def _known(base: str) -> dict[tuple[str, tuple[str, ...]], Facts]:  # noqa: ARG001 (spelled by it)
    """What reports say alike, spelled under one base."""
    return {}
