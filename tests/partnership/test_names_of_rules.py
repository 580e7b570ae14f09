"""Names of rules and of what is wrong with a game on which programs and files rely: to change one is to break them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.partnership.games import BASIS, costed, game

from lgtrade.issues import InputError
from lgtrade.money import CELL_BY_CELL, ZERO, to_lead
from lgtrade.partnership import AllocationRule, CoalitionCost, CostGame, allocate, cost_bounds, objections

TWO = game({"A": 1, "B": 1, "AB": 1})
FREE = game({"A": 0, "B": 0, "AB": 1})
DEAR = game({"A": 1, "B": 1, "AB": 9})
SHAPLEY = AllocationRule.SHAPLEY


def test_a_rule_is_written_by_its_value() -> None:
    assert [rule.value for rule in AllocationRule] == [
        "proportional",
        "equal saving",
        "separable costs",
        "shapley",
        "nucleolus",
    ]


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: CoalitionCost((), ZERO, BASIS), "partners.none"),
        (lambda: CoalitionCost(("",), ZERO, BASIS), "partners.name"),
        (lambda: CoalitionCost(("A", "A"), ZERO, BASIS), "partners.twice"),
        (lambda: costed("A", -1), "coalition.cost"),
        (lambda: CostGame("", ("A",), (costed("A", 1),)), "game.name"),
        (lambda: CostGame("G", tuple("ABCDEFGHIJK"), ()), "partners.many"),
        (lambda: CostGame("G", ("A",), (costed("B", 1),)), "coalition.unknown"),
        (lambda: CostGame("G", ("A",), (costed("A", 1), costed("A", 1))), "coalition.twice"),
        (lambda: CostGame("G", ("A",), ()), "coalition.missing"),
        (lambda: TWO.cost_of(()), "game.coalition"),
        (lambda: cost_bounds(("A", "B"), (costed("A", 1), costed("B", 1), costed("AB", 3))), "bounds.assumption"),
        (lambda: allocate(FREE, AllocationRule.PROPORTIONAL), "rule.weights"),
        (lambda: allocate(DEAR, AllocationRule.SEPARABLE_COSTS), "rule.benefits"),
        (lambda: allocate(TWO, SHAPLEY, remainder=CELL_BY_CELL), "remainder.left"),
        (lambda: allocate(TWO, SHAPLEY, remainder=to_lead("C")), "remainder.lead"),
        (lambda: objections(TWO, {"A": ZERO}), "shares.missing"),
        (lambda: objections(TWO, {"A": ZERO, "B": ZERO, "C": ZERO}), "shares.unknown"),
        (lambda: objections(TWO, {"A": ZERO, "B": ZERO}), "shares.sum"),
    ],
)
def test_what_is_wrong_has_a_code_that_stays(make: Callable[[], Any], code: str) -> None:
    with pytest.raises(InputError) as refused:
        make()
    assert [issue.code for issue in refused.value.issues] == [code]
