from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.agreements.facts import of_any_type, said
from tests.partnership.market import KENT, LICHFIELD, need, offer

from lgtrade.authorities import Nation, find
from lgtrade.money import Rate
from lgtrade.services import Need, Offer
from lgtrade.strategies import days, needs, offers


@given(offers() | needs(), days())
def test_an_entry_is_open_from_its_first_day_to_its_last(entry: Offer | Need, day: dt.date) -> None:
    assert entry.is_open_on(day) == (entry.first <= day <= (entry.last or dt.date.max))
    assert entry.is_open_on(entry.first)
    assert not entry.is_open_on(entry.first - dt.timedelta(days=1))
    if entry.last is not None:
        assert entry.is_open_on(entry.last)
        assert not entry.is_open_on(entry.last + dt.timedelta(days=1))


@given(days(), st.data())
def test_entries_asked_for_on_a_day_are_open_on_it_and_their_bodies_exist(day: dt.date, data: st.DataObject) -> None:
    entry = data.draw(offers(on=day) | needs(on=day))
    assert entry.is_open_on(day)
    assert entry.authority.existed_on(day)


CARDIFF = find("Cardiff")


def test_an_offer_is_for_anybody_unless_it_says_for_whom() -> None:
    bodies = (LICHFIELD, KENT, CARDIFF)
    assert [offer().serves(body) for body in bodies] == [True, True, True]
    assert [offer(nations=(Nation.WALES,)).serves(body) for body in bodies] == [False, False, True]
    assert [offer(customers=(KENT,)).serves(body) for body in bodies] == [False, True, False]
    assert [offer(nations=(Nation.WALES,), customers=(KENT,)).serves(body) for body in bodies] == [False] * 3


def test_a_need_looks_to_anybody_unless_it_says_to_whom() -> None:
    bodies = (LICHFIELD, KENT, CARDIFF)
    assert [need().takes_from(body) for body in bodies] == [True, True, True]
    assert [need(nations=(Nation.ENGLAND,)).takes_from(body) for body in bodies] == [True, True, False]
    assert [need(suppliers=(CARDIFF,)).takes_from(body) for body in bodies] == [False, False, True]


def test_all_that_is_wrong_with_an_offer_is_said() -> None:
    wrong: dict[str, Any] = {"capacity": "-1", "price": Rate("-0.01"), "marginal_cost": Rate(-2)}
    assert said(lambda: offer("", **wrong, first="2004-04-01", last="2004-03-31")) == [
        "name: it is empty. Accepted: a name.",
        "last: it ends on 31 March 2004, before it begins on 1 April 2004. Accepted: a last day on or after the first.",
        "capacity: it is below nil: -1. Accepted: nil or more.",
        "price: it is below nil: -£0.01. Accepted: nil or more.",
        "marginal_cost: it is below nil: -£2.00. Accepted: nil or more.",
    ]


def test_all_that_is_wrong_with_a_need_is_said() -> None:
    day = "a day from 1 January 1900 to 31 December 2199, as in 2026-04-01"
    number = 'a whole number, a Decimal, or text such as "1,234.56"'
    wrong: dict[str, Any] = {"quantity": 1.5, "present_cost": Rate(-1), "whole": "yes", "first": "soon", "last": "late"}
    assert said(lambda: need(**wrong)) == [
        f"first: 'soon' is not a day. Accepted: {day}.",
        f"last: 'late' is not a day. Accepted: {day}.",
        f"quantity: 1.5 is a float, which cannot hold most amounts exactly. Accepted: {number}.",
        "present_cost: it is below nil: -£1.00. Accepted: nil or more.",
        "whole: 'yes' is of type str. Accepted: true or false.",
    ]


def test_parts_of_the_wrong_type_are_said_together() -> None:
    wrong: dict[str, Any] = {"authority": "Kent", "service": "payroll", "price": 4, "basis": None}
    parts: dict[str, Any] = {"nations": ("Wales",), "customers": ("Kent",)}
    assert said(lambda: offer(of_any_type(7), **wrong, **parts)) == [
        "name: 7 is of type int. Accepted: a name.",
        "authority: 'Kent' is of type str. Accepted: an Authority.",
        "service: 'payroll' is of type str. Accepted: a ServiceKind.",
        "basis: None is of type NoneType. Accepted: a Source or an Assumption.",
        "nations[0]: 'Wales' is of type str. Accepted: a Nation.",
        "price: 4 is of type int. Accepted: a Rate.",
        "customers[0]: 'Kent' is of type str. Accepted: an Authority.",
    ]
    assert said(lambda: need(nations=Nation.WALES, suppliers=KENT, present_cost=4))[0] == (
        "nations: <Nation.WALES: 'Wales'> is of type Nation. Accepted: a tuple of nations."
    )
    assert said(lambda: need(suppliers=None)) == [
        "suppliers: None is of type NoneType. Accepted: a tuple of authorities."
    ]
