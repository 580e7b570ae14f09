"""What is given for the parts of this room, and why one of them is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, cast

from lgtrade.frozen import FrozenMapping
from lgtrade.issues import Issue, unread, wrong_type
from lgtrade.money import exact_fraction, fraction_or_as_given, plain
from lgtrade.sources import Assumption, Source
from lgtrade.words import Words


def mapping(values: object) -> FrozenMapping[Any, Any]:
    """Copy a mapping, or keep what was given."""
    if isinstance(values, Mapping):
        return FrozenMapping(values)  # pyright: ignore[reportUnknownArgumentType]  # names and values are checked later
    return cast("FrozenMapping[Any, Any]", values)


def numbers(values: object) -> FrozenMapping[str, Fraction]:
    """Read the number of each, or keep what was given."""
    given = mapping(values)
    if isinstance(values, Mapping):
        return FrozenMapping({name: fraction_or_as_given(value) for name, value in given.items()})
    return given


def text_issues(place: str, value: object, accepted: Words) -> Iterator[Issue]:
    """Yield why a value is not a text with something in it."""
    yield from wrong_type(place, value, str, accepted)
    if value == "":
        yield Issue("name.empty", place, Words("it is empty"), accepted)


def basis_issues(value: object) -> Iterator[Issue]:
    """Yield why a value is not what a figure rests on."""
    yield from wrong_type("basis", value, (Source, Assumption), Words("a Source or an Assumption"))


def number_issues(place: str, value: Fraction, *, over_nil: bool = False) -> Iterator[Issue]:
    """Yield why a value is not an exact number of nil or more, or over nil."""
    issues = tuple(unread(exact_fraction, place, value))
    yield from issues
    if not issues and (value < 0 or (over_nil and value == 0)):
        accepted = Words("a number over nil") if over_nil else Words("nil or more")
        yield Issue("number.low", place, Words("it is {value}", value=plain(value)), accepted)


def named_issues(place: str, values: FrozenMapping[Any, Any], kind: type, accepted: Words) -> Iterator[Issue]:
    """Yield why values are not a mapping from names to values of one type."""
    yield from wrong_type(place, values, Mapping, Words("a mapping"))
    if isinstance(values, Mapping):
        for name, value in values.items():
            yield from wrong_type(place, name, str, Words("a name"))
            yield from wrong_type(f"{place}[{name}]", value, kind, accepted)


def named_number_issues(place: str, values: FrozenMapping[Any, Any], *, over_nil: bool = False) -> Iterator[Issue]:
    """Yield why values are not a mapping from names to exact numbers of nil or more, or over nil."""
    yield from wrong_type(place, values, Mapping, Words("a mapping"))
    if isinstance(values, Mapping):
        for name, value in values.items():
            yield from wrong_type(place, name, str, Words("a name"))
            yield from number_issues(f"{place}[{name}]", value, over_nil=over_nil)
