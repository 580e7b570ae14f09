"""Answers that a careful lawyer would hesitate over: no confident yes or no where the law is not sure."""

from __future__ import annotations

from typing import Any

import pytest
from tests.law.facts import AT_COST, FIRM, KENT, LICHFIELD, PAYROLL, POWYS, TRADING, opinion

from lgtrade.answers import Verdict
from lgtrade.authorities import Authority, AuthorityKind, Nation, Person, PersonKind
from lgtrade.law import (
    WELSH_HEADS,
    BusinessCase,
    Category,
    Designation,
    Outcome,
    Purpose,
    Vehicle,
    every_question,
    question,
)
from lgtrade.services import ServiceKind, Subject

FIRE = Authority("a combined fire authority", AuthorityKind.FIRE, Nation.ENGLAND)
BEFORE_2009 = BusinessCase("2009-09-01", "2009-09-25")

WELSH_DAYS: dict[str, tuple[str, ...]] = {
    "2010-03-31": (),
    "2010-04-01": ("unverified",),
    "2021-10-31": ("unverified",),
    "2021-11-01": ("Q13", "unverified"),
}
S93, S95, S3, S4, S1 = "LGA2003_S93", "LGA2003_S95", "LA2011_S3", "LA2011_S4", "LAGSA1970_S1"


def test_every_trading_power_leaves_the_company_to_pay_its_way() -> None:
    found = opinion("2009-10-01", **TRADING | {"business_case": BEFORE_2009})[S95]
    assert [duty.reason.code for duty in found.duties] == ["by_contract", "company_pays_costs", "guidance"]


def test_free_offices_for_the_company_breach_the_order() -> None:
    facts = TRADING | {"business_case": BEFORE_2009, "company_pays_costs": False}
    assert opinion("2010-03-01", **facts)[S95].excluded_by == ("SI 2009/2393 art.2(3)",)


def test_after_2012_section_93_and_the_general_power_are_alternatives_and_the_doubt_is_named() -> None:
    found = opinion("2013-05-01", **AT_COST)
    assert [each.power for each in found.available] == [S93, S3]
    assert found[S93].cautions == ("Q3",)
    assert found[S3].cautions == ("Q3",)
    assert found.recommended is found[S93]
    assert str(found.why_recommended) == "It is the most specific of the powers that are available."


def test_a_company_that_sells_to_another_council_is_uncertain_and_the_1970_act_is_offered_instead() -> None:
    facts = TRADING | {"supplier": KENT, "customer": LICHFIELD, "service": PAYROLL, "category": Category.GOOD}
    found = opinion("2005-06-01", **facts)
    assert found[S95].outcome is Outcome.UNCERTAIN
    assert found[S95].combination.questions == ("Q2",)
    assert found[S1].excluded_by == ("LA(G&S)A 1970 s.1(1)",)
    assert found.verdict is Verdict.UNCERTAIN
    assert [each.power for each in found.instead] == [S1]


def test_a_partnership_for_profit_is_not_as_proposed_but_the_council_itself_may_supply_a_neighbour() -> None:
    facts = TRADING | {"supplier": KENT, "customer": LICHFIELD, "service": PAYROLL, "vehicle": Vehicle.LLP}
    found = opinion("2010-06-01", **facts)
    assert found.verdict is Verdict.NO
    assert [each.power for each in found.instead] == [S1]


def test_a_customer_who_refuses_does_not_open_another_power() -> None:
    facts = TRADING | {"supplier": KENT, "customer": LICHFIELD, "service": PAYROLL, "business_case": BEFORE_2009}
    willing, unwilling = (opinion("2010-06-01", **facts, customer_agreed=agreed) for agreed in (True, False))
    assert willing[S95].outcome is Outcome.UNCERTAIN
    assert unwilling[S95].outcome is Outcome.EXCLUDED
    assert unwilling.verdict is Verdict.NO
    assert opinion("2013-06-01", **facts, customer_agreed=False)[S4].outcome is Outcome.EXCLUDED


def test_what_is_prohibited_cannot_be_traded_in() -> None:
    facts = TRADING | {"business_case": BEFORE_2009, "prohibited_by": "LG(MP)A 1976 s.11(3)"}
    found = opinion("2011-06-01", **facts)
    assert found[S95].excluded_by == ("LGA 2003 s.95(1)",)
    assert found.verdict is Verdict.NO


def test_a_later_prohibition_binds_the_general_power_only_if_it_is_expressed_to() -> None:
    facts = TRADING | {"business_case": BEFORE_2009, "prohibited_by": "Bus Services Act 2017 s.22"}
    found = opinion("2018-03-01", **facts)
    assert found[S4].outcome is Outcome.UNCERTAIN
    assert found[S95].outcome is Outcome.EXCLUDED
    earlier = opinion("2018-03-01", **facts | {"prohibited_by": "Transport Act 1985 s.66"})
    assert earlier[S4].excluded_by == ("LA 2011 s.2(2)(a)",)


def test_charging_through_a_company_or_a_partnership_is_not_charging_by_the_authority() -> None:
    for vehicle in (Vehicle.COMPANY, Vehicle.LLP):
        found = opinion("2018-06-01", **AT_COST | {"vehicle": vehicle})
        assert found[S93].excluded_by == ("LGA 2003 s.93(1)",)
        assert found[S3].excluded_by == ("LA 2011 s.3(1)(a)",)
        assert [each.power for each in found.instead] == [S93, S3]
    joint = opinion("2018-06-01", **AT_COST | {"vehicle": Vehicle.JOINT_COMMITTEE})
    assert joint[S93].outcome is Outcome.UNCERTAIN


def test_a_regeneration_partnership_turns_on_what_its_dominant_purpose_is() -> None:
    facts = AT_COST | {"purpose": Purpose.PUBLIC, "vehicle": Vehicle.LLP, "within_ordinary_functions": False}
    found = opinion("2018-03-01", **facts)
    assert found.verdict is Verdict.UNCERTAIN
    assert found["LA2011_S1"].combination.questions == ("Q1",)
    itself = opinion("2018-03-01", **AT_COST | {"purpose": Purpose.PUBLIC, "charges_exceed_costs": False})
    assert itself["LA2011_S1"].outcome is Outcome.AVAILABLE


def test_a_neighbours_function_cannot_be_taken_on_under_the_general_power() -> None:
    function = ServiceKind("benefits", "Benefits", Subject.FUNCTION)
    facts = TRADING | {"supplier": KENT, "customer": LICHFIELD, "service": function}
    assert opinion("2013-06-01", **facts)[S4].excluded_by == ("LA 2011 s.2(3)",)
    assert opinion("2013-06-01", **facts | {"customer": FIRM})[S4].outcome is Outcome.UNCERTAIN


def test_goods_alone_are_no_surer_a_service_under_the_general_power_than_under_section_93() -> None:
    goods = ServiceKind("desks", "Desks", Subject.GOODS)
    found = opinion("2013-06-01", **AT_COST | {"service": goods})
    assert found[S93].combination.questions == found[S3].combination.questions == ("Q15",)


def test_a_police_authority_and_then_a_commissioner_may_supply_anyone_on_agreed_terms() -> None:
    board = Authority("a police authority", AuthorityKind.POLICE, Nation.ENGLAND)
    commissioner = Authority("a commissioner", AuthorityKind.POLICE_AND_CRIME_COMMISSIONER, Nation.ENGLAND)
    outcomes = {
        (day, each.kind): opinion(day, **AT_COST | {"supplier": each})["PRSRA2011_S15"].outcome
        for day in ("2002-09-30", "2002-10-01", "2012-11-21", "2012-11-22")
        for each in (board, commissioner)
    }
    assert outcomes == POLICE_DAYS
    assert opinion("2010-06-01", **AT_COST | {"supplier": board})[S93].excluded_by == ("LGA 2003 s.93(2)(a)",)
    assert opinion("2013-05-05", **AT_COST | {"supplier": commissioner})[S93].outcome is Outcome.NOT_ELIGIBLE


def test_one_policing_body_is_sent_to_collaboration_before_it_sells_to_another() -> None:
    pair = [Authority(name, AuthorityKind.POLICE_AND_CRIME_COMMISSIONER, Nation.ENGLAND) for name in ("one", "another")]
    found = opinion("2013-05-05", **AT_COST | {"supplier": pair[0], "customer": pair[1]})
    assert found["PRSRA2011_S15"].combination.questions == ("collaboration",)


POLICE_DAYS = {
    ("2002-09-30", AuthorityKind.POLICE): Outcome.UNCERTAIN,
    ("2002-10-01", AuthorityKind.POLICE): Outcome.AVAILABLE,
    ("2012-11-21", AuthorityKind.POLICE): Outcome.AVAILABLE,
    ("2012-11-22", AuthorityKind.POLICE): Outcome.NOT_ELIGIBLE,
    ("2002-09-30", AuthorityKind.POLICE_AND_CRIME_COMMISSIONER): Outcome.NOT_ELIGIBLE,
    ("2002-10-01", AuthorityKind.POLICE_AND_CRIME_COMMISSIONER): Outcome.NOT_ELIGIBLE,
    ("2012-11-21", AuthorityKind.POLICE_AND_CRIME_COMMISSIONER): Outcome.NOT_ELIGIBLE,
    ("2012-11-22", AuthorityKind.POLICE_AND_CRIME_COMMISSIONER): Outcome.AVAILABLE,
}


def test_a_fire_authority_charges_under_the_fire_act_once_it_speaks_of_charges() -> None:
    listed = AT_COST | {"supplier": FIRE, "listed_service": True}
    assert opinion("2004-09-30", **listed)[S93].outcome is Outcome.AVAILABLE
    later = opinion("2004-10-01", **listed)
    assert later[S93].excluded_by == ("LGA 2003 s.93(2)(a)",)
    assert later["FRSA2004_S19"].outcome is Outcome.AVAILABLE
    assert opinion("2012-02-17", **listed)["FRSA2004_S18A"].outcome is Outcome.NOT_IN_FORCE
    assert opinion("2012-02-18", **listed)["FRSA2004_S19"].outcome is Outcome.NOT_IN_FORCE


def test_section_18a_asks_for_consultation_and_may_displace_section_93_even_for_payroll() -> None:
    facts = AT_COST | {"supplier": FIRE, "service": PAYROLL}
    found = opinion("2016-05-05", **facts, consulted=True)
    assert found["FRSA2004_S18A"].outcome is Outcome.AVAILABLE
    assert found[S93].combination.questions == ("Q6",)
    assert opinion("2016-05-05", **facts)["FRSA2004_S18A"].combination.facts == ("consulted",)
    assert opinion("2016-05-05", **facts, consulted=False)["FRSA2004_S18A"].excluded_by == ("FRSA 2004 s.18A(3)",)
    advice = ServiceKind("alarms", "Alarm advice", Subject.PROFESSIONAL, activity="fire-safety-advice")
    operational = opinion("2016-05-05", **facts | {"service": advice}, consulted=True)
    assert operational[S93].excluded_by == ("LGA 2003 s.93(2)(a)",)


def test_no_charge_is_made_for_putting_out_a_fire_on_land() -> None:
    fire = ServiceKind("fires", "Extinguishing fires", Subject.OTHER, activity="firefighting-and-rescue")
    found = opinion("2014-05-05", **AT_COST | {"supplier": FIRE, "service": fire}, consulted=True)
    assert found["FRSA2004_S18A"].excluded_by == ("FRSA 2004 s.18B",)
    assert found.verdict is not Verdict.YES


def test_a_named_fire_authority_needs_no_business_case_under_the_2004_order_but_only_for_a_listed_service() -> None:
    facts = TRADING | {"supplier": FIRE, "category": Category.NONE, "business_case": False, "listed_service": True}
    assert opinion("2005-02-01", **facts)[S95].outcome is Outcome.AVAILABLE
    assert opinion("2005-02-01", **facts | {"listed_service": False})[S95].outcome is Outcome.NOT_ELIGIBLE
    assert opinion("2004-08-01", **facts)[S95].outcome is Outcome.NOT_ELIGIBLE
    assert opinion("2009-10-01", **facts)[S95].excluded_by == ("SI 2009/2393 art.2(2)",)


def test_a_downgraded_council_finishes_what_it_had_begun_for_two_years_and_begins_nothing_new() -> None:
    facts = TRADING | {"category": Category.WEAK, "category_left": "2005-12-15"}
    assert opinion("2006-06-01", **facts)[S95].outcome is Outcome.NOT_ELIGIBLE
    assert opinion("2006-06-01", **facts, begun_while_qualifying=False)[S95].outcome is Outcome.NOT_ELIGIBLE
    days = ("2006-06-01", "2007-12-14", "2007-12-15")
    begun = [opinion(day, **facts, begun_while_qualifying=True)[S95].outcome for day in days]
    assert begun == [Outcome.AVAILABLE, Outcome.AVAILABLE, Outcome.NOT_ELIGIBLE]


@pytest.mark.parametrize("cited", ["Localism Act 2011 s.3", "s.93 LGA 2003"])
def test_section_93_and_the_general_power_are_not_other_powers_to_charge(cited: str) -> None:
    found = opinion("2013-05-01", **AT_COST | {"other_power_to_charge": cited})
    assert [each.power for each in found.available] == [S93, S3]


def test_section_93_is_no_authority_to_provide_a_service() -> None:
    found = opinion("2008-05-01", **AT_COST | {"authorised_by": "Local Government Act 2003 s.93"})
    assert found[S93].excluded_by == ("LGA 2003 s.93(1)(a)",)


def test_a_power_to_charge_that_the_asker_names_and_the_table_does_not_hold_is_not_answered_no() -> None:
    found = opinion("2013-12-01", **AT_COST | {"other_power_to_charge": "Harbours Act 1964 s.26"})
    assert found.verdict is Verdict.UNCERTAIN
    assert found.not_modelled == ("Harbours Act 1964 s.26",)
    unnamed = opinion("2013-12-01", **AT_COST | {"other_power_to_charge": True})
    assert unnamed.not_modelled == ("the other power that is said to exist",)


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"since": "2004-03-23"}, Outcome.EXCLUDED),
        ({"only": ("Cornwall County Council",)}, Outcome.EXCLUDED),
        ({"subjects": ()}, Outcome.DEPENDS),
        ({"subjects": (Subject.GOODS,)}, Outcome.EXCLUDED),
        ({"since": "2000-01-01", "only": ("Kent County Council",)}, Outcome.AVAILABLE),
    ],
)
def test_an_order_designates_from_its_day_for_its_council_and_for_what_it_allows(
    facts: dict[str, Any], outcome: Outcome
) -> None:
    order = Designation(**{"by": "an order", "subjects": (Subject.PROFESSIONAL,)} | facts)
    customer = Person("a school company", PersonKind.PUBLIC_BODY)
    found = opinion("2003-12-01", supplier=KENT, customer=customer, service=PAYROLL, designation=order)
    assert found[S1].outcome is outcome
    if outcome is Outcome.AVAILABLE:
        assert found[S1].cautions == ("unverified",)


def test_the_facts_taken_as_favourable_under_the_1970_act_are_asked_for_all_the_same() -> None:
    found = opinion("2003-12-01", supplier=KENT, customer=LICHFIELD, service=PAYROLL)
    assert found.verdict is Verdict.YES
    asked = {each.fact for each in found.to_settle if S1 in each.powers}
    assert asked == {"required_for_customer", "prohibited_by", "customer_agreed"}


def test_a_commissioner_is_a_public_body_for_services_and_not_verified_for_goods() -> None:
    commissioner = Authority("a commissioner", AuthorityKind.POLICE_AND_CRIME_COMMISSIONER, Nation.ENGLAND)
    assert opinion("2013-05-01", customer=commissioner)[S1].outcome is Outcome.AVAILABLE
    goods = ServiceKind("desks", "Desks", Subject.GOODS)
    assert opinion("2013-05-01", customer=commissioner, service=goods)[S1].outcome is Outcome.UNCERTAIN


def test_a_council_cannot_sell_for_profit_to_a_firm_without_a_company() -> None:
    facts = TRADING | {"vehicle": Vehicle.DIRECT, "category": Category.EXCELLENT}
    found = opinion("2009-06-01", **facts)
    assert found.verdict is Verdict.NO
    assert found[S95].excluded_by == ("LGA 2003 s.95(4)",)


@pytest.mark.parametrize("power", [S93, S3, S4, S95, "LA2011_S1", "LGA1972_S111"])
def test_a_mixed_purpose_is_uncertain_whichever_power_is_asked(power: str) -> None:
    found = opinion("2013-05-01", **AT_COST | {"purpose": Purpose.MIXED, "within_ordinary_functions": True})
    assert "Q1" in found[power].combination.questions


@pytest.mark.parametrize("day", ["1998-01-01", "2003-04-01", "2012-06-01", "2026-05-31"])
def test_no_english_power_is_offered_in_scotland(day: str) -> None:
    found = opinion(day, **AT_COST | {"supplier": EDINBURGH})
    assert found.verdict is not Verdict.YES
    assert found.available == ()
    open_here = {each.power for each in found.findings if not each.is_shut}
    assert open_here <= {"LAGSA1970_S1_SCOTLAND", "LGISA2003_S20"}
    assert str(found[S93].reasons[0].words) == "It does not extend to Scotland."


def test_a_scottish_council_may_supply_a_council_and_needs_consent_to_supply_a_firm() -> None:
    other = Authority("another council", AuthorityKind.SCOTTISH, Nation.SCOTLAND)
    facts = AT_COST | {"supplier": EDINBURGH}
    assert opinion("2012-06-01", **facts | {"customer": other})["LAGSA1970_S1_SCOTLAND"].outcome is Outcome.AVAILABLE
    assert opinion("2012-06-01", **facts)["LAGSA1970_S1_SCOTLAND"].outcome is Outcome.DEPENDS


@pytest.mark.parametrize(("day", "outcome"), [("2015-03-31", Outcome.NOT_IN_FORCE), ("2015-04-01", Outcome.AVAILABLE)])
def test_a_council_in_northern_ireland_charges_under_its_own_general_power(day: str, outcome: Outcome) -> None:
    found = opinion(day, **AT_COST | {"supplier": BELFAST})
    assert found["LGANI2014_S81"].outcome is outcome
    assert {each.power for each in found.available} <= {"LGANI2014_S81"}


EDINBURGH = Authority("City of Edinburgh Council", AuthorityKind.SCOTTISH, Nation.SCOTLAND)
BELFAST = Authority("Belfast City Council", AuthorityKind.NORTHERN_IRISH, Nation.NORTHERN_IRELAND)


def test_the_english_general_power_is_not_offered_in_wales() -> None:
    found = opinion("2015-06-01", **AT_COST | {"supplier": POWYS})
    assert found[S3].outcome is Outcome.NOT_ELIGIBLE
    assert str(found[S4].reasons[0].words) == (
        "The general power in the Localism Act 2011 is for authorities in England, and not in Wales."
    )


def test_section_93_in_wales_carries_the_doubts_about_its_words_and_the_welsh_general_power() -> None:
    cautions = {day: opinion(day, **AT_COST | {"supplier": POWYS})[S93].cautions for day in WELSH_DAYS}
    assert cautions == WELSH_DAYS


def test_no_order_let_a_welsh_council_trade_until_2006() -> None:
    facts = TRADING | {"supplier": POWYS}
    assert opinion("2003-11-17", **facts)[S95].excluded_by == ("LGA 2003 s.128(2)(d)",)
    assert str(opinion("2006-03-31", **facts)[S95].reasons[0].words) == (
        "Nothing gave LGA 2003 s.95 effect in Wales until 1 April 2006."
    )
    assert opinion("2006-04-01", **facts)[S95].outcome is Outcome.AVAILABLE
    assert opinion("2006-04-01", **facts | {"business_case": False})[S95].combination.questions == ("unverified",)


def test_wales_asks_for_seven_heads_from_5_may_2022_and_names_those_that_are_missing() -> None:
    facts = TRADING | {"supplier": POWYS, "business_case": BusinessCase("2022-03-01", "2022-04-01")}
    assert opinion("2022-05-04", **facts)[S95].outcome is Outcome.AVAILABLE
    later = opinion("2022-05-05", **facts)[S95]
    assert later.excluded_by == ("SI 2022/424 (W.) art.2(3)",)
    assert str(later.reasons[0].words) == "The business case does not state: mitigation, staff impact, staffing."
    whole = BusinessCase("2022-03-01", "2022-04-01", WELSH_HEADS)
    assert opinion("2022-05-05", **facts | {"business_case": whole})[S95].outcome is Outcome.AVAILABLE
    hidden = BusinessCase("2022-03-01", "2022-04-01", WELSH_HEADS, published=False)
    assert opinion("2022-05-05", **facts | {"business_case": hidden})[S95].excluded_by == ("SI 2022/424 (W.) art.3",)


def test_a_combined_authority_may_charge_despite_the_bar_in_its_own_general_power() -> None:
    combined = Authority("a combined authority", AuthorityKind.COMBINED, Nation.ENGLAND)
    found = opinion("2016-01-01", **AT_COST | {"supplier": combined, "prohibited_by": "LDEDCA 2009 s.113B(4)"})
    assert found[S93].outcome is Outcome.AVAILABLE
    assert found.recommended is found[S93]


def test_only_maintenance_brings_the_duty_to_keep_to_the_customers_own_land() -> None:
    mending = ServiceKind("mending", "Mending roofs", Subject.MAINTENANCE)
    kept = [
        {duty.reason.code for duty in opinion("2008-05-01", supplier=KENT, customer=LICHFIELD, service=each)[S1].duties}
        for each in (mending, PAYROLL)
    ]
    assert kept[0] - kept[1] == {"responsible_for_land"}


def test_every_open_question_has_views_and_advice_and_a_view_says_who_holds_it() -> None:
    for each in every_question():
        assert each.views
        assert each.advice.endswith(".")
    held, unheld = question("Q1").views[0], question("Q1").views[1]
    assert str(held) == "the dominant purpose decides (Peters v Haringey LBC [2018] EWHC 192 (Admin))"
    assert str(unheld) == "any aim of a surplus is commercial"
