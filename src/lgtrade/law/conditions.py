"""Conditions that several powers share, each made for the provision that imposes it."""

from __future__ import annotations

import datetime as dt

from lgtrade.answers import Answer, Verdict, no, uncertain, unknown, yes
from lgtrade.authorities import Authority, AuthorityKind, Nation, Person
from lgtrade.law.definition import ONE_DAY
from lgtrade.law.definitions import (
    FIRE,
    GENERAL_POWER,
    GENERAL_POWER_BODIES,
    LOCAL_AUTHORITIES_1972,
    SMALL_COUNCILS,
    STRATEGIC,
    WELSH_GENERAL_POWER_BODIES,
)
from lgtrade.law.enactments import LOCALISM_2011, WALES_2021
from lgtrade.law.facts import BusinessCase, Eligibility, Proposal, Purpose, Vehicle
from lgtrade.law.power import Condition, condition, duty
from lgtrade.services import Subject
from lgtrade.sources import Provision
from lgtrade.words import Words

SEPARATE_BODIES = frozenset({Vehicle.COMPANY, Vehicle.SOCIETY, Vehicle.LLP, Vehicle.PARTNERSHIP, Vehicle.TRUST})
"""Vehicles that are not the authority itself."""

_ORDERS_ONLY_UNTIL = dt.date(2026, 4, 28)
"""Until this day a combined authority had the general power only if an order gave it; after it, see Q12."""


def has_general_power(at: Provision) -> Condition:
    """The council, or the combined authority, is one of those of its kind that have the general power."""

    @condition(at, who=True, edges=(_ORDERS_ONLY_UNTIL + ONE_DAY,))
    def has_the_general_power(case: Proposal) -> Answer:
        kind, given = case.supplier.kind, case.eligibility
        if kind in STRATEGIC and case.on <= _ORDERS_ONLY_UNTIL:
            return _given_by_order(case)
        if kind not in SMALL_COUNCILS:
            return yes("The power is not limited to some councils of its kind.")
        if isinstance(given, Eligibility):
            return _eligible(case, given)
        if given is None:
            return unknown("eligibility", "It has not been said whether the {kind} is eligible.", kind=kind.value)
        if given:
            return yes("{name} is said to be an eligible {kind}.", name=case.supplier.name, kind=kind.value)
        return no("{name} is not an eligible {kind}.", name=case.supplier.name, kind=kind.value)

    return has_the_general_power


def _given_by_order(case: Proposal) -> Answer:
    who = case.supplier.name
    if case.eligibility is None:
        return unknown("eligibility", "It has not been said whether an order gives {name} the general power.", name=who)
    if case.eligibility:
        return yes("An order is said to give {name} the general power.", name=who)
    return no("No order is said to give {name} the general power.", name=who)


def _eligible(case: Proposal, given: Eligibility) -> Answer:
    kind = case.supplier.kind.value
    asked = {"elected": given.elected, "clerk": given.clerk}
    if case.supplier.kind is AuthorityKind.COMMUNITY:
        asked["audits"] = given.audits
    failing = [_CONDITIONS_OF_ELIGIBILITY[name] for name, held in asked.items() if held is False]
    if failing:
        return no("The {kind} is not eligible: {failing}.", kind=kind, failing="; ".join(failing))
    if given.resolved is not None and given.resolved > case.on:
        return no("The {kind} did not resolve that it is eligible until {day}.", kind=kind, day=given.resolved)
    if given.until is not None and given.until < case.on:
        if case.begun_while_qualifying:
            return yes("It only completes what was begun while the {kind} was eligible.", kind=kind)
        return no("The {kind} ceased to be eligible after {day}.", kind=kind, day=given.until)
    if given.resolved is None or None in asked.values():
        return unknown("eligibility", "Not every condition of eligibility has been said to be met.")
    return yes("The {kind} resolved on {day} that it is eligible.", kind=kind, day=given.resolved)


_CONDITIONS_OF_ELIGIBILITY = {
    "elected": "fewer than two thirds of its members were elected",
    "clerk": "its clerk holds no listed qualification",
    "audits": "its last two audit opinions were not both unqualified, the later within a year",
}


def not_required_for_customer(at: Provision) -> Condition:
    """No enactment requires the supplier to provide the service to this customer."""

    @condition(at)
    def not_required_for_this_customer(case: Proposal) -> Answer:
        who = case.customer.name
        if case.required_for_customer is None:
            template = "It has not been said whether the supplier must provide the service to {customer}."
            return unknown("required_for_customer", template, customer=who)
        if case.required_for_customer:
            return no("An enactment requires the supplier to provide the service to {customer}.", customer=who)
        return yes("No enactment is said to require the supplier to provide it to {customer}.", customer=who)

    return not_required_for_this_customer


def customer_has_agreed(at: Provision) -> Condition:
    """The customer has agreed to the service being provided."""

    @condition(at)
    def customer_agreed(case: Proposal) -> Answer:
        who = case.customer.name
        if case.customer_agreed is None:
            return unknown("customer_agreed", "It has not been said whether {customer} has agreed.", customer=who)
        if case.customer_agreed:
            return yes("{customer} has agreed to the service being provided.", customer=who)
        return no("{customer} has not agreed to the service being provided.", customer=who)

    return customer_agreed


def through(at: Provision, *vehicles: Vehicle) -> Condition:
    """It is done through one of the bodies allowed."""

    @condition(at)
    def through_a_company(case: Proposal) -> Answer:
        if case.vehicle is None:
            return unknown("vehicle", "It has not been said whether it would be done through a company.")
        if case.vehicle in vehicles:
            return yes("It would be done through a {vehicle}.", vehicle=case.vehicle.value)
        if case.vehicle is Vehicle.DIRECT:
            return no("It would be done by the authority itself, and not through a company.")
        return no("A {vehicle} is not a company that the power allows.", vehicle=case.vehicle.value)

    return through_a_company


def for_a_commercial_purpose(at: Provision) -> Condition:
    """The dominant purpose is commercial: otherwise the power does not arise."""

    @condition(at)
    def purpose_is_commercial(case: Proposal) -> Answer:
        if case.purpose is None:
            return unknown("purpose", "The dominant purpose has not been given.")
        if case.purpose is Purpose.COMMERCIAL:
            return yes("The dominant purpose is commercial.")
        if case.purpose is Purpose.MIXED:
            return uncertain("Q1", "The purpose is mixed, and the dominant one decides.")
        return no("The dominant purpose is not commercial, so the power does not arise.")

    return purpose_is_commercial


def not_for_a_commercial_purpose(at: Provision) -> Condition:
    """The dominant purpose is not commercial: this power is for charging at cost."""

    @condition(at)
    def purpose_is_not_commercial(case: Proposal) -> Answer:
        if case.purpose is None:
            return unknown("purpose", "The dominant purpose has not been given.")
        if case.purpose in {Purpose.COST_RECOVERY, Purpose.PUBLIC}:
            return yes("The dominant purpose is not commercial.")
        if case.purpose is Purpose.MIXED:
            return uncertain("Q1", "The purpose is mixed, and the dominant one decides.")
        return no("The dominant purpose is commercial, and this power only recovers the cost.")

    return purpose_is_not_commercial


def for_another_public_purpose(at: Provision) -> Condition:
    """It is done neither for a charge nor commercially: a power to act is not by itself a power to charge."""

    @condition(at)
    def purpose_is_another(case: Proposal) -> Answer:
        if case.charges_exceed_costs or case.raises_revenue:
            return no("A power to act is not by itself a power to charge, and a charge is said to be made.")
        if case.purpose is None:
            return unknown("purpose", "The dominant purpose has not been given.")
        if case.purpose is Purpose.PUBLIC:
            return yes("The dominant purpose is another public one.")
        if case.purpose is Purpose.MIXED:
            return uncertain("Q1", "The purpose is mixed, and the dominant one decides.")
        if case.purpose is Purpose.COST_RECOVERY:
            return no("A power to act is not by itself a power to charge, and the purpose is to recover the cost.")
        return no("The dominant purpose is commercial, and this power is not one to trade.")

    return purpose_is_another


def general_power_authorises(case: Proposal) -> Provision | None:
    """Give the provision of the general power that authorises the supplier to provide a service, if it surely does."""
    if case.on < GENERAL_POWER or case.supplier.nation not in _GENERAL_POWERS:
        return None
    bodies, at = _GENERAL_POWERS[case.supplier.nation]
    if bodies.shuts_out(case.supplier.kind, case.supplier.nation, case.on) is not None:
        return None
    sure = bodies.reaches(case.supplier, case.on).verdict is Verdict.YES
    return at if sure and has_general_power(at).test(case).verdict is Verdict.YES else None


_GENERAL_POWERS = {
    Nation.ENGLAND: (GENERAL_POWER_BODIES, LOCALISM_2011.section("1")),
    Nation.WALES: (WELSH_GENERAL_POWER_BODIES, WALES_2021.section("24")),
}


def itself(at: Provision) -> Condition:
    """The authority itself supplies and charges, and not a company or another body."""

    @condition(at)
    def by_the_authority_itself(case: Proposal) -> Answer:
        if case.vehicle is None:
            return yes("Nothing is said of a company, so the authority itself would supply.", unless=("vehicle",))
        if case.vehicle is Vehicle.DIRECT:
            return yes("The authority itself would supply.")
        if case.vehicle not in SEPARATE_BODIES:
            return uncertain("unverified", "It has not been verified how the power applies to a joint committee.")
        return no("It would be done through a {vehicle}, and not by the authority itself.", vehicle=case.vehicle.value)

    return by_the_authority_itself


def it_is_a_service(at: Provision) -> Condition:
    """What is provided is a service, and is the authority's to provide."""

    @condition(at)
    def is_a_service(case: Proposal) -> Answer:
        subject, name = case.service.subject, case.service.name
        if subject is None:
            return unknown("subject", "It has not been said what is supplied.")
        if subject in {Subject.GOODS, Subject.CONSTRUCTION}:
            template = "It is not settled whether {subject} alone is the provision of a service."
            return uncertain("Q15", template, subject=subject.value)
        if subject in {Subject.STAFF, Subject.FUNCTION} and is_local_authority_1972(case.customer, case.on):
            template = (
                "Between local authorities it is a matter for the 1972 Act, and it is not settled that it is sold."
            )
            return uncertain("Q8", template)
        return yes("{service} is a service.", service=name)

    return is_a_service


def is_local_authority_1972(body: Authority | Person, day: dt.date) -> bool:
    """Whether a body is, or may be, a local authority for the 1972 Act."""
    return isinstance(body, Authority) and LOCAL_AUTHORITIES_1972.shuts_out(body.kind, body.nation, day) is None


def case_is_approved(at: Provision, listed: Provision, heads: tuple[str, ...]) -> Condition:
    """A business case that states the heads was prepared and approved before the power is exercised."""

    @condition(at)
    def business_case_is_approved(case: Proposal) -> Answer:
        given = case.business_case
        if not isinstance(given, BusinessCase):
            if given is None:
                return unknown(
                    "business_case", "It has not been said whether a business case was prepared and approved."
                )
            return no("No business case was prepared.")
        if given.approved is None:
            return no("The business case has not been approved.")
        if given.approved > case.on:
            template = "The business case was not approved until {approved}, after {day}."
            return no(template, approved=given.approved, day=case.on)
        missing = given.missing(heads)
        if missing:
            return no("The business case does not state: {heads}.", heads=", ".join(missing), at=listed)
        return yes("A business case was approved on {approved}.", approved=given.approved)

    return business_case_is_approved


def company_pays_its_way(at: Provision) -> Condition:
    """Make the duty to recover from the company the cost of all that the authority supplies to it."""
    words = Words(
        "Recover the costs of any accommodation, goods, services, staff or other thing that the authority supplies "
        "to the company."
    )
    breach = "The company is said not to pay the cost of what the authority supplies to it."
    return duty("company_pays_costs", at, words, lambda case: case.company_pays_costs is False, breach)


def by_contract(at: Provision) -> Condition:
    """Make the duty to supply only those who agree to buy."""
    return duty(
        "by_contract",
        at,
        Words("The company supplies only those who agree to buy."),
        lambda case: case.customer_agreed is False,
        "The customer has not agreed to be supplied.",
    )


COST_LIMIT = Words(
    "Set the charges so that, taking one financial year with another, they bring in no more than the cost of "
    "provision, separately for each kind of service."
)


def cost_limit(at: Provision) -> Condition:
    """Make the duty not to bring in more than the cost."""
    breach = "The charges are said to be set to exceed the cost, taking one year with another."
    return duty("cost_limit", at, COST_LIMIT, lambda case: case.charges_exceed_costs is True, breach)


def not_said_to_be_prohibited(at: Provision) -> Condition:
    """Make the condition that nothing is said to prohibit it; whether what is said reaches the power is not settled."""

    @condition(at)
    def nothing_is_said_to_prohibit_it(case: Proposal) -> Answer:
        given = case.prohibited_by
        if given:
            by = given if isinstance(given, str) else "the prohibition"
            return uncertain("unverified", "It is not settled whether {by} reaches it.", by=by)
        return yes("Nothing is said to prohibit it.", unless=("prohibited_by",) if given is None else ())

    return nothing_is_said_to_prohibit_it


def general_power_may_displace_it(case: Proposal) -> tuple[str, ...]:
    """Name the question whether a general power displaces ss.93 and 95, where the supplier has one."""
    if case.supplier.kind in FIRE and case.supplier.nation is Nation.ENGLAND and case.on >= GENERAL_POWER:
        return ("Q3",)
    if general_power_authorises(case) is None:
        return ()
    return ("Q13",) if case.supplier.nation is Nation.WALES else ("Q3",)
