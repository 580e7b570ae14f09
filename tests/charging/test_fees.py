"""Tables of fees: bands, surcharges, and prices that include VAT."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.charging.facts import A_POUND, KNOWN, of_any_type, said

from lgtrade.calendar import Period
from lgtrade.charging import (
    Band,
    Banded,
    Differential,
    Discounted,
    Element,
    Minimum,
    Occasion,
    Percentage,
    PriceFrom,
    Repriced,
    Sale,
    Surcharged,
    Tariff,
    Tier,
    VatLiability,
    VatTreatment,
    Volume,
    Why,
    cliffs,
)
from lgtrade.money import EXACT, HALF_UP, ZERO, Money, Rate, Share, total
from lgtrade.strategies import banded_prices, money, percentage_prices, quantities, surcharged_prices, tariffs

STANDARD, EXEMPT = VatLiability.STANDARD_RATED, VatLiability.EXEMPT


def banded(*bands: tuple[int | str, int | str | None]) -> Banded:
    return Banded(tuple(Band(Money.pounds(amount), upto) for amount, upto in bands))


PLAN = banded((290, 10), (405, 200))
LATER = Element("Fee", Repriced((PriceFrom("2025-04-01", A_POUND),)), EXEMPT, KNOWN)
DOUBLE = Surcharged(A_POUND, "100%", "no notice")


@pytest.mark.parametrize(("metres", "amount"), [(0, 0), ("0.1", 290), (10, 290), ("10.001", 405), (200, 405)])
def test_a_quantity_is_charged_the_sum_of_the_band_in_which_it_lies(metres: int | str, amount: int) -> None:
    line = PLAN.charge(metres)
    assert (line.amount, line.why) == (Money.pounds(amount), Why.BAND)


def test_beyond_the_last_band_nothing_is_guessed() -> None:
    assert said(lambda: PLAN.charge("200.5")) == [
        "quantity: it is 200.5, and the last band ends at 200. Accepted: at most 200."
    ]
    assert banded((290, 10), (405, None)).charge(10**9).amount == Money.pounds(405)


def test_a_banded_price_is_said_as_an_officer_would_and_is_put_up_in_its_sums() -> None:
    assert str(PLAN) == "£290.00 up to 10, then £405.00 up to 200"
    assert str(banded((5, 1000), (6, None))) == "£5.00 up to 1,000, then £6.00"
    assert PLAN.uprated(lambda pounds, _: pounds * 2) == banded((580, 10), (810, 200))


@given(banded_prices(), quantities(max_value=1))
def test_two_quantities_in_one_band_are_charged_alike(price: Banded, part: Decimal) -> None:
    below = Decimal(0)
    for band in price.bands:
        above = below + 10 if band.upto is None else band.upto
        units = EXACT.add(below, EXACT.multiply(part, EXACT.subtract(above, below)))
        if units > below:
            assert price.charge(units).amount == band.amount == price.charge(above).amount
        below = above


def test_bands_that_leave_a_gap_or_overlap_are_refused_with_all_else_that_is_wrong() -> None:
    assert said(lambda: Banded(())) == ["bands: there is no band. Accepted: at least one band."]
    assert said(lambda: banded((1, None), (2, 5), (3, 5))) == [
        "bands[0].upto: the band is open, and is not the last. Accepted: a bound for every band but the last.",
        "bands[2].upto: the band reaches 5. Accepted: a bound above 5.",
    ]
    assert said(lambda: banded((1, 0))) == ["bands[0].upto: the band reaches 0. Accepted: a bound above 0."]
    assert said(lambda: Banded(of_any_type(("A",)))) == ["bands[0]: 'A' is of type str. Accepted: a Band."]
    amount, upto = said(lambda: Band(Money.pounds(-1), of_any_type(0.5)))
    assert amount == "amount: the price is negative: -£1.00. Accepted: a price of nothing or more."
    assert upto.startswith("upto: 0.5 is a float, which cannot hold most amounts exactly.")


@pytest.mark.parametrize(
    "fee",
    [
        PLAN,
        Minimum(PLAN, Money.pounds(5)),
        Surcharged(A_POUND, Money.pounds(40), "a visit"),
        Differential(PLAN, {"Bury": PLAN}, "a pilot"),
    ],
    ids=["bands", "bands within a minimum", "a sum added to each charge", "bands for some"],
)
def test_what_is_one_sum_however_much_is_used_is_not_charged_twice_where_a_price_changes(fee: Any) -> None:
    price = Repriced((PriceFrom("2025-04-01", fee), PriceFrom("2025-10-01", fee)))
    whole = Occasion(Period("2025-04-01", "2026-03-31"), "Bury")
    assert said(lambda: price.charge(8, whole)) == [
        (
            "occasion.days: the price changes within 1 April 2025 to 31 March 2026, and is one sum whatever the days. "
            "Accepted: a price by the day, or days without a change."
        )
    ]
    half = Occasion(Period("2025-04-01", "2025-09-30"), "Bury")
    assert price.charge(8, half).amount == fee.charge(8, half).amount


def test_a_part_added_to_each_charge_adds_up_where_a_price_changes() -> None:
    price = Repriced((PriceFrom("2025-04-01", DOUBLE), PriceFrom("2025-10-01", DOUBLE)))
    assert price.charge(365, Occasion(Period("2025-04-01", "2026-03-31"))).amount == Money.pounds(730)


def test_a_band_that_costs_less_than_the_one_below_it_is_a_cliff() -> None:
    falling = banded((100, 10), (60, 20), (80, 30), (150, 40), (90, None))
    assert [str(cliff.words) for cliff in cliffs(Minimum(falling, Money.pounds(5)))] == [
        "beyond 10 the charge falls by £40.00, from £100.00 to £60.00, and is as much again beyond 30",
        "beyond 40 the charge falls by £60.00, from £150.00 to £90.00, for good",
    ]
    assert cliffs(PLAN) == ()
    at_once = Volume((Tier(Rate(1), 100), Tier(Rate("0.5"), 120), Tier(Rate("0.9"))))
    assert [(cliff.level, cliff.jumps) for cliff in cliffs(at_once)] == [(Fraction(120), True)]


@given(surcharged_prices(), quantities())
def test_a_surcharge_adds_its_part_or_its_sum_and_the_lines_add_to_the_whole(price: Surcharged, units: Decimal) -> None:
    before = price.price.charge(units).amount
    amount = price.charge(units).amount
    if isinstance(price.by, Money):
        assert amount == before + price.by
    else:
        assert amount == price.rounding.money(Fraction(before.pence, 100) * (1 + price.by))
    assert total(line.amount for line in price.explain(units)) == amount


def test_a_surcharge_comes_before_a_discount_and_says_what_it_is_for() -> None:
    price = Discounted(Surcharged(A_POUND, "15%", "administration"), "10%")
    assert [(str(line.words), line.amount) for line in price.explain(200)] == [
        ("quantity at the rate", Money.pounds(200)),
        ("with 15% for administration", Money.pounds(30)),
        ("less a discount of 10%", Money.pounds(-23)),
    ]
    assert str(price.price) == "£1.00 for each unit, and 15% for administration"
    fixed = Surcharged(A_POUND, Money.pounds(40), "a visit")
    assert (fixed.charge(1).amount, fixed.charge(1).why) == (Money.pounds(41), Why.SURCHARGE)
    assert fixed.uprated(lambda pounds, _: pounds * 2).charge(1).amount == Money.pounds(82)
    assert price.uprated(lambda pounds, _: pounds * 2).charge(200).amount == Money.pounds(414)


@given(percentage_prices(), quantities())
def test_a_percentage_is_charged_on_a_value_and_an_index_leaves_it_alone(price: Percentage, value: Decimal) -> None:
    assert price.charge(value).amount == price.rounding.money(price.part * Fraction(value))
    assert price.uprated(lambda pounds, _: pounds * 2) == price


def test_a_percentage_says_of_what_and_is_nothing_or_more() -> None:
    price = Minimum(Percentage("1.5%"), Money.pounds(750))
    assert str(price) == "1.5% of the value, and at least £750.00"
    assert [(str(line.words), line.amount) for line in price.explain("20,000")] == [
        ("1.5% of £20,000.00", Money.pounds(300)),
        ("raised to the minimum of £750.00", Money.pounds(450)),
    ]
    assert said(lambda: Percentage("-1%", of_any_type("up"))) == [
        "part: the price is negative: -1%. Accepted: nothing or more.",
        "rounding: 'up' is of type str. Accepted: a Rounding.",
    ]


def test_a_surcharge_below_nothing_or_for_no_reason_is_refused() -> None:
    assert said(lambda: Surcharged(of_any_type("A"), "-5%", "", of_any_type("up"))) == [
        "price: 'A' is of type str. Accepted: a price without a surcharge or a discount.",
        "by: the surcharge is negative: -5%. Accepted: nothing or more.",
        "reason: it is empty. Accepted: the reason, in words.",
        "rounding: 'up' is of type str. Accepted: a Rounding.",
    ]
    assert said(lambda: Surcharged(A_POUND, Money.pounds(-5), "a visit")) == [
        "by: the surcharge is negative: -£5.00. Accepted: a surcharge of nothing or more."
    ]
    by, reason = said(lambda: Surcharged(A_POUND, of_any_type("much"), of_any_type(1)))
    assert by.startswith("by: 'much' is not a number.")
    assert said(lambda: Surcharged(A_POUND, of_any_type(15), "a visit")) == [
        'by: it is 1,500%. Accepted: at most 100%: "15%" or "0.15" for fifteen per cent.'
    ]
    assert said(lambda: Percentage(of_any_type(2))) == [
        'part: it is 200%. Accepted: at most 100%: "15%" or "0.15" for fifteen per cent.'
    ]
    assert reason == "reason: 1 is of type int. Accepted: the reason, in words."


@pytest.mark.parametrize(
    ("metres", "plan", "inspection", "regularisation"),
    [(10, "290", "635", "1156.25"), (40, "405", "808.50", "1516.88"), (100, "405", "981.76", "1733.45")],
)
def test_a_published_table_of_fees_with_vat_is_reproduced(
    metres: int, plan: str, inspection: str, regularisation: str
) -> None:
    """Table D, by floor area: what is put in order afterwards is half as dear again before VAT, and bears none.

    Royal Borough of Windsor and Maidenhead, Charges for non-domestic extensions and new builds, 2024 to 2025,
    https://rbwm.gov.uk/planning-and-building-control/building-control/building-control-fees-and-charges/charges-non-domestic-extensions-and-new-builds-2024-2025.
    """
    visits = banded((635, 10), ("808.50", 40), ("981.76", 100), (1415, 200))
    both = banded((925, 10), ("1213.50", 40), ("1386.76", 100), (1820, 200))
    later = Surcharged(both, "25%", "work that was begun without notice")
    fees = (
        Element("Plan charge", PLAN, STANDARD, KNOWN, includes_vat=True),
        Element("Inspection charge", visits, STANDARD, KNOWN, includes_vat=True),
        Element("Regularisation", later, EXEMPT, KNOWN),
    )
    names = ("Plan charge", "Inspection charge", "Regularisation")
    sale = Sale("Extension", "2024-04-01", dict.fromkeys(names, metres))
    (charge,) = Tariff("Building control", fees, (sale,)).charges
    gross = [element.net + vat for element, vat in zip(charge.elements, charge.vat, strict=True)]
    assert gross == [Money.pounds(sum_) for sum_ in (plan, inspection, regularisation)]
    assert charge.vat[2] == ZERO


@given(money(min_value=ZERO, max_value=Money.pounds(10**6)), st.sampled_from(["20%", "17.5%", "15%", "5%"]))
def test_the_vat_within_a_price_is_the_rate_on_what_is_left(gross: Money, rate: str) -> None:
    within = VatTreatment(STANDARD, KNOWN, Share(rate)).within(gross)
    assert within == Share(rate).fraction * (Fraction(gross.pence, 100) - within)


@given(tariffs(min_sales=1))
def test_a_price_that_includes_vat_keeps_its_sum_to_the_penny(tariff: Tariff) -> None:
    elements = {element.name: element for element in tariff.elements}
    for charge in tariff.charges:
        for name, net, vat in zip(charge.sale.quantities, charge.elements, charge.vat, strict=True):
            element, sale = elements[name], charge.sale
            priced = element.price.charge(sale.quantities[name], sale.occasion).amount * sale.times.get(name, 1)
            assert net.net + vat == priced if element.includes_vat else net.net == priced
            if element.includes_vat:
                assert vat == HALF_UP.money(net.treatment.within(priced))


def test_what_includes_its_vat_is_left_out_where_vat_is_rounded_once_on_a_whole_sale() -> None:
    within = Element("Within", banded(("0.05", None)), STANDARD, KNOWN, includes_vat=True)
    added = Element("Added", banded(("0.02", None)), STANDARD, KNOWN)
    again = Element("Again", banded(("0.02", None)), STANDARD, KNOWN)
    sale = Sale("All", "2024-04-01", {"Added": 1, "Within": 1, "Again": 1})
    (charge,) = Tariff("Pennies", (within, added, again), (sale,)).charges
    assert charge.vat == (ZERO, Money.pounds("0.01"), ZERO)
    assert [each.net for each in charge.elements] == [Money.pounds(sum_) for sum_ in ("0.02", "0.04", "0.02")]


def test_whether_a_price_includes_vat_is_true_or_false() -> None:
    assert said(lambda: Element("Fee", A_POUND, EXEMPT, KNOWN, includes_vat=of_any_type("yes"))) == [
        "includes_vat: 'yes' is of type str. Accepted: true or false."
    ]
    assert said(lambda: LATER.charge(1, "2025-05-05", of_any_type("x"))) == [
        "occasion: 'x' is of type str. Accepted: an Occasion, or nothing."
    ]
    assert said(lambda: LATER.charge(1, "2025-05-05", times=of_any_type("x"))) == [
        "times: 'x' is of type str. Accepted: how often, as a whole number."
    ]
    free = Element("Fee", A_POUND, EXEMPT, KNOWN, includes_vat=True)
    assert free.charge(10, "2024-04-01").net == Money.pounds(10)
