"""Indexation: how an index changes a price from year to year, step by step."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import takewhile
from typing import TypeAlias, get_args

import attrs

from lgtrade.calendar import LAST_YEAR, add_months, as_day, day_issues, day_or_as_given
from lgtrade.charging._charges import ChargeLine, Charges, Occasion, Uprate, Wraps, days_of, percent, uprated_rate
from lgtrade.charging._days import Part, Prorated, Repriced, Yearly, added, parts_by_days
from lgtrade.charging._indices import A_YEAR, IndexSeries, month_in_words
from lgtrade.charging._limits import Maximum, Minimum
from lgtrade.charging._reductions import Concession, Differential, Discounted
from lgtrade.charging._surcharges import Surcharged
from lgtrade.issues import Collector, InputError, Issue, refuse, unread, wrong_type
from lgtrade.money import HALF_UP, Rate, Rounding, exact_fraction, fraction_or_as_given
from lgtrade.words import Words, in_words

Dated: TypeAlias = Yearly | Repriced
"""The prices that may be indexed."""


@attrs.frozen
class IndexStep:
    """One yearly review of an indexed price.

    Args:
        day: the first day of the new price.
        month: the month whose figure counts.
        change: the change over the year to that month, rounded as agreed.
        applied: the change that is made, within the cap and the collar.
        factor: the price, before any rounding of it, as a multiple of the first price.
        provisional: whether it rests on a figure that is to be restated.

    >>> step = IndexStep(dt.date(2024, 4, 1), dt.date(2023, 12, 1), Fraction(1, 10), Fraction(1, 20), Fraction(21, 20))
    >>> print(step.words)
    from 1 April 2024 by 5%: December 2023 was 10% up on the year, and the change is limited
    """

    day: dt.date
    month: dt.date
    change: Fraction
    applied: Fraction
    factor: Fraction
    provisional: bool = False

    @property
    def words(self) -> Words:
        """What was done, and why."""
        values = {
            "day": self.day,
            "applied": percent(self.applied),
            "month": month_in_words(self.month),
            "change": percent(self.change),
        }
        if self.applied != self.change:
            template = "from {day} by {applied}: {month} was {change} up on the year, and the change is limited"
            if self.change < 0:
                template = "from {day} by {applied}: {month} was {change} down on the year, and the change is limited"
            return Words(template, **(values | {"change": percent(abs(self.change))}))
        if self.provisional:
            return Words("from {day} by {applied}, the provisional figure for {month}", **values)
        return Words("from {day} by {applied}, the figure for {month}", **values)


def _before(day: dt.date, since: dt.date, place: str = "day") -> InputError:
    found = Words("{day} is before the first price", day=day)
    return InputError([Issue("index.before", place, found, Words("a day from {since}", since=since))])


@attrs.frozen
class Indexation:
    """What was agreed on indexing a price: reviewed every year, on the day on which the first price began.

    Args:
        series: the index, as published.
        since: the first day of the price that is indexed.
        lag: how many months before each review the figure that counts was for.
        compounding: whether each change is made to the price of the year before; otherwise to the first price, and
            added to the changes before it.
        cap: the most that a year's change may be.
        collar: the least that a year's change may be.
        floor: the least that the price may be, as a multiple of the first price: 1 so that it never falls below that.
        rounding: how the price is rounded at each review.
        change_rounding: how each change is rounded before it is made; none if it is not.
        threshold: the change that has to be exceeded for any to be made; none if any change counts.
        only_beyond: whether only the part of a change beyond the threshold is made; otherwise the whole of it.

    Raises:
        InputError: the cap is below the collar, the lag or the threshold is negative, the floor is not over nothing, or
            a part is of the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> rpi = IndexSeries(
    ...     "RPI", IndexForm.CHANGES, (IndexValue("2023-12", "5%"), IndexValue("2024-12", "4%")),
    ...     Assumption("illustration"),
    ... )
    >>> terms = Indexation(rpi, "2023-04-01", lag=4)
    >>> terms.figure(Rate("0.40"), "2025-04-01"), terms.factor("2025-04-01")
    (£0.44, Fraction(273, 250))
    """

    series: IndexSeries
    since: dt.date = attrs.field(converter=day_or_as_given)
    lag: int = 0
    compounding: bool = True
    cap: Fraction | None = attrs.field(default=None, converter=attrs.converters.optional(fraction_or_as_given))
    collar: Fraction | None = attrs.field(default=None, converter=attrs.converters.optional(fraction_or_as_given))
    floor: Fraction | None = attrs.field(default=None, converter=attrs.converters.optional(fraction_or_as_given))
    rounding: Rounding = HALF_UP
    change_rounding: Rounding | None = None
    threshold: Fraction | None = attrs.field(default=None, converter=attrs.converters.optional(fraction_or_as_given))
    only_beyond: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse terms that contradict each other."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("series", self.series, IndexSeries, Words("an IndexSeries"))
        yield from day_issues("since", self.since)
        yield from wrong_type("lag", self.lag, int, Words("a whole number of months"))
        if type(self.lag) is int and self.lag < 0:
            found = Words("it is {lag} months", lag=self.lag)
            yield Issue("index.lag", "lag", found, Words("a whole number of months, none or more"))
        yield from wrong_type("compounding", self.compounding, bool, Words("true or false"))
        yield from self._limit_issues()
        yield from wrong_type("rounding", self.rounding, Rounding, Words("a Rounding"))
        none_too = Words("a Rounding, or nothing")
        yield from wrong_type("change_rounding", self.change_rounding, (Rounding, type(None)), none_too)

    def _limit_issues(self) -> Iterator[Issue]:
        yield from wrong_type("only_beyond", self.only_beyond, bool, Words("true or false"))
        limits = {"cap": self.cap, "collar": self.collar, "floor": self.floor, "threshold": self.threshold}
        wrong = [
            issue
            for place, limit in limits.items()
            if limit is not None
            for issue in unread(exact_fraction, place, limit)
        ]
        yield from wrong
        if wrong:
            return
        if self.cap is not None and self.collar is not None and self.cap < self.collar:
            found = Words("{cap} is below the collar of {collar}", cap=percent(self.cap), collar=percent(self.collar))
            yield Issue("index.limits", "cap", found, Words("{collar} or more", collar=percent(self.collar)))
        if self.floor is not None and self.floor <= 0:
            found = Words("it is {floor}", floor=self.floor)
            yield Issue("index.floor", "floor", found, Words("a multiple over nothing, such as 1"))
        if self.threshold is not None and self.threshold < 0:
            found = Words("it is {threshold}", threshold=percent(self.threshold))
            yield Issue("index.threshold", "threshold", found, Words("nothing or more"))
        if self.only_beyond is True and self.threshold is None:
            found = Words("there is no threshold to go beyond")
            yield Issue("index.threshold", "only_beyond", found, Words("a threshold too, or false"))

    def reviews(self, until: dt.date) -> Iterator[dt.date]:
        """Give the days on which the price is reviewed, up to a day."""
        for years in range(1, LAST_YEAR - self.since.year + 1):
            day = add_months(self.since, A_YEAR * years).day
            if day > until:
                return
            yield day

    def month_of(self, review: dt.date) -> dt.date:
        """Give the month whose figure counts at a review."""
        return add_months(review.replace(day=1), -self.lag).day

    def missing(self, until: dt.date) -> tuple[Issue, ...]:
        """Give an issue for each figure that the reviews up to a day need, and that was not published."""
        collector = Collector()
        for review in self.reviews(until):
            collector.attempt("", partial(self.series.change, self.month_of(review)))
        return tuple(collector.issues)

    def steps(self, until: dt.date | str) -> tuple[IndexStep, ...]:
        """Give each review up to a day.

        Raises:
            InputError: it is before the first price, or figures were not published: all that are missing, together.
        """
        last = as_day(until, "day")
        if last < self.since:
            raise _before(last, self.since)
        refuse(self.missing(last))
        return tuple(self._steps(last))

    def _steps(self, until: dt.date) -> Iterator[IndexStep]:
        reached = Fraction(1)
        for day in self.reviews(until):
            month = self.month_of(day)
            change = self.series.change(month)
            if self.change_rounding is not None:
                change = Fraction(self.change_rounding.rate(change).pounds)
            applied = self._within(change)
            reached = reached * (1 + applied) if self.compounding else reached + applied
            factor = reached if self.floor is None else max(reached, self.floor)
            yield IndexStep(day, month, change, applied, factor, self.series.is_provisional(month))
            if self.compounding:
                reached = factor

    def _within(self, change: Fraction) -> Fraction:
        if self.threshold is not None:
            beyond = change - self.threshold if self.only_beyond else change
            change = beyond if change > self.threshold else Fraction(0)
        if self.cap is not None:
            change = min(change, self.cap)
        return change if self.collar is None else max(change, self.collar)

    def factor(self, on: dt.date | str) -> Fraction:
        """Give what the changes come to by a day, before the price is rounded: 1.05 for five per cent."""
        steps = self.steps(on)
        return steps[-1].factor if steps else Fraction(1)

    def figure(self, first: Rate, on: dt.date | str) -> Rate:
        """Give what a rate has become on a day, rounded at each review."""
        return uprated_rate(first, self.uprate(self.steps(on)))

    def uprate(self, steps: Sequence[IndexStep]) -> Uprate:
        """Give what turns a sum of the first price into one after some reviews, rounded at each."""

        def uprated(pounds: Decimal, finest: Decimal) -> Decimal:
            rounding = self.rounding if self.rounding.unit >= finest else Rounding(self.rounding.direction, finest)
            first, price = Fraction(pounds), pounds
            for step in steps:
                exact = Fraction(price) * (1 + step.applied) if self.compounding else first * step.factor
                price = rounding.rate(max(exact, first * (self.floor or 0))).pounds
            return price

        return uprated


@attrs.frozen
class Indexed(Charges):
    """Another price, with every rate and sum in it changed by an index at each yearly review.

    Where a review falls within the days that are charged for, the quantity is divided in proportion to the days.

    Args:
        price: the price that is indexed, as it was when it was agreed.
        indexation: the index and the terms.

    Raises:
        InputError: a figure is missing before others that were published, or a part is of the wrong type; all together.

    >>> from lgtrade.calendar import FinancialYear
    >>> from lgtrade.sources import Assumption
    >>> fees = IndexSeries("Fees", IndexForm.CHANGES, (IndexValue("2023-04", "5%"),), Assumption("illustration"))
    >>> price = Indexed(PerUnit(Rate("0.40")), Indexation(fees, "2022-04-01"))
    >>> [price.charge(8760, Occasion(FinancialYear(year).period)).amount for year in (2022, 2023)]
    [£3,504.00, £3,679.20]
    """

    price: Dated
    indexation: Indexation
    _days: tuple[dt.date, ...] = attrs.field(init=False, repr=False, eq=False)
    _prices: tuple[Dated, ...] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a series with a gap, and work out the price of each year for which the index has been published."""
        accepted = Words("a price that is not indexed already")
        refuse(
            [
                *wrong_type("price", self.price, get_args(Dated), accepted),
                *wrong_type("indexation", self.indexation, Indexation, Words("an Indexation")),
            ]
        )
        terms = self.indexation
        last = max((each.month for each in terms.series.values), default=dt.date.min)
        days = list(takewhile(lambda day: terms.month_of(day) <= last, terms.reviews(dt.date.max)))
        until = days[-1] if days else terms.since
        refuse(issue.under("indexation") for issue in terms.missing(until))
        steps = terms.steps(until)
        prices = tuple(self.price.uprated(terms.uprate(steps[:number])) for number in range(len(steps) + 1))
        object.__setattr__(self, "_days", (terms.since, *days))
        object.__setattr__(self, "_prices", prices)

    def __str__(self) -> str:
        """Say the price as an officer would."""
        series, since = self.indexation.series, self.indexation.since
        return f"{self.price}, indexed by {series.name} from {in_words(since)}"

    @property
    def is_flat(self) -> bool:
        """Whether it is one sum, whatever the quantity: it is if what is indexed is."""
        return self.price.is_flat

    @property
    def adds_by_days(self) -> bool:
        """Whether days can be charged for run by run: they can if they can at the price that is indexed."""
        return self.price.adds_by_days

    @property
    def needs_occasion(self) -> bool:
        """Whether the charge depends on the occasion: it does."""
        return True

    def line(self, units: Decimal, occasion: Occasion | None = None) -> ChargeLine:
        """Charge for so many units, each at the price of its days."""
        return added([price.line(part, on) for price, part, on in self._parts(units, occasion)], units)

    def lines(self, units: Decimal, occasion: Occasion | None = None) -> tuple[ChargeLine, ...]:
        """Give the lines of each year's price for its own days."""
        return tuple(line for price, part, on in self._parts(units, occasion) for line in price.lines(part, on))

    def _parts(self, units: Decimal, occasion: Occasion | None) -> list[Part]:
        days, terms = days_of(occasion), self.indexation
        if days.first < terms.since:
            raise _before(days.first, terms.since, "occasion.days")
        if days.last >= add_months(self._days[-1], A_YEAR).day:
            refuse(issue.under("indexation") for issue in terms.missing(days.last))
        return parts_by_days(units, days, occasion, list(zip(self._days, self._prices, strict=True)))

    def uprated(self, uprate: Uprate) -> Indexed:
        """Give the same price with what is indexed uprated first."""
        return attrs.evolve(self, price=self.price.uprated(uprate))


Price: TypeAlias = Dated | Indexed
"""Every price there is."""

ORDER = (Minimum, Maximum, Surcharged, Discounted, Concession, Differential, Prorated, Repriced, Indexed)
"""The written order: each may wrap a price, and what comes before it. VAT comes last: see :class:`Tariff`."""


def prices_in(price: Charges) -> Iterator[Charges]:
    """Give a price, and every price within it."""
    yield price
    inner: tuple[Charges, ...] = ()
    if isinstance(price, Wraps | Indexed):
        inner = (price.price,)
    elif isinstance(price, Differential):
        inner = (price.usual, *price.others.values())
    elif isinstance(price, Repriced):
        inner = tuple(each.price for each in price.prices)
    for each in inner:
        yield from prices_in(each)
