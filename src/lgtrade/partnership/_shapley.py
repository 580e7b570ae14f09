"""The Shapley value: what each partner adds to those before it, averaged over every order of joining.

L. S. Shapley, "A value for n-person games" (1953).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import comb

import attrs

from lgtrade.issues import Issue, each_wrong_type, refuse, wrong_type
from lgtrade.money import Amount, Money
from lgtrade.partnership._games import CostGame, pence_of_each
from lgtrade.words import Words


@attrs.frozen
class MarginalCosts:
    """What a partner adds to all the groups of one size that it can join.

    Args:
        partner: who joins.
        joining: how many partners the group has before.
        groups: how many such groups there are.
        added: what it adds to all of them together.
        weight: the weight of each group; those of all the groups that a partner can join add to one.

    Raises:
        InputError: a part is of the wrong type; all together.

    >>> costs = MarginalCosts("Kent", 1, 2, Money.pounds(150), Fraction(1, 6))
    >>> costs.groups * costs.weight
    Fraction(1, 3)
    """

    partner: str
    joining: int
    groups: int
    added: Money
    weight: Fraction

    def __attrs_post_init__(self) -> None:
        """Refuse what is nobody's, or no sum."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("partner", self.partner, str, Words("the name of a partner"))
        for place, number in (("joining", self.joining), ("groups", self.groups)):
            yield from wrong_type(place, number, int, Words("a whole number"))
        yield from wrong_type("added", self.added, Money, Words("an amount of Money"))
        yield from wrong_type("weight", self.weight, Fraction, Words("a Fraction"))


@attrs.frozen
class MarginalCertificate:
    """What each partner adds, by the size of the group that it joins, and with which weight.

    Args:
        costs: partner by partner, the smaller groups first.

    Raises:
        InputError: a part of them is none.

    >>> alone = MarginalCosts("Kent", 0, 1, Money.pounds(100), Fraction(1))
    >>> MarginalCertificate((alone,)).share("Kent")
    £100
    """

    costs: tuple[MarginalCosts, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse what is no MarginalCosts."""
        refuse(each_wrong_type("costs", self.costs, MarginalCosts, Words("a MarginalCosts")))

    def share(self, partner: str) -> Amount:
        """Give what a partner pays, exactly."""
        return Amount(sum((each.added.pence * each.weight for each in self._of(partner)), Fraction(0)) / 100)

    def faults(self, game: CostGame, shares: Mapping[str, Amount]) -> Iterator[Words]:
        """Yield what does not hold: the sums, the weights, and the shares found another way.

        The other way: each group's cost is what its parts cost, and something more or less that it has of itself; every
        partner bears an equal part of that of each group it is in (J. C. Harsanyi, 1959).
        """
        pence = pence_of_each(game)
        yield from self._miscounted(pence, game.partners)
        of_themselves = _of_themselves(pence)
        for place, partner in enumerate(game.partners):
            if self.share(partner) != shares[partner]:
                yield Words("The certificate gives {partner} another share.", partner=partner)
            part = sum(
                (Fraction(own, group.bit_count()) for group, own in enumerate(of_themselves) if group >> place & 1),
                Fraction(0),
            )
            if Amount(part / 100) != shares[partner]:
                yield Words("{partner} does not bear an equal part of each group's own cost.", partner=partner)

    def _miscounted(self, pence: Sequence[int], partners: Sequence[str]) -> Iterator[Words]:
        """Yield what is not what a partner adds to the groups of a size that it is in, counted one by one."""
        sizes = [(partner, joining) for partner in partners for joining in range(len(partners))]
        if [(each.partner, each.joining) for each in self.costs] != sizes:
            yield Words("The certificate is not of each partner with groups of each size.")
            return
        for each in self.costs:
            bit = 1 << partners.index(each.partner)
            groups = [of for of in range(len(pence)) if of & bit and of.bit_count() == each.joining + 1]
            added = sum(pence[of] - pence[of ^ bit] for of in groups)
            if (each.groups, each.added.pence) != (len(groups), added):
                template = "To the groups of {joining}, which are {groups} in number, {partner} does not add {added}."
                names = {"partner": each.partner, "added": each.added, "groups": each.groups}
                yield Words(template, **names, joining=each.joining)
            if each.groups * each.weight != Fraction(1, len(partners)):
                template = "The groups of {joining} that {partner} joins do not have an equal part of the weight."
                yield Words(template, joining=each.joining, partner=each.partner)

    def _of(self, partner: str) -> Iterator[MarginalCosts]:
        return (each for each in self.costs if each.partner == partner)


def _of_themselves(pence: list[int]) -> list[int]:
    """Give the part of each coalition's cost that none of its parts has."""
    own = list(pence)
    for place in range(len(own).bit_length() - 1):
        for coalition in range(len(own)):
            if coalition >> place & 1:
                own[coalition] -= own[coalition ^ 1 << place]
    return own


def marginal_certificate(game: CostGame) -> MarginalCertificate:
    """Add up what each partner adds to the groups of each size.

    >>> from lgtrade.partnership import CoalitionCost
    >>> from lgtrade.sources import Assumption
    >>> alone = (CoalitionCost(("Kent",), Money.pounds(100), Assumption("an example")),)
    >>> marginal_certificate(CostGame("Audit", ("Kent",), alone)).share("Kent")
    £100
    """
    pence, number = pence_of_each(game), len(game.partners)
    rows: list[MarginalCosts] = []
    for place, partner in enumerate(game.partners):
        added = [0] * number
        for coalition, cost in enumerate(pence):
            if not coalition >> place & 1:
                added[coalition.bit_count()] += pence[coalition | 1 << place] - cost
        for joining, all_added in enumerate(added):
            groups = comb(number - 1, joining)
            rows.append(MarginalCosts(partner, joining, groups, Money(pence=all_added), Fraction(1, number * groups)))
    return MarginalCertificate(tuple(rows))
