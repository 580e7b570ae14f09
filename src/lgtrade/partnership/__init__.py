"""Who gains, and is it worth doing: costs and gains shared, targets, matching, options appraised and joint buying."""

from lgtrade.partnership._appraisal import Appraisal, DeliveryRoute, Option
from lgtrade.partnership._awards import AssessedTender, LotAward, award_lot
from lgtrade.partnership._back_to_back import back_to_back
from lgtrade.partnership._balance import BalanceCertificate, CoalitionWeight, SavingLevel
from lgtrade.partnership._bounds import CostBounds, cost_bounds
from lgtrade.partnership._budget import Budget, PartYear, PartYears
from lgtrade.partnership._budget_line import BudgetLine
from lgtrade.partnership._catalogue import Catalogue
from lgtrade.partnership._core import Core, Objection, core, objections
from lgtrade.partnership._damping import Damped, LastYear, damp
from lgtrade.partnership._division import AllocationRule, DivisionCertificate
from lgtrade.partnership._gain_allocation import Allocation, allocate
from lgtrade.partnership._gains import GainSharing
from lgtrade.partnership._games import CoalitionCost, CostGame
from lgtrade.partnership._grants import Grant, GrantCondition
from lgtrade.partnership._keys import Measure, SharingKey
from lgtrade.partnership._left_over import LeftOver
from lgtrade.partnership._matching import Matching, match
from lgtrade.partnership._pairing import Pairing
from lgtrade.partnership._partner_gains import PartnerGains
from lgtrade.partnership._procurement import CouncilGain, JointProcurement
from lgtrade.partnership._proof import Proof, failings
from lgtrade.partnership._robustness import RankReversal, SwitchingWeight
from lgtrade.partnership._scoring import Combining, Criterion, Requirement, ScoreSheet, Scoring
from lgtrade.partnership._shapley import MarginalCertificate, MarginalCosts
from lgtrade.partnership._sharing import LineKind, SharedLine, SharedPart, Sharing, share
from lgtrade.partnership._standing import Partner, Rebasing, StandingKey
from lgtrade.partnership._targets import EfficiencyTarget, TargetYear
from lgtrade.partnership._tenders import AssessmentMethod, Baseline, Lot, PriceModel, Tender, TieBreak

__all__ = [
    "Allocation",
    "AllocationRule",
    "Appraisal",
    "AssessedTender",
    "AssessmentMethod",
    "BalanceCertificate",
    "Baseline",
    "Budget",
    "BudgetLine",
    "Catalogue",
    "CoalitionCost",
    "CoalitionWeight",
    "Combining",
    "Core",
    "CostBounds",
    "CostGame",
    "CouncilGain",
    "Criterion",
    "Damped",
    "DeliveryRoute",
    "DivisionCertificate",
    "EfficiencyTarget",
    "GainSharing",
    "Grant",
    "GrantCondition",
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
    "Objection",
    "Option",
    "Pairing",
    "PartYear",
    "PartYears",
    "Partner",
    "PartnerGains",
    "PriceModel",
    "Proof",
    "RankReversal",
    "Rebasing",
    "Requirement",
    "SavingLevel",
    "ScoreSheet",
    "Scoring",
    "SharedLine",
    "SharedPart",
    "Sharing",
    "SharingKey",
    "StandingKey",
    "SwitchingWeight",
    "TargetYear",
    "Tender",
    "TieBreak",
    "allocate",
    "award_lot",
    "back_to_back",
    "core",
    "cost_bounds",
    "damp",
    "failings",
    "match",
    "objections",
    "share",
]
