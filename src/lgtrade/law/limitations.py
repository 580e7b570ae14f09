"""What stands in the way: prohibitions that a caller gives or that the table of service codes holds."""

from __future__ import annotations

from lgtrade.answers import Answer, no, uncertain, unknown, yes
from lgtrade.authorities import Nation
from lgtrade.law.citations import disregarded, might_be_disregarded, year_of
from lgtrade.law.code import Reach
from lgtrade.law.codes import bars_in_point
from lgtrade.law.enactments import LGA_2003, LOCALISM_2011, WALES_2021
from lgtrade.law.facts import Proposal
from lgtrade.law.power import Condition, condition
from lgtrade.sources import Provision


def _by_the_table(case: Proposal, reach: Reach) -> Answer | None:
    """Give the answer of the service codes that bar a supply, if any does or may."""
    answers = [bar.bars(case, reach) for bar in bars_in_point(case, reach)]
    given = [answer for answer in answers if answer is not None]
    return max(given, key=lambda answer: answer.verdict.weight, default=None)


@condition(LGA_2003.section("93(2)(b)"))
def charge_not_prohibited(case: Proposal) -> Answer:
    """No enactment expressly prohibits the charge, leaving out those that s.93(7) tells us to disregard."""
    given = case.prohibited_by
    if isinstance(given, str) and _by_the_table(case, Reach.SECTION_93) is None:
        limb = disregarded(given, case.on)
        if limb is not None:
            return yes("{by} is to be disregarded.", by=given, at=LGA_2003.section(limb))
        if might_be_disregarded(given):
            template = "Without its section it cannot be told whether {by} is to be disregarded."
            return uncertain("unverified", template, by=given, at=LGA_2003.section("93(7)"))
    return _prohibited(case, Reach.SECTION_93)


def not_prohibited(at: Provision) -> Condition:
    """Make the condition that no enactment prohibits what the power lets an authority do."""

    @condition(at)
    def not_prohibited(case: Proposal) -> Answer:
        given = case.prohibited_by
        named = isinstance(given, str) and (disregarded(given, case.on) is not None or might_be_disregarded(given))
        if named and _by_the_table(case, Reach.TRADING) is None:
            return uncertain("unverified", "It is not settled whether {by} prevents it.", by=given)
        return _prohibited(case, Reach.TRADING)

    return not_prohibited


def _prohibited(case: Proposal, reach: Reach) -> Answer:
    """Answer no if the table of service codes, or else the caller, says that it is prohibited."""
    barred = _by_the_table(case, reach)
    if barred is not None:
        return barred
    given = case.prohibited_by
    if given is None:
        return unknown("prohibited_by", "It has not been said whether an enactment prohibits it.")
    if given is False:
        return yes("No enactment is said to prohibit it.")
    return no("{by} is said to prohibit it.", by=given if isinstance(given, str) else "An enactment")


def no_limitation_prevents_it(at: Provision, *, charging: bool) -> Condition:
    """Make the condition that no limitation that binds a general power prevents the charge, or the trade.

    One imposed before the power began always binds it; a later one only if it is expressed to.

    Args:
        at: the provision that lets limitations bind the power.
        charging: whether the power is used to charge.
    """
    reach = Reach.GENERAL_POWER_CHARGE if charging else Reach.GENERAL_POWER

    @condition(at)
    def no_limitation_prevents_it(case: Proposal) -> Answer:
        barred = _by_the_table(case, reach)
        if barred is not None:
            return barred
        given = case.prohibited_by
        if given is None:
            return unknown("prohibited_by", "It has not been said whether an enactment prevents it.")
        if given is False:
            return yes("No enactment is said to prevent it.")
        by = given if isinstance(given, str) else "An enactment"
        if isinstance(given, str) and disregarded(given, case.on) is not None:
            return uncertain("unverified", "It is not settled whether {by} limits the general power.", by=by)
        year = year_of(given) if isinstance(given, str) else None
        last, before = _BEFORE_THE_POWER[case.supplier.nation]
        if year is not None and year <= last:
            return no("{by} is said to prevent it.", by=by, at=before)
        template = "{by} is said to prevent it, and binds the general power if it came first or is expressed to."
        return uncertain("unverified", template, by=by)

    return no_limitation_prevents_it


_BEFORE_THE_POWER = {
    Nation.ENGLAND: (2011, LOCALISM_2011.section("2(2)(a)")),
    Nation.WALES: (2020, WALES_2021.section("25(1)")),
}
"""The last year whose Acts were certainly passed before each general power, and the provision that makes them bind it.

The session of 2010 to 2012 ended on 1 May 2012; the Welsh Act was passed on 20 January 2021.
"""
