"""Made-up texts for property tests: pieces of the genre's language in any order, with anything between them."""

from hypothesis import strategies as st

from kg.model import Text
from kg.reading import read_text
from tests.casefiles import HEADINGS, TITLE, cases

_SENTENCES = sorted(
    {str(case.values[0]) for name, n in (("mentions.tsv", 4), ("figures.tsv", 5)) for case in cases(name, n)}
    | {str(case.values[0]) for case in cases("relations.tsv", 6)}
)
_PIECES = (
    *(
        "法治",
        "制度",
        "机制",
        "“",
        "”",
        "《",
        "》",
        "〈",
        "〉",
        "（",
        "）",
        "、",
        "，",
        "。",
        "；",
        "：",
        "\n",
    ),
    *(
        "和",
        "及",
        "等",
        "的",
        "将",
        "未",
        "以",
        "为指导",
        "落实",
        "学习",
        "宣传",
        "贯彻",
        "印发",
        "成立",
        "邀请",
        "被评为",
        "联合",
    ),
    *(
        "镇",
        "区",
        "村",
        "上海市",
        "青浦区",
        "练塘镇",
        "司法所",
        "派出所",
        "我镇",
        "我局",
        "律师",
        "刘平",
        "教授",
    ),
    *("民法典", "行政处罚法", "三项制度", "习近平法治思想", "12345", "1+6+N"),
    *(
        "第",
        "一",
        "两",
        "三",
        "十二",
        "12",
        "3.5",
        "98.6%",
        "1,200",
        "万",
        "亿",
        "余",
        "近",
        "无",
        "件",
        "场",
        "份",
        "人次",
    ),
    *("（一）", "一、", "1.", "一是", "2022年"),
)
_ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
_LINES = st.lists(st.sampled_from(_SENTENCES) | st.sampled_from(_PIECES) | _ANYTHING, max_size=25).map(
    "".join
)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """A text that has some visible character, with or without a report's title and headings."""
    parts = [draw(st.sampled_from([TITLE, "", "关于法治工作的说明"]))]
    for heading in draw(st.sampled_from([list(HEADINGS.values()), [], ["三、存在的不足", "一、主要成效"]])):
        parts += [heading, draw(_LINES)]
    return read_text("\n".join([*parts, "法治" + draw(_LINES)]), "made-up.txt")
