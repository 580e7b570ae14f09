"""Facts that the tests of the law begin from."""

from __future__ import annotations

from typing import Any

from lgtrade.authorities import Authority, AuthorityKind, Nation, Person, PersonKind, find
from lgtrade.law import BusinessCase, Opinion, Proposal, Purpose, Vehicle, assess
from lgtrade.services import ServiceKind, Subject

LICHFIELD = find("Lichfield")
KENT = find("Kent County Council")
POWYS = find("Powys")
FIRM = Person("a local manufacturer", PersonKind.BUSINESS)
PARISH = Authority("a parish council", AuthorityKind.PARISH, Nation.ENGLAND)
PAYROLL = ServiceKind("payroll", "Payroll", Subject.PROFESSIONAL, "payslip")
TRAINING = ServiceKind("training", "Training", Subject.PROFESSIONAL, "day")

AT_COST: dict[str, Any] = {
    "purpose": Purpose.COST_RECOVERY,
    "vehicle": Vehicle.DIRECT,
    "required_for_customer": False,
    "authorised_by": "Local Government Act 1972 s.111",
    "other_power_to_charge": False,
    "prohibited_by": False,
    "customer_agreed": True,
}
"""All that section 93 asks, answered so that it is available."""

TRADING: dict[str, Any] = {
    "purpose": Purpose.COMMERCIAL,
    "vehicle": Vehicle.COMPANY,
    "required_for_customer": False,
    "within_ordinary_functions": True,
    "prohibited_by": False,
    "other_commercial_power": False,
    "business_case": BusinessCase("2004-06-01", "2004-07-01"),
}
"""All that section 95 asks, but for the category, answered so that it is available."""


def opinion(on: str, **facts: Any) -> Opinion:
    """Give the opinion on Lichfield training a local firm, but for what is said otherwise."""
    begin: dict[str, Any] = {"supplier": LICHFIELD, "customer": FIRM, "service": TRAINING}
    return assess(Proposal(on=on, **(begin | facts)))
