"""What to charge: prices, the lines they give, and the rules that set a price from a cost."""

from lgtrade.charging._charges import ChargeLine, Occasion, Why
from lgtrade.charging._days import PriceFrom, Prorated, Repriced
from lgtrade.charging._indexation import ORDER, Indexation, Indexed, IndexStep, Price
from lgtrade.charging._indices import IndexForm, IndexSeries, IndexValue
from lgtrade.charging._limits import Maximum, Minimum
from lgtrade.charging._prices import Counted, Flat, Package, PerUnit, Stepped
from lgtrade.charging._reductions import Concession, Differential, Discounted
from lgtrade.charging._rules import AtCost, ChargingRule, Commercial, UnitCharge
from lgtrade.charging._tiers import Cliff, Graduated, Tier, Volume, cliffs

__all__ = [
    "ORDER",
    "AtCost",
    "ChargeLine",
    "ChargingRule",
    "Cliff",
    "Commercial",
    "Concession",
    "Counted",
    "Differential",
    "Discounted",
    "Flat",
    "Graduated",
    "IndexForm",
    "IndexSeries",
    "IndexStep",
    "IndexValue",
    "Indexation",
    "Indexed",
    "Maximum",
    "Minimum",
    "Occasion",
    "Package",
    "PerUnit",
    "Price",
    "PriceFrom",
    "Prorated",
    "Repriced",
    "Stepped",
    "Tier",
    "UnitCharge",
    "Volume",
    "Why",
    "cliffs",
]
