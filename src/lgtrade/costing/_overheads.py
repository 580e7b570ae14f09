"""Following the cost of support services until it rests on what they serve, exactly.

Whatever the method, each support service passes its cost on to some others by its key, and the final share that each
use bears is the solution of one set of linear equations. They are solved a support service at a time: wherever others
pass cost on to it, that cost is passed on to those that it serves instead. Nothing is ever subtracted, so the shares
of every support service always add to the whole.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from fractions import Fraction

from lgtrade.costing._headings import OverheadMethod

_Weights = Mapping[str, Fraction]


def passed_on(pools: Mapping[str, _Weights], method: OverheadMethod, order: Collection[str]) -> dict[str, _Weights]:
    """Give to whom each support service passes cost on: never to itself, and not to those that the method bars.

    Args:
        pools: the weights of those that each support service serves.
        method: how cost is passed on.
        order: every support service once, in the order of the steps; only the step-down method looks at it.
    """
    barred: dict[str, set[str]] = {}
    before = set[str]()
    for pool in order:
        before.add(pool)
        barred[pool] = {
            OverheadMethod.SIMPLE: set(pools),
            OverheadMethod.STEP_DOWN: set(before),
            OverheadMethod.RECIPROCAL: {pool},
        }[method]
    return {
        pool: {to: weight for to, weight in weights.items() if weight and to not in barred[pool]}
        for pool, weights in pools.items()
    }


def stranded(passed: Mapping[str, _Weights]) -> tuple[str, ...]:
    """Give the support services whose cost reaches no use: they serve only one another, or nobody."""
    reaching = set[str]()
    found = True
    while found:
        new = {
            pool
            for pool, weights in passed.items()
            if pool not in reaching and any(to in reaching or to not in passed for to in weights)
        }
        reaching |= new
        found = bool(new)
    return tuple(pool for pool in passed if pool not in reaching)


def final_shares(passed: Mapping[str, _Weights]) -> dict[str, dict[str, Fraction]]:
    """Give the share of each support service's cost that each use bears in the end.

    Args:
        passed: to whom each support service passes cost on, directly; none may be stranded.
    """
    rows = {pool: _in_whole_numbers(weights) for pool, weights in passed.items()}
    for pool, onward in rows.items():
        whole = sum(onward.values())
        for other, row in rows.items():
            part = row.pop(pool, 0)
            if part:
                mixed = {to: weight * whole for to, weight in row.items()}
                for to, weight in onward.items():
                    mixed[to] = mixed.get(to, 0) + part * weight
                mixed.pop(other, None)  # what comes back to it is passed on again in the same proportions
                rows[other] = _in_lowest_terms(mixed)
    return {pool: _of_the_whole(row) for pool, row in rows.items()}


def followed(weights: _Weights, shares: Mapping[str, _Weights]) -> dict[str, Fraction]:
    """Give the share that each use bears of a cost that is divided by weights between uses and support services."""
    borne: dict[str, Fraction] = {}
    for to, part in _of_the_whole(weights).items():
        for use, share in shares.get(to, {to: Fraction(1)}).items():
            borne[use] = borne.get(use, Fraction(0)) + part * share
    return borne


def _in_whole_numbers(weights: _Weights) -> dict[str, int]:
    """Give weights in the same proportions that are whole numbers, which are much quicker than fractions."""
    unit = math.lcm(*(weight.denominator for weight in weights.values()))
    return _in_lowest_terms({to: int(weight * unit) for to, weight in weights.items()})


def _in_lowest_terms(weights: Mapping[str, int]) -> dict[str, int]:
    common = math.gcd(*weights.values())
    return {to: weight // common for to, weight in weights.items()}


def _of_the_whole(weights: Mapping[str, Fraction | int]) -> dict[str, Fraction]:
    whole = sum(weights.values(), Fraction(0))
    return {to: Fraction(weight) / whole for to, weight in weights.items()}
