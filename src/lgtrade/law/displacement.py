"""Powers that yield to others: whether the supplier has a power to charge apart from the one that is asked about."""

from __future__ import annotations

from lgtrade.answers import Answer, Verdict, no, uncertain, unknown, yes
from lgtrade.law.citations import is_section_93_or_its_like
from lgtrade.law.codes import Reach, charges_in_point
from lgtrade.law.facts import Proposal
from lgtrade.law.power import Condition, Power, condition
from lgtrade.law.powers.charge_as_a_fire_authority import CHARGE_AS_A_FIRE_AUTHORITY
from lgtrade.law.powers.charge_for_listed_fire_services import CHARGE_FOR_LISTED_FIRE_SERVICES
from lgtrade.law.powers.supply_as_a_policing_body import SUPPLY_AS_A_POLICING_BODY
from lgtrade.law.powers.supply_to_public_bodies import SUPPLY_TO_PUBLIC_BODIES
from lgtrade.sources import Provision


def no_power_to_charge_but(at: Provision, reach: Reach) -> Condition:
    """Make the condition that the supplier has no power to charge for the service, apart from s.93 and its like.

    The general power of competence is left out of account: it and s.93 are alternatives with one limit (Q3).
    """

    @condition(at)
    def no_other_power_to_charge(case: Proposal) -> Answer:
        by_another_act = _by_what_is_said(case)
        for power in _OTHER_POWERS:
            by_another_act = by_another_act or _by(power, case)
        by_another_act = by_another_act or _by_the_fire_act(case) or _by_a_service_code(case, reach)
        if by_another_act is not None:
            return by_another_act
        if case.other_power_to_charge is None:
            template = "It has not been said whether there is another power to charge for it."
            return unknown("other_power_to_charge", template)
        return yes("No other power to charge for it is said to exist.")

    return no_other_power_to_charge


_OTHER_POWERS = (SUPPLY_TO_PUBLIC_BODIES, SUPPLY_AS_A_POLICING_BODY, CHARGE_FOR_LISTED_FIRE_SERVICES)


def _by_what_is_said(case: Proposal) -> Answer | None:
    given = case.other_power_to_charge
    if given is True:
        return no("There is said to be another power to charge for it.")
    if isinstance(given, str) and not is_section_93_or_its_like(given):
        return no("{by} is said to give a power to charge for it.", by=given)
    return None


def _by(power: Power, case: Proposal) -> Answer | None:
    """Give the answer if the supplier has, or may have, another power to charge, agreed or not."""
    held, where = power.conditions_on(case), power.citation
    if held is None or held.verdict is Verdict.NO:
        return None
    if held.verdict is Verdict.YES:
        return no("{power} gives a power to charge for it.", power=where)
    if held.verdict is Verdict.UNCERTAIN:
        template = "It is not settled whether {power} gives a power to charge for it."
        return uncertain(held.questions, template, power=where)
    return unknown(held.facts, "It depends on a fact whether {power} gives a power to charge for it.", power=where)


def _by_the_fire_act(case: Proposal) -> Answer | None:
    """Section 18A reaches any action; whether it displaces section 93 for what is no fire service is open (Q6)."""
    held, where = CHARGE_AS_A_FIRE_AUTHORITY.conditions_on(case), CHARGE_AS_A_FIRE_AUTHORITY.citation
    if held is None or held.answers[0].verdict is Verdict.NO or held.answers[1].verdict is Verdict.NO:
        return None
    activity = case.service.activity
    if activity is not None and activity.startswith("fire"):
        return no("{power} gives a power to charge for it.", power=where)
    return uncertain("Q6", "It is not settled whether {power} displaces it for this service.", power=where)


def _by_a_service_code(case: Proposal, reach: Reach) -> Answer | None:
    answers = [code.displaces(case, reach) for code in charges_in_point(case, reach)]
    given = [answer for answer in answers if answer is not None]
    return max(given, key=lambda answer: answer.verdict.weight, default=None)
