"""Localism Act 2011 s.4: doing for a commercial purpose what the general power lets a council do otherwise.

Only through a company or a registered society. No order asks for a business case, though one may be implied (Q7).
"""

from __future__ import annotations

from lgtrade.law.conditions import (
    for_a_commercial_purpose,
    not_required_for_customer,
    supplier_has_general_power,
    through,
)
from lgtrade.law.definitions import ENGLAND, GENERAL_POWER
from lgtrade.law.enactments import COMMENCEMENT_2012
from lgtrade.law.enactments import LOCALISM_2011 as ACT
from lgtrade.law.facts import BusinessCase, Proposal, Vehicle
from lgtrade.law.power import Power, Price, Version
from lgtrade.law.powers.charge_under_the_general_power import (
    OVERLAPPED_RESTRICTIONS,
    no_arrangement_for_functions,
    no_limitation_prevents_it,
)
from lgtrade.law.powers.trade_through_a_company import TRADING_GUIDANCE, by_contract


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
    elsewhere="The general power in the Localism Act 2011 is for authorities in England, and not in {nation}.",
    versions=(
        Version(
            since=GENERAL_POWER,
            nations=ENGLAND,
            under=ACT.section("4"),
            conditions=(
                supplier_has_general_power(ACT.section("8")),
                for_a_commercial_purpose(ACT.section("4(1)")),
                no_limitation_prevents_it,
                no_arrangement_for_functions,
                not_required_for_customer(ACT.section("4(3)")),
                through(ACT.section("4(2)"), Vehicle.COMPANY, Vehicle.SOCIETY),
            ),
            duties=(by_contract(ACT.section("4(2)")), OVERLAPPED_RESTRICTIONS, TRADING_GUIDANCE),
            cautions=(_business_case_may_be_needed,),
        ),
    ),
)
