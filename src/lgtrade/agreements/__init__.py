"""What was agreed: parties and their roles, the service, the term, the price and the terms, and the life of it all."""

from lgtrade.agreements._agreement import Agreement, Cover, Party, Role, overlaps
from lgtrade.agreements._exit import ExitCost, ExitPlan, least_saving
from lgtrade.agreements._life import Life
from lgtrade.agreements._lifecycle import MOVES, Move, State, Step, lifecycle_diagram
from lgtrade.agreements._succession import Fate, PartyFate, SuccessionReport, succession
from lgtrade.agreements._terms import CapPeriod, Clause, LiabilityCap, Terms
from lgtrade.agreements._variations import Variation, differences, in_force

__all__ = [
    "MOVES",
    "Agreement",
    "CapPeriod",
    "Clause",
    "Cover",
    "ExitCost",
    "ExitPlan",
    "Fate",
    "LiabilityCap",
    "Life",
    "Move",
    "Party",
    "PartyFate",
    "Role",
    "State",
    "Step",
    "SuccessionReport",
    "Terms",
    "Variation",
    "differences",
    "in_force",
    "least_saving",
    "lifecycle_diagram",
    "overlaps",
    "succession",
]
