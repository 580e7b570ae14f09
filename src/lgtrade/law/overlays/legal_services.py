"""Reserved legal activities: the power to supply and the licence to practise are separate questions.

Legal Services Act 2007 s.15(4): an employer does not itself carry on a reserved legal activity through its employees
unless it is part of its business to provide it to the public or a section of the public. Part 3 was wholly in force
on 1 January 2010 (annotation to s.12 at https://legislation.gov.uk/cy/ukpga/2007/29/part/3/2011-10-01, note on s.15
at http://legislation.gov.uk/cy/ukpga/2007/29/notes/division/7/3/1/4). In December 2015 the Solicitors Regulation
Authority said that a council which offers such work to public bodies at large needs an authorised body, and that a
closed local group probably is not a section of the public; leading counsel, advising one council in May 2013, took
the view that public bodies are not. No court has decided it.
"""

from __future__ import annotations

import datetime as dt

from lgtrade.answers import Answer, no, uncertain, unknown, yes
from lgtrade.authorities import Person, PersonKind
from lgtrade.law.definition import ENGLAND_AND_WALES
from lgtrade.law.facts import LegalWork, Proposal
from lgtrade.law.overlay import Keep, Overlay, Regime, Way, check
from lgtrade.law.overlay_enactments import LEGAL_SERVICES_2007, REGULATOR_2015

LEGAL_SERVICES_SINCE = dt.date(2010, 1, 1)
_NOTHING_SAID = LegalWork()


def _facts(case: Proposal) -> LegalWork:
    return case.legal_work if isinstance(case.legal_work, LegalWork) else _NOTHING_SAID


def _looks_legal(case: Proposal) -> bool:
    said = f"{case.service.key} {case.service.name}".lower()
    return any(word in said for word in ("legal", "litigation", "advocacy", "conveyanc", "solicitor"))


def _no_legal_work(case: Proposal) -> Answer | None:
    if case.legal_work is False or _facts(case).reserved is False:
        return yes("No reserved legal activity is said to be included.")
    if case.legal_work is None and not _looks_legal(case):
        return yes("Nothing is said of legal services.")
    return None


@check(LEGAL_SERVICES_2007.section("15(4)"))
def may_be_carried_on(case: Proposal) -> Answer:
    """Whoever carries on the reserved activity is entitled to, or it is not for the public or a section of it."""
    facts = _facts(case)
    if facts.reserved is None:
        return unknown("legal_work", "It has not been said whether a reserved legal activity is included.")
    if facts.authorised_body:
        return yes("It is provided through a body authorised for it.")
    if isinstance(case.customer, Person) and case.customer.kind is not PersonKind.PUBLIC_BODY:
        return _for_the_public(case.customer, facts)
    if facts.closed_group:
        return yes(
            "The clients are a closed local group, which the regulator said is probably no section of the public."
        )
    if facts.closed_group is None:
        return unknown("legal_work", "It has not been said whether the clients are a closed local group.")
    template = "Public bodies at large may be a section of the public; the regulator says that they are."
    return uncertain("reserved-legal", template)


def _for_the_public(customer: Person, facts: LegalWork) -> Answer:
    if facts.authorised_body is None:
        return unknown("legal_work", "It has not been said whether it is provided through an authorised body.")
    return no("{customer} is one of the public, and no authorised body provides it.", customer=customer.name)


def _not_decided(case: Proposal) -> tuple[str, ...]:
    return ("reserved-legal",) if _facts(case).closed_group and not _facts(case).authorised_body else ()


LEGAL_SERVICES = Overlay(
    code="LEGAL_SERVICES",
    title="Reserved legal activities",
    citations=(LEGAL_SERVICES_2007.section("15"),),
    sources=(REGULATOR_2015,),
    absent=_no_legal_work,
    regimes=(
        Regime(
            since=LEGAL_SERVICES_SINCE,
            under=LEGAL_SERVICES_2007.section("15"),
            nations=ENGLAND_AND_WALES,
            ways=(Way((may_be_carried_on,)),),
            duties=(
                Keep(
                    "lawyers_are_authorised",
                    LEGAL_SERVICES_2007.section("15(2)"),
                    "Each lawyer who carries on a reserved legal activity is authorised for it.",
                ),
            ),
            cautions=(_not_decided,),
        ),
    ),
)
