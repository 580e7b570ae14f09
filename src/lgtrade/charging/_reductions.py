"""Less for some: discounts, concessions, and different prices for different customers.

Section 93(5) of the Local Government Act 2003 allows charges to differ between persons, and nothing for some, within
what the cost allows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias, get_args

import attrs

from lgtrade.charging._charges import (
    ChargeLine,
    Charges,
    Occasion,
    Uprate,
    Why,
    Wraps,
    customer_of,
    reason_issues,
    rounding_issues,
    sum_issues,
    uprated_sum,
)
from lgtrade.charging._surcharges import Limited, Surcharged
from lgtrade.frozen import FrozenMapping, freeze
from lgtrade.issues import Issue, each_wrong_type, read_or_as_given, refuse, shown, unread, wrong_type
from lgtrade.money import HALF_UP, ZERO, Money, Rounding, Share
from lgtrade.words import Words

Whole: TypeAlias = Limited | Surcharged
"""The prices that may be discounted."""


def _as_share(value: object) -> Share:
    return value if isinstance(value, Share) else Share(value)


def _share(value: object) -> Share:
    return read_or_as_given(_as_share, value)


def _share_or_sum(value: object) -> Share | Money:
    return value if isinstance(value, Money) else _share(value)


def _reduced(line: ChargeLine, off: Fraction, rounding: Rounding, why: Why) -> ChargeLine:
    """Take a share off a charge; what is left is rounded."""
    exact = Fraction(line.amount.pence, 100) * (1 - off)
    return ChargeLine(rounding.money(exact), line.quantity, exact, rounding, why)


@attrs.frozen
class Discounted(Wraps):
    """Another price, less a share of each charge or a sum for each. No charge falls below nothing.

    Args:
        price: the price that is wrapped.
        off: the share, as in ``"10%"``, or the sum, as Money.
        rounding: how what is left is rounded, where a share is taken off.

    Raises:
        InputError: the share is not from nothing to the whole, the sum is negative or more than the whole of a price
            that is one sum, or a part is of the wrong type; all together.

    >>> from lgtrade.money import Rate
    >>> Discounted(PerUnit(Rate("1.00")), "10%").charge(8).amount
    £7.20
    >>> Discounted(PerUnit(Rate("1.00")), Money.pounds(5)).charge(8).amount
    £3.00
    """

    price: Whole
    off: Share | Money = attrs.field(converter=_share_or_sum)
    rounding: Rounding = HALF_UP

    def __attrs_post_init__(self) -> None:
        """Refuse a discount over the whole."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        accepted = Words("a price that is not discounted already")
        priced = tuple(wrong_type("price", self.price, get_args(Whole), accepted))
        yield from priced
        if isinstance(self.off, Money):
            yield from sum_issues("off", self.off, "the discount is negative: {sum}", "a discount of nothing or more")
        else:
            yield from unread(_as_share, "off", self.off)
        if isinstance(self.off, Money) and not priced and self.price.is_flat and self.price.charge(0).amount < self.off:
            found = Words("{off} is taken off {price}", off=self.off, price=self.price.charge(0).amount)
            yield Issue("discount.whole", "off", found, Words("no more than the price"))
        yield from rounding_issues(self.rounding)

    def __str__(self) -> str:
        """Say the price as an officer would."""
        return f"{self.price}, less {self.off!r}"

    @property
    def note(self) -> Words:
        """What it does to a charge."""
        return Words("less a discount of {off}", off=repr(self.off))

    def changed(self, line: ChargeLine, occasion: Occasion | None) -> ChargeLine:
        """Give the charge less the discount."""
        del occasion
        if isinstance(self.off, Share):
            return _reduced(line, self.off.fraction, self.rounding, Why.DISCOUNT)
        left = max(line.amount - self.off, ZERO)
        return ChargeLine(left, line.quantity, left.in_pounds, line.rounding, Why.DISCOUNT)

    def uprated(self, uprate: Uprate) -> Discounted:
        """Give the same price with what it wraps, and a sum that is taken off, uprated."""
        off = uprated_sum(self.off, uprate) if isinstance(self.off, Money) else self.off
        return attrs.evolve(self, price=self.price.uprated(uprate), off=off)


@attrs.frozen
class Concession(Wraps):
    """Another price, less a share for the customers that are named: all of it, where they are supplied free.

    Args:
        price: the price that is wrapped.
        off: the share that is taken off: ``"50%"``.
        customers: the names of those it is for.
        reason: why, in words.
        rounding: how what is left is rounded.

    Raises:
        InputError: the share is not from nothing to the whole, nobody is named, there is no reason, or a part is of the
            wrong type; all together.

    >>> from lgtrade.money import Rate
    >>> price = Concession(PerUnit(Rate("1.00")), "50%", ("A parish council",), "a small council")
    >>> price.charge(8, Occasion(customer="A parish council")).amount
    £4.00
    >>> price.charge(8, Occasion(customer="A district council")).amount
    £8.00
    """

    price: Whole | Discounted
    off: Share = attrs.field(converter=_share)
    customers: tuple[str, ...]
    reason: str
    rounding: Rounding = HALF_UP

    def __attrs_post_init__(self) -> None:
        """Refuse a concession to nobody, or for no reason."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        accepted = Words("a price without a concession")
        yield from wrong_type("price", self.price, (*get_args(Whole), Discounted), accepted)
        yield from unread(_as_share, "off", self.off)
        names = Words("the names of those it is for")
        if self.customers == ():
            yield Issue("concession.nobody", "customers", Words("nobody is named"), names)
        yield from each_wrong_type("customers", self.customers, str, Words("a name"))
        yield from reason_issues(self.reason)
        yield from rounding_issues(self.rounding)

    def __str__(self) -> str:
        """Say the price as an officer would."""
        return f"{self.price}, less {self.off} for {', '.join(self.customers)}"

    @property
    def needs_occasion(self) -> bool:
        """Whether the charge depends on the occasion: it does."""
        return True

    @property
    def note(self) -> Words:
        """What it does to a charge."""
        return Words("less a concession of {off}: {reason}", off=repr(self.off), reason=self.reason)

    def changed(self, line: ChargeLine, occasion: Occasion | None) -> ChargeLine:
        """Give the charge, less the concession for those who have it."""
        if customer_of(occasion) not in self.customers:
            return line
        return _reduced(line, self.off.fraction, self.rounding, Why.CONCESSION)

    def uprated(self, uprate: Uprate) -> Concession:
        """Give the same price with what it wraps uprated."""
        return attrs.evolve(self, price=self.price.uprated(uprate))


Reduced: TypeAlias = Whole | Discounted | Concession
"""The prices of which one customer may have one, and the next another."""


@attrs.frozen
class Differential(Charges):
    """One price for most customers, and another for some.

    Args:
        usual: the price for everybody who is not named.
        others: the price of each customer that is named.
        reason: why they differ, in words.

    Raises:
        InputError: nobody is named, some prices are one sum and some go by use, there is no reason, or a part is of the
            wrong type; all together.

    >>> from lgtrade.money import Rate
    >>> usual, less = PerUnit(Rate("1.00")), PerUnit(Rate("0.80"))
    >>> price = Differential(usual, {"Tamworth": less}, "Tamworth sends its own files")
    >>> [price.charge(10, Occasion(customer=name)).amount for name in ("Tamworth", "Lichfield")]
    [£8.00, £10.00]
    """

    usual: Reduced
    others: FrozenMapping[str, Reduced] = attrs.field(converter=freeze)
    reason: str

    def __attrs_post_init__(self) -> None:
        """Refuse prices that differ for nobody, or for no reason."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        kinds, accepted = get_args(Reduced), Words("a price that is the same for all, or has a concession")
        issues = [*wrong_type("usual", self.usual, kinds, accepted)]
        issues += wrong_type("others", self.others, Mapping, Words("the price of each customer by name"))
        for name, price in self.others.items() if isinstance(self.others, Mapping) else ():
            issues += wrong_type("others", name, str, Words("a name"))
            issues += wrong_type(f"others[{name}]", price, kinds, accepted)
        yield from issues
        if self.others == {}:
            yield Issue("differential.nobody", "others", Words("nobody is named"), Words("at least one customer"))
        yield from reason_issues(self.reason)
        for name, price in () if issues else self.others.items():
            if price.is_flat is not self.usual.is_flat:
                found = Words("the price of {name} and the usual price are not both by use", name=shown(name))
                accepted = Words("prices that are all one sum, or all by use")
                yield Issue("price.mixed", f"others[{name}]", found, accepted)

    def __str__(self) -> str:
        """Say the price as an officer would."""
        others = "; ".join(f"for {name}: {price}" for name, price in self.others.items())
        return f"{self.usual}; {others}"

    @property
    def is_flat(self) -> bool:
        """Whether each customer's price is one sum."""
        return self.usual.is_flat

    @property
    def needs_occasion(self) -> bool:
        """Whether the charge depends on the occasion: it does."""
        return True

    @property
    def adds_by_days(self) -> bool:
        """Whether days can be charged for run by run: they can if they can at every price."""
        return all(price.adds_by_days for price in (self.usual, *self.others.values()))

    def price_for(self, customer: str) -> Reduced:
        """Give the price of one customer."""
        return self.others.get(customer, self.usual)

    def line(self, units: Decimal, occasion: Occasion | None = None) -> ChargeLine:
        """Charge the customer's price."""
        return self.price_for(customer_of(occasion)).line(units, occasion)

    def lines(self, units: Decimal, occasion: Occasion | None = None) -> tuple[ChargeLine, ...]:
        """Give the lines of the customer's price."""
        return self.price_for(customer_of(occasion)).lines(units, occasion)

    def uprated(self, uprate: Uprate) -> Differential:
        """Give the same prices uprated."""
        others = {name: price.uprated(uprate) for name, price in self.others.items()}
        return attrs.evolve(self, usual=self.usual.uprated(uprate), others=others)
