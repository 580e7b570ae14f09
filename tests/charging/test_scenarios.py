"""A checklist of bills: a minimum or none, in advance or in arrears, a whole year or part of one, about a tier's bound.

However it is billed, what is owed for the year in the end is the charge for what was used.
"""

from __future__ import annotations

from itertools import product

import pytest
from tests.agreements.facts import PARTIES
from tests.charging.facts import KNOWN, TEN_A_DAY, TIERS

from lgtrade.agreements import Agreement
from lgtrade.billing import StatementBook, Usage, bill
from lgtrade.calendar import FinancialYear, Period
from lgtrade.charging import ChargeElement, Minimum, Price, Prorated, VatLiability, VatTreatment, Volume
from lgtrade.money import Money
from lgtrade.services import ServiceKind
from lgtrade.sources import Assumption

YEAR = FinancialYear(2025)
DESK = ServiceKind("help-desk", "Help desk", unit="call")
OUTSIDE = VatTreatment(VatLiability.OUTSIDE_SCOPE, Assumption("made up to be tested"))
ESTIMATED = 150
STARTS = {"a whole year": "2025-04-01", "part of a year": "2025-10-01"}
BOUND = {"below the bound": 99, "at the bound": 100, "just beyond it": 101, "far beyond it": 200}
BY_USE = {
    ("graduated", "no minimum"): ("99.00", "100.00", "100.80", "180.00"),
    ("graduated", "a minimum of £120"): ("120.00", "120.00", "120.00", "180.00"),
    ("volume", "no minimum"): ("99.00", "100.00", "80.80", "160.00"),
    ("volume", "a minimum of £120"): ("120.00", "120.00", "120.00", "160.00"),
}
"""What is owed for each of the quantities above; a part of a year has only its own use, so it makes no difference."""
YEARLY = {
    ("no minimum", "a whole year"): "3650.00",
    ("no minimum", "part of a year"): "1820.00",  # 182 of 365 days
    ("a minimum of £7,300", "a whole year"): "7300.00",
    ("a minimum of £7,300", "part of a year"): "3640.00",
}


def billed(price: Price, start: str, used: int, billing: str) -> Money:
    """Bill a year in arrears, or in advance on an estimate that is then trued up."""
    term = Period(start, "2026-03-31")
    agreement = Agreement("HD1", PARTIES, DESK, term, price)

    def statement(units: int) -> ChargeElement:
        return bill(agreement, YEAR, [Usage(term, units, KNOWN)]).element(OUTSIDE)

    book = StatementBook.opened(agreement, OUTSIDE)
    if billing == "in advance":
        book = book.issue_estimate(start, YEAR, [statement(ESTIMATED)])
    return book.true_up("2026-05-01", YEAR, [statement(used)]).owed(YEAR).net


@pytest.mark.parametrize("billing", ["in advance", "in arrears"])
@pytest.mark.parametrize("part", STARTS)
@pytest.mark.parametrize(("kind", "least", "number"), [(*key, number) for key, number in product(BY_USE, range(4))])
def test_what_is_owed_by_use(kind: str, least: str, number: int, part: str, billing: str) -> None:
    tiers = TIERS if kind == "graduated" else Volume(TIERS.tiers)
    price = tiers if least == "no minimum" else Minimum(tiers, Money.pounds(120))
    used = list(BOUND.values())[number]
    assert billed(price, STARTS[part], used, billing) == Money.pounds(BY_USE[kind, least][number])


@pytest.mark.parametrize("billing", ["in advance", "in arrears"])
@pytest.mark.parametrize(("least", "part"), YEARLY)
def test_what_is_owed_by_the_day(least: str, part: str, billing: str) -> None:
    inner = TEN_A_DAY if least == "no minimum" else Minimum(TEN_A_DAY, Money.pounds(7300))
    assert billed(Prorated(inner), STARTS[part], 1, billing) == Money.pounds(YEARLY[least, part])
