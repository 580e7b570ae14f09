"""Sharing a gain: every rule side by side, the core, and what the partners have agreed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping, freeze
from lgtrade.issues import InputError, Issue, refuse, wrong_type
from lgtrade.money import LARGEST, Money, Remainder
from lgtrade.notebook import ShownInNotebooks
from lgtrade.partnership._coalitions import named
from lgtrade.partnership._core import core, in_pence, share_issues
from lgtrade.partnership._division import AllocationRule
from lgtrade.partnership._gain_allocation import Allocation, allocate, remainder_issues
from lgtrade.partnership._games import CostGame
from lgtrade.partnership._partner_gains import PartnerGains
from lgtrade.sources import Basis
from lgtrade.words import Words

_MOST_NAMED = 8


@attrs.frozen
class GainSharing(ShownInNotebooks):
    """A gain to be shared between partners: what each rule gives, and what they have agreed.

    Args:
        game: what every group would pay.
        agreed: what the partners have agreed that each pays; nothing if they have not.
        remainder: who takes the odd pence.

    Raises:
        InputError: what was agreed is not of these partners or does not add to the cost, or odd pence would be left;
            all together.

    >>> from lgtrade.partnership import CoalitionCost
    >>> from lgtrade.sources import Assumption
    >>> pounds = {("Kent",): 100, ("Medway",): 80, ("Kent", "Medway"): 150}
    >>> game = CostGame("Audit", ("Kent", "Medway"), tuple(
    ...     CoalitionCost(who, Money.pounds(cost), Assumption("an example")) for who, cost in pounds.items()
    ... ))
    >>> sharing = GainSharing(game, {"Kent": Money.pounds(65), "Medway": Money.pounds(85)})
    >>> sharing.figures["shapley", "Kent"], sharing.figures["core", "agreed"]
    (£85.00, False)
    """

    game: CostGame
    agreed: Mapping[str, Money] = attrs.field(factory=dict[str, Money], converter=freeze)
    remainder: Remainder = attrs.field(factory=lambda: LARGEST)

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be compared."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("game", self.game, CostGame, Words("a CostGame"))
        if self.agreed and isinstance(self.game, CostGame):
            yield from share_issues(self.game, self.agreed, "agreed")
        yield from remainder_issues(self.remainder, self.game)

    @property
    def name(self) -> str:
        """What is shared."""
        return self.game.name

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """Each source or assumption, with the coalitions whose costs are from it."""
        costed: dict[Basis, list[str]] = {}
        for each in self.game.costs:
            costed.setdefault(each.basis, []).append(named(each.partners))
        return tuple((f"{self.name}: {_some(names)}", basis) for basis, names in costed.items())

    @property
    def allocations(self) -> tuple[Allocation, ...]:
        """What each partner pays by each rule that says something of this game."""
        attempts = (self._attempt(rule) for rule in AllocationRule)
        return tuple(each for each in attempts if isinstance(each, Allocation))

    @property
    def silent(self) -> FrozenMapping[AllocationRule, Words]:
        """The rules that say nothing of this game, each with the reason."""
        attempts = {rule: self._attempt(rule) for rule in AllocationRule}
        return FrozenMapping({rule: each for rule, each in attempts.items() if isinstance(each, Words)})

    @property
    def agreed_gains(self) -> PartnerGains | None:
        """Who wins by what the partners have agreed, and who does not; nothing if they have not agreed."""
        return PartnerGains(self.game, self.agreed) if self.agreed else None

    @property
    def figures(self) -> Figures:
        """What each partner pays and gains by each rule and by agreement, and whether that is in the core."""
        found, answer = self.agreed_gains, core(self.game)
        figures: dict[tuple[str, ...], Figure] = {("together",): self.game.together, ("saving",): self.game.saving}
        figures |= {("alone", partner): cost for partner, cost in self.game.alone.items()}
        figures["core", "empty"] = answer.empty
        figures["core", "short"] = in_pence(answer.shortfall) / 100
        for each in self.allocations:
            rule = each.rule.value
            figures |= {("exact", rule, partner): in_pence(share) / 100 for partner, share in each.shares.items()}
            figures |= _paid(rule, each.gains)
            figures["core", rule] = not each.objections
        if found is not None:
            figures |= _paid("agreed", found)
            figures["core", "agreed"] = not found.objections
            figures |= {("hands over", partner): payment for partner, payment in found.side_payments.items()}
        return FrozenMapping(figures)

    def _attempt(self, rule: AllocationRule) -> Allocation | Words:
        try:
            return allocate(self.game, rule, remainder=self.remainder)
        except InputError as error:
            return error.issues[0].found


def _paid(by: str, found: PartnerGains) -> dict[tuple[str, ...], Figure]:
    paid: dict[tuple[str, ...], Figure] = {(by, partner): pays for partner, pays in found.pays.items()}
    return paid | {("gain", by, partner): gain for partner, gain in found.gained.items()}


def _some(names: list[str]) -> str:
    return "; ".join(names if len(names) <= _MOST_NAMED else [*names[:_MOST_NAMED], "…"])
