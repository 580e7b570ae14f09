"""The core: whether some division gives no group a reason to leave, and which group would do better alone."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from tests.agreements.facts import said
from tests.partnership.games import game

from lgtrade.money import Amount, Money
from lgtrade.partnership import CoalitionWeight, Core, CostGame, Objection, core, objections
from lgtrade.strategies import cost_games

FEW = settings(max_examples=60, deadline=None)
HALF = Fraction(1, 2)
DEAR = game({"A": 10, "B": 10, "C": 10, "AB": 12, "AC": 12, "BC": 12, "ABC": 30})
PAIRS = game({"A": 10, "B": 10, "C": 10, "AB": 12, "AC": 12, "BC": 12, "ABC": 20})
AUDIT = game({"A": 100, "B": 80, "C": 60, "AB": 120, "AC": 155, "BC": 130, "ABC": 180})


def helped(*pounds: int) -> dict[str, Amount]:
    return {name: Amount(Fraction(each)) for name, each in zip("ABC", pounds, strict=True)}


@FEW
@given(cost_games(max_partners=4, max_cost=Money(pence=9)) | cost_games(min_partners=5, max_partners=6))
def test_the_answer_can_be_checked_by_another_way_than_it_was_found(game: CostGame) -> None:
    assert core(game).check() == ()


@FEW
@given(cost_games(min_partners=3, max_partners=3, max_cost=Money(pence=9)))
def test_of_three_partners_it_is_empty_where_one_of_the_five_ways_to_count_each_once_is_cheaper(game: CostGame) -> None:
    first, second, third = game.partners
    one = {name: game.cost_of({name}).pence for name in game.partners}
    two = {name: game.cost_of({*game.partners} - {name}).pence for name in game.partners}
    ways = [one[first] + one[second] + one[third], *(one[name] + two[name] for name in game.partners)]
    least: Fraction = min(*map(Fraction, ways), Fraction(two[first] + two[second] + two[third], 2))
    answer = core(game)
    assert answer.empty is (least < game.together.pence)
    assert answer.shortfall == Amount(max(game.together.pence - least, Fraction(0)) / 100)


def test_three_who_are_cheap_in_pairs_cannot_hold_together() -> None:
    answer = core(PAIRS)
    assert [(each.partners, each.weight) for each in answer.collection] == [
        (pair, HALF) for pair in (("A", "B"), ("A", "C"), ("B", "C"))
    ]
    assert answer.shortfall == Money.pounds(2).amount
    assert answer.helped == helped(6, 6, 6)
    assert str(answer.words) == (
        "Every division leaves some group that would do better alone; £2.00 from outside would change that."
    )


def test_where_there_is_one_a_division_is_given() -> None:
    answer = core(AUDIT)
    assert objections(AUDIT, answer.shares) == ()
    assert (answer.empty, answer.collection, answer.shortfall) == (False, (), Amount(Fraction(0)))
    assert answer.helped == {}
    assert str(answer.words) == "There are divisions that give no group a reason to leave."


def test_the_groups_that_would_do_better_alone_are_named_with_by_how_much() -> None:
    thirds = {name: Amount(Fraction(60)) for name in "ABC"}
    assert objections(AUDIT, thirds) == ()
    even = {"A": Amount(Fraction(200, 3)), "B": Amount(Fraction(200, 3)), "C": Amount(Fraction(140, 3))}
    (found,) = objections(AUDIT, even)
    assert found == Objection(("A", "B"), Amount(Fraction(400, 3)), Money.pounds(120))
    assert found.better_by == Amount(Fraction(40, 3))
    assert str(found.words) == "A + B would do better alone, by £13.34."


def test_the_group_with_most_to_gain_comes_first() -> None:
    heavy = {"A": Money.pounds(0), "B": Money.pounds(90), "C": Money.pounds(90)}
    assert [("".join(each.partners), str(each.better_by)) for each in objections(AUDIT, heavy)] == [
        ("BC", "£50"),
        ("C", "£30"),
        ("B", "£10"),
    ]


@pytest.mark.parametrize(
    ("shares", "words"),
    [
        (
            {"A": Money.pounds(100), "B": 80.0, "D": Money.pounds(0)},
            [
                "shares[B]: 80.0 is of type float. Accepted: Money, or an exact Amount.",
                "shares: 'D' is not a partner. Accepted: one of: A, B, C.",
                "shares[C]: it is missing. Accepted: what it pays.",
            ],
        ),
        (
            {"A": Money.pounds(100), "B": Money.pounds(50), "C": Amount(Fraction(1, 3))},
            ["shares: they add to £451/3, not to £180.00. Accepted: shares that add to the cost."],
        ),
    ],
)
def test_what_is_no_division_of_the_cost_is_refused(shares: Any, words: list[str]) -> None:
    assert said(lambda: objections(AUDIT, shares)) == words


def test_what_is_no_game_is_refused() -> None:
    wrong: Any = "a game"
    assert said(lambda: core(wrong)) == ["game: 'a game' is of type str. Accepted: a CostGame."]
    assert said(lambda: objections(AUDIT, wrong)) == [
        "shares: 'a game' is of type str. Accepted: what each partner pays, by its name."
    ]
    assert said(lambda: objections(wrong, {})) == ["game: 'a game' is of type str. Accepted: a CostGame."]
    assert said(lambda: Core(wrong, {"A": 5}, wrong, wrong)) == [
        "game: 'a game' is of type str. Accepted: a CostGame.",
        "collection: 'a game' is of type str. Accepted: a tuple.",
        "shares[A]: 5 is of type int. Accepted: an exact Amount.",
        "helped: 'a game' is of type str. Accepted: what each partner pays, by its name.",
    ]


def weights(*named: tuple[str, Fraction | int]) -> tuple[CoalitionWeight, ...]:
    return tuple(CoalitionWeight(tuple(name), Fraction(weight)) for name, weight in named)


@pytest.mark.parametrize(
    ("answer", "faults"),
    [
        (
            Core(PAIRS, {}, weights(("AB", HALF), ("AC", HALF)), helped(4, 4, 4)),
            ["B is counted 1/2 times, not once.", "C is counted 1/2 times, not once."],
        ),
        (
            Core(PAIRS, {}, weights(("A", 1), ("BC", 1)), helped(6, 6, 6)),
            [
                "The coalitions would pay no less by their weights than all do together.",
                "With -£2 from outside the partners would not pay £18 between them.",
            ],
        ),
        (
            Core(PAIRS, {}, weights(("AB", HALF), ("AC", HALF), ("BC", HALF))),
            ["What each partner would pay with help from outside is not of these partners."],
        ),
        (
            Core(DEAR, {}, weights(("A", 1), ("BC", 1)), helped(10, 6, 6)),
            [
                "A + B would do better alone in spite of help from outside.",
                "A + C would do better alone in spite of help from outside.",
            ],
        ),
        (
            Core(PAIRS, {}, weights(("AB", -1), ("BC", 2))),
            ["The collection is not of groups of partners with weights above nothing."],
        ),
        (
            Core(PAIRS, {}, weights(("AD", 1), ("BC", 1))),
            ["The collection is not of groups of partners with weights above nothing."],
        ),
        (Core(PAIRS, {"A": Amount(Fraction(20))}), ["shares[B]: it is missing.", "shares[C]: it is missing."]),
        (
            Core(PAIRS, dict.fromkeys("ABC", Amount(Fraction(20, 3)))),
            [f"{pair} would do better alone, by £1.34." for pair in ("A + B", "A + C", "B + C")],
        ),
    ],
)
def test_an_answer_that_does_not_hold_says_what_does_not(answer: Core, faults: list[str]) -> None:
    assert [str(words) for words in answer.check()] == faults
