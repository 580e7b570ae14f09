"""Efficiency targets: so much of a baseline more each year, as the Gershon review asked for 2.5 % a year."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from lgtrade.calendar import FinancialYear
from lgtrade.issues import Issue, refuse, shown, wrong_type
from lgtrade.money import HALF_UP, ZERO, Money, Share
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import Words


@attrs.frozen
class TargetYear:
    """The target of one year, against what is saved.

    Args:
        year: the financial year.
        target: the recurring saving that is due by then.
        saved: the recurring saving made.

    >>> TargetYear(FinancialYear(2005), Money.pounds(50000), Money.pounds(30000)).short
    £20,000.00
    """

    year: FinancialYear
    target: Money
    saved: Money

    @property
    def short(self) -> Money:
        """How much is still to be found; nothing once the target is met."""
        return max(self.target - self.saved, ZERO)


@attrs.frozen
class EfficiencyTarget:
    """A target to save a part of a fixed baseline more in each year than in the year before.

    After one year the recurring saving due is the rate times the baseline, after two years twice that, and so on.

    Args:
        partner: whose target it is.
        baseline: the spending that it is measured against.
        rate: the part to be saved more each year: ``Share("2.5%")``.
        first: the first year of the target.
        years: for how many years it runs.
        saved: the recurring saving a year that is already made.
        basis: the source of the figures, or the assumption they rest on.

    Raises:
        InputError: the baseline is negative, there are no years, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> target = EfficiencyTarget("Lichfield", Money.pounds(1000000), Share("2.5%"), FinancialYear(2005), 3,
    ...                           Money.pounds(60000), Assumption("illustration"))
    >>> [year.short for year in target.years_of_target]
    [£0.00, £0.00, £15,000.00]
    """

    partner: str
    baseline: Money
    rate: Share
    first: FinancialYear
    years: int
    saved: Money
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse a target that asks for nothing that can be measured."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("partner", self.partner, str, Words("whose target it is"))
        yield from wrong_type("baseline", self.baseline, Money, Words("an amount of Money"))
        if isinstance(self.baseline, Money) and self.baseline < ZERO:
            found = Words("the baseline is negative")
            yield Issue("target.baseline", "baseline", found, Words("spending of nothing or more"))
        yield from wrong_type("rate", self.rate, Share, Words("a Share"))
        yield from wrong_type("first", self.first, FinancialYear, Words("a FinancialYear"))
        if type(self.years) is not int or not 1 <= self.years <= 50:  # noqa: PLR2004  # no plan is longer
            found = Words("it is {years}", years=shown(self.years))
            yield Issue("target.years", "years", found, Words("a number of years from 1 to 50"))
        yield from wrong_type("saved", self.saved, Money, Words("an amount of Money"))
        yield from wrong_type("basis", self.basis, (Source, Assumption), Words("a Source or an Assumption"))

    @property
    def years_of_target(self) -> tuple[TargetYear, ...]:
        """The target of each year against what is saved."""
        return tuple(
            TargetYear(
                self.first + number,
                self.baseline.amount.times(self.rate.fraction * (number + 1)).round(HALF_UP),
                self.saved,
            )
            for number in range(self.years)
        )
