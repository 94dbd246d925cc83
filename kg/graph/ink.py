"""What one report says, written down in both syntaxes at once.

Making triples first and then two texts of them takes twice as long: most of the time went into handling the
strings of IRIs, which repeat in every line. Here a fact that repeats is spelled once and joined as bytes.
"""

from typing import NamedTuple

from kg.graph import turtle
from kg.graph.terms import INTEGER, Triple

TEXT = '"%b"'
"""A slot of a template: the escaped bytes of a string."""
ZH = '"%b"@zh'
"""A slot: the escaped bytes of Chinese text."""
NUMBER = f'"%d{INTEGER}'
"""A slot: a whole number."""
_SUBJECT = b"\0"
_SLOT = "\1"
_SLOTS = {
    TEXT: (TEXT.encode(), TEXT.encode()),
    ZH: (ZH.encode(), ZH.encode()),
    NUMBER: (NUMBER.encode(), b"%d"),
}
"""What stands for each slot in N-Quads and in Turtle."""


class Facts(NamedTuple):
    """Some predicates with their values, of a subject that is still to come; or a template of such facts."""

    quads: bytes
    """Lines of N-Quads; NUL, which no literal holds unescaped, is in the subject's place."""
    turtle: bytes
    """The same in Turtle, each predicate after a semicolon."""
    size: int
    """How many triples they are."""

    def fill(self, *values: bytes | int) -> "Facts":
        """The template with its slots filled, in order."""
        return Facts(self.quads % values, self.turtle % values, self.size)


class Ink:
    """Writes facts of the named graph ``graph`` (an IRI), with data IRIs that begin with ``base``."""

    def __init__(self, base: str, graph: str) -> None:
        self.quads: list[bytes] = []
        self.turtle: list[bytes] = []
        self.size = 0
        """How many triples were written."""
        self._facts: dict[tuple[str, tuple[str, ...]], Facts] = {}
        self._end = f" <{graph}> .\n"
        self._short, self._verbs = turtle.shorteners(base)

    def fact(self, predicate: str, *values: str) -> Facts:
        """Facts from N-Triples terms; what was asked for before is at hand."""
        made = self._facts.get((predicate, values))
        if made is None:
            short = self._short
            quads = "".join([f"\0 {predicate} {value}{self._end}" for value in values])
            text = f" ;\n    {self._verbs[predicate]} {' , '.join([short[value] for value in values])}"
            made = self._facts[predicate, values] = Facts(quads.encode(), text.encode(), len(values))
        return made

    def template(self, *facts: tuple[str, str]) -> Facts:
        """A template from predicates and values, which may be slots."""
        quads = text = b""
        for predicate, value in facts:
            made = self.fact(predicate, _SLOT if value in _SLOTS else value)
            in_quads, in_turtle = _SLOTS.get(value, (b"", b""))
            quads += made.quads.replace(b"%", b"%%").replace(b"\1", in_quads)
            text += made.turtle.replace(b"%", b"%%").replace(b"\1", in_turtle)
        return Facts(quads, text, len(facts))

    def add(self, subject: str, *facts: Facts) -> None:
        """Write down all ``facts`` of ``subject``, an IRI that was not written down before; its types come first."""
        term = f"<{subject}>"
        quads, text, sizes = zip(*facts, strict=True)
        self.quads.append(b"".join(quads).replace(_SUBJECT, term.encode()))
        self.turtle += (self._short.iri(term).encode(), b"".join(text)[6:], b" .\n\n")
        self.size += sum(sizes)

    @property
    def subjects(self) -> int:
        """How many subjects were written down."""
        return len(self.quads)

    def triples(self) -> list[Triple]:
        """What was written, in its order."""
        lines = b"".join(self.quads).decode().split(self._end)
        return [_triple(line) for line in lines if line]


def _triple(line: str) -> Triple:
    subject, predicate, value = line.split(" ", 2)
    return subject, predicate, value
