"""What one unit costs, at the margin and in full, as used and at capacity."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from tests.agreements.facts import of_any_type, said
from tests.costing.facts import BASIS

from lgtrade.costing import CostClass, UnitCost, UnitCostLine
from lgtrade.money import HALF_UP, Amount, Money, Rate, Share
from lgtrade.strategies import unit_costs

FEW = settings(max_examples=30)
LINES = (
    UnitCostLine("Employees", Money.pounds(60_000), BASIS, Share("100%")),
    UnitCostLine("Calls", Money.pounds(9000), BASIS, Share("20%")),
    UnitCostLine("Finance and people", Money.pounds(6000), BASIS, Share("100%"), CostClass.OVERHEAD),
)


def desk(**changed: Any) -> UnitCost:
    begin: dict[str, Any] = {
        "name": "Help desk",
        "unit": "call",
        "units": 3000,
        "lines": LINES,
        "basis": BASIS,
        "capacity": 4000,
    }
    return UnitCost(**(begin | changed))


def known(amount: Amount | None) -> Fraction:
    assert amount is not None
    return Fraction(amount.pounds)


@FEW
@given(unit_costs(known=True))
def test_the_marginal_cost_is_never_more_than_the_full_cost_where_no_fixed_cost_is_below_nil(cost: UnitCost) -> None:
    assert known(cost.marginal) <= known(cost.full_at_capacity) <= known(cost.full)


@FEW
@given(unit_costs(known=True))
def test_what_units_in_use_bear_at_capacity_and_what_is_idle_is_the_whole_cost(cost: UnitCost) -> None:
    in_use = known(cost.full_at_capacity) * cost.units
    assert in_use + known(cost.cost_of_idle_capacity) == Fraction(cost.total.in_pounds)


@FEW
@given(unit_costs())
def test_the_full_cost_of_all_units_is_the_total(cost: UnitCost) -> None:
    assert known(cost.full) * cost.units == Fraction(cost.total.in_pounds)
    if cost.fixed is not None:
        assert known(cost.marginal) * cost.units + known(cost.fixed) == Fraction(cost.total.in_pounds)


@FEW
@given(unit_costs(known=True))
def test_full_use_leaves_nothing_idle(cost: UnitCost) -> None:
    full = UnitCost(cost.name, cost.unit, cost.units, cost.lines, BASIS, cost.units)
    assert full.idle == 0
    assert full.cost_of_idle_capacity == Amount(Fraction(0))
    assert full.full_at_capacity == full.full


def test_a_help_desk_at_three_quarters_of_its_capacity() -> None:
    cost = desk(stated=Money.pounds(76_000))
    assert {"/".join(path): str(figure) for path, figure in cost.figures.items()} == {
        "total": "£75,000.00",
        "difference": "-£1,000.00",
        "marginal-cost": "£2.40",
        "direct-cost": "£23.00",
        "full-cost": "£25.00",
        "full-cost-at-capacity": "£19.35",
        "idle-units": "1000",
        "cost-of-idle-capacity": "£16,950.00",
    }
    assert [name for name, _ in cost.bases] == [
        "Help desk: call",
        "Help desk: Employees",
        "Help desk: Calls",
        "Help desk: Finance and people",
    ]


def test_a_share_of_the_rent_is_no_overhead() -> None:
    rent = UnitCostLine("Rent", Money.pounds(3000), BASIS, Share("100%"), CostClass.ATTRIBUTABLE)
    assert desk(lines=(*LINES, rent)).direct == Amount(Fraction(24))


def test_what_is_not_known_to_be_fixed_gives_no_marginal_cost_and_no_idle_capacity() -> None:
    cost = desk(lines=(*LINES, UnitCostLine("Rent", Money.pounds(1), BASIS)), capacity=None)
    assert (cost.fixed, cost.marginal, cost.idle, cost.full_at_capacity, cost.cost_of_idle_capacity) == (None,) * 5
    assert set(cost.figures) == {("total",), ("direct-cost",), ("full-cost",)}


def test_what_a_unit_costs_is_rounded_by_the_rule_that_is_given() -> None:
    assert desk(units=7, capacity=None, rounding=HALF_UP.to("1")).figures["full-cost",] == Rate(10_714)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"units": 0}, ["units: a cost of £75,000.00 falls on no units. Accepted: a number of units over nil."]),
        ({"lines": ()}, ["lines: there are none. Accepted: one line or more."]),
        ({"capacity": 2999}, ["capacity: it is 2,999, and 3,000 are used. Accepted: what is used, or more."]),
        (
            {"lines": (UnitCostLine("Rent", Money.pounds(1), BASIS),)},
            [
                (
                    "lines[0].fixed: it is not said what of Rent is fixed. "
                    "Accepted: the share that is fixed, or no capacity."
                )
            ],
        ),
        (
            {
                "name": "",
                "unit": None,
                "units": -1,
                "lines": [],
                "basis": None,
                "capacity": "-1",
                "stated": 5,
                "rounding": None,
            },
            [
                "name: it is empty. Accepted: what it is called.",
                "unit: None is of type NoneType. Accepted: what a unit is.",
                "units: it is -1. Accepted: nil or more.",
                "lines: [] is of type list. Accepted: a tuple.",
                "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
                "capacity: it is -1. Accepted: nil or more.",
                "stated: 5 is of type int. Accepted: an amount of Money, or nothing.",
                "rounding: None is of type NoneType. Accepted: a Rounding.",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_the_cost_of_a_unit_is_said(changed: dict[str, Any], expected: list[str]) -> None:
    assert said(lambda: desk(**changed)) == expected


def test_all_that_is_wrong_with_a_line_is_said() -> None:
    assert said(lambda: UnitCostLine("", *(of_any_type(each) for each in (1, None, "100%", "direct")))) == [
        "heading: it is empty. Accepted: what it is.",
        "amount: 1 is of type int. Accepted: an amount of Money.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
        "fixed: '100%' is of type str. Accepted: a Share, or nothing.",
        "kind: 'direct' is of type str. Accepted: a CostClass.",
    ]
