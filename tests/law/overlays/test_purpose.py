"""A charge may not be set to pay for something else: R (Attfield) v Barnet LBC, Djanogly v Westminster CC."""

from __future__ import annotations

from tests.law.overlays.cases import (
    CLEAR,
    DEPENDS,
    FIFE,
    FIRM,
    HOSPITAL,
    KENT,
    MORAY,
    NOT_IN_POINT,
    RESIDENT,
    STOPS,
    UNCERTAIN,
    look,
    words,
)

from lgtrade.law.facts import Purpose, Vehicle
from lgtrade.law.overlays.purpose import PURPOSE


def test_residents_permits_priced_to_pay_for_other_transport_spending() -> None:
    finding = look(PURPOSE, "2011-02-14", customer=RESIDENT, raises_revenue=True)
    assert finding.outcome is STOPS
    assert finding.is_shut
    assert words(finding) == ["The charge is set to pay for something else: a power to charge is not a power to tax."]
    assert finding.under is None, "it is case law"


def test_a_surplus_that_is_only_foreseen_is_no_improper_purpose() -> None:
    finding = look(PURPOSE, "2010-01-18", customer=RESIDENT, raises_revenue=False, charges_exceed_costs=True)
    assert finding.outcome is CLEAR
    assert finding.combination.facts == ()


def test_a_charge_above_cost_depends_on_what_it_is_for() -> None:
    assert look(PURPOSE, "2020-01-01", customer=FIRM, charges_exceed_costs=True).combination.facts == (
        "raises_revenue",
    )
    assert look(PURPOSE, "2020-01-01", customer=FIRM, charges_exceed_costs=True).outcome is DEPENDS


def test_nothing_said_of_the_purpose_is_taken_to_be_nothing_and_says_so() -> None:
    finding = look(PURPOSE, "2020-01-01", customer=FIRM)
    assert finding.outcome is CLEAR
    assert finding.combination.facts == ("raises_revenue",)


def test_between_public_bodies_it_is_not_settled() -> None:
    for customer in (KENT, HOSPITAL):
        finding = look(PURPOSE, "2020-01-01", customer=customer, raises_revenue=True)
        assert (finding.outcome, finding.combination.questions) == (UNCERTAIN, ("Q10",))


def test_a_company_may_seek_a_profit() -> None:
    commercial = {"customer": FIRM, "raises_revenue": True, "purpose": Purpose.COMMERCIAL}
    assert look(PURPOSE, "2020-01-01", vehicle=Vehicle.COMPANY, **commercial).outcome is NOT_IN_POINT
    assert look(PURPOSE, "2020-01-01", vehicle=Vehicle.DIRECT, **commercial).outcome is STOPS
    unsaid = look(PURPOSE, "2020-01-01", **commercial)
    assert (unsaid.outcome, unsaid.combination.facts) == (DEPENDS, ("vehicle",))


def test_a_company_that_only_recovers_its_cost_is_not_spared() -> None:
    facts = {"customer": FIRM, "raises_revenue": True, "purpose": Purpose.COST_RECOVERY, "vehicle": Vehicle.COMPANY}
    assert look(PURPOSE, "2020-01-01", **facts).outcome is STOPS


def test_courts_elsewhere_have_not_been_read() -> None:
    finding = look(PURPOSE, "2020-01-01", supplier=FIFE, customer=MORAY, raises_revenue=True)
    assert (finding.outcome, finding.combination.questions) == (UNCERTAIN, ("unverified",))
