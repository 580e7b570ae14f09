"""Prices: what a quantity of a service comes to. A closed set; a minimum wraps another price."""

from __future__ import annotations

import abc
import enum
from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

import attrs

from lgtrade.issues import Issue, read_or_as_given, refuse, unread, wrong_type
from lgtrade.money import EXACT, HALF_UP, ZERO, Money, Rate, Rounding, exact_number, plain
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


def _rate_issues(place: str, rate: Rate) -> Iterator[Issue]:
    yield from wrong_type(place, rate, Rate, Words("a Rate"))
    if isinstance(rate, Rate) and rate.pounds < 0:
        found = Words("the price is negative: {rate}", rate=rate)
        yield Issue("price.negative", place, found, Words("a price of nothing or more"))


def _rounding_issues(rounding: Rounding) -> Iterator[Issue]:
    yield from wrong_type("rounding", rounding, Rounding, Words("a Rounding"))
    if isinstance(rounding, Rounding):
        yield from unread(lambda _: rounding.money(_NOTHING), "rounding", rounding)


class Charges(abc.ABC):
    """What every price can do: charge for a quantity."""

    __slots__ = ()

    @property
    def is_flat(self) -> bool:
        """Whether it is one sum, whatever the quantity."""
        return False

    def charge(self, quantity: int | str | Decimal) -> ChargeLine:
        """Charge for a quantity as it was given.

        Raises:
            InputError: the quantity is negative, a ``float`` or not a number.
        """
        return self.line(_quantity(quantity))

    @abc.abstractmethod
    def line(self, units: Decimal) -> ChargeLine:
        """Charge for a quantity that has been read: nothing or more."""


@attrs.frozen
class Flat(Charges):
    """One sum, whatever the quantity.

    Args:
        amount: the sum; nothing or more.

    Raises:
        InputError: it is negative, or not an amount of money.

    >>> Flat(Money.pounds(250)).charge(7).amount
    £250.00
    """

    amount: Money

    def __attrs_post_init__(self) -> None:
        """Refuse a negative price."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("amount", self.amount, Money, Words("an amount of Money"))
        if isinstance(self.amount, Money) and self.amount < ZERO:
            found = Words("the price is negative: {rate}", rate=self.amount)
            yield Issue("price.negative", "amount", found, Words("a price of nothing or more"))

    def __str__(self) -> str:
        """Say the price as an officer would."""
        return f"{self.amount}, whatever the quantity"

    @property
    def is_flat(self) -> bool:
        """Whether it is one sum, whatever the quantity: it is."""
        return True

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
        InputError: the rate is negative or no rate, or the rounding does not give whole pence; all together.

    >>> PerUnit(Rate("12.50")).charge("1.5").amount
    £18.75
    """

    rate: Rate
    rounding: Rounding = HALF_UP

    def __attrs_post_init__(self) -> None:
        """Refuse a negative price, and a rounding that gives no money."""
        refuse([*_rate_issues("rate", self.rate), *_rounding_issues(self.rounding)])

    def __str__(self) -> str:
        """Say the price as an officer would."""
        return f"{self.rate} for each unit"

    def line(self, units: Decimal) -> ChargeLine:
        """Charge for so many units."""
        exact = EXACT.multiply(units, self.rate.pounds)
        return ChargeLine(self.rounding.money(exact), units, exact, self.rounding, Why.QUANTITY)


def _upto(value: object) -> Decimal | None:
    return None if value is None else read_or_as_given(exact_number, value)


@attrs.frozen
class Tier:
    """One tier of a graduated price.

    Args:
        rate: the price of each unit in the tier.
        upto: the last quantity it reaches; none for the last tier, which is open.

    Raises:
        InputError: the rate is negative or no rate, or the bound is a ``float`` or not a number; all together.

    >>> Tier(Rate("0.85"), upto=Decimal(100)).upto
    Decimal('100')
    """

    rate: Rate
    upto: Decimal | None = attrs.field(default=None, converter=_upto)

    def __attrs_post_init__(self) -> None:
        """Refuse a negative price, and a bound that is no number."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from _rate_issues("rate", self.rate)
        if self.upto is not None:
            yield from unread(exact_number, "upto", self.upto)


@attrs.frozen
class Graduated(Charges):
    """A rate for the units in each tier: the first hundred at one rate, the next at another.

    Args:
        tiers: from the lowest; each stores only the quantity it reaches, and the last is open.
        rounding: how a charge is rounded to money.

    Raises:
        InputError: there is no tier, they are out of order, the last is not open, or the rounding does not give whole
            pence; all together.

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
        if not self.tiers:
            yield Issue("tiers.none", "tiers", Words("there is no tier"), Words("at least one tier"))
        elif not all(isinstance(tier, Tier) for tier in self.tiers):
            for number, tier in enumerate(self.tiers):
                yield from wrong_type(f"tiers[{number}]", tier, Tier, Words("a Tier"))
        else:
            yield from self._bounds(tuple(tier.upto for tier in self.tiers))
        yield from _rounding_issues(self.rounding)

    @staticmethod
    def _bounds(bounds: tuple[Decimal | None, ...]) -> Iterator[Issue]:
        below = _NOTHING
        for number, above in enumerate(bounds[:-1]):
            if above is None:
                found = Words("the tier is open, and is not the last")
                yield Issue("tiers.order", f"tiers[{number}].upto", found, Words("a bound for every tier but the last"))
            elif above <= below:
                found = Words("the tier reaches {above}", above=above)
                yield Issue("tiers.order", f"tiers[{number}].upto", found, Words("a bound above {below}", below=below))
            below = max(below, above or below)
        if bounds[-1] is not None:
            found = Words("the last tier is not open")
            yield Issue("tiers.open", f"tiers[{len(bounds) - 1}].upto", found, Words("a last tier with no upper bound"))

    def __str__(self) -> str:
        """Say the price as an officer would."""
        *lower, last = self.tiers
        bounded = "".join(f"{tier.rate} for each unit up to {plain(tier.upto or _NOTHING)}, then " for tier in lower)
        return f"{bounded}{last.rate} for each unit"

    def line(self, units: Decimal) -> ChargeLine:
        """Charge for so many units."""
        exact = self.cumulative(units)
        return ChargeLine(self.rounding.money(exact), units, exact, self.rounding, Why.TIERS)

    def cumulative(self, units: Decimal) -> Decimal:
        """The exact sum in pounds for the first so many units."""
        tier, above = self.tiers[0], self.tiers[0].upto
        exact, below, number = _NOTHING, _NOTHING, 0
        while above is not None and units > above:
            exact = EXACT.fma(EXACT.subtract(above, below), tier.rate.pounds, exact)
            number += 1
            tier, below, above = self.tiers[number], above, self.tiers[number].upto
        return EXACT.fma(EXACT.subtract(units, below), tier.rate.pounds, exact)


@attrs.frozen
class Minimum(Charges):
    """Another price, but never less than a minimum for each charge.

    Args:
        price: the price that is wrapped.
        least: the least that one charge comes to.

    Raises:
        InputError: the minimum is negative or no amount of money, or what it wraps is no other price; all together.

    >>> Minimum(PerUnit(Rate("1.00")), Money.pounds(5)).charge(3).amount
    £5.00
    """

    price: Flat | PerUnit | Graduated
    least: Money

    def __attrs_post_init__(self) -> None:
        """Refuse a negative minimum, and a minimum of nothing that is priced."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        accepted = Words("a Flat, PerUnit or Graduated price")
        yield from wrong_type("price", self.price, (Flat, PerUnit, Graduated), accepted)
        yield from wrong_type("least", self.least, Money, Words("an amount of Money"))
        if isinstance(self.least, Money) and self.least < ZERO:
            found = Words("the minimum is negative: {least}", least=self.least)
            yield Issue("price.negative", "least", found, Words("a minimum of nothing or more"))

    def __str__(self) -> str:
        """Say the price as an officer would."""
        return f"{self.price}, and at least {self.least}"

    @property
    def is_flat(self) -> bool:
        """Whether it is one sum, whatever the quantity: it is if the price is."""
        return self.price.is_flat

    def line(self, units: Decimal) -> ChargeLine:
        """Charge the price, or the minimum if that is more."""
        line = self.price.line(units)
        if line.amount.pence >= self.least.pence:
            return line
        return ChargeLine(self.least, line.quantity, line.exact, line.rounding, Why.MINIMUM)


Price: TypeAlias = Flat | PerUnit | Graduated | Minimum
"""Every price there is."""
