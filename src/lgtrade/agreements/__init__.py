"""What was agreed: parties and roles, the service, the price and other terms; standards; and the life of it all."""

from lgtrade.agreements._agreement import Agreement, Cover, FurtherService, Party, Role, overlaps
from lgtrade.agreements._benchmarks import Benchmark, BenchmarkDifference, BenchmarkResult
from lgtrade.agreements._board import Board, Consent, Quorum, ReservedMatter, Seat
from lgtrade.agreements._credits import (
    AreaDeduction,
    BandedDeduction,
    CreditCap,
    CreditLine,
    Credits,
    PercentageCredit,
    PointBand,
)
from lgtrade.agreements._exit import ExitCost, ExitPlan, least_saving
from lgtrade.agreements._governance import Ballot, Decision, Vote, decide
from lgtrade.agreements._life import Life
from lgtrade.agreements._lifecycle import MOVES, Move, State, Step, lifecycle_diagram
from lgtrade.agreements._points import (
    FailureWindow,
    MonthPoints,
    PersistentFailure,
    PointScale,
    PointsFor,
    PointsTrigger,
    RepeatTrigger,
    points_by_month,
)
from lgtrade.agreements._record import CreditRule, PerformanceRecord, ServiceCharge, Trigger
from lgtrade.agreements._responsibilities import Assignment, Departure, Responsibility, ResponsibilityMatrix
from lgtrade.agreements._standards import (
    Better,
    Frequency,
    Indicator,
    Measurement,
    Outcome,
    Performance,
    PerformanceResult,
)
from lgtrade.agreements._succession import Fate, PartyFate, SuccessionReport, succession
from lgtrade.agreements._terms import CapPeriod, Clause, LiabilityCap, Terms
from lgtrade.agreements._variations import Variation, differences, in_force

__all__ = [
    "MOVES",
    "Agreement",
    "AreaDeduction",
    "Assignment",
    "Ballot",
    "BandedDeduction",
    "Benchmark",
    "BenchmarkDifference",
    "BenchmarkResult",
    "Better",
    "Board",
    "CapPeriod",
    "Clause",
    "Consent",
    "Cover",
    "CreditCap",
    "CreditLine",
    "CreditRule",
    "Credits",
    "Decision",
    "Departure",
    "ExitCost",
    "ExitPlan",
    "FailureWindow",
    "Fate",
    "Frequency",
    "FurtherService",
    "Indicator",
    "LiabilityCap",
    "Life",
    "Measurement",
    "MonthPoints",
    "Move",
    "Outcome",
    "Party",
    "PartyFate",
    "PercentageCredit",
    "Performance",
    "PerformanceRecord",
    "PerformanceResult",
    "PersistentFailure",
    "PointBand",
    "PointScale",
    "PointsFor",
    "PointsTrigger",
    "Quorum",
    "RepeatTrigger",
    "ReservedMatter",
    "Responsibility",
    "ResponsibilityMatrix",
    "Role",
    "Seat",
    "ServiceCharge",
    "State",
    "Step",
    "SuccessionReport",
    "Terms",
    "Trigger",
    "Variation",
    "Vote",
    "decide",
    "differences",
    "in_force",
    "least_saving",
    "lifecycle_diagram",
    "overlaps",
    "points_by_month",
    "succession",
]
