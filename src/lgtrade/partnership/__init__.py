"""Who gains, and is it worth doing: costs and gains shared on stated keys, targets, options appraised, joint buying."""

from lgtrade.partnership._appraisal import Appraisal, DeliveryRoute, Option
from lgtrade.partnership._awards import AssessedTender, LotAward, award_lot
from lgtrade.partnership._back_to_back import back_to_back
from lgtrade.partnership._grants import Grant, GrantCondition
from lgtrade.partnership._procurement import CouncilGain, JointProcurement
from lgtrade.partnership._robustness import RankReversal, SwitchingWeight
from lgtrade.partnership._scoring import Combining, Criterion, Requirement, ScoreSheet, Scoring
from lgtrade.partnership._sharing import LineKind, SharedLine, SharedPart, Sharing, share
from lgtrade.partnership._targets import EfficiencyTarget, TargetYear
from lgtrade.partnership._tenders import AssessmentMethod, Baseline, Lot, PriceModel, Tender, TieBreak

__all__ = [
    "Appraisal",
    "AssessedTender",
    "AssessmentMethod",
    "Baseline",
    "Combining",
    "CouncilGain",
    "Criterion",
    "DeliveryRoute",
    "EfficiencyTarget",
    "Grant",
    "GrantCondition",
    "JointProcurement",
    "LineKind",
    "Lot",
    "LotAward",
    "Option",
    "PriceModel",
    "RankReversal",
    "Requirement",
    "ScoreSheet",
    "Scoring",
    "SharedLine",
    "SharedPart",
    "Sharing",
    "SwitchingWeight",
    "TargetYear",
    "Tender",
    "TieBreak",
    "award_lot",
    "back_to_back",
    "share",
]
