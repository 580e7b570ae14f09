"""Who gains: costs, savings and grants shared between partners on stated keys, and efficiency targets."""

from lgtrade.partnership._back_to_back import back_to_back
from lgtrade.partnership._sharing import LineKind, SharedLine, SharedPart, Sharing, share
from lgtrade.partnership._targets import EfficiencyTarget, TargetYear

__all__ = ["EfficiencyTarget", "LineKind", "SharedLine", "SharedPart", "Sharing", "TargetYear", "back_to_back", "share"]
