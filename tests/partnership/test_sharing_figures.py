"""Shares worked by hand or published, and what cannot be shared."""

from __future__ import annotations

from typing import Any

import pytest
from tests.agreements.facts import of_any_type, said

from lgtrade.costing import ApportionmentKey
from lgtrade.money import CELL_BY_CELL, ZERO, Money, total
from lgtrade.partnership import LineKind, SharedLine, share
from lgtrade.sources import Assumption, Source

SOURCE = Source("a budget")
POUND = Money.pounds(1)
EQUAL = ApportionmentKey("equal", {"Lichfield": 1, "Moorlands": 1}, Assumption("not published"))


def test_two_districts_that_bought_their_ict_together() -> None:
    """A saving of £700,000 and a grant of £150,000, less a cost of £90,000, shared equally: £380,000 each.

    Top-Consultant, Sharing the load (about 2005); the cost and the equal shares are assumed.
    https://top-consultant.com/ThoughtLeadership/Article/1272/Sharing_the_load
    """
    sharing = share(
        [
            SharedLine("Saving", Money.pounds(700_000), EQUAL, SOURCE, LineKind.SAVING),
            SharedLine("Grant", Money.pounds(150_000), EQUAL, SOURCE, LineKind.GRANT),
            SharedLine("Procurement", Money.pounds(90_000), EQUAL, SOURCE),
        ]
    )
    assert sharing.partners == ("Lichfield", "Moorlands")
    assert sharing.of("Lichfield", LineKind.SAVING) == Money.pounds(350_000)
    assert sharing.of("Lichfield", LineKind.GRANT) == Money.pounds(75_000)
    assert sharing.of("Lichfield", LineKind.COST) == Money.pounds(45_000)
    assert [sharing.net(partner) for partner in sharing.partners] == [Money.pounds(380_000)] * 2


DISTRICTS = {
    "Mendip": 107_902,
    "Sedgemoor": 111_424,
    "South Somerset": 159_718,
    "Taunton Deane": 107_896,
    "West Somerset": 38_423,
}
ALL_SIX = ApportionmentKey("salaries", {"Somerset": 443_226, **DISTRICTS}, SOURCE)
DISTRICTS_ALONE = ApportionmentKey("salaries of the districts", DISTRICTS, SOURCE)
COUNTY = {"Somerset": Money.pounds(158_379)}


@pytest.mark.parametrize(
    ("line", "published", "over"),
    [
        (SharedLine("Salaries", Money.pounds(968_589), ALL_SIX, SOURCE), [443_226, *DISTRICTS.values()], 0),
        (SharedLine("Insurance", Money.pounds(5_150), ALL_SIX, SOURCE), [2_357, 574, 592, 849, 574, 204], 0),
        (
            SharedLine("Internal audit", Money.pounds(10_658), ALL_SIX, SOURCE),
            [4_877, 1_187, 1_226, 1_757, 1_187, 423],
            1,
        ),
        (SharedLine("Human resources", Money.pounds(5_075), ALL_SIX, SOURCE), [2_322, 565, 584, 837, 565, 201], 1),
        (SharedLine("ICT", Money.pounds(5_225), ALL_SIX, SOURCE), [2_391, 582, 601, 862, 582, 207], 0),
        (
            SharedLine("Special projects", Money.pounds(192_317), DISTRICTS_ALONE, SOURCE, fixed=COUNTY),
            [158_379, 6_970, 7_198, 10_318, 6_970, 2_482],
            0,
        ),
        (SharedLine("Districts alone", Money.pounds(3_900), DISTRICTS_ALONE, SOURCE), [801, 827, 1_186, 801, 285], 0),
    ],
    ids=lambda value: value.heading if isinstance(value, SharedLine) else None,
)
def test_a_waste_boards_client_costs_on_three_bases(line: SharedLine, published: list[int], over: int) -> None:
    """Somerset Waste Board, Paper E Appendix 1, revised budget 2010/11: each cell to the pound, and what is left over.

    https://studylib.net/doc/18055408/paper-e---appendix-1-swb-revised-budget-2010-11. The county takes £158,379 of the
    special projects first, and the districts share the rest.
    """
    sharing = share([line], remainder=CELL_BY_CELL, unit=POUND)
    assert list(sharing.lines[0].parts.values()) == [Money.pounds(pounds) for pounds in published]
    assert sharing.difference == Money.pounds(over)


def test_fixed_contributions_of_more_than_the_cost_leave_a_surplus_to_share() -> None:
    """£60 and £50 towards a cost of £100 leave £10, which comes back equally: £55 and £45."""
    fixed = {"Lichfield": Money.pounds(60), "Moorlands": Money.pounds(50)}
    (part,) = share([SharedLine("Archive", Money.pounds(100), EQUAL, SOURCE, fixed=fixed)]).lines
    assert part.parts == {"Lichfield": Money.pounds(55), "Moorlands": Money.pounds(45)}


def test_a_partner_with_a_fixed_sum_need_not_be_in_the_key() -> None:
    fixed = {"Tamworth": Money.pounds(40)}
    (part,) = share([SharedLine("Archive", Money.pounds(100), EQUAL, SOURCE, fixed=fixed)]).lines
    assert list(part.parts.items()) == [
        ("Tamworth", Money.pounds(40)),
        ("Lichfield", Money.pounds(30)),
        ("Moorlands", Money.pounds(30)),
    ]
    assert total(part.parts.values()) == Money.pounds(100)


def test_what_is_fixed_cannot_be_changed_afterwards() -> None:
    fixed = {"Lichfield": POUND}
    line = SharedLine("Archive", Money.pounds(100), EQUAL, SOURCE, fixed=fixed)
    fixed["Moorlands"] = POUND
    assert line.fixed == {"Lichfield": POUND}
    assert SharedLine("Archive", ZERO, EQUAL, SOURCE).fixed == {}
    (part,) = share([line]).lines
    assert hash(part) == hash(share([line]).lines[0])


MONEY = "Accepted: an amount of Money."


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"heading": ""}, ["heading: it is empty. Accepted: what is shared."]),
        ({"amount": 12.5}, [f"amount: 12.5 is of type float. {MONEY}"]),
        ({"kind": "saving"}, ["kind: 'saving' is of type str. Accepted: a LineKind."]),
        ({"fixed": 5}, ["fixed: 5 is of type int. Accepted: a sum for each of some partners."]),
        ({"fixed": {"Lichfield": 5.0}}, [f"fixed[Lichfield]: 5.0 is of type float. {MONEY}"]),
        (
            {
                "heading": None,
                "amount": 100,
                "key": "equal",
                "basis": None,
                "kind": None,
                "fixed": {"Lichfield": 5, "Moorlands": POUND, "Tamworth": True},
            },
            [
                "heading: None is of type NoneType. Accepted: what is shared.",
                f"amount: 100 is of type int. {MONEY}",
                "key: 'equal' is of type str. Accepted: an ApportionmentKey.",
                "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
                "kind: None is of type NoneType. Accepted: a LineKind.",
                f"fixed[Lichfield]: 5 is of type int. {MONEY}",
                f"fixed[Tamworth]: True is of type bool. {MONEY}",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_a_shared_line_is_said(changed: dict[str, Any], words: list[str]) -> None:
    right: dict[str, Any] = {"heading": "Archive", "amount": Money.pounds(1), "key": EQUAL, "basis": SOURCE}
    assert said(lambda: SharedLine(**(right | changed))) == words


def test_what_is_no_line_is_refused_with_its_place() -> None:
    line = SharedLine("Archive", Money.pounds(10), EQUAL, SOURCE)
    assert said(lambda: share(of_any_type([line, None]))) == ["[1]: None is of type NoneType. Accepted: a SharedLine."]
    assert said(lambda: share(of_any_type(None))) == ["lines: None is of type NoneType. Accepted: lines to be shared."]


def test_every_line_that_cannot_be_shared_is_named() -> None:
    lines = [
        SharedLine("Archive", Money.pounds("10.50"), EQUAL, SOURCE),
        SharedLine("Museum", Money.pounds(10), EQUAL, SOURCE),
        SharedLine("Gallery", Money.pounds(10), EQUAL, SOURCE, fixed={"Lichfield": Money.pounds("0.25")}),
    ]
    assert said(lambda: share(lines, unit=POUND)) == [
        "[0].amount: £10.50 is not a whole number of times £1.00. Accepted: an amount that the unit divides.",
        "[2].amount: £9.75 is not a whole number of times £1.00. Accepted: an amount that the unit divides.",
    ]
