"""Rates: the price of one unit, as a rate card prints it."""

from __future__ import annotations

from decimal import Decimal

import attrs

from lgtrade.money._exact import Exact, exact_number, plain
from lgtrade.money._money import Amount


@attrs.frozen(order=True, repr=False)
class Rate:
    """An exact price for one unit: a terminating decimal of pounds, and never a ``float``.

    A rate may be finer than a penny. Two rates of the same value are equal, however many noughts were printed.

    Args:
        pounds: read from text, a whole number or a ``Decimal``.

    Raises:
        InputError: it is a ``float``, not a number, or has more than 12 decimal places.

    >>> Rate("12.125") * 3
    £36.375
    >>> (Rate("12.125") * 3).round(HALF_UP)
    £36.38
    """

    pounds: Decimal = attrs.field(converter=exact_number)

    def __mul__(self, quantity: Exact) -> Amount:
        """Multiply by a quantity, exactly; the result is not money until it is rounded."""
        return Amount(self.pounds).times(quantity)

    def __repr__(self) -> str:
        """Show the rate as printed, with at least two decimal places."""
        text = plain(self.pounds)
        sign, text = ("-", text[1:]) if text.startswith("-") else ("", text)
        whole, _, places = text.partition(".")
        return f"{sign}£{whole}.{places:0<2}"
