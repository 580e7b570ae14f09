from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgtrade.partnership import _allocation
from lgtrade.partnership._allocation import Allocation, allocate
from lgtrade.partnership._transport import place, settle_ties

Problem: TypeAlias = tuple[list[int], list[int], list[dict[int, int]], frozenset[int]]

UNITS = st.lists(st.integers(0, 3), max_size=3)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Capacities, needs, what a unit of each pair saves if it may be matched, and the needs to be met whole."""
    capacity, wanted = draw(UNITS), draw(UNITS)
    most = draw(st.sampled_from([1, 2, 5]))  # little choice of values, so that ties are common
    each = st.fixed_dictionaries({}, optional={offer: st.integers(1, most) for offer in range(len(capacity))})
    whole = draw(st.frozensets(st.sampled_from(range(len(wanted))))) if wanted else frozenset[int]()
    return capacity, wanted, [draw(each) for _ in wanted], whole


def every_way(
    capacity: Sequence[int], wanted: Sequence[int], worth: Sequence[Mapping[int, int]], whole: frozenset[int]
) -> Iterator[dict[tuple[int, int], int]]:
    """Give every allocation, those first that give most to the first pairs: of whole needs, and then of the others."""
    needs = sorted(range(len(wanted)), key=lambda need: (need not in whole, need))
    pairs = [(need, offer) for need in needs for offer in sorted(worth[need])]
    for units in itertools.product(*(range(min(capacity[offer], wanted[need]), -1, -1) for need, offer in pairs)):
        way = {pair: some for pair, some in zip(pairs, units, strict=True) if some}
        taken = [[some for (need, _), some in way.items() if need == each] for each in range(len(wanted))]
        given_ = [sum(some for (_, offer), some in way.items() if offer == each) for each in range(len(capacity))]
        fits = all(a <= b for a, b in zip(given_, capacity, strict=True))
        fits = fits and all(sum(a) <= b for a, b in zip(taken, wanted, strict=True))
        if fits and all(taken[need] in ([], [wanted[need]]) for need in whole):
            yield way


def value(worth: Sequence[Mapping[int, int]], way: Mapping[tuple[int, int], int]) -> int:
    return sum(worth[need][offer] * units for (need, offer), units in way.items())


def come_to(capacity: Sequence[int], wanted: Sequence[int], found: Allocation) -> int:
    offers = sum(units * price for units, price in zip(capacity, found.offer_price, strict=True))
    return offers + sum(units * price for units, price in zip(wanted, found.need_price, strict=True))


@given(problems())
def test_of_all_allocations_that_save_the_most_the_first_is_given_and_a_tie_is_said(
    problem: Problem,
) -> None:
    _, wanted, worth, whole = problem
    found = allocate(*problem)
    assert found is not None
    every = list(every_way(*problem))
    most = max(value(worth, way) for way in every)
    best = [way for way in every if value(worth, way) == most]
    assert found.placed == best[0]
    assert (found.tie is None) == (len(best) == 1)
    if found.tie is not None:
        assert any(way.get(found.tie, 0) > found.placed.get(found.tie, 0) for way in best)
    assert (found.tried > 0) == any(wanted[need] for need in whole)


@given(problems())
def test_prices_cover_every_pair_and_come_to_what_is_saved_where_nothing_has_to_be_whole(
    problem: Problem,
) -> None:
    capacity, wanted, worth, _ = problem
    for whole in (problem[3], frozenset[int]()):
        found = allocate(capacity, wanted, worth, whole)
        assert found is not None
        assert min([*found.offer_price, *found.need_price], default=0) >= 0
        for need, offers in enumerate(worth):
            for offer, saves in offers.items():
                fits = need not in whole or wanted[need] <= capacity[offer]
                assert not fits or saves <= found.offer_price[offer] + found.need_price[need]
        over = come_to(capacity, wanted, found) - value(worth, found.placed)
        assert over >= 0
        assert over == 0 or whole


@given(problems())
def test_what_is_placed_and_what_is_left_add_to_what_there_is(
    problem: Problem,
) -> None:
    capacity, wanted, worth, _ = problem
    placing = place(capacity, wanted, worth)
    saved = placing.saved
    settle_ties(placing)
    assert placing.saved == saved
    for offer, there in enumerate(capacity):
        assert placing.spare[offer] >= 0
        assert placing.spare[offer] + sum(placing.placed[offer].values()) == there
    for need, there in enumerate(wanted):
        assert placing.unmet[need] >= 0
        assert placing.unmet[need] + sum(needs.get(need, 0) for needs in placing.placed) == there


def test_a_large_market_is_shared_out_and_proved_by_its_prices() -> None:
    any_of = random.Random(1)  # noqa: S311  # nothing depends on its being hard to guess
    capacity, wanted = ([any_of.randint(1, 999) for _ in range(30)] for _ in range(2))
    worth = [{offer: any_of.randint(1, 99) for offer in any_of.sample(range(30), 9)} for _ in wanted]
    found = allocate(capacity, wanted, worth, frozenset())
    assert found is not None
    for need, offers in enumerate(worth):
        assert all(saves <= found.offer_price[offer] + found.need_price[need] for offer, saves in offers.items())
    assert come_to(capacity, wanted, found) == value(worth, found.placed)
    for offer, there in enumerate(capacity):
        assert sum(units for (_, giver), units in found.placed.items() if giver == offer) <= there


def test_needs_make_way_for_one_another_where_that_saves_more() -> None:
    placing = place([2, 2], [2, 2, 1], [{0: 5, 1: 4}, {0: 5}, {1: 9}])
    assert placing.saved == 5 * 2 + 4 * 1 + 9 * 1
    assert placing.placed == [{1: 2}, {0: 1, 2: 1}]


def test_a_need_that_is_met_in_part_takes_from_a_later_one_what_saves_as_much() -> None:
    found = allocate([1, 2, 1], [3, 1], [{0: 2, 1: 1}, {0: 2, 1: 2, 2: 1}], frozenset())
    assert found is not None
    assert found.placed == {(0, 0): 1, (0, 1): 2, (1, 2): 1}


def test_what_could_be_saved_in_parts_counts_no_offer_that_is_less_than_the_whole() -> None:
    found = allocate([1, 3], [2], [{0: 5, 1: 1}], frozenset({0}))
    assert found is not None
    assert (found.placed, come_to([1, 3], [2], found)) == ({(0, 1): 2}, 2)


def test_a_search_among_too_many_ways_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = ([5, 5], [3, 3, 4], [{0: 2, 1: 3}] * 3, frozenset({0, 1, 2}))
    enough = allocate(*problem)
    assert enough is not None
    assert enough.tried > 1
    monkeypatch.setattr(_allocation, "MOST_TRIED", enough.tried)
    assert allocate(*problem) == enough
    monkeypatch.setattr(_allocation, "MOST_TRIED", enough.tried - 1)
    assert allocate(*problem) is None
