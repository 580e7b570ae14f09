"""Every condition, on facts that decide it each way: the verdict, the words and the provision."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from tests.law.facts import AT_COST, KENT, LICHFIELD, PARISH, PAYROLL, POWYS, TRADING, TRAINING, opinion

from lgtrade.answers import Answer, Verdict
from lgtrade.authorities import Authority, AuthorityKind, Nation, Person, PersonKind
from lgtrade.law import BusinessCase, Category, Designation, Purpose, Vehicle
from lgtrade.services import ServiceKind, Subject

CROWN_AGENTS = Person("the Crown Agents", PersonKind.PUBLIC_BODY)
A_BOARD = Person("a harbour board", PersonKind.PUBLIC_BODY)
PROBATION = Person("a Community Rehabilitation Company", PersonKind.BUSINESS)
AGENCY = Person("the Environment Agency", PersonKind.PUBLIC_BODY)
PYRAMID = Person("Pyramid Schools (Cornwall) Ltd", PersonKind.BUSINESS)
SERVICES_ONLY = Designation("SI 1981/1049", (Subject.PROFESSIONAL,))
FIRE = Authority("a combined fire authority", AuthorityKind.FIRE, Nation.ENGLAND)
COMMUNITY = Authority("a community council", AuthorityKind.COMMUNITY, Nation.WALES)
MAYORAL = Authority("a combined county authority", AuthorityKind.COMBINED_COUNTY, Nation.ENGLAND)
CATERING = ServiceKind("catering", "Catering", Subject.OTHER)
S93, S95, S3, S4, S1 = "LGA2003_S93", "LGA2003_S95", "LA2011_S3", "LA2011_S4", "LAGSA1970_S1"


def about(subject: Subject | None) -> ServiceKind:
    return attrs.evolve(TRAINING, subject=subject)


def only(power: str, code: str, on: str, facts: dict[str, Any]) -> Answer:
    (answer,) = [each for each in opinion(on, **facts)[power].answers if each.reason.code == code]
    return answer


RUN_OFF = {"category": Category.WEAK, "begun_while_qualifying": True, "category_left": "2004-12-31"}
TO_KENT = {"supplier": LICHFIELD, "customer": KENT}
NO, YES, UNKNOWN, UNCERTAIN = Verdict.NO, Verdict.YES, Verdict.UNKNOWN, Verdict.UNCERTAIN

ASKED: list[tuple[str, str, str, dict[str, Any], Verdict, str, str]] = [
    # the 1970 Act
    (S1, "customer_is_a_public_body", "2008-01-01", {"customer": CROWN_AGENTS, "designation": SERVICES_ONLY}, YES,
     "SI 1981/1049 is said to make the Crown Agents a public body.", "LA(G&S)A 1970 s.1(4)"),
    (S1, "customer_is_a_public_body", "2008-01-01", {"customer": A_BOARD, "designation": True}, UNKNOWN,
     "The Act or order that makes a harbour board a public body is not named.", "LA(G&S)A 1970 s.1(4)"),
    (S1, "customer_is_a_public_body", "2008-01-01", {"customer": A_BOARD}, UNKNOWN,
     "It has not been said which Act or order makes a harbour board a public body.", "LA(G&S)A 1970 s.1(4)"),
    (S1, "customer_is_a_public_body", "2008-01-01", {"customer": CROWN_AGENTS}, YES,
     "SI 1981/1049 makes the Crown Agents a public body.", "LA(G&S)A 1970 s.1(4)"),
    (S1, "customer_is_a_public_body", "1981-08-23", {"customer": CROWN_AGENTS}, NO,
     "SI 1981/1049 did not begin until 24 August 1981.", "LA(G&S)A 1970 s.1(4)"),
    (S1, "customer_is_a_public_body", "2015-07-01", {"customer": PROBATION}, NO,
     "SI 2014/1197 had no effect after 30 June 2015.", "LA(G&S)A 1970 s.1(4)"),
    (S1, "customer_is_a_public_body", "2008-01-01", {"customer": AGENCY}, UNCERTAIN,
     "EA 1995 Sch. 22 para 13 is noted as making the Environment Agency a public body; its words have not been read.",
     "LA(G&S)A 1970 s.1(4)"),
    (S1, "customer_is_a_public_body", "2004-05-01", {"customer": PYRAMID}, NO,
     "Under SI 2004/485 only Cornwall County Council may supply.", "LA(G&S)A 1970 s.1(4)"),
    (S1, "customer_is_a_public_body", "2008-01-01", {"customer": CROWN_AGENTS, "designation": False}, NO,
     "the Crown Agents is not said to be a public body.", "LA(G&S)A 1970 s.1(4)"),
    (S1, "customer_is_a_public_body", "2008-01-01", {"customer": COMMUNITY}, UNCERTAIN,
     "It is not settled whether a community council (community council) is a public body for the 1970 Act.",
     "LA(G&S)A 1970 s.1(4)"),
    (S1, "subject_is_covered", "2008-01-01", TO_KENT | {"service": about(Subject.GOODS)}, YES,
     "Training falls under goods or materials.", "LA(G&S)A 1970 s.1(1)(a)"),
    (S1, "subject_is_covered", "2008-01-01", TO_KENT | {"service": about(Subject.MAINTENANCE)}, YES,
     "Training falls under maintenance of land or buildings.", "LA(G&S)A 1970 s.1(1)(d)"),
    (S1, "subject_is_covered", "2008-01-01", TO_KENT | {"service": about(Subject.CONSTRUCTION)}, NO,
     "The Act authorises no construction of buildings or works; its works are maintenance only.",
     "LA(G&S)A 1970 s.1(2)(a)"),
    (S1, "subject_is_covered", "2008-01-01", TO_KENT | {"service": about(None)}, UNKNOWN,
     "It has not been said what is supplied.", "LA(G&S)A 1970 s.1(1)"),
    (S1, "subject_is_covered", "2008-01-01", TO_KENT | {"service": CATERING}, UNCERTAIN,
     'It is not settled whether Catering is an "administrative, professional or technical" service.',
     "LA(G&S)A 1970 s.1(1)"),
    (S1, "subject_is_covered", "2008-01-01", TO_KENT | {"service": about(Subject.STAFF)}, UNCERTAIN,
     ("Whether officers placed at another's disposal can be supplied under the Act, rather than under the 1972 Act, is "
      "not settled."), "LA(G&S)A 1970 s.1(1)"),
    (S1, "within_the_designation", "1998-01-01",
     {"customer": CROWN_AGENTS, "designation": SERVICES_ONLY, "service": about(Subject.GOODS)}, NO,
     "SI 1981/1049 does not allow goods or materials.", "LA(G&S)A 1970 s.1(6)"),
    (S1, "within_the_designation", "1998-01-01", {"customer": CROWN_AGENTS, "designation": SERVICES_ONLY}, YES,
     "SI 1981/1049 allows administrative, professional or technical services.", "LA(G&S)A 1970 s.1(6)"),
    (S1, "within_the_designation", "1998-01-01",
     {"customer": CROWN_AGENTS, "designation": SERVICES_ONLY, "service": about(None)}, UNKNOWN,
     "It has not been said what is supplied.", "LA(G&S)A 1970 s.1(6)"),
    (S1, "nothing_else_stands_in_the_way", "2008-01-01", TO_KENT | {"prohibited_by": "Education Act 1996 s.451"},
     UNCERTAIN, "It is not settled whether Education Act 1996 s.451 reaches supply under the 1970 Act.",
     "LA(G&S)A 1970 s.1(1)"),
    (S1, "nothing_else_stands_in_the_way", "2008-01-01", TO_KENT | {"prohibited_by": True}, UNCERTAIN,
     "It is not settled whether the prohibition reaches supply under the 1970 Act.", "LA(G&S)A 1970 s.1(1)"),
    (S1, "nothing_else_stands_in_the_way", "2008-01-01", TO_KENT | {"required_for_customer": True}, UNCERTAIN,
     "It is not settled whether a charge may be agreed for what must be provided to Kent County Council anyway.",
     "LA(G&S)A 1970 s.1(1)"),
    # section 93
    (S93, "is_a_service", "2008-01-01", {"service": about(Subject.GOODS)}, UNCERTAIN,
     "It is not settled whether goods or materials alone is the provision of a service.", "LGA 2003 s.93(1)"),
    (S93, "authorised_to_provide_it", "2008-01-01", {"authorised_by": True}, YES,
     "An enactment is said to authorise the supplier to provide it.", "LGA 2003 s.93(1)(a)"),
    (S93, "authorised_to_provide_it", "2008-01-01", {"authorised_by": False}, NO,
     "No enactment is said to authorise the supplier to provide it.", "LGA 2003 s.93(1)(a)"),
    (S93, "authorised_to_provide_it", "2008-01-01", {}, UNKNOWN,
     "It has not been said which enactment authorises the supplier to provide it.", "LGA 2003 s.93(1)(a)"),
    (S93, "authorised_to_provide_it", "2013-05-01", {}, YES,
     "The general power of competence authorises the supplier to provide it.", "LA 2011 s.1"),
    (S93, "authorised_to_provide_it", "2013-05-01", {"supplier": PARISH}, UNKNOWN,
     "It has not been said which enactment authorises the supplier to provide it.", "LGA 2003 s.93(1)(a)"),
    (S93, "authorised_to_provide_it", "2013-05-01", {"supplier": PARISH, "eligibility": True}, YES,
     "The general power of competence authorises the supplier to provide it.", "LA 2011 s.1"),
    (S93, "not_required_for_this_customer", "2008-01-01", {"required_for_customer": True}, NO,
     "An enactment requires the supplier to provide the service to a local manufacturer.", "LGA 2003 s.93(1)(a)"),
    (S93, "not_required_for_this_customer", "2008-01-01", {}, UNKNOWN,
     "It has not been said whether the supplier must provide the service to a local manufacturer.",
     "LGA 2003 s.93(1)(a)"),
    (S93, "customer_agreed", "2008-01-01", {"customer_agreed": False}, NO,
     "a local manufacturer has not agreed to the service being provided.", "LGA 2003 s.93(1)(b)"),
    (S93, "customer_agreed", "2008-01-01", {}, UNKNOWN,
     "It has not been said whether a local manufacturer has agreed.", "LGA 2003 s.93(1)(b)"),
    (S93, "no_other_power_to_charge", "2008-01-01", {"other_power_to_charge": "LG(MP)A 1976 s.70"}, NO,
     "LG(MP)A 1976 s.70 is said to give a power to charge for it.", "LGA 2003 s.93(2)(a)"),
    (S93, "no_other_power_to_charge", "2008-01-01", {"other_power_to_charge": True}, NO,
     "There is said to be another power to charge for it.", "LGA 2003 s.93(2)(a)"),
    (S93, "no_other_power_to_charge", "2008-01-01", {}, UNKNOWN,
     "It has not been said whether there is another power to charge for it.", "LGA 2003 s.93(2)(a)"),
    (S93, "no_other_power_to_charge", "2008-01-01", TO_KENT | {"service": CATERING}, UNCERTAIN,
     "It is not settled whether LA(G&S)A 1970 s.1 gives a power to charge for it.", "LGA 2003 s.93(2)(a)"),
    (S93, "no_other_power_to_charge", "2008-01-01", TO_KENT | {"service": about(None)}, UNKNOWN,
     "It depends on a fact whether LA(G&S)A 1970 s.1 gives a power to charge for it.", "LGA 2003 s.93(2)(a)"),
    (S93, "charge_not_prohibited", "2008-01-01", {"prohibited_by": True}, NO,
     "An enactment is said to prohibit it.", "LGA 2003 s.93(2)(b)"),
    (S93, "charge_not_prohibited", "2008-01-01", {"prohibited_by": "Education Act 1996 s.451"}, NO,
     "Education Act 1996 s.451 is said to prohibit it.", "LGA 2003 s.93(2)(b)"),
    (S93, "charge_not_prohibited", "2008-01-01", {"prohibited_by": "Local Government Act 1972 section 111(3)"}, YES,
     "Local Government Act 1972 section 111(3) is to be disregarded.", "LGA 2003 s.93(7)(a)"),
    (S93, "charge_not_prohibited", "2008-01-01", {}, UNKNOWN,
     "It has not been said whether an enactment prohibits it.", "LGA 2003 s.93(2)(b)"),
    (S93, "purpose_is_not_commercial", "2008-01-01", {"purpose": Purpose.COMMERCIAL}, NO,
     "The dominant purpose is commercial, and this power only recovers the cost.", "LGA 2003 s.93(3)"),
    (S93, "purpose_is_not_commercial", "2008-01-01", {}, UNKNOWN,
     "The dominant purpose has not been given.", "LGA 2003 s.93(3)"),
    (S93, "cost_limit", "2008-01-01", {"charges_exceed_costs": True}, NO,
     "The charges are said to be set to exceed the cost, taking one year with another.", "LGA 2003 s.93(3)"),
    # the general power
    (S3, "has_the_general_power", "2013-05-01", {"supplier": PARISH}, UNKNOWN,
     "It has not been said whether the parish council is eligible.", "LA 2011 s.8(2)"),
    (S3, "has_the_general_power", "2013-05-01", {"supplier": PARISH, "eligibility": False}, NO,
     "a parish council is not an eligible parish council.", "LA 2011 s.8(2)"),
    (S3, "supplier_is_named", "2026-05-01", {"supplier": MAYORAL}, UNCERTAIN,
     ("It is not settled whether a combined county authority (combined county authority) is a local authority with the "
     "general power of competence."), "LA 2011 s.8"),
    (S3, "no_limitation_prevents_it", "2013-05-01", {}, UNKNOWN,
     "It has not been said whether an enactment prevents it.", "LA 2011 s.2(2)"),
    (S3, "no_limitation_prevents_it", "2013-05-01", {"prohibited_by": True}, UNCERTAIN,
     "An enactment is said to prevent it, and binds the general power if it came first or is expressed to.",
     "LA 2011 s.2(2)"),
    (S3, "no_limitation_prevents_it", "2013-05-01", {"prohibited_by": "Bus Services Act 2017 s.22"}, UNCERTAIN,
     ("Bus Services Act 2017 s.22 is said to prevent it, and binds the general power if it came first or is expressed "
     "to."), "LA 2011 s.2(2)"),
    (S3, "no_limitation_prevents_it", "2013-05-01", {"prohibited_by": "Transport Act 1985 s.66"}, NO,
     "Transport Act 1985 s.66 is said to prevent it.", "LA 2011 s.2(2)(a)"),
    (S3, "no_limitation_prevents_it", "2013-05-01", {"prohibited_by": "LGA 1972 s.111(3)"}, UNCERTAIN,
     "It is not settled whether LGA 1972 s.111(3) limits the general power.", "LA 2011 s.2(2)"),
    (S4, "purpose_is_commercial", "2013-05-01", {"purpose": Purpose.COST_RECOVERY}, NO,
     "The dominant purpose is not commercial, so the power does not arise.", "LA 2011 s.4(1)"),
    (S4, "purpose_is_commercial", "2013-05-01", {}, UNKNOWN,
     "The dominant purpose has not been given.", "LA 2011 s.4(1)"),
    (S4, "through_a_company", "2013-05-01", {}, UNKNOWN,
     "It has not been said whether it would be done through a company.", "LA 2011 s.4(2)"),
    (S4, "through_a_company", "2013-05-01", {"vehicle": Vehicle.SOCIETY}, YES,
     "It would be done through a registered society.", "LA 2011 s.4(2)"),
    (S4, "through_a_company", "2013-05-01", {"vehicle": Vehicle.DIRECT}, NO,
     "It would be done by the authority itself, and not through a company.", "LA 2011 s.4(2)"),
    (S4, "through_a_company", "2013-05-01", {"vehicle": Vehicle.TRUST}, NO,
     "A trust is not a company that the power allows.", "LA 2011 s.4(2)"),
    # section 95
    (S95, "within_ordinary_functions", "2010-05-01", {}, UNKNOWN,
     "It has not been said whether it is within the ordinary functions.", "LGA 2003 s.95(1)"),
    (S95, "within_ordinary_functions", "2010-05-01", {"within_ordinary_functions": False}, NO,
     "It is not within the supplier's ordinary functions.", "LGA 2003 s.95(7)"),
    (S95, "not_already_authorised_commercially", "2010-05-01", {"other_commercial_power": "Airports Act 1986"}, NO,
     "Airports Act 1986 is said to authorise it commercially for a local manufacturer already.", "LGA 2003 s.95(2)(b)"),
    (S95, "not_already_authorised_commercially", "2010-05-01", {"other_commercial_power": True}, NO,
     "It is said to be authorised commercially for a local manufacturer already.", "LGA 2003 s.95(2)(b)"),
    (S95, "not_already_authorised_commercially", "2010-05-01", TO_KENT | {"service": PAYROLL}, UNCERTAIN,
     "It is not settled whether LA(G&S)A 1970 s.1 already authorises it commercially for Kent County Council.",
     "LGA 2003 s.95(2)(b)"),
    (S95, "not_already_authorised_commercially", "2010-05-01", TO_KENT | {"service": about(None)}, UNKNOWN,
     "It depends on a fact whether LA(G&S)A 1970 s.1 authorises it for Kent County Council.", "LGA 2003 s.95(2)(b)"),
    (S95, "in_a_qualifying_category", "2005-05-01", {}, UNKNOWN,
     "The performance category on 1 May 2005 has not been given.", "SI 2004/1705 art.1(2)(b)"),
    (S95, "in_a_qualifying_category", "2007-05-01", {"category": Category.TWO_STARS}, YES,
     'The category "2 stars" qualifies.', "SI 2006/3102 art.2(2)"),
    (S95, "in_a_qualifying_category", "2006-12-14", {"category": Category.TWO_STARS}, NO,
     'The category "2 stars" did not qualify until 15 December 2006.', "SI 2004/1705 art.1(2)(b)"),
    (S95, "in_a_qualifying_category", "2005-05-01", {"category": Category.POOR}, NO,
     'The category "poor" does not qualify; article 3 only lets what had been begun be completed.',
     "SI 2004/1705 art.1(2)(b)"),
    (S95, "in_a_qualifying_category", "2005-05-01", {"category": Category.POOR, "begun_while_qualifying": True},
     UNKNOWN, "It has not been said when the category ceased to qualify.", "SI 2004/1705 art.3"),
    (S95, "in_a_qualifying_category", "2006-12-30", RUN_OFF, YES,
     "What was begun, or agreed, before 31 December 2004 may be run off until 30 December 2006.", "SI 2004/1705 art.3"),
    (S95, "in_a_qualifying_category", "2006-12-31", RUN_OFF, NO,
     "An agreement made before the category ceased to qualify ceased to have effect after 30 December 2006.",
     "SI 2004/1705 art.3"),
    (S95, "in_a_qualifying_category", "2004-12-30", RUN_OFF, NO,
     "The category is said to have ceased to qualify on 31 December 2004, which is later.", "SI 2004/1705 art.3"),
    (S95, "in_a_qualifying_category", "2006-02-28", RUN_OFF | {"category_left": "2004-02-29"}, YES,
     "What was begun, or agreed, before 29 February 2004 may be run off until 28 February 2006.", "SI 2004/1705 art.3"),
    (S95, "in_a_qualifying_category", "2006-03-01", RUN_OFF | {"category_left": "2004-02-29"}, NO,
     "An agreement made before the category ceased to qualify ceased to have effect after 28 February 2006.",
     "SI 2004/1705 art.3"),
    (S95, "capacity_is_within_the_order", "2005-05-01", {}, YES,
     "The supplier would not act as fire and rescue authority.", "SI 2004/1705 art.1(3)"),
    (S95, "capacity_is_within_the_order", "2005-05-01", {"supplier": KENT}, UNKNOWN,
     "It has not been said whether the council would act as fire and rescue authority.", "SI 2004/1705 art.1(3)"),
    (S95, "capacity_is_within_the_order", "2005-05-01", {"supplier": KENT, "acting_as_fire_authority": False}, YES,
     "The supplier would not act as fire and rescue authority.", "SI 2004/1705 art.1(3)"),
    (S95, "capacity_is_within_the_order", "2004-09-30", {"supplier": KENT, "acting_as_fire_authority": True}, NO,
     "The council would act as fire and rescue authority, which the Order leaves out.", "SI 2004/1705 art.1(3)"),
    (S95, "capacity_is_within_the_order", "2004-10-01", {"supplier": KENT, "acting_as_fire_authority": True}, YES,
     "The supplier would act as fire and rescue authority, for which article 4 provides.", "SI 2004/1705 art.1(3)"),
    (S95, "service_is_listed_for_a_fire_authority", "2004-10-01", {"supplier": FIRE}, UNKNOWN,
     "It has not been said whether the Schedule lists this service against a combined fire authority.",
     "SI 2004/1705 art.4(3)"),
    (S95, "service_is_listed_for_a_fire_authority", "2004-10-01", {"supplier": FIRE, "listed_service": False}, NO,
     "The Schedule does not list this service against a combined fire authority.", "SI 2004/1705 art.4(3)"),
    (S95, "service_is_listed_for_a_fire_authority", "2009-09-29", {"supplier": FIRE, "listed_service": True}, YES,
     "The Schedule is said to list this service against a combined fire authority.", "SI 2004/1705 art.4(3)"),
    (S95, "service_is_listed_for_a_fire_authority", "2009-09-30", {"supplier": FIRE, "listed_service": True},
     UNCERTAIN, "Article 4 was to cease on 30 September 2009, and whether that day is covered is not clear.",
     "SI 2004/1705 art.4(2)"),
    (S95, "not_prohibited", "2010-05-01", {}, UNKNOWN,
     "It has not been said whether an enactment prohibits it.", "LGA 2003 s.95(1)"),
    (S95, "not_prohibited", "2010-05-01", {"prohibited_by": True}, NO,
     "An enactment is said to prohibit it.", "LGA 2003 s.95(1)"),
    (S95, "not_prohibited", "2010-05-01", {"prohibited_by": "LGA 1972 s.111(3)"}, UNCERTAIN,
     "It is not settled whether LGA 1972 s.111(3) prevents it.", "LGA 2003 s.95(1)"),
    (S95, "not_already_authorised_commercially", "2010-05-01", {}, UNKNOWN,
     "It has not been said whether it is already authorised commercially for a local manufacturer.",
     "LGA 2003 s.95(2)(b)"),
    (S93, "charge_not_prohibited", "2010-05-01", {"prohibited_by": "LTA 2008 s.100(2)"}, NO,
     "LTA 2008 s.100(2) is said to prohibit it.", "LGA 2003 s.93(2)(b)"),
    (S93, "charge_not_prohibited", "2012-02-18", {"prohibited_by": "s.100(2) LTA 2008"}, YES,
     "s.100(2) LTA 2008 is to be disregarded.", "LGA 2003 s.93(7)(d)"),
    (S93, "charge_not_prohibited", "2010-05-01", {"prohibited_by": "the Local Government Act 1972"}, UNCERTAIN,
     "Without its section it cannot be told whether the Local Government Act 1972 is to be disregarded.",
     "LGA 2003 s.93(7)"),
    (S93, "is_a_service", "2010-05-01", {"service": about(None)}, UNKNOWN,
     "It has not been said what is supplied.", "LGA 2003 s.93(1)"),
    (S93, "is_a_service", "2010-05-01", TO_KENT | {"service": about(Subject.STAFF)}, UNCERTAIN,
     "Between local authorities it is a matter for the 1972 Act, and it is not settled that it is sold.",
     "LGA 2003 s.93(1)"),
    (S93, "is_a_service", "2010-05-01", {"service": about(Subject.STAFF)}, YES,
     "Training is a service.", "LGA 2003 s.93(1)"),
    (S93, "by_the_authority_itself", "2010-05-01", {}, YES,
     "Nothing is said of a company, so the authority itself would supply.", "LGA 2003 s.93(1)"),
    (S93, "by_the_authority_itself", "2010-05-01", {"vehicle": Vehicle.LLP}, NO,
     "It would be done through a limited liability partnership, and not by the authority itself.", "LGA 2003 s.93(1)"),
    (S93, "authorised_to_provide_it", "2010-05-01", {"authorised_by": "s.95(1) of the Local Government Act 2003"}, NO,
     "s.95(1) of the Local Government Act 2003 is not itself authority to provide a service.", "LGA 2003 s.93(1)(a)"),
    (S93, "authorised_to_provide_it", "2021-10-31", {"supplier": POWYS, "authorised_by": False}, NO,
     "No enactment is said to authorise the supplier to provide it.", "LGA 2003 s.93(1)(a)"),
    (S93, "authorised_to_provide_it", "2021-11-01", {"supplier": POWYS, "authorised_by": False}, YES,
     "The general power of competence authorises the supplier to provide it.", "LGE(W)A 2021 s.24"),
    (S1, "within_the_designation", "1998-01-01",
     {"customer": A_BOARD, "designation": Designation("SI 1901/1")}, UNKNOWN,
     "It has not been said what SI 1901/1 lets authorities supply.", "LA(G&S)A 1970 s.1(6)"),
    (S1, "within_the_designation", "1998-01-01",
     {"customer": CROWN_AGENTS, "designation": Designation("SI 1981/1049"), "service": about(Subject.GOODS)}, NO,
     "SI 1981/1049 does not allow goods or materials.", "LA(G&S)A 1970 s.1(6)"),
    (S1, "within_the_designation", "1998-01-01", {}, YES,
     "No limit on what may be supplied to a local manufacturer is known.", "LA(G&S)A 1970 s.1(6)"),
    (S95, "business_case_is_approved", "2010-05-01", {}, UNKNOWN,
     "It has not been said whether a business case was prepared and approved.", "SI 2009/2393 art.2(2)"),
    (S95, "business_case_is_approved", "2010-05-01", {"business_case": False}, NO,
     "No business case was prepared.", "SI 2009/2393 art.2(2)"),
    (S95, "business_case_is_approved", "2010-05-01", {"business_case": BusinessCase("2010-04-01")}, NO,
     "The business case has not been approved.", "SI 2009/2393 art.2(2)"),
    (S95, "business_case_is_approved", "2010-05-01", {"business_case": BusinessCase("2010-04-01", "2010-05-02")}, NO,
     "The business case was not approved until 2 May 2010, after 1 May 2010.", "SI 2009/2393 art.2(2)"),
    (S95, "business_case_is_approved", "2010-05-01",
     {"business_case": BusinessCase("2010-04-01", "2010-05-01", ("objectives", "results"))}, NO,
     "The business case does not state: resources, risks.", "SI 2009/2393 art.2(4)"),
    (S95, "business_case_is_approved", "2010-05-01", {"business_case": BusinessCase("2010-04-01", "2010-05-01")}, YES,
     "A business case was approved on 1 May 2010.", "SI 2009/2393 art.2(2)"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("power", "code", "on", "facts", "verdict", "words", "provision"),
    ASKED,
    ids=[f"{a[1]}: {a[5][:50]}" for a in ASKED],
)
def test_the_condition_says_what_it_found_and_cites_it(
    power: str, code: str, on: str, facts: dict[str, Any], verdict: Verdict, words: str, provision: str
) -> None:
    answer = only(power, code, on, facts)
    assert answer.verdict is verdict
    assert str(answer.reason.words) == words
    assert answer.reason.provision is not None
    assert answer.reason.provision.short == provision


@pytest.mark.parametrize(
    ("facts", "cautions"),
    [
        ({}, ("Q7",)),
        ({"company_pays_costs": True}, ()),
        ({"company_pays_costs": True, "business_case": False}, ("Q7",)),
        ({"company_pays_costs": True, "business_case": BusinessCase("2013-05-01", "2013-06-01")}, ("Q7",)),
        ({"company_pays_costs": True, "business_case": BusinessCase("2013-05-01")}, ("Q7",)),
    ],
)
def test_trading_under_the_general_power_without_a_business_case_is_cautioned(
    facts: dict[str, Any], cautions: tuple[str, ...]
) -> None:
    assert opinion("2013-05-01", **TRADING | facts)[S4].cautions == cautions


def test_a_finding_is_looked_up_by_the_code_of_its_power() -> None:
    found = opinion("2008-01-01", **AT_COST)
    assert found[S93].power == S93
    with pytest.raises(KeyError, match="LGA1999_S1"):
        found["LGA1999_S1"]


def test_the_only_power_and_the_most_specific_power_are_said_to_be_so() -> None:
    one = opinion("2008-01-01", **AT_COST)
    assert str(one.why_recommended) == "It is the only power that is available."
    facts = TRADING | {"company_pays_costs": True}
    assert [each.power for each in opinion("2013-05-01", **facts).available] == [S95, S4]
    several = opinion("2013-05-01", **TRADING)
    assert several.recommended is several[S95]
    clear = opinion("2013-05-01", **facts)
    assert clear.recommended is clear[S4]
    assert str(clear.why_recommended) == "Fewer open questions hang over it than over the others that are available."
    assert str(several.why_recommended) == "It is the most specific of the powers that are available."
