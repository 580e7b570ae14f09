"""Who gains: costs, savings and grants shared on stated keys, gains shared by rules, and efficiency targets."""

from lgtrade.partnership._allocation import Allocation, allocate
from lgtrade.partnership._back_to_back import back_to_back
from lgtrade.partnership._balance import BalanceCertificate, CoalitionWeight, SavingLevel
from lgtrade.partnership._bounds import CostBounds, cost_bounds
from lgtrade.partnership._core import Core, Objection, core, objections
from lgtrade.partnership._division import AllocationRule, DivisionCertificate
from lgtrade.partnership._gains import GainSharing
from lgtrade.partnership._games import CoalitionCost, CostGame
from lgtrade.partnership._partner_gains import PartnerGains
from lgtrade.partnership._shapley import MarginalCertificate, MarginalCosts
from lgtrade.partnership._sharing import LineKind, SharedLine, SharedPart, Sharing, share
from lgtrade.partnership._targets import EfficiencyTarget, TargetYear

__all__ = [
    "Allocation",
    "AllocationRule",
    "BalanceCertificate",
    "CoalitionCost",
    "CoalitionWeight",
    "Core",
    "CostBounds",
    "CostGame",
    "DivisionCertificate",
    "EfficiencyTarget",
    "GainSharing",
    "LineKind",
    "MarginalCertificate",
    "MarginalCosts",
    "Objection",
    "PartnerGains",
    "SavingLevel",
    "SharedLine",
    "SharedPart",
    "Sharing",
    "TargetYear",
    "allocate",
    "back_to_back",
    "core",
    "cost_bounds",
    "objections",
    "share",
]
