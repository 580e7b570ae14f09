"""A book of statements over three years that the tests of books begin from."""

from __future__ import annotations

import datetime as dt

from tests.agreements.facts import BASIS, THREE_YEARS

from lgtrade.billing import SimpleInterest, StatementBook
from lgtrade.charging import VatLiability, VatTreatment
from lgtrade.money import Money, Share

YEARS = tuple(THREE_YEARS.financial_years())
FIRST = YEARS[0]
TWENTY = VatTreatment(VatLiability.STANDARD_RATED, BASIS, Share("20%"))
EXEMPT = VatTreatment(VatLiability.EXEMPT, BASIS)
OUTSIDE = VatTreatment(VatLiability.OUTSIDE_SCOPE, BASIS)
FIVE = VatTreatment(VatLiability.STANDARD_RATED, BASIS, Share("5%"))
EIGHT = SimpleInterest(Share("8%"), OUTSIDE, BASIS)
BOOK = StatementBook("HD1", THREE_YEARS, TWENTY, interest=EIGHT)
DAY = dt.date(2004, 4, 1)
AFTER = dt.date(2007, 5, 1)


def pounds(value: str | int) -> Money:
    return Money.pounds(value)
