"""The page of published figures beside the same figures worked out."""

from __future__ import annotations

from collections.abc import Iterator

from lgtrade.cases import Comparison
from lgtrade.documents._blocks import Block, Grid, Paragraph, Points
from lgtrade.documents._say import headings, say
from lgtrade.money import Money
from lgtrade.words import Words


def comparison_blocks(comparisons: tuple[Comparison, ...]) -> Iterator[Block]:
    """Write how the figures worked out compare with those published: how many agree, and each that does not."""
    agree = sum(each.agrees for each in comparisons)
    template = "{agree} of {all} published figures agree exactly with those worked out here."
    yield Paragraph(say(Words(template, agree=agree, all=len(comparisons))))
    apart = [each for each in comparisons if not each.agrees]
    if apart:
        headers = headings("Figure", "Published", "Worked out", "Difference")
        yield Grid(headers, tuple(_row(each) for each in apart), frozenset({1, 2, 3}))
    sums = [abs(each.difference) for each in apart if isinstance(each.difference, Money)]
    if sums:
        yield Paragraph(say(Words("The largest difference in money is {most}.", most=max(sums))))
    told = tuple((say(_known(each)), None) for each in comparisons if each.differs)
    if told:
        yield Points(told)


def _row(each: Comparison) -> tuple[str, ...]:
    figures = (each.published, each.worked_out, each.difference)
    said = ("" if figure is None else say(each.as_published(figure)) for figure in figures)
    return (say(" / ".join(each.path)), *said)


def _known(each: Comparison) -> Words:
    template = (
        "{path}: {why}." if each.as_expected else "{path}: {why}. The difference is not the one that was expected."
    )
    return Words(template, path=" / ".join(each.path), why=each.differs)
