"""Cost games: what each partner pays alone, and what every group of partners would pay together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import cast

import attrs

from lgtrade.frozen import FrozenMapping
from lgtrade.issues import InputError, Issue, refuse, shown, wrong_type
from lgtrade.money import ZERO, Money, total
from lgtrade.partnership._coalitions import members, named, numbered
from lgtrade.sources import Assumption, Basis, Source
from lgtrade.words import Words

MOST_PARTNERS = 10
"""Ten partners have 1,023 coalitions, and each has to be costed."""

MOST_COST = Money.pounds(10**12)
_MOST_NAMED = 32
A_COALITION = Words("the names of one or more partners, as a tuple")
"""What is accepted as a coalition."""


@attrs.frozen
class CoalitionCost:
    """What some of the partners would pay if they did it together, without the others.

    Args:
        partners: who; one alone has its stand-alone cost.
        cost: what they would pay; nil or more.
        basis: where the figure is from.

    Raises:
        InputError: nobody is named, somebody is named twice, or the cost is below nil or beyond reason; all together.

    >>> CoalitionCost(("Kent", "Medway"), Money.pounds(150_000), Assumption("a quotation")).cost
    £150,000.00
    """

    partners: tuple[str, ...]
    cost: Money
    basis: Basis

    def __attrs_post_init__(self) -> None:
        """Refuse a cost that is nobody's, or is none."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from name_issues(self.partners, A_COALITION)
        yield from wrong_type("cost", self.cost, Money, Words("an amount of Money"))
        if isinstance(self.cost, Money) and not ZERO <= self.cost <= MOST_COST:
            accepted = Words("from nil to {most}", most=MOST_COST)
            yield Issue("coalition.cost", "cost", Words("it is {cost}", cost=self.cost), accepted)
        yield from wrong_type("basis", self.basis, (Source, Assumption), Words("a Source or an Assumption"))


def name_issues(partners: object, accepted: Words) -> Iterator[Issue]:
    """Yield what is wrong with a list of partners by itself: no tuple, empty, a name that is none, or one twice.

    >>> [issue.code for issue in name_issues(("Kent", "Kent"), Words("partners"))]
    ['partners.twice']
    """
    if not isinstance(partners, tuple):
        yield from wrong_type("partners", partners, tuple, accepted)
        return
    names = cast("tuple[object, ...]", partners)
    if not names:
        yield Issue("partners.none", "partners", Words("nobody is named"), accepted)
    for place, name in enumerate(names):
        yield from wrong_type(f"partners[{place}]", name, str, Words("the name of a partner"))
        if name == "":
            yield Issue("partners.name", f"partners[{place}]", Words("it is empty"), Words("the name of a partner"))
        elif name in names[:place]:
            found = Words("{name} is named twice", name=shown(name))
            yield Issue("partners.twice", f"partners[{place}]", found, Words("each partner once"))


@attrs.frozen
class CostGame:
    """What every group of partners would pay together: all that is needed to share a gain.

    Args:
        name: what is shared.
        partners: the partners, one to ten.
        costs: what each coalition would pay: every partner alone, every group of some, and all together.

    Raises:
        InputError: there are no partners or too many, a coalition names somebody else, is costed twice, or is missing;
            all together.

    >>> pounds = {("Kent",): 100, ("Medway",): 80, ("Kent", "Medway"): 150}
    >>> game = CostGame("Audit", ("Kent", "Medway"), tuple(
    ...     CoalitionCost(who, Money.pounds(cost), Assumption("an example")) for who, cost in pounds.items()
    ... ))
    >>> game.together, game.saving
    (£150.00, £30.00)
    """

    name: str
    partners: tuple[str, ...]
    costs: tuple[CoalitionCost, ...]

    def __attrs_post_init__(self) -> None:
        """Refuse a game in which some coalition has no cost, or two."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("name", self.name, str, Words("what is shared"))
        if self.name == "":
            yield Issue("game.name", "name", Words("it is empty"), Words("what is shared"))
        issues = [*costing_issues(self.partners, self.costs)]
        yield from issues
        if not issues:
            yield from _missing_issues(self.partners, self.costs)

    @property
    def alone(self) -> FrozenMapping[str, Money]:
        """What each partner would pay alone."""
        return FrozenMapping({partner: self.cost_of((partner,)) for partner in self.partners})

    @property
    def together(self) -> Money:
        """What all partners pay together: the cost to be shared."""
        return self.cost_of(self.partners)

    @property
    def saving(self) -> Money:
        """What they save by working together; below nil if it costs them more."""
        return total(self.alone.values()) - self.together

    def cost_of(self, partners: Collection[str]) -> Money:
        """Give what a coalition would pay.

        Raises:
            InputError: it is not a coalition of these partners.
        """
        wanted = list(partners) if isinstance(partners, Collection) else []
        for each in self.costs:
            if all(name in wanted for name in each.partners) and all(name in each.partners for name in wanted):
                return each.cost
        found = Words("{given} is not a coalition of these partners", given=shown(partners))
        accepted = Words("some of: {names}", names=", ".join(self.partners))
        raise InputError([Issue("game.coalition", "partners", found, accepted)])


def pence_of_each(game: CostGame) -> list[int]:
    """Give the cost of each coalition in pence, by the whole number that stands for it; of nobody it is nothing.

    >>> basis = Assumption("an example")
    >>> pence_of_each(CostGame("Audit", ("Kent",), (CoalitionCost(("Kent",), Money(pence=7), basis),)))
    [0, 7]
    """
    pence = [0] * (1 << len(game.partners))
    for each in game.costs:
        pence[numbered(each.partners, game.partners)] = each.cost.pence
    return pence


def costing_issues(partners: tuple[str, ...], costs: tuple[CoalitionCost, ...]) -> Iterator[Issue]:
    """Yield what is wrong with a list of partners and the costs of some of their coalitions.

    >>> [issue.code for issue in costing_issues((), ())]
    ['partners.none']
    """
    yield from name_issues(partners, Words("the names of the partners, as a tuple"))
    yield from wrong_type("costs", costs, tuple, Words("the CoalitionCost of each coalition, as a tuple"))
    if not all(isinstance(each, tuple) for each in (partners, costs)):
        return
    if len(partners) > MOST_PARTNERS:
        found = Words("there are {number} partners", number=len(partners))
        yield Issue("partners.many", "partners", found, Words("at most {most}", most=MOST_PARTNERS))
    seen: set[frozenset[str]] = set()
    for place, each in enumerate(costs):
        issues = [*wrong_type(f"costs[{place}]", each, CoalitionCost, Words("a CoalitionCost"))]
        if not issues:
            issues = [*_coalition_issues(f"costs[{place}].partners", each.partners, partners, seen)]
            seen.add(frozenset(each.partners))
        yield from issues


def _coalition_issues(
    place: str, coalition: Sequence[str], partners: Sequence[str], seen: set[frozenset[str]]
) -> Iterator[Issue]:
    for name in coalition:
        if name not in partners:
            found = Words("{name} is not a partner", name=shown(name))
            yield Issue(
                "coalition.unknown", place, found, Words("one of: {names}", names=", ".join(map(str, partners)))
            )
    if frozenset(coalition) in seen:
        found = Words("{coalition} is costed twice", coalition=named(coalition))
        yield Issue("coalition.twice", place, found, Words("each coalition once"))


def uncosted(partners: tuple[str, ...], costs: Iterable[CoalitionCost]) -> list[int]:
    """Give the coalitions that have no cost, the smaller ones first.

    >>> uncosted(("Kent", "Medway"), ())
    [1, 2, 3]
    """
    costed = {numbered(each.partners, partners) for each in costs}
    left = (coalition for coalition in range(1, 1 << len(partners)) if coalition not in costed)
    return sorted(left, key=int.bit_count)


def _missing_issues(partners: tuple[str, ...], costs: Iterable[CoalitionCost]) -> Iterator[Issue]:
    left = uncosted(partners, costs)
    if left:
        names = "; ".join(named(members(coalition, partners)) for coalition in left[:_MOST_NAMED])
        template = (
            "no cost is given for: {names}"
            if len(left) <= _MOST_NAMED
            else "no cost is given for {number} coalitions, of which the first are: {names}"
        )
        found = Words(template, names=names, number=len(left))
        yield Issue("coalition.missing", "costs", found, Words("a cost for each, which cost_bounds can bound"))
