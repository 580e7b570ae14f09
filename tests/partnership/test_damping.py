from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.agreements.facts import of_any_type, said
from tests.partnership.budget_facts import BASIS, NORTH, SOUTH, WEST, budget, key, line, pounds

from lgtrade.money import CELL_BY_CELL, ZERO, Money, Share, split, total
from lgtrade.partnership import Damped, LastYear, LineKind, Partner, damp

WHO = ("Lichfield", "Moorlands", "Stafford", "Tamworth")
FEW = settings(max_examples=30, deadline=None)
PARTS = st.fixed_dictionaries(dict.fromkeys(WHO, st.integers(1, 99)))
LIMITS = st.none() | st.integers(0, 100).map(lambda percent: Share(f"{percent}%"))
WHOLE = st.integers(0, 10**7)


def parts_of(pence: int, weights: Mapping[str, int]) -> Mapping[str, Money]:
    return split(Money(pence=pence), weights).parts


def damped(pence: int, now: Mapping[str, int], before: Mapping[str, int], *limits: Share | None) -> Damped:
    return damp(parts_of(pence, now), LastYear(parts_of(pence, before), BASIS, *limits))


@FEW
@given(st.integers(1000, 10**7), PARTS, PARTS, LIMITS, LIMITS)
def test_nobody_moves_beyond_the_limits_and_the_contributions_still_add_to_the_cost(
    pence: int, now: dict[str, int], before: dict[str, int], rise: Share | None, fall: Share | None
) -> None:
    last_year = parts_of(pence, before)
    found = damped(pence, now, before, rise, fall)
    assert total(found.contributions.values()) == Money(pence=pence)
    for partner, sum_ in found.contributions.items():
        if rise is not None:
            assert sum_.pence <= last_year[partner].pence * (1 + rise.fraction)
        if fall is not None:
            assert sum_.pence >= last_year[partner].pence * (1 - fall.fraction)


@FEW
@given(st.integers(1000, 10**7), PARTS, PARTS, LIMITS, LIMITS)
def test_those_whom_no_limit_holds_pay_in_proportion_and_those_held_pay_their_limit(
    pence: int, now: dict[str, int], before: dict[str, int], rise: Share | None, fall: Share | None
) -> None:
    found = damped(pence, now, before, rise, fall)
    for partner, sum_ in found.held.items():
        assert sum_ in {found.least.get(partner), found.most.get(partner)}
    if found.split is not None:
        free = sum(found.undamped[partner].pence for partner in found.split.parts)
        for partner, sum_ in found.split.parts.items():
            exact = Fraction(found.undamped[partner].pence * found.split.total.pence, free)
            assert abs(sum_.pence - exact) < 1


@FEW
@given(st.integers(1000, 10**7), PARTS, PARTS)
def test_nothing_changes_where_nobody_would_move_beyond_the_limits(
    pence: int, now: dict[str, int], before: dict[str, int]
) -> None:
    undamped, last_year = parts_of(pence, now), parts_of(pence, before)
    moved = max(abs(Fraction(sum_.pence, last_year[who].pence) - 1) for who, sum_ in undamped.items())
    limit = Share(min(moved, Fraction(1)))
    found = damp(undamped, LastYear(last_year, BASIS, limit if moved <= 1 else None, limit))
    assert found.contributions == undamped


@FEW
@given(st.integers(1000, 10**7), PARTS, PARTS, LIMITS, st.permutations(WHO))
def test_who_is_held_does_not_hang_on_the_order_of_the_partners(
    pence: int, now: dict[str, int], before: dict[str, int], limit: Share | None, order: list[str]
) -> None:
    undamped, last_year = parts_of(pence, now), LastYear(parts_of(pence, before), BASIS, limit, limit)
    shuffled = damp({partner: undamped[partner] for partner in order}, last_year)
    assert shuffled.held == damp(undamped, last_year).held


def test_a_rise_that_is_cut_is_paid_for_by_the_others() -> None:
    """£210: North would pay £120 after £100, and may pay £105; South and West take the £15 as 60 to 30."""
    last_year = LastYear({"North": pounds(100), "South": pounds(66)}, BASIS, rise=Share("5%"))
    found = damp({"North": pounds(120), "South": pounds(60), "West": pounds(30)}, last_year)
    assert found.contributions == {"North": pounds(105), "South": pounds("69.30"), "West": pounds("35.70")}
    assert list(found.held) == ["North", "South"]  # South would have risen to £70


def test_limits_that_leave_everybody_no_choice() -> None:
    same = {"North": pounds(60), "South": pounds(40)}
    found = damp({"North": pounds(50), "South": pounds(50)}, LastYear(same, BASIS, Share(0), Share(0)))
    assert found.contributions == same
    assert found.split is None


def test_a_limit_is_rounded_within_itself() -> None:
    """A tenth of £1.05 is 10.5p: it may rise to £1.15 and fall to £0.95."""
    last_year = LastYear({"North": pounds("1.05")}, BASIS, Share("10%"), Share("10%"))
    risen = damp({"North": pounds(2), "South": pounds(2)}, last_year)
    fallen = damp({"North": ZERO, "South": pounds(2)}, last_year)
    assert (risen.contributions["North"], fallen.contributions["North"]) == (pounds("1.15"), pounds("0.95"))


def test_who_joins_or_leaves_within_the_year_is_not_damped() -> None:
    partners = (NORTH, SOUTH, Partner("West", leaves="2022-09-30"))
    last_year = LastYear({"North": pounds(100), "West": pounds(100)}, BASIS, Share("5%"), Share("5%"))
    weights = {"North": 1, "South": 1, "West": 1}
    made = budget(key("calls", weights), partners=partners, lines=(line(330),), last_year=last_year)
    assert made.undamped["North"] > pounds(105)
    assert made.contributions["North"] == pounds(105)
    assert made.contributions["West"] < pounds(95)
    assert made.total == pounds(330)


def test_changes_are_against_last_year_with_or_without_limits() -> None:
    last_year = LastYear({"North": pounds(50), "South": ZERO}, BASIS)
    made = budget(key("calls", {"North": 3, "South": 1}), lines=(line(80),), last_year=last_year)
    assert made.damped is None
    assert made.changes == {"North": pounds(10), "South": pounds(20)}
    assert made.figures["rise", "North"] == Fraction(1, 5)
    assert ("rise", "South") not in made.figures
    assert (made.figures["total-change",], made.figures["total-rise",]) == (pounds(30), Fraction(3, 5))
    joined = attrs.evolve(made, partners=(NORTH, SOUTH, WEST))
    assert ("total-change",) not in joined.figures
    assert made.bases[-1] == ("Archives: last year", BASIS)


LAST = LastYear({"North": pounds(100), "South": pounds(50)}, BASIS, Share("5%"), Share("10%"))


@pytest.mark.parametrize(
    ("north", "south", "words"),
    [
        (120, 60, ["rise: the limits allow £157.50 of £180.00 at most. Accepted: a greater rise."]),
        (60, 60, ["fall: the limits ask for £135.00 of £120.00 at least. Accepted: a greater fall."]),
        (160, 0, ["rise: the limits allow £150.00 of £160.00 at most. Accepted: a greater rise."]),
        (
            200,
            -50,
            [
                (
                    "contributions: South would pay -£50.00, and what is below nil is not damped. "
                    "Accepted: no limits, or contributions of nil or more."
                )
            ],
        ),
    ],
)
def test_limits_that_cannot_be_kept_are_refused_with_the_reason(north: int, south: int, words: list[str]) -> None:
    assert said(lambda: damp({"North": pounds(north), "South": pounds(south)}, LAST)) == words


def test_a_budget_says_where_its_limits_cannot_be_kept() -> None:
    keys = key("calls", {"North": 1, "South": 1})
    assert said(lambda: budget(keys, lines=(line(500),), last_year=LAST)) == [
        "last_year.rise: the limits allow £157.50 of £500.00 at most. Accepted: a greater rise."
    ]
    assert said(lambda: budget(keys, lines=(line(5, kind=LineKind.SURPLUS),), last_year=LAST)) == [
        *[
            f"last_year.contributions: {partner} would pay -£2.50, and what is below nil is not damped. "
            "Accepted: no limits, or contributions of nil or more."
            for partner in ("North", "South")
        ],
    ]
    assert said(lambda: budget(keys, lines=(line(150),), remainder=CELL_BY_CELL, last_year=LAST)) == [
        (
            "remainder: each cell is rounded by itself, so that what is paid need not add to the cost. "
            "Accepted: another rule, or no limits to movement."
        )
    ]
    still = LastYear({"North": pounds("10.50")}, BASIS, Share(0), Share(0))
    assert said(lambda: budget(keys, lines=(line(0),), last_year=still, unit=pounds(1))) == [
        (
            "last_year.contributions: no number of times £1.00 is within the limits of North. "
            "Accepted: wider limits, or a smaller unit."
        ),
        "last_year.fall: the limits ask for £11.00 of £0.00 at least. Accepted: a greater fall.",
    ]


def test_all_that_is_wrong_with_last_year_is_said() -> None:
    given = {"North": Money(pence=-1), "South": 5}
    assert said(lambda: LastYear(of_any_type(given), of_any_type("a guess"), of_any_type("5%"), of_any_type(5))) == [
        "contributions[North]: it is below nil. Accepted: nil or more.",
        "contributions[South]: 5 is of type int. Accepted: an amount of Money.",
        "basis: 'a guess' is of type str. Accepted: a Source or an Assumption.",
        "rise: '5%' is of type str. Accepted: a Share, or nothing.",
        "fall: 5 is of type int. Accepted: a Share, or nothing.",
    ]
    assert said(lambda: LastYear(of_any_type(7), BASIS)) == [
        "contributions: 7 is of type int. Accepted: what each partner contributed."
    ]


def test_all_that_is_wrong_with_what_is_to_be_damped_is_said() -> None:
    assert said(lambda: damp({"North": of_any_type(5)}, of_any_type("last year"), unit=ZERO)) == [
        "undamped[North]: 5 is of type int. Accepted: an amount of Money.",
        "last_year: 'last year' is of type str. Accepted: a LastYear.",
        "unit: the unit is not over nothing. Accepted: a unit of one penny or more.",
    ]
    assert said(lambda: damp({"North": pounds(1)}, LAST, exempt=of_any_type(None))) == [
        "exempt: None is of type NoneType. Accepted: the names of some partners."
    ]
    words = "undamped: 5 is of type int. Accepted: what each partner would pay."
    assert said(lambda: damp(of_any_type(5), LAST)) == [words]
