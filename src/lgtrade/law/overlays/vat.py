"""How a supply is treated for VAT: business, non-business, or taxed by agreement; it stops nothing.

VATA 1994 s.41A, inserted on 17 July 2012 (read with its annotations at
https://legislation.gov.uk/ukpga/1994/23/section/41A?view=plain): what a public authority supplies as such is business
if it is a listed activity on more than a negligible scale or, if it is not listed, if and only if not charging VAT
would significantly distort competition. How HMRC applies that between authorities was read in its manual VATGPB8855,
VATGPB8860 and VATGPB6800, and VATGPB3240 as the Upper Tribunal quotes it ([2024] UKUT 334 (TCC) para 120). The manual
says what HMRC thinks now; for a day before s.41A the answer is not certain.
"""

from __future__ import annotations

import datetime as dt

from lgtrade.answers import Answer, uncertain, unknown, yes
from lgtrade.authorities import Authority
from lgtrade.law.conditions import SEPARATE_BODIES
from lgtrade.law.enactments import KNOWN_FROM
from lgtrade.law.facts import Proposal, Vat
from lgtrade.law.overlay import Keep, Overlay, Regime, Way, check
from lgtrade.law.overlay_enactments import BETWEEN_AUTHORITIES, DELEGATION, SHARED_SERVICES, STAFF, VAT_1994
from lgtrade.services import Subject

PUBLIC_BODIES_SINCE = dt.date(2012, 7, 17)
"""VATA 1994 s.41A was inserted by Finance Act 2012 s.198(3) on this day."""

_BEFORE = dt.date(2012, 7, 16)
_NOTHING_SAID = Vat()
_AT = VAT_1994.section("41A")


def _facts(case: Proposal) -> Vat:
    return case.vat if isinstance(case.vat, Vat) else _NOTHING_SAID


@check(_AT)
def treatment(case: Proposal) -> Answer:
    """The treatment of the supply follows from what has been said."""
    facts, subject = _facts(case), case.service.subject
    if case.vehicle in SEPARATE_BODIES:
        template = "Business: a separate body is an ordinary person for VAT, and no refund under section 33 is for it."
        return yes(template, at=VAT_1994.section("33"))
    if subject is Subject.GOODS or facts.includes_goods:
        return yes("Business: a supply that includes goods is never under a special legal regime.")
    if facts.listed_activity:
        return yes("Business: the activity is listed, and more than negligible.", at=VAT_1994.section("41A(2)"))
    if subject is Subject.STAFF:
        return _staff(facts)
    delegated = subject is Subject.FUNCTION and isinstance(case.customer, Authority)
    if facts.special_regime is False and not delegated:
        return yes("Business: it is supplied under the same legal conditions as a private supplier's.")
    return _with_competition(case, facts, delegated=delegated)


def _staff(facts: Vat) -> Answer:
    if facts.special_regime is None:
        return unknown("vat", "It has not been said whether the staff are supplied under a special legal regime.")
    if facts.special_regime:
        return yes("Outside the scope of VAT: the staff are supplied under a special legal regime.")
    return yes("Business: the staff are supplied under the same legal conditions as in the private sector.")


def _with_competition(case: Proposal, facts: Vat, *, delegated: bool) -> Answer:
    if facts.competes:
        return yes("Business: not charging VAT would distort competition.", at=VAT_1994.section("41A(3)"))
    if facts.competes is None:
        return unknown(
            "vat", "It has not been said whether it competes with the private sector on a significant scale."
        )
    if delegated:
        return yes("Non-business: the special legal regime of the function covers the authority that discharges it.")
    if facts.obliged:
        return yes("Non-business: it is supplied under a statutory obligation and not in competition.")
    return _without_obligation(case, facts)


def _without_obligation(case: Proposal, facts: Vat) -> Answer:
    if not isinstance(case.customer, Authority):
        if facts.special_regime:
            return yes("Non-business: it is supplied under a special legal regime and not in competition.")
        return unknown("vat", "It has not been said whether it is supplied under a special legal regime.")
    if facts.agreed_to_tax is None:
        return yes("Non-business, unless both parties agree to tax it.", unless=("vat",))
    if not facts.agreed_to_tax:
        return yes("Non-business: it is not in competition, and the parties do not agree to tax it.")
    if facts.obliged is None:
        template = "Both parties agree to tax it; it has not been said whether there is a statutory obligation."
        return unknown("vat", template)
    return yes("Taxed: there is no obligation and no competition, and both parties agree to tax it.")


@check(_AT)
def earlier_treatment(_case: Proposal) -> Answer:
    """The treatment before section 41A has not been read."""
    return uncertain(
        "unverified", "Section 41A was not in force, and how HMRC treated such supplies has not been read."
    )


def _between_authorities(case: Proposal) -> bool:
    return isinstance(case.customer, Authority)


VAT = Overlay(
    code="VAT",
    title="Value added tax",
    citations=(_AT, VAT_1994.section("33")),
    sources=(BETWEEN_AUTHORITIES, STAFF, DELEGATION, SHARED_SERVICES),
    regimes=(
        Regime(since=KNOWN_FROM, last=_BEFORE, under=None, ways=(Way((earlier_treatment,)),)),
        Regime(
            since=PUBLIC_BODIES_SINCE,
            under=_AT,
            ways=(Way((treatment,)),),
            duties=(
                Keep(
                    "treatment_is_recorded",
                    _AT,
                    "Record the legal regime relied on, whether goods are included, what was found of competition, "
                    "and the "
                    "rate.",
                ),
                Keep(
                    "joint_committee_or_contract",
                    _AT,
                    "Establish whether it is a joint committee under LGA 1972 ss.101 and 102(1), or a supply by "
                    "contract.",
                    _between_authorities,
                ),
            ),
        ),
    ),
)
