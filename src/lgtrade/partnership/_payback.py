"""Payback: when what is gained first makes up for what was spent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

import attrs

from lgtrade.calendar import FinancialYear
from lgtrade.figures import Figure
from lgtrade.issues import Issue, refuse, shown, wrong_type
from lgtrade.money import HALF_UP, Amount
from lgtrade.sources import Assumption
from lgtrade.words import Words

_MONTHS = 12
_FLOWS = Words("a FinancialYear and two Fractions for each year")
_Flow: TypeAlias = tuple[FinancialYear, Fraction, Fraction]


@attrs.frozen
class Payback:
    """When an outlay is paid back, if it is.

    Args:
        year: the first year by whose end, and by the end of every later one, as much has been gained as spent; none if
            there is no such year.
        short: what is still to be gained at the end of the last year; nil once it is paid back.
        months: how many months that takes from the first day of the first year with a gain, if each year's gains come
            evenly through it and its spending comes before them; none if it is not paid back.

    >>> Payback(None, Amount(Fraction(12)), None).words
    Words('It is not paid back: £12.00 is still to be gained.')
    """

    year: FinancialYear | None
    short: Amount
    months: Fraction | None

    @property
    def words(self) -> Words:
        """Say when it is paid back, or what is missing."""
        if self.year is None:
            return Words("It is not paid back: {short} is still to be gained.", short=self.short.round(HALF_UP))
        return Words("It is paid back in {year}.", year=self.year)


def payback(flows: Iterable[_Flow]) -> Payback:
    """Find the year in which what is gained makes up for what was spent, and goes on doing so.

    Args:
        flows: each year in order, with what is spent and what is gained in it, in pounds.

    Raises:
        InputError: a year does not come after the one before it, or a part is of the wrong type.

    >>> flows = [(FinancialYear(2024), Fraction(30), Fraction(0)), (FinancialYear(2025), Fraction(0), Fraction(40))]
    >>> payback(flows).year, payback(flows).months
    (2025/26, Fraction(9, 1))
    """
    spent = gained = Fraction(0)
    year, months, first_gain = None, None, None
    for when, cost, gain in _read(flows):
        spent += cost
        missing, gained = spent - gained, gained + gain
        if gain > 0 and first_gain is None:
            first_gain = when
        if gained < spent:
            year, months = None, None
        elif year is None:
            part = min(max(missing / gain, Fraction(0)), Fraction(1)) if gain > 0 else Fraction(1)
            year = when
            months = Fraction(0) if first_gain is None else _MONTHS * (when.start - first_gain.start + part)
    return Payback(year, Amount(max(spent - gained, Fraction(0))), months)


def _read(flows: Iterable[_Flow]) -> tuple[_Flow, ...]:
    refuse(wrong_type("flows", flows, Iterable, _FLOWS))
    given = tuple(flows)
    refuse(issue for number, flow in enumerate(given) for issue in _issues(f"flows[{number}]", flow))
    for number, (before, after) in enumerate(pairwise(given), start=1):
        if after[0] <= before[0]:
            found = Words("{year} does not come after {before}", year=after[0], before=before[0])
            refuse([Issue("payback.order", f"flows[{number}]", found, Words("each year once, in order"))])
    return given


def _issues(place: str, flow: _Flow) -> Iterator[Issue]:
    kinds = (FinancialYear, Fraction, Fraction)
    if type(flow) is not tuple or tuple(map(type, flow)) != kinds:
        yield Issue("payback.flow", place, Words("it is {flow}", flow=shown(flow)), _FLOWS)


def figures_of_payback(
    name: str, of: tuple[str, ...], paid: Payback, evenly: Assumption | None
) -> Iterator[tuple[tuple[str, ...], Figure]]:
    """Give the figures of a payback: the year or "never", what is short and, if that is assumed, how long it takes."""
    yield (name, *of), "never" if paid.year is None else str(paid.year)
    yield (f"{name}-short", *of), paid.short.round(HALF_UP)
    if evenly is not None and paid.months is not None:
        yield (f"{name}-months", *of), paid.months
        yield (f"{name}-years", *of), paid.months / _MONTHS
