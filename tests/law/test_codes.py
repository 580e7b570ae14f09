"""Service codes: enactments about one activity, whatever the general powers would say."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from tests.law.facts import AT_COST, FIRM, KENT, LICHFIELD, POWYS, TRADING, opinion

from lgtrade.answers import Verdict
from lgtrade.authorities import Authority, AuthorityKind, Nation, Person, PersonKind
from lgtrade.issues import InputError
from lgtrade.law import Category, Outcome, Price, Purpose, Vehicle, activities
from lgtrade.law.code import Bearing, Customers, Effect, ServiceCode
from lgtrade.law.codes import codes_cited, service_codes
from lgtrade.services import ServiceKind, Subject

RESIDENT = Person("a resident", PersonKind.INDIVIDUAL)
S93, S95, S3, S4 = "LGA2003_S93", "LGA2003_S95", "LA2011_S3", "LA2011_S4"
EVERY_CODE = {code.key: code for code in service_codes()}


def about(activity: str, subject: Subject = Subject.OTHER) -> ServiceKind:
    return ServiceKind(activity, activity, subject, activity=activity)


def found(activity: str, on: str, **facts: Any) -> Any:
    begin = AT_COST | {"supplier": KENT, "customer": RESIDENT, "service": about(activity)}
    return opinion(on, **begin | facts)


@pytest.mark.parametrize("code", EVERY_CODE.values(), ids=EVERY_CODE)
def test_a_code_has_a_source_an_activity_and_days_in_order(code: ServiceCode) -> None:
    assert code.source.startswith(("https://", "http://")) or not (code.source or code.is_sure)
    assert code.provision.enactment.address.startswith("https://www.legislation.gov.uk/")
    assert "/section/" not in code.provision.enactment.address
    assert code.activity in activities()
    assert code.last is None or code.first <= code.last
    assert (code.limit is not None) == (code.effect is Effect.CHARGE)
    if code.effect is Effect.CHARGE:
        assert code.cites
        assert code.key in {key for cited in code.cites for key in codes_cited(cited)}
    else:
        assert Bearing.DISPLACED not in {code.section_93, code.general_power}


def test_no_two_codes_share_a_key() -> None:
    assert len(EVERY_CODE) == len(service_codes())


def test_an_activity_that_is_not_known_is_refused_with_the_nearest_names() -> None:
    with pytest.raises(InputError) as caught:
        found("library-lendings", "2005-01-01")
    assert str(caught.value) == (
        "service.activity: 'library-lendings' is not an activity with enactments of its own. "
        "Accepted: one of: library-lending, library-reading, library-services."
    )


def test_parking_permits_are_charged_for_under_the_traffic_act_and_not_to_raise_revenue() -> None:
    permits = found("on-street-parking", "2011-02-14", raises_revenue=False)
    assert permits["CODE_parking-on-street"].outcome is Outcome.AVAILABLE
    assert permits[S93].excluded_by == ("LGA 2003 s.93(2)(a)",)
    assert permits.recommended is permits["CODE_parking-on-street"]
    raising = found("on-street-parking", "2011-02-14", raises_revenue=True)
    assert raising["CODE_parking-on-street"].outcome is Outcome.EXCLUDED
    assert raising.verdict is Verdict.NO
    unsaid = found("on-street-parking", "2011-02-14")
    assert unsaid["CODE_parking-on-street"].combination.facts == ("raises_revenue", "prohibited_by")[:1]


def test_a_code_is_in_point_too_when_the_caller_cites_it() -> None:
    cited = opinion("2018-01-24", **AT_COST | {"other_power_to_charge": "LG(MP)A 1976 s.70"})
    code = next(each for each in cited.findings if each.power.startswith("CODE_taxi"))
    assert code.outcome is Outcome.AVAILABLE
    assert cited.not_modelled == ()
    over = opinion(
        "2018-01-24", **AT_COST | {"other_power_to_charge": "LG(MP)A 1976 s.70", "charges_exceed_costs": True}
    )
    assert over.verdict is Verdict.NO


def test_an_act_with_one_code_may_be_cited_whole_and_one_with_several_may_not() -> None:
    assert codes_cited("Food Hygiene Rating (Wales) Act 2013")
    assert not codes_cited("Local Government (Miscellaneous Provisions) Act 1976")


@pytest.mark.parametrize(
    ("on", "local", "verdict"),
    [
        ("2024-01-05", True, Verdict.NO),
        ("2024-01-05", False, Verdict.YES),
        ("2024-01-05", None, Verdict.UNKNOWN),
        ("2023-12-30", True, Verdict.YES),
    ],
)
def test_small_loads_of_a_residents_own_rubble_are_free_from_31_december_2023(
    on: str, local: bool | None, verdict: Verdict
) -> None:
    assert found("diy-construction-waste-small", on, customer_is_local=local).verdict is verdict


def test_the_2015_orders_bar_one_power_each_for_residents() -> None:
    tip = found("household-waste-site", "2015-04-10", customer_is_local=True)
    assert tip[S93].outcome is Outcome.EXCLUDED
    assert tip[S3].outcome is Outcome.EXCLUDED
    assert tip.verdict is Verdict.NO


@pytest.mark.parametrize(
    ("on", "vehicle", "outcome"),
    [
        ("2017-06-26", Vehicle.COMPANY, Outcome.AVAILABLE),
        ("2018-03-01", Vehicle.COMPANY, Outcome.EXCLUDED),
        ("2018-03-01", None, Outcome.DEPENDS),
        ("2026-01-25", Vehicle.COMPANY, Outcome.EXCLUDED),
        ("2026-01-26", Vehicle.COMPANY, Outcome.AVAILABLE),
    ],
)
def test_no_county_formed_a_bus_company_while_the_bar_stood(on: str, vehicle: Vehicle | None, outcome: Outcome) -> None:
    facts = TRADING | {"supplier": KENT, "customer": RESIDENT, "service": about("bus-services"), "vehicle": vehicle}
    assert opinion(on, **facts)[S4].outcome is outcome


def test_after_care_has_no_power_to_charge() -> None:
    late = found("mental-health-aftercare", "1999-01-01", required_for_customer=True)
    assert late.available == ()
    charged = found("mental-health-aftercare", "2010-01-01", required_for_customer=True)
    assert charged.verdict is Verdict.NO


def test_what_a_table_bars_is_barred_whatever_the_caller_says() -> None:
    facts = {"customer_is_local": True, "prohibited_by": False}
    assert found("library-reading", "2010-01-01", **facts)[S93].outcome is not Outcome.AVAILABLE


def test_a_restaurant_may_make_a_profit_without_a_company() -> None:
    facts = {"purpose": Purpose.COMMERCIAL, "vehicle": Vehicle.DIRECT}
    cafe = found("restaurant", "2013-12-01", **facts)
    code = next(each for each in cafe.findings if each.power.startswith("CODE_"))
    assert code.outcome in {Outcome.AVAILABLE, Outcome.UNCERTAIN}


def test_wales_charges_for_a_rerating_visit_under_its_own_act() -> None:
    visit = found("food-hygiene-rerating", "2014-01-21", supplier=POWYS, customer=FIRM)
    assert visit.available[0].power.startswith("CODE_")
    assert visit[S93].excluded_by == ("LGA 2003 s.93(2)(a)",)
    english = found("food-hygiene-rerating", "2014-01-21", customer=FIRM)
    assert [each.power for each in english.available] == [S93, S3]


LISTED = Price.LISTED_COSTS
NO_COUNCILS = [AuthorityKind.FIRE, AuthorityKind.PARISH, AuthorityKind.POLICE_AND_CRIME_COMMISSIONER]


def test_where_there_are_two_tiers_a_code_of_the_other_one_is_no_sure_power() -> None:
    drivers = {"customer": RESIDENT}
    assert found("taxi-driver-licence", "2018-06-01", supplier=LICHFIELD, **drivers).recommended.price is LISTED
    for supplier, activity in ((KENT, "taxi-driver-licence"), (LICHFIELD, "library-services")):
        asked = found(activity, "2018-06-01", supplier=supplier, **drivers)
        codes = [each for each in asked.findings if each.power.startswith("CODE_") and each.was_asked]
        assert {each.outcome for each in codes} == {Outcome.UNCERTAIN}
        assert asked[S93].outcome is not Outcome.AVAILABLE


@pytest.mark.parametrize(
    "kind", [AuthorityKind.FIRE, AuthorityKind.PARISH, AuthorityKind.POLICE_AND_CRIME_COMMISSIONER]
)
def test_a_code_that_names_no_supplier_is_no_sure_power_of_a_body_that_is_no_council(kind: AuthorityKind) -> None:
    asked = found("planning-application", "2018-02-17", supplier=Authority("a body", kind, Nation.ENGLAND))
    codes = [each for each in asked.findings if each.power.startswith("CODE_")]
    assert Outcome.AVAILABLE not in {each.outcome for each in codes}


@pytest.mark.parametrize("activity", ["taxi-driver-licence", "planning-application", "bus-services"])
def test_no_company_trades_in_what_a_scheme_of_charges_is_for(activity: str) -> None:
    supplier = KENT if activity == "bus-services" else LICHFIELD
    facts = TRADING | {"supplier": supplier, "service": about(activity), "company_pays_costs": True}
    asked = opinion("2018-06-01", **facts)
    assert asked[S95].outcome is Outcome.EXCLUDED
    assert asked[S4].outcome is Outcome.EXCLUDED


def test_an_order_under_section_94_bars_section_93_and_no_company() -> None:
    records = about("property-search-records", Subject.PROFESSIONAL)
    facts = TRADING | {"supplier": LICHFIELD, "service": records}
    assert opinion("2010-06-01", **facts)[S95].outcome is Outcome.AVAILABLE
    assert found("property-search-records", "2010-06-01", supplier=LICHFIELD)[S93].outcome is Outcome.EXCLUDED


def test_a_welsh_council_does_not_charge_under_its_general_power_for_what_a_scheme_is_for() -> None:
    asked = found("library-services", "2023-06-01", supplier=POWYS)
    assert asked["LGEWA2021_S26"].outcome is not Outcome.AVAILABLE


def test_what_the_caller_says_prohibits_a_charge_leaves_a_code_uncertain() -> None:
    asked = found("recreational-facilities", "2018-06-01", supplier=LICHFIELD, prohibited_by="Some Act 2015 s.1")
    assert asked["CODE_leisure"].outcome is Outcome.UNCERTAIN


@pytest.mark.parametrize("on", ["2004-09-30", "2010-06-01", "2014-05-05"])
def test_nobody_is_charged_for_putting_out_a_fire(on: str) -> None:
    fire = Authority("a fire authority", AuthorityKind.FIRE, Nation.ENGLAND)
    asked = found("firefighting-and-rescue", on, supplier=fire, listed_service=False, consulted=True)
    assert asked.available == ()


def test_scottish_codes_are_for_scotland() -> None:
    council = Authority("a council", AuthorityKind.SCOTTISH, Nation.SCOTLAND)
    facts = {"supplier": council, "customer": FIRM}
    before = found("planning-pre-application-advice", "2022-03-31", **facts)
    after = found("planning-pre-application-advice", "2022-05-01", **facts)
    assert before.available == ()
    assert [each.power for each in after.available][:1] == [
        each.power for each in after.findings if each.power.startswith("CODE_") and each.outcome is Outcome.AVAILABLE
    ][:1]
    assert after.verdict is Verdict.YES


def test_a_company_may_trade_in_what_only_the_council_itself_may_not_sell() -> None:
    gas = about("electricity-without-heat", Subject.GOODS)
    facts = TRADING | {"supplier": KENT, "service": gas, "category": Category.GOOD}
    assert opinion("2011-06-01", **facts)[S95].outcome is not Outcome.AVAILABLE


def test_whether_a_bar_reaches_a_power_may_be_open_and_is_then_said_to_be() -> None:
    open_bars = [
        code for code in service_codes() if code.effect is not Effect.CHARGE and code.section_93 is Bearing.OPEN
    ]
    assert open_bars
    for code in open_bars:
        last = code.last or dt.date(2026, 5, 31)
        facts = AT_COST | {"service": about(code.activity), "supplier": KENT, "customer": RESIDENT}
        local = {
            "customer_is_local": code.customers is Customers.RESIDENTS,
            "required_for_customer": code.customers is Customers.OWED,
        }
        asked = opinion(last.isoformat(), **facts | local)[S93]
        assert asked.outcome in {Outcome.UNCERTAIN, Outcome.EXCLUDED}, code.key


def test_a_power_to_charge_for_something_narrower_leaves_section_93_alone() -> None:
    late = found("street-works-overrun", "2018-06-01", customer=FIRM)
    assert late[S93].outcome is Outcome.AVAILABLE
    assert any(each.power.startswith("CODE_") for each in late.findings)
