"""What it costs: from lines of cost to the cost of provision of one kind of service in one financial year."""

from lgtrade.costing._build_up import BuildUp
from lgtrade.costing._headings import TOTAL_COST, CostClass, OverheadMethod, SubjectiveHeading
from lgtrade.costing._ledger import LedgerLine, OverheadRate
from lgtrade.costing._provision import (
    ApportionedPart,
    ApportionmentKey,
    CostLine,
    CostOfProvision,
    cost_of_provision,
    costs_of_provision,
)
from lgtrade.costing._rate_card import RateCard, StaffWork
from lgtrade.costing._staff import Grade, OnCost, ProductiveTime
from lgtrade.costing._unit_cost import UnitCost, UnitCostLine

__all__ = [
    "TOTAL_COST",
    "ApportionedPart",
    "ApportionmentKey",
    "BuildUp",
    "CostClass",
    "CostLine",
    "CostOfProvision",
    "Grade",
    "LedgerLine",
    "OnCost",
    "OverheadMethod",
    "OverheadRate",
    "ProductiveTime",
    "RateCard",
    "StaffWork",
    "SubjectiveHeading",
    "UnitCost",
    "UnitCostLine",
    "cost_of_provision",
    "costs_of_provision",
]
