"""The page of a joint procurement."""

from __future__ import annotations

from collections.abc import Iterator

from lgtrade.documents._appraisal import to_two_places
from lgtrade.documents._blocks import Block, Grid, Heading, Paragraph, Points
from lgtrade.documents._money import sharing_blocks
from lgtrade.documents._say import say
from lgtrade.partnership import CouncilGain, JointProcurement, LotAward, PriceModel
from lgtrade.words import Words


def procurement_blocks(procurement: JointProcurement) -> Iterator[Block]:
    """Write who is awarded each lot, what procuring costs and who bears it, and what each council gains."""
    heading = Words("{name}, led by {lead}", name=procurement.name, lead=procurement.lead)
    yield Heading(say(heading), 3)
    if procurement.method is not None:
        for awarded in procurement.awards:
            yield from _award(awarded, procurement.method.price_model)
    if procurement.sharing.lines:
        yield from sharing_blocks(procurement.sharing)
    conditions = tuple((say(words), None) for grant in procurement.grants for words in grant.words)
    if conditions:
        yield Points(conditions)
    yield _gains(procurement)
    yield Points(tuple((say(gain.words), None) for gain in procurement.gains))


def _award(awarded: LotAward, model: PriceModel) -> Iterator[Block]:
    yield Paragraph(say(awarded.words))
    if awarded.tenders:
        last = "Price of each point" if model is PriceModel.PER_POINT else "Score"
        headers = tuple(say(Words(each)) for each in ("Tender", "Price", "Quality", "Price points", last, "Place"))
        rows = tuple(
            (
                say(each.supplier),
                say(each.price),
                to_two_places(each.quality),
                to_two_places(each.price_points) if model.weighs_price else "",
                to_two_places(each.score),
                say(each.rank),
            )
            for each in sorted(awarded.tenders, key=lambda each: each.rank)
        )
        yield Grid(headers, rows, frozenset({1, 2, 3, 4, 5}))
    reasons = tuple((say(why), None) for each in awarded.excluded.values() for why in each)
    if reasons:
        yield Points(reasons)


def _gains(procurement: JointProcurement) -> Grid:
    lots = list(procurement.savings)
    with_alone, with_grants = bool(procurement.alone), bool(procurement.grants)
    headers = [
        say(Words("Council")),
        *(say(Words("Saves: {lot}", lot=lot)) for lot in lots),
        say(Words("Bears")),
        *([say(Words("Alone"))] if with_alone else []),
        *([say(Words("Grant"))] if with_grants else []),
        say(Words("Gains")),
        say(Words("Cashable")),
    ]

    def row(gain: CouncilGain, name: str) -> tuple[str, ...]:
        return (
            name,
            *(say(gain.savings[lot]) if lot in gain.savings else "" for lot in lots),
            say(gain.procuring),
            *([say(gain.alone)] if with_alone else []),
            *([say(gain.grants)] if with_grants else []),
            say(gain.net),
            say(gain.cashable),
        )

    rows = [row(gain, say(gain.council)) for gain in procurement.gains]
    rows.append(row(procurement.in_all, say(Words("All councils"))))
    return Grid(tuple(headers), tuple(rows), frozenset(range(1, len(headers))))
