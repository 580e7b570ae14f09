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

KNOWN_FROM = dt.date(1970, 1, 1)
"""The first day for which a question about the law is answered."""

KNOWN_TO = dt.date(2026, 5, 31)
"""The last day to which the sources of the law were read; nothing is said about a later day."""
