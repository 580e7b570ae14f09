"""Answers worked out by hand from the provisions: the test vectors of our own notes on the law."""

from __future__ import annotations

from typing import Any

import pytest
from tests.law.facts import AT_COST, KENT, LICHFIELD, PARISH, PAYROLL, POWYS, TRADING, opinion

from lgtrade.authorities import Authority, AuthorityKind, Nation
from lgtrade.law import BusinessCase, Category, Outcome, Vehicle

NATIONAL_PARK = Authority("a National Park authority", AuthorityKind.NATIONAL_PARK, Nation.ENGLAND)
FIRE = Authority("a combined fire authority", AuthorityKind.FIRE, Nation.ENGLAND)
BEFORE_2009 = BusinessCase("2009-09-01", "2009-09-25")

WELSH_DAYS: dict[str, tuple[str, ...]] = {
    "2010-03-31": (),
    "2010-04-01": ("unverified",),
    "2021-10-31": ("unverified",),
    "2021-11-01": ("Q13", "unverified"),
}
S93, S95, S3, S4, S1 = "LGA2003_S93", "LGA2003_S95", "LA2011_S3", "LA2011_S4", "LAGSA1970_S1"

VECTORS: dict[str, tuple[str, dict[str, Any], str, Outcome, tuple[str, ...]]] = {
    "1: section 93 the day before it begins": (
        "2003-11-17",
        AT_COST,
        S93,
        Outcome.NOT_IN_FORCE,
        ("LGA 2003 s.128(2)(d)",),
    ),
    "2: section 93 on its first day": ("2003-11-18", AT_COST, S93, Outcome.AVAILABLE, ()),
    "2: section 93 on its first day in Wales": (
        "2003-11-18",
        AT_COST | {"supplier": POWYS},
        S93,
        Outcome.AVAILABLE,
        (),
    ),
    "3: a county's payroll for a district is under the 1970 Act": (
        "2003-12-01",
        {"supplier": KENT, "customer": LICHFIELD, "service": PAYROLL},
        S1,
        Outcome.AVAILABLE,
        (),
    ),
    "3: and so not under section 93": (
        "2003-12-01",
        AT_COST | {"supplier": KENT, "customer": LICHFIELD, "service": PAYROLL},
        S93,
        Outcome.EXCLUDED,
        ("LGA 2003 s.93(2)(a)",),
    ),
    "4: an excellent council the day before the 2004 Order": (
        "2004-07-28",
        TRADING | {"category": Category.EXCELLENT},
        S95,
        Outcome.NOT_IN_FORCE,
        ("SI 2004/1705 art.2(1)",),
    ),
    "5: and on its first day": (
        "2004-07-29",
        TRADING | {"category": Category.EXCELLENT},
        S95,
        Outcome.AVAILABLE,
        (),
    ),
    "6: a weak council": (
        "2005-01-10",
        TRADING | {"category": Category.WEAK},
        S95,
        Outcome.NOT_ELIGIBLE,
        ("SI 2004/1705 art.1(2)(b)",),
    ),
    "11: a three star council": (
        "2007-01-10",
        TRADING | {"category": Category.THREE_STARS},
        S95,
        Outcome.AVAILABLE,
        (),
    ),
    "11: a council with no stars": (
        "2007-01-10",
        TRADING | {"category": Category.NO_STARS},
        S95,
        Outcome.NOT_ELIGIBLE,
        ("SI 2004/1705 art.1(2)(b)",),
    ),
    "12: any council once the 2009 Order begins": (
        "2009-10-01",
        TRADING | {"business_case": BEFORE_2009},
        S95,
        Outcome.AVAILABLE,
        (),
    ),
    "13: but not without a business case": (
        "2009-10-01",
        TRADING | {"business_case": False},
        S95,
        Outcome.EXCLUDED,
        ("SI 2009/2393 art.2(2)",),
    ),
    "14: a combined fire authority": (
        "2009-10-01",
        TRADING | {"supplier": FIRE, "business_case": BEFORE_2009},
        S95,
        Outcome.AVAILABLE,
        (),
    ),
    "15: a National Park authority in England": (
        "2009-10-01",
        TRADING | {"supplier": NATIONAL_PARK, "business_case": BEFORE_2009},
        S95,
        Outcome.NOT_ELIGIBLE,
        ("SI 2009/2393 art.1(2)",),
    ),
    "17: commercial retail the day before the general power": (
        "2012-02-17",
        TRADING | {"within_ordinary_functions": False},
        S4,
        Outcome.NOT_IN_FORCE,
        ("SI 2012/411 art.2",),
    ),
    "17: and on its first day": (
        "2012-02-18",
        TRADING | {"within_ordinary_functions": False},
        S4,
        Outcome.AVAILABLE,
        (),
    ),
    "18: a limited liability partnership for profit, under the general power": (
        "2013-05-01",
        TRADING | {"vehicle": Vehicle.LLP},
        S4,
        Outcome.EXCLUDED,
        ("LA 2011 s.4(2)",),
    ),
    "18: and under section 95": (
        "2013-05-01",
        TRADING | {"vehicle": Vehicle.LLP},
        S95,
        Outcome.EXCLUDED,
        ("LGA 2003 s.95(4)",),
    ),
    "19: legal advice to a company at cost, under section 93": ("2013-05-01", AT_COST, S93, Outcome.AVAILABLE, ()),
    "19: or under the general power": ("2013-05-01", AT_COST, S3, Outcome.AVAILABLE, ()),
    "28: a parish council is no supplier under the 1970 Act": (
        "2010-05-01",
        AT_COST | {"supplier": PARISH},
        S1,
        Outcome.NOT_ELIGIBLE,
        ("LA(G&S)A 1970 s.1(4)",),
    ),
    "28: but may charge under section 93": ("2010-05-01", AT_COST | {"supplier": PARISH}, S93, Outcome.AVAILABLE, ()),
    "29: one star the day before stars count": (
        "2006-12-14",
        TRADING | {"category": Category.ONE_STAR},
        S95,
        Outcome.NOT_ELIGIBLE,
        ("SI 2004/1705 art.1(2)(b)",),
    ),
    "29: and the day they count": ("2006-12-15", TRADING | {"category": Category.ONE_STAR}, S95, Outcome.AVAILABLE, ()),
    "33: no parish council is eligible the day before the conditions order": (
        "2012-03-27",
        AT_COST | {"supplier": PARISH, "eligibility": True},
        S3,
        Outcome.NOT_ELIGIBLE,
        ("SI 2012/965 art.1(1)",),
    ),
    "33: and an eligible one has the power from its first day": (
        "2012-03-28",
        AT_COST | {"supplier": PARISH, "eligibility": True},
        S3,
        Outcome.AVAILABLE,
        (),
    ),
    "37: a county's payroll for a parish council": (
        "2010-05-01",
        {"supplier": KENT, "customer": PARISH, "service": PAYROLL},
        S1,
        Outcome.AVAILABLE,
        (),
    ),
}


@pytest.mark.parametrize(("on", "facts", "power", "outcome", "provisions"), VECTORS.values(), ids=VECTORS)
def test_the_answer_worked_out_by_hand(
    on: str, facts: dict[str, Any], power: str, outcome: Outcome, provisions: tuple[str, ...]
) -> None:
    finding = opinion(on, **facts)[power]
    assert (finding.outcome, finding.excluded_by) == (outcome, provisions)
