"""Prices that depend on the days: by the day within a year, and changes of price from a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias, get_args

import attrs

from lgtrade.calendar import FinancialYear, Period, day_issues, day_or_as_given
from lgtrade.charging._charges import (
    ChargeLine,
    Charges,
    Occasion,
    Uprate,
    Why,
    Wraps,
    days_of,
    plus,
    rounding_issues,
)
from lgtrade.charging._reductions import Differential, Reduced
from lgtrade.issues import InputError, Issue, each_wrong_type, refuse, wrong_type
from lgtrade.money import EXACT, HALF_UP, Money, Rounding
from lgtrade.words import Words, in_words

ForCustomers: TypeAlias = Reduced | Differential
"""The prices that may be charged by the day."""

Part: TypeAlias = tuple[Charges, Decimal, Occasion]
"""A price, the quantity that is charged at it, and for whom and which days."""

BY_DAYS = HALF_UP.to("0.001")
"""How a quantity is divided where the price changes within the days in which it was used."""

ONE_DAY = dt.timedelta(days=1)


@attrs.frozen
class Prorated(Wraps):
    """A yearly sum, charged by the day: for days of one financial year, their part of all its days.

    What the days from 1 April so far come to is rounded, and each charge is a difference of two such sums, so that the
    charges for the parts of a year add to the sum.

    Args:
        price: the price that is wrapped: one sum for a financial year.
        rounding: how the sum so far is rounded.

    Raises:
        InputError: the price is by use, the rounding does not give whole pence, or a part is of the wrong type; all
            together.

    >>> price = Prorated(Flat(Money.pounds(3650)))
    >>> price.charge(1, Occasion(Period("2025-04-01", "2025-04-30"))).amount
    £300.00
    """

    price: ForCustomers
    rounding: Rounding = HALF_UP

    def __attrs_post_init__(self) -> None:
        """Refuse a price that is by use, of which part of a year already has only its part."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        issues = tuple(wrong_type("price", self.price, get_args(ForCustomers), Words("a price that is one sum")))
        yield from issues
        if not issues and not self.price.is_flat:
            found = Words("the price is by use, and is not for a year")
            yield Issue("price.prorated", "price", found, Words("a price that is one sum"))
        yield from rounding_issues(self.rounding)

    def __str__(self) -> str:
        """Say the price as an officer would."""
        return f"{self.price}, by the day"

    @property
    def needs_occasion(self) -> bool:
        """Whether the charge depends on the occasion: it does."""
        return True

    @property
    def adds_by_days(self) -> bool:
        """Whether days can be charged for run by run: they can."""
        return True

    @property
    def note(self) -> Words:
        """What it does to a charge."""
        return Words("less the days of the year that are not charged for")

    def changed(self, line: ChargeLine, occasion: Occasion | None) -> ChargeLine:
        """Give the part of a yearly sum that is for the days."""
        days = days_of(occasion)
        year = FinancialYear.of(days.first).period
        if days.last > year.last:
            found = Words("{days} runs over the end of a financial year", days=str(days))
            accepted = Words("days within {year}", year=str(year))
            raise InputError([Issue("occasion.year", "occasion.days", found, accepted)])
        a_day = Fraction(line.amount.pence, 100 * year.days)
        before = (days.first - year.first).days
        so_far = self.rounding.money(a_day * (before + days.days))
        amount = so_far - self.rounding.money(a_day * before)
        return ChargeLine(amount, line.quantity, a_day * days.days, self.rounding, Why.DAYS)

    def uprated(self, uprate: Uprate) -> Prorated:
        """Give the same price with what it wraps uprated."""
        return attrs.evolve(self, price=self.price.uprated(uprate))


Yearly: TypeAlias = ForCustomers | Prorated
"""The prices that may be put in force from a day."""


@attrs.frozen
class PriceFrom:
    """A price, and the first day on which it is charged.

    >>> PriceFrom("2026-04-01", Flat(Money.pounds(900))).first
    datetime.date(2026, 4, 1)
    """

    first: dt.date = attrs.field(converter=day_or_as_given)
    price: Yearly

    def __attrs_post_init__(self) -> None:
        """Refuse what is no day, or no price."""
        accepted = Words("a price without a change in it")
        refuse([*day_issues("first", self.first), *wrong_type("price", self.price, get_args(Yearly), accepted)])


@attrs.frozen
class Repriced(Charges):
    """Prices that follow one another, each from a day.

    Where the price changes within the days that are charged for, the quantity is divided in proportion to the days, and
    each part is charged at its own price. One sum for a year has then to be charged by the day.

    Args:
        prices: each price with its first day, in order.
        division: how the quantity before each change is rounded; the last part takes the rest.

    Raises:
        InputError: there is no price, the days are out of order, some prices are one sum and some go by use, or a part
            is of the wrong type; all together.

    >>> from lgtrade.money import Rate
    >>> price = Repriced((
    ...     PriceFrom("2025-04-01", PerUnit(Rate("1.00"))), PriceFrom("2025-07-01", PerUnit(Rate("1.10"))),
    ... ))
    >>> used = Occasion(Period("2025-06-21", "2025-07-10"))
    >>> [(line.quantity, line.amount) for line in price.explain(200, used)]
    [(Decimal('100.000'), £100.00), (Decimal('100.000'), £110.00)]
    """

    prices: tuple[PriceFrom, ...]
    division: Rounding = attrs.field(factory=lambda: BY_DAYS)

    def __attrs_post_init__(self) -> None:
        """Refuse prices that do not follow one another."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        if self.prices == ():
            yield Issue("prices.none", "prices", Words("there is no price"), Words("at least one price"))
        issues = tuple(each_wrong_type("prices", self.prices, PriceFrom, Words("a PriceFrom")))
        yield from issues
        for number, (before, after) in enumerate(pairwise(() if issues else self.prices), start=1):
            if after.first <= before.first:
                found = Words(
                    "it begins on {after}, and the price before it on {before}", after=after.first, before=before.first
                )
                yield Issue("prices.order", f"prices[{number}].first", found, Words("a later day"))
            if after.price.is_flat is not before.price.is_flat:
                found = Words("it and the price before it are not both by use")
                accepted = Words("prices that are all one sum, or all by use")
                yield Issue("price.mixed", f"prices[{number}].price", found, accepted)
        yield from wrong_type("division", self.division, Rounding, Words("a Rounding"))

    def __str__(self) -> str:
        """Say the price as an officer would."""
        return "; ".join(f"from {in_words(each.first)}: {each.price}" for each in self.prices)

    @property
    def is_flat(self) -> bool:
        """Whether each price is one sum."""
        return self.prices[0].price.is_flat

    @property
    def needs_occasion(self) -> bool:
        """Whether the charge depends on the occasion: it does."""
        return True

    @property
    def adds_by_days(self) -> bool:
        """Whether days can be charged for run by run: they can if they can at each price."""
        return all(each.price.adds_by_days for each in self.prices)

    def line(self, units: Decimal, occasion: Occasion | None = None) -> ChargeLine:
        """Charge for so many units, each at the price of its days."""
        parts = self._parts(units, occasion)
        return added([price.line(part, on) for price, part, on in parts], units)

    def lines(self, units: Decimal, occasion: Occasion | None = None) -> tuple[ChargeLine, ...]:
        """Give the lines of each price for its own days."""
        return tuple(line for price, part, on in self._parts(units, occasion) for line in price.lines(part, on))

    def _parts(self, units: Decimal, occasion: Occasion | None) -> list[Part]:
        days = days_of(occasion)
        if days.first < self.prices[0].first:
            found = Words("{day} is before the first price", day=days.first)
            accepted = Words("days from {first}", first=self.prices[0].first)
            raise InputError([Issue("prices.before", "occasion.days", found, accepted)])
        return parts_by_days(units, days, occasion, [(each.first, each.price) for each in self.prices], self.division)

    def uprated(self, uprate: Uprate) -> Repriced:
        """Give the same prices uprated."""
        return attrs.evolve(
            self, prices=tuple(PriceFrom(each.first, each.price.uprated(uprate)) for each in self.prices)
        )


def parts_by_days(
    units: Decimal,
    days: Period,
    occasion: Occasion | None,
    prices: Sequence[tuple[dt.date, Charges]],
    division: Rounding = BY_DAYS,
) -> list[Part]:
    """Divide a quantity over prices that follow one another, in proportion to the days of each.

    Args:
        units: the quantity.
        days: the days that are charged for; none is before the first price.
        occasion: who is charged.
        prices: each price with its first day, in order.
        division: how the quantity so far is rounded where a price ends; the last part takes the rest.

    Raises:
        InputError: more than one price is charged, and one of them is one sum whatever the days.
    """
    spans = [(price, span) for price, span in _spans(days, prices) if span is not None]
    customer = occasion.customer if occasion else ""
    if len(spans) > 1 and not all(price.adds_by_days for price, _ in spans):
        found = Words("the price changes within {days}, and is one sum whatever the days", days=str(days))
        accepted = Words("a price by the day, or days without a change")
        raise InputError([Issue("prices.whole", "occasion.days", found, accepted)])
    if spans[0][0].is_flat:
        return [(price, units, Occasion(span, customer)) for price, span in spans]
    before = [Fraction(units) * (span.first - days.first).days / days.days for _, span in spans]
    reached = [min(division.rate(each).pounds, units) for each in before]
    quantities = [EXACT.subtract(upto, below) for below, upto in pairwise([*reached, units])]
    return [(price, part, Occasion(span, customer)) for (price, span), part in zip(spans, quantities, strict=True)]


def _spans(days: Period, prices: Sequence[tuple[dt.date, Charges]]) -> Iterator[tuple[Charges, Period | None]]:
    """Give the days of each price, of those that are charged for."""
    starts = [first for first, _ in prices]
    for (first, price), after in zip(prices, [*starts[1:], days.last + ONE_DAY], strict=True):
        yield price, Period(first, after - ONE_DAY).overlap(days) if first < after else None


def added(lines: Sequence[ChargeLine], units: Decimal) -> ChargeLine:
    """Add the charges for runs of days."""
    if len(lines) == 1:
        return lines[0]
    exact = lines[0].exact
    for line in lines[1:]:
        exact = plus(exact, line.exact)
    amount = Money(pence=sum(line.amount.pence for line in lines))
    return ChargeLine(amount, units, exact, lines[0].rounding, Why.CHANGES)
