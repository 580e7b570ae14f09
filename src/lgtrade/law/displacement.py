"""Powers that yield to others: whether the supplier has a power to charge apart from the one that is asked about."""

from __future__ import annotations

from collections.abc import Iterator

from lgtrade.answers import Answer, Verdict, no, uncertain, unknown, yes
from lgtrade.law.citations import is_no_power_to_charge, is_section_93_or_its_like
from lgtrade.law.code import Reach
from lgtrade.law.codes import charges_in_point
from lgtrade.law.definitions import MAY_BE_FIRE_AUTHORITY
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
        answers = [
            _by_what_is_said(case),
            *(_by(power, case) for power in (SUPPLY_TO_PUBLIC_BODIES, SUPPLY_AS_A_POLICING_BODY)),
            *_by_the_fire_acts(case),
            *(code.displaces(case, reach) for code in charges_in_point(case, reach)),
        ]
        given = [answer for answer in answers if answer is not None]
        if given:
            return max(given, key=lambda answer: answer.verdict.weight)
        if isinstance(case.other_power_to_charge, str) and is_no_power_to_charge(case.other_power_to_charge):
            return yes("{by} is not by itself a power to charge.", by=case.other_power_to_charge)
        if case.other_power_to_charge is None:
            template = "It has not been said whether there is another power to charge for it."
            return unknown("other_power_to_charge", template)
        unless = ("acting_as_fire_authority",) if _might_act_as_fire_authority(case) else ()
        return yes("No other power to charge for it is said to exist.", unless=unless)

    return no_other_power_to_charge


def _by_what_is_said(case: Proposal) -> Answer | None:
    given = case.other_power_to_charge
    if given is True:
        return no("There is said to be another power to charge for it.")
    if isinstance(given, str) and not (is_section_93_or_its_like(given) or is_no_power_to_charge(given)):
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


def _might_act_as_fire_authority(case: Proposal) -> bool:
    return case.supplier.kind in MAY_BE_FIRE_AUTHORITY and case.acting_as_fire_authority is None


def _by_the_fire_acts(case: Proposal) -> Iterator[Answer | None]:
    """Yield the answers of the powers of fire and rescue authorities.

    A council that may also be one is taken not to act as one while nothing is said. Section 18A reaches any action;
    whether it displaces section 93 for what is no fire service is open (Q6).
    """
    if case.supplier.kind in MAY_BE_FIRE_AUTHORITY and not case.acting_as_fire_authority:
        return
    yield _by(CHARGE_FOR_LISTED_FIRE_SERVICES, case)
    held, where = CHARGE_AS_A_FIRE_AUTHORITY.conditions_on(case), CHARGE_AS_A_FIRE_AUTHORITY.citation
    if held is None or Verdict.NO in {answer.verdict for answer in held.answers[:2]}:
        return
    activity = case.service.activity
    if activity is not None and activity.startswith("fire"):
        yield no("{power} gives a power to charge for it.", power=where)
    else:
        yield uncertain("Q6", "It is not settled whether {power} displaces it for this service.", power=where)
