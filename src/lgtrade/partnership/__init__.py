"""Who gains: costs, savings and grants shared on stated keys, efficiency targets, and offers matched to needs."""

from lgtrade.partnership._back_to_back import back_to_back
from lgtrade.partnership._catalogue import Catalogue
from lgtrade.partnership._left_over import LeftOver
from lgtrade.partnership._matching import Matching, match
from lgtrade.partnership._pairing import Pairing
from lgtrade.partnership._proof import Proof, failings
from lgtrade.partnership._sharing import LineKind, SharedLine, SharedPart, Sharing, share
from lgtrade.partnership._targets import EfficiencyTarget, TargetYear

__all__ = [
    "Catalogue",
    "EfficiencyTarget",
    "LeftOver",
    "LineKind",
    "Matching",
    "Pairing",
    "Proof",
    "SharedLine",
    "SharedPart",
    "Sharing",
    "TargetYear",
    "back_to_back",
    "failings",
    "match",
    "share",
]
