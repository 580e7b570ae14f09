"""Strategies for proposals and their facts, and for the opinions on them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import hypothesis.strategies as st

from lgtrade.authorities import Authority, Person
from lgtrade.law import (
    KNOWN_FROM,
    KNOWN_TO,
    BusinessCase,
    Category,
    Designation,
    FactToSettle,
    Finding,
    Opinion,
    Proposal,
    Purpose,
    Question,
    Receipt,
    Vehicle,
    assess,
    every_question,
)
from lgtrade.services import ServiceKind, Subject
from lgtrade.strategies._authorities import authorities, persons
from lgtrade.strategies._calendar import days
from lgtrade.strategies._services import service_kinds
from lgtrade.strategies._values import codes, names

_HEADS = ("objectives", "resources", "risks", "results")
_SAID = st.none() | st.booleans()
_CITED = _SAID | st.sampled_from(["LGA 1972 s.111", "LDEDCA 2009 s.113B(4)", "Education Act 1996 s.451"])


@st.composite
def business_cases(draw: st.DrawFn) -> BusinessCase:
    """Generate business cases, prepared or not, approved or not, with any of the heads.

    >>> from hypothesis import find
    >>> find(business_cases(), lambda case: case.approved is not None).missing_heads
    ()
    """
    prepared = draw(st.none() | days())
    approved = draw(st.none() | (days() if prepared is None else days(min_value=prepared)))
    heads = draw(st.just(_HEADS) | st.lists(st.sampled_from(_HEADS), unique=True))
    return BusinessCase(prepared, approved, heads)


def designations() -> st.SearchStrategy[Designation]:
    """Generate orders that make a customer a public body, with limits or without.

    >>> from hypothesis import find
    >>> find(designations(), lambda order: not order.subjects).subjects
    ()
    """
    subjects = st.lists(st.sampled_from(Subject), unique=True, max_size=3)
    return st.builds(Designation, names(), subjects, st.none() | days(), st.lists(names(), max_size=2))


@st.composite
def proposals(
    draw: st.DrawFn,
    *,
    on: dt.date | None = None,
    supplier: Authority | None = None,
    customer: Authority | Person | None = None,
    service: ServiceKind | None = None,
) -> Proposal:
    """Generate proposals, with any of their facts given or not.

    Args:
        draw: given by Hypothesis.
        on: only at this day.
        supplier: only by this authority.
        customer: only to this customer.
        service: only of this kind of service.

    >>> from hypothesis import find
    >>> find(proposals(on=dt.date(2013, 5, 1)), lambda case: case.customer_agreed is True).on
    datetime.date(2013, 5, 1)
    """
    day = on or draw(days(min_value=KNOWN_FROM, max_value=KNOWN_TO))
    seller = supplier or draw(authorities(on=day))
    others = authorities(on=day).filter(lambda other: other != seller)
    facts: dict[str, Any] = {
        "purpose": draw(st.none() | st.sampled_from(Purpose)),
        "vehicle": draw(st.none() | st.sampled_from(Vehicle)),
        "category": draw(st.none() | st.sampled_from(Category)),
        "business_case": draw(st.none() | st.just(value=False) | business_cases()),
        "designation": draw(_SAID | designations()),
    }
    for fact in ("required_for_customer", "customer_agreed", "within_ordinary_functions", "eligible_parish"):
        facts[fact] = draw(_SAID)
    for fact in ("acting_as_fire_authority", "company_pays_costs", "charges_exceed_costs"):
        facts[fact] = draw(_SAID)
    for fact in ("authorised_by", "other_power_to_charge", "prohibited_by", "other_commercial_power"):
        facts[fact] = draw(_CITED)
    if facts["authorised_by"] is False:
        facts["within_ordinary_functions"] = draw(st.sampled_from([None, False]))
    facts["begun_while_qualifying"] = draw(_SAID)
    return Proposal(
        on=day,
        supplier=seller,
        customer=customer or draw(others | persons()),
        service=service or draw(service_kinds()),
        **facts,
    )


def opinions() -> st.SearchStrategy[Opinion]:
    """Generate opinions: what is found of any proposal.

    >>> from hypothesis import find
    >>> len(find(opinions(), lambda opinion: bool(opinion.to_settle)).findings)
    5
    """
    return proposals().map(assess)


def findings() -> st.SearchStrategy[Finding]:
    """Generate findings: what is found of one power on any proposal.

    >>> from hypothesis import find
    >>> find(findings(), lambda finding: finding.power == "LA2011_S4").power
    'LA2011_S4'
    """
    return opinions().flatmap(lambda opinion: st.sampled_from(opinion.findings))


def questions() -> st.SearchStrategy[Question]:
    """Generate open questions, from those that there are.

    >>> from hypothesis import find
    >>> find(questions(), lambda question: True).id
    'Q1'
    """
    return st.sampled_from(every_question())


def facts_to_settle() -> st.SearchStrategy[FactToSettle]:
    """Generate facts that have not been given.

    >>> from hypothesis import find
    >>> find(facts_to_settle(), lambda fact: True).powers
    ()
    """
    return st.builds(FactToSettle, codes(), names(), st.lists(codes(), max_size=3).map(tuple))


def receipts() -> st.SearchStrategy[Receipt]:
    """Generate receipts.

    >>> from hypothesis import find
    >>> find(receipts(), lambda receipt: True).versions
    {}
    """
    return st.builds(Receipt, names(), st.dictionaries(codes(), st.just("") | days().map(str), max_size=3))


BY_TYPE = {
    BusinessCase: business_cases,
    Designation: designations,
    FactToSettle: facts_to_settle,
    Finding: findings,
    Opinion: opinions,
    Proposal: proposals,
    Question: questions,
    Receipt: receipts,
}
