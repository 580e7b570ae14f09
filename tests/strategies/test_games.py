"""What is asked of cost games by keyword is kept to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lgtrade.money import Money
from lgtrade.partnership import Allocation, AllocationRule, CostGame
from lgtrade.strategies import allocations, cost_games

ANY = st.data()


@given(ANY, st.integers(1, 3), st.integers(0, 1), st.integers(0, 99))
def test_games_keep_to_their_partners_and_their_costs(data: st.DataObject, least: int, more: int, pence: int) -> None:
    games = cost_games(min_partners=least, max_partners=least + more, max_cost=Money(pence=pence))
    game = data.draw(games)
    assert least <= len(game.partners) <= least + more
    assert all(each.cost.pence <= pence for each in game.costs)


@given(cost_games(min_partners=2, max_partners=4, subadditive=True))
def test_no_group_of_a_subadditive_game_pays_more_than_its_parts(game: CostGame) -> None:
    costs = {frozenset(each.partners): each.cost for each in game.costs}
    assert all(costs[one | two] <= costs[one] + costs[two] for one in costs for two in costs if not one & two)


@given(ANY, st.sampled_from(AllocationRule))
def test_allocations_keep_to_the_rule_where_it_says_anything(data: st.DataObject, rule: AllocationRule) -> None:
    found = data.draw(allocations(rules=[rule], games=cost_games(max_partners=2)))
    assert found.rule in {rule, AllocationRule.SHAPLEY}


DEAR = cost_games(min_partners=2, max_partners=2).filter(lambda game: game.saving < Money(pence=0))


@given(allocations(rules=[AllocationRule.SEPARABLE_COSTS], games=DEAR))
def test_where_the_rule_says_nothing_it_is_the_shapley_value(found: Allocation) -> None:
    assert found.rule is AllocationRule.SHAPLEY
