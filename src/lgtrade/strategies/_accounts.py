"""Strategies for break-even accounts, what they are made of, and where they are going."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import hypothesis.strategies as st

from lgtrade.accounts import (
    NOT_SAID,
    BreakEvenAccount,
    BreakEvenRule,
    Correction,
    Forecast,
    OtherIncome,
    PlannedYear,
    Position,
    StatedYear,
    YearEntry,
)
from lgtrade.calendar import FinancialYear
from lgtrade.charging import USUAL_WINDOW
from lgtrade.money import DOWN, ZERO, Money, Rate
from lgtrade.strategies._calendar import days, financial_years
from lgtrade.strategies._money import money, rates
from lgtrade.strategies._prices import quantities
from lgtrade.strategies._sources import bases
from lgtrade.strategies._values import names

_MOST = Money.pounds(10**9)
_SUMS = money(min_value=-_MOST, max_value=_MOST)
_NOT_NEGATIVE = money(min_value=ZERO, max_value=_MOST)
_FEW = 2


def other_income() -> st.SearchStrategy[OtherIncome]:
    """Generate grants and other income that is not from charges.

    >>> from hypothesis import find
    >>> find(other_income(), lambda other: other.lowers_by > ZERO).lowers_by
    £0.01
    """
    return st.builds(OtherIncome, names(), _SUMS, lowers_cost=st.booleans())


@st.composite
def year_entries(draw: st.DrawFn, *, year: FinancialYear | None = None) -> YearEntry:
    """Generate the income and cost of one financial year.

    Args:
        draw: given by Hypothesis.
        year: only of this year.

    >>> from hypothesis import find
    >>> find(year_entries(), lambda entry: entry.surplus > ZERO).surplus
    £0.01
    """
    income, of_no_power = draw(_SUMS), draw(_SUMS)
    powers = {"LGA2003_S93": income - of_no_power, NOT_SAID: of_no_power} if draw(st.booleans()) else {}
    return YearEntry(
        year=draw(financial_years()) if year is None else year,
        income=income,
        cost=draw(_SUMS),
        powers=powers,
        other=tuple(draw(st.lists(other_income(), max_size=_FEW))),
        returned=draw(_NOT_NEGATIVE),
        units=draw(st.none() | quantities(max_value=10**6)),
    )


@st.composite
def corrections(draw: st.DrawFn, *, years: Sequence[FinancialYear] = ()) -> Correction:
    """Generate corrections of a year.

    Args:
        draw: given by Hypothesis.
        years: only of one of these, if there are any.

    >>> from hypothesis import find
    >>> find(corrections(), lambda correction: correction.effect < ZERO).effect
    -£0.01
    """
    year = draw(st.sampled_from(years) if years else financial_years())
    income, cost = draw(st.tuples(_SUMS, _SUMS).filter(any))
    return Correction(year, draw(days()), draw(names()), draw(bases()), income, cost)


def stated_years() -> st.SearchStrategy[StatedYear]:
    """Generate figures stated of a year.

    >>> from hypothesis import find
    >>> find(stated_years(), lambda stated: stated.closing is not None).closing
    £0.00
    """
    sums = st.none() | _SUMS
    on = st.none() | days()
    return st.builds(StatedYear, financial_years(), opening=sums, surplus=sums, closing=_SUMS, on=on)


@st.composite
def break_even_accounts(draw: st.DrawFn, *, rule: BreakEvenRule | None = None, max_size: int = 8) -> BreakEvenAccount:
    """Generate accounts of consecutive years, over any window; a long one has a reason.

    Some are corrected, and some state what they come to.

    Args:
        draw: given by Hypothesis.
        rule: only under this rule.
        max_size: the most years.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(break_even_accounts(), lambda account: account.closing > ZERO, settings=first).closing > ZERO
    True
    """
    start = draw(st.integers(1970, 2100))
    years = [FinancialYear(start + number) for number in range(draw(st.integers(1, max_size)))]
    kept_under = draw(st.sampled_from(BreakEvenRule)) if rule is None else rule
    account = BreakEvenAccount(
        service=draw(names()),
        entries=tuple(draw(year_entries(year=year)) for year in years),
        opening=draw(_SUMS),
        window=USUAL_WINDOW if kept_under is BreakEvenRule.SEARCHES else draw(st.integers(1, 6)),
        reason=draw(names()),
        rule=kept_under,
        returning=draw(st.booleans()),
        material=draw(_NOT_NEGATIVE),
        corrections=tuple(draw(st.lists(corrections(years=years), max_size=_FEW))),
    )
    stated = draw(st.lists(st.sampled_from(account.positions).map(_stated), max_size=_FEW))
    return attrs.evolve(account, stated=tuple(stated))


def _stated(position: Position) -> StatedYear:
    surplus = position.entry.surplus + position.corrected
    return StatedYear(position.year, opening=position.opening, surplus=surplus, closing=position.closing)


def positions() -> st.SearchStrategy[Position]:
    """Generate positions of an account at the end of a year.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(positions(), lambda position: position.window_ends, settings=first).window_ends
    True
    """
    return break_even_accounts().flatmap(lambda account: st.sampled_from(account.positions))


@st.composite
def planned_years(draw: st.DrawFn, *, year: FinancialYear | None = None) -> PlannedYear:
    """Generate what a year to come is expected to bring, at a charge or by a budget.

    Args:
        draw: given by Hypothesis.
        year: only of this year.

    >>> from hypothesis import find
    >>> find(planned_years(), lambda planned: planned.expected_income > ZERO).expected_income
    £0.01
    """
    charge = draw(st.none() | rates(min_value=Rate(0), max_value=Rate(10**4), places=2))
    return PlannedYear(
        year=draw(financial_years()) if year is None else year,
        units=draw(quantities(max_value=10**6)),
        cost=draw(_SUMS),
        basis=draw(bases()),
        charge=charge,
        income=draw(_SUMS) if charge is None else None,
    )


@st.composite
def forecasts(draw: st.DrawFn, *, rule: BreakEvenRule | None = None) -> Forecast:
    """Generate accounts with years planned, in which some unit is expected.

    Args:
        draw: given by Hypothesis.
        rule: only under this rule.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(forecasts(), lambda forecast: forecast.charge_to_nil > Rate(0), settings=first).not_returned
    £0.00
    """
    account = draw(break_even_accounts(rule=rule, max_size=_FEW))
    last = account.entries[-1].year
    years = [last + number for number in range(1, draw(st.integers(1, 3)) + 1)]
    planned = draw(
        st.tuples(*(planned_years(year=year) for year in years)).filter(
            lambda planned: any(each.units for each in planned)
        )
    )
    return Forecast(account, planned, DOWN.to(draw(st.sampled_from(["0.01", "0.5", "1"]))))


BY_TYPE = {
    BreakEvenAccount: break_even_accounts,
    Correction: corrections,
    Forecast: forecasts,
    OtherIncome: other_income,
    PlannedYear: planned_years,
    Position: positions,
    StatedYear: stated_years,
    YearEntry: year_entries,
}
