"""Local Government Act 1972 s.113: placing officers at the disposal of another local authority, for its functions.

The officers stay in the lender's employment and must be consulted first. The terms may include payment.
"""

from __future__ import annotations

from lgtrade.answers import Answer, no, uncertain, unknown, yes
from lgtrade.authorities import Authority, PersonKind
from lgtrade.law.conditions import SEPARATE_BODIES, not_said_to_be_prohibited
from lgtrade.law.definition import ENGLAND_AND_WALES
from lgtrade.law.definitions import LOCAL_AUTHORITIES_1972
from lgtrade.law.enactments import LGA_1972 as ACT
from lgtrade.law.facts import Proposal
from lgtrade.law.finding import Price
from lgtrade.law.power import Power, Version, condition, duty
from lgtrade.law.powers.arrange_for_functions import SINCE, by_agreement, no_profit_is_sought, not_through
from lgtrade.services import Subject
from lgtrade.words import Words


@condition(ACT.section("113(1)"), about=True)
def officers_are_lent(case: Proposal) -> Answer:
    """What is provided is the services of officers, and not a service that they produce."""
    subject = case.service.subject
    if subject is None:
        return unknown("subject", "It has not been said whether officers would be placed at the customer's disposal.")
    if subject is Subject.STAFF:
        return yes("Officers would be placed at the disposal of {customer}.", customer=case.customer.name)
    return no("Officers are not said to be placed at the disposal of {customer}.", customer=case.customer.name)


@condition(ACT.section("113(1)"))
def borrower_is_a_local_authority(case: Proposal) -> Answer:
    """The borrower is a local authority, or a health body of those that s.113(1A) lists."""
    who = case.customer
    if isinstance(who, Authority):
        return LOCAL_AUTHORITIES_1972.reaches(who, case.on)
    if who.kind is PersonKind.PUBLIC_BODY:
        template = "Section 113(1A) lists health bodies; it has not been verified whether {customer} is one on the day."
        return uncertain("unverified", template, customer=who.name, at=ACT.section("113(1A)"))
    return no("{customer} is not a local authority, and is not among the health bodies listed.", customer=who.name)


@condition(ACT.section("113(1)"))
def officers_have_been_consulted(case: Proposal) -> Answer:
    """The officers were consulted before the agreement."""
    if case.officers_consulted is None:
        return unknown("officers_consulted", "It has not been said whether the officers have been consulted.")
    if case.officers_consulted:
        return yes("The officers have been consulted.")
    return no("The officers have not been consulted, and must be first.")


LEND_OFFICERS = Power(
    code="LGA1972_S113",
    title="Place officers at another local authority's disposal",
    citation=ACT.section("113"),
    price=Price.AS_AGREED,
    since=SINCE,
    commencement=ACT.section("113"),
    versions=(
        Version(
            since=SINCE,
            nations=ENGLAND_AND_WALES,
            under=ACT.section("113"),
            bodies=LOCAL_AUTHORITIES_1972,
            conditions=(
                officers_are_lent,
                borrower_is_a_local_authority,
                officers_have_been_consulted,
                not_through(ACT.section("113(1)"), *sorted(SEPARATE_BODIES, key=lambda each: each.value)),
                no_profit_is_sought(ACT.section("113(1)")),
                not_said_to_be_prohibited(ACT.section("113(1)")),
            ),
            duties=(
                by_agreement(ACT.section("113(1)")),
                duty(
                    "for_the_borrowers_functions",
                    ACT.section("113(1)"),
                    Words("Lend the officers only for the functions of the borrower; they stay in your employment."),
                ),
            ),
        ),
    ),
)
