"""Named rounding: the only way from an exact amount to money or to a rate."""

from __future__ import annotations

import enum
from decimal import Decimal
from fractions import Fraction

import attrs

from lgtrade.issues import InputError, Issue, refuse, wrong_type
from lgtrade.money._exact import EXACT, Exact, as_fraction, exact_number, held_exactly, plain
from lgtrade.money._money import Amount, Money
from lgtrade.money._rate import Rate
from lgtrade.words import Words


class Direction(enum.Enum):
    """Which way a remainder goes. All four treat a refund as the mirror of a charge.

    * ``HALF_UP``: to the nearest; a half goes away from zero.
    * ``HALF_EVEN``: to the nearest; a half goes to the even neighbour.
    * ``UP``: away from zero.
    * ``DOWN``: towards zero.
    """

    HALF_UP = "half up"
    HALF_EVEN = "half even"
    UP = "up"
    DOWN = "down"


_DECIMAL = {
    Direction.HALF_UP: "ROUND_HALF_UP",
    Direction.HALF_EVEN: "ROUND_HALF_EVEN",
    Direction.UP: "ROUND_UP",
    Direction.DOWN: "ROUND_DOWN",
}
_PENNY = Decimal("0.01")


@attrs.frozen(repr=False)
class Rounding:
    """A rounding rule with a name that can be cited: a direction, and the unit it rounds to.

    Args:
        direction: which way.
        unit: to what, in pounds: ``Decimal("0.01")`` is a penny, ``Decimal("10")`` ten pounds.

    Raises:
        InputError: the unit is not a number over zero.

    >>> HALF_UP.to("10").money(Decimal("1234.56"))
    £1,230.00
    >>> HALF_UP.to("10")
    half up to £10
    """

    direction: Direction
    unit: Decimal = _PENNY
    _decimal: str = attrs.field(init=False, repr=False, eq=False)
    _to_a_penny: bool = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a unit that is not a number over zero."""
        refuse(
            [
                *wrong_type("direction", self.direction, Direction, Words("a Direction")),
                *wrong_type("unit", self.unit, Decimal, Words("a Decimal, in pounds")),
            ]
        )
        if exact_number(self.unit, "unit") <= 0:
            refuse([Issue("rounding.unit", "unit", Words("the unit is not over zero"), Words("a unit over zero"))])
        object.__setattr__(self, "_decimal", _DECIMAL[self.direction])  # looked up once: both are used in every charge
        object.__setattr__(self, "_to_a_penny", self.unit == _PENNY)

    def to(self, unit: str | int | Decimal) -> Rounding:
        """Give the same direction with another unit, in pounds: ``HALF_UP.to("1")`` rounds to a pound."""
        return Rounding(self.direction, exact_number(unit, "unit"))

    def units(self, value: Exact) -> int:
        """Round an exact number of pounds to a whole number of units."""
        held = held_exactly(value)
        if isinstance(held, Decimal) and self._to_a_penny:
            return int(held.scaleb(2, EXACT).to_integral_value(self._decimal))
        exact = as_fraction(held) / Fraction(self.unit)
        whole, left = divmod(abs(exact.numerator), exact.denominator)
        if self._goes_up(whole, left, exact.denominator):
            whole += 1
        return whole if exact >= 0 else -whole

    def _goes_up(self, whole: int, left: int, of: int) -> bool:
        if self.direction is Direction.UP:
            return left > 0
        if self.direction is Direction.DOWN:
            return False
        return 2 * left > of or (2 * left == of and (self.direction is Direction.HALF_UP or whole % 2 == 1))

    def money(self, value: Exact | Amount) -> Money:
        """Round an exact number of pounds to money.

        Raises:
            InputError: the unit is not a whole number of pence.
        """
        return Money(pence=self.pence(value))

    def pence(self, value: Exact | Amount) -> int:
        """Round an exact number of pounds to a whole number of pence, for sums of which only some become money.

        Raises:
            InputError: the unit is not a whole number of pence.

        >>> HALF_UP.pence(Decimal("3.375"))
        338
        """
        if type(value) is Decimal and self._to_a_penny and value.is_finite():  # the common case, made quick
            return int(value.scaleb(2, EXACT).to_integral_value(self._decimal))
        pence = EXACT.multiply(self.unit, Decimal(100))
        if pence != pence.to_integral_value():
            found = Words("a rounding to {unit} does not give whole pence", unit=repr(Amount(self.unit)))
            raise InputError([Issue("rounding.pence", "unit", found, Words("a unit of one penny or more"))])
        return self.units(value.pounds if isinstance(value, Amount) else value) * int(pence)

    def rate(self, value: Exact | Amount) -> Rate:
        """Round an exact number of pounds to a rate, which may be finer than a penny."""
        units = self.units(value.pounds if isinstance(value, Amount) else value)
        return Rate(EXACT.multiply(Decimal(units), self.unit))

    @property
    def name(self) -> str:
        """The rule's name: ``"half up to a penny"``."""
        unit = "a penny" if self.unit == _PENNY else "a pound" if self.unit == 1 else f"£{plain(self.unit)}"
        return f"{self.direction.value} to {unit}"

    def __repr__(self) -> str:
        """Show the name."""
        return self.name


HALF_UP = Rounding(Direction.HALF_UP)
"""To the nearest penny, a half away from zero: what most invoices do."""

HALF_EVEN = Rounding(Direction.HALF_EVEN)
"""To the nearest penny, a half to the even neighbour."""

UP = Rounding(Direction.UP)
"""To the next penny away from zero."""

DOWN = Rounding(Direction.DOWN)
"""To the next penny towards zero: a charge rounded so never exceeds its cost."""
