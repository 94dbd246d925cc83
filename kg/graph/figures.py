"""The order of a report's figures: one for graph, record and tables."""

from kg.lexicon.traditional import simplified
from kg.model import Report


def in_order(report: Report) -> list[int]:
    """The places of a report's figures in its records, in the order of the text: the first has ``fz:ordinal`` 1.

    All that is said of a figure decides, and never its place in the records, which the order of the work does.
    """
    figures, keys = report.observations, [entity.key for entity in report.entities]
    area = "" if report.area is None else keys[report.area]

    def told(at: int) -> tuple[object, ...]:
        o = figures[at]
        about = area if o.about is None else keys[o.about]
        whole = -1 if o.part_of is None else figures[o.part_of].begin
        counted = (o.begin, o.end, o.indicator, o.concept, o.value, simplified(o.unit or ""), o.period)
        return *counted, o.status, o.approx, about, whole, o.rule, o.confidence

    return sorted(range(len(figures)), key=told)
