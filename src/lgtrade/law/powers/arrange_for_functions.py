"""Local Government Act 1972 s.101: one authority discharging another's function for it.

It is not a sale: the function stays the customer's, and the section says nothing of payment (Q8).
"""

from __future__ import annotations

import datetime as dt

from lgtrade.answers import Answer, no, uncertain, unknown, yes
from lgtrade.authorities import Authority
from lgtrade.law.conditions import SEPARATE_BODIES, not_said_to_be_prohibited
from lgtrade.law.definition import ENGLAND_AND_WALES
from lgtrade.law.definitions import ARRANGING_1972
from lgtrade.law.enactments import LGA_1972 as ACT
from lgtrade.law.facts import Proposal, Purpose, Vehicle
from lgtrade.law.finding import Price
from lgtrade.law.power import Condition, Power, Version, condition, duty
from lgtrade.services import Subject
from lgtrade.sources import Provision
from lgtrade.words import Words

SINCE = dt.date(1974, 4, 1)
"""The day from which the areas and councils of the 1972 Act existed; the sections are treated as usable from it."""


@condition(ACT.section("101(1)(b)"), about=True)
def it_is_a_function(case: Proposal) -> Answer:
    """What is provided is the discharge of a function of the customer."""
    subject = case.service.subject
    if subject is None:
        return unknown("subject", "It has not been said whether a function of the customer would be discharged.")
    if subject is Subject.FUNCTION:
        return yes("A function of {customer} would be discharged.", customer=case.customer.name)
    return no("What is supplied is not the discharge of a function of {customer}.", customer=case.customer.name)


@condition(ACT.section("101(1)(b)"))
def customer_may_arrange(case: Proposal) -> Answer:
    """The customer is a local authority for the section."""
    if isinstance(case.customer, Authority):
        return ARRANGING_1972.reaches(case.customer, case.on)
    return no("{customer} is not a local authority.", customer=case.customer.name)


@condition(ACT.section("101(1A)"))
def function_may_be_arranged(case: Proposal) -> Answer:
    """The function is one that the customer may arrange for another authority to discharge."""
    given = case.function_may_be_arranged
    if given is None:
        template = "It has not been said whether {customer} may arrange for another authority to discharge it."
        return unknown("function_may_be_arranged", template, customer=case.customer.name)
    if given:
        return yes("{customer} may arrange for another authority to discharge it.", customer=case.customer.name)
    return no("{customer} may not arrange for another authority to discharge it.", customer=case.customer.name)


def no_profit_is_sought(at: Provision) -> Condition:
    """Make the condition that nothing above the cost is charged, which the provision does not speak of."""

    @condition(at)
    def no_profit_is_sought(case: Proposal) -> Answer:
        if case.purpose in {Purpose.COMMERCIAL, Purpose.MIXED} or case.charges_exceed_costs:
            return uncertain("Q8", "It is not settled whether more than the cost may be charged.")
        unless = ("charges_exceed_costs",) if case.charges_exceed_costs is None else ()
        return yes("Nothing above the cost is said to be charged.", unless=unless)

    return no_profit_is_sought


def by_agreement(at: Provision) -> Condition:
    """Make the duty to do it only by agreement with the other authority."""
    return duty(
        "by_agreement",
        at,
        Words("Make an agreement with the other authority first."),
        lambda case: case.customer_agreed is False,
        "The other authority has not agreed.",
    )


def not_through(at: Provision, *vehicles: Vehicle) -> Condition:
    """Make the condition that it is not done through a body that the provision does not speak of."""

    @condition(at)
    def by_an_authority(case: Proposal) -> Answer:
        if case.vehicle in vehicles:
            return no("It would be done through a {vehicle}, which is no local authority.", vehicle=case.vehicle.value)
        return yes("No separate body would do it.", unless=("vehicle",) if case.vehicle is None else ())

    return by_an_authority


ARRANGE_FOR_FUNCTIONS = Power(
    code="LGA1972_S101",
    title="Discharge another authority's function under an arrangement with it",
    citation=ACT.section("101"),
    price=Price.AS_AGREED,
    since=SINCE,
    commencement=ACT.section("101"),
    versions=(
        Version(
            since=SINCE,
            nations=ENGLAND_AND_WALES,
            under=ACT.section("101"),
            bodies=ARRANGING_1972,
            conditions=(
                it_is_a_function,
                customer_may_arrange,
                function_may_be_arranged,
                not_through(ACT.section("101(1)"), *sorted(SEPARATE_BODIES, key=lambda each: each.value)),
                no_profit_is_sought(ACT.section("101(1)(b)")),
                not_said_to_be_prohibited(ACT.section("101(1)")),
            ),
            duties=(
                by_agreement(ACT.section("101(1)")),
                duty(
                    "executive_functions",
                    ACT.section("101(1C)"),
                    Words(
                        "Where the function is the responsibility of an executive, make the arrangement under the "
                        "regulations on executive arrangements."
                    ),
                ),
                duty(
                    "responsibility_stays",
                    ACT.section("101(4)"),
                    Words("Remember that the customer may still discharge the function itself, and answers for it."),
                ),
            ),
        ),
    ),
)
