from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.agreements.facts import of_any_type, said
from tests.agreements.performance_facts import (
    ANSWERED,
    BASIS,
    CHARGE,
    EVER,
    MISSED,
    YEAR_2017,
    answered,
    indicator,
    measured,
    month,
)

from lgtrade.agreements import (
    BandedDeduction,
    Frequency,
    Measurement,
    MonthPoints,
    Outcome,
    Performance,
    PersistentFailure,
    PointBand,
    PointScale,
    PointsFor,
    PointsTrigger,
    RepeatTrigger,
    points_by_month,
)
from lgtrade.answers import Verdict
from lgtrade.calendar import Period
from lgtrade.money import Money
from lgtrade.strategies._standards import (
    months_of_points,
    performances,
    point_scales,
    points_triggers,
    repeat_triggers,
)


@given(performances(), st.data())
def test_the_points_of_the_months_are_the_points_of_the_failures(performance: Performance, data: st.DataObject) -> None:
    scales = [attrs.evolve(data.draw(point_scales()), indicator=each.key) for each in performance.indicators]
    months = points_by_month(performance, scales)
    by_key = {scale.indicator: scale for scale in scales}
    each_failure = (by_key[each.indicator.key].of(each) for each in performance.failures(EVER))
    assert sum((each.total for each in months), Fraction(0)) == sum(each_failure, Fraction(0))
    assert [each.month for each in months] == sorted({each.month for each in months})


def test_points_are_given_for_each_failure_or_each_unit_short_and_only_for_failures() -> None:
    performance = answered("89", "92", "87.5", "96")
    for counted, expected in ((PointsFor.FAILURE, [3, 0, 3, 0]), (PointsFor.UNIT, [3, 0, Fraction(15, 2), 0])):
        months = points_by_month(performance, [PointScale("answered", 3, counted)])
        assert [each.total for each in months] == expected
        assert [each.month for each in months] == [month(1), month(2), month(3), month(4)]


def test_points_of_a_quarter_count_in_its_last_month_and_what_has_no_scale_has_none() -> None:
    quarterly = indicator(frequency=Frequency.QUARTER)
    failed = Measurement("answered", Period("2017-10-01", "2017-12-31"), 80, BASIS)
    performance = Performance((quarterly, MISSED), (failed, measured(9, 4, "missed")))
    assert points_by_month(performance, [PointScale("answered", 5)]) == (
        MonthPoints(month(10), {}),
        MonthPoints(month(11), {}),
        MonthPoints(month(12), {"answered": 5}),
    )


def test_all_that_is_wrong_with_counting_points_is_said() -> None:
    performance = Performance((ANSWERED,), (measured(5, 80), measured(1, 80), measured(9, 80)))
    scales = [PointScale("answered", 1), PointScale("left", 1), PointScale("answered", 2)]
    assert said(lambda: points_by_month(performance, scales)) == [
        "scales[left]: 'left' is not an indicator. Accepted: one of the indicators: answered.",
        "scales[2]: 'answered' has a scale already. Accepted: one scale for each indicator.",
        (
            "measurements: 'answered' was not measured from 1 February 2017 to 30 April 2017. Accepted: measurements "
            "without a gap from the first to the last."
        ),
        (
            "measurements: 'answered' was not measured from 1 June 2017 to 31 August 2017. Accepted: measurements "
            "without a gap from the first to the last."
        ),
    ]
    assert said(lambda: points_by_month(Performance((), ()), [PointScale("left", 1)])) == [
        "scales[left]: 'left' is not an indicator. Accepted: one of the indicators: none."
    ]


def test_all_that_is_wrong_with_a_scale_or_a_month_is_said() -> None:
    wrong = of_any_type
    assert said(lambda: PointScale("", -2, wrong("each"))) == [
        "indicator: it is empty. Accepted: a name.",
        "points: it is negative: -2. Accepted: a figure of nothing or more.",
        "counted: 'each' is of type str. Accepted: a PointsFor.",
    ]
    assert said(lambda: MonthPoints(YEAR_2017, {"a": -1, "b": wrong("few")})) == [
        "month: 1 January 2017 to 31 December 2017 is not a month. Accepted: one calendar month.",
        "points[a]: it is negative: -1. Accepted: a figure of nothing or more.",
        "points[b]: 'few' is not a number. Accepted: a whole number, a Decimal, or text such as \"1,234.56\".",
    ]
    assert said(lambda: MonthPoints(wrong("May"), {})) == ["month: 'May' is of type str. Accepted: a Period."]


@given(months_of_points(), points_triggers())
def test_every_so_many_months_running_are_tested_and_their_points_add_up(
    months: tuple[MonthPoints, ...], trigger: PointsTrigger
) -> None:
    found = trigger.test(reversed(months))
    assert len(found.windows) == (max(len(months) - trigger.months, 0) + 1 if months else 0)
    for window in found.windows:
        inside = [each.total for each in months if each.month.first in window.period]
        assert len(inside) == min(trigger.months, len(months))
        assert window.count == sum(inside, Fraction(0))
        assert window.exceeds == (window.count > trigger.points)


@given(months_of_points(min_size=1), points_triggers())
def test_failure_persists_if_and_only_if_a_window_has_too_much(
    months: tuple[MonthPoints, ...], trigger: PointsTrigger
) -> None:
    found = trigger.test(months)
    assert (found.answer.verdict is Verdict.YES) == bool(found.exceeding)
    assert (found.answer.verdict is Verdict.NO) == (not found.exceeding)


@given(performances(), repeat_triggers())
def test_one_indicator_has_to_fail_so_often_among_its_own_measurements(
    performance: Performance, trigger: RepeatTrigger
) -> None:
    found = trigger.test(performance)
    for window in found.windows:
        inside = [
            each.outcome
            for each in performance.results
            if each.indicator.key == window.indicator and each.measurement.period.first in window.period
        ]
        assert len(inside) <= trigger.periods
        assert window.count == inside.count(Outcome.FAILED)
        assert window.exceeds == (window.count >= trigger.failures)
    assert {window.indicator for window in found.windows} == {each.indicator for each in performance.measurements}


BRIDGEND = [10_214, 63_764, 228_877, 20_346, 69_464, 40_901, 36_692, 24_353, 15_510]


def test_points_of_a_waste_contract_allowed_it_to_be_ended() -> None:
    """South Wales Echo, 29 July 2017, and a freedom of information reply of 14 March 2018 on bridgendcounty.org.

    http://www.pressreader.com/uk/south-wales-echo/20170729/281663960081950: two points a missed collection, deductions
    from 5,000 points in a month with a lowest band of £625; more than 180,000 points in any six consecutive months, or
    360,000 in twelve, allow termination. The points of nine months are as replied, and provisional; the months here
    are numbered from January. The supplier was a private firm, and only the lowest band was published.
    """
    collections = [Fraction(points, 2) for points in BRIDGEND]
    performance = Performance(
        (MISSED,), tuple(measured(number, each, "missed") for number, each in enumerate(collections, start=1))
    )
    months = points_by_month(performance, [PointScale("missed", 2, PointsFor.UNIT)])
    assert [each.total for each in months] == BRIDGEND
    six = PointsTrigger("Six months", 180_000, 6).test(months)
    assert [window.count for window in six.windows] == [433_566, 460_044, 420_633, 207_266]
    assert six.exceeding == six.windows
    twelve = PointsTrigger("Twelve months", 360_000, 12).test(months)
    assert [window.count for window in twelve.exceeding] == [510_121]
    assert str(six.answer.words) == (
        "Six months: windows over the limit: 4 of 4, first from 1 January 2017 to 30 June 2017."
    )
    assert str(six.windows[3].words) == (
        "Points from 1 April 2017 to 30 September 2017: 207,266; more than 180,000 in a 6-month window are too many."
    )


def test_deductions_of_a_waste_contract_began_at_2500_missed_collections() -> None:
    """South Wales Echo, 29 July 2017: see above. Every month of the reply is over the 5,000 points."""
    rule = BandedDeduction("Deductions", (PointBand(5000, Money.pounds(625)),))
    scale = PointScale("missed", 2, PointsFor.UNIT)
    for collections, deducted in ((2499, 0), (2500, 625)):
        months = points_by_month(Performance((MISSED,), (measured(5, collections, "missed"),)), [scale])
        assert rule.credits(months, CHARGE).total == Money.pounds(deducted)
    assert all(rule.deduction(points) == Money.pounds(625) for points in BRIDGEND)


def test_exactly_as_many_points_as_are_allowed_are_not_too_many() -> None:
    months = [MonthPoints(month(1), {"missed": 60}), MonthPoints(month(2), {"missed": 40})]
    assert PointsTrigger("Termination", 100, 2).test(months).exceeding == ()
    found = PointsTrigger("Termination", 99, 2).test(months)
    assert found.exceeding == found.windows
    none = PointsTrigger("Termination", 100, 2).test(months).answer
    assert str(none.words) == "Termination: windows over the limit: none of 1."


def test_three_failures_in_any_six_months_are_a_persistent_breach() -> None:
    found = RepeatTrigger("Persistent breach", 3, 6).test(answered(80, 95, 85, 92, 95, 89, 95, 80))
    assert [window.count for window in found.windows] == [3, 2, 3]
    assert [str(window.words) for window in found.exceeding] == [
        "Calls answered failed in 3 of 6 from 1 January 2017 to 30 June 2017; 3 of 6 are too many.",
        "Calls answered failed in 3 of 6 from 1 March 2017 to 31 August 2017; 3 of 6 are too many.",
    ]


def test_nothing_measured_leaves_it_open_whether_failure_persists() -> None:
    answer = PersistentFailure("Termination", ()).answer
    assert (answer.verdict, answer.facts) == (Verdict.UNKNOWN, ("measurements",))
    assert str(answer.words) == "Termination: nothing was measured."


def test_months_that_are_missing_or_given_twice_are_said_and_not_guessed() -> None:
    months = [MonthPoints(month(number), {}) for number in (7, 1, 2, 2, 5)]
    assert said(lambda: PointsTrigger("Termination", 1, 6).test(months)) == [
        "months: the month 1 February 2017 to 28 February 2017 is given twice. Accepted: each month once.",
        (
            "months: there are no points for 1 March 2017 to 30 April 2017. Accepted: every month from the first to "
            "the last."
        ),
        (
            "months: there are no points for 1 June 2017 to 30 June 2017. Accepted: every month from the first to the "
            "last."
        ),
    ]
    gap = Performance((ANSWERED,), (measured(1, 80), measured(3, 80)))
    assert said(lambda: RepeatTrigger("Persistent breach", 1, 2).test(gap)) == [
        (
            "measurements: 'answered' was not measured from 1 February 2017 to 28 February 2017. Accepted: "
            "measurements without a gap from the first to the last."
        )
    ]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (
            lambda: PointsTrigger("", -1, 0),
            [
                "name: it is empty. Accepted: a name.",
                "points: it is negative: -1. Accepted: a figure of nothing or more.",
                "months: it is 0. Accepted: a whole number of months, one or more.",
            ],
        ),
        (
            lambda: RepeatTrigger("", 0, 0),
            [
                "name: it is empty. Accepted: a name.",
                "failures: it is 0. Accepted: a whole number of failures, one or more.",
            ],
        ),
        (
            lambda: RepeatTrigger("Breach", 3, 2),
            ["periods: it is 2. Accepted: a whole number of measurements, 3 or more."],
        ),
        (
            lambda: RepeatTrigger("Breach", of_any_type("3"), 2),
            ["failures: it is '3'. Accepted: a whole number of failures, one or more."],
        ),
    ],
)
def test_all_that_is_wrong_with_a_trigger_is_said(make: Callable[[], object], words: list[str]) -> None:
    assert said(make) == words
