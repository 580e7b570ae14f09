"""Local Authorities (Goods and Services) Act 1970 s.1: supplying another public body.

The parties settle the price as they see fit, so a profit is allowed and no company is needed.
"""

from __future__ import annotations

import datetime as dt

from lgtrade.answers import Answer, no, uncertain, unknown, yes
from lgtrade.authorities import Authority, PersonKind
from lgtrade.law.conditions import disregarded, supplier_is
from lgtrade.law.definitions import CUSTOMERS_1970, ENGLAND_AND_WALES, SUPPLIERS_1970
from lgtrade.law.enactments import GOODS_AND_SERVICES_1970 as ACT
from lgtrade.law.facts import Designation, Proposal
from lgtrade.law.power import Power, Price, Version, condition, duty
from lgtrade.services import Subject
from lgtrade.words import Words

_HEADS = {
    Subject.GOODS: ACT.section("1(1)(a)"),
    Subject.PROFESSIONAL: ACT.section("1(1)(b)"),
    Subject.PLANT: ACT.section("1(1)(c)"),
    Subject.MAINTENANCE: ACT.section("1(1)(d)"),
}


@condition(ACT.section("1(4)"))
def customer_is_a_public_body(case: Proposal) -> Answer:
    """The customer is a public body: named in the Act, or designated by an order or another Act."""
    who = case.customer
    if isinstance(who, Authority):
        return CUSTOMERS_1970.reaches(who, case.on)
    if isinstance(case.designation, Designation):
        return yes("{by} makes {customer} a public body.", by=case.designation.by, customer=who.name)
    if case.designation is True:
        return unknown(
            "designation", "The Act or order that makes {customer} a public body is not named.", customer=who.name
        )
    if case.designation is False or who.kind is not PersonKind.PUBLIC_BODY:
        return no("{customer} is not a public body, so far as is said.", customer=who.name)
    template = "It has not been said which Act or order makes {customer} a public body."
    return unknown("designation", template, customer=who.name)


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
        template = (
            "Placing officers at another's disposal is the matter of LGA 1972 s.113, not modelled in this version."
        )
        return uncertain("not-modelled", template)
    if subject is Subject.FUNCTION:
        template = "Discharging the customer's function is the matter of LGA 1972 s.101, not modelled in this version."
        return uncertain("not-modelled", template)
    template = 'It is not settled whether {service} is an "administrative, professional or technical" service.'
    return uncertain("Q5", template, service=case.service.name)


@condition(ACT.section("1(6)"))
def within_the_designation(case: Proposal) -> Answer:
    """Where an order designates the customer for some purposes only, this is one of them."""
    order, subject = case.designation, case.service.subject
    if isinstance(case.customer, Authority) or not isinstance(order, Designation) or not order.subjects:
        return yes("No limit on what may be supplied to {customer} is said.", customer=case.customer.name)
    if subject is None:
        return unknown("subject", "It has not been said what is supplied.")
    if subject in order.subjects:
        return yes("{by} allows {subject}.", by=order.by, subject=subject.value)
    return no("{by} does not allow {subject}.", by=order.by, subject=subject.value)


@condition(ACT.section("1(1)"))
def nothing_else_stands_in_the_way(case: Proposal) -> Answer:
    """No duty to this customer, and no prohibition, is said to bear on the supply."""
    given = case.prohibited_by
    if given is True or (isinstance(given, str) and disregarded(given) is None):
        by = given if isinstance(given, str) else "the prohibition"
        return uncertain("unverified", "It is not settled whether {by} reaches supply under the 1970 Act.", by=by)
    if case.required_for_customer:
        template = (
            "It is not settled whether the Act lets a charge be agreed for what must be provided to {customer} anyway."
        )
        return uncertain("unverified", template, customer=case.customer.name)
    return yes("No duty to {customer}, and no prohibition, is said to bear on it.", customer=case.customer.name)


SUPPLY_TO_PUBLIC_BODIES = Power(
    code="LAGSA1970_S1",
    title="Supply another public body, on the terms agreed",
    citation=ACT.section("1"),
    price=Price.AS_AGREED,
    versions=(
        Version(
            since=dt.date(1970, 5, 29),
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
                    "by_the_authority",
                    ACT.section("1(1)"),
                    Words("The authority itself supplies: no company is needed, and the Act gives a company no power."),
                    lambda _: False,
                ),
                duty(
                    "by_agreement",
                    ACT.section("1(1)"),
                    Words("Supply under an agreement with the customer."),
                    lambda case: case.customer_agreed is False,
                ),
                duty(
                    "separate_account",
                    ACT.section("2(2)"),
                    Words("Keep a separate account of agreements under the Act."),
                    lambda _: False,
                ),
            ),
        ),
    ),
)
