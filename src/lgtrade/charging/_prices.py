"""Prices: what a quantity of a service comes to. A closed set; a minimum wraps another price."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

import attrs

from lgtrade.issues import Issue, refuse
from lgtrade.money import EXACT, HALF_UP, ZERO, Money, Rate, Rounding, exact_number
from lgtrade.words import Words

_NOTHING = Decimal(0)


class Why(enum.Enum):
    """Why a line is what it is, where quantity and rate do not say it all."""

    QUANTITY = "quantity at the rate"
    FLAT = "a flat charge"
    TIERS = "quantity through the tiers"
    MINIMUM = "raised to the minimum charge"


@attrs.frozen
class ChargeLine:
    """One charge, with what it was worked out from.

    Args:
        amount: the charge, rounded.
        quantity: how many units.
        exact: the sum in pounds before it was rounded.
        rounding: the rule by which it was rounded.
        why: what it comes from.

    >>> line = PerUnit(Rate("1.125")).charge(3)
    >>> line.amount, line.exact, line.rounding
    (£3.38, Decimal('3.375'), half up to a penny)
    """

    amount: Money
    quantity: Decimal
    exact: Decimal
    rounding: Rounding
    why: Why


def _quantity(value: object) -> Decimal:
    if type(value) is int and 0 <= value < 10**12:
        return Decimal(value)
    quantity = exact_number(value, "quantity")
    if quantity < 0:
        refuse(
            [Issue("quantity.negative", "quantity", Words("it is negative"), Words("a quantity of nothing or more"))]
        )
    return quantity


def _no_negative(place: str, rate: Rate) -> Iterator[Issue]:
    if rate.pounds < 0:
        found = Words("the price is negative: {rate}", rate=rate)
        yield Issue("price.negative", place, found, Words("a price of nothing or more"))


class Charges:
    """What every price can do: charge for a quantity."""

    __slots__ = ()

    def charge(self, quantity: int | str | Decimal) -> ChargeLine:
        """Charge for a quantity as it was given.

        Raises:
            InputError: the quantity is negative, a ``float`` or not a number.
        """
        return self.line(_quantity(quantity))

    def line(self, units: Decimal) -> ChargeLine:
        """Charge for a quantity that has been read: nothing or more."""
        raise NotImplementedError


@attrs.frozen
class Flat(Charges):
    """One sum, whatever the quantity.

    Args:
        amount: the sum; nothing or more.

    Raises:
        InputError: it is negative.

    >>> Flat(Money.pounds(250)).charge(7).amount
    £250.00
    """

    amount: Money

    def __attrs_post_init__(self) -> None:
        """Refuse a negative price."""
        if self.amount < ZERO:
            found = Words("the price is negative: {rate}", rate=self.amount)
            refuse([Issue("price.negative", "amount", found, Words("a price of nothing or more"))])

    def line(self, units: Decimal) -> ChargeLine:
        """Charge the sum."""
        return ChargeLine(self.amount, units, self.amount.in_pounds, HALF_UP, Why.FLAT)


@attrs.frozen
class PerUnit(Charges):
    """So much for each unit.

    Args:
        rate: the price of one unit; nothing or more.
        rounding: how a charge is rounded to money.

    Raises:
        InputError: the rate is negative.

    >>> PerUnit(Rate("12.50")).charge("1.5").amount
    £18.75
    """

    rate: Rate
    rounding: Rounding = HALF_UP

    def __attrs_post_init__(self) -> None:
        """Refuse a negative price."""
        refuse(_no_negative("rate", self.rate))

    def line(self, units: Decimal) -> ChargeLine:
        """Charge for so many units."""
        exact = EXACT.multiply(units, self.rate.pounds)
        return ChargeLine(self.rounding.money(exact), units, exact, self.rounding, Why.QUANTITY)


def _upto(value: object) -> Decimal | None:
    return None if value is None else exact_number(value, "upto")


@attrs.frozen
class Tier:
    """One tier of a graduated price.

    Args:
        rate: the price of each unit in the tier.
        upto: the last quantity it reaches; none for the last tier, which is open.

    >>> Tier(Rate("0.85"), upto=Decimal(100)).upto
    Decimal('100')
    """

    rate: Rate
    upto: Decimal | None = attrs.field(default=None, converter=_upto)


@attrs.frozen
class Graduated(Charges):
    """A rate for the units in each tier: the first hundred at one rate, the next at another.

    Args:
        tiers: from the lowest; each stores only the quantity it reaches, and the last is open.
        rounding: how a charge is rounded to money.

    Raises:
        InputError: there is no tier, they are out of order, one is negative, or the last is not open; all together.

    >>> price = Graduated((Tier(Rate("1.00"), upto=100), Tier(Rate("0.80"))))
    >>> price.charge(150).amount
    £140.00
    """

    tiers: tuple[Tier, ...]
    rounding: Rounding = HALF_UP

    def __attrs_post_init__(self) -> None:
        """Refuse tiers that leave a gap or overlap."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        if not self.tiers or self.tiers[-1].upto is not None:
            found = Words("the last tier is not open")
            yield Issue("tiers.open", "tiers", found, Words("a last tier with no upper bound"))
        for number, tier in enumerate(self.tiers):
            yield from _no_negative(f"tiers[{number}].rate", tier.rate)
        bounds = [_NOTHING, *(tier.upto for tier in self.tiers[:-1])]
        for number, (below, above) in enumerate(pairwise(bounds)):
            if above is None or below is None or above <= below:
                found = Words("the tiers are not in order")
                accepted = Words("a bound above the one before it, and only the last tier open")
                yield Issue("tiers.order", f"tiers[{number}].upto", found, accepted)

    def line(self, units: Decimal) -> ChargeLine:
        """Charge for so many units."""
        exact = self.cumulative(units)
        return ChargeLine(self.rounding.money(exact), units, exact, self.rounding, Why.TIERS)

    def cumulative(self, units: Decimal) -> Decimal:
        """The exact sum in pounds for the first so many units."""
        exact, below = _NOTHING, _NOTHING
        for tier in self.tiers:
            above = tier.upto
            if above is None or units <= above:
                return EXACT.add(exact, EXACT.multiply(units - below, tier.rate.pounds))
            exact = EXACT.add(exact, EXACT.multiply(above - below, tier.rate.pounds))
            below = above
        return exact


@attrs.frozen
class Minimum(Charges):
    """Another price, but never less than a minimum for each charge.

    Args:
        price: the price that is wrapped.
        least: the least that one charge comes to.

    Raises:
        InputError: the minimum is negative.

    >>> Minimum(PerUnit(Rate("1.00")), Money.pounds(5)).charge(3).amount
    £5.00
    """

    price: Flat | PerUnit | Graduated
    least: Money

    def __attrs_post_init__(self) -> None:
        """Refuse a negative minimum."""
        if self.least < ZERO:
            found = Words("the minimum is negative: {least}", least=self.least)
            refuse([Issue("price.negative", "least", found, Words("a minimum of nothing or more"))])

    def line(self, units: Decimal) -> ChargeLine:
        """Charge the price, or the minimum if that is more."""
        line = self.price.line(units)
        if line.amount >= self.least:
            return line
        return ChargeLine(self.least, line.quantity, line.exact, line.rounding, Why.MINIMUM)


Price: TypeAlias = Flat | PerUnit | Graduated | Minimum
"""Every price there is."""
