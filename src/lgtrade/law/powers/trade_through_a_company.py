"""Local Government Act 2003 s.95: trading for a commercial purpose, through a company, as an order allows.

The section gives nothing by itself. In England the 2004 Order let councils in certain performance categories trade,
and the 2009 Order lets all principal councils; both ask for a business case first, and for the company to pay its way.
"""

from __future__ import annotations

import datetime as dt

from lgtrade.answers import Answer, no, uncertain, unknown, yes
from lgtrade.authorities import AuthorityKind, Nation
from lgtrade.law.conditions import (
    for_a_commercial_purpose,
    general_power_may_displace_it,
    not_required_for_customer,
    supplier_is,
    through,
)
from lgtrade.law.definitions import CHARGING, ENGLAND, ORDER_2004, ORDER_2009, WITHIN_ORDER_2004, WITHIN_ORDER_2009
from lgtrade.law.enactments import LGA_2003 as ACT
from lgtrade.law.enactments import STAR_CATEGORIES_2006, TRADE_ORDER_2004, TRADE_ORDER_2009
from lgtrade.law.facts import BusinessCase, Category, Proposal, Vehicle
from lgtrade.law.power import Condition, Gap, Outcome, Power, Price, Version, condition, duty
from lgtrade.law.powers.supply_to_public_bodies import SUPPLY_TO_PUBLIC_BODIES
from lgtrade.sources import Enactment
from lgtrade.words import Words

_FAIR_OR_BETTER = {Category.EXCELLENT, Category.GOOD, Category.FAIR}
_STARS = {Category.FOUR_STARS, Category.THREE_STARS, Category.TWO_STARS, Category.ONE_STAR}
_STARS_SINCE = dt.date(2006, 12, 15)


@condition(ACT.section("95(1)"))
def within_ordinary_functions(case: Proposal) -> Answer:
    """It is something that the authority may do to carry on one of its ordinary functions."""
    if case.within_ordinary_functions is None:
        return unknown("within_ordinary_functions", "It has not been said whether it is within the ordinary functions.")
    if case.within_ordinary_functions:
        return yes("It is within the supplier's ordinary functions.")
    return no("It is not within the supplier's ordinary functions.", at=ACT.section("95(7)"))


@condition(ACT.section("95(2)(b)"))
def not_already_authorised_commercially(case: Proposal) -> Answer:
    """The authority is not already authorised to do it for this customer for a commercial purpose."""
    given = case.other_commercial_power
    if isinstance(given, str):
        return no("{by} already authorises it commercially for {customer}.", by=given, customer=case.customer.name)
    if given is True:
        return no("It is already authorised commercially for {customer}.", customer=case.customer.name)
    by_the_1970_act = SUPPLY_TO_PUBLIC_BODIES.finding(case)
    if by_the_1970_act.outcome in {Outcome.AVAILABLE, Outcome.UNCERTAIN}:
        template = "It is not settled whether {power} already authorises it commercially for {customer}."
        return uncertain("Q2", template, power=by_the_1970_act.under, customer=case.customer.name)
    if by_the_1970_act.outcome is Outcome.DEPENDS:
        template = "It depends on a fact whether {power} authorises it for {customer}."
        facts = by_the_1970_act.combination.facts
        return unknown(facts, template, power=by_the_1970_act.under, customer=case.customer.name)
    return yes("Nothing else is said to authorise it commercially for {customer}.", customer=case.customer.name)


@condition(TRADE_ORDER_2004.article("1(2)(b)"), who=True)
def in_a_qualifying_category(case: Proposal) -> Answer:
    """The council is in a performance category that the 2004 Order names on the day."""
    category = case.category
    if category is None:
        return unknown("category", "The performance category on {day} has not been given.", day=case.on)
    if category in _FAIR_OR_BETTER:
        return yes('The category "{category}" qualifies.', category=category.value)
    if category in _STARS:
        if case.on >= _STARS_SINCE:
            template = 'The category "{category}" qualifies.'
            return yes(template, category=category.value, at=STAR_CATEGORIES_2006.article("2"))
        template = 'The category "{category}" did not qualify until {day}.'
        return no(template, category=category.value, day=_STARS_SINCE)
    return no('The category "{category}" does not qualify.', category=category.value)


@condition(TRADE_ORDER_2004.article("1(3)"), who=True)
def not_acting_as_fire_authority(case: Proposal) -> Answer:
    """A council that is also a fire and rescue authority is not acting as one."""
    if case.acting_as_fire_authority:
        return no("The council would act as fire and rescue authority, which the Order leaves out.")
    if case.supplier.kind in {AuthorityKind.FIRE, AuthorityKind.METROPOLITAN_FIRE}:
        return uncertain(
            "not-modelled", "Fire and rescue authorities come in under art.4, not modelled in this version."
        )
    return yes("The council is not said to act as fire and rescue authority.")


def _business_case_is_approved(order: Enactment) -> Condition:
    @condition(order.article("2(2)"))
    def business_case_is_approved(case: Proposal) -> Answer:
        given = case.business_case
        if not isinstance(given, BusinessCase):
            if given is None:
                return unknown(
                    "business_case", "It has not been said whether a business case was prepared and approved."
                )
            return no("No business case was prepared.")
        if given.approved is None:
            return no("The business case has not been approved.")
        if given.approved > case.on:
            template = "The business case was not approved until {approved}, after {day}."
            return no(template, approved=given.approved, day=case.on)
        if given.missing_heads:
            template = "The business case does not state: {heads}."
            return no(template, heads=", ".join(given.missing_heads), at=order.article("2(4)"))
        return yes("A business case was approved on {approved}.", approved=given.approved)

    return business_case_is_approved


def _company_pays_its_way(order: Enactment) -> Condition:
    words = Words(
        "Recover the costs of any accommodation, goods, services, staff or other thing that the authority supplies "
        "to the company."
    )
    return duty("company_pays_costs", order.article("2(3)"), words, lambda case: case.company_pays_costs is False)


_GUIDANCE = duty("guidance", ACT.section("96(2)"), Words("Have regard to the guidance on trading."), lambda _: False)


_THROUGH_A_COMPANY = through(ACT.section("95(4)"), Vehicle.COMPANY, Vehicle.SOCIETY)
_COMMON = (
    for_a_commercial_purpose(ACT.section("95(1)")),
    within_ordinary_functions,
    not_required_for_customer(ACT.section("95(2)(a)")),
    not_already_authorised_commercially,
    _THROUGH_A_COMPANY,
)

TRADE_THROUGH_A_COMPANY = Power(
    code="LGA2003_S95",
    title="Trade for a commercial purpose, through a company",
    citation=ACT.section("95"),
    price=Price.COMMERCIAL,
    gaps=(Gap(Nation.WALES, CHARGING, "the Welsh orders SI 2006/979 and SI 2022/424"),),
    versions=(
        Version(
            since=ORDER_2004,
            last=ORDER_2009 - dt.timedelta(days=1),
            nations=ENGLAND,
            under=TRADE_ORDER_2004.article("2(1)"),
            conditions=(
                supplier_is(WITHIN_ORDER_2004),
                not_acting_as_fire_authority,
                in_a_qualifying_category,
                *_COMMON,
                _business_case_is_approved(TRADE_ORDER_2004),
            ),
            duties=(_company_pays_its_way(TRADE_ORDER_2004), _GUIDANCE),
        ),
        Version(
            since=ORDER_2009,
            nations=ENGLAND,
            under=TRADE_ORDER_2009.article("2(1)"),
            conditions=(
                supplier_is(WITHIN_ORDER_2009),
                *_COMMON,
                _business_case_is_approved(TRADE_ORDER_2009),
            ),
            duties=(_company_pays_its_way(TRADE_ORDER_2009), _GUIDANCE),
            cautions=(general_power_may_displace_it,),
        ),
    ),
)
