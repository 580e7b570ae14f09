"""Rules that set a unit charge from a cost: at cost, and commercial."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

import attrs

from lgtrade.issues import Issue, refuse, unread, wrong_type
from lgtrade.money import (
    DOWN,
    HALF_UP,
    ZERO,
    Amount,
    Money,
    Rate,
    Rounding,
    exact_fraction,
    exact_number,
    fraction_or_as_given,
    plain,
)
from lgtrade.sources import Enactment, Provision
from lgtrade.words import Words

USUAL_WINDOW = 3
"""Years over which income must not exceed cost unless a reason is given for more: the guidance of November 2003."""


@attrs.frozen
class UnitCharge:
    """A unit charge, and what it was worked out from.

    Args:
        rate: the charge for one unit, rounded.
        cost: the estimated cost that it has to cover.
        brought_forward: the balance from earlier years: over nothing if they brought in more than they cost.
        units: the estimated number of units.
        margin: the margin added to the cost; nothing at cost.
        rounding: the rule by which the charge was rounded.

    >>> charge = AtCost().unit_charge(Money.pounds(100), units=30, brought_forward=Money.pounds(250))
    >>> charge.rate, charge.not_returned
    (£0.00, £150.00)
    """

    rate: Rate
    cost: Money
    brought_forward: Money
    units: Decimal
    margin: Fraction
    rounding: Rounding

    @property
    def not_returned(self) -> Money:
        """What is left of an earlier surplus that is larger than the whole cost: it cannot be returned this year."""
        return max(self.brought_forward - self.cost, ZERO)

    @property
    def expected_income(self) -> Amount:
        """What the charge brings in if the units come out as estimated."""
        return self.rate * self.units


def _units(value: object) -> Decimal:
    units = exact_number(value, "units")
    if units <= 0:
        refuse([Issue("units.none", "units", Words("there are no units"), Words("a number of units over nothing"))])
    return units


def _issues(cost: Money, units: object, brought_forward: Money = ZERO) -> Iterator[Issue]:
    yield from wrong_type("cost", cost, Money, Words("an amount of Money"))
    yield from unread(_units, "", units)
    yield from wrong_type("brought_forward", brought_forward, Money, Words("an amount of Money"))


@attrs.frozen
class AtCost:
    """Charge what it costs: the estimated cost less the balance brought forward, over the estimated units.

    A surplus of earlier years lowers the charge and a deficit raises it, so that taking one financial year with
    another the income does not exceed the cost (Local Government Act 2003 s.93(3); the same method is enacted for
    property searches: see :data:`PROPERTY_SEARCHES`). The charge is never negative.

    Args:
        rounding: how the unit charge is rounded; towards zero unless said otherwise, so that the charge itself is
            never above cost.
        window: over how many years income must not exceed cost.
        reason: why the window is longer than three years.
        rolling: whether every run of so many years has to balance, and not only one run after another.
        carried: whether each charge has to take in the whole balance of the years before it.
        at: the provision that says so; none where it is only agreed.

    Raises:
        InputError: the window is no number of years, or is longer than three and has no reason, or a part is of the
            wrong type; all together.

    >>> AtCost().unit_charge(Money.pounds(1000), units=300, brought_forward=Money.pounds(100)).rate
    £3.00
    """

    rounding: Rounding = DOWN
    window: int = USUAL_WINDOW
    reason: str = ""
    rolling: bool = False
    carried: bool = False
    at: Provision | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a window that nobody has explained."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("rounding", self.rounding, Rounding, Words("a Rounding"))
        yield from wrong_type("reason", self.reason, str, Words("the reason, in words"))
        if type(self.window) is not int or self.window < 1:
            found = Words("the window has no length")
            yield Issue("rule.window", "window", found, Words("a number of years, one or more"))
        elif self.window > USUAL_WINDOW and not self.reason:
            found = Words("a window of {window} years has no reason", window=self.window)
            accepted = Words("a reason for a window of more than {usual} years", usual=USUAL_WINDOW)
            yield Issue("rule.reason", "reason", found, accepted)
        for place in ("rolling", "carried"):
            yield from wrong_type(place, getattr(self, place), bool, Words("true or false"))
        yield from wrong_type("at", self.at, (Provision, type(None)), Words("a Provision, or nothing"))

    def __str__(self) -> str:
        """Say the rule as an officer would."""
        return "at cost"

    def unit_charge(self, cost: Money, units: int | str | Decimal, brought_forward: Money = ZERO) -> UnitCharge:
        """Set the charge for one unit.

        Args:
            cost: the estimated cost of provision for the year.
            units: the estimated number of units; over nothing.
            brought_forward: the balance of earlier years: positive for a surplus, negative for a deficit.

        Raises:
            InputError: there are no units, or a sum is no amount of money; all together.
        """
        refuse(_issues(cost, units, brought_forward))
        read = _units(units)
        to_recover = max(cost - brought_forward, ZERO)
        rate = self.rounding.rate(to_recover.amount.over(read))
        return UnitCharge(rate, cost, brought_forward, read, Fraction(0), self.rounding)


PROPERTY_SEARCHES = AtCost(
    rolling=True,
    carried=True,
    at=Enactment(
        "Local Authorities (England) (Charges for Property Searches) Regulations 2008",
        "SI 2008/3248",
        "https://www.legislation.gov.uk/uksi/2008/3248",
        as_made=True,
    ).regulation("6"),
)
"""Access to property records: no three consecutive years may bring in more than they cost (reg.6(3)), and what was
charged too much or too little counts in the charge of the next year (reg.6(4))."""


@attrs.frozen
class Commercial:
    """Charge the cost and a margin.

    Under section 95, or section 4 of the 2011 Act, a company charges it; under the 1970 Act the parties agree it.

    Args:
        margin: the margin over cost: ``"15%"``, ``"0.15"`` or a ``Fraction``; nothing or more.
        rounding: how the unit charge is rounded.

    Raises:
        InputError: the margin is negative, a ``float`` or not a number, or the rounding is no Rounding; all together.

    >>> Commercial("15%").unit_charge(Money.pounds(1000), units=300).rate
    £3.83
    """

    margin: Fraction = attrs.field(converter=fraction_or_as_given)
    rounding: Rounding = HALF_UP

    def __attrs_post_init__(self) -> None:
        """Refuse a price below cost."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        issues = tuple(unread(exact_fraction, "margin", self.margin))
        yield from issues
        if not issues and self.margin < 0:
            found = Words("the margin is negative, so the price would be below cost")
            yield Issue("margin.negative", "margin", found, Words("a margin of nothing or more"))
        yield from wrong_type("rounding", self.rounding, Rounding, Words("a Rounding"))

    def __str__(self) -> str:
        """Say the rule as an officer would."""
        return f"cost and a margin of {plain(100 * self.margin)}%"

    def unit_charge(self, cost: Money, units: int | str | Decimal) -> UnitCharge:
        """Set the charge for one unit.

        Args:
            cost: the estimated cost of provision for the year.
            units: the estimated number of units; over nothing.

        Raises:
            InputError: there are no units, or the cost is negative or no amount of money; all together.
        """
        issues = list(_issues(cost, units))
        if isinstance(cost, Money) and cost < ZERO:
            found = Words("the cost is negative: {cost}", cost=cost)
            issues.append(Issue("cost.negative", "cost", found, Words("a cost of nothing or more")))
        refuse(issues)
        read = _units(units)
        rate = self.rounding.rate(cost.amount.times(1 + self.margin).over(read))
        return UnitCharge(rate, cost, ZERO, read, self.margin, self.rounding)


ChargingRule: TypeAlias = AtCost | Commercial
"""Every rule that sets a unit charge from a cost."""
