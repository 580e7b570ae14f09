"""Local Government Act 2003 s.93: charging, at cost, for a service that need not be provided to that customer.

No company is needed. It yields to any other power to charge.
"""

from __future__ import annotations

from lgtrade.answers import Answer, Verdict, no, uncertain, unknown, yes
from lgtrade.law.conditions import (
    customer_has_agreed,
    disregarded,
    general_power_authorises,
    general_power_may_displace_it,
    not_for_a_commercial_purpose,
    not_required_for_customer,
    stands_apart,
    supplier_is,
)
from lgtrade.law.definitions import CHARGING, ENGLAND_AND_WALES, RELEVANT_FOR_CHARGING
from lgtrade.law.enactments import LGA_2003 as ACT
from lgtrade.law.enactments import LOCALISM_2011
from lgtrade.law.facts import Proposal
from lgtrade.law.power import Condition, Power, Price, Version, condition, duty
from lgtrade.law.powers.supply_to_public_bodies import SUPPLY_TO_PUBLIC_BODIES
from lgtrade.services import Subject
from lgtrade.sources import Provision
from lgtrade.words import Words


@condition(ACT.section("93(1)"))
def it_is_a_service(case: Proposal) -> Answer:
    """What is provided is a service."""
    subject = case.service.subject
    if subject in {Subject.GOODS, Subject.CONSTRUCTION}:
        template = "It is not settled whether {subject} alone is the provision of a service."
        return uncertain("Q15", template, subject=subject.value if subject else "")
    return yes("{service} is a service.", service=case.service.name)


@condition(ACT.section("93(1)(a)"))
def authorised_to_provide_it(case: Proposal) -> Answer:
    """An enactment authorises the supplier to provide the service to this customer; s.93 itself does not."""
    given = case.authorised_by
    if isinstance(given, str):
        return yes("{by} authorises the supplier to provide it.", by=given)
    if given is True:
        return yes("An enactment authorises the supplier to provide it.")
    if general_power_authorises(case):
        return yes(
            "The general power of competence authorises the supplier to provide it.", at=LOCALISM_2011.section("1")
        )
    if given is None:
        return unknown("authorised_by", "It has not been said which enactment authorises the supplier to provide it.")
    return no("No enactment authorises the supplier to provide it.")


def no_power_to_charge_but(at: Provision) -> Condition:
    """Make the condition that the supplier has no power to charge for the service, apart from s.93 and its like.

    The general power of competence is left out of account: it and s.93 are alternatives with one limit (Q3).
    """

    @condition(at)
    def no_other_power_to_charge(case: Proposal) -> Answer:
        given = case.other_power_to_charge
        if isinstance(given, str):
            return no("{by} gives a power to charge for it.", by=given)
        if given is True:
            return no("There is another power to charge for it.")
        by_the_1970_act = stands_apart(SUPPLY_TO_PUBLIC_BODIES.finding(case))
        if by_the_1970_act.verdict is not Verdict.YES:
            return by_the_1970_act
        if given is None:
            template = "It has not been said whether there is another power to charge for it."
            return unknown("other_power_to_charge", template)
        return yes("There is no other power to charge for it.")

    return no_other_power_to_charge


@condition(ACT.section("93(2)(b)"))
def not_prohibited(case: Proposal) -> Answer:
    """No enactment expressly prohibits the charge, leaving out those that s.93(7) tells us to disregard."""
    given = case.prohibited_by
    if given is None:
        return unknown("prohibited_by", "It has not been said whether an enactment prohibits the charge.")
    if given is False:
        return yes("No enactment expressly prohibits the charge.")
    if given is True:
        return no("An enactment expressly prohibits the charge.")
    limb = disregarded(given)
    if limb is not None:
        return yes("{by} is to be disregarded.", by=given, at=ACT.section(limb))
    return no("{by} expressly prohibits the charge.", by=given)


COST_LIMIT = Words(
    "Set the charges so that, taking one financial year with another, they bring in no more than the cost of "
    "provision, separately for each kind of service."
)

CHARGE_FOR_DISCRETIONARY_SERVICES = Power(
    code="LGA2003_S93",
    title="Charge for a discretionary service, at cost",
    citation=ACT.section("93"),
    price=Price.AT_COST,
    versions=(
        Version(
            since=CHARGING,
            nations=ENGLAND_AND_WALES,
            under=ACT.section("93"),
            conditions=(
                supplier_is(RELEVANT_FOR_CHARGING),
                it_is_a_service,
                authorised_to_provide_it,
                not_required_for_customer(ACT.section("93(1)(a)")),
                customer_has_agreed(ACT.section("93(1)(b)")),
                no_power_to_charge_but(ACT.section("93(2)(a)")),
                not_prohibited,
                not_for_a_commercial_purpose(ACT.section("93(3)")),
            ),
            duties=(
                duty("cost_limit", ACT.section("93(3)"), COST_LIMIT, lambda case: case.charges_exceed_costs is True),
                duty(
                    "guidance",
                    ACT.section("93(6)"),
                    Words("Have regard to the guidance issued under the section."),
                    lambda _: False,
                ),
            ),
            cautions=(general_power_may_displace_it,),
        ),
    ),
)
