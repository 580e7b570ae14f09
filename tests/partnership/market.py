"""Small catalogues that the tests of matching begin from, and every way in which one could be matched."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, TypeAlias

from hypothesis import strategies as st

from lgtrade.authorities import find
from lgtrade.money import Rate
from lgtrade.partnership import Catalogue
from lgtrade.services import Need, Offer, ServiceKind, Subject
from lgtrade.sources import Assumption

DAY = "2004-04-01"
BASIS = Assumption("made up to be tested")
PAYROLL = ServiceKind("payroll", "Payroll", Subject.PROFESSIONAL, "payslip")
DESK = ServiceKind("help-desk", "Help desk", Subject.PROFESSIONAL, "call")
BODIES = tuple(find(name) for name in ("Lichfield", "Tamworth", "Staffordshire Moorlands", "Kent"))
LICHFIELD, TAMWORTH, MOORLANDS, KENT = BODIES

Way: TypeAlias = dict[tuple[str, str], int]
"""What of each need is met by each offer."""


def offer(name: str = "Kent payroll", **changed: Any) -> Offer:
    """Give an offer by Kent of 10 payslips at £4, but for what is said otherwise."""
    begin: dict[str, Any] = {"authority": KENT, "service": PAYROLL, "capacity": 10, "price": Rate(4)}
    return Offer(name, **(begin | {"first": DAY, "basis": BASIS} | changed))


def need(name: str = "Lichfield payslips", **changed: Any) -> Need:
    """Give a need of Lichfield for 6 payslips that cost it £6 now, but for what is said otherwise."""
    begin: dict[str, Any] = {"authority": LICHFIELD, "service": PAYROLL, "quantity": 6, "present_cost": Rate(6)}
    return Need(name, **(begin | {"first": DAY, "basis": BASIS} | changed))


def catalogue(*entries: Offer | Need, **changed: Any) -> Catalogue:
    """Give a catalogue of these entries on 1 April 2004, but for what is said otherwise."""
    offers = tuple(each for each in entries if isinstance(each, Offer))
    needs = tuple(each for each in entries if isinstance(each, Need))
    return Catalogue(**({"name": "Payroll", "on": DAY, "offers": offers, "needs": needs} | changed))


@st.composite
def _side(draw: st.DrawFn, make: Any, names: str, facts: dict[str, st.SearchStrategy[Any]]) -> tuple[Any, ...]:
    chosen = draw(st.lists(st.sampled_from(names), max_size=len(names), unique=True))
    where = {"authority": st.sampled_from(BODIES), "service": st.sampled_from([PAYROLL, PAYROLL, DESK])}
    return tuple(make(name, **{key: draw(value) for key, value in (where | facts).items()}) for name in chosen)


_RATES = st.integers(0, 5).map(Rate)
_UNITS = st.integers(0, 3)
OFFERS = _side(offer, "ABC", {"capacity": _UNITS, "price": _RATES, "marginal_cost": st.none() | _RATES})
NEEDS = _side(need, "XYZ", {"quantity": _UNITS, "present_cost": _RATES})
ANY_NEEDS = _side(need, "XYZ", {"quantity": _UNITS, "present_cost": _RATES, "whole": st.booleans()})
CATALOGUES = st.builds(Catalogue, st.just("Market"), st.just(DAY), OFFERS, NEEDS)
WITH_WHOLE = st.builds(Catalogue, st.just("Market"), st.just(DAY), OFFERS, ANY_NEEDS, whole_needs_only=st.booleans())


def worth(market: Catalogue, offered: Offer, needed: Need) -> Decimal:
    """Say what a unit saves, if neither side loses by it; nothing otherwise."""
    customer = needed.present_cost.pounds - offered.price.pounds
    supplier = offered.price.pounds - (offered.marginal_cost or offered.price).pounds
    if offered.authority == needed.authority or offered.service != needed.service:
        return Decimal(0)
    return (
        Decimal(0)
        if min(customer, supplier) < 0 and not market.losses_allowed
        else max(customer + supplier, Decimal(0))
    )


def saved(market: Catalogue, way: Way) -> Decimal:
    """Say what a way of matching saves in all."""
    offers = {each.name: each for each in market.offers}
    needs = {each.name: each for each in market.needs}
    return sum((worth(market, offers[a], needs[b]) * units for (b, a), units in way.items()), Decimal(0))


def ways(market: Catalogue) -> Iterator[Way]:
    """Give every way of matching in whole units, among which there always is a best one if all data are whole."""
    needs = sorted(market.needs, key=lambda each: each.name)
    for parts in itertools.product(*(list(_met(market, each)) for each in needs)):
        way = {
            (need.name, name): units for need, part in zip(needs, parts, strict=True) for name, units in part.items()
        }
        used = {
            each.name: sum(units for (_, name), units in way.items() if name == each.name) for each in market.offers
        }
        if all(used[each.name] <= each.capacity for each in market.offers):
            yield way


def _met(market: Catalogue, needed: Need) -> Iterator[dict[str, int]]:
    """Give every way of meeting one need."""
    offers = [each for each in market.offers if worth(market, each, needed)]
    whole = needed.whole or market.whole_needs_only
    for units in itertools.product(range(int(needed.quantity) + 1), repeat=len(offers)):
        part = {each.name: some for each, some in zip(offers, units, strict=True) if some}
        if sum(units) <= needed.quantity and not (whole and part and list(part.values()) != [needed.quantity]):
            yield part
