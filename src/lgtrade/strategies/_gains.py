"""Strategies for cost games, the rules that share their gain, and what shows that they are right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations

import hypothesis.strategies as st

from lgtrade.issues import InputError
from lgtrade.money import LARGEST, TO_LAST, ZERO, Money, Remainder, split, to_lead
from lgtrade.partnership import (
    Allocation,
    AllocationRule,
    BalanceCertificate,
    CoalitionCost,
    CoalitionWeight,
    Core,
    CostBounds,
    CostGame,
    DivisionCertificate,
    GainSharing,
    MarginalCertificate,
    MarginalCosts,
    Objection,
    PartnerGains,
    SavingLevel,
    allocate,
    core,
    cost_bounds,
)
from lgtrade.partnership._division import divide
from lgtrade.partnership._nucleolus import nucleolus
from lgtrade.partnership._shapley import marginal_certificate
from lgtrade.sources import Basis
from lgtrade.strategies._money import money
from lgtrade.strategies._sources import bases
from lgtrade.strategies._values import names

_MOST = Money.pounds(10**6)
_PARTNERS = (
    "Kent",
    "Medway",
    "Swale",
    "Ashford",
    "Maidstone",
    "Dover",
    "Thanet",
    "Dartford",
    "Canterbury",
    "Tandridge",
)


def _coalitions(partners: Iterable[str]) -> list[tuple[str, ...]]:
    who = tuple(partners)
    return [each for size in range(1, len(who) + 1) for each in combinations(who, size)]


def coalition_costs() -> st.SearchStrategy[CoalitionCost]:
    """Generate what a group of partners would pay.

    >>> from hypothesis import find
    >>> find(coalition_costs(), lambda cost: len(cost.partners) == 2).partners
    ('Kent', 'Medway')
    """
    who = st.sampled_from(_coalitions(_PARTNERS[:3]))
    return st.builds(CoalitionCost, who, money(min_value=ZERO, max_value=_MOST), bases())


def cost_games(
    *, min_partners: int = 1, max_partners: int = 3, max_cost: Money = _MOST, subadditive: bool = False
) -> st.SearchStrategy[CostGame]:
    """Generate cost games.

    Args:
        min_partners: the fewest partners.
        max_partners: the most, ten at most.
        max_cost: the most that a group pays; where that is little there are ties.
        subadditive: whether no group pays more than its parts would.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> len(find(cost_games(min_partners=2, max_partners=2), lambda game: True, settings=first).costs)
    3
    """
    sizes = [(1 << number) - 1 for number in range(min_partners, max_partners + 1)]
    pence = st.integers(0, max_cost.pence)
    costs = st.one_of([st.lists(pence, min_size=size, max_size=size) for size in sizes])
    return st.builds(_costed, names(), bases(), costs, st.just(subadditive))


def _costed(name: str, basis: Basis, pence: Sequence[int], subadditive: bool) -> CostGame:  # noqa: FBT001
    partners = _PARTNERS[: len(pence).bit_length()]
    costs: dict[frozenset[str], int] = {}
    for coalition, cost in zip(map(frozenset, _coalitions(partners)), pence, strict=True):
        apart = [costs[part] + costs[coalition - part] for part in costs if subadditive and part < coalition]
        costs[coalition] = min([cost, *apart])
    costed = (CoalitionCost(each, Money(pence=costs[frozenset(each)]), basis) for each in _coalitions(partners))
    return CostGame(name, partners, tuple(costed))


def allocations(
    *, rules: Iterable[AllocationRule] = tuple(AllocationRule), games: st.SearchStrategy[CostGame] | None = None
) -> st.SearchStrategy[Allocation]:
    """Generate what partners pay by a rule; where the rule says nothing of a game, by the Shapley value.

    Args:
        rules: by which rules.
        games: of which games; any of up to three partners unless told otherwise.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(allocations(rules=[AllocationRule.NUCLEOLUS]), lambda allocation: True, settings=first).check()
    ()
    """
    return _allocated(st.sampled_from(list(rules)), cost_games() if games is None else games)


@st.composite
def _allocated(
    draw: st.DrawFn, rules: st.SearchStrategy[AllocationRule], games: st.SearchStrategy[CostGame]
) -> Allocation:
    game = draw(games)
    rule, remainder = draw(rules), draw(_remainders(game))
    try:
        return allocate(game, rule, remainder=remainder)
    except InputError:
        return allocate(game, AllocationRule.SHAPLEY, remainder=remainder)


def _remainders(game: CostGame) -> st.SearchStrategy[Remainder]:
    return st.sampled_from([LARGEST, TO_LAST]) | st.sampled_from(game.partners).map(to_lead)


def division_certificates() -> st.SearchStrategy[DivisionCertificate]:
    """Generate how a cost was divided by weights.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> set(find(division_certificates(), lambda certificate: True, settings=first).weights.values())
    {Fraction(1, 1)}
    """
    return cost_games().map(lambda game: divide(game, AllocationRule.EQUAL_SAVING))


def marginal_certificates() -> st.SearchStrategy[MarginalCertificate]:
    """Generate what each partner adds to the groups of each size.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(marginal_certificates(), lambda certificate: True, settings=first).costs[0].joining
    0
    """
    return cost_games().map(marginal_certificate)


def marginal_costs() -> st.SearchStrategy[MarginalCosts]:
    """Generate what a partner adds to the groups of one size.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(marginal_costs(), lambda costs: costs.joining == 0, settings=first).groups
    1
    """
    return marginal_certificates().flatmap(lambda certificate: st.sampled_from(certificate.costs))


def balance_certificates() -> st.SearchStrategy[BalanceCertificate]:
    """Generate what shows that a division is the nucleolus.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> len(find(balance_certificates(), lambda certificate: len(certificate.levels) == 2, settings=first).levels)
    2
    """
    return cost_games().map(lambda game: nucleolus(game)[1])


def saving_levels() -> st.SearchStrategy[SavingLevel]:
    """Generate savings that some coalitions cannot all exceed.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> all(each.weight > 0 for each in find(saving_levels(), lambda level: True, settings=first).collection)
    True
    """
    levels = cost_games(min_partners=2).map(lambda game: nucleolus(game)[1].levels)
    return levels.flatmap(st.sampled_from)


def coalition_weights() -> st.SearchStrategy[CoalitionWeight]:
    """Generate coalitions with their weights.

    >>> from hypothesis import find
    >>> find(coalition_weights(), lambda each: len(each.partners) == 3).partners
    ('Kent', 'Medway', 'Swale')
    """
    weights = st.fractions(Fraction(1, 9), 1, max_denominator=9)
    return st.builds(CoalitionWeight, st.sampled_from(_coalitions(_PARTNERS[:3])), weights)


def cores() -> st.SearchStrategy[Core]:
    """Generate answers to whether some division gives no group a reason to leave.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(cores(), lambda answer: answer.empty, settings=first).check()
    ()
    """
    return cost_games().map(core)


@st.composite
def partner_gains(draw: st.DrawFn) -> PartnerGains:
    """Generate what partners pay, against what they would pay alone.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(partner_gains(), lambda gains: gains.worse_off == ("Kent",), settings=first).gained["Kent"] < ZERO
    True
    """
    game = draw(cost_games())
    return PartnerGains(game, draw(_divisions(game)))


def _divisions(game: CostGame) -> st.SearchStrategy[dict[str, Money]]:
    weights = st.fixed_dictionaries({partner: st.integers(1, 9) for partner in game.partners})
    return weights.map(lambda each: dict(split(game.together, each).parts))


@st.composite
def gain_sharings(draw: st.DrawFn) -> GainSharing:
    """Generate gains to be shared, agreed or not.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(gain_sharings(), lambda sharing: bool(sharing.agreed), settings=first).agreed_gains is None
    False
    """
    game = draw(cost_games())
    return GainSharing(game, draw(st.just(dict[str, Money]()) | _divisions(game)), draw(_remainders(game)))


def grounds_to_leave() -> st.SearchStrategy[Objection]:
    """Generate groups that would do better alone.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> ZERO.amount < find(grounds_to_leave(), lambda objection: True, settings=first).better_by
    True
    """
    found = partner_gains().map(lambda gains: gains.objections).filter(bool)
    return found.flatmap(st.sampled_from)


@st.composite
def costs_bounded(draw: st.DrawFn) -> CostBounds:
    """Generate what a coalition that has not been costed may cost.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> ZERO <= find(costs_bounded(), lambda bounds: bounds.most is None, settings=first).least
    True
    """
    game = draw(cost_games(min_partners=2, max_partners=3, subadditive=True))
    kept = draw(st.lists(st.sampled_from(game.costs), max_size=len(game.costs) - 1, unique=True))
    return draw(st.sampled_from(cost_bounds(game.partners, tuple(kept), monotone=False)))


BY_TYPE = {
    Allocation: allocations,
    BalanceCertificate: balance_certificates,
    CoalitionCost: coalition_costs,
    CoalitionWeight: coalition_weights,
    Core: cores,
    CostBounds: costs_bounded,
    CostGame: cost_games,
    DivisionCertificate: division_certificates,
    GainSharing: gain_sharings,
    MarginalCertificate: marginal_certificates,
    MarginalCosts: marginal_costs,
    Objection: grounds_to_leave,
    PartnerGains: partner_gains,
    SavingLevel: saving_levels,
}
