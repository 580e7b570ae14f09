"""Parts of a case that the tests of cases begin from."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.agreements.facts import BASIS, DESK, agreement

from lgtrade.billing import Usage
from lgtrade.calendar import FinancialYear, Period
from lgtrade.cases import AccountTerms, Case, Estimate, IncomeLine, Supply
from lgtrade.costing import ApportionmentKey, CostLine
from lgtrade.money import Money
from lgtrade.partnership import LineKind, SharedLine
from lgtrade.sources import Source

SOURCE = Source("a report")
EQUAL = ApportionmentKey("equal", {"Lichfield": 1, "Moorlands": 1}, BASIS)


def pounds(sum_: int | str | Decimal) -> Money:
    return Money.pounds(sum_)


def year(start: int) -> FinancialYear:
    return FinancialYear(start)


def cost(start: int, sum_: int | str | Decimal, heading: str = "Pay", service: str = "help-desk") -> CostLine:
    return CostLine(heading, year(start), pounds(sum_), SOURCE, service)


def shared_cost(start: int, sum_: int | str | Decimal, key: ApportionmentKey, heading: str = "Rent") -> CostLine:
    return CostLine(heading, year(start), pounds(sum_), SOURCE, key=key)


def income(start: int, sum_: int | str | Decimal, service: str = "help-desk") -> IncomeLine:
    return IncomeLine(service, year(start), "Charges", pounds(sum_), SOURCE)


def calls(first: str, last: str, quantity: int | str | Decimal) -> Usage:
    return Usage(Period(first, last), quantity, SOURCE)


def calls_in(start: int, quantity: int | str | Decimal) -> Usage:
    return Usage(year(start).period, quantity, SOURCE)


def estimate(start: int, units: int | str | Decimal, sum_: int | None = None) -> Estimate:
    return Estimate(year(start), units, SOURCE, None if sum_ is None else pounds(sum_))


def supply(*usage: Usage, estimates: tuple[Estimate, ...] = (), **terms: Any) -> Supply:
    return Supply(agreement(**terms), SOURCE, estimates, usage)


def terms(**changed: Any) -> AccountTerms:
    begin: dict[str, Any] = {"service": "help-desk", "basis": SOURCE}
    return AccountTerms(**(begin | changed))


def shared(heading: str, sum_: int | str | Decimal, kind: LineKind = LineKind.COST) -> SharedLine:
    return SharedLine(heading, pounds(sum_), EQUAL, SOURCE, kind)


def case(**parts: Any) -> Case:
    """Give a case of a help desk with these parts, and no others."""
    begin: dict[str, Any] = {"title": "Help desk", "source": SOURCE, "services": (DESK,)}
    return Case(**(begin | parts))
