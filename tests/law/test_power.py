"""The machinery of powers, on powers made up for the purpose: versions, gaps, and days outside them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from tests.law.facts import FIRM, LICHFIELD, POWYS, TRAINING

from lgtrade.answers import Answer, Verdict, no, unknown, yes
from lgtrade.authorities import Nation
from lgtrade.law import Outcome, Price, Proposal
from lgtrade.law.enactments import LGA_2003
from lgtrade.law.gaps import GAPS, Gap
from lgtrade.law.power import Condition, Power, Version, condition, duty
from lgtrade.words import Words

SECTION = LGA_2003.section("1")
ORDER = LGA_2003.section("2")


@condition(SECTION)
def agreed(case: Proposal) -> Answer:
    """The customer agreed."""
    if case.customer_agreed is None:
        return unknown("customer_agreed", "Not said.")
    return yes("Agreed.") if case.customer_agreed else no("Not agreed.")


def version(since: str, last: str | None = None, conditions: tuple[Condition, ...] = (agreed,)) -> Version:
    return Version(
        since=dt.date.fromisoformat(since),
        last=None if last is None else dt.date.fromisoformat(last),
        nations=frozenset({Nation.ENGLAND}),
        under=ORDER,
        conditions=conditions,
    )


def power(*versions: Version, gaps: tuple[Gap, ...] = ()) -> Power:
    return Power("P", "A power", SECTION, Price.AT_COST, dt.date(2000, 1, 1), SECTION, versions, gaps=gaps)


def case(on: str, **facts: Any) -> Proposal:
    return attrs.evolve(Proposal(on=on, supplier=LICHFIELD, customer=FIRM, service=TRAINING), **facts)


ENDED = power(version("2001-01-01", "2001-12-31"), version("2003-01-01", "2003-12-31"))


@pytest.mark.parametrize(
    ("on", "outcome", "words"),
    [
        ("1999-12-31", Outcome.NOT_IN_FORCE, "Not in force until 1 January 2000."),
        (
            "2000-12-31",
            Outcome.NOT_IN_FORCE,
            "No order under LGA 2003 s.1 was in force in England until 1 January 2001.",
        ),
        ("2001-12-31", Outcome.DEPENDS, "Not said."),
        ("2002-06-01", Outcome.NOT_IN_FORCE, "Not in force between 31 December 2001 and 1 January 2003."),
        ("2003-12-31", Outcome.DEPENDS, "Not said."),
        ("2004-01-01", Outcome.NOT_IN_FORCE, "Not in force after 31 December 2003."),
    ],
)
def test_a_day_outside_every_version_is_answered_with_the_days_and_falls_back_to_none(
    on: str, outcome: Outcome, words: str
) -> None:
    finding = ENDED.finding(case(on))
    assert finding.outcome is outcome
    assert [str(reason.words) for reason in finding.reasons] == [words]
    assert (ENDED.conditions_on(case(on)) is None) == (outcome is Outcome.NOT_IN_FORCE)


def test_what_is_not_modelled_is_said_before_any_condition_is_asked() -> None:
    gap = Gap("the other Act", Nation.ENGLAND, since=dt.date(2002, 1, 1), last=dt.date(2002, 12, 31))
    held = power(version("2001-01-01"), gaps=(gap,))
    refused: dict[str, Any] = {"customer_agreed": False}
    assert held.finding(case("2001-12-31", **refused)).outcome is Outcome.EXCLUDED
    assert held.finding(case("2002-01-01", **refused)).outcome is Outcome.UNCERTAIN
    assert held.finding(case("2002-12-31", **refused)).outcome is Outcome.UNCERTAIN
    assert held.finding(case("2003-01-01", **refused)).outcome is Outcome.EXCLUDED


def test_a_power_that_is_nowhere_modelled_in_a_nation_begins_there_with_what_is_not_modelled() -> None:
    gap = Gap("the Welsh order", Nation.WALES, since=dt.date(2002, 1, 1), last=dt.date(2002, 12, 31))
    held = power(version("2001-01-01"), gaps=(gap,))
    before = held.finding(attrs.evolve(case("2001-06-01"), supplier=POWYS))
    assert str(before.reasons[0].words) == "No order under LGA 2003 s.1 was in force in Wales until 1 January 2002."
    after = held.finding(attrs.evolve(case("2003-06-01"), supplier=POWYS))
    assert str(after.reasons[0].words) == "Not in force after 31 December 2002."


def test_a_duty_that_no_fact_can_break_is_kept_and_one_that_is_broken_shuts_the_power() -> None:
    always = duty("always", SECTION, Words("Keep a record."))
    never = duty("never", SECTION, Words("Do not."), lambda proposal: proposal.on.year == 2002, "It was done.")
    held = power(attrs.evolve(version("2001-01-01", conditions=()), duties=(always, never)))
    kept, broken = held.finding(case("2001-06-01")), held.finding(case("2002-06-01"))
    assert (kept.outcome, [each.reason.code for each in kept.duties]) == (Outcome.AVAILABLE, ["always", "never"])
    assert (broken.outcome, [str(each.words) for each in broken.reasons]) == (Outcome.EXCLUDED, ["It was done."])
    assert [each.verdict for each in broken.duties] == [Verdict.YES]


def test_every_gap_names_what_is_missing_once_for_a_kind_and_a_day() -> None:
    assert len({(gap.provisions, gap.nation, gap.kinds) for gap in GAPS}) == len(GAPS)
    assert all(gap.provisions.startswith("the ") for gap in GAPS)
