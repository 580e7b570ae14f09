"""Who gains, and is it worth it: costs and gains shared, savings counted once, business cases, company accounts."""

from lgtrade.partnership._back_to_back import back_to_back
from lgtrade.partnership._baseline import Baseline, BaselineLine
from lgtrade.partnership._budget import Budget, PartYear, PartYears
from lgtrade.partnership._budget_line import BudgetLine
from lgtrade.partnership._catalogue import Catalogue
from lgtrade.partnership._company import CompanyAccounts, CompanyResult, CompanyYear, DividendPolicy, Recharge
from lgtrade.partnership._damping import Damped, LastYear, damp
from lgtrade.partnership._discounting import (
    GREEN_BOOK_2003,
    GREEN_BOOK_2026,
    GREEN_BOOK_2026_HEALTH,
    DiscountBand,
    DiscountSchedule,
)
from lgtrade.partnership._flows import CashFlow, FlowKind, FlowLine, OptimismBias, Prices
from lgtrade.partnership._investment import InvestmentAppraisal
from lgtrade.partnership._keys import Measure, SharingKey
from lgtrade.partnership._left_over import LeftOver
from lgtrade.partnership._matching import Matching, match
from lgtrade.partnership._pairing import Pairing
from lgtrade.partnership._payback import Payback, payback
from lgtrade.partnership._prices import PriceIndex
from lgtrade.partnership._proof import Proof, failings
from lgtrade.partnership._saving import Repeat, Saving, TransitionCost
from lgtrade.partnership._savings import Savings, SavingsYear
from lgtrade.partnership._sharing import LineKind, SharedLine, SharedPart, Sharing, share
from lgtrade.partnership._standing import Partner, Rebasing, StandingKey
from lgtrade.partnership._targets import EfficiencyTarget
from lgtrade.partnership._trading import TradingCase

__all__ = [
    "GREEN_BOOK_2003",
    "GREEN_BOOK_2026",
    "GREEN_BOOK_2026_HEALTH",
    "Baseline",
    "BaselineLine",
    "Budget",
    "BudgetLine",
    "CashFlow",
    "Catalogue",
    "CompanyAccounts",
    "CompanyResult",
    "CompanyYear",
    "Damped",
    "DiscountBand",
    "DiscountSchedule",
    "DividendPolicy",
    "EfficiencyTarget",
    "FlowKind",
    "FlowLine",
    "InvestmentAppraisal",
    "LastYear",
    "LeftOver",
    "LineKind",
    "Matching",
    "Measure",
    "OptimismBias",
    "Pairing",
    "PartYear",
    "PartYears",
    "Partner",
    "Payback",
    "PriceIndex",
    "Prices",
    "Proof",
    "Rebasing",
    "Recharge",
    "Repeat",
    "Saving",
    "Savings",
    "SavingsYear",
    "SharedLine",
    "SharedPart",
    "Sharing",
    "SharingKey",
    "StandingKey",
    "TradingCase",
    "TransitionCost",
    "back_to_back",
    "damp",
    "failings",
    "match",
    "payback",
    "share",
]
