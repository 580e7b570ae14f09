"""Indicators and measurements of 2017 that the tests of standards, points and credits begin from."""

from __future__ import annotations

from typing import Any

from tests.agreements.facts import of_any_type

from lgtrade.agreements import Better, Frequency, Indicator, Measurement, Performance
from lgtrade.calendar import Period
from lgtrade.money import Money
from lgtrade.sources import Assumption

BASIS = Assumption("made up to be tested")
EVER = Period("1900-01-01", "2199-12-31")
CHARGE = Money.pounds(10_000)
YEAR_2017 = Period("2017-01-01", "2017-12-31")


def month(number: int) -> Period:
    """Give a month of 2017."""
    ends = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return Period(f"2017-{number:02}-01", f"2017-{number:02}-{ends[number - 1]}")


def indicator(**changed: Any) -> Indicator:
    begin: dict[str, Any] = {
        "key": "answered",
        "name": "Calls answered",
        "unit": "%",
        "better": Better.HIGHER,
        "target": 95,
        "threshold": 90,
        "frequency": Frequency.MONTH,
        "basis": BASIS,
    }
    return Indicator(**(begin | changed))


ANSWERED = indicator()
MISSED = indicator(
    key="missed", name="Missed collections", unit="collections", better=Better.LOWER, target=0, threshold=0
)


def measured(number: int, value: object, key: str = "answered", areas: int | None = None) -> Measurement:
    return Measurement(key, month(number), of_any_type(value), BASIS, areas)


def answered(*values: object) -> Performance:
    """Give the calls answered from January on."""
    return Performance((ANSWERED,), tuple(measured(number, value) for number, value in enumerate(values, start=1)))
