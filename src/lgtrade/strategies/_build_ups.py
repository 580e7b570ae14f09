"""Strategies for ledgers and what is built up from them, for staff and for what a unit costs."""

from __future__ import annotations

import hypothesis.strategies as st

from lgtrade.calendar import FinancialYear
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
from lgtrade.money import CELL_BY_CELL, HALF_UP, LARGEST, TO_LAST, ZERO, Money, Rate
from lgtrade.strategies._calendar import financial_years
from lgtrade.strategies._costing import apportionment_keys
from lgtrade.strategies._money import money, rates
from lgtrade.strategies._sources import bases
from lgtrade.strategies._splits import shares
from lgtrade.strategies._values import names

_MOST = Money.pounds(10**8)
_SUMS = money(min_value=-_MOST, max_value=_MOST)
_COSTS = money(min_value=ZERO, max_value=_MOST)
_PARTS = st.fractions(0, 2, max_denominator=100)
_SERVICES = ("audit", "payroll")
_USES = (*_SERVICES, "own use")
_POOLS = ("Finance", "ICT", "People")
_LEFT_OUT = "Democratic core"
_WEIGHTS = st.integers(0, 99) | st.fractions(0, 9, max_denominator=9)
_GRADES = ("Assistant", "Officer", "Manager")


@st.composite
def ledger_lines(
    draw: st.DrawFn, *, year: FinancialYear | None = None, centres: st.SearchStrategy[str] | None = None
) -> LedgerLine:
    """Generate lines of a ledger: cost and credits, some with a key of their own.

    Args:
        draw: given by Hypothesis.
        year: only of this year.
        centres: the cost centres; any text unless told otherwise.

    >>> from hypothesis import find
    >>> find(ledger_lines(), lambda line: line.key is not None).amount
    £0.00
    """
    return LedgerLine(
        draw(names() if centres is None else centres),
        draw(st.sampled_from(SubjectiveHeading)),
        draw(financial_years() if year is None else st.just(year)),
        draw(_SUMS),
        draw(bases()),
        draw(st.none() | apportionment_keys(st.sampled_from(_USES))),
        draw(st.text(max_size=5)),
    )


def overhead_rates() -> st.SearchStrategy[OverheadRate]:
    """Generate overheads that a ledger does not hold.

    >>> from hypothesis import find
    >>> find(overhead_rates(), lambda rate: rate.part > 0).of[0].value
    'employees'
    """
    headings = st.lists(st.sampled_from(SubjectiveHeading), min_size=1, max_size=3, unique=True).map(tuple)
    return st.builds(OverheadRate, names(), _PARTS, headings, bases())


@st.composite
def _pools(draw: st.DrawFn) -> dict[str, ApportionmentKey]:
    """Generate support services that serve a use each, and perhaps one another and themselves."""
    kept = draw(st.lists(st.sampled_from(_POOLS), max_size=3, unique=True))
    others = st.dictionaries(st.sampled_from([*_USES, *kept]), _WEIGHTS, max_size=4)
    a_use = st.dictionaries(st.sampled_from(_USES), _WEIGHTS.filter(bool), min_size=1, max_size=1)
    return {pool: ApportionmentKey(draw(names()), draw(others) | draw(a_use), draw(bases())) for pool in kept}


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
    year, pools = draw(financial_years()), draw(_pools())
    used = draw(st.sampled_from(OverheadMethod)) if method is None else method
    centres = st.sampled_from([*_USES, *pools, _LEFT_OUT])
    lines = draw(st.lists(ledger_lines(year=year, centres=centres), max_size=5))
    kept = tuple(line for line in lines if line.key is None or line.centre != _LEFT_OUT)
    return BuildUp(
        draw(names()),
        year,
        kept,
        _SERVICES,
        ("own use",),
        pools,
        used,
        tuple(draw(st.permutations(tuple(pools)))) if used is OverheadMethod.STEP_DOWN else (),
        {_LEFT_OUT: draw(names())},
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
    lost = st.dictionaries(names(), st.fractions(0, 40, max_denominator=2), max_size=4)
    hours = st.fractions(1, 9, max_denominator=10)
    return st.builds(ProductiveTime, st.integers(200, 262), lost, hours, bases())


def on_costs() -> st.SearchStrategy[OnCost]:
    """Generate what employing somebody costs on top of pay: a part of it or a sum.

    >>> from hypothesis import find
    >>> find(on_costs(), lambda cost: cost.amount is not None).amount
    £0.00
    """
    return st.builds(OnCost, names(), bases(), _PARTS) | st.builds(OnCost, names(), bases(), st.none(), _COSTS)


def grades(*, name: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Grade]:
    """Generate grades, with pay or with a rate that is stated.

    Args:
        name: what they may be called; any text unless told otherwise.

    >>> from hypothesis import find
    >>> find(grades(), lambda grade: grade.rate is not None).rate
    £0
    """
    called = names() if name is None else name
    costs = st.lists(on_costs(), max_size=2).map(tuple)
    built_up = st.builds(Grade, called, bases(), _COSTS, st.none(), costs, st.none() | productive_times())
    stated = rates(min_value=Rate(0), max_value=Rate(1000), places=2)
    return built_up | st.builds(Grade, called, bases(), rate=stated)


def staff_work(*, names_of: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[StaffWork]:
    """Generate pieces of work by the hours that they take.

    Args:
        names_of: the grades; any text unless told otherwise.

    >>> from hypothesis import find
    >>> find(staff_work(), lambda work: work.total > 1).total
    Fraction(2, 1)
    """
    of = names() if names_of is None else names_of
    hours = st.dictionaries(of, st.fractions(0, 100, max_denominator=4), min_size=1, max_size=3)
    return st.builds(StaffWork, names(), hours, bases())


@st.composite
def rate_cards(draw: st.DrawFn) -> RateCard:
    """Generate rate cards, with a few grades and what some work costs by them.

    >>> from hypothesis import find
    >>> find(rate_cards(), lambda card: bool(card.costs)).rounding
    half up to a penny
    """
    called = draw(st.lists(st.sampled_from(_GRADES), min_size=1, max_size=3, unique=True))
    work = st.lists(staff_work(names_of=st.sampled_from(called)), max_size=2, unique_by=lambda each: each.name)
    return RateCard(
        draw(names()),
        tuple(draw(grades(name=st.just(name))) for name in called),
        draw(bases()),
        tuple(draw(st.lists(on_costs(), max_size=2))),
        draw(productive_times()),
        draw(st.sampled_from([HALF_UP, HALF_UP.to("1"), HALF_UP.to("0.001")])),
        tuple(draw(work)),
        draw(st.dictionaries(names(), rates(min_value=Rate(0), max_value=Rate(1000), places=2), max_size=2)),
    )


def unit_cost_lines() -> st.SearchStrategy[UnitCostLine]:
    """Generate lines of what all units together cost.

    >>> from hypothesis import find
    >>> find(unit_cost_lines(), lambda line: line.fixed is None).amount
    £0.00
    """
    return st.builds(UnitCostLine, names(), _SUMS, bases(), st.none() | shares(), st.sampled_from(CostClass))


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
    fixed = st.builds(UnitCostLine, names(), _COSTS, bases(), shares(), st.sampled_from(CostClass))
    units = draw(st.integers(1, 10**6) | st.fractions(1, 1000, max_denominator=4))
    return UnitCost(
        draw(names()),
        draw(names()),
        units,
        tuple(draw(st.lists(fixed if whole else unit_cost_lines(), min_size=1, max_size=4))),
        draw(bases()),
        units + draw(st.integers(0, 10**6)) if whole else None,
        draw(st.none() | _SUMS),
        draw(st.sampled_from([HALF_UP, HALF_UP.to("1"), HALF_UP.to("0.001")])),
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
