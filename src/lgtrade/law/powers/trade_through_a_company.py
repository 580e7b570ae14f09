"""Local Government Act 2003 s.95: trading for a commercial purpose, through a company, as an order allows.

The section gives nothing by itself. In England the 2004 Order let councils in certain performance categories trade, and
from 1 October 2004 named fire authorities in listed services; the 2009 Order lets all principal councils and fire
authorities trade. Wales has had orders of its own since 2006. Nearly all ask for a business case first, and for the
company to pay its way.
"""

from __future__ import annotations

import datetime as dt

from lgtrade.answers import Answer, Verdict, no, uncertain, unknown, yes
from lgtrade.law.conditions import (
    by_contract,
    case_is_approved,
    company_pays_its_way,
    for_a_commercial_purpose,
    general_power_may_displace_it,
    has_general_power,
    not_required_for_customer,
    through,
)
from lgtrade.law.definition import ENGLAND, ONE_DAY, WALES
from lgtrade.law.definitions import (
    CHARGING,
    FIRE,
    FIRE_CHARGES,
    MAY_BE_FIRE_AUTHORITY,
    ORDER_2004,
    ORDER_2009,
    WELSH_ORDER_2006,
    WELSH_ORDER_2022,
    WITHIN_ORDER_2004,
    WITHIN_ORDER_2009,
    WITHIN_WELSH_ORDER_2006,
    WITHIN_WELSH_ORDER_2022,
)
from lgtrade.law.enactments import LGA_2003 as ACT
from lgtrade.law.enactments import (
    STAR_CATEGORIES_2006,
    TRADE_ORDER_2004,
    TRADE_ORDER_2009,
    WELSH_TRADE_ORDER_2006,
    WELSH_TRADE_ORDER_2022,
)
from lgtrade.law.facts import ENGLISH_HEADS, WELSH_HEADS, BusinessCase, Category, Proposal, Vehicle
from lgtrade.law.finding import Price
from lgtrade.law.limitations import not_prohibited
from lgtrade.law.power import Condition, Power, Version, condition, duty
from lgtrade.law.powers.supply_to_public_bodies import SUPPLY_TO_PUBLIC_BODIES
from lgtrade.law.powers.use_the_welsh_general_power import case_is_published
from lgtrade.sources import Provision
from lgtrade.words import Words

_FAIR_OR_BETTER = {Category.EXCELLENT, Category.GOOD, Category.FAIR}
_STARS = {Category.FOUR_STARS, Category.THREE_STARS, Category.TWO_STARS, Category.ONE_STAR}
_STARS_SINCE = dt.date(2006, 12, 15)
_FIRE_LAST = dt.date(2009, 9, 30)
_YEARS_OF_RUN_OFF = 2


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


def acts_as_fire_authority(case: Proposal) -> bool | None:
    """Tell whether the supplier would act as fire and rescue authority; none if that has not been said."""
    if case.supplier.kind in FIRE:
        return True
    return case.acting_as_fire_authority if case.supplier.kind in MAY_BE_FIRE_AUTHORITY else False


@condition(TRADE_ORDER_2004.article("1(3)"), who=True, edges=(FIRE_CHARGES,))
def capacity_is_within_the_order(case: Proposal) -> Answer:
    """A council that is also a fire and rescue authority is not acting as one, unless article 4 lets it."""
    acting = acts_as_fire_authority(case)
    if acting is None:
        template = "It has not been said whether the council would act as fire and rescue authority."
        return unknown("acting_as_fire_authority", template)
    if not acting:
        return yes("The supplier would not act as fire and rescue authority.")
    if case.on < FIRE_CHARGES:
        return no("The council would act as fire and rescue authority, which the Order leaves out.")
    return yes("The supplier would act as fire and rescue authority, for which article 4 provides.")


@condition(TRADE_ORDER_2004.article("4(3)"), who=True, edges=(FIRE_CHARGES, _FIRE_LAST))
def service_is_listed_for_a_fire_authority(case: Proposal) -> Answer:
    """A fire and rescue authority may trade only in what the Schedule lists against its name."""
    acting = acts_as_fire_authority(case)
    if acting is None:
        template = "It has not been said whether the council would act as fire and rescue authority."
        return unknown("acting_as_fire_authority", template)
    if not acting:
        return yes("The Schedule of fire and rescue authorities does not matter to it.")
    if case.on < FIRE_CHARGES:
        return no("The Schedule of fire and rescue authorities was not yet in the Order.")
    if case.listed_service is None:
        template = "It has not been said whether the Schedule lists this service against {name}."
        return unknown("listed_service", template, name=case.supplier.name)
    if not case.listed_service:
        return no("The Schedule does not list this service against {name}.", name=case.supplier.name)
    if case.on >= _FIRE_LAST:
        template = "Article 4 was to cease on {day}, and whether that day is covered is not clear."
        return uncertain("unverified", template, day=_FIRE_LAST, at=TRADE_ORDER_2004.article("4(2)"))
    return yes("The Schedule is said to list this service against {name}.", name=case.supplier.name)


@condition(TRADE_ORDER_2004.article("1(2)(b)"), who=True, edges=(_STARS_SINCE,))
def in_a_qualifying_category(case: Proposal) -> Answer:
    """The council is in a performance category that the 2004 Order names on the day, or only runs off what it began."""
    if acts_as_fire_authority(case) and case.on >= FIRE_CHARGES:
        return yes("The category of a fire and rescue authority does not matter.", at=TRADE_ORDER_2004.article("4(1)"))
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
    return _run_off(case, category)


def _run_off(case: Proposal, category: Category) -> Answer:
    """Article 3: what was begun may be completed, and an agreement runs for two years from the day of leaving."""
    where = TRADE_ORDER_2004.article("3")
    if not case.begun_while_qualifying:
        template = 'The category "{category}" does not qualify; article 3 only lets what had been begun be completed.'
        return no(template, category=category.value)
    left = case.category_left
    if left is None:
        return unknown("category_left", "It has not been said when the category ceased to qualify.", at=where)
    if case.on < left:
        return no("The category is said to have ceased to qualify on {left}, which is later.", left=left, at=where)
    ends = two_years_on(left)
    if case.on >= ends:
        template = "An agreement made before the category ceased to qualify ceased to have effect after {last}."
        return no(template, last=ends - ONE_DAY, at=where)
    return yes(
        "What was begun, or agreed, before {left} may be run off until {last}.",
        left=left,
        last=ends - ONE_DAY,
        at=where,
    )


def two_years_on(day: dt.date) -> dt.date:
    """Give the first day after the two years that begin with a day."""
    try:
        return day.replace(year=day.year + _YEARS_OF_RUN_OFF)
    except ValueError:  # they begin with 29 February
        return dt.date(day.year + _YEARS_OF_RUN_OFF, 3, 1)


_BEFORE = case_is_approved(TRADE_ORDER_2004.article("2(2)"), TRADE_ORDER_2004.article("2(4)"), ENGLISH_HEADS)


@condition(TRADE_ORDER_2004.article("2(2)"))
def business_case_is_approved(case: Proposal) -> Answer:
    """A business case was prepared and approved first, except by a fire and rescue authority."""
    if acts_as_fire_authority(case) and case.on >= FIRE_CHARGES:
        return yes("A named fire and rescue authority need not prepare one.", at=TRADE_ORDER_2004.article("4(4)"))
    return _BEFORE.test(case)


@condition(WELSH_TRADE_ORDER_2006.article("2"))
def welsh_case_is_approved(case: Proposal) -> Answer:
    """A business case was approved first; the words of the Welsh order of 2006 could not be read."""
    given = case.business_case
    if isinstance(given, BusinessCase) and given.approved is not None and given.approved <= case.on:
        return yes("A business case was approved on {approved}.", approved=given.approved)
    if given is None:
        return unknown("business_case", "It has not been said whether a business case was prepared and approved.")
    template = "The Welsh order of 2006 is reported to ask for an approved business case; its words could not be read."
    return uncertain("unverified", template)


TRADING_GUIDANCE = duty("guidance", ACT.section("96(2)"), Words("Have regard to the guidance on trading."))

_NOT_OBLIGED = duty(
    "not_obliged_by_law",
    WELSH_TRADE_ORDER_2006.article("2"),
    Words("Trade only in what the authority is not obliged by law to provide."),
)

_COMMON: tuple[Condition, ...] = (
    for_a_commercial_purpose(ACT.section("95(1)")),
    within_ordinary_functions,
    not_prohibited(ACT.section("95(1)")),
    not_required_for_customer(ACT.section("95(2)(a)")),
    not_already_authorised_commercially,
    through(ACT.section("95(4)"), Vehicle.COMPANY, Vehicle.SOCIETY),
)


def _duties(pays: Provision, *others: Condition) -> tuple[Condition, ...]:
    return (by_contract(ACT.section("95(1)")), company_pays_its_way(pays), TRADING_GUIDANCE, *others)


TRADE_THROUGH_A_COMPANY = Power(
    code="LGA2003_S95",
    title="Trade for a commercial purpose, through a company",
    citation=ACT.section("95"),
    price=Price.COMMERCIAL,
    since=CHARGING,
    commencement=ACT.section("128(2)(d)"),
    versions=(
        Version(
            since=ORDER_2004,
            last=ORDER_2009 - ONE_DAY,
            nations=ENGLAND,
            under=TRADE_ORDER_2004.article("2(1)"),
            bodies=WITHIN_ORDER_2004,
            conditions=(
                capacity_is_within_the_order,
                service_is_listed_for_a_fire_authority,
                in_a_qualifying_category,
                *_COMMON,
                business_case_is_approved,
            ),
            duties=_duties(TRADE_ORDER_2004.article("2(3)")),
        ),
        Version(
            since=ORDER_2009,
            nations=ENGLAND,
            under=TRADE_ORDER_2009.article("2(1)"),
            bodies=WITHIN_ORDER_2009,
            conditions=(
                *_COMMON,
                case_is_approved(TRADE_ORDER_2009.article("2(2)"), TRADE_ORDER_2009.article("2(4)"), ENGLISH_HEADS),
            ),
            duties=_duties(TRADE_ORDER_2009.article("2(3)")),
            cautions=(general_power_may_displace_it,),
        ),
        Version(
            since=WELSH_ORDER_2006,
            last=WELSH_ORDER_2022 - ONE_DAY,
            nations=WALES,
            under=WELSH_TRADE_ORDER_2006.article("2"),
            bodies=WITHIN_WELSH_ORDER_2006,
            conditions=(*_COMMON, welsh_case_is_approved),
            duties=_duties(WELSH_TRADE_ORDER_2006.article("2"), _NOT_OBLIGED),
            cautions=(general_power_may_displace_it,),
        ),
        Version(
            since=WELSH_ORDER_2022,
            nations=WALES,
            under=WELSH_TRADE_ORDER_2022.article("2(1)"),
            bodies=WITHIN_WELSH_ORDER_2022,
            conditions=(
                has_general_power(WELSH_TRADE_ORDER_2022.article("1(3)")),
                *_COMMON,
                case_is_approved(
                    WELSH_TRADE_ORDER_2022.article("2(2)"), WELSH_TRADE_ORDER_2022.article("2(3)"), WELSH_HEADS
                ),
                case_is_published(WELSH_TRADE_ORDER_2022.article("3")),
            ),
            duties=_duties(WELSH_TRADE_ORDER_2022.article("4")),
            cautions=(general_power_may_displace_it,),
        ),
    ),
)
