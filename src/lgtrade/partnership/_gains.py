"""Sharing a gain: every rule side by side, the core, and what the partners have agreed."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from lgtrade.figures import Figure, Figures
from lgtrade.frozen import FrozenMapping, freeze
from lgtrade.issues import InputError, Issue, refuse, wrong_type
from lgtrade.money import LARGEST, Money, Remainder
from lgtrade.partnership._allocation import Allocation, allocate, remainder_issues
from lgtrade.partnership._coalitions import named
from lgtrade.partnership._core import core, in_pence, share_issues
from lgtrade.partnership._division import AllocationRule
from lgtrade.partnership._games import CostGame
from lgtrade.partnership._outcome import Outcome
from lgtrade.sources import Basis
from lgtrade.words import Words


@attrs.frozen
class GainSharing:
    """A gain to be shared between partners: what each rule gives, and what they have agreed.

    Args:
        game: what every group would pay.
        agreed: what the partners have agreed that each pays; nothing if they have not.
        remainder: who takes the odd pence.

    Raises:
        InputError: what was agreed does not add to the cost or is not of these partners, or odd pence would be left over;
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
    agreed: FrozenMapping[str, Money] = attrs.field(factory=dict[str, Money], converter=freeze)
    remainder: Remainder = LARGEST

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot be compared."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("game", self.game, CostGame, Words("a CostGame"))
        if self.agreed and isinstance(self.game, CostGame):
            yield from (issue.under("agreed") for issue in share_issues(self.game, self.agreed))
        yield from remainder_issues(self.remainder)

    @property
    def name(self) -> str:
        """What is shared."""
        return self.game.name

    @property
    def bases(self) -> tuple[tuple[str, Basis], ...]:
        """The source or the assumption of each coalition's cost."""
        return tuple((f"{self.name}: {named(each.partners)}", each.basis) for each in self.game.costs)
