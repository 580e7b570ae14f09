"""Fire and Rescue Services Act 2004 s.19, before it was omitted: charging for what an order listed.

In England the order was SI 2004/2305, in Wales SI 2006/1852 (W. 195), with the same thirteen actions. Section 18A took
its place.
"""

from __future__ import annotations

import datetime as dt

from lgtrade.answers import Answer, no, unknown, yes
from lgtrade.law.conditions import cost_limit, itself, not_for_a_commercial_purpose
from lgtrade.law.definition import ENGLAND, ONE_DAY, WALES
from lgtrade.law.definitions import (
    FIRE_AUTHORITIES,
    FIRE_CHARGES,
    GENERAL_POWER,
    MAY_BE_FIRE_AUTHORITY,
    WELSH_FIRE_CHARGES,
)
from lgtrade.law.enactments import FIRE_2004 as ACT
from lgtrade.law.enactments import FIRE_CHARGES_ORDER_2004 as ORDER
from lgtrade.law.enactments import FIRE_CHARGES_ORDER_WALES_2006 as WELSH_ORDER
from lgtrade.law.facts import Proposal
from lgtrade.law.finding import Price
from lgtrade.law.limitations import not_prohibited
from lgtrade.law.power import Condition, Power, Version, condition
from lgtrade.sources import Provision


def acting_as_fire_authority(at: Provision) -> Condition:
    """Make the condition that a council that may also be a fire and rescue authority would act as one.

    In what capacity a council acts is for it to say: while nothing is said, it acts as a council.
    """

    @condition(at, who=True)
    def acting_as_fire_authority(case: Proposal) -> Answer:
        if case.supplier.kind not in MAY_BE_FIRE_AUTHORITY:
            return yes("{name} is a fire and rescue authority and nothing else.", name=case.supplier.name)
        if case.acting_as_fire_authority:
            return yes("The council would act as fire and rescue authority.")
        return no("The council is not said to act as fire and rescue authority.")

    return acting_as_fire_authority


@condition(ORDER.schedule("1"))
def service_is_listed(case: Proposal) -> Answer:
    """The order lists the service."""
    if case.listed_service is None:
        return unknown("listed_service", "It has not been said whether the charging order lists this service.")
    if case.listed_service:
        return yes("The charging order is said to list this service.")
    return no("The charging order does not list this service.")


_CONDITIONS = (
    acting_as_fire_authority(ACT.section("1(2)")),
    service_is_listed,
    itself(ACT.section("19(1)")),
    not_for_a_commercial_purpose(ACT.section("19(1)")),
    not_prohibited(ACT.section("19(1)")),
)

CHARGE_FOR_LISTED_FIRE_SERVICES = Power(
    code="FRSA2004_S19",
    title="Charge for the services that a charging order listed for fire and rescue authorities",
    citation=ACT.section("19"),
    price=Price.AT_COST,
    since=FIRE_CHARGES,
    commencement=ORDER.article("1"),
    versions=(
        Version(
            since=FIRE_CHARGES,
            last=GENERAL_POWER - ONE_DAY,
            nations=ENGLAND,
            under=ORDER.article("2"),
            bodies=FIRE_AUTHORITIES,
            conditions=_CONDITIONS,
            duties=(cost_limit(ACT.section("19")),),
        ),
        Version(
            since=dt.date(2006, 7, 13),
            last=WELSH_FIRE_CHARGES - ONE_DAY,
            nations=WALES,
            under=WELSH_ORDER.article("2"),
            bodies=FIRE_AUTHORITIES,
            conditions=_CONDITIONS,
            duties=(cost_limit(ACT.section("19")),),
        ),
    ),
)
