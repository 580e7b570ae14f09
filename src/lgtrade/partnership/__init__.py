"""Who gains, and is it worth doing: costs and gains shared on stated keys, targets, options appraised, joint buying."""

from lgtrade.partnership._appraisal import Appraisal, Option, Route
from lgtrade.partnership._awards import AssessedTender, Award, award
from lgtrade.partnership._back_to_back import back_to_back
from lgtrade.partnership._grants import Grant, GrantCondition
from lgtrade.partnership._procurement import CouncilGain, Procurement
from lgtrade.partnership._robustness import RankReversal, SwitchingWeight
from lgtrade.partnership._scoring import Combining, Criterion, Requirement, ScoreSheet, Scoring
from lgtrade.partnership._sharing import LineKind, SharedLine, SharedPart, Sharing, share
from lgtrade.partnership._targets import EfficiencyTarget, TargetYear
from lgtrade.partnership._tenders import AssessmentMethod, Baseline, Lot, PriceModel, Tender, TieBreak

__all__ = [
    "Appraisal",
    "AssessedTender",
    "AssessmentMethod",
    "Award",
    "Baseline",
    "Combining",
    "CouncilGain",
    "Criterion",
    "EfficiencyTarget",
    "Grant",
    "GrantCondition",
    "LineKind",
    "Lot",
    "Option",
    "PriceModel",
    "Procurement",
    "RankReversal",
    "Requirement",
    "Route",
    "ScoreSheet",
    "Scoring",
    "SharedLine",
    "SharedPart",
    "Sharing",
    "SwitchingWeight",
    "TargetYear",
    "Tender",
    "TieBreak",
    "award",
    "back_to_back",
    "share",
]
