"""What is given for the parts of this room: names, sums, figures and years, and why one of them is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, cast

from lgtrade.calendar import FinancialYear
from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, unread, wrong_type
from lgtrade.money import ZERO, Money, exact_fraction, fraction_or_as_given, plain
from lgtrade.sources import Assumption, Source
from lgtrade.words import Words

LONGEST = 126
"""The most financial years that anything here runs for: a base year and 125 more."""


def mapping(values: object) -> FrozenMapping[Any, Any]:
    """Copy a mapping, or keep what was given."""
    if isinstance(values, Mapping):
        return FrozenMapping(values)  # pyright: ignore[reportUnknownArgumentType]
    return cast("FrozenMapping[Any, Any]", values)


def figures_by_year(values: object) -> FrozenMapping[FinancialYear, Fraction]:
    """Read the figure of each year, or keep what was given."""
    given = mapping(values)
    if not isinstance(values, Mapping):
        return given
    return FrozenMapping({year: fraction_or_as_given(value) for year, value in given.items()})


def figures(values: object) -> tuple[Fraction, ...]:
    """Read each of some figures, or keep what was given."""
    if not isinstance(values, tuple | list):
        return cast("tuple[Fraction, ...]", values)
    return tuple(fraction_or_as_given(value) for value in cast("tuple[object, ...]", values))


def name_issues(place: str, value: object, accepted: Words) -> Iterator[Issue]:
    """Yield why a value is not a text with something in it."""
    yield from wrong_type(place, value, str, accepted)
    if value == "":
        yield Issue("name.empty", place, Words("it is empty"), accepted)


def basis_issues(value: object, place: str = "basis") -> Iterator[Issue]:
    """Yield why a value is not what a figure rests on."""
    yield from wrong_type(place, value, (Source, Assumption), Words("a Source or an Assumption"))


def year_issues(place: str, value: object) -> Iterator[Issue]:
    """Yield why a value is not a financial year."""
    yield from wrong_type(place, value, FinancialYear, Words("a FinancialYear"))


def sum_issues(place: str, value: object, *, may_be_negative: bool = False) -> Iterator[Issue]:
    """Yield why a value is not a sum of money of nil or more, or of any size."""
    yield from wrong_type(place, value, Money, Words("an amount of Money"))
    if not may_be_negative and isinstance(value, Money) and value < ZERO:
        yield Issue("sum.negative", place, Words("it is below nil: {sum}", sum=value), Words("nil or more"))


def figure_issues(place: str, value: Fraction, *, over_nil: bool = False) -> Iterator[Issue]:
    """Yield why a value is not an exact figure of nil or more, or over nil."""
    issues = tuple(unread(exact_fraction, place, value))
    yield from issues
    if not issues and over_nil and value <= 0:
        yield Issue("figure.nil", place, Words("it is {value}", value=plain(value)), Words("a figure over nil"))
    elif not issues and value < 0:
        found = Words("it is below nil: {value}", value=plain(value))
        yield Issue("figure.negative", place, found, Words("nil or more"))


MOST_PARTS = 1000
"""The most parts of one sort that anything here is made of, unless it says otherwise."""


def parts_issues(place: str, values: object, kind: type, accepted: Words, *, most: int = MOST_PARTS) -> Iterator[Issue]:
    """Yield why values are not a tuple of parts of one type, or too many of them."""
    if not isinstance(values, tuple):
        yield from wrong_type(place, values, tuple, Words("a tuple"))
        return
    parts = cast("tuple[object, ...]", values)
    if len(parts) > most:
        found = Words("there are {count}", count=len(parts))
        yield Issue("parts.many", place, found, Words("at most {most}", most=most))
    for number, value in enumerate(parts):
        yield from wrong_type(f"{place}[{number}]", value, kind, accepted)
