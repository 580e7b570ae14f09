"""Reserved legal activities: the power to supply does not settle the licence."""

from __future__ import annotations

from typing import Any

import pytest
from tests.law.overlays.cases import (
    CLEAR,
    DEPENDS,
    FIFE,
    FIRM,
    HOSPITAL,
    KENT,
    NOT_IN_POINT,
    STOPS,
    UNCERTAIN,
    about,
    look,
    words,
)

from lgtrade.law.facts import LegalWork
from lgtrade.law.overlays.legal_services import LEGAL_SERVICES
from lgtrade.services import Subject

LITIGATION = about(Subject.PROFESSIONAL, "Litigation and advocacy")

SAID: list[tuple[object, dict[str, Any], Any]] = [
    (HOSPITAL, {"reserved": True, "closed_group": False}, UNCERTAIN),
    (KENT, {"reserved": True, "closed_group": False}, UNCERTAIN),
    (KENT, {"reserved": True, "closed_group": True}, CLEAR),
    (KENT, {"reserved": True}, DEPENDS),
    (KENT, {"reserved": True, "closed_group": False, "authorised_body": True}, CLEAR),
    (KENT, {"reserved": False}, NOT_IN_POINT),
    (KENT, {}, DEPENDS),
    (FIRM, {"reserved": True, "closed_group": True, "authorised_body": False}, STOPS),
    (FIRM, {"reserved": True}, DEPENDS),
    (FIRM, {"reserved": True, "authorised_body": True}, CLEAR),
]


@pytest.mark.parametrize(("customer", "facts", "outcome"), SAID)
def test_reserved_work(customer: object, facts: dict[str, Any], outcome: object) -> None:
    given = {"customer": customer, "service": LITIGATION, "legal_work": LegalWork(**facts)}
    assert look(LEGAL_SERVICES, "2015-12-02", **given).outcome is outcome


def test_lawyers_differ_on_whether_public_bodies_are_the_public() -> None:
    work = LegalWork(reserved=True, closed_group=False)
    finding = look(LEGAL_SERVICES, "2015-12-02", customer=HOSPITAL, service=LITIGATION, legal_work=work)
    assert finding.combination.questions == ("reserved-legal",)
    assert [each.code for each in finding.duties] == ["lawyers_are_authorised"]


def test_a_closed_group_carries_the_question_with_it() -> None:
    closed = LegalWork(reserved=True, closed_group=True)
    assert look(LEGAL_SERVICES, "2015-12-02", legal_work=closed).cautions == ("reserved-legal",)
    authorised = LegalWork(reserved=True, closed_group=True, authorised_body=True)
    assert look(LEGAL_SERVICES, "2015-12-02", legal_work=authorised).cautions == ()


def test_the_act_began_on_1_january_2010() -> None:
    work = LegalWork(reserved=True, closed_group=False)
    assert words(look(LEGAL_SERVICES, "2009-12-31", legal_work=work)) == ["Not in force until 1 January 2010."]
    assert look(LEGAL_SERVICES, "2010-01-01", legal_work=work).outcome is UNCERTAIN


def test_it_is_asked_of_legal_services_and_of_nothing_else() -> None:
    assert look(LEGAL_SERVICES, "2015-12-02").outcome is NOT_IN_POINT
    assert look(LEGAL_SERVICES, "2015-12-02", service=LITIGATION).outcome is DEPENDS
    assert look(LEGAL_SERVICES, "2015-12-02", service=LITIGATION, legal_work=False).outcome is NOT_IN_POINT


def test_scotland_has_its_own_law() -> None:
    work = LegalWork(reserved=True, closed_group=False)
    finding = look(LEGAL_SERVICES, "2015-12-02", supplier=FIFE, legal_work=work)
    assert words(finding) == ["It does not extend to Scotland."]
