"""Did it balance: income against cost for one kind of service, one financial year with another."""

from lgtrade.accounts._account import BreakEvenAccount, BreakEvenRule, Position, Status, YearEntry
from lgtrade.charging._rules import USUAL_WINDOW

__all__ = ["USUAL_WINDOW", "BreakEvenAccount", "BreakEvenRule", "Position", "Status", "YearEntry"]
