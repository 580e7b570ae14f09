"""More on top: a share or a sum that is added to each charge."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TypeAlias, get_args

import attrs

from lgtrade.charging._charges import (
    ChargeLine,
    Occasion,
    Uprate,
    Why,
    Wraps,
    part_issues,
    percent,
    reason_issues,
    rounding_issues,
    sum_issues,
    uprated_sum,
)
from lgtrade.charging._limits import Maximum, Minimum, Plain
from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.money import HALF_UP, Money, Rounding, fraction_or_as_given
from lgtrade.words import Words

Limited: TypeAlias = Plain | Minimum | Maximum
"""The prices to which a surcharge may be added."""


def _part_or_sum(value: object) -> Fraction | Money:
    return value if isinstance(value, Money) else fraction_or_as_given(value)


@attrs.frozen
class Surcharged(Wraps):
    """Another price, with a part of each charge added to it, or a sum for each.

    Args:
        price: the price that is wrapped.
        by: the part, as in ``"15%"``, or the sum, as Money; nothing or more.
        reason: what it is for, in words.
        rounding: how the whole is rounded, where a part is added.

    Raises:
        InputError: the part is over the whole, the part or the sum is negative, there is no reason, or a part is of the
            wrong type; all together.

    >>> from lgtrade.charging import PerUnit
    >>> from lgtrade.money import Rate
    >>> Surcharged(PerUnit(Rate("1.00")), "15%", "administration").charge(8).amount
    £9.20
    >>> Surcharged(PerUnit(Rate("1.00")), Money.pounds(5), "out of hours").charge(8).amount
    £13.00
    """

    price: Limited
    by: Fraction | Money = attrs.field(converter=_part_or_sum)
    reason: str
    rounding: Rounding = HALF_UP

    def __attrs_post_init__(self) -> None:
        """Refuse a surcharge below nothing, or for no reason."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        accepted = Words("a price without a surcharge or a discount")
        yield from wrong_type("price", self.price, get_args(Limited), accepted)
        if isinstance(self.by, Money):
            yield from sum_issues("by", self.by, "the surcharge is negative: {sum}", "a surcharge of nothing or more")
        else:
            yield from part_issues("by", self.by, "the surcharge is negative: {part}")
        yield from reason_issues(self.reason)
        yield from rounding_issues(self.rounding)

    def __str__(self) -> str:
        """Say the price as an officer would."""
        return f"{self.price}, and {self._said} for {self.reason}"

    @property
    def adds_by_days(self) -> bool:
        """Whether days can be charged for run by run: not if a sum would be added to each."""
        return self.price.adds_by_days and not isinstance(self.by, Money)

    @property
    def _said(self) -> str:
        return str(self.by) if isinstance(self.by, Money) else percent(self.by)

    @property
    def note(self) -> Words:
        """What it does to a charge."""
        return Words("with {by} for {reason}", by=self._said, reason=self.reason)

    def changed(self, line: ChargeLine, occasion: Occasion | None) -> ChargeLine:
        """Give the charge with the surcharge."""
        del occasion
        if isinstance(self.by, Money):
            whole = line.amount + self.by
            return ChargeLine(whole, line.quantity, whole.in_pounds, line.rounding, Why.SURCHARGE)
        exact = Fraction(line.amount.pence, 100) * (1 + self.by)
        return ChargeLine(self.rounding.money(exact), line.quantity, exact, self.rounding, Why.SURCHARGE)

    def uprated(self, uprate: Uprate) -> Surcharged:
        """Give the same price with what it wraps, and a sum that is added, uprated."""
        by = uprated_sum(self.by, uprate) if isinstance(self.by, Money) else self.by
        return attrs.evolve(self, price=self.price.uprated(uprate), by=by)
