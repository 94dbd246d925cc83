"""An explanation in words, for a terminal."""

from collections.abc import Iterator

from kg.explain.links import Link
from kg.explain.passages import Passage
from kg.explain.records import Explanation, Finding
from kg.explain.rules import Reason


def told(explanation: Explanation) -> str:
    """Lines of text; the span stands between 【 and 】."""
    return "\n".join(_lines(explanation))


def _lines(explanation: Explanation) -> Iterator[str]:
    if explanation.matches:
        yield f"{len(explanation.matches)} things are called or mentioned so; ask for one by its IRI:"
        for match in explanation.matches:
            place = f", {match.scope}" if match.scope else ""
            yield f"  {match.name} ({match.type}{place}; {match.mentions} mentions) <{match.iri}>"
        return
    yield f"{explanation.name} ({explanation.type})" if explanation.name else explanation.type
    yield f"  <{explanation.iri}>"
    if explanation.found > len(explanation.findings):
        yield f"  {len(explanation.findings)} of {explanation.found} mentions:"
    for finding in explanation.findings:
        yield ""
        yield from _finding(finding)


def _finding(finding: Finding) -> Iterator[str]:
    if finding.says:
        yield finding.says
    for passage in finding.passages:
        yield from _passage(passage)
    for reason in finding.reasons:
        yield f"  found by: {_reason(reason)}"
    if finding.confidence is not None:
        yield f"  confidence: {finding.confidence:g}"
    for link in finding.links:
        yield from _link(link)


def _passage(passage: Passage) -> Iterator[str]:
    yield f"{passage.title} ({passage.file}, characters {passage.source_begin}–{passage.source_end})"
    line = f"{passage.before}【{passage.marked}】{passage.after}"
    yield f"  {' '.join(line.split())}"


def _reason(reason: Reason) -> str:
    parts = [f"{reason.rule}: {reason.words}"]
    if reason.trigger:
        parts.append(f"the words {reason.trigger}")
    if reason.entry:
        where = f" ({reason.entry.file}:{reason.entry.line})" if reason.entry.line else ""
        parts.append(f"entry {reason.entry.id}, {reason.entry.label}{where}")
    return "; ".join(parts)


def _link(link: Link) -> Iterator[str]:
    words = f"{link.words} → " if link.words else ""
    yield f"  linked: {words}{link.name} ({link.type}, by {link.by}) <{link.iri}>"
    yield f"    because {link.why}"
    for rival in link.rivals:
        yield f"    not {rival.name}: {rival.why}"
