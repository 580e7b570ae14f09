"""The 1972 Act and the powers of bodies with one purpose: not trading, but often the right answer."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from tests.law.facts import AT_COST, FIRM, KENT, LICHFIELD, POWYS, TRADING, opinion

from lgtrade.answers import Verdict
from lgtrade.authorities import Authority, AuthorityKind, Nation, Person, PersonKind, find
from lgtrade.law import Designation, Eligibility, Outcome, Purpose, Vehicle, public_bodies
from lgtrade.law.public_bodies import known_designations
from lgtrade.services import ServiceKind, Subject

BENEFITS = ServiceKind("benefits", "Benefits", Subject.FUNCTION)
SURVEYORS = ServiceKind("surveyors", "Surveyors", Subject.STAFF)
NEIGHBOURS: dict[str, Any] = {"supplier": KENT, "customer": LICHFIELD, "vehicle": Vehicle.DIRECT}
COMMUNITY = Authority("a community council", AuthorityKind.COMMUNITY, Nation.WALES)
BEFORE_1974 = {
    "supplier": Authority("an older county", AuthorityKind.COUNTY, Nation.ENGLAND),
    "customer": Authority("an older district", AuthorityKind.DISTRICT, Nation.ENGLAND),
}
EXACT: dict[str, Any] = {"charges_exceed_costs": False, "function_may_be_arranged": True, "officers_consulted": True}


def together(power: str, service: ServiceKind, on: str = "2013-05-01", **facts: Any) -> Any:
    return opinion(on, **NEIGHBOURS | EXACT | {"service": service} | facts)[power]


@pytest.mark.parametrize(
    ("facts", "outcome", "provisions"),
    [
        ({}, Outcome.AVAILABLE, ()),
        ({"function_may_be_arranged": None}, Outcome.DEPENDS, ()),
        ({"function_may_be_arranged": False}, Outcome.EXCLUDED, ("LGA 1972 s.101(1A)",)),
        ({"customer": FIRM}, Outcome.EXCLUDED, ("LGA 1972 s.101(1)(b)",)),
        ({"vehicle": Vehicle.COMPANY}, Outcome.EXCLUDED, ("LGA 1972 s.101(1)",)),
        ({"purpose": Purpose.COMMERCIAL}, Outcome.UNCERTAIN, ()),
        ({"charges_exceed_costs": True}, Outcome.UNCERTAIN, ()),
        ({"on": "1974-03-31"} | BEFORE_1974, Outcome.NOT_IN_FORCE, ("LGA 1972 s.101",)),
    ],
)
def test_one_authority_discharges_anothers_function_if_that_one_may_arrange_it(
    facts: dict[str, Any], outcome: Outcome, provisions: tuple[str, ...]
) -> None:
    found = together("LGA1972_S101", BENEFITS, **facts)
    assert (found.outcome, found.excluded_by) == (outcome, provisions)


def test_it_depends_on_what_is_supplied_whether_the_1972_act_is_in_question() -> None:
    unsaid = ServiceKind("audit", "Audit")
    assert together("LGA1972_S101", unsaid).combination.facts[0] == "subject"
    assert together("LGA1972_S113", unsaid).combination.facts[0] == "subject"
    payroll = ServiceKind("payroll", "Payroll", Subject.PROFESSIONAL)
    assert len(together("LGA1972_S101", payroll).answers) == 2
    assert together("LGA1972_S113", payroll).excluded_by == ("LGA 1972 s.113(1)",)


def test_a_joint_committee_shares_its_expenses_as_its_authorities_agree() -> None:
    joint = together("LGA1972_S102", BENEFITS, vehicle=Vehicle.JOINT_COMMITTEE)
    assert joint.outcome is Outcome.AVAILABLE
    assert [each.reason.code for each in joint.duties] == ["expenses_in_agreed_shares"]
    assert together("LGA1972_S102", BENEFITS).excluded_by == ("LGA 1972 s.102(1)(b)",)
    assert together("LGA1972_S102", BENEFITS, vehicle=None).combination.facts == ("vehicle",)


@pytest.mark.parametrize(
    ("facts", "outcome", "provisions"),
    [
        ({}, Outcome.AVAILABLE, ()),
        ({"officers_consulted": None}, Outcome.DEPENDS, ()),
        ({"officers_consulted": False}, Outcome.EXCLUDED, ("LGA 1972 s.113(1)",)),
        ({"customer": FIRM}, Outcome.EXCLUDED, ("LGA 1972 s.113(1)",)),
        ({"customer": Person("an NHS trust", PersonKind.PUBLIC_BODY)}, Outcome.UNCERTAIN, ()),
        ({"charges_exceed_costs": True}, Outcome.UNCERTAIN, ()),
    ],
)
def test_officers_are_lent_to_a_local_authority_once_they_have_been_consulted(
    facts: dict[str, Any], outcome: Outcome, provisions: tuple[str, ...]
) -> None:
    found = together("LGA1972_S113", SURVEYORS, **facts)
    assert (found.outcome, found.excluded_by) == (outcome, provisions)


@pytest.mark.parametrize(
    ("purpose", "within", "outcome"),
    [
        (Purpose.PUBLIC, True, Outcome.AVAILABLE),
        (Purpose.PUBLIC, None, Outcome.DEPENDS),
        (Purpose.PUBLIC, False, Outcome.EXCLUDED),
        (Purpose.COST_RECOVERY, True, Outcome.EXCLUDED),
        (Purpose.COMMERCIAL, True, Outcome.EXCLUDED),
        (None, True, Outcome.DEPENDS),
    ],
)
def test_what_helps_a_function_may_be_done_and_never_by_that_alone_charged_for(
    purpose: Purpose | None, within: bool | None, outcome: Outcome
) -> None:
    facts = {"purpose": purpose, "within_ordinary_functions": within, "prohibited_by": False}
    assert opinion("1999-05-01", **facts)["LGA1972_S111"].outcome is outcome


def test_well_being_authorised_a_service_and_never_a_charge() -> None:
    facts = AT_COST | {"promotes_well_being": True}
    assert opinion("2001-06-01", **facts).verdict is Verdict.NO
    free = opinion("2001-06-01", **facts | {"purpose": Purpose.PUBLIC, "within_ordinary_functions": False})
    assert free["LGA2000_S2"].outcome is Outcome.AVAILABLE
    days = {"2000-10-17": False, "2000-10-18": True, "2012-04-03": True, "2012-04-04": False}
    public = facts | {"purpose": Purpose.PUBLIC}
    assert {day: opinion(day, **public)["LGA2000_S2"].outcome is Outcome.AVAILABLE for day in days} == days
    assert opinion("2001-06-01", **public | {"promotes_well_being": False})["LGA2000_S2"].is_shut
    assert opinion("2021-12-01", **public | {"supplier": COMMUNITY})["LGA2000_S2"].outcome is Outcome.UNCERTAIN
    assert opinion("2021-12-01", **public | {"supplier": POWYS})["LGA2000_S2"].outcome is Outcome.NOT_ELIGIBLE


FUNCTIONAL = {
    "FRSA2004_S5A": AuthorityKind.METROPOLITAN_FIRE,
    "LDEDCA2009_S113A": AuthorityKind.COMBINED,
    "LURA2023_S49": AuthorityKind.COMBINED_COUNTY,
    "LTA2008_S102B": AuthorityKind.TRANSPORT,
    "TA1968_S10A": AuthorityKind.TRANSPORT_EXECUTIVE,
}


@pytest.mark.parametrize(("power", "kind"), FUNCTIONAL.items(), ids=FUNCTIONAL)
def test_a_body_with_one_purpose_acts_for_it_commercially_through_a_company_and_charges_nothing_otherwise(
    power: str, kind: AuthorityKind
) -> None:
    body = Authority("a body", kind, Nation.ENGLAND)

    def outcome(**facts: Any) -> Outcome:
        found: Outcome = opinion("2025-05-01", **TRADING | {"supplier": body} | facts)[power].outcome
        return found

    assert outcome() is Outcome.AVAILABLE
    assert outcome(vehicle=None) is Outcome.DEPENDS
    assert outcome(vehicle=Vehicle.LLP) is Outcome.EXCLUDED
    assert outcome(vehicle=Vehicle.DIRECT) is Outcome.EXCLUDED
    assert outcome(required_for_customer=True) is Outcome.EXCLUDED
    assert outcome(required_for_customer=None) is Outcome.DEPENDS
    assert outcome(purpose=Purpose.PUBLIC, vehicle=Vehicle.DIRECT) is Outcome.AVAILABLE
    assert outcome(purpose=Purpose.COST_RECOVERY) is Outcome.EXCLUDED
    assert outcome(purpose=None) is Outcome.DEPENDS
    assert outcome(within_ordinary_functions=None) is Outcome.DEPENDS
    assert outcome(within_ordinary_functions=False) is Outcome.EXCLUDED


@pytest.mark.parametrize(
    ("eligible", "outcome"),
    [
        (Eligibility("2022-05-12", elected=True, clerk=True, audits=True), Outcome.AVAILABLE),
        (Eligibility("2022-05-12", elected=True, clerk=True, audits=False), Outcome.NOT_ELIGIBLE),
        (Eligibility("2022-05-12", elected=False, clerk=True, audits=True), Outcome.NOT_ELIGIBLE),
        (Eligibility("2022-05-12", elected=True, clerk=True), Outcome.DEPENDS),
        (Eligibility("2022-06-02", elected=True, clerk=True, audits=True), Outcome.NOT_ELIGIBLE),
        (Eligibility("2022-05-12", "2022-05-31", elected=True, clerk=True, audits=True), Outcome.NOT_ELIGIBLE),
        (True, Outcome.AVAILABLE),
        (False, Outcome.NOT_ELIGIBLE),
        (None, Outcome.DEPENDS),
    ],
)
def test_a_community_council_is_eligible_only_while_every_condition_holds(
    eligible: Eligibility | bool | None, outcome: Outcome
) -> None:
    facts = AT_COST | {"supplier": COMMUNITY, "eligibility": eligible}
    assert opinion("2022-06-01", **facts)["LGEWA2021_S26"].outcome is outcome


def test_what_was_begun_while_a_council_was_eligible_may_be_completed() -> None:
    ended = Eligibility("2022-05-12", "2022-05-31", elected=True, clerk=True, audits=True)
    facts = AT_COST | {"supplier": COMMUNITY, "eligibility": ended, "begun_while_qualifying": True}
    assert opinion("2022-06-01", **facts)["LGEWA2021_S26"].outcome is Outcome.AVAILABLE


@pytest.mark.parametrize(
    ("given", "outcome"), [(None, Outcome.DEPENDS), (True, Outcome.AVAILABLE), (False, Outcome.NOT_ELIGIBLE)]
)
def test_a_combined_authority_has_the_general_power_only_if_an_order_gives_it(
    given: bool | None, outcome: Outcome
) -> None:
    combined = Authority("a combined authority", AuthorityKind.COMBINED, Nation.ENGLAND)
    assert (
        opinion("2016-05-01", **AT_COST | {"supplier": combined, "eligibility": given})["LA2011_S3"].outcome is outcome
    )


def test_a_welsh_council_charges_a_neighbour_under_its_general_power_where_an_english_one_may_not() -> None:
    service = ServiceKind("payroll", "Payroll", Subject.PROFESSIONAL)
    other = Authority("another council", AuthorityKind.WELSH_COUNTY, Nation.WALES)
    facts = AT_COST | {"supplier": POWYS, "customer": other, "service": service}
    assert opinion("2021-10-31", **facts)["LGEWA2021_S26"].outcome is Outcome.NOT_IN_FORCE
    assert opinion("2021-11-01", **facts)["LGEWA2021_S26"].outcome is Outcome.AVAILABLE
    english = AT_COST | {"supplier": KENT, "customer": LICHFIELD, "service": service}
    assert opinion("2021-11-01", **english)["LA2011_S3"].excluded_by == ("LA 2011 s.3(2)(c)",)


EDINBURGH = Authority("City of Edinburgh Council", AuthorityKind.SCOTTISH, Nation.SCOTLAND)


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({"purpose": Purpose.PUBLIC, "promotes_well_being": True}, Outcome.AVAILABLE),
        ({"purpose": Purpose.PUBLIC, "promotes_well_being": None}, Outcome.DEPENDS),
        ({"purpose": Purpose.PUBLIC, "promotes_well_being": False}, Outcome.EXCLUDED),
        ({"purpose": Purpose.COST_RECOVERY, "promotes_well_being": True}, Outcome.UNCERTAIN),
        ({"purpose": Purpose.COMMERCIAL, "promotes_well_being": True}, Outcome.EXCLUDED),
        ({"purpose": None, "promotes_well_being": True}, Outcome.DEPENDS),
    ],
)
def test_whether_a_scottish_council_may_charge_for_well_being_is_not_settled(
    facts: dict[str, Any], outcome: Outcome
) -> None:
    begin = {"supplier": EDINBURGH, "prohibited_by": False}
    assert opinion("2019-07-01", **begin | facts)["LGISA2003_S20"].outcome is outcome


def test_a_scottish_council_builds_for_no_one_for_sure_and_says_what_it_supplies() -> None:
    power = "LAGSA1970_S1_SCOTLAND"
    other = Authority("another council", AuthorityKind.SCOTTISH, Nation.SCOTLAND)
    begin = AT_COST | {"supplier": EDINBURGH, "customer": other}
    building = ServiceKind("depot", "A depot", Subject.CONSTRUCTION)
    assert opinion("2019-07-01", **begin | {"service": building})[power].outcome is Outcome.UNCERTAIN
    assert opinion("2019-07-01", **begin | {"service": ServiceKind("a", "A")})[power].combination.facts == ("subject",)
    assert opinion("2019-07-01", **begin | {"customer": FIRM, "consulted": True})[power].outcome is Outcome.UNCERTAIN
    assert opinion("2000-07-01", **begin)[power].outcome is Outcome.UNCERTAIN


def test_a_council_in_northern_ireland_supplies_its_own_kind_and_sells_to_no_firm_under_section_105() -> None:
    belfast, derry = (Authority(name, AuthorityKind.NORTHERN_IRISH, Nation.NORTHERN_IRELAND) for name in "ab")
    begin = AT_COST | {"supplier": belfast}

    def outcome(**facts: Any) -> Outcome:
        found: Outcome = opinion("2019-07-01", **begin | facts)["LGANI1972_S105"].outcome
        return found

    assert outcome(customer=derry) is Outcome.AVAILABLE
    assert outcome(customer=KENT) is Outcome.UNCERTAIN
    assert outcome(customer=Person("a department", PersonKind.PUBLIC_BODY)) is Outcome.UNCERTAIN
    assert outcome() is Outcome.EXCLUDED
    assert outcome(customer=derry, service=ServiceKind("a", "A")) is Outcome.DEPENDS
    assert outcome(customer=derry, service=ServiceKind("a", "A", Subject.OTHER)) is Outcome.UNCERTAIN
    charge = "LGANI2014_S81"
    assert opinion("2019-07-01", **begin | {"other_power_to_charge": None})[charge].outcome is Outcome.DEPENDS
    assert opinion("2019-07-01", **begin | {"other_power_to_charge": True})[charge].outcome is Outcome.EXCLUDED


def test_a_designation_that_is_in_the_table_brings_its_limits_and_one_with_restrictions_a_caution() -> None:
    crown = Person("Crown Agents", PersonKind.PUBLIC_BODY)
    advice = ServiceKind("advice", "Engineering advice", Subject.PROFESSIONAL)
    desks = ServiceKind("desks", "Desks", Subject.GOODS)
    begin = {"supplier": KENT, "customer": crown, "designation": Designation("SI 1981/1049")}
    assert opinion("1998-01-01", **begin | {"service": advice})["LAGSA1970_S1"].outcome is Outcome.AVAILABLE
    assert opinion("1998-01-01", **begin | {"service": desks})["LAGSA1970_S1"].excluded_by == ("LA(G&S)A 1970 s.1(6)",)
    school = Person("an independent school which operates otherwise than for profit", PersonKind.PUBLIC_BODY)
    found = opinion("2005-01-01", supplier=KENT, customer=school, service=advice)["LAGSA1970_S1"]
    assert (found.outcome, found.cautions) == (Outcome.AVAILABLE, ("designation-limits",))


def test_a_parish_council_that_is_not_eligible_has_no_well_being_power() -> None:
    parish = Authority("a parish council", AuthorityKind.PARISH, Nation.ENGLAND)
    facts = AT_COST | {"purpose": Purpose.PUBLIC, "promotes_well_being": True, "supplier": parish}
    outcomes = {
        given: opinion("2009-06-01", **facts, eligibility=given)["LGA2000_S2"].outcome for given in (None, True, False)
    }
    assert outcomes == {None: Outcome.DEPENDS, True: Outcome.AVAILABLE, False: Outcome.NOT_ELIGIBLE}


def test_a_power_to_act_takes_no_function_and_no_charge_and_needs_care_with_a_partnership() -> None:
    combined = Authority("a combined authority", AuthorityKind.COMBINED, Nation.ENGLAND)
    public = AT_COST | {"purpose": Purpose.PUBLIC, "within_ordinary_functions": True, "supplier": combined}
    power = "LDEDCA2009_S113A"
    assert opinion("2018-06-01", **public)[power].outcome is Outcome.AVAILABLE
    assert opinion("2018-06-01", **public | {"charges_exceed_costs": True})[power].outcome is Outcome.EXCLUDED
    assert opinion("2018-06-01", **public | {"vehicle": Vehicle.LLP})[power].outcome is Outcome.UNCERTAIN
    function = {"customer": KENT, "service": BENEFITS}
    assert opinion("2018-06-01", **public | function)[power].outcome is Outcome.EXCLUDED
    council = public | {"supplier": LICHFIELD}
    assert opinion("2018-06-01", **council | function)["LGA1972_S111"].outcome is Outcome.EXCLUDED
    assert opinion("2005-06-01", **council | {"vehicle": Vehicle.LLP})["LGA1972_S111"].outcome is Outcome.UNCERTAIN


def test_neither_a_function_nor_an_officer_is_lent_without_an_agreement_or_against_a_prohibition() -> None:
    for power, service in (("LGA1972_S101", BENEFITS), ("LGA1972_S113", SURVEYORS)):
        assert together(power, service, customer_agreed=False).outcome is Outcome.EXCLUDED
        assert together(power, service, prohibited_by="Some Act 2015 s.1").outcome is Outcome.UNCERTAIN


def test_no_order_gave_a_combined_authority_the_general_power_before_there_was_one() -> None:
    for kind, on in ((AuthorityKind.COMBINED, "2013-06-01"), (AuthorityKind.COMBINED_COUNTY, "2023-12-25")):
        body = Authority("a body", kind, Nation.ENGLAND)
        facts = AT_COST | {"supplier": body, "eligibility": True}
        assert opinion(on, **facts)["LA2011_S3"].outcome is Outcome.NOT_ELIGIBLE


@pytest.mark.parametrize(
    ("body", "on", "outcome"),
    [
        ("a Primary Care Trust", "2013-03-31", Outcome.AVAILABLE),
        ("a Primary Care Trust", "2013-04-01", Outcome.EXCLUDED),
        ("a clinical commissioning group", "2013-03-31", Outcome.EXCLUDED),
        ("a clinical commissioning group", "2013-04-01", Outcome.UNCERTAIN),
        ("a clinical commissioning group", "2022-07-01", Outcome.EXCLUDED),
        ("an NHS trust", "2013-04-01", Outcome.DEPENDS),
    ],
)
def test_a_health_body_is_a_public_body_while_the_section_names_it(body: str, on: str, outcome: Outcome) -> None:
    payroll = ServiceKind("payroll", "Payroll", Subject.PROFESSIONAL)
    found = opinion(on, supplier=KENT, customer=Person(body, PersonKind.PUBLIC_BODY), service=payroll)
    assert found["LAGSA1970_S1"].outcome is outcome


SPLIT = Designation("SI 1990/433")


@pytest.mark.parametrize(
    ("body", "subject", "outcome"),
    [
        ("City Literary Institute", Subject.GOODS, Outcome.AVAILABLE),
        ("Medway Housing Society Ltd", Subject.GOODS, Outcome.EXCLUDED),
        ("Medway Housing Society Ltd", Subject.PROFESSIONAL, Outcome.AVAILABLE),
        ("another body", Subject.GOODS, Outcome.UNCERTAIN),
        ("another body", Subject.PROFESSIONAL, Outcome.AVAILABLE),
    ],
)
def test_an_order_of_several_parts_is_read_in_the_part_that_names_the_body(
    body: str, subject: Subject, outcome: Outcome
) -> None:
    who = Person(body, PersonKind.PUBLIC_BODY)
    what = ServiceKind("x", "X", subject)
    found = opinion("2004-04-01", supplier=KENT, customer=who, designation=SPLIT, service=what)
    assert found["LAGSA1970_S1"].outcome is outcome


BY = Designation("SI 2004/485")


def test_the_only_council_that_an_order_lets_supply_may_do_so_under_its_later_name() -> None:
    who = Person("Pyramid Schools (Cornwall) Ltd", PersonKind.PUBLIC_BODY)
    for name, outcome in (("Cornwall", Outcome.AVAILABLE), ("Kent", Outcome.EXCLUDED)):
        found = opinion("2010-04-01", supplier=find(name), customer=who, designation=BY)
        assert found["LAGSA1970_S1"].outcome is outcome


def test_an_order_of_another_nation_has_no_effect() -> None:
    who = Person("Pyramid Schools (Cornwall) Ltd", PersonKind.PUBLIC_BODY)
    found = opinion("2010-04-01", supplier=find("Powys"), customer=who, designation=BY)
    assert found["LAGSA1970_S1"].outcome is Outcome.EXCLUDED


def test_nobody_is_sure_how_the_mayors_office_may_supply() -> None:
    office = find("MOPAC")
    for day in ("2012-01-16", "2012-11-22", "2026-04-01"):
        assert opinion(day, supplier=office, customer=KENT)["PRSRA2011_S15"].outcome is Outcome.UNCERTAIN
        assert opinion(day, supplier=KENT, customer=office)["LAGSA1970_S1"].outcome is Outcome.UNCERTAIN


def test_a_body_that_several_parts_of_a_table_name_has_the_best_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    (only,) = (each for each in known_designations() if "City Literary Institute" in each.bodies)
    ended = attrs.evolve(only, last=only.first)
    monkeypatch.setattr(public_bodies, "known_designations", lambda: (ended, only))
    who = Person("City Literary Institute", PersonKind.PUBLIC_BODY)
    what = ServiceKind("x", "X", Subject.GOODS)
    found = opinion("2004-04-01", supplier=KENT, customer=who, designation=SPLIT, service=what)
    assert found["LAGSA1970_S1"].outcome is Outcome.AVAILABLE
