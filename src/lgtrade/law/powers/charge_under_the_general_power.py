"""Localism Act 2011 s.3: charging, at cost, for what the general power of competence lets a council do.

It yields to every other power to charge except s.93 of the 2003 Act, with which it shares its limit.
"""

from __future__ import annotations

from lgtrade.answers import Answer, no, uncertain, unknown, yes
from lgtrade.law.conditions import (
    customer_has_agreed,
    disregarded,
    not_for_a_commercial_purpose,
    not_required_for_customer,
    supplier_has_general_power,
)
from lgtrade.law.definitions import ENGLAND, GENERAL_POWER
from lgtrade.law.enactments import LOCALISM_2011 as ACT
from lgtrade.law.facts import Proposal
from lgtrade.law.power import Power, Price, Version, condition, duty
from lgtrade.law.powers.charge_for_discretionary_services import COST_LIMIT, no_power_to_charge_but


@condition(ACT.section("2(2)"))
def no_limitation_prevents_it(case: Proposal) -> Answer:
    """No limitation that binds the general power prevents it."""
    given = case.prohibited_by
    if given is None:
        return unknown("prohibited_by", "It has not been said whether an enactment prevents it.")
    if given is False:
        return yes("No enactment expressly prevents it.")
    if isinstance(given, str) and disregarded(given) is not None:
        return uncertain("unverified", "It is not settled whether {by} limits the general power.", by=given)
    if isinstance(given, str):
        return no("{by} expressly prevents it.", by=given)
    return no("An enactment expressly prevents it.")


CHARGE_UNDER_THE_GENERAL_POWER = Power(
    code="LA2011_S3",
    title="Charge under the general power of competence, at cost",
    citation=ACT.section("3"),
    price=Price.AT_COST,
    versions=(
        Version(
            since=GENERAL_POWER,
            nations=ENGLAND,
            under=ACT.section("3"),
            conditions=(
                supplier_has_general_power(ACT.section("8")),
                not_for_a_commercial_purpose(ACT.section("3(1)(a)")),
                no_limitation_prevents_it,
                not_required_for_customer(ACT.section("3(2)(a)")),
                customer_has_agreed(ACT.section("3(2)(b)")),
                no_power_to_charge_but(ACT.section("3(2)(c)")),
            ),
            duties=(
                duty("cost_limit", ACT.section("3(3)"), COST_LIMIT, lambda case: case.charges_exceed_costs is True),
            ),
        ),
    ),
)
