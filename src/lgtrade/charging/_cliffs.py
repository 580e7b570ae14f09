"""Cliffs: where a volume price, or a banded one, charges less for more."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import get_args

import attrs

from lgtrade.charging._bands import Banded
from lgtrade.charging._charges import FINEST, NOTHING, exactly_or_about
from lgtrade.charging._indexation import Price, prices_in
from lgtrade.charging._tiers import Volume
from lgtrade.issues import refuse, wrong_type
from lgtrade.money import EXACT, HALF_UP, Rate
from lgtrade.words import Words


@attrs.frozen
class Cliff:
    """A quantity beyond which more costs less.

    Args:
        at: the quantity.
        charge: the exact charge for it, in pounds.
        beyond: what the charge falls to just beyond it.
        level: the quantity at which the charge is as much again.
        jumps: whether it is so only beyond that quantity: the charge rises there at once.

    >>> cliffs(Volume((Tier(Rate("1.00"), upto=100), Tier(Rate("0.80")))))[0].level
    Fraction(125, 1)
    """

    at: Decimal
    charge: Decimal
    beyond: Decimal
    level: Fraction | None
    jumps: bool = False

    @property
    def fall(self) -> Decimal:
        """By how much the charge falls."""
        return EXACT.subtract(self.charge, self.beyond)

    @property
    def words(self) -> Words:
        """What happens there."""
        sums = {"charge": _shown(self.charge), "beyond": _shown(self.beyond), "fall": _shown(self.fall)}
        if self.level is None:
            return Words(
                "beyond {at} the charge falls by {fall}, from {charge} to {beyond}, for good", at=self.at, **sums
            )
        template = "beyond {at} the charge falls by {fall}, from {charge} to {beyond}, and is as much again at {level}"
        if self.jumps:
            template = (
                "beyond {at} the charge falls by {fall}, from {charge} to {beyond}, and is as much again beyond {level}"
            )
        return Words(template, at=self.at, level=exactly_or_about(self.level), **sums)


def _shown(exact: Decimal) -> Rate:
    return Rate(HALF_UP.to(FINEST).rate(exact).pounds.normalize(EXACT))


def cliffs(price: Price) -> tuple[Cliff, ...]:
    """List the quantities beyond which more costs less by a volume or a banded price, on its own or within another.

    The sums are those of that price, before a minimum, a discount or an index changes what they come to.

    Args:
        price: the price.

    Raises:
        InputError: it is no price.

    >>> for cliff in cliffs(Volume((Tier(Rate("1.00"), upto=100), Tier(Rate("0.80"))))):
    ...     print(cliff.words)
    beyond 100 the charge falls by £20.00, from £100.00 to £80.00, and is as much again at 125
    """
    refuse(wrong_type("price", price, get_args(Price), Words("a price")))
    return tuple(cliff for each in prices_in(price) if isinstance(each, Volume | Banded) for cliff in _cliffs(each))


@attrs.frozen
class _Part:
    """A tier or a band: what is charged within it, as a sum and a rate in pounds."""

    amount: Decimal
    rate: Decimal
    upto: Decimal | None

    def charge(self, units: Decimal) -> Decimal:
        return EXACT.fma(units, self.rate, self.amount)


def _parts(price: Volume | Banded) -> list[_Part]:
    if isinstance(price, Banded):
        return [_Part(band.amount.in_pounds, NOTHING, band.upto) for band in price.bands]
    return [_Part(NOTHING, tier.rate.pounds, tier.upto) for tier in price.tiers]


def _cliffs(price: Volume | Banded) -> Iterator[Cliff]:
    parts = _parts(price)
    for number, (lower, upper) in enumerate(pairwise(parts), start=1):
        at = lower.upto or NOTHING
        charge, beyond = lower.charge(at), upper.charge(at)
        if beyond < charge:
            yield Cliff(at, charge, beyond, *_level(parts[number:], at, charge))


def _level(parts: list[_Part], above: Decimal, charge: Decimal) -> tuple[Fraction | None, bool]:
    """Give the quantity above another from which the charge is at least so much, and whether only beyond it."""
    below = Fraction(above)
    for part in parts:
        if Fraction(part.amount) + below * Fraction(part.rate) >= charge:
            return below, True
        if part.rate:
            level = (Fraction(charge) - Fraction(part.amount)) / Fraction(part.rate)
            if part.upto is None or level <= part.upto:
                return level, False
        below = Fraction(part.upto or 0)
    return None, False
