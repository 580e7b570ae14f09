"""VAT at the rate in force on the tax point, and tariffs whose elements are each treated by themselves."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from tests.charging.facts import A_POUND, KNOWN, TEN_A_DAY, TIERS, YEAR, of_any_type, said

from lgtrade.charging import (
    VAT_RATES,
    Band,
    Banded,
    Concession,
    Element,
    Flat,
    PerUnit,
    PriceFrom,
    Prorated,
    Repriced,
    Sale,
    Tariff,
    VatLiability,
    VatRounded,
    VatRounding,
    VatTreatment,
    vat_rate,
)
from lgtrade.money import ZERO, Money, Rate, Share, total
from lgtrade.strategies import tariffs

STANDARD, REDUCED = VatLiability.STANDARD_RATED, VatLiability.REDUCED_RATED
FREE = (VatLiability.OUTSIDE_SCOPE, VatLiability.EXEMPT, VatLiability.ZERO_RATED)


@pytest.mark.parametrize(
    ("day", "rate"),
    [
        ("1973-04-01", "10%"),
        ("1974-07-28", "10%"),
        ("1974-07-29", "8%"),
        ("1979-06-17", "8%"),
        ("1979-06-18", "15%"),
        ("1991-03-31", "15%"),
        ("1991-04-01", "17.5%"),
        ("2008-11-30", "17.5%"),
        ("2008-12-01", "15%"),
        ("2009-12-31", "15%"),
        ("2010-01-01", "17.5%"),
        ("2011-01-03", "17.5%"),
        ("2011-01-04", "20%"),
        ("2026-05-31", "20%"),
    ],
)
def test_the_standard_rate_on_each_day_before_and_after_it_changed(day: str, rate: str) -> None:
    """Finance Act 1972 s.9(1) to Finance (No. 2) Act 2010 s.3.

    The days to 1991 are in De Voil, V1.121, Rates in the United Kingdom,
    https://www.lexisnexis.co.uk/tolley/tax/commentary/de-voil/part-v1-general-principles-rates-of-tax/v1-121-rates-in-the-united-kingdom.
    """
    assert vat_rate(STANDARD, day).rate == Share(rate)
    assert VatTreatment.on(day, STANDARD, KNOWN).rate == Share(rate)


def test_the_reduced_rate_is_eight_per_cent_since_1_april_1994_and_five_since_1_september_1997() -> None:
    """Finance Act 1993 s.42; Finance (No. 2) Act 1997 s.6."""
    assert [vat_rate(REDUCED, day).rate for day in ("1994-04-01", "1997-08-31")] == [Share("8%")] * 2
    assert vat_rate(REDUCED, "1997-09-01").rate == Share("5%")
    assert said(lambda: vat_rate(REDUCED, "1994-03-31")) == [
        (
            "on: the rate on what is reduced-rated is not known on 31 March 1994. "
            "Accepted: a day from 1 April 1994 to 31 May 2026, or the rate itself."
        )
    ]


@pytest.mark.parametrize("day", ["1973-03-31", "2026-06-01"])
def test_a_rate_that_is_not_known_on_a_day_is_refused(day: str) -> None:
    (words,) = said(lambda: VatTreatment.on(day, STANDARD, KNOWN))
    assert words.startswith("on: the rate on what is standard-rated is not known on ")
    assert words.endswith("Accepted: a day from 1 April 1973 to 31 May 2026, or the rate itself.")


@pytest.mark.parametrize("liability", FREE)
def test_what_is_not_rated_has_no_rate_on_any_day(liability: VatLiability) -> None:
    assert VatTreatment.on("1965-01-01", liability, KNOWN).rate is None
    assert said(lambda: vat_rate(liability, "2025-01-01")) == [
        f"liability: no rate is charged on what is {liability.value}. Accepted: standard-rated or reduced-rated."
    ]


def test_each_rate_has_the_provision_that_set_it() -> None:
    assert [str(each.at) for each in VAT_RATES] == [
        "FA 1972 s.9(1)",
        "FA 1975 s.1",
        "F(No.2)A 1979 s.1(1)",
        "FA 1991 s.13",
        "SI 2008/3020 art.3",
        "FA 2009 s.9(1)",
        "F(No.2)A 2010 s.3",
        "FA 1993 s.42",
        "F(No.2)A 1997 s.6",
    ]
    assert said(lambda: vat_rate(of_any_type("standard"), "2025-01-01")) == [
        "liability: 'standard' is of type str. Accepted: a VatLiability."
    ]


def test_a_reduced_rate_that_nobody_gave_is_refused() -> None:
    assert said(lambda: VatTreatment(REDUCED, KNOWN)) == [
        "rate: it is reduced-rated, and there is no rate. Accepted: a rate over nothing."
    ]


LLC1 = Element("LLC1", Flat(Money.pounds(10)), VatLiability.OUTSIDE_SCOPE, KNOWN)
CON29 = Element("CON29", Flat(Money.pounds("64.85")), STANDARD, KNOWN)
FULL = Sale("Full search", "2019-04-01", {"LLC1": 1, "CON29": 1})


def test_vat_on_a_bundle_is_on_the_elements_that_bear_it_and_not_on_the_whole() -> None:
    """£10.00 outside VAT and £64.85 at 20 per cent: £87.82, and not £89.82.

    West Devon BC, Local Land Charges and Property Search Information 2019,
    https://www.westdevon.gov.uk/article/6317/Local-Land-Charges-and-Property-Search-Information-2019.
    """
    (charge,) = Tariff("Searches", (LLC1, CON29), (FULL,)).charges
    assert (charge.net, charge.total_vat, charge.gross) == tuple(map(Money.pounds, ("74.85", "12.97", "87.82")))
    assert charge.vat == (ZERO, Money.pounds("12.97"))


@pytest.mark.parametrize(("day", "gross"), [("2008-06-01", "86.20"), ("2009-06-01", "84.58"), ("2010-06-01", "86.20")])
def test_the_same_search_on_other_days_bears_the_rate_of_its_day(day: str, gross: str) -> None:
    """64.85 at 17.5 per cent is 11.34875, and at 15 per cent 9.7275."""
    sale = Sale("Full search", day, {"LLC1": 1, "CON29": 1})
    assert Tariff("Searches", (LLC1, CON29), (sale,)).charges[0].gross == Money.pounds(gross)


def test_four_employees_for_eight_months_with_a_fee_and_the_months_before() -> None:
    """£23.00 a month from the tariff, 8 x 23 + 23 + 4 x 25% of 23 = £230.00, and VAT: worked by hand.

    Suffolk Association of Local Councils, Payroll Service Terms and Conditions 2025/26,
    https://suffolk-alc.gov.uk/salc-payroll-service-terms-and-condition.
    """
    tiers = Element("Month", TIERS, STANDARD, KNOWN)
    sale = Sale("Year", "2025-04-01", {"Month": 150}, {"Month": 12})
    (charge,) = Tariff("Payroll", (tiers,), (sale,)).charges
    assert charge.net == Money.pounds(12 * 140)
    assert [line.amount for line in Tariff("Payroll", (tiers,), (sale,)).explain(sale, "Month")] == [
        Money.pounds(100),
        Money.pounds(40),
    ]


def test_a_stated_rate_of_vat_is_used_in_place_of_the_rate_of_the_day() -> None:
    fuel = Element("Fuel", A_POUND, STANDARD, KNOWN, Share("15%"))
    assert fuel.charge(100, "2035-01-01").treatment.rate == Share("15%")


@given(tariffs(min_sales=1))
def test_the_elements_of_a_sale_add_to_it_before_vat_and_with_it(tariff: Tariff) -> None:
    for charge in tariff.charges:
        assert charge.net == total(element.net for element in charge.elements)
        assert charge.gross == total((charge.net, *charge.vat))
        within = {element.name for element in tariff.elements if element.includes_vat}
        named = list(zip(charge.sale.quantities, charge.elements, charge.vat, strict=True))
        pairs = [(element.net, element.treatment) for name, element, _ in named if name not in within]
        assert tuple(vat for name, _, vat in named if name not in within) == tariff.vat_rounding.vat(pairs)
        for name, element, vat in named:
            lines = tariff.explain(charge.sale, name)
            priced = element.net + vat if name in within else element.net
            assert total(line.amount for line in lines) * charge.sale.times.get(name, 1) == priced
        figures = tariff.figures
        assert figures["gross", charge.sale.name] == charge.gross
        assert [figures["charge", charge.sale.name, name] for name in charge.sale.quantities] == [
            element.net for element in charge.elements
        ]
    sums = [tariff.figures["all-net",], tariff.figures["all-vat",], tariff.figures["all-gross",]]
    assert sums == [
        total(charge.net for charge in tariff.charges),
        total(charge.total_vat for charge in tariff.charges),
        total(charge.gross for charge in tariff.charges),
    ]
    assert [basis for _, basis in tariff.bases] == [element.basis for element in tariff.elements]


def test_vat_may_be_rounded_once_on_a_whole_sale() -> None:
    pennies = tuple(Element(name, Flat(Money.pounds("0.02")), STANDARD, KNOWN) for name in "abc")
    sale = Sale("x", "2025-01-01", dict.fromkeys("abc", 1))
    whole = Tariff("x", pennies, (sale,), VatRounding(VatRounded.BY_STATEMENT)).charges[0]
    assert (Tariff("x", pennies, (sale,)).charges[0].total_vat, whole.total_vat) == (ZERO, Money.pounds("0.01"))


def test_a_sale_says_for_whom_and_for_which_days_where_the_price_depends_on_it() -> None:
    elements = (
        Element("A", Prorated(TEN_A_DAY), VatLiability.EXEMPT, KNOWN),
        Element("B", Concession(A_POUND, "50%", ("Tamworth",), "a pilot"), VatLiability.EXEMPT, KNOWN),
    )
    both = {"A": 1, "B": 10}
    sale = Sale("x", dt.date(2025, 4, 30), both, days=YEAR.period, customer="Tamworth")
    assert Tariff("x", elements, (sale,)).charges[0].net == Money.pounds(3655)
    assert said(lambda: Tariff("x", elements, (Sale("x", "2025-04-30", both), Sale("y", "1985-01-01", {"B": 1})))) == [
        (
            "sales[0].days: the price depends on the days that are charged for, and none are "
            "given. Accepted: the days that are charged for."
        ),
        (
            "sales[0].customer: the price depends on who is charged, and nobody is named. "
            "Accepted: the name of who is charged."
        ),
        (
            "sales[1].customer: the price depends on who is charged, and nobody is named. "
            "Accepted: the name of who is charged."
        ),
    ]


def test_the_name_of_an_element_is_not_taken_for_a_part_of_a_place() -> None:
    named = Element("x.occasion.y", Banded((Band(Money.pounds(5), 1),)), VatLiability.EXEMPT, KNOWN)
    assert said(lambda: Tariff("x", (named,), (Sale("x", "2025-04-30", {"x.occasion.y": 2}),))) == [
        "sales[0].quantities[x.occasion.y].quantity: it is 2, and the last band ends at 1. Accepted: at most 1."
    ]


@pytest.mark.parametrize(("day", "fee"), [("2021-03-31", 5), ("2021-04-01", 6), ("2030-01-01", 6)])
def test_a_sale_without_days_is_at_the_price_of_its_tax_point(day: str, fee: int) -> None:
    price = Repriced((PriceFrom("2020-04-01", PerUnit(Rate(5))), PriceFrom("2021-04-01", PerUnit(Rate(6)))))
    tariff = Tariff("Bins", (Element("Bin", price, VatLiability.EXEMPT, KNOWN),), (Sale("x", day, {"Bin": 2}),))
    assert tariff.charges[0].net == Money.pounds(2 * fee)
    assert [line.amount for line in tariff.explain(tariff.sales[0], "Bin")] == [Money.pounds(2 * fee)]


def test_all_that_is_wrong_with_a_tariff_and_its_sales_is_said_together() -> None:
    early = Sale("Early", "1970-01-01", {"CON29": 1})
    assert said(lambda: Tariff("Searches", (LLC1, CON29), (FULL, early))) == [
        (
            "sales[1].quantities[CON29].on: the rate on what is standard-rated is not known on 1 January 1970. "
            "Accepted: a day from 1 April 1973 to 31 May 2026, or the rate itself."
        )
    ]
    assert said(lambda: Tariff("Searches", (LLC1, LLC1), (FULL, FULL))) == [
        "elements[1].name: 'LLC1' is given twice. Accepted: a name of its own.",
        "sales[1].name: 'Full search' is given twice. Accepted: a name of its own.",
        "sales[0].quantities[CON29]: 'CON29' is no element of the tariff. Accepted: one of: LLC1, LLC1.",
        "sales[1].quantities[CON29]: 'CON29' is no element of the tariff. Accepted: one of: LLC1, LLC1.",
    ]
    assert said(lambda: Tariff("x", ())) == ["elements: there is no element. Accepted: at least one element."]
    assert said(lambda: Tariff("", (of_any_type(1),), (of_any_type(2),), of_any_type(3))) == [
        "name: it is empty. Accepted: a name.",
        "elements[0]: 1 is of type int. Accepted: an Element.",
        "sales[0]: 2 is of type int. Accepted: a Sale.",
        "vat_rounding: 3 is of type int. Accepted: a VatRounding.",
    ]


def test_all_that_is_wrong_with_an_element_is_said_together() -> None:
    assert said(lambda: Element("", of_any_type(1), of_any_type(2), of_any_type(3))) == [
        "name: it is empty. Accepted: a name.",
        "price: 1 is of type int. Accepted: a price.",
        "liability: 2 is of type int. Accepted: a VatLiability.",
        "basis: 3 is of type int. Accepted: a Source or an Assumption.",
    ]
    assert said(lambda: Element("x", A_POUND, VatLiability.EXEMPT, KNOWN, Share("20%"))) == [
        "rate: it is exempt, and there is a rate. Accepted: no rate."
    ]


def test_all_that_is_wrong_with_a_sale_is_said_together() -> None:
    assert said(lambda: Sale("", "soon", {}, days=of_any_type(1), customer=of_any_type(2))) == [
        "name: it is empty. Accepted: a name.",
        "on: 'soon' is not a day. Accepted: a day from 1 January 1900 to 31 December 2199, as in 2026-04-01.",
        "quantities: there is no element. Accepted: at least one element.",
        "days: 1 is of type int. Accepted: a Period, or nothing.",
        "customer: 2 is of type int. Accepted: a name, or nothing.",
    ]
    assert said(lambda: Sale("x", "2025-04-01", {"A": -1}, {"A": 0, "B": 2})) == [
        "quantities[A].quantity: it is negative. Accepted: a quantity of nothing or more.",
        "times[A]: 0 is not how often. Accepted: a whole number over nothing.",
        "times[B]: 'B' is no part of the sale. Accepted: an element with a quantity.",
    ]
