from __future__ import annotations

import pytest
from hypothesis import given

from lgtrade.frozen import FrozenMapping, freeze
from lgtrade.strategies import frozen_mappings


@given(frozen_mappings())
def test_it_holds_what_a_dict_would(held: FrozenMapping[str, int]) -> None:
    plain = dict(held)
    assert list(held.items()) == list(plain.items())
    assert len(held) == len(plain)
    assert held == plain
    assert repr(held) == repr(plain)
    assert all(held[key] == value for key, value in plain.items())


@given(frozen_mappings(min_size=1))
def test_the_order_makes_no_difference_to_what_is_equal(held: FrozenMapping[str, int]) -> None:
    backwards = FrozenMapping(dict(reversed(list(held.items()))))
    assert backwards == held
    assert hash(backwards) == hash(held)
    assert list(backwards) == list(reversed(list(held)))


def test_mappings_that_differ_are_told_apart_by_their_hash() -> None:
    assert len({hash(FrozenMapping({1: value})) for value in range(100)}) == 100


def test_later_changes_to_what_it_was_made_from_are_not_seen() -> None:
    weights = {"Lichfield": 1}
    held = freeze(weights)
    weights["Lichfield"] = 2
    assert held == {"Lichfield": 1}


def test_it_cannot_be_changed() -> None:
    held = FrozenMapping({"Lichfield": 1})
    with pytest.raises(TypeError, match="does not support item assignment"):
        held["Lichfield"] = 2  # type: ignore[index]  # the point
    with pytest.raises(TypeError, match="does not support item deletion"):
        del held["Lichfield"]  # type: ignore[attr-defined]  # the point


def test_nothing_given_is_an_empty_mapping() -> None:
    empty: FrozenMapping[str, int] = FrozenMapping()
    assert empty == {}
    with pytest.raises(KeyError, match="Lichfield"):
        empty["Lichfield"]
