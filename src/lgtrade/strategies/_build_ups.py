"""Strategies for ledgers and what is built up from them, for staff and for what a unit costs."""

from __future__ import annotations

from fractions import Fraction

import hypothesis.strategies as st

from lgtrade.costing import (
    ApportionmentKey,
    BuildUp,
    CostClass,
    Grade,
    LedgerLine,
    OnCost,
    OverheadMethod,
    OverheadRate,
    ProductiveTime,
    RateCard,
    StaffWork,
    SubjectiveHeading,
    UnitCost,
    UnitCostLine,
)
from lgtrade.money import CELL_BY_CELL, HALF_UP, LARGEST, TO_LAST, ZERO, Money, Rate, Share
from lgtrade.sources import Basis
from lgtrade.strategies._calendar import financial_years
from lgtrade.strategies._costing import apportionment_keys
from lgtrade.strategies._money import money
from lgtrade.strategies._sources import bases
from lgtrade.strategies._values import names

_MOST = Money.pounds(10**8)
_SUMS = money(min_value=-_MOST, max_value=_MOST)
_COSTS = money(min_value=ZERO, max_value=_MOST)
_PARTS = st.integers(0, 2000).map(lambda thousandths: Fraction(thousandths, 1000))
_SERVICES = ("audit", "payroll")
_USES = (*_SERVICES, "own use")
_POOLS = ("Finance", "ICT", "People")
_LEFT_OUT = "Democratic core"
_WEIGHTS = st.integers(0, 99).map(lambda thirds: Fraction(thirds, 3))
_SHARES = st.integers(0, 1000).map(lambda thousandths: Share(Fraction(thousandths, 1000)))
_HALF_DAYS = st.integers(0, 60).map(lambda halves: Fraction(halves, 2))
_ABSENCES = ("leave", "bank holidays", "training", "sickness")
_RATES = st.integers(0, 10**5).map(lambda pence: Rate(Money(pence=pence).in_pounds))
_ROUNDINGS = st.sampled_from([HALF_UP, HALF_UP.to("1"), HALF_UP.to("0.001")])
_GRADES = ("Assistant", "Officer", "Manager")


def ledger_lines() -> st.SearchStrategy[LedgerLine]:
    """Generate lines of a ledger: cost and credits, some with a key of their own.

    >>> from hypothesis import find
    >>> find(ledger_lines(), lambda line: line.key is not None).amount
    £0.00
    """
    keys = st.none() | apportionment_keys(st.sampled_from(_USES))
    headings = st.sampled_from(SubjectiveHeading)
    return st.builds(LedgerLine, names(), headings, financial_years(), _SUMS, bases(), keys, st.text(max_size=5))


def overhead_rates() -> st.SearchStrategy[OverheadRate]:
    """Generate overheads that a ledger does not hold.

    >>> from hypothesis import find
    >>> find(overhead_rates(), lambda rate: rate.part > 0).of[0].value
    'employees'
    """
    headings = st.lists(st.sampled_from(SubjectiveHeading), min_size=1, max_size=3, unique=True).map(tuple)
    return st.builds(OverheadRate, names(), _PARTS, headings, bases())


@st.composite
def _pools(draw: st.DrawFn, basis: Basis) -> dict[str, ApportionmentKey]:
    """Generate support services that serve a use each, and perhaps one another and themselves."""
    kept = draw(st.lists(st.sampled_from(_POOLS), max_size=3, unique=True))
    others = st.dictionaries(st.sampled_from([*_USES, *kept]), _WEIGHTS, max_size=3)
    a_use = st.dictionaries(st.sampled_from(_USES), _WEIGHTS.filter(bool), min_size=1, max_size=1)
    return {pool: ApportionmentKey("heads", draw(others) | draw(a_use), basis) for pool in kept}


@st.composite
def build_ups(draw: st.DrawFn, *, method: OverheadMethod | None = None) -> BuildUp:
    """Generate what is built up from a ledger, with support services that may serve one another.

    Args:
        draw: given by Hypothesis.
        method: only by this method.

    >>> from hypothesis import find
    >>> find(build_ups(), lambda build_up: not build_up.pools).ledger
    £0.00
    """
    year, basis = draw(financial_years()), draw(bases())
    pools = draw(_pools(basis))
    used = draw(st.sampled_from(OverheadMethod)) if method is None else method
    rent = ApportionmentKey("floor area", {"payroll": draw(st.integers(1, 9)), "own use": 4}, basis)
    headings = st.sampled_from(SubjectiveHeading)
    centres = st.sampled_from([*_USES, *pools, _LEFT_OUT])
    own = st.builds(LedgerLine, centres, headings, st.just(year), _SUMS, st.just(basis))
    shared = st.builds(LedgerLine, st.just("Town hall"), headings, st.just(year), _SUMS, st.just(basis), st.just(rent))
    return BuildUp(
        draw(names()),
        year,
        tuple(draw(st.lists(own | shared, max_size=5))),
        _SERVICES,
        ("own use",),
        pools,
        used,
        tuple(draw(st.permutations(tuple(pools)))) if used is OverheadMethod.STEP_DOWN else (),
        {_LEFT_OUT: "it serves no one service"},
        tuple(draw(st.lists(overhead_rates(), max_size=1))),
        draw(st.none() | _SUMS),
        draw(st.sampled_from([LARGEST, TO_LAST, CELL_BY_CELL])),
    )


def productive_times() -> st.SearchStrategy[ProductiveTime]:
    """Generate productive times of a year.

    >>> from hypothesis import find
    >>> find(productive_times(), lambda time: len(time.lost) > 1).productive_days
    Fraction(200, 1)
    """
    return _times(bases())


def _times(basis: st.SearchStrategy[Basis]) -> st.SearchStrategy[ProductiveTime]:
    lost = st.dictionaries(st.sampled_from(_ABSENCES), _HALF_DAYS, max_size=3)
    return st.builds(ProductiveTime, st.integers(200, 262), lost, st.sampled_from(["7", "7.4", "22/3"]), basis)


def on_costs() -> st.SearchStrategy[OnCost]:
    """Generate what employing somebody costs on top of pay: a part of it or a sum.

    >>> from hypothesis import find
    >>> find(on_costs(), lambda cost: cost.amount is not None).amount
    £0.00
    """
    return _on_costs(bases())


def _on_costs(basis: st.SearchStrategy[Basis]) -> st.SearchStrategy[OnCost]:
    part = st.builds(OnCost, names(), basis, _PARTS)
    return part | st.builds(OnCost, names(), basis, st.none(), _COSTS)


def grades() -> st.SearchStrategy[Grade]:
    """Generate grades, with pay or with a rate that is stated.

    >>> from hypothesis import find
    >>> find(grades(), lambda grade: grade.rate is not None).rate
    £0.00
    """
    return _grades(names(), bases())


def _grades(name: st.SearchStrategy[str], basis: st.SearchStrategy[Basis]) -> st.SearchStrategy[Grade]:
    costs = st.lists(_on_costs(basis), max_size=1).map(tuple)
    built_up = st.builds(Grade, name, basis, _COSTS, st.none(), costs, st.none() | _times(basis))
    return built_up | st.builds(Grade, name, basis, rate=_RATES)


def staff_work() -> st.SearchStrategy[StaffWork]:
    """Generate pieces of work by the hours that they take.

    >>> from hypothesis import find
    >>> find(staff_work(), lambda work: work.total > 1).total
    Fraction(3, 2)
    """
    return _work(names(), bases())


def _work(grade: st.SearchStrategy[str], basis: st.SearchStrategy[Basis]) -> st.SearchStrategy[StaffWork]:
    hours = st.dictionaries(grade, _HALF_DAYS, min_size=1, max_size=3)
    return st.builds(StaffWork, names(), hours, basis, st.dictionaries(names(), _COSTS, max_size=2))


@st.composite
def rate_cards(draw: st.DrawFn) -> RateCard:
    """Generate rate cards, with a few grades and what some work costs by them.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(rate_cards(), lambda card: bool(card.costs), settings=first).time is None
    False
    """
    basis = st.just(draw(bases()))
    called = draw(st.lists(st.sampled_from(_GRADES), min_size=1, max_size=3, unique=True))
    work = st.lists(_work(st.sampled_from(called), basis), max_size=2, unique_by=lambda each: each.name)
    return RateCard(
        draw(names()),
        tuple(draw(_grades(st.just(name), basis)) for name in called),
        draw(basis),
        tuple(draw(st.lists(_on_costs(basis), max_size=2))),
        draw(_times(basis)),
        draw(_ROUNDINGS),
        tuple(draw(work)),
        draw(st.dictionaries(names(), _RATES, max_size=2)),
        tuple(draw(st.lists(_on_costs(basis), max_size=1))),
    )


def unit_cost_lines() -> st.SearchStrategy[UnitCostLine]:
    """Generate lines of what all units together cost.

    >>> from hypothesis import find
    >>> find(unit_cost_lines(), lambda line: line.fixed is None).amount
    £0.00
    """
    return st.builds(UnitCostLine, names(), _SUMS, bases(), st.none() | _SHARES, st.sampled_from(CostClass))


@st.composite
def unit_costs(draw: st.DrawFn, *, known: bool | None = None) -> UnitCost:
    """Generate what a unit costs.

    Args:
        draw: given by Hypothesis.
        known: whether the capacity is known, and what is fixed of every line of nil or more; either unless told.

    >>> from hypothesis import find
    >>> find(unit_costs(known=True), lambda cost: cost.idle == 1).idle
    Fraction(1, 1)
    """
    whole = draw(st.booleans()) if known is None else known
    fixed = st.builds(UnitCostLine, names(), _COSTS, bases(), _SHARES, st.sampled_from(CostClass))
    units = draw(st.integers(1, 10**6) | st.fractions(1, 1000, max_denominator=4))
    return UnitCost(
        draw(names()),
        draw(names()),
        units,
        tuple(draw(st.lists(fixed if whole else unit_cost_lines(), min_size=1, max_size=4))),
        draw(bases()),
        units + draw(st.integers(0, 10**6)) if whole else None,
        draw(st.none() | _SUMS),
        draw(_ROUNDINGS),
    )


BY_TYPE = {
    BuildUp: build_ups,
    Grade: grades,
    LedgerLine: ledger_lines,
    OnCost: on_costs,
    OverheadRate: overhead_rates,
    ProductiveTime: productive_times,
    RateCard: rate_cards,
    StaffWork: staff_work,
    UnitCost: unit_costs,
    UnitCostLine: unit_cost_lines,
}
