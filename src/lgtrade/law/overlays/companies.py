"""Companies in which local authorities have interests: controlled, influenced, and what they must then do.

Local Government and Housing Act 1989 Part 5. A company is controlled if the authority can control most of the votes
or appoint most of the directors (s.68(1)); influenced if at least 20 per cent of the votes or of the directors are
associated with the authority and there is such a business relationship as s.69(3) describes (s.69(1)). Authorities
that act together count as one (s.73). Read: s.67(1) and the first bodies in s.67(3)
(http://legislation.data.gov.uk/ukpga/1989/42/section/67/data.xht), s.68(1)
(https://legislation.gov.uk/ukpga/1989/42/section/68/2000-07-03/data.html), s.69(1)
(https://legislation.gov.uk/id/ukpga/1989/42/section/69/8) and SI 1995/849 articles 1 to 11
(https://www.legislation.gov.uk/uksi/1995/849). LGA 2003 s.95(5) and (6) modify Part 5 for authorities that trade
under s.95. The list in s.67(3) was not read to its end, so a kind of body that is not among the first is not certain
either way.
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from lgtrade.answers import Answer, unknown, yes
from lgtrade.authorities import AuthorityKind as Kind
from lgtrade.law.definition import ENGLAND_AND_WALES, Definition, Named, kinds
from lgtrade.law.definitions import COUNCILS_IN_ENGLAND, COUNCILS_IN_WALES, SMALL_COUNCILS
from lgtrade.law.facts import Company, Proposal, Vehicle
from lgtrade.law.overlay import Keep, Overlay, Regime, Way, check
from lgtrade.law.overlay_enactments import COMPANIES_1989, COMPANIES_ORDER_1995
from lgtrade.money import plain

ORDER_SINCE = dt.date(1995, 4, 1)
NAMED_ON_PAPERS_SINCE = dt.date(1995, 7, 1)
"""SI 1995/849 art.1(2)(a) and (b): article 4, and articles 5 to 10 for companies formed before 1 April 1995."""

CONTROL = Fraction(1, 2)
"""LGHA 1989 s.68(1)(b): a majority, so more than half."""

INFLUENCE = Fraction(20, 100)
"""LGHA 1989 s.69(1): at least 20 per cent."""

_LISTED = (
    COUNCILS_IN_ENGLAND
    | COUNCILS_IN_WALES
    | SMALL_COUNCILS
    | kinds(Kind.GREATER_LONDON, Kind.TRANSPORT_FOR_LONDON, Kind.LONDON_DEVELOPMENT)
)
_JOINT_COMMITTEES = kinds(Kind.CORPORATE_JOINT_COMMITTEE)
WITH_COMPANIES = Definition(
    COMPANIES_1989.section("67(3)"),
    "a local authority for Part 5 of the 1989 Act",
    (
        Named(_LISTED | _JOINT_COMMITTEES),
        Named(
            frozenset(Kind) - _LISTED - _JOINT_COMMITTEES - kinds(Kind.SCOTTISH, Kind.NORTHERN_IRISH),
            question="unverified",
        ),
    ),
)


def _no_company(case: Proposal) -> Answer | None:
    if case.vehicle is None:
        return yes("Nothing is said of a company.", unless=("vehicle",))
    if case.vehicle not in {Vehicle.COMPANY, Vehicle.SOCIETY}:
        return yes("A {vehicle} is not a company for Part 5 of the 1989 Act.", vehicle=case.vehicle.value)
    return None


def is_controlled(company: Company) -> bool | None:
    """Tell whether local authorities control a company; none if what has been said does not decide it.

    >>> from lgtrade.law.facts import Owner, OwnerKind
    >>> half = [Owner("Kent", "50%", OwnerKind.LOCAL_AUTHORITY), Owner("a firm", "50%", OwnerKind.PRIVATE)]
    >>> is_controlled(Company(owners=half, appoints_board=False))
    False
    """
    votes = company.authority_votes
    if company.appoints_board or (votes is not None and votes > CONTROL):
        return True
    return None if votes is None or company.appoints_board is None else False


def is_influenced(company: Company) -> bool | None:
    """Tell whether a company that is not controlled is influenced; none if what has been said does not decide it."""
    votes = company.authority_votes
    directors = None if company.authority_directors is None else company.authority_directors.fraction
    shares = (votes, directors)
    if company.business_relationship is False or all(each is not None and each < INFLUENCE for each in shares):
        return False
    enough = any(each is not None and each >= INFLUENCE for each in shares)
    return True if enough and company.business_relationship else None


def _is_regulated(case: Proposal, company: Company) -> bool | None:
    """SI 1995/849 art.1(4): every controlled company, and an influenced one of certain sorts."""
    if is_controlled(company) or company.dominant_influence:
        return True
    return True if case.vehicle is Vehicle.SOCIETY or company.unlimited else company.dominant_influence


def _company(case: Proposal) -> Company | None:
    return case.company if isinstance(case.company, Company) else None


@check(COMPANIES_1989.section("68(1)"))
def what_it_is(case: Proposal) -> Answer:
    """The company is controlled, influenced or neither: none of them stops it trading."""
    company = _company(case)
    if company is None:
        return unknown("company", "It has not been said who owns the company and who appoints its directors.")
    controlled = is_controlled(company)
    if controlled is None:
        return unknown("company", "It has not been said who holds the votes and who appoints most of the directors.")
    if not controlled:
        return _influence(case, company)
    if company.appoints_board:
        return yes("The company is controlled: local authorities appoint most of its directors.")
    percent = plain((company.authority_votes or Fraction(0)) * 100)
    return yes("The company is controlled: local authorities hold {percent}% of the votes.", percent=percent)


def _influence(case: Proposal, company: Company) -> Answer:
    at, order = COMPANIES_1989.section("69(1)"), COMPANIES_ORDER_1995.article("1(4)")
    influenced, regulated = is_influenced(company), _is_regulated(case, company)
    if influenced is None:
        template = "It has not been said who the directors are, or how far the business depends on the authority."
        return unknown("company", template, at=at)
    if not influenced:
        return yes("The company is neither controlled nor influenced by a local authority.", at=at)
    if regulated is None:
        template = (
            "The company is influenced; whether it is regulated depends on a dominant influence or group accounts."
        )
        return unknown("company", template, at=order)
    if not regulated:
        return yes("The company is influenced, but not regulated.", at=order)
    return yes("The company is influenced by a local authority, and regulated.", at=order)


def _regulated(case: Proposal) -> bool:
    company = _company(case)
    if company is None:
        return False
    return bool((is_controlled(company) or is_influenced(company)) and _is_regulated(case, company))


def _on_papers(case: Proposal) -> bool:
    return _regulated(case) and case.on >= NAMED_ON_PAPERS_SINCE


def _bound(case: Proposal) -> bool:
    company = _company(case)
    new = company is not None and company.formed is not None and company.formed >= ORDER_SINCE
    return _regulated(case) and (new or case.on >= NAMED_ON_PAPERS_SINCE)


def _controlled(case: Proposal) -> bool:
    company = _company(case)
    return company is not None and bool(is_controlled(company)) and _bound(case)


def _open_minutes(case: Proposal) -> bool:
    company = _company(case)
    return company is not None and company.arms_length is not True and _controlled(case)


COMPANIES = Overlay(
    code="COMPANIES",
    title="Companies in which local authorities have interests",
    citations=(COMPANIES_1989.section("67"), COMPANIES_ORDER_1995.article("1")),
    absent=_no_company,
    regimes=(
        Regime(
            since=ORDER_SINCE,
            under=COMPANIES_ORDER_1995.article("1"),
            nations=ENGLAND_AND_WALES,
            bodies=WITH_COMPANIES,
            ways=(Way((what_it_is,)),),
            duties=(
                Keep(
                    "company_complies",
                    COMPANIES_1989.section("70(2)"),
                    "The authority ensures, so far as practicable, that a company under its control complies.",
                    _controlled,
                ),
                Keep(
                    "authority_is_named",
                    COMPANIES_ORDER_1995.article("4"),
                    "The company's letters, notices and documents say that it is controlled or influenced by a local "
                    "authority, and name the authority.",
                    _on_papers,
                ),
                Keep(
                    "directors_pay",
                    COMPANIES_ORDER_1995.article("5(1)"),
                    "Pay a director who is a councillor no more than the authority would for a comparable duty, and "
                    "publish nothing that the authority could not.",
                    _bound,
                ),
                Keep(
                    "disqualified_directors",
                    COMPANIES_ORDER_1995.article("5(2)"),
                    "Arrange for a resolution to remove a director who is disqualified from membership of an "
                    "authority.",
                    _bound,
                ),
                Keep(
                    "information",
                    COMPANIES_ORDER_1995.article("6"),
                    "Give the authority, its auditor and its members the information that they need (articles 6 to 8).",
                    _bound,
                ),
                Keep(
                    "auditor",
                    COMPANIES_ORDER_1995.article("9"),
                    "Before first appointing an auditor obtain the consent that the article, as made, asks of the "
                    "Audit "
                    "Commission.",
                    _controlled,
                ),
                Keep(
                    "minutes",
                    COMPANIES_ORDER_1995.article("10"),
                    "Unless it is an arm's length company, keep the minutes of general meetings open to the public for "
                    "four years.",
                    _open_minutes,
                ),
            ),
        ),
    ),
)
