"""Strategies for the monitoring of budgets."""

from __future__ import annotations

import hypothesis.strategies as st

from lgtrade.money import LARGEST, TO_LAST, Money
from lgtrade.partnership import BudgetMonitoring, MonitoredHead
from lgtrade.strategies._calendar import financial_years
from lgtrade.strategies._costing import apportionment_keys
from lgtrade.strategies._money import money
from lgtrade.strategies._sources import bases
from lgtrade.strategies._values import names

_SUMS = money(min_value=Money.pounds(-(10**6)), max_value=Money.pounds(10**6))
_PARTNERS = st.sampled_from(["East", "North", "South"])


def monitored_heads(*, heading: str | None = None, forecast: bool | None = None) -> st.SearchStrategy[MonitoredHead]:
    """Generate heads of a budget, of cost and of income, with what is spent and perhaps what is forecast.

    Args:
        heading: only of this one.
        forecast: only with an outturn that is forecast, or only without.

    >>> from hypothesis import find
    >>> find(monitored_heads(), lambda head: head.outturn is not None).outturn
    £0.00
    """
    what = names() if heading is None else st.just(heading)
    outturns = {None: st.none() | _SUMS, True: _SUMS, False: st.none()}[forecast]
    return st.builds(MonitoredHead, what, _SUMS, _SUMS, bases(), _SUMS, outturns)


@st.composite
def budget_monitorings(draw: st.DrawFn, *, shared: bool = False) -> BudgetMonitoring:
    """Generate budgets part of the way through their year, of one to three heads.

    Args:
        draw: given by Hypothesis.
        shared: only with a variance that is forecast and partners who meet it.

    >>> from hypothesis import Phase, find, settings
    >>> quick = settings(phases=[Phase.generate])
    >>> find(budget_monitorings(), lambda each: each.used is not None, settings=quick).months in range(1, 13)
    True
    """
    forecast = shared or draw(st.booleans())
    headings = draw(st.lists(names(), min_size=1, max_size=3, unique=True))
    keys = apportionment_keys(_PARTNERS)
    return BudgetMonitoring(
        draw(names()),
        draw(financial_years()),
        draw(st.integers(1, 12)),
        tuple(draw(monitored_heads(heading=heading, forecast=forecast)) for heading in headings),
        draw(keys if shared else st.none() | keys),
        draw(st.sampled_from([LARGEST, TO_LAST])),
    )


BY_TYPE = {
    BudgetMonitoring: budget_monitorings,
    MonitoredHead: monitored_heads,
}
