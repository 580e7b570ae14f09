"""Conditions that several powers share, each made for the provision that imposes it."""

from __future__ import annotations

import re

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
from lgtrade.law.power import Condition, Finding, Outcome, condition
from lgtrade.sources import Provision


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
        return yes("No enactment requires the supplier to provide the service to {customer}.", customer=who)

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
        return no("The purpose is to recover the cost and not commercial, so the power does not arise.")

    return purpose_is_commercial


def not_for_a_commercial_purpose(at: Provision) -> Condition:
    """The dominant purpose is not commercial: this power is for charging at cost."""

    @condition(at)
    def purpose_is_not_commercial(case: Proposal) -> Answer:
        if case.purpose is None:
            return unknown("purpose", "The dominant purpose has not been given.")
        if case.purpose is Purpose.COST_RECOVERY:
            return yes("The purpose is to recover the cost.")
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


def stands_apart(finding: Finding) -> Answer:
    """Answer whether another power is out of the way: no if it is available, unsure as far as it is unsure."""
    where = finding.under
    if finding.outcome is Outcome.AVAILABLE:
        return no("{power} gives a power to charge for it.", power=where)
    if finding.outcome is Outcome.UNCERTAIN:
        questions = finding.combination.questions
        return uncertain(questions, "It is not settled whether {power} gives a power to charge for it.", power=where)
    if finding.outcome is Outcome.DEPENDS:
        facts = finding.combination.facts
        return unknown(facts, "It depends on a fact whether {power} gives a power to charge for it.", power=where)
    return yes("{power} gives no power to charge for it.", power=where)


def general_power_may_displace_it(case: Proposal) -> tuple[str, ...]:
    """Name the question whether the general power displaces ss.93 and 95, where the supplier has that power."""
    return ("Q3",) if general_power_authorises(case) else ()


_NOT_A_PROHIBITION = (
    ("93(7)(a)", r"(lga|local government act) 1972 s ?111\(3\)"),
    ("93(7)(b)", r"(gla|greater london authority) act 1999 s ?34\(2\)"),
    ("93(7)(c)", r"(lga|local government act) 2000 s ?3\(2\)"),
    ("93(7)(d)", r"(lta|local transport act) 2008 s ?100\(2\)"),
    ("93(7)(e)", r"(lta|local transport act) 2008 s ?102c\(4\)"),
    ("93(7)(f)", r"(ta|transport act) 1968 s ?10b\(4\)"),
    ("93(7)(g)", r"(ldedca|local democracy economic development and construction act) 2009 s ?113b\(4\)"),
    ("93(7)(h)", r"(lura|levelling up and regeneration act) 2023 s ?50\(4\)"),
)


def disregarded(citation: str) -> str | None:
    """Give the limb of s.93(7) that tells us to disregard a prohibition, if one does.

    >>> disregarded("LDEDCA 2009 s.113B(4)"), disregarded("Education Act 1996 s.451")
    ('93(7)(g)', None)
    """
    plain = re.sub(r"[.,\s-]+", " ", citation.casefold()).replace("section ", "s ").strip()
    return next((limb for limb, form in _NOT_A_PROHIBITION if re.fullmatch(form, plain)), None)
