from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from lgtrade.accounts import BreakEvenAccount, BreakEvenRule, Position, Status, YearEntry
from lgtrade.calendar import FinancialYear
from lgtrade.money import ZERO, Money, total
from lgtrade.strategies import break_even_accounts, money

PENNY = Money(pence=1)
CAPPED = break_even_accounts(rule=BreakEvenRule.CAP, max_size=4)
EQUATED = break_even_accounts(rule=BreakEvenRule.EQUATE, max_size=4)
ANY = CAPPED | EQUATED
SURPLUSES = money(min_value=PENNY, max_value=Money.pounds(10**6))
NOT_SURPLUSES = money(min_value=Money.pounds(-(10**6)), max_value=ZERO)
MATERIAL = money(min_value=ZERO, max_value=Money.pounds(10**9))


def ending(closing: Money, **changed: Any) -> Position:
    """Give the position at the end of the one year of an account that ends with this balance."""
    entry = YearEntry(FinancialYear(2004), closing, ZERO)
    begin: dict[str, Any] = {"service": "help-desk", "entries": (entry,), "window": 1}
    return BreakEvenAccount(**(begin | changed)).positions[-1]


@given(ANY)
def test_the_closing_balance_is_the_opening_and_all_income_less_all_cost(account: BreakEvenAccount) -> None:
    income, cost = (total(getattr(entry, name) for entry in account.entries) for name in ("income", "cost"))
    assert account.closing == account.opening + income - cost == account.positions[-1].closing


@given(ANY, st.integers(1, 9))
def test_the_window_changes_no_balance(account: BreakEvenAccount, window: int) -> None:
    again = attrs.evolve(account, window=window)
    assert [each.closing for each in again.positions] == [each.closing for each in account.positions]
    assert again.closing == account.closing


@given(ANY)
def test_each_year_opens_with_the_balance_that_the_year_before_closed_with(account: BreakEvenAccount) -> None:
    positions = account.positions
    assert [position.entry for position in positions] == list(account.entries)
    assert positions[0].opening == account.opening
    assert all(after.opening == before.closing for before, after in pairwise(positions))
    assert all(each.closing - each.opening == each.entry.income - each.entry.cost for each in positions)


@given(ANY)
def test_windows_follow_one_another_from_the_first_year(account: BreakEvenAccount) -> None:
    first = account.entries[0].year.start
    for position in account.positions:
        assert position.window_ends == ((position.year.start - first + 1) % account.window == 0)


@given(SURPLUSES, MATERIAL)
def test_a_surplus_at_the_end_of_a_window_is_a_breach_risk_whatever_is_called_material(
    surplus: Money, material: Money
) -> None:
    assert ending(surplus, material=material).status is Status.BREACH_RISK


@given(NOT_SURPLUSES, MATERIAL, st.integers(1, 3), st.booleans())
def test_a_deficit_is_never_a_breach(deficit: Money, material: Money, window: int, returning: bool) -> None:  # drawn
    position = ending(deficit, material=material, window=window, returning=returning)
    assert position.status in {Status.BALANCED, Status.DEFICIT}
    assert (position.status is Status.DEFICIT) == (window == 1 and -deficit > material)


@given(CAPPED)
def test_a_surplus_before_the_window_ends_is_only_watched(account: BreakEvenAccount) -> None:
    for position in account.positions:
        watched = position.closing > ZERO and not position.window_ends
        assert (position.status is Status.MONITOR) == watched


@given(CAPPED)
def test_only_a_surplus_at_the_end_of_the_last_year_can_be_said_to_be_returning(account: BreakEvenAccount) -> None:
    returning = [each.year for each in account.positions if each.status is Status.RETURNING]
    last = account.positions[-1]
    expected = account.returning and last.window_ends and last.closing > ZERO
    assert returning == ([last.year] if expected else [])


@given(CAPPED)
def test_every_window_that_ends_with_a_surplus_that_is_not_returned_is_a_breach_risk(account: BreakEvenAccount) -> None:
    for position in account.positions:
        surplus = position.window_ends and position.closing > ZERO
        assert surplus == (position.status in {Status.BREACH_RISK, Status.RETURNING})


@given(EQUATED)
def test_where_income_has_to_equal_cost_a_surplus_and_a_deficit_are_the_same(account: BreakEvenAccount) -> None:
    mirrored = attrs.evolve(
        account,
        opening=-account.opening,
        entries=tuple(YearEntry(each.year, each.cost, each.income) for each in account.entries),
    )
    assert [each.status for each in mirrored.positions] == [each.status for each in account.positions]


@given(EQUATED)
def test_where_income_has_to_equal_cost_only_a_material_difference_is_remarked_on(account: BreakEvenAccount) -> None:
    for position in account.positions:
        within = -account.material <= position.closing <= account.material
        beyond = Status.OFF_BALANCE if position.window_ends else Status.MONITOR
        assert position.status is (Status.BALANCED if within else beyond)


@given(ANY)
def test_the_part_of_the_cost_that_was_recovered_is_exact(account: BreakEvenAccount) -> None:
    income, cost = (total(getattr(entry, name) for entry in account.entries) for name in ("income", "cost"))
    assert account.recovery == (Fraction(income.pence, cost.pence) if cost > ZERO else None)


@given(SURPLUSES)
def test_two_kinds_of_service_cannot_be_netted(sum_: Money) -> None:
    """One kind brings in what the other loses: together they balance, and each is judged by itself."""
    year = FinancialYear(2004)
    gains = BreakEvenAccount("help-desk", (YearEntry(year, sum_, ZERO),), window=1)
    loses = BreakEvenAccount("payroll", (YearEntry(year, ZERO, sum_),), window=1)
    assert gains.closing + loses.closing == ZERO
    assert [each.positions[-1].status for each in (gains, loses)] == [Status.BREACH_RISK, Status.DEFICIT]


@given(ANY)
def test_an_account_is_shown_year_by_year(account: BreakEvenAccount) -> None:
    first, *lines = repr(account).split(f"<BreakEvenAccount of {account.service}: ")[1].split("\n")
    assert first == f"{account.closing}>"
    assert lines == [f"  {each.year}: {each.closing}, {each.status.value}" for each in account.positions]


@given(ANY)
def test_each_position_says_its_balance_and_its_year_and_never_a_minus(account: BreakEvenAccount) -> None:
    for position in account.positions:
        said = str(position.words)
        assert str(position.year) in said
        assert "-" not in said
        assert position.status is Status.BALANCED or repr(abs(position.closing)) in said
