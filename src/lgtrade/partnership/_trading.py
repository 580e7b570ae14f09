"""What the orders and regulations on trading ask of a business case and of a company, as they stood on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

import attrs

from lgtrade.answers import Answer, Verdict, no, uncertain, yes
from lgtrade.authorities import Nation
from lgtrade.calendar import day_issues, day_or_as_given
from lgtrade.charging import Supplied
from lgtrade.issues import Issue, refuse, wrong_type
from lgtrade.law import ENGLISH_HEADS, WELSH_HEADS, BusinessCase
from lgtrade.law.definitions import (
    GENERAL_POWER,
    ORDER_2004,
    ORDER_2009,
    WELSH_GENERAL_POWER,
    WELSH_ORDER_2006,
    WELSH_ORDER_2022,
)
from lgtrade.law.enactments import (
    TRADE_ORDER_2004,
    TRADE_ORDER_2009,
    WELSH_COMMERCIAL_2021,
    WELSH_TRADE_ORDER_2006,
    WELSH_TRADE_ORDER_2022,
)
from lgtrade.partnership._given import mapping, name_issues
from lgtrade.sources import Provision
from lgtrade.words import Words


@attrs.frozen
class _Order:
    """One instrument on trading: what a business case has to state, and where it asks for costs to be recovered."""

    nation: Nation
    since: dt.date
    states: Provision
    recovers: Provision
    heads: tuple[str, ...] | None
    general_power: bool = False
    question: str = ""


_ORDERS = (
    _Order(
        Nation.ENGLAND, ORDER_2009, TRADE_ORDER_2009.article("2(4)"), TRADE_ORDER_2009.article("2(3)"), ENGLISH_HEADS
    ),
    _Order(
        Nation.ENGLAND, ORDER_2004, TRADE_ORDER_2004.article("2(4)"), TRADE_ORDER_2004.article("2(3)"), ENGLISH_HEADS
    ),
    _Order(
        Nation.WALES,
        WELSH_ORDER_2022,
        WELSH_TRADE_ORDER_2022.article("2(3)"),
        WELSH_TRADE_ORDER_2022.article("4"),
        WELSH_HEADS,
    ),
    _Order(
        Nation.WALES,
        WELSH_ORDER_2006,
        WELSH_TRADE_ORDER_2006.article("2"),
        WELSH_TRADE_ORDER_2006.article("2"),
        None,
        question="unverified",
    ),
    _Order(
        Nation.ENGLAND,
        GENERAL_POWER,
        TRADE_ORDER_2009.article("2(4)"),
        TRADE_ORDER_2009.article("2(3)"),
        ENGLISH_HEADS,
        general_power=True,
        question="Q7",
    ),
    _Order(
        Nation.WALES,
        WELSH_GENERAL_POWER,
        WELSH_COMMERCIAL_2021.regulation("2(2)"),
        WELSH_COMMERCIAL_2021.regulation("4"),
        WELSH_HEADS,
        general_power=True,
    ),
)
"""The latest first of each nation and power; each ends as the next begins.

That of 2006 could not be read, and has no heads. It is not settled whether England's binds the general power.
"""


def _order(nation: Nation, on: dt.date, *, general_power: bool) -> _Order | None:
    of = (order for order in _ORDERS if (order.nation, order.general_power) == (nation, general_power))
    return next((order for order in of if order.since <= on), None)


@attrs.frozen
class TradingCase:
    """What a business case for trading states, head by head.

    Args:
        nation: whose law applies.
        approved: the day on which it is approved.
        heads: for each head, what it states: ``objectives``, ``resources``, ``risks``, ``results``, and for Wales also
            ``mitigation``, ``staff impact`` and ``staffing``.
        general_power: whether it is for trading under the general power of competence, and not under section 95.

    Raises:
        InputError: a head is not one of these or says nothing, or a part is of the wrong type; all together.

    >>> case = TradingCase(Nation.ENGLAND, "2009-11-02", {"objectives": "Sell payroll", "risks": "No customers"})
    >>> print(case.answer.words, case.answer.provision)
    It does not state: resources, results. SI 2009/2393 art.2(4)
    """

    nation: Nation
    approved: dt.date = attrs.field(converter=day_or_as_given)
    heads: Mapping[str, str] = attrs.field(converter=mapping)
    general_power: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse a case that states nothing where it says it does."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from wrong_type("nation", self.nation, Nation, Words("a Nation"))
        yield from day_issues("approved", self.approved)
        wrong = tuple(wrong_type("heads", self.heads, Mapping, Words("what is stated under each head")))
        yield from wrong
        for head, text in () if wrong else self.heads.items():
            stated = text.strip() if isinstance(text, str) else text
            yield from name_issues(f"heads[{head}]", stated, Words("what is stated under the head"))
            if head not in WELSH_HEADS:
                found, accepted = Words("it is not a head of a business case"), Words("one of: {heads}", heads=_ALL)
                yield Issue("case.head", f"heads[{head}]", found, accepted)
        yield from wrong_type("general_power", self.general_power, bool, Words("true or false"))

    @property
    def facts(self) -> BusinessCase:
        """The same as a fact of a proposal, for an opinion on the power to trade."""
        return BusinessCase(approved=self.approved, heads=tuple(self.heads))

    @property
    def answer(self) -> Answer:
        """Whether it states all that the order on trading asks for on the day, and where the order does."""
        order = _order(self.nation, self.approved, general_power=self.general_power)
        if order is None:
            template = "No order of {nation} on trading asked for a business case on {day}."
            return yes(template, nation=self.nation.value, day=self.approved)
        if order.heads is None:
            return uncertain(order.question, "The words of the order could not be read.", at=order.states)
        missing = ", ".join(self.facts.missing(order.heads))
        if missing and order.question:
            template = "It does not state: {heads}. Whether the order binds the general power is not settled."
            return uncertain(order.question, template, heads=missing, at=order.states)
        if missing:
            return no("It does not state: {heads}.", heads=missing, at=order.states)
        return yes("It states: {heads}.", heads=", ".join(order.heads), at=order.states)


_ALL = ", ".join(WELSH_HEADS)


def recovers(nation: Nation, on: dt.date, supplied: Supplied, *, general_power: bool) -> Answer:
    """Tell whether an authority recovers from its trading company the cost of what it supplies to it."""
    order = _order(nation, on, general_power=general_power)
    if order is None:
        template = "No order of {nation} on trading asked for costs to be recovered from a company on {day}."
        return yes(template, nation=nation.value, day=on)
    answer = supplied.recovered(order.recovers)
    if answer.verdict is Verdict.NO and order.question:
        return attrs.evolve(answer, verdict=Verdict.UNCERTAIN, questions=(order.question,))
    return answer
