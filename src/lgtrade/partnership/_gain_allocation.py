"""An allocation: what each partner pays by a rule, exactly and in pence, with a certificate that can be checked."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import TypeAlias

import attrs

from lgtrade.frozen import FrozenMapping, freeze
from lgtrade.issues import Issue, refuse, shown, wrong_type
from lgtrade.money import LARGEST, Amount, Money, Remainder, RemainderRule, split
from lgtrade.partnership._balance import BalanceCertificate
from lgtrade.partnership._core import Objection, in_pence, objections, share_issues
from lgtrade.partnership._division import AllocationRule, DivisionCertificate, divide
from lgtrade.partnership._games import CostGame
from lgtrade.partnership._nucleolus import nucleolus
from lgtrade.partnership._partner_gains import PartnerGains
from lgtrade.partnership._shapley import MarginalCertificate, marginal_certificate
from lgtrade.words import Words

Certificate: TypeAlias = DivisionCertificate | MarginalCertificate | BalanceCertificate
"""What shows that an allocation is what its rule says."""


@attrs.frozen
class Allocation:
    """What each partner pays by a rule.

    Args:
        game: what every group would pay.
        rule: the rule.
        shares: what each partner pays, exactly.
        pays: what each partner pays in whole pence; it adds to the cost.
        remainder: who takes the odd pence.
        certificate: what shows that the shares are what the rule says.

    >>> from lgtrade.partnership import CoalitionCost
    >>> from lgtrade.sources import Assumption
    >>> pounds = {("Kent",): 100, ("Medway",): 80, ("Kent", "Medway"): 150}
    >>> game = CostGame("Audit", ("Kent", "Medway"), tuple(
    ...     CoalitionCost(who, Money.pounds(cost), Assumption("an example")) for who, cost in pounds.items()
    ... ))
    >>> allocation = allocate(game, AllocationRule.PROPORTIONAL)
    >>> allocation.shares, allocation.pays
    ({'Kent': £250/3, 'Medway': £200/3}, {'Kent': £83.33, 'Medway': £66.67})
    >>> allocation.check()
    ()
    """

    game: CostGame
    rule: AllocationRule
    shares: FrozenMapping[str, Amount] = attrs.field(converter=freeze)
    pays: FrozenMapping[str, Money] = attrs.field(converter=freeze)
    remainder: Remainder
    certificate: Certificate

    @property
    def objections(self) -> tuple[Objection, ...]:
        """The groups that would do better alone by the exact shares; if there are none, they are in the core."""
        return objections(self.game, self.shares)

    @property
    def gains(self) -> PartnerGains:
        """Who wins and who does not, in whole pence."""
        return PartnerGains(self.game, self.pays)

    def check(self) -> tuple[Words, ...]:
        """Give what does not hold of the answer, checked without the method that found it; nothing if it stands."""
        return tuple(self._faults())

    def _faults(self) -> Iterator[Words]:
        issues = [*share_issues(self.game, self.shares), *share_issues(self.game, self.pays, "pays")]
        issues += remainder_issues(self.remainder, self.game)
        yield from (Words("{place}: {found}.", place=each.place, found=each.found) for each in issues)
        if issues:
            return
        for partner, pays in _rounded(self.shares, self.remainder).items():
            if self.pays[partner] != pays:
                yield Words(
                    "{partner} should pay {pays}: its exact share, with its odd pence.", partner=partner, pays=pays
                )
        match self.rule, self.certificate:
            case AllocationRule.SHAPLEY, MarginalCertificate() as certificate:
                yield from certificate.faults(self.game, self.shares)
            case AllocationRule.NUCLEOLUS, BalanceCertificate() as certificate:
                yield from certificate.faults(self.game, self.shares)
            case rule, DivisionCertificate() as certificate if rule not in _WITHOUT_WEIGHTS:
                yield from certificate.faults(self.game, rule, self.shares)
            case _:
                yield Words("The certificate is that of another rule.")


_WITHOUT_WEIGHTS = (AllocationRule.SHAPLEY, AllocationRule.NUCLEOLUS)


def allocate(game: CostGame, rule: AllocationRule, *, remainder: Remainder = LARGEST) -> Allocation:
    """Share what the partners pay together by a rule: exactly, and to the penny, with a certificate.

    Args:
        game: what every group would pay.
        rule: how to share it.
        remainder: who takes the odd pence; all of them go to somebody.

    Raises:
        InputError: a part is of the wrong type, the rule says nothing of such a game, or odd pence would be left over.

    >>> from lgtrade.partnership import CoalitionCost
    >>> from lgtrade.sources import Assumption
    >>> pounds = {("Kent",): 100, ("Medway",): 80, ("Kent", "Medway"): 150}
    >>> game = CostGame("Audit", ("Kent", "Medway"), tuple(
    ...     CoalitionCost(who, Money.pounds(cost), Assumption("an example")) for who, cost in pounds.items()
    ... ))
    >>> allocate(game, AllocationRule.SHAPLEY).pays
    {'Kent': £85.00, 'Medway': £65.00}
    """
    refuse(_issues(game, rule, remainder))
    certificate: Certificate
    if rule is AllocationRule.SHAPLEY:
        certificate = marginal_certificate(game)
        shares = {partner: certificate.share(partner) for partner in game.partners}
    elif rule is AllocationRule.NUCLEOLUS:
        exact, certificate = nucleolus(game)
        shares = {partner: Amount(pence / 100) for partner, pence in exact.items()}
    else:
        certificate = divide(game, rule)
        shares = {partner: certificate.share(partner) for partner in game.partners}
    return Allocation(game, rule, shares, _rounded(shares, remainder), remainder, certificate)


def _issues(game: object, rule: object, remainder: object) -> Iterator[Issue]:
    yield from wrong_type("game", game, CostGame, Words("a CostGame"))
    yield from wrong_type("rule", rule, AllocationRule, Words("an AllocationRule"))
    yield from remainder_issues(remainder, game)


def remainder_issues(remainder: object, game: object) -> Iterator[Issue]:
    """Yield why a rule for the odd pence will not do for a game.

    >>> [issue.code for issue in remainder_issues(Remainder(RemainderRule.CELL_BY_CELL), None)]
    ['remainder.left']
    """
    yield from wrong_type("remainder", remainder, Remainder, Words("a Remainder"))
    if not isinstance(remainder, Remainder):
        return
    if remainder.rule is RemainderRule.CELL_BY_CELL:
        found = Words("each share would be rounded by itself")
        yield Issue("remainder.left", "remainder", found, Words("a rule by which all odd pence go to somebody"))
    if isinstance(game, CostGame) and remainder.lead not in (None, *game.partners):
        found, accepted = Words("{lead} is not a partner", lead=shown(remainder.lead)), ", ".join(game.partners)
        yield Issue("remainder.lead", "remainder.lead", found, Words("one of: {names}", names=accepted))


def _rounded(shares: Mapping[str, Amount], remainder: Remainder) -> dict[str, Money]:
    """Round shares down to pence, and split the odd pence between those that pay or are paid anything, and any lead.

    A share may be below nil, and a weight may not: so what is split is the part of a penny of each, and one penny more.
    """
    exact = {partner: in_pence(share) for partner, share in shares.items()}
    whole = {partner: Money(pence=math.floor(pence)) for partner, pence in exact.items()}
    last = {name: pence % 1 + 1 for name, pence in exact.items() if pence or name == remainder.lead}
    if last:
        penny = Money(pence=1)
        parts = split(Money(pence=int(sum(last.values()))), last, remainder=remainder).parts
        whole |= {partner: whole[partner] - penny + part for partner, part in parts.items()}
    return whole
