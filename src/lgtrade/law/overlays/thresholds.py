"""The values from which a purchase is regulated, by the day on which the procurement began.

Figures for authorities that are not central government. Those of 2026 were read in SI 2025/1200 reg.2(3)
(https://www.legislation.gov.uk/uksi/2025/1200), which leaves out contracts regulated by the Welsh Ministers and keeps
the old figures for what began before (reg.3); those of Procurement Act 2023 Sch.1 as enacted at
https://www.legislation.gov.uk/ukpga/2023/54. The rest are from law firms' notes, which agree with one another: 2015
and 2016 (https://www.blakemorgan.co.uk/news-events/news/new-year-new-public-procurement-thresholds/), 2018
(https://pelicanprocurement.co.uk/resources/new-eu-procurement-thresholds-for-public-procurement-from-january-2018/),
2020 and 2022 (https://dacbeachcroft.com/es-ES/What-we-think/New-year-new-public-procurement-thresholds), 2024
(https://www.hilldickinson.com/insights/articles/procurement-thresholds-update-1-january-2024). Scotland's are the
same
(https://gov.scot/publications/european-union-legislation-procurement-reform-scotland-act-2014-reference-pack/pages/4
for 2018,
https://www.mfmac.com/insights/public-sector/scottish-public-procurement-thresholds-updated-what-the-2025-regulations-mean-from-january-2026).

Wales: the Welsh Government gives the same figures from 1 January 2026 (Welsh Procurement Policy Note 017 and its
bulletin of December 2025, https://content.govdelivery.com/accounts/UKWALES/bulletins/4001bb7); its instrument was not
read. For 2025 the Welsh instrument, SI 2025/181 (W. 38), was not read either: what lies between the figures as
enacted and those of England is uncertain. Concessions, utilities and defence contracts have figures of their own,
which are not modelled.
"""

from __future__ import annotations

import datetime as dt

import attrs

from lgtrade.answers import Answer, no, uncertain, unknown, yes
from lgtrade.authorities import Nation
from lgtrade.law.facts import ContractKind, Procurement
from lgtrade.law.overlay_enactments import CONTRACTS_2015, PROCUREMENT_2023, SCOTTISH_CONTRACTS_2015, THRESHOLDS_2025
from lgtrade.money import ZERO, Money
from lgtrade.services import Subject
from lgtrade.sources import Provision

WITH_VAT_SINCE = dt.date(2022, 1, 1)
"""The first day on which thresholds include VAT (SI 2021/1221)."""
ACT_SINCE = dt.date(2025, 2, 24)
"""SI 2024/716 reg.2(2), put back from 28 October 2024."""
FIGURES_2026 = dt.date(2026, 1, 1)


@attrs.frozen
class Thresholds:
    """The figures for what begins on a day or after it.

    Args:
        since: the first day.
        goods_or_services: for goods and services.
        light_touch: for light-touch services: social and other specific services.
        works: for works.
    """

    since: dt.date
    goods_or_services: Money
    light_touch: Money
    works: Money

    def of(self, kind: ContractKind) -> Money:
        """Give the figure for one sort of contract."""
        figures = {
            ContractKind.GOODS_OR_SERVICES: self.goods_or_services,
            ContractKind.LIGHT_TOUCH: self.light_touch,
            ContractKind.WORKS: self.works,
        }
        return figures[kind]


def _from(year: int, month: int, day: int, *pounds: int) -> Thresholds:
    return Thresholds(dt.date(year, month, day), *(Money.pounds(each) for each in pounds))


_AS_ENACTED = _from(2023, 10, 26, 213_477, 663_540, 5_336_937)
"""Procurement Act 2023 Sch.1 as enacted, rows 12, 8 and 10."""

THRESHOLDS = (
    _from(2026, 1, 1, 207_720, 663_540, 5_193_000),
    _from(2024, 1, 1, 214_904, 663_540, 5_372_609),
    _from(2022, 1, 1, 213_477, 663_540, 5_336_937),
    _from(2020, 1, 1, 189_330, 663_540, 4_733_252),
    _from(2018, 1, 1, 181_302, 615_278, 4_551_413),
    _from(2016, 1, 1, 164_176, 589_148, 4_104_394),
    _from(2015, 2, 26, 172_514, 625_050, 4_322_012),
)
"""The latest first."""


def thresholds_on(day: dt.date) -> Thresholds:
    """Give the figures for a procurement that begins on a day; none are modelled before 26 February 2015.

    >>> thresholds_on(dt.date(2025, 12, 31)).goods_or_services, thresholds_on(dt.date(2026, 1, 1)).goods_or_services
    (£214,904.00, £207,720.00)
    """
    return next(each for each in THRESHOLDS if each.since <= day)


def source_on(day: dt.date, nation: Nation) -> Provision:
    """Give the provision that sets the figures."""
    if nation is Nation.SCOTLAND:
        return SCOTTISH_CONTRACTS_2015.regulation("5")
    if day < ACT_SINCE:
        return CONTRACTS_2015.regulation("5")
    if day >= FIGURES_2026 and nation is not Nation.WALES:
        return THRESHOLDS_2025.regulation("2(3)")
    return PROCUREMENT_2023.schedule("1")


def below_threshold(facts: Procurement, day: dt.date, nation: Nation, subject: Subject | None) -> Answer:
    """Answer whether a contract is below the threshold; one that just reaches it is not.

    Args:
        facts: what is said of the purchase.
        day: the day on which the procurement began, 26 February 2015 or later.
        nation: the nation of the buyer.
        subject: what is supplied.
    """
    at = source_on(day, nation)
    if facts.value is None:
        return said_below(facts, at)
    least, most = facts.value, facts.value
    if day < WITH_VAT_SINCE:
        most = facts.value - (facts.vat or ZERO)
        least = ZERO if facts.vat is None else most
    kinds = (facts.kind,) if facts.kind is not None else _POSSIBLE.get(subject, _SERVICES)
    figures = [each.of(kind) for each in _tables(day, nation) for kind in kinds]
    low, high = min(figures), max(figures)
    if most < low:
        return yes("Its value is below the threshold, {threshold}.", threshold=low, at=at)
    if least >= high:
        return no("Its value reaches the threshold, {threshold}.", threshold=high, at=at)
    if len(kinds) > 1:
        template = "It has not been said which sort of contract it is: the threshold is {low} or {high}."
        return unknown("procurement", template, low=low, high=high, at=at)
    if least != most:
        template = "The threshold, {threshold}, is net of VAT, and it has not been said how much of the value is VAT."
        return unknown("procurement", template, threshold=high, at=at)
    template = "The figure for Wales in 2025 was not read: it is {low} as enacted, and {high} in England."
    return uncertain("unverified", template, low=low, high=high, at=at)


_SERVICES = (ContractKind.GOODS_OR_SERVICES, ContractKind.LIGHT_TOUCH)
_POSSIBLE: dict[Subject | None, tuple[ContractKind, ...]] = {
    Subject.GOODS: (ContractKind.GOODS_OR_SERVICES,),
    Subject.PLANT: (ContractKind.GOODS_OR_SERVICES,),
    Subject.MAINTENANCE: (ContractKind.GOODS_OR_SERVICES, ContractKind.WORKS),
    Subject.CONSTRUCTION: (ContractKind.WORKS,),
    None: tuple(ContractKind),
}
"""The sorts of contract that what is supplied can be: any service may be one of those listed for a light touch."""


def _tables(day: dt.date, nation: Nation) -> tuple[Thresholds, ...]:
    if nation is Nation.WALES and ACT_SINCE <= day < FIGURES_2026:
        return (_AS_ENACTED, thresholds_on(day))
    return (thresholds_on(day),)


def said_below(facts: Procurement, at: Provision | None) -> Answer:
    """Answer whether a contract is said to be below the threshold, where its value is not given."""
    if facts.above_threshold is None:
        return unknown("procurement", "It has not been said what the contract is worth.", at=at)
    if facts.above_threshold:
        return no("Its value is said to reach the threshold.", at=at)
    return yes("Its value is said to be below the threshold.", at=at)
