"""Did it balance, and will it: income against cost for one kind of service, one financial year with another."""

from lgtrade.accounts._account import BreakEvenAccount, Position
from lgtrade.accounts._entries import Correction, OtherIncome, StatedYear, YearEntry
from lgtrade.accounts._forecast import Forecast, PlannedYear
from lgtrade.accounts._rules import NOT_SAID, BreakEvenRule, Status, power_issues, rule_under

__all__ = [
    "NOT_SAID",
    "BreakEvenAccount",
    "BreakEvenRule",
    "Correction",
    "Forecast",
    "OtherIncome",
    "PlannedYear",
    "Position",
    "StatedYear",
    "Status",
    "YearEntry",
    "power_issues",
    "rule_under",
]
