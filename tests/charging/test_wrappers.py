"""Limits, discounts, concessions and different prices, and the written order in which they wrap a price."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, get_args, get_type_hints

import attrs
import pytest
from hypothesis import given
from tests.charging.facts import A_POUND, KNOWN, ON, TEN_A_DAY, TIERS, YEAR, of_any_type, on, said

from lgtrade.charging import (
    ORDER,
    Band,
    Banded,
    Concession,
    Counted,
    Differential,
    Discounted,
    Flat,
    Graduated,
    Indexation,
    Indexed,
    IndexForm,
    IndexSeries,
    IndexValue,
    Maximum,
    Minimum,
    Occasion,
    Package,
    PerUnit,
    Price,
    PriceFrom,
    Prorated,
    Repriced,
    Stepped,
    Surcharged,
    Tier,
    Volume,
    Why,
)
from lgtrade.money import DOWN, HALF_UP, ZERO, Money, Rate, Share
from lgtrade.strategies import (
    concession_prices,
    differential_prices,
    discounted_prices,
    maximum_prices,
    prices,
    quantities,
)

INDEX = Indexation(IndexSeries("CPI", IndexForm.CHANGES, (IndexValue("2026-04", "10%"),), KNOWN), "2025-04-01")
WRAPPED: dict[type, Any] = {
    Minimum: lambda price: Minimum(price, Money.pounds(5)),
    Maximum: lambda price: Maximum(price, Money.pounds(500)),
    Surcharged: lambda price: Surcharged(price, "20%", "a visit"),
    Discounted: lambda price: Discounted(price, Money.pounds(1)),
    Concession: lambda price: Concession(price, "50%", ("Tamworth",), "a pilot"),
    Differential: lambda price: Differential(price, {"Lichfield": price}, "they send files"),
    Prorated: Prorated,
    Repriced: lambda price: Repriced((PriceFrom("2025-04-01", price),)),
    Indexed: lambda price: Indexed(price, INDEX),
}


def test_every_wrapper_may_wrap_a_price_and_all_that_come_before_it_in_the_written_order() -> None:
    assert [kind for kind in get_args(Price) if kind in ORDER] == list(ORDER)
    for number, kind in enumerate(ORDER):
        field = {Differential: "usual", Repriced: "prices"}.get(kind, "price")
        hints = get_type_hints(PriceFrom if kind is Repriced else kind)
        wraps = hints["price" if kind is Repriced else field]
        assert get_args(wraps) == tuple(each for each in get_args(Price) if each not in ORDER[number:])


@pytest.mark.parametrize("outer", range(len(ORDER)))
@pytest.mark.parametrize("inner", range(len(ORDER)))
def test_a_wrapper_out_of_order_is_refused(outer: int, inner: int) -> None:
    priced = WRAPPED[ORDER[inner]](Flat(Money.pounds(100)))
    if inner < outer:
        assert WRAPPED[ORDER[outer]](priced).charge(1, ON).amount >= ZERO
    else:
        words = said(lambda: WRAPPED[ORDER[outer]](priced))
        assert all("is of type" in each for each in words)


def test_all_of_them_together_are_worked_out_in_the_written_order() -> None:
    price: Any = Flat(Money.pounds(3))
    for kind in ORDER:
        price = WRAPPED[kind](price)
    assert [(str(line.words), line.amount) for line in price.explain(1, on("2025-04-01", "2025-04-30"))] == [
        ("a flat charge", Money.pounds(3)),
        ("raised to the minimum of £5.00", Money.pounds(2)),
        ("with 20% for a visit", Money.pounds(1)),
        ("less a discount of £1.00", Money.pounds(-1)),
        ("less a concession of 50%: a pilot", Money.pounds("-2.50")),
        ("less the days of the year that are not charged for", Money.pounds("-2.29")),  # £2.50 x 30 / 365 = 20.5p
    ]


def test_an_index_changes_every_rate_and_sum_but_no_share_or_quantity() -> None:
    inner = Discounted(Maximum(Minimum(TIERS, Money.pounds(50)), Money.pounds(200)), Money.pounds(10))
    others = {"Lichfield": Discounted(A_POUND, "10%")}
    price = Indexed(Repriced((PriceFrom("2025-04-01", Differential(inner, others, "they send files")),)), INDEX)
    later = on("2026-04-01", "2027-03-31")
    assert [price.charge(units, later).amount for units in (10, 100, 200, 900)] == [
        Money.pounds(each)
        for each in (44, 99, 187, 209)  # 55 - 11; 110 - 11; 110 + 88 - 11; 220 - 11
    ]
    assert price.charge(100, on("2026-04-01", "2027-03-31", "Lichfield")).amount == Money.pounds(99)


@pytest.mark.parametrize(
    ("price", "put_up"),
    [
        (Flat(Money.pounds(5)), Flat(Money.pounds(10))),
        (A_POUND, PerUnit(Rate(2))),
        (TIERS, Graduated((Tier(Rate(2), 100), Tier(Rate("1.6"))))),
        (Volume(TIERS.tiers), Volume((Tier(Rate(2), 100), Tier(Rate("1.6"))))),
        (Package(Money.pounds(3), 10, Counted.STARTED), Package(Money.pounds(6), 10, Counted.STARTED)),
        (Stepped(Money.pounds(5), 1, Money.pounds(2), 3), Stepped(Money.pounds(10), 1, Money.pounds(4), 3)),
        (Banded((Band(Money.pounds(5), 1),)), Banded((Band(Money.pounds(10), 1),))),
    ],
)
def test_a_price_is_put_up_in_its_sums_and_rates_and_not_in_its_quantities(price: Price, put_up: Price) -> None:
    assert price.uprated(lambda pounds, _: pounds * 2) == put_up


@given(maximum_prices(), quantities())
def test_a_charge_is_never_over_its_maximum_nor_under_its_minimum(price: Maximum, units: Decimal) -> None:
    line, inner = price.charge(units), price.price.charge(units)
    assert line.amount == min(inner.amount, price.most)
    assert (line.why is Why.MAXIMUM) == (inner.amount > price.most)
    if isinstance(price.price, Minimum):
        assert line.amount >= price.price.least


def test_a_maximum_says_when_it_holds_a_charge() -> None:
    assert [(str(line.words), line.amount) for line in Maximum(A_POUND, Money.pounds(5)).explain(8)] == [
        ("quantity at the rate", Money.pounds(8)),
        ("held to the maximum of £5.00", Money.pounds(-3)),
    ]


@given(discounted_prices(), quantities())
def test_a_discount_never_raises_a_charge_by_more_than_its_rounding_and_never_makes_it_a_refund(
    price: Discounted, units: Decimal
) -> None:
    line, before = price.charge(units), price.price.charge(units).amount
    assert line.amount >= ZERO
    if isinstance(price.off, Money):
        assert line.amount == max(before - price.off, ZERO)
    else:
        assert line.amount == price.rounding.money(before.amount.times(1 - price.off.fraction))


@given(concession_prices(), quantities())
def test_a_concession_is_for_those_who_are_named_and_nobody_else(price: Concession, units: Decimal) -> None:
    before = price.price.charge(units).amount
    named = price.charge(units, Occasion(customer=price.customers[0]))
    assert named.amount == price.rounding.money(before.amount.times(1 - price.off.fraction))
    assert price.charge(units, Occasion(customer=f"not {''.join(price.customers)}")).amount == before


def test_a_customer_may_be_supplied_free() -> None:
    """Nothing for some is allowed within what the cost allows: Local Government Act 2003 s.93(5)."""
    price = Concession(A_POUND, "100%", ("Tamworth",), "its parish has no funds")
    assert price.charge(80, ON).amount == ZERO
    assert [str(line.words) for line in price.explain(80, ON)][1] == (
        "less a concession of 100%: its parish has no funds"
    )


@given(differential_prices(), quantities())
def test_each_customer_is_charged_its_own_price(price: Differential, units: Decimal) -> None:
    for name, own in price.others.items():
        occasion = Occasion(customer=name)
        assert price.charge(units, occasion) == own.charge(units, occasion)
        assert price.explain(units, occasion) == own.explain(units, occasion)
    anybody = Occasion(customer=f"not {''.join(price.others)}")
    assert price.charge(units, anybody) == price.usual.charge(units, anybody)


@given(prices(), quantities())
def test_a_price_that_needs_no_occasion_is_the_same_on_any(price: Price, units: Decimal) -> None:
    if not price.needs_occasion:
        assert price.charge(units) == price.charge(units, ON)


ALL_ALIKE = "Accepted: prices that are all one sum, or all by use."
NOBODY = (
    "occasion.customer: the price depends on who is charged, and nobody is named. Accepted: the name of who is charged."
)
NO_DAYS = (
    "occasion.days: the price depends on the days that are charged for, and none are given. "
    "Accepted: the days that are charged for."
)


@pytest.mark.parametrize(
    ("price", "occasion", "words"),
    [
        (Concession(A_POUND, "50%", ("A",), "why"), None, NOBODY),
        (Concession(A_POUND, "50%", ("A",), "why"), Occasion(YEAR.period), NOBODY),
        (Differential(A_POUND, {"A": A_POUND}, "why"), None, NOBODY),
        (Prorated(TEN_A_DAY), None, NO_DAYS),
        (Repriced((PriceFrom("2025-04-01", A_POUND),)), Occasion(customer="A"), NO_DAYS),
        (Indexed(A_POUND, INDEX), None, NO_DAYS),
    ],
)
def test_a_price_that_depends_on_the_occasion_asks_for_it(price: Price, occasion: Occasion | None, words: str) -> None:
    assert price.needs_occasion
    assert said(lambda: price.charge(1, occasion)) == [words]


@pytest.mark.parametrize(
    ("price", "words"),
    [
        (
            Maximum(Minimum(A_POUND, Money.pounds(5)), Money.pounds(9)),
            "£1.00 for each unit, and at least £5.00, and at most £9.00",
        ),
        (Discounted(A_POUND, "12.5%"), "£1.00 for each unit, less 12.5%"),
        (Discounted(A_POUND, Money.pounds(2)), "£1.00 for each unit, less £2.00"),
        (Concession(A_POUND, "50%", ("A", "B"), "why"), "£1.00 for each unit, less 50% for A, B"),
        (Differential(A_POUND, {"A": PerUnit(Rate(2))}, "why"), "£1.00 for each unit; for A: £2.00 for each unit"),
        (Prorated(TEN_A_DAY), "£3,650.00, whatever the quantity, by the day"),
        (
            Repriced((PriceFrom("2025-04-01", A_POUND), PriceFrom("2025-07-01", PerUnit(Rate(2))))),
            "from 1 April 2025: £1.00 for each unit; from 1 July 2025: £2.00 for each unit",
        ),
        (Indexed(A_POUND, INDEX), "£1.00 for each unit, indexed by CPI from 1 April 2025"),
    ],
)
def test_a_wrapped_price_is_said_as_an_officer_would(price: object, words: str) -> None:
    assert str(price) == words


def test_a_minimum_over_the_maximum_is_refused() -> None:
    inner = Minimum(A_POUND, Money.pounds(5))
    assert said(lambda: Maximum(inner, Money.pounds("4.99"))) == [
        "most: the maximum of £4.99 is below the minimum of £5.00. Accepted: £5.00 or more."
    ]
    assert said(lambda: Maximum(inner, Money.pounds(-1))) == [
        "most: the maximum is negative: -£1.00. Accepted: a maximum of nothing or more.",
        "most: the maximum of -£1.00 is below the minimum of £5.00. Accepted: £5.00 or more.",
    ]
    assert Maximum(inner, Money.pounds(5)).charge(7).amount == Money.pounds(5)


def test_a_discount_over_the_whole_is_refused_with_all_else_that_is_wrong() -> None:
    assert said(lambda: Discounted(Flat(Money.pounds(5)), Money.pounds(6), HALF_UP.to("0.001"))) == [
        "off: £6.00 is taken off £5.00. Accepted: no more than the price.",
        "rounding.unit: a rounding to £0.001 does not give whole pence. Accepted: a unit of one penny or more.",
    ]
    assert said(lambda: Discounted(A_POUND, of_any_type("110%"))) == [
        "off: 110% is not a part of a whole. Accepted: a share from 0% to 100%."
    ]
    assert said(lambda: Discounted(of_any_type(5), Money.pounds(-6))) == [
        "price: 5 is of type int. Accepted: a price that is not discounted already.",
        "off: the discount is negative: -£6.00. Accepted: a discount of nothing or more.",
    ]
    assert Discounted(Flat(Money.pounds(5)), Money.pounds(5)).charge(1).amount == ZERO


def test_a_discount_larger_than_a_charge_by_use_takes_off_no_more_than_the_charge() -> None:
    price = Discounted(A_POUND, Money.pounds(5))
    assert [price.charge(units).amount for units in (3, 8)] == [ZERO, Money.pounds(3)]


def test_a_share_that_is_taken_off_is_rounded_as_the_price_says() -> None:
    assert Discounted(A_POUND, Share("1/3"), DOWN).charge(1).amount == Money.pounds("0.66")
    assert Discounted(A_POUND, Share("1/3")).charge(1).amount == Money.pounds("0.67")


def test_what_is_wrong_with_a_concession_or_with_different_prices_is_said_all_together() -> None:
    assert said(lambda: Concession(of_any_type(5), of_any_type("x"), (), "")) == [
        "price: 5 is of type int. Accepted: a price without a concession.",
        "off: 'x' is not a number. Accepted: a whole number, a Decimal, or text such as \"1,234.56\".",
        "customers: nobody is named. Accepted: the names of those it is for.",
        "reason: it is empty. Accepted: the reason, in words.",
    ]
    assert said(lambda: Concession(A_POUND, "5%", (of_any_type(7),), of_any_type(None))) == [
        "customers[0]: 7 is of type int. Accepted: a name.",
        "reason: None is of type NoneType. Accepted: the reason, in words.",
    ]
    accepted = "Accepted: a price that is the same for all, or has a concession."
    assert said(lambda: Differential(of_any_type(5), {"A": of_any_type(6)}, "why")) == [
        f"usual: 5 is of type int. {accepted}",
        f"others[A]: 6 is of type int. {accepted}",
    ]
    assert said(lambda: Differential(A_POUND, {}, "")) == [
        "others: nobody is named. Accepted: at least one customer.",
        "reason: it is empty. Accepted: the reason, in words.",
    ]
    assert said(lambda: Differential(A_POUND, {"A": TEN_A_DAY}, "why")) == [
        f"others[A]: the price of 'A' and the usual price are not both by use. {ALL_ALIKE}"
    ]


def test_an_occasion_is_of_days_and_a_name() -> None:
    assert said(lambda: Occasion(of_any_type("2025"), of_any_type(7))) == [
        "days: '2025' is of type str. Accepted: a Period, or nothing.",
        "customer: 7 is of type int. Accepted: a name, or nothing.",
    ]
    assert attrs.evolve(ON, customer="A").customer == "A"
