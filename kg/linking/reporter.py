"""Who reports: the reporting division, or the department whose report it is (我局, 县司法局)."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from kg.lexicon.concept import Concept
from kg.lexicon.vocabulary import Vocabulary
from kg.model import Mention, Outline
from kg.model.rules import DEPARTMENT, institution
from kg.reading.words import either, words

OFTEN = 3
"""A department that only calls itself 我局 is the one whose field the text names at least this many times."""
OPENING = 40
"""A department that is named within this many characters of the report's first word is its subject."""


class Department(NamedTuple):
    """A department that makes a report."""

    concept: Concept
    """Its kind of institution."""
    name: str
    """The words that name it."""


def reporting_department(
    outline: Outline, clean: str, mentions: Sequence[Mention], vocabulary: Vocabulary
) -> Department | None:
    """The department that reports; None when a division does.

    It is a department's report when the text speaks of 我局 or 我委, when its title begins with a department's
    name, or when its first sentence does.
    """
    named = [(m, c) for m in mentions if (c := _department(m, vocabulary))]
    superior = vocabulary.words("boundary/superior-bureau")
    own = next((m.name for m in mentions if m.rule == DEPARTMENT), "")
    title = outline.title or ""
    first = [(m, c) for m, c in named if _is_subject(m, clean, outline, title, vocabulary)]
    if first:
        return Department(first[0][1], first[0][0].name)
    if not own:
        return None
    equals = [(m, c) for m, c in named if not m.name.startswith(superior)]
    fitting = Counter(c.id for _, c in equals if any(label.endswith(own[-1]) for label in c.labels))
    for concept_id, _ in fitting.most_common(1):
        concept = vocabulary.concepts[concept_id]
        return Department(concept, next(m.name for m, c in equals if c is concept))
    fields = {
        c.id: max(clean.count(stem) * weight for stem, weight in _stems(c))
        for c in vocabulary.of("InstitutionKind")
        if c.one("reports") == "true" and not c.one("needsPlace") and any(own[-1] == n[-1] for n in c.labels)
    }
    likeliest = max(fields, key=lambda concept_id: (fields[concept_id], concept_id), default="")
    if not likeliest or fields[likeliest] < OFTEN:
        return None
    return Department(vocabulary.concepts[likeliest], vocabulary.concepts[likeliest].label)


def _stems(concept: Concept) -> list[tuple[str, int]]:
    """What a department is about, with weights: its cues, which tell at once, or its names without the word for a body
    (卫生健康, 农业农村), which must come often."""
    cues = [(cue, OFTEN) for cue in concept.facts.get("cue", ())]
    ending = re.compile(f"{either('body')}$")
    stems = [ending.sub("", label) for label in concept.labels]
    return cues or [(stem, 1) for stem in stems if len(stem) > 1] or [(concept.label, 1)]


def _department(mention: Mention, vocabulary: Vocabulary) -> Concept | None:
    """The concept of a mention of a local department (a bureau, commission or department of a government)."""
    if mention.type != "Organization" or mention.rule == DEPARTMENT:
        return None
    concept = vocabulary.concepts.get(institution(mention.rule))
    return concept if concept and concept.one("reports") == "true" else None


def _is_subject(mention: Mention, clean: str, outline: Outline, title: str, vocabulary: Vocabulary) -> bool:
    """Whether the department stands at the head of the title or of the report's first sentence, and not as the one under
    whose leadership (在区司法局的指导下) another reports."""
    if title and mention.name in title[: len(mention.name) + 2]:
        return True
    if mention.begin < outline.body_begin:
        return False  # where a page has its text from, and other furniture
    head = clean[outline.body_begin : mention.begin]
    after = clean[mention.end : mention.end + OPENING].partition("，")[0]
    opened = any(word in after for word in vocabulary.words("boundary/place-preposition"))
    led = (
        after.endswith(vocabulary.words("boundary/leadership")) and not opened
    )  # 县司法局在县委领导下 is led itself
    begins = head.rstrip()[-1:] in ("", "，", "\n", "来") or head.endswith(words("reports-hereby"))
    return len(head) <= OPENING and begins and not led
