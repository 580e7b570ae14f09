"""Local Government Act 1972 ss.101(5) and 102: discharging functions jointly, through a joint committee.

Each authority bears the share of the expenses that they agree (s.103); nothing is sold.
"""

from __future__ import annotations

from lgtrade.answers import Answer, no, unknown, yes
from lgtrade.law.definition import ENGLAND_AND_WALES
from lgtrade.law.definitions import ARRANGING_1972
from lgtrade.law.enactments import LGA_1972 as ACT
from lgtrade.law.facts import Proposal, Vehicle
from lgtrade.law.finding import Price
from lgtrade.law.power import Power, Version, condition, duty
from lgtrade.law.powers.arrange_for_functions import (
    SINCE,
    customer_may_arrange,
    function_may_be_arranged,
    it_is_a_function,
    no_profit_is_sought,
)
from lgtrade.words import Words


@condition(ACT.section("102(1)(b)"))
def through_a_joint_committee(case: Proposal) -> Answer:
    """A joint committee of the two authorities would do it."""
    if case.vehicle is None:
        return unknown("vehicle", "It has not been said whether a joint committee would do it.")
    if case.vehicle is Vehicle.JOINT_COMMITTEE:
        return yes("A joint committee would do it.")
    return no("It would not be done through a joint committee.")


ACT_THROUGH_A_JOINT_COMMITTEE = Power(
    code="LGA1972_S102",
    title="Discharge functions jointly, through a joint committee",
    citation=ACT.section("102"),
    price=Price.AS_AGREED,
    since=SINCE,
    commencement=ACT.section("102"),
    versions=(
        Version(
            since=SINCE,
            nations=ENGLAND_AND_WALES,
            under=ACT.section("102"),
            bodies=ARRANGING_1972,
            conditions=(
                it_is_a_function,
                customer_may_arrange,
                function_may_be_arranged,
                through_a_joint_committee,
                no_profit_is_sought(ACT.section("103")),
            ),
            duties=(
                duty(
                    "expenses_in_agreed_shares",
                    ACT.section("103"),
                    Words("Defray the expenses of the joint committee in the shares that the authorities agree."),
                ),
            ),
        ),
    ),
)
