"""The Acts and orders that the law room cites, with the addresses of their texts."""

from __future__ import annotations

import datetime as dt

from lgtrade.sources import Enactment

_SITE = "https://www.legislation.gov.uk"

GOODS_AND_SERVICES_1970 = Enactment(
    "Local Authorities (Goods and Services) Act 1970", "LA(G&S)A 1970", f"{_SITE}/ukpga/1970/39", dt.date(1970, 5, 29)
)
LGA_2003 = Enactment("Local Government Act 2003", "LGA 2003", f"{_SITE}/ukpga/2003/26", dt.date(2003, 9, 18))
LOCALISM_2011 = Enactment("Localism Act 2011", "LA 2011", f"{_SITE}/ukpga/2011/20", dt.date(2011, 11, 15))
TRADE_ORDER_2004 = Enactment(
    "Local Government (Best Value Authorities) (Power to Trade) (England) Order 2004",
    "SI 2004/1705",
    f"{_SITE}/uksi/2004/1705",
    as_made=True,
)
STAR_CATEGORIES_2006 = Enactment(
    "Local Government (Best Value Authorities) (Power to Trade) (Amendment) (England) Order 2006",
    "SI 2006/3102",
    f"{_SITE}/uksi/2006/3102",
    as_made=True,
)
TRADE_ORDER_2009 = Enactment(
    "Local Government (Best Value Authorities) (Power to Trade) (England) Order 2009",
    "SI 2009/2393",
    f"{_SITE}/uksi/2009/2393",
    as_made=True,
)
COMMENCEMENT_2012 = Enactment(
    "Localism Act 2011 (Commencement No. 3) Order 2012", "SI 2012/411", f"{_SITE}/uksi/2012/411", as_made=True
)
PARISH_CONDITIONS_2012 = Enactment(
    "Parish Councils (General Power of Competence) (Prescribed Conditions) Order 2012",
    "SI 2012/965",
    f"{_SITE}/uksi/2012/965",
    as_made=True,
)

POLICE_1964 = Enactment("Police Act 1964", "Police Act 1964", f"{_SITE}/ukpga/1964/48", dt.date(1964, 6, 10))
TRANSPORT_1968 = Enactment("Transport Act 1968", "TA 1968", f"{_SITE}/ukpga/1968/73", dt.date(1968, 10, 25))
LGA_1972 = Enactment("Local Government Act 1972", "LGA 1972", f"{_SITE}/ukpga/1972/70", dt.date(1972, 10, 26))
LGA_NI_1972 = Enactment(
    "Local Government Act (Northern Ireland) 1972", "LGA(NI) 1972", f"{_SITE}/apni/1972/9", dt.date(1972, 3, 23)
)
ENVIRONMENT_1995 = Enactment("Environment Act 1995", "EA 1995", f"{_SITE}/ukpga/1995/25", dt.date(1995, 7, 19))
POLICE_1996 = Enactment("Police Act 1996", "Police Act 1996", f"{_SITE}/ukpga/1996/16", dt.date(1996, 5, 22))
LGA_1999 = Enactment("Local Government Act 1999", "LGA 1999", f"{_SITE}/ukpga/1999/27", dt.date(1999, 7, 27))
LGA_2000 = Enactment("Local Government Act 2000", "LGA 2000", f"{_SITE}/ukpga/2000/22", dt.date(2000, 7, 28))
SCOTLAND_2003 = Enactment(
    "Local Government in Scotland Act 2003", "LGiSA 2003", f"{_SITE}/asp/2003/1", dt.date(2003, 2, 11)
)
FIRE_2004 = Enactment("Fire and Rescue Services Act 2004", "FRSA 2004", f"{_SITE}/ukpga/2004/21", dt.date(2004, 7, 22))
TRANSPORT_2008 = Enactment("Local Transport Act 2008", "LTA 2008", f"{_SITE}/ukpga/2008/26", dt.date(2008, 11, 26))
LDEDCA_2009 = Enactment(
    "Local Democracy, Economic Development and Construction Act 2009",
    "LDEDCA 2009",
    f"{_SITE}/ukpga/2009/20",
    dt.date(2009, 11, 12),
)
POLICE_REFORM_2011 = Enactment(
    "Police Reform and Social Responsibility Act 2011", "PRSRA 2011", f"{_SITE}/ukpga/2011/13", dt.date(2011, 9, 15)
)
LGA_NI_2014 = Enactment(
    "Local Government Act (Northern Ireland) 2014", "LGA(NI) 2014", f"{_SITE}/nia/2014/8", dt.date(2014, 5, 12)
)
WALES_2021 = Enactment(
    "Local Government and Elections (Wales) Act 2021", "LGE(W)A 2021", f"{_SITE}/asc/2021/1", dt.date(2021, 1, 20)
)
LEVELLING_UP_2023 = Enactment(
    "Levelling-up and Regeneration Act 2023", "LURA 2023", f"{_SITE}/ukpga/2023/55", dt.date(2023, 10, 26)
)


def _instrument(title: str, short: str, kind: str = "uksi") -> Enactment:
    number = short.split(" ")[1]
    return Enactment(title, short, f"{_SITE}/{kind}/{number}", as_made=True)


PUBLIC_BODIES_1975 = _instrument("Local Authorities (Goods and Services) (Public Bodies) Order 1975", "SI 1975/193")
PARISH_WELL_BEING_2008 = _instrument(
    "Parish Councils (Power to Promote Well-being) (Prescribed Conditions) Order 2008", "SI 2008/3095"
)
WELL_BEING_COMMENCEMENT_2000 = _instrument("Local Government Act 2000 (Commencement No. 3) Order 2000", "SI 2000/2836")
NI_COMMENCEMENT_2015 = _instrument(
    "Local Government (2014 Act) (Commencement No. 4) Order (Northern Ireland) 2015", "SR 2015/209", "nisr"
)
SCOTTISH_COMMENCEMENT_2003 = _instrument(
    "Local Government in Scotland Act 2003 (Commencement No. 1) Order 2003", "SSI 2003/134", "ssi"
)
WELSH_COMMENCEMENT_2021 = _instrument(
    "Local Government and Elections (Wales) Act 2021 (Commencement No. 3 and Transitional Provision) Order 2021",
    "SI 2021/231 (W.57)",
    "wsi",
)
FIRE_TRADE_ORDER_2004 = _instrument(
    "Local Government (Best Value Authorities) (Power to Trade) (England) (Amendment) Order 2004", "SI 2004/2307"
)
FIRE_CHARGES_ORDER_2004 = _instrument("Fire and Rescue Services (Charging) (England) Order 2004", "SI 2004/2305")
FIRE_CHARGES_ORDER_WALES_2006 = _instrument(
    "Fire and Rescue Services (Charging) (Wales) Order 2006", "SI 2006/1852 (W.195)", "wsi"
)
COMMISSIONER_FIRE_ORDER_2017 = _instrument(
    "Fire and Rescue Authority (Police and Crime Commissioner) (Application of Local Policing Provisions, Inspection, "
    "Powers to Trade and Consequential Amendments) Order 2017",
    "SI 2017/863",
)
WELSH_TRADE_ORDER_2006 = _instrument(
    "Local Government (Best Value Authorities) (Power to Trade) (Wales) Order 2006", "SI 2006/979 (W.102)", "wsi"
)
WELSH_TRADE_ORDER_2022 = _instrument(
    "Local Government (Relevant Authorities) (Power to Trade) (Wales) Order 2022", "SI 2022/424 (W.)", "wsi"
)
WELSH_COMMERCIAL_2021 = _instrument(
    "General Power of Competence (Commercial Purpose) (Conditions) (Wales) Regulations 2021",
    "SI 2021/1166 (W.288)",
    "wsi",
)

KNOWN_FROM = dt.date(1970, 1, 1)
"""The first day for which a question about the law is answered."""

KNOWN_TO = dt.date(2026, 5, 31)
"""The last day to which the sources of the law were read; nothing is said about a later day."""
