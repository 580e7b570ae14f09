"""The least and the most that one charge comes to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias, get_args

import attrs

from lgtrade.charging._bands import Banded
from lgtrade.charging._charges import ChargeLine, Occasion, Uprate, Why, Wraps, sum_issues, uprated_sum
from lgtrade.charging._prices import Flat, Package, Percentage, PerUnit, Stepped
from lgtrade.charging._tiers import Graduated, Volume
from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.money import Money
from lgtrade.words import Words

Plain: TypeAlias = Flat | PerUnit | Graduated | Volume | Package | Stepped | Banded | Percentage
"""The prices that wrap no other."""

_MINIMUM = ("the minimum is negative: {sum}", "a minimum of nothing or more")
_MAXIMUM = ("the maximum is negative: {sum}", "a maximum of nothing or more")


@attrs.frozen
class Minimum(Wraps):
    """Another price, but never less than a minimum for each charge.

    Args:
        price: the price that is wrapped.
        least: the least that one charge comes to.

    Raises:
        InputError: the minimum is negative or no amount of money, or what it wraps is no price that it may wrap; all
            together.

    >>> from lgtrade.money import Rate
    >>> Minimum(PerUnit(Rate("1.00")), Money.pounds(5)).charge(3).amount
    £5.00
    """

    price: Plain
    least: Money

    def __attrs_post_init__(self) -> None:
        """Refuse a negative minimum, and a minimum of nothing that is priced."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("price", self.price, get_args(Plain), Words("a price that wraps no other"))
        yield from sum_issues("least", self.least, *_MINIMUM)

    def __str__(self) -> str:
        """Say the price as an officer would."""
        return f"{self.price}, and at least {self.least}"

    @property
    def note(self) -> Words:
        """What it does to a charge."""
        return Words("raised to the minimum of {least}", least=self.least)

    def leaves(self, pence: int) -> bool:
        """Tell whether a charge is no less than the minimum."""
        return pence >= self.least.pence

    def changed(self, line: ChargeLine, occasion: Occasion | None) -> ChargeLine:
        """Give the charge, or the minimum if that is more."""
        del occasion
        if self.leaves(line.amount.pence):
            return line
        return ChargeLine(self.least, line.quantity, line.exact, line.rounding, Why.MINIMUM)

    def uprated(self, uprate: Uprate) -> Minimum:
        """Give the same price with the minimum, and all that it wraps, uprated."""
        return Minimum(self.price.uprated(uprate), uprated_sum(self.least, uprate))


@attrs.frozen
class Maximum(Wraps):
    """Another price, but never more than a maximum for each charge.

    Args:
        price: the price that is wrapped.
        most: the most that one charge comes to; no less than its minimum.

    Raises:
        InputError: the maximum is negative, below the minimum or no amount of money, or what it wraps is no price that
            it may wrap; all together.

    >>> from lgtrade.money import Rate
    >>> Maximum(PerUnit(Rate("1.00")), Money.pounds(5)).charge(8).amount
    £5.00
    """

    price: Plain | Minimum
    most: Money

    def __attrs_post_init__(self) -> None:
        """Refuse a negative maximum, and one below the minimum."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        accepted = Words("a price that wraps no other, or a Minimum")
        yield from wrong_type("price", self.price, (*get_args(Plain), Minimum), accepted)
        yield from sum_issues("most", self.most, *_MAXIMUM)
        if isinstance(self.price, Minimum) and isinstance(self.most, Money) and self.most < self.price.least:
            found = Words(
                "the maximum of {most} is below the minimum of {least}", most=self.most, least=self.price.least
            )
            yield Issue("price.cross", "most", found, Words("{least} or more", least=self.price.least))

    def __str__(self) -> str:
        """Say the price as an officer would."""
        return f"{self.price}, and at most {self.most}"

    @property
    def note(self) -> Words:
        """What it does to a charge."""
        return Words("held to the maximum of {most}", most=self.most)

    def leaves(self, pence: int) -> bool:
        """Tell whether a charge is no more than the maximum."""
        return pence <= self.most.pence

    def changed(self, line: ChargeLine, occasion: Occasion | None) -> ChargeLine:
        """Give the charge, or the maximum if that is less."""
        del occasion
        if self.leaves(line.amount.pence):
            return line
        return ChargeLine(self.most, line.quantity, line.exact, line.rounding, Why.MAXIMUM)

    def uprated(self, uprate: Uprate) -> Maximum:
        """Give the same price with the maximum, and all that it wraps, uprated."""
        return Maximum(self.price.uprated(uprate), uprated_sum(self.most, uprate))
