"""The department that makes a report: without a name, and as whose its own Party bodies are named."""

from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon import divisions
from kg.lexicon.bureaus import BUREAU
from kg.lexicon.concept import Concept
from kg.lexicon.levels import level_words
from kg.lexicon.vocabulary import Vocabulary
from kg.linking.context import Context
from kg.linking.keys import OWN, entity_key
from kg.linking.reporter import Department
from kg.model import Mention, Outline
from kg.model.rules import BODY, DEPARTMENT, OFFICE, institution

PROVINCIAL = "institution/provincial-department"
FIELD = 2
"""Characters by which a department and the one above it show the same field: 司法局, 司法厅."""
OPENING = 300
"""A department that speaks of itself (我局) within this many characters of a report's first word makes the report."""


def unnamed_department(mentions: Sequence[Mention], outline: Outline, context: Context) -> int | None:
    """The index of the department that reports when it only calls itself 我局, and that at once: one of this report's own,
    since nothing says which it is."""
    own = next((m for m in mentions if m.rule == DEPARTMENT), None)
    if own is None or own.begin > outline.body_begin + OPENING:
        return None
    kind = context.vocabulary.concepts["kind/department"].label
    key = entity_key("Organization", context.unplaced, OWN)
    return context.registry.add(key, "Organization", kind, own.name, "unlinked", None, context.scope)


def of_department(mention: Mention, department: Department | None, vocabulary: Vocabulary) -> Mention:
    """The mention, with the name of the department that reports before its own Party bodies (党组, 局党组, 委党委; but 政法委 and
    网信办 are of its place), organs (工会), groups (局领导小组) and sections (政策法规科), and with its field in a bureau that is
    only called by its place (市局, 遵义市局, 省厅) or a section of it (市局政策法规科)."""
    concept = vocabulary.concepts.get(institution(mention.rule))
    if not department or mention.type != "Organization" or concept is None:
        return mention
    place, bureau, section = mention.name.partition(vocabulary.concepts[BUREAU].label)
    if bureau and _is_place(place):
        field = _field(department, vocabulary)
        whole = replace(mention, name=f"{place}{field.label}{section}")
        return whole if section else replace(whole, kind=field.kind, rule=f"{BODY}{field.id}")
    if concept.id == PROVINCIAL:
        return _provincial(mention, concept.label, department, vocabulary)
    if mention.name in vocabulary.words("boundary/organ-of-any-body"):
        return replace(mention, name=department.name + mention.name)
    own = next((w for w in vocabulary.words("boundary/own-organ-prefix") if mention.name.startswith(w)), "")
    label = mention.name[len(own) :]
    partys, groups = (
        concept.kind == vocabulary.concepts[f"kind/{k}"].label for k in ("party", "coordination")
    )
    if len(own) == 1 and groups:
        return replace(mention, name=department.name + label)  # 局 + 法治政府建设工作领导小组
    inner = concept.one("ofDepartment") == "true" or (bool(own) and partys)
    if label in concept.labels and _field(department, vocabulary).id in concept.facts.get("inside", ()):
        return replace(mention, name=department.name + concept.label)
    if _group(mention, label, vocabulary) not in concept.labels or not inner:
        return mention
    if not own and concept.one("reach") != "local":
        return mention
    return replace(mention, name=department.name + label)


def _field(department: Department, vocabulary: Vocabulary) -> Concept:
    """The kind of a department; of a branch (台州市生态环境局路桥分局) that of the bureau whose branch it is."""
    own = department.concept
    if own.one("branch") != "true":
        return own
    kinds = [k for k in vocabulary.having("InstitutionKind", "reports", "true") if k is not own]
    bureaus = [(label, k) for k in kinds for label in k.labels if label in department.name]
    return max(bureaus, key=lambda found: len(found[0]), default=("", own))[1]


def _group(mention: Mention, label: str, vocabulary: Vocabulary) -> str:
    """What a body is called without 办公室, when it is the office of a group."""
    offices = vocabulary.words("boundary/office-of-a-group") if mention.rule.startswith(OFFICE) else ()
    return next((label.removesuffix(word) for word in offices if label.endswith(word)), label)


def _provincial(mention: Mention, word: str, department: Department, vocabulary: Vocabulary) -> Mention:
    """省厅 with the field of the department that reports: 省自然资源厅 in the report of a 自然资源和规划局; as it is where the
    province has no 厅 of that field."""
    level, last = word[0], word[1:]
    own = _field(department, vocabulary)
    field = own.label[:FIELD]
    kinds = [own, *(c for c in vocabulary.of("InstitutionKind") if c.one("reports") == "true")]
    found = (
        (label, c) for c in kinds for label in c.labels if label.startswith(field) and label.endswith(last)
    )
    label, concept = next(found, ("", None))
    if concept is None:
        return mention
    return replace(mention, name=level + label, kind=concept.kind, rule=f"{BODY}{concept.id}")


def _is_place(words: str) -> bool:
    """Whether they are a level word or a division's name, and no more."""
    return words in level_words() or bool(divisions.load().by_name(words))
