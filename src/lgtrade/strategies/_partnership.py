"""Strategies for shared lines and efficiency targets."""

from __future__ import annotations

import hypothesis.strategies as st

from lgtrade.calendar import FinancialYear
from lgtrade.money import ZERO, Money
from lgtrade.partnership import EfficiencyTarget, LineKind, SharedLine, SharedPart, Sharing, TargetYear, share
from lgtrade.strategies._calendar import financial_years
from lgtrade.strategies._costing import apportionment_keys
from lgtrade.strategies._money import money
from lgtrade.strategies._sources import bases
from lgtrade.strategies._splits import shares
from lgtrade.strategies._values import names

_MOST = Money.pounds(10**9)
_PARTNERS = st.sampled_from(["Lichfield", "Moorlands", "Stafford", "Tamworth"])


def shared_lines() -> st.SearchStrategy[SharedLine]:
    """Generate lines of cost, saving and grant, some with fixed parts.

    >>> from hypothesis import find
    >>> find(shared_lines(), lambda line: line.kind is LineKind.GRANT).kind.value
    'grant'
    """
    sums = money(min_value=-_MOST, max_value=_MOST)
    fixed = st.dictionaries(_PARTNERS, sums, max_size=2)
    kinds = st.sampled_from(LineKind)
    return st.builds(SharedLine, names(), sums, apportionment_keys(_PARTNERS), bases(), kinds, fixed)


def sharings() -> st.SearchStrategy[Sharing]:
    """Generate what partners bear and gain of several lines.

    >>> from hypothesis import find
    >>> find(sharings(), lambda sharing: not sharing.lines).partners
    ()
    """
    return st.lists(shared_lines(), max_size=4).map(share)


def shared_parts() -> st.SearchStrategy[SharedPart]:
    """Generate how one line was shared.

    >>> from hypothesis import find
    >>> len(find(shared_parts(), lambda part: True).parts)
    1
    """
    return shared_lines().map(lambda line: share([line]).lines[0])


def efficiency_targets() -> st.SearchStrategy[EfficiencyTarget]:
    """Generate efficiency targets.

    >>> from hypothesis import find
    >>> find(efficiency_targets(), lambda target: target.years > 1).years
    2
    """
    sums = money(min_value=ZERO, max_value=_MOST)
    years = financial_years(max_value=FinancialYear(2150))
    return st.builds(EfficiencyTarget, names(), sums, shares(), years, st.integers(1, 10), sums, bases())


def target_years() -> st.SearchStrategy[TargetYear]:
    """Generate the target of one year against what is saved.

    >>> from hypothesis import find
    >>> find(target_years(), lambda year: year.short > ZERO).short
    £0.01
    """
    sums = money(min_value=ZERO, max_value=_MOST)
    return st.builds(TargetYear, financial_years(), sums, sums)


BY_TYPE = {
    EfficiencyTarget: efficiency_targets,
    SharedLine: shared_lines,
    SharedPart: shared_parts,
    Sharing: sharings,
    TargetYear: target_years,
}
