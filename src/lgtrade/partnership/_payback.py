"""Payback: when what is gained first makes up for what was spent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

import attrs

from lgtrade.calendar import FinancialYear
from lgtrade.figures import Figure
from lgtrade.money import HALF_UP, Amount
from lgtrade.sources import Assumption
from lgtrade.words import Words

_MONTHS = 12


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


def payback(flows: Iterable[tuple[FinancialYear, Fraction, Fraction]]) -> Payback:
    """Find the year in which what is gained makes up for what was spent, and goes on doing so.

    Args:
        flows: each year in order, with what is spent and what is gained in it, in pounds.

    >>> flows = [(FinancialYear(2024), Fraction(30), Fraction(0)), (FinancialYear(2025), Fraction(0), Fraction(40))]
    >>> payback(flows).year, payback(flows).months
    (2025/26, Fraction(9, 1))
    """
    spent = gained = Fraction(0)
    year, months, first_gain = None, None, None
    for when, cost, gain in flows:
        spent += cost
        missing, gained = spent - gained, gained + gain
        if gain and first_gain is None:
            first_gain = when
        if gained < spent:
            year, months = None, None
        elif year is None:
            part = min(max(missing / gain, Fraction(0)), Fraction(1)) if gain > 0 else Fraction(1)
            year = when
            months = Fraction(0) if first_gain is None else _MONTHS * (when.start - first_gain.start + part)
    return Payback(year, Amount(max(spent - gained, Fraction(0))), months)


def figures_of_payback(
    name: str, of: tuple[str, ...], paid: Payback, evenly: Assumption | None
) -> Iterator[tuple[tuple[str, ...], Figure]]:
    """Give the figures of a payback: the year or "never", what is still short and, if that is assumed, the months."""
    yield (name, *of), "never" if paid.year is None else str(paid.year)
    yield (f"{name}-short", *of), paid.short.round(HALF_UP)
    if evenly is not None and paid.months is not None:
        yield (f"{name}-months", *of), paid.months
