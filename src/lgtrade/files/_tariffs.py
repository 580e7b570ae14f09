"""Reading what is priced or charged by itself: tariffs, indexed figures, years at cost, and companies."""

from __future__ import annotations

from typing import Any

from lgtrade.charging import (
    CompanyCharge,
    Comparator,
    Element,
    IndexedFigure,
    Recovery,
    RecoveryYear,
    Sale,
    Supplied,
    Tariff,
    VatLiability,
    VatRounded,
    VatRounding,
)
from lgtrade.files._charge import Reads, read_charge, read_index
from lgtrade.files._table import Table
from lgtrade.files._values import as_number, as_whole
from lgtrade.law import Award
from lgtrade.money import HALF_UP, ZERO
from lgtrade.sources import Basis


def _all(parts: list[Any]) -> tuple[Any, ...]:
    return tuple(part for part in parts if part is not None)


def read_tariff(table: Table, source: Basis | None) -> Tariff | None:
    """Read the elements of a tariff, and what is to be charged for by it."""
    name, by = table.text("name"), table.choice("vat_rounded", VatRounded, VatRounded.BY_LINE)
    elements = _all([_element(each, source) for each in table.tables("element")])
    sales = _all([_sale(each) for each in table.tables("sale")])
    return table.build(lambda: Tariff(name, elements, sales, VatRounding(by, HALF_UP)))


def _element(table: Table, source: Basis | None) -> Element | None:
    name, liability, basis = table.text("name"), table.choice("vat", VatLiability), table.basis(source)
    rate, price = table.share("vat_rate", None), read_charge(table.table("price"), source, Reads.PRICE)
    within = table.truth("price_includes_vat", default=False)
    return table.build(lambda: Element(name, price, liability, basis, rate, within))


def _sale(table: Table) -> Sale | None:
    name, on, customer = table.text("name"), table.day("on"), table.text("customer", "")
    quantities = table.items("quantities", as_number)
    times = table.items("times", as_whole) if "times" in table else {}
    days = table.period() if "first" in table or "last" in table else None
    table.calls(days="first" if days is not None else "on")
    return table.build(lambda: Sale(name, on, quantities, times, days, customer))


def read_indexation(table: Table, source: Basis | None) -> IndexedFigure | None:
    """Read a figure, the index that it follows, and until when."""
    name, first, until = table.text("name"), table.rate("figure"), table.day("until")
    basis = table.basis(source)
    index: Any = read_index(table.table("index"), source)
    table.calls(series="index")
    return table.build(lambda: IndexedFigure(name, first, index, until, basis))


def read_recovery(table: Table, source: Basis | None) -> Recovery | None:
    """Read a service that is charged for at cost, year by year."""
    name, opening = table.text("name"), table.money("opening", ZERO)
    rule = read_charge(table.table("charge"), source, Reads.AT_COST)
    years = _all([_year(each, source) for each in table.tables("year")])
    return table.build(lambda: Recovery(name, rule, years, opening))


def _year(table: Table, source: Basis | None) -> RecoveryYear | None:
    year, cost, units, basis = table.year("year"), table.money("cost"), table.number("units"), table.basis(source)
    actual, charged = table.money("actual_cost", None), table.rate("charged", None)
    used = table.items("used", as_number) if "used" in table else {}
    return table.build(lambda: RecoveryYear(year, cost, units, basis, actual, used, charged))


def read_company(table: Table, source: Basis | None) -> CompanyCharge | None:
    """Read what a company is supplied with, and by what rule it charges."""
    name, on, units, basis = table.text("name"), table.day("on"), table.number("units"), table.basis(source)
    rule = read_charge(table.table("charge"), source, Reads.COMMERCIAL)
    supplies = _all([read_supplied(each, source) for each in table.tables("supply")])
    comparators = _all([_comparator(each, source) for each in table.tables("comparator")])
    earlier = _all([_award(each) for each in table.tables("earlier")])
    return table.build(lambda: CompanyCharge(name, on, rule, units, supplies, basis, comparators, earlier))


def read_supplied(table: Table, source: Basis | None) -> Supplied | None:
    """Read what a company is supplied with, what it costs and what the company is charged."""
    heading, cost, charge, basis = (
        table.text("heading"),
        table.money("cost"),
        table.money("charge"),
        table.basis(source),
    )
    return table.build(lambda: Supplied(heading, cost, charge, basis))


def _comparator(table: Table, source: Basis | None) -> Comparator | None:
    name, rate, basis = table.text("name"), table.rate("rate"), table.basis(source)
    return table.build(lambda: Comparator(name, rate, basis))


def _award(table: Table) -> Award | None:
    on, amount = table.day("on"), table.money("amount")
    return table.build(lambda: Award(on, amount))
