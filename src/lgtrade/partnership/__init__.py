"""Who gains: costs, savings and grants shared between partners on stated keys, budgets, and efficiency targets."""

from lgtrade.partnership._back_to_back import back_to_back
from lgtrade.partnership._budget import Budget, PartYear, PartYears
from lgtrade.partnership._budget_line import BudgetLine
from lgtrade.partnership._damping import Damped, LastYear, damp
from lgtrade.partnership._keys import Measure, SharingKey
from lgtrade.partnership._sharing import LineKind, SharedLine, SharedPart, Sharing, share
from lgtrade.partnership._standing import Partner, Rebasing, StandingKey
from lgtrade.partnership._targets import EfficiencyTarget, TargetYear

__all__ = [
    "Budget",
    "BudgetLine",
    "Damped",
    "EfficiencyTarget",
    "LastYear",
    "LineKind",
    "Measure",
    "PartYear",
    "PartYears",
    "Partner",
    "Rebasing",
    "SharedLine",
    "SharedPart",
    "Sharing",
    "SharingKey",
    "StandingKey",
    "TargetYear",
    "back_to_back",
    "damp",
    "share",
]
