"""Strategies for cost lines, apportionment keys and costs of provision."""

from __future__ import annotations

from fractions import Fraction

import hypothesis.strategies as st

from lgtrade.calendar import FinancialYear
from lgtrade.costing import ApportionedPart, ApportionmentKey, CostLine, CostOfProvision, cost_of_provision
from lgtrade.money import LARGEST, Money, Remainder
from lgtrade.strategies._calendar import financial_years
from lgtrade.strategies._money import money
from lgtrade.strategies._sources import bases
from lgtrade.strategies._values import names

_MOST = Money.pounds(10**9)
_USES = st.sampled_from(["audit", "help-desk", "own-use", "payroll"])


def apportionment_keys(parties: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[ApportionmentKey]:
    """Generate keys with at least one weight over nothing.

    Args:
        parties: what is weighed: kinds of service, or partners; four kinds of service unless told otherwise.

    >>> from hypothesis import find
    >>> len(find(apportionment_keys(), lambda key: len(key.weights) > 1).weights)
    2
    """
    who = _USES if parties is None else parties
    parts = st.integers(0, 10**6) | st.builds(Fraction, st.integers(0, 10**6), st.integers(1, 100))
    weights = st.dictionaries(who, parts, min_size=1, max_size=6)
    return st.builds(ApportionmentKey, names(), weights.filter(lambda each: any(each.values())), bases())


def cost_lines(*, year: FinancialYear | None = None) -> st.SearchStrategy[CostLine]:
    """Generate lines of cost and credits, direct or shared.

    Args:
        year: only in this financial year.

    >>> from hypothesis import find
    >>> find(cost_lines(), lambda line: line.service is not None).service
    'audit'
    """
    years = financial_years() if year is None else st.just(year)
    amounts = money(min_value=-_MOST, max_value=_MOST)
    direct = st.builds(CostLine, names(), years, amounts, bases(), _USES)
    return direct | st.builds(CostLine, names(), years, amounts, bases(), st.none(), apportionment_keys())


@st.composite
def costs_of_provision(draw: st.DrawFn, *, remainder: Remainder = LARGEST) -> CostOfProvision:
    """Generate costs of provision of one kind of service in one year.

    Args:
        draw: given by Hypothesis.
        remainder: who takes the odd pence.

    >>> from hypothesis import find
    >>> find(costs_of_provision(), lambda cost: not cost.parts).total
    £0.00
    """
    year = draw(financial_years())
    lines = draw(st.lists(cost_lines(year=year), max_size=5))
    return cost_of_provision(draw(_USES), year, lines, remainder=remainder)


def apportioned_parts() -> st.SearchStrategy[ApportionedPart]:
    """Generate what one kind of service bears of one line.

    >>> from hypothesis import find
    >>> find(apportioned_parts(), lambda part: part.split is None).amount
    £0.00
    """
    borne = costs_of_provision().filter(lambda cost: bool(cost.parts))
    return borne.flatmap(lambda cost: st.sampled_from(cost.parts))


BY_TYPE = {
    ApportionedPart: apportioned_parts,
    ApportionmentKey: apportionment_keys,
    CostLine: cost_lines,
    CostOfProvision: costs_of_provision,
}
