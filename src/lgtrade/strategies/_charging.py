"""Strategies for prices, charging rules and the charges that they give."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import hypothesis.strategies as st

from lgtrade.charging import (
    AtCost,
    ChargeLine,
    ChargingRule,
    Commercial,
    Flat,
    Graduated,
    Minimum,
    PerUnit,
    Price,
    Tier,
    UnitCharge,
)
from lgtrade.money import ZERO, Money, Rate
from lgtrade.strategies._money import exact_decimals, money, rates, roundings

_MOST = Money.pounds(10**9)
_MOST_UNITS = 10**6
_PRICES = rates(min_value=Rate(0), max_value=Rate(10**6), places=4)
_ROUNDINGS = roundings(for_money=True)


def quantities(*, min_value: int = 0, max_value: int = _MOST_UNITS) -> st.SearchStrategy[Decimal]:
    """Generate quantities, whole or with up to three decimal places.

    >>> from hypothesis import find
    >>> find(quantities(min_value=1), lambda units: True)
    Decimal('1')
    """
    return exact_decimals(min_value=min_value, max_value=max_value, places=3)


def flat_prices() -> st.SearchStrategy[Flat]:
    """Generate flat prices.

    >>> from hypothesis import find
    >>> find(flat_prices(), lambda price: True).amount
    £0.00
    """
    return st.builds(Flat, money(min_value=ZERO, max_value=_MOST))


def unit_prices() -> st.SearchStrategy[PerUnit]:
    """Generate prices by the unit.

    >>> from hypothesis import find
    >>> find(unit_prices(), lambda price: price.rate > Rate(2)).rate
    £3.00
    """
    return st.builds(PerUnit, _PRICES, _ROUNDINGS)


def tiers() -> st.SearchStrategy[Tier]:
    """Generate single tiers, open or with a bound.

    >>> from hypothesis import find
    >>> find(tiers(), lambda tier: tier.upto is None).rate
    £0.00
    """
    return st.builds(Tier, _PRICES, st.none() | quantities(min_value=1))


@st.composite
def graduated_prices(draw: st.DrawFn, *, max_size: int = 5) -> Graduated:
    """Generate graduated prices, whose tiers may go up or down.

    Args:
        draw: given by Hypothesis.
        max_size: the most tiers.

    >>> from hypothesis import find
    >>> len(find(graduated_prices(), lambda price: len(price.tiers) > 1).tiers)
    2
    """
    bounds = draw(st.lists(quantities(min_value=1), max_size=max_size - 1, unique=True).map(sorted))
    closed = tuple(Tier(draw(_PRICES), bound) for bound in bounds)
    return Graduated((*closed, Tier(draw(_PRICES))), draw(_ROUNDINGS))


def minimum_prices() -> st.SearchStrategy[Minimum]:
    """Generate prices with a minimum charge.

    >>> from hypothesis import find
    >>> find(minimum_prices(), lambda price: price.least > Money.pounds(5)).least
    £5.01
    """
    plain = flat_prices() | unit_prices() | graduated_prices()
    return st.builds(Minimum, plain, money(min_value=ZERO, max_value=_MOST))


def prices() -> st.SearchStrategy[Price]:
    """Generate prices of every sort.

    >>> from hypothesis import find
    >>> type(find(prices(), lambda price: True)).__name__
    'Flat'
    """
    return flat_prices() | unit_prices() | graduated_prices() | minimum_prices()


def charge_lines() -> st.SearchStrategy[ChargeLine]:
    """Generate charges: any price for any quantity.

    >>> from hypothesis import find
    >>> find(charge_lines(), lambda line: True).amount
    £0.00
    """
    return st.tuples(prices(), quantities()).map(_charged)


def _charged(pair: tuple[Price, Decimal]) -> ChargeLine:
    price, units = pair
    return price.line(units)


def at_cost_rules() -> st.SearchStrategy[AtCost]:
    """Generate rules to charge at cost.

    >>> from hypothesis import find
    >>> type(find(at_cost_rules(), lambda rule: True)).__name__
    'AtCost'
    """
    return st.builds(AtCost, _ROUNDINGS)


def commercial_rules() -> st.SearchStrategy[Commercial]:
    """Generate rules to charge a margin over cost.

    >>> from hypothesis import find
    >>> find(commercial_rules(), lambda rule: rule.margin > 0).margin
    Fraction(1, 1)
    """
    return st.builds(Commercial, st.fractions(Fraction(0), Fraction(3), max_denominator=10**4), _ROUNDINGS)


def charging_rules() -> st.SearchStrategy[ChargingRule]:
    """Generate rules of both sorts.

    >>> from hypothesis import find
    >>> type(find(charging_rules(), lambda rule: True)).__name__
    'AtCost'
    """
    return at_cost_rules() | commercial_rules()


def unit_charges() -> st.SearchStrategy[UnitCharge]:
    """Generate unit charges, set by a rule from a cost.

    >>> from hypothesis import find
    >>> find(unit_charges(), lambda charge: charge.not_returned > ZERO).rate
    £0.00
    """
    costs = money(min_value=ZERO, max_value=_MOST)
    units = quantities(min_value=1)
    at_cost = st.builds(AtCost.unit_charge, at_cost_rules(), costs, units, money(min_value=-_MOST, max_value=_MOST))
    return at_cost | st.builds(Commercial.unit_charge, commercial_rules(), costs, units)


BY_TYPE = {
    AtCost: at_cost_rules,
    ChargeLine: charge_lines,
    Commercial: commercial_rules,
    Flat: flat_prices,
    Graduated: graduated_prices,
    Minimum: minimum_prices,
    PerUnit: unit_prices,
    Tier: tiers,
    UnitCharge: unit_charges,
}
