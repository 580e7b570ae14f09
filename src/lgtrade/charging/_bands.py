"""Banded prices: one sum for a quantity, by the band in which it lies."""

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
    flat_line,
    sum_issues,
    uprated_sum,
)
from lgtrade.issues import InputError, Issue, each_wrong_type, refuse, unread
from lgtrade.money import ZERO, Money, exact_number, number_or_as_given, plain
from lgtrade.words import Words


@attrs.frozen
class Band:
    """One band of a price.

    Args:
        amount: the sum for any quantity in the band; nothing or more.
        upto: the last quantity in it; none where it is open.

    Raises:
        InputError: the sum is negative or no amount of money, or the bound is a ``float`` or not a number; all
            together.

    >>> Band(Money.pounds(290), upto=10).upto
    Decimal('10')
    """

    amount: Money
    upto: Decimal | None = attrs.field(default=None, converter=attrs.converters.optional(number_or_as_given))

    def __attrs_post_init__(self) -> None:
        """Refuse a negative price, and a bound that is no number."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from sum_issues("amount", self.amount)
        if self.upto is not None:
            yield from unread(exact_number, "upto", self.upto)


@attrs.frozen
class Banded(Charges):
    """One sum for a quantity, by the band in which it lies, as in a table of fees. No use costs nothing.

    Args:
        bands: from the lowest; each stores only the last quantity in it. The last is open, or nothing is charged
            beyond it by this price: such work is quoted for by itself.

    Raises:
        InputError: there is no band, they are out of order, a band before the last is open, or a part is of the wrong
            type; all together.

    >>> plan = Banded((Band(Money.pounds(290), upto=10), Band(Money.pounds(405), upto=200)))
    >>> [plan.charge(metres).amount for metres in (10, "10.5", 200)]
    [£290.00, £405.00, £405.00]
    """

    bands: tuple[Band, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse bands that leave a gap or overlap."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        issues = tuple(each_wrong_type("bands", self.bands, Band, Words("a Band")))
        yield from issues
        if not issues and not self.bands:
            yield Issue("bands.none", "bands", Words("there is no band"), Words("at least one band"))
        yield from () if issues else bound_issues("band", tuple(band.upto for band in self.bands))

    def __str__(self) -> str:
        """Say the price as an officer would."""
        return ", then ".join(
            f"{band.amount}" if band.upto is None else f"{band.amount} up to {plain(band.upto)}" for band in self.bands
        )

    @property
    def adds_by_days(self) -> bool:
        """Whether days can be charged for run by run: they cannot, for each run would be charged for by itself."""
        return False

    def line(self, units: Decimal, occasion: Occasion | None = None) -> ChargeLine:
        """Charge the sum of the band in which a quantity lies."""
        del occasion
        if not units:
            return flat_line(ZERO, units, Why.BAND)
        for band in self.bands:
            if band.upto is None or units <= band.upto:
                return flat_line(band.amount, units, Why.BAND)
        most = plain(self.bands[-1].upto or NOTHING)
        found = Words("it is {units}, and the last band ends at {most}", units=plain(units), most=most)
        raise InputError([Issue("bands.beyond", "quantity", found, Words("at most {most}", most=most))])

    def uprated(self, uprate: Uprate) -> Banded:
        """Give the same price with the sum of each band uprated."""
        return Banded(tuple(Band(uprated_sum(band.amount, uprate), band.upto) for band in self.bands))
