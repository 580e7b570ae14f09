"""Fire and Rescue Services Act 2004 ss.18A and 18B: charging any person for action taken, at cost, after consulting.

Not for fighting fires on land, nor for emergencies.
"""

from __future__ import annotations

from lgtrade.answers import Answer, no, unknown, yes
from lgtrade.law.code import Reach
from lgtrade.law.codes import bars_in_point
from lgtrade.law.conditions import cost_limit, itself, not_for_a_commercial_purpose
from lgtrade.law.definition import ENGLAND, WALES
from lgtrade.law.definitions import FIRE_AUTHORITIES, GENERAL_POWER, WELSH_FIRE_CHARGES
from lgtrade.law.enactments import COMMENCEMENT_2012, LOCALISM_2011
from lgtrade.law.enactments import FIRE_2004 as ACT
from lgtrade.law.facts import Proposal
from lgtrade.law.finding import Price
from lgtrade.law.power import Power, Version, condition
from lgtrade.law.powers.charge_for_listed_fire_services import acting_as_fire_authority


@condition(ACT.section("18B"))
def not_beyond_a_charge(case: Proposal) -> Answer:
    """It is not one of the actions for which no charge may be made."""
    answers = [bar.bars(case, Reach.GENERAL_POWER_CHARGE) for bar in bars_in_point(case, Reach.GENERAL_POWER_CHARGE)]
    given = [answer for answer in answers if answer is not None]
    if given:
        return max(given, key=lambda answer: answer.verdict.weight)
    if case.prohibited_by is None:
        return unknown("prohibited_by", "It has not been said whether section 18B puts it beyond a charge.")
    if case.prohibited_by is False:
        return yes("Nothing is said to put it beyond a charge.")
    by = case.prohibited_by if isinstance(case.prohibited_by, str) else "An enactment"
    return no("{by} is said to put it beyond a charge.", by=by)


@condition(ACT.section("18A(3)"))
def has_consulted(case: Proposal) -> Answer:
    """Those whom the authority thinks appropriate were consulted before it began to charge."""
    if case.consulted:
        return yes("The authority has consulted on the charge.")
    if case.listed_service:
        template = "What the old charging order listed may be charged for without consulting first."
        return yes(template, at=LOCALISM_2011.section("10(5)"))
    if case.consulted is None:
        return unknown("consulted", "It has not been said whether the authority has consulted on the charge.")
    return no("The authority has not consulted on the charge.")


_CONDITIONS = (
    acting_as_fire_authority(ACT.section("1(2)")),
    not_beyond_a_charge,
    has_consulted,
    itself(ACT.section("18A(1)")),
    not_for_a_commercial_purpose(ACT.section("18A(1)")),
)

CHARGE_AS_A_FIRE_AUTHORITY = Power(
    code="FRSA2004_S18A",
    title="Charge any person for action taken as fire and rescue authority, at cost",
    citation=ACT.section("18A"),
    price=Price.AT_COST,
    since=GENERAL_POWER,
    commencement=COMMENCEMENT_2012.article("2"),
    versions=(
        Version(
            since=GENERAL_POWER,
            nations=ENGLAND,
            under=ACT.section("18A"),
            bodies=FIRE_AUTHORITIES,
            conditions=_CONDITIONS,
            duties=(cost_limit(ACT.section("18A(5)")),),
        ),
        Version(
            since=WELSH_FIRE_CHARGES,
            nations=WALES,
            under=ACT.section("18A"),
            bodies=FIRE_AUTHORITIES,
            conditions=_CONDITIONS,
            duties=(cost_limit(ACT.section("18A(5)")),),
        ),
    ),
)
