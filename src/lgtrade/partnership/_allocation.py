"""Capacity shared out where some needs have to be met whole, by one offer: every way that could save more is tried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from lgtrade.partnership._transport import Pair, Placing, place, settle_ties

MOST_TRIED = 5_000
"""The most ways of meeting whole needs that are tried before the search is given up."""


@attrs.frozen
class Allocation:
    """The best way to share capacity out.

    Args:
        placed: what is placed with each pair; over nothing.
        offer_price: the price of a unit of each offer.
        need_price: the price of a unit of each need. What all capacity and all needs come to at these prices is the
            most that could be saved; if needs have to be met whole, the most if they had not.
        tie: a pair that would have more in another allocation that saves as much; nothing if there is none.
        tried: how many ways of meeting whole needs, or some of them, were tried.
    """

    placed: Mapping[Pair, int]
    offer_price: Sequence[int]
    need_price: Sequence[int]
    tie: Pair | None
    tried: int


def allocate(
    capacity: Sequence[int], wanted: Sequence[int], worth: Sequence[Mapping[int, int]], whole: frozenset[int]
) -> Allocation | None:
    """Share capacity out so that as much as possible is saved, and of several such ways take the first.

    That which comes first serves whole needs, in order, before others, each from the first offer that may be.

    Args:
        capacity: how much each offer has.
        wanted: how much each need comes to.
        worth: for each need, what a unit from each offer that could meet it saves; over nothing.
        whole: the needs that have to be met whole by one offer, or not at all.

    Returns:
        The allocation; nothing if there are more ways to meet whole needs than are tried.

    >>> allocate([5], [3, 4], [{0: 2}, {0: 3}], frozenset({0, 1})).placed
    {(1, 0): 4}
    """
    search = _Search(wanted, worth, tuple(sorted(need for need in whole if wanted[need])))
    prices = search.relaxed(0, capacity)
    search.visit(0, capacity, {}, 0)
    if search.tried > MOST_TRIED:
        return None
    tried = search.tried if search.whole else 0
    return Allocation(search.placed, prices.offer_price, prices.need_price, search.tie, tried)


@attrs.define
class _Search:
    """A search through the ways of meeting whole needs, which leaves out those that could not save more."""

    wanted: Sequence[int]
    worth: Sequence[Mapping[int, int]]
    whole: tuple[int, ...]
    tried: int = 0
    at_least: int = 0
    saved: int = -1
    placed: dict[Pair, int] = attrs.field(factory=dict[Pair, int])
    tie: Pair | None = None

    def relaxed(self, number: int, capacity: Sequence[int]) -> Placing:
        """Share out what is left, once so many whole needs are settled, as if the others could be met in part."""
        settled, others = set(self.whole[:number]), set(self.whole[number:])
        worth = [
            {}
            if need in settled
            else {offer: each for offer, each in offers.items() if capacity[offer] >= self.wanted[need]}
            if need in others
            else offers
            for need, offers in enumerate(self.worth)
        ]
        return place(capacity, self.wanted, worth)

    def visit(self, number: int, capacity: Sequence[int], given: dict[int, int], saved: int) -> None:
        """Try every way to meet the whole needs that are not yet settled, unless none of them could save more."""
        self.tried += 1
        if self.tried > MOST_TRIED:
            return
        placing = self.relaxed(number, capacity)
        most = saved + placing.saved
        if most < self.at_least or (most == self.saved and self.tie is not None):
            return
        if number == len(self.whole):
            self._keep(placing, given, most)
            return
        self.at_least = max(self.at_least, most - self._split(placing, self.whole[number:]))
        need = self.whole[number]
        units = self.wanted[need]
        for offer in sorted(self.worth[need]):
            if capacity[offer] >= units:
                left = [each - units if other == offer else each for other, each in enumerate(capacity)]
                self.visit(number + 1, left, given | {need: offer}, saved + units * self.worth[need][offer])
        self.visit(number + 1, capacity, given, saved)

    def _split(self, placing: Placing, whole: Sequence[int]) -> int:
        """Say how much is saved by whole needs that are met in part or by several."""
        return sum(
            self.worth[need][offer] * needs[need]
            for need in whole
            for offer, needs in enumerate(placing.placed)
            if 0 < needs.get(need, 0) < self.wanted[need]
        )

    def _keep(self, placing: Placing, given: dict[int, int], saved: int) -> None:
        """Keep an allocation if it saves more than the one that is kept, or note that it saves as much."""
        better = saved > self.saved
        tie = settle_ties(placing) if better else None
        placed = {(need, offer): self.wanted[need] for need, offer in given.items()}
        placed |= {(need, offer): units for offer, needs in enumerate(placing.placed) for need, units in needs.items()}
        if better:
            self.saved, self.placed, self.tie = saved, placed, tie
            self.at_least = saved
        else:
            self.tie = min(pair for pair, units in placed.items() if units > self.placed.get(pair, 0))
