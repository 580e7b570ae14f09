"""Strategies for standards of performance, points, credits and benchmarks."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import hypothesis.strategies as st

from lgtrade.agreements import (
    AreaDeduction,
    BandedDeduction,
    Benchmark,
    BenchmarkDifference,
    BenchmarkResult,
    Better,
    CreditCap,
    CreditLine,
    Credits,
    FailureWindow,
    Frequency,
    Indicator,
    Measurement,
    MonthPoints,
    PercentageCredit,
    Performance,
    PerformanceRecord,
    PerformanceResult,
    PersistentFailure,
    PointBand,
    PointScale,
    PointsFor,
    PointsTrigger,
    RepeatTrigger,
    ServiceCharge,
)
from lgtrade.calendar import Period
from lgtrade.frozen import FrozenMapping
from lgtrade.money import ZERO, Money, Rate
from lgtrade.strategies._calendar import periods
from lgtrade.strategies._money import money, rates, roundings
from lgtrade.strategies._sources import bases
from lgtrade.strategies._splits import shares
from lgtrade.strategies._values import frozen_mappings, names, words

_MOST = Money.pounds(10**9)
_SUMS = money(min_value=ZERO, max_value=_MOST)
_PARTS = st.sampled_from([1, 2, 3, 10, 100])
_FIGURES = st.builds(Fraction, st.integers(-(10**6), 10**6), _PARTS)
_POINTS = st.builds(Fraction, st.integers(0, 10**6), _PARTS)
_KEYS = st.sampled_from(["answered", "missed", "on-time", "heating"])


def _from(year: int, month: int, months: int) -> Period:
    """Give so many calendar months."""
    after, number = divmod(12 * year + month - 1 + months, 12)
    return Period(dt.date(year, month, 1), dt.date(after, number + 1, 1) - dt.timedelta(days=1))


@st.composite
def indicators(draw: st.DrawFn, *, key: str | None = None, frequency: Frequency | None = None) -> Indicator:
    """Generate indicators, for which higher or lower is better, with or without a tolerance.

    Args:
        draw: given by Hypothesis.
        key: only with this key.
        frequency: only measured so.

    >>> from hypothesis import find
    >>> find(indicators(), lambda indicator: indicator.target != indicator.threshold).better.value
    'higher'
    """
    better = draw(st.sampled_from(Better))
    one, other = sorted([draw(_FIGURES), draw(_FIGURES)], reverse=better is Better.HIGHER)
    often = draw(st.sampled_from(Frequency)) if frequency is None else frequency
    named = draw(_KEYS) if key is None else key
    return Indicator(named, draw(names()), draw(names()), better, one, other, often, draw(bases()))


@st.composite
def measurements(draw: st.DrawFn, *, indicator: Indicator | None = None) -> Measurement:
    """Generate measurements.

    Args:
        draw: given by Hypothesis.
        indicator: only of this one, over the time that one measurement of it covers.

    >>> from hypothesis import find
    >>> find(measurements(), lambda measured: measured.areas is not None).areas
    0
    """
    of = draw(indicators()) if indicator is None else indicator
    period = _from(draw(st.integers(1990, 2090)), draw(st.integers(1, 12)), of.frequency.months)
    return Measurement(of.key, period, draw(_FIGURES), draw(bases()), draw(st.none() | st.integers(0, 1000)))


def performance_results() -> st.SearchStrategy[PerformanceResult]:
    """Generate how one measurement came out.

    >>> from hypothesis import find
    >>> find(performance_results(), lambda result: True).outcome.value
    'met'
    """
    return indicators().flatmap(lambda one: st.builds(PerformanceResult, st.just(one), measurements(indicator=one)))


@st.composite
def performances(draw: st.DrawFn, *, max_indicators: int = 3, max_measurements: int = 6) -> Performance:
    """Generate what was measured under an agreement, without a gap in any indicator, in any order.

    Args:
        draw: given by Hypothesis.
        max_indicators: the most indicators.
        max_measurements: the most measurements of each.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> len(find(performances(), lambda one: len(one.measurements) > 1, settings=first).measurements) > 1
    True
    """
    keys = draw(st.lists(_KEYS, max_size=max_indicators, unique=True))
    of = [draw(indicators(key=key)) for key in keys]
    measured: list[Measurement] = []
    for indicator in of:
        year, month = draw(st.integers(2010, 2012)), draw(st.integers(1, 12))
        for number in range(draw(st.integers(0, max_measurements))):
            years, months = divmod(month - 1 + number * indicator.frequency.months, 12)
            period = _from(year + years, months + 1, indicator.frequency.months)
            areas = draw(st.integers(0, 1000))
            measured.append(Measurement(indicator.key, period, draw(_FIGURES), draw(bases()), areas))
    return Performance(tuple(of), tuple(draw(st.permutations(measured))))


def point_scales() -> st.SearchStrategy[PointScale]:
    """Generate how many points a failure brings.

    >>> from hypothesis import find
    >>> find(point_scales(), lambda scale: scale.points > 1).points > 1
    True
    """
    return st.builds(PointScale, _KEYS, _POINTS, st.sampled_from(PointsFor))


def month_points() -> st.SearchStrategy[MonthPoints]:
    """Generate the points of one month.

    >>> from hypothesis import find
    >>> find(month_points(), lambda month: month.total > 1).total > 1
    True
    """
    months = st.builds(_from, st.integers(1990, 2090), st.integers(1, 12), st.just(1))
    return st.builds(MonthPoints, months, frozen_mappings(_KEYS, _POINTS, max_size=3))


@st.composite
def months_of_points(draw: st.DrawFn, *, min_size: int = 0, max_size: int = 24) -> tuple[MonthPoints, ...]:
    """Generate the points of months running, one after another.

    Args:
        draw: given by Hypothesis.
        min_size: the fewest months.
        max_size: the most.

    >>> from hypothesis import find
    >>> len(find(months_of_points(), lambda months: len(months) > 1))
    2
    """
    first = 12 * draw(st.integers(1990, 2090)) + draw(st.integers(0, 11))
    points = draw(st.lists(frozen_mappings(_KEYS, _POINTS, max_size=2), min_size=min_size, max_size=max_size))
    return tuple(
        MonthPoints(_from((first + number) // 12, (first + number) % 12 + 1, 1), each)
        for number, each in enumerate(points)
    )


def points_triggers() -> st.SearchStrategy[PointsTrigger]:
    """Generate triggers by points.

    >>> from hypothesis import find
    >>> find(points_triggers(), lambda trigger: trigger.months > 1).months
    2
    """
    return st.builds(PointsTrigger, names(), _POINTS, st.integers(1, 24))


def repeat_triggers() -> st.SearchStrategy[RepeatTrigger]:
    """Generate triggers by repeated failures.

    >>> from hypothesis import find
    >>> find(repeat_triggers(), lambda trigger: trigger.failures > 1).periods
    2
    """
    return st.integers(1, 12).flatmap(
        lambda failures: st.builds(RepeatTrigger, names(), st.just(failures), st.integers(failures, 12))
    )


def failure_windows() -> st.SearchStrategy[FailureWindow]:
    """Generate windows that were tested for too much failure.

    >>> from hypothesis import find
    >>> find(failure_windows(), lambda window: window.exceeds).exceeds
    True
    """
    return st.builds(FailureWindow, periods(), _POINTS, st.booleans(), words(), st.just("") | _KEYS)


def persistent_failures() -> st.SearchStrategy[PersistentFailure]:
    """Generate whether failure persists.

    >>> from hypothesis import find
    >>> len(find(persistent_failures(), lambda failure: bool(failure.exceeding)).windows)
    1
    """
    return st.builds(PersistentFailure, names(), st.lists(failure_windows(), max_size=4).map(tuple))


def credit_caps() -> st.SearchStrategy[CreditCap]:
    """Generate caps on credits: a share of the charge, a sum, or both.

    >>> from hypothesis import find
    >>> find(credit_caps(), lambda cap: cap.share is not None and cap.most is not None).most
    £0.00
    """
    share, most = shares(), _SUMS
    return st.one_of(
        st.builds(CreditCap, share), st.builds(CreditCap, st.none(), most), st.builds(CreditCap, share, most)
    )


def point_bands() -> st.SearchStrategy[PointBand]:
    """Generate bands of points.

    >>> from hypothesis import find
    >>> find(point_bands(), lambda band: band.amount > ZERO).amount
    £0.01
    """
    return st.builds(PointBand, _POINTS, _SUMS)


def banded_deductions() -> st.SearchStrategy[BandedDeduction]:
    """Generate deductions by bands of points.

    >>> from hypothesis import find
    >>> len(find(banded_deductions(), lambda rule: len(rule.bands) > 1).bands)
    2
    """
    bands = st.dictionaries(_POINTS, _SUMS, min_size=1, max_size=5)
    return st.builds(BandedDeduction, names(), bands.map(_in_order), st.none() | credit_caps())


def _in_order(bands: dict[Fraction, Money]) -> tuple[PointBand, ...]:
    return tuple(PointBand(least, bands[least]) for least in sorted(bands))


_WEIGHTS = st.dictionaries(_KEYS, st.builds(Fraction, st.integers(0, 100), _PARTS), max_size=3).map(FrozenMapping)


def percentage_credits() -> st.SearchStrategy[PercentageCredit]:
    """Generate credits of a percentage of the charge.

    >>> from hypothesis import find
    >>> find(percentage_credits(), lambda rule: True).rounding
    half up to a penny
    """
    caps = st.none() | credit_caps()
    return st.builds(PercentageCredit, names(), shares(), _WEIGHTS, roundings(for_money=True), caps)


def area_deductions() -> st.SearchStrategy[AreaDeduction]:
    """Generate deductions by weights and areas.

    >>> from hypothesis import find
    >>> find(area_deductions(), lambda rule: rule.rate > Rate(1)).rate
    £2.00
    """
    rate, caps = rates(min_value=Rate(0), max_value=Rate(10**6)), st.none() | credit_caps()
    return st.builds(AreaDeduction, names(), rate, _WEIGHTS, roundings(for_money=True), caps)


def credit_lines() -> st.SearchStrategy[CreditLine]:
    """Generate lines of credit.

    >>> from hypothesis import find
    >>> find(credit_lines(), lambda line: line.amount > ZERO).amount
    £0.01
    """
    failed = st.lists(_KEYS, max_size=3, unique=True).map(tuple)
    return st.builds(CreditLine, names(), failed, periods(), words(), money(min_value=-_MOST, max_value=_MOST))


def service_credits() -> st.SearchStrategy[Credits]:
    """Generate what is credited against one charge.

    >>> from hypothesis import find
    >>> find(service_credits(), lambda credits: credits.total > ZERO).total
    £0.01
    """
    return st.builds(Credits, _SUMS, st.lists(credit_lines(), max_size=4).map(tuple))


def benchmark_differences() -> st.SearchStrategy[BenchmarkDifference]:
    """Generate how one figure differs from another.

    >>> from hypothesis import find
    >>> find(benchmark_differences(), lambda one: one.difference == 0).difference
    Fraction(0, 1)
    """
    return st.builds(BenchmarkDifference, names(), _FIGURES, _FIGURES)


def benchmarks() -> st.SearchStrategy[Benchmark]:
    """Generate what a figure is set against: other bodies, the partners' common standard, or both.

    >>> from hypothesis import find
    >>> len(find(benchmarks(), lambda one: one.standard is None).peers)
    1
    """
    better = st.sampled_from(Better)
    alone = st.builds(Benchmark, names(), names(), better, bases(), st.just({}), _FIGURES)
    peers = frozen_mappings(names(), _FIGURES, min_size=1, max_size=4)
    return alone | st.builds(Benchmark, names(), names(), better, bases(), peers, st.none() | _FIGURES)


def benchmark_results() -> st.SearchStrategy[BenchmarkResult]:
    """Generate how a figure compares with others.

    >>> from hypothesis import find
    >>> find(benchmark_results(), lambda result: True).rank
    1
    """
    return benchmarks().flatmap(lambda one: _FIGURES.map(one.compare))


def service_charges(*, period: Period | None = None) -> st.SearchStrategy[ServiceCharge]:
    """Generate what is charged for some days.

    Args:
        period: only for these days.

    >>> from hypothesis import find
    >>> find(service_charges(), lambda charge: charge.amount > ZERO).amount
    £0.01
    """
    days = periods() if period is None else st.just(period)
    return st.builds(ServiceCharge, days, money(min_value=ZERO, max_value=_MOST), bases())


@st.composite
def performance_records(draw: st.DrawFn) -> PerformanceRecord:
    """Generate what was measured under an agreement and what follows from its rules; in some, only points are known.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> bool(find(performance_records(), lambda record: bool(record.rules), settings=first).rules)
    True
    """
    performance = draw(performances(max_indicators=2, max_measurements=4))
    measured = [each.period for each in performance.measurements]
    stated = () if measured else draw(months_of_points(max_size=6))
    days = [*measured, *(each.month for each in stated)]
    whole = Period(min(each.first for each in days), max(each.last for each in days)) if days else None
    rules = draw(st.lists(banded_deductions(), max_size=1))
    return PerformanceRecord(
        draw(names()),
        draw(bases()),
        performance,
        (),
        stated,
        tuple(draw(st.lists(points_triggers(), max_size=1))),
        tuple(rules),
        tuple(draw(st.lists(service_charges(period=whole), max_size=1))),
    )


BY_TYPE = {
    AreaDeduction: area_deductions,
    BandedDeduction: banded_deductions,
    Benchmark: benchmarks,
    BenchmarkDifference: benchmark_differences,
    BenchmarkResult: benchmark_results,
    CreditCap: credit_caps,
    CreditLine: credit_lines,
    Credits: service_credits,
    FailureWindow: failure_windows,
    Indicator: indicators,
    Measurement: measurements,
    MonthPoints: month_points,
    Performance: performances,
    PerformanceResult: performance_results,
    PersistentFailure: persistent_failures,
    PercentageCredit: percentage_credits,
    PerformanceRecord: performance_records,
    ServiceCharge: service_charges,
    PointBand: point_bands,
    PointScale: point_scales,
    PointsTrigger: points_triggers,
    RepeatTrigger: repeat_triggers,
}
