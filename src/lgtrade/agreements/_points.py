"""Points for failures, month by month, and failure that persists: too many points, or one failure too often."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TypeVar

import attrs

from lgtrade.agreements._standards import (
    Outcome,
    Performance,
    PerformanceResult,
    calendar_months,
    figure,
    figures,
    gaps,
    name_issues,
    not_negative,
    unknown_indicators,
)
from lgtrade.answers import Answer, no, unknown, yes
from lgtrade.calendar import Period
from lgtrade.issues import Issue, refuse, shown, wrong_type
from lgtrade.money import plain
from lgtrade.words import Words

T = TypeVar("T")


class PointsFor(enum.Enum):
    """What the points of a scale are given for: each failure, or each unit by which the threshold is missed."""

    FAILURE = "each failure"
    UNIT = "each unit short"


@attrs.frozen
class PointScale:
    """How many points a failure of one indicator brings.

    Args:
        indicator: the key of the indicator.
        points: how many; nothing or more.
        counted: for each failure, or for each unit by which the threshold is missed, part units in proportion.

    Raises:
        InputError: the points are negative, a ``float`` or not a number, or a part is of the wrong type; all together.

    >>> PointScale("missed-collections", 2, PointsFor.UNIT).points
    Fraction(2, 1)
    """

    indicator: str
    points: Fraction = attrs.field(converter=figure)
    counted: PointsFor = PointsFor.FAILURE

    def __attrs_post_init__(self) -> None:
        """Refuse a scale that gives no number of points."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("indicator", self.indicator)
        yield from not_negative("points", self.points)
        yield from wrong_type("counted", self.counted, PointsFor, Words("a PointsFor"))

    def of(self, result: PerformanceResult) -> Fraction:
        """Give the points that a result brings: none unless it failed."""
        if result.outcome is not Outcome.FAILED:
            return Fraction(0)
        return self.points * (result.shortfall if self.counted is PointsFor.UNIT else 1)


@attrs.frozen
class MonthPoints:
    """The points of one month.

    Args:
        month: one calendar month.
        points: the points for each indicator, by its key; nothing or more.

    Raises:
        InputError: it is not a calendar month, or points are negative, a ``float`` or not a number; all together.

    >>> MonthPoints(Period("2017-04-01", "2017-04-30"), {"missed-collections": 10_214}).total
    Fraction(10214, 1)
    """

    month: Period
    points: Mapping[str, Fraction] = attrs.field(converter=figures)

    def __attrs_post_init__(self) -> None:
        """Refuse what is not a month of points."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("month", self.month, Period, Words("a Period"))
        if isinstance(self.month, Period) and calendar_months(self.month) != 1:
            found = Words("{period} is not a month", period=self.month)
            yield Issue("points.month", "month", found, Words("one calendar month"))
        for key, points in self.points.items():
            yield from not_negative(f"points[{key}]", points)

    @property
    def total(self) -> Fraction:
        """The points of all the indicators."""
        return sum(self.points.values(), Fraction(0))


def points_by_month(performance: Performance, scales: Iterable[PointScale]) -> tuple[MonthPoints, ...]:
    """Count the points of each month in which something with points was measured.

    Points count in the month in which the measurement ends. A month in which all went well is there with no points.

    Args:
        performance: what was measured.
        scales: the points for each indicator that has any.

    Raises:
        InputError: a scale names an unknown indicator, or one that has a scale already, or measurements are missing
            between the first and the last of an indicator; all together.

    >>> from lgtrade.sources import Source
    >>> rule = Source("Agreement, schedule 3")
    >>> missed = Indicator("missed", "Missed collections", "calls", Better.LOWER, 0, 0, Frequency.MONTH, rule)
    >>> april = Measurement("missed", Period("2017-04-01", "2017-04-30"), 5107, Source("call log"))
    >>> points_by_month(Performance((missed,), (april,)), [PointScale("missed", 2, PointsFor.UNIT)])[0].total
    Fraction(10214, 1)
    """
    given = tuple(scales)
    refuse(_scale_issues(performance, given))
    by_key = {scale.indicator: scale for scale in given}
    months: dict[Period, dict[str, Fraction]] = {}
    for result in performance.results:
        scale = by_key.get(result.indicator.key)
        if scale is not None:
            covered = tuple(_months(result.measurement.period))
            for month in covered:
                months.setdefault(month, {})
            months[covered[-1]][scale.indicator] = scale.of(result)
    return tuple(MonthPoints(month, months[month]) for month in sorted(months))


def _scale_issues(performance: Performance, scales: Sequence[PointScale]) -> Iterator[Issue]:
    yield from unknown_indicators(performance, "scales", (scale.indicator for scale in scales))
    keys = [scale.indicator for scale in scales]
    for number, key in enumerate(keys):
        if key in keys[:number]:
            found = Words("{key} has a scale already", key=shown(key))
            yield Issue("points.twice", f"scales[{number}]", found, Words("one scale for each indicator"))
    yield from gap_issues(performance, dict.fromkeys(keys))


def gap_issues(performance: Performance, keys: Iterable[str]) -> Iterator[Issue]:
    """Yield an issue for each time between an indicator's first and last measurement in which it was not measured."""
    for key in keys:
        periods = [each.period for each in performance.measurements if each.indicator == key]
        for gap in gaps(periods):
            found = Words("{key} was not measured from {gap}", key=shown(key), gap=gap)
            accepted = Words("measurements without a gap from the first to the last")
            yield Issue("measurement.gap", "measurements", found, accepted)


def _months(period: Period) -> Iterator[Period]:
    first = period.first
    while first <= period.last:
        after = (first + dt.timedelta(days=31)).replace(day=1)
        yield Period(first, after - dt.timedelta(days=1))
        first = after


def in_order(months: Iterable[MonthPoints]) -> list[MonthPoints]:
    """Put months of points in order, and refuse what is none."""
    given = list(months)
    issues = (
        wrong_type(f"months[{number}]", each, MonthPoints, Words("a MonthPoints")) for number, each in enumerate(given)
    )
    refuse(issue for each in issues for issue in each)
    return sorted(given, key=lambda each: each.month)


def month_issues(months: Sequence[MonthPoints]) -> Iterator[Issue]:
    """Yield an issue for each month that is given twice."""
    for before, after in pairwise(sorted(each.month for each in months)):
        if before == after:
            found = Words("the month {month} is given twice", month=after)
            yield Issue("points.month_twice", "months", found, Words("each month once"))


@attrs.frozen
class FailureWindow:
    """Some periods running, and whether too much failed in them.

    Args:
        period: the days of the window.
        count: the points, or how many measurements failed.
        exceeds: whether that is too much.
        words: what was counted and what is allowed, in a sentence.
        indicator: the key of the indicator that was counted; empty for points of all of them.

    >>> window = PointsTrigger("Termination", 180_000, 6).test(
    ...     [MonthPoints(Period("2017-04-01", "2017-04-30"), {"missed": 10_214})]).windows[0]
    >>> print(window.words)
    Points from 1 April 2017 to 30 April 2017: 10,214; more than 180,000 in a 6-month window are too many.
    """

    period: Period
    count: Fraction
    exceeds: bool
    words: Words
    indicator: str = ""


@attrs.frozen
class PersistentFailure:
    """Whether failure persists, and the windows that say so.

    Args:
        trigger: what the agreement calls the rule.
        windows: every window that was tested, in order.

    >>> PersistentFailure("Termination", ()).answer.verdict.value
    'unknown'
    """

    trigger: str
    windows: tuple[FailureWindow, ...]

    @property
    def exceeding(self) -> tuple[FailureWindow, ...]:
        """The windows in which too much failed."""
        return tuple(window for window in self.windows if window.exceeds)

    @property
    def answer(self) -> Answer:
        """Whether failure persists: yes if any window has too much of it, and why."""
        if not self.windows:
            return unknown("measurements", "{trigger}: nothing was measured.", trigger=self.trigger)
        if not self.exceeding:
            return no("{trigger}: windows over the limit: none of {all}.", trigger=self.trigger, all=len(self.windows))
        return yes(
            "{trigger}: windows over the limit: {number} of {all}, first from {period}.",
            trigger=self.trigger,
            number=len(self.exceeding),
            all=len(self.windows),
            period=self.exceeding[0].period,
        )


def _running(items: Sequence[T], length: int) -> Iterator[Sequence[T]]:
    """Yield every so many items running: all of them together if there are fewer."""
    for start in range(max(len(items) - length, 0) + 1 if items else 0):
        yield items[start : start + length]


def _whole(place: str, value: object, least: int, accepted: Words) -> Iterator[Issue]:
    if type(value) is not int or value < least:
        yield Issue("trigger.number", place, Words("it is {value}", value=shown(value)), accepted)


@attrs.frozen
class PointsTrigger:
    """Failure persists if there are more than so many points in any so many months running.

    Args:
        name: what the agreement calls it.
        points: how many points are still allowed.
        months: in how many months running.

    Raises:
        InputError: the points are negative, a ``float`` or not a number, there is no month, or the name is missing;
            all together.

    >>> PointsTrigger("Termination", 180_000, 6).months
    6
    """

    name: str
    points: Fraction = attrs.field(converter=figure)
    months: int

    def __attrs_post_init__(self) -> None:
        """Refuse a trigger that tests nothing."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name)
        yield from not_negative("points", self.points)
        yield from _whole("months", self.months, 1, Words("a whole number of months, one or more"))

    def test(self, months: Iterable[MonthPoints]) -> PersistentFailure:
        """Test every so many months running; where fewer are given, all of them together.

        Raises:
            InputError: a month is given twice, or is missing between the first and the last; all together.

        >>> PointsTrigger("Termination", 180_000, 6).test([]).windows
        ()
        """
        inorder = in_order(months)
        refuse([*month_issues(inorder), *self._gaps(inorder)])
        return PersistentFailure(self.name, tuple(self._window(each) for each in _running(inorder, self.months)))

    @staticmethod
    def _gaps(months: Sequence[MonthPoints]) -> Iterator[Issue]:
        for gap in gaps(each.month for each in months):
            found = Words("there are no points for {gap}", gap=gap)
            yield Issue("points.gap", "months", found, Words("every month from the first to the last"))

    def _window(self, months: Sequence[MonthPoints]) -> FailureWindow:
        period = Period(months[0].month.first, months[-1].month.last)
        count = sum((each.total for each in months), Fraction(0))
        words = Words(
            "Points from {first} to {last}: {count}; more than {points} in a {months}-month window are too many.",
            first=period.first,
            last=period.last,
            count=plain(count),
            points=plain(self.points),
            months=self.months,
        )
        return FailureWindow(period, count, count > self.points, words)


@attrs.frozen
class RepeatTrigger:
    """Failure persists if one indicator fails in so many of its last so many measurements, at any time.

    Args:
        name: what the agreement calls it.
        failures: how many failures are too many.
        periods: of how many measurements running.

    Raises:
        InputError: there is no failure, more failures than measurements, or no name; all together.

    >>> RepeatTrigger("Persistent breach", 3, 6).failures
    3
    """

    name: str
    failures: int
    periods: int

    def __attrs_post_init__(self) -> None:
        """Refuse a trigger that can never be met, or always is."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name)
        least = [*_whole("failures", self.failures, 1, Words("a whole number of failures, one or more"))]
        yield from least
        if not least:
            accepted = Words("a whole number of measurements, {failures} or more", failures=self.failures)
            yield from _whole("periods", self.periods, self.failures, accepted)

    def test(self, performance: Performance) -> PersistentFailure:
        """Test each indicator, over every so many measurements running; where it has fewer, all of them together.

        Raises:
            InputError: measurements are missing between the first and the last of an indicator; every gap.

        >>> RepeatTrigger("Persistent breach", 3, 6).test(Performance((), ())).windows
        ()
        """
        keys = [indicator.key for indicator in performance.indicators]
        refuse(gap_issues(performance, keys))
        results = performance.results
        windows = [
            self._window(running)
            for key in keys
            for running in _running([each for each in results if each.indicator.key == key], self.periods)
        ]
        return PersistentFailure(self.name, tuple(windows))

    def _window(self, results: Sequence[PerformanceResult]) -> FailureWindow:
        period = Period(results[0].measurement.period.first, results[-1].measurement.period.last)
        failed = sum(each.outcome is Outcome.FAILED for each in results)
        words = Words(
            "{name} failed in {failed} of {measured} from {first} to {last}; {failures} of {periods} are too many.",
            name=results[0].indicator.name,
            failed=failed,
            measured=len(results),
            first=period.first,
            last=period.last,
            failures=self.failures,
            periods=self.periods,
        )
        return FailureWindow(period, Fraction(failed), failed >= self.failures, words, results[0].indicator.key)
