from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

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
    AreaDeduction,
    BandedDeduction,
    Benchmark,
    BenchmarkResult,
    Better,
    CreditCap,
    Credits,
    Indicator,
    MonthPoints,
    PercentageCredit,
    Performance,
    PointBand,
    PointsTrigger,
    RepeatTrigger,
)
from lgtrade.calendar import Period
from lgtrade.files import from_json, to_json
from lgtrade.money import DOWN, HALF_UP, ZERO, Money, Rate, Share, total
from lgtrade.strategies import money
from lgtrade.strategies._standards import (
    area_deductions,
    banded_deductions,
    credit_caps,
    months_of_points,
    percentage_credits,
    performances,
)

CHARGES = money(min_value=ZERO, max_value=Money.pounds(10**6))


def check_credits(given_credits: Credits, cap: CreditCap | None, charge: Money) -> None:
    """What holds for credits by any rule."""
    assert given_credits.total == total(line.amount for line in given_credits.lines)
    assert given_credits.total >= ZERO
    if cap is not None:
        assert given_credits.total <= cap.over(charge)
        if cap.share is not None:
            assert given_credits.total.pence <= charge.pence * cap.share.fraction
        if cap.most is not None:
            assert given_credits.total <= cap.most
    held = [line for line in given_credits.lines if line.amount < ZERO]
    assert held in ([], [given_credits.lines[-1]] if given_credits.lines else [])
    assert [line.indicators for line in held] in ([], [()])


@given(percentage_credits(), performances(), CHARGES)
def test_credits_by_percentage_add_up_and_are_never_more_than_their_cap(
    rule: PercentageCredit, performance: Performance, charge: Money
) -> None:
    rule = attrs.evolve(rule, weights={each.key: 2 for each in performance.indicators} | dict(rule.weights))
    performance = Performance((*performance.indicators, *missing(rule.weights, performance)), performance.measurements)
    found = rule.credits(performance, EVER, charge)
    check_credits(found, rule.cap, charge)
    assert len([line for line in found.lines if line.indicators]) == len(performance.failures(EVER))


@given(area_deductions(), performances(), CHARGES)
def test_deductions_by_area_add_up_and_are_never_more_than_their_cap(
    rule: AreaDeduction, performance: Performance, charge: Money
) -> None:
    performance = Performance((*performance.indicators, *missing(rule.weights, performance)), performance.measurements)
    found = rule.credits(performance, EVER, charge)
    check_credits(found, rule.cap, charge)
    named = {key for line in found.lines for key in line.indicators}
    assert named == {each.indicator.key for each in performance.failures(EVER)} & set(rule.weights)


def missing(keys: Any, performance: Performance) -> tuple[Indicator, ...]:
    known = {each.key for each in performance.indicators}
    return tuple(indicator(key=key) for key in keys if key not in known)


@given(banded_deductions(), months_of_points(), CHARGES)
def test_deductions_by_band_add_up_and_are_never_more_than_their_cap(
    rule: BandedDeduction, months: tuple[MonthPoints, ...], charge: Money
) -> None:
    found = rule.credits(months, charge)
    check_credits(found, rule.cap, charge)
    if rule.cap is None:
        assert found.total == total(rule.deduction(each.total) for each in months)
    reached = [each for each in months if each.total >= rule.bands[0].least]
    assert [line.period for line in found.lines if line.words.template.startswith("{points}")] == [
        each.month for each in reached
    ]


@given(credit_caps(), CHARGES)
def test_a_credit_cap_is_never_more_than_its_share_or_its_sum(cap: CreditCap, charge: Money) -> None:
    limits = [Fraction(charge.pence) * cap.share.fraction] if cap.share is not None else []
    limits += [Fraction(cap.most.pence)] if cap.most is not None else []
    assert min(limits) - 1 < cap.over(charge).pence <= min(limits)


def test_each_failure_earns_its_percentage_by_weight_up_to_the_cap() -> None:
    """By hand: 2% of £10,000 is £200; weights 1.5 and 1 make £300 and £200; the cap of 4% is £400."""
    performance = Performance(
        (ANSWERED, MISSED), (measured(5, 4, "missed"), measured(4, 80), measured(6, 91), measured(7, 80))
    )
    rule = PercentageCredit("Credits", Share("2%"), {"answered": "1.5", "missed": 1}, cap=CreditCap(Share("4%")))
    found = rule.credits(performance, Period("2017-04-01", "2017-06-30"), CHARGE)
    assert [(str(line.words), line.amount, line.indicators, line.period) for line in found.lines] == [
        (
            "Calls answered failed: 2% of £10,000.00, weight 1.5, is £300.00 (half up to a penny).",
            Money.pounds(300),
            ("answered",),
            month(4),
        ),
        (
            "Missed collections failed: 2% of £10,000.00, weight 1, is £200.00 (half up to a penny).",
            Money.pounds(200),
            ("missed",),
            month(5),
        ),
        (
            "£500.00 is held to the cap of £400.00.",
            Money.pounds(-100),
            (),
            Period("2017-04-01", "2017-05-31"),
        ),
    ]
    assert {line.rule for line in found.lines} == {"Credits"}
    assert (found.total, found.charge) == (Money.pounds(400), CHARGE)


def test_a_deduction_is_weight_by_areas_by_rate_rounded_as_stated() -> None:
    """By hand: 1.5 x 3 x £12.33 is £55.485."""
    performance = Performance((ANSWERED,), (measured(4, 80, areas=3), measured(5, 80, areas=0)))
    for rounding, amount in ((HALF_UP, "55.49"), (DOWN, "55.48"), (HALF_UP.to("1"), "55")):
        rule = AreaDeduction("Areas", Rate("12.33"), {"answered": "1.5"}, rounding)
        found = rule.credits(performance, YEAR_2017, CHARGE)
        assert [line.amount for line in found.lines] == [Money.pounds(amount), ZERO]
        assert str(found.lines[0].words) == (
            f"Calls answered failed: weight 1.5, areas 3, at £12.33 is {Money.pounds(amount)} ({rounding.name})."
        )


def test_a_month_is_deducted_for_by_the_band_it_reaches() -> None:
    rule = BandedDeduction(
        "Deductions",
        (PointBand(5000, Money.pounds(625)), PointBand(10_000, Money.pounds(1500))),
        CreditCap(most=Money.pounds(2000)),
    )
    months = [
        MonthPoints(month(2), {"missed": 9999, "late": "0.5", "spilt": 0}),
        MonthPoints(month(1), {"missed": 10_000}),
        MonthPoints(month(3), {"missed": 4999}),
    ]
    found = rule.credits(months, CHARGE)
    assert [(str(line.words), line.amount, line.indicators) for line in found.lines] == [
        (
            "10,000 points from 1 January 2017 to 31 January 2017 reach the band from 10,000: £1,500.00.",
            Money.pounds(1500),
            ("missed",),
        ),
        (
            "9,999.5 points from 1 February 2017 to 28 February 2017 reach the band from 5,000: £625.00.",
            Money.pounds(625),
            ("missed", "late"),
        ),
        ("£2,125.00 is held to the cap of £2,000.00.", Money.pounds(-125), ()),
    ]
    assert found.total == Money.pounds(2000)


SCHEDULE: dict[str, Any] = {"weights": {"answered": 1, "left": 1}}


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (CreditCap, ["there is neither a share nor a sum. Accepted: a share of the charge, or a sum."]),
        (
            lambda: CreditCap(of_any_type("10%"), Money.pounds(-5)),
            [
                "share: '10%' is of type str. Accepted: a Share, or nothing.",
                "most: it is negative: -£5.00. Accepted: nothing or more.",
            ],
        ),
        (lambda: CreditCap(Share("-10%")), ["-10% is not a part of a whole. Accepted: a share from 0% to 100%."]),
        (
            lambda: PointBand(-1, of_any_type(625)),
            [
                "least: it is negative: -1. Accepted: a figure of nothing or more.",
                "amount: 625 is of type int. Accepted: an amount of Money.",
            ],
        ),
        (
            lambda: BandedDeduction("", (), of_any_type("10%")),
            [
                "name: it is empty. Accepted: a name.",
                "bands: there is no band. Accepted: at least one band.",
                "cap: '10%' is of type str. Accepted: a CreditCap, or nothing.",
            ],
        ),
        (
            lambda: BandedDeduction(
                "Deductions",
                (PointBand(20, ZERO), PointBand(20, ZERO), PointBand(10, ZERO), of_any_type(5), PointBand(1, ZERO)),
            ),
            [
                "bands[3]: 5 is of type int. Accepted: a PointBand.",
                "bands[1].least: the band begins at 20. Accepted: a band that begins above 20.",
                "bands[2].least: the band begins at 10. Accepted: a band that begins above 20.",
            ],
        ),
        (
            lambda: PercentageCredit(
                "", of_any_type("2%"), {"a": -1, "b": of_any_type(0.5)}, of_any_type("up"), of_any_type("10%")
            ),
            [
                "percentage: '2%' is of type str. Accepted: a Share.",
                "name: it is empty. Accepted: a name.",
                "weights[a]: it is negative: -1. Accepted: a figure of nothing or more.",
                (
                    "weights[b]: 0.5 is a float, which cannot hold most amounts exactly. Accepted: a whole number, a "
                    'Decimal, or text such as "1,234.56".'
                ),
                "rounding: 'up' is of type str. Accepted: a Rounding.",
                "cap: '10%' is of type str. Accepted: a CreditCap, or nothing.",
            ],
        ),
        (
            lambda: AreaDeduction("Areas", Rate(-1), {}, HALF_UP.to(Decimal("0.001"))),
            [
                "rate: it is negative: -£1.00. Accepted: nothing or more.",
                "rounding.unit: a rounding to £0.001 does not give whole pence. Accepted: a unit of one penny or more.",
            ],
        ),
        (
            lambda: AreaDeduction("Areas", of_any_type(5), {}),
            ["rate: 5 is of type int. Accepted: a Rate."],
        ),
        (
            lambda: PercentageCredit("Credits", Share("2%"), **SCHEDULE).credits(
                answered(80), of_any_type("May"), Money.pounds(-1)
            ),
            [
                "weights[left]: 'left' is not an indicator. Accepted: one of the indicators: answered.",
                "period: 'May' is of type str. Accepted: a Period.",
                "charge: it is negative: -£1.00. Accepted: nothing or more.",
            ],
        ),
        (
            lambda: AreaDeduction("Areas", Rate(5), **SCHEDULE).credits(
                answered(95, 80), YEAR_2017, of_any_type("£10")
            ),
            [
                "weights[left]: 'left' is not an indicator. Accepted: one of the indicators: answered.",
                "charge: '£10' is of type str. Accepted: an amount of Money.",
                (
                    "measurements[1].areas: it is not said how many areas the failure of Calls answered affected. "
                    "Accepted: a whole number of nothing or more."
                ),
            ],
        ),
        (
            lambda: AreaDeduction("Areas", Rate(5), {}).credits(answered(80), of_any_type("May"), CHARGE),
            ["period: 'May' is of type str. Accepted: a Period."],
        ),
        (
            lambda: BandedDeduction("Deductions", (PointBand(1, ZERO),)).credits(
                [MonthPoints(month(1), {}), MonthPoints(month(1), {})], Money.pounds(-1)
            ),
            [
                "months: the month 1 January 2017 to 31 January 2017 is given twice. Accepted: each month once.",
                "charge: it is negative: -£1.00. Accepted: nothing or more.",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_credits_is_said(make: Callable[[], object], words: list[str]) -> None:
    assert said(make) == words


def test_what_is_worked_out_comes_back_from_json_too() -> None:
    performance = Performance((ANSWERED,), (measured(4, 80, areas=2),))
    values: list[Any] = [
        PercentageCredit("Credits", Share("2%"), {"answered": 1}, cap=CreditCap(Share("1%"))).credits(
            performance, YEAR_2017, CHARGE
        ),
        AreaDeduction("Areas", Rate("1.5"), {"answered": 1}).credits(performance, YEAR_2017, CHARGE),
        BandedDeduction("Bands", (PointBand(1, CHARGE),)).credits([MonthPoints(month(1), {"a": 2})], CHARGE),
        PointsTrigger("Termination", 1, 6).test([MonthPoints(month(1), {"a": 2})]),
        RepeatTrigger("Breach", 1, 2).test(performance),
    ]
    for value in values:
        assert from_json(to_json(value), type(value)) == value
    result = Benchmark("Audit", "days", Better.LOWER, BASIS, {"Kent": 1}).compare("1.5")
    assert from_json(to_json(result), BenchmarkResult) == result


@given(st.integers(0, 3), st.integers(0, 100), st.integers(0, 10**6))
def test_what_a_statement_takes_of_the_credits_adds_to_them_and_is_never_negative(
    failures: int, percentage: int, most: int
) -> None:
    rule = PercentageCredit("Credits", Share(f"{percentage}%"), {"answered": 1}, cap=CreditCap(most=Money(pence=most)))
    credited = rule.credits(answered(*[50] * failures), EVER, CHARGE)
    assert total(amount for _, amount in credited.entries) == credited.total
    assert all(amount > ZERO for _, amount in credited.entries)


def test_credits_held_to_their_cap_go_into_a_statement_as_one_sum() -> None:
    rule = PercentageCredit("Credits", Share("1%"), {"answered": 1}, cap=CreditCap(most=Money.pounds(150)))
    (entry,) = rule.credits(answered(50, 50), EVER, CHARGE).entries
    assert (str(entry[0]), entry[1]) == (
        "Credits: £200.00 is held to the cap of £150.00.",
        Money.pounds(150),
    )
    assert rule.credits(answered(99), EVER, CHARGE).entries == ()


def test_what_is_no_month_of_points_is_refused() -> None:
    rule = BandedDeduction("Deductions", (PointBand(1, Money.pounds(1)),))
    expected = ["months[0]: 'May' is of type str. Accepted: a MonthPoints."]
    assert said(lambda: rule.credits(of_any_type(["May"]), CHARGE)) == expected
    assert said(lambda: PointsTrigger("Termination", 1, 1).test(of_any_type(["May"]))) == expected
