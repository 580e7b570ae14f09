"""The pages of costs, charges, statements and shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lgtrade.billing import Statement
from lgtrade.charging import AtCost, ChargeLine, Commercial, Price, UnitCharge, cliffs
from lgtrade.costing import CostOfProvision
from lgtrade.documents._blocks import Block, Grid, Heading, Paragraph, Points
from lgtrade.documents._say import headings, percentage, say
from lgtrade.money import ZERO
from lgtrade.partnership import LineKind, Sharing
from lgtrade.sources import Assumption, Basis
from lgtrade.words import Words


def mark(basis: Basis) -> str:
    """Say whether a figure was published or is an assumption."""
    return say(Words("assumption") if isinstance(basis, Assumption) else Words("published"))


def cost_blocks(cost: CostOfProvision, name: str) -> Iterator[Block]:
    """Write the cost of provision of one kind of service in one year, line by line."""
    yield Heading(say(Words("{service}, {year}", service=name, year=cost.year)), 3)
    rows: list[tuple[str, ...]] = []
    for part in cost.parts:
        key = part.line.key
        how = Words("direct") if key is None else Words("by {key}", key=key.name)
        rows.append((say(part.line.heading), say(part.line.amount), say(how), say(part.amount), mark(part.line.basis)))
    rows.append((say(Words("Cost of provision")), "", "", say(cost.total), ""))
    headers = ("Line", "Whole line", "Basis", "Borne", "Source")
    yield Grid(headings(*headers), tuple(rows), frozenset({1, 3}))
    if cost.difference:
        template = "Rounding each cell by itself leaves {difference} of the shared lines over."
        yield Paragraph(say(Words(template, difference=cost.difference)))


def statement_blocks(statement: Statement, unit: str) -> Iterator[Block]:
    """Write what a customer owes for one year."""
    agreement = statement.agreement
    heading = Words(
        "{reference}, {service}, {year}: {customer} owes {supplier} {total}",
        reference=agreement.reference,
        service=agreement.service.name,
        year=statement.year,
        customer=agreement.customer.name,
        supplier=agreement.supplier.name,
        total=statement.total,
    )
    yield Heading(say(heading), 3)
    if statement.unit_charge is not None:
        yield from unit_charge_blocks(statement.unit_charge, unit, at_cost=isinstance(agreement.charge, AtCost))
    if not isinstance(agreement.charge, AtCost | Commercial):
        yield from cliff_blocks(agreement.charge, agreement.service.name)
    rows = [
        (
            say(str(line.period)),
            say(line.charge.quantity),
            say(Words(line.charge.why.value)),
            say(line.charge.amount),
        )
        for line in statement.lines
    ]
    rows.append((say(Words("Total")), "", "", say(statement.total)))
    headers = headings("Days", "Quantity", "Charged for", "Charge")
    yield Grid(headers, tuple(rows), frozenset({1, 3}))
    yield from _reasons(statement)


def cliff_blocks(price: Price, name: str) -> Iterator[Block]:
    """Write where more costs less under a price, if it does anywhere."""
    found = cliffs(price)
    if found:
        template = "{name}: {cliff}"
        yield Points(tuple((say(Words(template, name=name, cliff=cliff.words)), None) for cliff in found))


def reason_rows(lines: Iterable[ChargeLine]) -> Iterator[tuple[str, ...]]:
    """Write the lines that add to a charge, each with its reason."""
    for line in lines:
        rate = "" if line.rate is None else say(line.rate)
        yield (say(line.words), say(line.quantity), rate, say(line.amount))


def unit_charge_blocks(charge: UnitCharge, unit: str, *, at_cost: bool) -> Iterator[Block]:
    """Write a unit charge, what it was worked out from, and what of a surplus it cannot return."""
    yield Paragraph(say(_unit_charge(charge, unit, at_cost=at_cost)))
    if charge.not_returned:
        template = (
            "{left} of the surplus brought forward is more than the whole cost, and cannot be returned this year."
        )
        yield Paragraph(say(Words(template, left=charge.not_returned)))


def _reasons(statement: Statement) -> Iterator[Block]:
    """Write how each charge comes about, where more than one line adds to it."""
    explained = zip(statement.lines, statement.explain(), strict=True)
    rows = tuple(
        (say(str(line.period)), *row) for line, lines in explained if len(lines) > 1 for row in reason_rows(lines)
    )
    if rows:
        headers = headings("Days", "How it comes about", "Quantity", "Rate", "Amount")
        yield Grid(headers, rows, frozenset({2, 3, 4}))


def _unit_charge(charge: UnitCharge, unit: str, *, at_cost: bool) -> Words:
    if not at_cost:
        template = (
            "Charge: {rate} a {unit}: cost {cost} and a margin of {margin}, over {units} units, rounded {rounding}."
        )
    elif charge.brought_forward > ZERO:
        template = (
            "Charge: {rate} a {unit}: cost {cost}, less a surplus of {brought} brought forward, over {units} units, "
            "rounded {rounding}."
        )
    elif charge.brought_forward < ZERO:
        template = (
            "Charge: {rate} a {unit}: cost {cost} and a deficit of {brought} brought forward, over {units} units, "
            "rounded {rounding}."
        )
    else:
        template = "Charge: {rate} a {unit}: cost {cost}, over {units} units, rounded {rounding}."
    return Words(
        template,
        rate=charge.rate,
        unit=unit,
        cost=charge.cost,
        brought=abs(charge.brought_forward),
        margin=percentage(charge.margin),
        units=charge.units,
        rounding=charge.rounding.name,
    )


def sharing_blocks(sharing: Sharing) -> Iterator[Block]:
    """Write what each partner bears and gains, line by line."""
    partners = sharing.partners
    rows = [
        (
            say(each.line.heading),
            say(Words(each.line.kind.value)),
            say(each.line.key.name),
            *(say(each.parts[partner]) if partner in each.parts else "" for partner in partners),
            mark(each.line.basis),
        )
        for each in sharing.lines
    ]
    if any(each.line.kind is not LineKind.COST for each in sharing.lines):
        nets = (say(sharing.net(partner)) for partner in partners)
        rows.append((say(Words("Gain less cost")), "", "", *nets, ""))
    else:
        costs = (say(sharing.of(partner, LineKind.COST)) for partner in partners)
        rows.append((say(Words("Total cost")), "", "", *costs, ""))
    headers = (
        *(say(Words(each)) for each in ("Line", "Kind", "Key")),
        *(say(partner) for partner in partners),
        say(Words("Source")),
    )
    yield Grid(headers, tuple(rows), frozenset(range(3, 3 + len(partners))))
    for rule, unit in dict.fromkeys((str(each.split.remainder), each.split.unit) for each in sharing.lines):
        template = "What does not divide evenly: {rule}, in sums of {unit}."
        yield Paragraph(say(Words(template, rule=rule, unit=unit)))
    if sharing.difference:
        template = "Rounding each cell by itself leaves {difference} of the lines over."
        yield Paragraph(say(Words(template, difference=sharing.difference)))
