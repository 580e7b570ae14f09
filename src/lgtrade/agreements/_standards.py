"""Standards of performance: what is measured, against which target, and how it came out.

A figure is exact and in the unit of its indicator: where the unit is a percentage, 95 stands for 95%.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise

import attrs

from lgtrade.calendar import Period
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, read_or_as_given, refuse, shown, unread, wrong_type
from lgtrade.money import Exact, exact_number, plain
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import Words

_NAME = Words("a name")
_BASIS = Words("a Source or an Assumption")


def exact_figure(value: object) -> Fraction:
    """Read a figure: text such as ``"97.5"``, a whole number, a ``Decimal`` or a ``Fraction``.

    >>> exact_figure("97.5")
    Fraction(195, 2)
    """
    return value if isinstance(value, Fraction) else Fraction(exact_number(value))


def figure(value: object) -> Fraction:
    """Read a figure, or keep what was given, to be refused with all else that is wrong."""
    return read_or_as_given(exact_figure, value)


def figures(values: Mapping[str, Exact | str]) -> FrozenMapping[str, Fraction]:
    """Read the figure of each, or keep what was given."""
    return FrozenMapping({name: figure(value) for name, value in values.items()})


def name_issues(place: str, value: object) -> Iterator[Issue]:
    """Yield why a value is not a name."""
    yield from wrong_type(place, value, str, _NAME)
    if value == "":
        yield Issue("standard.name", place, Words("it is empty"), _NAME)


def not_negative(place: str, value: Fraction) -> Iterator[Issue]:
    """Yield why a value is not a figure of nothing or more."""
    issues = tuple(unread(exact_figure, place, value))
    yield from issues
    if not issues and value < 0:
        found = Words("it is negative: {value}", value=plain(value))
        yield Issue("standard.negative", place, found, Words("a figure of nothing or more"))


def calendar_months(period: Period) -> int | None:
    """Count the calendar months of a period; none if it begins or ends within one."""
    first, after = period.first, period.last + dt.timedelta(days=1)
    if first.day != 1 or after.day != 1:
        return None
    return 12 * (after.year - first.year) + after.month - first.month


def gaps(periods: Iterable[Period]) -> Iterator[Period]:
    """Yield the days that are missing between periods that should follow one another."""
    for before, after in pairwise(sorted(periods)):
        first = before.last + dt.timedelta(days=1)
        if first < after.first:
            yield Period(first, after.first - dt.timedelta(days=1))


class Better(enum.Enum):
    """Which way a figure gets better.

    >>> Better.LOWER.lead(Fraction(3), Fraction(5))
    Fraction(2, 1)
    """

    HIGHER = "higher"
    LOWER = "lower"

    def lead(self, value: Fraction, other: Fraction) -> Fraction:
        """Say by how much a value is better than another: below nothing if it is worse."""
        return value - other if self is Better.HIGHER else other - value


class Frequency(enum.Enum):
    """How much time one measurement covers: whole calendar months.

    >>> Frequency.QUARTER.months
    3
    """

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        """How many calendar months."""
        return {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.YEAR: 12}[self]


class Outcome(enum.Enum):
    """How a measurement came out: the target met, missed but within the threshold, or the threshold missed too."""

    MET = "met"
    TOLERATED = "within tolerance"
    FAILED = "failed"


@attrs.frozen
class Indicator:
    """What is measured, and what it should come to.

    Args:
        key: a short name for files and tables.
        name: what people call it.
        unit: what it is counted in: calls, days, a percentage.
        better: whether a higher or a lower figure is better.
        target: the figure that should be reached.
        threshold: the least that is acceptable (the most, where lower is better); the target itself where nothing
            short of it is tolerated.
        frequency: how much time one measurement covers.
        basis: where the standard is set, or the assumption it rests on.

    Raises:
        InputError: it is not said which way is better, the threshold is better than the target, a figure is a
            ``float`` or not a number, or a part is of the wrong type; all together.

    >>> schedule = Source("Agreement, schedule 3")
    >>> Indicator("answered", "Calls answered", "%", Better.HIGHER, "95", "90", Frequency.MONTH, schedule).target
    Fraction(95, 1)
    """

    key: str
    name: str
    unit: str
    better: Better
    target: Fraction = attrs.field(converter=figure)
    threshold: Fraction = attrs.field(converter=figure)
    frequency: Frequency
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse a standard that nothing can be measured against."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        for place, value in (("key", self.key), ("name", self.name), ("unit", self.unit)):
            yield from name_issues(place, value)
        yield from wrong_type("better", self.better, Better, Words("whether higher or lower is better"))
        unread_figures = [*unread(exact_figure, "target", self.target)]
        unread_figures += unread(exact_figure, "threshold", self.threshold)
        yield from unread_figures
        if not unread_figures and isinstance(self.better, Better) and self.better.lead(self.threshold, self.target) > 0:
            found = Words("the threshold is better than the target: {threshold}", threshold=plain(self.threshold))
            template = "{target} or less" if self.better is Better.HIGHER else "{target} or more"
            yield Issue("indicator.threshold", "threshold", found, Words(template, target=plain(self.target)))
        yield from wrong_type("frequency", self.frequency, Frequency, Words("a Frequency"))
        yield from wrong_type("basis", self.basis, (Source, Assumption), _BASIS)


@attrs.frozen
class Measurement:
    """What one indicator came to in one period.

    Args:
        indicator: the key of the indicator.
        period: the days that were measured.
        value: the figure, in the unit of the indicator.
        basis: the source of the figure, or the assumption it rests on.
        areas: how many areas a failure affected, where a deduction counts them; none if that was not recorded.

    Raises:
        InputError: the value is a ``float`` or not a number, the areas are below nothing, or a part is of the wrong
            type; all together.

    >>> Measurement("answered", Period("2017-04-01", "2017-04-30"), "93.5", Source("call log")).value
    Fraction(187, 2)
    """

    indicator: str
    period: Period
    value: Fraction = attrs.field(converter=figure)
    basis: Basis
    areas: int | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what measures nothing."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("indicator", self.indicator)
        yield from wrong_type("period", self.period, Period, Words("a Period"))
        yield from unread(exact_figure, "value", self.value)
        yield from wrong_type("basis", self.basis, (Source, Assumption), _BASIS)
        if self.areas is not None and (type(self.areas) is not int or self.areas < 0):
            found = Words("it is {areas}", areas=shown(self.areas))
            yield Issue("measurement.areas", "areas", found, Words("a whole number of nothing or more, or nothing"))


_OUTCOMES = {
    Outcome.MET: "{name}, {period}: {value} meets the target of {target} ({unit}).",
    Outcome.TOLERATED: "{name}, {period}: {value} misses the target of {target} by {short}, but is within the "
    "threshold of {threshold} ({unit}).",
    Outcome.FAILED: "{name}, {period}: {value} misses the target of {target} by {short}, and the threshold of "
    "{threshold} ({unit}).",
}
_LENGTHS = {
    Frequency.MONTH: Words("one calendar month"),
    Frequency.QUARTER: Words("three calendar months"),
    Frequency.YEAR: Words("twelve calendar months"),
}


def _misfits(indicator: Indicator, measurement: Measurement) -> Iterator[Issue]:
    if calendar_months(measurement.period) != indicator.frequency.months:
        found = Words("{name} was measured over {period}", name=indicator.name, period=measurement.period)
        yield Issue("measurement.period", "period", found, _LENGTHS[indicator.frequency])


@attrs.frozen
class PerformanceResult:
    """How one measurement came out against its indicator.

    Args:
        indicator: the indicator.
        measurement: what was measured.

    Raises:
        InputError: the measurement is of another indicator, or covers more or less time than one measurement should;
            all together.

    >>> schedule = Source("Agreement, schedule 3")
    >>> calls = Indicator("answered", "Calls answered", "%", Better.HIGHER, 95, 90, Frequency.MONTH, schedule)
    >>> april = Measurement("answered", Period("2017-04-01", "2017-04-30"), "93.5", Source("call log"))
    >>> result = PerformanceResult(calls, april)
    >>> result.outcome.value, result.difference
    ('within tolerance', Fraction(-3, 2))
    """

    indicator: Indicator
    measurement: Measurement

    def __attrs_post_init__(self) -> None:
        """Refuse a measurement of something else."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        if self.measurement.indicator != self.indicator.key:
            found = Words("it measures {key}", key=shown(self.measurement.indicator))
            accepted = Words("a measurement of {key}", key=shown(self.indicator.key))
            yield Issue("measurement.indicator", "measurement.indicator", found, accepted)
        yield from (issue.under("measurement") for issue in _misfits(self.indicator, self.measurement))

    @property
    def outcome(self) -> Outcome:
        """Whether the target was met, missed within tolerance, or missed with the threshold."""
        if self.difference >= 0:
            return Outcome.MET
        return Outcome.FAILED if self.shortfall else Outcome.TOLERATED

    @property
    def difference(self) -> Fraction:
        """By how much the figure is better than the target: below nothing if it is worse."""
        return self.indicator.better.lead(self.measurement.value, self.indicator.target)

    @property
    def shortfall(self) -> Fraction:
        """By how much the figure misses the threshold; nothing unless it failed."""
        return max(self.indicator.better.lead(self.indicator.threshold, self.measurement.value), Fraction(0))

    @property
    def words(self) -> Words:
        """How it came out, in a sentence."""
        indicator = self.indicator
        return Words(
            _OUTCOMES[self.outcome],
            name=indicator.name,
            period=self.measurement.period,
            value=plain(self.measurement.value),
            target=plain(indicator.target),
            threshold=plain(indicator.threshold),
            short=plain(-self.difference),
            unit=indicator.unit,
        )


@attrs.frozen
class Performance:
    """What was measured under one agreement.

    Args:
        indicators: the indicators of the agreement.
        measurements: what was measured, in any order.

    Raises:
        InputError: an indicator is given twice, or a measurement is of an unknown indicator, covers more or less time
            than it should, or overlaps another of the same indicator; all together.

    >>> schedule = Source("Agreement, schedule 3")
    >>> calls = Indicator("answered", "Calls answered", "%", Better.HIGHER, 95, 90, Frequency.MONTH, schedule)
    >>> april = Measurement("answered", Period("2017-04-01", "2017-04-30"), "87.5", Source("call log"))
    >>> print(Performance((calls,), (april,)).results[0].words)
    Calls answered, 1 April 2017 to 30 April 2017: 87.5 misses the target of 95 by 7.5, and the threshold of 90 (%).
    """

    indicators: tuple[Indicator, ...]
    measurements: tuple[Measurement, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse measurements that do not belong to the indicators, or count the same days twice."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        known: dict[str, Indicator] = {}
        for number, indicator in enumerate(self.indicators):
            yield from wrong_type(f"indicators[{number}]", indicator, Indicator, Words("an Indicator"))
            if isinstance(indicator, Indicator):
                if indicator.key in known:
                    found = Words("{key} is an indicator already", key=shown(indicator.key))
                    yield Issue("indicator.twice", f"indicators[{number}].key", found, Words("another key"))
                known.setdefault(indicator.key, indicator)
        alike: dict[str, list[tuple[Period, int]]] = {}
        for number, measured in enumerate(self.measurements):
            place = f"measurements[{number}]"
            yield from wrong_type(place, measured, Measurement, Words("a Measurement"))
            if isinstance(measured, Measurement):
                yield from (issue.under(place) for issue in _unfit(known, measured))
                alike.setdefault(measured.indicator, []).append((measured.period, number))
        for key, periods in alike.items():
            yield from _overlaps(key, sorted(periods))

    @property
    def results(self) -> tuple[PerformanceResult, ...]:
        """How each measurement came out, in the order of the days measured, and for the same days of the indicators."""
        known = {indicator.key: indicator for indicator in self.indicators}
        order = {key: number for number, key in enumerate(known)}
        inorder = sorted(self.measurements, key=lambda measured: (measured.period, order[measured.indicator]))
        return tuple(PerformanceResult(known[measured.indicator], measured) for measured in inorder)

    def failures(self, period: Period) -> tuple[PerformanceResult, ...]:
        """Give what failed in measurements that ended in a period: a failed quarter counts in its last month.

        >>> Performance((), ()).failures(Period("2017-04-01", "2017-04-30"))
        ()
        """
        ended = (result for result in self.results if result.measurement.period.last in period)
        return tuple(result for result in ended if result.outcome is Outcome.FAILED)


def unknown_indicators(performance: Performance, place: str, keys: Iterable[str]) -> Iterator[Issue]:
    """Yield an issue for each key that names no indicator.

    >>> [issue.place for issue in unknown_indicators(Performance((), ()), "weights", ["answered"])]
    ['weights[answered]']
    """
    known = {indicator.key for indicator in performance.indicators}
    for key in keys:
        if key not in known:
            yield _unknown(f"{place}[{key}]", key, known)


def _unknown(place: str, key: str, known: Iterable[str]) -> Issue:
    found = Words("{key} is not an indicator", key=shown(key))
    accepted = Words("one of the indicators: {known}", known=", ".join(sorted(known)) or "none")
    return Issue("indicator.unknown", place, found, accepted)


def _unfit(known: Mapping[str, Indicator], measured: Measurement) -> Iterator[Issue]:
    indicator = known.get(measured.indicator)
    if indicator is None:
        yield _unknown("indicator", measured.indicator, known)
    else:
        yield from _misfits(indicator, measured)


def _overlaps(key: str, periods: list[tuple[Period, int]]) -> Iterator[Issue]:
    for (before, first), (after, second) in pairwise(periods):
        both = before.overlap(after)
        if both is not None:
            words = "measurements [{first}] and [{second}] of {key} both cover {period}"
            found = Words(words, first=min(first, second), second=max(first, second), key=shown(key), period=both)
            place = f"measurements[{max(first, second)}].period"
            yield Issue("measurement.overlap", place, found, Words("periods with no day in common"))
