"""Local Government and Elections (Wales) Act 2021 ss.24 to 27: the general power of competence of Welsh councils.

Three powers: to act, to charge at cost, and to act commercially through a company. Unlike England's, the power to
charge does not yield to another one, and the commercial use has conditions of its own (SI 2021/1166 (W. 288)).
"""

from __future__ import annotations

from lgtrade.answers import Answer, no, yes
from lgtrade.law.conditions import (
    by_contract,
    case_is_approved,
    company_pays_its_way,
    cost_limit,
    customer_has_agreed,
    for_a_commercial_purpose,
    for_another_public_purpose,
    general_power_may_displace_it,
    has_general_power,
    it_is_a_service,
    itself,
    not_for_a_commercial_purpose,
    not_required_for_customer,
    through,
)
from lgtrade.law.definition import WALES
from lgtrade.law.definitions import WELSH_GENERAL_POWER, WELSH_GENERAL_POWER_BODIES
from lgtrade.law.enactments import WALES_2021 as ACT
from lgtrade.law.enactments import WELSH_COMMENCEMENT_2021 as COMMENCEMENT
from lgtrade.law.enactments import WELSH_COMMERCIAL_2021 as CONDITIONS
from lgtrade.law.facts import WELSH_HEADS, BusinessCase, Proposal, Vehicle
from lgtrade.law.finding import Price
from lgtrade.law.limitations import no_limitation_prevents_it
from lgtrade.law.power import Condition, Power, Version, condition, duty
from lgtrade.law.powers.act_under_the_general_power import no_arrangement_for_functions, no_body_for_profit
from lgtrade.sources import Provision
from lgtrade.words import Words

_ELSEWHERE = "The general power in the 2021 Act is for councils in Wales, and not in {nation}."


def case_is_published(at: Provision) -> Condition:
    """Make the condition that the approved business case is published as soon as reasonably practicable."""

    @condition(at)
    def business_case_is_published(case: Proposal) -> Answer:
        given = case.business_case
        published = given.published if isinstance(given, BusinessCase) else None
        if published is None:
            return yes(
                "It is to be published as soon as reasonably practicable after it is approved.",
                unless=("business_case",),
            )
        if published:
            return yes("The business case was published.")
        return no("The business case has not been published.")

    return business_case_is_published


ACT_UNDER_THE_WELSH_GENERAL_POWER = Power(
    code="LGEWA2021_S24",
    title="Act under the Welsh general power of competence, neither to charge nor commercially",
    citation=ACT.section("24"),
    price=Price.NOTHING,
    since=WELSH_GENERAL_POWER,
    commencement=COMMENCEMENT.article("4"),
    elsewhere=_ELSEWHERE,
    versions=(
        Version(
            since=WELSH_GENERAL_POWER,
            nations=WALES,
            under=ACT.section("24"),
            bodies=WELSH_GENERAL_POWER_BODIES,
            conditions=(
                has_general_power(ACT.section("30")),
                for_another_public_purpose(ACT.section("26(1)")),
                no_body_for_profit(ACT.section("27(2)")),
                no_limitation_prevents_it(ACT.section("25(1)"), charging=False),
                no_arrangement_for_functions(ACT.section("25(3)")),
            ),
        ),
    ),
)

CHARGE_UNDER_THE_WELSH_GENERAL_POWER = Power(
    code="LGEWA2021_S26",
    title="Charge under the Welsh general power of competence, at cost",
    citation=ACT.section("26"),
    price=Price.AT_COST,
    since=WELSH_GENERAL_POWER,
    commencement=COMMENCEMENT.article("4"),
    elsewhere=_ELSEWHERE,
    versions=(
        Version(
            since=WELSH_GENERAL_POWER,
            nations=WALES,
            under=ACT.section("26"),
            bodies=WELSH_GENERAL_POWER_BODIES,
            conditions=(
                has_general_power(ACT.section("30")),
                it_is_a_service(ACT.section("26(1)")),
                itself(ACT.section("26(1)")),
                not_for_a_commercial_purpose(ACT.section("26(4)")),
                no_limitation_prevents_it(ACT.section("25(1)"), charging=True),
                no_arrangement_for_functions(ACT.section("25(3)")),
                not_required_for_customer(ACT.section("26(2)")),
                customer_has_agreed(ACT.section("26(3)")),
            ),
            duties=(cost_limit(ACT.section("26(4)")),),
            cautions=(general_power_may_displace_it,),
        ),
    ),
)

ACT_COMMERCIALLY_UNDER_THE_WELSH_GENERAL_POWER = Power(
    code="LGEWA2021_S27",
    title="Act for a commercial purpose under the Welsh general power of competence, through a company",
    citation=ACT.section("27"),
    price=Price.COMMERCIAL,
    since=WELSH_GENERAL_POWER,
    commencement=COMMENCEMENT.article("4"),
    elsewhere=_ELSEWHERE,
    versions=(
        Version(
            since=WELSH_GENERAL_POWER,
            nations=WALES,
            under=ACT.section("27"),
            bodies=WELSH_GENERAL_POWER_BODIES,
            conditions=(
                has_general_power(ACT.section("30")),
                for_a_commercial_purpose(ACT.section("27(1)")),
                no_limitation_prevents_it(ACT.section("25(1)"), charging=False),
                no_arrangement_for_functions(ACT.section("25(3)")),
                not_required_for_customer(ACT.section("27(3)")),
                through(ACT.section("27(2)"), Vehicle.COMPANY, Vehicle.SOCIETY),
                case_is_approved(CONDITIONS.regulation("2(1)"), CONDITIONS.regulation("2(2)"), WELSH_HEADS),
                case_is_published(CONDITIONS.regulation("3")),
            ),
            duties=(
                by_contract(ACT.section("27(2)")),
                company_pays_its_way(CONDITIONS.regulation("4")),
                duty(
                    "guidance",
                    ACT.section("27(5)"),
                    Words("Have regard to the Welsh Ministers' guidance on commercial use of the power."),
                ),
            ),
        ),
    ),
)
