"""Strategies for the facts that overlays ask for, and for what is found of an overlay."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import hypothesis.strategies as st

from lgtrade.law import (
    KNOWN_TO,
    Assistance,
    Award,
    Company,
    Competition,
    ContractKind,
    LegalWork,
    Owner,
    OwnerKind,
    Procurement,
    Route,
    Vat,
)
from lgtrade.money import Money, Share
from lgtrade.strategies._calendar import days

_SAID = st.none() | st.booleans()
_SUMS = st.integers(1, 10**9).map(lambda pence: Money(pence=pence))
_DAYS = days(min_value=dt.date(1996, 1, 1), max_value=KNOWN_TO)
_HUNDREDTHS = st.integers(0, 100)
_SHARES = _HUNDREDTHS.map(lambda each: Share(f"{each}%"))
_NAMES = st.text("abcdefghij ", min_size=1, max_size=12).filter(lambda name: bool(name.strip()))


def _truths(kind: Any, **others: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Generate a class of facts with each plain one true, false or not said."""
    plain = {field.name: _SAID for field in attrs.fields(kind) if field.name not in others}
    return st.builds(kind, **plain, **others)


def owners(*, votes: Share | None = None) -> st.SearchStrategy[Owner]:
    """Generate owners of companies.

    Args:
        votes: only with this share of the votes.

    >>> from hypothesis import find
    >>> find(owners(votes=Share("60%")), lambda owner: owner.kind is OwnerKind.PRIVATE).votes
    60%
    """
    return st.builds(Owner, _NAMES, _SHARES if votes is None else st.just(votes), st.sampled_from(OwnerKind))


def companies() -> st.SearchStrategy[Company]:
    """Generate companies with two owners, or with none said.

    >>> from hypothesis import find
    >>> len(find(companies(), lambda company: company.owners is not None).owners)
    2
    """
    pair = _HUNDREDTHS.flatmap(
        lambda each: st.tuples(owners(votes=Share(f"{each}%")), owners(votes=Share(f"{100 - each}%")))
    ).filter(lambda both: both[0].name != both[1].name)
    directors, formed = st.none() | _SHARES, st.none() | _DAYS
    return _truths(Company, owners=st.none() | pair, authority_directors=directors, unlimited=st.none(), formed=formed)


@st.composite
def procurements(draw: st.DrawFn) -> Procurement:
    """Generate what is said of a purchase.

    >>> from hypothesis import find
    >>> find(procurements(), lambda bought: bought.route is Route.SISTER).route.value
    'to a body in the same ownership, or to an owner'
    """
    facts: dict[str, Any] = {name: draw(_SAID) for name in _PLAIN}
    value = draw(st.none() | _SUMS)
    if value is None:
        facts["above_threshold"] = draw(_SAID)
    return Procurement(
        route=draw(st.none() | st.sampled_from(Route)),
        began=draw(st.none() | _DAYS),
        kind=draw(st.none() | st.sampled_from(ContractKind)),
        value=value,
        outside_share=draw(st.none() | _SHARES),
        **facts,
    )


_PLAIN = (
    "for_value",
    "controlled",
    "joint",
    "represented",
    "contrary_interests",
    "other_influence",
    "private_shares",
    "common_objectives",
    "public_interest_only",
    "private_advantage",
)


def awards() -> st.SearchStrategy[Award]:
    """Generate assistance already given.

    >>> from hypothesis import find
    >>> find(awards(), lambda award: True).amount
    £0.01
    """
    return st.builds(Award, _DAYS, _SUMS)


def assistance() -> st.SearchStrategy[Assistance]:
    """Generate what is said of assistance to an enterprise.

    >>> from hypothesis import find
    >>> find(assistance(), lambda given: given.market_terms is True).market_terms
    True
    """
    earlier = st.none() | st.lists(awards(), max_size=2).map(tuple)
    said = {"to": st.just(""), "amount": st.none() | _SUMS, "given": st.none() | _DAYS, "earlier": earlier}
    return _truths(Assistance, **said)


def vat() -> st.SearchStrategy[Vat]:
    """Generate what is said of the VAT on a supply.

    >>> from hypothesis import find
    >>> find(vat(), lambda facts: facts.includes_goods is True).includes_goods
    True
    """
    return _truths(Vat)


def competition() -> st.SearchStrategy[Competition]:
    """Generate what is said of the market.

    >>> from hypothesis import find
    >>> find(competition(), lambda facts: facts.below_cost is True).below_cost
    True
    """
    return _truths(Competition)


def legal_work() -> st.SearchStrategy[LegalWork]:
    """Generate what is said of legal work.

    >>> from hypothesis import find
    >>> find(legal_work(), lambda facts: facts.reserved is True).reserved
    True
    """
    return _truths(LegalWork)


PARTICULARS: dict[type, st.SearchStrategy[Any]] = {
    Assistance: assistance(),
    Company: companies(),
    Competition: competition(),
    LegalWork: legal_work(),
    Procurement: procurements(),
    Vat: vat(),
}

BY_TYPE = {
    Assistance: assistance,
    Award: awards,
    Company: companies,
    Competition: competition,
    LegalWork: legal_work,
    Owner: owners,
    Procurement: procurements,
    Vat: vat,
}
