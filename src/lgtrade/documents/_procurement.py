"""The page of a joint procurement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lgtrade.documents._appraisal import to_two_places
from lgtrade.documents._blocks import Block, Grid, Heading, Paragraph, Points
from lgtrade.documents._money import mark, sharing_blocks
from lgtrade.documents._say import headings, say
from lgtrade.money import Money
from lgtrade.partnership import (
    AssessmentMethod,
    CouncilGain,
    Grant,
    JointProcurement,
    Lot,
    LotAward,
    PriceModel,
)
from lgtrade.words import Words


def procurement_blocks(procurement: JointProcurement) -> Iterator[Block]:
    """Write who is awarded each lot, what procuring costs and who bears it, and what each council gains."""
    heading = Words("{name}, led by {lead}", name=procurement.name, lead=procurement.lead)
    yield Heading(say(heading), 3)
    if procurement.method is not None:
        for lot, awarded in zip(procurement.lots, procurement.awards, strict=True):
            yield from _award(awarded, procurement.method.price_model)
            yield from _scores(lot, procurement.method)
            if awarded.winner is not None:
                yield _paid(lot, procurement.paid[lot.name])
    if procurement.sharing.lines:
        yield from sharing_blocks(procurement.sharing)
    if procurement.grants:
        yield _grants(procurement.grants)
    conditions = tuple((say(words), None) for grant in procurement.grants for words in _conditions(grant))
    if conditions:
        yield Points(conditions)
    yield _gains(procurement)
    yield Points(tuple((say(gain.words), None) for gain in procurement.gains))
    without = _without_alone(procurement)
    if without:
        template = (
            "What procuring alone would cost these is not given, so all that they bear counts against them: {names}."
        )
        yield Paragraph(say(Words(template, names="; ".join(without))))


def _award(awarded: LotAward, model: PriceModel) -> Iterator[Block]:
    yield Paragraph(say(awarded.words))
    if awarded.tenders:
        last = "Price of each point" if model is PriceModel.PER_POINT else "Score"
        headers = headings("Tender", "Price", "Quality", "Price points", last, "Place")
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


def _scores(lot: Lot, method: AssessmentMethod) -> Iterator[Block]:
    """Write who gave which score to whom, on what."""
    criteria = {criterion.name: criterion for criterion in method.criteria}
    suppliers = [tender.supplier for tender in lot.tenders]
    rows = tuple(
        (
            say(sheet.criterion),
            say(criteria[sheet.criterion].weight),
            say(criteria[sheet.criterion].most),
            say(sheet.by),
            *(say(sheet.scores[supplier]) for supplier in suppliers),
            mark(sheet.basis),
        )
        for sheet in lot.sheets
    )
    if suppliers and rows:
        before = (say(Words(each)) for each in ("Scores", "Weight", "Out of", "Scored by"))
        headers = (*before, *(say(supplier) for supplier in suppliers), say(Words("Source")))
        yield Grid(headers, rows, frozenset({1, 2, *range(4, 4 + len(suppliers))}))


def _paid(lot: Lot, paid: Mapping[str, Money]) -> Grid:
    """Write what each council pays against its own baseline."""
    rows = tuple(
        (
            say(each.council),
            say(each.amount),
            say(paid[each.council]),
            say(each.amount - paid[each.council]),
            say(each.cashable),
            mark(each.basis),
        )
        for each in lot.baselines
    )
    headers = ("Council", "Baseline", "Pays", "Saves", "Cashable", "Source of the baseline")
    return Grid(headings(*headers), rows, frozenset({1, 2, 3}))


def _grants(grants: tuple[Grant, ...]) -> Grid:
    rows = tuple(
        (
            say(grant.name),
            *(say(sum_) for sum_ in (grant.offered, grant.payable, grant.returned, grant.kept)),
            mark(grant.basis),
        )
        for grant in grants
    )
    headers = ("Grant", "Offered", "Payable", "Goes back", "Kept", "Source")
    return Grid(headings(*headers), rows, frozenset(range(1, 5)))


def _without_alone(procurement: JointProcurement) -> list[str]:
    """Give those that bear a part of what it costs to procure, where only others say what they would pay alone."""
    known = {each.council for each in procurement.alone}
    bearing = [gain.council for gain in procurement.gains if gain.procuring and gain.council not in known]
    return bearing if known else []


def _conditions(grant: Grant) -> Iterator[Words]:
    yield from grant.words
    for condition in grant.conditions:
        if condition.met:
            yield Words("{name}: a condition is met: {what}.", name=grant.name, what=condition.what)


def _gains(procurement: JointProcurement) -> Grid:
    lots = list(procurement.savings)
    with_alone, with_grants = bool(procurement.alone), bool(procurement.grants)
    alone = {each.council: say(each.amount) for each in procurement.alone}
    headers = [
        say(Words("Council")),
        *(say(Words("Saves: {lot}", lot=lot)) for lot in lots),
        say(Words("Bears")),
        *([say(Words("Alone"))] if with_alone else []),
        *([say(Words("Grant"))] if with_grants else []),
        say(Words("Gains")),
        say(Words("Cashable")),
    ]

    def row(gain: CouncilGain, name: str, alone: str) -> tuple[str, ...]:
        return (
            name,
            *(say(gain.savings[lot]) if lot in gain.savings else "" for lot in lots),
            say(gain.procuring),
            *([alone] if with_alone else []),
            *([say(gain.grants)] if with_grants else []),
            say(gain.net),
            say(gain.cashable),
        )

    rows = [row(gain, say(gain.council), alone.get(gain.council, "")) for gain in procurement.gains]
    rows.append(row(procurement.in_all, say(Words("All councils")), say(procurement.in_all.alone)))
    return Grid(tuple(headers), tuple(rows), frozenset(range(1, len(headers))))
