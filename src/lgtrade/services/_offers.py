"""Offers and needs: what a body has to spare of a kind of service, and what another is looking for, a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

import attrs

from lgtrade.authorities import Authority, Nation
from lgtrade.calendar import day_issues, day_or_as_given
from lgtrade.issues import Issue, refuse, shown, unread, wrong_type
from lgtrade.money import Rate, exact_number, number_or_as_given, plain
from lgtrade.services._kind import ServiceKind
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import Words


def _last_day(value: object) -> dt.date | None:
    return None if value is None else day_or_as_given(value)


@attrs.frozen
class Offer:
    """What a body offers to others of one kind of service.

    A price that falls with the quantity is several offers, each with the capacity at its price.

    Args:
        name: what to call it.
        authority: who offers it.
        service: the kind of service.
        capacity: how much of it is to be had in a year, in the unit of the kind.
        price: what one unit costs the customer.
        first: from when it is to be had.
        basis: where the figures are from, or the assumption they rest on.
        last: the last day on which it is to be had; none if it is open.
        marginal_cost: what one more unit costs the supplier; none if it has not been said.
        nations: only to bodies of these nations; to any if none is named.
        customers: only to these bodies; to any if none is named.

    Raises:
        InputError: the name is empty, the capacity, the price or the cost is below nil, it ends before it begins, or a
            part is of the wrong type; all together.

    >>> from lgtrade.authorities import find
    >>> payroll = ServiceKind("payroll", "Payroll", unit="payslip")
    >>> offer = Offer("Kent payroll", find("Kent"), payroll, 30_000, Rate("4.10"), "2004-04-01", Assumption("a guess"))
    >>> offer.is_open_on(dt.date(2005, 4, 1)), offer.capacity
    (True, Decimal('30000'))
    """

    name: str
    authority: Authority
    service: ServiceKind
    capacity: Decimal = attrs.field(converter=number_or_as_given)
    price: Rate
    first: dt.date = attrs.field(converter=day_or_as_given)
    basis: Basis
    last: dt.date | None = attrs.field(default=None, converter=_last_day)
    marginal_cost: Rate | None = None
    nations: tuple[Nation, ...] = ()
    customers: tuple[Authority, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse an offer that nobody could take up."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from _entry_issues(self)
        yield from _quantity_issues("capacity", self.capacity)
        yield from _rate_issues("price", self.price)
        if self.marginal_cost is not None:
            yield from _rate_issues("marginal_cost", self.marginal_cost)
        yield from _bodies_issues("customers", self.customers)

    def is_open_on(self, day: dt.date) -> bool:
        """Tell whether it is to be had on a day."""
        return _covers(self, day)

    def serves(self, body: Authority) -> bool:
        """Tell whether it is for such a body: of the nations, and among the customers, that it names."""
        return _is_among(body, self.nations, self.customers)


@attrs.frozen
class Need:
    """What a body needs of one kind of service, and what it pays for it now.

    Args:
        name: what to call it.
        authority: who needs it.
        service: the kind of service.
        quantity: how much of it is needed in a year, in the unit of the kind.
        present_cost: what one unit costs it now, on its own.
        first: from when it is needed.
        basis: where the figures are from, or the assumption they rest on.
        last: the last day on which it is needed; none if that is open.
        whole: whether one supplier has to meet the whole of it; else it may be met in part, or by several.
        nations: only from bodies of these nations; from any if none is named.
        suppliers: only from these bodies; from any if none is named.

    Raises:
        InputError: the name is empty, the quantity or the cost is below nil, it ends before it begins, or a part is of
            the wrong type; all together.

    >>> from lgtrade.authorities import find
    >>> payroll = ServiceKind("payroll", "Payroll", unit="payslip")
    >>> need = Need("Lichfield", find("Lichfield"), payroll, 6000, Rate("5.60"), "2004-04-01", Assumption("a guess"))
    >>> need.takes_from(find("Kent"))
    True
    """

    name: str
    authority: Authority
    service: ServiceKind
    quantity: Decimal = attrs.field(converter=number_or_as_given)
    present_cost: Rate
    first: dt.date = attrs.field(converter=day_or_as_given)
    basis: Basis
    last: dt.date | None = attrs.field(default=None, converter=_last_day)
    whole: bool = False
    nations: tuple[Nation, ...] = ()
    suppliers: tuple[Authority, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse a need that nobody could meet."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from _entry_issues(self)
        yield from _quantity_issues("quantity", self.quantity)
        yield from _rate_issues("present_cost", self.present_cost)
        yield from wrong_type("whole", self.whole, bool, Words("true or false"))
        yield from _bodies_issues("suppliers", self.suppliers)

    def is_open_on(self, day: dt.date) -> bool:
        """Tell whether it is needed on a day."""
        return _covers(self, day)

    def takes_from(self, body: Authority) -> bool:
        """Tell whether it looks to such a body: of the nations, and among the suppliers, that it names."""
        return _is_among(body, self.nations, self.suppliers)


def _covers(entry: Offer | Need, day: dt.date) -> bool:
    return entry.first <= day and (entry.last is None or day <= entry.last)


def _is_among(body: Authority, nations: tuple[Nation, ...], bodies: tuple[Authority, ...]) -> bool:
    return (not nations or body.nation in nations) and (not bodies or body in bodies)


def _entry_issues(entry: Offer | Need) -> Iterator[Issue]:
    yield from wrong_type("name", entry.name, str, Words("a name"))
    if entry.name == "":
        yield Issue("entry.name", "name", Words("it is empty"), Words("a name"))
    yield from wrong_type("authority", entry.authority, Authority, Words("an Authority"))
    yield from wrong_type("service", entry.service, ServiceKind, Words("a ServiceKind"))
    yield from wrong_type("basis", entry.basis, (Source, Assumption), Words("a Source or an Assumption"))
    unread_days = [*day_issues("first", entry.first), *(() if entry.last is None else day_issues("last", entry.last))]
    yield from unread_days
    if not unread_days and entry.last is not None and entry.last < entry.first:
        found = Words("it ends on {last}, before it begins on {first}", first=entry.first, last=entry.last)
        yield Issue("entry.days", "last", found, Words("a last day on or after the first"))
    yield from wrong_type("nations", entry.nations, tuple, Words("a tuple of nations"))
    if isinstance(entry.nations, tuple):
        for number, nation in enumerate(entry.nations):
            yield from wrong_type(f"nations[{number}]", nation, Nation, Words("a Nation"))


def _quantity_issues(place: str, value: Decimal) -> Iterator[Issue]:
    issues = tuple(unread(exact_number, place, value))
    yield from issues
    if not issues and value < 0:
        found = Words("it is below nil: {value}", value=plain(value))
        yield Issue("entry.negative", place, found, Words("nil or more"))


def _rate_issues(place: str, value: Rate) -> Iterator[Issue]:
    issues = tuple(wrong_type(place, value, Rate, Words("a Rate")))
    yield from issues
    if not issues and value < Rate(0):
        found = Words("it is below nil: {value}", value=shown(value))
        yield Issue("entry.negative", place, found, Words("nil or more"))


def _bodies_issues(place: str, bodies: tuple[Authority, ...]) -> Iterator[Issue]:
    yield from wrong_type(place, bodies, tuple, Words("a tuple of authorities"))
    if isinstance(bodies, tuple):
        for number, body in enumerate(bodies):
            yield from wrong_type(f"{place}[{number}]", body, Authority, Words("an Authority"))
