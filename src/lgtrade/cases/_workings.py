"""The further parts of a case: each works its own figures out, from its own facts and nothing else in the case."""

from __future__ import annotations

from typing import TypeAlias

from lgtrade.agreements import BenchmarkResult, ExitPlan, PerformanceRecord
from lgtrade.billing import StatementBook
from lgtrade.charging import CompanyCharge, IndexedFigure, Recovery, Tariff
from lgtrade.costing import BuildUp, RateCard, UnitCost
from lgtrade.frozen import FrozenMapping
from lgtrade.partnership import (
    Appraisal,
    Budget,
    BudgetMonitoring,
    CompanyAccounts,
    GainSharing,
    InvestmentAppraisal,
    JointProcurement,
    Matching,
    Savings,
)

Working: TypeAlias = (
    BuildUp
    | RateCard
    | UnitCost
    | Tariff
    | IndexedFigure
    | Recovery
    | CompanyCharge
    | StatementBook
    | Budget
    | BudgetMonitoring
    | PerformanceRecord
    | BenchmarkResult
    | ExitPlan
    | GainSharing
    | Appraisal
    | JointProcurement
    | Matching
    | Savings
    | InvestmentAppraisal
    | CompanyAccounts
)
"""A part of a case that works its own figures out: it has a name, bases and figures."""

KINDS: FrozenMapping[str, type[Working]] = FrozenMapping(
    {
        "build_up": BuildUp,
        "rate_card": RateCard,
        "unit_cost": UnitCost,
        "tariff": Tariff,
        "indexation": IndexedFigure,
        "at_cost": Recovery,
        "company": CompanyCharge,
        "statements": StatementBook,
        "budget": Budget,
        "monitoring": BudgetMonitoring,
        "standards": PerformanceRecord,
        "benchmark": BenchmarkResult,
        "exit": ExitPlan,
        "gains": GainSharing,
        "appraisal": Appraisal,
        "procurement": JointProcurement,
        "catalogue": Matching,
        "savings": Savings,
        "business_case": InvestmentAppraisal,
        "company_accounts": CompanyAccounts,
    }
)
"""Every kind of working, by the heading that a case file puts over it. The names of its figures begin with it."""


def kind_of(working: Working) -> str:
    """Give the heading of a working.

    >>> from lgtrade.money import Money, Share
    >>> shares = {"North": Share("40%"), "South": Share("60%")}
    >>> kind_of(ExitPlan("North", "2026-03-31", (), shares, Money.pounds(1_000_000)))
    'exit'
    """
    return next(name for name, kind in KINDS.items() if isinstance(working, kind))
