"""Parts that are not what they stand for: no list of tiers, no table of customers, no sale by this tariff."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from tests.charging.facts import A_POUND, KNOWN, TIERS, YEAR, of_any_type, said

from lgtrade.charging import (
    AtCost,
    Commercial,
    CompanyCharge,
    Concession,
    Differential,
    Element,
    Flat,
    Graduated,
    IndexForm,
    IndexSeries,
    Occasion,
    Prorated,
    Recovery,
    RecoveryYear,
    Repriced,
    Sale,
    Supplied,
    Tariff,
    VatLiability,
    VatTreatment,
    Volume,
    cliffs,
)
from lgtrade.money import Money, Rate

TEN = Money.pounds(10)
FEE = Element("Fee", Flat(TEN), VatLiability.EXEMPT, KNOWN)
ONE = Sale("One", "2025-04-01", {"Fee": 1})
OTHER = Sale("Other", "2025-04-01", {"Plan": 1})
STAFF = Supplied("Staff", TEN, TEN, KNOWN)
MAKES: dict[str, Callable[[Any], object]] = {
    "tiers": Graduated,
    "values": lambda given: IndexSeries("RPI", IndexForm.CHANGES, given, KNOWN),
    "customers": lambda given: Concession(A_POUND, "50%", given, "why"),
    "prices": Repriced,
    "elements": lambda given: Tariff("Fees", given),
    "sales": lambda given: Tariff("Fees", (FEE,), given),
    "years": lambda given: Recovery("Searches", AtCost(), given),
    "supplies": lambda given: CompanyCharge("x", "2025-04-01", Commercial(0), 1, given, KNOWN),
    "comparators": lambda given: CompanyCharge("x", "2025-04-01", Commercial(0), 1, (STAFF,), KNOWN, given),
    "earlier": lambda given: CompanyCharge("x", "2025-04-01", Commercial(0), 1, (STAFF,), KNOWN, (), given),
}


@pytest.mark.parametrize("place", MAKES)
@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (5, "5 is of type int"),
        (None, "None is of type NoneType"),
        ([], "[] is of type list"),
        ("Tamworth", "'Tamworth' is of type str"),
    ],
)
def test_parts_that_are_no_tuple_are_refused_whatever_they_are(place: str, value: object, shown: str) -> None:
    assert said(lambda: MAKES[place](value)) == [f"{place}: {shown}. Accepted: a tuple."]


def test_a_concession_is_for_the_customers_that_are_named_and_not_for_parts_of_their_names() -> None:
    price = Concession(A_POUND, "50%", ("Tamworth",), "why")
    assert price.charge(8, Occasion(customer="Tam")).amount == Money.pounds(8)


MAPPINGS: dict[str, tuple[Callable[[Any], object], str]] = {
    "others": (lambda given: Differential(A_POUND, given, "why"), "the price of each customer by name"),
    "quantities": (lambda given: Sale("One", "2025-04-01", given), "how many units of each element, by name"),
    "times": (lambda given: Sale("One", "2025-04-01", {"Fee": 1}, given), "how often, by the name of the element"),
    "used": (lambda given: RecoveryYear(YEAR, TEN, 1, KNOWN, TEN, given), "how many units each customer used, by name"),
}


@pytest.mark.parametrize("place", MAPPINGS)
@pytest.mark.parametrize(
    ("value", "shown"), [(5, "5 is of type int"), ([1], "[1] is of type list"), ("Fee", "'Fee' is of type str")]
)
def test_tables_that_are_no_mapping_are_refused_whatever_they_are(place: str, value: object, shown: str) -> None:
    make, accepted = MAPPINGS[place]
    assert said(lambda: make(value)) == [f"{place}: {shown}. Accepted: {accepted}."]


def test_customers_without_a_name_and_charges_below_nothing_are_refused() -> None:
    assert said(lambda: Differential(A_POUND, of_any_type({5: A_POUND}), "why")) == [
        "others: 5 is of type int. Accepted: a name."
    ]
    assert said(lambda: RecoveryYear(YEAR, TEN, 1, KNOWN, TEN, of_any_type({5: 1}), Rate(-1))) == [
        "used: 5 is of type int. Accepted: the name of a customer.",
        "charged: the price is negative: -£1.00. Accepted: a price of nothing or more.",
    ]


@pytest.mark.parametrize("value", [[], {}])
def test_a_rate_of_vat_that_is_none_is_refused(value: object) -> None:
    assert said(lambda: VatTreatment(VatLiability.STANDARD_RATED, KNOWN, of_any_type(value))) == [
        f"rate: {value!r} is of type {type(value).__name__}. Accepted: a Share, or nothing."
    ]


def test_what_is_no_occasion_is_refused_by_the_prices_that_depend_on_one() -> None:
    words = ["occasion: 'Tamworth' is of type str. Accepted: an Occasion, or nothing."]
    concession, yearly = Concession(A_POUND, "50%", ("Tamworth",), "why"), Prorated(Flat(TEN))
    assert said(lambda: concession.charge(8, of_any_type("Tamworth"))) == words
    assert said(lambda: yearly.charge(8, of_any_type("Tamworth"))) == words


def test_a_sale_that_is_none_by_the_tariff_is_refused() -> None:
    fees = Tariff("Fees", (FEE,))
    none = ["quantities[Plan]: 'Plan' is no element of the tariff. Accepted: one of: Fee."]
    assert said(lambda: fees.charge(OTHER)) == said(lambda: fees.explain(OTHER, "Plan")) == none
    assert said(lambda: fees.charge(of_any_type(5))) == ["5 is of type int. Accepted: a Sale."]
    assert said(lambda: fees.explain(ONE, "Plan")) == ["name: 'Plan' is no part of the sale. Accepted: one of: Fee."]


@pytest.mark.parametrize("value", [None, TIERS.tiers, AtCost(), dt.date(2025, 4, 1)])
def test_what_is_no_price_has_no_cliffs(value: object) -> None:
    (words,) = said(lambda: cliffs(of_any_type(value)))
    assert words.endswith(f"is of type {type(value).__name__}. Accepted: a price.")


def test_a_volume_price_of_no_tuple_is_refused_as_a_graduated_one_is() -> None:
    assert said(lambda: Volume(of_any_type(5))) == ["tiers: 5 is of type int. Accepted: a tuple."]
