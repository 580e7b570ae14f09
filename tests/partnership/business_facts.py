"""Parts of savings, business cases and companies that their tests begin from."""

from __future__ import annotations

from typing import Any

from lgtrade.calendar import FinancialYear
from lgtrade.money import Money, Share, Shares
from lgtrade.partnership import (
    BaselineLine,
    CashFlow,
    CompanyYear,
    DiscountSchedule,
    DividendPolicy,
    FlowKind,
    FlowLine,
    InvestmentAppraisal,
    Saving,
    SpendingBaseline,
)
from lgtrade.sources import Assumption

BASIS = Assumption("made up to be tested")
KENT = Shares({"Kent": 1})
NO_DISCOUNT = DiscountSchedule.flat("0%", BASIS)


def pounds(sum_: int | str) -> Money:
    return Money.pounds(sum_)


def year(start: int) -> FinancialYear:
    return FinancialYear(start)


def saving(reference: str = "A1", start: int = 2005, sum_: int = 100, **changed: Any) -> Saving:
    begin: dict[str, Any] = {"shares": KENT, "basis": BASIS}
    return Saving(reference, year(start), pounds(sum_), **(begin | changed))


def baseline(sum_: int = 1_000_000, **changed: Any) -> SpendingBaseline:
    return SpendingBaseline(year(2004), (BaselineLine("Staff", pounds(sum_), BASIS),), **changed)


def line(heading: str, kind: FlowKind, *sums: int | str, first: int = 2024, **changed: Any) -> FlowLine:
    amounts = {year(first + number): pounds(sum_) for number, sum_ in enumerate(sums)}
    return FlowLine(heading, kind, amounts, BASIS, **changed)


def appraisal(*lines: FlowLine, schedule: DiscountSchedule = NO_DISCOUNT, **changed: Any) -> InvestmentAppraisal:
    return InvestmentAppraisal("Payroll", year(2024), (CashFlow("Share", lines),), schedule, **changed)


def company_year(start: int, income: int, costs: int, **changed: Any) -> CompanyYear:
    return CompanyYear(year(start), pounds(income), pounds(costs), BASIS, **changed)


HALF = DividendPolicy(BASIS, Share("50%"))
