"""Hypothesis strategies for every public type: any valid value by default, narrowed by keyword.

Importing this package also tells Hypothesis about the types, so that ``st.from_type(Money)`` and
``st.builds(f)`` work. Hypothesis imports it by itself where both are installed.

Each room has one file here, which ends with ``BY_TYPE``: the strategy of each of its types.
"""

from lgtrade.strategies._accounts import break_even_accounts, positions, year_entries
from lgtrade.strategies._agreements import agreements, bodies, covers, parties, statement_lines, statements, usage
from lgtrade.strategies._answers import answers, combinations, reasons
from lgtrade.strategies._authorities import area_codes, authorities, persons
from lgtrade.strategies._calendar import days, financial_years, month_steps, periods
from lgtrade.strategies._cases import (
    account_terms,
    cases,
    comparisons,
    estimates,
    income_lines,
    named_opinions,
    named_proposals,
    published,
    supplies,
    worked_cases,
)
from lgtrade.strategies._charging import (
    at_cost_rules,
    charge_lines,
    charging_rules,
    commercial_rules,
    flat_prices,
    graduated_prices,
    minimum_prices,
    prices,
    quantities,
    tiers,
    unit_charges,
    unit_prices,
)
from lgtrade.strategies._costing import apportioned_parts, apportionment_keys, bases, cost_lines, costs_of_provision
from lgtrade.strategies._law import (
    business_cases,
    changes,
    designations,
    eligibilities,
    facts_to_settle,
    findings,
    opinions,
    overlay_findings,
    proposals,
    questions,
    receipts,
    reruns,
    stages,
    turns,
    views,
)
from lgtrade.strategies._money import amounts, exact_decimals, money, rates, roundings
from lgtrade.strategies._overlays import (
    assistance,
    awards,
    companies,
    competition,
    legal_work,
    owners,
    procurements,
    vat,
)
from lgtrade.strategies._partnership import efficiency_targets, shared_lines, shared_parts, sharings, target_years
from lgtrade.strategies._registering import register
from lgtrade.strategies._services import service_kinds
from lgtrade.strategies._sources import assumptions, enactments, provisions, sources
from lgtrade.strategies._splits import remainders, shares, shares_of_a_whole, splits, weights
from lgtrade.strategies._values import frozen_mappings, issues, words

__all__ = [
    "account_terms",
    "agreements",
    "amounts",
    "answers",
    "apportioned_parts",
    "apportionment_keys",
    "area_codes",
    "assistance",
    "assumptions",
    "at_cost_rules",
    "authorities",
    "awards",
    "bases",
    "bodies",
    "break_even_accounts",
    "business_cases",
    "cases",
    "changes",
    "charge_lines",
    "charging_rules",
    "combinations",
    "commercial_rules",
    "companies",
    "comparisons",
    "competition",
    "cost_lines",
    "costs_of_provision",
    "covers",
    "days",
    "designations",
    "efficiency_targets",
    "eligibilities",
    "enactments",
    "estimates",
    "exact_decimals",
    "facts_to_settle",
    "financial_years",
    "findings",
    "flat_prices",
    "frozen_mappings",
    "graduated_prices",
    "income_lines",
    "issues",
    "legal_work",
    "minimum_prices",
    "money",
    "month_steps",
    "named_opinions",
    "named_proposals",
    "opinions",
    "overlay_findings",
    "owners",
    "parties",
    "periods",
    "persons",
    "positions",
    "prices",
    "procurements",
    "proposals",
    "provisions",
    "published",
    "quantities",
    "questions",
    "rates",
    "reasons",
    "receipts",
    "register",
    "remainders",
    "reruns",
    "roundings",
    "service_kinds",
    "shared_lines",
    "shared_parts",
    "shares",
    "shares_of_a_whole",
    "sharings",
    "sources",
    "splits",
    "stages",
    "statement_lines",
    "statements",
    "supplies",
    "target_years",
    "tiers",
    "turns",
    "unit_charges",
    "unit_prices",
    "usage",
    "vat",
    "views",
    "weights",
    "words",
    "worked_cases",
    "year_entries",
]

register()
