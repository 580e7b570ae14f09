"""Reading lines of income, and how break-even accounts are to be kept, from a case file."""

from __future__ import annotations

from typing import Any

from lgtrade.accounts import BreakEvenRule, Correction, PlannedYear, StatedYear
from lgtrade.cases import AccountTerms, IncomeKind, IncomeLine
from lgtrade.charging import USUAL_WINDOW
from lgtrade.files._table import Table
from lgtrade.money import ZERO
from lgtrade.services import ServiceKind
from lgtrade.sources import Basis


def read_income(table: Table, service: ServiceKind | None, source: Basis | None) -> IncomeLine | None:
    """Read a line of income: from charges, a grant or other income, or what was returned."""
    year, heading, amount = table.year("year"), table.text("heading"), table.money("amount")
    basis, kind = table.basis(source), table.choice("kind", IncomeKind, IncomeKind.CHARGES)
    power, units, lowers = table.text("power", None), table.number("units", None), table.truth("lowers_cost", None)
    key: Any = service and service.key
    return table.build(lambda: IncomeLine(key, year, heading, amount, basis, kind, power, units, lowers))


def read_account(table: Table, service: ServiceKind | None, source: Basis | None) -> AccountTerms | None:
    """Read how an account is to be kept, what was corrected and stated of it, and what is planned."""
    basis = table.basis(source)
    opening, material = table.money("opening", ZERO), table.money("material", ZERO)
    window, reason = table.whole("window", USUAL_WINDOW), table.text("reason", "")
    rule = table.choice("rule", BreakEvenRule, BreakEvenRule.CAP)
    returning, power = table.truth("returning", default=False), table.text("power", None)
    corrections = [_correction(each, source) for each in table.tables("correction")]
    stated = [_stated(each) for each in table.tables("stated")]
    planned = [_planned(each, source) for each in table.tables("planned")]
    key: Any = service and service.key
    return table.build(
        lambda: AccountTerms(
            key,
            basis,
            opening,
            window,
            reason,
            rule,
            returning,
            material,
            power,
            tuple(each for each in corrections if each is not None),
            tuple(each for each in stated if each is not None),
            tuple(each for each in planned if each is not None),
        )
    )


def _correction(table: Table, source: Basis | None) -> Correction | None:
    year, on, reason, basis = table.year("year"), table.day("on"), table.text("reason"), table.basis(source)
    income, cost = table.money("income", ZERO), table.money("cost", ZERO)
    return table.build(lambda: Correction(year, on, reason, basis, income, cost))


def _stated(table: Table) -> StatedYear | None:
    year, on = table.year("year"), table.day("on", None)
    figures = {name: table.money(name, None) for name in ("opening", "income", "cost", "surplus", "closing")}
    return table.build(lambda: StatedYear(year, on=on, **figures))


def _planned(table: Table, source: Basis | None) -> PlannedYear | None:
    year, units, cost, basis = table.year("year"), table.number("units"), table.money("cost"), table.basis(source)
    charge, income = table.rate("charge", None), table.money("income", None)
    return table.build(lambda: PlannedYear(year, units, cost, basis, charge, income))
