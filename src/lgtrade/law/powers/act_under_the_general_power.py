"""Localism Act 2011 s.1: doing anything that individuals may do, for an end that is neither a charge nor commercial.

A return that is incidental does not make the purpose commercial (Peters v Haringey LBC [2018] EWHC 192 (Admin)).
"""

from __future__ import annotations

from lgtrade.answers import Answer, no, uncertain, yes
from lgtrade.authorities import Authority
from lgtrade.law.conditions import for_another_public_purpose, has_general_power
from lgtrade.law.definition import ENGLAND
from lgtrade.law.definitions import GENERAL_POWER, GENERAL_POWER_BODIES
from lgtrade.law.enactments import COMMENCEMENT_2012
from lgtrade.law.enactments import LOCALISM_2011 as ACT
from lgtrade.law.facts import Proposal, Vehicle
from lgtrade.law.finding import Price
from lgtrade.law.limitations import no_limitation_prevents_it
from lgtrade.law.power import Condition, Power, Version, condition, duty
from lgtrade.services import Subject
from lgtrade.sources import Provision
from lgtrade.words import Words

ELSEWHERE = "The general power in the Localism Act 2011 is for authorities in England, and not in {nation}."

OVERLAPPED_RESTRICTIONS = duty(
    "overlapped_restrictions",
    ACT.section("2(1)"),
    Words("Keep every restriction on an older power that covers the same thing: it applies to the general power too."),
)


def no_arrangement_for_functions(at: Provision) -> Condition:
    """Make the condition that no function is to be discharged by another, which a general power cannot arrange."""

    @condition(at)
    def no_arrangement_for_functions(case: Proposal) -> Answer:
        if case.service.subject is not Subject.FUNCTION:
            return yes("It is not said to be an arrangement for the discharge of a function.")
        if isinstance(case.customer, Authority):
            return no("The general power cannot arrange for the discharge of another authority's function.")
        return uncertain(
            "unverified", "It is not settled whether this is an arrangement that the general power cannot make."
        )

    return no_arrangement_for_functions


def no_body_for_profit(at: Provision) -> Condition:
    """Make the condition that it is not done through a body that only a dominant purpose other than profit allows."""

    @condition(at)
    def no_body_for_profit(case: Proposal) -> Answer:
        if case.vehicle in {Vehicle.LLP, Vehicle.PARTNERSHIP, Vehicle.TRUST}:
            template = "A {vehicle} may be used only if the dominant purpose is not commercial, which has to be shown."
            return uncertain("Q1", template, vehicle=case.vehicle.value)
        unless = ("vehicle",) if case.vehicle is None else ()
        return yes("Nothing in the way it would be done suggests a commercial purpose.", unless=unless)

    return no_body_for_profit


ACT_UNDER_THE_GENERAL_POWER = Power(
    code="LA2011_S1",
    title="Act under the general power of competence, neither to charge nor commercially",
    citation=ACT.section("1"),
    price=Price.NOTHING,
    since=GENERAL_POWER,
    commencement=COMMENCEMENT_2012.article("2"),
    elsewhere=ELSEWHERE,
    versions=(
        Version(
            since=GENERAL_POWER,
            nations=ENGLAND,
            under=ACT.section("1"),
            bodies=GENERAL_POWER_BODIES,
            conditions=(
                has_general_power(ACT.section("8(2)")),
                for_another_public_purpose(ACT.section("3(1)")),
                no_body_for_profit(ACT.section("4(2)")),
                no_limitation_prevents_it(ACT.section("2(2)"), charging=False),
                no_arrangement_for_functions(ACT.section("2(3)")),
            ),
            duties=(OVERLAPPED_RESTRICTIONS,),
        ),
    ),
)
