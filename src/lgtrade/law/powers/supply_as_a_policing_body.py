"""Police Reform and Social Responsibility Act 2011 s.15, and before it Police Act 1996 s.18: supplying anyone.

Both apply section 1 of the 1970 Act to policing bodies, for "any person" instead of a public body; so a commissioner
may supply a private firm, at the agreed price, without a company.
"""

from __future__ import annotations

import datetime as dt

from lgtrade.answers import Answer, uncertain, yes
from lgtrade.authorities import Authority, AuthorityKind
from lgtrade.law.definition import ENGLAND, ENGLAND_AND_WALES, ONE_DAY, Definition, Named, kinds
from lgtrade.law.definitions import MAYORS_OFFICE, POLICE, POLICE_ENDED
from lgtrade.law.enactments import POLICE_1964, POLICE_1996
from lgtrade.law.enactments import POLICE_REFORM_2011 as ACT
from lgtrade.law.facts import Proposal
from lgtrade.law.finding import Price
from lgtrade.law.power import Power, Version, condition
from lgtrade.law.powers.supply_to_public_bodies import (
    duties_1970,
    nothing_else_stands_in_the_way,
    subject_is_covered,
)

_SINCE = dt.date(1995, 4, 1)
_IN_1996 = dt.date(1996, 8, 22)
_LONDON = Named(kinds(AuthorityKind.POLICING_IN_LONDON), ENGLAND, since=MAYORS_OFFICE, question="unverified")
_POLICE_AUTHORITY = Definition(
    POLICE_1996.section("18"), "a police authority", (Named(kinds(AuthorityKind.POLICE)), _LONDON)
)
_ANY_PERSON = dt.date(2002, 10, 1)


@condition(POLICE_1996.section("18"), edges=(_ANY_PERSON,))
def words_were_read(case: Proposal) -> Answer:
    """Until the section was substituted its words are not known."""
    if case.on < _ANY_PERSON:
        template = "The words that applied the 1970 Act to police authorities before {day} could not be read."
        return uncertain("unverified", template, day=_ANY_PERSON)
    return yes("The 1970 Act applies as if it spoke of any person.")


@condition(ACT.section("15(3)"))
def no_force_collaboration(case: Proposal) -> Answer:
    """It is not with another policing body, on what a force collaboration agreement could provide for."""
    if isinstance(case.customer, Authority) and case.customer.kind in POLICE:
        template = "Nothing may be agreed with {customer} that a force collaboration agreement could provide for."
        return uncertain("collaboration", template, customer=case.customer.name)
    return yes("{customer} is not a policing body.", customer=case.customer.name)


SUPPLY_AS_A_POLICING_BODY = Power(
    code="PRSRA2011_S15",
    title="Supply any person, as a policing body, on the terms agreed",
    citation=ACT.section("15"),
    price=Price.AS_AGREED,
    since=_SINCE,
    commencement=POLICE_1964.section("8A"),
    versions=(
        Version(
            since=_SINCE,
            last=_IN_1996 - ONE_DAY,
            nations=ENGLAND_AND_WALES,
            under=POLICE_1964.section("8A"),
            bodies=_POLICE_AUTHORITY,
            conditions=(words_were_read, subject_is_covered, nothing_else_stands_in_the_way),
            duties=duties_1970(lambda _: POLICE_1964.section("8A")),
        ),
        Version(
            since=_IN_1996,
            last=POLICE_ENDED,
            nations=ENGLAND_AND_WALES,
            under=POLICE_1996.section("18"),
            bodies=_POLICE_AUTHORITY,
            conditions=(words_were_read, subject_is_covered, nothing_else_stands_in_the_way),
            duties=duties_1970(lambda _: POLICE_1996.section("18")),
        ),
        Version(
            since=POLICE_ENDED + ONE_DAY,
            nations=ENGLAND_AND_WALES,
            under=ACT.section("15"),
            bodies=Definition(
                ACT.section("15(1)"),
                "an elected local policing body",
                (Named(kinds(AuthorityKind.POLICE_AND_CRIME_COMMISSIONER)), _LONDON),
            ),
            conditions=(subject_is_covered, no_force_collaboration, nothing_else_stands_in_the_way),
            duties=duties_1970(lambda _: ACT.section("15(1)")),
        ),
    ),
)
