"""Who gains: shared costs and gains, budgets, efficiency targets, and offers matched to needs."""

from lgtrade.partnership._back_to_back import back_to_back
from lgtrade.partnership._budget import Budget, PartYear, PartYears
from lgtrade.partnership._budget_line import BudgetLine
from lgtrade.partnership._catalogue import Catalogue
from lgtrade.partnership._damping import Damped, LastYear, damp
from lgtrade.partnership._keys import Measure, SharingKey
from lgtrade.partnership._left_over import LeftOver
from lgtrade.partnership._matching import Matching, match
from lgtrade.partnership._pairing import Pairing
from lgtrade.partnership._proof import Proof, failings
from lgtrade.partnership._sharing import LineKind, SharedLine, SharedPart, Sharing, share
from lgtrade.partnership._standing import Partner, Rebasing, StandingKey
from lgtrade.partnership._targets import EfficiencyTarget, TargetYear

__all__ = [
    "Budget",
    "BudgetLine",
    "Catalogue",
    "Damped",
    "EfficiencyTarget",
    "LastYear",
    "LeftOver",
    "LineKind",
    "Matching",
    "Measure",
    "Pairing",
    "PartYear",
    "PartYears",
    "Partner",
    "Proof",
    "Rebasing",
    "SharedLine",
    "SharedPart",
    "Sharing",
    "SharingKey",
    "StandingKey",
    "TargetYear",
    "back_to_back",
    "damp",
    "failings",
    "match",
    "share",
]
