"""Prices with tiers: a rate for the units in each, or one rate for the whole quantity."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs

from lgtrade.charging._charges import (
    NOTHING,
    ChargeLine,
    Charges,
    Occasion,
    Uprate,
    Why,
    bound_issues,
    rate_issues,
    rounding_issues,
    uprated_rate,
)
from lgtrade.issues import Issue, each_wrong_type, refuse, unread
from lgtrade.money import EXACT, HALF_UP, Money, Rate, Rounding, exact_number, number_or_as_given, plain
from lgtrade.words import Words


@attrs.frozen
class Tier:
    """One tier of a price.

    Args:
        rate: the price of each unit in the tier.
        upto: the last quantity it reaches; none for the last tier, which is open.

    Raises:
        InputError: the rate is negative or no rate, or the bound is a ``float`` or not a number; all together.

    >>> Tier(Rate("0.85"), upto=Decimal(100)).upto
    Decimal('100')
    """

    rate: Rate
    upto: Decimal | None = attrs.field(default=None, converter=attrs.converters.optional(number_or_as_given))

    def __attrs_post_init__(self) -> None:
        """Refuse a negative price, and a bound that is no number."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from rate_issues("rate", self.rate)
        if self.upto is not None:
            yield from unread(exact_number, "upto", self.upto)


def _tier_issues(tiers: tuple[Tier, ...]) -> Iterator[Issue]:
    issues = tuple(each_wrong_type("tiers", tiers, Tier, Words("a Tier")))
    yield from issues
    if not issues and not tiers:
        yield Issue("tiers.none", "tiers", Words("there is no tier"), Words("at least one tier"))
    elif not issues:
        bounds = tuple(tier.upto for tier in tiers)
        yield from bound_issues("tier", (*bounds[:-1], None))
        if bounds[-1] is not None:
            found = Words("the last tier is not open")
            accepted = Words("a last tier with no upper bound")
            yield Issue("tiers.open", f"tiers[{len(bounds) - 1}].upto", found, accepted)


def _uprated(tiers: tuple[Tier, ...], uprate: Uprate) -> tuple[Tier, ...]:
    return tuple(Tier(uprated_rate(tier.rate, uprate), tier.upto) for tier in tiers)


def _say(tiers: tuple[Tier, ...], each: str) -> str:
    *lower, last = tiers
    bounded = "".join(f"{tier.rate} for {each} up to {plain(tier.upto or NOTHING)}, then " for tier in lower)
    return f"{bounded}{last.rate} for {each}"


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
    >>> [(line.quantity, line.rate, line.amount) for line in price.explain(150)]
    [(Decimal('100'), £1.00, £100.00), (Decimal('50'), £0.80, £40.00)]
    """

    tiers: tuple[Tier, ...]
    rounding: Rounding = HALF_UP

    def __attrs_post_init__(self) -> None:
        """Refuse tiers that leave a gap or overlap."""
        refuse([*_tier_issues(self.tiers), *rounding_issues(self.rounding)])

    def __str__(self) -> str:
        """Say the price as an officer would."""
        return _say(self.tiers, "each unit")

    def line(self, units: Decimal, occasion: Occasion | None = None) -> ChargeLine:
        """Charge for so many units."""
        del occasion
        exact = self.cumulative(units)
        return ChargeLine(self.rounding.money(exact), units, exact, self.rounding, Why.TIERS)

    def lines(self, units: Decimal, occasion: Occasion | None = None) -> tuple[ChargeLine, ...]:
        """Give a line for the units in each tier that is reached: what is charged so far, less the lines before."""
        del occasion
        lines: list[ChargeLine] = []
        exact, below, paid, rounding = NOTHING, NOTHING, 0, self.rounding
        while not lines or below < units:
            tier = self.tiers[len(lines)]
            above = tier.upto
            reached = units if above is None or units < above else above
            used = EXACT.subtract(reached, below)
            part = EXACT.multiply(used, tier.rate.pounds)
            exact = EXACT.add(exact, part)
            so_far = rounding.pence(exact)
            lines.append(ChargeLine(Money(pence=so_far - paid), used, part, rounding, Why.QUANTITY, tier.rate))
            below, paid = reached, so_far
        return tuple(lines)

    def cumulative(self, units: Decimal) -> Decimal:
        """The exact sum in pounds for the first so many units."""
        tier, above = self.tiers[0], self.tiers[0].upto
        exact, below, number = NOTHING, NOTHING, 0
        while above is not None and units > above:
            exact = EXACT.fma(EXACT.subtract(above, below), tier.rate.pounds, exact)
            number += 1
            tier, below, above = self.tiers[number], above, self.tiers[number].upto
        return EXACT.fma(EXACT.subtract(units, below), tier.rate.pounds, exact)

    def uprated(self, uprate: Uprate) -> Graduated:
        """Give the same price with each rate uprated."""
        return Graduated(_uprated(self.tiers, uprate), self.rounding)


@attrs.frozen
class Volume(Charges):
    """One rate for the whole quantity: that of the tier in which it lies.

    Where the rate falls from one tier to the next, so may the charge: see :func:`~lgtrade.charging.cliffs`.

    Args:
        tiers: from the lowest; each stores only the quantity it reaches, and the last is open.
        rounding: how a charge is rounded to money.

    Raises:
        InputError: as for :class:`Graduated`.

    >>> price = Volume((Tier(Rate("1.00"), upto=100), Tier(Rate("0.80"))))
    >>> price.charge(100).amount, price.charge(101).amount
    (£100.00, £80.80)
    """

    tiers: tuple[Tier, ...]
    rounding: Rounding = HALF_UP

    def __attrs_post_init__(self) -> None:
        """Refuse tiers that leave a gap or overlap."""
        refuse([*_tier_issues(self.tiers), *rounding_issues(self.rounding)])

    def __str__(self) -> str:
        """Say the price as an officer would."""
        return _say(self.tiers, "each unit of a quantity")

    def tier(self, units: Decimal) -> Tier:
        """Give the tier in which a quantity lies."""
        return next(tier for tier in self.tiers if tier.upto is None or units <= tier.upto)

    def line(self, units: Decimal, occasion: Occasion | None = None) -> ChargeLine:
        """Charge for so many units."""
        del occasion
        rate = self.tier(units).rate
        exact = EXACT.multiply(units, rate.pounds)
        return ChargeLine(self.rounding.money(exact), units, exact, self.rounding, Why.VOLUME, rate)

    def uprated(self, uprate: Uprate) -> Volume:
        """Give the same price with each rate uprated."""
        return Volume(_uprated(self.tiers, uprate), self.rounding)
