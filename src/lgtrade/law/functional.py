"""General powers of bodies with one purpose: alike in shape, in Acts of their own.

Each lets a body do what is appropriate for its functions, and what is incidental; commercially only through a company;
and gives no power to charge otherwise.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from lgtrade.answers import Answer, no, unknown, yes
from lgtrade.law.conditions import SEPARATE_BODIES, by_contract
from lgtrade.law.definition import Definition
from lgtrade.law.facts import Proposal, Purpose, Vehicle
from lgtrade.law.finding import Price
from lgtrade.law.limitations import not_prohibited
from lgtrade.law.power import Caution, Condition, Power, Version, condition
from lgtrade.law.powers.act_under_the_general_power import no_arrangement_for_functions, no_body_for_profit
from lgtrade.sources import Provision


def functional_power(  # noqa: PLR0913  # each is a provision of its own in the Act
    *,
    code: str,
    title: str,
    citation: Provision,
    bodies: Definition,
    since: dt.date,
    commencement: Provision,
    company: Provision,
    required: Provision,
    no_charge: Provision,
    duties: tuple[Condition, ...] = (),
    cautions: tuple[Caution, ...] = (),
) -> Power:
    """Make the general power of a body with one purpose.

    Args:
        code: its stable name.
        title: what it lets a body do.
        citation: the provision that confers it.
        bodies: the bodies that have it.
        since: its first day.
        commencement: the provision that brought it into force.
        company: the provision that asks for a company.
        required: the provision that keeps what is owed to a person from being done commercially for that person.
        no_charge: the provision that says it is not a power to charge.
        duties: what has to be kept.
        cautions: open questions about it.
    """
    return Power(
        code=code,
        title=title,
        citation=citation,
        price=Price.COMMERCIAL,
        since=since,
        commencement=commencement,
        versions=(
            Version(
                since=since,
                nations=frozenset(nation for each in bodies.named for nation in each.nations),
                under=citation,
                bodies=bodies,
                conditions=(
                    _for_its_functions(citation),
                    _not_to_charge(no_charge),
                    _commercially_through_a_company(company),
                    _not_owed_commercially(required),
                    not_prohibited(citation),
                    no_arrangement_for_functions(citation),
                    no_body_for_profit(citation),
                ),
                duties=(by_contract(company), *duties),
                cautions=cautions,
            ),
        ),
    )


def _when_commercial(case: Proposal, otherwise: str, answer: Callable[[], Answer]) -> Answer:
    if case.purpose in {Purpose.PUBLIC, Purpose.COST_RECOVERY}:
        return yes(otherwise)
    if case.purpose is None:
        return unknown("purpose", "The dominant purpose has not been given.")
    return answer()


def _for_its_functions(at: Provision) -> Condition:
    @condition(at)
    def for_its_functions(case: Proposal) -> Answer:
        if case.within_ordinary_functions is None:
            template = "It has not been said whether it is appropriate for, or incidental to, the supplier's functions."
            return unknown("within_ordinary_functions", template)
        if case.within_ordinary_functions:
            return yes("It is appropriate for, or incidental to, the supplier's functions.")
        return no("It is neither appropriate for the supplier's functions nor incidental to them.")

    return for_its_functions


def _not_to_charge(at: Provision) -> Condition:
    @condition(at)
    def not_to_recover_cost(case: Proposal) -> Answer:
        if case.purpose is None:
            return unknown("purpose", "The dominant purpose has not been given.")
        charged = case.charges_exceed_costs or case.raises_revenue
        if case.purpose is Purpose.COST_RECOVERY or (case.purpose is Purpose.PUBLIC and charged):
            return no("The power authorises no charge but for a commercial purpose.")
        return yes("It is not used to charge otherwise than commercially.")

    return not_to_recover_cost


def _commercially_through_a_company(at: Provision) -> Condition:
    @condition(at)
    def commercially_through_a_company(case: Proposal) -> Answer:
        def answer() -> Answer:
            if case.vehicle is None:
                return unknown("vehicle", "It has not been said whether it would be done through a company.")
            if case.vehicle in {Vehicle.COMPANY, Vehicle.SOCIETY}:
                return yes("It would be done through a {vehicle}.", vehicle=case.vehicle.value)
            if case.vehicle in SEPARATE_BODIES:
                return no("A {vehicle} is not a company that the power allows.", vehicle=case.vehicle.value)
            return no("It would be done by the authority itself, and not through a company.")

        return _when_commercial(case, "The purpose is not commercial, so no company is needed.", answer)

    return commercially_through_a_company


def _not_owed_commercially(at: Provision) -> Condition:
    @condition(at)
    def not_owed_commercially(case: Proposal) -> Answer:
        def answer() -> Answer:
            who = case.customer.name
            if case.required_for_customer is None:
                template = "It has not been said whether the supplier must provide the service to {customer}."
                return unknown("required_for_customer", template, customer=who)
            if case.required_for_customer:
                return no("An enactment requires the supplier to provide the service to {customer}.", customer=who)
            return yes("No enactment is said to require the supplier to provide it to {customer}.", customer=who)

        return _when_commercial(case, "The purpose is not commercial, so it does not matter what is owed.", answer)

    return not_owed_commercially
