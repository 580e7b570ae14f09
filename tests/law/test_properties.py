"""What every opinion promises, whatever the facts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lgtrade.answers import Verdict
from lgtrade.authorities import Nation
from lgtrade.law import (
    KNOWN_FROM,
    KNOWN_TO,
    POWERS,
    Finding,
    Opinion,
    Outcome,
    Proposal,
    Purpose,
    Vehicle,
    assess,
)
from lgtrade.law.code import Customers
from lgtrade.law.codes import service_codes
from lgtrade.law.opinion import powers_for
from lgtrade.law.power import Power
from lgtrade.services import Subject
from lgtrade.strategies import days, opinions, proposals

SHUT = {Outcome.EXCLUDED, Outcome.NOT_ELIGIBLE, Outcome.NOT_IN_FORCE}
ANSWERS: dict[str, list[Any]] = {
    "purpose": list(Purpose),
    "vehicle": list(Vehicle),
    "required_for_customer": [True, False],
    "authorised_by": [True, False, "LGA 1972 s.111"],
    "other_power_to_charge": [True, False],
    "prohibited_by": [True, False, "Education Act 1996 s.451"],
    "customer_agreed": [True, False],
    "within_ordinary_functions": [True, False],
    "other_commercial_power": [True, False],
    "eligibility": [True, False],
    "company_pays_costs": [True, False],
    "charges_exceed_costs": [True, False],
    "business_case": [False],
}


ELSEWHERE = {
    Nation.SCOTLAND: {"LAGSA1970_S1_SCOTLAND", "LGISA2003_S20"},
    Nation.NORTHERN_IRELAND: {"LGANI1972_S105", "LGANI2014_S81"},
}


def changed(case: Proposal, fact: str, value: Any) -> Proposal:
    """Give the proposal with one fact changed; facts that would contradict it are set aside."""
    facts: dict[str, Any] = {fact: value}
    if fact == "vehicle":
        facts["company"] = None
    if fact == "authorised_by" and value is False:
        assume(not case.within_ordinary_functions)
    if fact == "within_ordinary_functions" and value:
        assume(case.authorised_by is not False)
    return attrs.evolve(case, **facts)


def boundaries() -> list[dt.date]:
    """Give every day on which a version begins or ends, with the days on either side."""
    edges = {edge for power in POWERS for each in power.versions for edge in (each.since, each.last) if edge}
    return sorted(day + dt.timedelta(days=by) for day in edges for by in (-1, 0, 1))


@pytest.mark.parametrize("power", POWERS, ids=lambda power: power.code)
@pytest.mark.parametrize("nation", Nation)
def test_at_most_one_version_of_a_power_is_in_force_on_a_day(power: Power, nation: Nation) -> None:
    for day in boundaries():
        assert sum(nation in each.nations and each.covers(day) for each in power.versions) <= 1


@given(proposals())
def test_a_power_answers_only_from_the_version_in_force_on_the_day(case: Proposal) -> None:
    for power, finding in zip(powers_for(case), assess(case).findings, strict=True):
        version = power.version_on(case.on, case.supplier.nation)
        assert finding.since == (version and version.since)
        if version is None:
            assert finding.outcome in SHUT


@given(opinions())
def test_every_no_cites_a_provision(opinion: Opinion) -> None:
    for finding in opinion.findings:
        for answer in (*finding.answers, *finding.duties):
            assert answer.reason.provision is not None
            assert answer.reason.code


@given(opinions())
def test_an_excluded_power_lists_every_provision_that_excludes_it(opinion: Opinion) -> None:
    for finding in opinion.findings:
        noes = [each.reason.provision for each in finding.answers if each.verdict is Verdict.NO]
        assert bool(noes) == (finding.outcome in SHUT)
        assert set(finding.excluded_by) == {provision.short for provision in noes if provision is not None}


@given(proposals())
def test_a_duty_owed_to_the_customer_never_adds_a_power(case: Proposal) -> None:
    without = assess(attrs.evolve(case, required_for_customer=False))
    owed = assess(attrs.evolve(case, required_for_customer=True))
    about_what_is_owed = {f"CODE_{code.key}" for code in service_codes() if code.customers is Customers.OWED}
    assert {each.power for each in owed.available} - about_what_is_owed <= {each.power for each in without.available}


@given(proposals(), st.sampled_from(sorted(ANSWERS)), st.data())
def test_learning_a_fact_never_reopens_a_power_that_was_shut(case: Proposal, fact: str, data: st.DataObject) -> None:
    before = assess(changed(case, fact, None))
    after = assess(changed(case, fact, data.draw(st.sampled_from(ANSWERS[fact]))))
    for old, new in zip(before.findings, after.findings, strict=True):
        assert old.outcome not in SHUT or new.outcome in SHUT


@given(proposals(), st.sampled_from(sorted(ANSWERS)))
def test_forgetting_a_fact_never_makes_a_power_available(case: Proposal, fact: str) -> None:
    assume(getattr(case, fact) is not None)
    known, forgotten = assess(case), assess(changed(case, fact, None))
    for old, new in zip(known.findings, forgotten.findings, strict=True):
        assert new.outcome is not Outcome.AVAILABLE or old.outcome in SHUT | {Outcome.AVAILABLE, Outcome.UNCERTAIN}


HALF_GIVEN = {"designation", "eligibility", "business_case"}
"""Facts with parts of their own, of which some may be given and others not."""


@given(opinions())
def test_only_facts_that_have_not_been_given_are_left_to_settle(opinion: Opinion) -> None:
    for each in opinion.to_settle:
        given = opinion.proposal.service.subject if each.fact == "subject" else getattr(opinion.proposal, each.fact)
        assert given is None or (each.fact in HALF_GIVEN and (given is True or attrs.has(type(given))))
        assert each.powers
        assert each.asks.endswith("?")


@given(opinions())
def test_the_facts_that_could_change_most_findings_come_first(opinion: Opinion) -> None:
    counts = [len(each.powers) for each in opinion.to_settle]
    assert counts == sorted(counts, reverse=True)


@given(opinions())
def test_the_verdict_is_yes_exactly_when_a_power_is_available_and_then_one_is_recommended(opinion: Opinion) -> None:
    assert (opinion.verdict is Verdict.YES) == bool(opinion.available)
    assert (opinion.recommended in opinion.available) == bool(opinion.available)
    assert (opinion.why_recommended is None) == (opinion.recommended is None)
    assert opinion.duties == (opinion.recommended.duties if opinion.recommended else ())


@given(opinions())
def test_a_power_that_is_shut_brings_no_cautions(opinion: Opinion) -> None:
    assert not any(each.cautions for each in opinion.findings if each.outcome in SHUT)


@given(proposals())
def test_the_same_facts_give_the_same_opinion_whatever_is_asked_first(case: Proposal) -> None:
    backwards: list[Finding] = [power.finding(case) for power in reversed(powers_for(case))]
    assert assess(case).findings == tuple(reversed(backwards))
    assert assess(case) == assess(case)


@given(days(min_value=KNOWN_FROM, max_value=KNOWN_TO), st.sampled_from(sorted(ELSEWHERE, key=str)))
def test_no_power_of_england_and_wales_is_available_elsewhere(day: dt.date, nation: Nation) -> None:
    assert {power.code for power in POWERS if power.version_on(day, nation)} <= ELSEWHERE[nation]


@given(proposals())
def test_no_council_builds_for_another_under_the_1970_act(case: Proposal) -> None:
    built = attrs.evolve(case, service=attrs.evolve(case.service, subject=Subject.CONSTRUCTION))
    assert assess(built)["LAGSA1970_S1"].outcome is not Outcome.AVAILABLE


@given(opinions())
def test_at_cost_powers_are_only_available_for_a_purpose_of_recovering_the_cost(opinion: Opinion) -> None:
    for each in opinion.available:
        if each.power in {"LGA2003_S93", "LA2011_S3"}:
            assert opinion.proposal.purpose is Purpose.COST_RECOVERY
            assert opinion.proposal.charges_exceed_costs is not True
        if each.power in {"LGA2003_S95", "LA2011_S4"}:
            assert opinion.proposal.purpose is Purpose.COMMERCIAL
            assert opinion.proposal.vehicle in {Vehicle.COMPANY, Vehicle.SOCIETY}
