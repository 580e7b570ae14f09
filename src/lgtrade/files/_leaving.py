"""Reading a partner's leaving from a case file."""

from __future__ import annotations

from lgtrade.agreements import ExitCost, ExitPlan
from lgtrade.files._table import Table
from lgtrade.files._values import as_share
from lgtrade.money import ZERO
from lgtrade.sources import Basis


def read_exit(table: Table, source: Basis | None) -> ExitPlan | None:
    """Read who leaves, what that costs, and how the running cost was shared."""
    leaver, leaves = table.text("leaver"), table.day("leaves")
    costs = [_cost(each, source) for each in table.tables("cost")]
    shares = table.items("shares", as_share)
    running, avoidable = table.money("running_cost", None), table.money("avoidable", ZERO)
    staff, assets, dependent = table.text("staff", ""), table.text("assets", ""), table.texts("dependent") or ()
    payback = table.whole("payback", None)
    kept = tuple(cost for cost in costs if cost is not None)
    texts = (staff, assets, dependent)
    return table.build(lambda: ExitPlan(leaver, leaves, kept, shares, running, avoidable, *texts, payback))


def _cost(table: Table, source: Basis | None) -> ExitCost | None:
    heading, amount, basis = table.text("heading"), table.money("amount"), table.basis(source)
    borne = table.share("borne")
    return table.build(lambda: ExitCost(heading, amount, borne, basis))
