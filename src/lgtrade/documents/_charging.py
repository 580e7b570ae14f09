"""The pages of tariffs, indexed figures, services that are charged for at cost, and companies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lgtrade.answers import Answer
from lgtrade.charging import CompanyCharge, Element, IndexedFigure, Recovery, SaleCharge, Tariff
from lgtrade.documents._blocks import Block, Grid, Heading, Paragraph, Points, filled
from lgtrade.documents._money import cliff_blocks, reason_rows, unit_charge_blocks
from lgtrade.documents._say import headings, percentage, say
from lgtrade.words import Words


def _points(answers: Iterable[Answer]) -> Points:
    return Points(tuple((say(each.words), None) for each in answers))


def tariff_blocks(tariff: Tariff) -> Iterator[Block]:
    """Write the elements of a tariff, what each sale comes to, and how."""
    yield Heading(say(tariff.name), 3)
    rows = tuple(
        (
            say(each.name),
            say(str(each.price)),
            _vat(each),
            "" if each.rate is None else say(each.rate),
        )
        for each in tariff.elements
    )
    yield filled(headings("Element", "Price", "VAT", "Rate of VAT, where stated"), rows)
    for each in tariff.elements:
        yield from cliff_blocks(each.price, each.name)
    for charge in tariff.charges:
        yield from _sale_blocks(tariff, charge)


def _vat(element: Element) -> str:
    if not element.liability.bears_vat:
        return say(Words(element.liability.value))
    template = "{liability}, in the price" if element.includes_vat else "{liability}, added to the price"
    return say(Words(template, liability=element.liability.value))


def _sale_blocks(tariff: Tariff, charge: SaleCharge) -> Iterator[Block]:
    sale = charge.sale
    template = "{sale}, {day}: {gross} with VAT" if charge.total_vat else "{sale}, {day}: {gross}"
    heading = Words(template, sale=sale.name, day=sale.on, gross=charge.gross)
    yield Heading(say(heading), 4)
    names = tuple(sale.quantities)
    rows = [
        (
            say(name),
            say(sale.times.get(name, 1)),
            say(element.net),
            say(vat),
            say(element.net + vat),
        )
        for name, element, vat in zip(names, charge.elements, charge.vat, strict=True)
    ]
    rows.append((say(Words("Total")), "", say(charge.net), say(charge.total_vat), say(charge.gross)))
    yield Grid(headings("Element", "Times", "Before VAT", "VAT", "With VAT"), tuple(rows), frozenset({1, 2, 3, 4}))
    reasons = tuple((say(name), *row) for name in names for row in reason_rows(tariff.explain(sale, name)))
    headers = headings("Element", "Each charge", "Quantity", "Rate", "Amount")
    yield Grid(headers, reasons, frozenset({2, 3, 4}))


def indexation_blocks(figure: IndexedFigure) -> Iterator[Block]:
    """Write how a figure has followed its index."""
    template = "{name}: {first} on {since}, {last} on {until}"
    values = {"since": figure.indexation.since, "last": figure.last, "until": figure.until}
    yield Heading(say(Words(template, name=figure.name, first=figure.first, **values)), 3)
    rows = tuple((say(step.words), percentage(step.factor - 1), say(rate)) for step, rate in figure.steps)
    if rows:
        yield Grid(headings("Review", "Change in all", "Figure"), rows, frozenset({1, 2}))
    if figure.restated.pounds:
        template = "Of this {sum} comes of provisional figures that have been restated."
        yield Paragraph(say(Words(template, sum=figure.restated)))


def recovery_blocks(service: Recovery) -> Iterator[Block]:
    """Write what a service cost and brought in, what each customer paid over cost, and the next charge."""
    yield Heading(say(service.name), 3)
    rows = tuple(
        (
            say(each.year),
            say(each.unit_charge.brought_forward),
            say(each.unit_charge.rate),
            say(each.rate),
            say(each.income),
            say(each.cost),
            say(each.dearer),
            say(each.busier),
            say(each.closing),
        )
        for each in service.years_of_recovery
    )
    if rows:
        names = ("Year", "Brought forward", "Charge by the rule", "Charge made", "Income", "Cost")
        headers = headings(*names, "Cost over estimate", "Units over estimate", "Carried forward")
        yield Grid(headers, rows, frozenset(range(1, 9)))
    if service.answers:
        yield _points(service.answers)
    paid = tuple((say(name), say(sum_)) for name, sum_ in service.over_cost.items())
    if paid:
        yield Grid(headings("Customer", "Paid over cost"), paid, frozenset({1}))
    charge = service.next_charge
    if charge is not None:
        yield from unit_charge_blocks(charge, say(Words("unit")), at_cost=True)


def company_blocks(company: CompanyCharge) -> Iterator[Block]:
    """Write what a company is supplied with, what it charges, the market, and the assistance that it has."""
    charge = company.unit_charge
    template = "{name}: {rate} a unit: cost {cost} and a margin of {margin}, over {units} units"
    values = {"margin": percentage(charge.margin), "units": charge.units}
    heading = Words(template, name=company.name, rate=charge.rate, cost=charge.cost, **values)
    yield Heading(say(heading), 3)
    yield _points((*company.recovered, company.within_limit))
    rows = tuple(
        (say(each.name), say(each.rate), say(each.above(charge.rate)), percentage(each.part_above(charge.rate)))
        for each in company.comparators
    )
    if rows:
        headers = headings("Others", "Their charge", "The company's is above it by", "As a part of theirs")
        yield Grid(headers, rows, frozenset({1, 2, 3}))
