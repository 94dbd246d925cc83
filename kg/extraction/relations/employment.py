"""Whose a person is: the bodies named in the posts before them, and the government, department or group that they head."""

from collections.abc import Iterator

from kg.extraction.common.joints import joins
from kg.extraction.common.sentence import MARKS, Sentence
from kg.extraction.relations.grammar import Grammar
from kg.extraction.relations.posts import Employer, posts

TITLE_REACH = 28
"""How many characters of titles and posts may stand between an employer and the person."""
LONGEST_TITLE = 6
"""Characters of one title between a body and whose it is."""
BREAKS = MARKS | frozenset("的和与")
"""及 is none: it joins the posts of one person."""


def employer(sentence: Sentence, k: int) -> int | None:
    """The body named before person ``k`` with nothing but a title between: 上海大学 + 教授 + 陈思."""
    begin = sentence.mentions[k].begin
    for j in range(k - 1, sentence.inside[0] - 1, -1):
        body = sentence.mentions[j]
        if sentence.host(j):
            continue
        if body.type == "Organization":
            near = begin - body.end <= LONGEST_TITLE and not sentence.broken(body.end, begin)
            return j if near else None
        if body.type != "Role":
            break
    return None


def employs(sentence: Sentence, k: int) -> bool:
    """Whether body ``k`` stands before the title of a person named after it, or before the person."""
    later = (sentence.mentions[j] for j in sentence.inside if j > k)
    person = next((m for m in later if m.type == "Person"), None)
    end = sentence.mentions[k].end
    return (
        person is not None and person.begin - end <= LONGEST_TITLE and not sentence.broken(end, person.begin)
    )


def employers(sentence: Sentence, position: int, grammar: Grammar) -> Iterator[Employer]:
    """The bodies that the person at ``position`` of the sentence's mentions belongs to."""
    k = sentence.inside[position]
    yield from _named_before(sentence, position)
    yield from _headed_government(sentence, k, grammar)
    yield from _headed_department(sentence, k, grammar)
    yield from _headed_group(sentence, k, grammar)
    yield from _led_group(sentence, k, grammar)
    yield from _serving(sentence, k, grammar)
    yield from _kept(sentence, k, grammar)
    yield from posts(sentence, k, grammar)


def _named_before(sentence: Sentence, position: int) -> Iterator[Employer]:
    """The bodies named before a person in one run of posts and titles are the person's; another person with a title ends it."""
    k = sentence.inside[position]
    edge = sentence.mentions[k].begin
    acts = [verb.end for verb in sentence.verbs if verb.end <= edge]
    floor = acts[-1] if acts else sentence.span.begin
    for other in reversed(sentence.inside[:position]):
        body = sentence.mentions[other]
        between = sentence.text[body.end : edge]
        if body.end > edge or len(between) > TITLE_REACH or not BREAKS.isdisjoint(between):
            return
        if body.begin < floor or (body.type == "Person" and not joins(sentence.text, body.end, edge)):
            return
        if body.type == "Organization":
            yield other, body.begin, sentence.mentions[k].end


def _headed_government(sentence: Sentence, k: int, grammar: Grammar) -> Iterator[Employer]:
    """The government of a level, wherever the report names it: 县长 + 李俊峰, 副镇长 + 周志远."""
    begin, end = sentence.mentions[k].begin, sentence.mentions[k].end
    title = next((t for t in grammar.offices.of_governments if sentence.text.endswith(t, 0, begin)), "")
    if not title:
        return
    body = sentence.governments.get(title[0])
    if body is not None:
        yield body, begin - len(title), end


def _headed_department(sentence: Sentence, k: int, grammar: Grammar) -> Iterator[Employer]:
    """The department that reports, wherever it calls itself 我局: 局长 + 祁万福."""
    begin, end = sentence.mentions[k].begin, sentence.mentions[k].end
    if sentence.department is not None and sentence.text.endswith(grammar.offices.of_departments, 0, begin):
        yield sentence.department, begin, end


def _headed_group(sentence: Sentence, k: int, grammar: Grammar) -> Iterator[Employer]:
    """The group named last in the sentence, else the one named next: 由陈建平 + 担任组长, 以王海涛 + 、乡长刘文斌为双组长."""
    begin, end = sentence.mentions[k].begin, sentence.mentions[k].end
    if not grammar.offices.heads.match(sentence.text, end):
        return
    before, after = range(k - 1, sentence.inside[0] - 1, -1), range(k + 1, sentence.inside[-1] + 1)
    for j in (*before, *after):
        group = sentence.mentions[j]
        if group.kind == grammar.offices.coordination:
            yield j, min(begin, group.begin), max(end, group.end)
            return


def _led_group(sentence: Sentence, k: int, grammar: Grammar) -> Iterator[Employer]:
    """The group whose office a person holds, alone or with another: 罗登文、镇长冉启洪 + 分别担任 + 依法治镇领导小组 + 组长."""
    end = sentence.mentions[k].end
    for j in range(k + 1, sentence.inside[-1] + 1):
        group = sentence.mentions[j]
        if group.kind != grammar.offices.coordination:
            continue
        holds = grammar.offices.holding.fullmatch(sentence.text, end, group.begin)
        if holds and grammar.offices.post.match(sentence.text, group.end):
            yield j, sentence.mentions[k].begin, group.end
        return


def _serving(sentence: Sentence, k: int, grammar: Grammar) -> Iterator[Employer]:
    """The body named last before whom it is said to sit there (设立“渔家”调解室，由韩国平 + 坐班), and the school before a title
    of schools (与练塘中学开展活动，法治副校长 + 洪伟)."""
    text, begin, end = sentence.text, sentence.mentions[k].begin, sentence.mentions[k].end
    if text.startswith(grammar.offices.posted, end):
        kinds = grammar.offices.served
    elif text.endswith(grammar.offices.of_schools, 0, begin):
        kinds = frozenset((grammar.offices.school,))
    else:
        return
    for j in range(k - 1, sentence.inside[0] - 1, -1):
        body = sentence.mentions[j]
        if body.type == "Person":
            return
        if body.type == "Organization" and not sentence.host(j):
            if body.kind in kinds:
                yield j, body.begin, end
            return


def _kept(sentence: Sentence, k: int, grammar: Grammar) -> Iterator[Employer]:
    """The quoted body that a person keeps or founded: 老支书韩国平 + 办的 + “国平调解室”."""
    begin, end = sentence.mentions[k].begin, sentence.mentions[k].end
    verb = grammar.offices.founded.match(sentence.text, end)
    if verb is None or not sentence.text.startswith("“", verb.end()) or k == sentence.inside[-1]:
        return
    body = sentence.mentions[k + 1]
    if body.begin <= verb.end() + 1 and body.kind in grammar.offices.served:
        yield k + 1, begin, body.end
