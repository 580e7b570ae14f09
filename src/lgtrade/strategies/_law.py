"""Strategies for proposals and their facts, and for the opinions on them."""

from __future__ import annotations

import datetime as dt
import functools
from typing import Any

import attrs
import hypothesis.strategies as st

from lgtrade.answers import Verdict
from lgtrade.authorities import Authority, AuthorityKind, Nation, Person, PersonKind
from lgtrade.law import (
    ENGLISH_HEADS,
    FACTS,
    KNOWN_FROM,
    KNOWN_TO,
    OVERLAYS,
    POWERS,
    WELSH_HEADS,
    Additions,
    BusinessCase,
    Change,
    Designation,
    Eligibility,
    FactToSettle,
    Finding,
    Form,
    Opinion,
    Outcome,
    OverlayFinding,
    Proposal,
    Purpose,
    Question,
    Receipt,
    Rerun,
    Stage,
    Turn,
    Vehicle,
    View,
    assess,
    every_question,
    receipt,
    run_again,
)
from lgtrade.law.overlay import Overlay
from lgtrade.law.power import Power
from lgtrade.services import ServiceKind, Subject
from lgtrade.strategies._authorities import authorities, persons
from lgtrade.strategies._calendar import days
from lgtrade.strategies._overlays import PARTICULARS as OVERLAY_PARTICULARS
from lgtrade.strategies._services import service_kinds
from lgtrade.strategies._values import codes, names
from lgtrade.version import VERSION

_KNOWN_DAYS = days(min_value=KNOWN_FROM, max_value=KNOWN_TO)
_PERSONS = persons()
_SERVICES = service_kinds()
_SAID = st.none() | st.booleans()
_CITED = _SAID | st.sampled_from(["LGA 1972 s.111", "LDEDCA 2009 s.113B(4)", "Education Act 1996 s.451"])


@st.composite
def business_cases(draw: st.DrawFn) -> BusinessCase:
    """Generate business cases, prepared or not, approved or not, with any of the heads.

    >>> from hypothesis import find
    >>> find(business_cases(), lambda case: case.approved is not None).published
    """
    prepared = draw(st.none() | days())
    approved = draw(st.none() | (days() if prepared is None else days(min_value=prepared)))
    heads = draw(st.sampled_from([ENGLISH_HEADS, WELSH_HEADS]) | st.lists(st.sampled_from(WELSH_HEADS), unique=True))
    return BusinessCase(prepared, approved, heads, draw(_SAID))


def designations() -> st.SearchStrategy[Designation]:
    """Generate orders that make a customer a public body, with limits or without.

    >>> from hypothesis import find
    >>> find(designations(), lambda order: not order.subjects).subjects
    ()
    """
    subjects = st.lists(st.sampled_from(Subject), unique=True, max_size=3)
    return st.builds(Designation, names(), subjects, st.none() | days(), st.lists(names(), max_size=2))


@st.composite
def eligibilities(draw: st.DrawFn) -> Eligibility:
    """Generate what makes a parish or community council eligible, said or not.

    >>> from hypothesis import find
    >>> find(eligibilities(), lambda given: given.elected is True).elected
    True
    """
    resolved = draw(st.none() | days())
    until = draw(st.none() | (days() if resolved is None else days(min_value=resolved)))
    return Eligibility(resolved, until, draw(_SAID), draw(_SAID), draw(_SAID))


_PARTICULARS: dict[type, st.SearchStrategy[Any]] = {
    BusinessCase: business_cases(),
    Designation: designations(),
    Eligibility: eligibilities(),
} | OVERLAY_PARTICULARS


def _facts(field: Any) -> st.SearchStrategy[Any]:
    """Generate one fact in the form in which it is given, or nothing."""
    form, kind = field.metadata["form"], field.metadata["kind"]
    if form is Form.CHOICE:
        return st.none() | st.sampled_from(kind)
    if form is Form.DAY:
        return st.none() | days(min_value=KNOWN_FROM, max_value=KNOWN_TO)
    if form is Form.PARTICULARS:
        return st.none() | st.booleans() | _PARTICULARS[kind]
    return _CITED if form is Form.CITATION else _SAID


_AT_COST: dict[str, Any] = {
    "purpose": Purpose.COST_RECOVERY,
    "vehicle": Vehicle.DIRECT,
    "required_for_customer": False,
    "authorised_by": "LGA 1972 s.111",
    "other_power_to_charge": False,
    "prohibited_by": False,
    "customer_agreed": True,
}
_TRADING: dict[str, Any] = {
    "purpose": Purpose.COMMERCIAL,
    "vehicle": Vehicle.COMPANY,
    "required_for_customer": False,
    "within_ordinary_functions": True,
    "prohibited_by": False,
    "other_commercial_power": False,
}
_BEGINNINGS = st.sampled_from([{}, _AT_COST, _TRADING])
_GIVEN = st.lists(st.sampled_from([field.name for field in FACTS]), max_size=12, unique=True)


@functools.cache
def _fact_called(name: str) -> st.SearchStrategy[Any]:
    """Generate one fact; made once, because making the strategy takes longer than drawing from it."""
    return next(_facts(field) for field in FACTS if field.name == name)


@st.composite
def _some_facts(draw: st.DrawFn) -> dict[str, Any]:
    """Generate facts from none, or from all that charging or trading asks, with a few of any told or told otherwise."""
    facts: dict[str, Any] = dict(draw(_BEGINNINGS))
    for name in draw(_GIVEN):
        facts[name] = draw(_fact_called(name))
    return facts


_FACTS = _some_facts()


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
    day = on or draw(_KNOWN_DAYS)
    seller = supplier or draw(authorities(on=day))
    others = authorities(on=day).filter(lambda other: other != seller)
    facts: dict[str, Any] = draw(_FACTS)
    if facts.get("vehicle") not in {None, Vehicle.COMPANY, Vehicle.SOCIETY}:
        facts.pop("company", None)
    if facts.get("business_case") is True:
        facts["business_case"] = False
    if facts.get("authorised_by") is False:
        facts["within_ordinary_functions"] = draw(st.sampled_from([None, False]))
    return Proposal(
        on=day,
        supplier=seller,
        customer=customer or draw(others | _PERSONS),
        service=service or draw(_SERVICES),
        **facts,
    )


def opinions() -> st.SearchStrategy[Opinion]:
    """Generate opinions: what is found of any proposal.

    >>> from hypothesis import find
    >>> find(opinions(), lambda opinion: True)["LGA2003_S93"].power
    'LGA2003_S93'
    """
    return proposals().map(assess)


def findings() -> st.SearchStrategy[Finding]:
    """Generate findings: what is found of one power on any proposal.

    >>> from hypothesis import find
    >>> find(findings(), lambda finding: finding.power == "LA2011_S4").power
    'LA2011_S4'
    """
    return st.builds(Power.finding, st.sampled_from(POWERS), proposals())


def overlay_findings() -> st.SearchStrategy[OverlayFinding]:
    """Generate what is found of overlays on any proposal.

    >>> from hypothesis import find
    >>> find(overlay_findings(), lambda found: found.overlay == "VAT").title
    'Value added tax'
    """
    return st.builds(Overlay.look, st.sampled_from(OVERLAYS), proposals())


def questions() -> st.SearchStrategy[Question]:
    """Generate open questions, from those that there are.

    >>> from hypothesis import find
    >>> find(questions(), lambda question: True).id
    'Q1'
    """
    return st.sampled_from(every_question())


def views() -> st.SearchStrategy[View]:
    """Generate the competing views on open questions, from those that there are.

    >>> from hypothesis import find
    >>> find(views(), lambda view: bool(view.held_by)).says
    'the dominant purpose decides'
    """
    return st.sampled_from([view for each in every_question() for view in each.views])


def facts_to_settle() -> st.SearchStrategy[FactToSettle]:
    """Generate facts that have not been given.

    >>> from hypothesis import find
    >>> find(facts_to_settle(), lambda fact: True).powers
    ()
    """
    return st.builds(FactToSettle, codes(), names(), st.lists(codes(), max_size=3).map(tuple))


def receipts() -> st.SearchStrategy[Receipt]:
    """Generate receipts: of any opinion.

    >>> from hypothesis import find
    >>> find(receipts(), lambda given: True).library == VERSION
    True
    """
    return opinions().map(receipt)


def reruns() -> st.SearchStrategy[Rerun]:
    """Generate what comes of giving opinions again: by the same library, or after another.

    >>> from hypothesis import find
    >>> find(reruns(), lambda again: True).differences
    ()
    """
    return st.builds(_again, receipts(), st.sampled_from([VERSION, "0.0.0"]))


def _again(given: Receipt, library: str) -> Rerun:
    return run_again(attrs.evolve(given, library=library))


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """Generate findings that differ between two days.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(changes(), lambda change: change.power == "LGA2003_S95", settings=first).power
    'LGA2003_S95'
    """
    outcomes = st.sampled_from(Outcome)
    found = draw(findings())
    return Change(found.power, draw(outcomes), draw(outcomes), found.reasons)


def stages() -> st.SearchStrategy[Stage]:
    """Generate the answers of the days on which a power is exercised.

    >>> from hypothesis import find
    >>> find(stages(), lambda stage: stage.name == "agreed").changes
    ()
    """
    names = st.sampled_from(["decided", "agreed", "supplied"])
    return st.builds(Stage, names, days(), st.sampled_from(Verdict), st.lists(changes(), max_size=2).map(tuple))


def turns() -> st.SearchStrategy[Turn]:
    """Generate days on which the answer changes.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> len(find(turns(), lambda turn: bool(turn.changes), settings=first).changes) in {1, 2}
    True
    """
    return st.builds(Turn, days(), st.lists(changes(), min_size=1, max_size=2).map(tuple))


@st.composite
def additions(draw: st.DrawFn) -> Additions:
    """Generate bodies that are added to the register, with what the law has to know about some of them.

    Args:
        draw: given by Hypothesis.

    >>> from hypothesis import find
    >>> find(additions(), lambda added: bool(added.designations)).persons[0].name
    'Added 1'
    """
    parishes = [
        Authority(f"Added {number} Parish Council", AuthorityKind.PARISH, Nation.ENGLAND)
        for number in range(draw(st.integers(0, 2)))
    ]
    others = [
        Person(f"Added {number}", draw(st.sampled_from(PersonKind))) for number in range(1, draw(st.integers(1, 3)))
    ]
    return Additions(
        tuple(parishes),
        tuple(others),
        {each.name: draw(designations()) for each in others if draw(st.booleans())},
        {each.name: draw(eligibilities()) for each in parishes if draw(st.booleans())},
    )


BY_TYPE = {
    Additions: additions,
    BusinessCase: business_cases,
    Change: changes,
    Designation: designations,
    Eligibility: eligibilities,
    FactToSettle: facts_to_settle,
    Finding: findings,
    Opinion: opinions,
    OverlayFinding: overlay_findings,
    Proposal: proposals,
    Question: questions,
    Receipt: receipts,
    Rerun: reruns,
    Stage: stages,
    Turn: turns,
    View: views,
}
