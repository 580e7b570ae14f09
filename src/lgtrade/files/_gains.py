"""Reading a gain to be shared from a case file: what every group of partners would pay, and what they have agreed."""

from __future__ import annotations

from lgtrade.files._table import Table
from lgtrade.files._values import as_money
from lgtrade.money import Remainder, RemainderRule
from lgtrade.partnership import CoalitionCost, CostGame, GainSharing
from lgtrade.sources import Basis


def read_gains(table: Table, source: Basis | None) -> GainSharing | None:
    """Read who shares, what each of them and every group of them would pay, and what they have agreed."""
    name, partners = table.text("name"), table.texts("partners") or ()
    costs = _costs(table.table("costs"), source)
    agreed = table.items("agreed", as_money)
    rule = table.choice("remainder", RemainderRule, RemainderRule.LARGEST)
    lead = table.text("lead", None)
    if source is None:
        table.spoil()  # the file's own source is missing, and has been noted
    return table.build(lambda: GainSharing(CostGame(name, partners, costs), agreed, Remainder(rule, lead)))


def _costs(table: Table, source: Basis | None) -> tuple[CoalitionCost, ...]:
    read = (_cost(table, coalition, source) for coalition in table.names())
    return tuple(cost for cost in read if cost is not None)


def _cost(table: Table, coalition: str, source: Basis | None) -> CoalitionCost | None:
    """Read one coalition's cost: an amount, or a table with the amount and its own source or assumption."""
    partners = tuple(name.strip() for name in coalition.split("+"))
    if table.is_table(coalition):
        below = table.table(coalition)
        amount, basis = below.money("amount"), below.basis(source)
        return below.build(lambda: CoalitionCost(partners, amount, basis))
    cost = table.money(coalition)
    if cost is None or source is None:
        return None
    return table.attempt(coalition, lambda: CoalitionCost(partners, cost, source))
