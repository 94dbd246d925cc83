"""What one report says, written down in both syntaxes at once.

Making triples first and then two texts of them takes twice as long: most of the time went into handling the
strings of IRIs, which repeat in every line. Here a fact that repeats is spelled once and joined as bytes.
"""

from typing import NamedTuple

from kg.graph import turtle
from kg.graph.terms import INTEGER, Triple

TEXT = '"%b"'
"""A slot of a template: the escaped bytes of a string."""
NUMBER = f'"%d{INTEGER}'
"""A slot of a template: a whole number."""
_SUBJECT = b"\0"


class Facts(NamedTuple):
    """Some predicates with their values, of a subject that is still to come; or a template of such facts."""

    quads: bytes
    """Lines of N-Quads; NUL, which no literal holds unescaped, is in the subject's place."""
    turtle: bytes
    """The same in Turtle, each predicate after a semicolon."""

    def fill(self, *values: bytes | int) -> "Facts":
        """The template with its slots filled, in order."""
        return Facts(self.quads % values, self.turtle % values)


class Ink:
    """Writes facts of the named graph ``graph`` (an IRI), with data IRIs that begin with ``base``."""

    def __init__(self, base: str, graph: str) -> None:
        self.quads: list[bytes] = []
        self.turtle: list[bytes] = []
        self._facts: dict[tuple[str, tuple[str, ...]], Facts] = {}
        self._end = f" <{graph}> .\n"
        self._short, self._verbs = turtle.shorteners(base)

    def fact(self, predicate: str, *values: str) -> Facts:
        """Facts from N-Triples terms; what was asked for before is at hand."""
        made = self._facts.get((predicate, values))
        if made is None:
            short = self._short
            quads = "".join([f"\0 {predicate} {value}{self._end}" for value in values])
            shortened = " , ".join([short[value] for value in values])
            made = Facts(quads.encode(), f" ;\n    {self._verbs[predicate]} {shortened}".encode())
            self._facts[predicate, values] = made
        return made

    def template(self, *facts: tuple[str, str]) -> Facts:
        """A template from predicates and values, which may be TEXT or NUMBER."""
        slots = {TEXT: Facts(b'"%b"', b'"%b"'), NUMBER: Facts(NUMBER.encode(), b"%d")}
        quads = turtle = b""
        for predicate, value in facts:
            made = self.fact(predicate, "\1" if value in slots else value)
            slot = slots.get(value, Facts(b"", b""))
            quads += made.quads.replace(b"%", b"%%").replace(b"\1", slot.quads)
            turtle += made.turtle.replace(b"%", b"%%").replace(b"\1", slot.turtle)
        return Facts(quads, turtle)

    def add(self, subject: str, *facts: Facts) -> None:
        """Write down all ``facts`` of ``subject``, an IRI that was not written down before; its types come first."""
        term = f"<{subject}>"
        self.quads.append(b"".join([fact.quads for fact in facts]).replace(_SUBJECT, term.encode()))
        body = b"".join([fact.turtle for fact in facts])
        self.turtle.append(self._short.iri(term).encode() + body[6:] + b" .\n\n")

    def triples(self) -> list[Triple]:
        """What was written, in its order."""
        lines = b"".join(self.quads).decode().split(self._end)
        return [_triple(line) for line in lines if line]


def _triple(line: str) -> Triple:
    subject, predicate, value = line.split(" ", 2)
    return subject, predicate, value
