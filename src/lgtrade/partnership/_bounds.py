"""What a coalition that nobody has costed may cost, from those that are costed."""

from __future__ import annotations

import attrs

from lgtrade.issues import Collector, Issue, refuse, wrong_type
from lgtrade.money import Money
from lgtrade.partnership._between import least_for, most_for_each
from lgtrade.partnership._coalitions import members, named, numbered
from lgtrade.partnership._games import CoalitionCost, costing_issues, uncosted
from lgtrade.sources import Assumption
from lgtrade.words import Words

NO_DEARER_TOGETHER = Assumption("partners who work together never pay more than they would in two groups apart")
"""What bounds rest on when costs are subadditive."""

NOR_CHEAPER_WITH_MORE = Assumption(
    "partners who work together never pay more than they would in two groups apart, "
    "and a group never pays less for having more partners in it"
)
"""What bounds rest on when costs are subadditive and monotone."""


@attrs.frozen
class CostBounds:
    """What a coalition that has not been costed may cost.

    Args:
        partners: the coalition.
        least: it costs no less.
        most: it costs no more; none if nothing that is costed says so.
        basis: the assumption that the bounds rest on.

    >>> bounds = CostBounds(("Kent", "Medway"), Money.pounds(100), Money.pounds(180), NOR_CHEAPER_WITH_MORE)
    >>> print(bounds.words)
    Kent + Medway: from £100.00 to £180.00.
    """

    partners: tuple[str, ...]
    least: Money
    most: Money | None
    basis: Assumption

    @property
    def words(self) -> Words:
        """The bounds in a sentence."""
        template = "{coalition}: {least} or more." if self.most is None else "{coalition}: from {least} to {most}."
        return Words(template, coalition=named(self.partners), least=self.least, most=self.most)


def cost_bounds(
    partners: tuple[str, ...], costs: tuple[CoalitionCost, ...], *, monotone: bool = True
) -> tuple[CostBounds, ...]:
    """Give bounds on the cost of every coalition that has none, the smaller coalitions first.

    No coalition costs more than the groups that it can be made up from; and no less than what a costed group costs
    beyond the partners in it that the coalition lacks.

    Args:
        partners: the partners, one to ten.
        costs: the costs that are known.
        monotone: whether a group with more partners never pays less; without that, only groups within a coalition
            bound it from above, and only groups around it from below.

    Raises:
        InputError: the costs are not of these partners, or contradict the assumption; all together.

    >>> basis = Assumption("an example")
    >>> pounds = {("Kent",): 100, ("Medway",): 80, ("Swale",): 60, ("Kent", "Medway", "Swale"): 190}
    >>> known = tuple(CoalitionCost(who, Money.pounds(cost), basis) for who, cost in pounds.items())
    >>> for bounds in cost_bounds(("Kent", "Medway", "Swale"), known):
    ...     print(bounds.words)
    Kent + Medway: from £130.00 to £180.00.
    Kent + Swale: from £110.00 to £160.00.
    Medway + Swale: from £90.00 to £140.00.
    """
    refuse([*costing_issues(partners, costs), *wrong_type("monotone", monotone, bool, Words("true or false"))])
    known = {numbered(each.partners, partners): each.cost.pence for each in costs}
    most = most_for_each(known, 1 << len(partners), monotone=monotone)
    collector = Collector()
    for place, each in enumerate(costs):
        collector.add(*_contradiction(place, each, most[numbered(each.partners, partners)]))
    refuse(collector.issues)
    basis = NOR_CHEAPER_WITH_MORE if monotone else NO_DEARER_TOGETHER
    return tuple(
        CostBounds(
            members(coalition, partners),
            Money(pence=least_for(coalition, known, most, monotone=monotone)),
            _money(most[coalition]),
            basis,
        )
        for coalition in uncosted(partners, costs)
    )


def _money(pence: int | None) -> Money | None:
    return None if pence is None else Money(pence=pence)


def _contradiction(place: int, cost: CoalitionCost, most: int | None) -> list[Issue]:
    if most is None or cost.cost.pence <= most:
        return []
    template = "{coalition} costs {cost}, and by the others at most {most}"
    found = Words(template, coalition=named(cost.partners), cost=cost.cost, most=Money(pence=most))
    return [Issue("bounds.assumption", f"costs[{place}]", found, Words("costs that agree with the assumption"))]
