"""Words that look like names and mostly are not: ``kg/lexicon/data/ordinary.tsv``."""

from functools import cache
from typing import Literal

from kg import resources

Use = Literal[
    "law",
    "law-tail",
    "said-of-law",
    "after-law",
    "revised-law",
    "law-on-trial",
    "law-edition",
    "division",
    "short",
    "tail",
    "unit",
    "said-of-towns",
    "no-town",
    "of-a-subdistrict",
    "community",
]


@cache
def words(use: Use) -> frozenset[str]:
    """The words of one use.

    ``law``: short names of statutes that are ordinary words (水法). ``law-tail``: words that begin with a statute's last
    character (法律). ``said-of-law``: words that go on after one although they make such a word with it (法 + 规定).
    ``after-law``: what makes another title of a law's name (实施办法). ``revised-law``, ``law-on-trial``, ``law-edition``: what
    a bracket behind a title says of its edition (2021年 + 修订 + 版, 试行). ``division``: names of divisions that are ordinary
    words (老城区). ``short``: the same for names without suffix (建设 for 建设街道). ``tail``: words that begin with a
    division's suffix (区域). ``unit``: words that end like a division (社区).
    ``said-of-towns``: words before 镇 or 乡 that speak of towns and name none (各镇). ``no-town``: endings of listed towns that
    many other things have (地区). ``of-a-subdistrict``: bodies after the name of a street that is one (宗关街 + 司法所).
    ``community``: last words of the communities of one (宗关街汉西 + 社区).
    """
    lines = (resources.data() / "ordinary.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:])
    return frozenset(word for kind, word in rows if kind == use)
