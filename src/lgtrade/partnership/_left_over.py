"""What is left over when offers are matched to needs, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal

import attrs

from lgtrade.answers import Reason
from lgtrade.money import EXACT, plain
from lgtrade.partnership._catalogue import Catalogue
from lgtrade.partnership._pairing import Pairing
from lgtrade.services import Need, Offer
from lgtrade.words import Words


@attrs.frozen
class LeftOver:
    """Capacity that stays idle, or a need that is not met, in whole or in part.

    Args:
        name: the name of the offer or need.
        quantity: how much of it, a year.
        reasons: why: one or more for each entry of the same kind on the other side.

    >>> LeftOver("Lichfield", Decimal(10), (Reason("left.none", Words("Nobody offers payroll.")),)).reasons[0].code
    'left.none'
    """

    name: str
    quantity: Decimal
    reasons: tuple[Reason, ...]


def unmet(catalogue: Catalogue, pairings: Sequence[Pairing]) -> tuple[LeftOver, ...]:
    """Give what is not met of each need, and why, by name."""
    ledger = _Ledger(catalogue, pairings)
    return tuple(
        LeftOver(need.name, left, tuple(ledger.why_unmet(need)))
        for need in sorted(catalogue.needs, key=lambda each: each.name)
        if (left := ledger.left_of_need(need))
    )


def idle(catalogue: Catalogue, pairings: Sequence[Pairing]) -> tuple[LeftOver, ...]:
    """Give the capacity of each offer that is not used, and why, by name."""
    ledger = _Ledger(catalogue, pairings)
    return tuple(
        LeftOver(offer.name, left, tuple(ledger.why_idle(offer)))
        for offer in sorted(catalogue.offers, key=lambda each: each.name)
        if (left := ledger.left_of_offer(offer))
    )


class _Ledger:
    """What is matched of each offer and need."""

    def __init__(self, catalogue: Catalogue, pairings: Sequence[Pairing]) -> None:
        self.catalogue = catalogue
        self.pairs = {(each.offer, each.need): each for each in pairings}
        self.given: dict[str, Decimal] = {}
        self.taken: dict[str, Decimal] = {}
        for each in pairings:
            self.given[each.offer] = EXACT.add(self.given.get(each.offer, Decimal()), each.quantity)
            self.taken[each.need] = EXACT.add(self.taken.get(each.need, Decimal()), each.quantity)

    def left_of_offer(self, offer: Offer) -> Decimal:
        return EXACT.subtract(offer.capacity, self.given.get(offer.name, Decimal()))

    def left_of_need(self, need: Need) -> Decimal:
        return EXACT.subtract(need.quantity, self.taken.get(need.name, Decimal()))

    def why_unmet(self, need: Need) -> Iterator[Reason]:
        alike = [offer for offer in self.catalogue.offers if offer.service == need.service]
        if not need.is_open_on(self.catalogue.on):
            yield _not_open(need, self.catalogue.on)
        elif not alike:
            yield Reason("left.none", Words("Nobody offers {service}.", service=need.service.name))
        else:
            for offer in sorted(alike, key=lambda each: each.name):
                yield from self._why(offer, need, offer)

    def why_idle(self, offer: Offer) -> Iterator[Reason]:
        alike = [need for need in self.catalogue.needs if need.service == offer.service]
        if not offer.is_open_on(self.catalogue.on):
            yield _not_open(offer, self.catalogue.on)
        elif not alike:
            yield Reason("left.none", Words("Nobody needs {service}.", service=offer.service.name))
        else:
            for need in sorted(alike, key=lambda each: each.name):
                yield from self._why(offer, need, need)

    def _why(self, offer: Offer, need: Need, other: Offer | Need) -> Iterator[Reason]:
        """Say why no more is matched of a pair; `other` is the one of the two that is not left over."""
        pairing = self.pairs.get((offer.name, need.name))
        names = {"offer": offer.name, "need": need.name}
        if pairing is None:
            yield _not_open(other, self.catalogue.on)
        elif pairing.against:
            yield from pairing.against
        elif not self.left_of_need(need):
            yield Reason("left.met", Words("{need} is met in full.", **names))
        elif not self.left_of_offer(offer):
            template = "Nothing is left of {offer}: elsewhere it saves as much or more."
            yield Reason("left.used", Words(template, **names))
        else:
            template = "What is left of {offer} is less than the whole of {need}: {left}."
            yield Reason("left.whole", Words(template, **names, left=plain(self.left_of_offer(offer))))


def _not_open(entry: Offer | Need, day: dt.date) -> Reason:
    if day < entry.first:
        return Reason("left.early", Words("{name} begins on {day}.", name=entry.name, day=entry.first))
    return Reason("left.late", Words("{name} ended on {day}.", name=entry.name, day=entry.last))
