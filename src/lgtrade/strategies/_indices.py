"""Strategies for indices, terms of indexation, and the prices and figures that are indexed."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import hypothesis.strategies as st

from lgtrade.charging import (
    Indexation,
    Indexed,
    IndexedFigure,
    IndexForm,
    IndexSeries,
    IndexStep,
    IndexValue,
    PerUnit,
)
from lgtrade.money import Rate
from lgtrade.strategies._calendar import days
from lgtrade.strategies._money import rates, roundings
from lgtrade.strategies._prices import prorated_prices
from lgtrade.strategies._sources import bases
from lgtrade.strategies._values import names

_SMALL = rates(min_value=Rate(0), max_value=Rate(1000), places=2)


def index_values() -> st.SearchStrategy[IndexValue]:
    """Generate what was published for one month, over nothing.

    >>> from hypothesis import find
    >>> find(index_values(), lambda each: each.provisional).provisional
    True
    """
    return st.builds(IndexValue, days(), st.fractions(Fraction(1, 9), 9, max_denominator=99), st.booleans())


@st.composite
def index_series(draw: st.DrawFn, *, first: int | None = None, years: int = 3) -> IndexSeries:
    """Generate an index with a figure for April of each year, perhaps provisional, perhaps restated.

    Args:
        draw: given by Hypothesis.
        first: the first year; any if none is given.
        years: for how many years.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(index_series(), lambda series: len(series.values) > 4, settings=first).form in IndexForm
    True
    """
    form = draw(st.sampled_from(IndexForm))
    start = draw(st.integers(1990, 2080)) if first is None else first
    figures = st.fractions(-1, 1, max_denominator=200).map(lambda part: part / 8)
    if form is IndexForm.LEVELS:
        figures = st.fractions(50, 150, max_denominator=10)
    published = st.sampled_from([(False,), (True,), (True, False)])
    values = [
        IndexValue(f"{start + number}-04", draw(figures), provisional)
        for number in range(-1, years)
        for provisional in draw(published)
    ]
    return IndexSeries(draw(names()), form, tuple(values), draw(bases()))


@st.composite
def indexations(draw: st.DrawFn, *, years: int = 3) -> Indexation:
    """Generate terms of indexation, for which the index has been published for some years.

    Args:
        draw: given by Hypothesis.
        years: how many reviews the index reaches.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(indexations(), lambda terms: not terms.compounding, settings=first).compounding
    False
    """
    first, lag = draw(st.integers(1990, 2080)), draw(st.integers(0, 11))
    month = 4 + lag
    since = dt.date(first - 1 + (month > 12), month - 12 * (month > 12), 1)  # noqa: PLR2004  # months
    limits = st.none() | st.fractions(0, 1, max_denominator=100)
    cap, collar = draw(limits), draw(limits)
    if cap is not None and collar is not None:
        collar, cap = sorted((cap, collar))
    threshold = draw(limits)
    return Indexation(
        draw(index_series(first=first, years=years)),
        since,
        lag,
        draw(st.booleans()),
        cap,
        collar,
        draw(st.none() | st.fractions(Fraction(1, 2), 1, max_denominator=10)),
        draw(roundings(for_money=True)),
        draw(st.none() | roundings(for_money=True).map(lambda rule: rule.to("0.001"))),
        threshold,
        draw(st.booleans()) if threshold is not None else False,
    )


def index_steps() -> st.SearchStrategy[IndexStep]:
    """Generate yearly reviews of an indexed price.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(index_steps(), lambda step: step.provisional, settings=first).provisional
    True
    """
    return indexations().map(lambda terms: terms.steps(next(terms.reviews(dt.date.max)))[0])


@st.composite
def indexed_prices(draw: st.DrawFn) -> Indexed:
    """Generate prices that are indexed.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(indexed_prices(), lambda price: price.is_flat, settings=first).needs_occasion
    True
    """
    small = st.builds(PerUnit, _SMALL)
    return Indexed(draw(small | prorated_prices()), draw(indexations()))


@st.composite
def indexed_figures(draw: st.DrawFn) -> IndexedFigure:
    """Generate figures that are indexed for some years.

    >>> from hypothesis import Phase, find, settings
    >>> first = settings(phases=[Phase.generate])  # as large as it comes: making it small takes a while
    >>> find(indexed_figures(), lambda figure: figure.change > 0, settings=first).change > 0
    True
    """
    terms = draw(indexations())
    days_on = [terms.since, *terms.reviews(terms.since.replace(year=terms.since.year + 3))]
    return IndexedFigure(draw(names()), draw(_SMALL), terms, draw(st.sampled_from(days_on)), draw(bases()))


BY_TYPE = {
    IndexSeries: index_series,
    IndexStep: index_steps,
    IndexValue: index_values,
    Indexation: indexations,
    Indexed: indexed_prices,
    IndexedFigure: indexed_figures,
}
