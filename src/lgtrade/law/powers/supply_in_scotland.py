"""Scotland: the 1970 Act as modified by Local Government in Scotland Act 2003 s.8, and well-being under s.20.

Not this library's subject: enough is said that no English power is offered there. A council may supply anyone in
relation to a trading operation; commercial income from those who are not public bodies is capped, and no cap is fixed.
"""

from __future__ import annotations

import datetime as dt

from lgtrade.answers import Answer, no, uncertain, unknown, yes
from lgtrade.authorities import Authority, AuthorityKind, PersonKind
from lgtrade.law.definition import ONE_DAY, SCOTLAND, Definition, Named, kinds
from lgtrade.law.definitions import SCOTTISH_COUNCILS
from lgtrade.law.enactments import GOODS_AND_SERVICES_1970, SCOTLAND_2003, SCOTTISH_COMMENCEMENT_2003
from lgtrade.law.facts import Proposal, Purpose
from lgtrade.law.finding import Price
from lgtrade.law.limitations import not_prohibited
from lgtrade.law.power import Power, Version, condition, duty
from lgtrade.law.powers.supply_to_public_bodies import (
    SINCE,
    customer_is_a_public_body,
    duties_1970,
    subject_is_covered,
    within_the_designation,
)
from lgtrade.services import Subject
from lgtrade.words import Words

_SINCE = dt.date(2003, 4, 1)
_AS_IT_WAS = Definition(
    GOODS_AND_SERVICES_1970.section("1(4)"),
    "a local authority in Scotland for the 1970 Act",
    (Named(kinds(AuthorityKind.SCOTTISH), SCOTLAND, question="unverified"),),
)


@condition(GOODS_AND_SERVICES_1970.section("1(1A)"))
def consent_if_it_is_needed(case: Proposal) -> Answer:
    """The customer is a public body, or ministers consent: no limit on other commercial income has been fixed."""
    who = case.customer
    if isinstance(who, Authority) or who.kind is PersonKind.PUBLIC_BODY:
        return yes("Supply to a public body is not capped.", at=GOODS_AND_SERVICES_1970.section("1(1B)"))
    if case.consulted is None:
        template = "No limit has been fixed, so supply to {customer} needs the prior consent of the Scottish Ministers."
        return unknown("consulted", template, customer=who.name)
    template = "Whether the Scottish Ministers consent to supply to {customer} is for them to say."
    return uncertain("unverified", template, customer=who.name)


@condition(GOODS_AND_SERVICES_1970.section("1(1)"))
def anything_but_construction(case: Proposal) -> Answer:
    """Goods, any services, property or works of maintenance; not the construction of buildings or works."""
    if case.service.subject is None:
        return unknown("subject", "It has not been said what is supplied.")
    if case.service.subject is Subject.CONSTRUCTION:
        template = "Whether the bar on construction still stands in Scotland has not been verified."
        return uncertain("unverified", template, at=GOODS_AND_SERVICES_1970.section("1(2)(a)"))
    return yes("{service} can be supplied under the Act.", service=case.service.name)


@condition(SCOTLAND_2003.section("22(7)"))
def not_to_raise_money(case: Proposal) -> Answer:
    """It is not used to raise money; whether a charge at cost does that is not settled."""
    if case.purpose is None:
        return unknown("purpose", "The dominant purpose has not been given.")
    if case.purpose is Purpose.PUBLIC:
        return yes("The dominant purpose is another public one.")
    if case.purpose is Purpose.COMMERCIAL:
        return no("The power is not one to raise money, and the purpose is commercial.")
    return uncertain("scottish-charges", "It is not settled whether a charge at cost may be made under the power.")


@condition(SCOTLAND_2003.section("20(1)"))
def it_promotes_well_being(case: Proposal) -> Answer:
    """It is likely to promote or improve the well-being of the area or of persons in it."""
    if case.promotes_well_being is None:
        return unknown("promotes_well_being", "It has not been said whether it promotes the well-being of the area.")
    if case.promotes_well_being:
        return yes("It is likely to promote the well-being of the area.")
    return no("It is not likely to promote the well-being of the area.")


SUPPLY_IN_SCOTLAND = Power(
    code="LAGSA1970_S1_SCOTLAND",
    title="Supply in relation to a trading operation, in Scotland",
    citation=SCOTLAND_2003.section("8"),
    price=Price.AS_AGREED,
    since=SINCE,
    commencement=GOODS_AND_SERVICES_1970.section("1"),
    elsewhere="This form of it is for councils in Scotland, and not in {nation}.",
    versions=(
        Version(
            since=SINCE,
            last=_SINCE - ONE_DAY,
            nations=SCOTLAND,
            under=GOODS_AND_SERVICES_1970.section("1"),
            bodies=_AS_IT_WAS,
            conditions=(customer_is_a_public_body, subject_is_covered, within_the_designation),
            duties=duties_1970(GOODS_AND_SERVICES_1970.section),
        ),
        Version(
            since=_SINCE,
            nations=SCOTLAND,
            under=SCOTLAND_2003.section("8"),
            bodies=SCOTTISH_COUNCILS,
            conditions=(
                consent_if_it_is_needed,
                anything_but_construction,
                not_prohibited(GOODS_AND_SERVICES_1970.section("1")),
            ),
            duties=(
                *duties_1970(GOODS_AND_SERVICES_1970.section),
                duty(
                    "trading_operation",
                    SCOTLAND_2003.section("10"),
                    Words(
                        "Keep each significant trading operation in balance, taking each year with the two before it: "
                        "revenue may not be less than expenditure."
                    ),
                ),
            ),
        ),
    ),
)

PROMOTE_WELL_BEING_IN_SCOTLAND = Power(
    code="LGISA2003_S20",
    title="Promote the well-being of the area, in Scotland",
    citation=SCOTLAND_2003.section("20"),
    price=Price.NOTHING,
    since=_SINCE,
    commencement=SCOTTISH_COMMENCEMENT_2003.article("2(1)"),
    elsewhere="It is for councils in Scotland, and not in {nation}.",
    versions=(
        Version(
            since=_SINCE,
            nations=SCOTLAND,
            under=SCOTLAND_2003.section("20"),
            bodies=SCOTTISH_COUNCILS,
            conditions=(
                it_promotes_well_being,
                not_to_raise_money,
                not_prohibited(SCOTLAND_2003.section("22(1)")),
            ),
            duties=(
                duty(
                    "not_what_the_1970_act_allows",
                    SCOTLAND_2003.section("22(6)"),
                    Words("Do under it nothing that may be done under the 1970 Act."),
                ),
            ),
        ),
    ),
)
