"""Which divisions a level word may mean."""

import pytest

from kg.lexicon import divisions
from kg.lexicon.levels import CITY, level_words, means


@pytest.mark.parametrize(
    ("word", "name", "expected"),
    [
        ("镇", "新市镇", True),
        ("市", "新市镇", False),
        ("县", "旧县镇", False),
        ("街", "双街镇", False),
        ("街", "夏阳街道", True),
        ("市", "句容市", True),
        ("市", "徐州市", True),
        ("州", "徐州市", False),
        ("县", "辉县市", False),
        ("镇", "景德镇市", False),
        ("区", "青浦区", True),
        ("区", "宁夏回族自治区", True),
        ("区", "大兴安岭地区", True),
        ("区", "邹区镇", False),
        ("区", "万柳地区", False),
        ("旗", "苏尼特左旗", True),
        ("盟", "锡林郭勒盟", True),
        ("辖区", "青浦区", False),
    ],
)
def test_a_level_word_means_a_division_of_its_level(word: str, name: str, expected: bool) -> None:
    assert means(word, divisions.load().by_name(name)[0]) is expected


def test_no_town_is_a_city_or_a_county() -> None:
    above = [word for word, meant in level_words().items() if meant.rank <= CITY or word in ("县", "旗")]
    towns = (d for d in divisions.load() if d.level == "township")
    assert not [(word, d.name) for d in towns for word in above if means(word, d)]
