"""Reading savings from a case file."""

from __future__ import annotations

from typing import Any

from lgtrade.files._by_year import read_by_year, read_index, read_shares, read_sum
from lgtrade.files._table import REQUIRED, Table
from lgtrade.files._values import as_money
from lgtrade.money import ZERO, Share
from lgtrade.partnership import (
    BaselineLine,
    EfficiencyTarget,
    Saving,
    Savings,
    SpendingBaseline,
    StatedTarget,
    Target,
    TransitionCost,
)
from lgtrade.sources import Assumption, Basis


def read_savings(table: Table, source: Basis | None) -> Savings | None:
    """Read what is saved, of what, and what ought to be."""
    name, first, years = table.text("name"), table.year("first"), table.whole("years")
    baseline = _baseline(table.table("baseline"), source) if "baseline" in table else None
    target = _target(table.table("target"), source) if "target" in table else None
    entries = [_entry(each, source) for each in table.tables("entry")]
    costs = [_cost(each, source) for each in table.tables("cost")]
    evenly = read_evenly(table)
    made, met = tuple(each for each in entries if each), tuple(each for each in costs if each)
    return table.build(lambda: Savings(name, first, years, made, baseline, target, met, evenly))


def read_evenly(table: Table) -> Assumption | None:
    """Read why the flows of a year may be taken to come evenly through it; nothing if that is not assumed."""
    reason = table.text("evenly", None)
    return None if reason is None else Assumption(reason)


def _baseline(table: Table, source: Basis | None) -> SpendingBaseline | None:
    year, index = table.year("year"), read_index(table, "index", source)
    lines = [_line(each, source) for each in table.tables("line")]
    kept = tuple(line for line in lines if line is not None)
    return table.build(lambda: SpendingBaseline(year, kept, index))


def _line(table: Table, source: Basis | None) -> BaselineLine | None:
    heading, amount, units = table.text("heading"), read_sum(table, "amount", REQUIRED), table.number("units", 0)
    basis = table.basis(source)
    return table.build(lambda: BaselineLine(heading, amount, basis, units))


def _target(table: Table, source: Basis | None) -> Target | None:
    cashable = table.share("cashable", Share(0))
    if "sums" in table:
        sums, stated_in = read_by_year(table, "sums", as_money), table.basis(source)
        return table.build(lambda: StatedTarget(sums, stated_in, cashable))
    rate = table.share("rate")
    rebased, basis = table.truth("rebased", default=False), table.basis(source)
    return table.build(lambda: EfficiencyTarget(rate, basis, cashable, rebased))


def _entry(table: Table, source: Basis | None) -> Saving | None:
    reference, year, line = table.text("reference"), table.year("year"), table.text("line", "")
    amount, instead = read_sum(table, "amount", REQUIRED), read_sum(table, "instead", ZERO)
    shares, basis = read_shares(table, "whose"), table.basis(source)
    cashable, recurring = table.truth("cashable", default=True), table.truth("recurring", default=True)
    last: Any = table.year("last", None)
    return table.build(
        lambda: Saving(reference, year, amount, shares, basis, line, cashable, recurring, last, instead)  # type: ignore[arg-type]  # built only if all was read
    )


def _cost(table: Table, source: Basis | None) -> TransitionCost | None:
    heading, year, amount = table.text("heading"), table.year("year"), read_sum(table, "amount", REQUIRED)
    basis = table.basis(source)
    return table.build(lambda: TransitionCost(heading, year, amount, basis))
