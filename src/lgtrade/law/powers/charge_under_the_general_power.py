"""Localism Act 2011 s.3: charging, at cost, for what the general power of competence lets a council do.

It yields to every other power to charge except s.93 of the 2003 Act, with which it shares its limit.
"""

from __future__ import annotations

from lgtrade.law.code import Reach
from lgtrade.law.conditions import (
    cost_limit,
    customer_has_agreed,
    general_power_may_displace_it,
    has_general_power,
    it_is_a_service,
    itself,
    not_for_a_commercial_purpose,
    not_required_for_customer,
)
from lgtrade.law.definition import ENGLAND
from lgtrade.law.definitions import GENERAL_POWER, GENERAL_POWER_BODIES
from lgtrade.law.displacement import no_power_to_charge_but
from lgtrade.law.enactments import COMMENCEMENT_2012
from lgtrade.law.enactments import LOCALISM_2011 as ACT
from lgtrade.law.finding import Price
from lgtrade.law.limitations import no_limitation_prevents_it
from lgtrade.law.power import Power, Version
from lgtrade.law.powers.act_under_the_general_power import (
    ELSEWHERE,
    OVERLAPPED_RESTRICTIONS,
    no_arrangement_for_functions,
)

CHARGE_UNDER_THE_GENERAL_POWER = Power(
    code="LA2011_S3",
    title="Charge under the general power of competence, at cost",
    citation=ACT.section("3"),
    price=Price.AT_COST,
    since=GENERAL_POWER,
    commencement=COMMENCEMENT_2012.article("2"),
    elsewhere=ELSEWHERE,
    versions=(
        Version(
            since=GENERAL_POWER,
            nations=ENGLAND,
            under=ACT.section("3"),
            bodies=GENERAL_POWER_BODIES,
            conditions=(
                has_general_power(ACT.section("8(2)")),
                it_is_a_service(ACT.section("3(1)(a)")),
                itself(ACT.section("3(1)(a)")),
                not_for_a_commercial_purpose(ACT.section("3(1)(a)")),
                no_limitation_prevents_it(ACT.section("2(2)"), charging=True),
                no_arrangement_for_functions(ACT.section("2(3)")),
                not_required_for_customer(ACT.section("3(2)(a)")),
                customer_has_agreed(ACT.section("3(2)(b)")),
                no_power_to_charge_but(ACT.section("3(2)(c)"), Reach.GENERAL_POWER_CHARGE),
            ),
            duties=(cost_limit(ACT.section("3(3)")), OVERLAPPED_RESTRICTIONS),
            cautions=(general_power_may_displace_it,),
        ),
    ),
)
