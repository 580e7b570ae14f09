"""Volume tiers and their cliffs, packages, and steps."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.charging.facts import KNOWN, ON, TIERS, of_any_type, said

from lgtrade.charging import (
    Counted,
    Differential,
    Discounted,
    Graduated,
    Indexation,
    Indexed,
    IndexForm,
    IndexSeries,
    Minimum,
    Package,
    PerUnit,
    Price,
    PriceFrom,
    Repriced,
    Stepped,
    Tier,
    Volume,
    Why,
    cliffs,
)
from lgtrade.money import EXACT, ZERO, Money, Rate, total
from lgtrade.strategies import package_prices, prices, quantities, stepped_prices, volume_prices

FALLING = Volume((Tier(Rate("1.00"), upto=100), Tier(Rate("0.80"), upto=250), Tier(Rate("0.50"))))
HALL = Stepped(Money.pounds(50), 1, Money.pounds(20), "0.5")


@pytest.mark.parametrize(
    ("units", "amount", "rate"),
    [
        (0, "0.00", "1.00"),
        (100, "100.00", "1.00"),
        ("100.5", "80.40", "0.80"),
        (250, "200.00", "0.80"),
        (251, "125.50", "0.50"),
    ],
)
def test_the_whole_quantity_is_charged_at_the_rate_of_the_tier_in_which_it_lies(
    units: int | str, amount: str, rate: str
) -> None:
    line = FALLING.charge(units)
    assert (line.amount, line.rate, line.why) == (Money.pounds(amount), Rate(rate), Why.VOLUME)


def test_the_quantities_beyond_which_more_costs_less_are_listed() -> None:
    assert [str(cliff.words) for cliff in cliffs(FALLING)] == [
        "beyond 100 the charge falls by £20.00, from £100.00 to £80.00, and is as much again at 125",
        "beyond 250 the charge falls by £75.00, from £200.00 to £125.00, and is as much again at 400",
    ]
    rising = Volume((Tier(Rate("0.50"), upto=100), Tier(Rate("0.80"))))
    assert cliffs(rising) == ()
    level = Volume((Tier(Rate("0.80"), upto=100), Tier(Rate("0.80"))))
    assert cliffs(level) == ()


def test_a_charge_may_not_be_as_much_again_until_a_later_tier_or_ever() -> None:
    later = Volume((Tier(Rate(2), 100), Tier(Rate(1), 150), Tier(Rate(3))))
    assert [cliff.level for cliff in cliffs(later)] == [Fraction(150)]
    at_its_end = Volume((Tier(Rate(2), 100), Tier(Rate(1), 200), Tier(Rate("0.5"))))
    assert [cliff.level for cliff in cliffs(at_its_end)] == [Fraction(200), Fraction(400)]
    never = Volume((Tier(Rate(2), 100), Tier(Rate(0))))
    assert [str(cliff.words) for cliff in cliffs(never)] == [
        "beyond 100 the charge falls by £200.00, from £200.00 to £0.00, for good"
    ]


def test_the_cliffs_of_a_volume_price_are_listed_whatever_wraps_it() -> None:
    minimum = Minimum(FALLING, Money.pounds(5))
    differential = Differential(Discounted(minimum, "10%"), {"Tamworth": Volume(TIERS.tiers), "Lichfield": TIERS}, "x")
    repriced = Repriced((PriceFrom("2025-04-01", differential), PriceFrom("2025-07-01", FALLING)))
    index = IndexSeries("RPI", IndexForm.CHANGES, (), KNOWN)
    indexed = Indexed(repriced, Indexation(index, "2025-04-01"))
    assert [cliff.at for cliff in cliffs(indexed)] == [100, 250, 100, 100, 250]
    assert cliffs(minimum) == cliffs(FALLING)
    assert cliffs(TIERS) == cliffs(HALL) == ()


@given(volume_prices(), quantities(), quantities())
def test_a_volume_charge_falls_only_beyond_a_listed_cliff(price: Volume, one: Decimal, other: Decimal) -> None:
    less, more = sorted((one, other))
    if price.line(less).exact > price.line(more).exact:
        assert any(less <= cliff.at < more for cliff in cliffs(price))


@given(volume_prices())
def test_a_cliff_is_where_the_charge_falls_and_how_far(price: Volume) -> None:
    for cliff in cliffs(price):
        assert price.line(cliff.at).exact == cliff.charge
        assert cliff.fall == EXACT.subtract(cliff.charge, cliff.beyond) > 0
        if cliff.level is not None:
            assert cliff.level > cliff.at
            tier = price.tier(Decimal(cliff.level.numerator) / cliff.level.denominator + Decimal("0.0001"))
            assert cliff.level * Fraction(tier.rate.pounds) >= Fraction(cliff.charge)


@given(volume_prices(), quantities())
def test_a_volume_charge_is_a_unit_charge_at_the_rate_that_it_says(price: Volume, units: Decimal) -> None:
    line = price.line(units)
    assert line.rate is not None
    assert line.amount == PerUnit(line.rate, price.rounding).line(units).amount


@pytest.mark.parametrize(
    ("units", "started", "whole"),
    [(0, 0, 0), ("0.1", 1, 0), (9, 1, 0), (10, 1, 1), (11, 2, 1), (20, 2, 2), ("20.001", 3, 2)],
)
def test_packages_are_counted_when_started_or_when_whole(units: int | str, started: int, whole: int) -> None:
    for counted, count in ((Counted.STARTED, started), (Counted.WHOLE, whole)):
        price = Package(Money.pounds(30), 10, counted)
        assert price.charge(units).amount == Money.pounds(30 * count)
        (line,) = price.explain(units)
        assert str(line.words) == f"{count} packages of 10, £30.00 each"


@given(package_prices(), quantities(max_value=10**4))
def test_whole_packages_never_cost_more_than_packages_started_nor_fall_more_than_one_short(
    price: Package, units: Decimal
) -> None:
    started = Package(price.amount, price.size, Counted.STARTED).line(units).amount
    whole = Package(price.amount, price.size, Counted.WHOLE).line(units).amount
    assert started - whole in {ZERO, price.amount}


@pytest.mark.parametrize(
    ("hours", "amount"),
    [(0, 0), ("0.25", 50), (1, 50), ("1.01", 70), ("1.5", 70), ("1.51", 90), (2, 90), (3, 130)],
)
def test_a_first_sum_then_a_sum_for_each_further_step_or_part_of_it(hours: int | str, amount: int) -> None:
    assert HALL.charge(hours).amount == Money.pounds(amount)
    assert total(line.amount for line in HALL.explain(hours)) == Money.pounds(amount)


def test_the_steps_are_shown_apart_from_the_first_sum() -> None:
    assert [(str(line.words), line.quantity, line.amount) for line in HALL.explain("2.25")] == [
        ("the first 1", Decimal(1), Money.pounds(50)),
        ("3 further steps of 0.5, £20.00 each", Decimal("1.25"), Money.pounds(60)),
    ]


@given(stepped_prices(), quantities(), quantities())
def test_a_stepped_charge_never_falls_as_use_rises(price: Stepped, one: Decimal, other: Decimal) -> None:
    less, more = sorted((one, other))
    assert price.line(less).amount <= price.line(more).amount


@given(prices(), st.lists(quantities(max_value=1000), max_size=4))
def test_charges_for_one_part_after_another_add_to_the_charge_for_the_whole(price: Price, used: list[Decimal]) -> None:
    lines = price.charge_in_parts(used, ON)
    assert [line.quantity for line in lines] == used
    if used:
        whole = price.charge(sum(used, Decimal(0)), ON)
        assert total(line.amount for line in lines) == whole.amount
        assert sum((Fraction(line.exact) for line in lines), Fraction(0)) == Fraction(whole.exact)
        assert [line.why for line in lines[1:]] == [Why.PART] * (len(used) - 1)


@given(prices(), quantities())
def test_the_lines_that_explain_a_charge_add_to_it_and_say_why(price: Price, units: Decimal) -> None:
    lines, line = price.explain(units, ON), price.charge(units, ON)
    assert total(each.amount for each in lines) == line.amount
    assert all(str(each.words) for each in lines)


@given(quantities(), st.lists(st.integers(1, 1000), min_size=1, max_size=3, unique=True).map(sorted))
def test_each_tier_is_a_line_at_its_own_rate(units: Decimal, bounds: list[int]) -> None:
    tiers = (*(Tier(Rate(number), bound) for number, bound in enumerate(bounds)), Tier(Rate(9)))
    lines = Graduated(tiers).explain(units)
    assert sum((line.quantity for line in lines), Decimal(0)) == units
    assert [line.rate for line in lines] == [tier.rate for tier in tiers][: len(lines)]
    assert all(before.quantity > 0 for before, _ in pairwise(lines))


@pytest.mark.parametrize(
    ("price", "words"),
    [
        (
            Volume((Tier(Rate(1), upto=100), Tier(Rate("0.8")))),
            "£1.00 for each unit of a quantity up to 100, then £0.80 for each unit of a quantity",
        ),
        (Package(Money.pounds(30), 10, Counted.STARTED), "£30.00 for each 10 units started"),
        (HALL, "£50.00 for the first 1 units, then £20.00 for each further 0.5 or part thereof"),
    ],
)
def test_a_price_is_said_as_an_officer_would(price: object, words: str) -> None:
    assert str(price) == words


def test_what_is_wrong_with_packages_and_steps_is_said_all_together() -> None:
    assert said(lambda: Package(Money.pounds(-1), 0, of_any_type("started"))) == [
        "amount: the price is negative: -£1.00. Accepted: a price of nothing or more.",
        "size: it is 0. Accepted: a number over nothing.",
        "counted: 'started' is of type str. Accepted: Counted.STARTED or Counted.WHOLE.",
    ]
    assert said(lambda: Stepped(of_any_type(5), -1, Money.pounds(-2), of_any_type("x"))) == [
        "first: 5 is of type int. Accepted: an amount of Money.",
        "upto: it is -1. Accepted: a number over nothing.",
        "then: the price is negative: -£2.00. Accepted: a price of nothing or more.",
        "step: 'x' is not a number. Accepted: a whole number, a Decimal, or text such as \"1,234.56\".",
    ]
    assert said(lambda: Volume((Tier(Rate(1), 100), Tier(Rate(1), 50)))) == [
        "tiers[1].upto: the last tier is not open. Accepted: a last tier with no upper bound."
    ]
