"""An offer beside a need of the same kind of service: what each side would gain, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice

import attrs

from lgtrade.answers import Reason, Verdict
from lgtrade.authorities import Authority
from lgtrade.law import Opinion, Outcome, OverlayFinding, Proposal, Standing, assess, question
from lgtrade.money import EXACT, Amount, Rate
from lgtrade.partnership._catalogue import Catalogue
from lgtrade.services import Need, Offer
from lgtrade.words import Words

_MOST_REASONS = 8
_NOTHING = Rate(0)


@attrs.frozen
class Pairing:
    """An offer beside a need of the same kind of service, both open on the day.

    Args:
        offer: the name of the offer.
        need: the name of the need.
        customer_saves: what the customer saves by a unit: what it pays now, less the price; below nil if it loses.
        supplier_gains: what the supplier gains by a unit: the price, less its marginal cost; none if it gave no cost,
            which counts as nothing gained.
        against: everything that stands in the way; nothing if the two may be matched. The law is asked last, and only
            where nothing else does.
        verdict: what the powers come to; none if the law was not asked.
        power: the power that is recommended; empty if none is available.
        to_settle: what is open in law, and has to be settled first.
        quantity: how much of the need the offer meets in the best allocation, a year.

    >>> pairing = Pairing("Kent", "Lichfield", Rate("1.50"), Rate("0.25"), quantity=Decimal(6000))
    >>> pairing.saving_a_unit, pairing.saving
    (£1.75, £10,500.00)
    """

    offer: str
    need: str
    customer_saves: Rate
    supplier_gains: Rate | None = None
    against: tuple[Reason, ...] = ()
    verdict: Verdict | None = None
    power: str = ""
    to_settle: tuple[Words, ...] = ()
    quantity: Decimal = attrs.field(factory=Decimal)

    @property
    def saving_a_unit(self) -> Rate:
        """What both sides save and gain by a unit."""
        return _plus(self.customer_saves, self.supplier_gains or _NOTHING)

    @property
    def customer_saving(self) -> Amount:
        """What the customer saves a year by what is matched."""
        return self.customer_saves * self.quantity

    @property
    def supplier_gain(self) -> Amount:
        """What the supplier gains a year by what is matched; nothing if it gave no marginal cost."""
        return (self.supplier_gains or _NOTHING) * self.quantity

    @property
    def saving(self) -> Amount:
        """What both sides save and gain a year by what is matched."""
        return self.saving_a_unit * self.quantity


def pairings(catalogue: Catalogue) -> Iterator[Pairing]:
    """Give every pair of an offer and a need of the same kind that are open on the day, by the names of the needs."""
    judged: dict[tuple[Authority, Authority, str], _Judgement] = {}
    offers = sorted((each for each in catalogue.offers if each.is_open_on(catalogue.on)), key=lambda each: each.name)
    needs = sorted((each for each in catalogue.needs if each.is_open_on(catalogue.on)), key=lambda each: each.name)
    for need in needs:
        for offer in offers:
            if offer.service == need.service:
                found = _compared(catalogue, offer, need)
                if not found.against:
                    key = (offer.authority, need.authority, need.service.key)
                    if key not in judged:
                        judged[key] = _judgement(assess(catalogue.proposal(offer, need)))
                    found = _judged(found, judged[key], catalogue.counted)
                yield found


def _plus(one: Rate, other: Rate) -> Rate:
    return Rate(EXACT.add(one.pounds, other.pounds))


def _less(one: Rate, other: Rate) -> Rate:
    return Rate(EXACT.subtract(one.pounds, other.pounds))


def _compared(catalogue: Catalogue, offer: Offer, need: Need) -> Pairing:
    """Set an offer beside a need, without asking the law."""
    cost = offer.marginal_cost
    gains = None if cost is None else _less(offer.price, cost)
    pairing = Pairing(offer.name, need.name, _less(need.present_cost, offer.price), gains)
    return attrs.evolve(pairing, against=tuple(_obstacles(catalogue, offer, need, pairing)))


def _obstacles(catalogue: Catalogue, offer: Offer, need: Need, pairing: Pairing) -> Iterator[Reason]:
    both = {"offer": offer.name, "need": need.name}
    rates = {"price": offer.price, "now": need.present_cost, "unit": need.service.unit}
    if offer.authority == need.authority:
        template = "{offer} and {need} are both of {authority}."
        yield Reason("pairing.own", Words(template, **both, authority=offer.authority.name))
    if not offer.serves(need.authority):
        yield Reason("pairing.customer", Words("{offer} is not for {customer}.", **both, customer=need.authority.name))
    if not need.takes_from(offer.authority):
        yield Reason(
            "pairing.supplier", Words("{need} is not to be met by {supplier}.", **both, supplier=offer.authority)
        )
    if catalogue.is_whole(need) and offer.capacity < need.quantity:
        yield Reason("pairing.whole", Words("{offer} has less capacity than the whole of {need}.", **both))
    customer_loses, supplier_gains = pairing.customer_saves < _NOTHING, pairing.supplier_gains
    supplier_loses = supplier_gains is not None and supplier_gains < _NOTHING
    if not catalogue.losses_allowed:
        if customer_loses:
            template = "{offer} is dearer than now for {need}: {price} a {unit} against {now}."
            yield Reason("pairing.dearer", Words(template, **both, **rates))
        if supplier_loses:
            template = "{offer} is priced below what it costs to supply: {price} a {unit} against {cost}."
            yield Reason("pairing.below-cost", Words(template, **both, **rates, cost=offer.marginal_cost))
        if customer_loses or supplier_loses:
            return
    if pairing.saving_a_unit <= _NOTHING:
        template = "{offer} saves nothing for {need}: {price} a {unit} against {now} now."
        yield Reason("pairing.nothing", Words(template, **both, **rates))


_NOT_COUNTED = {
    Verdict.UNKNOWN: "It depends on facts not yet given whether {offer} may meet {need}: it is shown, and not counted.",
    Verdict.UNCERTAIN: "It is uncertain in law whether {offer} may meet {need}: it is shown, and not counted.",
}


@attrs.frozen
class _Judgement:
    """What of an opinion bears on a match."""

    verdict: Verdict
    power: str
    against: tuple[Reason, ...]
    to_settle: tuple[Words, ...]


def _judgement(opinion: Opinion) -> _Judgement:
    beside, chosen = opinion.overlays, opinion.recommended
    power = "" if chosen is None else chosen.citation.short
    against, to_settle = _exclusions(opinion, beside), _to_settle(opinion, beside)
    return _Judgement(opinion.verdict, power, tuple(against), tuple(to_settle))


def _judged(pairing: Pairing, law: _Judgement, counted: Verdict) -> Pairing:
    """Add what the law says of a pair, which rules it out if that is a no, or less sure than is counted."""
    against = law.against
    if not against and law.verdict.weight > counted.weight:
        words = Words(_NOT_COUNTED[law.verdict], offer=pairing.offer, need=pairing.need)
        against = (Reason("pairing.not-counted", words),)
    return attrs.evolve(pairing, against=against, verdict=law.verdict, power=law.power, to_settle=law.to_settle)


def _exclusions(opinion: Opinion, beside: Iterable[OverlayFinding]) -> Iterator[Reason]:
    """Give why the law rules a proposal out: that it does, and then the reasons of powers and of what stands beside."""
    if opinion.verdict is Verdict.NO:
        template = "No power that is modelled lets {supplier} supply {customer}."
        yield Reason("pairing.law", _about(template, opinion.proposal))
        reasons = (reason for each in opinion.findings if each.was_asked for reason in each.reasons)
        yield from islice(dict.fromkeys(reasons), _MOST_REASONS)
    for each in beside:
        if each.outcome is Standing.STOPS:
            template = "The law stops {supplier} from supplying {customer} so."
            yield Reason("pairing.law", _about(template, opinion.proposal))
            yield from each.reasons


def _about(template: str, proposal: Proposal) -> Words:
    return Words(template, supplier=proposal.supplier.name, customer=proposal.customer.name)


def _to_settle(opinion: Opinion, beside: Iterable[OverlayFinding]) -> Iterator[Words]:
    """Give the facts and questions on which a proposal hangs, and then what is open beside the power."""
    if opinion.verdict is Verdict.UNKNOWN:
        depends = {each.power for each in opinion.findings if each.outcome is Outcome.DEPENDS}
        yield from (Words(fact.asks) for fact in opinion.to_settle if depends.intersection(fact.powers))
    if opinion.verdict is Verdict.UNCERTAIN:
        yield from (Words(each.asks) for each in opinion.questions)
        yield from (Words("{provisions} is not modelled.", provisions=each) for each in opinion.not_modelled)
    if opinion.recommended is not None:
        yield from (Words(question(name).asks) for name in opinion.recommended.cautions)
    for each in beside:
        if each.outcome in {Standing.DEPENDS, Standing.UNCERTAIN}:
            yield Words("{title}: {outcome}.", title=Words(each.title), outcome=Words(each.outcome.value))
