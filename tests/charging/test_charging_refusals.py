"""What is no price, no quantity or no rule, and the words in which it is refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.charging.facts import of_any_type, said

from lgtrade.charging import AtCost, Commercial, Flat, Graduated, Minimum, PerUnit, Tier
from lgtrade.money import HALF_UP, Money, Rate

NUMBER = 'Accepted: a whole number, a Decimal, or text such as "1,234.56".'
DIGITS = "Accepted: at most 18 digits before the point and 12 after it."
MONEY = "Accepted: an amount of Money."
PLAIN = "Accepted: a price that wraps no other."
PENCE = "rounding.unit: a rounding to £0.001 does not give whole pence. Accepted: a unit of one penny or more."
FINE = HALF_UP.to("0.001")
OPEN, CLOSED = Tier(Rate(1)), Tier(Rate(1), upto=100)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (-1, "quantity: it is negative. Accepted: a quantity of nothing or more."),
        ("-0.5", "quantity: it is negative. Accepted: a quantity of nothing or more."),
        (1.5, f"quantity: 1.5 is a float, which cannot hold most amounts exactly. {NUMBER}"),
        (True, f"quantity: True is not a number. {NUMBER}"),
        ("many", f"quantity: 'many' is not a number. {NUMBER}"),
        (None, f"quantity: None is not a number. {NUMBER}"),
        (Decimal("NaN"), f"quantity: NaN has too many digits, or is not finite. {DIGITS}"),
        (Decimal("Infinity"), f"quantity: Infinity has too many digits, or is not finite. {DIGITS}"),
        (10**18, f"quantity: the whole number has more than 18 digits. {NUMBER}"),
    ],
)
@pytest.mark.parametrize(
    "price",
    [Flat(Money.pounds(5)), PerUnit(Rate(1)), Graduated((CLOSED, OPEN)), Minimum(PerUnit(Rate(1)), Money.pounds(5))],
    ids=["flat", "per unit", "graduated", "minimum"],
)
def test_what_is_no_quantity_is_refused_by_every_price(
    price: Flat | PerUnit | Graduated | Minimum, value: Decimal, words: str
) -> None:
    assert said(lambda: price.charge(value)) == [words]


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Money.pounds(-1), "amount: the price is negative: -£1.00. Accepted: a price of nothing or more."),
        (5, f"amount: 5 is of type int. {MONEY}"),
        (0.85, f"amount: 0.85 is of type float. {MONEY}"),
        (Rate(5), f"amount: £5.00 is of type Rate. {MONEY}"),
    ],
)
def test_what_is_no_flat_price_is_refused(amount: Money, words: str) -> None:
    assert said(lambda: Flat(amount)) == [words]


@pytest.mark.parametrize(
    ("rate", "words"),
    [
        (Rate("-0.005"), "rate: the price is negative: -£0.005. Accepted: a price of nothing or more."),
        (0.85, "rate: 0.85 is of type float. Accepted: a Rate."),
        (True, "rate: True is of type bool. Accepted: a Rate."),
        (Money.pounds(1), "rate: £1.00 is of type Money. Accepted: a Rate."),
    ],
)
def test_what_is_no_rate_is_refused_with_what_is_no_rounding(rate: Rate, words: str) -> None:
    assert said(lambda: PerUnit(rate)) == [words]
    assert said(lambda: PerUnit(rate, FINE)) == [words, PENCE]
    assert said(lambda: PerUnit(rate, of_any_type("down"))) == [
        words,
        "rounding: 'down' is of type str. Accepted: a Rounding.",
    ]


def test_a_tier_with_two_faults_is_told_both() -> None:
    negative = "rate: the price is negative: -£1.00. Accepted: a price of nothing or more."
    assert said(lambda: Tier(Rate(-1))) == [negative]
    assert said(lambda: Tier(Rate(-1), upto=0.5)) == [
        negative,
        f"upto: 0.5 is a float, which cannot hold most amounts exactly. {NUMBER}",
    ]
    assert said(lambda: Tier(of_any_type(0.85), upto=True)) == [
        "rate: 0.85 is of type float. Accepted: a Rate.",
        f"upto: True is not a number. {NUMBER}",
    ]


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ([], ["tiers: there is no tier. Accepted: at least one tier."]),
        ([100], ["tiers[0].upto: the last tier is not open. Accepted: a last tier with no upper bound."]),
        ([0, None], ["tiers[0].upto: the tier reaches 0. Accepted: a bound above 0."]),
        ([-5, None], ["tiers[0].upto: the tier reaches -5. Accepted: a bound above 0."]),
        ([100, 100, None], ["tiers[1].upto: the tier reaches 100. Accepted: a bound above 100."]),
        (
            [None, None],
            ["tiers[0].upto: the tier is open, and is not the last. Accepted: a bound for every tier but the last."],
        ),
        (
            [100, 50, None, 75, 200, 200],
            [
                "tiers[1].upto: the tier reaches 50. Accepted: a bound above 100.",
                "tiers[2].upto: the tier is open, and is not the last. Accepted: a bound for every tier but the last.",
                "tiers[3].upto: the tier reaches 75. Accepted: a bound above 100.",
                "tiers[5].upto: the last tier is not open. Accepted: a last tier with no upper bound.",
            ],
        ),
    ],
)
def test_tiers_that_leave_a_gap_or_overlap_are_refused(bounds: list[int | None], words: list[str]) -> None:
    tiers = tuple(Tier(Rate(1), upto) for upto in bounds)
    assert said(lambda: Graduated(tiers)) == words
    assert said(lambda: Graduated(tiers, FINE)) == [*words, PENCE]


def test_what_is_no_tier_is_named() -> None:
    tiers = (CLOSED, of_any_type(Rate(1)), OPEN, of_any_type(None))
    assert said(lambda: Graduated(tiers)) == [
        "tiers[1]: £1.00 is of type Rate. Accepted: a Tier.",
        "tiers[3]: None is of type NoneType. Accepted: a Tier.",
    ]


def test_all_that_is_wrong_with_a_minimum_is_said() -> None:
    wrapped = Minimum(Flat(Money.pounds(1)), Money.pounds(5))
    assert said(lambda: Minimum(of_any_type(wrapped), Money.pounds(-5))) == [
        f"price: {wrapped!r} is of type Minimum. {PLAIN}",
        "least: the minimum is negative: -£5.00. Accepted: a minimum of nothing or more.",
    ]
    assert said(lambda: Minimum(of_any_type(None), of_any_type(5.0))) == [
        f"price: None is of type NoneType. {PLAIN}",
        f"least: 5.0 is of type float. {MONEY}",
    ]


NO_UNITS = "units: there are no units. Accepted: a number of units over nothing."


@pytest.mark.parametrize(
    ("units", "words"),
    [
        (0, NO_UNITS),
        (-3, NO_UNITS),
        ("-0", NO_UNITS),
        (0.5, f"units: 0.5 is a float, which cannot hold most amounts exactly. {NUMBER}"),
        (True, f"units: True is not a number. {NUMBER}"),
        (Decimal("NaN"), f"units: NaN has too many digits, or is not finite. {DIGITS}"),
        ("some", f"units: 'some' is not a number. {NUMBER}"),
    ],
)
def test_a_cost_cannot_be_charged_over_what_is_no_number_of_units(units: Decimal, words: str) -> None:
    cost = Money.pounds(1_000)
    assert said(lambda: AtCost().unit_charge(cost, units)) == [words]
    assert said(lambda: Commercial("10%").unit_charge(cost, units)) == [words]


def test_all_that_is_wrong_with_what_a_rule_is_given_is_said() -> None:
    assert said(lambda: AtCost().unit_charge(of_any_type(1_000.0), 0, of_any_type(5))) == [
        f"cost: 1000.0 is of type float. {MONEY}",
        NO_UNITS,
        f"brought_forward: 5 is of type int. {MONEY}",
    ]
    assert said(lambda: Commercial("10%").unit_charge(Money.pounds(-5), 0)) == [
        NO_UNITS,
        "cost: the cost is negative: -£5.00. Accepted: a cost of nothing or more.",
    ]
    assert said(lambda: Commercial("10%").unit_charge(of_any_type(1_000), 1)) == [f"cost: 1000 is of type int. {MONEY}"]


BELOW = "margin: the margin is negative, so the price would be below cost. Accepted: a margin of nothing or more."


@pytest.mark.parametrize(
    ("margin", "words"),
    [
        ("-5%", BELOW),
        (-1, BELOW),
        (0.15, f"margin: 0.15 is a float, which cannot hold most amounts exactly. {NUMBER}"),
        (True, f"margin: True is not a number. {NUMBER}"),
        (Decimal("NaN"), f"margin: NaN has too many digits, or is not finite. {DIGITS}"),
        ("some", f"margin: 'some' is not a number. {NUMBER}"),
        ("1/0", "margin: it divides by nothing. Accepted: a divisor over zero."),
    ],
)
def test_what_is_no_margin_is_refused_with_what_is_no_rounding(margin: str, words: str) -> None:
    rounding = "rounding: 'up' is of type str. Accepted: a Rounding."
    assert said(lambda: Commercial(margin)) == [words]
    assert said(lambda: Commercial(margin, of_any_type("up"))) == [words, rounding]
    assert said(lambda: AtCost(of_any_type("up"))) == [rounding]


def test_a_unit_charge_may_be_finer_than_a_penny() -> None:
    assert AtCost(FINE).unit_charge(Money.pounds(1), 3).rate == Rate("0.333")


def test_one_quantity_is_not_quantities_one_after_another() -> None:
    assert said(lambda: PerUnit(Rate(1)).charge_in_parts(of_any_type(5))) == [
        "quantities: 5 is of type int. Accepted: quantities, one after another."
    ]
