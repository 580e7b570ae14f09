"""Bounds on the costs that are missing, from those that are known."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.agreements.facts import said
from tests.partnership.games import coalitions, costed

from lgtrade.money import ZERO, Money
from lgtrade.partnership import CoalitionCost, CostGame, cost_bounds
from lgtrade.sources import Assumption
from lgtrade.strategies import cost_games

FEW = settings(max_examples=40, deadline=None)
ABC = ("A", "B", "C")


@st.composite
def partly_costed(draw: st.DrawFn) -> tuple[CostGame, tuple[CoalitionCost, ...]]:
    game = draw(cost_games(min_partners=2, max_partners=4, max_cost=Money(pence=20), subadditive=True))
    known = draw(st.lists(st.sampled_from(game.costs), max_size=len(game.costs) - 1, unique=True))
    return game, tuple(known)


@FEW
@given(partly_costed())
def test_what_a_group_does_cost_is_within_its_bounds_where_the_assumption_holds(
    costed: tuple[CostGame, tuple[CoalitionCost, ...]],
) -> None:
    game, known = costed
    bounds = cost_bounds(game.partners, known, monotone=False)
    assert {each.partners for each in bounds} == {each.partners for each in game.costs} - {
        each.partners for each in known
    }
    for each in bounds:
        assert each.least <= game.cost_of(each.partners)
        assert each.most is None or game.cost_of(each.partners) <= each.most


@st.composite
def partly_costed_runways(draw: st.DrawFn) -> tuple[CostGame, tuple[CoalitionCost, ...]]:
    """Let every group cost what its dearest partner does: more partners never cost less, nor more than apart."""
    game = draw(cost_games(min_partners=2, max_partners=4, max_cost=Money(pence=20)))
    runways = tuple(
        CoalitionCost(each.partners, max(game.alone[name] for name in each.partners), each.basis) for each in game.costs
    )
    known = draw(st.lists(st.sampled_from(runways), max_size=len(runways) - 1, unique=True))
    return CostGame(game.name, game.partners, runways), tuple(known)


@FEW
@given(partly_costed_runways())
def test_and_within_closer_ones_where_more_partners_never_cost_less(
    costed: tuple[CostGame, tuple[CoalitionCost, ...]],
) -> None:
    game, known = costed
    wider = {each.partners: each for each in cost_bounds(game.partners, known, monotone=False)}
    for each in cost_bounds(game.partners, known):
        wide = wider[each.partners]
        assert wide.least <= each.least <= game.cost_of(each.partners)
        if each.most is not None:
            assert game.cost_of(each.partners) <= each.most
            assert wide.most is None or each.most <= wide.most


@FEW
@given(partly_costed())
def test_a_game_in_which_every_missing_cost_is_the_most_it_may_be_agrees_with_the_assumption(
    costed: tuple[CostGame, tuple[CoalitionCost, ...]],
) -> None:
    game, known = costed
    filled = [
        CoalitionCost(each.partners, each.most or ZERO, each.basis)
        for each in cost_bounds(game.partners, known, monotone=False)
        if each.most is not None
    ]
    assert [
        each for each in cost_bounds(game.partners, (*known, *filled), monotone=False) if each.most is not None
    ] == []


def test_bounds_from_the_parts_and_from_what_others_add() -> None:
    known = (costed("A", 100), costed("B", 80), costed("C", 60), costed("ABC", 190))
    bounds = cost_bounds(ABC, known)
    assert [str(each.words) for each in bounds] == [
        "A + B: from £130.00 to £180.00.",
        "A + C: from £110.00 to £160.00.",
        "B + C: from £90.00 to £140.00.",
    ]
    reason = (
        "partners who work together never pay more than they would in two groups apart, "
        "and a group never pays less for having more partners in it"
    )
    assert {each.basis for each in bounds} == {Assumption(reason)}


def test_a_larger_group_bounds_its_parts_only_where_more_partners_never_cost_less() -> None:
    known = (costed("A", 100), costed("AB", 120))
    with_more, without = (cost_bounds(ABC, known, monotone=each)[0] for each in (True, False))
    assert (with_more.partners, with_more.least, with_more.most) == (("B",), Money.pounds(20), Money.pounds(120))
    assert (without.least, without.most) == (Money.pounds(20), None)
    assert str(without.words) == "B: £20.00 or more."
    assert without.basis == Assumption("partners who work together never pay more than they would in two groups apart")
    smaller = cost_bounds(ABC, (costed("AB", 120),))
    assert {"".join(each.partners): each.least for each in smaller}["ABC"] == Money.pounds(120)


def test_nothing_known_bounds_nothing() -> None:
    assert [(each.least, each.most) for each in cost_bounds(("A", "B"), ())] == [(ZERO, None)] * 3


def test_where_all_is_known_nothing_is_left_to_bound() -> None:
    assert cost_bounds(ABC, tuple(costed(name, 10) for name in coalitions("ABC"))) == ()


def test_costs_that_contradict_the_assumption_are_named() -> None:
    known = (costed("A", 100), costed("B", 80), costed("AB", 190), costed("AC", 90))
    accepted = "Accepted: costs that agree with the assumption."
    assert said(lambda: cost_bounds(ABC, known)) == [
        f"costs[0]: A costs £100.00, and by the others at most £90.00. {accepted}",
        f"costs[2]: A + B costs £190.00, and by the others at most £170.00. {accepted}",
    ]
    assert said(lambda: cost_bounds(ABC, known, monotone=False)) == [
        f"costs[2]: A + B costs £190.00, and by the others at most £180.00. {accepted}",
    ]


@pytest.mark.parametrize(
    ("partners", "monotone", "words"),
    [
        ((), True, ["partners: nobody is named. Accepted: the names of the partners, as a tuple."]),
        (ABC, "yes", ["monotone: 'yes' is of type str. Accepted: true or false."]),
    ],
)
def test_what_cannot_be_bounded_is_refused(partners: Any, monotone: Any, words: list[str]) -> None:
    assert said(lambda: cost_bounds(partners, (), monotone=monotone)) == words
