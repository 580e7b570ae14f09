"""Cost games for tests, written as they are in papers."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations

from lgtrade.money import Money
from lgtrade.partnership import Allocation, CoalitionCost, CostGame
from lgtrade.sources import Assumption

BASIS = Assumption("made up to be tested")


def costed(name: str, cost: int | str | Money) -> CoalitionCost:
    return CoalitionCost(tuple(name), cost if isinstance(cost, Money) else Money.pounds(cost), BASIS)


def game(costs: Mapping[str, int | str] | Mapping[str, Money]) -> CostGame:
    """Make a game of partners that are called by one letter each; a coalition is its letters, its cost in pounds."""
    partners = tuple(dict.fromkeys("".join(costs)))
    return CostGame("Made up", partners, tuple(costed(name, cost) for name, cost in costs.items()))


def coalitions(partners: str) -> list[str]:
    """Give every coalition, in the order of most papers: the smaller first, and each size by the letters."""
    return ["".join(each) for size in range(1, len(partners) + 1) for each in combinations(partners, size)]


def of_values(values: Mapping[str, int | str]) -> CostGame:
    """Turn a game of gains into one of costs: a group costs what all together gain, less what the others would.

    It has the same nucleolus, for each group's excess in the one is the excess of the others in the other.
    """
    everybody = max(values, key=len)
    gained = {frozenset(name): Money.pounds(value) for name, value in values.items()}
    gained[frozenset()] = Money.pounds(0)
    return game({name: gained[frozenset(everybody)] - gained[frozenset(everybody) - set(name)] for name in values})


def shares(allocation: Allocation) -> list[Fraction]:
    return [Fraction(share.pounds) for share in allocation.shares.values()]


def savings(of: CostGame, pays: list[Fraction]) -> list[Fraction]:
    """Give what each group saves, the least first."""
    by_name = dict(zip(of.partners, pays, strict=True))
    return sorted(
        Fraction(each.cost.in_pounds) - sum((by_name[name] for name in each.partners), Fraction(0)) for each in of.costs
    )
