"""Subsidy control: market terms, and the running total of small assistance over three financial years."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.law.overlays.cases import (
    CLEAR,
    DEPENDS,
    FIRM,
    HOSPITAL,
    KENT,
    NOT_IN_POINT,
    RESIDENT,
    STOPS,
    UNCERTAIN,
    answer,
    duties,
    look,
    words,
)

from lgtrade.authorities import Authority, AuthorityKind, Nation
from lgtrade.law.facts import Assistance, Award, Vehicle
from lgtrade.law.overlays.subsidy import SUBSIDY
from lgtrade.money import Money

LIMIT = Money.pounds(315_000)
PENNY = Money(pence=1)
TO_ITS_COMPANY: dict[str, Any] = {"enterprise": True, "market_terms": False, "earlier": []}


def found(on: str, **facts: Any) -> Any:
    return look(SUBSIDY, on, assistance=Assistance(**facts))


def test_a_loan_that_a_private_lender_would_have_made_is_no_subsidy_whatever_its_motive() -> None:
    finding = found("2024-03-22", market_terms=True)
    assert finding.outcome is CLEAR
    assert str(finding.reasons[0].provision) == "SCA 2022 s.3(2)"


def test_before_2021_the_question_is_what_a_private_operator_would_have_done() -> None:
    finding = found("2013-01-15", market_terms=True)
    assert finding.outcome is CLEAR
    assert "private operator" in words(finding)[0]
    assert finding.under is None
    assert found("2013-01-15", enterprise=False).outcome is CLEAR
    assert found("2013-01-15", enterprise=True).outcome is DEPENDS


REGIMES: list[tuple[str, Any, tuple[str, ...]]] = [
    ("1972-12-31", NOT_IN_POINT, ()),
    ("1973-01-01", UNCERTAIN, ("unverified",)),
    ("2020-12-31", UNCERTAIN, ("unverified",)),
    ("2021-01-01", UNCERTAIN, ("not-modelled",)),
    ("2023-01-03", UNCERTAIN, ("not-modelled",)),
    ("2023-01-04", CLEAR, ()),
]


@pytest.mark.parametrize(("on", "outcome", "questions"), REGIMES)
def test_small_assistance_is_spared_only_under_the_act(on: str, outcome: object, questions: tuple[str, ...]) -> None:
    council = Authority("an old council", AuthorityKind.COUNTY, Nation.ENGLAND)
    assistance = Assistance(**TO_ITS_COMPANY, amount=Money.pounds(1_000))
    finding = look(SUBSIDY, on, supplier=council, customer=FIRM, assistance=assistance)
    assert (finding.outcome, finding.combination.questions) == (outcome, questions)


def test_between_2021_and_2023_even_market_terms_are_not_certain() -> None:
    assert found("2022-01-01", market_terms=True).outcome is UNCERTAIN
    assert found("2022-01-01").outcome is DEPENDS


def test_the_limit_itself_is_within_and_a_penny_more_is_not() -> None:
    at_limit = found("2024-06-01", **TO_ITS_COMPANY, amount=LIMIT, notified=True, principles_considered=False)
    assert at_limit.outcome is CLEAR
    assert words(at_limit)[0] == (
        "With what is to be given, the assistance in the period comes to £315,000.00, within £315,000.00."
    )
    over = found("2024-06-01", **TO_ITS_COMPANY, amount=LIMIT + PENNY, notified=True, principles_considered=False)
    assert over.outcome is STOPS
    assert "With what is to be given, the assistance in the period comes to £315,000.01, over £315,000.00." in words(
        over
    )


def test_over_the_limit_it_turns_on_the_principles() -> None:
    over = TO_ITS_COMPANY | {"amount": LIMIT + PENNY}
    assert found("2024-06-01", **over).outcome is DEPENDS
    assert found("2024-06-01", **over, principles_considered=True).outcome is CLEAR
    assert str(answer(found("2024-06-01", **over), "within_the_minimal_limit").verdict.value) == "no"


def test_a_service_of_public_economic_interest_has_a_higher_limit() -> None:
    service = TO_ITS_COMPANY | {"public_economic_interest": True, "principles_considered": False}
    assert found("2024-06-01", **service, amount=Money.pounds(725_000)).outcome is CLEAR
    assert found("2024-06-01", **service, amount=Money.pounds("725000.01")).outcome is STOPS
    unsaid = service | {"public_economic_interest": None}
    assert found("2024-06-01", **unsaid, amount=Money.pounds(725_000)).outcome is STOPS


WINDOW: list[tuple[str, str, bool]] = [
    ("2026-03-31", "2023-03-31", False),
    ("2026-03-31", "2023-04-01", True),
    ("2026-04-01", "2023-04-01", False),
    ("2026-04-01", "2024-03-31", False),
    ("2026-04-01", "2024-04-01", True),
    ("2026-04-01", "2026-04-01", True),
    ("2026-04-01", "2026-04-02", False),
]


@pytest.mark.parametrize(("given_on", "awarded", "counts"), WINDOW)
def test_an_award_counts_in_this_financial_year_so_far_and_the_two_before(
    given_on: str, awarded: str, *, counts: bool
) -> None:
    help_now = Assistance(amount=Money.pounds(10), earlier=[Award(awarded, Money.pounds(5))])
    assert help_now.running_total(dt.date.fromisoformat(given_on)) == Money.pounds(15 if counts else 10)


def test_awards_to_another_enterprise_do_not_count() -> None:
    earlier = [Award("2024-05-01", Money.pounds(7), to="A Ltd"), Award("2024-05-01", Money.pounds(5), to="B Ltd")]
    on = dt.date(2024, 6, 1)
    assert Assistance(to="A Ltd", earlier=earlier).running_total(on) == Money.pounds(7)
    assert Assistance(to="C Ltd", earlier=earlier).running_total(on) == Money.pounds(0)
    assert Assistance(earlier=earlier).running_total(on) == Money.pounds(12), (
        "no enterprise is named, so all are its own"
    )


def test_the_day_of_giving_governs_and_not_that_of_the_proposal() -> None:
    facts = TO_ITS_COMPANY | {"earlier": [Award("2023-04-01", LIMIT)], "principles_considered": False}
    assert found("2026-03-01", **facts, amount=PENNY, given="2026-03-31").outcome is STOPS
    assert found("2026-03-01", **facts, amount=PENNY, given="2026-04-01").outcome is CLEAR
    assert found("2023-01-10", **facts, amount=PENNY, given="2022-12-31").outcome is UNCERTAIN


def test_earlier_awards_have_to_be_said() -> None:
    facts = TO_ITS_COMPANY | {"earlier": None, "amount": Money.pounds(1)}
    assert found("2024-06-01", **facts).outcome is DEPENDS
    assert found("2024-06-01", **(facts | {"earlier": []})).outcome is CLEAR
    assert found("2024-06-01", **(TO_ITS_COMPANY | {"amount": None})).outcome is DEPENDS


def test_the_enterprise_confirms_before_it_is_given() -> None:
    facts = TO_ITS_COMPANY | {"amount": Money.pounds(1), "principles_considered": False}
    refused = found("2024-06-01", **facts, notified=False)
    assert refused.outcome is STOPS
    assert "The enterprise has not confirmed in writing that the limit holds, and must before it is given." in words(
        refused
    )
    assert found("2024-06-01", **facts, notified=True).outcome is CLEAR
    assert found("2024-06-01", **facts).outcome is CLEAR


def test_what_is_over_100_000_pounds_is_published() -> None:
    exactly = found("2024-06-01", **TO_ITS_COMPANY, amount=Money.pounds(100_000))
    assert duties(exactly) == {"notification"}
    over = found("2024-06-01", **TO_ITS_COMPANY, amount=Money.pounds("100000.01"))
    assert duties(over) == {"notification", "transparency"}
    service = found("2024-06-01", **TO_ITS_COMPANY, amount=Money.pounds(1), public_economic_interest=True)
    assert duties(service) == {"notification_of_public_interest"}
    assert duties(found("2024-06-01", market_terms=True, amount=Money.pounds(200_000))) == set()
    assessed = found("2024-06-01", **TO_ITS_COMPANY, amount=Money.pounds(1), principles_considered=True)
    assert duties(assessed) == set()


def test_who_is_no_enterprise() -> None:
    assert found("2024-06-01", enterprise=False).outcome is CLEAR
    assert look(SUBSIDY, "2024-06-01", customer=KENT).outcome is NOT_IN_POINT
    assert look(SUBSIDY, "2024-06-01", customer=HOSPITAL).outcome is NOT_IN_POINT
    assert look(SUBSIDY, "2024-06-01", customer=RESIDENT).outcome is NOT_IN_POINT
    assert look(SUBSIDY, "2024-06-01", customer=FIRM).outcome is DEPENDS
    assert look(SUBSIDY, "2024-06-01", customer=FIRM, assistance=False).outcome is NOT_IN_POINT
    assert look(SUBSIDY, "2024-06-01", vehicle=Vehicle.COMPANY).outcome is DEPENDS
    assert found("2024-06-01", market_terms=False, amount=Money.pounds(900_000), earlier=[]).outcome is DEPENDS


sums = st.integers(0, 50_000_000).map(lambda pence: Money(pence=pence))
award_days = st.dates(dt.date(2018, 1, 1), dt.date(2026, 5, 31))
awards = st.builds(Award, award_days, sums)


@given(st.lists(awards, max_size=5), awards, award_days)
def test_adding_an_award_never_lowers_the_running_total(earlier: list[Award], more: Award, on: dt.date) -> None:
    before = Assistance(amount=PENNY, earlier=earlier).running_total(on)
    after = Assistance(amount=PENNY, earlier=[*earlier, more]).running_total(on)
    assert after in {before, before + more.amount}
    assert after >= before


@given(st.lists(awards, max_size=5), sums, st.dates(dt.date(2023, 1, 4), dt.date(2026, 5, 31)))
def test_the_limit_is_tested_against_the_running_total(earlier: list[Award], amount: Money, on: dt.date) -> None:
    facts = TO_ITS_COMPANY | {"earlier": earlier, "amount": amount, "principles_considered": False}
    outcome = found(on.isoformat(), **facts).outcome
    assert (outcome is CLEAR) is (Assistance(amount=amount, earlier=earlier).running_total(on) <= LIMIT)


@given(sums, st.integers(2023, 2025), st.integers(0, 3_000))
def test_an_award_before_the_window_never_counts(amount: Money, year: int, days_before: int) -> None:
    on = dt.date(year, 4, 1)
    too_early = dt.date(year - 2, 3, 31) - dt.timedelta(days=days_before)
    assert Assistance(amount=PENNY, earlier=[Award(too_early, amount)]).running_total(on) == PENNY
