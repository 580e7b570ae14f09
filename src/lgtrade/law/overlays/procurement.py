"""Whether the buyer may buy without a competition: read on the day on which the procurement began.

The 2023 Act does not apply to a procurement that began, or a contract that was awarded, before 24 February 2025 (SI
2024/716 reg.5, read at https://www.legislation.gov.uk/uksi/2024/716). Read too: Public Contracts Regulations 2015
reg.12, whole (https://www.legislation.gov.uk/uksi/2015/102), and Procurement Act 2023 ss.1 to 3 and Sch.2 paras 1 to
3 and 7 (https://www.legislation.gov.uk/ukpga/2023/54). A devolved Scottish authority is outside the 2023 Act (s.2(5)
and (6)); the Public Contracts (Scotland) Regulations 2015 reg.13, the twin of reg.12, applies to it from 18 April
2016. Before that, in each nation, case law alone: control like that over one's own departments, the essential part of
the activity, and no private owner (Teckal, Brent v RMP), or genuine co-operation on a public task with no private
advantage (Hamburg). It has no percentages.

The buyer is the customer, where that is an authority; a purchase from a company of one's own is looked at as the
supplier's. Not modelled: concessions, utilities, the duties below the thresholds, and what the buyer's own standing
orders ask.
"""

from __future__ import annotations

import datetime as dt
from functools import partial

from lgtrade.answers import Answer, uncertain, unknown, yes
from lgtrade.authorities import Authority, Nation, PersonKind
from lgtrade.law.definition import ONE_DAY, SCOTLAND
from lgtrade.law.enactments import KNOWN_FROM
from lgtrade.law.facts import Procurement, Proposal, Route
from lgtrade.law.overlay import EVERYWHERE, Check, Keep, Overlay, Regime, Way, check
from lgtrade.law.overlay_enactments import (
    BRENT,
    CONTRACTS_2015,
    HAMBURG,
    HANNOVER,
    KOELN,
    PROCUREMENT_2023,
    PROCUREMENT_COMMENCEMENT_2024,
    SCOTTISH_CONTRACTS_2015,
    WELSH_THRESHOLDS,
)
from lgtrade.law.overlays.exemptions import (
    CASE_LAW,
    LAW_2015,
    LAW_2023,
    LAW_SCOTLAND,
    Law,
    buyer_nation,
    buying_day,
    co_operation_ways,
    company_ways,
    facts_of,
)
from lgtrade.law.overlays.thresholds import below_threshold, said_below
from lgtrade.services import Subject
from lgtrade.sources import Provision

REGULATIONS_2006 = dt.date(2006, 1, 31)
"""The first day of SI 2006/5 (from general knowledge)."""
REGULATIONS_2015 = dt.date(2015, 2, 26)
SCOTTISH_2015 = dt.date(2016, 4, 18)
ACT_2023 = dt.date(2025, 2, 24)
_ELSEWHERE = EVERYWHERE - SCOTLAND


def _no_purchase(case: Proposal) -> Answer | None:
    if case.procurement is False:
        return yes("It is said that nothing is bought.")
    if isinstance(case.procurement, Procurement):
        return None
    if not isinstance(case.customer, Authority) and case.customer.kind is not PersonKind.PUBLIC_BODY:
        return yes("{customer} may buy as it likes.", customer=case.customer.name)
    return None


@check()
def _began(case: Proposal) -> Answer:
    """The regime is that of the day on which the procurement began, whenever the contract is awarded."""
    began = facts_of(case).began
    if began is None:
        return yes("The procurement is taken to begin on {day}.", day=case.on, unless=("procurement",))
    return yes("The procurement began on {day}, and the law of that day governs it.", day=began)


@check()
def _case_law(_case: Proposal) -> Answer:
    """The exemptions come from judgments alone."""
    return yes("Case law alone states the exemptions: Teckal and Brent v RMP, and Hamburg.")


@check()
def _route(_case: Proposal) -> Answer:
    """It has to be said how the contract would be awarded."""
    return unknown("procurement", "It has not been said how, and to whom, the contract would be awarded.")


@check()
def _competed(_case: Proposal) -> Answer:
    """It goes to the winner of a competition."""
    return yes("It would be awarded to the winner of a competition.")


@check(PROCUREMENT_2023.section("3(2)"))
def _nothing_in_return(_case: Proposal) -> Answer:
    return yes("Nothing is given in return, in money or in promises, so it is no contract for value.")


@check()
def _nothing_for_value(_case: Proposal) -> Answer:
    return yes("Nothing is given in return, in money or in promises, so it is no contract for value.")


@check()
def _transfer(case: Proposal) -> Answer:
    """A function is handed over with its responsibility, which is no purchase."""
    template = "{customer} hands over its function and does not buy a service, so it is no procurement."
    return yes(template, customer=case.customer.name)


@check()
def _small(case: Proposal) -> Answer:
    day, nation = buying_day(case), buyer_nation(case)
    return below_threshold(facts_of(case), day, nation, case.service.subject)


@check()
def _said_small(case: Proposal) -> Answer:
    facts = facts_of(case)
    if facts.value is not None:
        return unknown(
            "procurement", "The thresholds before 2015 are not modelled: say whether the value reaches them."
        )
    return said_below(facts, None)


def _hands_over(case: Proposal) -> bool:
    return case.service.subject is Subject.FUNCTION and isinstance(case.customer, Authority)


def _gives_nothing(case: Proposal) -> bool:
    return facts_of(case).for_value is False


def _is_competed(case: Proposal) -> bool:
    return facts_of(case).route is Route.COMPETED


def _has_no_route(case: Proposal) -> bool:
    return facts_of(case).route is None


def _transfer_is_real(_case: Proposal) -> tuple[str, ...]:
    return ("transfer",)


def _ways(law: Law, small: Check, nothing: Check) -> tuple[Way, ...]:
    return (
        Way((_transfer,), _hands_over, (_transfer_is_real,)),
        Way((nothing,), _gives_nothing),
        Way((_competed,), _is_competed),
        Way((small,)),
        Way((_route,), _has_no_route),
        *company_ways(law),
        *co_operation_ways(law),
    )


def _regime(
    since: dt.date,
    last: dt.date | None,
    law: Law,
    nations: frozenset[Nation] = _ELSEWHERE,
    *,
    nothing: Check = _nothing_for_value,
) -> Regime:
    return Regime(
        since=since,
        last=last,
        under=law.under,
        nations=nations,
        opening=(_began,) if law.percentages else (_began, _case_law),
        ways=_ways(law, _small if law.percentages else _said_small, nothing),
        duties=_measure(law.activity, law.market),
    )


def _measure(activity: Provision | None, market: Provision | None) -> tuple[Keep, ...]:
    words = "Keep the turnover, or another measure of activity, from which the share is computed, and go on measuring."
    relied_on = ((activity, Route.OWN_COMPANY), (market, Route.BETWEEN_AUTHORITIES))
    return tuple(
        Keep("activity_is_measured", at, words, partial(_goes_by, route)) for at, route in relied_on if at is not None
    )


def _goes_by(route: Route, case: Proposal) -> bool:
    return facts_of(case).route is route


@check()
def _before_2006(_case: Proposal) -> Answer:
    return uncertain(
        "not-modelled", "What governed a purchase before the Public Contracts Regulations 2006 is not modelled."
    )


PROCUREMENT = Overlay(
    code="PROCUREMENT",
    title="Procurement by the buyer",
    citations=(
        PROCUREMENT_2023.schedule("2 para 2"),
        PROCUREMENT_2023.schedule("2 para 3"),
        CONTRACTS_2015.regulation("12"),
        SCOTTISH_CONTRACTS_2015.regulation("13"),
        PROCUREMENT_COMMENCEMENT_2024.regulation("5"),
    ),
    sources=(BRENT, HAMBURG, KOELN, HANNOVER, WELSH_THRESHOLDS),
    absent=_no_purchase,
    day=buying_day,
    nation=buyer_nation,
    regimes=(
        Regime(since=KNOWN_FROM, last=REGULATIONS_2006 - ONE_DAY, under=None, ways=(Way((_before_2006,)),)),
        _regime(REGULATIONS_2006, REGULATIONS_2015 - ONE_DAY, CASE_LAW),
        _regime(REGULATIONS_2015, ACT_2023 - ONE_DAY, LAW_2015),
        _regime(ACT_2023, None, LAW_2023, nothing=_nothing_in_return),
        _regime(REGULATIONS_2006, SCOTTISH_2015 - ONE_DAY, CASE_LAW, SCOTLAND),
        _regime(SCOTTISH_2015, None, LAW_SCOTLAND, SCOTLAND),
    ),
)
