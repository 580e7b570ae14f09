"""Reading what savings, business cases and companies have in common: sums by year, price indices and shares."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from lgtrade.calendar import FinancialYear
from lgtrade.files._table import Table
from lgtrade.files._values import as_figure, as_share, as_text
from lgtrade.money import HALF_UP, Money, Rate, Shares, exact_fraction
from lgtrade.partnership import PriceIndex
from lgtrade.sources import Basis
from lgtrade.words import Words

T = TypeVar("T")

_NUMBERS = Words("a list of exact numbers, such as [176, 52]")


def read_by_year(table: Table, name: str, convert: Callable[[Any], T]) -> dict[FinancialYear, T]:
    """Read a table with a value for each financial year."""
    inner = table.table(name)
    found: dict[FinancialYear, T] = {}
    for text in inner.names():
        value = inner.read(text, convert, Words("a value for each year"))
        year = inner.attempt(text, lambda text=text: FinancialYear.read(text))  # type: ignore[misc]  # bound at once
        if year is not None and year in found:
            inner.note("year.twice", text, Words("{year} is given twice", year=year), Words("each year once"))
        if year is not None and value is not None:
            found[year] = value
    return found


def read_index(table: Table, name: str, source: Basis | None) -> PriceIndex | None:
    """Read the level of prices by year; nothing if none is given."""
    if name not in table:
        return None
    inner = table.table(name)
    called, levels, basis = inner.text("name"), read_by_year(inner, "levels", _exact), inner.basis(source)
    return inner.build(lambda: PriceIndex(called, levels, basis))


def _exact(value: Any) -> Any:
    return exact_fraction(as_figure(value))


def read_sum(table: Table, name: str, default: Any) -> Any:
    """Read a sum of money, or a rate and what it is multiplied by."""
    if not table.is_table(name):
        return table.money(name, default)
    inner = table.table(name)
    rate, times = inner.rate("rate"), inner.read("times", _numbers, _NUMBERS)
    return inner.build(lambda: _multiplied(rate, times))


def _numbers(value: Any) -> list[Any]:
    return [_exact(each) for each in (value if isinstance(value, list) else [value])]  # pyright: ignore[reportUnknownVariableType]


def _multiplied(rate: Rate, times: list[Any]) -> Money:
    amount = rate * 1
    for each in times:
        amount = amount.times(each)
    return amount.round(HALF_UP)


def read_shares(table: Table, name: str) -> Shares | None:
    """Read who has which share: one name for the whole of it, or a table of names."""
    if not table.is_table(name):
        whole = table.read(name, as_text, Words("a name, or a table of names with the share of each"))
        return None if whole is None else Shares({whole: 1})
    parts = table.items(name, as_share)
    return table.attempt(name, lambda: Shares(parts))
