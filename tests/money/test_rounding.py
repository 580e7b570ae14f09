"""Rounding. The oracle below is written with whole numbers only, from what each rule's name says."""

from __future__ import annotations

import decimal
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lgtrade.issues import InputError
from lgtrade.money import DOWN, HALF_EVEN, HALF_UP, UP, Amount, Direction, Exact, Money, Rate, Rounding
from lgtrade.strategies import amounts, exact_decimals, money, roundings

RULES = roundings(for_money=True)
HALF_PENCE = st.integers(-(10**9), 10**9).map(lambda count: Amount(Decimal(10 * count + 5).scaleb(-3)))
SUMS = amounts() | HALF_PENCE


def whole_units(pounds: Exact, unit: Decimal, direction: Direction) -> int:
    """Count units by bracketing: the size lies from `below` units to one more, and the rule says which."""
    above, of = Fraction(pounds).numerator, Fraction(pounds).denominator
    each, per = Fraction(unit).numerator, Fraction(unit).denominator
    size, one = abs(above) * per, of * each  # the size of the sum, and one unit, in the same tiny parts
    below = size // one
    if below * one == size or direction is Direction.DOWN:
        answer = below
    elif direction is Direction.UP:
        answer = below + 1
    elif size - below * one < (below + 1) * one - size:
        answer = below
    elif size - below * one > (below + 1) * one - size or direction is Direction.HALF_UP:
        answer = below + 1
    else:
        answer = below if below % 2 == 0 else below + 1
    return -answer if above < 0 else answer


@given(SUMS, RULES)
def test_every_rule_rounds_as_its_name_says(amount: Amount, rule: Rounding) -> None:
    expected = whole_units(amount.pounds, rule.unit, rule.direction)
    assert rule.units(amount.pounds) == expected
    assert rule.money(amount).in_pounds == expected * rule.unit
    assert amount.round(rule) == rule.money(amount.pounds) == rule.money(amount)


@given(amounts(), roundings())
def test_every_rule_counts_units_of_any_size(amount: Amount, rule: Rounding) -> None:
    assert rule.units(amount.pounds) == whole_units(amount.pounds, rule.unit, rule.direction)


@given(st.integers(-(10**12), 10**12), RULES)
def test_whole_pounds_are_rounded_as_the_same_decimal_is(pounds: int, rule: Rounding) -> None:
    assert rule.money(pounds) == rule.money(Decimal(pounds)) == rule.money(Fraction(pounds))


@given(exact_decimals(min_value=-(10**12), max_value=10**12, places=24), RULES)
def test_a_sum_rounds_the_same_however_it_is_held(pounds: Decimal, rule: Rounding) -> None:
    assert rule.money(pounds) == rule.money(Fraction(pounds))


@given(SUMS, RULES)
def test_rounding_a_refund_mirrors_rounding_a_charge(amount: Amount, rule: Rounding) -> None:
    assert amount.times(-1).round(rule) == -amount.round(rule)


@given(SUMS, RULES)
def test_rounding_a_rounded_amount_changes_nothing(amount: Amount, rule: Rounding) -> None:
    once = amount.round(rule)
    assert once.amount.round(rule) == once


@given(SUMS, SUMS, RULES)
def test_a_larger_amount_never_rounds_to_less(one: Amount, other: Amount, rule: Rounding) -> None:
    less, more = sorted([one, other])
    assert less.round(rule) <= more.round(rule)


@given(SUMS)
def test_a_charge_rounded_down_never_exceeds_its_cost_and_one_rounded_up_never_falls_short(amount: Amount) -> None:
    size = abs(Fraction(amount.pounds))
    assert abs(amount.round(DOWN)).in_pounds <= size <= abs(amount.round(UP)).in_pounds


@given(SUMS, st.sampled_from([HALF_UP, HALF_EVEN]))
def test_a_sum_rounded_to_the_nearest_is_never_more_than_half_a_penny_away(amount: Amount, rule: Rounding) -> None:
    assert 200 * abs(Fraction(amount.round(rule).in_pounds) - Fraction(amount.pounds)) <= 1


@given(HALF_PENCE)
def test_a_half_penny_goes_up_by_one_rule_and_to_the_even_penny_by_the_other(amount: Amount) -> None:
    assert abs(amount.round(HALF_UP)) == abs(amount.round(UP))
    assert amount.round(HALF_EVEN).pence % 2 == 0


@given(RULES, st.integers(-(10**6), 10**6))
def test_half_of_any_unit_goes_where_the_rule_says(rule: Rounding, count: int) -> None:
    half = Fraction(rule.unit) * (2 * count + 1) / 2
    assert rule.units(half) == whole_units(half, rule.unit, rule.direction)
    assert rule.money(Decimal(2 * count + 1) * rule.unit / 2) == rule.money(half)


@given(money(), RULES)
@example(Money.pounds("1234.56"), HALF_UP)
def test_whole_pence_rounded_to_a_penny_stay_as_they_are(amount: Money, rule: Rounding) -> None:
    assert Rounding(rule.direction).money(amount.in_pounds) == amount


@given(SUMS, st.sampled_from(Direction), st.integers(0, 6))
def test_a_rounded_rate_is_a_whole_number_of_the_finest_places_kept(
    amount: Amount, direction: Direction, places: int
) -> None:
    rule = Rounding(direction, Decimal(1).scaleb(-places))
    rate = rule.rate(amount)
    assert rate == rule.rate(amount.pounds)
    assert Fraction(rate.pounds) * 10**places == whole_units(amount.pounds, rule.unit, direction)


@given(SUMS, RULES)
def test_nobodys_own_decimal_settings_change_a_rounding(amount: Amount, rule: Rounding) -> None:
    expected = amount.round(rule)
    with decimal.localcontext(prec=1, rounding=decimal.ROUND_UP):
        assert amount.round(rule) == expected
        assert rule.units(amount.pounds) == whole_units(amount.pounds, rule.unit, rule.direction)


@pytest.mark.parametrize(
    ("pounds", "up", "even", "away", "towards"),
    [
        ("0.125", "0.13", "0.12", "0.13", "0.12"),
        ("0.135", "0.14", "0.14", "0.14", "0.13"),
        ("10.005", "10.01", "10.00", "10.01", "10.00"),
        ("10.0049", "10.00", "10.00", "10.01", "10.00"),
        ("10.0051", "10.01", "10.01", "10.01", "10.00"),
        ("-10.005", "-10.01", "-10.00", "-10.01", "-10.00"),
        ("10.00", "10.00", "10.00", "10.00", "10.00"),
    ],
)
def test_what_each_rule_makes_of_a_few_sums(pounds: str, up: str, even: str, away: str, towards: str) -> None:
    rounded = [rule.money(Decimal(pounds)) for rule in (HALF_UP, HALF_EVEN, UP, DOWN)]
    assert rounded == [Money.pounds(each) for each in (up, even, away, towards)]


@pytest.mark.parametrize(
    ("rule", "sum_", "name"),
    [
        (HALF_UP, "1234.56", "half up to a penny"),
        (HALF_EVEN.to("0.010"), "1234.56", "half even to a penny"),
        (HALF_UP.to("1"), "1235.00", "half up to a pound"),
        (DOWN.to(Decimal("1.00")), "1234.00", "down to a pound"),
        (HALF_UP.to(10), "1230.00", "half up to £10"),
        (UP.to("1,000"), "2000.00", "up to £1,000"),
        (UP.to("0.05"), "1234.60", "up to £0.05"),
    ],
)
def test_a_rule_has_a_name_that_can_be_cited(rule: Rounding, sum_: str, name: str) -> None:
    assert rule.money(Decimal("1234.56")) == Money.pounds(sum_)
    assert rule.name == repr(rule) == name


def test_a_unit_cost_is_rounded_to_a_rate_finer_than_a_penny() -> None:
    unit_cost = Amount(Decimal(100)).over(3)
    assert HALF_UP.to("0.0001").rate(unit_cost) == Rate("33.3333")


@pytest.mark.parametrize(
    ("direction", "unit", "said"),
    [
        ("up", Decimal(1), ["direction: 'up' is of type str. Accepted: a Direction."]),
        (Direction.UP, 1, ["unit: 1 is of type int. Accepted: a Decimal, in pounds."]),
        (Direction.UP, 0.01, ["unit: 0.01 is of type float. Accepted: a Decimal, in pounds."]),
        (
            "up",
            "1",
            [
                "direction: 'up' is of type str. Accepted: a Direction.",
                "unit: '1' is of type str. Accepted: a Decimal, in pounds.",
            ],
        ),
        (Direction.UP, Decimal(0), ["unit: the unit is not over zero. Accepted: a unit over zero."]),
        (Direction.UP, Decimal(-1), ["unit: the unit is not over zero. Accepted: a unit over zero."]),
        (
            Direction.UP,
            Decimal("NaN"),
            [
                (
                    "unit: NaN has too many digits, or is not finite. "
                    "Accepted: at most 18 digits before the point and 12 after it."
                )
            ],
        ),
    ],
)
def test_what_is_no_rule_is_refused_in_words(direction: Direction, unit: Decimal, said: list[str]) -> None:
    with pytest.raises(InputError) as refused:
        Rounding(direction, unit)
    assert [str(issue) for issue in refused.value.issues] == said


def test_a_rule_finer_than_a_penny_cannot_give_money() -> None:
    with pytest.raises(InputError) as refused:
        HALF_UP.to("0.001").money(Decimal(1))
    assert str(refused.value) == (
        "unit: a rounding to £0.001 does not give whole pence. Accepted: a unit of one penny or more."
    )


@pytest.mark.parametrize("value", [0.125, True, "0.125", Decimal("NaN"), Decimal("Infinity"), None])
@pytest.mark.parametrize("rule", [HALF_UP, HALF_EVEN.to(1)])
def test_what_is_not_exact_is_not_rounded(rule: Rounding, value: Decimal) -> None:
    for act in (rule.units, rule.money, rule.rate):
        with pytest.raises(InputError) as refused:
            act(value)
        assert str(refused.value.issues[0].accepted) == "a whole number, a Decimal or a Fraction"


@pytest.mark.parametrize("unit", [0.01, True, "a penny"])
def test_a_unit_that_is_not_exact_is_refused(unit: str) -> None:
    with pytest.raises(InputError) as refused:
        HALF_UP.to(unit)
    assert refused.value.issues[0].place == "unit"


def test_a_sum_beyond_reach_is_refused_after_rounding_too() -> None:
    with pytest.raises(InputError, match="is too large"):
        UP.to(10).money(Money(pence=99_999_999_999_999_999).in_pounds)
