"""Conditions that several powers share, each made for the provision that imposes it."""

from __future__ import annotations

from lgtrade.answers import Answer, Verdict, no, uncertain, unknown, yes
from lgtrade.authorities import AuthorityKind, Nation
from lgtrade.law.definitions import (
    GENERAL_POWER,
    GENERAL_POWER_BODIES,
    PARISH_ELIGIBILITY,
    PARISH_ELIGIBILITY_SINCE,
    Definition,
)
from lgtrade.law.facts import Proposal, Purpose, Vehicle
from lgtrade.law.gaps import FIRE, WELSH_GENERAL_POWER, gaps_for
from lgtrade.law.power import Condition, condition
from lgtrade.services import Subject
from lgtrade.sources import Provision

SEPARATE_BODIES = frozenset({Vehicle.COMPANY, Vehicle.SOCIETY, Vehicle.LLP, Vehicle.PARTNERSHIP, Vehicle.TRUST})
"""Vehicles that are not the authority itself."""


def supplier_is(definition: Definition) -> Condition:
    """The supplier is a body that the definition names."""

    @condition(definition.provision, who=True)
    def supplier_is_named(case: Proposal) -> Answer:
        return definition.reaches(case.supplier, case.on)

    return supplier_is_named


def supplier_has_general_power(at: Provision) -> Condition:
    """The supplier has the general power of competence on the day."""

    @condition(at, who=True)
    def supplier_has_the_general_power(case: Proposal) -> Answer:
        if case.supplier.kind is not AuthorityKind.PARISH:
            return GENERAL_POWER_BODIES.reaches(case.supplier, case.on)
        if case.on < PARISH_ELIGIBILITY_SINCE:
            template = "No parish council could be eligible before {day}."
            return no(template, day=PARISH_ELIGIBILITY_SINCE, at=PARISH_ELIGIBILITY)
        if case.eligible_parish is None:
            return unknown("eligible_parish", "It has not been said whether the parish council is eligible.")
        if case.eligible_parish:
            return yes("{name} is an eligible parish council.", name=case.supplier.name)
        return no("{name} is not an eligible parish council.", name=case.supplier.name)

    return supplier_has_the_general_power


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


def general_power_authorises(case: Proposal) -> bool:
    """Whether the general power of competence authorises the supplier to provide a service on the day."""
    if case.supplier.nation is not Nation.ENGLAND or case.on < GENERAL_POWER:
        return False
    if case.supplier.kind is AuthorityKind.PARISH:
        return case.on >= PARISH_ELIGIBILITY_SINCE and case.eligible_parish is True
    return GENERAL_POWER_BODIES.reaches(case.supplier, case.on).verdict is Verdict.YES


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
        if subject in {Subject.GOODS, Subject.MAINTENANCE, Subject.CONSTRUCTION}:
            template = "It is not settled whether {subject} alone is the provision of a service."
            return uncertain("Q15", template, subject=subject.value)
        if subject is Subject.STAFF:
            template = "Placing officers at another's disposal is the matter of LGA 1972 s.113, not modelled here."
            return uncertain("not-modelled", template)
        if subject is Subject.FUNCTION:
            template = "Discharging the customer's function is the matter of LGA 1972 s.101, not modelled here."
            return uncertain("not-modelled", template)
        return yes("{service} is a service.", service=name)

    return is_a_service


def general_power_may_displace_it(case: Proposal) -> tuple[str, ...]:
    """Name the question whether a general power displaces ss.93 and 95, where the supplier has one."""
    if case.supplier.nation is Nation.ENGLAND:
        has_its_own = case.supplier.kind in FIRE and case.on >= GENERAL_POWER
        return ("Q3",) if has_its_own or general_power_authorises(case) else ()
    return ("Q13",) if any(gap.provisions == WELSH_GENERAL_POWER for gap in gaps_for(case)) else ()
