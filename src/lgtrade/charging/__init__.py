"""What to charge: prices, the lines they give, and the rules that set a price from a cost."""

from lgtrade.charging._prices import ChargeLine, Flat, Graduated, Minimum, PerUnit, Price, Tier, Why
from lgtrade.charging._rules import AtCost, ChargingRule, Commercial, UnitCharge

__all__ = [
    "AtCost",
    "ChargeLine",
    "ChargingRule",
    "Commercial",
    "Flat",
    "Graduated",
    "Minimum",
    "PerUnit",
    "Price",
    "Tier",
    "UnitCharge",
    "Why",
]
