"""From a ledger to the cost of provision: what reconciles, and what is refused."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from tests.agreements.facts import of_any_type, said
from tests.costing.facts import BASIS, PAY, YEAR, build_up, key, line

from lgtrade.calendar import FinancialYear
from lgtrade.costing import (
    BuildUp,
    CostClass,
    LedgerLine,
    OverheadMethod,
    OverheadRate,
    SubjectiveHeading,
    costs_of_provision,
)
from lgtrade.money import CELL_BY_CELL, HALF_UP, ZERO, Money, to_lead, total
from lgtrade.strategies import build_ups

RENT = line("Town hall", 3000, SubjectiveHeading.PREMISES, key({"payroll": 1, "own use": 2}, "floor area"))


@settings(max_examples=30)
@given(build_ups())
def test_each_line_belongs_to_one_class_or_is_left_out(built: BuildUp) -> None:
    assert total(built.by_class(each) for each in CostClass) + total(built.omitted.values()) == built.ledger


@settings(max_examples=30)
@given(build_ups())
def test_the_lines_of_cost_are_all_that_the_costs_of_provision_rest_on(built: BuildUp) -> None:
    costs = costs_of_provision(built.cost_lines, remainder=built.remainder, unit=built.unit)
    assert {(use, built.year): cost for use, cost in built.costs.items() if cost.parts} == costs


@settings(max_examples=30)
@given(build_ups())
def test_an_overhead_at_a_rate_is_that_part_of_what_each_use_bears_directly_or_by_a_key(built: BuildUp) -> None:
    plain = attrs.evolve(
        built,
        rates=(),
        lines=tuple(each for each in built.lines if built.class_of(each) is not CostClass.OVERHEAD),
    )
    for rate in built.rates:
        of = {each.value for each in rate.of}
        for use, cost in plain.costs.items():
            counted = total(part.amount for part in cost.parts if part.line.heading in of)
            added = [each.amount for each in built.cost_lines[-len(built.uses) :] if each.service == use]
            assert added == [HALF_UP.money(counted.amount.times(rate.part))]


@settings(max_examples=30)
@given(build_ups())
def test_the_headings_of_all_uses_add_to_what_all_uses_cost(built: BuildUp) -> None:
    headings = [sum_ for path, sum_ in built.figures.items() if path[0] == "heading" and isinstance(sum_, Money)]
    assert total(headings) == total(cost.total for cost in built.costs.values())


def test_a_build_up_says_where_every_pound_went() -> None:
    built = build_up(
        lines=(
            *build_up().lines,
            RENT,
            line("Members", 5000),
            line("payroll", 700, SubjectiveHeading.SUPPLIES),
        ),
        left_out={"Members": "it serves no one service"},
        rates=(OverheadRate("insurance", "10%", (PAY,), BASIS),),
        stated=Money.pounds(168_000),
    )
    # People passes on P = 40,000 + I / 2 and ICT passes on I = 20,000 + P / 10: 52,631.58 and 25,263.16
    assert {"/".join(path): str(figure) for path, figure in built.figures.items()} == {
        "ledger": "£168,700.00",
        "difference": "£700.00",
        "left-out/Members": "£5,000.00",
        "class/direct": "£100,700.00",
        "class/attributable": "£3,000.00",
        "class/overhead": "£60,000.00",
        "added": "£10,000.00",
        "rounding": "£0.00",
        "chargeable": "£129,121.05",
        "not-chargeable": "£44,578.95",
        "share/People/payroll": "7/19",
        "share/People/own use": "12/19",
        "share/ICT/payroll": "13/19",
        "share/ICT/own use": "6/19",
        "total-cost/payroll": "£129,121.05",
        "cost/payroll/employees": "£118,421.05",
        "cost/payroll/premises": "£1,000.00",
        "cost/payroll/supplies and services": "£700.00",
        "cost/payroll/insurance": "£9,000.00",
        "total-cost/own use": "£44,578.95",
        "cost/own use/employees": "£41,578.95",
        "cost/own use/premises": "£2,000.00",
        "cost/own use/insurance": "£1,000.00",
        "heading/employees": "£160,000.00",
        "heading/premises": "£3,000.00",
        "heading/supplies and services": "£700.00",
        "heading/insurance": "£10,000.00",
    }
    assert [name for name, _ in built.bases] == [
        "Payroll: payroll, employees",
        "Payroll: own use, employees",
        "Payroll: People, employees",
        "Payroll: ICT, employees",
        "Payroll: Town hall, premises",
        "Payroll: Members, employees",
        "Payroll: payroll, supplies and services",
        "Payroll: floor area",
        "Payroll: heads",
        "Payroll: heads",
        "Payroll: insurance",
    ]


def test_without_a_control_total_there_is_no_difference_from_one() -> None:
    assert build_up().difference is None
    assert ("difference",) not in build_up().figures


def test_what_rounding_each_cell_by_itself_leaves_over_is_said() -> None:
    thirds = key({"payroll": 1, "own use": 1, "others": 1})
    built = build_up(
        lines=(line("Town hall", 100, key=thirds),),
        other=("own use", "others"),
        remainder=CELL_BY_CELL,
        unit=Money.pounds(1),
    )
    assert (built.chargeable, built.not_chargeable, built.rounding) == (
        Money.pounds(33),
        Money.pounds(66),
        Money.pounds(1),
    )


def test_an_overhead_at_a_rate_is_rounded_to_the_unit_that_lines_are_divided_into() -> None:
    rates = (OverheadRate("insurance", "10%", (PAY,), BASIS),)
    built = build_up(lines=(line("payroll", 105),), rates=rates, unit=Money.pounds(1))
    assert built.added == Money.pounds(11)


def test_the_headings_are_those_of_total_cost_and_no_others() -> None:
    assert [each.value for each in SubjectiveHeading] == [
        "employees",
        "premises",
        "transport",
        "supplies and services",
        "third party payments",
        "support services",
        "depreciation and impairment",
        "amortisation",
        "pension current service cost",
        "revenue expenditure funded from capital under statute",
    ]
    assert [each.value for each in CostClass] == ["direct", "attributable", "overhead"]
    assert [each.value for each in OverheadMethod] == ["simple", "step-down", "reciprocal"]


OUTSIDE = "Accepted: a key by which some of it is borne outside the support services."
KNOWN = "Accepted: one of: payroll, own use, People, ICT."
LEAD = "the lead, Legal, has no weight. Accepted: one of those with a weight over nothing."
STEPS = {"method": OverheadMethod.STEP_DOWN}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (
            {"lines": (line("People", 1, year=FinancialYear(2024)),)},
            ["lines[0].year: 'People' has a line of 2024/25. Accepted: a line of 2025/26."],
        ),
        (
            {"lines": (line("Legal", 1),)},
            [f"lines[0].centre: 'Legal' is neither a use, nor a support service with a key, nor left out. {KNOWN}"],
        ),
        (
            {"lines": (RENT,), "left_out": {"Town hall": "shared"}},
            ["lines[0].key: 'Town hall' is left out, and the line has a key. Accepted: one or the other."],
        ),
        (
            {"lines": (line("Town hall", 1, key=key({"payrol": 1, "nobody": 0})),)},
            [f"lines[0].key.weights[payrol]: 'payrol' is neither a use nor a support service. {KNOWN}"],
        ),
        (
            {"pools": {"People": key({"payroll": 1}), "ICT": key({"pay": 1})}},
            [f"pools[ICT].weights[pay]: 'pay' is neither a use nor a support service. {KNOWN}"],
        ),
        (
            {"pools": {"People": key({"ICT": 1, "payroll": 0}), "ICT": key({"People": 1})}},
            [
                f"pools[{name}]: by the reciprocal method the cost of '{name}' reaches no use. {OUTSIDE}"
                for name in ("People", "ICT")
            ],
        ),
        (
            {"pools": {"People": key({"ICT": 1}), "ICT": key({"payroll": 1})}, "method": OverheadMethod.SIMPLE},
            [f"pools[People]: by the simple method the cost of 'People' reaches no use. {OUTSIDE}"],
        ),
        (
            {**STEPS, "order": ("ICT", "Legal", "ICT")},
            [
                "order[2]: 'ICT' is given twice. Accepted: a name of its own.",
                "order[1]: 'Legal' is no support service. Accepted: one of: People, ICT.",
                "order: it misses 'People'. Accepted: every support service, once.",
            ],
        ),
        (
            {"order": ("ICT", "People")},
            ["order: the reciprocal method has no steps. Accepted: an order with the step-down method only."],
        ),
        (
            {"services": (), "other": ("payroll", "own use")},
            ["services: there are none. Accepted: one service or more."],
        ),
        (
            {"other": ("own use", "payroll", ""), "left_out": {"ICT": ""}},
            [
                "other[1]: 'payroll' is given twice. Accepted: a name of its own.",
                "left_out[ICT]: 'ICT' is given twice. Accepted: a name of its own.",
                "other[2]: it is empty. Accepted: the name of a cost centre.",
                "left_out[ICT]: it is empty. Accepted: the reason, in words.",
            ],
        ),
        (
            {"rates": (OverheadRate("rent", 1, (PAY,), BASIS), OverheadRate("rent", 2, (PAY,), BASIS))},
            ["rates[1].heading: 'rent' is given twice. Accepted: a name of its own."],
        ),
        ({"unit": ZERO}, ["unit: it is £0.00. Accepted: a penny or more."]),
        (
            {"lines": (line("own use", "1.50"), line("ICT", "1.50")), "unit": Money.pounds(1)},
            ["lines[1].amount: £1.50 is not a whole number of times £1.00. Accepted: an amount that the unit divides."],
        ),
        (
            {"lines": (line("ICT", 1),), "remainder": to_lead("Legal")},
            [f"lines[0].remainder.lead: {LEAD}"],
        ),
        (
            {"pools": {f"S{number}": key({"payroll": 1}) for number in range(26)}, "lines": ()},
            ["pools: there are 26 support services. Accepted: at most 25."],
        ),
        (
            {"lines": (line("payroll", 1),) * 25_001},
            ["lines: the lines would come to 50002 parts. Accepted: at most 50000."],
        ),
        (
            {
                "name": "",
                "year": 2025,
                "lines": ["a line"],
                "services": (1,),
                "other": "own use",
                "pools": None,
                "method": "simple",
                "order": (None,),
                "left_out": {1: None},
                "rates": ("10%",),
                "stated": 5,
                "remainder": None,
                "unit": 1,
            },
            [
                "name: it is empty. Accepted: what it is called.",
                "year: 2025 is of type int. Accepted: a FinancialYear.",
                "lines: ['a line'] is of type list. Accepted: a tuple.",
                "services[0]: 1 is of type int. Accepted: the key of a kind of service.",
                "other: 'own use' is of type str. Accepted: a tuple.",
                "pools: None is of type NoneType. Accepted: a mapping.",
                "method: 'simple' is of type str. Accepted: an OverheadMethod.",
                "order[0]: None is of type NoneType. Accepted: the name of a support service.",
                "left_out: 1 is of type int. Accepted: a name.",
                "left_out[1]: None is of type NoneType. Accepted: the reason, in words.",
                "rates[0]: '10%' is of type str. Accepted: an OverheadRate.",
                "stated: 5 is of type int. Accepted: an amount of Money, or nothing.",
                "remainder: None is of type NoneType. Accepted: a Remainder.",
                "unit: 1 is of type int. Accepted: an amount of Money.",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_a_build_up_is_said(changed: dict[str, Any], expected: list[str]) -> None:
    assert said(lambda: build_up(**changed)) == expected


def test_all_that_is_wrong_with_a_line_of_a_ledger_is_said() -> None:
    assert said(lambda: LedgerLine("", *(of_any_type(each) for each in ("pay", "2025", 1, None, "heads", 5)))) == [
        "centre: it is empty. Accepted: the cost centre.",
        "heading: 'pay' is of type str. Accepted: a SubjectiveHeading.",
        "year: '2025' is of type str. Accepted: a FinancialYear.",
        "amount: 1 is of type int. Accepted: an amount of Money.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
        "key: 'heads' is of type str. Accepted: an ApportionmentKey, or nothing.",
        "note: 5 is of type int. Accepted: words.",
    ]


NUMBER = 'Accepted: a whole number, a Decimal, or text such as "1,234.56".'


def test_all_that_is_wrong_with_an_overhead_rate_is_said() -> None:
    assert said(lambda: OverheadRate("", of_any_type("-5%"), (), of_any_type(None))) == [
        "heading: it is empty. Accepted: what they are.",
        "part: it is -0.05. Accepted: nil or more.",
        "of: it is of no heading. Accepted: one heading or more.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
    ]
    assert said(lambda: OverheadRate("x", of_any_type(0.3), (of_any_type("pay"),), BASIS)) == [
        f"part: 0.3 is a float, which cannot hold most amounts exactly. {NUMBER}",
        "of[0]: 'pay' is of type str. Accepted: a SubjectiveHeading.",
    ]


def test_the_year_of_every_line_of_cost_is_that_of_the_build_up() -> None:
    assert {each.year for each in build_up(rates=(OverheadRate("rent", 1, (PAY,), BASIS),)).cost_lines} == {YEAR}
