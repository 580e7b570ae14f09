"""Strategies for budgets, their keys and partners, and what comes of them."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import attrs
import hypothesis.strategies as st

from lgtrade.calendar import FinancialYear, Period
from lgtrade.issues import InputError
from lgtrade.money import CELL_BY_CELL, LARGEST, TO_LAST, ZERO, Money, Share, split, to_lead
from lgtrade.partnership import (
    Budget,
    BudgetLine,
    Damped,
    LastYear,
    LineKind,
    Measure,
    Partner,
    PartYear,
    Rebasing,
    SharingKey,
    StandingKey,
    damp,
)
from lgtrade.strategies._calendar import days
from lgtrade.strategies._money import money
from lgtrade.strategies._sources import bases
from lgtrade.strategies._splits import shares
from lgtrade.strategies._values import names

_COUNCILS = ("Lichfield", "Moorlands", "Stafford", "Tamworth")
_PARTIES = st.sampled_from(_COUNCILS)
_MEASURED = st.sampled_from([each for each in Measure if each not in {Measure.EQUAL, Measure.FIXED, Measure.MIXED}])
_POINTS = st.none() | shares(max_value=Share("10%"))
_STEPS = st.sampled_from([None, Share("1%"), Share("0.1%"), Share("10%")])
_MOST = Money.pounds(10**7)
_REMAINDERS = st.sampled_from([LARGEST, TO_LAST, to_lead(_COUNCILS[0])])


def partners() -> st.SearchStrategy[Partner]:
    """Generate partners, some of whom join or leave.

    >>> from hypothesis import find
    >>> find(partners(), lambda partner: partner.joins is None and partner.leaves is None).name
    '0'
    """
    both = st.tuples(days(), days()).map(sorted)
    there = st.builds(Partner, names(), st.none() | days()) | st.builds(Partner, names(), leaves=days())
    return there | st.builds(_who_comes_and_goes, names(), both)


def _who_comes_and_goes(name: str, turns: list[dt.date]) -> Partner:
    return Partner(name, *turns)


def sharing_keys() -> st.SearchStrategy[SharingKey]:
    """Generate keys by every measure.

    >>> from hypothesis import find
    >>> find(sharing_keys(), lambda key: key.measure is Measure.EQUAL).shares
    {'Lichfield': Fraction(1, 1)}
    """
    since = st.none() | days()
    sizes = st.dictionaries(_PARTIES, st.integers(0, 10**6), min_size=1).filter(lambda each: any(each.values()))
    whole = sizes.map(lambda each: {name: Fraction(size, sum(each.values())) for name, size in each.items()})
    measured = st.builds(SharingKey, names(), _MEASURED, sizes, bases(), since, _POINTS, _STEPS)
    stated = st.sampled_from([Measure.FIXED, Measure.MIXED])
    agreed = st.builds(SharingKey, names(), stated, whole, bases(), days(), every=st.none() | st.integers(1, 50))
    alike = st.sets(_PARTIES, min_size=1).map(lambda who: dict.fromkeys(sorted(who), 1))
    return measured | agreed | st.builds(SharingKey, names(), st.just(Measure.EQUAL), alike, bases(), since)


def budget_lines(
    *,
    key: st.SearchStrategy[str] | None = None,
    unit: Money = Money(pence=1),  # noqa: B008  # a frozen value
) -> st.SearchStrategy[BudgetLine]:
    """Generate lines of a budget, some with sums that are taken first.

    Args:
        key: the names of keys; any unless told otherwise.
        unit: what every sum is a whole number of times.

    >>> from hypothesis import find
    >>> find(budget_lines(), lambda line: bool(line.fixed)).fixed
    {'Lichfield': £0.00}
    """
    sums = st.integers(-(10**7), 10**7).map(lambda times: unit * times)
    fixed = st.dictionaries(st.just(_COUNCILS[0]), sums)
    named = names() if key is None else key
    rules = st.sampled_from([None, None, TO_LAST])
    return st.builds(BudgetLine, names(), sums, named, bases(), st.sampled_from(LineKind), fixed, rules)


def last_years() -> st.SearchStrategy[LastYear]:
    """Generate what was contributed last year, and how far that may move.

    >>> from hypothesis import find
    >>> find(last_years(), lambda last: last.damps).contributions
    {}
    """
    sums = st.dictionaries(_PARTIES, money(min_value=ZERO, max_value=_MOST))
    return st.builds(LastYear, sums, bases(), st.none() | shares(), st.none() | shares())


@st.composite
def budgets(draw: st.DrawFn, *, measured_anew: bool = True, cells: bool = True) -> Budget:
    """Generate budgets: on measured and mixed keys, measured anew, with partners that come and go, and limits.

    Args:
        draw: given by Hypothesis.
        measured_anew: whether keys may be measured anew within the year.
        cells: whether each cell may be rounded by itself.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(budgets(), lambda budget: len(budget.lines) > 1, settings=first).remainder.rule.value != ""
    True
    """
    period = FinancialYear(draw(st.integers(1990, 2080))).period
    who = (Partner(_COUNCILS[0]), *(_comer(draw, name, period) for name in _COUNCILS[1 : draw(st.integers(1, 4))]))
    keys = [key for name in ("calls", "heads") for key in _measurements(draw, name, who, period, anew=measured_anew)]
    keys.append(SharingKey("equal", Measure.EQUAL, {partner.name: 1 for partner in who}, draw(bases())))
    part = draw(shares()).fraction
    keys.append(SharingKey("mixed", Measure.MIXED, {"calls": part, "equal": 1 - part}, draw(bases())))
    keys.append(SharingKey("groups", Measure.OTHER, {_COUNCILS[0]: 1, "mixed": draw(st.integers(0, 9))}, draw(bases())))
    unit = Money(pence=draw(st.sampled_from([1, 100])))
    line = budget_lines(key=st.sampled_from([key.name for key in keys]), unit=unit)
    lines = tuple(draw(st.lists(line, max_size=3, unique_by=lambda each: each.heading)))
    remainder = draw(_REMAINDERS | st.just(CELL_BY_CELL) if cells else _REMAINDERS)
    budget = Budget(draw(names()), period, who, tuple(keys), lines, remainder, unit)
    return _damped(draw, budget) if draw(st.booleans()) else budget


def _comer(draw: st.DrawFn, name: str, period: Period) -> Partner:
    within = st.integers(0, period.days - 1).map(lambda number: period.first + dt.timedelta(days=number))
    first, last = sorted([draw(within), draw(within)])
    joins, leaves = draw(st.sampled_from([(None, None), (first, None), (None, last), (first, last)]))
    return Partner(name, joins, leaves)


def _measurements(
    draw: st.DrawFn, name: str, who: tuple[Partner, ...], period: Period, *, anew: bool
) -> list[SharingKey]:
    """Measure a key once or more; the first partner always weighs enough not to be rounded to nothing."""
    weighs = st.fixed_dictionaries(
        {who[0].name: st.integers(1000, 2000)}, optional={each.name: st.integers(0, 1000) for each in who[1:]}
    )
    found = [SharingKey(name, draw(_MEASURED), draw(weighs), draw(bases()), to=draw(_STEPS))]
    within = st.sets(st.integers(-400, period.days + 1), max_size=2)
    for number in sorted(draw(within)) if anew else ():
        since = period.first + dt.timedelta(days=number)
        found.append(
            SharingKey(name, found[0].measure, draw(weighs), draw(bases()), since, draw(_POINTS), draw(_STEPS))
        )
    return found


def _damped(draw: st.DrawFn, budget: Budget) -> Budget:
    """Set limits to movement, if they can be kept."""
    due = {partner: sum_.pence for partner, sum_ in budget.contributions.items() if sum_ > ZERO}
    if not due:
        return budget
    before = split(Money(pence=sum(due.values())), {each: draw(st.integers(1, 9)) for each in due}).parts
    limit = shares(max_value=Share("50%"))
    last_year = LastYear(before, draw(bases()), draw(st.none() | limit), draw(st.none() | limit))
    try:
        return attrs.evolve(budget, last_year=last_year)
    except InputError:
        return budget


def part_years() -> st.SearchStrategy[PartYear]:
    """Generate how lines were shared over a run of days.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(part_years(), lambda part: True, settings=first).shared.line.heading != ""
    True
    """
    shared = budgets().map(lambda budget: budget.part_years_of_lines).filter(bool)
    return shared.flatmap(st.sampled_from)


def standing_keys() -> st.SearchStrategy[StandingKey]:
    """Generate the splits that keys give over a run of days.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> sum(find(standing_keys(), lambda run: True, settings=first).shares.values())
    Fraction(1, 1)
    """
    return budgets().flatmap(lambda budget: st.sampled_from(budget.standing["calls"]))


def rebasings() -> st.SearchStrategy[Rebasing]:
    """Generate new measurements of keys, beside the split that stood.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(rebasings(), lambda rebasing: rebasing.held, settings=first).furthest <= 1
    True
    """
    return st.builds(Rebasing, sharing_keys(), days(), sharing_keys().map(lambda key: key.shares))


@st.composite
def damped_contributions(draw: st.DrawFn) -> Damped:
    """Generate contributions within limits to movement, which can always be kept: last year's add to the same.

    >>> from hypothesis import find
    >>> find(damped_contributions(), lambda damped: damped.split is None).undamped
    {'Lichfield': £10.00}
    """
    who = _COUNCILS[: draw(st.integers(1, 4))]
    whole = draw(money(min_value=Money.pounds(10), max_value=_MOST))
    now, before = (split(whole, {each: draw(st.integers(1, 99)) for each in who}).parts for _ in range(2))
    limit = st.none() | shares()
    return damp(now, LastYear(before, draw(bases()), draw(limit), draw(limit)))


BY_TYPE = {
    Budget: budgets,
    BudgetLine: budget_lines,
    Damped: damped_contributions,
    LastYear: last_years,
    PartYear: part_years,
    Partner: partners,
    Rebasing: rebasings,
    SharingKey: sharing_keys,
    StandingKey: standing_keys,
}
