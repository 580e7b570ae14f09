"""Indices as they are published, what was agreed on following them, and the prices that do."""

from __future__ import annotations

import datetime as dt
import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.charging.facts import A_POUND, KNOWN, TEN_A_DAY, of_any_type, on, said

from lgtrade.charging import (
    Flat,
    Indexation,
    Indexed,
    IndexedFigure,
    IndexForm,
    IndexSeries,
    IndexStep,
    IndexValue,
    PerUnit,
    Prorated,
)
from lgtrade.money import DOWN, HALF_UP, Money, Rate, total
from lgtrade.strategies import indexations, indexed_figures, indexed_prices, rates

RPI = {"2015-12": "1.2%", "2016-12": "2.5%", "2017-12": "4.1%", "2018-12": "2.7%", "2019-12": "2.6%"}


def series(values: dict[str, str], form: IndexForm = IndexForm.CHANGES, **provisional: str) -> IndexSeries:
    published = [IndexValue(month, value) for month, value in values.items()]
    published += [IndexValue(month[1:].replace("_", "-"), value, True) for month, value in provisional.items()]  # noqa: FBT003
    return IndexSeries("RPI", form, tuple(published), KNOWN)


FIVE_YEARS = Indexation(series(RPI), "2015-04-01", lag=4)


def test_five_years_of_an_index_compound() -> None:
    """1.012 x 1.025 x 1.041 x 1.027 x 1.026 = 1.137818...

    Worcestershire Regulatory Services Board, information report on the increase in charges by Wyre Forest DC,
    https://moderngovwebpublic.bromsgrove.gov.uk/mgAi.aspx?ID=29789; the product by hand.
    """
    assert HALF_UP.to("0.0001").rate(FIVE_YEARS.factor("2020-04-01") - 1) == Rate("0.1378")
    simple = attrs.evolve(FIVE_YEARS, compounding=False)
    assert simple.factor("2020-04-01") - 1 == Fraction("0.131")
    assert [step.month for step in FIVE_YEARS.steps("2020-04-01")] == [
        dt.date(year, 12, 1) for year in range(2015, 2020)
    ]


def test_a_rate_of_forty_pence_put_up_by_five_per_cent_is_forty_two() -> None:
    """North Devon Council, North Devon CCTV Hub Charges, https://democracy.northdevon.gov.uk/mgAi.aspx?ID=15105."""
    terms = Indexation(series({"2023-04": "5%"}), "2022-04-01")
    assert terms.figure(Rate("0.40"), "2023-04-01") == Rate("0.42")
    assert terms.figure(Rate("0.40"), "2023-03-31") == Rate("0.40")
    price = Indexed(PerUnit(Rate("0.40")), terms)
    assert price.charge(8_760, on("2023-04-01", "2024-03-31")).amount == Money.pounds("3,679.20")


FEW = settings(max_examples=20)
CHANGES = st.lists(st.fractions(Fraction(-1, 2), 1, max_denominator=1000), min_size=1, max_size=5)


@given(CHANGES)
def test_indexation_over_years_is_the_stated_compounding(changes: list[Fraction]) -> None:
    values = tuple(IndexValue(f"{2000 + number}-04", change) for number, change in enumerate(changes, start=1))
    terms = Indexation(IndexSeries("CPI", IndexForm.CHANGES, values, KNOWN), "2000-04-01")
    last = f"{2000 + len(changes)}-04-01"
    assert terms.factor(last) == math.prod(1 + change for change in changes)
    assert attrs.evolve(terms, compounding=False).factor(last) == 1 + sum(changes)


@given(st.lists(st.integers(50, 200), min_size=2, max_size=5))
def test_levels_give_the_change_from_the_first_to_the_last(levels: list[int]) -> None:
    values = tuple(IndexValue(f"{2000 + number}-04", level) for number, level in enumerate(levels))
    terms = Indexation(IndexSeries("CPI", IndexForm.LEVELS, values, KNOWN), "2000-04-01")
    assert terms.factor(f"{1999 + len(levels)}-04-01") == Fraction(levels[-1], levels[0])


@FEW
@given(indexations(), rates(min_value=Rate(0), max_value=Rate(1000), places=2))
def test_each_year_is_within_the_cap_and_the_collar_and_the_price_over_its_floor(
    terms: Indexation, first: Rate
) -> None:
    steps = terms.steps(list(terms.reviews(terms.since.replace(year=terms.since.year + 3)))[-1])
    assert len(steps) == 3
    for step in steps:
        assert terms.cap is None or step.applied <= terms.cap
        assert terms.collar is None or step.applied >= terms.collar
        assert terms.floor is None or step.factor >= terms.floor
        if terms.floor is not None:
            assert terms.figure(first, step.day) >= terms.rounding.rate(Fraction(first.pounds) * terms.floor)


@FEW
@given(indexed_figures())
def test_a_figure_is_rounded_at_each_review(figure: IndexedFigure) -> None:
    terms, price = figure.indexation, Fraction(figure.first.pounds)
    for step, rate in figure.steps:
        if terms.compounding:
            price = Fraction(terms.rounding.rate(_floored(terms, figure, price * (1 + step.applied))).pounds)
        else:
            price = Fraction(terms.rounding.rate(Fraction(figure.first.pounds) * step.factor).pounds)
        assert Fraction(rate.pounds) == price
    assert figure.last.pounds - figure.first.pounds == figure.increase.pounds


def _floored(terms: Indexation, figure: IndexedFigure, exact: Fraction) -> Fraction:
    return exact if terms.floor is None else max(exact, Fraction(figure.first.pounds) * terms.floor)


def test_rounding_at_each_review_is_not_rounding_once() -> None:
    terms = Indexation(series({"2001-04": "4%", "2002-04": "4%"}), "2000-04-01")
    assert terms.figure(Rate("0.11"), "2002-04-01") == Rate("0.11")  # 11.44p is 11p, twice
    fine = attrs.evolve(terms, rounding=HALF_UP.to("0.0001"))
    assert fine.figure(Rate("0.11"), "2002-04-01") == Rate("0.1190")  # 11.44p, then 11.8976p


def test_a_change_is_rounded_before_it_is_made_if_that_was_agreed() -> None:
    terms = Indexation(series({"2001-04": "2.46%"}), "2000-04-01", change_rounding=HALF_UP.to("0.001"))
    assert [step.change for step in terms.steps("2001-04-01")] == [Fraction("0.025")]


@pytest.mark.parametrize(
    ("terms", "factors"),
    [
        ({}, ["1.1", "0.88", "0.924"]),
        ({"cap": "5%"}, ["1.05", "0.84", "0.882"]),
        ({"collar": 0}, ["1.1", "1.1", "1.155"]),
        ({"cap": "5%", "collar": "-5%"}, ["1.05", "0.9975", "1.047375"]),
        ({"floor": 1}, ["1.1", "1", "1.05"]),
        ({"compounding": False}, ["1.1", "0.9", "0.95"]),
        ({"threshold": "5%"}, ["1.1", "1.1", "1.1"]),
        ({"threshold": "4%", "only_beyond": True}, ["1.06", "1.06", "1.0706"]),
        ({"threshold": 0, "cap": "3%"}, ["1.03", "1.03", "1.0609"]),
        ({"compounding": False, "floor": 1}, ["1.1", "1", "1"]),
    ],
)
def test_caps_collars_and_floors(terms: dict[str, Any], factors: list[str]) -> None:
    """Changes of +10%, -20% and +5%."""
    agreed = Indexation(series({"2001-04": "10%", "2002-04": "-20%", "2003-04": "5%"}), "2000-04-01", **terms)
    assert [step.factor for step in agreed.steps("2003-04-01")] == [Fraction(each) for each in factors]


def test_a_price_that_would_fall_below_its_floor_stays_on_it_and_rises_from_there() -> None:
    changes = series({"2001-04": "10%", "2002-04": "-20%", "2003-04": "5%"})
    agreed = Indexation(changes, "2000-04-01", floor=1)
    prices = [agreed.figure(Rate("1.00"), f"{year}-04-01") for year in range(2000, 2004)]
    assert prices == [Rate("1.00"), Rate("1.10"), Rate("1.00"), Rate("1.05")]


def test_a_step_says_what_was_done_and_why() -> None:
    terms = Indexation(series({"2001-04": "10%", "2002-04": "4%"}, _2003_04="2%"), "2000-04-01", cap="5%")
    assert [str(step.words) for step in terms.steps("2003-04-01")] == [
        "from 1 April 2001 by 5%: April 2001 was 10% up on the year, and the change is limited",
        "from 1 April 2002 by 4%, the figure for April 2002",
        "from 1 April 2003 by 2%, the provisional figure for April 2003",
    ]


def test_a_provisional_figure_counts_until_it_is_restated_and_the_difference_is_told() -> None:
    before = Indexation(series({}, _2023_04="5%"), "2022-04-01")
    after = Indexation(series({"2023-04": "6%"}, _2023_04="5%"), "2022-04-01")
    assert [terms.figure(Rate(100), "2023-04-01") for terms in (before, after)] == [Rate(105), Rate(106)]
    assert [terms.steps("2023-04-01")[0].provisional for terms in (before, after)] == [True, False]
    figure = IndexedFigure("Rent", Rate(100), after, "2023-04-01", KNOWN)
    assert figure.restated == figure.figures["restated",] == Rate(1)
    assert attrs.evolve(figure, indexation=before).restated == Rate(0)


def test_a_change_between_two_levels_is_provisional_if_either_is() -> None:
    levels = IndexForm.LEVELS
    assert series({"2023-04": "105"}, levels, _2022_04="100").is_provisional("2023-04")
    assert series({"2022-04": "100"}, levels, _2023_04="105").is_provisional("2023-04")
    assert not series({"2022-04": "100", "2023-04": "105"}, levels).is_provisional("2023-04")


@FEW
@given(indexed_figures())
def test_the_figures_of_an_indexed_figure_are_its_reviews(figure: IndexedFigure) -> None:
    figures = figure.figures
    assert figures["figure", figure.indexation.since.isoformat()] == figure.first
    assert figures["change",] == figure.change
    assert [figures["figure", step.day.isoformat()] for step, _ in figure.steps] == [rate for _, rate in figure.steps]
    assert [basis for _, basis in figure.bases] == [figure.basis, figure.indexation.series.basis]


@FEW
@given(indexed_prices(), st.integers(0, 3))
def test_an_indexed_price_is_the_price_with_its_rates_and_sums_put_up(price: Indexed, years: int) -> None:
    terms = price.indexation
    day = [terms.since, *terms.reviews(terms.since.replace(year=terms.since.year + 3))][years]
    occasion = on(day.isoformat(), day.isoformat())
    put_up = price.price.uprated(terms.uprate(terms.steps(day)))
    assert price.charge(10, occasion) == put_up.charge(10, occasion)
    assert total(line.amount for line in price.explain(10, occasion)) == put_up.charge(10, occasion).amount


def test_a_review_within_the_days_divides_the_use_by_days() -> None:
    terms = Indexation(series({"2024-07": "10%"}), "2023-07-01")
    price = Indexed(A_POUND, terms)
    lines = price.explain(200, on("2024-06-21", "2024-07-10"))
    assert [(line.quantity, line.rate) for line in lines] == [
        (Decimal("100.000"), Rate("1.00")),
        (Decimal("100.000"), Rate("1.10")),
    ]
    assert price.charge(200, on("2024-06-21", "2024-07-10")).amount == Money.pounds(210)
    assert price.adds_by_days
    assert not price.is_flat
    assert Indexed(Prorated(TEN_A_DAY), terms).is_flat
    assert not Indexed(TEN_A_DAY, terms).adds_by_days


def test_a_price_may_be_put_up_before_it_is_indexed() -> None:
    terms = Indexation(series({"2024-04": "10%"}), "2023-04-01")
    price = Indexed(Flat(Money.pounds(100)), terms).uprated(lambda pounds, _: pounds * 2)
    assert price.charge(1, on("2024-04-01", "2025-03-31")).amount == Money.pounds(220)


def test_sums_of_money_stay_whole_pence_when_a_price_is_put_up_more_finely() -> None:
    terms = Indexation(series({"2024-04": "10%"}), "2023-04-01", rounding=DOWN.to("0.0001"))
    days = on("2024-04-01", "2025-03-31")
    assert Indexed(Flat(Money.pounds("0.19")), terms).charge(1, days).amount == Money.pounds("0.20")
    assert Indexed(PerUnit(Rate("0.19")), terms).charge(1000, days).amount == Money.pounds(209)


MISSING = "RPI has no figure for {}. Accepted: a figure for that month."


def test_a_month_that_is_missing_is_named_and_all_of_them_together() -> None:
    terms = Indexation(series({"2018-12": "2.7%"}), "2015-04-01", lag=4)
    assert said(lambda: terms.factor("2020-04-01")) == [
        f"series.values: {MISSING.format(f'December {year}')}" for year in (2015, 2016, 2017, 2019)
    ]
    assert said(lambda: Indexed(A_POUND, terms)) == [
        f"indexation.series.values: {MISSING.format(f'December {year}')}" for year in (2015, 2016, 2017)
    ]
    known = Indexed(A_POUND, FIVE_YEARS)
    # £1.01, £1.04, £1.08, £1.11 and £1.14
    assert known.charge(1, on("2020-04-01", "2021-03-31")).amount == Money.pounds("1.14")
    assert said(lambda: known.charge(1, on("2021-03-31", "2021-04-01"))) == [
        f"indexation.series.values: {MISSING.format('December 2020')}"
    ]
    levels = Indexation(series({"2016-04": "100"}, IndexForm.LEVELS), "2015-04-01")
    assert said(lambda: Indexed(A_POUND, levels)) == [f"indexation.series.values: {MISSING.format('April 2015')}"]
    nothing = Indexed(A_POUND, Indexation(series({}), "2015-04-01"))
    assert nothing.charge(1, on("2015-04-01", "2016-03-31")).amount == Money.pounds(1)


def test_a_price_is_reviewed_every_year_as_far_as_there_are_years() -> None:
    late = Indexation(series({}), "2197-04-01")
    assert list(late.reviews(dt.date.max)) == [dt.date(2198, 4, 1), dt.date(2199, 4, 1)]


def test_a_day_before_the_first_price_is_refused() -> None:
    words = "31 March 2015 is before the first price. Accepted: a day from 1 April 2015."
    assert said(lambda: FIVE_YEARS.factor("2015-03-31")) == [f"day: {words}"]
    early = on("2015-03-31", "2015-04-01")
    assert said(lambda: Indexed(A_POUND, FIVE_YEARS).charge(1, early)) == [f"occasion.days: {words}"]


def test_a_fall_that_is_limited_is_said_to_be_one() -> None:
    agreed = Indexation(series({"2001-04": "-2%"}), "2000-04-01", collar=0)
    assert [str(step.words) for step in agreed.steps("2001-04-01")] == [
        "from 1 April 2001 by 0%: April 2001 was 2% down on the year, and the change is limited"
    ]


A_CHANGE = "Accepted: a change over a year, over -100% and up to 100%; or levels of the index."


def test_a_change_that_more_than_doubles_an_index_is_taken_for_a_level_or_a_lost_per_cent_sign() -> None:
    assert said(lambda: series({"2016-04": "20"})) == [
        f"values[0].value: the change to April 2016 is 2,000%. {A_CHANGE}"
    ]
    assert series({"2016-04": "100%"}).change("2016-04") == 1


def test_a_month_that_is_published_twice_and_figures_that_are_none_are_refused_together() -> None:
    twice = (IndexValue("2016-04", "2%"), IndexValue("2016-04", "3%"), IndexValue("2017-04", "-100%"))
    assert said(lambda: IndexSeries("RPI", IndexForm.CHANGES, (*twice, of_any_type(5)), KNOWN)) == [
        (
            "values[1].month: April 2016 is published twice. "
            "Accepted: one figure for each month, and one more where it is provisional."
        ),
        f"values[2].value: the change to April 2017 is -100%. {A_CHANGE}",
        "values[3]: 5 is of type int. Accepted: an IndexValue.",
    ]
    assert said(lambda: series({"2016-04": "0"}, IndexForm.LEVELS)) == [
        "values[0].value: the figure for April 2016 is 0. Accepted: a figure over 0."
    ]
    assert said(lambda: IndexSeries(of_any_type(1), of_any_type(2), (), of_any_type(3))) == [
        "name: 1 is of type int. Accepted: what the index is called.",
        "form: 2 is of type int. Accepted: an IndexForm.",
        "basis: 3 is of type int. Accepted: a Source or an Assumption.",
    ]
    assert said(lambda: IndexValue("April", of_any_type("x"), of_any_type(1))) == [
        "month: 'April' is not a month. Accepted: a month, as in 2024-09.",
        "value: 'x' is not a number. Accepted: a whole number, a Decimal, or text such as \"1,234.56\".",
        "provisional: 1 is of type int. Accepted: true or false.",
    ]
    assert IndexValue(dt.date(2024, 9, 30), 1).month == dt.date(2024, 9, 1)


def test_a_threshold_is_nothing_or_more_and_there_if_only_what_goes_beyond_it_counts() -> None:
    assert said(lambda: Indexation(series({}), "2015-04-01", threshold="-1%")) == [
        "threshold: it is -1%. Accepted: nothing or more."
    ]
    assert said(lambda: Indexation(series({}), "2015-04-01", only_beyond=True)) == [
        "only_beyond: there is no threshold to go beyond. Accepted: a threshold too, or false."
    ]
    assert said(lambda: Indexation(series({}), "2015-04-01", only_beyond=of_any_type("yes"))) == [
        "only_beyond: 'yes' is of type str. Accepted: true or false."
    ]


def test_terms_that_contradict_each_other_are_refused_together() -> None:
    assert said(lambda: Indexation(series({}), "2015-04-01", -1, cap="2%", collar="3%", floor=0)) == [
        "lag: it is -1 months. Accepted: a whole number of months, none or more.",
        "cap: 2% is below the collar of 3%. Accepted: 3% or more.",
        "floor: it is 0. Accepted: a multiple over nothing, such as 1.",
    ]
    wrong = [of_any_type(each) for each in (1, "soon", "x", 2, 0.5, None, None, 3, 4)]
    assert said(lambda: Indexation(*wrong)) == [
        "series: 1 is of type int. Accepted: an IndexSeries.",
        "since: 'soon' is not a day. Accepted: a day from 1 January 1900 to 31 December 2199, as in 2026-04-01.",
        "lag: 'x' is of type str. Accepted: a whole number of months.",
        "compounding: 2 is of type int. Accepted: true or false.",
        (
            "cap: 0.5 is a float, which cannot hold most amounts exactly. "
            'Accepted: a whole number, a Decimal, or text such as "1,234.56".'
        ),
        "rounding: 3 is of type int. Accepted: a Rounding.",
        "change_rounding: 4 is of type int. Accepted: a Rounding, or nothing.",
    ]
    assert said(lambda: Indexed(of_any_type(1), of_any_type(2))) == [
        "price: 1 is of type int. Accepted: a price that is not indexed already.",
        "indexation: 2 is of type int. Accepted: an Indexation.",
    ]


def test_what_is_wrong_with_an_indexed_figure_is_said_all_together() -> None:
    assert said(lambda: IndexedFigure("", of_any_type(1), of_any_type(2), "soon", of_any_type(3))) == [
        "name: it is empty. Accepted: a name.",
        "first: 1 is of type int. Accepted: a Rate.",
        "indexation: 2 is of type int. Accepted: an Indexation.",
        "until: 'soon' is not a day. Accepted: a day from 1 January 1900 to 31 December 2199, as in 2026-04-01.",
        "basis: 3 is of type int. Accepted: a Source or an Assumption.",
    ]
    assert said(lambda: IndexedFigure("Rent", Rate(1), FIVE_YEARS, "2021-04-01", KNOWN)) == [
        f"series.values: {MISSING.format('December 2020')}"
    ]


def test_a_review_can_be_put_down_as_it_was() -> None:
    step = IndexStep(dt.date(2024, 4, 1), dt.date(2023, 12, 1), Fraction(1, 20), Fraction(1, 20), Fraction(21, 20))
    assert str(step.words) == "from 1 April 2024 by 5%, the figure for December 2023"


@pytest.mark.parametrize("order", [1, -1])
def test_a_final_figure_counts_whether_it_is_listed_before_the_provisional_one_or_after(order: int) -> None:
    figures = (IndexValue("2024-12", "3.5%", provisional=True), IndexValue("2024-12", "3.6%"))[::order]
    rpi = IndexSeries("RPI", IndexForm.CHANGES, figures, KNOWN)
    assert (rpi.change("2024-12"), rpi.is_provisional("2024-12")) == (Fraction(36, 1000), False)
    assert rpi.first_published.change("2024-12") == Fraction(35, 1000)
