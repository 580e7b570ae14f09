"""Cost games, and what is refused as one."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from tests.agreements.facts import said
from tests.partnership.games import BASIS, coalitions, costed, game

from lgtrade.money import ZERO, Money, total
from lgtrade.partnership import CoalitionCost, CostGame
from lgtrade.strategies import cost_games

ALL = tuple(costed(name, 10) for name in coalitions("ABC"))
ABC = ("A", "B", "C")
BOUNDED = "if together is never dearer than apart, and more partners never cheaper."


@settings(max_examples=30, deadline=None)
@given(cost_games(max_partners=4))
def test_a_game_has_a_cost_for_every_group_in_whatever_order_it_is_named(game: CostGame) -> None:
    for each in game.costs:
        assert game.cost_of(each.partners[::-1]) == each.cost
    assert game.together == game.cost_of(set(game.partners))
    assert game.saving == total(game.alone.values()) - game.together


def test_all_that_is_wrong_with_a_coalition_is_said() -> None:
    wrong: Any = ("Kent", "", "Kent", 7)
    assert said(lambda: CoalitionCost(wrong, Money.pounds(-1), "a guess")) == [  # type: ignore[arg-type]  # the point
        "partners[1]: it is empty. Accepted: the name of a partner.",
        "partners[2]: 'Kent' is named twice. Accepted: each partner once.",
        "partners[3]: 7 is of type int. Accepted: the name of a partner.",
        "cost: it is -£1.00. Accepted: from nil to £1,000,000,000,000.00.",
        "basis: 'a guess' is of type str. Accepted: a Source or an Assumption.",
    ]


@pytest.mark.parametrize(
    ("partners", "cost", "words"),
    [
        ((), ZERO, ["partners: nobody is named. Accepted: the names of one or more partners, as a tuple."]),
        ("AB", ZERO, ["partners: 'AB' is of type str. Accepted: the names of one or more partners, as a tuple."]),
        (("A",), 5, ["cost: 5 is of type int. Accepted: an amount of Money."]),
        (
            ("A",),
            Money(pence=10**14 + 1),
            ["cost: it is £1,000,000,000,000.01. Accepted: from nil to £1,000,000,000,000.00."],
        ),
    ],
)
def test_what_is_no_coalition_is_refused(partners: Any, cost: Any, words: list[str]) -> None:
    assert said(lambda: CoalitionCost(partners, cost, BASIS)) == words


@pytest.mark.parametrize(
    ("partners", "costs", "words"),
    [
        ((), (), ["partners: nobody is named. Accepted: the names of the partners, as a tuple."]),
        (
            tuple("ABCDEFGHIJK"),
            (),
            ["partners: there are 11 partners. Accepted: at most 10."],
        ),
        (
            ["A"],
            [],
            [
                "partners: ['A'] is of type list. Accepted: the names of the partners, as a tuple.",
                "costs: [] is of type list. Accepted: the CoalitionCost of each coalition, as a tuple.",
            ],
        ),
        (
            ABC,
            (*ALL, costed("CA", 10), costed("AD", 10), 7),
            [
                "costs[7].partners: C + A is costed twice. Accepted: each coalition once.",
                "costs[8].partners: 'D' is not a partner. Accepted: one of: A, B, C.",
                "costs[9]: 7 is of type int. Accepted: a CoalitionCost.",
            ],
        ),
        (
            ABC,
            ALL[:4],
            [
                f"costs: no cost is given for {group}. Accepted: its cost: from £10.00 to £20.00 {BOUNDED}"
                for group in ("A + C", "B + C", "A + B + C")
            ],
        ),
        (
            ABC,
            ALL[:1],
            [
                f"costs: no cost is given for {group}. Accepted: its cost: {least} or more {BOUNDED}"
                for least, groups in (("£0.00", ["B", "C"]), ("£10.00", ["A + B", "A + C"]), ("£0.00", ["B + C"]))
                for group in groups
            ]
            + [f"costs: no cost is given for A + B + C. Accepted: its cost: £10.00 or more {BOUNDED}"],
        ),
        (
            ("A", "B"),
            (costed("A", 10), costed("AB", 9)),
            ["costs: no cost is given for B. Accepted: its cost."],
        ),
    ],
    ids=["nobody", "eleven", "lists", "strangers", "missing", "unbounded", "contradicted"],
)
def test_what_is_no_game_is_refused_with_the_coalitions_that_are_wrong(
    partners: Any, costs: Any, words: list[str]
) -> None:
    assert said(lambda: CostGame("Audit", partners, costs)) == words


def test_of_many_coalitions_without_a_cost_the_first_are_named() -> None:
    words = said(lambda: CostGame("Audit", tuple("ABCDEF"), (costed("A", 1),)))
    assert [each.split(".")[0] for each in words[:6]] == [
        f"costs: no cost is given for {name}" for name in ("B", "C", "D", "E", "F", "A + B")
    ]
    assert words[32:] == ["costs: no cost is given for 30 coalitions more. Accepted: a cost for each."]


def test_a_game_has_a_name() -> None:
    wrong: Any = 7
    alone = (costed("A", 1),)
    assert said(lambda: CostGame("", ("A",), alone)) == ["name: it is empty. Accepted: what is shared."]
    assert said(lambda: CostGame(wrong, ("A",), alone)) == ["name: 7 is of type int. Accepted: what is shared."]


@pytest.mark.parametrize("who", [("A", "Powys"), (), None, 7, [["A"]], "AC"])
def test_the_cost_of_strangers_is_not_known(who: Any) -> None:
    two = game({"A": 1, "B": 1, "AB": 1})
    assert said(lambda: two.cost_of(who)) == [
        f"partners: {who!r} is not a coalition of these partners. Accepted: some of: A, B."
    ]
