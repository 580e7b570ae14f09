"""Local Government Act 2000 s.2: promoting the well-being of the area, before the general powers took its place.

It was not a power to raise money (s.3(2)): it could authorise a service, and not a charge for it.
"""

from __future__ import annotations

import datetime as dt

from lgtrade.answers import Answer, no, unknown, yes
from lgtrade.authorities import AuthorityKind
from lgtrade.law.conditions import for_another_public_purpose
from lgtrade.law.definition import ENGLAND, ONE_DAY, WALES, Definition, Named, kinds
from lgtrade.law.definitions import COMMUNITY_ELIGIBILITY, WELL_BEING_BODIES, WELSH_GENERAL_POWER
from lgtrade.law.enactments import LGA_2000 as ACT
from lgtrade.law.enactments import PARISH_WELL_BEING_2008, WELL_BEING_COMMENCEMENT_2000
from lgtrade.law.facts import Proposal
from lgtrade.law.finding import Price
from lgtrade.law.limitations import not_prohibited
from lgtrade.law.power import Power, Version, condition

_COMMUNITY = Named(kinds(AuthorityKind.COMMUNITY), WALES, question="unverified")
_SINCE = dt.date(2000, 10, 18)


@condition(ACT.section("2(1)"))
def it_promotes_well_being(case: Proposal) -> Answer:
    """It is likely to promote the economic, social or environmental well-being of the area."""
    given = case.promotes_well_being
    if given is None:
        return unknown("promotes_well_being", "It has not been said whether it promotes the well-being of the area.")
    if given:
        return yes("It is likely to promote the well-being of the area.")
    return no("It is not likely to promote the well-being of the area.")


@condition(PARISH_WELL_BEING_2008.article("2"), who=True)
def parish_is_eligible(case: Proposal) -> Answer:
    """A parish council has the power only if it meets the conditions of the order of 2008."""
    if case.supplier.kind is not AuthorityKind.PARISH:
        return yes("The power is not limited to some councils of its kind.")
    if case.eligibility is None:
        return unknown("eligibility", "It has not been said whether the parish council is eligible.")
    if case.eligibility:
        return yes("The parish council is said to be eligible.")
    return no("The parish council is not eligible.")


_CONDITIONS = (
    it_promotes_well_being,
    for_another_public_purpose(ACT.section("3(2)")),
    not_prohibited(ACT.section("3(1)")),
)

PROMOTE_WELL_BEING = Power(
    code="LGA2000_S2",
    title="Promote the well-being of the area, without charging for it",
    citation=ACT.section("2"),
    price=Price.NOTHING,
    since=_SINCE,
    commencement=WELL_BEING_COMMENCEMENT_2000.article("2"),
    versions=(
        Version(
            since=_SINCE,
            last=dt.date(2012, 4, 3),
            nations=ENGLAND,
            under=ACT.section("2"),
            bodies=WELL_BEING_BODIES,
            conditions=(parish_is_eligible, *_CONDITIONS),
        ),
        Version(
            since=dt.date(2001, 4, 9),
            last=WELSH_GENERAL_POWER - ONE_DAY,
            nations=WALES,
            under=ACT.section("2"),
            bodies=WELL_BEING_BODIES,
            conditions=_CONDITIONS,
        ),
        Version(
            since=WELSH_GENERAL_POWER,
            last=COMMUNITY_ELIGIBILITY - ONE_DAY,
            nations=WALES,
            under=ACT.section("2"),
            bodies=Definition(ACT.section("1"), "a body that kept the well-being power", (_COMMUNITY,)),
            conditions=_CONDITIONS,
        ),
    ),
)
