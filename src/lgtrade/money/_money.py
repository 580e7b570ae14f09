"""Money, which is whole pence, and amounts, which are exact and not yet rounded."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from lgtrade.issues import InputError, Issue, refuse, shown, wrong_type
from lgtrade.money._exact import EXACT, Exact, as_fraction, exact_number, held_exactly, plain
from lgtrade.words import Words

if TYPE_CHECKING:
    from lgtrade.money._rounding import Rounding

MOST_PENCE = 10**17 - 1
"""The largest amount of money that is accepted: a penny short of a thousand million million pounds."""

_LEAST_PENCE = -MOST_PENCE


@attrs.frozen(repr=False)
class Money:
    """A whole number of pence: what is printed on an invoice or posted in a ledger.

    Args:
        pence: the amount in pence; negative for a refund or a deficit.

    Raises:
        InputError: the pence are not a whole number, or are beyond all reason.

    >>> Money.pounds("1,234.56")
    £1,234.56
    >>> Money.pounds("1,234.56").pence
    123456
    """

    pence: int = attrs.field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Refuse anything but a whole number of bounded size."""
        pence = self.pence
        if type(pence) is not int or not _LEAST_PENCE <= pence <= MOST_PENCE:
            accepted = Words("a whole number of pence, of at most 17 digits")
            refuse(wrong_type("pence", self.pence, int, accepted))
            refuse([Issue("money.size", "pence", Words("{value} is too large", value=shown(self.pence)), accepted)])

    @classmethod
    def pounds(cls, value: str | int | Decimal) -> Money:
        """Read an amount in pounds: text as people write it, a whole number, or a ``Decimal``.

        Raises:
            InputError: it is a ``float``, or not a whole number of pence.

        >>> Money.pounds("-£12"), Money.pounds(3)
        (-£12.00, £3.00)
        """
        pence = exact_number(value).scaleb(2, EXACT)
        if pence != pence.to_integral_value():
            found = Words("{value} is not a whole number of pence", value=shown(value))
            raise InputError([Issue("money.pence", "", found, Words("an amount with at most two decimal places"))])
        return cls(pence=int(pence))

    @property
    def in_pounds(self) -> Decimal:
        """The amount as an exact ``Decimal`` of pounds."""
        return Decimal(self.pence).scaleb(-2, EXACT)

    @property
    def amount(self) -> Amount:
        """The same sum as an exact amount, for further arithmetic."""
        return Amount(self.in_pounds)

    def __add__(self, other: Money) -> Money:
        """Add two sums of money."""
        return Money(pence=self.pence + other.pence) if isinstance(other, Money) else NotImplemented

    def __sub__(self, other: Money) -> Money:
        """Take one sum of money from another."""
        return Money(pence=self.pence - other.pence) if isinstance(other, Money) else NotImplemented

    def __mul__(self, times: int) -> Money:
        """Multiply by a whole number; anything else gives an amount: see :attr:`amount`."""
        return Money(pence=self.pence * times) if type(times) is int else NotImplemented

    __rmul__ = __mul__

    def __neg__(self) -> Money:
        """Turn a charge into a refund of the same size."""
        return Money(pence=-self.pence)

    def __abs__(self) -> Money:
        """Give the size, whichever way it is owed."""
        return Money(pence=abs(self.pence))

    def __lt__(self, other: Money) -> bool:
        """Compare by amount; a refund is less than nothing."""
        return self.pence < other.pence if isinstance(other, Money) else NotImplemented

    def __le__(self, other: Money) -> bool:
        """Compare by amount."""
        return self.pence <= other.pence if isinstance(other, Money) else NotImplemented

    def __gt__(self, other: Money) -> bool:
        """Compare by amount."""
        return self.pence > other.pence if isinstance(other, Money) else NotImplemented

    def __ge__(self, other: Money) -> bool:
        """Compare by amount."""
        return self.pence >= other.pence if isinstance(other, Money) else NotImplemented

    def __bool__(self) -> bool:
        """Tell whether there is anything to pay."""
        return self.pence != 0

    def __repr__(self) -> str:
        """Show pounds and pence as they are written."""
        pounds, pence = divmod(abs(self.pence), 100)
        return f"{'-' if self.pence < 0 else ''}£{pounds:,}.{pence:02}"


ZERO = Money(pence=0)
"""No money."""


def total(amounts: Iterable[Money]) -> Money:
    """Add any number of sums of money; none at all come to nothing.

    >>> total([Money.pounds("1.10"), Money.pounds("2.20")])
    £3.30
    """
    return Money(pence=sum(amount.pence for amount in amounts))


@attrs.frozen(eq=False, repr=False)
class Amount:
    """An exact sum in pounds that has not been rounded, so is not yet money.

    A rate times a quantity is an amount, and so is a cost divided by units. The only way on to
    :class:`Money` is :meth:`round`, by a named rule.

    Args:
        pounds: the exact sum; a quotient is held as a fraction.

    >>> Amount(Decimal("10.005")).round(HALF_UP)
    £10.01
    """

    pounds: Decimal | Fraction

    def __attrs_post_init__(self) -> None:
        """Refuse anything that is not exact."""
        refuse(wrong_type("pounds", self.pounds, (Decimal, Fraction), Words("a Decimal or a Fraction, in pounds")))
        if isinstance(self.pounds, Decimal) and not self.pounds.is_finite():
            refuse([Issue("amount.finite", "pounds", Words("it is not a finite number"), Words("a finite number"))])

    def round(self, rule: Rounding) -> Money:
        """Round to money by a named rule."""
        return rule.money(self.pounds)

    def times(self, factor: Exact) -> Amount:
        """Multiply exactly."""
        exact = held_exactly(factor, "factor")
        if isinstance(exact, Fraction) or isinstance(self.pounds, Fraction):
            return Amount(as_fraction(self.pounds) * as_fraction(exact))
        return Amount(EXACT.multiply(self.pounds, exact))

    def over(self, units: Exact) -> Amount:
        """Divide exactly: the cost of one of so many units.

        Raises:
            InputError: there are no units to divide by.

        >>> Amount(Decimal(100)).over(3)
        £100/3
        """
        exact = held_exactly(units, "units")
        if exact == 0:
            found = Words("the cost cannot be divided over no units")
            raise InputError([Issue("amount.units", "units", found, Words("a number of units over zero"))])
        return Amount(as_fraction(self.pounds) / as_fraction(exact))

    def __add__(self, other: Amount) -> Amount:
        """Add two amounts exactly."""
        if not isinstance(other, Amount):
            return NotImplemented
        return Amount(as_fraction(self.pounds) + as_fraction(other.pounds))

    def __sub__(self, other: Amount) -> Amount:
        """Take one amount from another exactly."""
        if not isinstance(other, Amount):
            return NotImplemented
        return Amount(as_fraction(self.pounds) - as_fraction(other.pounds))

    def __eq__(self, other: object) -> bool:
        """Compare by value, however it is held."""
        return self.pounds == other.pounds if isinstance(other, Amount) else NotImplemented

    def __lt__(self, other: Amount) -> bool:
        """Compare exactly."""
        return as_fraction(self.pounds) < as_fraction(other.pounds) if isinstance(other, Amount) else NotImplemented

    def __le__(self, other: Amount) -> bool:
        """Compare exactly."""
        return as_fraction(self.pounds) <= as_fraction(other.pounds) if isinstance(other, Amount) else NotImplemented

    def __hash__(self) -> int:
        """Hash by value."""
        return hash(self.pounds)

    def __repr__(self) -> str:
        """Show the exact sum."""
        text = plain(self.pounds)
        return f"-£{text[1:]}" if text.startswith("-") else f"£{text}"
