"""Prices and occasions that the tests of charging begin from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from lgtrade.calendar import FinancialYear, Period
from lgtrade.charging import Flat, Graduated, Occasion, PerUnit, Tier
from lgtrade.issues import InputError
from lgtrade.money import Money, Rate
from lgtrade.sources import Assumption

KNOWN = Assumption("made up to be tested")
YEAR = FinancialYear(2025)
ON = Occasion(YEAR.period, "Tamworth")
A_POUND = PerUnit(Rate("1.00"))
TIERS = Graduated((Tier(Rate("1.00"), upto=100), Tier(Rate("0.80"))))
TEN_A_DAY = Flat(Money.pounds(3650))


def said(make: Callable[[], object]) -> list[str]:
    """Give all that is said when something is refused."""
    with pytest.raises(InputError) as refused:
        make()
    return [str(issue) for issue in refused.value.issues]


def of_any_type(value: object) -> Any:
    """Pass a value where another type is asked for, as a notebook may."""
    return value


def on(first: str, last: str, customer: str = "Tamworth") -> Occasion:
    """Give an occasion of some days."""
    return Occasion(Period(first, last), customer)
