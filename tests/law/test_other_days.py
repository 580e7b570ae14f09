"""The same facts on other days: what changes between two of them, when the answer turns, and the days of a deal."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from tests.law.facts import AT_COST, FIRM, KENT, LICHFIELD, PAYROLL, POWYS, TRADING, TRAINING, opinion

from lgtrade.answers import Verdict
from lgtrade.authorities import Authority, AuthorityKind, Nation, find
from lgtrade.issues import InputError
from lgtrade.law import (
    KNOWN_TO,
    WELSH_HEADS,
    BusinessCase,
    Category,
    Eligibility,
    Outcome,
    Proposal,
    Purpose,
    assess,
    changes,
    compare,
    edges,
    stages,
    timeline,
)
from lgtrade.services import ServiceKind, Subject
from lgtrade.strategies import proposals

ONE_DAY = dt.timedelta(days=1)
SHUT = {Outcome.EXCLUDED, Outcome.NOT_ELIGIBLE, Outcome.NOT_IN_FORCE}
CATEGORY = {"category": Category.THREE_STARS}
LEFT = {"category": Category.WEAK, "begun_while_qualifying": True, "category_left": "2005-12-15"}
PARISH = Authority("a parish council", AuthorityKind.PARISH, Nation.ENGLAND)
FIRE = Authority("a fire authority", AuthorityKind.FIRE, Nation.WALES)
CASE = BusinessCase("2004-06-01", "2004-07-01", WELSH_HEADS)
ELIGIBLE = Eligibility("2013-05-10", "2015-05-14", elected=True, clerk=True)
BUSES = ServiceKind("buses", "Buses", Subject.OTHER, activity="bus-services")


def case(**facts: Any) -> Proposal:
    begin: dict[str, Any] = {"on": "2010-06-01", "supplier": LICHFIELD, "customer": FIRM, "service": TRAINING}
    return Proposal(**(begin | facts))


CASES = {
    "charging at cost": case(**AT_COST),
    "trading in England": case(**TRADING | CATEGORY | {"supplier": KENT, "acting_as_fire_authority": False}),
    "running off a trade": case(**TRADING | LEFT),
    "trading in Wales": case(**TRADING | {"supplier": POWYS, "business_case": CASE}),
    "an eligible parish": case(**AT_COST | {"supplier": PARISH, "eligibility": ELIGIBLE}),
    "a Welsh fire authority": case(**AT_COST | {"supplier": FIRE, "listed_service": True, "consulted": True}),
    "payroll for a neighbour": case(supplier=KENT, customer=LICHFIELD, service=PAYROLL),
    "a bus company": case(**TRADING | {"service": BUSES}),
}


@pytest.mark.parametrize("facts", CASES.values(), ids=CASES)
def test_the_answer_turns_on_the_days_of_the_timeline_and_on_no_day_around_an_edge_besides(facts: Proposal) -> None:
    turns = {turn.day for turn in timeline(facts)}
    for edge in edges(facts):
        for day in (edge - ONE_DAY, edge, edge + ONE_DAY):
            if dt.date(1974, 4, 2) < day <= KNOWN_TO and both_exist(facts, day - ONE_DAY):
                assert answer_turns(facts, day) == (day in turns), day


@pytest.mark.parametrize("name", ["running off a trade", "an eligible parish"])
def test_the_answer_turns_on_no_day_that_the_timeline_leaves_out(name: str) -> None:
    facts = CASES[name]
    first, last = dt.date(2004, 6, 1), dt.date(2016, 6, 1)
    found = set()
    before = answer(facts, first)
    for number in range(1, (last - first).days):
        day = first + dt.timedelta(days=number)
        now = answer(facts, day)
        if now != before:
            found.add(day)
        before = now
    assert found == {turn.day for turn in timeline(facts) if first < turn.day < last}


def answer(facts: Proposal, day: dt.date) -> tuple[object, ...]:
    """Give what the timeline goes by: for each power the outcome and the order it rests on, or that it is shut."""
    found = assess(attrs.evolve(facts, on=day, decided=None, agreed=None, supplied=None)).findings
    return tuple("shut" if each.outcome in SHUT else (each.outcome, each.under) for each in found)


def both_exist(facts: Proposal, day: dt.date) -> bool:
    bodies = (facts.supplier, facts.customer)
    return all(body.existed_on(day) for body in bodies if isinstance(body, Authority))


def answer_turns(facts: Proposal, day: dt.date) -> bool:
    return answer(facts, day) != answer(facts, day - ONE_DAY)


@settings(max_examples=25, deadline=None)
@given(proposals())
def test_a_timeline_runs_forward_while_both_parties_exist_and_every_turn_says_what_changed(facts: Proposal) -> None:
    days = [turn.day for turn in timeline(facts)]
    assert days == sorted(set(days))
    for turn in timeline(facts):
        assert turn.changes
        assert all(change.because for change in turn.changes)
        assert both_exist(facts, turn.day)


def test_two_days_are_compared_power_by_power_with_what_changed_them() -> None:
    found = {each.power: each for each in compare(case(**TRADING | CATEGORY), "2004-07-28", and_on="2004-07-29")}
    assert set(found) == {"LGA2003_S95"}
    assert (found["LGA2003_S95"].before, found["LGA2003_S95"].after) == (Outcome.NOT_IN_FORCE, Outcome.NOT_ELIGIBLE)
    good = case(**TRADING | {"category": Category.GOOD})
    (change,) = compare(good, "2009-09-30", and_on="2009-10-01")
    assert [str(reason.words) for reason in change.because] == [
        "SI 2009/2393 art.2(1) has taken the place of SI 2004/1705 art.2(1)."
    ]
    (ended,) = [each for each in compare(case(), "2012-04-03", and_on="2012-04-04") if each.power == "LGA2000_S2"]
    assert [str(reason.words) for reason in ended.because] == ["Not in force after 3 April 2012."]


def test_what_stood_in_the_way_before_is_the_reason_why_nothing_does_after() -> None:
    starred = case(**TRADING | CATEGORY)
    (change,) = compare(starred, "2006-12-14", and_on="2006-12-15")
    assert (change.before, change.after) == (Outcome.NOT_ELIGIBLE, Outcome.AVAILABLE)
    assert [str(reason.provision) for reason in change.because] == ["SI 2004/1705 art.1(2)(b)"]
    (back,) = compare(starred, "2006-12-15", and_on="2006-12-14")
    assert [str(reason.provision) for reason in back.because] == ["SI 2004/1705 art.1(2)(b)"]


def test_no_day_before_a_party_existed_is_compared() -> None:
    with pytest.raises(InputError, match="did not exist until"):
        compare(case(supplier=find("Powys")), and_on="1996-03-31")


def test_the_days_of_decision_agreement_and_supply_are_each_answered() -> None:
    found = opinion("2004-07-28", **TRADING | {"category": Category.GOOD}, decided="2004-07-28", supplied="2004-08-02")
    decided, supplied = stages(found)
    assert (decided.name, decided.changes) == ("decided", ())
    assert [(each.power, each.after) for each in supplied.changes] == [("LGA2003_S95", Outcome.AVAILABLE)]
    assert (found.verdict, supplied.verdict) == (Verdict.NO, Verdict.YES)


def test_nothing_can_be_agreed_before_it_is_decided() -> None:
    with pytest.raises(InputError) as caught:
        case(decided="2010-02-01", agreed="2010-01-01", supplied="2009-12-01")
    assert [issue.place for issue in caught.value.issues] == ["agreed", "supplied"]


def test_the_same_day_changes_nothing() -> None:
    now = opinion("2013-05-01", **AT_COST | {"purpose": Purpose.COST_RECOVERY})
    assert changes(now, now) == ()


def test_a_category_left_on_29_february_is_run_off_to_the_end_of_the_february_two_years_on() -> None:
    facts = case(**TRADING | LEFT | {"category_left": "2004-02-29"})
    assert dt.date(2006, 3, 1) in {turn.day for turn in timeline(facts)}
