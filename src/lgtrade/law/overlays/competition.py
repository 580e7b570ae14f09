"""Competition law: an authority that acts as an undertaking may not distort competition by its prices.

The Competition Act 1998 prohibits anti-competitive agreements (s.2) and the abuse of a dominant position (s.18) from
1 March 2000 (the day is known from secondary sources). Both speak of undertakings: whoever carries on an economic
activity. A charge below cost where others compete is a risk; whether it is an abuse depends on dominance and on the
measure of cost, which is not modelled.
"""

from __future__ import annotations

import datetime as dt

from lgtrade.answers import Answer, uncertain, unknown, yes
from lgtrade.law.conditions import SEPARATE_BODIES
from lgtrade.law.facts import Competition, Proposal, Purpose
from lgtrade.law.overlay import Keep, Overlay, Regime, Way, check
from lgtrade.law.overlay_enactments import COMPETITION_1998

COMPETITION_SINCE = dt.date(2000, 3, 1)
_NOTHING_SAID = Competition()


def _facts(case: Proposal) -> Competition:
    return case.competition if isinstance(case.competition, Competition) else _NOTHING_SAID


def _is_commercial(case: Proposal) -> bool:
    return case.vehicle in SEPARATE_BODIES or case.purpose in {Purpose.COMMERCIAL, Purpose.MIXED}


def _no_undertaking(case: Proposal) -> Answer | None:
    if case.competition is False or _facts(case).undertaking is False:
        return yes("The supplier is said not to act as an undertaking.")
    if case.competition is None and not _is_commercial(case):
        return yes("Nothing is said of an economic activity.", unless=("competition",))
    return None


@check(COMPETITION_1998.section("18"))
def price_is_no_abuse(case: Proposal) -> Answer:
    """The charge is not below cost in an open market."""
    facts = _facts(case)
    if facts.open_market is False:
        return yes("Nobody else offers the service, or could.")
    if facts.below_cost is False:
        return yes("The charge is not below cost.")
    if facts.dominant is False:
        return yes("The supplier is not dominant in the market, so a low price abuses nothing.")
    if facts.undertaking is None or facts.open_market is None or facts.below_cost is None:
        template = "It has not been said whether it is an economic activity, in an open market, at a charge below cost."
        return unknown("competition", template)
    return uncertain("below-cost", "A charge below cost in an open market may abuse a dominant position.")


def _agreements(case: Proposal) -> tuple[str, ...]:
    facts = _facts(case)
    return ("below-cost",) if facts.below_cost and facts.open_market is not False else ()


COMPETITION = Overlay(
    code="COMPETITION",
    title="Competition law",
    citations=(COMPETITION_1998.section("18"), COMPETITION_1998.section("2")),
    absent=_no_undertaking,
    regimes=(
        Regime(
            since=COMPETITION_SINCE,
            under=COMPETITION_1998.section("18"),
            ways=(Way((price_is_no_abuse,)),),
            duties=(
                Keep(
                    "agreements",
                    COMPETITION_1998.section("2"),
                    "Agree nothing with a competitor that prevents, restricts or distorts competition.",
                ),
            ),
            cautions=(_agreements,),
        ),
    ),
)
