"""Strategies for kinds of service, and for what is offered and needed of them."""

from __future__ import annotations

import datetime as dt

import hypothesis.strategies as st

from lgtrade.authorities import Nation
from lgtrade.law import activities
from lgtrade.money import Rate
from lgtrade.services import Need, Offer, ServiceKind, Subject
from lgtrade.strategies._authorities import authorities
from lgtrade.strategies._calendar import days
from lgtrade.strategies._money import exact_decimals, rates
from lgtrade.strategies._sources import bases
from lgtrade.strategies._values import names

_WORDS = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1)


def service_kinds(*, subject: Subject | None = None) -> st.SearchStrategy[ServiceKind]:
    """Generate kinds of service.

    Args:
        subject: only those that supply this; otherwise any subject, or none said.

    >>> from hypothesis import find
    >>> find(service_kinds(subject=Subject.GOODS), lambda kind: "-" in kind.key)
    ServiceKind(key='0-0', name='0', subject=<Subject.GOODS: 'goods or materials'>, unit='0', activity=None)
    """
    keys = st.lists(_WORDS, min_size=1, max_size=4).map("-".join)
    subjects = st.none() | st.sampled_from(Subject) if subject is None else st.just(subject)
    about = st.none() | st.sampled_from(tuple(activities()))
    return st.builds(ServiceKind, keys, names(), subjects, names(), about)


_SERVICES = service_kinds()
_RATES = rates(min_value=Rate(0), max_value=Rate(1000), places=4)
_QUANTITIES = exact_decimals(min_value=0, max_value=10**6, places=3)
_ANYBODY: st.SearchStrategy[tuple[()]] = st.just(())
_NATIONS = _ANYBODY | st.lists(st.sampled_from(Nation), max_size=2, unique=True).map(tuple)
_BODIES = _ANYBODY | _ANYBODY | st.tuples(authorities())


@st.composite
def _spans(draw: st.DrawFn, on: dt.date | None) -> tuple[dt.date, dt.date | None]:
    """Generate a first day and a last one, or none; open on a day if one is given."""
    first = draw(days() if on is None else days(max_value=on))
    return first, draw(st.none() | days(min_value=first if on is None else on))


@st.composite
def offers(draw: st.DrawFn, *, service: ServiceKind | None = None, on: dt.date | None = None) -> Offer:
    """Generate offers, to anybody or to some, open or with a last day, with a marginal cost or without.

    Args:
        draw: given by Hypothesis.
        service: only of this kind of service.
        on: only open on this day, and by an authority that existed on it.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(offers(), lambda offer: offer.capacity > 2, settings=first).capacity > 2
    True
    """
    first, last = draw(_spans(on))
    return Offer(
        name=draw(names()),
        authority=draw(authorities(on=on)),
        service=service or draw(_SERVICES),
        capacity=draw(_QUANTITIES),
        price=draw(_RATES),
        first=first,
        basis=draw(bases()),
        last=last,
        marginal_cost=draw(st.none() | _RATES),
        nations=draw(_NATIONS),
        customers=draw(_BODIES),
    )


@st.composite
def needs(draw: st.DrawFn, *, service: ServiceKind | None = None, on: dt.date | None = None) -> Need:
    """Generate needs, to be met by anybody or by some, whole or in parts.

    Args:
        draw: given by Hypothesis.
        service: only of this kind of service.
        on: only open on this day, and of an authority that existed on it.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(needs(), lambda need: need.whole, settings=first).whole
    True
    """
    first, last = draw(_spans(on))
    return Need(
        name=draw(names()),
        authority=draw(authorities(on=on)),
        service=service or draw(_SERVICES),
        quantity=draw(_QUANTITIES),
        present_cost=draw(_RATES),
        first=first,
        basis=draw(bases()),
        last=last,
        whole=draw(st.booleans()),
        nations=draw(_NATIONS),
        suppliers=draw(_BODIES),
    )


BY_TYPE = {Need: needs, Offer: offers, ServiceKind: service_kinds}
