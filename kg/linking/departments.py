"""The department that makes a report: without a name, and as whose its own Party bodies are named."""

from dataclasses import replace

from kg.lexicon.vocabulary import Concept, Vocabulary
from kg.linking.entities import OWN
from kg.linking.keys import entity_key
from kg.linking.registry import Registry
from kg.model import Extraction, Mention, Outline
from kg.model.rules import BODY, DEPARTMENT

OPENING = 300
"""A department that speaks of itself (我局) within this many characters of a report's first word makes the report."""


def unnamed_department(
    said: Extraction, outline: Outline, vocabulary: Vocabulary, registry: Registry, unplaced: str, scope: str
) -> int | None:
    """The department that reports when it only calls itself 我局, and that at once: one of this report's own, since nothing
    says which it is."""
    own = next((m for m in said.mentions if m.rule == DEPARTMENT), None)
    if own is None or own.begin > outline.body_begin + OPENING:
        return None
    kind, key = vocabulary.concepts["kind/department"].label, entity_key("Organization", unplaced, OWN)
    return registry.add(key, "Organization", kind, own.name, "unlinked", None, scope)


def of_department(
    mention: Mention, department: tuple[Concept, str] | None, vocabulary: Vocabulary
) -> Mention:
    """The mention, with the name of the department that reports before its own Party bodies (党组, 局党组, 委党委) and
    sections (政策法规科)."""
    concept = vocabulary.concepts.get(mention.rule.removeprefix(BODY))
    if not department or mention.type != "Organization" or concept is None:
        return mention
    own = next((w for w in vocabulary.words("boundary/own-organ-prefix") if mention.name.startswith(w)), "")
    label = mention.name[len(own) :]
    inner = concept.one("ofDepartment") == "true" or concept.kind == vocabulary.concepts["kind/party"].label
    if label not in concept.labels or not inner:
        return mention
    if not own and concept.one("reach") != "local":
        return mention
    return replace(mention, name=department[1] + label)
