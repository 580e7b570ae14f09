"""The nucleolus: the group that saves least saves as much as can be, then the next, and so on.

D. Schmeidler, "The nucleolus of a characteristic function game", SIAM Journal on Applied Mathematics 17(6), 1969. One
programme after another raises the least saving, and fixes the coalitions that save no more in any of its solutions:
those with a weight above nothing in the dual. That they save no more in one solution is not enough, as M. Guajardo and
K. Jörnsten show: "Common mistakes in computing the nucleolus", European Journal of Operational Research 241(3), 2015.
Coalitions whose payment follows from what is fixed are left out. The weights, carried from level to level, are the
certificate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm

from lgtrade.money import Amount
from lgtrade.partnership._balance import BalanceCertificate, CoalitionWeight, SavingLevel
from lgtrade.partnership._coalitions import members
from lgtrade.partnership._games import CostGame, pence_of_each
from lgtrade.partnership._simplex import Tableau


def nucleolus(game: CostGame) -> tuple[dict[str, Fraction], BalanceCertificate]:
    """Find the nucleolus, exactly, in pence, with its certificate.

    Where some division leaves nobody with more to pay than alone, it is the best of those; else the best of all.

    >>> from lgtrade.money import Money
    >>> from lgtrade.partnership import CoalitionCost
    >>> from lgtrade.sources import Assumption
    >>> alone = (CoalitionCost(("Kent",), Money.pounds(100), Assumption("an example")),)
    >>> nucleolus(CostGame("Audit", ("Kent",), alone))
    ({'Kent': Fraction(10000, 1)}, BalanceCertificate(levels=()))
    """
    pence = pence_of_each(game)
    stage = _Stage(pence, len(game.partners), held=game.saving.pence >= 0)
    levels: dict[Fraction, Mapping[int, Fraction]] = {}
    while stage.open:
        saving = stage.raise_least_saving()
        levels[saving] = stage.weights
        stage.settle()
    shares = dict(zip(game.partners, stage.shares(), strict=True))
    return shares, BalanceCertificate(tuple(_level(each, levels[each], game.partners) for each in levels))


def _level(saving: Fraction, weights: Mapping[int, Fraction], partners: Sequence[str]) -> SavingLevel:
    smaller_first = sorted(weights, key=int.bit_count)
    collection = (CoalitionWeight(members(coalition, partners), weights[coalition]) for coalition in smaller_first)
    return SavingLevel(Amount(saving / 100), tuple(collection))


class _Stage:
    """The division so far: what the coalitions that are fixed pay, and the programme that fixes more.

    Its columns are coalitions, with a row for each partner and a last row for those whose saving is raised. The prices
    of the rows are what the partners pay, and the least saving.
    """

    def __init__(self, pence: Sequence[int], number: int, *, held: bool) -> None:
        """Begin with nothing fixed but what all pay together."""
        self.weights: dict[int, Fraction] = {}
        self._pence, self._number, self._held = pence, number, held
        self._raised = 1 << number
        self._pays = {self._raised - 1: Fraction(pence[-1])}
        self.settle()

    def settle(self) -> None:
        """Bring what is fixed into a new basis, as far as it does not follow from the rest."""
        self._tableau, self.open = Tableau([0] * self._number + [1]), list(range(self._number))
        self._fixed = [each for each in self._pays if self._enter(each, self.open)]

    def shares(self) -> list[Fraction]:
        """Give what each partner pays, once nothing is open."""
        scale = lcm(*(each.denominator for each in self._pays.values()))
        costs = {coalition: int(each * scale) for coalition, each in self._pays.items()}
        prices = self._tableau.prices({**costs, self._raised: 0})
        return [Fraction(price, self._tableau.divisor * scale) for price in prices[: self._number]]

    def raise_least_saving(self) -> Fraction:
        """Raise the least saving of the coalitions that are open, fix those that it binds, and give it."""
        scale = lcm(*(each.denominator for each in self._pays.values()))
        costs = {coalition: int(self._pays[coalition] * scale) for coalition in self._fixed}
        for coalition, loose in enumerate(self._tableau.outside(self.open)[: self._raised]):
            if loose:
                costs[coalition | self._raised] = self._pence[coalition] * scale
                if self._held and coalition.bit_count() == 1:
                    costs[coalition] = self._pence[coalition] * scale
        self._begin()
        self._tableau.solve(costs, self._fixed)
        saving = Fraction(self._tableau.prices(costs)[self._number], self._tableau.divisor * scale)
        bound = {
            column: Fraction(weight, self._tableau.divisor) for column, weight in self._tableau.weights() if weight
        }
        self._weigh(bound)
        for column in bound:
            coalition = column & ~self._raised
            if column != coalition:
                self._pays[coalition] = self._pence[coalition] - saving
            elif column not in self._fixed:
                self._pays[coalition] = Fraction(self._pence[coalition])
        return saving

    def _begin(self) -> None:
        """Complete the basis with partners by themselves, and the others of the first of them."""
        rows, all_ = list(self.open), self._raised - 1
        alone = [1 << place for place in range(self._number) if self._enter(1 << place | self._raised, rows)]
        self._tableau.pivot(self._number, (all_ ^ alone[0]) | self._raised)

    def _enter(self, column: int, rows: list[int]) -> bool:
        entries = self._tableau.column(column)
        row = next((row for row in rows if entries[row]), None)
        if row is None:
            return False
        self._tableau.pivot(row, column)
        rows.remove(row)
        return True

    def _weigh(self, bound: Mapping[int, Fraction]) -> None:
        """Add the coalitions that are bound to the balanced collection, with as much of the old one as they need."""
        needed = (-bound.get(coalition, Fraction(0)) / weight for coalition, weight in self.weights.items())
        times = 1 + max((each for each in needed if each > 0), default=Fraction(0))
        added = {coalition: times * weight for coalition, weight in self.weights.items()}
        for column, weight in bound.items():
            coalition = column & ~self._raised
            if coalition != self._raised - 1:
                added[coalition] = added.get(coalition, Fraction(0)) + weight
        whole = sum(weight for coalition, weight in added.items() if coalition & 1)
        self.weights = {coalition: weight / whole for coalition, weight in added.items()}
