"""Answers worked out by hand from the provisions: the test vectors of our own notes on the law."""

from __future__ import annotations

from typing import Any

import pytest
from tests.law.facts import AT_COST, FIRM, KENT, LICHFIELD, PARISH, PAYROLL, POWYS, TRADING, opinion

from lgtrade.answers import Verdict
from lgtrade.authorities import Authority, AuthorityKind, Nation
from lgtrade.law import BusinessCase, Category, Outcome, Purpose, Vehicle

NATIONAL_PARK = Authority("a National Park authority", AuthorityKind.NATIONAL_PARK, Nation.ENGLAND)
FIRE = Authority("a combined fire authority", AuthorityKind.FIRE, Nation.ENGLAND)
BEFORE_2009 = BusinessCase("2009-09-01", "2009-09-25")

S93, S95, S3, S4, S1 = "LGA2003_S93", "LGA2003_S95", "LA2011_S3", "LA2011_S4", "LAGSA1970_S1"

VECTORS: dict[str, tuple[str, dict[str, Any], str, Outcome, tuple[str, ...]]] = {
    "1: section 93 the day before it begins": ("2003-11-17", AT_COST, S93, Outcome.NOT_IN_FORCE, ("LGA 2003 s.93",)),
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
        ("LA 2011 s.4",),
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
        AT_COST | {"supplier": PARISH, "eligible_parish": True},
        S3,
        Outcome.NOT_ELIGIBLE,
        ("SI 2012/965 art.1(1)",),
    ),
    "33: and an eligible one has the power from its first day": (
        "2012-03-28",
        AT_COST | {"supplier": PARISH, "eligible_parish": True},
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


def test_every_trading_power_leaves_the_company_to_pay_its_way() -> None:
    found = opinion("2009-10-01", **TRADING | {"business_case": BEFORE_2009})[S95]
    assert [duty.reason.code for duty in found.duties] == ["company_pays_costs", "guidance"]


def test_free_offices_for_the_company_breach_the_order() -> None:
    facts = TRADING | {"business_case": BEFORE_2009, "company_pays_costs": False}
    assert opinion("2010-03-01", **facts)[S95].excluded_by == ("SI 2009/2393 art.2(3)",)


def test_after_2012_section_93_and_the_general_power_are_alternatives_and_the_doubt_is_named() -> None:
    found = opinion("2013-05-01", **AT_COST)
    assert [each.power for each in found.available] == [S93, S3]
    assert found[S93].cautions == ("Q3",)
    assert found.recommended is found[S3]
    assert str(found.why_recommended) == "Fewer open questions hang over it than over the others that are available."


def test_a_company_that_sells_to_another_council_is_uncertain_and_the_1970_act_is_recommended() -> None:
    facts = TRADING | {"supplier": KENT, "customer": LICHFIELD, "service": PAYROLL, "category": Category.GOOD}
    found = opinion("2005-06-01", **facts)
    assert found[S95].outcome is Outcome.UNCERTAIN
    assert found[S95].combination.questions == ("Q2",)
    assert found.recommended is found[S1]
    assert found.verdict is Verdict.YES


def test_a_council_cannot_sell_for_profit_to_a_firm_without_a_company() -> None:
    facts = TRADING | {"vehicle": Vehicle.DIRECT, "category": Category.EXCELLENT}
    found = opinion("2009-06-01", **facts)
    assert found.verdict is Verdict.NO
    assert found[S95].excluded_by == ("LGA 2003 s.95(4)",)


def test_a_mixed_purpose_is_uncertain_whichever_power_is_asked() -> None:
    found = opinion("2013-05-01", **AT_COST | {"purpose": Purpose.MIXED, "within_ordinary_functions": True})
    asked = {each.power: each.combination.questions for each in found.findings if each.power != S1}
    assert all("Q1" in questions for questions in asked.values())


@pytest.mark.parametrize("day", ["1998-01-01", "2012-06-01", "2026-05-31"])
def test_no_english_power_is_offered_in_scotland(day: str) -> None:
    edinburgh = Authority("City of Edinburgh Council", AuthorityKind.SCOTTISH, Nation.SCOTLAND)
    found = opinion(day, **AT_COST | {"supplier": edinburgh})
    assert found.verdict is Verdict.NO
    assert {str(each.reasons[0].words) for each in found.findings} == {"It does not extend to Scotland."}


def test_the_english_general_power_is_not_offered_in_wales() -> None:
    found = opinion("2015-06-01", **AT_COST | {"supplier": POWYS})
    assert found[S3].outcome is Outcome.EXCLUDED
    assert found[S4].outcome is Outcome.EXCLUDED


def test_welsh_trading_orders_are_not_modelled_and_say_so() -> None:
    found = opinion("2008-06-01", **TRADING | {"supplier": POWYS})
    assert found[S95].outcome is Outcome.UNCERTAIN
    assert str(found[S95].reasons[0].words) == (
        "How it applies in Wales turns on the Welsh orders SI 2006/979 and SI 2022/424, not modelled in this version."
    )
    assert opinion("2003-11-17", **TRADING | {"supplier": POWYS})[S95].outcome is Outcome.NOT_IN_FORCE


def test_a_combined_authority_may_charge_despite_the_bar_in_its_own_general_power() -> None:
    combined = Authority("a combined authority", AuthorityKind.COMBINED, Nation.ENGLAND)
    found = opinion("2016-01-01", **AT_COST | {"supplier": combined, "prohibited_by": "LDEDCA 2009 s.113B(4)"})
    assert found[S93].outcome is Outcome.AVAILABLE
    assert found.recommended is found[S93]
    assert FIRM.name in str(found[S93].answers[3].reason.words)
