"""What a build of the embedded sample reaches against its gold annotations; it may only rise."""

from pathlib import Path

import pytest

from kg.build import build
from kg.score import Layer, Score, load, score

GOLD = Path(__file__).resolve().parent / "gold"


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Score:
    """The embedded sample, built and scored."""
    out = tmp_path_factory.mktemp("sample") / "out"
    build([], out)
    return score(load(GOLD), load(out))


def test_every_report_of_the_sample_is_scored(scored: Score) -> None:
    assert len(scored.reports) == 4
    assert scored.absent == ()


@pytest.mark.parametrize(
    ("layer", "floor"),
    [
        ("metadata", 1.0),
        ("entities", 0.85),
        ("relations", 0.75),
        ("observations", 0.93),
        ("statements", 0.93),
    ],
)
def test_f1_of_the_sample(layer: Layer, floor: float, scored: Score) -> None:
    assert scored.layers[layer].f1 >= floor


@pytest.mark.parametrize(
    ("detail", "floor"),
    [
        ("entities.kind", 0.93),
        ("observations.concept", 0.9),
        ("relations.status", 0.95),
        ("statements.topic", 0.85),
    ],
)
def test_agreement_of_the_sample(detail: str, floor: float, scored: Score) -> None:
    assert scored.agreement[detail].share >= floor
