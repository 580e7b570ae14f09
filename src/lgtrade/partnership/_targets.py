"""Targets: so much of a baseline more each year, as the Gershon review asked for 2.5 % a year; or sums by year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

import attrs

from lgtrade.calendar import FinancialYear
from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.money import Amount, Money, Share
from lgtrade.partnership._baseline import SpendingBaseline
from lgtrade.partnership._given import basis_issues, mapping, sum_issues, year_issues
from lgtrade.sources import Basis
from lgtrade.words import Words


@attrs.frozen
class EfficiencyTarget:
    """A target to save a part of a baseline more in each year than in the year before.

    By the end of the first year the saving due is the rate times the baseline, by the end of the second twice that, and
    so on. Of a re-based target, each year's step is the rate times the baseline at the prices of that year.

    Args:
        rate: the part to be saved more each year: ``Share("2.5%")``.
        basis: the source of the target, or the assumption it rests on.
        cashable: the part of what is due that has at least to be cashable: ``Share("50%")``.
        rebased: whether each step is of the baseline at the prices of its year; else of the baseline as it was.

    Raises:
        InputError: a part is of the wrong type.

    >>> from lgtrade.partnership import BaselineLine
    >>> from lgtrade.sources import Assumption
    >>> given = Assumption("an example")
    >>> baseline = SpendingBaseline(FinancialYear(2004), (BaselineLine("All", Money.pounds(1_000_000), given),))
    >>> target = EfficiencyTarget(Share("2.5%"), given, cashable=Share("50%"))
    >>> target.due(baseline, FinancialYear(2005), FinancialYear(2007))
    £75,000
    """

    rate: Share
    basis: Basis
    cashable: Share = attrs.field(factory=lambda: Share(0))
    rebased: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse a target that cannot be worked out."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("rate", self.rate, Share, Words("a Share"))
        yield from basis_issues(self.basis)
        yield from wrong_type("cashable", self.cashable, Share, Words("a Share"))
        yield from wrong_type("rebased", self.rebased, bool, Words("true or false"))

    def without_prices(self, baseline: SpendingBaseline) -> Iterator[Issue]:
        """Yield why a re-based target cannot be worked out: the baseline has no prices of later years."""
        if self.rebased and baseline.index is None:
            found = Words("it is re-based, and the baseline has no index")
            yield Issue("target.prices", "rebased", found, Words("a baseline with an index, or a fixed target"))

    def due(self, baseline: SpendingBaseline, first: FinancialYear, year: FinancialYear) -> Amount:
        """Give the saving that is due by the end of a year, counted from the first year of the target.

        Raises:
            InputError: the year comes before the first, the target is re-based and the baseline has no index, or the
                index no level for a year, or a part is of the wrong type.
        """
        refuse(wrong_type("baseline", baseline, SpendingBaseline, Words("a SpendingBaseline")))
        refuse([*year_issues("first", first), *year_issues("year", year)])
        refuse(self.without_prices(baseline))
        if year < first:
            found = Words("{year} comes before the first year of the target", year=year)
            refuse([Issue("target.year", "year", found, Words("{first} or later", first=first))])
        steps = year.start - first.start + 1
        if not self.rebased:
            return baseline.total.amount.times(self.rate.fraction * steps)
        due = Amount(self.rate.fraction * 0)
        for number in range(steps):
            due += baseline.at(first + number).times(self.rate.fraction)
        return due


@attrs.frozen
class StatedTarget:
    """A target that is stated as sums: what is to be saved in each year, with all that is saved since it began.

    Args:
        sums: the saving that is due in each year; nil or more.
        basis: the source of the target, or the assumption it rests on.
        cashable: the part of what is due that has at least to be cashable: ``Share("50%")``.

    Raises:
        InputError: there is no sum, one is below nil, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> target = StatedTarget({FinancialYear(2007): Money.pounds(8_800_000)}, Assumption("an example"))
    >>> target.sums[FinancialYear(2007)]
    £8,800,000.00
    """

    sums: Mapping[FinancialYear, Money] = attrs.field(converter=mapping)
    basis: Basis
    cashable: Share = attrs.field(factory=lambda: Share(0))

    def __attrs_post_init__(self) -> None:
        """Refuse a target of nothing."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        wrong = tuple(wrong_type("sums", self.sums, Mapping, Words("a sum for each of some years")))
        yield from wrong
        if not wrong and not self.sums:
            yield Issue("target.sums", "sums", Words("there is no sum"), Words("the sum for at least one year"))
        for year, sum_ in () if wrong else self.sums.items():
            yield from year_issues(f"sums[{year}]", year)
            yield from sum_issues(f"sums[{year}]", sum_)
        yield from basis_issues(self.basis)
        yield from wrong_type("cashable", self.cashable, Share, Words("a Share"))


Target: TypeAlias = EfficiencyTarget | StatedTarget
"""What ought to be saved: a part of a baseline more each year, or sums."""
