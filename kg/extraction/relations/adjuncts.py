"""What a clause names without saying that it is carried out: 加装电梯等问题, 通过…考试, 机构改革后, 涉“放管服”文件."""

from kg.extraction.common.clauses import PASSIVE
from kg.extraction.common.sentence import Sentence
from kg.extraction.relations.grammar import Grammar


def only_named(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether a programme is an example of what is dealt with, an examination that is passed, the time before something, what
    a document, a meeting or norms are about (扫黑除恶 + 推进会), what others found something by (督察 + 反馈意见), what
    others have (借鉴徐汇区 + “三所一庭”), or what did something with us (被 + “学习强国”推送)."""
    mention, cues = sentence.mentions[k], grammar.adjuncts
    clause = sentence.clause(mention.begin, mention.end)
    if cues.looking.search(sentence.text, clause.begin, mention.begin):
        return True
    if cues.example.match(sentence.text, mention.end, clause.end):
        return True
    if _tells_norms(sentence, k, grammar):
        return True
    past = cues.after.match(sentence.text, mention.end) and not cues.is_act(sentence.text, mention)
    if past or cues.meeting.match(sentence.text, mention.end):
        return True  # 机构改革 + 后 tells that it was carried out
    first = sentence.mentions[sentence.lists.first[k]].begin
    if any(
        sentence.text.endswith(words, 0, begin - sentence.text.endswith("“", 0, begin))
        for words, begin in ((cues.concerning, mention.begin), (PASSIVE, first))
    ):
        return True
    return cues.passing.search(sentence.text, clause.begin, mention.begin) is not None and (
        sentence.text.endswith(cues.tests, mention.begin, mention.end)
        or cues.tested.match(sentence.text, mention.end, clause.end) is not None
    )


def _tells_norms(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether a programme only tells which norms are learned or taught: 学习 + 扫黑除恶、禁毒 + 等法律法规."""
    mention = sentence.mentions[k]
    clause = sentence.clause(mention.begin, mention.end)
    if not grammar.adjuncts.norms.match(sentence.text, mention.end, clause.end):
        return False
    contexts = (grammar.learning.context, grammar.learning.teaching_context)
    return any(said.search(sentence.text, clause.begin, mention.begin) for said in contexts)


def only_names_a_place(sentence: Sentence, k: int, grammar: Grammar) -> bool:
    """Whether what is set up is the counter or column that a programme gives its name to: “一件事” + 专窗."""
    return grammar.adjuncts.counter.match(sentence.text, sentence.mentions[k].end) is not None
