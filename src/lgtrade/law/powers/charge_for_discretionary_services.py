"""Local Government Act 2003 s.93: charging, at cost, for a service that need not be provided to that customer.

No company is needed. It yields to any other power to charge.
"""

from __future__ import annotations

import datetime as dt

from lgtrade.answers import Answer, no, unknown, yes
from lgtrade.authorities import AuthorityKind, Nation
from lgtrade.law.citations import is_no_authority_to_provide
from lgtrade.law.code import Reach
from lgtrade.law.conditions import (
    cost_limit,
    customer_has_agreed,
    general_power_authorises,
    general_power_may_displace_it,
    it_is_a_service,
    itself,
    not_for_a_commercial_purpose,
    not_required_for_customer,
)
from lgtrade.law.definition import ENGLAND_AND_WALES
from lgtrade.law.definitions import CHARGING, COUNCILS_IN_WALES, RELEVANT_FOR_CHARGING
from lgtrade.law.displacement import no_power_to_charge_but
from lgtrade.law.enactments import LGA_2003 as ACT
from lgtrade.law.facts import Proposal
from lgtrade.law.finding import Price
from lgtrade.law.limitations import charge_not_prohibited
from lgtrade.law.power import Power, Version, condition, duty
from lgtrade.words import Words

_WALES_REWRITTEN = dt.date(2010, 4, 1)


@condition(ACT.section("93(1)(a)"))
def authorised_to_provide_it(case: Proposal) -> Answer:
    """An enactment authorises the supplier to provide the service to this customer; s.93 itself does not."""
    given = case.authorised_by
    if isinstance(given, str) and is_no_authority_to_provide(given):
        return no("{by} is not itself authority to provide a service.", by=given)
    if given:
        by = given if isinstance(given, str) else "An enactment"
        return yes("{by} is said to authorise the supplier to provide it.", by=by)
    general = general_power_authorises(case)
    if general is not None:
        return yes("The general power of competence authorises the supplier to provide it.", at=general)
    if given is None:
        return unknown("authorised_by", "It has not been said which enactment authorises the supplier to provide it.")
    return no("No enactment is said to authorise the supplier to provide it.")


def _welsh_words_were_not_read(case: Proposal) -> tuple[str, ...]:
    welsh = case.supplier.kind in COUNCILS_IN_WALES | {AuthorityKind.NATIONAL_PARK}
    rewritten = case.supplier.nation is Nation.WALES and case.on >= _WALES_REWRITTEN
    return ("unverified",) if welsh and rewritten else ()


CHARGE_FOR_DISCRETIONARY_SERVICES = Power(
    code="LGA2003_S93",
    title="Charge for a discretionary service, at cost",
    citation=ACT.section("93"),
    price=Price.AT_COST,
    since=CHARGING,
    commencement=ACT.section("128(2)(d)"),
    versions=(
        Version(
            since=CHARGING,
            nations=ENGLAND_AND_WALES,
            under=ACT.section("93"),
            bodies=RELEVANT_FOR_CHARGING,
            conditions=(
                it_is_a_service(ACT.section("93(1)")),
                itself(ACT.section("93(1)")),
                authorised_to_provide_it,
                not_required_for_customer(ACT.section("93(1)(a)")),
                customer_has_agreed(ACT.section("93(1)(b)")),
                no_power_to_charge_but(ACT.section("93(2)(a)"), Reach.SECTION_93),
                charge_not_prohibited,
                not_for_a_commercial_purpose(ACT.section("93(3)")),
            ),
            duties=(
                cost_limit(ACT.section("93(3)")),
                duty(
                    "guidance",
                    ACT.section("93(6)"),
                    Words("Have regard to the guidance issued under the section."),
                ),
            ),
            cautions=(general_power_may_displace_it, _welsh_words_were_not_read),
        ),
    ),
)
