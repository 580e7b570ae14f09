"""Strategies for baselines, savings and targets."""

from __future__ import annotations

from fractions import Fraction

import attrs
import hypothesis.strategies as st

from lgtrade.calendar import FinancialYear
from lgtrade.money import ZERO, Money
from lgtrade.partnership import (
    BaselineLine,
    EfficiencyTarget,
    Payback,
    PriceIndex,
    Repeat,
    Saving,
    Savings,
    SavingsYear,
    SpendingBaseline,
    StatedTarget,
    TransitionCost,
    payback,
)
from lgtrade.strategies._calendar import financial_years
from lgtrade.strategies._money import money
from lgtrade.strategies._sources import assumptions, bases
from lgtrade.strategies._splits import shares, shares_of_a_whole
from lgtrade.strategies._values import names, words

_MOST = Money.pounds(10**6)
_SUMS = money(min_value=ZERO, max_value=_MOST)
_FIRST, _YEARS = FinancialYear(2004), 5
_SPAN = financial_years(min_value=_FIRST, max_value=_FIRST + (_YEARS - 1))
_LINES = ("Accommodation", "Staff")
_PARTNERS = st.sampled_from(["Lichfield", "Moorlands", "Stafford"])
_LEVELS = st.integers(100, 200)


def price_indices() -> st.SearchStrategy[PriceIndex]:
    """Generate price indices with a level for each year from 2003/04 to 2012/13.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> len(find(price_indices(), lambda index: True, settings=quick).levels)
    10
    """
    years = [FinancialYear(2003 + number) for number in range(10)]
    return st.builds(PriceIndex, names(), st.fixed_dictionaries(dict.fromkeys(years, _LEVELS)), bases())


def baseline_lines(headings: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[BaselineLine]:
    """Generate lines of a baseline, some with their units.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(baseline_lines(), lambda line: line.unit_cost is not None, settings=quick).units > 0
    True
    """
    units = st.just(Fraction(0)) | st.fractions(min_value=Fraction(1, 4), max_value=100, max_denominator=4)
    return st.builds(BaselineLine, names() if headings is None else headings, _SUMS, bases(), units)


def spending_baselines() -> st.SearchStrategy[SpendingBaseline]:
    """Generate what was spent in 2003/04, with or without a price index.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(spending_baselines(), lambda baseline: baseline.index is None, settings=quick).year
    2003/04
    """
    lines = st.tuples(*(baseline_lines(st.just(heading)) for heading in _LINES))
    return st.builds(SpendingBaseline, st.just(FinancialYear(2003)), lines, st.none() | price_indices())


def stated_targets() -> st.SearchStrategy[StatedTarget]:
    """Generate targets that are stated as sums for some years.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(stated_targets(), lambda target: len(target.sums) == 1, settings=quick).cashable.fraction >= 0
    True
    """
    years = st.integers(0, _YEARS - 1).map(lambda number: _FIRST + number)
    sums = st.dictionaries(years, money(min_value=ZERO, max_value=Money.pounds(10**6)), min_size=1, max_size=4)
    return st.builds(StatedTarget, sums, bases(), shares())


def efficiency_targets() -> st.SearchStrategy[EfficiencyTarget]:
    """Generate efficiency targets.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(efficiency_targets(), lambda target: target.rebased, settings=quick).rebased
    True
    """
    return st.builds(EfficiencyTarget, shares(), bases(), shares(), st.booleans())


@st.composite
def savings_entries(draw: st.DrawFn, reference: str | None = None) -> Saving:
    """Generate entries of savings from 2004/05 on: of every kind, some with an end, some that cost something.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(savings_entries(), lambda saving: saving.last is not None, settings=quick).recurring
    True
    """
    year, recurring = draw(_SPAN), draw(st.booleans())
    ends = st.none() | st.integers(0, 3).map(lambda more: year + more)
    return Saving(
        draw(names()) if reference is None else reference,
        year,
        draw(_SUMS),
        draw(shares_of_a_whole(_PARTNERS, max_size=2)),
        draw(bases()),
        draw(st.sampled_from(["", *_LINES])),
        draw(st.booleans()),
        recurring,
        draw(ends) if recurring else None,
        draw(st.just(ZERO) | _SUMS),
    )


def repeats() -> st.SearchStrategy[Repeat]:
    """Generate entries that are not counted by themselves.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(repeats(), lambda repeat: True, settings=quick).reference == ""
    False
    """
    return st.builds(Repeat, names(), financial_years(), words())


def transition_costs() -> st.SearchStrategy[TransitionCost]:
    """Generate costs of getting to a saving.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(transition_costs(), lambda cost: cost.amount > ZERO, settings=quick).heading == ""
    False
    """
    return st.builds(TransitionCost, names(), _SPAN, _SUMS, bases())


@st.composite
def savings(draw: st.DrawFn) -> Savings:
    """Generate savings over five years: some entered again, with or without a baseline and a target.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(savings(), lambda savings: bool(savings.repeats), settings=quick).years
    5
    """
    entries = [draw(savings_entries(f"S{number}")) for number in range(draw(st.integers(0, 3)))]
    again = draw(st.lists(st.sampled_from(entries), max_size=2)) if entries else []
    basis = draw(bases())
    most = Money.pounds(2 * 10**7)  # more than all the savings together, at the lowest prices of an index
    lines = tuple(BaselineLine(heading, most, basis, draw(st.integers(0, 9))) for heading in _LINES)
    given = draw(st.booleans())
    baseline = SpendingBaseline(FinancialYear(2003), lines, draw(st.none() | price_indices())) if given else None
    target = draw(st.none() | stated_targets() | efficiency_targets()) if given else draw(st.none() | stated_targets())
    if isinstance(target, EfficiencyTarget) and baseline is not None and baseline.index is None:
        target = attrs.evolve(target, rebased=False)
    costs = tuple(draw(st.lists(transition_costs(), max_size=2)))
    evenly = draw(st.none() | assumptions())
    return Savings(draw(names()), _FIRST, _YEARS, (*entries, *again), baseline, target, costs, evenly)


def savings_years() -> st.SearchStrategy[SavingsYear]:
    """Generate what is saved in a year, against what is due.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(savings_years(), lambda year: year.short > ZERO, settings=quick).due is None
    False
    """
    due = st.none() | _SUMS
    return st.builds(SavingsYear, financial_years(), _SUMS, _SUMS, _SUMS, due, due)


def paybacks() -> st.SearchStrategy[Payback]:
    """Generate when an outlay is paid back, if it is.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(paybacks(), lambda paid: paid.year is None, settings=quick).months is None
    True
    """
    sums = st.tuples(st.fractions(0, 100, max_denominator=10), st.fractions(0, 100, max_denominator=10))
    flows = st.lists(sums, min_size=1, max_size=4)
    return flows.map(lambda years: payback((_FIRST + at, spent, gained) for at, (spent, gained) in enumerate(years)))


BY_TYPE = {
    SpendingBaseline: spending_baselines,
    BaselineLine: baseline_lines,
    EfficiencyTarget: efficiency_targets,
    StatedTarget: stated_targets,
    Payback: paybacks,
    PriceIndex: price_indices,
    Repeat: repeats,
    Saving: savings_entries,
    Savings: savings,
    SavingsYear: savings_years,
    TransitionCost: transition_costs,
}
