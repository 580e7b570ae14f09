"""VAT: how HMRC's manual treats supplies between local authorities (VATGPB8855, VATGPB8860, VATGPB3240)."""

from __future__ import annotations

from typing import Any

import pytest
from tests.law.overlays.cases import CLEAR, DEPENDS, FIRM, KENT, UNCERTAIN, about, duties, look, words

from lgtrade.law.facts import Vat, Vehicle
from lgtrade.law.overlays.vat import VAT
from lgtrade.services import Subject

GOODS, STAFF, FUNCTION, SERVICE = (
    about(Subject.GOODS),
    about(Subject.STAFF),
    about(Subject.FUNCTION),
    about(Subject.PROFESSIONAL),
)

TREATED: list[tuple[object, object, dict[str, Any], str]] = [
    (KENT, GOODS, {}, "Business: a supply that includes goods"),
    (
        KENT,
        SERVICE,
        {"includes_goods": True, "obliged": True, "competes": False},
        "Business: a supply that includes goods",
    ),
    (KENT, SERVICE, {"obliged": True, "competes": False}, "Non-business: it is supplied under a statutory obligation"),
    (KENT, SERVICE, {"obliged": True, "competes": True}, "Business: not charging VAT would distort"),
    (KENT, SERVICE, {"obliged": False, "competes": False}, "Non-business, unless both parties agree"),
    (KENT, SERVICE, {"obliged": False, "competes": False, "agreed_to_tax": True}, "Taxed: there is no obligation"),
    (
        KENT,
        SERVICE,
        {"obliged": False, "competes": False, "agreed_to_tax": False},
        "Non-business: it is not in competition",
    ),
    (KENT, SERVICE, {"obliged": False, "competes": True}, "Business: not charging VAT would distort"),
    (KENT, SERVICE, {"competes": False, "listed_activity": True}, "Business: the activity is listed"),
    (KENT, SERVICE, {"special_regime": False}, "Business: it is supplied under the same legal conditions"),
    (KENT, STAFF, {"special_regime": True}, "Outside the scope of VAT"),
    (KENT, STAFF, {"special_regime": False}, "Business: the staff are supplied"),
    (KENT, FUNCTION, {"competes": False}, "Non-business: the special legal regime of the function"),
    (
        KENT,
        FUNCTION,
        {"competes": False, "special_regime": False},
        "Non-business: the special legal regime of the function",
    ),
    (KENT, FUNCTION, {"competes": True}, "Business: not charging VAT would distort"),
    (FIRM, SERVICE, {"competes": False, "special_regime": True}, "Non-business: it is supplied under a special"),
    (FIRM, SERVICE, {"special_regime": False}, "Business: it is supplied under the same legal conditions"),
    (FIRM, FUNCTION, {"special_regime": False}, "Business: it is supplied under the same legal conditions"),
]


@pytest.mark.parametrize(("customer", "service", "facts", "says"), TREATED)
def test_how_it_is_treated(customer: object, service: object, facts: dict[str, Any], says: str) -> None:
    finding = look(VAT, "2024-01-01", customer=customer, service=service, vat=Vat(**facts))
    assert finding.outcome is CLEAR
    assert words(finding)[0].startswith(says)


OPEN: list[tuple[object, object, dict[str, Any]]] = [
    (KENT, SERVICE, {}),
    (KENT, SERVICE, {"obliged": True}),
    (KENT, SERVICE, {"competes": False, "agreed_to_tax": True}),
    (KENT, STAFF, {"competes": False}),
    (FIRM, SERVICE, {"competes": False}),
]


@pytest.mark.parametrize(("customer", "service", "facts"), OPEN)
def test_what_has_still_to_be_said(customer: object, service: object, facts: dict[str, Any]) -> None:
    finding = look(VAT, "2024-01-01", customer=customer, service=service, vat=Vat(**facts))
    assert (finding.outcome, finding.combination.facts) == (DEPENDS, ("vat",))


def test_a_trading_company_is_an_ordinary_person_for_vat() -> None:
    finding = look(VAT, "2024-01-01", vehicle=Vehicle.COMPANY, vat=Vat(obliged=True, competes=False))
    assert words(finding) == [
        "Business: a separate body is an ordinary person for VAT, and no refund under section 33 is for it."
    ]
    assert str(finding.reasons[0].provision) == "VATA 1994 s.33"
    joint = look(VAT, "2024-01-01", vehicle=Vehicle.JOINT_COMMITTEE, vat=Vat(obliged=True, competes=False))
    assert words(joint) == ["Non-business: it is supplied under a statutory obligation and not in competition."]


def test_the_section_was_inserted_on_17_july_2012() -> None:
    facts = {"vat": Vat(obliged=True, competes=False)}
    assert look(VAT, "2012-07-16", **facts).outcome is UNCERTAIN
    assert look(VAT, "2012-07-17", **facts).outcome is CLEAR


def test_what_is_recorded() -> None:
    assert duties(look(VAT, "2024-01-01")) == {"treatment_is_recorded", "joint_committee_or_contract"}
    assert duties(look(VAT, "2024-01-01", customer=FIRM)) == {"treatment_is_recorded"}
