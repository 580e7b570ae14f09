"""Strategies for shares of a whole, weights, remainder rules and divided sums."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from fractions import Fraction
from typing import TypeVar

import hypothesis.strategies as st

from lgtrade.frozen import FrozenMapping
from lgtrade.money import (
    Direction,
    Exact,
    Money,
    Rate,
    Remainder,
    RemainderRule,
    Share,
    Shares,
    Split,
    split,
)
from lgtrade.strategies._money import exact_decimals, rates
from lgtrade.strategies._values import names

K = TypeVar("K", bound=Hashable)

_MOST_WEIGHT = 10**9
_UNITS = st.sampled_from([1, 100, 1000]) | st.integers(1, 10**6)
_TIMES = st.integers(-(10**9), 10**9)
_DIRECTIONS = st.sampled_from(Direction)


def shares(*, min_value: Share = Share(0), max_value: Share = Share(1)) -> st.SearchStrategy[Share]:  # noqa: B008
    """Generate shares of a whole, from nothing to all of it.

    >>> from hypothesis import find
    >>> find(shares(), lambda share: 0 < share.fraction < 1)
    50%
    """
    return st.fractions(min_value.fraction, max_value.fraction).map(Share)


def shares_of_a_whole(
    parties: st.SearchStrategy[str] | None = None, *, min_size: int = 1, max_size: int = 8
) -> st.SearchStrategy[Shares]:
    """Generate everybody's shares, which add to exactly one; some may have none.

    Args:
        parties: who; any name unless told otherwise.
        min_size: the fewest parties.
        max_size: the most.

    >>> from hypothesis import find
    >>> list(find(shares_of_a_whole(min_size=2), lambda shares: Share(0) not in shares.parts.values()).parts.values())
    [50%, 50%]
    """
    who = names() if parties is None else parties
    sizes = st.dictionaries(who, st.integers(0, _MOST_WEIGHT), min_size=min_size, max_size=max_size)
    return sizes.filter(lambda size: any(size.values())).map(_shares_in_proportion)


def _shares_in_proportion(sizes: Mapping[str, int]) -> Shares:
    whole = sum(sizes.values())
    return Shares({party: Share(Fraction(size, whole)) for party, size in sizes.items()})


_WEIGHTS: st.SearchStrategy[Exact | Rate | Share] = st.one_of(
    st.integers(0, _MOST_WEIGHT),
    exact_decimals(min_value=0, max_value=_MOST_WEIGHT),
    st.fractions(0, _MOST_WEIGHT),
    rates(min_value=Rate(0), max_value=Rate(_MOST_WEIGHT)),
    shares(),
)


def weights(
    parties: st.SearchStrategy[K] | None = None, *, min_size: int = 1, max_size: int = 8
) -> st.SearchStrategy[FrozenMapping[K, Exact | Rate | Share]]:
    """Generate weights to divide by, in every form that they can be given; at least one is over nothing.

    Args:
        parties: who; any name unless told otherwise.
        min_size: the fewest parties.
        max_size: the most.

    >>> from hypothesis import find
    >>> find(weights(), lambda weights: True)
    {'0': 1}
    """
    who: st.SearchStrategy[K] = names() if parties is None else parties  # type: ignore[assignment]  # the default
    given = st.dictionaries(who, _WEIGHTS, min_size=min_size, max_size=max_size)
    return given.filter(lambda each: any(map(weighs, each.values()))).map(FrozenMapping)


def weighs(weight: Exact | Rate | Share) -> bool:
    """Tell whether a weight is over nothing.

    >>> weighs(Share("0%")), weighs(3)
    (False, True)
    """
    return weight not in (0, Rate(0), Share(0))


def remainders(
    *, rules: Iterable[RemainderRule] = tuple(RemainderRule), leads: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[Remainder]:
    """Generate rules for who takes the odd pence.

    Args:
        rules: which.
        leads: who may be the lead authority; any name unless told otherwise.

    >>> from hypothesis import find
    >>> find(remainders(rules=[RemainderRule.LEAD]), lambda remainder: True).lead
    '0'
    """
    who = names() if leads is None else leads
    each = [
        st.builds(
            Remainder,
            st.just(rule),
            who if rule is RemainderRule.LEAD else st.none(),
            _DIRECTIONS if rule is RemainderRule.CELL_BY_CELL else st.just(Direction.HALF_UP),
        )
        for rule in rules
    ]
    return st.one_of(each)


def splits(
    parties: st.SearchStrategy[K] | None = None,
    *,
    rules: Iterable[RemainderRule] = tuple(RemainderRule),
    min_size: int = 1,
    max_size: int = 8,
) -> st.SearchStrategy[Split[K]]:
    """Generate sums that have been divided, with their certificates.

    Args:
        parties: who; any name unless told otherwise. Only one whose name is text can be the lead authority.
        rules: by which rules for the odd pence.
        min_size: the fewest parties.
        max_size: the most.

    >>> from hypothesis import find
    >>> find(splits(min_size=2), lambda split: bool(split.odd)).odd
    {'0': £0.01}
    """
    return _divided(weights(parties, min_size=min_size, max_size=max_size), tuple(rules))


@st.composite
def _divided(
    draw: st.DrawFn, by: st.SearchStrategy[Mapping[K, Exact | Rate | Share]], rules: tuple[RemainderRule, ...]
) -> Split[K]:
    given = draw(by)
    leads = [str(party) for party, weight in given.items() if weighs(weight) and isinstance(party, str)]
    rule = draw(st.sampled_from([rule for rule in rules if leads or rule is not RemainderRule.LEAD]))
    lead = draw(st.sampled_from(leads)) if rule is RemainderRule.LEAD else None
    direction = draw(_DIRECTIONS) if rule is RemainderRule.CELL_BY_CELL else Direction.HALF_UP
    unit = draw(_UNITS)
    return split(
        Money(pence=unit * draw(_TIMES)), given, remainder=Remainder(rule, lead, direction), unit=Money(pence=unit)
    )


BY_TYPE = {Share: shares, Shares: shares_of_a_whole, Remainder: remainders, Split: splits}
