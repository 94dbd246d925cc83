"""Suggested names as a vocabulary file that an expert edits."""

from collections.abc import Sequence

from kg.lexicon.check import UNDECIDED
from kg.lexicon.slugs import slug
from kg.model.namespaces import VOCABULARY
from kg.suggest.suggest import HEAD, Suggestion

HEADER = """\
@prefix fz: <https://fazhi.example/ontology#> .
@prefix v: <https://fazhi.example/vocabulary/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .

# Likely names that the vocabulary lacks, the most widespread first. Delete what is none and set words for each "?", then
#   kg lexicon check FILE
#   kg build --vocabulary FILE
"""


def draft(suggestions: Sequence[Suggestion]) -> str:
    """The suggestions as Turtle, each under its counts and example sentences; what a person must decide is ``?``."""
    return HEADER + "".join(f"\n{_entry(about)}" for about in suggestions)


def _entry(about: Suggestion) -> str:
    """One suggestion as an entry; a likely head of names needs no definition, but how it is used."""
    scheme = "head" if about.cls == HEAD else about.cls.lower()
    lines = [f"# {_counted(about.count, 'time')} in {_counted(about.reports, 'report')}"]
    lines += [f"#   {file}: {sentence}" for file, sentence in about.examples]
    lines += [
        f"<{VOCABULARY}{scheme}/{slug(about.label)}> a fz:{about.cls} ;",
        f"    skos:inScheme v:{scheme} ;",
        f'    skos:prefLabel {_literal(about.label)}@zh , "{UNDECIDED}"@en ;',
    ]
    if about.others:
        lines.append("    skos:altLabel " + " , ".join(f"{_literal(o)}@zh" for o in about.others) + " ;")
    if about.cls == HEAD:
        lines.append('    fz:ofType fz:Programme ;\n    fz:headUse "quoted" ;')
    else:
        lines.append(f'    skos:definition "{UNDECIDED}"@zh , "{UNDECIDED}"@en ;')
    return "\n".join([*lines, f"    fz:kind <{VOCABULARY}{about.kind}> .", ""])


def _counted(number: int, noun: str) -> str:
    """``1 time``, ``3 times``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _literal(text: str) -> str:
    """``text`` as a string of Turtle."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
