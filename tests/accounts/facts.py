"""Years that the tests of accounts begin from."""

from __future__ import annotations

from lgtrade.accounts import YearEntry
from lgtrade.calendar import FinancialYear
from lgtrade.money import Money
from lgtrade.sources import Assumption

NOTE = Assumption("made up to be tested")


def years(*figures: tuple[int | str, int | str], first: int = 2004) -> tuple[YearEntry, ...]:
    """Give an entry for each pair of income and cost, in pounds."""
    return tuple(
        YearEntry(FinancialYear(first + number), Money.pounds(income), Money.pounds(cost))
        for number, (income, cost) in enumerate(figures)
    )
