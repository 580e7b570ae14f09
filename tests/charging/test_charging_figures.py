"""Charges and unit charges worked by hand or published."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from lgtrade.charging import AtCost, Commercial, Flat, Graduated, Minimum, PerUnit, Tier, Why
from lgtrade.money import DOWN, HALF_EVEN, HALF_UP, UP, ZERO, Money, Rate, Rounding

TIERS = Graduated((Tier(Rate("1.00"), upto=100), Tier(Rate("0.80"), upto=250), Tier(Rate("0.655"))))


@pytest.mark.parametrize(
    ("units", "exact", "amount"),
    [
        (0, "0", "0.00"),
        (1, "1", "1.00"),
        (100, "100", "100.00"),
        (101, "100.80", "100.80"),
        (250, "220", "220.00"),  # 100 at £1.00 and 150 at 80p
        (251, "220.655", "220.66"),
        ("250.5", "220.3275", "220.33"),
        (1000, "711.25", "711.25"),  # and 750 at 65.5p
    ],
)
def test_each_tier_is_charged_at_its_own_rate(units: int | str, exact: str, amount: str) -> None:
    line = TIERS.charge(units)
    assert (line.exact, line.amount, line.why) == (Decimal(exact), Money.pounds(amount), Why.TIERS)


@pytest.mark.parametrize(("employees", "a_month"), [(1, "8.00"), (2, "13.00"), (4, "23.00")])
def test_a_payroll_tariff_with_a_dearer_first_employee_is_two_tiers(employees: int, a_month: str) -> None:
    """£8.00 for the first employee and £5.00 for each other, where any may join a pension.

    Suffolk Association of Local Councils, Payroll Service Terms and Conditions 2025/26,
    https://suffolk-alc.gov.uk/salc-payroll-service-terms-and-condition; bills worked by hand: 8 + 3 x 5 = 23.
    """
    tariff = Graduated((Tier(Rate("8.00"), upto=1), Tier(Rate("5.00"))))
    assert tariff.charge(employees).amount == Money.pounds(a_month)


@pytest.mark.parametrize(("rate", "a_year"), [("0.40", "3,504.00"), ("0.42", "3,679.20")])
def test_one_camera_watched_all_year_at_a_rate_for_each_hour(rate: str, a_year: str) -> None:
    """North Devon Council, North Devon CCTV Hub Charges, https://democracy.northdevon.gov.uk/mgAi.aspx?ID=15105.

    The rates are as published; 8,760 hours are worked by hand.
    """
    assert PerUnit(Rate(rate)).charge(8_760).amount == Money.pounds(a_year)


def test_a_bill_on_a_rate_card_at_cost() -> None:
    """10 hours of a senior solicitor at £74 and 5 of a paralegal at £34 = £910.

    North Devon Council decision 499 of 2020, Legal Services hourly rates, https://democracy.northdevon.gov.uk.
    """
    assert PerUnit(Rate(74)).charge(10).amount + PerUnit(Rate(34)).charge(5).amount == Money.pounds(910)


@pytest.mark.parametrize(
    ("rounding", "amount"),
    [
        (HALF_UP, "3.38"),
        (HALF_EVEN, "3.38"),
        (DOWN, "3.37"),
        (UP, "3.38"),
        (HALF_UP.to("1"), "3.00"),
        (UP.to("10"), "10.00"),
    ],
    ids=repr,
)
def test_three_units_at_a_rate_finer_than_a_penny(rounding: Rounding, amount: str) -> None:
    """3 x £1.125 = £3.375."""
    line = PerUnit(Rate("1.125"), rounding).charge(3)
    assert (line.amount, line.exact, line.rounding) == (Money.pounds(amount), Decimal("3.375"), rounding)


@pytest.mark.parametrize(
    ("units", "amount", "why"),
    [(0, 5, Why.MINIMUM), (3, 5, Why.MINIMUM), (5, 5, Why.QUANTITY), (6, 6, Why.QUANTITY)],
)
def test_a_minimum_of_five_pounds(units: int, amount: int, why: Why) -> None:
    line = Minimum(PerUnit(Rate(1)), Money.pounds(5)).charge(units)
    assert (line.amount, line.why, line.exact) == (Money.pounds(amount), why, Decimal(units))


def test_the_bound_of_a_tier_is_read_as_people_write_it() -> None:
    tiers = tuple(Tier(Rate(rate), upto) for rate, upto in ((1, "1,000"), (2, Decimal("1500.5")), (3, None)))
    assert [tier.upto for tier in tiers] == [Decimal(1000), Decimal("1500.5"), None]
    assert Graduated(tiers).charge("1,600.5").amount == Money.pounds(2_301)  # 1,000 + 2 x 500.5 + 3 x 100


def test_a_minimum_over_a_flat_price_is_the_larger_of_the_two() -> None:
    assert Minimum(Flat(Money.pounds(3)), Money.pounds(5)).charge(1).amount == Money.pounds(5)
    assert Minimum(Flat(Money.pounds(7)), Money.pounds(5)).charge(1).amount == Money.pounds(7)


def test_a_quantity_beyond_the_quick_way_is_read_too() -> None:
    price = PerUnit(Rate("0.000001"))
    assert price.charge(10**12 - 1).exact == Decimal("999999.999999")
    assert price.charge(10**12).amount == Money.pounds(1_000_000)


@pytest.mark.parametrize(
    ("cost", "units", "brought", "rate", "not_returned"),
    [
        (1_000, 300, 100, "3.00", 0),  # (1,000 - 100) / 300
        (1_000, 300, 0, "3.33", 0),  # 3.3333...
        (1_000, 300, -100, "3.66", 0),  # 1,100 / 300 = 3.6666...
        (1_000, 300, 1_000, "0.00", 0),
        (1_000, 300, 1_250, "0.00", 250),
        (-100, 300, 0, "0.00", 100),  # a credit on the year as a whole
        (0, 300, -60, "0.20", 0),
    ],
)
def test_the_estimated_cost_less_the_balance_brought_forward_over_the_estimated_units(
    cost: int, units: int, brought: int, rate: str, not_returned: int
) -> None:
    charge = AtCost().unit_charge(Money.pounds(cost), units, Money.pounds(brought))
    assert (charge.rate, charge.not_returned) == (Rate(rate), Money.pounds(not_returned))


@pytest.mark.parametrize(
    ("cost", "units", "rounding", "rate"),
    [
        (4_986, 684, HALF_UP, "7.29"),  # 7.2894...: the cost of a request for access to records
        (4_986, 684, DOWN, "7.28"),
        (276_000, 2_850, DOWN, "96.84"),  # 96.8421...: 2,600 enquiries and 250 inspections
        (276_000, 2_850, DOWN.to("0.0001"), "96.8421"),
    ],
)
def test_a_property_search_charge_is_the_cost_over_the_requests(
    cost: int, units: int, rounding: Rounding, rate: str
) -> None:
    """Bath and North East Somerset Council, Land Charges - financial statement, 2010/11 and the estimate of 2011/12.

    http://www.bathnes.gov.uk/services/planning-and-building-control/land-charges/land-charges-financial-statement?mini=2017-11
    """
    assert AtCost(rounding).unit_charge(Money.pounds(cost), units).rate == Rate(rate)


def test_the_charge_that_would_have_returned_a_land_charges_surplus() -> None:
    """(£231,828 - £70,719) / 3,635 = £44.3216...

    Somerset West and Taunton Council, Land charges financial statement, surplus of 2020/21 and budget of 2021/22,
    https://www.somersetwestandtaunton.gov.uk/finance/land-charges-financial-statement/.
    """
    charge = AtCost().unit_charge(Money.pounds(231_828), 3_635, Money.pounds(70_719))
    assert charge.rate == Rate("44.32")
    assert repr(charge.expected_income) == "£161,103.20"


@pytest.mark.parametrize(
    ("budget", "auditors", "each"),
    [
        (140_080, "2.25", 62_258),
        (205_105, 4, 51_276),
        (162_630, 3, 54_210),
        (163_605, 2, 81_803),
        (671_420, "11.25", 59_682),
    ],
    ids=["Ashford", "Maidstone", "Swale", "Tunbridge Wells", "all four"],
)
def test_the_cost_of_an_auditor_to_the_pound(budget: int, auditors: int | str, each: int) -> None:
    """Maidstone BC, audit partnership appendices A to F (2009): budgets and auditors; the quotients by hand.

    https://meetings.maidstone.gov.uk/documents/s1547/Audit%20Appendices%20A%20to%20F%20adj%202.html?CT=2
    """
    charge = AtCost(HALF_UP.to("1")).unit_charge(Money.pounds(budget), auditors)
    assert charge.rate == Rate(each)


@pytest.mark.parametrize(
    ("margin", "rounding", "rate"),
    [
        ("15%", HALF_UP, "3.83"),  # 1,150 / 300 = 3.8333...
        ("15%", UP, "3.84"),
        ("0.15", HALF_UP, "3.83"),
        (Fraction(1, 8), HALF_UP, "3.75"),  # 1,125 / 300
        (0, HALF_UP, "3.33"),
        (1, HALF_UP, "6.67"),
    ],
)
def test_the_cost_and_a_margin_over_the_estimated_units(
    margin: str | Fraction | int, rounding: Rounding, rate: str
) -> None:
    charge = Commercial(margin, rounding).unit_charge(Money.pounds(1_000), "300")
    assert (charge.rate, charge.brought_forward, charge.not_returned) == (Rate(rate), ZERO, ZERO)
