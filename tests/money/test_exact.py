from __future__ import annotations

from decimal import Decimal, Inexact
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lgtrade.issues import InputError
from lgtrade.money import EXACT, exact_fraction, exact_number, plain
from lgtrade.money._exact import as_fraction, held_exactly
from lgtrade.strategies import exact_decimals

MOST = 10**18 - 1
ACCEPTED = 'a whole number, a Decimal, or text such as "1,234.56"'
HELD = "a whole number, a Decimal or a Fraction"
DIGITS = "at most 18 digits before the point and 12 after it"


@given(exact_decimals(min_value=-MOST, max_value=MOST))
def test_a_number_can_be_read_back_from_how_it_is_printed(number: Decimal) -> None:
    assert exact_number(plain(number)) == number
    assert exact_number(f" £{plain(abs(number))}\n") == abs(number)
    assert exact_number(number) is number


@given(st.integers(-MOST, MOST))
def test_a_whole_number_is_read_as_it_is(number: int) -> None:
    assert exact_number(number) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,234.56", "1234.56"),
        ("£1,234.56", "1234.56"),
        ("-£12", "-12"),
        ("−12.5", "-12.5"),  # the minus sign that people paste
        ("-0.125", "-0.125"),
        ("007", "7"),
        ("1234567.5", "1234567.5"),
        ("-£999,999,999,999,999,999.999999999999", "-999999999999999999.999999999999"),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, number: str) -> None:
    assert exact_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "£",
        "-",
        "twelve",
        "1.",
        ".5",
        "1,23",
        "1,2345",
        "12,34.5",
        "1e3",
        "NaN",
        "Infinity",
        "£-12",
        "--1",
        "1 000",
        "12.5%",
        "١٢",
        "1" * 65,
        True,
        False,
        None,
        [],
        Fraction(1, 3),
    ],
)
def test_what_is_not_a_number_is_refused(value: object) -> None:
    with pytest.raises(InputError) as refused:
        exact_number(value, "quantity")
    (issue,) = refused.value.issues
    assert (issue.code, issue.place) == ("number", "quantity")
    assert str(issue.found).endswith("is not a number")
    assert str(issue.accepted) == ACCEPTED


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.1, f"0.1 is a float, which cannot hold most amounts exactly. Accepted: {ACCEPTED}."),
        ("ten", f"'ten' is not a number. Accepted: {ACCEPTED}."),
        (True, f"True is not a number. Accepted: {ACCEPTED}."),
        (10**18, f"the whole number has more than 18 digits. Accepted: {ACCEPTED}."),
        (-(10**18), f"the whole number has more than 18 digits. Accepted: {ACCEPTED}."),
        (Decimal("NaN"), f"NaN has too many digits, or is not finite. Accepted: {DIGITS}."),
        (Decimal("sNaN"), f"sNaN has too many digits, or is not finite. Accepted: {DIGITS}."),
        (Decimal("-Infinity"), f"-Infinity has too many digits, or is not finite. Accepted: {DIGITS}."),
        (Decimal("1E+18"), f"1E+18 has too many digits, or is not finite. Accepted: {DIGITS}."),
        ("0.1234567890123", f"'0.1234567890123' has too many digits, or is not finite. Accepted: {DIGITS}."),
        ("1" * 19, f"'1111111111111111111' has too many digits, or is not finite. Accepted: {DIGITS}."),
    ],
)
def test_a_number_that_cannot_be_held_exactly_is_refused_in_words(value: object, said: str) -> None:
    with pytest.raises(InputError) as refused:
        exact_number(value)
    assert str(refused.value) == said


def test_a_whole_number_that_is_too_big_is_refused_where_it_was_given() -> None:
    with pytest.raises(InputError) as refused:
        exact_number(10**18, "units")
    assert refused.value.issues[0].place == "units"


def test_a_number_with_no_place_is_refused_without_one() -> None:
    for read in (exact_number, exact_fraction, held_exactly):
        with pytest.raises(InputError) as refused:
            read("many")
        assert refused.value.issues[0].place == ""


def test_spaces_round_a_number_are_left_out_but_not_without_end() -> None:
    assert exact_number("12".rjust(64)) == 12
    with pytest.raises(InputError, match="is not a number"):
        exact_number("12".rjust(65))


def test_exact_arithmetic_would_rather_stop_than_lose_a_digit() -> None:
    with pytest.raises(Inexact):
        EXACT.divide(Decimal(1), Decimal(3))


@given(st.floats())
def test_no_float_is_ever_read(number: float) -> None:
    for read in (exact_number, exact_fraction, held_exactly):
        with pytest.raises(InputError) as refused:
            read(number, "rate")
        assert [(issue.code, issue.place) for issue in refused.value.issues] == [("number.float", "rate")]


@pytest.mark.parametrize("power", [18, 19, 100, 5000, 10**6])
def test_a_number_too_big_for_any_councils_money_is_refused(power: int) -> None:
    for number in (Decimal(f"1E+{power}"), Decimal(f"-1E+{power}"), Decimal(f"1E-{power}")):
        with pytest.raises(InputError):
            exact_number(number)


def test_a_number_at_the_edge_of_what_is_allowed_is_read() -> None:
    assert exact_number(MOST) == exact_number("9" * 18) == exact_number(Decimal(MOST)) == MOST
    assert exact_number("0.000000000001") == exact_number(Decimal("1E-12")) == Decimal("1E-12")
    assert exact_number(Decimal("1E+17")) == 10**17


# Fractions


@pytest.mark.parametrize(
    ("value", "fraction"),
    [
        ("12.5%", Fraction(1, 8)),
        ("45.76%", Fraction(4576, 10000)),
        ("1/3", Fraction(1, 3)),
        (" 2 / 6 ", Fraction(1, 3)),
        ("1,000/3,000", Fraction(1, 3)),
        ("1.5/4.5", Fraction(1, 3)),
        ("0.4576", Fraction(4576, 10000)),
        (" 100 %", Fraction(1)),
        (Fraction(2, 7), Fraction(2, 7)),
        (Decimal("0.125"), Fraction(1, 8)),
        (1, Fraction(1)),
    ],
)
def test_a_fraction_of_something_is_read_in_every_form_people_use(value: object, fraction: Fraction) -> None:
    assert exact_fraction(value) == fraction


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("1/0", "share: it divides by nothing. Accepted: a divisor over zero."),
        ("1/0.00", "share: it divides by nothing. Accepted: a divisor over zero."),
        ("1/2/3", f"share: '2/3' is not a number. Accepted: {ACCEPTED}."),
        ("half/2", f"share: 'half' is not a number. Accepted: {ACCEPTED}."),
        ("x%", f"share: 'x' is not a number. Accepted: {ACCEPTED}."),
        ("", f"share: '' is not a number. Accepted: {ACCEPTED}."),
        (None, f"share: None is not a number. Accepted: {ACCEPTED}."),
        (True, f"share: True is not a number. Accepted: {ACCEPTED}."),
        (Decimal("NaN"), f"share: NaN has too many digits, or is not finite. Accepted: {DIGITS}."),
    ],
)
def test_what_is_no_fraction_is_refused_in_words(value: object, said: str) -> None:
    with pytest.raises(InputError) as refused:
        exact_fraction(value, "share")
    assert str(refused.value) == said


# Numbers in the middle of a sum


@given(st.integers() | st.decimals(allow_nan=False, allow_infinity=False) | st.fractions())
def test_an_exact_number_of_any_size_is_held_as_it_is(number: Decimal | Fraction) -> None:
    assert held_exactly(number) == number
    assert isinstance(held_exactly(number), Decimal | Fraction)
    assert as_fraction(number) == number
    assert isinstance(as_fraction(number), Fraction)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0.5, f"factor: 0.5 is a float, which cannot hold most amounts exactly. Accepted: {HELD}."),
        ("3", f"factor: '3' is not an exact number. Accepted: {HELD}."),
        (True, f"factor: True is not an exact number. Accepted: {HELD}."),
        (Decimal("NaN"), f"factor: NaN is not an exact number. Accepted: {HELD}."),
        (Decimal("Infinity"), f"factor: Infinity is not an exact number. Accepted: {HELD}."),
    ],
)
def test_a_number_that_is_not_exact_is_refused_in_the_middle_of_a_sum(number: object, said: str) -> None:
    with pytest.raises(InputError) as refused:
        held_exactly(number, "factor")
    assert str(refused.value) == said


# Printing


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Decimal("1234.50"), "1,234.50"),
        (Decimal("1E+5"), "100,000"),
        (Decimal("-0.00"), "0.00"),
        (Decimal("1E-12"), "0.000000000001"),
        (Fraction(1, 3), "1/3"),
        (Fraction(-1000, 3), "-1,000/3"),
        (Fraction(1, 8), "0.125"),
        (Fraction(3, 2), "1.5"),
        (Fraction(1, 5), "0.2"),
        (Fraction(1234567, 1), "1,234,567"),
        (Fraction(1, 10**12), "0.000000000001"),
        (Fraction(1, 2**12), "0.000244140625"),
        (Fraction(1, 5**12), "0.000000004096"),
        (Fraction(1, 2**13), "1/8,192"),
        (Fraction(1, 5**13), "1/1,220,703,125"),
        (Fraction(1, 30), "1/30"),
    ],
)
def test_a_number_is_printed_as_a_decimal_where_it_ends_and_as_a_fraction_where_it_does_not(
    number: Decimal | Fraction, text: str
) -> None:
    assert plain(number) == text


@given(st.fractions(-1000, 1000, max_denominator=10**6))
def test_a_fraction_can_be_read_back_from_how_it_is_printed(fraction: Fraction) -> None:
    assert exact_fraction(plain(fraction)) == fraction
