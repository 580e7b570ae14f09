"""Capacity shared out to those who need it, so that as much as possible is saved: exact, and proved by prices.

All figures here are whole numbers. Offers and needs go by their numbers, and the order of the numbers decides ties.
The method is the primal-dual one for transportation (L. R. Ford and D. R. Fulkerson, 1956): a unit of capacity and a
unit of need each have a price; no pair saves more than its two prices; and what is placed saves exactly its two prices.
"""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias, cast

import attrs

_Node: TypeAlias = int | None
"""A need by its number, an offer by the complement of its number (-1, -2, ...), or nothing: what is left over."""

Pair: TypeAlias = tuple[int, int]
"""A need and an offer, by their numbers: pairs stand in the order of the needs, and then of the offers."""


@attrs.define
class Placing:
    """What is placed so far, and the prices that prove that no more can be saved by it.

    Args:
        spare: what is left of each offer.
        unmet: what is left of each need.
        worth: for each need, what a unit from each offer that could meet it saves; over nothing.
        offer_price: the price of a unit of each offer; nothing while some of it is spare.
        need_price: the price of a unit of each need; nothing where some of it is left unmet in the end.
        placed: for each offer, what is placed with each need; over nothing.
    """

    spare: list[int]
    unmet: list[int]
    worth: Sequence[Mapping[int, int]]
    offer_price: list[int]
    need_price: list[int]
    placed: list[dict[int, int]]

    @property
    def saved(self) -> int:
        """What all that is placed saves."""
        return sum(
            self.worth[need][offer] * units for offer, needs in enumerate(self.placed) for need, units in needs.items()
        )

    def put(self, offer: int, need: int, units: int) -> None:
        """Place so many units more, or fewer."""
        held = self.placed[offer].get(need, 0) + units
        if held:
            self.placed[offer][need] = held
        else:
            del self.placed[offer][need]

    def tight(self) -> list[list[int]]:
        """Give for each need the offers, in order, with which it saves exactly their prices: only these may meet it."""
        return [
            [offer for offer in sorted(worth) if worth[offer] == self.offer_price[offer] + self.need_price[need]]
            for need, worth in enumerate(self.worth)
        ]


def place(capacity: Sequence[int], wanted: Sequence[int], worth: Sequence[Mapping[int, int]]) -> Placing:
    """Share capacity out so that as much as possible is saved; a need may be met in part and by several.

    Args:
        capacity: how much each offer has.
        wanted: how much each need comes to.
        worth: for each need, what a unit from each offer that could meet it saves; over nothing.

    >>> placing = place([5], [3, 4], [{0: 2}, {0: 3}])
    >>> placing.placed, placing.saved, placing.offer_price
    ([{0: 1, 1: 4}], 14, [2])
    """
    prices = [max(each.values(), default=0) for each in worth]
    free = [0] * len(capacity)
    placing = Placing(list(capacity), list(wanted), worth, free, prices, [{} for _ in capacity])
    for need in range(len(wanted)):
        while placing.unmet[need] and placing.need_price[need]:
            _improve(placing, need)
    return placing


def _improve(placing: Placing, start: int) -> None:
    """Place some of a need where that saves the most, moving others out of the way; or lower its price to nothing."""
    reached, before, end, least = _nearest(placing, start)
    for node, loss in reached.items():
        if node < 0:
            placing.offer_price[~node] += least - loss
        else:
            placing.need_price[node] -= least - loss
    if end != start:
        way: list[_Node] = [None, end]
        while end != start:
            end = before[end]
            way.append(end)
        _push(placing, [*way, None][::-1])


def _nearest(placing: Placing, start: int) -> tuple[dict[int, int], dict[int, int], int, int]:
    """Find how a unit of a need is placed at the least loss against the prices as they stand.

    The way ends at an offer with something spare, or at a need that gives up what it has.

    Returns:
        The nodes nearer than the end, each with its loss; the node before each; the end; and the loss there.
    """
    reached: dict[int, int] = {}
    before: dict[int, int] = {}
    found = {start: (0, 0)}
    least, end = placing.need_price[start], start
    waiting = [(0, 0, start)]
    while waiting:
        loss, steps, node = heapq.heappop(waiting)
        if loss >= least:
            break
        if node in reached:
            continue
        if node < 0 and placing.spare[~node]:
            return reached, before, node, loss
        reached[node] = loss
        if node >= 0 and loss + placing.need_price[node] < least:
            least, end = loss + placing.need_price[node], node
        for other, more in _onward(placing, node):
            further = (loss + more, steps + 1)
            if further < found.get(other, (least, 0)):
                found[other], before[other] = further, node
                heapq.heappush(waiting, (*further, other))
    return reached, before, end, least


def _onward(placing: Placing, node: int) -> Iterator[tuple[int, int]]:
    """Give the offers that could meet a need, or the needs that could make way at an offer, and the loss of each."""
    if node < 0:
        yield from ((need, 0) for need in placing.placed[~node])
    else:
        price = placing.need_price[node]
        for offer, worth in placing.worth[node].items():
            yield ~offer, price + placing.offer_price[offer] - worth


def _push(placing: Placing, way: Sequence[_Node]) -> None:
    """Move as many units as there is room for round a closed way.

    From a need to an offer, the offer takes them on; from an offer to a need, the need makes way. From or to what is
    left over, they come out of what is unmet or spare, or go into it.
    """
    rooms = [_room(placing, *arc) for arc in pairwise(way)]
    units = min(room for room in rooms if room is not None)
    for node, onward in pairwise(way):
        if node is None or onward is None:
            end = cast("int", onward if node is None else node)
            _leave_over(placing, end, -units if node is None else units)
        elif node < 0:
            placing.put(~node, onward, -units)
        else:
            placing.put(~onward, node, units)


def _leave_over(placing: Placing, node: int, units: int) -> None:
    """Leave so many units more of a need unmet, or of an offer used: fewer, if the number is negative."""
    if node < 0:
        placing.spare[~node] -= units
    else:
        placing.unmet[node] += units


def _room(placing: Placing, node: _Node, onward: _Node) -> int | None:
    """Say how many units may go from one to the other; nothing if any number may."""
    if node is None:
        return placing.unmet[onward] if onward is not None and onward >= 0 else None
    if node >= 0:
        return None
    return placing.spare[~node] if onward is None else placing.placed[~node][onward]


def settle_ties(placing: Placing) -> Pair | None:
    """Of all ways to save as much, take that which gives most to the first pairs, in their order.

    Returns:
        A pair that would have more in another of those ways; nothing if there is no other.
    """
    tight = placing.tight()
    for need, offers in enumerate(tight):
        for number, offer in enumerate(offers):
            if not placing.unmet[need] and not any(need in placing.placed[later] for later in offers[number + 1 :]):
                break
            while way := _way_round(placing, tight, (need, offer), settled=True):
                _push(placing, way)
    pairs = ((need, offer) for need, offers in enumerate(tight) for offer in offers)
    return next((pair for pair in pairs if _way_round(placing, tight, pair, settled=False)), None)


def _way_round(placing: Placing, tight: list[list[int]], pair: Pair, *, settled: bool) -> list[_Node] | None:
    """Find the shortest way to place more with a pair and save as much, leaving the pairs before it if settled."""
    need, offer = pair
    before: dict[_Node, _Node] = {~offer: need}
    waiting: deque[_Node] = deque(before)
    while waiting and need not in before:
        node = waiting.popleft()
        for onward in _moves(placing, tight, node):
            if onward in before:
                continue
            if node is not None and onward is not None:
                moved = (max(node, onward), ~min(node, onward))
                if moved == pair or (settled and moved < pair):
                    continue
            before[onward] = node
            waiting.append(onward)
    if need not in before:
        return None
    way: list[_Node] = [need, before[need]]
    while way[-1] != need:
        way.append(before[way[-1]])
    return way[::-1]


def _moves(placing: Placing, tight: list[list[int]], node: _Node) -> Iterator[_Node]:
    """Give where units may go from a node without a loss."""
    if node is None:
        yield from (~offer for offer, price in enumerate(placing.offer_price) if not price)
        yield from (need for need, units in enumerate(placing.unmet) if units)
    elif node < 0:
        yield from placing.placed[~node]
        if placing.spare[~node]:
            yield None
    else:
        yield from (~offer for offer in tight[node])
        if not placing.need_price[node]:
            yield None
