"""Who wins by what the partners pay, who does not, and what would change that."""

from __future__ import annotations

import attrs

from lgtrade.frozen import FrozenMapping, freeze
from lgtrade.issues import refuse
from lgtrade.money import ZERO, Money, split, total
from lgtrade.partnership._core import Objection, objections, share_issues
from lgtrade.partnership._games import CostGame
from lgtrade.words import Words


@attrs.frozen
class PartnerGains:
    """What each partner pays, against what it would pay alone.

    Args:
        game: what every group would pay.
        pays: what each partner pays of the whole.

    Raises:
        InputError: it is not of these partners, or does not add to the cost; all together.

    >>> from lgtrade.partnership import CoalitionCost
    >>> from lgtrade.sources import Assumption
    >>> pounds = {("Kent",): 100, ("Medway",): 80, ("Kent", "Medway"): 150}
    >>> game = CostGame("Audit", ("Kent", "Medway"), tuple(
    ...     CoalitionCost(who, Money.pounds(cost), Assumption("an example")) for who, cost in pounds.items()
    ... ))
    >>> gains = PartnerGains(game, {"Kent": Money.pounds(65), "Medway": Money.pounds(85)})
    >>> print(gains.words)
    Worse off than alone: Medway. £5.00 from those who gain, of the £35.00 that they gain, would make that good.
    >>> gains.side_payments
    {'Kent': £5.00, 'Medway': -£5.00}
    """

    game: CostGame
    pays: FrozenMapping[str, Money] = attrs.field(converter=freeze)

    def __attrs_post_init__(self) -> None:
        """Refuse what is not a division of the cost between the partners."""
        refuse(share_issues(self.game, self.pays, "pays"))

    @property
    def gained(self) -> FrozenMapping[str, Money]:
        """What each partner pays less than alone; below nil if it pays more."""
        return FrozenMapping({partner: alone - self.pays[partner] for partner, alone in self.game.alone.items()})

    @property
    def worse_off(self) -> tuple[str, ...]:
        """The partners that pay more than they would alone."""
        return tuple(partner for partner, gain in self.gained.items() if gain < ZERO)

    @property
    def objections(self) -> tuple[Objection, ...]:
        """The groups that would do better alone, to the penny."""
        return objections(self.game, self.pays)

    @property
    def side_payments(self) -> FrozenMapping[str, Money]:
        """What each partner hands over so that nobody is worse off, by its gain; below nil, what it is handed.

        Nothing if nobody is worse off, or if all together save nothing that could be handed over.
        """
        losses = {partner: gain for partner, gain in self.gained.items() if gain < ZERO}
        if not losses or self.game.saving < ZERO:
            return FrozenMapping({})
        gaining = {partner: gain.pence for partner, gain in self.gained.items() if gain > ZERO}
        return FrozenMapping({**split(-total(losses.values()), gaining).parts, **losses})

    @property
    def payments_in_words(self) -> tuple[Words, ...]:
        """Who would hand over what, and who would be handed it, so that nobody is worse off; of the gain of each."""
        template = "{partner} would hand over {payment}."
        handed = "{partner} would be handed {payment}, and pay no more than alone."
        return tuple(
            Words(template if payment > ZERO else handed, partner=partner, payment=abs(payment))
            for partner, payment in self.side_payments.items()
            if payment
        )

    @property
    def words(self) -> Words:
        """Whether everybody wins, and if not, what would change that."""
        if self.game.saving < ZERO:
            template = (
                "Together they pay {more} more than apart: no payment between them leaves nobody worse off, and {more} "
                "from outside would."
            )
            return Words(template, more=-self.game.saving)
        if not self.worse_off:
            return Words("Nobody pays more than alone; together they save {saving}.", saving=self.game.saving)
        gained = total(gain for gain in self.gained.values() if gain > ZERO)
        template = (
            "Worse off than alone: {names}. {needed} from those who gain, of the {gained} that they gain, would make "
            "that good."
        )
        return Words(template, names=", ".join(self.worse_off), needed=gained - self.game.saving, gained=gained)

    def words_of(self, partner: str) -> Words:
        """Say whether a partner wins.

        Args:
            partner: one of the partners.
        """
        alone, pays = self.game.cost_of((partner,)), self.pays[partner]
        if pays < alone:
            template = "{partner} wins: it pays {pays}, which is {gain} less than alone."
        elif pays == alone:
            template = "{partner} neither wins nor loses: it pays {pays}, as it would alone."
        else:
            template = "{partner} loses: it pays {pays}, which is {gain} more than alone, unless it is paid that much."
        return Words(template, partner=partner, pays=pays, gain=abs(alone - pays))
