"""Service credits: what a customer is allowed for failures, line by line, and never more than a cap.

A credit is a sum over nothing that is taken off a charge. Only a failure brings one: what is within tolerance does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

import attrs

from lgtrade.agreements._points import MonthPoints, in_order, month_issues
from lgtrade.agreements._standards import (
    Performance,
    PerformanceResult,
    figure,
    figures,
    name_issues,
    not_negative,
    unknown_indicators,
)
from lgtrade.calendar import Period
from lgtrade.issues import Issue, refuse, unread, wrong_type
from lgtrade.money import DOWN, HALF_UP, ZERO, Money, Rate, Rounding, Share, plain, total
from lgtrade.words import Words

_MONEY = Words("an amount of Money")


def _sum_issues(place: str, value: object) -> Iterator[Issue]:
    yield from wrong_type(place, value, Money, _MONEY)
    if isinstance(value, Money) and value < ZERO:
        yield Issue("credit.negative", place, Words("it is negative: {value}", value=value), Words("nothing or more"))


def _rule_issues(name: str, weights: Mapping[str, Fraction], rounding: Rounding, cap: object) -> Iterator[Issue]:
    yield from name_issues("name", name)
    for key, weight in weights.items():
        yield from not_negative(f"weights[{key}]", weight)
    yield from wrong_type("rounding", rounding, Rounding, Words("a Rounding"))
    if isinstance(rounding, Rounding):
        yield from unread(lambda _: rounding.money(0), "rounding", rounding)
    yield from _cap_issues(cap)


def _cap_issues(cap: object) -> Iterator[Issue]:
    if cap is not None:
        yield from wrong_type("cap", cap, CreditCap, Words("a CreditCap, or nothing"))


@attrs.frozen
class CreditCap:
    """The most that credits may come to: a share of the charge, a sum, or the lesser of both.

    Args:
        share: the share of the charge; none if there is no such cap.
        most: the sum; none if there is no such cap.

    Raises:
        InputError: there is neither, the sum is below nothing, or a part is of the wrong type; all together.

    >>> CreditCap(Share("10%"), Money.pounds(500)).over(Money.pounds(8000))
    £500.00
    """

    share: Share | None = None
    most: Money | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a cap on nothing, or below nothing."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        if self.share is None and self.most is None:
            found = Words("there is neither a share nor a sum")
            yield Issue("credit.cap", "", found, Words("a share of the charge, or a sum"))
        if self.share is not None:
            yield from wrong_type("share", self.share, Share, Words("a Share, or nothing"))
        if self.most is not None:
            yield from _sum_issues("most", self.most)

    def over(self, charge: Money) -> Money:
        """Give the cap over one charge; a share of it is rounded down to a penny, so that it is never exceeded."""
        caps = [] if self.most is None else [self.most]
        if self.share is not None:
            caps.append(charge.amount.times(self.share.fraction).round(DOWN))
        return min(caps)


@attrs.frozen
class CreditLine:
    """One line of credit.

    Args:
        rule: what the agreement calls the rule that gives it.
        indicators: the keys of the indicators that failed; none for the line that holds the credits to their cap.
        period: the days in which they failed.
        words: how the sum was worked out.
        amount: the credit; below nothing only for what the cap takes off.

    >>> april = MonthPoints(Period("2017-04-01", "2017-04-30"), {"missed": 5000})
    >>> rule = BandedDeduction("Deductions", (PointBand(5000, Money.pounds(625)),))
    >>> rule.credits([april], Money.pounds(9000)).lines[0].indicators
    ('missed',)
    """

    rule: str
    indicators: tuple[str, ...]
    period: Period
    words: Words
    amount: Money


@attrs.frozen
class Credits:
    """What is credited against one charge, line by line.

    Args:
        charge: the charge of the period.
        lines: the lines, which add to the total.

    >>> Credits(Money.pounds(9000), ()).total
    £0.00
    """

    charge: Money
    lines: tuple[CreditLine, ...]

    @property
    def total(self) -> Money:
        """What is credited in all."""
        return total(line.amount for line in self.lines)

    @property
    def entries(self) -> tuple[tuple[Words, Money], ...]:
        """The credits as a statement takes them, each with its words; held to a cap they are one sum.

        A statement takes no credit that is nil, and none that is negative, as the line of a cap is.
        """
        if any(line.amount < ZERO for line in self.lines):
            words = Words("{rule}: {words}", rule=self.lines[-1].rule, words=str(self.lines[-1].words))
            return ((words, self.total),) if self.total else ()
        return tuple((line.words, line.amount) for line in self.lines if line.amount)


def _held_to(cap: CreditCap | None, rule: str, charge: Money, lines: Sequence[CreditLine]) -> Credits:
    """Add a line that takes off whatever the lines have over their cap."""
    credited = total(line.amount for line in lines)
    most = credited if cap is None else cap.over(charge)
    if credited <= most:
        return Credits(charge, tuple(lines))
    period = Period(min(line.period.first for line in lines), max(line.period.last for line in lines))
    words = Words("{credited} is held to the cap of {most}.", credited=credited, most=most)
    return Credits(charge, (*lines, CreditLine(rule, (), period, words, most - credited)))


@attrs.frozen
class PointBand:
    """What is deducted from so many points in a month upwards, until the next band begins.

    Args:
        least: the fewest points of the band; nothing or more.
        amount: what is deducted for the month; nothing or more.

    Raises:
        InputError: the points are a ``float`` or not a number, a figure is negative, or a part is of the wrong type;
            all together.

    >>> PointBand(5000, Money.pounds(625)).amount
    £625.00
    """

    least: Fraction = attrs.field(converter=figure)
    amount: Money

    def __attrs_post_init__(self) -> None:
        """Refuse a band below nothing."""
        refuse([*not_negative("least", self.least), *_sum_issues("amount", self.amount)])


@attrs.frozen
class BandedDeduction:
    """A sum for each month, by the band that its points reach; under the first band nothing is deducted.

    Args:
        name: what the agreement calls the rule.
        bands: from the lowest.
        cap: the most that the deductions from one charge come to; none if there is no cap.

    Raises:
        InputError: there is no band, the bands are out of order or overlap, or a part is of the wrong type; all
            together.

    >>> rule = BandedDeduction("Deductions", (PointBand(5000, Money.pounds(625)), PointBand(10000, Money.pounds(1500))))
    >>> rule.deduction(4999), rule.deduction(5000), rule.deduction(10214)
    (£0.00, £625.00, £1,500.00)
    """

    name: str
    bands: tuple[PointBand, ...]
    cap: CreditCap | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse bands that do not follow one another."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name)
        if not self.bands:
            yield Issue("bands.none", "bands", Words("there is no band"), Words("at least one band"))
        for number, band in enumerate(self.bands):
            yield from wrong_type(f"bands[{number}]", band, PointBand, Words("a PointBand"))
        for number, (before, after) in enumerate(pairwise(self.bands), start=1):
            if isinstance(before, PointBand) and isinstance(after, PointBand) and after.least <= before.least:
                found = Words("the band begins at {least}", least=plain(after.least))
                accepted = Words("a band that begins above {before}", before=plain(before.least))
                yield Issue("bands.order", f"bands[{number}].least", found, accepted)
        yield from _cap_issues(self.cap)

    def deduction(self, points: Fraction | int) -> Money:
        """What is deducted for a month of so many points."""
        return next((band.amount for band in reversed(self.bands) if points >= band.least), ZERO)

    def credits(self, months: Iterable[MonthPoints], charge: Money) -> Credits:
        """Credit the months that one charge covers.

        Raises:
            InputError: a month is given twice, or the charge is negative or no money; all together.

        >>> rule = BandedDeduction("Deductions", (PointBand(5000, Money.pounds(625)),))
        >>> rule.credits([], Money.pounds(9000)).total
        £0.00
        """
        inorder = in_order(months)
        refuse([*month_issues(inorder), *_sum_issues("charge", charge)])
        reached = [month for month in inorder if month.total >= self.bands[0].least]
        return _held_to(self.cap, self.name, charge, [self._line(month) for month in reached])

    def _line(self, month: MonthPoints) -> CreditLine:
        amount = self.deduction(month.total)
        band = max(band.least for band in self.bands if month.total >= band.least)
        words = Words(
            "{points} points from {first} to {last} reach the band from {band}: {amount}.",
            points=plain(month.total),
            first=month.month.first,
            last=month.month.last,
            band=plain(band),
            amount=amount,
        )
        failed = tuple(key for key, points in month.points.items() if points)
        return CreditLine(self.name, failed, month.month, words, amount)


@attrs.frozen
class PercentageCredit:
    """A percentage of the charge for each failure, by the weight of the indicator.

    Args:
        name: what the agreement calls the rule.
        percentage: the part of the charge for a failure of weight one.
        weights: the weight of each indicator that earns a credit, by its key; nothing or more.
        rounding: how each line is rounded.
        cap: the most that the credits against one charge come to; none if there is no cap.

    Raises:
        InputError: a weight is negative, a ``float`` or not a number, the rounding does not give whole pence, or a
            part is of the wrong type; all together.

    >>> PercentageCredit("Service credits", Share("2%"), {"answered": 3}, cap=CreditCap(Share("10%"))).weights
    {'answered': Fraction(3, 1)}
    """

    name: str
    percentage: Share
    weights: Mapping[str, Fraction] = attrs.field(converter=figures)
    rounding: Rounding = HALF_UP
    cap: CreditCap | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a rule that gives no sum of money."""
        issues = wrong_type("percentage", self.percentage, Share, Words("a Share"))
        refuse([*issues, *_rule_issues(self.name, self.weights, self.rounding, self.cap)])

    def credits(self, performance: Performance, period: Period, charge: Money) -> Credits:
        """Credit what failed in measurements that ended in the period of a charge.

        Raises:
            InputError: a weight names an unknown indicator, or the charge is negative or no money; all together.

        >>> rule = PercentageCredit("Service credits", Share("2%"), {})
        >>> rule.credits(Performance((), ()), Period("2017-04-01", "2017-06-30"), Money.pounds(9000)).total
        £0.00
        """
        refuse(_period_issues(self.weights, performance, period, charge))
        failures = _weighed(self.weights, performance, period)
        return _held_to(self.cap, self.name, charge, [self._line(each, charge) for each in failures])

    def _line(self, failure: PerformanceResult, charge: Money) -> CreditLine:
        weight = self.weights[failure.indicator.key]
        amount = charge.amount.times(self.percentage.fraction * weight).round(self.rounding)
        words = Words(
            "{name} failed: {percentage} of {charge}, weight {weight}, is {amount} ({rounding}).",
            name=failure.indicator.name,
            percentage=repr(self.percentage),
            charge=charge,
            weight=plain(weight),
            amount=amount,
            rounding=self.rounding.name,
        )
        return CreditLine(self.name, (failure.indicator.key,), failure.measurement.period, words, amount)


@attrs.frozen
class AreaDeduction:
    """A rate for each area that a failure affected, times the weight of the indicator.

    Args:
        name: what the agreement calls the rule.
        rate: the deduction for one area and a failure of weight one; nothing or more.
        weights: the weight of each indicator that earns a deduction, by its key; nothing or more.
        rounding: how each line is rounded.
        cap: the most that the deductions from one charge come to; none if there is no cap.

    Raises:
        InputError: the rate or a weight is negative, a weight is a ``float`` or not a number, the rounding does not
            give whole pence, or a part is of the wrong type; all together.

    >>> AreaDeduction("Unavailable areas", Rate("12.50"), {"heating": "1.5"}).weights
    {'heating': Fraction(3, 2)}
    """

    name: str
    rate: Rate
    weights: Mapping[str, Fraction] = attrs.field(converter=figures)
    rounding: Rounding = HALF_UP
    cap: CreditCap | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a rule that gives no sum of money."""
        refuse([*self._rate_issues(), *_rule_issues(self.name, self.weights, self.rounding, self.cap)])

    def _rate_issues(self) -> Iterator[Issue]:
        yield from wrong_type("rate", self.rate, Rate, Words("a Rate"))
        if isinstance(self.rate, Rate) and self.rate.pounds < 0:
            found = Words("it is negative: {rate}", rate=self.rate)
            yield Issue("credit.negative", "rate", found, Words("nothing or more"))

    def credits(self, performance: Performance, period: Period, charge: Money) -> Credits:
        """Deduct for what failed in measurements that ended in the period of a charge.

        Raises:
            InputError: a weight names an unknown indicator, it is not said how many areas a failure affected, or the
                charge is negative or no money; all together.

        >>> rule = AreaDeduction("Unavailable areas", Rate("12.50"), {})
        >>> rule.credits(Performance((), ()), Period("2017-04-01", "2017-06-30"), Money.pounds(9000)).total
        £0.00
        """
        issues = [*_period_issues(self.weights, performance, period, charge)]
        failures = _weighed(self.weights, performance, period) if isinstance(period, Period) else ()
        refuse([*issues, *_area_issues(performance, failures)])
        return _held_to(self.cap, self.name, charge, [self._line(each) for each in failures])

    def _line(self, failure: PerformanceResult) -> CreditLine:
        weight, areas = self.weights[failure.indicator.key], failure.measurement.areas or 0
        amount = (self.rate * (weight * areas)).round(self.rounding)
        words = Words(
            "{name} failed: weight {weight}, areas {areas}, at {rate} is {amount} ({rounding}).",
            name=failure.indicator.name,
            weight=plain(weight),
            areas=areas,
            rate=self.rate,
            amount=amount,
            rounding=self.rounding.name,
        )
        return CreditLine(self.name, (failure.indicator.key,), failure.measurement.period, words, amount)


def _period_issues(
    weights: Mapping[str, Fraction], performance: Performance, period: Period, charge: Money
) -> Iterator[Issue]:
    yield from unknown_indicators(performance, "weights", weights)
    yield from wrong_type("period", period, Period, Words("a Period"))
    yield from _sum_issues("charge", charge)


def _weighed(
    weights: Mapping[str, Fraction], performance: Performance, period: Period
) -> tuple[PerformanceResult, ...]:
    return tuple(each for each in performance.failures(period) if each.indicator.key in weights)


def _area_issues(performance: Performance, failures: Iterable[PerformanceResult]) -> Iterator[Issue]:
    for failure in failures:
        if failure.measurement.areas is None:
            place = f"measurements[{performance.measurements.index(failure.measurement)}].areas"
            found = Words("it is not said how many areas the failure of {name} affected", name=failure.indicator.name)
            yield Issue("measurement.areas", place, found, Words("a whole number of nothing or more"))
