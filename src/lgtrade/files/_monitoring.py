"""Reading the monitoring of a budget from a case file."""

from __future__ import annotations

from lgtrade.files._keys import read_key
from lgtrade.files._table import Table, read_division
from lgtrade.money import ZERO, Money
from lgtrade.partnership import BudgetMonitoring, MonitoredHead
from lgtrade.sources import Basis
from lgtrade.words import Words


def read_monitoring(table: Table, source: Basis | None) -> BudgetMonitoring | None:
    """Read what was budgeted, spent and forecast, and how the partners share a variance if that is known."""
    name, year, months = table.text("name"), table.year("year"), table.whole("months")
    heads = [_head(each, source) for each in table.tables("head")]
    key = read_key(table.table("key"), source) if "key" in table else None
    remainder, unit = read_division(table.table("division"))
    kept = tuple(head for head in heads if head is not None)
    return table.build(lambda: BudgetMonitoring(name, year, months, kept, key, remainder, unit))


def _head(table: Table, source: Basis | None) -> MonitoredHead | None:
    heading, budget, actual = table.text("heading"), table.money("budget"), table.money("actual")
    committed, basis, outturn = table.money("committed", ZERO), table.basis(source), _outturn(table, budget)
    return table.build(lambda: MonitoredHead(heading, budget, actual, basis, committed, outturn))


def _outturn(table: Table, budget: Money | None) -> Money | None:
    """Read a forecast outturn, or a forecast variance from the budget; the file may give both if they agree."""
    outturn: Money | None = table.money("outturn", None)
    variance: Money | None = table.money("variance", None)
    if budget is None or variance is None:
        return outturn
    if outturn is not None and outturn != budget + variance:
        template = "the budget of {budget} and a variance of {variance} do not come to the outturn of {outturn}"
        found = Words(template, budget=budget, variance=variance, outturn=outturn)
        table.note("monitoring.outturn", "variance", found, Words("{sum}, or one of the two", sum=outturn - budget))
    return budget + variance
