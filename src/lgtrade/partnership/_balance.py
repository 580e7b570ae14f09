"""Balanced collections of coalitions, and the proof by them that a division is the nucleolus.

E. Kohlberg, "On the nucleolus of a characteristic function game", SIAM Journal on Applied Mathematics 20(1), 1971: a
division is the nucleolus when the coalitions that save no more than any given sum have weights above nothing by which
every partner is counted once. Whatever one of them gains another loses, so that no change helps those worst off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import gcd

import attrs

from lgtrade.issues import Issue, each_wrong_type, refuse, wrong_type
from lgtrade.money import Amount
from lgtrade.partnership._coalitions import members, named, numbered, sums
from lgtrade.partnership._games import A_COALITION, CostGame, name_issues, pence_of_each
from lgtrade.words import Words


@attrs.frozen
class CoalitionWeight:
    """A coalition with its weight in a balanced collection.

    Args:
        partners: the coalition.
        weight: above nothing; as if the coalition worked together for that part of the time.

    Raises:
        InputError: nobody is named, somebody is named twice, or the weight is no fraction; all together.

    >>> CoalitionWeight(("Kent", "Medway"), Fraction(1, 2)).weight
    Fraction(1, 2)
    """

    partners: tuple[str, ...]
    weight: Fraction

    def __attrs_post_init__(self) -> None:
        """Refuse a weight of nobody, or of a partner that would be counted for another."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues(self.partners, A_COALITION)
        yield from wrong_type("weight", self.weight, Fraction, Words("a Fraction"))


@attrs.frozen
class SavingLevel:
    """A saving that some coalitions cannot all exceed, and the balanced collection that shows it.

    Args:
        saving: what each of them saves, or less; below nil if it pays more than it would alone.
        collection: coalitions that save no more, with weights by which every partner is counted once.

    Raises:
        InputError: a part is of the wrong type; all together.

    >>> one_each = tuple(CoalitionWeight((name,), Fraction(1)) for name in ("Kent", "Medway"))
    >>> SavingLevel(Amount(Fraction(15)), one_each).saving
    £15
    """

    saving: Amount
    collection: tuple[CoalitionWeight, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse what is no saving, or no collection."""
        refuse([*wrong_type("saving", self.saving, Amount, Words("an Amount")), *weight_issues(self.collection)])


def weight_issues(collection: object) -> Iterator[Issue]:
    """Yield what in a collection is no coalition with its weight.

    >>> [str(issue) for issue in weight_issues(("Kent",))]
    ["collection[0]: 'Kent' is of type str. Accepted: a CoalitionWeight."]
    """
    return each_wrong_type("collection", collection, CoalitionWeight, Words("a CoalitionWeight"))


@attrs.frozen
class BalanceCertificate:
    """Why no division is better for those who save least: level by level, a balanced collection of coalitions.

    Args:
        levels: the least saving first.

    Raises:
        InputError: a level is none.

    >>> from lgtrade.partnership import CoalitionCost
    >>> from lgtrade.sources import Assumption
    >>> from lgtrade.money import Money
    >>> alone = (CoalitionCost(("Kent",), Money.pounds(100), Assumption("an example")),)
    >>> list(BalanceCertificate(()).faults(CostGame("Audit", ("Kent",), alone), {"Kent": Amount(Fraction(100))}))
    []
    """

    levels: tuple[SavingLevel, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse what is no level."""
        refuse(each_wrong_type("levels", self.levels, SavingLevel, Words("a SavingLevel")))

    def faults(self, game: CostGame, shares: Mapping[str, Amount]) -> Iterator[Words]:
        """Yield what does not hold of the division and its levels.

        Where some division leaves nobody with more to pay than alone, only such divisions count, and a partner that
        pays as much as alone may stand in any collection.
        """
        named_ = {name for level in self.levels for each in level.collection for name in each.partners}
        if not named_ <= {*game.partners}:
            yield Words("The certificate names somebody who is not a partner.")
            return
        pays = sums([Fraction(shares[partner].pounds) * 100 for partner in game.partners], Fraction(0))
        saved = [cost - paid for cost, paid in zip(pence_of_each(game), pays, strict=True)]
        held = [1 << place for place in range(len(game.partners)) if game.saving.pence >= 0]
        for coalition in held:
            if saved[coalition] < 0:
                yield Words("{partner} pays more than alone.", partner=named(members(coalition, game.partners)))
        at_cost = {coalition for coalition in held if saved[coalition] == 0}
        counted = {len(saved) - 1}
        for level in self.levels:
            yield from _level_faults(level, game.partners, saved, at_cost, counted)
            counted |= {numbered(each.partners, game.partners) for each in level.collection}
        if any(_loose(counted, len(game.partners))):
            yield Words("The levels leave some shares open.")


def _level_faults(
    level: SavingLevel, partners: Sequence[str], saved: list[Fraction], at_cost: set[int], counted: set[int]
) -> Iterator[Words]:
    """Yield what does not hold of one level, above those whose coalitions are counted already."""
    saving = Fraction(level.saving.pounds) * 100
    loose = _loose(counted, len(partners))
    if min((each for each, free in zip(saved, loose, strict=True) if free), default=None) != saving:
        yield Words("{saving} is not the least that a coalition saves.", saving=level.saving)
    if any(each.weight <= 0 for each in level.collection):
        yield Words("A weight at {saving} is not above nothing.", saving=level.saving)
    yield from uncounted(level.collection, partners)
    collection = {numbered(each.partners, partners) for each in level.collection}
    for coalition in sorted(collection - at_cost):
        if saved[coalition] > saving:
            names = named(members(coalition, partners))
            yield Words("{coalition} saves more than {saving}.", coalition=names, saving=level.saving)
    for coalition, free in enumerate(_loose(counted | collection, len(partners))):
        if free and saved[coalition] <= saving:
            names = named(members(coalition, partners))
            yield Words("{coalition} could save more than {saving}.", coalition=names, saving=level.saving)


def uncounted(collection: Iterable[CoalitionWeight], partners: Sequence[str]) -> Iterator[Words]:
    """Yield the partners that a collection does not count exactly once.

    >>> [str(words) for words in uncounted((), ("Kent",))]
    ['Kent is counted 0 times, not once.']
    """
    weights = tuple(collection)
    for partner in partners:
        times = sum((each.weight for each in weights if partner in each.partners), Fraction(0))
        if times != 1:
            yield Words("{partner} is counted {times} times, not once.", partner=partner, times=times)


def _loose(fixed: Iterable[int], number: int) -> list[bool]:
    """Tell of each coalition whether shares can move so that it pays another sum, and none of some others does."""
    loose = [False] * (1 << number)
    for move in _moves(fixed, number):
        loose = [found or paid != 0 for found, paid in zip(loose, sums(move, 0), strict=True)]
    return loose


def _moves(fixed: Iterable[int], number: int) -> Iterator[list[int]]:
    """Give ways in which shares can move while some coalitions pay the same, from which all others are made up."""
    moves = [[int(place == each) for each in range(number)] for place in range(number)]
    for coalition in fixed:
        paid = [sum(step for place, step in enumerate(move) if coalition >> place & 1) for move in moves]
        at = next((place for place, change in enumerate(paid) if change), None)
        if at is not None:
            one, change = moves.pop(at), paid.pop(at)
            moves = [
                _shortened([change * step - other * back for step, back in zip(move, one, strict=True)])
                for move, other in zip(moves, paid, strict=True)
            ]
    return iter(moves)


def _shortened(move: list[int]) -> list[int]:
    common = gcd(*move)
    return [step // common for step in move]
