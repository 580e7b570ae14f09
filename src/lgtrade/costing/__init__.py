"""What it costs: from lines of cost to the cost of provision of one kind of service in one financial year."""

from lgtrade.costing._provision import (
    ApportionedPart,
    ApportionmentKey,
    CostLine,
    CostOfProvision,
    cost_of_provision,
    costs_of_provision,
)

__all__ = [
    "ApportionedPart",
    "ApportionmentKey",
    "CostLine",
    "CostOfProvision",
    "cost_of_provision",
    "costs_of_provision",
]
