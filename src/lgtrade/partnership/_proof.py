"""A proof that no allocation saves more, and what is wrong with one: checked without trusting how it was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import cast

import attrs

from lgtrade.frozen import freeze
from lgtrade.issues import Issue, each_wrong_type, refuse, unread, wrong_type
from lgtrade.money import EXACT, Amount, Rate, exact_number, plain
from lgtrade.partnership._catalogue import Catalogue
from lgtrade.partnership._pairing import Pairing, pairings
from lgtrade.services import Need, Offer
from lgtrade.words import Words

_NOTHING = Rate(0)


@attrs.frozen
class Proof:
    """Prices that prove that no allocation saves more.

    If no pair that may be matched saves more by a unit than the price of that capacity and the price of that need
    together, then no allocation saves more than all capacity and all needs come to at these prices.

    Args:
        offers: the price of a unit of the capacity of each offer: the most that one unit more of it could save.
        needs: the price of a unit of each need: the most that one unit more of it could save.
        tried: how many ways of meeting whole needs, or some of them, were tried. Where needs have to be met whole, the
            prices only say what could be saved if they had not; that nothing else saves more then rests on the search.

    Raises:
        InputError: a price is no rate, or `tried` is no whole number of nil or more; all together.

    >>> Proof({"Kent": Rate("0.25")}, {"Lichfield": Rate("1.50")}).tried
    0
    """

    offers: Mapping[str, Rate] = attrs.field(converter=freeze)
    needs: Mapping[str, Rate] = attrs.field(converter=freeze)
    tried: int = 0

    def __attrs_post_init__(self) -> None:
        """Refuse what nothing can be priced by."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        for place, prices in (("offers", self.offers), ("needs", self.needs)):
            yield from wrong_type(place, prices, Mapping, Words("the price of each, by its name"))
            if isinstance(prices, Mapping):
                for name, price in prices.items():
                    yield from wrong_type(f"{place}[{name}]", price, Rate, Words("a Rate"))
        yield from wrong_type("tried", self.tried, int, Words("a whole number"))

    def most(self, offers: Iterable[Offer], needs: Iterable[Need]) -> Amount:
        """Give what capacity and needs come to at these prices; an entry without a price comes to nothing."""
        whole = Amount(Decimal(0))
        for offer in offers:
            whole += self.offers.get(offer.name, _NOTHING) * offer.capacity
        for need in needs:
            whole += self.needs.get(need.name, _NOTHING) * need.quantity
        return whole


def failings(catalogue: Catalogue, pairings: Iterable[Pairing], proof: Proof) -> tuple[Words, ...]:
    """Say everything that is wrong with an allocation and its proof; nothing, if no allocation saves more.

    It trusts nothing of how they were found, and tests that every pair of the catalogue is there, once, as the
    catalogue and the law have it, that no offer gives more than it has and no need takes more than it is, that whole
    needs are met whole, that nothing is matched that has something against it, that the prices cover every pair, and
    that they come to no more than is saved.

    Args:
        catalogue: what is offered and needed.
        pairings: each pair that was considered, and how much of it is matched.
        proof: the prices.

    Raises:
        InputError: a part is of the wrong type; all together.

    >>> failings(Catalogue("Nothing yet", "2004-04-01"), [], Proof({}, {}))
    ()
    """
    every = tuple(pairings) if isinstance(pairings, Iterable) else pairings
    refuse(_type_issues(catalogue, every, proof))
    return (*_of_pairs(catalogue, every), *_of_quantities(catalogue, every), *_of_prices(catalogue, every, proof))


def _type_issues(catalogue: object, every: object, proof: object) -> Iterator[Issue]:
    yield from wrong_type("catalogue", catalogue, Catalogue, Words("a Catalogue"))
    yield from wrong_type("proof", proof, Proof, Words("a Proof"))
    yield from each_wrong_type("pairings", every, Pairing, Words("a Pairing"))
    if isinstance(every, tuple):
        for number, each in enumerate(cast("tuple[object, ...]", every)):
            if isinstance(each, Pairing):
                yield from wrong_type(f"pairings[{number}].offer", each.offer, str, Words("the name of an offer"))
                yield from wrong_type(f"pairings[{number}].need", each.need, str, Words("the name of a need"))
                place = f"pairings[{number}].quantity"
                inexact = tuple(wrong_type(place, each.quantity, Decimal, Words("an exact number, as a Decimal")))
                yield from inexact or unread(exact_number, place, each.quantity)


def _of_pairs(catalogue: Catalogue, every: tuple[Pairing, ...]) -> Iterator[Words]:
    there = {(each.offer, each.need): each for each in pairings(catalogue)}
    considered = Counter((each.offer, each.need) for each in every)
    for each in every:
        names = {"offer": each.offer, "need": each.need}
        if (each.offer, each.need) not in there:
            yield Words("{offer} and {need} are no pair of the catalogue.", **names)
        elif attrs.evolve(each, quantity=Decimal()) != there[each.offer, each.need]:
            yield Words("{offer} and {need} are not as the catalogue and the law have them.", **names)
    for offer, need in [*there, *(pair for pair in considered if pair not in there)]:
        if considered[offer, need] != 1:
            template = "{offer} and {need} are considered {times} times, not once."
            yield Words(template, offer=offer, need=need, times=considered[offer, need])


def _of_quantities(catalogue: Catalogue, pairings: tuple[Pairing, ...]) -> Iterator[Words]:
    for offer in catalogue.offers:
        given = _sum(each.quantity for each in pairings if each.offer == offer.name)
        if given > offer.capacity:
            template = "{name} has {capacity}, and {given} of it is matched."
            yield Words(template, name=offer.name, capacity=plain(offer.capacity), given=plain(given))
    for need in catalogue.needs:
        parts = [each.quantity for each in pairings if each.need == need.name and each.quantity]
        if _sum(parts) > need.quantity:
            template = "{name} is {quantity}, and {given} of it is matched."
            yield Words(template, name=need.name, quantity=plain(need.quantity), given=plain(_sum(parts)))
        if catalogue.is_whole(need) and parts and parts != [need.quantity]:
            yield Words("{name} has to be met whole by one offer, and is not.", name=need.name)
    for each in pairings:
        names = {"offer": each.offer, "need": each.need}
        if each.quantity < 0:
            yield Words("Less than nothing of {need} is met by {offer}.", **names)
        if each.quantity and each.against:
            yield Words("{offer} is matched with {need} in spite of this: {why}", **names, why=each.against[0].words)


def _of_prices(catalogue: Catalogue, pairings: tuple[Pairing, ...], proof: Proof) -> Iterator[Words]:
    for name, price in (*proof.offers.items(), *proof.needs.items()):
        if price < _NOTHING:
            yield Words("The price of {name} is below nil: {price}.", name=name, price=price)
    for each in pairings:
        offer, need = proof.offers.get(each.offer, _NOTHING), proof.needs.get(each.need, _NOTHING)
        if not each.against and EXACT.add(offer.pounds, need.pounds) < each.saving_a_unit.pounds:
            template = "{offer} and {need} save {saving} a unit, which is more than their prices: {one} and {other}."
            prices = {"saving": each.saving_a_unit, "one": offer, "other": need}
            yield Words(template, offer=each.offer, need=each.need, **prices)
    kinds = [*(each.service.key for each in catalogue.offers), *(each.service.key for each in catalogue.needs)]
    for key in dict.fromkeys(kinds):
        offers = [each for each in catalogue.offers if each.service.key == key]
        needs = [each for each in catalogue.needs if each.service.key == key]
        names = {each.name for each in needs}
        saved = total_saving(each for each in pairings if each.need in names)
        most = proof.most(offers, needs)
        if saved != most and not any(map(catalogue.is_whole, needs)):
            template = "{saved} is saved on {key}, and the prices come to {most}."
            yield Words(template, saved=saved, key=key, most=most)


def total_saving(pairings: Iterable[Pairing]) -> Amount:
    """Add what is saved and gained on both sides by all that is matched, exactly."""
    whole = Amount(Decimal(0))
    for each in pairings:
        whole += each.saving
    return whole


def _sum(quantities: Iterable[Decimal]) -> Decimal:
    whole = Decimal(0)
    for each in quantities:
        whole = EXACT.add(whole, each)
    return whole
