"""Strategies for the terms of an agreement, its life, its succession and its end."""

from __future__ import annotations

import datetime as dt

import hypothesis.strategies as st

from lgtrade.agreements import (
    MOVES,
    CapPeriod,
    Clause,
    ExitCost,
    ExitPlan,
    Fate,
    LiabilityCap,
    Life,
    Move,
    PartyFate,
    State,
    Step,
    SuccessionReport,
    Terms,
    Variation,
)
from lgtrade.authorities import Authority, AuthorityKind, Nation
from lgtrade.money import ZERO, Money
from lgtrade.strategies._agreements import agreements, parties
from lgtrade.strategies._authorities import authorities
from lgtrade.strategies._calendar import days
from lgtrade.strategies._charging import charging_rules
from lgtrade.strategies._law import receipts
from lgtrade.strategies._money import money
from lgtrade.strategies._prices import prices
from lgtrade.strategies._sources import bases
from lgtrade.strategies._splits import shares, shares_of_a_whole
from lgtrade.strategies._values import names

_COUNCILS = (
    Authority("A council", AuthorityKind.DISTRICT, Nation.ENGLAND),
    Authority("Another council", AuthorityKind.DISTRICT, Nation.ENGLAND),
)
_MOST = Money.pounds(10**7)
_SUMS = money(min_value=ZERO, max_value=_MOST)


def liability_caps() -> st.SearchStrategy[LiabilityCap]:
    """Generate caps on liability.

    >>> from hypothesis import find
    >>> find(liability_caps(), lambda cap: True).over.value
    'each claim'
    """
    return st.builds(LiabilityCap, names(), _SUMS, st.sampled_from(CapPeriod))


def clauses() -> st.SearchStrategy[Clause]:
    """Generate named clauses.

    >>> from hypothesis import find
    >>> find(clauses(), lambda clause: True)
    Clause(name='0', text='0')
    """
    return st.builds(Clause, names(), names())


def terms() -> st.SearchStrategy[Terms]:
    """Generate terms, said or not.

    >>> from hypothesis import find
    >>> find(terms(), lambda each: each.notice_months is not None).notice_months
    1
    """
    months = st.none() | st.integers(1, 60)
    return st.builds(
        Terms,
        months,
        months,
        st.lists(days(), max_size=2),
        st.lists(liability_caps(), max_size=2).map(tuple),
        st.lists(clauses(), max_size=3, unique_by=lambda clause: clause.name).map(tuple),
    )


@st.composite
def variations(draw: st.DrawFn) -> Variation:
    """Generate variations that change at least one thing.

    Args:
        draw: given by Hypothesis.

    >>> from hypothesis import find
    >>> find(variations(), lambda each: each.charge is not None).notice_months is not None
    True
    """
    return Variation(
        draw(days()),
        draw(days()),
        draw(names()),
        draw(st.none() | prices() | charging_rules()),
        draw(st.none() | days()),
        draw(st.integers(1, 24)),
        tuple(draw(st.lists(clauses(), max_size=2, unique_by=lambda clause: clause.name))),
    )


def steps() -> st.SearchStrategy[Step]:
    """Generate moves that were made.

    >>> from hypothesis import find
    >>> find(steps(), lambda step: True).move.value
    'make the business case'
    """
    return st.builds(Step, st.sampled_from(Move), days(), names(), st.just("") | names())


@st.composite
def lives(draw: st.DrawFn) -> Life:
    """Generate agreements between two councils, with a history of moves in an order in which they can be made.

    Args:
        draw: given by Hypothesis.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(lives(), lambda life: life.state is State.APPROVED, settings=first).steps[0].move in MOVES
    True
    """
    done: list[Step] = []
    state, day = State.DRAFT, draw(days(min_value=dt.date(2000, 1, 1), max_value=dt.date(2020, 1, 1)))
    most = draw(st.integers(0, 6))
    while len(done) < most and (open_moves := [move for move, (begins, _) in MOVES.items() if state in begins]):
        move = draw(st.sampled_from(open_moves))
        day += dt.timedelta(days=draw(st.integers(0, 400)))
        done.append(Step(move, day, draw(names())))
        state = MOVES[move][1]
    receipt = draw(st.none() | receipts())
    power = "" if receipt is None else "LAGSA1970_S1"
    return Life(draw(agreements(between=_COUNCILS)), power, receipt, tuple(done))


def party_fates() -> st.SearchStrategy[PartyFate]:
    """Generate what became of parties.

    >>> from hypothesis import find
    >>> find(party_fates(), lambda fate: fate.fate is Fate.SPLIT).fate.value
    'split between several bodies'
    """
    return st.builds(PartyFate, parties(), st.sampled_from(Fate), st.lists(authorities(), max_size=2).map(tuple))


def succession_reports() -> st.SearchStrategy[SuccessionReport]:
    """Generate what reorganisations make of agreements.

    >>> from hypothesis import find
    >>> find(succession_reports(), lambda report: True).fates
    ()
    """
    fates = st.lists(party_fates(), max_size=2).map(tuple)
    return st.builds(SuccessionReport, fates, st.none() | agreements(between=_COUNCILS), st.none() | authorities())


def exit_costs() -> st.SearchStrategy[ExitCost]:
    """Generate costs of leaving.

    >>> from hypothesis import find
    >>> find(exit_costs(), lambda cost: cost.amount > ZERO).amount
    £0.01
    """
    return st.builds(ExitCost, names(), _SUMS, shares(), bases())


@st.composite
def exit_plans(draw: st.DrawFn) -> ExitPlan:
    """Generate plans of leaving, in which somebody stays.

    Args:
        draw: given by Hypothesis.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> len(find(exit_plans(), lambda plan: True, settings=first).shares) >= 2
    True
    """
    whole = draw(
        shares_of_a_whole(min_size=2).filter(lambda each: sum(1 for part in each.parts.values() if part.fraction) > 1)
    )
    held = {str(name): part for name, part in whole.parts.items()}
    cost = draw(st.none() | _SUMS)
    return ExitPlan(
        draw(st.sampled_from(sorted(held))),
        draw(days()),
        tuple(draw(st.lists(exit_costs(), max_size=3))),
        held,
        cost,
        ZERO if cost is None else draw(money(min_value=ZERO, max_value=cost)),
        payback=draw(st.none() | st.integers(1, 9)),
    )


BY_TYPE = {
    Clause: clauses,
    ExitCost: exit_costs,
    ExitPlan: exit_plans,
    LiabilityCap: liability_caps,
    Life: lives,
    PartyFate: party_fates,
    Step: steps,
    SuccessionReport: succession_reports,
    Terms: terms,
    Variation: variations,
}
