"""Northern Ireland: Local Government Act (Northern Ireland) 1972 s.105, and the general power in the 2014 Act.

Not this library's subject: enough is said that no English power is offered there.
"""

from __future__ import annotations

import datetime as dt

from lgtrade.answers import Answer, no, uncertain, unknown, yes
from lgtrade.authorities import Authority, AuthorityKind, PersonKind
from lgtrade.law.conditions import (
    cost_limit,
    customer_has_agreed,
    it_is_a_service,
    itself,
    not_for_a_commercial_purpose,
    not_required_for_customer,
)
from lgtrade.law.definition import NORTHERN_IRELAND
from lgtrade.law.definitions import NORTHERN_IRISH_COUNCILS
from lgtrade.law.enactments import LGA_NI_1972, LGA_NI_2014, NI_COMMENCEMENT_2015
from lgtrade.law.facts import Proposal
from lgtrade.law.finding import Price
from lgtrade.law.limitations import not_prohibited
from lgtrade.law.power import Power, Version, condition
from lgtrade.services import Subject

_SINCE_1972 = dt.date(1973, 10, 1)  # when the new district councils took over: from general knowledge, not verified
_SINCE_2014 = dt.date(2015, 4, 1)


@condition(LGA_NI_1972.section("105"))
def customer_is_a_council_or_public_body(case: Proposal) -> Answer:
    """The customer is a council, a public body or a department in Northern Ireland."""
    who = case.customer
    if isinstance(who, Authority):
        if who.kind is AuthorityKind.NORTHERN_IRISH:
            return yes("{customer} is a council in Northern Ireland.", customer=who.name)
        template = "It has not been verified whether {customer} is a public body for the section."
        return uncertain("unverified", template, customer=who.name)
    if who.kind is PersonKind.PUBLIC_BODY:
        template = "It has not been verified whether {customer} is a public body for the section."
        return uncertain("unverified", template, customer=who.name)
    return no("{customer} is neither a council nor a public body.", customer=who.name)


@condition(LGA_NI_1972.section("105"))
def subject_is_within_section_105(case: Proposal) -> Answer:
    """Goods, administrative, professional or technical services, plant, or works and facilities."""
    subject = case.service.subject
    if subject is None:
        return unknown("subject", "It has not been said what is supplied.")
    if subject in {Subject.GOODS, Subject.PROFESSIONAL, Subject.PLANT}:
        return yes("{service} falls under {subject}.", service=case.service.name, subject=subject.value)
    template = "The section was read in an account of it only, which does not settle {subject}."
    return uncertain("unverified", template, subject=subject.value)


@condition(LGA_NI_2014.section("81"))
def no_other_power_is_said(case: Proposal) -> Answer:
    """The council would not otherwise have power to charge."""
    given = case.other_power_to_charge
    if given is None:
        return unknown("other_power_to_charge", "It has not been said whether there is another power to charge for it.")
    if given is False:
        return yes("No other power to charge for it is said to exist.")
    return no("{by} is said to give a power to charge for it.", by=given if isinstance(given, str) else "Another Act")


SUPPLY_IN_NORTHERN_IRELAND = Power(
    code="LGANI1972_S105",
    title="Supply another council or a public body, in Northern Ireland",
    citation=LGA_NI_1972.section("105"),
    price=Price.AS_AGREED,
    since=_SINCE_1972,
    commencement=LGA_NI_1972.section("105"),
    elsewhere="It is for councils in Northern Ireland, and not in {nation}.",
    versions=(
        Version(
            since=_SINCE_1972,
            nations=NORTHERN_IRELAND,
            under=LGA_NI_1972.section("105"),
            bodies=NORTHERN_IRISH_COUNCILS,
            conditions=(
                customer_is_a_council_or_public_body,
                subject_is_within_section_105,
                not_prohibited(LGA_NI_1972.section("105")),
            ),
        ),
    ),
)

CHARGE_IN_NORTHERN_IRELAND = Power(
    code="LGANI2014_S81",
    title="Charge under the general power of competence, at cost, in Northern Ireland",
    citation=LGA_NI_2014.section("81"),
    price=Price.AT_COST,
    since=_SINCE_2014,
    commencement=NI_COMMENCEMENT_2015.article("2"),
    elsewhere="The general power in the 2014 Act is for councils in Northern Ireland, and not in {nation}.",
    versions=(
        Version(
            since=_SINCE_2014,
            nations=NORTHERN_IRELAND,
            under=LGA_NI_2014.section("81"),
            bodies=NORTHERN_IRISH_COUNCILS,
            conditions=(
                it_is_a_service(LGA_NI_2014.section("81")),
                itself(LGA_NI_2014.section("81")),
                not_for_a_commercial_purpose(LGA_NI_2014.section("81")),
                not_prohibited(LGA_NI_2014.section("80")),
                not_required_for_customer(LGA_NI_2014.section("81")),
                customer_has_agreed(LGA_NI_2014.section("81")),
                no_other_power_is_said,
            ),
            duties=(cost_limit(LGA_NI_2014.section("81")),),
        ),
    ),
)
