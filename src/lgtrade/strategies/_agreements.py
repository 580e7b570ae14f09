"""Strategies for agreements, usage and statements."""

from __future__ import annotations

import datetime as dt
from typing import Any

import hypothesis.strategies as st

from lgtrade.agreements import Agreement, Cover, FurtherService, Party, Role
from lgtrade.authorities import Authority, Person
from lgtrade.billing import Statement, StatementLine, Usage, bill
from lgtrade.calendar import FinancialYear, Period
from lgtrade.charging import AtCost, ChargingRule, Commercial, Price
from lgtrade.services import ServiceKind
from lgtrade.strategies._authorities import authorities, persons
from lgtrade.strategies._calendar import days, periods
from lgtrade.strategies._charging import charging_rules, unit_charges
from lgtrade.strategies._prices import charge_lines, prices, quantities
from lgtrade.strategies._services import service_kinds
from lgtrade.strategies._sources import bases
from lgtrade.strategies._values import names

_FIRST, _LAST = dt.date(1990, 4, 1), dt.date(2090, 3, 31)


def bodies() -> st.SearchStrategy[Authority | Person]:
    """Generate authorities and other persons.

    >>> from hypothesis import find
    >>> find(bodies(), lambda body: isinstance(body, Person)).kind.value
    'business'
    """
    return authorities() | persons()


def parties() -> st.SearchStrategy[Party]:
    """Generate parties to an agreement.

    >>> from hypothesis import find
    >>> find(parties(), lambda party: True).role.value
    'supplier'
    """
    return st.builds(Party, bodies(), st.sampled_from(Role))


def covers() -> st.SearchStrategy[Cover]:
    """Generate what an agreement covers.

    >>> from hypothesis import find
    >>> find(covers(), lambda cover: True).service
    '0'
    """
    return st.builds(Cover, bodies(), bodies(), service_kinds().map(lambda kind: kind.key), periods())


@st.composite
def agreements(
    draw: st.DrawFn,
    *,
    service: ServiceKind | None = None,
    charge: Price | ChargingRule | None = None,
    between: tuple[Authority, Authority] | None = None,
    several: bool = False,
) -> Agreement:
    """Generate agreements between a supplier and another customer, of ten years at most.

    Args:
        draw: given by Hypothesis.
        service: only for this kind of service.
        charge: only charged for so.
        several: some with further kinds of service too.
        between: only between this supplier and this customer.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> from lgtrade.charging import AtCost
    >>> find(agreements(charge=AtCost()), lambda agreement: agreement.term.days > 365, settings=first).term.days > 365
    True
    """
    supplier: Authority = draw(authorities()) if between is None else between[0]
    customer: Authority | Person = (
        draw(bodies().filter(lambda body: body != supplier)) if between is None else between[1]
    )
    first = draw(days(min_value=_FIRST, max_value=_LAST - dt.timedelta(days=3650)))
    kind = service or draw(service_kinds())
    also = draw(st.lists(further_services(), max_size=2, unique_by=lambda each: each.service.key)) if several else []
    return Agreement(
        reference=draw(names()),
        parties=(Party(supplier, Role.SUPPLIER), Party(customer, Role.CUSTOMER)),
        service=kind,
        also=tuple(each for each in also if each.service.key != kind.key),
        term=Period(first, first + dt.timedelta(days=draw(st.integers(0, 3649)))),
        charge=charge or draw(prices() | charging_rules()),
    )


def further_services() -> st.SearchStrategy[FurtherService]:
    """Generate further kinds of service under an agreement.

    >>> from hypothesis import find
    >>> find(further_services(), lambda each: True).service.key
    '0'
    """
    return st.builds(FurtherService, service_kinds(), prices() | charging_rules())


@st.composite
def usage(draw: st.DrawFn, *, within: Period | None = None) -> Usage:
    """Generate what was used in some days of one financial year.

    Args:
        draw: given by Hypothesis.
        within: only in these days.

    >>> from hypothesis import find
    >>> find(usage(), lambda used: used.quantity > 0).quantity
    Decimal('1')
    """
    reach = within or Period(_FIRST, _LAST)
    first = draw(days(min_value=reach.first, max_value=reach.last))
    end = min(reach.last, FinancialYear.of(first).period.last)
    return Usage(Period(first, draw(days(min_value=first, max_value=end))), draw(quantities()), draw(bases()))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """Generate statements of any agreement for one of its financial years.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> len(find(statements(), lambda statement: len(statement.lines) > 1, settings=first).lines) > 1
    True
    """
    agreement = draw(agreements())
    year = draw(st.sampled_from(tuple(agreement.term.financial_years())))
    within: Any = agreement.term.overlap(year.period)
    used = draw(st.lists(usage(within=within), max_size=4))
    by_rule = isinstance(agreement.charge, AtCost | Commercial)
    return bill(agreement, year, used, draw(unit_charges()) if by_rule else None)


def statement_lines() -> st.SearchStrategy[StatementLine]:
    """Generate single lines of a statement.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(statement_lines(), lambda line: line.charge.amount.pence > 0, settings=first).charge.amount.pence > 0
    True
    """
    return st.builds(StatementLine, periods(), charge_lines())


BY_TYPE = {
    Agreement: agreements,
    Cover: covers,
    FurtherService: further_services,
    Party: parties,
    Statement: statements,
    StatementLine: statement_lines,
    Usage: usage,
}
