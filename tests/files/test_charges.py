"""Every price, every wrapper and every rule, as a case file gives them."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from tests.agreements.facts import said

from lgtrade.charging import (
    PROPERTY_SEARCHES,
    AtCost,
    Band,
    Banded,
    Commercial,
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
    Package,
    Percentage,
    PerUnit,
    PriceFrom,
    Prorated,
    Repriced,
    Stepped,
    Surcharged,
    Tier,
    Volume,
)
from lgtrade.files import read_case_text
from lgtrade.money import DOWN, HALF_EVEN, HALF_UP, UP, Money, Rate
from lgtrade.sources import Assumption, Source

TOP = """
format = 1
title = "A help desk"
assumption = "made up for this test"

[[service]]
key = "desk"
name = "Help desk"

[[agreement]]
reference = "HD"
supplier = "Lichfield"
customer = "Tamworth"
service = "desk"
first = 2024-04-01
last = 2027-03-31

[agreement.charge]
"""
A_POUND = PerUnit(Rate("1.00"))
POUND = 'rule = "per unit"\nrate = "1.00"\n'
TIERS = (Tier(Rate(1), 100), Tier(Rate("0.80")))
TIER = 'tier = [{ rate = 1, upto = 100 }, { rate = "0.80" }]\n'
KNOWN = Assumption("made up for this test")
TWICE = '{ customer = "A", rule = "per unit", rate = 5 }'
SAME = 'rule = "per unit", rate = 5'
TREBLED = "{ 2024-12 = 3 }"


def charge(text: str) -> Any:
    return read_case_text(TOP + text).supplies[0].agreement.charge


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('rule = "flat"\namount = "12.50"', Flat(Money.pounds("12.50"))),
        (POUND, A_POUND),
        (f'{POUND}rounding = "half even"\nto = 1', PerUnit(Rate(1), HALF_EVEN.to(1))),
        (f'rule = "graduated"\n{TIER}', Graduated(TIERS)),
        (f'rule = "volume"\n{TIER}rounding = "down"', Volume(TIERS, DOWN)),
        ('rule = "package"\namount = 30\nsize = 10\ncounted = "whole"', Package(Money.pounds(30), 10, Counted.WHOLE)),
        (
            'rule = "stepped"\namount = 50\nupto = 1\nthen = 20\nstep = "0.5"',
            Stepped(Money.pounds(50), 1, Money.pounds(20), "0.5"),
        ),
        (
            'rule = "banded"\nband = [{ amount = 290, upto = 10 }, { amount = 405 }]',
            Banded((Band(Money.pounds(290), 10), Band(Money.pounds(405)))),
        ),
        ('rule = "percentage"\npart = "1.5%"\nrounding = "up"', Percentage("1.5%", UP)),
        (
            f'{POUND}surcharge = {{ by = "15%", reason = "administration" }}',
            Surcharged(A_POUND, "15%", "administration"),
        ),
        (
            f'{POUND}surcharge = {{ by = 40, reason = "a visit" }}',
            Surcharged(A_POUND, Money.pounds(40), "a visit"),
        ),
        ('rule = "at cost"', AtCost()),
        ('rule = "at cost"\nwindow = 5\nreason = "new vans"\nrounding = "up"', AtCost(UP, 5, "new vans")),
        ('rule = "property searches"\nrounding = "half up"', attrs.evolve(PROPERTY_SEARCHES, rounding=HALF_UP)),
        ('rule = "commercial"\nmargin = "10%"', Commercial("10%")),
        (f"{POUND}minimum = 5", Minimum(A_POUND, Money.pounds(5))),
        (f"{POUND}maximum = 9", Maximum(A_POUND, Money.pounds(9))),
        (f"{POUND}minimum = 5\nmaximum = 9", Maximum(Minimum(A_POUND, Money.pounds(5)), Money.pounds(9))),
        (f'{POUND}discount = "10%"', Discounted(A_POUND, "10%")),
        (f'{POUND}discount = "1.50"', Discounted(A_POUND, Money.pounds("1.50"))),
        (
            f'{POUND}concession = {{ off = "1/2", customers = ["Tamworth"], reason = "a pilot" }}',
            Concession(A_POUND, "50%", ("Tamworth",), "a pilot"),
        ),
        (
            f'{POUND}other = [{{ customer = "A", rule = "per unit", rate = 2, minimum = 5 }}]\nwhy = "dearer"',
            Differential(A_POUND, {"A": Minimum(PerUnit(Rate(2)), Money.pounds(5))}, "dearer"),
        ),
        ('rule = "flat"\namount = 365\nby_the_day = true', Prorated(Flat(Money.pounds(365)))),
        (
            'rule = "flat"\namount = 365\nby_the_day = { rounding = "down" }',
            Prorated(Flat(Money.pounds(365)), DOWN),
        ),
        (f'{POUND}discount = {{ off = "10%", rounding = "up", to = 1 }}', Discounted(A_POUND, "10%", UP.to(1))),
        (
            f'{POUND}concession = {{ off = "50%", customers = ["B"], reason = "a pilot", rounding = "down" }}',
            Concession(A_POUND, "50%", ("B",), "a pilot", DOWN),
        ),
        (
            f'{POUND}surcharge = {{ by = "15%", reason = "a visit", rounding = "up" }}',
            Surcharged(A_POUND, "15%", "a visit", UP),
        ),
        (f"{POUND}from = 2024-04-01", Repriced((PriceFrom("2024-04-01", A_POUND),))),
        (
            f'{POUND}from = 2024-04-01\nchange = [{{ on = 2025-04-01, rule = "per unit", rate = 2 }}]',
            Repriced((PriceFrom("2024-04-01", A_POUND), PriceFrom("2025-04-01", PerUnit(Rate(2))))),
        ),
    ],
)
def test_a_charge_is_read(text: str, expected: object) -> None:
    assert charge(text) == expected


def test_an_index_is_read_with_all_that_was_agreed_on_following_it() -> None:
    read = charge(
        f"""{POUND}
        [agreement.charge.index]
        name = "CPI"
        form = "levels"
        source = "ONS, series D7BT"
        since = 2024-04-01
        lag = 4
        simple = true
        cap = "5%"
        collar = 0
        floor = 1
        threshold = "2%"
        only_beyond = true
        rounding = "up"
        to = "0.001"
        change_to = "0.1%"
        values = {{ "2023-12" = "131.5", "2024-12" = 135 }}
        provisional = {{ "2024-12" = "134.9" }}
        """
    )
    values = (
        IndexValue("2023-12", "131.5"),
        IndexValue("2024-12", 135),
        IndexValue("2024-12", "134.9", provisional=True),
    )
    series = IndexSeries("CPI", IndexForm.LEVELS, values, Source("ONS, series D7BT"))
    limits: dict[str, Any] = {"cap": "5%", "collar": 0, "floor": 1, "threshold": "2%", "only_beyond": True}
    roundings: dict[str, Any] = {"rounding": UP.to("0.001"), "change_rounding": HALF_UP.to("0.001")}
    assert read == Indexed(A_POUND, Indexation(series, "2024-04-01", 4, compounding=False, **limits, **roundings))


def test_an_index_compounds_changes_and_rounds_to_a_penny_unless_it_says_otherwise() -> None:
    read = charge(
        f'{POUND}index = {{ name = "Fees", form = "changes over a year", since = 2024-04-01, '
        'values = { "2025-04" = "5%" } }'
    )
    series = IndexSeries("Fees", IndexForm.CHANGES, (IndexValue("2025-04", "5%"),), KNOWN)
    assert read == Indexed(A_POUND, Indexation(series, "2024-04-01"))


def test_a_file_may_use_every_wrapper_at_once_and_they_are_put_on_in_the_written_order() -> None:
    read = charge(
        """
        index = { name = "Fees", form = "changes over a year", since = 2024-04-01, values = { "2025-04" = "5%" } }
        from = 2024-04-01
        by_the_day = true
        other = [{ customer = "A", rule = "flat", amount = 9 }]
        why = "smaller"
        concession = { off = "50%", customers = ["B"], reason = "a pilot" }
        discount = "10%"
        surcharge = { by = "5%", reason = "administration" }
        maximum = 900
        minimum = 5
        amount = 365
        rule = "flat"
        """
    )
    kinds = [type(read)]
    inner = read.price.prices[0].price
    while hasattr(inner, "price") or hasattr(inner, "usual"):
        kinds.append(type(inner))
        inner = getattr(inner, "price", None) or inner.usual
    assert kinds == [Indexed, Prorated, Differential, Concession, Discounted, Surcharged, Maximum, Minimum]
    assert inner == Flat(Money.pounds(365))


PRICES = '"flat"; "per unit"; "graduated"; "volume"; "package"; "stepped"; "banded"; "percentage"'
RULES = f'"at cost"; "property searches"; "commercial"; {PRICES}'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("amount = 5", [f"agreement[0].charge.rule: it is missing. Accepted: one of: {RULES}."]),
        ('rule = "cheap"', [f"agreement[0].charge.rule: 'cheap' is not one of them. Accepted: one of: {RULES}."]),
        (
            'rule = "package"\namount = 30\nsize = 0\ncounted = "whole"',
            ["agreement[0].charge.size: it is 0. Accepted: a number over nothing."],
        ),
        (
            'rule = "package"\namount = 30',
            [
                'agreement[0].charge.size: it is missing. Accepted: a whole number, or in quotes: "1.5".',
                'agreement[0].charge.counted: it is missing. Accepted: one of: "started"; "whole".',
            ],
        ),
        (
            f"{POUND}minimum = 5\nmaximum = 4",
            [
                (
                    "agreement[0].charge.maximum: the maximum of £4.00 is below the minimum of £5.00. "
                    "Accepted: £5.00 or more."
                )
            ],
        ),
        (
            'rule = "flat"\namount = 5\ndiscount = 6',
            ["agreement[0].charge.discount: £6.00 is taken off £5.00. Accepted: no more than the price."],
        ),
        (
            f'{POUND}discount = "110%"',
            ["agreement[0].charge.discount: 110% is not a part of a whole. Accepted: a share from 0% to 100%."],
        ),
        (
            f'{POUND}concession = {{ off = "50%", reason = "a pilot" }}',
            ["agreement[0].charge.concession.customers: nobody is named. Accepted: the names of those it is for."],
        ),
        (
            f'{POUND}change = [{{ on = 2025-04-01, rule = "per unit", rate = 2 }}]',
            ["agreement[0].charge.from: it is missing. Accepted: the first day of the first price."],
        ),
        (
            f'{POUND}other = [{{ customer = "A", rule = "per unit", rate = 2, by_the_day = true }}]\nwhy = "x"',
            [
                (
                    "agreement[0].charge.other[0].by_the_day: the price is by use, and is not for a year. "
                    "Accepted: a price that is one sum."
                )
            ],
        ),
        (
            f"{POUND}by_the_day = true",
            [
                (
                    "agreement[0].charge.by_the_day: the price is by use, and is not for a year. "
                    "Accepted: a price that is one sum."
                )
            ],
        ),
        (
            'rule = "graduated"\ntier = [{ rate = 1, upto = 100 }, { rate = 2, upto = 50 }]',
            [
                (
                    "agreement[0].charge.tier[1].upto: the last tier is not open. "
                    "Accepted: a last tier with no upper bound."
                )
            ],
        ),
        (
            'rule = "at cost"\nwindow = 4',
            [
                (
                    "agreement[0].charge.reason: a window of 4 years has no reason. "
                    "Accepted: a reason for a window of more than 3 years."
                )
            ],
        ),
        (
            f'{POUND}index = {{ name = "x", form = "levels", since = 2024-04-01, values = {{ 2025-13 = 1, y = 2 }} }}',
            [
                (
                    "agreement[0].charge.index.values.2025-13: '2025-13' is not a month. "
                    "Accepted: a month, as in 2024-09."
                ),
                "agreement[0].charge.index.values.y: 'y' is not a month. Accepted: a month, as in 2024-09.",
            ],
        ),
        (
            f'{POUND}index = {{ name = "x", form = "changes over a year", since = 2024-04-01, values = {TREBLED} }}',
            [
                (
                    "agreement[0].charge.index.values.2024-12: the change to December 2024 is 300%. "
                    "Accepted: a change over a year, over -100% and up to 100%; or levels of the index."
                )
            ],
        ),
        (
            f'{POUND}other = [{{ customer = "A", rule = "per unit", rate = 5 }}]',
            ["agreement[0].charge.why: it is empty. Accepted: the reason, in words."],
        ),
        (
            f'{POUND}why = "w"\nother = [{{ customer = "5", rule = "flat", amount = 5 }}]',
            [
                (
                    "agreement[0].charge.other: the price of '5' and the usual price are not both by use. "
                    "Accepted: prices that are all one sum, or all by use."
                )
            ],
        ),
        (
            f'{POUND}why = "w"\nother = [{TWICE}, {TWICE}]',
            ["agreement[0].charge.other[1].customer: 'A' is given twice. Accepted: one price for a customer."],
        ),
        (
            f"{POUND}from = 2026-04-01\nchange = [{{ on = 2026-04-01, {SAME} }}]",
            [
                (
                    "agreement[0].charge.change: it begins on 1 April 2026, and the price before it on 1 April 2026. "
                    "Accepted: a later day."
                )
            ],
        ),
        (
            f'{POUND}rounding = "up"\nto = "0.005"',
            [
                (
                    "agreement[0].charge.to: a rounding to £0.005 does not give whole pence. "
                    "Accepted: a unit of one penny or more."
                )
            ],
        ),
        (
            f'{POUND}surcharge = {{ by = "150%", reason = "a visit" }}',
            [
                (
                    "agreement[0].charge.surcharge.by: it is 150%. "
                    'Accepted: at most 100%: "15%" or "0.15" for fifteen per cent.'
                )
            ],
        ),
        (
            f"{POUND}minimun = 5",
            ["agreement[0].charge.minimun: nothing of that name is read here. Accepted: minimum, perhaps."],
        ),
    ],
)
def test_what_is_wrong_with_a_charge_is_said_with_its_place(text: str, words: list[str]) -> None:
    assert said(lambda: charge(text)) == words
