"""Title, number, issuer, addressee and dates of made-up pages in the layouts that real pages have."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import KgError
from kg.model import Outline
from kg.reading import outline, read_text

BODY = """2023年，甲镇在县委、县政府领导下，扎实推进法治政府建设。

一、2023年主要举措和成效

（一）加强组织领导。全年召开专题会议4次。

二、存在的问题

执法力量不足。
"""
TITLE = "甲镇2023年度法治政府建设情况报告"


def read(source: str) -> Outline:
    return outline(read_text(source, "a.txt"))


def body_of(source: str) -> str:
    text = read_text(source, "a.txt")
    found = outline(text)
    return text.clean[found.body_begin : found.body_end]


@pytest.mark.parametrize(
    ("front", "title"),
    [
        (
            "某镇关于2023年法治政府建设情况及2024年\n推进法治政府建设工作要点的报告",
            "某镇关于2023年法治政府建设情况及2024年推进法治政府建设工作要点的报告",
        ),
        (TITLE, TITLE),
        (f"{TITLE} |", TITLE),
        ("甲镇 2023 年度法治政府建设\n情况报告", TITLE),
        (f"{TITLE}\n来源：甲镇 发布时间：2024-01-05\n{TITLE}", TITLE),
        (f"首页 > 政务公开 > 工作报告\n工作报告\n{TITLE} 2024-01-05", TITLE),
        ("乙县甲镇人民政府\n关于法治政府建设情况的报告", "乙县甲镇人民政府关于法治政府建设情况的报告"),
        ("乙县甲镇人民政府\n2023年法治政府建设情况报告", "乙县甲镇人民政府2023年法治政府建设情况报告"),
        (f"甲镇人民政府关于印发《{TITLE}》的通知\n各村（社区）：", TITLE),
        (f"标 题 | 甲镇人民政府关于印发《{TITLE}》的通知 |\n文号 | |", TITLE),
        (f"甲镇人民政府关于印发《{TITLE}》的通知\n各村：\n现将《{TITLE}》印发给你们。\n{TITLE}", TITLE),
        (f"甲政〔2024〕5号 {TITLE}", TITLE),
        (f"• 联系我们\n• {TITLE}", TITLE),
        (f"• 甲街道办事处\n• 法治政府建设，年度，报告\n• 2024-01-05\n{TITLE}", TITLE),
        (f"中文域名:乙县人民政府.政务\n{TITLE}", TITLE),
        (f"【信息公开】{TITLE}", TITLE),
        (f"【本站讯】【政务公开】{TITLE}", TITLE),
        (f"1. 当前位置:\n2. 首页 > 政务公开 > 乙县人民政府 > 文件\n3. > 正文\n\n{TITLE}", TITLE),
        (f"(1) 您的位置：网站首页\n(2) > 政务公开\n{TITLE}", TITLE),
        (f"索 引 号 0012/2024-01 主题分类 其他\n名    称 {TITLE}\n文    号 〔〕号 有 效 性", TITLE),
        (f"{TITLE} | 来源：甲镇人民政府 | 发布日期：2024-01-05 | 索引号：0012", TITLE),
        (f"索引号：0012 名称：{TITLE} 发布日期：2024-01-05\n发布机构：甲镇人民政府", TITLE),
        (f"发布机构甲镇人民政府文件标题{TITLE}", TITLE),
        ("1.首页开设专栏，公开信息23条。\n甲镇2022年度法治政府建设情况报告", None),
        (
            "标题：甲市人民政府 关于2023年度法治政府建设情况的报告\n主题词：法治政府甲 市 人 民 政 府\n"
            "关于2023年度法治政府建设情况的报告",
            "甲市人民政府关于2023年度法治政府建设情况的报告",
        ),
        ("甲镇：“宪法宣传周”活动有声有色 法治观念深入人心", "甲镇：“宪法宣传周”活动有声有色法治观念深入人心"),
        ("", None),
        ("今天是:2024年1月5日 星期五\n您所在的位置:首页 > 报告", None),
        ("县政府：", None),
    ],
)
def test_title(front: str, title: str | None) -> None:
    assert read(f"{front}\n\n{BODY}").title == title


@pytest.mark.parametrize("zero", "0٠०๐𝟎")
def test_dates_in_the_digits_of_any_script(zero: str) -> None:
    """A stray digit of another script, from a font or an input method, is a digit."""
    three = chr(ord(zero) + 3)
    source = f"{TITLE}\n{BODY}\n{three}月{three}日开会。\n甲镇人民政府\n2024年{three}月1{three}日\n"
    found = read(source)
    assert (found.title, found.year, found.issued) == (TITLE, 2023, "2024-03-13")


def test_title_made_known_in_a_sentence() -> None:
    source = f"按照有关规定，《{TITLE}》现予公布，数据截至年底。 一、总体情况 2023年，甲镇开展工作。"
    assert read(source).title == TITLE


def test_a_signature_at_the_end_of_a_report_on_one_line() -> None:
    found = read(
        f"{TITLE} 来源：甲镇 2023年，甲镇开展工作。 一、工作打算 提升治理水平。 乙县甲镇人民政府 2024年1月15日"
    )
    assert (found.issuer, found.issued) == ("乙县甲镇人民政府", "2024-01-15")


def test_title_that_a_cover_letter_sends() -> None:
    letter = f"甲镇人民政府\n\n关于报送报告的函\n\n县委办公室:\n\n根据要求,现将《{TITLE}》随文报送,请审阅。"
    found = read(f"{letter}\n\n甲镇人民政府\n2024年1月18日\n\n附件\n\n{TITLE}\n\n{BODY}")
    assert (found.title, found.issued) == (TITLE, "2024-01-18")


def test_title_below_a_letter_that_sends_it_without_marks() -> None:
    letter = "甲镇人民政府关于报送年度报告的函\n\n县政府办公室：\n按照要求，现将我镇2023年法治政府建设情况报告随函报送，请查收。"
    found = read(f"{letter}\n附件：{TITLE}\n\n甲镇人民政府\n2024年1月18日\n\n附件\n{TITLE}\n\n{BODY}")
    assert (found.title, found.issuer, found.issued) == (TITLE, "甲镇人民政府", "2024-01-18")
    assert found.addressee == "县政府办公室"


def test_a_report_that_speaks_of_sending_one_is_no_letter() -> None:
    sent = "2023年，甲镇将全年法治政府建设情况报告呈报县政府。\n"
    assert body_of(f"{TITLE}\n{sent}{BODY}").startswith("2023年，甲镇将")


def test_a_report_that_is_passed_on() -> None:
    letter = f"关于转发《{TITLE}》的通知\n各村：\n现将《{TITLE}》转发给你们，请认真贯彻执行。\n甲镇党政办公室\n2024年1月18日"
    found = read(f"{letter}\n\n{TITLE}\n\n{BODY}")
    assert (found.title, found.issued) == (TITLE, "2024-01-18")


def test_title_of_another_report_is_not_taken() -> None:
    assert read("2023年，甲镇审议了《乙县2022年度法治政府建设情况报告》，提出了意见。\n" + BODY).title is None


@pytest.mark.parametrize(
    "front",
    [
        f"当前位置：首页 > 甲镇人民政府 > 政务公开 > {TITLE}",
        f"{TITLE} 来源：乙县司法局 发布日期：2024-01-05 浏览次数： 甲镇认真落实各项工作。",
    ],
)
def test_title_in_the_path_and_before_labels(front: str) -> None:
    assert read(f"{front}\n{BODY}").title == TITLE


def test_rows_of_a_table_with_two_labels_each_are_lines_of_their_own() -> None:
    rows = [
        "索 引 号：01350291X/2020-00817　分　类：农业、林业、水利；报告",
        "发文机关：甲镇人民政府　成文日期：2024年1月14日",
        f"标　　题：{TITLE}",
        "发文字号：甲政发〔2024〕3号　发布日期：2024年1月20日",
    ]
    found = read("\n".join([*rows, "", "乙县人民政府：", BODY]))
    assert (found.title, found.doc_number, found.issuer) == (TITLE, "甲政发〔2024〕3号", "甲镇人民政府")
    assert (found.addressee, found.issued) == ("乙县人民政府", "2024-01-14")


def test_title_that_runs_on_into_the_text() -> None:
    source = f"{TITLE} 2023年，甲镇认真落实各项工作。 一、主要做法 加强领导，压实责任。"
    assert read(source).title == TITLE
    assert body_of(source).startswith("2023年，甲镇认真")


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("甲府发〔2024〕1号", "甲府发〔2024〕1号"),
        ("甲府发[2024] 第 01 号", "甲府发〔2024〕1号"),
        ("甲府发（2024）12号", "甲府发〔2024〕12号"),
        ("甲府发【2024】3 号　　签发人：张三", "甲府发〔2024〕3号"),
        ("乙县甲镇人民政府文件 甲政办〔2024〕7号", "甲政办〔2024〕7号"),
        ("索 引 号：0012/2024-01 发 文 字 号：甲政〔2024〕3号", "甲政〔2024〕3号"),
        ("[ 发文字号 ] 甲政〔2024〕3号 [ 有效性 ]", "甲政〔2024〕3号"),
        ("- [ 发文字号 ] 甲镇委文〔2024〕3号", "甲镇委文〔2024〕3号"),
        ("发文字号 | 甲政〔2024〕3号 | 制发机构 | |", "甲政〔2024〕3号"),
        ("文号：\n\n  甲政〔2024〕3号", "甲政〔2024〕3号"),
        ("文号：无", None),
        ("文号 甲政〔2024〕3号 有效性 有效", "甲政〔2024〕3号"),
        ("索引号0012发文机关甲镇人民政府文件编号甲政〔2024〕3号", "甲政〔2024〕3号"),
        ("发文字号： 发布时间：2024-01-05", None),
        ("[ 发文字号 ]\n[ 有效性 ] 有效", None),
    ],
)
def test_doc_number(line: str, number: str | None) -> None:
    assert read(f"{line}\n{TITLE}\n{BODY}").doc_number == number


def test_doc_number_of_another_document_is_not_taken() -> None:
    cited = "甲镇按照《工作要点》（乙府办〔2023〕37号）的要求，依法行政。"
    assert read(f"{TITLE}\n{cited}\n{BODY}{cited}").doc_number is None


@pytest.mark.parametrize(
    ("front", "end", "issuer"),
    [
        ("2010年甲镇政府信息公开工作年度报告", "", None),
        ("乙区农业农村委2023年法治政府建设情况报告", "", "乙区农业农村委"),
        ("甲镇政府2010年信息公开工作年度报告", "", "甲镇政府"),
        (f"乙县甲镇人民政府文件\n{TITLE}", "", "乙县甲镇人民政府"),
        (
            "[ 发文字号 ] 新田委文〔2024〕3号\n甲县机关事务中心关于2023年法治政府建设情况的报告",
            "",
            "甲县机关事务中心",
        ),
        (f"{TITLE}\n25.02.2024 09:41\n　　　　甲镇人民政府", "", "甲镇人民政府"),
        (f"{TITLE}\n25.02.2024 09:41\n甲镇人民政府\n（2024年1月5日）", "", "甲镇人民政府"),
        ("甲市人民政府关于2023年法治政府建设情况的报告\n市司法局 2024年3月30日", "", "甲市人民政府"),
        (TITLE, "甲镇人民政府\n2024年1月5日", "甲镇人民政府"),
        (TITLE, "甲镇人民政府 2024年1月5日", "甲镇人民政府"),
        (TITLE, "甲镇人民政府\n二〇二四年一月五日\n\n甲镇党政办公室 2024年1月6日印发", "甲镇人民政府"),
        (f"{TITLE}\n发布机构：乙县甲镇人民政府 发布日期：2024-01-05", "", "乙县甲镇人民政府"),
        (
            f"- [ 发文字号 ] 甲镇委文〔2024〕3号\n- [ 发布机构 ] 乙县甲镇人民政府\n{TITLE}",
            "",
            "乙县甲镇人民政府",
        ),
        (f"-\n发布机构乙县甲镇人民政府\n-\n发布日期2024-01-27\n{TITLE}", "", "乙县甲镇人民政府"),
        (f"{TITLE}\n来源: 乙县司法局 字体：【大 中 小】", "", "乙县司法局"),
        (f"{TITLE}\n来源：甲镇", "", "甲镇"),
        (f"{TITLE}\n来源：乙县人民政府网站", "", None),
        (f"{TITLE}\n来源：乙县日报", "", None),
        (f"首页 > 政务公开 > 政府文件\n{TITLE}", "", None),
        (f"首页 / 政务公开 / 甲镇人民政府 / 文件\n{TITLE}", "", None),
        (f"政务公开 | 法定主动公开内容 | 县政府文件\n{TITLE}", "", None),
        (f"首页\n政务公开\n镇政府文件\n{TITLE}", "", None),
        (f"中共甲镇委员会文件\n{TITLE}", "", "中共甲镇委员会"),
        (f"发文单位 甲镇人民政府 发布机构 乙县人民政府\n{TITLE}", "", "甲镇人民政府"),
        (f"发文单位甲镇人民政府发布机构乙县人民政府\n{TITLE}", "", "甲镇人民政府"),
        (f"{TITLE}\n来源：乙县发布", "", None),
        (f"乙县人民政府 2024年1月5日 星期五\n{TITLE}", "", None),
        ("乙县司法局关于2023年度法治政府建设情况的报告", "", "乙县司法局"),
        ("丙地区行政公署2023年度法治政府建设情况报告", "", "丙地区行政公署"),
        (TITLE, "丁盟行政公署\n2024年1月5日", "丁盟行政公署"),
        ("乙县人民政府二〇二三年度法治政府建设情况报告\n来源：乙县司法局", "", "乙县人民政府"),
        (f"{TITLE}\n来源：乙县司法局", "甲镇人民政府", "甲镇人民政府"),
        (TITLE, "中共甲镇委员会\n甲镇人民政府\n2024年1月5日", "中共甲镇委员会、甲镇人民政府"),
        (TITLE, "甲镇人民政府\n甲镇人民政府\n2024年1月5日", "甲镇人民政府"),
        (TITLE, "甲镇人民政府\n2024年1月5日\n甲镇党政办公室\n2024年1月6日", "甲镇人民政府"),
        ("乙县人民政府甲街道办事处2023年法治政府建设年度报告", "", "乙县人民政府甲街道办事处"),
        (TITLE, "", None),
    ],
)
def test_issuer(front: str, end: str, issuer: str | None) -> None:
    assert read(f"{front}\n\n{BODY}\n{end}").issuer == issuer


@pytest.mark.parametrize(
    ("front", "addressee"),
    [
        (f"{TITLE}\n县政府：", "县政府"),
        (f"{TITLE}\n各村居，企事业单位，机关各部门:", "各村居，企事业单位，机关各部门"),
        (f"{TITLE}\n（2024年1月5日在县人大常委会会议上）\n县人大常委会：", "县人大常委会"),
        (f"甲镇关于印发《{TITLE}》的通知\n各村：\n现将《{TITLE}》印发给你们。\n{TITLE}", "各村"),
        ("市委、市政府:", "市委、市政府"),
        (f"{TITLE}\n丁盟行政公署：", "丁盟行政公署"),
        (f"当前位置：\n{TITLE}", None),
        (f"{TITLE}\n字号：", None),
        (TITLE, None),
    ],
)
def test_addressee(front: str, addressee: str | None) -> None:
    assert read(f"{front}\n{BODY}").addressee == addressee


def test_addressee_before_the_first_sentence() -> None:
    source = f"{TITLE}\n县委、县政府：{BODY}"
    assert read(source).addressee == "县委、县政府"
    assert body_of(source).startswith("2023年，")


def test_sentence_that_announces_is_no_addressee() -> None:
    assert read(f"{TITLE}\n现将有关情况报告如下：\n{BODY}").addressee is None


@pytest.mark.parametrize(
    ("front", "end", "issued"),
    [
        (TITLE, "甲镇人民政府\n2024年1月5日", "2024-01-05"),
        (TITLE, "甲镇人民政府\n二〇二四年十一月二十五日", "2024-11-25"),
        (TITLE, "甲镇人民政府\n二○二四年十月三十日", "2024-10-30"),
        (f"{TITLE}\n发布时间 : 2024- 03- 14  11: 18", "", "2024-03-14"),
        (f"{TITLE}\n更新时间:2024/03/29 11:30:01", "", "2024-03-29"),
        (f"{TITLE}\n日期：2024.02.08", "", "2024-02-08"),
        (f"发布机构乙县甲镇人民政府\n发布日期2024-01-27\n{TITLE}", "", "2024-01-27"),
        (f"{TITLE}\n25.02.2024", "", "2024-02-25"),
        (f"{TITLE}\n25.02.2024 09:41\n甲镇人民政府\n（2024年1月5日）", "", "2024-01-05"),
        (f"{TITLE} 2024-01-09", "", "2024-01-09"),
        (f"{TITLE}\n2024年01月03日 来源: 某网", "", "2024-01-03"),
        (f"{TITLE}\n2024-01-05 10:31　乙县人民政府网", "", "2024-01-05"),
        (f"{TITLE}\n[2024-01-05 10:31] 乙县司法局", "", "2024-01-05"),
        (f"{TITLE}\n2024-01-05发布 33次浏览", "", "2024-01-05"),
        (f"{TITLE}\n来源：乙县司法局 编辑：某人 2024-01-05 09:00", "", "2024-01-05"),
        (f"{TITLE}\n索引号：0012 失效日期：2024-01-05", "", None),
        (f"{TITLE}\n乙县人民政府 www.example.gov.cn 2024年1月5日星期五", "", None),
        (f"{TITLE}\n（2024年5月28日在县人大常委会会议上）", "", "2024-05-28"),
        (f"成文日期：2024-01-02 发布日期：2024-02-03\n{TITLE}", "", "2024-01-02"),
        (f"{TITLE}\n发布日期：2024-02-03", "甲镇人民政府\n2024年1月5日", "2024-01-05"),
        (TITLE, "甲镇党政办公室 2024年1月6日印发", "2024-01-06"),
        (f"今天是:2024年1月5日 星期五\n{TITLE}", "", None),
        (f"乙县人民政府 2024年1月5日星期五\n{TITLE}", "", None),
        (f"2024-09-20\n{TITLE}", "", None),
        (f"成文日期 2024-01-02 发布日期 2024-02-03\n{TITLE}", "", "2024-01-02"),
        (f"1. 当前位置：\n2. 首页 > 文件\n{TITLE}\n发布日期2024-02-03成文日期2024-01-02", "", "2024-01-02"),
        (f"{TITLE}\n发布日期：2024-13-40", "", None),
        (TITLE, "", None),
    ],
)
def test_issued(front: str, end: str, issued: str | None) -> None:
    assert read(f"{front}\n\n{BODY}\n{end}").issued == issued


@pytest.mark.parametrize(
    ("source", "year"),
    [
        (f"{TITLE}\n今年，甲镇依法行政。", 2023),
        ("甲镇二〇二三年度法治政府建设情况报告\n甲镇依法行政。", 2023),
        ("甲镇法治政府建设情况报告\n2022年，甲镇依法行政。", 2022),
        ("回望2022年，甲镇依法行政。", 2022),
        ("2021年至2023年，甲镇依法行政。三年来的工作报告如下：", 2023),
        ("甲镇2021年到2022年法治政府建设情况报告\n甲镇依法行政。", 2022),
        ("甲镇2021年12月—2022年11月法治政府建设情况报告\n甲镇依法行政。", 2022),
        ("甲镇2021年、2022年法治政府建设情况报告\n甲镇依法行政。", 2022),
        ("甲镇2022年法治政府建设情况及2023年工作打算的报告\n甲镇依法行政。", 2022),
        ("2022年，《乙县法治政府建设实施方案（2021年至2025年）》落到实处。", 2022),
        ("按照有关规定，现将甲镇2022年度法治政府建设情况报告如下：\n2021年以来，甲镇依法行政。", 2022),
        ("甲镇依法行政。\n一、2022年工作情况\n好。", 2022),
        ("根据《2021年工作要点》，2022年甲镇依法行政。", 2022),
        ("甲镇依法行政。\n便民服务中心2022年度内办件1079件。", 2022),
        ("甲镇依法行政。\n便民服务中心2022年度内办件1079件，比2021年度增加79件。", None),
        ("甲镇依法行政。\n便民服务中心自2019年设立以来办件1079件。", None),
        ("自2019年以来，甲镇依法行政。", None),
        ("甲镇依法行政。\n新办法自2019年度起实施。", None),
        ("2022年12月4日，甲镇开展宪法宣传。", None),
        ("甲镇落实《法治政府建设实施纲要（2021-2025年）》。", None),
        ("甲镇依法行政。\n甲镇人民政府\n2023年1月4日", None),
    ],
)
def test_year_reported_on(source: str, year: int | None) -> None:
    assert read(source).year == year


def test_cover_letter_belongs_to_the_front() -> None:
    source = f"""索 引 号 | 116200/2024-1 | 主题分类 | 政务 |
成文日期 | 2024-01-06 | 发布日期 | 2024-02-10 |
标 题 | 甲县人民政府关于印发《甲县2023年法治政府建设情况报告》的通知 |
各镇人民政府,县政府各部门:
《甲县2023年法治政府建设情况报告》已经县委、县政府同意,现印发给你们,请认真学习。
甲县人民政府
2024年1月5日
(此件公开发布)
甲县2023年法治政府建设情况报告
{BODY}"""
    found = read(source)
    assert found.title == "甲县2023年法治政府建设情况报告"
    assert found.issuer == "甲县人民政府"
    assert found.issued == "2024-01-05"
    assert found.addressee == "各镇人民政府，县政府各部门"
    assert body_of(source).startswith("2023年，甲镇")


def test_body_ends_before_the_foot() -> None:
    foot = "甲镇人民政府\n2024年1月5日\n（联系人：张三，电话：12345）\n抄送：县司法局。\n上一篇：无\n版权所有"
    assert body_of(f"{TITLE}\n{BODY}\n{foot}").endswith("执法力量不足。")


def test_body_keeps_a_table_at_its_end() -> None:
    assert body_of(f"{TITLE}\n{BODY}规章\n0\n教育局\n12").endswith("12")


def test_body_keeps_a_last_sentence_that_is_cut() -> None:
    assert body_of(f"{TITLE}\n{BODY}三、下一步\n继续加强领导，组织开").endswith("组织开")


@pytest.mark.parametrize(
    ("source", "expected"),
    [(f"{TITLE}\n{BODY}", True), ("番茄炒蛋的做法\n先把鸡蛋打散，再放油。", False)],
)
def test_sign_of_the_genre(source: str, expected: bool) -> None:
    assert read(source).is_report is expected


PIECES = st.sampled_from(
    [
        *[
            TITLE,
            "情况报告",
            "甲镇人民政府",
            "文件",
            "甲府〔2024〕1号",
            "来源：",
            "发布时间：",
            "2024-01-05 09:18",
            "索 引 号",
        ],
        *[
            "|",
            "[ ",
            " ] ",
            "县政府：",
            f"现将《{TITLE}》印发给你们。",
            "《",
            "》",
            "2023年，我镇",
            "2024年，将",
            "如下：",
        ],
        *[
            "二、存在问题和下一步打算",
            "（一）存在的问题",
            "一是",
            "二是",
            "1.",
            "①",
            "第一，",
            "下一步，",
            "虽然",
            "存在不足",
        ],
        *[
            "。",
            "；",
            "\n",
            "\n",
            "\n\n",
            " ",
            "  ",
            "关于",
            "抄送：",
            "2024年1月3日印发",
            "2024年1月5日星期五",
            "> 首页",
            "引言",
            "0",
        ],
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_whatever_the_page_offsets_and_sections_fit(source: str) -> None:
    try:
        text = read_text(source, "a.txt")
    except KgError:
        return
    found = outline(text)
    assert 0 <= found.body_begin <= found.body_end <= len(text.clean)
    ends: list[int] = []
    for section in found.sections:
        assert 0 <= section.begin <= section.body <= section.end <= len(text.clean)
        assert section.begin < section.end
        assert text.clean.startswith(section.number + section.heading, section.begin)
        while ends and ends[-1] <= section.begin:
            ends.pop()
        assert not ends or section.end <= ends[-1]
        ends.append(section.end)
    assert len({section.begin for section in found.sections}) == len(found.sections)


def test_a_title_and_an_addressee_that_the_first_sentence_runs_on_from() -> None:
    said = outline(
        read_text(
            "练塘镇人民政府2019年度法治政府建设情况报告 青浦区人民政府：  2019年，我镇落实三项制度，成效明显。",
            "a.txt",
        )
    )
    assert (said.title, said.addressee) == ("练塘镇人民政府2019年度法治政府建设情况报告", "青浦区人民政府")
