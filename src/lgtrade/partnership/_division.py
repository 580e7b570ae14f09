"""The rules that divide a cost, or what is left of it, by weights: proportional, equal saving, separable costs."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from lgtrade.frozen import FrozenMapping, freeze
from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.money import ZERO, Amount, Money
from lgtrade.partnership._games import CostGame
from lgtrade.words import Words


class AllocationRule(enum.Enum):
    """How the partners share what they pay together.

    * ``PROPORTIONAL``: in proportion to what each would pay alone.
    * ``EQUAL_SAVING``: everybody saves the same sum.
    * ``SEPARABLE_COSTS``: each pays what it adds to the others' cost; the rest goes by what it still saves then
      (separable costs, remaining benefits).
    * ``SHAPLEY``: each pays what it adds, averaged over every order of joining.
    * ``NUCLEOLUS``: the group that saves least saves as much as can be, then the next, and so on.
    """

    PROPORTIONAL = "proportional"
    EQUAL_SAVING = "equal saving"
    SEPARABLE_COSTS = "separable costs"
    SHAPLEY = "shapley"
    NUCLEOLUS = "nucleolus"


@attrs.frozen
class DivisionCertificate:
    """How a cost was divided by weights after each partner's first sum.

    Args:
        first: what each partner pays first.
        left: what is left to be divided; below nil if it is handed back.
        weights: what it is divided in proportion to.

    Raises:
        InputError: a part is of the wrong type; all together.

    >>> nil = {"Kent": ZERO, "Medway": ZERO}
    >>> DivisionCertificate(nil, Money.pounds(150), {"Kent": Fraction(2), "Medway": Fraction(1)}).share("Kent")
    £100
    """

    first: FrozenMapping[str, Money] = attrs.field(converter=freeze)
    left: Money
    weights: FrozenMapping[str, Fraction] = attrs.field(converter=freeze)

    def __attrs_post_init__(self) -> None:
        """Refuse what nothing can be divided by."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        for place, given, kind, accepted in (
            ("first", self.first, Money, Words("an amount of Money")),
            ("weights", self.weights, Fraction, Words("a Fraction")),
        ):
            yield from wrong_type(place, given, Mapping, Words("one for each partner, by its name"))
            if isinstance(given, Mapping):
                for partner, each in given.items():
                    yield from wrong_type(f"{place}[{partner}]", each, kind, accepted)
        yield from wrong_type("left", self.left, Money, Words("an amount of Money"))

    def share(self, partner: str) -> Amount:
        """Give what a partner pays, exactly."""
        whole = sum(self.weights.values(), Fraction(0))
        part = self.left.pence * self.weights[partner] / whole if whole else Fraction(0)
        return Amount((self.first[partner].pence + part) / 100)

    def faults(self, game: CostGame, rule: AllocationRule, shares: Mapping[str, Amount]) -> Iterator[Words]:
        """Yield what does not hold: the sums themselves, and that they are those that the rule promises."""
        if {*self.first} != {*self.weights} or {*self.first} != {*game.partners}:
            yield Words("The certificate is not of these partners.")
            return
        for partner, share in shares.items():
            if self.share(partner) != share:
                yield Words("The certificate gives {partner} another share.", partner=partner)
        first, by = _promised(game, rule)
        left = game.together.pence - sum(first.values())
        yield from (Words("The rule says nothing: {why}.", why=issue.found) for issue in _silences(left, by))
        for partner in game.partners:
            if self.first[partner].pence != first[partner]:
                yield Words("{partner} does not pay first what the rule says.", partner=partner)
            if self.weights[partner] != by[partner]:
                yield Words("The weight of {partner} is not what the rule says.", partner=partner)
        if self.left.pence != left:
            yield Words("What is left is not {left}.", left=Money(pence=left))


def divide(game: CostGame, rule: AllocationRule) -> DivisionCertificate:
    """Divide the cost by one of the rules with a first sum and weights.

    Raises:
        InputError: the rule has nothing to divide by, or says nothing of such a game.

    >>> from lgtrade.partnership import CoalitionCost
    >>> from lgtrade.sources import Assumption
    >>> alone = (CoalitionCost(("Kent",), Money.pounds(100), Assumption("an example")),)
    >>> divide(CostGame("Audit", ("Kent",), alone), AllocationRule.PROPORTIONAL).share("Kent")
    £100
    """
    first, by = _promised(game, rule)
    left = game.together.pence - sum(first.values())
    refuse(_silences(left, by))
    return DivisionCertificate(
        {partner: Money(pence=pence) for partner, pence in first.items()},
        Money(pence=left),
        {partner: Fraction(weight) for partner, weight in by.items()},
    )


def _silences(left: int, by: Mapping[str, int]) -> Iterator[Issue]:
    """Yield why what is left cannot be divided, if it cannot."""
    if any(weight < 0 for weight in by.values()):
        names = ", ".join(partner for partner, weight in by.items() if weight < 0)
        found = Words("all would pay less without: {names}", names=names)
        yield Issue("rule.benefits", "rule", found, Words("partners that nobody is better off without"))
    elif left and not any(by.values()):
        found = Words("there is nothing to divide {left} in proportion to", left=Money(pence=left))
        yield Issue("rule.weights", "rule", found, Words("another rule"))


def _promised(game: CostGame, rule: AllocationRule) -> tuple[dict[str, int], dict[str, int]]:
    """Give what each pays first, in pence, and what the rest goes by."""
    alone = {partner: cost.pence for partner, cost in game.alone.items()}
    if rule is AllocationRule.PROPORTIONAL:
        return dict.fromkeys(alone, 0), alone
    if rule is AllocationRule.EQUAL_SAVING:
        return alone, dict.fromkeys(alone, 1)
    added = _separable_costs(game)
    return added, {partner: alone[partner] - added[partner] for partner in alone}


def _separable_costs(game: CostGame) -> dict[str, int]:
    """Give what each partner adds to the cost of all the others, in pence."""
    others = {partner: [each for each in game.partners if each != partner] for partner in game.partners}
    without = {partner: game.cost_of(rest) if rest else ZERO for partner, rest in others.items()}
    return {partner: (game.together - cost).pence for partner, cost in without.items()}
