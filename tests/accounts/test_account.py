from __future__ import annotations

import datetime as dt
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lgtrade.accounts import BreakEvenAccount, BreakEvenRule, Correction, Position, StatedYear, Status, YearEntry
from lgtrade.calendar import FinancialYear
from lgtrade.issues import InputError
from lgtrade.money import ZERO, Money, total
from lgtrade.strategies import break_even_accounts, corrections, days, money

PENNY = Money(pence=1)
CAPPED = break_even_accounts(rule=BreakEvenRule.CAP, max_size=4)
EQUATED = break_even_accounts(rule=BreakEvenRule.EQUATE, max_size=4)
SEARCHES = break_even_accounts(rule=BreakEvenRule.SEARCHES, max_size=5)
FEW = settings(max_examples=40)
ANY = CAPPED | EQUATED | SEARCHES
SURPLUSES = money(min_value=PENNY, max_value=Money.pounds(10**6))
NOT_SURPLUSES = money(min_value=Money.pounds(-(10**6)), max_value=ZERO)
MATERIAL = money(min_value=ZERO, max_value=Money.pounds(10**9))


def ending(closing: Money, **changed: Any) -> Position:
    """Give the position at the end of the one year of an account that ends with this balance."""
    entry = YearEntry(FinancialYear(2004), closing, ZERO)
    begin: dict[str, Any] = {"service": "help-desk", "entries": (entry,), "window": 1}
    return BreakEvenAccount(**(begin | changed)).positions[-1]


@FEW
@given(ANY)
def test_the_closing_balance_is_the_opening_all_surpluses_and_corrections_less_what_was_returned(
    account: BreakEvenAccount,
) -> None:
    surpluses, returned = (total(getattr(each, name) for each in account.entries) for name in ("surplus", "returned"))
    corrected = total(each.income - each.cost for each in account.corrections)
    assert account.closing == account.opening + surpluses + corrected - returned == account.positions[-1].closing


@FEW
@given(ANY)
def test_the_surplus_of_a_year_is_its_income_from_charges_less_the_cost_that_charges_may_recover(
    account: BreakEvenAccount,
) -> None:
    for entry in account.entries:
        lowered = total(each.amount for each in entry.other if each.lowers_cost)
        assert entry.cost_to_recover == entry.cost - lowered
        assert entry.surplus == entry.income - entry.cost + lowered


@FEW
@given(ANY)
def test_a_grant_raises_no_surplus_unless_it_is_said_to_lower_the_cost(account: BreakEvenAccount) -> None:
    for entry in account.entries:
        kept_apart = tuple(attrs.evolve(each, lowers_cost=False) for each in entry.other)
        assert attrs.evolve(entry, other=kept_apart).surplus == entry.income - entry.cost
        assert attrs.evolve(entry, other=()).surplus == entry.income - entry.cost


@FEW
@given(ANY, st.randoms(use_true_random=False))
def test_the_order_in_which_years_and_corrections_are_entered_changes_nothing(
    account: BreakEvenAccount, random: Random
) -> None:
    entries, corrections, stated = list(account.entries), list(account.corrections), list(account.stated)
    for each in (entries, corrections, stated):
        random.shuffle(each)
    again = attrs.evolve(account, entries=tuple(entries), corrections=tuple(corrections), stated=tuple(stated))
    assert again.entries == account.entries
    assert (again.positions, again.figures) == (account.positions, account.figures)


@FEW
@given(ANY, st.integers(1, 3))
def test_an_account_carried_on_from_the_balance_of_its_first_years_ends_where_the_whole_does(
    account: BreakEvenAccount, years: int
) -> None:
    first = attrs.evolve(account, **_only(account, account.entries[:years]))
    rest = account.entries[years:]
    if rest:
        carried = attrs.evolve(account, opening=first.closing, **_only(account, rest))
        assert carried.closing == account.closing
        assert [each.closing for each in (*first.positions, *carried.positions)] == [
            each.closing for each in account.positions
        ]
    else:
        assert first.closing == account.closing


def _only(account: BreakEvenAccount, entries: tuple[YearEntry, ...]) -> dict[str, Any]:
    """Give the parts of an account that are of some of its years."""
    years = {entry.year for entry in entries}
    corrections = tuple(each for each in account.corrections if each.year in years)
    return {"entries": entries, "corrections": corrections, "stated": ()}


@FEW
@given(ANY, st.data())
def test_a_correction_never_changes_an_earlier_view(account: BreakEvenAccount, data: st.DataObject) -> None:
    late = data.draw(corrections(years=[entry.year for entry in account.entries]))
    corrected = attrs.evolve(account, corrections=(*account.corrections, late), stated=())
    day = data.draw(days(max_value=late.on))
    if day < late.on:
        assert corrected.known_on(day).positions == account.known_on(day).positions
    assert corrected.entries == account.entries
    assert corrected.known_on(late.on).closing == account.known_on(late.on).closing + late.income - late.cost
    assert corrected.closing == account.closing + late.effect


@FEW
@given(ANY)
def test_once_every_correction_is_known_the_account_is_the_account(account: BreakEvenAccount) -> None:
    last = max((each.on for each in account.corrections), default=dt.date(2000, 1, 1))
    assert account.known_on(last).positions == account.positions
    assert account.known_on(last).known_on(last) == account.known_on(last)


@FEW
@given(ANY, st.data())
def test_an_account_that_states_what_it_comes_to_is_taken_and_any_other_is_not(
    account: BreakEvenAccount, data: st.DataObject
) -> None:
    position = data.draw(st.sampled_from(account.positions))
    surplus = position.entry.surplus + position.corrected
    right = {"opening": position.opening, "surplus": surplus, "closing": position.closing}
    name, by = data.draw(st.sampled_from(list(right))), data.draw(SURPLUSES)
    stated = StatedYear(position.year, **right)
    assert attrs.evolve(account, stated=(stated,)).positions == account.positions
    wrong = StatedYear(position.year, **{name: right[name] - by})
    with pytest.raises(InputError) as refused:
        attrs.evolve(account, stated=(stated, wrong))
    (issue,) = refused.value.issues
    assert issue.place == f"stated[1].{name}"
    assert dict(issue.found.values)["by"] == by
    assert str(issue.accepted) == repr(right[name])


@FEW
@given(ANY, st.integers(1, 9))
def test_the_window_changes_no_balance(account: BreakEvenAccount, window: int) -> None:
    again = attrs.evolve(account, window=window, rule=BreakEvenRule.CAP)
    assert [each.closing for each in again.positions] == [each.closing for each in account.positions]
    assert again.closing == account.closing


@FEW
@given(ANY)
def test_each_year_opens_with_the_balance_that_the_year_before_closed_with(account: BreakEvenAccount) -> None:
    positions = account.positions
    assert [position.entry for position in positions] == list(account.entries)
    assert positions[0].opening == account.opening
    assert all(after.opening == before.closing for before, after in pairwise(positions))
    for each in positions:
        assert each.closing - each.opening == each.entry.surplus + each.corrected - each.entry.returned


@FEW
@given(CAPPED | EQUATED)
def test_windows_follow_one_another_from_the_first_year(account: BreakEvenAccount) -> None:
    first = account.entries[0].year.start
    for position in account.positions:
        assert position.window_ends == ((position.year.start - first + 1) % account.window == 0)


@FEW
@given(SURPLUSES, MATERIAL)
def test_a_surplus_at_the_end_of_a_window_is_a_breach_risk_whatever_is_called_material(
    surplus: Money, material: Money
) -> None:
    assert ending(surplus, material=material).status is Status.BREACH_RISK


@FEW
@given(NOT_SURPLUSES, MATERIAL, st.integers(1, 3), st.booleans())
def test_a_deficit_is_never_a_breach(deficit: Money, material: Money, window: int, returning: bool) -> None:  # drawn
    position = ending(deficit, material=material, window=window, returning=returning)
    assert position.status in {Status.BALANCED, Status.SHORT, Status.DEFICIT}
    assert (position.status is Status.DEFICIT) == (window == 1 and -deficit > material)


@FEW
@given(CAPPED)
def test_a_surplus_before_the_window_ends_is_only_watched(account: BreakEvenAccount) -> None:
    for position in account.positions:
        watched = position.closing > ZERO and not position.window_ends
        assert (position.status is Status.MONITOR) == watched


@FEW
@given(CAPPED)
def test_only_a_surplus_at_the_end_of_the_last_year_can_be_said_to_be_returning(account: BreakEvenAccount) -> None:
    returning = [each.year for each in account.positions if each.status is Status.RETURNING]
    last = account.positions[-1]
    expected = account.returning and last.window_ends and last.closing > ZERO
    assert returning == ([last.year] if expected else [])


@FEW
@given(CAPPED)
def test_every_window_that_ends_with_a_surplus_that_is_not_returned_is_a_breach_risk(account: BreakEvenAccount) -> None:
    for position in account.positions:
        surplus = position.window_ends and position.closing > ZERO
        assert surplus == (position.status in {Status.BREACH_RISK, Status.RETURNING})


@FEW
@given(EQUATED)
def test_where_income_has_to_equal_cost_a_surplus_and_a_deficit_are_the_same(account: BreakEvenAccount) -> None:
    mirrored = attrs.evolve(
        account,
        opening=-account.opening,
        entries=tuple(
            YearEntry(each.year, each.cost_to_recover + each.returned, each.income) for each in account.entries
        ),
        corrections=tuple(attrs.evolve(each, income=each.cost, cost=each.income) for each in account.corrections),
        stated=(),
    )
    assert [each.status for each in mirrored.positions] == [each.status for each in account.positions]


@FEW
@given(EQUATED)
def test_where_income_has_to_equal_cost_only_a_material_difference_is_remarked_on(account: BreakEvenAccount) -> None:
    for position in account.positions:
        within = -account.material <= position.closing <= account.material
        beyond = Status.OFF_BALANCE if position.window_ends else Status.MONITOR
        assert position.status is (Status.BALANCED if within else beyond)


@FEW
@given(SEARCHES)
def test_property_searches_are_tested_over_any_three_years_running(account: BreakEvenAccount) -> None:
    positions = account.positions
    for number, position in enumerate(positions):
        three = positions[max(number - 2, 0) : number + 1]
        result = total(each.closing - each.opening for each in three)
        assert (position.window_ends, position.tested) == (number >= 2, result)
        over = position.status in {Status.BREACH_RISK, Status.RETURNING}
        assert over == (number >= 2 and result > ZERO)


@FEW
@given(SEARCHES)
def test_whatever_a_year_of_property_searches_leaves_is_taken_into_the_next_charge(account: BreakEvenAccount) -> None:
    for position in account.positions:
        if position.status not in {Status.BREACH_RISK, Status.RETURNING}:
            left = abs(position.closing) > account.material
            assert position.status is (Status.TO_ADJUST if left else Status.BALANCED)


@FEW
@given(ANY)
def test_the_part_of_the_cost_that_was_recovered_is_exact(account: BreakEvenAccount) -> None:
    parts: list[YearEntry | Correction] = [*account.entries, *account.corrections]
    income = total(each.income for each in parts)
    lowered = total(other.lowers_by for entry in account.entries for other in entry.other)
    cost = total(each.cost for each in parts) - lowered
    assert account.recovery == (Fraction(income.pence, cost.pence) if cost > ZERO else None)


@FEW
@given(ANY)
def test_the_income_of_a_year_is_the_income_under_all_its_powers(account: BreakEvenAccount) -> None:
    figures = account.figures
    for entry in account.entries:
        year = str(entry.year)
        sums = [figure for path, figure in figures.items() if path[:2] == ("income-by-power", year)]
        assert total(sum_ for sum_ in sums if isinstance(sum_, Money)) == (entry.income if sums else ZERO)


@FEW
@given(ANY)
def test_the_figures_of_an_account_are_those_of_its_positions(account: BreakEvenAccount) -> None:
    figures = account.figures
    for each in account.positions:
        year = str(each.year)
        assert (figures["income", year], figures["surplus", year]) == (each.entry.income, each.entry.surplus)
        assert (figures["balance", year], figures["status", year]) == (each.closing, each.status.value)
        assert figures.get(("cost-to-recover", year), each.entry.cost) == each.entry.cost_to_recover
        assert figures.get(("corrected", year), ZERO) == each.corrected
        assert figures.get(("returned", year), ZERO) == each.entry.returned
        units = Fraction(each.entry.units or 0)
        if units:
            assert figures["unit-income", year] == Fraction(each.entry.income.pence, 100) / units
            assert figures["unit-cost", year] == Fraction(each.entry.cost_to_recover.pence, 100) / units
        else:
            assert ("unit-cost", year) not in figures
    assert figures.get(("recovery",)) == account.recovery


@FEW
@given(SURPLUSES)
def test_two_kinds_of_service_cannot_be_netted(sum_: Money) -> None:
    """One kind brings in what the other loses: together they balance, and each is judged by itself."""
    year = FinancialYear(2004)
    gains = BreakEvenAccount("help-desk", (YearEntry(year, sum_, ZERO),), window=1)
    loses = BreakEvenAccount("payroll", (YearEntry(year, ZERO, sum_),), window=1)
    assert gains.closing + loses.closing == ZERO
    assert [each.positions[-1].status for each in (gains, loses)] == [Status.BREACH_RISK, Status.DEFICIT]


@FEW
@given(ANY)
def test_an_account_is_shown_year_by_year(account: BreakEvenAccount) -> None:
    first, *lines = repr(account).split(f"<BreakEvenAccount of {account.service}: ")[1].split("\n")
    assert first == f"{account.closing}>"
    assert lines == [f"  {each.year}: {each.closing}, {each.status.value}" for each in account.positions]


@FEW
@given(ANY)
def test_each_position_says_its_balance_and_its_year_and_never_a_minus(account: BreakEvenAccount) -> None:
    for position in account.positions:
        said = str(position.words)
        assert str(position.year) in said
        assert "-" not in said
        balance = position.tested if position.status is Status.BREACH_RISK else position.closing
        assert position.status in {Status.BALANCED, Status.RETURNING} or repr(abs(balance)) in said
