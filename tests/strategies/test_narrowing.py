"""What is asked of a strategy by keyword is kept to; left alone, it gives values of every sort."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from lgtrade import strategies
from lgtrade.answers import Verdict
from lgtrade.calendar import FinancialYear, ShortMonth
from lgtrade.money import Amount, Direction, Money, Rate, RemainderRule, Share
from lgtrade.services import Subject
from lgtrade.sources import Enactment

T = TypeVar("T")

ANY = st.data()


def ordered(data: st.DataObject, values: st.SearchStrategy[object]) -> tuple[object, object]:
    one, other = data.draw(values), data.draw(values)
    return (one, other) if one <= other else (other, one)  # type: ignore[operator]  # they are in order


@given(ANY)
def test_money_keeps_between_two_sums(data: st.DataObject) -> None:
    low, high = ordered(data, strategies.money())
    assert isinstance(low, Money)
    assert isinstance(high, Money)
    assert low <= data.draw(strategies.money(min_value=low, max_value=high)) <= high


@given(ANY, st.integers(0, 12))
def test_rates_keep_between_two_rates_and_to_their_places(data: st.DataObject, places: int) -> None:
    low, high = ordered(data, strategies.rates(places=places))
    assert isinstance(low, Rate)
    assert isinstance(high, Rate)
    rate = data.draw(strategies.rates(min_value=low, max_value=high, places=places))
    assert low <= rate <= high
    assert Fraction(rate.pounds) * 10**places % 1 == 0


@given(ANY)
def test_an_amount_that_no_decimal_reaches_is_a_fraction(data: st.DataObject) -> None:
    third = Amount(Fraction(1, 3))
    assert data.draw(strategies.amounts(min_value=third, max_value=third)) == third


@given(ANY)
def test_amounts_keep_between_two_amounts(data: st.DataObject) -> None:
    low, high = ordered(data, strategies.amounts())
    assert isinstance(low, Amount)
    assert isinstance(high, Amount)
    assert low <= data.draw(strategies.amounts(min_value=low, max_value=high)) <= high


@given(ANY)
def test_shares_keep_between_two_shares(data: st.DataObject) -> None:
    low, high = ordered(data, strategies.shares())
    assert isinstance(low, Share)
    assert isinstance(high, Share)
    assert low <= data.draw(strategies.shares(min_value=low, max_value=high)) <= high


@given(ANY)
def test_days_periods_and_steps_keep_between_two_days(data: st.DataObject) -> None:
    low, high = ordered(data, strategies.days())
    assert isinstance(low, dt.date)
    assert isinstance(high, dt.date)
    assert low <= data.draw(strategies.days(min_value=low, max_value=high)) <= high
    assert low <= data.draw(strategies.month_steps(min_value=low, max_value=high)).start <= high
    period = data.draw(strategies.periods(min_value=low, max_value=high))
    assert low <= period.first <= period.last <= high


@given(ANY, st.integers(1, 4000))
def test_periods_and_steps_keep_to_their_length(data: st.DataObject, most: int) -> None:
    assert data.draw(strategies.periods(max_days=most)).days <= most
    assert abs(data.draw(strategies.month_steps(max_months=most)).months) <= most


@given(ANY)
def test_financial_years_keep_between_two_years(data: st.DataObject) -> None:
    low, high = ordered(data, strategies.financial_years())
    assert isinstance(low, FinancialYear)
    assert isinstance(high, FinancialYear)
    assert low <= data.draw(strategies.financial_years(min_value=low, max_value=high)) <= high


@settings(max_examples=30)
@given(ANY, st.integers(1, 4), st.integers(0, 3))
def test_parties_are_as_many_as_asked_for(data: st.DataObject, fewest: int, more: int) -> None:
    sizes = range(fewest, fewest + more + 1)
    most = fewest + more
    assert len(data.draw(strategies.shares_of_a_whole(min_size=fewest, max_size=most)).parts) in sizes
    assert len(data.draw(strategies.weights(st.text(), min_size=fewest, max_size=most))) in sizes
    assert len(data.draw(strategies.splits(st.text(), min_size=fewest, max_size=most)).parts) in sizes
    assert len(data.draw(strategies.frozen_mappings(st.text(), st.none(), min_size=fewest, max_size=most))) in sizes
    assert len(data.draw(strategies.combinations(min_size=fewest, max_size=most)).answers) in sizes


@given(ANY)
def test_parties_are_those_asked_for(data: st.DataObject) -> None:
    who = st.sampled_from(["Kent", "Powys"])
    assert set(data.draw(strategies.shares_of_a_whole(who)).parts) <= {"Kent", "Powys"}
    assert set(data.draw(strategies.splits(who)).parts) <= {"Kent", "Powys"}
    assert data.draw(strategies.remainders(leads=who)).lead in {None, "Kent", "Powys"}


@settings(max_examples=25)
@given(ANY, st.lists(st.sampled_from(Verdict), min_size=1))
def test_answers_say_only_what_they_may(data: st.DataObject, verdicts: list[Verdict]) -> None:
    answer = data.draw(strategies.answers(verdicts=verdicts))
    assert answer.verdict in verdicts
    assert bool(answer.facts) == (answer.verdict is Verdict.UNKNOWN)
    assert bool(answer.questions) == (answer.verdict is Verdict.UNCERTAIN)
    several = data.draw(strategies.combinations(verdicts=verdicts))
    assert {each.verdict for each in several.answers} <= set(verdicts)


@given(ANY, st.sampled_from(RemainderRule))
def test_remainders_and_divisions_keep_to_their_rules(data: st.DataObject, rule: RemainderRule) -> None:
    assert data.draw(strategies.remainders(rules=[rule])).rule is rule
    assert data.draw(strategies.splits(rules=[rule])).remainder.rule is rule


@given(strategies.roundings(for_money=True))
def test_a_rounding_for_money_gives_whole_pence(rule: object) -> None:
    assert Fraction(rule.unit) * 100 % 1 == 0  # type: ignore[attr-defined]  # a Rounding


@given(strategies.provisions(Enactment("Act", "Act", "https://example.org")), st.data(), st.sampled_from(Subject))
def test_provisions_and_kinds_of_service_are_those_asked_for(
    provision: object, data: st.DataObject, subject: Subject
) -> None:
    assert repr(provision).startswith("Act ")
    assert data.draw(strategies.service_kinds(subject=subject)).subject is subject


def some(values: st.SearchStrategy[T], sort: Callable[[T], bool]) -> None:
    find(values, sort, settings=settings(max_examples=2000, phases=[Phase.generate], database=None))


def test_values_of_every_sort_are_found() -> None:
    some(strategies.money(), lambda amount: amount.pence < 0)
    some(strategies.rates(), lambda rate: rate.pounds < 0 and rate.pounds % 1 != 0)
    some(strategies.amounts(), lambda amount: isinstance(amount.pounds, Fraction))
    some(strategies.amounts(), lambda amount: isinstance(amount.pounds, Decimal) and amount.pounds < 0)
    some(strategies.days(), lambda day: (day + dt.timedelta(days=1)).day == 1)
    some(strategies.shares(), lambda share: 0 < share.fraction < 1)
    some(strategies.shares_of_a_whole(min_size=2), lambda whole: Share(0) in whole.parts.values())
    some(strategies.words(), lambda sentence: str(sentence) != sentence.template)
    some(strategies.issues(), lambda issue: issue.place == "")
    some(strategies.reasons(), lambda reason: reason.provision is None)
    some(strategies.area_codes(), lambda area: area.first is None)
    some(strategies.authorities(), lambda authority: authority.last is not None and bool(authority.succeeded_by))
    some(strategies.service_kinds(), lambda kind: kind.subject is None)
    some(strategies.sources(), lambda source: source.address == "")


@pytest.mark.parametrize("direction", Direction)
def test_roundings_of_every_direction_are_found(direction: Direction) -> None:
    some(strategies.roundings(), lambda rule: rule.direction is direction)


@pytest.mark.parametrize("rule", ShortMonth)
def test_steps_back_by_every_rule_are_found(rule: ShortMonth) -> None:
    some(strategies.month_steps(), lambda step: step.rule is rule and step.months < 0)
