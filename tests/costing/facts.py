"""A ledger that the tests of costing begin from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lgtrade.calendar import FinancialYear
from lgtrade.costing import ApportionmentKey, BuildUp, LedgerLine, SubjectiveHeading
from lgtrade.money import Exact, Money
from lgtrade.sources import Assumption

BASIS = Assumption("made up to be tested")
YEAR = FinancialYear(2025)
PAY = SubjectiveHeading.EMPLOYEES


def line(
    centre: str,
    pounds: int | str,
    heading: SubjectiveHeading = PAY,
    key: ApportionmentKey | None = None,
    year: FinancialYear = YEAR,
) -> LedgerLine:
    """Give a line of the ledger."""
    return LedgerLine(centre, heading, year, Money.pounds(pounds), BASIS, key)


def key(weights: Mapping[str, Exact | str], name: str = "heads") -> ApportionmentKey:
    """Give a key."""
    return ApportionmentKey(name, weights, BASIS)


def build_up(**changed: Any) -> BuildUp:
    """Give a build-up of payroll and own use with two support services, but for what is said otherwise."""
    begin: dict[str, Any] = {
        "name": "Payroll",
        "year": YEAR,
        "lines": (line("payroll", 90_000), line("own use", 10_000), line("People", 40_000), line("ICT", 20_000)),
        "services": ("payroll",),
        "other": ("own use",),
        "pools": {"People": key({"payroll": 3, "own use": 6, "ICT": 1}), "ICT": key({"payroll": 1, "People": 1})},
    }
    return BuildUp(**(begin | changed))
