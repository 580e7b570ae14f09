"""Offers matched to needs: the allocation that saves the most, what is left over, and why."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from decimal import Decimal

import attrs

from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.money import EXACT, HALF_UP, Amount, Rate
from lgtrade.notebook import ShownInNotebooks
from lgtrade.partnership._allocation import MOST_TRIED, allocate
from lgtrade.partnership._catalogue import Catalogue
from lgtrade.partnership._left_over import LeftOver, idle, unmet
from lgtrade.partnership._pairing import Pairing, pairings
from lgtrade.partnership._proof import Proof, total_saving
from lgtrade.sources import Basis
from lgtrade.words import Words

_PLACES = 12
"""Decimal places of a quantity or a rate, at most: by so many they are moved to be whole numbers."""


@attrs.frozen
class Matching(ShownInNotebooks):
    """The offers of a catalogue matched to its needs so that as much as possible is saved in all, exactly.

    Of allocations that save as much, that one is taken which serves whole needs first, needs in the order of their
    names, and each from offers in the order of their names. It does not depend on the order of the entries. It is
    worked out when it is first asked for, and kept.

    Args:
        catalogue: what is offered and needed, and the terms.

    Raises:
        InputError: it is no catalogue.

    >>> Matching(Catalogue("Nothing yet", "2004-04-01")).matches
    ()
    """

    catalogue: Catalogue

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be matched."""
        refuse(wrong_type("catalogue", self.catalogue, Catalogue, Words("a Catalogue")))

    @functools.cached_property
    def _parts(self) -> dict[str, _Part | None]:
        kinds: dict[str, list[Pairing]] = {}
        keys = {need.name: need.service.key for need in self.catalogue.needs}
        for each in pairings(self.catalogue):
            kinds.setdefault(keys[each.need], []).append(each)
        return {key: _part(self.catalogue, each) for key, each in kinds.items()}

    @property
    def _worked(self) -> tuple[_Part, ...]:
        refuse(self.issues)
        return tuple(part for part in self._parts.values() if part is not None)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Why it cannot be worked out: for each kind of service of which whole needs can be met in too many ways."""
        return tuple(_too_many(key) for key, part in self._parts.items() if part is None)

    @property
    def name(self) -> str:
        """What the catalogue is called."""
        return self.catalogue.name

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """Where the figures of each offer and need are from."""
        return self.catalogue.bases

    @functools.cached_property
    def pairings(self) -> tuple[Pairing, ...]:
        """Every offer beside every need of the same kind that is open on the day, and how much of it is matched."""
        return tuple(each for part in self._worked for each in part.pairings)

    @property
    def matches(self) -> tuple[Pairing, ...]:
        """What is matched: that which saves the most first, and then by the names of the needs and the offers."""
        matched = (each for each in self.pairings if each.quantity)
        return tuple(sorted(matched, key=lambda each: (-each.saving.pounds, each.need, each.offer)))

    @property
    def not_counted(self) -> tuple[Pairing, ...]:
        """What would be matched if less sure answers of the law were counted too: the pairs that only they rule out."""
        return tuple(each for each in self.pairings if [why.code for why in each.against] == ["pairing.not-counted"])

    @property
    def saving(self) -> Amount:
        """What is saved and gained a year in all, exactly."""
        return total_saving(self.pairings)

    @functools.cached_property
    def unmet(self) -> tuple[LeftOver, ...]:
        """What is not met of each need, by name, and why."""
        return unmet(self.catalogue, self.pairings)

    @functools.cached_property
    def idle(self) -> tuple[LeftOver, ...]:
        """The capacity of each offer that is not used, by name, and why."""
        return idle(self.catalogue, self.pairings)

    @functools.cached_property
    def proof(self) -> Proof:
        """The prices that prove that no other allocation saves more: see :func:`failings`."""
        offers = {name: price for part in self._worked for name, price in part.offer_prices.items()}
        needs = {name: price for part in self._worked for name, price in part.need_prices.items()}
        return Proof(offers, needs, sum(part.tried for part in self._worked))

    @property
    def most(self) -> Amount:
        """What all capacity and all needs come to at the prices of the proof: no allocation saves more."""
        return self.proof.most(self.catalogue.offers, self.catalogue.needs)

    @property
    def ties(self) -> tuple[Words, ...]:
        """Where another allocation saves as much: one sentence for each kind of service."""
        return tuple(part.tie for part in self._worked if part.tie is not None)

    @property
    def figures(self) -> Figures:
        """What is matched and saved: money rounded half up to a penny, each figure by itself."""
        figures: dict[tuple[str, ...], Figure] = {("saving",): self.saving.round(HALF_UP), ("tied",): bool(self.ties)}
        for each in self.matches:
            figures["quantity", each.need, each.offer] = each.quantity
            figures["customer-saving", each.need, each.offer] = each.customer_saving.round(HALF_UP)
            figures["supplier-gain", each.need, each.offer] = each.supplier_gain.round(HALF_UP)
        figures |= {("unmet", each.name): each.quantity for each in self.unmet}
        figures |= {("idle", each.name): each.quantity for each in self.idle}
        figures |= {("price-of-capacity", name): price for name, price in self.proof.offers.items()}
        figures |= {("price-of-need", name): price for name, price in self.proof.needs.items()}
        return FrozenMapping(figures)


def match(catalogue: Catalogue) -> Matching:
    """Match offers to needs so that as much as possible is saved in all, and work it out at once.

    Only pairs are matched by which neither side loses, that together gain, and that the law allows with the certainty
    that the catalogue asks for.

    Args:
        catalogue: what is offered and needed, and the terms.

    Raises:
        InputError: needs that have to be met whole can be met in more ways than are tried.

    >>> from lgtrade.authorities import find
    >>> from lgtrade.services import Need, Offer, ServiceKind, Subject
    >>> from lgtrade.sources import Assumption
    >>> payroll, guess = ServiceKind("payroll", "Payroll", Subject.PROFESSIONAL, "payslip"), Assumption("a guess")
    >>> offer = Offer("Kent", find("Kent"), payroll, 30_000, Rate("4.10"), "2004-04-01", guess)
    >>> need = Need("Lichfield", find("Lichfield"), payroll, 6_000, Rate("5.60"), "2004-04-01", guess)
    >>> matching = match(Catalogue("Payroll", "2004-04-01", (offer,), (need,)))
    >>> matching.saving, matching.most, matching.matches[0].power
    (£9,000, £9,000, 'LA(G&S)A 1970 s.1')
    """
    matching = Matching(catalogue)
    refuse(matching.issues)
    return matching


@attrs.frozen
class _Part:
    """One kind of service, matched."""

    pairings: tuple[Pairing, ...]
    offer_prices: dict[str, Rate]
    need_prices: dict[str, Rate]
    tie: Words | None
    tried: int


def _part(catalogue: Catalogue, pairings: Sequence[Pairing]) -> _Part | None:
    """Match one kind of service in whole numbers; nothing if its whole needs can be met in more ways than are tried."""
    offers, needs = sorted({each.offer for each in pairings}), sorted({each.need for each in pairings})
    capacities = {each.name: _moved(each.capacity) for each in catalogue.offers}
    wanted = {each.name: each for each in catalogue.needs}
    worth: dict[str, dict[int, int]] = {need: {} for need in needs}
    for each in pairings:
        if not each.against:
            worth[each.need][offers.index(each.offer)] = _moved(each.saving_a_unit.pounds)
    found = allocate(
        [capacities[offer] for offer in offers],
        [_moved(wanted[need].quantity) for need in needs],
        list(worth.values()),
        frozenset(number for number, need in enumerate(needs) if catalogue.is_whole(wanted[need])),
    )
    if found is None:
        return None
    placed = {(needs[need], offers[offer]): units for (need, offer), units in found.placed.items()}
    return _Part(
        tuple(attrs.evolve(each, quantity=_back(placed.get((each.need, each.offer), 0))) for each in pairings),
        {name: Rate(_back(price)) for name, price in zip(offers, found.offer_price, strict=True)},
        {name: Rate(_back(price)) for name, price in zip(needs, found.need_price, strict=True)},
        None if found.tie is None else Words(_TIE, need=needs[found.tie[0]], offer=offers[found.tie[1]]),
        found.tried,
    )


_TIE = "As much would be saved in all if {offer} met more of {need}: the names of needs and offers decide."


def _moved(number: Decimal) -> int:
    """Give a number as a whole number of its smallest parts."""
    return int(number.scaleb(_PLACES, EXACT))


def _back(parts: int) -> Decimal:
    """Give a number from its smallest parts, with no more decimal places than it needs."""
    number = Decimal(parts).scaleb(-_PLACES, EXACT)
    return Decimal(int(number)) if number == int(number) else number.normalize(EXACT)


def _too_many(key: str) -> Issue:
    template = "the whole needs of {key} can be met in more ways than the {most} that are tried"
    found = Words(template, key=key, most=f"{MOST_TRIED:,}")
    return Issue("matching.whole", "needs", found, Words("fewer needs that have to be met whole"))
