from __future__ import annotations

import decimal
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lgtrade.issues import InputError
from lgtrade.money import ZERO, Money, total
from lgtrade.strategies import money

MOST = 99_999_999_999_999_999
PENCE = "a whole number of pence, of at most 17 digits"
NUMBER = 'a whole number, a Decimal, or text such as "1,234.56"'


def pence(amount: int) -> Money:
    return Money(pence=amount)


@given(money())
def test_a_sum_of_money_can_be_read_back_from_how_it_is_printed(amount: Money) -> None:
    assert Money.pounds(str(amount)) == amount
    assert Money.pounds(amount.in_pounds) == amount


@given(money())
def test_pounds_and_pence_are_printed_with_their_thousands_marked(amount: Money) -> None:
    text = repr(amount)
    assert text.startswith("-£") == (amount.pence < 0)
    digits = text.replace(",", "").removeprefix("-").removeprefix("£").replace(".", "")
    assert int(digits) == abs(amount.pence)
    assert text[-3] == "."
    assert all(len(group) == 3 for group in text[:-3].split(",")[1:])


@given(st.integers(-MOST, MOST), st.integers(-MOST, MOST))
def test_money_adds_and_subtracts_penny_for_penny(one: int, other: int) -> None:
    assume(abs(one + other) <= MOST and abs(one - other) <= MOST)
    assert pence(one) + pence(other) == pence(one + other)
    assert pence(one) - pence(other) == pence(one - other)


@given(money(), st.integers(-1000, 1000))
def test_so_many_times_a_sum_is_the_same_from_either_side(amount: Money, times: int) -> None:
    assume(abs(amount.pence * times) <= MOST)
    assert amount * times == times * amount == pence(amount.pence * times)


@given(money())
def test_a_charge_and_its_refund_come_to_nothing(amount: Money) -> None:
    assert amount + -amount == ZERO
    assert abs(amount) == abs(-amount)
    assert abs(amount).pence == abs(amount.pence)


@given(money(), money())
def test_sums_of_money_compare_as_their_pence(one: Money, other: Money) -> None:
    assert (one == other) == (one.pence == other.pence)
    assert (one < other) == (one.pence < other.pence)
    assert (one <= other) == (one.pence <= other.pence)
    assert (one > other) == (one.pence > other.pence)
    assert (one >= other) == (one.pence >= other.pence)
    assert one <= Money(pence=one.pence) >= one


@given(st.lists(money(min_value=Money.pounds(-1000), max_value=Money.pounds(1000))))
def test_a_total_is_the_pence_added_up(amounts: list[Money]) -> None:
    assert total(amounts) == pence(sum(amount.pence for amount in amounts))


def test_nothing_added_up_is_nothing() -> None:
    assert total([]) == ZERO
    assert total(iter(())) == ZERO


@given(money())
def test_there_is_something_to_pay_unless_it_is_nothing(amount: Money) -> None:
    assert bool(amount) == (amount != ZERO)


def test_nothing_is_printed_without_a_sign() -> None:
    assert repr(ZERO) == repr(Money.pounds("-0")) == repr(-ZERO) == "£0.00"
    assert not ZERO


@given(money())
def test_money_as_an_amount_is_the_same_sum(amount: Money) -> None:
    assert amount.amount.pounds == amount.in_pounds
    assert amount.in_pounds * 100 == amount.pence


@pytest.mark.parametrize(
    ("value", "expected"),
    [("1,234.56", 123456), ("-£12", -1200), (3, 300), (Decimal("0.10"), 10), ("0.1", 10), ("12.340000", 1234)],
)
def test_pounds_are_read_as_people_write_them(value: str | int | Decimal, expected: int) -> None:
    assert Money.pounds(value).pence == expected


def test_the_pence_can_only_be_given_by_name() -> None:
    with pytest.raises(TypeError):
        Money(12)  # type: ignore[call-arg]  # the point: twelve what?


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (12.5, f"12.5 is a float, which cannot hold most amounts exactly. Accepted: {NUMBER}."),
        (True, f"True is not a number. Accepted: {NUMBER}."),
        ("12p", f"'12p' is not a number. Accepted: {NUMBER}."),
        (
            "12.345",
            "'12.345' is not a whole number of pence. Accepted: an amount with at most two decimal places.",
        ),
        (
            Decimal("0.001"),
            "0.001 is not a whole number of pence. Accepted: an amount with at most two decimal places.",
        ),
        (10**16, f"pence: 1000000000000000000 is too large. Accepted: {PENCE}."),
        (10**18, f"the whole number has more than 18 digits. Accepted: {NUMBER}."),
    ],
)
def test_pounds_that_are_not_whole_pence_are_refused_in_words(value: str | int | Decimal, said: str) -> None:
    with pytest.raises(InputError) as refused:
        Money.pounds(value)
    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1.0, f"pence: 1.0 is of type float. Accepted: {PENCE}."),
        (True, f"pence: True is of type bool. Accepted: {PENCE}."),
        ("1", f"pence: '1' is of type str. Accepted: {PENCE}."),
        (Decimal(1), f"pence: 1 is of type Decimal. Accepted: {PENCE}."),
        (MOST + 1, f"pence: 100000000000000000 is too large. Accepted: {PENCE}."),
        (-MOST - 1, f"pence: -100000000000000000 is too large. Accepted: {PENCE}."),
    ],
)
def test_pence_that_are_not_a_whole_number_in_reach_are_refused_in_words(value: int, said: str) -> None:
    with pytest.raises(InputError) as refused:
        Money(pence=value)
    assert str(refused.value) == said


def test_a_number_too_long_to_print_is_refused_all_the_same() -> None:
    with pytest.raises(InputError) as refused:
        Money(pence=10**5000)
    assert str(refused.value) == f"pence: a number too long to print is too large. Accepted: {PENCE}."


def test_the_largest_sums_are_held() -> None:
    assert repr(pence(MOST)) == "£999,999,999,999,999.99"
    assert repr(pence(-MOST)) == "-£999,999,999,999,999.99"


@pytest.mark.parametrize("other", [1, 1.0, True, Decimal(1), "1", None])
def test_money_is_not_added_to_or_compared_with_a_bare_number(other: object) -> None:
    for act in ("__add__", "__sub__", "__lt__", "__le__", "__gt__", "__ge__", "__eq__"):
        assert getattr(pence(100), act)(other) is NotImplemented


@pytest.mark.parametrize("times", [0.5, 1.0, True, Decimal("0.5"), "2"])
def test_money_is_multiplied_only_by_whole_numbers(times: object) -> None:
    with pytest.raises(TypeError):
        pence(100) * times  # type: ignore[operator]  # the point


@given(money(), money())
def test_nobodys_own_decimal_settings_change_a_sum(one: Money, other: Money) -> None:
    assume(abs(one.pence + other.pence) <= MOST)
    with decimal.localcontext(prec=1, rounding=decimal.ROUND_UP):
        assert Money.pounds(str(one)).pence == one.pence
        assert Money.pounds(one.in_pounds) == one
        assert (one + other).amount.pounds == Decimal((one + other).pence).scaleb(-2, decimal.Context(prec=30))
