"""Which bodies each enactment names, and from which day to which."""

from __future__ import annotations

import datetime as dt

from lgtrade.authorities import AuthorityKind as Kind
from lgtrade.law.definition import (
    ENGLAND,
    NORTHERN_IRELAND,
    ONE_DAY,
    SCOTLAND,
    WALES,
    Definition,
    Named,
    kinds,
)
from lgtrade.law.enactments import (
    COMMISSIONER_FIRE_ORDER_2017,
    ENVIRONMENT_1995,
    FIRE_2004,
    FIRE_TRADE_ORDER_2004,
    GOODS_AND_SERVICES_1970,
    LDEDCA_2009,
    LEVELLING_UP_2023,
    LGA_1972,
    LGA_2000,
    LGA_2003,
    LGA_NI_1972,
    LOCALISM_2011,
    PARISH_CONDITIONS_2012,
    PARISH_WELL_BEING_2008,
    POLICE_REFORM_2011,
    PUBLIC_BODIES_1975,
    TRADE_ORDER_2004,
    TRADE_ORDER_2009,
    WALES_2021,
    WELSH_TRADE_ORDER_2006,
    WELSH_TRADE_ORDER_2022,
)

COUNCILS_IN_ENGLAND = kinds(
    Kind.COUNTY,
    Kind.DISTRICT,
    Kind.METROPOLITAN_DISTRICT,
    Kind.LONDON_BOROUGH,
    Kind.CITY_OF_LONDON,
    Kind.ISLES_OF_SCILLY,
)
COUNCILS_IN_WALES = kinds(Kind.WELSH_COUNTY, Kind.WELSH_COUNTY_BOROUGH)
PRINCIPAL_COUNCILS = COUNCILS_IN_ENGLAND | COUNCILS_IN_WALES
SMALL_COUNCILS = kinds(Kind.PARISH, Kind.COMMUNITY)
FIRE = kinds(Kind.FIRE, Kind.METROPOLITAN_FIRE, Kind.LONDON_FIRE, Kind.COMMISSIONER_FIRE)
STRATEGIC = kinds(Kind.COMBINED, Kind.COMBINED_COUNTY)
POLICE = kinds(Kind.POLICE, Kind.POLICE_AND_CRIME_COMMISSIONER, Kind.POLICING_IN_LONDON)
MAY_BE_FIRE_AUTHORITY = kinds(Kind.COUNTY, Kind.ISLES_OF_SCILLY)
"""Kinds of council of which some are also the fire and rescue authority."""

CHARGING = dt.date(2003, 11, 18)
"""LGA 2003 s.128(2)(d): sections 93 to 98 begin two months after Royal Assent, in both nations."""

GENERAL_POWER = dt.date(2012, 2, 18)
"""SI 2012/411 art.2: Localism Act 2011 ss.1 to 8, and what sections 9 to 14 of it put into other Acts."""

PARISH_ELIGIBILITY = dt.date(2012, 3, 28)
"""SI 2012/965 art.1(1): the first day on which a parish council could be eligible."""

WELSH_GENERAL_POWER = dt.date(2021, 11, 1)
COMMUNITY_ELIGIBILITY = dt.date(2022, 5, 5)

ORDER_2004 = dt.date(2004, 7, 29)
FIRE_CHARGES = dt.date(2004, 10, 1)
"""SI 2004/2305 under FRSA 2004 s.19, and SI 2004/2307 (article 4 of the 2004 Order)."""
ORDER_2009 = dt.date(2009, 10, 1)
WELSH_FIRE_CHARGES = dt.date(2012, 4, 1)
"""SI 2012/887 (W.) art.2: FRSA 2004 ss.5A, 5B and 18A to 18C for Wales."""
WELSH_ORDER_2006 = dt.date(2006, 4, 1)
WELSH_ORDER_2022 = dt.date(2022, 5, 5)

MAYORS_OFFICE = dt.date(2012, 1, 16)
"""SI 2011/3019: the Mayor's Office for Policing and Crime took over from the Metropolitan Police Authority."""

POLICE_ENDED = dt.date(2012, 11, 21)
"""The last day of police authorities outside London; commissioners began on 22 November 2012."""

RELEVANT_FOR_CHARGING = Definition(
    LGA_2003.section("93(9)"),
    "a relevant authority for section 93",
    (
        Named(PRINCIPAL_COUNCILS | SMALL_COUNCILS | kinds(Kind.PARISH_MEETING, Kind.NATIONAL_PARK)),
        Named(kinds(Kind.GREATER_LONDON, Kind.BROADS, Kind.TRANSPORT_FOR_LONDON, Kind.TRANSPORT, Kind.WASTE_DISPOSAL)),
        Named(kinds(Kind.FIRE, Kind.METROPOLITAN_FIRE), ENGLAND),
        Named(kinds(Kind.LONDON_FIRE), last=dt.date(2018, 3, 31)),
        Named(kinds(Kind.LONDON_FIRE), since=dt.date(2018, 4, 1), question="unverified"),
        Named(kinds(Kind.FIRE), WALES, last=dt.date(2010, 3, 31)),
        Named(kinds(Kind.FIRE), WALES, since=dt.date(2010, 4, 1), question="unverified"),
        Named(kinds(Kind.POLICE), last=POLICE_ENDED),
        Named(kinds(Kind.LONDON_DEVELOPMENT), last=dt.date(2012, 3, 30)),
        Named(kinds(Kind.JOINT_WASTE), since=dt.date(2008, 4, 1)),
        Named(kinds(Kind.TRANSPORT_EXECUTIVE), since=GENERAL_POWER, last=dt.date(2014, 3, 31)),
        Named(kinds(Kind.TRANSPORT_EXECUTIVE), since=dt.date(2014, 4, 1), question="unverified"),
        Named(kinds(Kind.COMBINED, Kind.ECONOMIC_PROSPERITY_BOARD), since=dt.date(2009, 12, 17)),
        Named(kinds(Kind.COMBINED, Kind.ECONOMIC_PROSPERITY_BOARD), last=dt.date(2009, 12, 16), question="unverified"),
        Named(kinds(Kind.COMBINED_COUNTY), since=dt.date(2023, 12, 26)),
        Named(kinds(Kind.JOINT_COMMITTEE), question="unverified"),
    ),
)

WITHIN_ORDER_2004 = Definition(
    TRADE_ORDER_2004.article("1(2)"),
    "an authority within the 2004 Order",
    (
        Named(COUNCILS_IN_ENGLAND),
        Named(kinds(Kind.GREATER_LONDON), question="unverified"),
        Named(
            kinds(Kind.FIRE, Kind.METROPOLITAN_FIRE, Kind.LONDON_FIRE),
            ENGLAND,
            since=FIRE_CHARGES,
            at=FIRE_TRADE_ORDER_2004.article("2"),
        ),
    ),
)

WITHIN_ORDER_2009 = Definition(
    TRADE_ORDER_2009.article("1(2)"),
    "an authority within the 2009 Order",
    (
        Named(COUNCILS_IN_ENGLAND),
        Named(kinds(Kind.GREATER_LONDON), question="unverified"),
        Named(kinds(Kind.FIRE, Kind.METROPOLITAN_FIRE), ENGLAND),
        Named(kinds(Kind.LONDON_FIRE), last=dt.date(2018, 3, 31)),
        Named(kinds(Kind.LONDON_FIRE), since=dt.date(2018, 4, 1), question="unverified"),
        Named(
            kinds(Kind.COMMISSIONER_FIRE),
            ENGLAND,
            since=dt.date(2017, 10, 1),
            at=COMMISSIONER_FIRE_ORDER_2017.article("27"),
        ),
    ),
)

WITHIN_WELSH_ORDER_2006 = Definition(
    WELSH_TRADE_ORDER_2006.article("1"),
    "an authority within the Welsh order of 2006",
    (Named(COUNCILS_IN_WALES | kinds(Kind.NATIONAL_PARK, Kind.FIRE), WALES),),
)

WITHIN_WELSH_ORDER_2022 = Definition(
    WELSH_TRADE_ORDER_2022.article("1(3)"),
    "an authority within the Welsh order of 2022",
    (
        Named(
            COUNCILS_IN_WALES | kinds(Kind.NATIONAL_PARK, Kind.FIRE, Kind.COMMUNITY, Kind.CORPORATE_JOINT_COMMITTEE),
            WALES,
        ),
    ),
)

_STRATEGIC_2009 = dt.date(2009, 12, 17)
_STRATEGIC_2023 = dt.date(2023, 12, 26)

SUPPLIERS_1970 = Definition(
    GOODS_AND_SERVICES_1970.section("1(4)"),
    "a local authority for the 1970 Act",
    (
        Named(PRINCIPAL_COUNCILS),
        Named(kinds(Kind.BROADS, Kind.METROPOLITAN_FIRE, Kind.TRANSPORT, Kind.JOINT_COMMITTEE)),
        Named(kinds(Kind.NATIONAL_PARK), since=dt.date(1995, 9, 19), at=ENVIRONMENT_1995.schedule("8 para 5")),
        Named(kinds(Kind.GREATER_LONDON), since=dt.date(2000, 5, 8)),
        Named(kinds(Kind.TRANSPORT_FOR_LONDON), since=dt.date(2000, 7, 3)),
        Named(kinds(Kind.LONDON_DEVELOPMENT), since=dt.date(2000, 7, 3), last=dt.date(2012, 3, 30)),
        Named(kinds(Kind.LONDON_FIRE), since=dt.date(2000, 7, 3), last=dt.date(2018, 3, 31)),
        Named(kinds(Kind.LONDON_FIRE), since=dt.date(2018, 4, 1), question="unverified"),
        Named(kinds(Kind.JOINT_WASTE), since=dt.date(2008, 4, 1)),
        Named(
            kinds(Kind.COMBINED, Kind.ECONOMIC_PROSPERITY_BOARD),
            since=_STRATEGIC_2009,
            at=LDEDCA_2009.schedule("6 para 9"),
        ),
        Named(kinds(Kind.COMBINED_COUNTY), since=_STRATEGIC_2023, at=LEVELLING_UP_2023.schedule("4 para 22")),
        Named(kinds(Kind.FIRE, Kind.COMMISSIONER_FIRE), question="Q14"),
        Named(kinds(Kind.CORPORATE_JOINT_COMMITTEE, Kind.WASTE_DISPOSAL), question="unverified"),
    ),
)

CUSTOMERS_1970 = Definition(
    GOODS_AND_SERVICES_1970.section("1(4)"),
    "a public body for the 1970 Act",
    (
        *SUPPLIERS_1970.named,
        Named(kinds(Kind.PARISH)),
        Named(kinds(Kind.POLICE), last=POLICE_ENDED),
        Named(
            kinds(Kind.POLICE_AND_CRIME_COMMISSIONER),
            since=POLICE_ENDED + ONE_DAY,
            at=POLICE_REFORM_2011.section("15"),
        ),
        Named(kinds(Kind.POLICING_IN_LONDON), ENGLAND, since=MAYORS_OFFICE, question="unverified"),
        Named(kinds(Kind.TRANSPORT_EXECUTIVE), since=dt.date(1975, 3, 20), at=PUBLIC_BODIES_1975.article("2(1)")),
        Named(kinds(Kind.PARISH_MEETING, Kind.COMMUNITY), question="Q14"),
        Named(
            kinds(Kind.SCOTTISH, Kind.NORTHERN_IRISH),
            SCOTLAND | NORTHERN_IRELAND,
            question="unverified",
        ),
    ),
)

SCOTTISH_COUNCILS = Definition(
    GOODS_AND_SERVICES_1970.section("1"), "a council in Scotland", (Named(kinds(Kind.SCOTTISH), SCOTLAND),)
)

NORTHERN_IRISH_COUNCILS = Definition(
    LGA_NI_1972.section("105"),
    "a district council in Northern Ireland",
    (Named(kinds(Kind.NORTHERN_IRISH), NORTHERN_IRELAND),),
)

GENERAL_POWER_BODIES = Definition(
    LOCALISM_2011.section("8"),
    "a local authority with the general power of competence",
    (
        Named(COUNCILS_IN_ENGLAND),
        Named(kinds(Kind.PARISH), since=PARISH_ELIGIBILITY, at=PARISH_CONDITIONS_2012.article("1(1)")),
        Named(kinds(Kind.COMBINED), since=dt.date(2014, 4, 1), last=dt.date(2026, 4, 28)),
        Named(kinds(Kind.COMBINED_COUNTY), since=_STRATEGIC_2023, last=dt.date(2026, 4, 28)),
        Named(STRATEGIC, since=dt.date(2026, 4, 29), question="Q12"),
    ),
)

WELSH_GENERAL_POWER_BODIES = Definition(
    WALES_2021.section("24(4)"),
    "a qualifying local authority for the Welsh general power",
    (
        Named(COUNCILS_IN_WALES, since=WELSH_GENERAL_POWER),
        Named(kinds(Kind.COMMUNITY), WALES, since=COMMUNITY_ELIGIBILITY),
    ),
)

WELL_BEING_BODIES = Definition(
    LGA_2000.section("1"),
    "a local authority for the well-being power",
    (
        Named(COUNCILS_IN_ENGLAND),
        Named(COUNCILS_IN_WALES),
        Named(kinds(Kind.PARISH), since=dt.date(2008, 12, 31), at=PARISH_WELL_BEING_2008.article("2")),
        Named(kinds(Kind.COMMUNITY), WALES, since=dt.date(2011, 5, 10), question="unverified"),
    ),
)

_BASE_1972 = (Named(PRINCIPAL_COUNCILS | SMALL_COUNCILS, at=LGA_1972.section("270(1)")),)

ARRANGING_1972 = Definition(
    LGA_1972.section("101(13)"),
    "a local authority that may arrange for its functions",
    (
        *_BASE_1972,
        Named(kinds(Kind.METROPOLITAN_FIRE, Kind.TRANSPORT)),
        Named(kinds(Kind.COMBINED, Kind.ECONOMIC_PROSPERITY_BOARD), since=_STRATEGIC_2009),
        Named(kinds(Kind.COMBINED_COUNTY), since=_STRATEGIC_2023),
        Named(
            kinds(
                Kind.FIRE,
                Kind.LONDON_FIRE,
                Kind.NATIONAL_PARK,
                Kind.BROADS,
                Kind.JOINT_WASTE,
                Kind.WASTE_DISPOSAL,
            ),
            question="unverified",
        ),
    ),
)

LOCAL_AUTHORITIES_1972 = Definition(
    LGA_1972.section("270(1)"),
    "a local authority for Part VII of the 1972 Act",
    (
        *_BASE_1972,
        Named(
            STRATEGIC
            | kinds(
                Kind.FIRE,
                Kind.METROPOLITAN_FIRE,
                Kind.LONDON_FIRE,
                Kind.TRANSPORT,
                Kind.WASTE_DISPOSAL,
                Kind.JOINT_WASTE,
                Kind.ECONOMIC_PROSPERITY_BOARD,
                Kind.NATIONAL_PARK,
                Kind.BROADS,
            ),
            question="unverified",
        ),
    ),
)

FACILITATING_1972 = Definition(
    LGA_1972.section("111"),
    "a local authority that may do what helps its functions",
    (
        *_BASE_1972,
        Named(
            kinds(Kind.METROPOLITAN_FIRE, Kind.LONDON_FIRE),
            last=GENERAL_POWER - ONE_DAY,
            question="unverified",
            at=LGA_1972.section("146A(1ZC)"),
        ),
        Named(
            kinds(
                Kind.FIRE,
                Kind.COMBINED,
                Kind.TRANSPORT,
                Kind.WASTE_DISPOSAL,
                Kind.JOINT_WASTE,
                Kind.ECONOMIC_PROSPERITY_BOARD,
                Kind.NATIONAL_PARK,
                Kind.BROADS,
            ),
            question="unverified",
        ),
    ),
)

FIRE_AUTHORITIES = Definition(
    FIRE_2004.section("1"),
    "a fire and rescue authority",
    (
        Named(FIRE - kinds(Kind.COMMISSIONER_FIRE)),
        Named(kinds(Kind.COMMISSIONER_FIRE), ENGLAND, since=dt.date(2017, 4, 3)),
        Named(MAY_BE_FIRE_AUTHORITY, ENGLAND),
    ),
)

FIRE_AUTHORITIES_NOT_COUNCILS = Definition(
    FIRE_2004.section("5A(3)"),
    "a fire and rescue authority that is not a council",
    (
        Named(kinds(Kind.FIRE, Kind.METROPOLITAN_FIRE), ENGLAND),
        Named(kinds(Kind.LONDON_FIRE), ENGLAND, last=dt.date(2018, 3, 31)),
        Named(kinds(Kind.LONDON_FIRE), ENGLAND, since=dt.date(2018, 4, 1), question="unverified"),
        Named(kinds(Kind.FIRE), WALES, since=WELSH_FIRE_CHARGES),
        Named(kinds(Kind.COMMISSIONER_FIRE), ENGLAND, question="unverified"),
    ),
)
