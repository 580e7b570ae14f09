"""Local Authorities (Goods and Services) Act 1970 s.1: supplying another public body.

The parties settle the price as they see fit, so a profit is allowed and no company is needed.
"""

from __future__ import annotations

import datetime as dt

import attrs

from lgtrade.answers import Answer, no, uncertain, unknown, yes
from lgtrade.authorities import Authority, AuthorityKind, Nation, PersonKind
from lgtrade.law.citations import disregarded
from lgtrade.law.conditions import SEPARATE_BODIES, supplier_is
from lgtrade.law.definitions import CUSTOMERS_1970, ENGLAND_AND_WALES, SUPPLIERS_1970
from lgtrade.law.enactments import GOODS_AND_SERVICES_1970 as ACT
from lgtrade.law.facts import Designation, Proposal
from lgtrade.law.gaps import Gap
from lgtrade.law.power import Power, Price, Version, condition, duty
from lgtrade.services import Subject
from lgtrade.words import Words

_SINCE = dt.date(1970, 5, 29)
_HEADS = {
    Subject.GOODS: ACT.section("1(1)(a)"),
    Subject.PROFESSIONAL: ACT.section("1(1)(b)"),
    Subject.PLANT: ACT.section("1(1)(c)"),
    Subject.MAINTENANCE: ACT.section("1(1)(d)"),
}
_POLICE = {AuthorityKind.POLICE, AuthorityKind.POLICE_AND_CRIME_COMMISSIONER}


@condition(ACT.section("1(4)"))
def customer_is_a_public_body(case: Proposal) -> Answer:
    """The customer is a public body: named in the Act, or designated by an order or another Act."""
    who = case.customer
    if case.supplier.kind in _POLICE:
        template = "For {supplier} the Act is applied with modifications that are not modelled in this version."
        return uncertain("not-modelled", template, supplier=case.supplier.name)
    if isinstance(who, Authority):
        return _named_in_the_act(who, case)
    if isinstance(case.designation, Designation):
        return _designated(case, case.designation)
    if case.designation is None and who.kind is PersonKind.PUBLIC_BODY:
        template = "It has not been said which Act or order makes {customer} a public body."
        return unknown("designation", template, customer=who.name)
    if case.designation is True:
        template = "The Act or order that makes {customer} a public body is not named."
        return unknown("designation", template, customer=who.name)
    return no("{customer} is not said to be a public body.", customer=who.name)


def _named_in_the_act(who: Authority, case: Proposal) -> Answer:
    by_commissioner = who.kind is AuthorityKind.POLICE_AND_CRIME_COMMISSIONER
    if by_commissioner and case.service.subject is not Subject.PROFESSIONAL:
        template = "That {customer} is a public body has been verified for services under s.1(1)(b) only."
        return uncertain("unverified", template, customer=who.name)
    return CUSTOMERS_1970.reaches(who, case.on)


def _designated(case: Proposal, order: Designation) -> Answer:
    if order.since is not None and case.on < order.since:
        return no("{by} did not begin until {day}.", by=order.by, day=order.since)
    if order.only and case.supplier.name not in order.only:
        return no("Under {by} only {names} may supply.", by=order.by, names=", ".join(order.only))
    return yes("{by} is said to make {customer} a public body.", by=order.by, customer=case.customer.name)


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
    if subject is Subject.STAFF:
        template = "Placing officers at another's disposal is the matter of LGA 1972 s.113, not modelled here."
        return uncertain("not-modelled", template)
    if subject is Subject.FUNCTION:
        template = "Discharging the customer's function is the matter of LGA 1972 s.101, not modelled here."
        return uncertain("not-modelled", template)
    template = 'It is not settled whether {service} is an "administrative, professional or technical" service.'
    return uncertain("Q5", template, service=case.service.name)


@condition(ACT.section("1(6)"))
def within_the_designation(case: Proposal) -> Answer:
    """Where an order designates the customer, what is supplied is within what it allows."""
    order, subject = case.designation, case.service.subject
    if isinstance(case.customer, Authority) or not isinstance(order, Designation):
        return yes("The Act itself sets no limit on what may be supplied to {customer}.", customer=case.customer.name)
    if not order.subjects:
        return unknown("designation", "It has not been said what {by} lets authorities supply.", by=order.by)
    if subject is None:
        return unknown("subject", "It has not been said what is supplied.")
    if subject in order.subjects:
        return yes("{by} is said to allow {subject}.", by=order.by, subject=subject.value)
    return no("{by} does not allow {subject}.", by=order.by, subject=subject.value)


@condition(ACT.section("1(1)"))
def nothing_else_stands_in_the_way(case: Proposal) -> Answer:
    """No duty to this customer, and no prohibition, is said to bear on the supply."""
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


def _designation_was_not_read(case: Proposal) -> tuple[str, ...]:
    return ("unverified",) if isinstance(case.designation, Designation) else ()


SUPPLY_TO_PUBLIC_BODIES = Power(
    code="LAGSA1970_S1",
    title="Supply another public body, on the terms agreed",
    citation=ACT.section("1"),
    price=Price.AS_AGREED,
    since=_SINCE,
    commencement=ACT.section("1"),
    gaps=(Gap("the Act as modified for Scotland by the Local Government in Scotland Act 2003 s.8", Nation.SCOTLAND),),
    versions=(
        Version(
            since=_SINCE,
            nations=ENGLAND_AND_WALES,
            under=ACT.section("1"),
            conditions=(
                supplier_is(SUPPLIERS_1970),
                customer_is_a_public_body,
                subject_is_covered,
                within_the_designation,
                nothing_else_stands_in_the_way,
            ),
            duties=(
                duty(
                    "by_agreement",
                    ACT.section("1(1)"),
                    Words("Supply under an agreement with the customer."),
                    lambda case: case.customer_agreed is False,
                    "The customer has not agreed to be supplied.",
                ),
                duty(
                    "by_the_authority",
                    ACT.section("1(1)"),
                    Words("The authority itself supplies: no company is needed, and the Act gives a company no power."),
                    lambda case: case.vehicle in SEPARATE_BODIES,
                    "It would not be done by the authority itself, and the Act gives a company no power.",
                ),
                attrs.evolve(
                    duty(
                        "responsible_for_land",
                        ACT.section("1(1)(d)"),
                        Words("Maintain only land or buildings for which the customer is responsible."),
                    ),
                    subject=Subject.MAINTENANCE,
                ),
                duty(
                    "separate_account",
                    ACT.section("2(2)"),
                    Words("Keep a separate account of agreements under the Act."),
                ),
            ),
            cautions=(_designation_was_not_read,),
        ),
    ),
)
