"""Whether vocabulary files may be trusted: one label names one thing, hierarchies hold, entries are whole."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from kg import resources
from kg.errors import notice
from kg.lexicon import vocabulary
from kg.lexicon.entries import Entry, Label, Place, entries
from kg.lexicon.located import RDF_TYPE
from kg.lexicon.matcher import fold_marks
from kg.lexicon.skos import LABELS, read
from kg.lexicon.sound import NAMED, kinds_for, lacks, no_kind
from kg.lexicon.unheard import unheard
from kg.model import Notice
from kg.model.namespaces import FZ, SKOS, VOCABULARY

TOLD = ("Indicator", "Topic", "Kind", "Unit")
"""Classes whose preferred labels name an entry to people; their other labels are cues, which entries may share."""
BROADER = SKOS + "broader"
SETTINGS = {
    "reach": ("local", "parent", "county", "prefecture", "elected", "national"),
    "actsFor": ("deeds", "learning"),
    "bears": ("town-name", "seat-name", "own-name"),
    "ofDepartment": ("true", "false"),
    "eachNamed": ("true", "false"),
    "ofLevel": ("province", "prefecture"),
    "shortPlace": ("true", "false"),
    "handlesCases": ("true", "false"),
}
"""What properties that rules look at may say; any other value would leave the entry without the rule, without a word."""
TEACHING = {f"{FZ}trigger", f"{FZ}triggerFrame"}
"""What a file of the user's may say of a relation."""
UNDECIDED = "?"
"""Stands where a person has to choose the words."""


def check(files: Sequence[Path] = ()) -> list[Notice]:
    """The faults of the user's own ``files`` beside the shipped vocabularies (none given: of those), in order of place.

    KG022: a label names two things, or one thing twice; KG023: broken hierarchy; KG024: an entry that is not whole;
    KG040: a word that nothing reads. Raises KgError KG014 when a file cannot be read or is not Turtle.
    """
    shipped = vocabulary.entry_files()
    read([*shipped, *files])
    found = entries([*shipped, *files])
    asked = {*files} or {*shipped}
    faults = {
        (place, code, tuple(facts.items())): notice(code, str(place.file), f"line {place.line}", **facts)
        for place, code, facts in (
            *_labels(found.values()),
            *_hierarchy(found),
            *_wholeness(found, vocabulary.load().properties),
            *(_lack(*lack) for lack in lacks(found)),
        )
        if place.file in asked
    }
    return [*(faults[key] for key in sorted(faults)), *unheard(files)]


Fault = tuple[Place, str, dict[str, str]]
"""Where, which message, and what fills its blanks."""


def _labels(found: Iterable[Entry]) -> Iterator[Fault]:
    """Labels that are on two entries which a report could mean, or twice on one."""
    bearers: dict[tuple[str, str], tuple[Entry, Label]] = {}
    for entry in found:
        for label in entry.labels:
            counts = entry.cls in NAMED or (entry.cls in TOLD and label.property == LABELS[0])
            if not counts or label.language != "zh" or label.text == UNDECIDED:
                continue
            scope = "named" if entry.cls in NAMED else entry.cls
            other, first = bearers.setdefault((scope, fold_marks(label.text)), (entry, label))
            if first is not label:
                where = "this entry already" if other is entry else f"{other.cls} {other.id} too"
                facts = {"label": label.text, "entry": entry.id, "other": f"{where} ({first.place})"}
                yield label.place, "KG022", facts


def _hierarchy(found: Mapping[str, Entry]) -> Iterator[Fault]:
    for entry in found.values():
        for broader, place in entry.facts.get(BROADER, ()):
            above = found.get(broader)
            if above is None:
                why = "there is no such entry"
            elif above.cls != entry.cls:
                why = f"that is a {above.cls}, not a {entry.cls}"
            elif _reaches(above, entry, found):
                why = "the hierarchy runs in a circle"
            else:
                continue
            yield place, "KG023", {"entry": entry.id, "broader": broader, "why": why}


def _reaches(start: Entry, goal: Entry, found: Mapping[str, Entry]) -> bool:
    """Whether the way up from ``start`` comes to ``goal``."""
    todo, seen = [start], set()
    while todo:
        entry = todo.pop()
        if entry is goal:
            return True
        if entry.id not in seen:
            seen.add(entry.id)
            todo += [found[b] for b, _ in entry.facts.get(BROADER, ()) if b in found]
    return False


def _wholeness(found: Mapping[str, Entry], relations: Container[str]) -> Iterator[Fault]:
    """Entries that the extractor would pass over or could not describe."""
    folder = resources.ontology() / "vocabulary"
    classes = {entry.cls for entry in found.values() if entry.first.file.parent == folder}
    for entry in found.values():
        if entry.id.removeprefix(FZ) in relations and entry.facts.keys() <= TEACHING:
            continue  # fz:studies fz:trigger "温习"@zh
        if not entry.is_own:
            yield _lack(entry.first, entry, f"its IRI does not begin with {VOCABULARY}")
        elif any(value.startswith(SKOS) for value, _ in entry.facts.get(RDF_TYPE, ())):
            continue  # a concept scheme
        elif not entry.cls or entry.cls not in classes:
            yield _lack(entry.first, entry, f"{entry.cls or 'nothing'} is no class of the vocabularies")
        else:
            yield from _words(entry)
            yield from _settings(entry)
            if entry.cls in NAMED:
                yield from _kind(entry, found)


def _words(entry: Entry) -> Iterator[Fault]:
    """Labels that are missing or too many, and words that nobody has chosen yet."""
    for language in ("zh", "en"):
        if sum(b.property == LABELS[0] and b.language == language for b in entry.labels) != 1:
            yield _lack(entry.first, entry, f'it needs one skos:prefLabel "…"@{language}')
    for values in entry.facts.values():
        for value, place in values:
            if value == UNDECIDED:
                yield _lack(place, entry, f'words are wanted where "{UNDECIDED}" stands')


def _settings(entry: Entry) -> Iterator[Fault]:
    """Values that no rule knows."""
    for name, admitted in SETTINGS.items():
        for value, place in entry.facts.get(FZ + name, ()):
            if value not in admitted:
                yield _lack(place, entry, f"fz:{name} is one of {', '.join(admitted)}, not {value}")


def _kind(entry: Entry, found: Mapping[str, Entry]) -> Iterator[Fault]:
    named = entry.facts.get(FZ + "kind", [])
    if len(named) != 1 or named[0][0] not in kinds_for(entry, found):
        place, why = no_kind(entry, found)
        yield _lack(place, entry, why)


def _lack(place: Place, entry: Entry, why: str) -> Fault:
    return place, "KG024", {"entry": entry.id, "why": why}
