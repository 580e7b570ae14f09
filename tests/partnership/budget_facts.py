"""A year, its partners and its keys that the tests of budgets begin from."""

from __future__ import annotations

from typing import Any

from lgtrade.calendar import Period
from lgtrade.money import Money
from lgtrade.partnership import Budget, BudgetLine, Measure, Partner, SharingKey
from lgtrade.sources import Assumption

BASIS = Assumption("made up to be tested")
YEAR = Period("2022-04-01", "2023-03-31")
NORTH, SOUTH, WEST = Partner("North"), Partner("South"), Partner("West")


def pounds(sum_: int | str) -> Money:
    return Money.pounds(sum_)


def key(name: str, weights: Any, measure: Measure = Measure.CASELOAD, **more: Any) -> SharingKey:
    return SharingKey(name, measure, weights, BASIS, **more)


def line(amount: int | str | Money, on: str = "calls", heading: str = "Staff", **more: Any) -> BudgetLine:
    return BudgetLine(heading, amount if isinstance(amount, Money) else pounds(amount), on, BASIS, **more)


def budget(*keys: SharingKey, **more: Any) -> Budget:
    """Give a budget of North and South for 2022/23, but for what is said otherwise."""
    begin: dict[str, Any] = {"name": "Archives", "period": YEAR, "partners": (NORTH, SOUTH), "keys": keys}
    return Budget(**(begin | more))
