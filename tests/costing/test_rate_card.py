"""What an hour of somebody's work costs."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from tests.agreements.facts import of_any_type, said
from tests.costing.facts import BASIS

from lgtrade.costing import Grade, OnCost, ProductiveTime, RateCard, StaffWork
from lgtrade.money import HALF_UP, Amount, Money, Rate, total
from lgtrade.strategies import productive_times, rate_cards

TIME = ProductiveTime(260, {"leave": 27, "bank holidays": 8, "training": 5, "sickness": 6}, "7.4", BASIS)
PENSION = OnCost("pension", BASIS, part="19.5%")
INSURANCE = OnCost("national insurance", BASIS, amount=Money.pounds(4200))


def card(**changed: Any) -> RateCard:
    begin: dict[str, Any] = {
        "name": "Legal",
        "grades": (Grade("Solicitor", BASIS, Money.pounds(40_000), on_costs=(INSURANCE,)),),
        "basis": BASIS,
        "on_costs": (PENSION,),
        "time": TIME,
    }
    return RateCard(**(begin | changed))


@settings(max_examples=30)
@given(rate_cards())
def test_the_rate_times_the_productive_hours_gives_the_cost_back_within_the_rounding(card: RateCard) -> None:
    half = Fraction(card.rounding.unit) / 2
    for grade in card.grades:
        time = card.time_of(grade)
        if grade.name in card.costs and time is not None:
            cost = Fraction(card.costs[grade.name].pounds)
            assert abs(Fraction(card.rates[grade.name].pounds) * time.hours - cost) <= half * time.hours
            assert (
                abs(Fraction(card.day_rates[grade.name].pounds) * time.productive_days - cost)
                <= half * time.productive_days
            )


@settings(max_examples=30)
@given(rate_cards())
def test_a_stated_rate_stands_as_it_is_and_a_year_costs_no_less_than_the_pay(card: RateCard) -> None:
    assert list(card.rates) == [grade.name for grade in card.grades]
    for grade in card.grades:
        if grade.pay is None:
            assert card.rates[grade.name] == grade.rate
            assert grade.name not in card.costs
        else:
            assert grade.pay.amount <= card.costs[grade.name]


@settings(max_examples=30)
@given(rate_cards())
def test_what_is_charged_elsewhere_is_the_price_here_and_the_margin(card: RateCard) -> None:
    figures = card.figures
    for work in card.work:
        for name in card.elsewhere:
            parts = [figures["work", work.name], figures["margin", work.name, name]]
            assert total(part for part in parts if isinstance(part, Money)) == figures["elsewhere", work.name, name]
    assert figures["all-work",] == total(card.price(work) for work in card.work)
    for name, rate in card.elsewhere.items():
        there = total(card.price_at(rate, work) for work in card.work)
        assert figures["all-elsewhere", name] == there
        assert figures["all-margin", name] == there - total(card.price(work) for work in card.work)


@given(productive_times())
def test_all_days_are_lost_or_productive(time: ProductiveTime) -> None:
    assert time.productive_days + sum(time.lost.values(), Fraction(0)) == time.days
    assert time.hours == time.productive_days * time.hours_a_day > 0


def test_a_solicitor_at_40000_costs_an_hour_and_a_day() -> None:
    built = card(work=(StaffWork("A lease", {"Solicitor": "2.5"}, BASIS),), elsewhere={"Market": Rate(195)})
    assert TIME.hours == Fraction("1583.6")
    assert built.costs == {"Solicitor": Amount(Fraction(52_000))}
    assert {"/".join(path): str(figure) for path, figure in built.figures.items()} == {
        "hours/Solicitor": "7918/5",
        "cost/Solicitor": "£52,000.00",
        "rate/Solicitor": "£32.84",
        "day-rate/Solicitor": "£242.99",
        "work/A lease": "£82.10",
        "elsewhere/A lease/Market": "£487.50",
        "margin/A lease/Market": "£405.40",
        "all-work": "£82.10",
        "all-elsewhere/Market": "£487.50",
        "all-margin/Market": "£405.40",
    }


def test_overheads_are_a_part_of_pay_and_on_costs_together_or_a_sum() -> None:
    parts = (OnCost("support services", BASIS, part="25%"), OnCost("a desk", BASIS, amount=Money.pounds(1000)))
    built = card(overheads=parts)
    assert built.costs == {"Solicitor": Amount(Fraction(52_000 * 5, 4) + 1000)}
    assert [name for name, _ in built.bases if "desk" in name or "support" in name] == [
        f"{built.name}: support services",
        f"{built.name}: a desk",
    ]
    assert "overheads[0]: 1 is of type int. Accepted: an OnCost." in said(lambda: card(overheads=of_any_type((1,))))


@settings(max_examples=30)
@given(rate_cards())
def test_what_work_costs_besides_is_added_to_the_hours_and_is_the_same_elsewhere(card: RateCard) -> None:
    rates = card.rates
    for work in card.work:
        exact = sum((Fraction(rates[name].pounds) * hours for name, hours in work.hours.items()), Fraction(0))
        besides = sum((Fraction(sum_.pence, 100) for sum_ in work.besides.values()), Fraction(0))
        assert abs(Fraction(card.price(work).pence, 100) - exact - besides) <= Fraction(1, 200)
        without = StaffWork(work.name, work.hours, work.basis)
        for rate in card.elsewhere.values():
            assert card.price_at(rate, work) == card.price_at(rate, without) + work.sums


def test_hours_and_what_comes_besides_are_rounded_once() -> None:
    grades = (Grade("Officer", BASIS, rate=Rate("30.71")), Grade("Leader", BASIS, rate=Rate("38.29")))
    hours = {"Officer": "1.5", "Leader": "0.5"}  # £46.065 and £19.145
    built = card(grades=grades, on_costs=(), time=None, work=(StaffWork("A check", hours, BASIS),))
    assert built.price(built.work[0]) == Money.pounds("65.21")
    with_postage = StaffWork("A check", hours, BASIS, {"postage": Money.pounds("1.25"), "travel": Money.pounds(3)})
    assert with_postage.sums == Money.pounds("4.25")
    assert built.price(with_postage) == Money.pounds("69.46")


def test_a_grade_may_have_time_of_its_own() -> None:
    part_time = ProductiveTime(130, {}, 7, BASIS)
    built = card(grades=(Grade("Clerk", BASIS, Money.pounds(9100), time=part_time),), on_costs=(), time=None)
    assert built.rates == {"Clerk": Rate(10)}
    assert built.day_rates == {"Clerk": Rate(70)}
    assert built.bases == (
        ("Legal", BASIS),
        ("Legal: Clerk", BASIS),
        ("Legal: Clerk, productive time", BASIS),
    )


def test_each_figure_of_a_card_says_where_it_is_from() -> None:
    built = card(work=(StaffWork("A lease", {"Solicitor": 1}, BASIS),))
    assert [name for name, _ in built.bases] == [
        "Legal",
        "Legal: pension",
        "Legal: productive time",
        "Legal: Solicitor",
        "Legal: Solicitor, national insurance",
        "Legal: A lease",
    ]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"grades": ()}, ["grades: there are none. Accepted: one grade or more."]),
        (
            {"time": None},
            [
                (
                    "grades[0].time: 'Solicitor' has pay and no productive time. "
                    "Accepted: the productive time of the grade, or of the card."
                )
            ],
        ),
        (
            {
                "grades": (Grade("Clerk", BASIS, rate=Rate(9)), Grade("Clerk", BASIS, rate=Rate(10))),
                "work": (
                    StaffWork("A lease", {"Solicitor": 1}, BASIS),
                    StaffWork("A lease", {"Clerk": 1}, BASIS),
                ),
                "elsewhere": {"Market": Rate(-1)},
            },
            [
                "grades[1].name: 'Clerk' is given twice. Accepted: a name of its own.",
                "work[1].name: 'A lease' is given twice. Accepted: a name of its own.",
                "work[0].hours[Solicitor]: 'Solicitor' is no grade of the card. Accepted: one of: Clerk.",
                "elsewhere[Market]: it is below nil: -£1.00. Accepted: nil or more.",
            ],
        ),
        (
            {
                "name": None,
                "grades": ["Solicitor"],
                "basis": "a guess",
                "on_costs": (1,),
                "time": 1600,
                "rounding": "half up",
                "work": (2,),
                "elsewhere": {"Market": 195},
            },
            [
                "name: None is of type NoneType. Accepted: what it is called.",
                "grades: ['Solicitor'] is of type list. Accepted: a tuple.",
                "basis: 'a guess' is of type str. Accepted: a Source or an Assumption.",
                "on_costs[0]: 1 is of type int. Accepted: an OnCost.",
                "time: 1600 is of type int. Accepted: a ProductiveTime, or nothing.",
                "rounding: 'half up' is of type str. Accepted: a Rounding.",
                "work[0]: 2 is of type int. Accepted: a StaffWork.",
                "elsewhere[Market]: 195 is of type int. Accepted: a Rate.",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_a_rate_card_is_said(changed: dict[str, Any], expected: list[str]) -> None:
    assert said(lambda: card(**changed)) == expected


def test_all_that_is_wrong_with_productive_time_is_said() -> None:
    assert said(lambda: ProductiveTime(of_any_type(-1), of_any_type({"leave": -2}), of_any_type(0), BASIS)) == [
        "days: it is -1. Accepted: nil or more.",
        "lost[leave]: it is -2. Accepted: nil or more.",
        "hours_a_day: it is 0. Accepted: a number over nil.",
    ]
    assert said(lambda: ProductiveTime(of_any_type("many"), of_any_type(40), of_any_type(7), of_any_type(None))) == [
        "days: 'many' is not a number. Accepted: a whole number, a Decimal, or text such as \"1,234.56\".",
        "lost: 40 is of type int. Accepted: a mapping.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
    ]
    assert said(lambda: ProductiveTime(of_any_type(40), of_any_type({1: 2}), of_any_type(7), BASIS)) == [
        "lost: 1 is of type int. Accepted: a name."
    ]


@pytest.mark.parametrize("lost", ["40", "41.5"])
def test_a_year_with_no_productive_time_in_it_is_refused(lost: str) -> None:
    assert said(lambda: ProductiveTime(of_any_type(40), of_any_type({"leave": lost}), of_any_type(7), BASIS)) == [
        f"lost: 40 days less {lost} leave no productive time. Accepted: fewer days lost than there are."
    ]


EITHER = "part: it has to be either a part of the pay or a sum. Accepted: the part or the sum, and not both."


def test_all_that_is_wrong_with_an_on_cost_is_said() -> None:
    assert said(lambda: OnCost("", of_any_type(None))) == [
        "heading: it is empty. Accepted: what it is.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
        EITHER,
    ]
    assert said(lambda: OnCost("pension", BASIS, of_any_type("-5%"), Money(pence=-1))) == [
        "part: it is -0.05. Accepted: nil or more.",
        "amount: it is below nil: -£0.01. Accepted: nil or more.",
        EITHER,
    ]
    assert said(lambda: OnCost("pension", BASIS, amount=of_any_type(5))) == [
        "amount: 5 is of type int. Accepted: an amount of Money, or nothing."
    ]


def test_all_that_is_wrong_with_a_grade_is_said() -> None:
    either = "pay: it has to have either a year's pay or a rate. Accepted: the pay or the rate, and not both."
    assert said(lambda: Grade("", of_any_type(None), Money(pence=-1), Rate(-1))) == [
        "name: it is empty. Accepted: what it is called.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
        "pay: it is below nil: -£0.01. Accepted: nil or more.",
        "rate: it is below nil: -£1.00. Accepted: nil or more.",
        either,
    ]
    assert said(lambda: Grade("Clerk", BASIS)) == [either]
    assert said(lambda: Grade("Clerk", BASIS, rate=Rate(9), on_costs=(PENSION,))) == [
        "on_costs: it has on-costs and no pay. Accepted: on-costs with pay only."
    ]
    assert said(lambda: Grade("Clerk", BASIS, of_any_type(1), of_any_type(2), of_any_type([]), of_any_type(3))) == [
        "pay: 1 is of type int. Accepted: an amount of Money, or nothing.",
        "rate: 2 is of type int. Accepted: a Rate, or nothing.",
        "on_costs: [] is of type list. Accepted: a tuple.",
        "time: 3 is of type int. Accepted: a ProductiveTime, or nothing.",
        either,
    ]


def test_all_that_is_wrong_with_a_piece_of_work_is_said() -> None:
    assert said(lambda: StaffWork("A lease", {"Solicitor": 1}, BASIS, {"postage": Money.pounds(-1)})) == [
        "besides[postage]: it is below nil: -£1.00. Accepted: nil or more."
    ]
    assert said(lambda: StaffWork("A lease", {"Solicitor": 1}, BASIS, of_any_type({"postage": 1}))) == [
        "besides[postage]: 1 is of type int. Accepted: an amount of Money."
    ]
    assert said(lambda: StaffWork("", of_any_type({}), of_any_type(None))) == [
        "name: it is empty. Accepted: what it is called.",
        "hours: there are none. Accepted: the hours of one grade or more.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
    ]


def test_rates_are_rounded_by_the_rule_of_the_card() -> None:
    assert card(rounding=HALF_UP.to("1")).rates == {"Solicitor": Rate(33)}
