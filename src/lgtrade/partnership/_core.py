"""The core: the divisions that no group of partners has a reason to leave, and why there may be none.

O. N. Bondareva (1963) and L. S. Shapley (1967): the core is empty when some coalitions, with weights by which every
partner is counted once, would pay less than all do together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from lgtrade.frozen import FrozenMapping, freeze
from lgtrade.issues import Issue, refuse, shown, wrong_type
from lgtrade.money import UP, Amount, Money
from lgtrade.partnership._balance import CoalitionWeight, uncounted, weight_issues
from lgtrade.partnership._coalitions import members, named, sums
from lgtrade.partnership._games import CostGame, pence_of_each
from lgtrade.partnership._simplex import Tableau
from lgtrade.words import Words


@attrs.frozen
class Objection:
    """A group of partners that would do better alone.

    Args:
        partners: the group.
        pays: what its partners pay of the whole.
        alone: what it would pay without the others.

    >>> print(Objection(("Kent", "Medway"), Money.pounds(160).amount, Money.pounds(150)).words)
    Kent + Medway would do better alone, by £10.00.
    """

    partners: tuple[str, ...]
    pays: Amount
    alone: Money

    @property
    def name(self) -> str:
        """The group, by its partners."""
        return named(self.partners)

    @property
    def better_by(self) -> Amount:
        """By how much it would do better, exactly."""
        return self.pays - self.alone.amount

    @property
    def words(self) -> Words:
        """The objection in a sentence, with the sum to the penny above."""
        template = "{coalition} would do better alone, by {by}."
        return Words(template, coalition=self.name, by=self.better_by.round(UP))


def in_pence(share: Money | Amount) -> Fraction:
    """Give what a partner pays in pence, exactly.

    >>> in_pence(Money.pounds("1.50")), in_pence(Amount(Fraction(1, 300)))
    (Fraction(150, 1), Fraction(1, 3))
    """
    return Fraction(share.pence) if isinstance(share, Money) else Fraction(share.pounds) * 100


def share_issues(game: CostGame, shares: Mapping[str, Money | Amount], place: str = "shares") -> Iterator[Issue]:
    """Yield what is wrong with what each partner pays: of somebody else, of nobody, or not the whole cost.

    Args:
        game: what every group would pay.
        shares: what each partner pays.
        place: where that was given.

    >>> from lgtrade.partnership import CoalitionCost
    >>> from lgtrade.sources import Assumption
    >>> audit = CostGame("Audit", ("Kent",), (CoalitionCost(("Kent",), Money.pounds(100), Assumption("an example")),))
    >>> [str(issue) for issue in share_issues(audit, {"Kent": Money.pounds(90)})]
    ['shares: they add to £90, not to £100.00. Accepted: shares that add to the cost.']
    """
    issues = [*wrong_type("game", game, CostGame, Words("a CostGame"))]
    issues += wrong_type(place, shares, Mapping, Words("what each partner pays, by its name"))
    if issues:
        yield from issues
        return
    for partner, share in shares.items():
        if partner not in game.partners:
            accepted = Words("one of: {names}", names=", ".join(game.partners))
            issues.append(
                Issue("shares.unknown", place, Words("{name} is not a partner", name=shown(partner)), accepted)
            )
        issues += wrong_type(f"{place}[{partner}]", share, (Money, Amount), Words("Money, or an exact Amount"))
    for partner in game.partners:
        if partner not in shares:
            issues.append(Issue("shares.missing", f"{place}[{partner}]", Words("it is missing"), Words("what it pays")))
    if not issues:
        added = Amount(sum(map(in_pence, shares.values()), Fraction(0)) / 100)
        if added != game.together.amount:
            found = Words("they add to {added}, not to {cost}", added=added, cost=game.together)
            issues.append(Issue("shares.sum", place, found, Words("shares that add to the cost")))
    yield from issues


def objections(game: CostGame, shares: Mapping[str, Money | Amount]) -> tuple[Objection, ...]:
    """Give every group that would do better alone, the most to gain first; a division with none is in the core.

    Args:
        game: what every group would pay.
        shares: what each partner pays of the whole: money, or exact amounts.

    Raises:
        InputError: the shares are not of these partners, or do not add to the cost; all together.

    >>> from lgtrade.partnership import CoalitionCost
    >>> from lgtrade.sources import Assumption
    >>> pounds = {("Kent",): 100, ("Medway",): 80, ("Kent", "Medway"): 150}
    >>> game = CostGame("Audit", ("Kent", "Medway"), tuple(
    ...     CoalitionCost(who, Money.pounds(cost), Assumption("an example")) for who, cost in pounds.items()
    ... ))
    >>> [str(each.words) for each in objections(game, {"Kent": Money.pounds(65), "Medway": Money.pounds(85)})]
    ['Medway would do better alone, by £5.00.']
    """
    refuse(share_issues(game, shares))
    costs, pays = pence_of_each(game), sums([in_pence(shares[partner]) for partner in game.partners], Fraction(0))
    over = [coalition for coalition, cost in enumerate(costs) if pays[coalition] > cost]
    over.sort(key=lambda coalition: costs[coalition] - pays[coalition])
    return tuple(
        Objection(members(each, game.partners), Amount(pays[each] / 100), Money(pence=costs[each])) for each in over
    )


@attrs.frozen
class Core:
    """Whether some division gives no group a reason to leave, with what shows it.

    Args:
        game: what every group would pay.
        shares: one such division; nothing if there is none.
        collection: if there is none, coalitions with weights that count every partner once, that would pay less.
        helped: if there is none, what each partner would pay once what is short came from outside, so that no group
            would have a reason to leave.

    Raises:
        InputError: a part is of the wrong type; all together.

    >>> from lgtrade.partnership import CoalitionCost
    >>> from lgtrade.sources import Assumption
    >>> audit = CostGame("Audit", ("Kent",), (CoalitionCost(("Kent",), Money.pounds(100), Assumption("an example")),))
    >>> core(audit).empty, core(audit).shares
    (False, {'Kent': £100})
    """

    game: CostGame
    shares: FrozenMapping[str, Amount] = attrs.field(converter=freeze)
    collection: tuple[CoalitionWeight, ...] = ()
    helped: FrozenMapping[str, Amount] = attrs.field(factory=FrozenMapping[str, Amount], converter=freeze)

    def __attrs_post_init__(self) -> None:
        """Refuse what is no answer."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("game", self.game, CostGame, Words("a CostGame"))
        yield from weight_issues(self.collection)
        for place, pays in (("shares", self.shares), ("helped", self.helped)):
            yield from wrong_type(place, pays, Mapping, Words("what each partner pays, by its name"))
            if isinstance(pays, Mapping):
                for partner, share in pays.items():
                    yield from wrong_type(f"{place}[{partner}]", share, Amount, Words("an exact Amount"))

    @property
    def empty(self) -> bool:
        """Whether there is no such division."""
        return not self.shares

    @property
    def shortfall(self) -> Amount:
        """What would have to come from outside for there to be one; nothing if there is one."""
        if not self.empty:
            return Amount(Fraction(0))
        weighted = sum((self.game.cost_of(each.partners).pence * each.weight for each in self.collection), Fraction(0))
        return Amount((self.game.together.pence - weighted) / 100)

    @property
    def words(self) -> Words:
        """The answer in a sentence, with the sum to the penny above."""
        if not self.empty:
            return Words("There are divisions that give no group a reason to leave.")
        return Words(
            "Every division leaves some group that would do better alone; {short} from outside would change that.",
            short=self.shortfall.round(UP),
        )

    def check(self) -> tuple[Words, ...]:
        """Give what does not hold of the answer, checked without the method that found it; nothing if it stands."""
        return tuple(self._faults())

    def _faults(self) -> Iterator[Words]:
        if not self.empty:
            issues = [*share_issues(self.game, self.shares)]
            yield from (Words("{place}: {found}.", place=each.place, found=each.found) for each in issues)
            yield from () if issues else (each.words for each in objections(self.game, self.shares))
            return
        strangers = {name for each in self.collection for name in each.partners} - {*self.game.partners}
        if strangers or not all(each.weight > 0 for each in self.collection):
            yield Words("The collection is not of groups of partners with weights above nothing.")
            return
        yield from uncounted(self.collection, self.game.partners)
        if in_pence(self.shortfall) <= 0:
            yield Words("The coalitions would pay no less by their weights than all do together.")
        yield from self._unhelped()

    def _unhelped(self) -> Iterator[Words]:
        """Yield why what is short would not be enough: that it would not show that less is not."""
        if {*self.helped} != {*self.game.partners}:
            yield Words("What each partner would pay with help from outside is not of these partners.")
            return
        pays = sums([in_pence(self.helped[partner]) for partner in self.game.partners], Fraction(0))
        if pays[-1] != self.game.together.pence - in_pence(self.shortfall):
            template = "With {short} from outside the partners would not pay {pays} between them."
            yield Words(template, short=self.shortfall, pays=Amount(pays[-1] / 100))
        for coalition, cost in enumerate(pence_of_each(self.game)):
            if pays[coalition] > cost:
                names = named(members(coalition, self.game.partners))
                yield Words("{coalition} would do better alone in spite of help from outside.", coalition=names)


def core(game: CostGame) -> Core:
    """Find a division that gives no group a reason to leave, or show that there is none.

    Args:
        game: what every group would pay.

    >>> from lgtrade.partnership import CoalitionCost
    >>> from lgtrade.sources import Assumption
    >>> pounds = {("Kent",): 100, ("Medway",): 80, ("Kent", "Medway"): 190}
    >>> game = CostGame("Audit", ("Kent", "Medway"), tuple(
    ...     CoalitionCost(who, Money.pounds(cost), Assumption("an example")) for who, cost in pounds.items()
    ... ))
    >>> print(core(game).words)
    Every division leaves some group that would do better alone; £10.00 from outside would change that.
    """
    refuse(wrong_type("game", game, CostGame, Words("a CostGame")))
    costs = {coalition: cost for coalition, cost in enumerate(pence_of_each(game)) if coalition}
    tableau = Tableau([1] * len(game.partners))
    tableau.solve(costs)
    pays = [Fraction(price, tableau.divisor) for price in tableau.prices(costs)]
    shares = {partner: Amount(each / 100) for partner, each in zip(game.partners, pays, strict=True)}
    if sum(pays) == game.together.pence:
        return Core(game, shares)
    collection = (
        CoalitionWeight(members(coalition, game.partners), Fraction(weight, tableau.divisor))
        for coalition, weight in sorted(tableau.weights())
        if weight
    )
    return Core(game, {}, tuple(collection), shares)
