"""Reading what a service costs from a case file: build-ups from a ledger, rate cards and the cost of a unit."""

from __future__ import annotations

from typing import Any

from lgtrade.costing import (
    ApportionmentKey,
    BuildUp,
    CostClass,
    Grade,
    LedgerLine,
    OnCost,
    OverheadMethod,
    OverheadRate,
    ProductiveTime,
    RateCard,
    StaffWork,
    SubjectiveHeading,
    UnitCost,
    UnitCostLine,
)
from lgtrade.files._keys import read_key
from lgtrade.files._table import Table, read_division, read_rounding
from lgtrade.files._values import as_fraction, as_money, as_number, as_rate, as_share, as_text, as_texts, not_one_of
from lgtrade.issues import InputError, Issue, shown
from lgtrade.money import HALF_UP
from lgtrade.sources import Basis
from lgtrade.words import Words


def read_build_up(table: Table, source: Basis | None) -> BuildUp | None:
    """Read a ledger, the keys by which it is divided, and where each cost centre belongs."""
    name, year, basis = table.text("name"), table.year("year"), table.basis(source)
    services, other = table.texts("services"), table.texts("other") or ()
    if "services" not in table:
        table.note("missing", "services", Words("it is missing"), Words("a list of the services that are charged for"))
    keys: dict[str, ApportionmentKey | None] = {}
    for each in table.tables("key"):
        key = read_key(each, basis)
        keys[key.name if key is not None else str(each.take("name", "", accepts=Words("a name")))] = key
    pools = table.items("pools", lambda value: _known(keys, value))
    method, order = table.choice("method", OverheadMethod, OverheadMethod.RECIPROCAL), table.texts("order") or ()
    left_out = table.items("left_out", as_text)
    lines = [_line(each, basis, keys, year) for each in table.tables("line")]
    rates = [_overhead(each, basis) for each in table.tables("overhead", made="rates")]
    stated = table.money("stated", None)
    remainder, unit = read_division(table.table("division"))
    return table.build(
        lambda: BuildUp(
            name=name,
            year=year,
            lines=tuple(line for line in lines if line is not None),
            services=services,
            other=other,
            pools=pools,
            method=method,
            order=order,
            left_out=left_out,
            rates=tuple(rate for rate in rates if rate is not None),
            stated=stated,
            remainder=remainder,
            unit=unit,
        )
    )


def _known(keys: dict[str, ApportionmentKey | None], value: Any) -> Any:
    name = as_text(value)
    if name not in keys:
        accepted = Words("a key: {names}", names=", ".join(keys) or "none is given in the build-up")
        raise InputError([Issue("name", "", Words("{name} is not among the keys", name=shown(name)), accepted)])
    return keys[name]


def _line(table: Table, source: Basis | None, keys: dict[str, ApportionmentKey | None], year: Any) -> LedgerLine | None:
    centre, heading = table.text("centre"), table.choice("heading", SubjectiveHeading)
    amount, own_year, basis = table.money("amount"), table.year("year", year), table.basis(source)
    key = table.read("key", lambda value: _known(keys, value), Words("a key"), None)
    note = table.text("note", "")
    if own_year is None or ("key" in table and key is None):
        return None
    return table.build(lambda: LedgerLine(centre, heading, own_year, amount, basis, key, note))


def _overhead(table: Table, source: Basis | None) -> OverheadRate | None:
    heading, part, basis = table.text("heading"), table.fraction("part"), table.basis(source)
    of = table.read("of", _headings, Words("a list of headings"))
    return table.build(lambda: OverheadRate(heading, part, of, basis))


def _headings(value: Any) -> tuple[SubjectiveHeading, ...]:
    headings = {each.value: each for each in SubjectiveHeading}
    found: list[SubjectiveHeading] = []
    for each in as_texts(value):
        if each not in headings:
            raise not_one_of(each, list(headings))
        found.append(headings[each])
    return tuple(found)


_A_FIGURE = Words('a whole number, or in quotes "7.4" or "1825/7"')


def read_rate_card(table: Table, source: Basis | None) -> RateCard | None:
    """Read grades with their pay or their rate, what they cost on top of pay, their time, and work to be costed."""
    name, basis = table.text("name"), table.basis(source)
    time, on_costs, overheads = _time(table, basis), _on_costs(table, basis), _on_costs(table, basis, "overhead")
    grades = [_grade(each, basis) for each in table.tables("grade")]
    work = [_work(each, basis) for each in table.tables("work")]
    elsewhere, rounding = table.items("elsewhere", as_rate), read_rounding(table, HALF_UP)
    return table.build(
        lambda: RateCard(
            name=name,
            grades=tuple(grade for grade in grades if grade is not None),
            basis=basis,
            on_costs=on_costs,
            time=time,
            rounding=rounding,
            work=tuple(each for each in work if each is not None),
            elsewhere=elsewhere,
            overheads=overheads,
        )
    )


def _time(table: Table, source: Basis | None) -> ProductiveTime | None:
    if "time" not in table:
        return None
    inner = table.table("time")
    days, hours = (inner.read(name, as_fraction, _A_FIGURE) for name in ("days", "hours_a_day"))
    basis, lost = inner.basis(source), inner.items("lost", as_fraction)
    return inner.build(lambda: ProductiveTime(days, lost, hours, basis))


def _on_costs(table: Table, source: Basis | None, name: str = "on_cost") -> tuple[OnCost, ...]:
    read = [_on_cost(each, source) for each in table.tables(name)]
    return tuple(each for each in read if each is not None)


def _on_cost(table: Table, source: Basis | None) -> OnCost | None:
    heading, basis = table.text("heading"), table.basis(source)
    part, amount = table.fraction("part", None), table.money("amount", None)
    return table.build(lambda: OnCost(heading, basis, part, amount))


def _grade(table: Table, source: Basis | None) -> Grade | None:
    name, basis = table.text("name"), table.basis(source)
    pay, rate = table.money("pay", None), table.rate("rate", None)
    on_costs, time = _on_costs(table, basis), _time(table, basis)
    return table.build(lambda: Grade(name, basis, pay, rate, on_costs, time))


def _work(table: Table, source: Basis | None) -> StaffWork | None:
    name, basis, hours = table.text("name"), table.basis(source), table.items("hours", as_number)
    besides = table.items("besides", as_money)
    return table.build(lambda: StaffWork(name, hours, basis, besides))


def read_unit_cost(table: Table, source: Basis | None) -> UnitCost | None:
    """Read what all units cost, line by line, and how many there are and could be."""
    name, unit, basis = table.text("name"), table.text("unit"), table.basis(source)
    units, capacity = table.number("units"), table.number("capacity", None)
    lines = [_unit_cost_line(each, basis) for each in table.tables("line")]
    stated, rounding = table.money("stated", None), read_rounding(table, HALF_UP)
    kept = tuple(line for line in lines if line is not None)
    return table.build(lambda: UnitCost(name, unit, units, kept, basis, capacity, stated, rounding))


def _unit_cost_line(table: Table, source: Basis | None) -> UnitCostLine | None:
    heading, amount, basis = table.text("heading"), table.money("amount"), table.basis(source)
    fixed = table.read("fixed", as_share, Words("the share that is fixed"), None)
    kind = table.choice("kind", CostClass, CostClass.DIRECT)
    return table.build(lambda: UnitCostLine(heading, amount, basis, fixed, kind))
