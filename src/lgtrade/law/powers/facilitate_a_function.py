"""Local Government Act 1972 s.111: doing what helps a council discharge its functions.

It is never by itself a power to charge (McCarthy & Stone v Richmond LBC, 1991), nor to trade.
"""

from __future__ import annotations

from lgtrade.answers import Answer, no, unknown, yes
from lgtrade.law.conditions import for_another_public_purpose
from lgtrade.law.definition import ENGLAND_AND_WALES
from lgtrade.law.definitions import FACILITATING_1972
from lgtrade.law.enactments import LGA_1972 as ACT
from lgtrade.law.facts import Proposal
from lgtrade.law.finding import Price
from lgtrade.law.limitations import not_prohibited
from lgtrade.law.power import Power, Version, condition
from lgtrade.law.powers.act_under_the_general_power import no_arrangement_for_functions, no_body_for_profit
from lgtrade.law.powers.arrange_for_functions import SINCE


@condition(ACT.section("111(1)"))
def it_facilitates_a_function(case: Proposal) -> Answer:
    """It facilitates, or is conducive or incidental to, a function that the supplier has under another enactment."""
    given = case.within_ordinary_functions
    if given is None:
        template = "It has not been said whether it helps discharge a function of the supplier."
        return unknown("within_ordinary_functions", template)
    if given:
        return yes("It is said to be within the supplier's functions.")
    return no("It is not within the supplier's functions, to which the power is only incidental.")


FACILITATE_A_FUNCTION = Power(
    code="LGA1972_S111",
    title="Do what helps discharge a function, without charging for it",
    citation=ACT.section("111"),
    price=Price.NOTHING,
    since=SINCE,
    commencement=ACT.section("111"),
    versions=(
        Version(
            since=SINCE,
            nations=ENGLAND_AND_WALES,
            under=ACT.section("111"),
            bodies=FACILITATING_1972,
            conditions=(
                it_facilitates_a_function,
                for_another_public_purpose(ACT.section("111(3)")),
                not_prohibited(ACT.section("111(1)")),
                no_arrangement_for_functions(ACT.section("111(1)")),
                no_body_for_profit(ACT.section("111(1)")),
            ),
        ),
    ),
)
