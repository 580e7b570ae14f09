"""What an authority is known by: its area codes and its other names, each with its days."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

import attrs

from lgtrade.calendar import day_issues, day_or_as_given
from lgtrade.issues import Issue, refuse, shown, wrong_type
from lgtrade.words import Words

_AREA_CODE = re.compile(r"[A-Z]\d{8}", re.ASCII)


def read_day(value: object) -> dt.date | None:
    """Read a day, or nothing; what is not a day is kept, to be refused with all else that is wrong."""
    return None if value is None else day_or_as_given(value)


def issues_of_span(first: object, last: object, *, first_place: str = "first") -> Iterator[Issue]:
    """Yield why two days, either of which may be missing, are not a first and a last day."""
    unread = [
        issue
        for place, day in ((first_place, first), ("last", last))
        if day is not None
        for issue in day_issues(place, day)
    ]
    yield from unread
    if not unread and isinstance(first, dt.date) and isinstance(last, dt.date) and last < first:
        found = Words("it ended on {last}, before it began on {first}", first=first, last=last)
        yield Issue("authority.days", "last", found, Words("a last day on or after the first"))


def in_span(day: dt.date, first: dt.date | None, last: dt.date | None) -> bool:
    """Tell whether a day lies between two days, so far as they are recorded."""
    return (first is None or first <= day) and (last is None or day <= last)


@attrs.frozen
class AreaCode:
    """A nine-character area code and the days between which it named this authority's area.

    A code names a boundary; the authority outlives it.

    Args:
        code: as published by the Office for National Statistics.
        first: the first day on which it was used for this authority; none if that is not recorded.
        last: the last day; none while it is in use, or if that is not recorded.

    Raises:
        InputError: the code is not of that form, or the days are in the wrong order.

    >>> AreaCode("E07000194").code
    'E07000194'
    """

    code: str
    first: dt.date | None = attrs.field(default=None, converter=read_day)
    last: dt.date | None = attrs.field(default=None, converter=read_day)

    def __attrs_post_init__(self) -> None:
        """Refuse what is not an area code, or not days."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        if not isinstance(self.code, str) or not _AREA_CODE.fullmatch(self.code):
            found = Words("{code} is not an area code", code=shown(self.code))
            yield Issue("area.code", "code", found, Words('a letter and eight digits, as in "E07000194"'))
        yield from issues_of_span(self.first, self.last)


@attrs.frozen
class OtherName:
    """Another name of an authority: a former or a short name, or one in another language.

    Args:
        name: the name.
        first: the first day of a former name, if it is recorded.
        last: the last day of a former name; none if it is not a former name, or its last day is not recorded.
        language: the code of the language, if it is not English: ``"cy"`` for Welsh.

    Raises:
        InputError: the name is empty, or the days are in the wrong order.

    >>> OtherName("Shepway District Council", last="2018-03-31").last
    datetime.date(2018, 3, 31)
    """

    name: str
    first: dt.date | None = attrs.field(default=None, converter=read_day)
    last: dt.date | None = attrs.field(default=None, converter=read_day)
    language: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse an empty name."""
        refuse(self._issues())

    def _issues(self) -> Iterator[Issue]:
        yield from issues_of_name(self.name)
        yield from issues_of_span(self.first, self.last)
        yield from wrong_type("language", self.language, str, Words("the code of a language, or nothing"))

    def __str__(self) -> str:
        """Say the name."""
        return self.name


def issues_of_name(name: object) -> Iterator[Issue]:
    """Yield why something is not a name."""
    yield from wrong_type("name", name, str, Words("a name"))
    if name == "":
        yield Issue("name.empty", "name", Words("it is empty"), Words("a name"))


def read_names(values: Iterable[object]) -> tuple[OtherName, ...]:
    """Read other names, each of which may be given as text."""
    return tuple(OtherName(each) if isinstance(each, str) else each for each in values)  # type: ignore[misc]  # checked with the rest
