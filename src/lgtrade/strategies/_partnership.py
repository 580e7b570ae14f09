"""Strategies for shared lines."""

from __future__ import annotations

import hypothesis.strategies as st

from lgtrade.money import Money
from lgtrade.partnership import LineKind, SharedLine, SharedPart, Sharing, share
from lgtrade.strategies._costing import apportionment_keys
from lgtrade.strategies._money import money
from lgtrade.strategies._sources import bases
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


BY_TYPE = {SharedLine: shared_lines, SharedPart: shared_parts, Sharing: sharings}
