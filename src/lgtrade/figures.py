"""Figures that a room works out, each under the names that lead to it, and how they compare with published ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from lgtrade.issues import InputError, Issue, shown, wrong_type
from lgtrade.money import EXACT, Money, Rate, Rounding, Share, exact_fraction
from lgtrade.words import Words

Figure: TypeAlias = Money | Rate | Share | Decimal | Fraction | int | bool | str
"""A figure: money, a rate, a share, an exact number, true or false, or a short text such as a name or a year."""

Figures: TypeAlias = Mapping[tuple[str, ...], Figure]
"""Figures by the names that lead to each."""

A_FIGURE = Words("money, a rate, a share, an exact number, true or false, or text")
_FIGURE_TYPES = (Money, Rate, Share, Decimal, Fraction, int, bool, str)


def figure_issues(place: str, value: object) -> Iterator[Issue]:
    """Yield why a value is not a figure.

    >>> [issue.code for issue in figure_issues("value", 1.5)]
    ['type']
    """
    yield from wrong_type(place, value, _FIGURE_TYPES, A_FIGURE)


def number_of(figure: Figure) -> Fraction | None:
    """Give the number that a figure is, in pounds if it is money; none for a text, and for true or false.

    >>> number_of(Money.pounds("1.50")), number_of(Share("25%")), number_of("2026/27")
    (Fraction(3, 2), Fraction(1, 4), None)
    """
    if isinstance(figure, bool | str):
        return None
    if isinstance(figure, Money):
        return Fraction(figure.in_pounds)
    if isinstance(figure, Rate):
        return Fraction(figure.pounds)
    return figure.fraction if isinstance(figure, Share) else Fraction(figure)


def read_like(given: Figure, like: Figure) -> Figure:
    """Read a figure that was written down as one of the same sort as another.

    Args:
        given: a figure of any sort; a number may be written as text, such as ``"1,234.56"`` or ``"96.4%"``.
        like: a figure of the sort that is wanted.

    Raises:
        InputError: it cannot be read as one.

    >>> read_like("1,234.56", Money.pounds(0)), read_like("96.4%", Fraction(1)), read_like(7, Fraction(1))
    (£1,234.56, Fraction(241, 250), Fraction(7, 1))
    """
    if type(given) is type(like) or (isinstance(given, Money | Rate) and isinstance(like, Money | Rate)):
        return given
    if isinstance(given, str | int | Decimal) and not isinstance(given, bool):
        if isinstance(like, Money):
            return Money.pounds(given)
        if isinstance(like, Rate):
            return Rate(given)
    if isinstance(like, bool | str | Money | Rate) or isinstance(given, bool | Money | Rate):
        found = Words("it is {given}, and {like} was worked out", given=shown(given), like=shown(like))
        raise InputError([Issue("figure.sort", "", found, Words("a figure of the same sort"))])
    return given.fraction if isinstance(given, Share) else exact_fraction(given)


def rounded(figure: Figure, rounding: Rounding, exact: Fraction | None = None) -> Figure:
    """Round a figure by a named rule; what is no number is left as it is.

    Args:
        figure: the figure.
        rounding: the rule.
        exact: what the figure was before it was rounded itself, so that it is not rounded twice; none if it was not.

    >>> from lgtrade.money import HALF_UP
    >>> rounded(Share("13.25%"), HALF_UP.to("0.001")), rounded(Money.pounds("1.50"), HALF_UP.to("1"))
    (Fraction(133, 1000), £2.00)
    """
    number = number_of(figure) if exact is None else exact
    if number is None:
        return figure
    if isinstance(figure, Money):
        return rounding.money(number)
    if isinstance(figure, Rate):
        return rounding.rate(number)
    return rounding.units(number) * Fraction(rounding.unit)


def difference(worked_out: Figure, published: Figure) -> Money | Rate | Fraction | None:
    """Give what was worked out, less what was published; none where they are not numbers.

    >>> difference(Money.pounds(3), Money.pounds(5)), difference(Fraction(1, 2), Share("25%"))
    (-£2.00, Fraction(1, 4))
    """
    first, second = number_of(worked_out), number_of(published)
    if first is None or second is None:
        return None
    if isinstance(worked_out, Money) and isinstance(published, Money):
        return worked_out - published
    if isinstance(worked_out, Money | Rate) and isinstance(published, Money | Rate):
        return Rate(EXACT.subtract(_pounds(worked_out), _pounds(published)))
    return first - second


def _pounds(figure: Money | Rate) -> Decimal:
    return figure.in_pounds if isinstance(figure, Money) else figure.pounds


def equal(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are exactly equal: as numbers if they are numbers.

    >>> equal(Share("25%"), Fraction(1, 4)), equal("a", "b"), equal(True, 1)
    (True, False, False)
    """
    first, second = number_of(one), number_of(other)
    if first is None or second is None:
        return type(one) is type(other) and one == other
    return first == second
