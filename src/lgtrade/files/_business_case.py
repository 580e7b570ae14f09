"""Reading the money of a business case from a case file."""

from __future__ import annotations

from typing import Any

from lgtrade.authorities import Nation
from lgtrade.calendar import FinancialYear
from lgtrade.files._by_year import read_by_year, read_index
from lgtrade.files._savings import read_evenly
from lgtrade.files._table import REQUIRED, Table
from lgtrade.files._values import as_figure, as_money, not_one_of
from lgtrade.issues import Issue
from lgtrade.money import HALF_UP, Money, exact_fraction
from lgtrade.partnership import (
    GREEN_BOOK_2003,
    GREEN_BOOK_2026,
    GREEN_BOOK_2026_HEALTH,
    GREEN_BOOK_2026_SENSITIVITY,
    CashFlow,
    DiscountBand,
    DiscountSchedule,
    FlowKind,
    FlowLine,
    InvestmentAppraisal,
    OptimismBias,
    Prices,
    TradingCase,
)
from lgtrade.sources import Basis
from lgtrade.words import Words

_SCHEDULES = {
    each.name: each for each in (GREEN_BOOK_2003, GREEN_BOOK_2026, GREEN_BOOK_2026_HEALTH, GREEN_BOOK_2026_SENSITIVITY)
}
_A_SCHEDULE = Words("the name of a schedule, or a table with its rates")
_PARTS = Words('a list of percentages in quotes, such as ["10%"]')


def read_business_case(table: Table, source: Basis | None) -> InvestmentAppraisal | None:
    """Read the options, what they cost and gain, and the rates of discount."""
    name, base = table.text("name"), table.year("base")
    options = [_option(each, source) for each in table.tables("option")]
    schedule, inflation = _schedule(table, source), read_index(table, "inflation", source)
    vary, also_at = table.read("vary", _parts, _PARTS, ()), table.read("also_at", _parts, _PARTS, ())
    to = table.number("factors_to", None)
    factors = None if to is None else table.attempt("factors_to", lambda: HALF_UP.to(to))
    table.calls(factor_rounding="factors_to")
    trading = _trading(table.table("trading")) if "trading" in table else None
    evenly = read_evenly(table)
    kept = tuple(option for option in options if option is not None)
    rest: dict[str, Any] = {"vary": vary, "also_at": also_at, "factor_rounding": factors}
    return table.build(
        lambda: InvestmentAppraisal(name, base, kept, schedule, inflation, trading=trading, evenly=evenly, **rest)  # type: ignore[arg-type]  # built only if all was read
    )


def _parts(value: Any) -> tuple[Any, ...]:
    given = value if isinstance(value, list) else [value]  # pyright: ignore[reportUnknownVariableType]
    return tuple(exact_fraction(as_figure(each)) for each in given)  # pyright: ignore[reportUnknownVariableType]


def _schedule(table: Table, source: Basis | None) -> DiscountSchedule | None:
    if not table.is_table("schedule"):
        named: DiscountSchedule | None = table.read("schedule", _named_schedule, _A_SCHEDULE)
        return named
    inner = table.table("schedule")
    name, since, basis = inner.text("name"), inner.day("since", None), inner.basis(source)
    bands = [_band(each) for each in inner.tables("band")]
    kept = tuple(band for band in bands if band is not None)
    return inner.build(lambda: DiscountSchedule(name, kept, basis, since))


def _named_schedule(value: Any) -> DiscountSchedule:
    if isinstance(value, str) and value in _SCHEDULES:
        return _SCHEDULES[value]
    raise not_one_of(value, list(_SCHEDULES))


def _band(table: Table) -> DiscountBand | None:
    rate, last = table.fraction("rate"), table.whole("last", None)
    return table.build(lambda: DiscountBand(rate, last))


def _option(table: Table, source: Basis | None) -> CashFlow | None:
    name = table.text("name")
    lines = [_line(each, source) for each in table.tables("line")]
    kept = tuple(line for line in lines if line is not None)
    return table.build(lambda: CashFlow(name, kept))


def _line(table: Table, source: Basis | None) -> FlowLine | None:
    heading, kind, basis = table.text("heading"), table.choice("kind", FlowKind), table.basis(source)
    prices = table.choice("prices", Prices, Prices.REAL)
    optimism = _optimism(table.table("optimism"), source) if "optimism" in table else None
    amounts = _amounts(table, recurs=kind is not FlowKind.CAPITAL)
    return table.build(lambda: FlowLine(heading, kind, amounts, basis, prices, optimism))


def _amounts(table: Table, *, recurs: bool) -> dict[FinancialYear, Money]:
    """Read a sum for each year, or one sum for every year from a first to a last; what usually recurs has to say it."""
    if "amounts" in table:
        return read_by_year(table, "amounts", as_money)
    amount, first = table.money("amount"), table.year("first")
    last = table.year("last", REQUIRED if recurs else first)
    if amount is None or first is None or last is None:
        return {}
    if last < first:
        found = Words("it ends in {last}, before it begins", last=last)
        table.add([Issue("flow.years", "last", found, Words("{first} or later", first=first))])
    return {FinancialYear(start): amount for start in range(first.start, last.start + 1)}


def _optimism(table: Table, source: Basis | None) -> OptimismBias | None:
    uplift, basis = table.fraction("uplift"), table.basis(source)
    return table.build(lambda: OptimismBias(uplift, basis))


def _trading(table: Table) -> TradingCase | None:
    nation, approved = table.choice("nation", Nation), table.day("approved")
    inner = table.table("heads")
    heads = {head: inner.text(head, REQUIRED) for head in inner.names()}
    general = table.truth("general_power", default=False)
    return table.build(lambda: TradingCase(nation, approved, heads, general))
