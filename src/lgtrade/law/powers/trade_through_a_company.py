"""Local Government Act 2003 s.95: trading for a commercial purpose, through a company, as an order allows.

The section gives nothing by itself. In England the 2004 Order let councils in certain performance categories trade,
and the 2009 Order lets all principal councils; both ask for a business case first, and for the company to pay its way.
"""

from __future__ import annotations

import datetime as dt

from lgtrade.answers import Answer, Verdict, no, uncertain, unknown, yes
from lgtrade.authorities import AuthorityKind, Nation
from lgtrade.law.citations import disregarded, might_be_disregarded
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
from lgtrade.law.gaps import FIRE, FIRE_CHARGES_SINCE, Gap
from lgtrade.law.power import Condition, Power, Price, Version, condition, duty
from lgtrade.law.powers.supply_to_public_bodies import SUPPLY_TO_PUBLIC_BODIES
from lgtrade.sources import Enactment, Provision
from lgtrade.words import Words

_FAIR_OR_BETTER = {Category.EXCELLENT, Category.GOOD, Category.FAIR}
_STARS = {Category.FOUR_STARS, Category.THREE_STARS, Category.TWO_STARS, Category.ONE_STAR}
_STARS_SINCE = dt.date(2006, 12, 15)
_MAY_BE_FIRE_AUTHORITY = {AuthorityKind.COUNTY, AuthorityKind.ISLES_OF_SCILLY}
_WELSH_LAST = dt.date(2022, 5, 4)


@condition(ACT.section("95(1)"))
def within_ordinary_functions(case: Proposal) -> Answer:
    """It is something that the authority may do to carry on one of its ordinary functions."""
    if case.within_ordinary_functions is None:
        return unknown("within_ordinary_functions", "It has not been said whether it is within the ordinary functions.")
    if case.within_ordinary_functions:
        return yes("It is within the supplier's ordinary functions.")
    return no("It is not within the supplier's ordinary functions.", at=ACT.section("95(7)"))


@condition(ACT.section("95(1)"))
def not_prohibited(case: Proposal) -> Answer:
    """No enactment prohibits it: the section only lets be done commercially what the authority may do."""
    given = case.prohibited_by
    if given is None:
        return unknown("prohibited_by", "It has not been said whether an enactment prohibits it.")
    if given is False:
        return yes("No enactment is said to prohibit it.")
    if given is True:
        return no("An enactment is said to prohibit it.")
    if disregarded(given, case.on) is not None or might_be_disregarded(given):
        return uncertain("unverified", "It is not settled whether {by} prevents trading.", by=given)
    return no("{by} is said to prohibit it.", by=given)


@condition(ACT.section("95(2)(b)"))
def not_already_authorised_commercially(case: Proposal) -> Answer:
    """The authority is not already authorised to do it for this customer for a commercial purpose."""
    given, who = case.other_commercial_power, case.customer.name
    if isinstance(given, str):
        return no("{by} is said to authorise it commercially for {customer} already.", by=given, customer=who)
    if given is True:
        return no("It is said to be authorised commercially for {customer} already.", customer=who)
    held, where = SUPPLY_TO_PUBLIC_BODIES.conditions_on(case), SUPPLY_TO_PUBLIC_BODIES.citation
    if held is not None and held.verdict in {Verdict.YES, Verdict.UNCERTAIN}:
        template = "It is not settled whether {power} already authorises it commercially for {customer}."
        return uncertain("Q2", template, power=where, customer=who)
    if held is not None and held.verdict is Verdict.UNKNOWN:
        template = "It depends on a fact whether {power} authorises it for {customer}."
        return unknown(held.facts, template, power=where, customer=who)
    if given is None:
        template = "It has not been said whether it is already authorised commercially for {customer}."
        return unknown("other_commercial_power", template, customer=who)
    return yes("Nothing else is said to authorise it commercially for {customer}.", customer=who)


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
            return yes(template, category=category.value, at=STAR_CATEGORIES_2006.article("2(2)"))
        template = 'The category "{category}" did not qualify until {day}.'
        return no(template, category=category.value, day=_STARS_SINCE)
    if case.begun_while_qualifying:
        template = (
            "Article 3 lets what was begun while the category qualified be completed, not modelled in this version."
        )
        return uncertain("not-modelled", template, at=TRADE_ORDER_2004.article("3"))
    template = 'The category "{category}" does not qualify; article 3 only lets what had been begun be completed.'
    return no(template, category=category.value)


@condition(TRADE_ORDER_2004.article("1(3)"), who=True)
def not_acting_as_fire_authority(case: Proposal) -> Answer:
    """A council that is also a fire and rescue authority is not acting as one."""
    if case.supplier.kind not in _MAY_BE_FIRE_AUTHORITY:
        return yes("{name} is not a fire and rescue authority.", name=case.supplier.name)
    if case.acting_as_fire_authority is None:
        template = "It has not been said whether the council would act as fire and rescue authority."
        return unknown("acting_as_fire_authority", template)
    if not case.acting_as_fire_authority:
        return yes("The council would not act as fire and rescue authority.")
    if case.on < FIRE_CHARGES_SINCE:
        return no("The council would act as fire and rescue authority, which the Order leaves out.")
    template = "A council acting as fire and rescue authority comes in under article 4, not modelled in this version."
    return uncertain("not-modelled", template)


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
    breach = "The company is said not to pay the cost of what the authority supplies to it."
    return duty(
        "company_pays_costs", order.article("2(3)"), words, lambda case: case.company_pays_costs is False, breach
    )


TRADING_GUIDANCE = duty("guidance", ACT.section("96(2)"), Words("Have regard to the guidance on trading."))


def by_contract(at: Provision) -> Condition:
    """Make the duty to supply only those who agree to buy."""
    return duty(
        "by_contract",
        at,
        Words("The company supplies only those who agree to buy."),
        lambda case: case.customer_agreed is False,
        "The customer has not agreed to be supplied.",
    )


_COMMON = (
    for_a_commercial_purpose(ACT.section("95(1)")),
    within_ordinary_functions,
    not_prohibited,
    not_required_for_customer(ACT.section("95(2)(a)")),
    not_already_authorised_commercially,
    through(ACT.section("95(4)"), Vehicle.COMPANY, Vehicle.SOCIETY),
)

TRADE_THROUGH_A_COMPANY = Power(
    code="LGA2003_S95",
    title="Trade for a commercial purpose, through a company",
    citation=ACT.section("95"),
    price=Price.COMMERCIAL,
    since=CHARGING,
    commencement=ACT.section("128(2)(d)"),
    gaps=(
        Gap("SI 2006/979 (the Welsh trading order of 2006)", Nation.WALES, since=dt.date(2006, 4, 1), last=_WELSH_LAST),
        Gap(
            "SI 2022/424 (the Welsh trading order of 2022)",
            Nation.WALES,
            since=_WELSH_LAST + dt.timedelta(days=1),
        ),
        Gap(
            "article 4 of the 2004 Order, which named fire and rescue authorities and their services",
            Nation.ENGLAND,
            FIRE,
            since=FIRE_CHARGES_SINCE,
            last=ORDER_2009 - dt.timedelta(days=1),
        ),
    ),
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
            duties=(by_contract(ACT.section("95(1)")), _company_pays_its_way(TRADE_ORDER_2004), TRADING_GUIDANCE),
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
            duties=(by_contract(ACT.section("95(1)")), _company_pays_its_way(TRADE_ORDER_2009), TRADING_GUIDANCE),
            cautions=(general_power_may_displace_it,),
        ),
    ),
)
