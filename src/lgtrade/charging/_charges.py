"""What every price can do: charge for a quantity, and show in lines how the charge comes about."""

from __future__ import annotations

import abc
import enum
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

import attrs

from lgtrade.calendar import Period
from lgtrade.issues import InputError, Issue, refuse, unread, wrong_type
from lgtrade.money import (
    EXACT,
    HALF_UP,
    ZERO,
    Money,
    Rate,
    Rounding,
    as_fraction,
    exact_fraction,
    exact_number,
    plain,
)
from lgtrade.words import Words

NOTHING = Decimal(0)

P = TypeVar("P", bound="Charges")
Uprate = Callable[[Decimal, Decimal], Decimal]
"""Gives, for a sum of pounds, the sum of a later year, rounded to nothing finer than a unit that is given."""

_HUNDREDTHS = HALF_UP.to("0.01")
PENNY, FINEST = Decimal("0.01"), Decimal("1E-12")


class Why(enum.Enum):
    """Why a line is what it is, where quantity and rate do not say it all."""

    QUANTITY = "quantity at the rate"
    FLAT = "a flat charge"
    TIERS = "quantity through the tiers"
    VOLUME = "the whole quantity at the rate of its tier"
    PACKAGES = "packages"
    STEPS = "a first sum, and a sum for each further step"
    BAND = "the sum of the band in which the quantity lies"
    PERCENTAGE = "a part of the value"
    MINIMUM = "raised to the minimum charge"
    MAXIMUM = "held to the maximum charge"
    SURCHARGE = "with a surcharge"
    DISCOUNT = "less a discount"
    CONCESSION = "less a concession"
    DAYS = "for part of the year, by the day"
    CHANGES = "the price changed on a day"
    PART = "the charge for the whole, less what was charged before"


@attrs.frozen
class ChargeLine:
    """One charge, or one of the lines that add to it, with what it was worked out from.

    Args:
        amount: the charge, rounded.
        quantity: how many units.
        exact: the sum in pounds before it was rounded.
        rounding: the rule by which it was rounded.
        why: what it comes from.
        rate: the rate for each unit; none where there is not one rate.
        note: the reason in full, where `why` does not say enough.

    >>> line = PerUnit(Rate("1.125")).charge(3)
    >>> line.amount, line.exact, line.rounding
    (£3.38, Decimal('3.375'), half up to a penny)
    >>> print(line.words)
    quantity at the rate
    """

    amount: Money
    quantity: Decimal
    exact: Decimal | Fraction
    rounding: Rounding
    why: Why
    rate: Rate | None = None
    note: Words | None = None

    @property
    def words(self) -> Words:
        """The reason for the line."""
        return Words(self.why.value) if self.note is None else self.note


@attrs.frozen
class Occasion:
    """Who is charged and for which days, for the prices that depend on it.

    Args:
        days: the days that are charged for; none where they make no difference.
        customer: the name of who is charged; empty where it makes no difference.

    Raises:
        InputError: a part is of the wrong type; all together.

    >>> Occasion(Period("2026-04-01", "2026-06-30"), "Tamworth").customer
    'Tamworth'
    """

    days: Period | None = None
    customer: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse what are no days, or no name."""
        refuse(
            [
                *wrong_type("days", self.days, (Period, type(None)), Words("a Period, or nothing")),
                *wrong_type("customer", self.customer, str, Words("a name, or nothing")),
            ]
        )


def _refuse_no_occasion(occasion: object) -> None:
    refuse(wrong_type("occasion", occasion, (Occasion, type(None)), Words("an Occasion, or nothing")))


def days_of(occasion: Occasion | None) -> Period:
    """Give the days that are charged for, or refuse an occasion that does not say."""
    _refuse_no_occasion(occasion)
    if occasion is None or occasion.days is None:
        found = Words("the price depends on the days that are charged for, and none are given")
        raise InputError([Issue("occasion.days", "occasion.days", found, Words("the days that are charged for"))])
    return occasion.days


def customer_of(occasion: Occasion | None) -> str:
    """Give the name of who is charged, or refuse an occasion that does not say."""
    _refuse_no_occasion(occasion)
    if occasion is None or not occasion.customer:
        found = Words("the price depends on who is charged, and nobody is named")
        raise InputError([Issue("occasion.customer", "occasion.customer", found, Words("the name of who is charged"))])
    return occasion.customer


class Charges(abc.ABC):
    """What every price can do: charge for a quantity."""

    __slots__ = ()

    @property
    def is_flat(self) -> bool:
        """Whether it is one sum, whatever the quantity."""
        return False

    @property
    def needs_occasion(self) -> bool:
        """Whether the charge depends on who is charged, or for which days."""
        return False

    @property
    def adds_by_days(self) -> bool:
        """Whether days can be charged for run by run: not if it is one sum whatever the days."""
        return not self.is_flat

    def charge(self, quantity: int | str | Decimal, occasion: Occasion | None = None) -> ChargeLine:
        """Charge for a quantity as it was given.

        Raises:
            InputError: the quantity is negative, a ``float`` or not a number; or the price depends on the occasion, and
                that is not given.
        """
        return self.line(read_quantity(quantity), occasion)

    def charge_in_parts(
        self, quantities: Iterable[int | str | Decimal], occasion: Occasion | None = None
    ) -> tuple[ChargeLine, ...]:
        """Charge for one quantity after another, so that the charges add to the charge for the whole.

        Each is what all so far comes to, less what was charged before; it is negative where that falls.

        Raises:
            InputError: as for :meth:`charge`.
        """
        refuse(wrong_type("quantities", quantities, Iterable, Words("quantities, one after another")))
        lines: list[ChargeLine] = []
        reached, before = NOTHING, None
        for quantity in map(read_quantity, quantities):
            reached = EXACT.add(reached, quantity)
            line = self.line(reached, occasion)
            lines.append(line if before is None else _less(line, before, quantity))
            before = line
        return tuple(lines)

    def explain(self, quantity: int | str | Decimal, occasion: Occasion | None = None) -> tuple[ChargeLine, ...]:
        """Give the lines that add to the charge for a quantity, each with its reason.

        Raises:
            InputError: as for :meth:`charge`.
        """
        return self.lines(read_quantity(quantity), occasion)

    @abc.abstractmethod
    def line(self, units: Decimal, occasion: Occasion | None = None) -> ChargeLine:
        """Charge for a quantity that has been read: nothing or more."""

    def lines(self, units: Decimal, occasion: Occasion | None = None) -> tuple[ChargeLine, ...]:
        """Give the lines that add to the charge for a quantity that has been read."""
        return (self.line(units, occasion),)

    @abc.abstractmethod
    def uprated(self: P, uprate: Uprate) -> P:
        """Give the same price with every rate and sum uprated."""


def _less(line: ChargeLine, before: ChargeLine, quantity: Decimal) -> ChargeLine:
    exact = minus(line.exact, before.exact)
    return ChargeLine(line.amount - before.amount, quantity, exact, line.rounding, Why.PART)


def minus(one: Decimal | Fraction, other: Decimal | Fraction) -> Decimal | Fraction:
    """Take one exact sum from another, as a decimal if both are."""
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return EXACT.subtract(one, other)
    return as_fraction(one) - as_fraction(other)


def plus(one: Decimal | Fraction, other: Decimal | Fraction) -> Decimal | Fraction:
    """Add two exact sums, as a decimal if both are."""
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return EXACT.add(one, other)
    return as_fraction(one) + as_fraction(other)


@attrs.frozen
class Wraps(Charges):
    """A price that wraps another, and changes what it comes to."""

    price: Charges

    @property
    def is_flat(self) -> bool:
        """Whether it is one sum, whatever the quantity: it is if what it wraps is."""
        return self.price.is_flat

    @property
    def needs_occasion(self) -> bool:
        """Whether the charge depends on the occasion: it does if what it wraps does."""
        return self.price.needs_occasion

    @property
    def adds_by_days(self) -> bool:
        """Whether days can be charged for run by run: they can if they can at what it wraps."""
        return self.price.adds_by_days

    def line(self, units: Decimal, occasion: Occasion | None = None) -> ChargeLine:
        """Charge what is wrapped, and change it."""
        return self.changed(self.price.line(units, occasion), occasion)

    def lines(self, units: Decimal, occasion: Occasion | None = None) -> tuple[ChargeLine, ...]:
        """Give the lines of what is wrapped, and one for what is changed, if anything is."""
        inner = self.price.lines(units, occasion)
        pence = sum([each.amount.pence for each in inner])
        if self.leaves(pence):
            return inner
        line = self.changed(flat_line(Money(pence=pence), units, Why.FLAT), occasion)
        change = Money(pence=line.amount.pence - pence)
        if not change:
            return inner
        return (*inner, ChargeLine(change, units, change.in_pounds, line.rounding, line.why, note=self.note))

    def leaves(self, pence: int) -> bool:
        """Tell whether it leaves a charge of so many pence as it is, whatever the occasion."""
        del pence
        return False

    @abc.abstractmethod
    def changed(self, line: ChargeLine, occasion: Occasion | None) -> ChargeLine:
        """Give what a charge becomes; it depends on the amount, and on the occasion if on anything else."""

    @property
    @abc.abstractmethod
    def note(self) -> Words:
        """What it does to a charge, in full."""


def read_quantity(value: object) -> Decimal:
    """Read a quantity of nothing or more."""
    if type(value) is int and 0 <= value < 10**12:
        return Decimal(value)
    quantity = exact_number(value, "quantity")
    if quantity < 0:
        refuse(
            [Issue("quantity.negative", "quantity", Words("it is negative"), Words("a quantity of nothing or more"))]
        )
    return quantity


def bound_issues(what: str, bounds: Sequence[Decimal | None]) -> Iterator[Issue]:
    """Yield why the bounds of tiers, or of bands, do not rise from one to the next; only the last may be open."""
    below, last = NOTHING, len(bounds) - 1
    for number, above in enumerate(bounds):
        place = f"{what}s[{number}].upto"
        if above is None and number < last:
            found = Words("the {what} is open, and is not the last", what=what)
            yield Issue(f"{what}s.order", place, found, Words("a bound for every {what} but the last", what=what))
        elif above is not None and above <= below:
            found = Words("the {what} reaches {above}", what=what, above=above)
            yield Issue(f"{what}s.order", place, found, Words("a bound above {below}", below=below))
        below = max(below, above or below)


def size_issues(place: str, value: object) -> Iterator[Issue]:
    """Yield why something is not a number over nothing."""
    issues = tuple(unread(exact_number, place, value))
    yield from issues
    if not issues and exact_number(value) <= 0:
        found = Words("it is {value}", value=exact_number(value))
        yield Issue("price.size", place, found, Words("a number over nothing"))


def part_issues(place: str, part: Fraction, found: str = "the price is negative: {part}") -> Iterator[Issue]:
    """Yield why something is not a part of something, of nothing or more; the template says so of what is negative."""
    wrong = tuple(unread(exact_fraction, place, part))
    yield from wrong
    if not wrong and part < 0:
        yield Issue("price.negative", place, Words(found, part=percent(part)), Words("nothing or more"))
    elif not wrong and part > 1:
        accepted = Words('at most 100%: "15%" or "0.15" for fifteen per cent')
        yield Issue("price.part", place, Words("it is {part}", part=percent(part)), accepted)


def rate_issues(place: str, rate: Rate) -> Iterator[Issue]:
    """Yield why something is not a rate of nothing or more."""
    yield from wrong_type(place, rate, Rate, Words("a Rate"))
    if isinstance(rate, Rate) and rate.pounds < 0:
        found = Words("the price is negative: {rate}", rate=rate)
        yield Issue("price.negative", place, found, Words("a price of nothing or more"))


def sum_issues(
    place: str, amount: Money, found: str = "the price is negative: {sum}", accepted: str = "a price of nothing or more"
) -> Iterator[Issue]:
    """Yield why something is not a sum of nothing or more; the templates say so of a sum that is negative."""
    yield from wrong_type(place, amount, Money, Words("an amount of Money"))
    if isinstance(amount, Money) and amount < ZERO:
        yield Issue("price.negative", place, Words(found, sum=amount), Words(accepted))


def rounding_issues(rounding: Rounding) -> Iterator[Issue]:
    """Yield why something is not a rounding that gives whole pence."""
    yield from wrong_type("rounding", rounding, Rounding, Words("a Rounding"))
    if isinstance(rounding, Rounding):
        yield from unread(lambda _: rounding.money(NOTHING), "rounding", rounding)


def reason_issues(reason: str) -> Iterator[Issue]:
    """Yield why something is not a reason in words."""
    yield from wrong_type("reason", reason, str, Words("the reason, in words"))
    if reason == "":
        yield Issue("price.reason", "reason", Words("it is empty"), Words("the reason, in words"))


def percent(part: Fraction) -> str:
    """Show a part of a whole, as in ``12.5%``: exactly, or about what it is if no decimal is."""
    return f"{exactly_or_about(part * 100)}%"


def exactly_or_about(number: Fraction) -> str:
    """Show a number exactly, as in ``12.5``, or about what it is if no decimal is: ``about 13.84``."""
    text = plain(number)
    return f"about {plain(_HUNDREDTHS.rate(number).pounds)}" if "/" in text else text


def uprated_sum(amount: Money, uprate: Uprate) -> Money:
    """Uprate a sum of money, to whole pence."""
    return Money.pounds(uprate(amount.in_pounds, PENNY))


def uprated_rate(rate: Rate, uprate: Uprate) -> Rate:
    """Uprate a rate."""
    return Rate(uprate(rate.pounds, FINEST))


def flat_line(amount: Money, units: Decimal, why: Why, rate: Rate | None = None) -> ChargeLine:
    """Give the line of a sum that needs no rounding."""
    return ChargeLine(amount, units, amount.in_pounds, HALF_UP, why, rate)
