"""Strategies for break-even accounts."""

from __future__ import annotations

import hypothesis.strategies as st

from lgtrade.accounts import BreakEvenAccount, BreakEvenRule, Position, YearEntry
from lgtrade.calendar import FinancialYear
from lgtrade.money import ZERO, Money
from lgtrade.strategies._calendar import financial_years
from lgtrade.strategies._money import money
from lgtrade.strategies._values import names

_MOST = Money.pounds(10**9)


def year_entries(*, year: FinancialYear | None = None) -> st.SearchStrategy[YearEntry]:
    """Generate the income and cost of one financial year.

    Args:
        year: only of this year.

    >>> from hypothesis import find
    >>> find(year_entries(), lambda entry: entry.surplus > ZERO).surplus
    £0.01
    """
    years = financial_years() if year is None else st.just(year)
    sums = money(min_value=-_MOST, max_value=_MOST)
    return st.builds(YearEntry, years, sums, sums)


@st.composite
def break_even_accounts(draw: st.DrawFn, *, rule: BreakEvenRule | None = None, max_size: int = 8) -> BreakEvenAccount:
    """Generate accounts of consecutive years, over any window; a long one has a reason.

    Args:
        draw: given by Hypothesis.
        rule: only under this rule.
        max_size: the most years.

    >>> from hypothesis import find
    >>> find(break_even_accounts(), lambda account: account.closing > ZERO).closing
    £0.01
    """
    start = draw(st.integers(1970, 2100))
    entries = tuple(
        draw(year_entries(year=FinancialYear(start + number))) for number in range(draw(st.integers(1, max_size)))
    )
    sums = money(min_value=-_MOST, max_value=_MOST)
    return BreakEvenAccount(
        service=draw(names()),
        entries=entries,
        opening=draw(sums),
        window=draw(st.integers(1, 6)),
        reason=draw(names()),
        rule=rule or draw(st.sampled_from(BreakEvenRule)),
        returning=draw(st.booleans()),
        material=draw(money(min_value=ZERO, max_value=_MOST)),
    )


def positions() -> st.SearchStrategy[Position]:
    """Generate positions of an account at the end of a year.

    >>> from hypothesis import find
    >>> find(positions(), lambda position: position.window_ends).status.value
    'in balance'
    """
    return break_even_accounts().flatmap(lambda account: st.sampled_from(account.positions))


BY_TYPE = {BreakEvenAccount: break_even_accounts, Position: positions, YearEntry: year_entries}
