"""Strategies for catalogues of offers and needs, and for what comes of matching them."""

from __future__ import annotations

import attrs
import hypothesis.strategies as st

from lgtrade.answers import Reason, Verdict
from lgtrade.law import KNOWN_FROM, KNOWN_TO
from lgtrade.money import Rate
from lgtrade.partnership import Catalogue, LeftOver, Matching, Pairing, Proof
from lgtrade.strategies._answers import reasons
from lgtrade.strategies._calendar import days
from lgtrade.strategies._money import rates
from lgtrade.strategies._prices import quantities
from lgtrade.strategies._services import needs, offers, service_kinds
from lgtrade.strategies._values import frozen_mappings, names, words

_RATES = rates(min_value=Rate(-1000), max_value=Rate(1000), places=4)
_PRICES = rates(min_value=Rate(0), max_value=Rate(1000), places=4)
_REASONS: st.SearchStrategy[tuple[Reason, ...]] = st.lists(reasons(), max_size=2).map(tuple)
_TOLD: list[dict[str, str | bool]] = [
    {},
    {"purpose": "cost recovery", "customer_agreed": True},
    {"prohibited_by": "LGA"},
]
_FACTS = st.sampled_from(_TOLD)
_COUNTED = st.sampled_from([Verdict.YES, Verdict.UNKNOWN, Verdict.UNCERTAIN])


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """Generate small catalogues of one or two kinds of service, whose entries are open on the day, to all or to some.

    Args:
        draw: given by Hypothesis.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> len(find(catalogues(), lambda catalogue: len(catalogue.needs) > 1, settings=first).needs) > 1
    True
    """
    on = draw(days(min_value=KNOWN_FROM, max_value=KNOWN_TO))
    kinds = draw(st.lists(service_kinds(), min_size=1, max_size=2, unique_by=lambda kind: kind.key))
    kind = st.sampled_from(kinds)
    offered = st.lists(kind.flatmap(lambda each: offers(service=each, on=on)), max_size=3)
    needed = st.lists(kind.flatmap(lambda each: needs(service=each, on=on)), max_size=3)
    given = {each.name: each for each in draw(offered)}
    wanted = {each.name: each for each in draw(needed)}
    if draw(st.booleans()):
        given = {name: attrs.evolve(each, customers=(), nations=()) for name, each in given.items()}
        wanted = {name: attrs.evolve(each, suppliers=(), nations=()) for name, each in wanted.items()}
    return Catalogue(
        name=draw(names()),
        on=on,
        offers=tuple(given.values()),
        needs=tuple(wanted.values()),
        facts=draw(_FACTS),
        counted=draw(_COUNTED),
        whole_needs_only=draw(st.booleans()),
        losses_allowed=draw(st.booleans()),
    )


def matchings() -> st.SearchStrategy[Matching]:
    """Generate offers matched to needs.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(matchings(), lambda matching: bool(matching.unmet), settings=first).unmet[0].quantity > 0
    True
    """
    return st.builds(Matching, catalogues())


def pairings() -> st.SearchStrategy[Pairing]:
    """Generate offers beside needs, matched or with something against it.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(pairings(), lambda pairing: pairing.quantity > 1, settings=first).quantity > 1
    True
    """
    said = st.none() | st.sampled_from(Verdict)
    open_points = st.lists(words(), max_size=2).map(tuple)
    return st.builds(
        Pairing, names(), names(), _RATES, st.none() | _RATES, _REASONS, said, st.text(), open_points, quantities()
    )


def left_overs() -> st.SearchStrategy[LeftOver]:
    """Generate what is left over of an offer or a need.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(left_overs(), lambda left: left.quantity > 1, settings=first).quantity > 1
    True
    """
    return st.builds(LeftOver, names(), quantities(), _REASONS)


def proofs() -> st.SearchStrategy[Proof]:
    """Generate prices of capacity and needs.

    >>> from hypothesis import find
    >>> find(proofs(), lambda proof: proof.tried > 0).tried
    1
    """
    prices = frozen_mappings(names(), _PRICES, max_size=3)
    return st.builds(Proof, prices, prices, st.integers(0, 1000))


BY_TYPE = {
    Catalogue: catalogues,
    LeftOver: left_overs,
    Matching: matchings,
    Pairing: pairings,
    Proof: proofs,
}
