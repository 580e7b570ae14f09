"""Who gains, and is it worth it: sharing, matching, options, joint buying, savings, business cases, companies."""

from lgtrade.partnership._appraisal import Appraisal, DeliveryRoute, Option
from lgtrade.partnership._awards import AssessedTender, LotAward, award_lot
from lgtrade.partnership._back_to_back import back_to_back
from lgtrade.partnership._balance import BalanceCertificate, CoalitionWeight, SavingLevel
from lgtrade.partnership._baseline import BaselineLine, SpendingBaseline
from lgtrade.partnership._bounds import CostBounds, cost_bounds
from lgtrade.partnership._budget import Budget, PartYear, PartYears
from lgtrade.partnership._budget_line import BudgetLine
from lgtrade.partnership._catalogue import Catalogue
from lgtrade.partnership._company import CompanyAccounts, CompanyResult, DividendPolicy
from lgtrade.partnership._company_year import CompanySale, CompanyYear, Recharge
from lgtrade.partnership._core import Core, Objection, core, objections
from lgtrade.partnership._damping import Damped, LastYear, damp
from lgtrade.partnership._discounting import (
    GREEN_BOOK_2003,
    GREEN_BOOK_2026,
    GREEN_BOOK_2026_HEALTH,
    GREEN_BOOK_2026_SENSITIVITY,
    DiscountBand,
    DiscountSchedule,
)
from lgtrade.partnership._division import AllocationRule, DivisionCertificate
from lgtrade.partnership._flows import CashFlow, FlowKind, FlowLine, OptimismBias, Prices
from lgtrade.partnership._gain_allocation import Allocation, Certificate, allocate
from lgtrade.partnership._gains import GainSharing
from lgtrade.partnership._games import CoalitionCost, CostGame
from lgtrade.partnership._grants import Grant, GrantCondition
from lgtrade.partnership._investment import InvestmentAppraisal
from lgtrade.partnership._keys import Measure, SharingKey
from lgtrade.partnership._left_over import LeftOver
from lgtrade.partnership._matching import Matching, match
from lgtrade.partnership._monitoring import BudgetMonitoring, MonitoredHead
from lgtrade.partnership._pairing import Pairing
from lgtrade.partnership._partner_gains import PartnerGains
from lgtrade.partnership._payback import Payback, payback
from lgtrade.partnership._prices import PriceIndex
from lgtrade.partnership._procurement import CouncilGain, JointProcurement
from lgtrade.partnership._proof import Proof, failings
from lgtrade.partnership._robustness import RankReversal, SwitchingWeight
from lgtrade.partnership._saving import Repeat, Saving, TransitionCost
from lgtrade.partnership._savings import Savings, SavingsYear
from lgtrade.partnership._scoring import Combining, Criterion, Requirement, ScoreSheet, Scoring
from lgtrade.partnership._shapley import MarginalCertificate, MarginalCosts
from lgtrade.partnership._sharing import LineKind, SharedLine, SharedPart, Sharing, share
from lgtrade.partnership._standing import Partner, Rebasing, StandingKey
from lgtrade.partnership._targets import EfficiencyTarget, StatedTarget, Target
from lgtrade.partnership._tenders import AssessmentMethod, Baseline, Lot, PriceModel, Tender, TieBreak
from lgtrade.partnership._trading import TradingCase

__all__ = [
    "GREEN_BOOK_2003",
    "GREEN_BOOK_2026",
    "GREEN_BOOK_2026_HEALTH",
    "GREEN_BOOK_2026_SENSITIVITY",
    "Allocation",
    "AllocationRule",
    "Appraisal",
    "AssessedTender",
    "AssessmentMethod",
    "BalanceCertificate",
    "Baseline",
    "BaselineLine",
    "Budget",
    "BudgetLine",
    "BudgetMonitoring",
    "CashFlow",
    "Catalogue",
    "Certificate",
    "CoalitionCost",
    "CoalitionWeight",
    "Combining",
    "CompanyAccounts",
    "CompanyResult",
    "CompanySale",
    "CompanyYear",
    "Core",
    "CostBounds",
    "CostGame",
    "CouncilGain",
    "Criterion",
    "Damped",
    "DeliveryRoute",
    "DiscountBand",
    "DiscountSchedule",
    "DividendPolicy",
    "DivisionCertificate",
    "EfficiencyTarget",
    "FlowKind",
    "FlowLine",
    "GainSharing",
    "Grant",
    "GrantCondition",
    "InvestmentAppraisal",
    "JointProcurement",
    "LastYear",
    "LeftOver",
    "LineKind",
    "Lot",
    "LotAward",
    "MarginalCertificate",
    "MarginalCosts",
    "Matching",
    "Measure",
    "MonitoredHead",
    "Objection",
    "OptimismBias",
    "Option",
    "Pairing",
    "PartYear",
    "PartYears",
    "Partner",
    "PartnerGains",
    "Payback",
    "PriceIndex",
    "PriceModel",
    "Prices",
    "Proof",
    "RankReversal",
    "Rebasing",
    "Recharge",
    "Repeat",
    "Requirement",
    "Saving",
    "SavingLevel",
    "Savings",
    "SavingsYear",
    "ScoreSheet",
    "Scoring",
    "SharedLine",
    "SharedPart",
    "Sharing",
    "SharingKey",
    "SpendingBaseline",
    "StandingKey",
    "StatedTarget",
    "SwitchingWeight",
    "Target",
    "Tender",
    "TieBreak",
    "TradingCase",
    "TransitionCost",
    "allocate",
    "award_lot",
    "back_to_back",
    "core",
    "cost_bounds",
    "damp",
    "failings",
    "match",
    "objections",
    "payback",
    "share",
]
