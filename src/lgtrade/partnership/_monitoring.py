"""Budget monitoring: what of a year's budget is spent so far, what is forecast, and what each partner has to meet."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from fractions import Fraction

import attrs

from lgtrade.calendar import FinancialYear, add_months
from lgtrade.costing import ApportionmentKey
from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Collector, Issue, given_twice, refuse, shown, wrong_type
from lgtrade.money import HALF_UP, LARGEST, ZERO, Money, Remainder, Split, plain, split, total
from lgtrade.notebook import ShownInNotebooks
from lgtrade.partnership._damping import unit_issues
from lgtrade.partnership._given import basis_issues, name_issues, parts_issues, sum_issues, year_issues
from lgtrade.sources import Basis
from lgtrade.words import Words

_MONTHS = 12
_HUNDREDTHS = HALF_UP.to("0.01")


@attrs.frozen
class MonitoredHead:
    """One head of a budget part of the way through its year. A head of income has sums below nil.

    Args:
        heading: what it is; no other head has the same.
        budget: its budget for the year.
        actual: what is spent to date.
        basis: where the figures were published, or the assumption in their place.
        committed: what is ordered or contracted, and not yet spent.
        outturn: what is forecast for the whole year: the budget and the forecast variance; nothing if none is forecast.

    Raises:
        InputError: it has no heading, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> head = MonitoredHead("Staff", Money.pounds(1200), Money.pounds(600), Assumption("an example"), Money.pounds(50))
    >>> head.used, head.remaining
    (Fraction(1, 2), £550.00)
    """

    heading: str
    budget: Money
    actual: Money
    basis: Basis
    committed: Money = ZERO
    outturn: Money | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a head that does not say what was budgeted and spent."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("heading", self.heading, Words("what it is spent on"))
        for place, sum_ in (("budget", self.budget), ("actual", self.actual), ("committed", self.committed)):
            yield from sum_issues(place, sum_, may_be_negative=True)
        yield from basis_issues(self.basis)
        if self.outturn is not None:
            yield from wrong_type("outturn", self.outturn, Money, Words("an amount of Money, or nothing"))

    @property
    def used(self) -> Fraction | None:
        """What part of the budget is spent, commitments left aside; nothing if it is nil, or of the other sign."""
        return _part(self.actual, self.budget)

    @property
    def remaining(self) -> Money:
        """What of the budget is neither spent nor committed; below nil if it is overspent."""
        return self.budget - self.actual - self.committed

    @property
    def variance(self) -> Money | None:
        """By how much the forecast outturn is over the budget; below nil if it is under it."""
        return None if self.outturn is None else self.outturn - self.budget


@attrs.frozen
class BudgetMonitoring(ShownInNotebooks):
    """A year's budget part of the way through the year: what is spent, what is forecast, and who meets the difference.

    What is spent is set against an even share: as much of the year's budget as of its months has passed.

    Args:
        name: whose budget it is.
        year: the financial year.
        months: how many months of it have passed, from 1 to 12.
        heads: its heads; one for the whole, if no more is known.
        key: how the partners share a variance; nothing if that is not known.
        remainder: who takes the odd pence of it.
        unit: the smallest sum handed out.

    Raises:
        InputError: there is no head, one is given twice or only some have a forecast, the months are not those of a
            year, the variance cannot be shared, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> made_up = Assumption("an example")
    >>> sums = {"budget": Money.pounds(1200), "actual": Money.pounds(750), "outturn": Money.pounds(1260)}
    >>> equal = ApportionmentKey("equal", {"North": 1, "South": 1}, made_up)
    >>> head = MonitoredHead("Net cost", basis=made_up, **sums)
    >>> monitoring = BudgetMonitoring("Audit", FinancialYear(2026), 7, (head,), equal)
    >>> for words in monitoring.words:
    ...     print(words)
    Audit, to 31 October 2026: 62.5% of the budget is spent, 4.17 points ahead of an even share of 58.33%.
    The forecast outturn of £1,260.00 is £60.00 over the budget.
    North has £30.00 to meet.
    South has £30.00 to meet.
    """

    name: str
    year: FinancialYear
    months: int
    heads: tuple[MonitoredHead, ...]
    key: ApportionmentKey | None = None
    remainder: Remainder = attrs.field(factory=lambda: LARGEST)
    unit: Money = attrs.field(factory=lambda: Money(pence=1))

    def __attrs_post_init__(self) -> None:
        """Refuse monitoring of nothing, or of no part of a year."""
        refuse(self._issues())
        collector = Collector()
        collector.attempt("key", lambda: self.met)
        refuse(collector.issues)

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name, Words("whose budget it is"))
        yield from year_issues("year", self.year)
        if type(self.months) is not int or not 1 <= self.months <= _MONTHS:
            found = Words("it is {months}", months=shown(self.months))
            yield Issue("monitoring.months", "months", found, Words("a number of months from 1 to 12"))
        if self.key is not None:
            yield from wrong_type("key", self.key, ApportionmentKey, Words("an ApportionmentKey, or nothing"))
        yield from wrong_type("remainder", self.remainder, Remainder, Words("a Remainder"))
        yield from unit_issues(self.unit)
        misfits = tuple(parts_issues("head", self.heads, MonitoredHead, Words("a MonitoredHead")))
        yield from misfits
        if not misfits:
            yield from self._head_issues()

    def _head_issues(self) -> Iterator[Issue]:
        if not self.heads:
            yield Issue("monitoring.heads", "head", Words("there is no head"), Words("at least one head"))
        yield from given_twice("head[{}].heading", [head.heading for head in self.heads])
        if any(head.outturn is not None for head in self.heads):
            for number, head in enumerate(self.heads):
                if head.outturn is None:
                    found = Words("{heading} has no forecast, and others have", heading=shown(head.heading))
                    accepted = Words("a forecast for every head, or for none")
                    yield Issue("monitoring.forecast", f"head[{number}].outturn", found, accepted)

    @property
    def day(self) -> dt.date:
        """The last day of the months that have passed."""
        return add_months(self.year.period.first, self.months).day - dt.timedelta(days=1)

    @property
    def budget(self) -> Money:
        """The budget of all the heads."""
        return total(head.budget for head in self.heads)

    @property
    def actual(self) -> Money:
        """What is spent to date on all of them."""
        return total(head.actual for head in self.heads)

    @property
    def committed(self) -> Money:
        """What is committed on all of them, and not yet spent."""
        return total(head.committed for head in self.heads)

    @property
    def remaining(self) -> Money:
        """What of the budget is neither spent nor committed; below nil if it is overspent."""
        return total(head.remaining for head in self.heads)

    @property
    def outturn(self) -> Money | None:
        """What is forecast for the whole year; nothing if none is forecast."""
        outturns = [head.outturn for head in self.heads if head.outturn is not None]
        return total(outturns) if outturns else None

    @property
    def variance(self) -> Money | None:
        """By how much the forecast outturn is over the budget; below nil if it is under it."""
        return None if self.outturn is None else self.outturn - self.budget

    @property
    def used(self) -> Fraction | None:
        """What part of the budget is spent, commitments left aside.

        Nothing if the budget is nil, if more income than cost is budgeted for, or if what is spent has the other sign.
        """
        surplus = self.budget < ZERO and any(head.budget > ZERO for head in self.heads)
        return None if surplus else _part(self.actual, self.budget)

    @property
    def even_share(self) -> Fraction:
        """What part of the year's months has passed."""
        return Fraction(self.months, _MONTHS)

    @property
    def ahead(self) -> Fraction | None:
        """How far the part that is spent is ahead of an even share, 0.01 for each point; below nil if it is behind."""
        return None if self.used is None else self.used - self.even_share

    @functools.cached_property
    def met(self) -> Split[str] | None:
        """How the partners meet a forecast overspend, or have an underspend back; nothing if that is not known."""
        variance = self.variance
        if self.key is None or variance is None:
            return None
        return split(variance, self.key.weights, remainder=self.remainder, unit=self.unit)

    @property
    def words(self) -> tuple[Words, ...]:
        """How the year goes, in sentences."""
        return tuple(self._words())

    def _words(self) -> Iterator[Words]:
        yield self._spent()
        for head in self.heads:
            if _forecast_too_low(head):
                template = "{heading}: what is spent and committed already, {sum}, is beyond the forecast of {outturn}."
                sum_ = head.actual + head.committed
                yield Words(template, heading=head.heading, sum=sum_, outturn=head.outturn)
        if self.outturn is not None and self.variance is not None:
            template = "The forecast outturn of {outturn} is that of the budget."
            if self.variance > ZERO:
                template = "The forecast outturn of {outturn} is {variance} over the budget."
            elif self.variance < ZERO:
                template = "The forecast outturn of {outturn} is {variance} under the budget."
            yield Words(template, outturn=self.outturn, variance=abs(self.variance))
        for partner, sum_ in () if self.met is None else self.met.parts.items():
            if sum_:
                template = "{partner} has {sum} to meet." if sum_ > ZERO else "{partner} has {sum} back."
                yield Words(template, partner=partner, sum=abs(sum_))

    def _spent(self) -> Words:
        if self.used is None or self.ahead is None:
            template = "{name}, to {day}: {actual} net, against a budget of {budget} for the year."
            if not self.budget and not any(head.budget for head in self.heads):
                template = "{name}, to {day}: {actual} is spent, and the budget is nil."
            return Words(template, name=self.name, day=self.day, actual=self.actual, budget=self.budget)
        of_it = "of the budgeted income is in" if self.budget < ZERO else "of the budget is spent"
        template = "{name}, to {day}: {used}% {of_it}, which is an even share."
        if self.ahead > 0:
            template = "{name}, to {day}: {used}% {of_it}, {points} points ahead of an even share of {even}%."
        elif self.ahead < 0:
            template = "{name}, to {day}: {used}% {of_it}, {points} points behind an even share of {even}%."
        points, even = _in_points(abs(self.ahead)), _in_points(self.even_share)
        used = _in_points(self.used)
        values = {"used": used, "points": points, "even": even, "of_it": Words(of_it)}
        return Words(template, name=self.name, day=self.day, **values)

    @property
    def figures(self) -> Figures:
        """Every figure worked out, by its path."""
        return FrozenMapping(dict(self._figures()))

    def _figures(self) -> Iterator[tuple[tuple[str, ...], Figure]]:
        yield ("even-share",), self.even_share
        yield from self._figures_of((), self)
        for head in self.heads:
            yield from self._figures_of(("head", head.heading), head)
        for partner, sum_ in () if self.met is None else self.met.parts.items():
            yield ("meets", partner), sum_

    def _figures_of(
        self, path: tuple[str, ...], what: MonitoredHead | BudgetMonitoring
    ) -> Iterator[tuple[tuple[str, ...], Figure]]:
        yield (*path, "budget"), what.budget
        yield (*path, "actual"), what.actual
        yield (*path, "committed"), what.committed
        yield (*path, "remaining"), what.remaining
        if what.used is not None:
            yield (*path, "used"), what.used
            yield (*path, "ahead"), what.used - self.even_share
        if what.outturn is not None and what.variance is not None:
            yield (*path, "outturn"), what.outturn
            yield (*path, "variance"), what.variance
            if what.budget:
                yield (*path, "variance-share"), Fraction(what.variance.pence, what.budget.pence)

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """Where each head and the key are from."""
        named = [(head.heading, head.basis) for head in self.heads]
        if self.key is not None:
            named.append((self.key.name, self.key.basis))
        return tuple((f"{self.name}: {what}", basis) for what, basis in named)


def _in_points(part: Fraction) -> str:
    """Say a part in percentage points, to two places, half up."""
    return plain(Fraction(_HUNDREDTHS.units(part * 100), 100))


def _part(actual: Money, budget: Money) -> Fraction | None:
    part = Fraction(actual.pence, budget.pence) if budget else None
    return None if part is None or part < 0 else part


def _forecast_too_low(head: MonitoredHead) -> bool:
    """Tell whether more is spent and committed than is forecast, or, of income, is had and promised."""
    if head.outturn is None:
        return False
    left = head.outturn - head.actual - head.committed
    return left > ZERO if head.budget < ZERO else left < ZERO
