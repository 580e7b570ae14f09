"""Did it balance: income against cost for one kind of service, one financial year with another."""

from lgtrade.accounts._account import USUAL_WINDOW, BreakEvenAccount, BreakEvenRule, Position, Status, YearEntry

__all__ = ["USUAL_WINDOW", "BreakEvenAccount", "BreakEvenRule", "Position", "Status", "YearEntry"]
