"""The answer to a question as Python values, and as a data frame."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.model.namespaces import XSD
from kg.query import Answer, Term, as_table

if TYPE_CHECKING:
    import pandas
    import polars

Value = str | int | float | bool | date | None
_INTEGERS = (
    *(
        "integer",
        "int",
        "long",
        "short",
        "byte",
        "unsignedLong",
        "unsignedInt",
        "unsignedShort",
        "unsignedByte",
    ),
    *("nonNegativeInteger", "nonPositiveInteger", "negativeInteger", "positiveInteger"),
)
_READ: dict[str, Callable[[str], Value]] = {
    **{f"{XSD}{name}": int for name in _INTEGERS},
    **{f"{XSD}{name}": float for name in ("decimal", "double", "float")},
    f"{XSD}boolean": lambda text: text in ("true", "1"),
    f"{XSD}date": date.fromisoformat,
}


def value(term: Term | None) -> Value:
    """A term as Python has it: numbers, truth and dates by their datatype, everything else as a string."""
    if term is None:
        return None
    try:
        return _READ.get(term.datatype or "", str)(term.value)
    except ValueError:  # a literal that its datatype does not allow
        return term.value


class Table:
    """Rows with named columns; iterating gives a dict a row.

    >>> import kg
    >>> with kg.open("output") as g:
    ...     table = g.query("mediation-figures")
    >>> table.columns[:4]
    ('town', 'year', 'indicator', 'value')
    >>> next(iter(table))["unit"]
    '件'
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        """What the query engine gave: terms with datatype and language."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the variables."""
        return self.answer.variables

    @property
    def rows(self) -> list[tuple[Value, ...]]:
        """The values."""
        return [tuple(map(value, row)) for row in self.answer.rows]

    @property
    def truth(self) -> bool | None:
        """The answer to ASK; None for other queries."""
        return self.answer.truth

    @property
    def truncated(self) -> bool:
        """The limit of rows cut the answer off."""
        return self.answer.truncated

    def __len__(self) -> int:
        return len(self.answer.rows)

    def __iter__(self) -> Iterator[dict[str, Value]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def pandas(self) -> "pandas.DataFrame":
        """As a pandas data frame. Raises ModuleNotFoundError without pandas (``pip install 'fazhi-kg[frames]'``).

        >>> import kg
        >>> with kg.open("output") as g:
        ...     frame = g.query("mediation-figures").pandas()
        >>> frame[frame.unit == "件"].value.dtype
        dtype('float64')
        """
        import pandas

        return pandas.DataFrame(self.rows, columns=list(self.columns))

    def polars(self) -> "polars.DataFrame":
        """As a Polars data frame. Raises ModuleNotFoundError without Polars (``pip install 'fazhi-kg[frames]'``).

        >>> import kg
        >>> with kg.open("output") as g:
        ...     frame = g.query("mediation-figures").polars()
        >>> frame.height == len(g.query("mediation-figures"))
        True
        """
        import polars

        return polars.DataFrame(self.rows, schema=list(self.columns), orient="row", infer_schema_length=None)

    def __repr__(self) -> str:
        return as_table(self.answer, width=120)

    def _repr_html_(self) -> str:
        """A notebook shows this."""
        from html import escape

        def line(cells: tuple[Any, ...], tag: str) -> str:
            shown = ("" if cell is None else escape(str(cell)) for cell in cells)
            return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in shown) + "</tr>"

        body = "".join(line(row, "td") for row in self.rows)
        return f"<table><thead>{line(self.columns, 'th')}</thead><tbody>{body}</tbody></table>"
