"""Localism Act 2011 s.3: charging, at cost, for what the general power of competence lets a council do.

It yields to every other power to charge except s.93 of the 2003 Act, with which it shares its limit.
"""

from __future__ import annotations

from lgtrade.answers import Answer, no, uncertain, unknown, yes
from lgtrade.authorities import Authority
from lgtrade.law.citations import disregarded, year_of
from lgtrade.law.conditions import (
    customer_has_agreed,
    general_power_may_displace_it,
    it_is_a_service,
    itself,
    not_for_a_commercial_purpose,
    not_required_for_customer,
    supplier_has_general_power,
)
from lgtrade.law.definitions import ENGLAND, GENERAL_POWER
from lgtrade.law.enactments import COMMENCEMENT_2012
from lgtrade.law.enactments import LOCALISM_2011 as ACT
from lgtrade.law.facts import Proposal
from lgtrade.law.power import Power, Price, Version, condition, duty
from lgtrade.law.powers.charge_for_discretionary_services import cost_limit, no_power_to_charge_but
from lgtrade.services import Subject
from lgtrade.words import Words

_LAST_YEAR_OF_SESSION = 2011
"""The session of 2010 to 2012 ended on 1 May 2012; an Act of an earlier year was certainly passed before that."""


@condition(ACT.section("2(2)"))
def no_limitation_prevents_it(case: Proposal) -> Answer:
    """No limitation that binds the general power prevents it.

    One imposed before the power began always binds it (s.2(2)(a)); a later one only if it is expressed to (s.2(2)(b)).
    """
    given = case.prohibited_by
    if given is None:
        return unknown("prohibited_by", "It has not been said whether an enactment prevents it.")
    if given is False:
        return yes("No enactment is said to prevent it.")
    by = given if isinstance(given, str) else "An enactment"
    if isinstance(given, str) and disregarded(given, case.on) is not None:
        return uncertain("unverified", "It is not settled whether {by} limits the general power.", by=by)
    year = year_of(given) if isinstance(given, str) else None
    if year is not None and year <= _LAST_YEAR_OF_SESSION:
        return no("{by} is said to prevent it.", by=by, at=ACT.section("2(2)(a)"))
    template = "{by} is said to prevent it, and binds the general power if it came first or is expressed to."
    return uncertain("unverified", template, by=by)


@condition(ACT.section("2(3)"))
def no_arrangement_for_functions(case: Proposal) -> Answer:
    """It is no arrangement for somebody else to discharge a function, which the general power cannot make."""
    if case.service.subject is not Subject.FUNCTION:
        return yes("It is not said to be an arrangement for the discharge of a function.")
    if isinstance(case.customer, Authority):
        return no("The general power cannot make or alter arrangements for discharging another authority's function.")
    return uncertain(
        "unverified", "It is not settled whether this is an arrangement that the general power cannot make."
    )


OVERLAPPED_RESTRICTIONS = duty(
    "overlapped_restrictions",
    ACT.section("2(1)"),
    Words("Keep every restriction on an older power that covers the same thing: it applies to the general power too."),
)

CHARGE_UNDER_THE_GENERAL_POWER = Power(
    code="LA2011_S3",
    title="Charge under the general power of competence, at cost",
    citation=ACT.section("3"),
    price=Price.AT_COST,
    since=GENERAL_POWER,
    commencement=COMMENCEMENT_2012.article("2"),
    elsewhere="The general power in the Localism Act 2011 is for authorities in England, and not in {nation}.",
    versions=(
        Version(
            since=GENERAL_POWER,
            nations=ENGLAND,
            under=ACT.section("3"),
            conditions=(
                supplier_has_general_power(ACT.section("8")),
                it_is_a_service(ACT.section("3(1)(a)")),
                itself(ACT.section("3(1)(a)")),
                not_for_a_commercial_purpose(ACT.section("3(1)(a)")),
                no_limitation_prevents_it,
                no_arrangement_for_functions,
                not_required_for_customer(ACT.section("3(2)(a)")),
                customer_has_agreed(ACT.section("3(2)(b)")),
                no_power_to_charge_but(ACT.section("3(2)(c)")),
            ),
            duties=(cost_limit(ACT.section("3(3)")), OVERLAPPED_RESTRICTIONS),
            cautions=(general_power_may_displace_it,),
        ),
    ),
)
