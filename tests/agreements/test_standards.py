from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.agreements.facts import of_any_type, said
from tests.agreements.performance_facts import (
    ANSWERED,
    BASIS,
    EVER,
    MISSED,
    YEAR_2017,
    indicator,
    measured,
    month,
)

from lgtrade.agreements import Better, Frequency, Indicator, Measurement, Outcome, Performance, PerformanceResult
from lgtrade.calendar import Period
from lgtrade.files import from_json, to_json
from lgtrade.strategies._standards import (
    BY_TYPE,
    indicators,
    performance_results,
    performances,
)


@given(performance_results())
def test_a_target_is_met_or_missed_within_tolerance_or_failed_with_its_threshold(result: PerformanceResult) -> None:
    value, standard = result.measurement.value, result.indicator
    higher = standard.better is Better.HIGHER
    met = value >= standard.target if higher else value <= standard.target
    failed = value < standard.threshold if higher else value > standard.threshold
    expected = Outcome.MET if met else Outcome.FAILED if failed else Outcome.TOLERATED
    assert result.outcome is expected


@given(performance_results())
def test_only_a_failure_falls_short_and_never_by_more_than_the_target_is_missed(result: PerformanceResult) -> None:
    assert (result.shortfall > 0) == (result.outcome is Outcome.FAILED)
    assert result.shortfall <= max(-result.difference, Fraction(0))
    assert abs(result.difference) == abs(result.measurement.value - result.indicator.target)


@given(indicators())
def test_what_is_exactly_on_the_target_is_met_and_exactly_on_the_threshold_does_not_fail(standard: Indicator) -> None:
    period = {Frequency.MONTH: month(4), Frequency.QUARTER: Period("2017-04-01", "2017-06-30")}.get(
        standard.frequency, YEAR_2017
    )
    on_target = PerformanceResult(standard, Measurement(standard.key, period, standard.target, BASIS))
    on_threshold = PerformanceResult(standard, Measurement(standard.key, period, standard.threshold, BASIS))
    assert on_target.outcome is Outcome.MET
    assert on_threshold.outcome is not Outcome.FAILED


@given(performances())
def test_every_measurement_has_one_result_in_the_order_of_the_days(performance: Performance) -> None:
    results = performance.results
    assert len(results) == len(performance.measurements)
    assert {each.measurement for each in results} == set(performance.measurements)
    firsts = [each.measurement.period.first for each in results]
    assert firsts == sorted(firsts)
    assert performance.failures(EVER) == tuple(each for each in results if each.outcome is Outcome.FAILED)


@given(performances(), st.randoms())
def test_the_order_in_which_measurements_are_given_changes_no_result(performance: Performance, random: Random) -> None:
    shuffled = random.sample(performance.measurements, len(performance.measurements))
    assert Performance(performance.indicators, tuple(shuffled)).results == performance.results


@pytest.mark.parametrize(
    ("standard", "value", "outcome", "difference", "shortfall", "words"),
    [
        (ANSWERED, "95", "met", "0", "0", "Calls answered, {p}: 95 meets the target of 95 (%)."),
        (ANSWERED, "97.5", "met", "2.5", "0", "Calls answered, {p}: 97.5 meets the target of 95 (%)."),
        (
            ANSWERED,
            "90",
            "within tolerance",
            "-5",
            "0",
            "Calls answered, {p}: 90 misses the target of 95 by 5, but is within the threshold of 90 (%).",
        ),
        (
            ANSWERED,
            "89.9",
            "failed",
            "-5.1",
            "0.1",
            "Calls answered, {p}: 89.9 misses the target of 95 by 5.1, and the threshold of 90 (%).",
        ),
        (MISSED, "0", "met", "0", "0", "Missed collections, {p}: 0 meets the target of 0 (collections)."),
        (
            MISSED,
            "5107",
            "failed",
            "-5107",
            "5107",
            "Missed collections, {p}: 5,107 misses the target of 0 by 5,107, and the threshold of 0 (collections).",
        ),
    ],
)
def test_how_a_measurement_came_out_is_said(  # by hand
    standard: Indicator, value: str, outcome: str, difference: str, shortfall: str, words: str
) -> None:
    result = PerformanceResult(standard, measured(4, value, standard.key))
    assert result.outcome.value == outcome
    assert (result.difference, result.shortfall) == (Fraction(difference), Fraction(shortfall))
    assert str(result.words) == words.replace("{p}", "1 April 2017 to 30 April 2017")


def test_a_failed_quarter_counts_in_its_last_month() -> None:
    quarterly = indicator(frequency=Frequency.QUARTER)
    quarter = Measurement("answered", Period("2017-01-01", "2017-03-31"), 80, BASIS)
    performance = Performance((quarterly,), (quarter,))
    assert [len(performance.failures(month(number))) for number in (1, 2, 3, 4)] == [0, 0, 1, 0]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"better": None}, ["better: None is of type NoneType. Accepted: whether higher or lower is better."]),
        (
            {"threshold": "95.5"},
            ["threshold: the threshold is better than the target: 95.5. Accepted: 95 or less."],
        ),
        (
            {"better": Better.LOWER},
            ["threshold: the threshold is better than the target: 90. Accepted: 95 or more."],
        ),
        (
            {
                "key": "",
                "name": 7,
                "unit": "",
                "better": "up",
                "target": 0.95,
                "threshold": "95%",
                "frequency": "weekly",
                "basis": "contract",
            },
            [
                "key: it is empty. Accepted: a name.",
                "name: 7 is of type int. Accepted: a name.",
                "unit: it is empty. Accepted: a name.",
                "better: 'up' is of type str. Accepted: whether higher or lower is better.",
                (
                    "target: 0.95 is a float, which cannot hold most amounts exactly. Accepted: a whole number, a "
                    'Decimal, or text such as "1,234.56".'
                ),
                "threshold: '95%' is not a number. Accepted: a whole number, a Decimal, or text such as \"1,234.56\".",
                "frequency: 'weekly' is of type str. Accepted: a Frequency.",
                "basis: 'contract' is of type str. Accepted: a Source or an Assumption.",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_an_indicator_is_said(changed: dict[str, Any], words: list[str]) -> None:
    assert said(lambda: indicator(**changed)) == words


def test_all_that_is_wrong_with_a_measurement_is_said() -> None:
    wrong = of_any_type
    assert said(lambda: Measurement("", wrong("May"), wrong(0.5), wrong("log"), areas=-1)) == [
        "indicator: it is empty. Accepted: a name.",
        "period: 'May' is of type str. Accepted: a Period.",
        (
            "value: 0.5 is a float, which cannot hold most amounts exactly. Accepted: a whole number, a Decimal, or "
            'text such as "1,234.56".'
        ),
        "basis: 'log' is of type str. Accepted: a Source or an Assumption.",
        "areas: it is -1. Accepted: a whole number of nothing or more, or nothing.",
    ]
    assert said(lambda: measured(4, 1, areas=wrong("two"))) == [
        "areas: it is 'two'. Accepted: a whole number of nothing or more, or nothing."
    ]


def test_a_result_of_another_indicator_or_another_length_of_time_is_refused() -> None:
    assert said(lambda: PerformanceResult(ANSWERED, Measurement("missed", YEAR_2017, 1, BASIS))) == [
        "measurement.indicator: it measures 'missed'. Accepted: a measurement of 'answered'.",
        (
            "measurement.period: Calls answered was measured over 1 January 2017 to 31 December 2017. Accepted: one "
            "calendar month."
        ),
    ]


def test_all_that_is_wrong_with_what_was_measured_is_said() -> None:
    half = Measurement("answered", Period("2017-05-01", "2017-05-20"), 90, BASIS)
    late = Measurement("answered", Period("2017-06-02", "2017-06-30"), 90, BASIS)
    given = (measured(4, 91), measured(4, 92), measured(4, 5, "left"), half, late, of_any_type("June"))
    assert said(lambda: Performance((ANSWERED, ANSWERED, of_any_type("x")), given)) == [
        "indicators[1].key: 'answered' is an indicator already. Accepted: another key.",
        "indicators[2]: 'x' is of type str. Accepted: an Indicator.",
        "measurements[2].indicator: 'left' is not an indicator. Accepted: one of the indicators: answered.",
        (
            "measurements[3].period: Calls answered was measured over 1 May 2017 to 20 May 2017. Accepted: one "
            "calendar month."
        ),
        (
            "measurements[4].period: Calls answered was measured over 2 June 2017 to 30 June 2017. Accepted: one "
            "calendar month."
        ),
        "measurements[5]: 'June' is of type str. Accepted: a Measurement.",
        (
            "measurements[1].period: measurements [0] and [1] of 'answered' both cover 1 April 2017 to 30 April 2017. "
            "Accepted: periods with no day in common."
        ),
    ]


@pytest.mark.parametrize(
    ("frequency", "right", "words"),
    [
        (Frequency.MONTH, month(4), "one calendar month"),
        (Frequency.QUARTER, Period("2017-02-01", "2017-04-30"), "three calendar months"),
        (Frequency.YEAR, Period("2016-04-01", "2017-03-31"), "twelve calendar months"),
    ],
)
def test_a_measurement_covers_the_whole_of_its_time(frequency: Frequency, right: Period, words: str) -> None:
    standard = indicator(frequency=frequency)
    assert PerformanceResult(standard, Measurement("answered", right, 95, BASIS)).outcome is Outcome.MET
    longer = Period(right.first, "2019-12-31")
    refused = said(lambda: PerformanceResult(standard, Measurement("answered", longer, 95, BASIS)))
    assert refused == [f"measurement.period: Calls answered was measured over {longer}. Accepted: {words}."]


@pytest.mark.parametrize("kind", BY_TYPE, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_a_standard_or_a_credit_comes_back_from_json_as_it_went(kind: Any, data: st.DataObject) -> None:
    value = data.draw(BY_TYPE[kind]())
    assert from_json(to_json(value), kind) == value
    assert hash(from_json(to_json(value), kind)) == hash(value)
