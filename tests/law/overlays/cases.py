"""A case that the tests of the overlays begin from, and what one overlay finds of it."""

from __future__ import annotations

from typing import Any

from lgtrade.answers import Answer
from lgtrade.authorities import Authority, AuthorityKind, Nation, Person, PersonKind, find
from lgtrade.law.facts import Proposal
from lgtrade.law.overlay import Overlay, OverlayFinding, Standing
from lgtrade.services import ServiceKind, Subject

LICHFIELD = find("Lichfield")
KENT = find("Kent County Council")
POWYS = find("Powys")
FLINTSHIRE = find("Flintshire")
FIFE = Authority("Fife Council", AuthorityKind.SCOTTISH, Nation.SCOTLAND)
MORAY = Authority("Moray Council", AuthorityKind.SCOTTISH, Nation.SCOTLAND)
BELFAST = Authority("Belfast City Council", AuthorityKind.NORTHERN_IRISH, Nation.NORTHERN_IRELAND)
FIRM = Person("a local manufacturer", PersonKind.BUSINESS)
RESIDENT = Person("a resident", PersonKind.INDIVIDUAL)
HOSPITAL = Person("an NHS trust", PersonKind.PUBLIC_BODY)

CLEAR, DEPENDS, UNCERTAIN, STOPS, NOT_IN_POINT = (
    Standing.CLEAR,
    Standing.DEPENDS,
    Standing.UNCERTAIN,
    Standing.STOPS,
    Standing.NOT_IN_POINT,
)


def about(subject: Subject | None, name: str = "Payroll") -> ServiceKind:
    return ServiceKind(name.lower().replace(" ", "-"), name, subject)


PAYROLL = about(Subject.PROFESSIONAL)


def case(on: str, **facts: Any) -> Proposal:
    """Give a proposal: Lichfield does the payroll of Kent, but for what is said otherwise."""
    begin: dict[str, Any] = {"supplier": LICHFIELD, "customer": KENT, "service": PAYROLL}
    return Proposal(on=on, **(begin | facts))


def look(overlay: Overlay, on: str, **facts: Any) -> OverlayFinding:
    return overlay.look(case(on, **facts))


def answer(finding: OverlayFinding, code: str) -> Answer:
    (only,) = [each for each in finding.answers + finding.others if each.code == code]
    return only


def words(finding: OverlayFinding) -> list[str]:
    """What decides, in words."""
    return [str(reason.words) for reason in finding.reasons]


def duties(finding: OverlayFinding) -> set[str]:
    return {each.code for each in finding.duties}
