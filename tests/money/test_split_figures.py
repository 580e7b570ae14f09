"""Divisions worked by hand or published, and what is refused."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from lgtrade.issues import InputError
from lgtrade.money import (
    CELL_BY_CELL,
    LARGEST,
    TO_LAST,
    ZERO,
    Direction,
    Money,
    Remainder,
    RemainderRule,
    Share,
    split,
    to_lead,
)

PENNY = Money(pence=1)


def test_a_hundred_pounds_between_one_and_two() -> None:
    shared = split(Money.pounds(100), {"Lichfield": 1, "Moorlands": 2})
    assert shared.parts == {"Lichfield": Money.pounds("33.33"), "Moorlands": Money.pounds("66.67")}
    assert shared.odd == {"Moorlands": PENNY}
    assert shared.exact("Lichfield") == Fraction(100, 3)
    assert repr(shared.parts) == "{'Lichfield': £33.33, 'Moorlands': £66.67}"


def test_a_certificate_cannot_be_changed() -> None:
    shared = split(Money.pounds(100), {"Lichfield": 1, "Moorlands": 2})
    for column in (shared.parts, shared.weights, shared.odd):
        with pytest.raises(TypeError, match="does not support item assignment"):
            column["Lichfield"] = PENNY  # type: ignore[index]  # the point


@pytest.mark.parametrize(
    ("remainder", "pence", "odd"),
    [
        (LARGEST, [4, 3, 3, 0], {"Barnet": 1}),
        (TO_LAST, [3, 3, 4, 0], {"Kent": 1}),
        (to_lead("Haringey"), [3, 4, 3, 0], {"Haringey": 1}),
        (CELL_BY_CELL, [3, 3, 3, 0], {}),
        (
            Remainder(RemainderRule.CELL_BY_CELL, direction=Direction.UP),
            [4, 4, 4, 0],
            {"Barnet": 1, "Haringey": 1, "Kent": 1},
        ),
    ],
    ids=str,
)
def test_ten_pence_between_three_and_one_with_no_weight(
    remainder: Remainder, pence: list[int], odd: dict[str, int]
) -> None:
    shared = split(
        Money(pence=10), {"Barnet": 1, "Haringey": Decimal(1), "Kent": Fraction(1), "Powys": 0}, remainder=remainder
    )
    assert [part.pence for part in shared.parts.values()] == pence
    assert {party: each.pence for party, each in shared.odd.items()} == odd
    assert shared.difference.pence == 10 - sum(pence)


def test_nothing_is_shared_out_as_nothing() -> None:
    for remainder in (LARGEST, TO_LAST, to_lead("Kent"), CELL_BY_CELL):
        shared = split(ZERO, {"Barnet": 0, "Kent": 3}, remainder=remainder)
        assert shared.parts == {"Barnet": ZERO, "Kent": ZERO}
        assert (shared.odd, shared.difference) == ({}, ZERO)


DISTRICT_SALARIES = {
    "Mendip DC": 107_902,
    "Sedgemoor DC": 111_424,
    "South Somerset DC": 159_718,
    "Taunton Deane BC": 107_896,
    "West Somerset DC": 38_423,
}
WASTE_BOARD = {"Somerset CC": Fraction(4576, 10_000)} | {
    name: Fraction(5424, 10_000) * salaries / sum(DISTRICT_SALARIES.values())
    for name, salaries in DISTRICT_SALARIES.items()
}


@pytest.mark.parametrize(
    ("pounds", "published", "apart"),
    [
        (50_509, [23_113, 5_627, 5_810, 8_329, 5_626, 2_004], [0, 0, 0, 0, 0, 0]),
        (74_009, [33_867, 8_245, 8_514, 12_204, 8_244, 2_936], [0, 0, 0, 0, 0, 0]),
        (50_023, [22_890, 5_573, 5_754, 8_249, 5_572, 1_984], [1, 0, 1, 0, 0, 0]),
        (68_665, [31_421, 7_649, 7_899, 11_323, 7_649, 2_724], [0, 0, 0, 0, 0, 0]),
        (10_150, [4_645, 1_131, 1_168, 1_674, 1_131, 403], [0, 0, 0, 0, 0, 0]),
        (79_500, [36_379, 8_856, 9_145, 13_109, 8_856, 3_154], [0, 0, 0, 0, 0, 0]),
    ],
    ids=["travel", "training and IT", "advertising", "office rent", "legal", "finance"],
)
def test_a_waste_boards_client_costs_are_divided_cell_by_cell(
    pounds: int, published: list[int], apart: list[int]
) -> None:
    """Somerset Waste Board, Paper E Appendix 1, revised budget 2010/11.

    https://studylib.net/doc/18055408/paper-e---appendix-1-swb-revised-budget-2010-11. The county bears 45.76% and the
    districts the rest, as their salaries are divided. `apart` is how many pounds a cell is from the published one: of
    these lines only advertising, which the paper itself prints a pound short of its parts.
    """
    shared = split(Money.pounds(pounds), WASTE_BOARD, remainder=CELL_BY_CELL, unit=Money.pounds(1))
    expected = [Money.pounds(cell + more) for cell, more in zip(published, apart, strict=True)]
    assert list(shared.parts.values()) == expected
    assert shared.difference == Money.pounds(pounds - sum(published) - sum(apart))


def test_the_districts_share_of_special_projects_is_reproduced_to_the_pound() -> None:
    """The same paper: £33,938 of special projects falls on the five districts alone."""
    shared = split(Money.pounds(33_938), DISTRICT_SALARIES, remainder=CELL_BY_CELL, unit=Money.pounds(1))
    assert [part.pence // 100 for part in shared.parts.values()] == [6_970, 7_198, 10_318, 6_970, 2_482]
    assert shared.difference == ZERO


def test_a_joint_archive_is_divided_by_population() -> None:
    """Staffordshire and Stoke-on-Trent Joint Archives, 2018/19: £864,070 at 77.41% and 22.59%, worked by hand."""
    shared = split(Money.pounds(864_070), {"Staffordshire": Share("77.41%"), "Stoke-on-Trent": Share("22.59%")})
    assert repr(shared.parts) == "{'Staffordshire': £668,876.59, 'Stoke-on-Trent': £195,193.41}"


# What is refused


A_NUMBER = 'Accepted: a whole number, a Decimal, or text such as "1,234.56".'


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"weights": {"Kent": 0, "Powys": Share(0)}},
            ["weights: no weight is over nothing. Accepted: at least one weight over nothing."],
        ),
        ({"weights": {}}, ["weights: no weight is over nothing. Accepted: at least one weight over nothing."]),
        (
            {"weights": {"Kent": -1, "Powys": 2}},
            ["weights[Kent]: the weight of 'Kent' is negative. Accepted: a weight of nothing or more."],
        ),
        (
            {"weights": {"Kent": 0.5, "Powys": True, "Barnet": "many", "Haringey": Decimal("NaN")}},
            [
                f"weights[Kent]: 0.5 is a float, which cannot hold most amounts exactly. {A_NUMBER}",
                f"weights[Powys]: True is not a number. {A_NUMBER}",
                f"weights[Barnet]: 'many' is not a number. {A_NUMBER}",
                (
                    "weights[Haringey]: NaN has too many digits, or is not finite. "
                    "Accepted: at most 18 digits before the point and 12 after it."
                ),
            ],
        ),
        (
            {"remainder": to_lead("Powys")},
            ["remainder.lead: the lead, Powys, has no weight. Accepted: one of those with a weight over nothing."],
        ),
        (
            {"remainder": to_lead("Barnet"), "weights": {"Kent": 1, "Barnet": 0}},
            ["remainder.lead: the lead, Barnet, has no weight. Accepted: one of those with a weight over nothing."],
        ),
        ({"unit": ZERO}, ["unit: the unit is not over nothing. Accepted: a unit of one penny or more."]),
        ({"unit": -PENNY}, ["unit: the unit is not over nothing. Accepted: a unit of one penny or more."]),
        ({"unit": 1}, ["unit: 1 is of type int. Accepted: an amount of Money."]),
        (
            {"unit": Money.pounds(1), "amount": Money.pounds("10.50")},
            ["amount: £10.50 is not a whole number of times £1.00. Accepted: an amount that the unit divides."],
        ),
        (
            {"amount": 10.5, "unit": 1, "remainder": "largest", "weights": {"Kent": 0.5}},
            [
                "amount: 10.5 is of type float. Accepted: an amount of Money.",
                "remainder: 'largest' is of type str. Accepted: a Remainder.",
                "unit: 1 is of type int. Accepted: an amount of Money.",
                f"weights[Kent]: 0.5 is a float, which cannot hold most amounts exactly. {A_NUMBER}",
            ],
        ),
        (
            {"amount": 10, "remainder": None, "weights": {"Kent": -1}},
            [
                "amount: 10 is of type int. Accepted: an amount of Money.",
                "remainder: None is of type NoneType. Accepted: a Remainder.",
                "weights[Kent]: the weight of 'Kent' is negative. Accepted: a weight of nothing or more.",
                "weights: no weight is over nothing. Accepted: at least one weight over nothing.",
            ],
        ),
    ],
)
def test_all_that_is_wrong_with_a_division_is_said(changed: dict[str, object], said: list[str]) -> None:
    fair = {"amount": Money.pounds(10), "weights": {"Kent": 1, "Barnet": 2}}
    with pytest.raises(InputError) as refused:
        split(**(fair | changed))  # type: ignore[arg-type]  # the point
    assert [str(issue) for issue in refused.value.issues] == said


TOGETHER = (
    "lead: the rule and the lead do not go together. Accepted: a lead with the rule for a lead, and only with it."
)


@pytest.mark.parametrize(
    ("rule", "lead", "direction", "said"),
    [
        (RemainderRule.LEAD, None, Direction.UP, [TOGETHER]),
        (RemainderRule.LARGEST, "Kent", Direction.UP, [TOGETHER]),
        (RemainderRule.LAST, "Kent", Direction.UP, [TOGETHER]),
        (RemainderRule.CELL_BY_CELL, "Kent", Direction.UP, [TOGETHER]),
        (
            "largest",
            None,
            "up",
            [
                "rule: 'largest' is of type str. Accepted: a RemainderRule.",
                "direction: 'up' is of type str. Accepted: a Direction.",
            ],
        ),
    ],
)
def test_what_is_no_remainder_rule_is_refused_in_words(
    rule: RemainderRule, lead: str | None, direction: Direction, said: list[str]
) -> None:
    with pytest.raises(InputError) as refused:
        Remainder(rule, lead, direction)
    assert [str(issue) for issue in refused.value.issues] == said


@pytest.mark.parametrize(
    ("remainder", "name"),
    [
        (LARGEST, "largest remainder"),
        (TO_LAST, "to the last"),
        (to_lead("Lichfield"), "to the lead authority, Lichfield"),
        (CELL_BY_CELL, "cell by cell, half up"),
        (Remainder(RemainderRule.CELL_BY_CELL, direction=Direction.HALF_EVEN), "cell by cell, half even"),
    ],
)
def test_a_remainder_rule_is_said_in_words(remainder: Remainder, name: str) -> None:
    assert str(remainder) == name
