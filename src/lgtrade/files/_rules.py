"""Reading named rules from a case file: how a figure is rounded, and who takes the odd pence."""

from __future__ import annotations

from lgtrade.files._table import Table
from lgtrade.money import LARGEST, Direction, Money, Remainder, RemainderRule, Rounding


def read_rounding(table: Table, default: Rounding) -> Rounding:
    """Read how a figure is rounded, and to what."""
    direction = table.choice("rounding", Direction, default.direction)
    unit = table.number("to", default.unit)
    if direction is None or unit is None:
        return default
    return table.attempt("to", lambda: Rounding(direction, unit)) or default


def read_remainder(table: Table) -> tuple[Remainder, Money]:
    """Read who takes the odd pence, and the smallest sum into which a line is divided."""
    rule = table.choice("remainder", RemainderRule, RemainderRule.LARGEST)
    lead, unit = table.text("lead", None), table.money("unit", Money(pence=1))
    if rule is None or (lead is None and "lead" in table):
        return LARGEST, unit or Money(pence=1)
    return table.attempt("", lambda: Remainder(rule, lead)) or LARGEST, unit or Money(pence=1)
