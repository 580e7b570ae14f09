"""Local Government Act 2003 s.93: charging, at cost, for a service that need not be provided to that customer.

No company is needed. It yields to any other power to charge.
"""

from __future__ import annotations

import datetime as dt

from lgtrade.answers import Answer, Verdict, no, uncertain, unknown, yes
from lgtrade.authorities import AuthorityKind, Nation
from lgtrade.law.citations import (
    disregarded,
    is_no_authority_to_provide,
    is_section_93_or_its_like,
    might_be_disregarded,
)
from lgtrade.law.conditions import (
    customer_has_agreed,
    general_power_authorises,
    general_power_may_displace_it,
    it_is_a_service,
    itself,
    not_for_a_commercial_purpose,
    not_required_for_customer,
    supplier_is,
)
from lgtrade.law.definitions import (
    CHARGING,
    ENGLAND_AND_WALES,
    PRINCIPAL_COUNCILS_IN_WALES,
    RELEVANT_FOR_CHARGING,
)
from lgtrade.law.enactments import LGA_2003 as ACT
from lgtrade.law.enactments import LOCALISM_2011
from lgtrade.law.facts import Proposal
from lgtrade.law.gaps import FIRE, FIRE_CHARGES_SINCE
from lgtrade.law.power import Condition, Power, Price, Version, condition, duty
from lgtrade.law.powers.supply_to_public_bodies import SUPPLY_TO_PUBLIC_BODIES
from lgtrade.sources import Provision
from lgtrade.words import Words

_WALES_REWRITTEN = dt.date(2010, 4, 1)


@condition(ACT.section("93(1)(a)"))
def authorised_to_provide_it(case: Proposal) -> Answer:
    """An enactment authorises the supplier to provide the service to this customer; s.93 itself does not."""
    given = case.authorised_by
    if isinstance(given, str) and is_no_authority_to_provide(given):
        return no("{by} is not itself authority to provide a service.", by=given)
    if given:
        by = given if isinstance(given, str) else "An enactment"
        return yes("{by} is said to authorise the supplier to provide it.", by=by)
    if general_power_authorises(case):
        return yes(
            "The general power of competence authorises the supplier to provide it.", at=LOCALISM_2011.section("1")
        )
    if given is None:
        return unknown("authorised_by", "It has not been said which enactment authorises the supplier to provide it.")
    if general_power_may_displace_it(case):
        template = "No enactment but the general power of Welsh councils is said to authorise it, not modelled here."
        return uncertain("not-modelled", template)
    return no("No enactment is said to authorise the supplier to provide it.")


def no_power_to_charge_but(at: Provision) -> Condition:
    """Make the condition that the supplier has no power to charge for the service, apart from s.93 and its like.

    The general power of competence is left out of account: it and s.93 are alternatives with one limit (Q3).
    """

    @condition(at)
    def no_other_power_to_charge(case: Proposal) -> Answer:
        by_another_act = _by_what_is_said(case) or _by_the_1970_act(case) or _by_the_fire_act(case)
        if by_another_act is not None:
            return by_another_act
        if case.other_power_to_charge is None:
            template = "It has not been said whether there is another power to charge for it."
            return unknown("other_power_to_charge", template)
        return yes("No other power to charge for it is said to exist.")

    return no_other_power_to_charge


def _by_what_is_said(case: Proposal) -> Answer | None:
    given = case.other_power_to_charge
    if given is True:
        return no("There is said to be another power to charge for it.")
    if isinstance(given, str) and not is_section_93_or_its_like(given):
        return no("{by} is said to give a power to charge for it.", by=given)
    return None


def _by_the_fire_act(case: Proposal) -> Answer | None:
    in_england = case.supplier.kind in FIRE and case.supplier.nation is Nation.ENGLAND
    if not in_england or case.on < FIRE_CHARGES_SINCE:
        return None
    template = "It is not settled whether the Fire and Rescue Services Act 2004 gives a power to charge for it."
    return uncertain(("Q6", "not-modelled"), template)


def _by_the_1970_act(case: Proposal) -> Answer | None:
    """Give the answer if the supplier has, or may have, a power to charge under the 1970 Act, agreed or not."""
    held, where = SUPPLY_TO_PUBLIC_BODIES.conditions_on(case), SUPPLY_TO_PUBLIC_BODIES.citation
    if held is None or held.verdict is Verdict.NO:
        return None
    if held.verdict is Verdict.YES:
        return no("{power} gives a power to charge for it.", power=f"{where}(3)")
    if held.verdict is Verdict.UNCERTAIN:
        return uncertain(
            held.questions, "It is not settled whether {power} gives a power to charge for it.", power=where
        )
    return unknown(held.facts, "It depends on a fact whether {power} gives a power to charge for it.", power=where)


@condition(ACT.section("93(2)(b)"))
def not_prohibited(case: Proposal) -> Answer:
    """No enactment expressly prohibits the charge, leaving out those that s.93(7) tells us to disregard."""
    given = case.prohibited_by
    if given is None:
        return unknown("prohibited_by", "It has not been said whether an enactment prohibits it.")
    if given is False:
        return yes("No enactment is said to prohibit it.")
    if given is True:
        return no("An enactment is said to prohibit it.")
    limb = disregarded(given, case.on)
    if limb is not None:
        return yes("{by} is to be disregarded.", by=given, at=ACT.section(limb))
    if might_be_disregarded(given):
        template = "Without its section it cannot be told whether {by} is to be disregarded."
        return uncertain("unverified", template, by=given, at=ACT.section("93(7)"))
    return no("{by} is said to prohibit it.", by=given)


def _welsh_words_were_not_read(case: Proposal) -> tuple[str, ...]:
    welsh = case.supplier.kind in PRINCIPAL_COUNCILS_IN_WALES | {AuthorityKind.NATIONAL_PARK}
    rewritten = case.supplier.nation is Nation.WALES and case.on >= _WALES_REWRITTEN
    return ("unverified",) if welsh and rewritten else ()


COST_LIMIT = Words(
    "Set the charges so that, taking one financial year with another, they bring in no more than the cost of "
    "provision, separately for each kind of service."
)


def cost_limit(at: Provision) -> Condition:
    """Make the duty not to bring in more than the cost."""
    breach = "The charges are said to be set to exceed the cost, taking one year with another."
    return duty("cost_limit", at, COST_LIMIT, lambda case: case.charges_exceed_costs is True, breach)


CHARGE_FOR_DISCRETIONARY_SERVICES = Power(
    code="LGA2003_S93",
    title="Charge for a discretionary service, at cost",
    citation=ACT.section("93"),
    price=Price.AT_COST,
    since=CHARGING,
    commencement=ACT.section("128(2)(d)"),
    versions=(
        Version(
            since=CHARGING,
            nations=ENGLAND_AND_WALES,
            under=ACT.section("93"),
            conditions=(
                supplier_is(RELEVANT_FOR_CHARGING),
                it_is_a_service(ACT.section("93(1)")),
                itself(ACT.section("93(1)")),
                authorised_to_provide_it,
                not_required_for_customer(ACT.section("93(1)(a)")),
                customer_has_agreed(ACT.section("93(1)(b)")),
                no_power_to_charge_but(ACT.section("93(2)(a)")),
                not_prohibited,
                not_for_a_commercial_purpose(ACT.section("93(3)")),
            ),
            duties=(
                cost_limit(ACT.section("93(3)")),
                duty(
                    "guidance",
                    ACT.section("93(6)"),
                    Words("Have regard to the guidance issued under the section."),
                ),
            ),
            cautions=(general_power_may_displace_it, _welsh_words_were_not_read),
        ),
    ),
)
