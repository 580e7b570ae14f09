"""Services that public authorities supply to one another: may they, what it costs, what is owed, did it balance.

`lgtrade` gives information about the law as it stood on a day; it is not legal advice.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from lgtrade.version import VERSION

if TYPE_CHECKING:
    from lgtrade.accounts import BreakEvenAccount, YearEntry
    from lgtrade.agreements import Agreement
    from lgtrade.answers import Answer, Verdict
    from lgtrade.authorities import Authority, Person
    from lgtrade.billing import Statement, Usage, bill
    from lgtrade.calendar import FinancialYear, Period
    from lgtrade.cases import Case, WorkedCase, work_out
    from lgtrade.charging import AtCost, Commercial
    from lgtrade.costing import CostLine, CostOfProvision, cost_of_provision
    from lgtrade.issues import InputError, Issue
    from lgtrade.law import Opinion, Proposal, assess
    from lgtrade.money import Money, Rate, Share, split
    from lgtrade.partnership import Sharing, share
    from lgtrade.services import ServiceKind
    from lgtrade.sources import Assumption, Source

__all__ = [
    "VERSION",
    "Agreement",
    "Answer",
    "Assumption",
    "AtCost",
    "Authority",
    "BreakEvenAccount",
    "Case",
    "Commercial",
    "CostLine",
    "CostOfProvision",
    "FinancialYear",
    "InputError",
    "Issue",
    "Money",
    "Opinion",
    "Period",
    "Person",
    "Proposal",
    "Rate",
    "ServiceKind",
    "Share",
    "Sharing",
    "Source",
    "Statement",
    "Usage",
    "Verdict",
    "WorkedCase",
    "YearEntry",
    "assess",
    "bill",
    "cost_of_provision",
    "share",
    "split",
    "work_out",
]

_NAMES = {
    "accounts": ("BreakEvenAccount", "YearEntry"),
    "agreements": ("Agreement",),
    "answers": ("Answer", "Verdict"),
    "authorities": ("Authority", "Person"),
    "billing": ("Statement", "Usage", "bill"),
    "calendar": ("FinancialYear", "Period"),
    "cases": ("Case", "WorkedCase", "work_out"),
    "charging": ("AtCost", "Commercial"),
    "costing": ("CostLine", "CostOfProvision", "cost_of_provision"),
    "issues": ("InputError", "Issue"),
    "law": ("Opinion", "Proposal", "assess"),
    "money": ("Money", "Rate", "Share", "split"),
    "partnership": ("Sharing", "share"),
    "services": ("ServiceKind",),
    "sources": ("Assumption", "Source"),
}
"""The names that each room offers here. A room is imported when one of its names is first asked for."""

_ROOM_OF = {name: room for room, names in _NAMES.items() for name in names}
_OTHER_ROOMS = frozenset({"documents", "files"})


def __getattr__(name: str) -> Any:  # noqa: ANN401  # whatever the name stands for
    """Import the room that a name comes from, or the room of that name."""
    if name in _ROOM_OF:
        value = getattr(importlib.import_module(f"lgtrade.{_ROOM_OF[name]}"), name)
        globals()[name] = value
        return value
    if name in _NAMES or name in _OTHER_ROOMS:
        return importlib.import_module(f"lgtrade.{name}")
    message = f"module 'lgtrade' has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
