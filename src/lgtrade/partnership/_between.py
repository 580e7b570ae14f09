"""What coalitions cost at least and at most, in whole numbers, from those that are costed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def most_for_each(known: Mapping[int, int], size: int, *, monotone: bool) -> list[int | None]:
    """Give the least for which each coalition can be made up from costed ones, or from parts of them.

    Args:
        known: the cost of each coalition that has one, by the whole number that stands for it.
        size: how many coalitions there are, with that of nobody.
        monotone: whether a group with more partners never pays less.

    >>> most_for_each({0b01: 5, 0b10: 4}, 4, monotone=True)
    [0, 5, 4, 9]
    """
    most: list[int | None] = [0] + [None] * (size - 1)
    for coalition in range(1, size):
        around = (pence for each, pence in known.items() if monotone and each & coalition == coalition)
        found = [*around, *([known[coalition]] if coalition in known else [])]
        for part in _parts(coalition):
            one, other = most[part], most[coalition ^ part]
            if one is not None and other is not None:
                found.append(one + other)
        most[coalition] = min(found, default=None)
    return most


def least_for(coalition: int, known: Mapping[int, int], most: Sequence[int | None], *, monotone: bool) -> int:
    """Give the most that a costed group costs beyond the partners in it that a coalition lacks.

    Args:
        coalition: the whole number that stands for it.
        known: the cost of each coalition that has one.
        most: what each coalition costs at most.
        monotone: whether a group with more partners never pays less.

    >>> least_for(0b10, {0b01: 5, 0b11: 7}, [0, 5, 7, 7], monotone=True)
    2
    """
    found = [0]
    for each, pence in known.items():
        without = most[each & ~coalition]
        if without is not None and (monotone or each & coalition == coalition):
            found.append(pence - without)
    return max(found)


def _parts(coalition: int) -> Iterator[int]:
    """Give one of every two groups that a coalition can be parted into: the one with its first partner."""
    first = coalition & -coalition
    others = part = coalition ^ first
    while part:
        part = (part - 1) & others
        yield first | part
