"""Costs worked by hand or published, and what is refused."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from lgtrade.calendar import FinancialYear
from lgtrade.costing import ApportionmentKey, CostLine, cost_of_provision
from lgtrade.issues import InputError
from lgtrade.money import CELL_BY_CELL, ZERO, Exact, Money, total
from lgtrade.sources import Assumption, Source

YEAR = FinancialYear(2004)
LEDGER = Source("ledger")
HEADS = ApportionmentKey("heads", {"help-desk": 3, "own-use": 9}, Source("establishment list"))
POUND = Money.pounds(1)


def test_a_help_desk_bears_its_own_pay_and_a_quarter_of_the_rent() -> None:
    """£84,000 + 3/12 of £60,000 = £99,000; the third line is of the year before."""
    lines = [
        CostLine("Employees", YEAR, Money.pounds(84_000), LEDGER, service="help-desk"),
        CostLine("Premises", YEAR, Money.pounds(60_000), LEDGER, key=HEADS),
        CostLine("Premises", FinancialYear(2003), Money.pounds(58_000), LEDGER, key=HEADS),
    ]
    cost = cost_of_provision("help-desk", YEAR, lines)
    assert [part.amount for part in cost.parts] == [Money.pounds(84_000), Money.pounds(15_000)]
    assert (cost.total, cost.difference) == (Money.pounds(99_000), ZERO)
    assert cost_of_provision("own-use", YEAR, lines).total == Money.pounds(45_000)


def test_an_insurance_credit_lowers_the_cost() -> None:
    """£84,000 less 3/12 of £1,000.02, which is £250.005: the odd penny of the credit goes to the help desk."""
    lines = [
        CostLine("Employees", YEAR, Money.pounds(84_000), LEDGER, service="help-desk"),
        CostLine("Insurance", YEAR, Money.pounds("-1,000.02"), LEDGER, key=HEADS),
    ]
    cost = cost_of_provision("help-desk", YEAR, lines)
    assert cost.total == Money.pounds("83,749.99")
    assert cost_of_provision("own-use", YEAR, lines).total == Money.pounds("-750.01")


def test_two_lines_under_one_heading_are_both_borne() -> None:
    lines = [CostLine("Other", YEAR, Money.pounds(sum_), LEDGER, service="help-desk") for sum_ in (10, 10)]
    assert cost_of_provision("help-desk", YEAR, lines).total == Money.pounds(20)


@pytest.mark.parametrize(
    ("percent", "whole", "chargeable", "other"),
    [
        (64, [408_621, 7_826, 10_804, 99_974], [261_517, 5_009, 6_915, 63_983], [147_104, 2_817, 3_889, 35_991]),
        (70, [369_705, 6_616, 44_846, 66_261], [258_794, 4_631, 31_392, 46_383], [110_912, 1_985, 13_454, 19_878]),
    ],
    ids=["first table", "second table"],
)
def test_building_control_is_divided_by_time_between_chargeable_and_other_work(
    percent: int, whole: list[int], chargeable: list[int], other: list[int]
) -> None:
    """Neath Port Talbot CBC, Building regulations chargeable and non-chargeable account, every line to the pound.

    https://beta.npt.gov.uk/planning-and-building-control/building-control/building-regulations-chargeable-and-non-chargeable-account
    A half goes up on both sides: £369,705 at 70% is £258,793.50, and at 30% £110,911.50.
    """
    time = ApportionmentKey("time", {"chargeable": percent, "other": 100 - percent}, LEDGER)
    lines = [CostLine("Line", YEAR, Money.pounds(pounds), LEDGER, key=time) for pounds in whole]
    for use, cells in (("chargeable", chargeable), ("other", other)):
        cost = cost_of_provision(use, YEAR, lines, remainder=CELL_BY_CELL, unit=POUND)
        assert [part.amount for part in cost.parts] == [Money.pounds(pounds) for pounds in cells]
        assert cost.total == Money.pounds(sum(cells))
        assert cost.difference == Money.pounds(sum(whole) - sum(chargeable) - sum(other))


def test_a_published_total_that_misses_its_own_lines_by_a_pound_is_seen() -> None:
    """The same page prints £146,228 for the second table's other work; its lines add to £146,229."""
    printed = [Money.pounds(pounds) for pounds in (110_912, 1_985, 13_454, 19_878)]
    assert total(printed) - Money.pounds(146_228) == POUND


def test_weights_are_read_as_people_write_them() -> None:
    weights: dict[str, Exact | str] = {"a": 3, "b": Decimal("1.5"), "c": Fraction(1, 3), "d": "64%", "e": "1,000.5"}
    key = ApportionmentKey("use", weights, LEDGER)
    assert list(key.weights.values()) == [3, Fraction(3, 2), Fraction(1, 3), Fraction(16, 25), Fraction(2001, 2)]


NUMBER = 'Accepted: a whole number, a Decimal, or text such as "1,234.56".'
DIGITS = "Accepted: at most 18 digits before the point and 12 after it."
BASIS = "Accepted: a Source or an Assumption."


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"name": ""}, ["name: it is empty. Accepted: what the key measures."]),
        ({"name": None}, ["name: None is of type NoneType. Accepted: what the key measures."]),
        ({"weights": {}}, ["weights: no weight is over nothing. Accepted: a weight over nothing."]),
        ({"weights": {"a": 0, "b": 0}}, ["weights: no weight is over nothing. Accepted: a weight over nothing."]),
        (
            {"weights": {"a": -1, "b": 1}},
            ["weights[a]: the weight is negative. Accepted: a weight of nothing or more."],
        ),
        (
            {"weights": {"a": 0.5, "b": 1}},
            [f"weights[a]: 0.5 is a float, which cannot hold most amounts exactly. {NUMBER}"],
        ),
        ({"weights": {"a": "many", "b": 0}}, [f"weights[a]: 'many' is not a number. {NUMBER}"]),
        ({"weights": {"a": 0, "b": "many"}}, [f"weights[b]: 'many' is not a number. {NUMBER}"]),
        ({"basis": "a guess"}, [f"basis: 'a guess' is of type str. {BASIS}"]),
        (
            {
                "name": "",
                "weights": {
                    "a": 0.5,
                    "b": True,
                    "c": "many",
                    "d": Decimal("NaN"),
                    "e": float("nan"),
                    "f": -1,
                    "g": "1/0",
                },
                "basis": None,
            },
            [
                "name: it is empty. Accepted: what the key measures.",
                f"weights[a]: 0.5 is a float, which cannot hold most amounts exactly. {NUMBER}",
                f"weights[b]: True is not a number. {NUMBER}",
                f"weights[c]: 'many' is not a number. {NUMBER}",
                f"weights[d]: NaN has too many digits, or is not finite. {DIGITS}",
                f"weights[e]: nan is a float, which cannot hold most amounts exactly. {NUMBER}",
                "weights[f]: the weight is negative. Accepted: a weight of nothing or more.",
                "weights[g]: it divides by nothing. Accepted: a divisor over zero.",
                f"basis: None is of type NoneType. {BASIS}",
            ],
        ),
        (
            {"name": "", "weights": {"a": -1}},
            [
                "name: it is empty. Accepted: what the key measures.",
                "weights[a]: the weight is negative. Accepted: a weight of nothing or more.",
                "weights: no weight is over nothing. Accepted: a weight over nothing.",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_a_key_is_said(changed: dict[str, Any], said: list[str]) -> None:
    right: dict[str, Any] = {"name": "heads", "weights": {"a": 1}, "basis": LEDGER}
    with pytest.raises(InputError) as refused:
        ApportionmentKey(**(right | changed))
    assert [str(issue) for issue in refused.value.issues] == said


EITHER = "Accepted: the kind of service that bears it, or the key that divides it, and not both."


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"heading": ""}, ["heading: it is empty. Accepted: what was spent."]),
        ({"service": None}, [f"service: 'Rent' has to be either direct or shared. {EITHER}"]),
        ({"key": HEADS}, [f"service: 'Rent' has to be either direct or shared. {EITHER}"]),
        ({"amount": 12.5}, ["amount: 12.5 is of type float. Accepted: an amount of Money."]),
        ({"service": 7}, ["service: 7 is of type int. Accepted: the key of a kind of service, or nothing."]),
        (
            {"service": None, "key": "heads"},
            ["key: 'heads' is of type str. Accepted: an ApportionmentKey, or nothing."],
        ),
        (
            {"heading": 7, "year": "2004/05", "amount": 100, "basis": "ledger", "service": None},
            [
                "heading: 7 is of type int. Accepted: what was spent.",
                "year: '2004/05' is of type str. Accepted: a FinancialYear.",
                "amount: 100 is of type int. Accepted: an amount of Money.",
                f"basis: 'ledger' is of type str. {BASIS}",
                f"service: 7 has to be either direct or shared. {EITHER}",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_a_line_of_cost_is_said(changed: dict[str, Any], said: list[str]) -> None:
    right: dict[str, Any] = {
        "heading": "Rent",
        "year": YEAR,
        "amount": Money.pounds(1),
        "basis": Assumption("made up"),
        "service": "help-desk",
    }
    with pytest.raises(InputError) as refused:
        CostLine(**(right | changed))
    assert [str(issue) for issue in refused.value.issues] == said


def test_every_line_that_cannot_be_divided_is_named() -> None:
    lines = [
        CostLine("Pay", YEAR, Money.pounds("0.50"), LEDGER, service="help-desk"),
        CostLine("Rent", YEAR, Money.pounds("10.50"), LEDGER, key=HEADS),
        CostLine("Rates", YEAR, Money.pounds(10), LEDGER, key=HEADS),
        CostLine("Heat", YEAR, Money.pounds("7.25"), LEDGER, key=HEADS),
    ]
    with pytest.raises(InputError) as refused:
        cost_of_provision("help-desk", YEAR, lines, unit=POUND)
    assert [str(issue) for issue in refused.value.issues] == [
        "[1].amount: £10.50 is not a whole number of times £1.00. Accepted: an amount that the unit divides.",
        "[3].amount: £7.25 is not a whole number of times £1.00. Accepted: an amount that the unit divides.",
    ]


def test_a_line_with_no_part_for_the_service_is_not_divided_and_so_not_refused() -> None:
    lines = [CostLine("Rent", YEAR, Money.pounds("10.50"), LEDGER, key=HEADS)]
    assert cost_of_provision("payroll", YEAR, lines, unit=POUND).total == ZERO
