"""Prices without tiers: one sum, so much for each unit, packages, and steps."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import attrs

from lgtrade.charging._charges import (
    ChargeLine,
    Charges,
    Occasion,
    Uprate,
    Why,
    flat_line,
    part_issues,
    percent,
    rate_issues,
    rounding_issues,
    size_issues,
    sum_issues,
    uprated_rate,
    uprated_sum,
)
from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.money import (
    EXACT,
    HALF_UP,
    ZERO,
    Money,
    Rate,
    Rounding,
    fraction_or_as_given,
    number_or_as_given,
    plain,
)
from lgtrade.words import Words


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
        refuse(sum_issues("amount", self.amount))

    def __str__(self) -> str:
        """Say the price as an officer would."""
        return f"{self.amount}, whatever the quantity"

    @property
    def is_flat(self) -> bool:
        """Whether it is one sum, whatever the quantity: it is."""
        return True

    def line(self, units: Decimal, occasion: Occasion | None = None) -> ChargeLine:
        """Charge the sum."""
        del occasion
        return flat_line(self.amount, units, Why.FLAT)

    def uprated(self, uprate: Uprate) -> Flat:
        """Give the same price with the sum uprated."""
        return Flat(uprated_sum(self.amount, uprate))


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
        refuse([*rate_issues("rate", self.rate), *rounding_issues(self.rounding)])

    def __str__(self) -> str:
        """Say the price as an officer would."""
        return f"{self.rate} for each unit"

    def line(self, units: Decimal, occasion: Occasion | None = None) -> ChargeLine:
        """Charge for so many units."""
        del occasion
        exact = EXACT.multiply(units, self.rate.pounds)
        return ChargeLine(self.rounding.money(exact), units, exact, self.rounding, Why.QUANTITY, self.rate)

    def uprated(self, uprate: Uprate) -> PerUnit:
        """Give the same price with the rate uprated."""
        return PerUnit(uprated_rate(self.rate, uprate), self.rounding)


@attrs.frozen
class Percentage(Charges):
    """A part of a value: the quantity is that value, in pounds, such as the cost of the works.

    Args:
        part: the part: ``"1.5%"``; from nothing to the whole.
        rounding: how a charge is rounded to money.

    Raises:
        InputError: the part is negative, over the whole or no exact number, or the rounding does not give whole pence;
            all together.

    >>> Percentage("1.5%").charge("120,000").amount
    £1,800.00
    """

    part: Fraction = attrs.field(converter=fraction_or_as_given)
    rounding: Rounding = HALF_UP

    def __attrs_post_init__(self) -> None:
        """Refuse a negative price, and a rounding that gives no money."""
        refuse([*part_issues("part", self.part), *rounding_issues(self.rounding)])

    def __str__(self) -> str:
        """Say the price as an officer would."""
        return f"{percent(self.part)} of the value"

    def line(self, units: Decimal, occasion: Occasion | None = None) -> ChargeLine:
        """Charge for a value."""
        del occasion
        exact = self.part * Fraction(units)
        return ChargeLine(self.rounding.money(exact), units, exact, self.rounding, Why.PERCENTAGE)

    def lines(self, units: Decimal, occasion: Occasion | None = None) -> tuple[ChargeLine, ...]:
        """Give one line, which says the part."""
        note = Words("{part} of {value}", part=percent(self.part), value=Rate(units))
        return (attrs.evolve(self.line(units, occasion), note=note),)

    def uprated(self, uprate: Uprate) -> Percentage:
        """Give the same price: a part of a value rises with the value, and not with an index."""
        del uprate
        return self


class Counted(enum.Enum):
    """Which packages are charged for.

    * ``STARTED``: each package of which any part is used.
    * ``WHOLE``: each package of which all is used; what is left over is not charged for.
    """

    STARTED = "started"
    WHOLE = "whole"


@attrs.frozen
class Package(Charges):
    """A sum for each package of so many units.

    Args:
        amount: the price of one package; nothing or more.
        size: how many units it holds; over nothing.
        counted: whether each package started is charged for, or each whole one.

    Raises:
        InputError: the price is negative, the size is not over nothing, or a part is of the wrong type; all together.

    >>> Package(Money.pounds(30), 10, Counted.STARTED).charge(21).amount
    £90.00
    >>> Package(Money.pounds(30), 10, Counted.WHOLE).charge(21).amount
    £60.00
    """

    amount: Money
    size: Decimal = attrs.field(converter=number_or_as_given)
    counted: Counted

    def __attrs_post_init__(self) -> None:
        """Refuse packages of nothing."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from sum_issues("amount", self.amount)
        yield from size_issues("size", self.size)
        yield from wrong_type("counted", self.counted, Counted, Words("Counted.STARTED or Counted.WHOLE"))

    def __str__(self) -> str:
        """Say the price as an officer would."""
        units = "unit" if self.size == 1 else f"{plain(self.size)} units"
        return f"{self.amount} for each {units} {self.counted.value}"

    def packages(self, units: Decimal) -> int:
        """Count the packages that are charged for."""
        return _packages(units, self.size, started=self.counted is Counted.STARTED)

    def line(self, units: Decimal, occasion: Occasion | None = None) -> ChargeLine:
        """Charge for so many units."""
        del occasion
        return flat_line(self.amount * self.packages(units), units, Why.PACKAGES)

    def lines(self, units: Decimal, occasion: Occasion | None = None) -> tuple[ChargeLine, ...]:
        """Give one line, which counts the packages."""
        note = Words("{count} packages of {size}, {amount} each", count=self.packages(units), **self._sums())
        return (attrs.evolve(self.line(units, occasion), note=note),)

    def _sums(self) -> dict[str, object]:
        return {"size": plain(self.size), "amount": self.amount}

    def uprated(self, uprate: Uprate) -> Package:
        """Give the same price with the sum uprated."""
        return attrs.evolve(self, amount=uprated_sum(self.amount, uprate))


def _packages(units: Decimal, size: Decimal, *, started: bool) -> int:
    whole = int(EXACT.divide_int(units, size))
    return whole + 1 if started and EXACT.remainder(units, size) else whole


@attrs.frozen
class Stepped(Charges):
    """A sum for the first so much, then a sum for each further so much or part thereof. No use costs nothing.

    Args:
        first: the sum for the first units; nothing or more.
        upto: how many units it covers; over nothing.
        then: the sum for each further step, started or whole; nothing or more.
        step: how many units each further step covers; over nothing.

    Raises:
        InputError: a sum is negative, a number is not over nothing, or a part is of the wrong type; all together.

    >>> hall = Stepped(Money.pounds(50), 1, Money.pounds(20), "0.5")
    >>> [hall.charge(hours).amount for hours in (1, "1.25", "1.5", 2)]
    [£50.00, £70.00, £70.00, £90.00]
    """

    first: Money
    upto: Decimal = attrs.field(converter=number_or_as_given)
    then: Money
    step: Decimal = attrs.field(converter=number_or_as_given)

    def __attrs_post_init__(self) -> None:
        """Refuse steps of nothing."""
        refuse(
            [
                *sum_issues("first", self.first),
                *size_issues("upto", self.upto),
                *sum_issues("then", self.then),
                *size_issues("step", self.step),
            ]
        )

    def __str__(self) -> str:
        """Say the price as an officer would."""
        upto, step = plain(self.upto), plain(self.step)
        return f"{self.first} for the first {upto} units, then {self.then} for each further {step} or part thereof"

    def steps(self, units: Decimal) -> int:
        """Count the further steps, started or whole."""
        return _packages(EXACT.subtract(units, self.upto), self.step, started=True) if units > self.upto else 0

    def line(self, units: Decimal, occasion: Occasion | None = None) -> ChargeLine:
        """Charge for so many units."""
        del occasion
        amount = self.first + self.then * self.steps(units) if units else ZERO
        return flat_line(amount, units, Why.STEPS)

    def lines(self, units: Decimal, occasion: Occasion | None = None) -> tuple[ChargeLine, ...]:
        """Give a line for the first sum, and one for the further steps, if there are any."""
        count = self.steps(units)
        if not count:
            return (self.line(units, occasion),)
        further = EXACT.subtract(units, self.upto)
        first = Words("the first {upto}", upto=plain(self.upto))
        then = Words("{count} further steps of {step}, {amount} each", count=count, **self._sums())
        return (
            attrs.evolve(flat_line(self.first, self.upto, Why.STEPS), note=first),
            attrs.evolve(flat_line(self.then * count, further, Why.STEPS), note=then),
        )

    def _sums(self) -> dict[str, object]:
        return {"step": plain(self.step), "amount": self.then}

    def uprated(self, uprate: Uprate) -> Stepped:
        """Give the same price with both sums uprated."""
        return attrs.evolve(self, first=uprated_sum(self.first, uprate), then=uprated_sum(self.then, uprate))
