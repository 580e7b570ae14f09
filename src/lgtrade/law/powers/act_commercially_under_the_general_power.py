"""Localism Act 2011 s.4: doing for a commercial purpose what the general power lets a council do otherwise.

Only through a company or a registered society. No order asks for a business case, though one may be implied (Q7).
"""

from __future__ import annotations

from lgtrade.law.conditions import (
    by_contract,
    for_a_commercial_purpose,
    has_general_power,
    not_required_for_customer,
    through,
)
from lgtrade.law.definition import ENGLAND
from lgtrade.law.definitions import GENERAL_POWER, GENERAL_POWER_BODIES
from lgtrade.law.enactments import COMMENCEMENT_2012
from lgtrade.law.enactments import LOCALISM_2011 as ACT
from lgtrade.law.facts import BusinessCase, Proposal, Vehicle
from lgtrade.law.finding import Price
from lgtrade.law.limitations import no_limitation_prevents_it
from lgtrade.law.power import Power, Version
from lgtrade.law.powers.act_under_the_general_power import (
    ELSEWHERE,
    OVERLAPPED_RESTRICTIONS,
    no_arrangement_for_functions,
)
from lgtrade.law.powers.trade_through_a_company import TRADING_GUIDANCE


def _business_case_may_be_needed(case: Proposal) -> tuple[str, ...]:
    given = case.business_case
    ready = isinstance(given, BusinessCase) and given.approved is not None and given.approved <= case.on
    return () if ready and case.company_pays_costs else ("Q7",)


ACT_COMMERCIALLY_UNDER_THE_GENERAL_POWER = Power(
    code="LA2011_S4",
    title="Act for a commercial purpose under the general power of competence, through a company",
    citation=ACT.section("4"),
    price=Price.COMMERCIAL,
    since=GENERAL_POWER,
    commencement=COMMENCEMENT_2012.article("2"),
    elsewhere=ELSEWHERE,
    versions=(
        Version(
            since=GENERAL_POWER,
            nations=ENGLAND,
            under=ACT.section("4"),
            bodies=GENERAL_POWER_BODIES,
            conditions=(
                has_general_power(ACT.section("8(2)")),
                for_a_commercial_purpose(ACT.section("4(1)")),
                no_limitation_prevents_it(ACT.section("2(2)"), charging=False),
                no_arrangement_for_functions(ACT.section("2(3)")),
                not_required_for_customer(ACT.section("4(3)")),
                through(ACT.section("4(2)"), Vehicle.COMPANY, Vehicle.SOCIETY),
            ),
            duties=(by_contract(ACT.section("4(2)")), OVERLAPPED_RESTRICTIONS, TRADING_GUIDANCE),
            cautions=(_business_case_may_be_needed,),
        ),
    ),
)
