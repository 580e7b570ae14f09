"""Services that public authorities supply to one another: may they, what it costs, what is owed, did it balance.

`lgtrade` gives information about the law as it stood on a day; it is not legal advice.
"""

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
from lgtrade.version import VERSION

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
