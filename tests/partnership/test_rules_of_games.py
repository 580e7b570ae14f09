"""What the rules that share a gain promise, of any game."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, permutations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.agreements.facts import said
from tests.partnership.games import BASIS, coalitions, game, shares

from lgtrade.money import CELL_BY_CELL, LARGEST, TO_LAST, ZERO, Amount, Money, Remainder, to_lead, total
from lgtrade.partnership import Allocation, AllocationRule, CoalitionCost, CostGame, allocate, core
from lgtrade.strategies import allocations, cost_games

PROPORTIONAL, EQUAL, SEPARABLE, SHAPLEY, NUCLEOLUS = AllocationRule
FEW = settings(max_examples=40, deadline=None)
GAMES = cost_games(max_partners=4, max_cost=Money.pounds(1))
CLOSE = cost_games(max_partners=4, max_cost=Money(pence=4))
SUBADDITIVE = cost_games(min_partners=2, max_partners=4, max_cost=Money.pounds(1), subadditive=True)


def joined(before: CostGame, newcomer: str) -> CostGame:
    """Let a partner join that costs nothing, and changes no group's cost."""
    costs = [*before.costs, CoalitionCost((newcomer,), ZERO, BASIS)]
    costs += [attrs.evolve(each, partners=(*each.partners, newcomer)) for each in before.costs]
    return CostGame(before.name, (*before.partners, newcomer), tuple(costs))


@FEW
@given(allocations(games=GAMES))
def test_what_the_partners_pay_adds_to_the_cost_exactly_and_in_pence(allocation: Allocation) -> None:
    assert sum(shares(allocation), Fraction(0)) == Fraction(allocation.game.together.in_pounds)
    assert total(allocation.pays.values()) == allocation.game.together


@FEW
@given(allocations(games=GAMES | CLOSE))
def test_what_an_allocation_says_can_be_checked_by_another_way_than_it_was_found(allocation: Allocation) -> None:
    assert allocation.check() == ()


@FEW
@given(GAMES, st.sampled_from([SHAPLEY, NUCLEOLUS, EQUAL]))
def test_odd_pence_go_where_the_remainder_rule_says_and_to_nobody_else(game: CostGame, rule: AllocationRule) -> None:
    exact = {name: Fraction(share.pounds) * 100 for name, share in allocate(game, rule).shares.items()}
    floors = {name: pence.numerator // pence.denominator for name, pence in exact.items()}
    left = game.together.pence - sum(floors.values())
    for remainder in (LARGEST, TO_LAST, *map(to_lead, game.partners)):
        odd = {
            name: pays.pence - floors[name]
            for name, pays in allocate(game, rule, remainder=remainder).pays.items()
            if pays.pence != floors[name]
        }
        if remainder is LARGEST:
            assert set(odd.values()) <= {1}
            assert sum(odd.values()) == left
            parts = [exact[name] - floors[name] for name in odd]
            assert all(exact[name] - floors[name] <= min(parts, default=0) for name in exact if name not in odd)
        elif left:
            taker = remainder.lead or [name for name, pence in exact.items() if pence][-1]
            assert odd == {taker: left}


@given(st.sampled_from([PROPORTIONAL, SHAPLEY, NUCLEOLUS]), SUBADDITIVE)
@FEW
def test_nobody_pays_another_share_when_a_partner_joins_that_changes_no_cost(
    rule: AllocationRule, before: CostGame
) -> None:
    if total(before.alone.values()):
        assert shares(allocate(joined(before, "Nobody"), rule)) == [*shares(allocate(before, rule)), 0]


@FEW
@given(CLOSE)
def test_nor_by_the_nucleolus_or_the_shapley_value_in_any_game(before: CostGame) -> None:
    for rule in (SHAPLEY, NUCLEOLUS):
        assert shares(allocate(joined(before, "Nobody"), rule)) == [*shares(allocate(before, rule)), 0]


def test_but_equal_saving_pays_a_partner_for_coming_without_anything() -> None:
    """Why the rule is for partners who all bring something."""
    before = game({"A": 100, "B": 80, "AB": 150})
    assert shares(allocate(before, EQUAL)) == [85, 65]
    assert shares(allocate(joined(before, "C"), EQUAL)) == [90, 70, -10]


@FEW
@given(GAMES, st.sampled_from(AllocationRule))
def test_partners_who_cost_the_same_in_every_group_pay_the_same(game: CostGame, rule: AllocationRule) -> None:
    if len(game.partners) > 1:
        first, second, *_ = game.partners
        swap = {first: second, second: first}
        same = {
            frozenset(each.partners): game.cost_of({swap.get(name, name) for name in each.partners})
            for each in game.costs
            if len({first, second} & {*each.partners}) == 1 and first in each.partners
        }
        costs = tuple(attrs.evolve(each, cost=same.get(frozenset(each.partners), each.cost)) for each in game.costs)
        alike = attrs.evolve(game, costs=costs)
        if rule in (SHAPLEY, NUCLEOLUS, EQUAL):
            allocation = allocate(alike, rule)
            assert allocation.shares[first] == allocation.shares[second]


@FEW
@given(st.data(), st.integers(1, 3))
def test_the_shapley_value_of_two_services_together_is_that_of_one_and_of_the_other(
    data: st.DataObject, number: int
) -> None:
    some = cost_games(min_partners=number, max_partners=number, max_cost=Money.pounds(9))
    one, other = data.draw(some), data.draw(some)
    both = attrs.evolve(
        one, costs=tuple(attrs.evolve(each, cost=each.cost + other.cost_of(each.partners)) for each in one.costs)
    )
    added = [a + b for a, b in zip(shares(allocate(one, SHAPLEY)), shares(allocate(other, SHAPLEY)), strict=True)]
    assert shares(allocate(both, SHAPLEY)) == added


@FEW
@given(GAMES)
def test_the_shapley_value_is_what_each_adds_on_average_over_every_order_of_joining(game: CostGame) -> None:
    orders = list(permutations(game.partners))
    added = dict.fromkeys(game.partners, Fraction(0))
    for order in orders:
        for place, name in enumerate(order):
            before = game.cost_of(order[:place]) if place else ZERO
            added[name] += Fraction((game.cost_of(order[: place + 1]) - before).in_pounds)
    assert allocate(game, SHAPLEY).shares == {name: Amount(sum_ / len(orders)) for name, sum_ in added.items()}


@given(st.lists(st.integers(0, 500), min_size=1, max_size=5))
@FEW
def test_those_who_use_an_airport_pay_for_each_length_of_runway_that_they_use(lengths: list[int]) -> None:
    """S. C. Littlechild and G. Owen, "A simple expression for the Shapley value in a special case" (1973).

    Management Science 20(3): each further length is shared equally by the landings that need it.
    """
    names = "ABCDE"[: len(lengths)]
    need = dict(zip(names, lengths, strict=True))
    every = [[name for place, name in enumerate(names) if some >> place & 1] for some in range(1, 1 << len(names))]
    airport = game({"".join(some): max(need[name] for name in some) for some in every})
    steps = sorted({0, *lengths})
    expected = [
        sum(
            (
                Fraction(longer - shorter, sum(each >= longer for each in lengths))
                for shorter, longer in pairwise(steps)
                if length >= longer
            ),
            Fraction(0),
        )
        for length in lengths
    ]
    allocation = allocate(airport, SHAPLEY)
    assert [Fraction(allocation.shares[name].pounds) for name in names] == expected
    assert allocation.objections == ()


@FEW
@given(SUBADDITIVE)
def test_by_separable_costs_each_pays_what_it_adds_and_a_part_of_the_rest_by_what_it_still_saves(
    game: CostGame,
) -> None:
    added = {name: game.together - game.cost_of({*game.partners} - {name}) for name in game.partners}
    left = Fraction((game.together - total(added.values())).in_pounds)
    saved = {name: Fraction((game.alone[name] - added[name]).in_pounds) for name in game.partners}
    if sum(saved.values()):
        expected = {
            name: Amount(Fraction(added[name].in_pounds) + left * saved[name] / sum(saved.values()))
            for name in game.partners
        }
        assert allocate(game, SEPARABLE).shares == expected
    elif not left:
        assert allocate(game, SEPARABLE).shares == {name: added[name].amount for name in game.partners}


@FEW
@given(SUBADDITIVE)
def test_where_groups_never_pay_more_than_their_parts_nobody_loses_by_three_of_the_rules(game: CostGame) -> None:
    for rule in (EQUAL, NUCLEOLUS, SHAPLEY):
        assert allocate(game, rule).gains.worse_off == ()


@FEW
@given(GAMES | CLOSE)
def test_the_nucleolus_is_in_the_core_where_there_is_one(game: CostGame) -> None:
    assert (allocate(game, NUCLEOLUS).objections == ()) is not core(game).empty


def test_a_rule_that_says_nothing_of_a_game_says_why() -> None:
    free = game({"A": 0, "B": 0, "AB": 5})
    better_apart = game({"A": 10, "B": 10, "AB": 25})
    nothing_left = game({"A": 1, "B": 1, "C": 1, "AB": 1, "AC": 1, "BC": 1, "ABC": 2})
    assert said(lambda: allocate(free, PROPORTIONAL)) == [
        "rule: there is nothing to divide £5.00 in proportion to. Accepted: another rule."
    ]
    assert said(lambda: allocate(better_apart, SEPARABLE)) == [
        "rule: all would pay less without: A, B. Accepted: partners that nobody is better off without."
    ]
    assert said(lambda: allocate(nothing_left, SEPARABLE)) == [
        "rule: there is nothing to divide -£1.00 in proportion to. Accepted: another rule."
    ]
    assert shares(allocate(game({"A": 0, "B": 0, "AB": 0}), PROPORTIONAL)) == [0, 0]


@pytest.mark.parametrize(
    ("remainder", "words"),
    [
        (
            CELL_BY_CELL,
            "remainder: each share would be rounded by itself. Accepted: a rule by which all odd pence go to somebody.",
        ),
        (to_lead("Powys"), "remainder.lead: 'Powys' is not a partner. Accepted: one of: A, B."),
        ("largest", "remainder: 'largest' is of type str. Accepted: a Remainder."),
    ],
)
def test_a_remainder_that_would_lose_pence_is_refused(remainder: Remainder, words: str) -> None:
    assert said(lambda: allocate(game({"A": 1, "B": 1, "AB": 1}), SHAPLEY, remainder=remainder)) == [words]


def test_a_lead_that_pays_nothing_can_still_take_the_odd_penny() -> None:
    three = game({name: Money(pence=1) for name in coalitions("ABC")})
    allocation = allocate(joined(three, "Lead"), SHAPLEY, remainder=to_lead("Lead"))
    assert list(allocation.pays.values()) == [ZERO, ZERO, ZERO, Money(pence=1)]
    assert allocation.shares["Lead"] == ZERO.amount


def test_a_partner_that_pays_nothing_takes_no_odd_pence_for_being_the_last() -> None:
    three = game({name: Money(pence=1) for name in coalitions("ABC")})
    allocation = allocate(joined(three, "Nobody"), SHAPLEY, remainder=TO_LAST)
    assert list(allocation.pays.values()) == [ZERO, ZERO, Money(pence=1), ZERO]


def test_what_is_no_game_and_no_rule_is_refused() -> None:
    wrong: object = "a game"
    assert said(lambda: allocate(wrong, "shapley")) == [  # type: ignore[arg-type]  # the point
        "game: 'a game' is of type str. Accepted: a CostGame.",
        "rule: 'shapley' is of type str. Accepted: an AllocationRule.",
    ]
