"""Which relations a verb before a document states of it: whether it is made, adopted, discussed or handed out."""

from kg.extraction.common.sentence import Trigger
from kg.extraction.relations.governed import Governed, Narrowing


def _made(thing: Governed, verb: Trigger, found: list[str]) -> list[str]:
    """启动《…规划》+ 编制, 推进《…条例》立法: it is made, not followed."""
    if thing.mention.type != "LegalInstrument":
        return found
    text, lawmaking = thing.sentence.text, thing.grammar.lawmaking
    if text[verb.begin : verb.end] in lawmaking.undertaking and lawmaking.undertaken.match(text, thing.end):
        return ["enacts"]
    return [p for p in found if p == "enacts"] if lawmaking.nouns.match(text, thing.end) else found


def _adopted(thing: Governed, verb: Trigger, found: list[str]) -> list[str]:
    """常务会议研究并通过 +《…工作要点》, 县人大常委会 + 通过《…条例》: it is adopted; but 通过《民法典》+ 宣传."""
    text, lawmaking = thing.sentence.text, thing.grammar.lawmaking
    if thing.mention.type != "LegalInstrument" or text[verb.begin : verb.end] not in lawmaking.adopting:
        return found
    met = lawmaking.deliberating.search(text, thing.sentence.span.begin, verb.begin) or any(
        body.end == verb.begin and body.type == "Organization"
        for body in (thing.sentence.mentions[k] for k in thing.sentence.inside)
    )
    return ["enacts"] if met and lawmaking.settled.match(text, thing.end) else found


def _deliberated(thing: Governed, verb: Trigger, found: list[str]) -> list[str]:
    """委员会会议审议 +《…工作要点》: it is that body's; but 审议 +《…工作报告》, 审议《…办法》+ 落实情况."""
    text, lawmaking = thing.sentence.text, thing.grammar.lawmaking
    if text[verb.begin : verb.end] not in lawmaking.deliberated:
        return found
    title = text[thing.mention.begin : thing.mention.end].rstrip("》”")
    return found if lawmaking.settled.match(text, thing.end) and not title.endswith(lawmaking.reports) else []


def _shown(thing: Governed, verb: Trigger, found: list[str]) -> list[str]:
    """制作 + 短视频《…》, 发放 +《民法典读本》: a work is made, or made known by handing it out; of no other are these said."""
    lawmaking, said = thing.grammar.lawmaking, thing.sentence.text[verb.begin : verb.end]
    work = thing.mention.kind == thing.grammar.learning.work
    if said in lawmaking.showing:
        return ["publicises"] if work else [p for p in found if p != "publicises"]
    return found if work or said not in lawmaking.making else [p for p in found if p != "enacts"]


OF_DOCUMENTS: tuple[Narrowing, ...] = (_made, _adopted, _deliberated, _shown)
"""What a verb may state of a document, narrowed by what stands around both."""
