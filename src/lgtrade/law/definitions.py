"""Which bodies an enactment names, and from which day to which."""

from __future__ import annotations

import datetime as dt

import attrs

from lgtrade.answers import Answer, no, uncertain, yes
from lgtrade.authorities import Authority, AuthorityKind, Nation
from lgtrade.law.enactments import (
    GOODS_AND_SERVICES_1970,
    LGA_2003,
    LOCALISM_2011,
    PARISH_CONDITIONS_2012,
    TRADE_ORDER_2004,
    TRADE_ORDER_2009,
)
from lgtrade.sources import Provision

ENGLAND = frozenset({Nation.ENGLAND})
WALES = frozenset({Nation.WALES})
ENGLAND_AND_WALES = ENGLAND | WALES

COUNCILS_IN_ENGLAND = frozenset(
    {
        AuthorityKind.COUNTY,
        AuthorityKind.DISTRICT,
        AuthorityKind.METROPOLITAN_DISTRICT,
        AuthorityKind.LONDON_BOROUGH,
        AuthorityKind.CITY_OF_LONDON,
        AuthorityKind.ISLES_OF_SCILLY,
    }
)
PRINCIPAL_COUNCILS_IN_WALES = frozenset({AuthorityKind.WELSH_COUNTY, AuthorityKind.WELSH_COUNTY_BOROUGH})
PRINCIPAL_COUNCILS = COUNCILS_IN_ENGLAND | PRINCIPAL_COUNCILS_IN_WALES

CHARGING = dt.date(2003, 11, 18)
"""LGA 2003 s.128(2)(d): sections 93 to 98 begin two months after Royal Assent, in both nations."""

GENERAL_POWER = dt.date(2012, 2, 18)
"""SI 2012/411 art.2: Localism Act 2011 ss.1 to 8."""

ORDER_2004 = dt.date(2004, 7, 29)
ORDER_2009 = dt.date(2009, 10, 1)


@attrs.frozen
class Named:
    """A kind of body that a definition names between two days.

    Args:
        kinds: the kinds named.
        nations: in which nations.
        since: the first day; none if from the beginning of the definition.
        last: the last day; none if it is still named.
        question: the open question, if it is not sure that the definition reaches it.
    """

    kinds: frozenset[AuthorityKind]
    nations: frozenset[Nation] = ENGLAND_AND_WALES
    since: dt.date | None = None
    last: dt.date | None = None
    question: str | None = None

    def covers(self, body: Authority, day: dt.date) -> bool:
        """Tell whether it names a body on a day."""
        return (
            body.kind in self.kinds
            and body.nation in self.nations
            and (self.since is None or self.since <= day)
            and (self.last is None or day <= self.last)
        )


@attrs.frozen
class Definition:
    """The bodies that a provision names.

    Args:
        provision: the provision.
        says: what it calls them, as in "a relevant authority".
        named: the kinds of body, with their days.
    """

    provision: Provision
    says: str
    named: tuple[Named, ...]

    def reaches(self, body: Authority, day: dt.date) -> Answer:
        """Answer whether it names a body on a day."""
        kind = body.kind.value
        for each in self.named:
            if each.covers(body, day):
                if each.question is None:
                    return yes("{name} ({kind}) is {says}.", name=body.name, kind=kind, says=self.says)
                template = "It is not settled whether {name} ({kind}) is {says}."
                return uncertain(each.question, template, name=body.name, kind=kind, says=self.says)
        template = "{name} ({kind}) is not {says} on {day}."
        return no(template, name=body.name, kind=kind, says=self.says, day=day)


def _kinds(*kinds: AuthorityKind) -> frozenset[AuthorityKind]:
    return frozenset(kinds)


RELEVANT_FOR_CHARGING = Definition(
    LGA_2003.section("93(9)"),
    "a relevant authority for section 93",
    (
        Named(PRINCIPAL_COUNCILS),
        Named(_kinds(AuthorityKind.PARISH, AuthorityKind.PARISH_MEETING, AuthorityKind.COMMUNITY)),
        Named(_kinds(AuthorityKind.GREATER_LONDON, AuthorityKind.BROADS)),
        Named(_kinds(AuthorityKind.NATIONAL_PARK)),
        Named(_kinds(AuthorityKind.FIRE, AuthorityKind.METROPOLITAN_FIRE), ENGLAND),
        Named(_kinds(AuthorityKind.FIRE), WALES, last=dt.date(2010, 3, 31)),
        Named(_kinds(AuthorityKind.FIRE), WALES, since=dt.date(2010, 4, 1), question="unverified"),
        Named(_kinds(AuthorityKind.POLICE), last=dt.date(2012, 11, 21)),
        Named(_kinds(AuthorityKind.COMBINED), since=dt.date(2009, 12, 17)),
        Named(_kinds(AuthorityKind.COMBINED), last=dt.date(2009, 12, 16), question="unverified"),
        Named(_kinds(AuthorityKind.COMBINED_COUNTY), since=dt.date(2023, 12, 26)),
    ),
)

WITHIN_ORDER_2004 = Definition(
    TRADE_ORDER_2004.article("1(2)"),
    "an authority within the 2004 Order",
    (
        Named(COUNCILS_IN_ENGLAND),
        Named(_kinds(AuthorityKind.GREATER_LONDON), question="unverified"),
    ),
)

WITHIN_ORDER_2009 = Definition(
    TRADE_ORDER_2009.article("1(2)"),
    "an authority within the 2009 Order",
    (
        Named(COUNCILS_IN_ENGLAND),
        Named(_kinds(AuthorityKind.GREATER_LONDON), question="unverified"),
        Named(_kinds(AuthorityKind.FIRE, AuthorityKind.METROPOLITAN_FIRE), ENGLAND),
    ),
)

SUPPLIERS_1970 = Definition(
    GOODS_AND_SERVICES_1970.section("1(4)"),
    "a local authority for the 1970 Act",
    (
        Named(PRINCIPAL_COUNCILS),
        Named(_kinds(AuthorityKind.GREATER_LONDON, AuthorityKind.BROADS, AuthorityKind.METROPOLITAN_FIRE)),
        Named(_kinds(AuthorityKind.FIRE, AuthorityKind.COMBINED, AuthorityKind.COMBINED_COUNTY), question="Q14"),
        Named(_kinds(AuthorityKind.NATIONAL_PARK, AuthorityKind.CORPORATE_JOINT_COMMITTEE), question="unverified"),
        Named(_kinds(AuthorityKind.POLICE, AuthorityKind.POLICE_AND_CRIME_COMMISSIONER), question="not-modelled"),
    ),
)

CUSTOMERS_1970 = Definition(
    GOODS_AND_SERVICES_1970.section("1(4)"),
    "a public body for the 1970 Act",
    (
        Named(PRINCIPAL_COUNCILS),
        Named(_kinds(AuthorityKind.GREATER_LONDON, AuthorityKind.BROADS, AuthorityKind.METROPOLITAN_FIRE)),
        Named(_kinds(AuthorityKind.PARISH, AuthorityKind.POLICE, AuthorityKind.POLICE_AND_CRIME_COMMISSIONER)),
        Named(_kinds(AuthorityKind.FIRE, AuthorityKind.COMBINED, AuthorityKind.COMBINED_COUNTY), question="Q14"),
        Named(_kinds(AuthorityKind.NATIONAL_PARK, AuthorityKind.CORPORATE_JOINT_COMMITTEE), question="unverified"),
        Named(_kinds(AuthorityKind.PARISH_MEETING, AuthorityKind.COMMUNITY), question="Q14"),
        Named(
            _kinds(AuthorityKind.SCOTTISH, AuthorityKind.NORTHERN_IRISH),
            frozenset({Nation.SCOTLAND, Nation.NORTHERN_IRELAND}),
            question="unverified",
        ),
    ),
)

_STRATEGIC = _kinds(AuthorityKind.COMBINED, AuthorityKind.COMBINED_COUNTY)

GENERAL_POWER_BODIES = Definition(
    LOCALISM_2011.section("8"),
    "a local authority with the general power of competence",
    (
        Named(COUNCILS_IN_ENGLAND),
        Named(_STRATEGIC, last=dt.date(2026, 4, 28), question="not-modelled"),
        Named(_STRATEGIC, since=dt.date(2026, 4, 29), question="Q12"),
    ),
)

PARISH_ELIGIBILITY = PARISH_CONDITIONS_2012.article("1(1)")
PARISH_ELIGIBILITY_SINCE = dt.date(2012, 3, 28)
