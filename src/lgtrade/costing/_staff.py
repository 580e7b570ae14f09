"""What a year of somebody's work costs, and how many hours of it can be sold."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import attrs

from lgtrade.costing._given import (
    basis_issues,
    named_number_issues,
    number_issues,
    numbers,
    text_issues,
)
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, each_wrong_type, refuse, wrong_type
from lgtrade.money import ZERO, Money, Rate, fraction_or_as_given, plain
from lgtrade.sources import Basis
from lgtrade.words import Words


@attrs.frozen
class ProductiveTime:
    """The time in a year in which somebody works on what can be charged for.

    It leaves out sickness, holidays, training and other absence, as the Street Works (Recovery of Costs) Regulations
    (Northern Ireland) 2003 (SR 2003/531) reg. 7(2) does for the cost of a worker's hour.

    Args:
        days: the working days of a year, before anything is taken off.
        lost: the days that go, by what they go on: leave, bank holidays, training, sickness.
        hours_a_day: how long a day is.
        basis: the source of the figures, or the assumption they rest on.

    Raises:
        InputError: a figure is below nil, nothing is left, or a part is of the wrong type; all together.

    >>> from lgtrade.sources import Assumption
    >>> lost = {"leave": 27, "bank holidays": 8, "training": 5, "sickness": 6}
    >>> time = ProductiveTime(260, lost, "7.4", Assumption("a full-time post"))
    >>> time.productive_days, time.hours
    (Fraction(214, 1), Fraction(7918, 5))
    """

    days: Fraction = attrs.field(converter=fraction_or_as_given)
    lost: FrozenMapping[str, Fraction] = attrs.field(converter=numbers)
    hours_a_day: Fraction = attrs.field(converter=fraction_or_as_given)
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse a year with no productive time in it."""
        refuse(self._issues())
        if self.productive_days <= 0:
            template = "{days} days less {lost} leave no productive time"
            found = Words(template, days=plain(self.days), lost=plain(self.days - self.productive_days))
            refuse([Issue("time.none", "lost", found, Words("fewer days lost than there are"))])

    def _issues(self) -> Iterator[Issue]:
        yield from number_issues("days", self.days)
        yield from named_number_issues("lost", self.lost)
        yield from number_issues("hours_a_day", self.hours_a_day, over_nil=True)
        yield from basis_issues(self.basis)

    @property
    def productive_days(self) -> Fraction:
        """The days that are left."""
        return self.days - sum(self.lost.values(), Fraction(0))

    @property
    def hours(self) -> Fraction:
        """The hours that are left."""
        return self.productive_days * self.hours_a_day


@attrs.frozen
class OnCost:
    """What employing somebody costs a year on top of pay.

    Args:
        heading: what it is, as in "pension" or "national insurance".
        basis: the source of the figure, or the assumption it rests on.
        part: what part of the pay, or else:
        amount: what sum a year.

    Raises:
        InputError: it is neither a part nor a sum, or both; it is below nil; or a part is of the wrong type; all
            together.

    >>> from lgtrade.sources import Source
    >>> OnCost("pension", Source("pension fund"), part="19.5%").of(Money.pounds(40_000))
    Fraction(7800, 1)
    """

    heading: str
    basis: Basis
    part: Fraction | None = attrs.field(default=None, converter=attrs.converters.optional(fraction_or_as_given))
    amount: Money | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what is not a cost."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from text_issues("heading", self.heading, Words("what it is"))
        yield from basis_issues(self.basis)
        if self.part is not None:
            yield from number_issues("part", self.part)
        yield from wrong_type("amount", self.amount, (Money, type(None)), Words("an amount of Money, or nothing"))
        yield from not_below_nil("amount", self.amount)
        if (self.part is None) == (self.amount is None):
            found = Words("it has to be either a part of the pay or a sum")
            yield Issue("on_cost.either", "part", found, Words("the part or the sum, and not both"))

    def of(self, pay: Money) -> Fraction:
        """Give what it comes to on a year's pay, exactly, in pounds."""
        return self.on_top_of(Fraction(pay.in_pounds))

    def on_top_of(self, pounds: Fraction) -> Fraction:
        """Give what it comes to on an exact sum in pounds: its part of that, or its own sum."""
        return Fraction((self.amount or ZERO).in_pounds) if self.part is None else self.part * pounds


@attrs.frozen
class Grade:
    """One grade of staff: built up from its pay, or with a rate that is stated.

    Args:
        name: what it is called.
        basis: the source of its pay or rate, or the assumption it rests on.
        pay: a year's pay, or else:
        rate: what an hour is stated to cost.
        on_costs: what this grade costs on top of its pay, and of what every grade of its card does.
        time: the productive time of this grade, where it is not that of its card.

    Raises:
        InputError: it has neither pay nor a rate, or both; it has on-costs without pay; a sum is below nil; or a part
            is of the wrong type; all together.

    >>> from lgtrade.sources import Source
    >>> Grade("Senior solicitor", Source("decision 499"), rate=Rate(74)).rate
    £74.00
    """

    name: str
    basis: Basis
    pay: Money | None = None
    rate: Rate | None = None
    on_costs: tuple[OnCost, ...] = ()
    time: ProductiveTime | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a grade that costs nothing that is known."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from text_issues("name", self.name, Words("what it is called"))
        yield from basis_issues(self.basis)
        yield from wrong_type("pay", self.pay, (Money, type(None)), Words("an amount of Money, or nothing"))
        yield from not_below_nil("pay", self.pay)
        yield from wrong_type("rate", self.rate, (Rate, type(None)), Words("a Rate, or nothing"))
        yield from not_below_nil("rate", self.rate)
        yield from each_wrong_type("on_costs", self.on_costs, OnCost, Words("an OnCost"))
        yield from wrong_type("time", self.time, (ProductiveTime, type(None)), Words("a ProductiveTime, or nothing"))
        if (self.pay is None) == (self.rate is None):
            found = Words("it has to have either a year's pay or a rate")
            yield Issue("grade.either", "pay", found, Words("the pay or the rate, and not both"))
        elif self.pay is None and self.on_costs:
            found = Words("it has on-costs and no pay")
            yield Issue("grade.on_costs", "on_costs", found, Words("on-costs with pay only"))


def not_below_nil(place: str, value: object) -> Iterator[Issue]:
    """Yield why a sum or a rate is below nil."""
    if (isinstance(value, Money) and value.pence < 0) or (isinstance(value, Rate) and value.pounds < 0):
        yield Issue("staff.negative", place, Words("it is below nil: {value}", value=value), Words("nil or more"))
