"""Subsidy control: money, staff, premises or goods given to a business on better terms than the market's.

From 4 January 2023 the Subsidy Control Act 2022, of which ss.2 to 8, 12 and 35 to 42 were read
(https://www.legislation.gov.uk/ukpga/2022/23): nothing is a subsidy on terms that the market might have offered
(s.3(2)); a subsidy is spared the requirements while all minimal or SPEI financial assistance to the enterprise, in
the elapsed part of the financial year and the two before it, does not exceed £315,000 (s.36) or, for a service of
public economic interest, £725,000 (s.38); otherwise the authority must consider the subsidy control principles
(s.12). Before 1 January 2021 EU State aid governed; its de minimis ceilings (€200,000, and €100,000 before 2007, over
three years) are in euro and were not read in their own text, so they decide nothing here. Between the two the Trade
and Cooperation Agreement governed; it is not modelled.
"""

from __future__ import annotations

import datetime as dt

from lgtrade.answers import Answer, Verdict, no, uncertain, unknown, yes
from lgtrade.authorities import Authority, PersonKind
from lgtrade.law.conditions import SEPARATE_BODIES
from lgtrade.law.facts import Assistance, Proposal
from lgtrade.law.overlay import Keep, Overlay, Regime, Way, check
from lgtrade.law.overlay_enactments import SKY_BLUE, STATE_AID, SUBSIDY_2022, WEIS
from lgtrade.money import Money
from lgtrade.sources import Provision

STATE_AID_SINCE = dt.date(1973, 1, 1)
"""The day on which the United Kingdom joined the European Communities (from general knowledge)."""
AGREEMENT_SINCE = dt.date(2021, 1, 1)
ACT_SINCE = dt.date(2023, 1, 4)

MINIMAL = Money.pounds(315_000)
"""Subsidy Control Act 2022 s.36(1)."""
PUBLIC_ECONOMIC_INTEREST = Money.pounds(725_000)
"""Subsidy Control Act 2022 s.38(1)."""
TRANSPARENT_OVER = Money.pounds(100_000)
"""Subsidy Control Act 2022 ss.36(4) and 38(4)."""

_NOTHING_SAID = Assistance()


def _facts(case: Proposal) -> Assistance:
    return case.assistance if isinstance(case.assistance, Assistance) else _NOTHING_SAID


def _day(case: Proposal) -> dt.date:
    return _facts(case).given or case.on


def _nothing_given(case: Proposal) -> Answer | None:
    if case.assistance is False:
        return yes("Nothing is said to be given to a business.")
    if case.assistance is not None or case.vehicle in SEPARATE_BODIES:
        return None
    if isinstance(case.customer, Authority) or case.customer.kind is PersonKind.PUBLIC_BODY:
        return yes("A public body that buys for its functions is usually no enterprise.", unless=("assistance",))
    if case.customer.kind is PersonKind.INDIVIDUAL:
        return yes("A private individual is no enterprise.", unless=("assistance",))
    return None


def _no_enterprise(case: Proposal) -> Answer | None:
    if _facts(case).enterprise is False:
        return yes("Whoever receives it is no enterprise for that purpose.", at=SUBSIDY_2022.section("7(1)"))
    return None


@check(SUBSIDY_2022.section("3(2)"))
def is_no_subsidy(case: Proposal) -> Answer:
    """It is given to no enterprise, or on terms that the market might have offered."""
    outside = _no_enterprise(case)
    if outside is not None:
        return outside
    facts = _facts(case)
    if facts.market_terms:
        return yes("The terms are no better than the market might have offered; a motive of policy does not matter.")
    if facts.market_terms is None:
        return unknown("assistance", "It has not been said whether the terms are those of the market.")
    if facts.enterprise is None:
        return unknown(
            "assistance", "It has not been said whether whoever receives it is an enterprise for that purpose."
        )
    return no("An enterprise is given better terms than the market's.")


def _within(case: Proposal, limit: Money, at: Provision) -> Answer:
    facts, day = _facts(case), _day(case)
    held = facts.running_total(day)
    if held > limit:
        template = "With what is to be given, the assistance in the period comes to {total}, over {limit}."
        return no(template, total=held, limit=limit, at=at)
    if facts.amount is None or facts.earlier is None:
        return unknown(
            "assistance", "It has not been said what is to be given, or what the enterprise has had before.", at=at
        )
    template = "With what is to be given, the assistance in the period comes to {total}, within {limit}."
    return yes(template, total=held, limit=limit, at=at)


@check(SUBSIDY_2022.section("36(1)"))
def within_the_minimal_limit(case: Proposal) -> Answer:
    """All minimal or SPEI assistance in the applicable period does not exceed £315,000."""
    return _within(case, MINIMAL, SUBSIDY_2022.section("36(1)"))


@check(SUBSIDY_2022.section("38(1)"))
def within_the_public_interest_limit(case: Proposal) -> Answer:
    """All minimal or SPEI assistance in the applicable period does not exceed £725,000."""
    return _within(case, PUBLIC_ECONOMIC_INTEREST, SUBSIDY_2022.section("38(1)"))


def _notice(case: Proposal, at: Provision) -> Answer:
    notified = _facts(case).notified
    if notified is False:
        return no(
            "The enterprise has not confirmed in writing that the limit holds, and must before it is given.", at=at
        )
    if notified is None:
        return yes(
            "The enterprise confirms in writing that the limit holds before it is given.", unless=("assistance",)
        )
    return yes("The enterprise has confirmed in writing that the limit holds.")


@check(SUBSIDY_2022.section("37(3)"))
def notified(case: Proposal) -> Answer:
    """The enterprise has had the notification and confirmed that the limit holds."""
    return _notice(case, SUBSIDY_2022.section("37(3)"))


@check(SUBSIDY_2022.section("39(3)"))
def notified_as_of_public_interest(case: Proposal) -> Answer:
    """The enterprise has had the notification and confirmed that the limit holds."""
    return _notice(case, SUBSIDY_2022.section("39(3)"))


@check(SUBSIDY_2022.section("12(1)"))
def principles_hold(case: Proposal) -> Answer:
    """The authority has considered the principles and thinks the subsidy consistent with them."""
    considered = _facts(case).principles_considered
    if considered is None:
        return unknown(
            "assistance", "It has not been said whether the subsidy control principles have been considered."
        )
    if considered:
        return yes("The authority has considered the subsidy control principles, and finds it consistent with them.")
    return no("The subsidy control principles have not been considered, or it is not consistent with them.")


def _for_public_interest(case: Proposal) -> bool:
    return _facts(case).public_economic_interest is True


def _for_principles(case: Proposal) -> bool:
    facts = _facts(case)
    return facts.principles_considered is not None or facts.market_terms is False


def _is_subsidy(case: Proposal) -> bool:
    return is_no_subsidy(case).verdict is Verdict.NO


def _minimal(case: Proposal) -> bool:
    return _is_subsidy(case) and not _for_public_interest(case) and not _facts(case).principles_considered


def _of_public_interest(case: Proposal) -> bool:
    return _is_subsidy(case) and _for_public_interest(case) and not _facts(case).principles_considered


def _published(case: Proposal) -> bool:
    amount = _facts(case).amount
    return _is_subsidy(case) and amount is not None and amount > TRANSPARENT_OVER


@check()
def is_no_state_aid(case: Proposal) -> Answer:
    """It is given to no undertaking, or as a rational private operator might have given it."""
    facts = _facts(case)
    if facts.enterprise is False:
        return yes("Whoever receives it is no undertaking for that purpose, so it is no State aid.")
    if facts.market_terms:
        return yes("A rational private operator in the same position might have given it, so it is no State aid.")
    if facts.market_terms is None:
        return unknown("assistance", "It has not been said whether a private operator might have given it.")
    template = (
        "It may be State aid; whether it was within a de minimis ceiling, in euro over three years, is not modelled."
    )
    return uncertain("unverified", template)


@check()
def under_the_agreement(case: Proposal) -> Answer:
    """The Trade and Cooperation Agreement governs, and is not modelled."""
    facts = _facts(case)
    if facts.enterprise is None and facts.market_terms is None:
        return unknown("assistance", "It has not been said whether it is given to a business, and on what terms.")
    template = "Part Two of the Trade and Cooperation Agreement of 2020 governed on {day}; it is not modelled."
    return uncertain("not-modelled", template, day=_day(case))


SUBSIDY = Overlay(
    code="SUBSIDY",
    title="Subsidy control",
    citations=(SUBSIDY_2022.section("2"), SUBSIDY_2022.section("3(2)"), SUBSIDY_2022.section("36")),
    sources=(STATE_AID, WEIS, SKY_BLUE),
    absent=_nothing_given,
    day=_day,
    regimes=(
        Regime(
            since=STATE_AID_SINCE,
            last=dt.date(2020, 12, 31),
            under=None,
            ways=(Way((is_no_state_aid,)),),
        ),
        Regime(since=AGREEMENT_SINCE, last=dt.date(2023, 1, 3), under=None, ways=(Way((under_the_agreement,)),)),
        Regime(
            since=ACT_SINCE,
            under=SUBSIDY_2022.section("2"),
            ways=(
                Way((is_no_subsidy,)),
                Way((within_the_minimal_limit, notified)),
                Way((within_the_public_interest_limit, notified_as_of_public_interest), _for_public_interest),
                Way((principles_hold,), _for_principles),
            ),
            duties=(
                Keep(
                    "notification",
                    SUBSIDY_2022.section("37"),
                    "Before giving it notify the enterprise in writing and have its confirmation; on giving it "
                    "confirm the "
                    "day and the gross amount; the enterprise keeps a record for three years.",
                    _minimal,
                ),
                Keep(
                    "notification_of_public_interest",
                    SUBSIDY_2022.section("39"),
                    "Before giving it notify the enterprise in writing and have its confirmation; on giving it "
                    "confirm the "
                    "day and the gross amount; the enterprise keeps a record for three years.",
                    _of_public_interest,
                ),
                Keep(
                    "transparency",
                    SUBSIDY_2022.section("36(4)"),
                    "Enter a subsidy of more than £100,000 in the subsidy database.",
                    _published,
                ),
            ),
        ),
    ),
)
