"""Companies: controlled, influenced or neither (LGHA 1989 ss.68, 69), and the duties of SI 1995/849."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.law.overlays.cases import CLEAR, DEPENDS, FIFE, NOT_IN_POINT, UNCERTAIN, duties, look, words

from lgtrade.authorities import Authority, AuthorityKind, Nation
from lgtrade.law.facts import Company, Owner, OwnerKind, Vehicle
from lgtrade.law.overlays.companies import COMPANIES, is_controlled, is_influenced
from lgtrade.money import Share

EVERY_DUTY = {
    "company_complies",
    "authority_is_named",
    "directors_pay",
    "disqualified_directors",
    "information",
    "auditor",
    "minutes",
}
INFLUENCED_ONLY = {"authority_is_named", "directors_pay", "disqualified_directors", "information"}


def owned(percent: str, *, second: str = "0%") -> list[Owner]:
    """Lichfield, Kent and a firm own it between them."""
    ours, theirs = Share(percent).fraction, Share(second).fraction
    return [
        Owner("Lichfield", Share(ours), OwnerKind.LOCAL_AUTHORITY),
        Owner("Kent", Share(theirs), OwnerKind.LOCAL_AUTHORITY),
        Owner("a firm", Share(1 - ours - theirs), OwnerKind.PRIVATE),
    ]


def found(on: str = "2020-01-01", vehicle: Vehicle = Vehicle.COMPANY, **facts: Any) -> Any:
    return look(COMPANIES, on, vehicle=vehicle, company=Company(**facts))


def test_more_than_half_the_votes_is_control_and_half_is_not() -> None:
    half = Company(owners=owned("50%"), appoints_board=False)
    assert is_controlled(half) is False
    more = Company(owners=owned("50.0001%"))
    assert is_controlled(more) is True
    finding = found(owners=owned("75%"))
    assert words(finding)[-1] == "The company is controlled: local authorities hold 75% of the votes."
    assert finding.outcome is CLEAR
    assert duties(finding) == EVERY_DUTY


def test_authorities_that_act_together_count_as_one() -> None:
    assert is_controlled(Company(owners=owned("30%", second="30%"))) is True


def test_whoever_appoints_most_directors_controls_it() -> None:
    finding = found(owners=owned("10%"), appoints_board=True)
    assert words(finding)[-1] == "The company is controlled: local authorities appoint most of its directors."
    assert duties(finding) == EVERY_DUTY


INFLUENCE: list[tuple[dict[str, Any], bool | None]] = [
    ({"owners": owned("20%"), "business_relationship": True}, True),
    ({"owners": owned("19.99%"), "business_relationship": True, "authority_directors": "19%"}, False),
    ({"owners": owned("19.99%"), "business_relationship": True, "authority_directors": "20%"}, True),
    ({"owners": owned("19.99%"), "business_relationship": True}, None),
    ({"owners": owned("20%"), "business_relationship": False}, False),
    ({"owners": owned("20%")}, None),
]


@pytest.mark.parametrize(("facts", "influenced"), INFLUENCE)
def test_twenty_per_cent_and_a_business_relationship_are_influence(
    facts: dict[str, Any], *, influenced: bool | None
) -> None:
    assert is_influenced(Company(**facts)) is influenced


def test_an_influenced_company_is_regulated_only_under_a_dominant_influence() -> None:
    facts: dict[str, Any] = {"owners": owned("30%"), "appoints_board": False, "business_relationship": True}
    assert found(**facts).outcome is DEPENDS
    assert duties(found(**facts)) == set()
    regulated = found(**facts, dominant_influence=True)
    assert words(regulated)[-1] == "The company is influenced by a local authority, and regulated."
    assert duties(regulated) == INFLUENCED_ONLY
    free = found(**facts, dominant_influence=False)
    assert words(free)[-1] == "The company is influenced, but not regulated."
    assert duties(free) == set()
    assert duties(found(**facts, dominant_influence=False, unlimited=True)) == INFLUENCED_ONLY
    assert duties(found(**facts, vehicle=Vehicle.SOCIETY)) == INFLUENCED_ONLY


def test_neither_controlled_nor_influenced() -> None:
    finding = found(owners=owned("5%"), appoints_board=False, business_relationship=False)
    assert words(finding)[-1] == "The company is neither controlled nor influenced by a local authority."
    assert duties(finding) == set()


def test_what_has_still_to_be_said() -> None:
    assert look(COMPANIES, "2020-01-01", vehicle=Vehicle.COMPANY).outcome is DEPENDS
    assert found().outcome is DEPENDS
    assert found(owners=owned("50%")).outcome is DEPENDS
    assert found(owners=owned("50%"), appoints_board=False).outcome is DEPENDS


def test_it_arises_of_companies_and_societies_only() -> None:
    for vehicle in (None, Vehicle.DIRECT, Vehicle.LLP, Vehicle.TRUST):
        assert look(COMPANIES, "2020-01-01", vehicle=vehicle).outcome is NOT_IN_POINT
    assert look(COMPANIES, "2020-01-01", vehicle=Vehicle.SOCIETY).outcome is DEPENDS


def test_the_order_came_in_two_steps() -> None:
    ours: dict[str, Any] = {"owners": owned("100%")}
    assert found("1995-03-31", **ours).outcome is NOT_IN_POINT
    assert duties(found("1995-04-01", **ours)) == set()
    assert duties(found("1995-06-30", **ours, formed="1995-03-31")) == set()
    assert duties(found("1995-06-30", **ours, formed="1995-04-01")) == EVERY_DUTY - {"authority_is_named"}
    assert duties(found("1995-07-01", **ours, formed="1995-03-31")) == EVERY_DUTY


def test_an_arms_length_company_keeps_its_minutes_to_itself() -> None:
    assert duties(found(owners=owned("100%"), arms_length=True)) == EVERY_DUTY - {"minutes"}
    assert duties(found(owners=owned("100%"), arms_length=False)) == EVERY_DUTY


def test_a_body_that_may_not_be_a_local_authority_for_part_5_is_not_certain() -> None:
    fire = Authority("a fire authority", AuthorityKind.FIRE, Nation.ENGLAND)
    company = Company(owners=owned("100%"))
    assert look(COMPANIES, "2020-01-01", supplier=fire, vehicle=Vehicle.COMPANY, company=company).outcome is UNCERTAIN
    assert look(COMPANIES, "2020-01-01", supplier=FIFE, vehicle=Vehicle.COMPANY).outcome is NOT_IN_POINT


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_more_votes_never_end_control(some: int, more: int) -> None:
    fewer, greater = sorted((some, more))
    controlled = [
        is_controlled(Company(owners=owned(f"{votes}/10000"), appoints_board=False)) for votes in (fewer, greater)
    ]
    assert controlled[1] or not controlled[0]
