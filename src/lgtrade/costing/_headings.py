"""What a ledger heads its lines with, how near a line is to a service, and how overheads reach it."""

from __future__ import annotations

import enum

from lgtrade.sources import Source

TOTAL_COST = Source(
    "CIPFA, Service Reporting Code of Practice, section 3: the principle of total cost",
    "https://vdocuments.net/the-principle-of-total-cost-civica-2-extr-complete-recharging-of-overheads.html",
)
"""Where total cost is set out: direct cost and a right share of all that stands behind it."""


class SubjectiveHeading(enum.Enum):
    """What the money of a ledger line went on, where it is part of the total cost of a service.

    The groups are CIPFA's: see :data:`TOTAL_COST`. Income, payments that merely pass through, and the financing of
    capital are no part of total cost, and so are not here.
    """

    EMPLOYEES = "employees"
    PREMISES = "premises"
    TRANSPORT = "transport"
    SUPPLIES = "supplies and services"
    THIRD_PARTIES = "third party payments"
    SUPPORT = "support services"
    DEPRECIATION = "depreciation and impairment"
    AMORTISATION = "amortisation"
    PENSIONS = "pension current service cost"
    CAPITAL_UNDER_STATUTE = "revenue expenditure funded from capital under statute"


class CostClass(enum.Enum):
    """How near a cost is to the service that bears it.

    * ``DIRECT``: the service's own.
    * ``ATTRIBUTABLE``: shared by several, each part by a measure of its own, as rent is by floor area.
    * ``OVERHEAD``: of a support service, which reaches a service only through what it does for it.
    """

    DIRECT = "direct"
    ATTRIBUTABLE = "attributable"
    OVERHEAD = "overhead"


class OverheadMethod(enum.Enum):
    """How the cost of support services reaches what they serve, where they serve one another too.

    * ``SIMPLE``: each straight to the services; what they do for one another is left out of account.
    * ``STEP_DOWN``: in a stated order; each passes on to the services and to those after it, and takes nothing back.
    * ``RECIPROCAL``: each to all that it serves, solved exactly as one set of equations.
    """

    SIMPLE = "simple"
    STEP_DOWN = "step-down"
    RECIPROCAL = "reciprocal"
