"""Strategies for money, rates, amounts and rounding rules."""

from __future__ import annotations

import functools
import math
from decimal import Decimal
from fractions import Fraction

import hypothesis.strategies as st

from lgtrade.money import EXACT, Amount, Direction, Exact, Money, Rate, Rounding
from lgtrade.money._exact import MOST_PLACES
from lgtrade.money._money import MOST_PENCE

_MOST = Money(pence=MOST_PENCE)
_LEAST_RATE = Rate("-999,999,999,999,999,999.999999999999")
_MOST_RATE = Rate("999,999,999,999,999,999.999999999999")
_LEAST_AMOUNT = Amount(Decimal(-(10**12)))
_MOST_AMOUNT = Amount(Decimal(10**12))


def money(*, min_value: Money = -_MOST, max_value: Money = _MOST) -> st.SearchStrategy[Money]:
    """Generate sums of money, charges and refunds alike.

    >>> from hypothesis import find
    >>> find(money(min_value=Money.pounds(5)), lambda sum_: True)
    £5.00
    """
    return st.integers(min_value.pence, max_value.pence).map(lambda pence: Money(pence=pence))


@st.composite
def exact_decimals(draw: st.DrawFn, *, min_value: Exact, max_value: Exact, places: int = MOST_PLACES) -> Decimal:
    """Generate decimals from one number to another, with any number of decimal places up to `places`.

    >>> from hypothesis import find
    >>> 7 < find(exact_decimals(min_value=0, max_value=9), lambda number: number > 7) <= 9
    True
    """
    shift, least, most = draw(st.sampled_from(_reach(Fraction(min_value), Fraction(max_value), places)))
    return Decimal(draw(st.integers(least, most))).scaleb(-shift, EXACT)


@functools.lru_cache
def _reach(min_value: Fraction, max_value: Fraction, places: int) -> list[tuple[int, int, int]]:
    ranges = [
        (shift, math.ceil(min_value * 10**shift), math.floor(max_value * 10**shift)) for shift in range(places + 1)
    ]
    return [(shift, least, most) for shift, least, most in ranges if least <= most]


def rates(
    *, min_value: Rate = _LEAST_RATE, max_value: Rate = _MOST_RATE, places: int = MOST_PLACES
) -> st.SearchStrategy[Rate]:
    """Generate rates.

    Args:
        min_value: the least.
        max_value: the most.
        places: the most decimal places; 2 for whole pence.

    >>> from hypothesis import find
    >>> find(rates(min_value=Rate("0.5"), places=2), lambda rate: True)
    £1.00
    """
    return exact_decimals(min_value=min_value.pounds, max_value=max_value.pounds, places=places).map(Rate)


def amounts(*, min_value: Amount = _LEAST_AMOUNT, max_value: Amount = _MOST_AMOUNT) -> st.SearchStrategy[Amount]:
    """Generate exact amounts, held as a decimal or as a fraction; a million million pounds at most.

    >>> from hypothesis import find
    >>> find(amounts(), lambda amount: isinstance(amount.pounds, Fraction) and amount.pounds > 0)
    £1
    """
    least, most = min_value.pounds, max_value.pounds
    fractions = st.fractions(least, most)
    if not _reach(Fraction(least), Fraction(most), 2 * MOST_PLACES):
        return fractions.map(Amount)
    return st.one_of(exact_decimals(min_value=least, max_value=most, places=2 * MOST_PLACES), fractions).map(Amount)


def roundings(*, for_money: bool = False) -> st.SearchStrategy[Rounding]:
    """Generate rounding rules.

    Args:
        for_money: only to whole pence, and to a million pounds at most.

    >>> from hypothesis import find
    >>> find(roundings(for_money=True), lambda rule: True)
    half up to a penny
    """
    units = (
        st.integers(1, 10**8).map(lambda pence: Money(pence=pence).in_pounds)
        if for_money
        else exact_decimals(min_value=Decimal(1).scaleb(-MOST_PLACES), max_value=_MOST_RATE.pounds)
    )
    usual = st.sampled_from([Decimal("0.01"), Decimal(1), Decimal(10)])
    return st.builds(Rounding, st.sampled_from(Direction), usual | units)


BY_TYPE = {Money: money, Rate: rates, Amount: amounts, Rounding: roundings}
