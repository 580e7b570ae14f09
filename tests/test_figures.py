"""Figures of every sort: exactly equal or not, and read as what they stand beside."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given

from lgtrade import documents
from lgtrade.figures import Figure, difference, equal, number_of, read_like, rounded
from lgtrade.issues import InputError
from lgtrade.money import HALF_UP, Money, Rate, Share
from lgtrade.strategies import figures


@given(figures())
def test_a_figure_equals_itself_and_differs_from_itself_by_nothing(figure: Figure) -> None:
    assert equal(figure, figure)
    assert read_like(figure, figure) == figure
    if number_of(figure) is None:
        assert difference(figure, figure) is None
    else:
        assert number_of(difference(figure, figure) or 0) == 0


@given(figures(), figures())
def test_two_figures_are_equal_just_when_they_differ_by_nothing(one: Figure, other: Figure) -> None:
    apart = difference(one, other)
    if apart is not None:
        assert equal(one, other) == (number_of(apart) == 0)
    else:
        assert equal(one, other) == (one == other and type(one) is type(other))


@pytest.mark.parametrize(
    ("given_", "like", "read"),
    [
        ("1,234.56", Money.pounds(0), Money.pounds("1234.56")),
        (7, Money.pounds(0), Money.pounds(7)),
        ("0.1255", Rate(0), Rate("0.1255")),
        ("96.4%", Share(0), Fraction(241, 250)),
        ("1/3", Fraction(0), Fraction(1, 3)),
        (Share("50%"), Fraction(0), Fraction(1, 2)),
        (Decimal("1.5"), 3, Fraction(3, 2)),
        ("2026/27", "2025/26", "2026/27"),
        (Money.pounds(1), Rate(0), Money.pounds(1)),
    ],
)
def test_a_figure_is_read_as_what_it_stands_beside(given_: Figure, like: Figure, read: Figure) -> None:
    assert read_like(given_, like) == read


@pytest.mark.parametrize(
    ("given_", "like", "said"),
    [
        (True, 1, "it is True, and 1 was worked out. Accepted: a figure of the same sort."),
        (1, "yes", "it is 1, and 'yes' was worked out. Accepted: a figure of the same sort."),
        (Money.pounds(1), Fraction(1), "it is £1.00, and Fraction(1, 1) was worked out."),
        (Share("5%"), Money.pounds(1), "it is 5%, and £1.00 was worked out."),
        ("12.345", Money.pounds(1), "'12.345' is not a whole number of pence."),
        ("many", Fraction(1), "'many' is not a number."),
    ],
)
def test_a_figure_of_another_sort_is_refused(given_: Figure, like: Figure, said: str) -> None:
    with pytest.raises(InputError) as refused:
        read_like(given_, like)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("figure", "unit", "rounds_to"),
    [
        (Money.pounds("1.50"), "1", Money.pounds(2)),
        (Rate("0.1255"), "0.001", Rate("0.126")),
        (Fraction(42, 317), "0.001", Fraction(132, 1000)),
        (Share("13.25%"), "0.01", Fraction(13, 100)),
        ("text", "1", "text"),
        (True, "1", True),
    ],
)
def test_a_figure_is_rounded_as_what_was_published_was(figure: Figure, unit: str, rounds_to: Figure) -> None:
    assert rounded(figure, HALF_UP.to(unit)) == rounds_to


@pytest.mark.parametrize(
    ("figure", "said"),
    [(Fraction(-1, 3), "−1/3"), (Share("12.5%"), "12.5%"), (True, "yes"), (False, "no"), ("South", "South")],
)
def test_every_sort_of_figure_can_be_said(figure: Figure, said: str) -> None:
    assert documents.say(figure) == said
