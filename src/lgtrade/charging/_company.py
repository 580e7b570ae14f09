"""What a company is supplied with and charges: the cost of each supply recovered, the market, and the subsidy limit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from lgtrade.answers import Answer, no, uncertain, yes
from lgtrade.calendar import day_issues, day_or_as_given
from lgtrade.charging._rules import Commercial, UnitCharge
from lgtrade.charging._tariff import name_issues
from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, each_wrong_type, refuse, unread, wrong_type
from lgtrade.law import Assistance, Award
from lgtrade.law.enactments import TRADE_ORDER_2009
from lgtrade.law.overlay_enactments import SUBSIDY_2022
from lgtrade.law.overlays.subsidy import ACT_SINCE, MINIMAL
from lgtrade.money import EXACT, UP, ZERO, Money, Rate, number_or_as_given, total
from lgtrade.notebook import ShownInNotebooks
from lgtrade.sources import Assumption, Basis, Provision, Source
from lgtrade.words import Words

_BASIS = Words("a Source or an Assumption")
_MONEY = Words("an amount of Money")


@attrs.frozen
class Supplied:
    """One thing that an authority supplies to a company: accommodation, goods, services, staff or anything else.

    Args:
        heading: what it is.
        cost: what it costs the authority.
        charge: what the company is charged for it.
        basis: where the figures are from.

    Raises:
        InputError: it has no heading, a sum is negative, or a part is of the wrong type; all together.

    >>> Supplied("Staff", Money.pounds(80_000), Money.pounds(75_000), Assumption("illustration")).short
    £5,000.00
    """

    heading: str
    cost: Money
    charge: Money
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse what is not a cost and a charge."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("heading", self.heading)
        for place, sum_ in (("cost", self.cost), ("charge", self.charge)):
            yield from wrong_type(place, sum_, Money, _MONEY)
            if isinstance(sum_, Money) and sum_ < ZERO:
                found = Words("it is negative: {sum}", sum=sum_)
                yield Issue("supplied.negative", place, found, Words("nothing or more"))
        yield from wrong_type("basis", self.basis, (Source, Assumption), _BASIS)

    @property
    def short(self) -> Money:
        """By how much the charge falls short of the cost; nothing if it does not."""
        return max(self.cost - self.charge, ZERO)

    def recovered(self, at: Provision) -> Answer:
        """Tell whether the company is charged the cost."""
        values: dict[str, Any] = {"heading": self.heading, "cost": self.cost, "charge": self.charge}
        if not self.short:
            return yes("{heading}: the charge of {charge} recovers the cost of {cost}.", at=at, **values)
        template = "{heading}: the charge of {charge} falls short of the cost of {cost} by {short}."
        return no(template, at=at, short=self.short, **values)


@attrs.frozen
class Comparator:
    """What somebody else charges for a unit of the same thing.

    Args:
        name: who.
        rate: the charge for a unit; over nothing.
        basis: where it is from.

    Raises:
        InputError: it has no name, the rate is not over nothing, or a part is of the wrong type; all together.

    >>> Comparator("A firm", Rate(317), Assumption("a quotation")).rate
    £317.00
    """

    name: str
    rate: Rate
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse what nothing can be set against."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name)
        yield from wrong_type("rate", self.rate, Rate, Words("a Rate"))
        if isinstance(self.rate, Rate) and self.rate.pounds <= 0:
            yield Issue("comparator.rate", "rate", Words("it is not over nothing"), Words("a rate over nothing"))
        yield from wrong_type("basis", self.basis, (Source, Assumption), _BASIS)

    def above(self, rate: Rate) -> Rate:
        """Give by how much a rate is above this one; below nothing if it is lower."""
        return Rate(EXACT.subtract(rate.pounds, self.rate.pounds))

    def part_above(self, rate: Rate) -> Fraction:
        """Give the same as a part of this rate."""
        return Fraction(self.above(rate).pounds) / Fraction(self.rate.pounds)


_KINDS = (
    ("supplies", Supplied, Words("a Supplied")),
    ("comparators", Comparator, Words("a Comparator")),
    ("earlier", Award, Words("an Award")),
)


@attrs.frozen
class CompanyCharge(ShownInNotebooks):
    """What a company charges for a unit: the cost of all that it is supplied with, and a margin.

    What falls short of cost on any supply is counted as assistance to the company, with what it has had before.

    Args:
        name: the company.
        on: the day on which the charges are set.
        rule: the commercial rule.
        units: the number of units that the company expects to sell; over nothing.
        supplies: what the authority supplies to it.
        basis: where the number of units is from.
        comparators: what others charge for a unit.
        earlier: minimal financial assistance that the company has had before.
        at: the provision under which the authority has to recover the cost of what it supplies.

    Raises:
        InputError: nothing is supplied, there are no units, or a part is of the wrong type; all together.

    >>> known = Assumption("illustration")
    >>> staff = Supplied("Staff", Money.pounds(80_000), Money.pounds(75_000), known)
    >>> company = CompanyCharge("Trading Ltd", "2025-04-01", Commercial("10%"), 1000, (staff,), known)
    >>> company.unit_charge.rate, company.assistance, company.left
    (£88.00, £5,000.00, £310,000.00)
    """

    name: str
    on: dt.date = attrs.field(converter=day_or_as_given)
    rule: Commercial
    units: Decimal = attrs.field(converter=number_or_as_given)
    supplies: tuple[Supplied, ...]
    basis: Basis
    comparators: tuple[Comparator, ...] = ()
    earlier: tuple[Award, ...] = ()
    at: Provision = attrs.field(factory=lambda: TRADE_ORDER_2009.article("2(3)"))

    def __attrs_post_init__(self) -> None:
        """Refuse a charge for nothing, or over no units."""
        refuse(self._type_issues())
        refuse(self._issues())

    def _type_issues(self) -> Iterator[Issue]:
        yield from name_issues("name", self.name)
        yield from day_issues("on", self.on)
        yield from wrong_type("rule", self.rule, Commercial, Words("a Commercial rule"))
        for place, kind, accepted in _KINDS:
            yield from each_wrong_type(place, getattr(self, place), kind, accepted)
        yield from wrong_type("basis", self.basis, (Source, Assumption), _BASIS)
        yield from wrong_type("at", self.at, Provision, Words("a Provision"))

    def _issues(self) -> Iterator[Issue]:
        if not self.supplies:
            yield Issue("company.supplies", "supplies", Words("nothing is supplied"), Words("at least one supply"))
        yield from unread(lambda _: self.unit_charge, "", self.units)
        yield from unread(lambda _: self._help, "", self.on)

    @property
    def cost(self) -> Money:
        """The cost of everything that is supplied: no charge may be set below it."""
        return total(each.cost for each in self.supplies)

    @property
    def unit_charge(self) -> UnitCharge:
        """The charge for a unit: the cost and the margin, over the units; rounded up where it would be below cost."""
        charge = self.rule.unit_charge(self.cost, self.units)
        if charge.expected_income >= self.cost.amount:
            return charge
        up = UP.to(self.rule.rounding.unit)
        return attrs.evolve(self.rule, rounding=up).unit_charge(self.cost, self.units)

    @property
    def recovered(self) -> tuple[Answer, ...]:
        """For each thing that is supplied, whether the company is charged its cost."""
        return tuple(each.recovered(self.at) for each in self.supplies)

    @property
    def assistance(self) -> Money:
        """By how much the charges fall short of the cost, supply by supply: one is not set against another."""
        return total(each.short for each in self.supplies)

    @property
    def _help(self) -> Assistance:
        return Assistance(amount=self.assistance, given=self.on, earlier=self.earlier)

    @property
    def running_total(self) -> Money:
        """The assistance in the financial year and the two before it (Subsidy Control Act 2022 s.36(2))."""
        return self._help.running_total(self.on)

    @property
    def left(self) -> Money:
        """What is left under the limit on minimal financial assistance; below nothing if it is exceeded."""
        return MINIMAL - self.running_total

    @property
    def within_limit(self) -> Answer:
        """Tell whether the assistance is within the limit on minimal financial assistance."""
        at = SUBSIDY_2022.section("36(1)")
        if self.on < ACT_SINCE:
            return uncertain("not-modelled", "The limits before {day} are not modelled.", day=ACT_SINCE)
        values: dict[str, Any] = {"total": self.running_total, "limit": MINIMAL}
        if self.left < ZERO:
            return no("Counted with what it has had before, the assistance is {total}, over {limit}.", at=at, **values)
        return yes("Counted with what it has had before, the assistance is {total}, within {limit}.", at=at, **values)

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """Where each figure is from."""
        lines = tuple((f"{self.name}: {each.heading}", each.basis) for each in self.supplies)
        others = tuple((f"{self.name}: {each.name}", each.basis) for each in self.comparators)
        return ((self.name, self.basis), *lines, *others)

    @property
    def figures(self) -> Figures:
        """The cost, the charge, what falls short, the comparison with the market and the assistance."""
        rate = self.unit_charge.rate
        figures: dict[tuple[str, ...], Figure] = {("cost",): self.cost, ("unit-charge",): rate}
        for supply in self.supplies:
            figures["short", supply.heading] = supply.short
        for each in self.comparators:
            figures["above", each.name] = each.above(rate)
            figures["part-above", each.name] = each.part_above(rate)
        figures["assistance", "given"] = self.assistance
        figures["assistance", "in all"] = self.running_total
        figures["assistance", "left"] = self.left
        return FrozenMapping(figures)
