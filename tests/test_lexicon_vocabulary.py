"""The shipped vocabularies are whole and consistent, and a user's own file is read or refused by name and line."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
import rdflib

from kg import resources
from kg.errors import KgError
from kg.lexicon import vocabulary
from kg.lexicon.concept import Concept
from kg.model.namespaces import FZ, SKOS, VOCABULARY
from tests.builds import TEA_HOUSE
from tests.some import some

SHIPPED = vocabulary.load()
CONCEPTS = list(SHIPPED.concepts.values())
FILES = sorted((resources.ontology() / "vocabulary").glob("*.ttl"))
WORD_LISTS = frozenset(("WordList", "NameHead", "PlaceHead", "HonourHead", "QuotationRule"))
"""Classes of words that the extractor looks for; one word may be of several of them."""
NAMED = ("Programme", "Role", "Doctrine", "Event", "Honour", "InstitutionKind", "Indicator", "Kind")

OWN = TEA_HOUSE.read_text("utf-8")


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    """The vocabularies as rdflib reads them: the engine that the loader is compared with."""
    found = rdflib.Graph()
    for path in FILES:
        found.parse(path)
    return found


def test_the_loader_finds_every_concept_that_rdflib_finds(graph: rdflib.Graph) -> None:
    types = graph.subject_objects(rdflib.RDF.type)
    stated = {str(s).removeprefix(VOCABULARY): str(t).removeprefix(FZ) for s, t in types if FZ in str(t)}
    assert {c.id: c.cls for c in CONCEPTS} == stated


def test_every_concept_is_labelled_in_chinese_and_english(graph: rdflib.Graph) -> None:
    missing = []
    for concept in CONCEPTS:
        labels = list(
            graph.objects(rdflib.URIRef(VOCABULARY + concept.id), rdflib.URIRef(SKOS + "prefLabel"))
        )
        languages = sorted(str(getattr(label, "language", None)) for label in labels)
        if languages != ["en", "zh"] or not all(str(label).strip() for label in labels):
            missing.append((concept.id, languages))
    assert missing == []


def test_identifiers_are_ascii_and_begin_with_their_scheme(graph: rdflib.Graph) -> None:
    for concept in CONCEPTS:
        assert re.fullmatch(r"[a-z][a-z-]*/[a-z0-9][a-z0-9-]*", concept.id), concept.id
        schemes = set(graph.objects(rdflib.URIRef(VOCABULARY + concept.id), rdflib.URIRef(SKOS + "inScheme")))
        assert schemes == {rdflib.URIRef(VOCABULARY + concept.id.partition("/")[0])}, concept.id


@pytest.mark.parametrize("cls", NAMED)
def test_no_label_is_on_two_concepts_of_a_class(cls: str) -> None:
    bearers = defaultdict(set)
    for concept in SHIPPED.of(cls):
        for label in concept.labels:
            bearers[label].add(concept.id)
    assert bearers
    assert {label: ids for label, ids in bearers.items() if len(ids) > 1} == {}


def test_no_preferred_label_is_on_two_concepts_of_a_class() -> None:
    labels = [(c.cls, c.label) for c in CONCEPTS if c.cls not in WORD_LISTS]
    assert len(set(labels)) == len(labels)


def test_no_label_names_a_programme_and_an_institution() -> None:
    programmes = {label for c in SHIPPED.of("Programme") for label in c.labels}
    assert programmes & {label for c in SHIPPED.of("InstitutionKind") for label in c.labels} == set()


def test_labels_carry_no_quotation_marks_and_no_blanks_at_their_ends() -> None:
    wrong = [
        (c.id, label)
        for c in CONCEPTS
        if c.cls in NAMED
        for label in c.labels
        if re.search("[“”《》]", label) or label != label.strip() or not label
    ]
    assert wrong == []


def test_no_label_is_a_single_character_but_in_word_lists_and_units() -> None:
    bare = [c for c in CONCEPTS if not c.one("needsPlace")]
    single = {c.cls for c in bare if any(len(label) == 1 for label in c.labels)}
    assert single <= WORD_LISTS | {"Unit", "Kind", "InstrumentForm"}


def test_kinds_exist_and_are_of_the_class_that_bears_them(graph: rdflib.Graph) -> None:
    types = {c.label: c.one("ofType") for c in SHIPPED.of("Kind")}
    stated = list(graph.subject_objects(rdflib.URIRef(FZ + "kind")))
    assert {str(o).removeprefix(VOCABULARY) for _, o in stated} <= set(SHIPPED.concepts)
    bearers = {"InstitutionKind": "Organization", "InstrumentForm": "LegalInstrument"}
    for subject, _ in stated:
        concept = SHIPPED.concepts[str(subject).removeprefix(VOCABULARY)]
        own = concept.one("ofType") or bearers.get(concept.cls, concept.cls)
        assert types[concept.kind] == own, concept.id


@pytest.mark.parametrize("cls", ["Programme", "Role", "Doctrine", "Event", "Honour", "InstitutionKind"])
def test_what_is_named_in_texts_has_a_kind(cls: str) -> None:
    assert [c.id for c in SHIPPED.of(cls) if not c.kind] == []


def test_institutions_say_what_a_bare_mention_denotes() -> None:
    assert {c.one("reach") for c in SHIPPED.of("InstitutionKind")} <= {
        "local",
        "parent",
        "county",
        "prefecture",
        "elected",
        "national",
    }
    assert all(c.one("reach") for c in SHIPPED.of("InstitutionKind"))


def test_broader_concepts_exist_and_run_in_no_circle() -> None:
    def wider(concept: Concept, seen: tuple[str, ...]) -> None:
        assert concept.id not in seen
        for broader in concept.broader:
            wider(SHIPPED.concepts[broader], (*seen, concept.id))

    for concept in CONCEPTS:
        wider(concept, ())


def test_patterns_compile_and_never_match_nothing() -> None:
    patterns = [p for c in SHIPPED.of("NamePattern") for p in c.facts["pattern"]]
    assert patterns
    for pattern in patterns:
        compiled = re.compile(pattern)
        assert compiled.search("") is None
        assert all(match.group() for match in compiled.finditer("全面推进法治政府建设，一是加强学习。"))
        assert not re.search(r"(?<!\\)[*+]", re.sub(r"\[[^\]]*\]", "", pattern)), "unbounded"


@pytest.mark.parametrize("cls", ["Indicator", "Topic"])
def test_notations_are_unique(cls: str) -> None:
    notations = [c.notation for c in SHIPPED.of(cls)]
    assert all(notations)
    assert len(set(notations)) == len(notations)


def test_a_narrower_indicators_notation_begins_with_the_broader_ones() -> None:
    for indicator in some(SHIPPED.of("Indicator")):
        broad = [SHIPPED.concepts[broader].notation for broader in indicator.broader]
        assert broad == ([indicator.notation.rpartition(".")[0]] if "." in indicator.notation else [])


def test_the_vocabulary_is_wide_enough_for_the_country() -> None:
    least = {
        "Programme": 300,
        "InstitutionKind": 80,
        "Role": 80,
        "Doctrine": 60,
        "Event": 60,
        "Indicator": 100,
        "Topic": 15,
    }
    assert {cls: len(SHIPPED.of(cls)) >= number for cls, number in least.items()} == dict.fromkeys(
        least, True
    )


def test_indicators_count_in_units_of_the_vocabulary() -> None:
    units = {label for c in SHIPPED.of("Unit") for label in c.labels}
    used = {unit.lstrip("万亿") for c in SHIPPED.of("Indicator") for unit in c.facts.get("unit", ())}
    assert used <= units


def test_relations_have_triggers_domain_and_range() -> None:
    assert len(SHIPPED.properties) == 12
    for prop in SHIPPED.properties.values():
        assert prop.domain
        assert prop.range
        assert all(before and after for before, after in prop.frames)
    without = {prop.name for prop in SHIPPED.properties.values() if not prop.triggers}
    assert without == {"locatedIn", "affiliatedWith"}


def test_a_range_holds_the_classes_below_it() -> None:
    assert set(SHIPPED.properties["establishes"].range) >= {"Organization", "Programme", "Role"}
    assert "LegalInstrument" not in SHIPPED.properties["establishes"].range


def test_a_users_own_file_adds_a_concept() -> None:
    own = vocabulary.load((TEA_HOUSE,))
    added = own.concepts["programme/tea-house"]
    assert (added.label, added.labels, added.kind) == ("茶馆调解法", ("茶馆调解法", "茶馆说事"), "机制")
    assert added in own.of("Programme")
    assert own.labelled("Programme", ["茶馆说事"]) == added
    assert own.labelled("Role", ["茶馆说事"]) is None
    assert set(own.concepts) - set(SHIPPED.concepts) == {"programme/tea-house"}
    assert vocabulary.load_named([str(TEA_HOUSE)]) is own


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        (OWN.replace('"茶馆说事"@zh ;', '"茶馆说事@zh ;'), 9),
        (OWN.replace("@prefix skos:", "@prefx skos:"), 4),
        (OWN.replace("fz:kind", "nobody:kind"), 10),
    ],
)
def test_broken_turtle_is_refused_with_its_line(tmp_path: Path, broken: str, line: int) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(KgError) as raised:
        vocabulary.load((path,))
    about = raised.value.notice
    assert (about.code, about.file) == ("KG014", str(path))
    assert about.place == f"line {line}"


def test_a_class_of_no_entities_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.ttl"
    path.write_text(OWN.replace("fz:kind ", "fz:ofType fz:Teapot ; fz:kind "), encoding="utf-8")
    with pytest.raises(KgError, match=r"KG014.*programme/tea-house.*Teapot") as raised:
        vocabulary.load((path,))
    assert raised.value.notice.file == "programme/tea-house"


def test_a_concept_names_entities_of_its_class_or_of_the_one_it_says() -> None:
    assert SHIPPED.concepts["programme/three-systems"].entity == "Programme"
    assert SHIPPED.of("NamePattern")[0].entity == SHIPPED.of("NamePattern")[0].one("ofType")
    with pytest.raises(KgError, match="KG014"):
        assert SHIPPED.concepts["boundary/light-verb"].entity


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KgError) as raised:
        vocabulary.load((tmp_path / "nowhere.ttl",))
    assert raised.value.notice.code == "KG014"
    assert "nowhere.ttl" in str(raised.value)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gb.ttl"
    path.write_bytes(OWN.encode("gb18030"))
    with pytest.raises(KgError) as raised:
        vocabulary.load((path,))
    assert raised.value.notice.code == "KG014"


LEVEL = re.compile(r"全国|国家|中国|的|（[^（）]*）")
PLACES = re.compile(r"(?:[市县区村镇乡城]|社区|地区|市县|县市|城市|村镇|乡镇)$")
ONE_TITLE_IN_OTHER_WORDS = frozenset(
    (
        ("全国法治政府建设示范市（县、区）", "综合"),
        ("全国法治政府建设示范项目", "单项"),
        ("枫桥式公安派出所", "枫桥式派出所"),
        ("全国法治县（市、区）创建活动先进单位", "法治城市、"),
        ("CCTV年度法治人物", "宪法的精神法治的力量"),
        ("全国枫桥式工作法单位", "入选"),
        ("守合同重信用企业", "守合同重信用"),
        ("绿水青山就是金山银山实践创新基地", "两山"),
        ("中国好人", "榜"),
    )
)
"""Preferred label, and what a label of the same title has in it."""


def test_an_honour_has_the_names_of_one_title() -> None:
    """A title printed for another is a prize that nobody gave: levels and kinds of place vary, other words do not."""

    def title(label: str) -> str:
        return PLACES.sub("", LEVEL.sub("", label))

    several = [
        (honour.label, label)
        for honour in SHIPPED.of("Honour")
        for label in honour.labels
        if title(label) != title(honour.label)
        and not any(honour.label == of and part in label for of, part in ONE_TITLE_IN_OTHER_WORDS)
    ]
    assert several == []


LEVELS = re.compile(r"([两二三四五])级")


def test_a_programme_of_so_many_levels_is_called_by_no_other_number() -> None:
    """三级调解网络 is not 四级调解网络; the name without a number is the broader one."""
    several = [
        (programme.label, label)
        for programme in SHIPPED.of("Programme")
        for label in programme.labels
        if set(LEVELS.findall(programme.label)) - set(LEVELS.findall(label))
    ]
    assert several == []


@pytest.mark.parametrize(
    ("broader", "narrower"),
    [
        ("调解网络", "四级调解网络"),
        ("调解网络", "三级调解网络"),
        ("行政裁量权基准制度", "行政处罚裁量基准制度"),
        ("重大决策责任追究制度", "重大决策终身责任追究制度"),
        ("提升行政执法质量专项行动", "提升行政执法质量三年行动"),
        ("法律顾问制度", "政府法律顾问制度"),
    ],
)
def test_a_narrower_programme_is_an_entry_of_its_own(broader: str, narrower: str) -> None:
    """No report is told to have the narrower thing that has only the broader."""
    above, below = (SHIPPED.labelled("Programme", [name]) for name in (broader, narrower))
    assert above is not None
    assert below is not None
    assert above is not below
    assert below.broader == (above.id,)
