"""Baselines: what was spent before, line by line, against which savings are counted."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from lgtrade.calendar import FinancialYear
from lgtrade.issues import Issue, given_twice, refuse, wrong_type
from lgtrade.money import Amount, Money, fraction_or_as_given, total
from lgtrade.partnership._given import (
    basis_issues,
    figure_issues,
    name_issues,
    parts_issues,
    sum_issues,
    year_issues,
)
from lgtrade.partnership._prices import PriceIndex
from lgtrade.sources import Basis
from lgtrade.words import Words


@attrs.frozen
class BaselineLine:
    """One line of a baseline.

    Args:
        heading: what it is, or whose.
        amount: what was spent on it in the year of the baseline; nil or more.
        basis: the source of the figure, or the assumption it rests on.
        units: how many units it paid for: auditors, cases, households; nil if they are not counted.

    Raises:
        InputError: it has no heading, a figure is below nil, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> BaselineLine("Ashford", Money.pounds(140_080), Assumption("an example"), "2.25").unit_cost
    £560,320/9
    """

    heading: str
    amount: Money
    basis: Basis
    units: Fraction = attrs.field(factory=lambda: Fraction(0), converter=fraction_or_as_given)

    def __attrs_post_init__(self) -> None:
        """Refuse a line of which nothing could be saved."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("heading", self.heading, Words("what the line is"))
        yield from sum_issues("amount", self.amount)
        yield from basis_issues(self.basis)
        yield from figure_issues("units", self.units)

    @property
    def unit_cost(self) -> Amount | None:
        """The exact cost of one unit; none if units are not counted."""
        return self.amount.amount.over(self.units) if self.units else None


@attrs.frozen
class SpendingBaseline:
    """What was spent in one year before anything was saved.

    Args:
        year: the year.
        lines: what it was spent on.
        index: the prices of later years, for a baseline that is said again at their prices; none if it stays as it was.

    Raises:
        InputError: there is no line, two lines have one heading, the index has no level for the year, or a part is of
            the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> given = Assumption("an example")
    >>> prices = PriceIndex("CPI", {FinancialYear(2004): 100, FinancialYear(2005): 102}, given)
    >>> baseline = SpendingBaseline(FinancialYear(2004), (BaselineLine("Audit", Money.pounds(1000), given),), prices)
    >>> baseline.at(FinancialYear(2005))
    £1,020
    """

    year: FinancialYear
    lines: tuple[BaselineLine, ...]
    index: PriceIndex | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a baseline of nothing."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        year = tuple(year_issues("year", self.year))
        yield from year
        lines = tuple(parts_issues("lines", self.lines, BaselineLine, Words("a BaselineLine")))
        yield from lines
        if self.lines == ():
            yield Issue("baseline.none", "lines", Words("there is no line"), Words("at least one line"))
        if not lines:
            yield from given_twice("lines[{}].heading", [line.heading for line in self.lines])
        index = tuple(wrong_type("index", self.index, (PriceIndex, type(None)), Words("a PriceIndex, or nothing")))
        yield from index
        if not (year or index) and self.index is not None:
            yield from (issue.under("index") for issue in self.index.without([self.year]))

    @property
    def total(self) -> Money:
        """What was spent in all, in the year of the baseline."""
        return total(line.amount for line in self.lines)

    def factor(self, year: FinancialYear) -> Fraction:
        """Give the prices of a year as a multiple of those of the baseline; one if no index is given.

        Raises:
            InputError: it is no financial year, or the index has no level for it.
        """
        refuse(year_issues("year", year))
        return Fraction(1) if self.index is None else self.index.factor(year, since=self.year)

    def at(self, year: FinancialYear) -> Amount:
        """Give the whole baseline at the prices of a year; as it was if no index is given.

        Raises:
            InputError: the index has no level for the year.
        """
        return self.total.amount.times(self.factor(year))
