"""The pages of a break-even account and of where it is going."""

from __future__ import annotations

from collections.abc import Iterator

from lgtrade.accounts import BreakEvenAccount, Correction, Forecast, Position
from lgtrade.documents._blocks import Block, Grid, Heading, Paragraph, Points
from lgtrade.documents._say import headings, percentage, say
from lgtrade.law import citation_of
from lgtrade.money import ZERO
from lgtrade.words import Words


def account_blocks(account: BreakEvenAccount) -> Iterator[Block]:
    """Write a break-even account, year by year, what each position means, and what stands behind the figures."""
    positions = account.positions
    yield _years(positions)
    yield Paragraph(say(positions[-1].words))
    if account.recovery is not None:
        template = "Over {window} years at a time. Income recovered {part} of the cost of all the years shown."
        yield Paragraph(say(Words(template, window=account.window, part=percentage(account.recovery))))
    if account.reason:
        yield Paragraph(say(Words("Why the window is as long as it is: {reason}.", reason=account.reason)))
    yield from _powers(account)
    told = [*_other_income(account), *(_correction(each) for each in account.corrections)]
    if told:
        yield Points(tuple((say(each), None) for each in told))


def _years(positions: tuple[Position, ...]) -> Grid:
    """Write the years; a column that would hold nothing is left out."""
    lowered = any(each.entry.cost_to_recover != each.entry.cost for each in positions)
    columns = [
        ("Year", [say(each.year) for each in positions]),
        ("Brought forward", [say(each.opening) for each in positions]),
        ("Income", [say(each.entry.income) for each in positions]),
        ("Cost", [say(each.entry.cost) for each in positions]),
        ("Cost to recover", [say(each.entry.cost_to_recover) for each in positions] if lowered else []),
        ("Surplus", [say(each.entry.surplus) for each in positions]),
        ("Corrected", [say(each.corrected) for each in positions] if any(each.corrected for each in positions) else []),
        (
            "Returned",
            [say(each.entry.returned) for each in positions] if any(each.entry.returned for each in positions) else [],
        ),
        ("Carried forward", [say(each.closing) for each in positions]),
        ("Position", [say(Words(each.status.value)) for each in positions]),
    ]
    shown = [(header, cells) for header, cells in columns if cells]
    headers = tuple(say(Words(header)) for header, _ in shown)
    return Grid(headers, tuple(zip(*(cells for _, cells in shown), strict=True)), frozenset(range(1, len(shown) - 1)))


def _power(code: str) -> str:
    """Say a power by the provision that confers it; what is no code of a power, as it is."""
    at = citation_of(code)
    return say(code) if at is None else say(at.short)


def _powers(account: BreakEvenAccount) -> Iterator[Block]:
    powers = tuple(dict.fromkeys(power for entry in account.entries for power in entry.powers))
    if powers:
        rows = tuple(
            (say(entry.year), *(say(entry.powers.get(power, ZERO)) for power in powers)) for entry in account.entries
        )
        headers = (say(Words("Income under")), *(_power(power) for power in powers))
        yield Grid(headers, rows, frozenset(range(1, 1 + len(powers))))


def _other_income(account: BreakEvenAccount) -> Iterator[Words]:
    for entry in account.entries:
        for each in entry.other:
            template = (
                "{year}: {heading}, {amount}, is no income from charges, and lowers the cost that charges may recover."
                if each.lowers_cost
                else "{year}: {heading}, {amount}, is no income from charges, and does not touch the account."
            )
            yield Words(template, year=entry.year, heading=each.heading, amount=each.amount)


def _correction(each: Correction) -> Words:
    if not each.cost:
        template = "{year} was corrected on {day} by {income} of income: {reason}."
    elif not each.income:
        template = "{year} was corrected on {day} by {cost} of cost: {reason}."
    else:
        template = "{year} was corrected on {day} by {income} of income and {cost} of cost: {reason}."
    return Words(template, year=each.year, day=each.on, income=each.income, cost=each.cost, reason=each.reason)


def forecast_blocks(forecast: Forecast) -> Iterator[Block]:
    """Write the years that are planned, what is to be expected, and the charge that would bring the balance to nil."""
    yield Heading(say(Words("Where it is going")), 3)
    charges = {each.year: each.charge for each in forecast.planned}
    rows = tuple(
        (
            say(each.year),
            say(each.opening),
            say(each.entry.units),
            say(charges[each.year]) if charges[each.year] is not None else "",
            say(each.entry.income),
            say(each.entry.cost),
            say(each.entry.surplus),
            say(each.closing),
            say(Words(each.status.value)),
        )
        for each in forecast.positions
    )
    headers = (
        "Year planned",
        "Brought forward",
        "Units",
        "Charge",
        "Income",
        "Cost",
        "Surplus",
        "Carried forward",
        "Position",
    )
    yield Grid(headings(*headers), rows, frozenset(range(1, 8)))
    for each in forecast.warnings:
        yield Paragraph(say(each))
