"""Coalitions of partners as whole numbers, a bit for each partner, so that a sum over all of them is quick."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TypeVar

N = TypeVar("N", int, Fraction)


JOINT = " + "
"""What stands between the partners in the name of a coalition, here and in case files."""


def members(coalition: int, partners: Sequence[str]) -> tuple[str, ...]:
    """Give the partners in a coalition.

    >>> members(0b101, ("Kent", "Medway", "Swale"))
    ('Kent', 'Swale')
    """
    return tuple(partner for place, partner in enumerate(partners) if coalition >> place & 1)


def numbered(names: Iterable[str], partners: Sequence[str]) -> int:
    """Give the whole number that stands for a coalition.

    >>> numbered(("Swale", "Kent"), ("Kent", "Medway", "Swale"))
    5
    """
    return sum(1 << partners.index(name) for name in names)


def named(names: Iterable[str]) -> str:
    """Give the name of a coalition.

    >>> named(("Kent", "Medway"))
    'Kent + Medway'
    """
    return JOINT.join(names)


def sums(of: Iterable[N], nothing: N) -> list[N]:
    """Give the sum over every coalition, of nobody first.

    Args:
        of: the number of each partner.
        nothing: nought, of the same sort.

    >>> sums([1, 10, 100], 0)
    [0, 1, 10, 11, 100, 101, 110, 111]
    """
    added = [nothing]
    for each in of:
        added += [so_far + each for so_far in added]
    return added
