"""Local Authorities (Goods and Services) Act 1970 s.1: supplying another public body.

The parties settle the price as they see fit, so a profit is allowed and no company is needed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import attrs

from lgtrade.answers import Answer, Verdict, no, uncertain, unknown, yes
from lgtrade.authorities import Authority, AuthorityKind, PersonKind
from lgtrade.law.citations import disregarded
from lgtrade.law.code import Reach
from lgtrade.law.codes import bars_in_point
from lgtrade.law.conditions import SEPARATE_BODIES
from lgtrade.law.definition import ENGLAND_AND_WALES
from lgtrade.law.definitions import CUSTOMERS_1970, SUPPLIERS_1970
from lgtrade.law.enactments import GOODS_AND_SERVICES_1970 as ACT
from lgtrade.law.facts import Designation, Proposal
from lgtrade.law.finding import Price
from lgtrade.law.power import Condition, Power, Version, condition, duty
from lgtrade.law.public_bodies import KnownDesignation, designations_of
from lgtrade.services import Subject
from lgtrade.sources import Provision
from lgtrade.words import Words

SINCE = dt.date(1970, 5, 29)
_BEST_FIRST = (Verdict.YES, Verdict.UNCERTAIN, Verdict.UNKNOWN, Verdict.NO)
_HEADS = {
    Subject.GOODS: ACT.section("1(1)(a)"),
    Subject.PROFESSIONAL: ACT.section("1(1)(b)"),
    Subject.PLANT: ACT.section("1(1)(c)"),
    Subject.MAINTENANCE: ACT.section("1(1)(d)"),
}


@condition(ACT.section("1(4)"), edges=CUSTOMERS_1970.edges)
def customer_is_a_public_body(case: Proposal) -> Answer:
    """The customer is a public body: named in the Act, or designated by an order or another Act."""
    who, given = case.customer, case.designation
    if isinstance(who, Authority):
        by_commissioner = who.kind is AuthorityKind.POLICE_AND_CRIME_COMMISSIONER
        if by_commissioner and case.service.subject is not Subject.PROFESSIONAL:
            template = "That {customer} is a public body has been verified for services under s.1(1)(b) only."
            return uncertain("unverified", template, customer=who.name)
        return CUSTOMERS_1970.reaches(who, case.on)
    if isinstance(given, Designation):
        return _designated(case, given)
    if given is False:
        return no("{customer} is not said to be a public body.", customer=who.name)
    known = _rows(case)
    if known:
        return _judged(case, known, lambda row: _by_the_table(case, row))
    if given is True:
        template = "The Act or order that makes {customer} a public body is not named."
        return unknown("designation", template, customer=who.name)
    if who.kind is PersonKind.PUBLIC_BODY:
        template = "It has not been said which Act or order makes {customer} a public body."
        return unknown("designation", template, customer=who.name)
    return no("{customer} is not said to be a public body.", customer=who.name)


def _designated(case: Proposal, order: Designation) -> Answer:
    if order.since is not None and case.on < order.since:
        return no("{by} did not begin until {day}.", by=order.by, day=order.since)
    if order.only and not any(map(case.supplier.is_called, order.only)):
        return no("Under {by} only {names} may supply.", by=order.by, names=", ".join(order.only))
    known = _rows(case)
    if not known and designations_of(case.customer.name, order.by):
        return no("{by} has no effect in {nation}.", by=order.by, nation=case.supplier.nation.value)
    if known and not order.subjects:
        return _judged(case, known, lambda row: _by_the_table(case, row))
    return yes("{by} is said to make {customer} a public body.", by=order.by, customer=case.customer.name)


def _rows(case: Proposal) -> list[KnownDesignation]:
    """Give what is known of the designation that is cited, or else of the customer, in the supplier's nation."""
    by = case.designation.by if isinstance(case.designation, Designation) else None
    return [each for each in designations_of(case.customer.name, by) if case.supplier.nation in each.nations]


def _judged(case: Proposal, rows: list[KnownDesignation], judge: Callable[[KnownDesignation], Answer]) -> Answer:
    """Judge by each row: of rows that name the customer the best answer holds; if others differ, that is not sure."""
    answers = [judge(row) for row in rows]
    if len({answer.verdict for answer in answers}) == 1:
        return answers[0]
    if all(row.names(case.customer.name) for row in rows):
        return min(answers, key=lambda answer: _BEST_FIRST.index(answer.verdict))
    template = "{by} treats bodies differently, and it has not been verified which of its rules reaches {customer}."
    return uncertain("unverified", template, by=rows[0].by, customer=case.customer.name)


def _by_the_table(case: Proposal, known: KnownDesignation) -> Answer:
    if case.on < known.first:
        return no("{by} did not begin until {day}.", by=known.by, day=known.first)
    if known.last is not None and case.on > known.last:
        return no("{by} had no effect after {day}.", by=known.by, day=known.last)
    if known.only and not any(map(case.supplier.is_called, known.only)):
        return no("Under {by} only {names} may supply.", by=known.by, names=", ".join(known.only))
    if not known.is_sure:
        template = "{by} is noted as making {customer} a public body; its words have not been read."
        return uncertain("unverified", template, by=known.by, customer=case.customer.name)
    return yes("{by} makes {customer} a public body.", by=known.by, customer=case.customer.name)


@condition(ACT.section("1(1)"))
def subject_is_covered(case: Proposal) -> Answer:
    """What is supplied is under one of the four heads."""
    subject = case.service.subject
    if subject is None:
        return unknown("subject", "It has not been said what is supplied.")
    if subject in _HEADS:
        template = "{service} falls under {subject}."
        return yes(template, service=case.service.name, subject=subject.value, at=_HEADS[subject])
    if subject is Subject.CONSTRUCTION:
        template = "The Act authorises no construction of buildings or works; its works are maintenance only."
        return no(template, at=ACT.section("1(2)(a)"))
    if subject in {Subject.STAFF, Subject.FUNCTION}:
        template = "Whether {subject} can be supplied under the Act, rather than under the 1972 Act, is not settled."
        return uncertain("Q8", template, subject=subject.value)
    template = 'It is not settled whether {service} is an "administrative, professional or technical" service.'
    return uncertain("Q5", template, service=case.service.name)


@condition(ACT.section("1(6)"))
def within_the_designation(case: Proposal) -> Answer:
    """Where an order designates the customer, what is supplied is within what it allows."""
    order, who = case.designation, case.customer
    if isinstance(who, Authority):
        return yes("The Act itself sets no limit on what may be supplied to {customer}.", customer=who.name)
    by = order.by if isinstance(order, Designation) else None
    allowed = order.subjects if isinstance(order, Designation) else ()
    known = [] if allowed else _rows(case)
    if known:
        in_force = [row for row in known if _by_the_table(case, row).verdict is not Verdict.NO]
        return _judged(case, in_force or known, lambda row: _allowed(case, row.by, row.subjects))
    if by is None:
        return yes("No limit on what may be supplied to {customer} is known.", customer=who.name)
    if not allowed:
        return unknown("designation", "It has not been said what {by} lets authorities supply.", by=by)
    return _allowed(case, by, allowed)


def _allowed(case: Proposal, by: str, allowed: tuple[Subject, ...]) -> Answer:
    subject = case.service.subject
    if subject is None:
        return unknown("subject", "It has not been said what is supplied.")
    if subject in allowed:
        return yes("{by} allows {subject}.", by=by, subject=subject.value)
    return no("{by} does not allow {subject}.", by=by, subject=subject.value)


@condition(ACT.section("1(1)"))
def nothing_else_stands_in_the_way(case: Proposal) -> Answer:
    """No duty to this customer, and no prohibition, is said to bear on the supply."""
    barred = [answer for bar in bars_in_point(case, Reach.TRADING) if (answer := bar.bars(case, Reach.TRADING))]
    if barred:
        template = "It is not settled whether {by} reaches supply under the 1970 Act."
        return uncertain("unverified", template, by=barred[0].reason.provision)
    given = case.prohibited_by
    if given is True or (isinstance(given, str) and disregarded(given, case.on) is None):
        by = given if isinstance(given, str) else "the prohibition"
        return uncertain("unverified", "It is not settled whether {by} reaches supply under the 1970 Act.", by=by)
    if case.required_for_customer:
        template = "It is not settled whether a charge may be agreed for what must be provided to {customer} anyway."
        return uncertain("duty-owed", template, customer=case.customer.name)
    facts = ("required_for_customer", "prohibited_by", "customer_agreed")
    return yes(
        "No duty to {customer}, and no prohibition, is said to bear on it.",
        customer=case.customer.name,
        unless=tuple(fact for fact in facts if getattr(case, fact) is None),
    )


def _designation_is_limited(case: Proposal) -> tuple[str, ...]:
    order = case.designation
    if isinstance(case.customer, Authority):
        return ()
    known = _rows(case)
    if not known:
        return ("unverified",) if isinstance(order, Designation) else ()
    return ("designation-limits",) if any(row.restriction for row in known) else ()


def duties_1970(at: Callable[[str], Provision]) -> tuple[Condition, ...]:
    """Make the duties of an agreement under the Act, or under an Act that applies it.

    Args:
        at: cites the subsection of the section that applies.
    """
    return (
        duty(
            "by_agreement",
            at("1(1)"),
            Words("Supply under an agreement with the customer."),
            lambda case: case.customer_agreed is False,
            "The customer has not agreed to be supplied.",
        ),
        duty(
            "by_the_authority",
            at("1(1)"),
            Words("The authority itself supplies: no company is needed, and the Act gives a company no power."),
            lambda case: case.vehicle in SEPARATE_BODIES,
            "It would not be done by the authority itself, and the Act gives a company no power.",
        ),
        attrs.evolve(
            duty(
                "responsible_for_land",
                at("1(1)(d)"),
                Words("Maintain only land or buildings for which the customer is responsible."),
            ),
            subject=Subject.MAINTENANCE,
        ),
    )


SEPARATE_ACCOUNT = duty(
    "separate_account", ACT.section("2(2)"), Words("Keep a separate account of agreements under the Act.")
)

SUPPLY_TO_PUBLIC_BODIES = Power(
    code="LAGSA1970_S1",
    title="Supply another public body, on the terms agreed",
    citation=ACT.section("1"),
    price=Price.AS_AGREED,
    since=SINCE,
    commencement=ACT.section("1"),
    elsewhere="In this form it does not apply in {nation}.",
    versions=(
        Version(
            since=SINCE,
            nations=ENGLAND_AND_WALES,
            under=ACT.section("1"),
            bodies=SUPPLIERS_1970,
            conditions=(
                customer_is_a_public_body,
                subject_is_covered,
                within_the_designation,
                nothing_else_stands_in_the_way,
            ),
            duties=(*duties_1970(ACT.section), SEPARATE_ACCOUNT),
            cautions=(_designation_is_limited,),
        ),
    ),
)
