"""The nucleolus by another way than the library's: every corner of each programme, found by solving all its equations.

It is slow, has no pivots, no dual and no certificate: a coalition is fixed when it is tight at every best corner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from lgtrade.partnership import CostGame

Row = list[Fraction]  # what multiplies each share and the least saving, and what that comes to


def by_corners(game: CostGame, *, naive: bool = False) -> list[Fraction]:
    """Give the nucleolus in pounds; or what comes of fixing all that is tight at the first best corner."""
    number, everybody = len(game.partners), set(game.partners)
    costs = {
        tuple(name in cost.partners for name in game.partners): Fraction(cost.cost.pence, 100)
        for cost in game.costs
        if set(cost.partners) != everybody
    }
    raised = {members: _row(members, 1, cost) for members, cost in costs.items()}
    held = [_row(m, 0, cost) for m, cost in costs.items() if sum(m) == 1] if game.saving.pence >= 0 else []
    fixed = [_row((True,) * number, 0, Fraction(game.together.pence, 100))]
    while (shares := _solved([row[:number] + row[-1:] for row in fixed])) is None:
        corners = [*_corners(_reduced(fixed), [*raised.values(), *held])]
        best = max(corner[number] for corner in corners)
        ends = [corner for corner in corners if corner[number] == best]
        for members, row in list(raised.items()):
            if all(_value(row, end) == row[-1] for end in (ends[:1] if naive else ends)):
                fixed.append(_row(members, 0, row[-1] - best))
                del raised[members]
    return shares


def _row(members: Sequence[bool], saving: int, comes_to: Fraction) -> Row:
    return [*(Fraction(each) for each in members), Fraction(saving), comes_to]


def _value(row: Row, at: Sequence[Fraction]) -> Fraction:
    return sum((times * each for times, each in zip(row, at, strict=False)), Fraction(0))


def _corners(fixed: list[Row], bounds: list[Row]) -> Iterator[list[Fraction]]:
    for tight in combinations(bounds, len(fixed[0]) - 1 - len(fixed)):
        corner = _solved([*fixed, *tight])
        if corner is not None and all(_value(row, corner) <= row[-1] for row in bounds):
            yield corner


def _reduced(rows: list[Row]) -> list[Row]:
    """Solve equations as far as they go: each row has a one where no other has anything."""
    left, done = rows, list[Row]()
    for place in range(len(rows[0])):
        pivot = next((row for row in left if row[place]), None)
        if pivot is not None:
            one = [each / pivot[place] for each in pivot] if pivot[place] != 1 else pivot
            left = [_without(row, one, place) for row in left if row is not pivot]
            done = [*(_without(row, one, place) for row in done), one]
    return done


def _without(row: Row, pivot: Row, place: int) -> Row:
    times = row[place]
    return [each - times * over if over else each for each, over in zip(row, pivot, strict=True)] if times else row


def _solved(rows: list[Row]) -> list[Fraction] | None:
    """Give the one solution of some equations; nothing if there is none, or more than one."""
    done, unknown = _reduced(rows), len(rows[0]) - 1
    return [row[-1] for row in done] if len(done) == unknown and all(map(any, (r[:-1] for r in done))) else None
