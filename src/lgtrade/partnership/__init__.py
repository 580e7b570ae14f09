"""Who gains: shared costs and gains, budgets, rules for a gain, efficiency targets, and offers matched to needs."""

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
from lgtrade.partnership._keys import Measure, SharingKey
from lgtrade.partnership._left_over import LeftOver
from lgtrade.partnership._matching import Matching, match
from lgtrade.partnership._pairing import Pairing
from lgtrade.partnership._partner_gains import PartnerGains
from lgtrade.partnership._proof import Proof, failings
from lgtrade.partnership._shapley import MarginalCertificate, MarginalCosts
from lgtrade.partnership._sharing import LineKind, SharedLine, SharedPart, Sharing, share
from lgtrade.partnership._standing import Partner, Rebasing, StandingKey
from lgtrade.partnership._targets import EfficiencyTarget, TargetYear

__all__ = [
    "Allocation",
    "AllocationRule",
    "BalanceCertificate",
    "Budget",
    "BudgetLine",
    "Catalogue",
    "CoalitionCost",
    "CoalitionWeight",
    "Core",
    "CostBounds",
    "CostGame",
    "Damped",
    "DivisionCertificate",
    "EfficiencyTarget",
    "GainSharing",
    "LastYear",
    "LeftOver",
    "LineKind",
    "MarginalCertificate",
    "MarginalCosts",
    "Matching",
    "Measure",
    "Objection",
    "Pairing",
    "PartYear",
    "PartYears",
    "Partner",
    "PartnerGains",
    "Proof",
    "Rebasing",
    "SavingLevel",
    "SharedLine",
    "SharedPart",
    "Sharing",
    "SharingKey",
    "StandingKey",
    "TargetYear",
    "allocate",
    "back_to_back",
    "core",
    "cost_bounds",
    "damp",
    "failings",
    "match",
    "objections",
    "share",
]
