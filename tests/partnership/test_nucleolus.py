"""The nucleolus, against its definition and against another way of finding it."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.partnership.games import coalitions, game, savings, shares
from tests.partnership.vertices import by_corners

from lgtrade.money import Money
from lgtrade.partnership import AllocationRule, BalanceCertificate, CostGame, allocate
from lgtrade.strategies import cost_games

FEW = settings(max_examples=30, deadline=None)
THREE = cost_games(max_partners=3, max_cost=Money(pence=9))
MANY = cost_games(min_partners=5, max_partners=6, max_cost=Money(pence=40))


@FEW
@given(THREE | cost_games(max_partners=3, max_cost=Money(pence=9), subadditive=True))
def test_it_is_what_looking_at_every_corner_of_every_programme_gives(game: CostGame) -> None:
    assert shares(allocate(game, AllocationRule.NUCLEOLUS)) == by_corners(game)


@FEW
@given(MANY, st.lists(st.integers(-5, 5), min_size=6, max_size=6), st.integers(1, 1000))
def test_no_other_division_is_better_for_those_who_save_least(game: CostGame, steps: list[int], fine: int) -> None:
    pays = shares(allocate(game, AllocationRule.NUCLEOLUS))
    moved = [Fraction(step, fine) for step in steps[: len(pays) - 1]]
    other = [paid + step for paid, step in zip(pays, [*moved, -sum(moved, Fraction(0))], strict=True)]
    alone = [Fraction(game.alone[name].in_pounds) for name in game.partners]
    if game.saving < Money(pence=0) or all(paid <= cost for paid, cost in zip(other, alone, strict=True)):
        assert savings(game, other) <= savings(game, pays)


@FEW
@given(MANY)
def test_its_certificate_holds_for_more_partners_too(game: CostGame) -> None:
    assert allocate(game, AllocationRule.NUCLEOLUS).check() == ()


def test_where_groups_fall_out_no_partner_is_made_to_pay_more_than_alone() -> None:
    """A is dear to the others: without the bound of its stand-alone cost it would pay more than that."""
    dear = game({"A": 1, "B": 9, "C": 9, "AB": 19, "AC": 19, "BC": 2, "ABC": 12})
    allocation = allocate(dear, AllocationRule.NUCLEOLUS)
    assert allocation.shares["A"] == dear.alone["A"].amount
    assert shares(allocation) == by_corners(dear) == [1, Fraction(11, 2), Fraction(11, 2)]
    assert allocation.check() == ()


def test_where_nothing_is_saved_each_pays_as_alone_whatever_the_groups_in_between_cost() -> None:
    even = game({"A": 1, "B": 9, "C": 9, "AB": 19, "AC": 19, "BC": 2, "ABC": 19})
    allocation = allocate(even, AllocationRule.NUCLEOLUS)
    assert shares(allocation) == [1, 9, 9]
    assert allocation.check() == ()


def test_a_game_with_many_ties_comes_to_an_end() -> None:
    costs = [7, 3, 6, 5, 8, 4, 3, 0, 1, 8, 5, 2, 8, 3, 4, 4, 4, 8, 5, 2, 7, 1, 1, 8, 6, 2, 2, 4, 6, 3, 0]
    tied = game(dict(zip(coalitions("ABCDE"), costs, strict=True)))
    assert allocate(tied, AllocationRule.NUCLEOLUS).check() == ()


def test_where_together_is_dearer_than_apart_everybody_loses_alike() -> None:
    dearer = game({"A": 10, "B": 20, "AB": 36})
    assert shares(allocate(dearer, AllocationRule.NUCLEOLUS)) == [13, 23]


def test_the_levels_say_which_groups_save_least_and_how_they_balance() -> None:
    audit = game({"A": 100, "B": 80, "C": 60, "AB": 120, "AC": 155, "BC": 130, "ABC": 180})
    certificate = allocate(audit, AllocationRule.NUCLEOLUS).certificate
    assert isinstance(certificate, BalanceCertificate)
    assert [
        (str(level.saving), {"".join(each.partners): str(each.weight) for each in level.collection})
        for level in certificate.levels
    ] == [
        ("£0", {"C": "1", "AB": "1"}),
        ("£22.5", {"C": "1/2", "AB": "3/4", "AC": "1/4", "BC": "1/4"}),
    ]
