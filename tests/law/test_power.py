"""The machinery of powers, on powers made up for the purpose: versions, bodies, and days outside them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from tests.law.facts import FIRM, KENT, LICHFIELD, POWYS, TRAINING

from lgtrade.answers import Answer, Verdict, no, unknown, yes
from lgtrade.authorities import AuthorityKind, Nation
from lgtrade.law import Outcome, Price, Proposal
from lgtrade.law.definition import Definition, Named, kinds
from lgtrade.law.enactments import LGA_2003
from lgtrade.law.gaps import GAPS
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


DISTRICTS = Definition(SECTION, "a body of the test", (Named(kinds(AuthorityKind.DISTRICT)),))


def version(since: str, last: str | None = None, conditions: tuple[Condition, ...] = (agreed,)) -> Version:
    return Version(
        since=dt.date.fromisoformat(since),
        last=None if last is None else dt.date.fromisoformat(last),
        nations=frozenset({Nation.ENGLAND}),
        under=ORDER,
        bodies=DISTRICTS,
        conditions=conditions,
    )


def power(*versions: Version) -> Power:
    return Power("P", "A power", SECTION, Price.AT_COST, dt.date(2000, 1, 1), SECTION, versions)


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
            "Nothing gave LGA 2003 s.1 effect in England until 1 January 2001.",
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


def test_a_power_is_not_open_in_a_nation_to_which_it_does_not_extend() -> None:
    finding = ENDED.finding(attrs.evolve(case("2001-06-01"), supplier=POWYS))
    assert (finding.outcome, finding.excluded_by) == (Outcome.NOT_ELIGIBLE, ("LGA 2003 s.1",))
    assert str(finding.reasons[0].words) == "It does not extend to Wales."


def test_a_power_is_not_open_to_a_body_that_it_does_not_name_and_asks_that_body_nothing_else() -> None:
    finding = ENDED.finding(attrs.evolve(case("2001-06-01"), supplier=KENT))
    assert finding.outcome is Outcome.NOT_ELIGIBLE
    assert [str(reason.words) for reason in finding.reasons] == ["No county council is a body of the test."]
    assert finding.since == dt.date(2001, 1, 1)


def test_a_body_may_be_named_between_two_days_only_and_the_answer_says_which() -> None:
    between = Named(kinds(AuthorityKind.COUNTY), since=dt.date(2001, 2, 1), last=dt.date(2001, 3, 31))
    named = Definition(SECTION, "a body of the test", (between,))
    answers = {day: named.reaches(KENT, dt.date.fromisoformat(day)) for day in DAYS_AROUND}
    assert {day: str(answer.reason.words) for day, answer in answers.items()} == DAYS_AROUND
    assert named.edges == (dt.date(2001, 2, 1), dt.date(2001, 4, 1))


DAYS_AROUND = {
    "2001-01-31": "No county council is a body of the test until 1 February 2001.",
    "2001-02-01": "Kent County Council (county council) is a body of the test.",
    "2001-03-31": "Kent County Council (county council) is a body of the test.",
    "2001-04-01": "No county council is a body of the test after 31 March 2001.",
}


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


def test_a_power_and_a_finding_show_themselves_in_a_line() -> None:
    assert repr(ENDED) == "<Power P>"
    assert repr(ENDED.finding(case("2001-06-01"))) == "<Finding of P: depends on a fact. Not said.>"
