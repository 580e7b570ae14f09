"""Strategies for prices: the eight that wrap no other, and every wrapper in the written order."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import hypothesis.strategies as st

from lgtrade.calendar import FinancialYear
from lgtrade.charging import (
    Band,
    Banded,
    ChargeLine,
    Cliff,
    Concession,
    Counted,
    Differential,
    Discounted,
    Flat,
    Graduated,
    Maximum,
    Minimum,
    Occasion,
    Package,
    Percentage,
    PerUnit,
    Price,
    PriceFrom,
    Prorated,
    Repriced,
    Stepped,
    Surcharged,
    Tier,
    Volume,
    cliffs,
)
from lgtrade.money import ZERO, Money, Rate
from lgtrade.strategies._calendar import days, periods
from lgtrade.strategies._money import exact_decimals, money, rates, roundings
from lgtrade.strategies._splits import shares
from lgtrade.strategies._values import names

_MOST = Money.pounds(10**9)
_SUMS = money(min_value=ZERO, max_value=_MOST)
_SMALL = money(min_value=ZERO, max_value=Money.pounds(10**4))
_MOST_UNITS = 10**6
_PRICES = rates(min_value=Rate(0), max_value=Rate(10**6), places=4)
_ROUNDINGS = roundings(for_money=True)
_FIRST, _LAST = dt.date(1990, 4, 1), dt.date(2090, 3, 31)
_YEAR = FinancialYear(2025)


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
    return st.builds(Flat, _SUMS)


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
def _tiers_in_order(draw: st.DrawFn, *, max_size: int = 5) -> tuple[Tier, ...]:
    bounds = draw(st.lists(quantities(min_value=1), max_size=max_size - 1, unique=True).map(sorted))
    closed = tuple(Tier(draw(_PRICES), bound) for bound in bounds)
    return (*closed, Tier(draw(_PRICES)))


def graduated_prices(*, max_size: int = 5) -> st.SearchStrategy[Graduated]:
    """Generate graduated prices, whose tiers may go up or down.

    Args:
        max_size: the most tiers.

    >>> from hypothesis import find
    >>> len(find(graduated_prices(), lambda price: len(price.tiers) > 1).tiers)
    2
    """
    return st.builds(Graduated, _tiers_in_order(max_size=max_size), _ROUNDINGS)


def volume_prices(*, max_size: int = 5) -> st.SearchStrategy[Volume]:
    """Generate volume prices, whose tiers may go up or down.

    Args:
        max_size: the most tiers.

    >>> from hypothesis import find
    >>> len(find(volume_prices(), lambda price: len(price.tiers) > 1).tiers)
    2
    """
    return st.builds(Volume, _tiers_in_order(max_size=max_size), _ROUNDINGS)


def price_cliffs() -> st.SearchStrategy[Cliff]:
    """Generate quantities beyond which more costs less.

    >>> from hypothesis import find
    >>> find(price_cliffs(), lambda cliff: True).at
    Decimal('1')
    """
    return volume_prices().map(cliffs).filter(bool).map(lambda found: found[0])


def package_prices() -> st.SearchStrategy[Package]:
    """Generate prices by the package, started or whole.

    >>> from hypothesis import find
    >>> find(package_prices(), lambda price: price.counted is Counted.WHOLE).size
    Decimal('1')
    """
    return st.builds(Package, _SMALL, quantities(min_value=1), st.sampled_from(Counted))


def stepped_prices() -> st.SearchStrategy[Stepped]:
    """Generate prices with a first sum and further steps.

    >>> from hypothesis import find
    >>> find(stepped_prices(), lambda price: price.first > ZERO).first
    £0.01
    """
    return st.builds(Stepped, _SMALL, quantities(min_value=1), _SMALL, quantities(min_value=1))


def price_bands() -> st.SearchStrategy[Band]:
    """Generate single bands.

    >>> from hypothesis import find
    >>> find(price_bands(), lambda band: band.upto is not None).upto
    Decimal('1')
    """
    return st.builds(Band, _SMALL, st.none() | quantities(min_value=1))


@st.composite
def _bands_in_order(draw: st.DrawFn, *, last_is_open: bool) -> Banded:
    bounds = sorted(draw(st.lists(quantities(min_value=1), min_size=1, max_size=4, unique=True)))
    closed = tuple(Band(draw(_SMALL), bound) for bound in bounds)
    return Banded((*closed, Band(draw(_SMALL))) if last_is_open else closed)


def banded_prices() -> st.SearchStrategy[Banded]:
    """Generate banded prices, with an end or without.

    >>> from hypothesis import find
    >>> len(find(banded_prices(), lambda price: price.bands[-1].upto is not None).bands)
    1
    """
    return st.booleans().flatmap(lambda last_is_open: _bands_in_order(last_is_open=last_is_open))


def percentage_prices() -> st.SearchStrategy[Percentage]:
    """Generate prices that are a part of a value.

    >>> from hypothesis import find
    >>> find(percentage_prices(), lambda price: price.part > 0).part
    Fraction(1, 1)
    """
    return st.builds(Percentage, st.fractions(0, 1, max_denominator=1000), _ROUNDINGS)


def _by_use() -> st.SearchStrategy[Any]:
    tiered = unit_prices() | graduated_prices() | volume_prices()
    return tiered | package_prices() | stepped_prices() | _bands_in_order(last_is_open=True) | percentage_prices()


def minimum_prices() -> st.SearchStrategy[Minimum]:
    """Generate prices with a minimum charge.

    >>> from hypothesis import find
    >>> find(minimum_prices(), lambda price: price.least > Money.pounds(5)).least
    £5.01
    """
    return st.builds(Minimum, flat_prices() | _by_use(), _SUMS)


@st.composite
def maximum_prices(draw: st.DrawFn, *, flat: bool | None = None) -> Maximum:
    """Generate prices with a maximum charge, and perhaps a minimum.

    Args:
        draw: given by Hypothesis.
        flat: whether it is one sum; either if nothing is said.

    >>> from hypothesis import find
    >>> find(maximum_prices(), lambda price: price.most > Money.pounds(5)).most
    £5.01
    """
    price = draw(_plain(flat=flat))
    least, most = sorted((draw(_SUMS), draw(_SUMS)))
    return Maximum(Minimum(price, least) if draw(st.booleans()) else price, most)


def _plain(*, flat: bool | None) -> st.SearchStrategy[Any]:
    return {True: flat_prices(), False: _by_use(), None: flat_prices() | _by_use()}[flat]


def _limited(*, flat: bool | None) -> st.SearchStrategy[Any]:
    plain = _plain(flat=flat)
    return plain | st.builds(Minimum, plain, _SUMS) | maximum_prices(flat=flat)


def surcharged_prices(*, flat: bool | None = None) -> st.SearchStrategy[Surcharged]:
    """Generate prices with a surcharge, which is a part or a sum.

    Args:
        flat: whether it is one sum; either if nothing is said.

    >>> from hypothesis import find
    >>> find(surcharged_prices(), lambda price: isinstance(price.by, Money) and price.by > ZERO).by
    £0.01
    """
    by = st.fractions(0, 1, max_denominator=1000) | _SUMS
    return st.builds(Surcharged, _limited(flat=flat), by, names(), _ROUNDINGS)


def _whole(*, flat: bool | None) -> st.SearchStrategy[Any]:
    return _limited(flat=flat) | surcharged_prices(flat=flat)


@st.composite
def discounted_prices(draw: st.DrawFn, *, flat: bool | None = None) -> Discounted:
    """Generate prices with a discount, which is a share or a sum.

    Args:
        draw: given by Hypothesis.
        flat: whether it is one sum; either if nothing is said.

    >>> from hypothesis import find
    >>> find(discounted_prices(), lambda price: isinstance(price.off, Money) and price.off > ZERO).off
    £0.01
    """
    price = draw(_whole(flat=flat))
    most = price.charge(0).amount if price.is_flat else _MOST
    return Discounted(price, draw(shares() | money(min_value=ZERO, max_value=most)), draw(_ROUNDINGS))


@st.composite
def concession_prices(draw: st.DrawFn, *, flat: bool | None = None) -> Concession:
    """Generate prices with a concession for some customers.

    Args:
        draw: given by Hypothesis.
        flat: whether it is one sum; either if nothing is said.

    >>> from hypothesis import find
    >>> find(concession_prices(), lambda price: True).customers
    ('0',)
    """
    customers = tuple(draw(st.lists(names(), min_size=1, max_size=2)))
    price = draw(_whole(flat=flat) | discounted_prices(flat=flat))
    return Concession(price, draw(shares()), customers, draw(names()), draw(_ROUNDINGS))


def _reduced(*, flat: bool | None) -> st.SearchStrategy[Any]:
    return _whole(flat=flat) | discounted_prices(flat=flat) | concession_prices(flat=flat)


@st.composite
def differential_prices(draw: st.DrawFn, *, flat: bool | None = None) -> Differential:
    """Generate prices that differ by customer.

    Args:
        draw: given by Hypothesis.
        flat: whether each is one sum; either if nothing is said.

    >>> from hypothesis import find
    >>> len(find(differential_prices(), lambda price: len(price.others) == 2).others)
    2
    """
    each = _reduced(flat=draw(st.booleans()) if flat is None else flat)
    others = draw(st.dictionaries(names(), each, min_size=1, max_size=2))
    return Differential(draw(each), others, draw(names()))


def prorated_prices() -> st.SearchStrategy[Prorated]:
    """Generate yearly sums that are charged by the day.

    >>> from hypothesis import find
    >>> find(prorated_prices(), lambda price: True).is_flat
    True
    """
    return st.builds(Prorated, _reduced(flat=True) | differential_prices(flat=True), _ROUNDINGS)


def _yearly(*, flat: bool) -> st.SearchStrategy[Any]:
    return prorated_prices() if flat else _reduced(flat=False) | differential_prices(flat=False)


def prices_from_a_day() -> st.SearchStrategy[PriceFrom]:
    """Generate prices with the first day on which they are charged.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(prices_from_a_day(), lambda each: each.price.is_flat, settings=first).price.needs_occasion
    True
    """
    return st.builds(PriceFrom, days(), _yearly(flat=True) | _yearly(flat=False))


@st.composite
def repriced_prices(draw: st.DrawFn) -> Repriced:
    """Generate prices that follow one another; they can be charged on any day since 1900.

    >>> from hypothesis import find
    >>> len(find(repriced_prices(), lambda price: len(price.prices) == 2).prices)
    2
    """
    each = _yearly(flat=draw(st.booleans()))
    starts = sorted(draw(st.lists(days(min_value=_FIRST, max_value=_LAST), max_size=2, unique=True)))
    return Repriced(tuple(PriceFrom(start, draw(each)) for start in (dt.date(1900, 1, 1), *starts)))


def prices() -> st.SearchStrategy[Price]:
    """Generate prices of every sort that can be charged on any day: all but those that wait for an index.

    >>> from hypothesis import find
    >>> type(find(prices(), lambda price: True)).__name__
    'Flat'
    """
    wrapped = _reduced(flat=None) | differential_prices() | prorated_prices() | repriced_prices()
    return flat_prices() | unit_prices() | graduated_prices() | minimum_prices() | wrapped


@st.composite
def occasions(draw: st.DrawFn) -> Occasion:
    """Generate who is charged, and for which days.

    >>> from hypothesis import find
    >>> find(occasions(), lambda occasion: occasion.days is None).customer
    ''
    """
    return Occasion(draw(st.none() | periods()), draw(st.just("") | names()))


@st.composite
def charge_lines(draw: st.DrawFn) -> ChargeLine:
    """Generate charges, and the lines that add to them: any price for any quantity.

    >>> from hypothesis import find
    >>> find(charge_lines(), lambda line: True).amount
    £0.00
    """
    price, units, occasion = draw(prices()), draw(quantities()), Occasion(_YEAR.period, draw(names()))
    return draw(st.sampled_from([price.line(units, occasion), *price.lines(units, occasion)]))


BY_TYPE = {
    Band: price_bands,
    Banded: banded_prices,
    ChargeLine: charge_lines,
    Cliff: price_cliffs,
    Concession: concession_prices,
    Differential: differential_prices,
    Discounted: discounted_prices,
    Flat: flat_prices,
    Graduated: graduated_prices,
    Maximum: maximum_prices,
    Minimum: minimum_prices,
    Occasion: occasions,
    Package: package_prices,
    PerUnit: unit_prices,
    Percentage: percentage_prices,
    PriceFrom: prices_from_a_day,
    Prorated: prorated_prices,
    Repriced: repriced_prices,
    Stepped: stepped_prices,
    Surcharged: surcharged_prices,
    Tier: tiers,
    Volume: volume_prices,
}
